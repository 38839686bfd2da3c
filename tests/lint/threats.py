#!/usr/bin/env python3
"""Checks docs/reference/threats.md: every threat has one row, and every test that a row names is there.

    threats.py [--page FILE] [TREE]

In the last column a word in backticks with a slash is a path, and those after it without one stand in that file: a test is
named by its function. Exit 1 with a line for each thing that is missing.
"""
import argparse
import pathlib
import re
import sys

THREATS = [f"{letter}{number}" for letter, count in (("S", 14), ("P", 15), ("D", 12)) for number in range(1, count + 1)]


def missing(tree, shown):
    """What a row's last column names and is not there."""
    named, text = re.findall(r"`([^`]+)`", shown), ""
    if not named:
        yield "names no test"
    for word in named:
        path = tree / word
        if "/" in word:
            text = path.read_text(encoding="utf-8") if path.is_file() else ""
            if not path.exists():
                yield f"there is no {word}"
        elif not re.search(rf"\b{re.escape(word)}\b", text):
            yield f"there is no {word} in the file before it"


def main():
    tree = pathlib.Path(__file__).resolve().parent.parent.parent
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tree", nargs="?", type=pathlib.Path, default=tree)
    parser.add_argument("--page", type=pathlib.Path)
    arguments = parser.parse_args()
    page = arguments.page or arguments.tree / "docs/reference/threats.md"
    rows = [line.strip("|").split(" | ") for line in page.read_text(encoding="utf-8").splitlines()
            if re.match(r"\| [SPD]\d+ \|", line)]
    found = []
    names = [row[0].strip() for row in rows]
    found += [f"{name} has {names.count(name)} rows" for name in THREATS if names.count(name) != 1]
    found += [f"{name} is no threat of the list" for name in names if name not in THREATS]
    for row in rows:
        found += [f"{row[0].strip()}: {what}" for what in missing(arguments.tree, row[-1])]
    if not found:
        print("every threat has its test")
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
