#!/usr/bin/env python3
"""What a public header owes its reader: it says what it is for and what threads may do, every function is
covered by a comment with its "Since" and every struct by a comment, and nothing is in it that other languages
cannot cross: bit-fields, enum-typed members, variable arguments, FILE, code.

    public-headers.py [TREE]
"""
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "abi"))
from exports import declarations, since  # noqa: E402
from tree import report, root, text, without_comments  # noqa: E402

SAYS_NO_THREADS = {"prap.h", "export.h"}  # they hold no function
HAS_CODE = {"inline-calendar.h"}          # and why: docs/decisions/0008


def comment_faults(include):
    declared = declarations(include)
    for function, (name, comment) in sorted(declared.items()):
        if since(comment) is None:
            yield f"{name}: {function} has no comment with \"Since\""
    for path in sorted(include.glob("*.h")):
        for before, struct in re.findall(r"(\*/\n|\n)typedef struct (prap_\w+) \{", text(path)):
            if not before.startswith("*/"):
                yield f"{path.name}: {struct} has no comment"
        first = re.match(r"/\*\s*\*?\s*" + re.escape(path.name) + r":", text(path))
        if not first:
            yield f"{path.name}: does not begin with a comment \"{path.name}: what it is for\""
        has_functions = any(name == path.name for name, _ in declared.values())
        if has_functions and not re.search(r"thread", text(path), flags=re.I):
            yield f"{path.name}: does not say what threads may do"


def content_faults(include):
    for path in sorted(include.glob("*.h")):
        source = without_comments(text(path))
        for number, line in enumerate(source.splitlines(), 1):
            where = f"{path.name}:{number}:"
            if re.search(r"\.\.\.", line):
                yield f"{where} variable arguments"
            if re.search(r"\bFILE\b", line):
                yield f"{where} FILE"
            if re.search(r"^\s+(?:u?int\w*|unsigned|int)\s+\w+\s*:\s*\d+", line):
                yield f"{where} a bit-field"
            if re.search(r"^\s+enum\s+\w+\s+\w+\s*;", line):
                yield f"{where} an enum-typed member"
            if re.search(r"^(?!#include).*\b(?:inline|return)\b", line) and path.name not in HAS_CODE:
                yield f"{where} code"
            if re.search(r"^\s+(?:unsigned|signed|int|long|short|char|bool|_Bool)\s+\w+\s*;", line):
                yield f"{where} a member without a fixed width"


def main(arguments):
    include = root(arguments) / "include/prap"
    return report([*comment_faults(include), *content_faults(include)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
