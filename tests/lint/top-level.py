#!/usr/bin/env python3
"""The top level holds the agreed parts and nothing else but what tools insist on: names that begin with a dot, and the
build directory.

    top-level.py [TREE]
"""
import sys

from tree import PARTS, report, root

BESIDE = {"LICENSE", "build"}


def faults(top):
    for path in sorted(top.iterdir()):
        if path.name not in BESIDE | set(PARTS) and not path.name.startswith("."):
            yield f"{path.name}: the top level has no place for it"


if __name__ == "__main__":
    sys.exit(report(faults(root(sys.argv[1:]))))
