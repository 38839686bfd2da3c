#!/usr/bin/env python3
"""Nothing in the tree is marked as unfinished: no line says that it is to be done, mended or thrown away
later.

    unfinished.py [TREE]
"""
import re
import sys

from tree import files, report, root, text

# Spelled in two halves so that this file does not find itself.
WORDS = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK", "for " + "now", "not yet " + "implemented"]
MARKS = re.compile(r"\b(" + "|".join(WORDS) + r")\b", flags=re.I)
PLAIN = {".md"}  # prose may speak of the marks, as this house's rules do; code may not carry them


def faults(top):
    for path in files(top):
        for number, line in enumerate(text(path).splitlines(), 1):
            mark = MARKS.search(line)
            if mark and path.suffix not in PLAIN:
                yield f"{path.relative_to(top)}:{number}: \"{mark.group(0)}\""


if __name__ == "__main__":
    sys.exit(report(faults(root(sys.argv[1:]))))
