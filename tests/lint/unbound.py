#!/usr/bin/env python3
"""Every exported function is called by each language package, or stands in bindings/UNBOUND with its reason; what is
called, or no longer exported, may not stand there.

    unbound.py [TREE]
"""
import re
import sys

from tree import files, report, root, text, without_comments

SOURCES = {"python": "bindings/python", "ruby": "bindings/ruby"}


def exported(top):
    source = (top / "lib/libprap.map").read_text(encoding="utf-8")
    return set(re.findall(r"^\s+(prap_\w+);", source, flags=re.M))


def named(top, folder):
    """The names that a package's C sources use."""
    names = set()
    for path in files(top, folder, suffixes={".c", ".h"}):
        names.update(re.findall(r"\bprap_\w+", without_comments(text(path))))
    return names


def listed(top):
    """{package: {function: reason}} of UNBOUND."""
    rows = {package: {} for package in SOURCES}
    for line in (top / "bindings/UNBOUND").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            package, function, reason = (line.split(maxsplit=2) + ["", ""])[:3]
            rows.setdefault(package, {})[function] = reason
    return rows


def faults(top):
    functions, rows = exported(top), listed(top)
    for package in sorted(rows.keys() - SOURCES.keys()):
        yield f"bindings/UNBOUND: there is no package {package}"
    for package, folder in SOURCES.items():
        called = named(top, folder)
        for function in sorted(functions - called - rows[package].keys()):
            yield f"{folder} does not call {function}, and bindings/UNBOUND does not say why"
        for function, reason in rows[package].items():
            if function not in functions:
                yield f"bindings/UNBOUND: {function} is not exported"
            elif function in called:
                yield f"bindings/UNBOUND: {folder} does call {function}"
            if not reason:
                yield f"bindings/UNBOUND: {package} gives no reason for {function}"


if __name__ == "__main__":
    sys.exit(report(faults(root(sys.argv[1:]))))
