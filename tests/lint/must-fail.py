#!/usr/bin/env python3
"""Proves a checker on something that is wrong: passes only if the command exits with status 1 and says, on
standard error, every line of the file EXPECTED. A checker that finds nothing, or something else, or crashes,
fails here.

    must-fail.py EXPECTED COMMAND [ARGUMENT ...]
"""
import subprocess
import sys
from pathlib import Path


def main(arguments):
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    expected = [line for line in Path(arguments[0]).read_text(encoding="utf-8").splitlines() if line]
    result = subprocess.run(arguments[1:], capture_output=True, text=True)
    missing = [line for line in expected if line not in result.stderr]
    if result.returncode == 1 and expected and not missing:
        return 0
    print(f"exit status {result.returncode}, expected 1; not said: {missing or 'nothing'}", file=sys.stderr)
    print(result.stderr, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
