#!/usr/bin/env python3
"""Proves `lib/vocabulary/print.py --check`: on a copy of the tables with one word changed it must name every
printed file, and on a copy with one printed file changed it must name that file and no other.

    vocabulary-must-fail.py
"""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tree import TOP

PRINTED = ["include/prap/vocabulary.h", "bindings/python/prap/vocabulary.py",
           "bindings/ruby/lib/prap/vocabulary.rb"]


def printer(directory, *arguments):
    script = directory / "lib/vocabulary/print.py"
    return subprocess.run([sys.executable, script, *arguments], capture_output=True, text=True)


def copy_of_tables(directory):
    """The tables and what is printed from them, freshly printed: whether ours is fresh is another test's."""
    for part in ("lib/vocabulary", "lib/base"):
        shutil.copytree(TOP / part, directory / part, ignore=shutil.ignore_patterns("__pycache__"))
    printer(directory, "--write").check_returncode()


def check(directory):
    result = printer(directory, "--check")
    return result.returncode, {line.split(" ")[0] for line in result.stderr.splitlines()}


def change(path, old, new):
    source = path.read_text(encoding="utf-8")
    if old not in source:
        raise SystemExit(f"{path.name} no longer has \"{old}\", which this test changes")
    path.write_text(source.replace(old, new, 1), encoding="utf-8")


def main():
    with tempfile.TemporaryDirectory() as name:
        table, printed = Path(name) / "table", Path(name) / "printed"
        copy_of_tables(table)
        copy_of_tables(printed)
        if check(table) != (0, set()):
            print("print.py --check fails on an unchanged copy:", check(table), file=sys.stderr)
            return 1
        change(table / "lib/vocabulary/states.def", '"received"', '"recieved"')
        change(printed / PRINTED[1], "'received'", "'recieved'")
        outcomes = [(check(table), (1, set(PRINTED))), (check(printed), (1, {PRINTED[1]}))]
    for found, expected in outcomes:
        if found != expected:
            print(f"print.py --check said {found}, expected {expected}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
