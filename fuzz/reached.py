#!/usr/bin/env python3
"""Says which public functions no fuzz target calls: reached.py TOP; and whether a file is what a program prints:
reached.py --printed PROGRAM FILE.

A function counts as called when its name stands in a target of fuzz/ or in a file of tests/support that a target includes,
directly or through another. Those that need none are in fuzz/UNREACHED with a reason. Exit 1 when a function is neither
called nor there, or is there and called, or is no function.
"""
import re
import subprocess
import sys
from pathlib import Path


def exported(path):
    return set(re.findall(r"^\s+(prap_\w+);", path.read_text(), re.M))


def sources(top):
    """The targets, and what they include of fuzz/ and tests/support with the files behind the headers."""
    waiting = [path for path in (top / "fuzz").glob("*.c")]
    seen = set()
    while waiting:
        path = waiting.pop()
        if path in seen or not path.exists():
            continue
        seen.add(path)
        for name in re.findall(r'#include "([\w.-]+\.h)"', path.read_text()):
            for folder in ("fuzz", "tests/support"):
                header = top / folder / name
                waiting += [header, header.with_suffix(".c")]
    return seen


def is_printed(program, path):
    printed = subprocess.run([program], stdout=subprocess.PIPE, check=True).stdout
    if printed == Path(path).read_bytes():
        return 0
    print(f"{path} is not what {program} prints: {program} >{path}")
    return 1


def main():
    if sys.argv[1] == "--printed":
        return is_printed(sys.argv[2], sys.argv[3])
    top = Path(sys.argv[1])
    functions = exported(top / "lib/libprap.map") | exported(top / "bindings/sqlite/prap-sqlite.map")
    called = {name for path in sources(top) for name in re.findall(r"\bprap_\w+(?=\()", path.read_text())}
    excused = dict(line.split(None, 1) for line in (top / "fuzz/UNREACHED").read_text().splitlines()
                   if line and not line.startswith("#"))
    faults = [f"{name}: no fuzz target calls it, and fuzz/UNREACHED has no reason" for name in functions - called - excused.keys()]
    faults += [f"{name}: in fuzz/UNREACHED, and called" for name in excused.keys() & called]
    faults += [f"{name}: in fuzz/UNREACHED, and no public function" for name in excused.keys() - functions]
    for fault in sorted(faults):
        print(fault)
    print(f"{len(functions)} public functions, {len(functions & called)} called by fuzz targets, {len(excused)} excused")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
