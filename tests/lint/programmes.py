#!/usr/bin/env python3
"""A programme is rows: nothing that judges, counts or stores names one, nor a leaver code of one. Its number, its rows
and its codes come from lib/programmes/ and lib/vocabulary/.

    programmes.py [TREE]
"""
import re
import sys

from tree import files, report, root, text, without_comments

FOLDERS = ["calendar", "dates", "referral", "standards", "person", "provider-direct", "host", "engine"]
OPERATOR = r"\s*(?:==|!=|<=|>=|<|>|=)\s*"


def faults(top):
    table = text(top / "lib/vocabulary/codes.def")
    names = sorted(set(re.findall(r"^X\((\w+), \d+,", table, flags=re.M)))
    codes = "|".join(sorted(set(re.findall(r"^X\(\w+, (\d+),", table, flags=re.M))))
    programme = re.compile(r"\bPRAP_PROGRAMME_\w+|\bprapi_(?:" + "|".join(names).lower() + r")\b")
    literal = re.compile(rf"\b\w*code{OPERATOR}(?:{codes})\b|\b(?:{codes}){OPERATOR}[\w.>-]*code\b"
                         rf"|\bcase (?:{codes}):|\bCODE\((?:{codes})\)")
    for path in files(top, *(f"lib/{folder}" for folder in FOLDERS), suffixes={".c", ".h", ".def"}):
        for number, line in enumerate(without_comments(text(path)).splitlines(), 1):
            where = f"{path.relative_to(top)}:{number}"
            for what, pattern in (("a programme", programme), ("a leaver code", literal)):
                yield from (f"{where}: names {what}: {match.group(0)}" for match in pattern.finditer(line))


if __name__ == "__main__":
    sys.exit(report(faults(root(sys.argv[1:]))))
