#!/usr/bin/env python3
"""Checks that every path and link that a document names is there.

check-paths.py TREE FILE...: a path in backticks that begins with a folder of the top level must exist (`*` and `<name>`
stand for anything), and so must the target of every relative link.
"""

import pathlib
import re
import sys

TOP = ("include", "lib", "bindings", "tests", "fuzz", "docs", "pkgconfig")
PATH = re.compile(r"`((?:" + "|".join(TOP) + r")/[^`\s]*)`")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def missing(root, path):
    text = path.read_text(encoding="utf-8")
    for named in PATH.findall(text):
        pattern = re.sub(r"<[^>]*>", "*", named).rstrip("/")
        if not any(root.glob(pattern)):
            yield f"{path}: there is no {named}"
    for target in LINK.findall(text):
        if not (path.parent / target).exists():
            yield f"{path}: the link {target} leads nowhere"


def main():
    root = pathlib.Path(sys.argv[1])
    found = [line for name in sys.argv[2:] for line in missing(root, pathlib.Path(name))]
    print("\n".join(found) if found else "every path is there")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
