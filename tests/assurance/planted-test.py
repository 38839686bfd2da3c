#!/usr/bin/env python3
"""Each fault of the drill still fits its file: its old text stands there once, and the new one is another."""
import sys
from pathlib import Path

from planted import FAULTS

TOP = Path(__file__).resolve().parent.parent.parent


def main():
    wrong = []
    for fault in FAULTS:
        found = (TOP / fault.file).read_text(encoding="utf-8").count(fault.old)
        if found != 1 or fault.new == fault.old:
            wrong.append(f"{fault.file}: the old text of \"{fault.name}\" stands there {found} times")
    if len(FAULTS) < 30 or len({fault.name for fault in FAULTS}) != len(FAULTS):
        wrong.append("a drill has at least thirty faults, each with a name of its own")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
