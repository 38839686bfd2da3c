#!/usr/bin/env python3
"""compare-output.py EXPECTED PROGRAM [ARGUMENT]...: runs a program and compares what it prints with a file."""

import difflib
import pathlib
import subprocess
import sys


def main():
    expected = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
    run = subprocess.run(sys.argv[2:], capture_output=True, check=False, encoding="utf-8", stdin=subprocess.DEVNULL)
    sys.stderr.write(run.stderr)
    differences = list(difflib.unified_diff(expected.splitlines(), run.stdout.splitlines(), sys.argv[1], "printed",
                                            lineterm=""))
    print("\n".join(differences) if differences else "as expected")
    return 1 if differences or run.returncode != 0 else 0


if __name__ == "__main__":
    sys.exit(main())
