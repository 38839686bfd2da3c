#!/usr/bin/env python3
"""Passes if a command prints exactly what a golden file holds; shows the difference if not.

    same-text.py GOLDEN COMMAND [ARGUMENT ...]
    same-text.py --write GOLDEN COMMAND [ARGUMENT ...]     takes what it prints as golden; read it first
"""
import difflib
import subprocess
import sys
from pathlib import Path


def main(arguments):
    write = arguments[:1] == ["--write"]
    if len(arguments) < 2 + write:
        print(__doc__, file=sys.stderr)
        return 2
    golden, command = Path(arguments[write]), arguments[write + 1:]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if write:
        golden.write_text(printed, encoding="utf-8")
        return 0
    expected = golden.read_text(encoding="utf-8")
    sys.stdout.writelines(difflib.unified_diff(expected.splitlines(True), printed.splitlines(True),
                                               str(golden), " ".join(command)))
    return 0 if printed == expected and printed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
