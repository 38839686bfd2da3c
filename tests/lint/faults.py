#!/usr/bin/env python3
"""Every public function through which memory or the host can fail is driven by a test of tests/fault.

The library has no globals, so a function can only take memory or call back by what it is given: an allocator, a host,
a source of random bytes, or a handle that keeps one. Every exported function with such an argument is called by a test
of tests/fault (or by the test hosts that they open), or stands in tests/fault/UNDRIVEN with the reason; what is driven,
or is given nothing that can fail, may not stand there. What is only read (a const handle) cannot, and a visitor is the
caller's own.

    faults.py [TREE]
    faults.py --list    prints each function and how it stands
"""
import re
import sys

from tree import files, report, root, text, without_comments

REACHES = re.compile(r"\bprap_(allocator|host|store|random|engine|verifier|conformance)\b"
                     r"|(?<!const )\bprap_(call|answer|rulebook|calendar|sink) \*")


def declarations(top):
    """{function: its arguments} of include/prap."""
    found = {}
    for path in files(top, "include/prap", suffixes={".h"}):
        for match in re.finditer(r"PRAP_API\b[^;{]*?\b(prap_\w+)\(([^;]*?)\)\s*;", without_comments(text(path)), re.S):
            found[match[1]] = " ".join(match[2].split())
    return found


def exported(top):
    return set(re.findall(r"^\s+(prap_\w+);", text(top / "lib/libprap.map"), flags=re.M))


def called(top):
    names = set()
    hosts = [path for path in files(top, "tests/support", suffixes={".c", ".h"}) if path.stem.endswith("-host")]
    for path in [*files(top, "tests/fault", suffixes={".c", ".h"}), *hosts]:
        names.update(re.findall(r"\b(prap_\w+)\(", without_comments(text(path))))
    return names


def reasons(top):
    """{function: reason} of UNDRIVEN."""
    rows = {}
    for line in text(top / "tests/fault/UNDRIVEN").splitlines():
        if line.strip() and not line.startswith("#"):
            function, reason = (line.split(maxsplit=1) + [""])[:2]
            rows[function] = reason
    return rows


def standings(top):
    """(function, how it stands, the fault or None)."""
    known, tests, listed = declarations(top), called(top), reasons(top)
    for function in sorted(exported(top)):
        can_fail = function in known and REACHES.search(known[function]) is not None
        reason = listed.pop(function, None)
        if function not in known:
            yield function, "undeclared", f"{function} is exported, and include/prap does not declare it"
        elif reason is None and can_fail and function not in tests:
            yield function, "forgotten", f"{function} is driven by no fault test, and tests/fault/UNDRIVEN does not say why"
        elif reason is not None and function in tests:
            yield function, "driven", f"tests/fault/UNDRIVEN: {function} is driven"
        elif reason is not None and not can_fail:
            yield function, "cannot fail", f"tests/fault/UNDRIVEN: {function} is given nothing that can fail"
        elif reason == "":
            yield function, "left out", f"tests/fault/UNDRIVEN gives no reason for {function}"
        else:
            yield function, reason or ("driven" if can_fail else "is given nothing that can fail"), None
    for function in listed:
        yield function, "gone", f"tests/fault/UNDRIVEN: {function} is not exported"


def main(arguments):
    if arguments == ["--list"]:
        for function, how, _ in standings(root([])):
            print(f"{function:42} {how}")
        return 0
    return report(fault for _, _, fault in standings(root(arguments)) if fault is not None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
