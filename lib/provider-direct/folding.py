#!/usr/bin/env python3
"""Prints folding.def: which letters are the same when names are compared (include/prap/participant-check.h).

    folding.py --write      writes it in place
    folding.py --check      says whether it differs; exit 1 if it does

A letter of the Latin, Greek and Cyrillic scripts becomes what Unicode's case folding and compatibility decomposition
make of it without its marks; letters with a stroke, which Unicode does not decompose, have rows of their own here.
"""
import sys
import unicodedata
from pathlib import Path

TABLE = Path(__file__).resolve().with_name("folding.def")
RANGES = [(0xC0, 0x24F), (0x370, 0x52F), (0x1E00, 0x1FFF), (0xFB00, 0xFB06), (0xFF10, 0xFF5A)]
STROKES = {"æ": "ae", "ǽ": "ae", "ǣ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h",
           "ŧ": "t", "ı": "i", "ĸ": "k", "ƀ": "b", "ɨ": "i", "ŋ": "n", "ƶ": "z", "ǥ": "g", "ɇ": "e", "ɏ": "y"}
APOSTROPHES = "\u02bc\u0027\u2019"

HEAD = """\
/*
 * folding.def: which letters are the same when names are compared. Printed by folding.py; do not edit.
 * X(code point, what it becomes: up to three code points, 0 for none)
 */
"""


def folded(char):
    text = unicodedata.normalize("NFKD", char.casefold())
    text = "".join(STROKES.get(c, c) for c in text if not unicodedata.combining(c) and c not in APOSTROPHES)
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def printed():
    rows = []
    for first, last in RANGES:
        for code in range(first, last + 1):
            char = chr(code)
            if unicodedata.category(char)[0] not in "LN" or folded(char) in (char, ""):
                continue
            to = [ord(c) for c in folded(char)]
            if len(to) > min(3, len(char.encode())) or max(to) > 0xFFFF:
                raise SystemExit(f"U+{code:04X} becomes too much")
            to += [0] * (3 - len(to))
            rows.append(f"X(0x{code:04X}, " + ", ".join(f"0x{c:04X}" if c else "0" for c in to) + ")")
    return HEAD + "\n".join("  ".join(rows[i:i + 3]) for i in range(0, len(rows), 3)) + "\n"


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        TABLE.write_text(printed(), encoding="utf-8")
    elif sys.argv[1:] != ["--check"]:
        sys.exit(__doc__)
    elif TABLE.read_text(encoding="utf-8") != printed():
        sys.exit(f"{TABLE.name} is not what folding.py prints; run lib/provider-direct/folding.py --write")
