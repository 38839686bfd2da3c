#!/usr/bin/env python3
"""Is the work of a comparison with the access code the same, whichever characters are wrong? Callgrind counts the
instructions, exactly, of each of the eight ways.

    same-work.py WORK [FUNCTION]     WORK: the program of work.c; FUNCTION: what is counted (prapi_code_is_right)

Exit 1 if a way takes another number of instructions; 77 when Valgrind is not there. With prap_verifier_answer, which
stores something more when all was right, the numbers must differ: the control.
"""
import re
import shutil
import subprocess
import sys
import tempfile


def instructions(program, function, wrong):
    with tempfile.NamedTemporaryFile() as out:
        run = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out.name}",
                              f"--toggle-collect={function}", program, str(wrong)], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{program} {wrong} ended with {run.returncode}: {run.stderr[-400:]}")
    return int(re.search(r"Collected : (\d+)", run.stderr).group(1))


def main(arguments):
    if len(arguments) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 2
    if shutil.which("valgrind") is None:
        print("there is no valgrind")
        return 77
    function = arguments[1] if len(arguments) == 2 else "prapi_code_is_right"
    counts = [instructions(arguments[0], function, wrong) for wrong in range(8)]
    print(f"instructions of {function}, by which of three characters are wrong: {counts}")
    return 0 if counts[0] > 0 and len(set(counts)) == 1 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
