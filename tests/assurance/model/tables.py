#!/usr/bin/env python3
"""Prints what the models take from the tables of the library: the outcomes of a commit with their numbers, the results of
a challenge, and the kinds of entry of a stream of checks.

    tables.py FOLDER    writes FOLDER/tables.h
"""
import re
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent.parent


def statuses():
    for number, name in re.findall(r"^X\((\d+),\s+(\w+),", (TOP / "lib/base/status.def").read_text(), re.M):
        if int(number) <= 6:
            yield f"STORE_{name}", int(number)


def results():
    pattern = r"^X\(CHALLENGE, (\d+),\s+(\w+),"
    for number, name in re.findall(pattern, (TOP / "lib/vocabulary/words.def").read_text(), re.M):
        yield f"CHALLENGE_{name}", int(number)


def entries():
    text = (TOP / "lib/provider-direct/stream.h").read_text()
    names = re.findall(r"PRAPI_ENTRY_(\w+)(?:,| =)", text[text.index("PRAPI_ENTRY_ASKED ="):text.index("PRAPI_ENTRY_END\n")])
    for number, name in enumerate(dict.fromkeys(names), 1):
        yield f"ENTRY_{name}", number


def main():
    rows = [*statuses(), *results(), *entries()]
    lines = ["/* Printed by tables.py from lib/base/status.def, lib/vocabulary/words.def and lib/provider-direct/stream.h. */"]
    lines += [f"#define {name} {number}" for name, number in rows]
    (Path(sys.argv[1]) / "tables.h").write_text("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
