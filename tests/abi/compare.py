#!/usr/bin/env python3
"""The library's interface against the released one, as the debugger sees both: types, members, prototypes.

    compare.py LIBRARY BASELINE            exit 1 if a program built against BASELINE could break
    compare.py --write LIBRARY BASELINE    writes BASELINE, for a release

BASELINE is the XML of abidw (libprap.abi). New functions and new members at the end of structs are no break;
what abidiff calls a change of an existing function's interface is, until libprap.abi is written anew on
purpose.
"""
import platform
import shutil
import subprocess
import sys

SKIPPED = 77  # Meson's exit status for a test that could not be made
BREAKS = 4 | 8  # abidiff: an interface changed; it changed incompatibly


def write(library, baseline):
    subprocess.run(["abidw", "--headers-dir", "include/prap", "--drop-private-types", "--no-corpus-path",
                    "--no-comp-dir-path", "--no-show-locs", "--out-file", baseline, library], check=True)
    return 0


def main(arguments):
    if len(arguments) == 3 and arguments[0] == "--write":
        return write(*arguments[1:])
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    if not shutil.which("abidiff"):
        print("there is no abidiff: install abigail-tools", file=sys.stderr)
        return 1
    if platform.machine() != "x86_64":
        print("skipped: the committed interface is that of x86_64")
        return SKIPPED
    library, baseline = arguments
    result = subprocess.run(["abidiff", "--no-added-syms", "--no-show-locs", baseline, library],
                            capture_output=True, text=True)
    if result.returncode & ~BREAKS:
        print(f"abidiff failed: exit status {result.returncode}\n{result.stderr}", file=sys.stderr)
        return 1
    if result.returncode & BREAKS:
        print(f"the interface differs from {baseline}:\n{result.stdout}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
