#!/usr/bin/env python3
"""A store's header, version script and shared library have the same functions; the soname is pinned.

    exports.py HEADER MAP [LIBRARY]
"""
import re
import subprocess
import sys
from pathlib import Path

# Each library's soname, and what it needs besides libprap and the C library.
LIBRARIES = {"libprap-sqlite.so.0": "libsqlite3.so.0", "libprap-postgresql.so.0": "libpq.so.5 libcrypto.so.3"}


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def faults(header, map_file, library):
    text = header.read_text(encoding="utf-8")
    declared = set(re.findall(r"^PRAP_API\b[^;]*?\b(prap_\w+)\s*\(", text, re.M | re.S))
    listed = set(re.findall(r"^\s+(prap_\w+);", map_file.read_text(encoding="utf-8"), re.M))
    for name in sorted(declared ^ listed):
        yield f"{name} is in only one of {header.name} and {map_file.name}"
    if library is None:
        return
    symbols = [line.split()[-2:] for line in run("nm", "-D", "--defined-only", library).splitlines()]
    exported = {name.partition("@")[0] for kind, name in symbols if kind != "A"}
    for name in sorted(listed ^ exported):
        yield f"{name} is in only one of {map_file.name} and the library's exports"
    dynamic = run("readelf", "-d", library)
    soname = re.search(r"SONAME.*\[(.*)\]", dynamic)
    pinned = next((name for name in LIBRARIES if Path(library).name.startswith(name.removesuffix(".0"))), None)
    if soname is None or soname.group(1) != pinned:
        yield f"the soname is {soname.group(1) if soname else 'missing'}, not {pinned}"
    wanted = {"libprap.so.0", "libc.so.6", *LIBRARIES.get(pinned, "").split()}
    for name in sorted(set(re.findall(r"NEEDED.*\[(.*)\]", dynamic)) - wanted):
        if not re.match(r"lib(asan|ubsan|gcov|tsan)", name):
            yield f"the library needs {name}"


def main(arguments):
    header, map_file = map(Path, arguments[:2])
    found = list(faults(header, map_file, arguments[2] if len(arguments) > 2 else None))
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
