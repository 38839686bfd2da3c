#!/usr/bin/env python3
"""Prints docs/rules/ from the rule rows: one page for each guidance document, and an index that counts them.

    pages.py --write [DIRECTORY]   writes the pages (docs/rules/ unless DIRECTORY is named)
    pages.py --check [DIRECTORY]   exit 1 if a page differs from the rows, is missing, or is no document's

A page names, beside each rule, what in the library is decided by it: reasons, deadlines, notices, events,
facts, leaver codes. They are found in lib/vocabulary/*.def, so a rule that nothing cites yet says so by an
empty cell.
"""
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
sys.path[:0] = [str(HERE), str(TOP / "lib/vocabulary")]
import generate  # noqa: E402
import print as vocabulary  # noqa: E402

EDIT = "<!-- Printed by lib/catalogue/pages.py from rules.def and lib/vocabulary/*.def; do not edit. -->"
RIGHTS = """\
The guidance is Crown copyright, used under the Open Government Licence v3.0. The statements are in our own
words, decide nothing by themselves and are not legal advice."""
PAGES = {"PRAP": "prap.md", "PD": "provider-direct.md", "M08": "memo-08.md", "CH15": "chapter-15.md",
         "IPES": "ipes.md"}
# table -> what its rows are called on a page
CITING = {"reasons.def": "reason", "deadlines.def": "deadline", "notices.def": "notice",
          "events.def": "event", "facts.def": "fact"}


def small_words(kind):
    """The rows of one kind of words.def: [(NAME, public name, meaning)]."""
    rows = vocabulary.rows(TOP / "lib/vocabulary/words.def")
    return [(row[2], row[3], row[4]) for row in rows if row[0] == kind]


def cited_by():
    """{IDENT: ["reason `acknowledgement-passed`", ...]}: what the tables decide by each rule."""
    found = {}
    for table, what in CITING.items():
        for row in vocabulary.rows(TOP / "lib/vocabulary" / table):
            for token in row[3:-1]:
                found.setdefault(token, []).append(f"{what} `{row[2]}`")
    for row in vocabulary.rows(TOP / "lib/vocabulary/codes.def"):
        found.setdefault(row[2], []).append(f"leaver code {row[1]}")
    return found


def cell(text):
    return text.replace("|", "\\|").replace("<", "&lt;")


def page(document, title, rows, citing):
    kinds = {name: public for name, public, _ in small_words("KIND")}
    software = {name: public for name, public, _ in small_words("SOFTWARE")}
    out = [EDIT, "", f"# {title}", "", RIGHTS, "",
           "| Rule | Number | Paragraph | Lines | Kind | Decidable | In our own words | Decides |",
           "|---|---|---|---|---|---|---|---|"]
    for number, token, rule_id, _, where, first, last, kind, decidable, text in rows:
        lines = str(first) if first == last else f"{first}-{last}"
        out.append(f"| {rule_id} | {number} | {where} | {lines} | {kinds[kind]} | {software[decidable]} | "
                   f"{cell(text)} | {', '.join(citing.get(token, []))} |")
    return "\n".join(out) + "\n"


def index(titles, rows, citing):
    out = [EDIT, "", "# The rules", "",
           f"{len(rows)} rules of five guidance documents, each with a permanent number. Every refusal,",
           "deadline and notice cites one of them; `prap_rule_by_number` turns its number into the row.", "",
           RIGHTS, "",
           "| Document | Rules | Decidable | Partly | Not | Deciding something in this version |",
           "|---|---|---|---|---|---|"]
    for document, title in titles.items():
        own = [row for row in rows if row[3] == document]
        counts = [sum(row[8] == answer for row in own) for answer in ("YES", "PARTLY", "NO")]
        used = sum(row[1] in citing for row in own)
        cells = [f"[{title}]({PAGES[document]})", len(own), *counts, used]
        out.append("| " + " | ".join(map(str, cells)) + " |")
    out += ["", "What the kinds say:", ""]
    out += [f"- **{public}**: {meaning}" for _, public, meaning in small_words("KIND")]
    out += ["", "What decidable says:", ""]
    out += [f"- **{public}**: {meaning}" for _, public, meaning in small_words("SOFTWARE")]
    return "\n".join(out) + "\n"


def pages():
    rows, faults = generate.printed_rows(HERE)
    if faults:
        raise SystemExit("\n".join(faults))
    citing = cited_by()
    titles = {name: meaning for name, _, meaning in small_words("DOCUMENT")}
    printed = {"README.md": index(titles, rows, citing)}
    for document, title in titles.items():
        own = [row for row in rows if row[3] == document]
        printed[PAGES[document]] = page(document, title, own, citing)
    return printed


def main(arguments):
    if not arguments or arguments[0] not in ("--write", "--check") or len(arguments) > 2:
        print(__doc__, file=sys.stderr)
        return 2
    directory = Path(arguments[1]) if len(arguments) == 2 else TOP / "docs/rules"
    printed = pages()
    if arguments[0] == "--write":
        directory.mkdir(parents=True, exist_ok=True)
        for name, text in printed.items():
            (directory / name).write_text(text, encoding="utf-8")
        return 0
    present = {path.name: path.read_text(encoding="utf-8") for path in directory.glob("*.md")}
    names = sorted(present.keys() | printed.keys())
    faults = [name for name in names if present.get(name) != printed.get(name)]
    for name in faults:
        print(f"docs/rules/{name}: not what the rows say; run lib/catalogue/pages.py", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
