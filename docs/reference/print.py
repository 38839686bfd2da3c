#!/usr/bin/env python3
"""Prints docs/reference/statuses.md and vocabulary.md from the tables. --check: says which differ, and exits 1."""

import importlib.util
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
CLASSES = {
    "NONE": "it worked", "CALLER": "mend the call", "HOST": "the host's side failed", "DATA": "stored bytes are wrong",
    "LIMIT": "too long or too much", "ABI": "compiled layouts disagree", "BUG": "ours",
}
TITLES = {
    "STATE": "Stages", "EVENT": "Events", "FACT": "Facts", "OPTION": "Options of facts", "REASON": "Reasons",
    "NOTICE": "Notices", "DEADLINE": "Deadlines", "POLICY": "Policies", "CHOICE": "Choices of policies",
    "RECORD": "Records to keep",
}


def tables():
    """lib/vocabulary/print.py knows how to read the tables; it is loaded from its file."""
    spec = importlib.util.spec_from_file_location("vocabulary_print", TOP / "lib" / "vocabulary" / "print.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def table(heads, lines):
    rows = [" | ".join(str(cell) for cell in line) for line in lines]
    return "\n".join(["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads), *(f"| {row} |" for row in rows)])


def statuses(source):
    lines = ((number, f"`{public}`", CLASSES[kind], meaning) for number, _, public, kind, meaning in source.statuses())
    return ("# Statuses\n\nWhat a call or a callback returns. The name is the `code` of an error line. Printed from "
            "`lib/base/status.def`;\ndo not edit.\n\n" + table(("Number", "Name", "Class", "Meaning"), lines) + "\n")


def vocabulary(source):
    parts = ["# Vocabulary\n\nEvery word of the library, with its permanent number and its public name. Printed from "
             "`lib/vocabulary/*.def`; do not\nedit. What each reason cites and how it is cured stands in "
             "`lib/vocabulary/reasons.def`."]
    for kind, entries in source.words():
        title = TITLES.get(kind, kind.replace("_", " ").capitalize())
        lines = ((number, f"`{public}`", meaning) for number, _, public, meaning in entries)
        parts.append(f"## {title}\n\n" + table(("Number", "Name", "Meaning"), lines))
    parts.append("## Sensitive words\n\nWhat `--redact` replaces, and what the sentences for people leave out without "
                 "`--sensitive`. From\n`lib/vocabulary/sensitive.def`.\n\n" +
                 "\n".join(f"- `{name}`" for name in source.sensitive()))
    return "\n\n".join(parts) + "\n"


def main():
    source = tables()
    pages = {"statuses.md": statuses(source), "vocabulary.md": vocabulary(source)}
    stale = [name for name, text in pages.items()
             if not (HERE / name).exists() or (HERE / name).read_text(encoding="utf-8") != text]
    if sys.argv[1:] == ["--check"]:
        if stale:
            raise SystemExit(f"docs/reference: {', '.join(stale)} differ from the tables; run docs/reference/print.py")
        return
    for name in stale:
        (HERE / name).write_text(pages[name], encoding="utf-8")


if __name__ == "__main__":
    main()
