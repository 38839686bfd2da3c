#!/usr/bin/env python3
"""What the house asks of C and of file names and no compiler flag enforces: no `default:` over our own enumerations
(a new word must be met by a warning, not swallowed), no `goto`, no tabs, kebab-case file names.

    c-style.py [TREE]
"""
import re
import sys

from tree import files, report, root, text, without_comments

KEBAB = re.compile(r"[a-z0-9]+([-.][a-z0-9]+)*$")


def faults(top):
    for path in files(top, "lib", suffixes={".c", ".h"}):
        where = path.relative_to(top)
        for number, line in enumerate(without_comments(text(path)).splitlines(), 1):
            if re.search(r"\bdefault\s*:", line):
                yield f"{where}:{number}: default: over our own enumeration"
            if re.search(r"\bgoto\b", line):
                yield f"{where}:{number}: goto"
            if "\t" in line:
                yield f"{where}:{number}: a tab"
    for path in files(top, "lib", "include", "tests", "fuzz", "pkgconfig", suffixes={".c", ".h", ".def", ".py"}):
        if not KEBAB.match(path.name):
            yield f"{path.relative_to(top)}: not a kebab-case name"


if __name__ == "__main__":
    sys.exit(report(faults(root(sys.argv[1:]))))
