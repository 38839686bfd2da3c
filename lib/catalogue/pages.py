#!/usr/bin/env python3
"""Prints docs/rules/ from the rows of the catalogue: one page for each guidance document, an index that counts their
rules, and pages of ambiguities, policies, contacts and documents (guidance.py).

    pages.py --write [DIRECTORY]   writes the pages (docs/rules/ unless DIRECTORY is named)
    pages.py --check [DIRECTORY]   exit 1 if a page differs from the rows, is missing, or is no document's

A page names, beside each rule, what this version does about it (decided, reminded, recorded, shown only, not
yet), by which reason, deadline, notice, fact or move, in which files, and which tests show it: what trace.py
finds.
"""
import sys
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
sys.path[:0] = [str(HERE), str(TOP / "lib/vocabulary")]
import generate  # noqa: E402
import guidance  # noqa: E402
import print as vocabulary  # noqa: E402
import trace  # noqa: E402

EDIT = "<!-- Printed by lib/catalogue/pages.py from tables and the marks of code and tests; do not edit. -->"
RIGHTS = """\
The guidance is Crown copyright, used under the Open Government Licence v3.0. The statements are in our own
words, decide nothing by themselves and are not legal advice."""
PAGES = {"PRAP": "prap.md", "PD": "provider-direct.md", "M08": "memo-08.md", "CH15": "chapter-15.md",
         "IPES": "ipes.md"}
COLUMNS = ["Rule", "Number", "Paragraph", "Lines", "Kind", "Decidable", "In our own words", "Status",
           "By", "Code", "Tests"]
MEANS = {"decided": "the library gives another answer depending on it, and a test fails when it is broken",
         "reminded": "a notice, a deadline or the reason of a refusal tells it",
         "recorded": "the event, the fact, the day or the contact is kept, and nothing follows from it",
         "shown only": "there is nothing in it for software to do but show it",
         "not yet": "nothing in this version does it"}


def small_words(kind):
    """The rows of one kind of words.def: [(NAME, public name, meaning)]."""
    rows = vocabulary.rows(TOP / "lib/vocabulary/words.def")
    return [(row[2], row[3], row[4]) for row in rows if row[0] == kind]


def cell(text):
    return text.replace("|", "\\|").replace("<", "&lt;")


def link(path):
    return f"[{Path(path).name}](../../{path})"


def test_link(name, places):
    return f"[{name}](../../{places[name]})"


def by_what(tree, thing):
    """A reason is named as its predicate under referral/guards/ is; everything else by its word."""
    return f"{thing} (`prapi_guard_{tree.names[thing][1]}`)" if thing.startswith("reason ") else thing


def page(title, rows, traces, tree):
    places = trace.places(tree)
    kinds = {name: public for name, public, _ in small_words("KIND")}
    software = {name: public for name, public, _ in small_words("SOFTWARE")}
    out = [EDIT, "", f"# {title}", "", RIGHTS, "",
           "| " + " | ".join(COLUMNS) + " |", "|---" * len(COLUMNS) + "|"]
    for number, _, rule_id, _, where, first, last, kind, decidable, text, *_ in rows:
        lines = str(first) if first == last else f"{first}-{last}"
        rule = traces[rule_id]
        by = "; ".join(by_what(tree, thing) for thing in rule.by)
        cells = [rule_id, number, where, lines, kinds[kind], software[decidable], cell(text),
                 f"**{rule.status}**", by, ", ".join(map(link, rule.code)),
                 ", ".join(test_link(name, places) for name in rule.tests)]
        out.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(out) + "\n"


def index(titles, rows, traces):
    statuses = trace.STATUSES[::-1]
    out = [EDIT, "", "# The rules", "",
           f"{len(rows)} rules of five guidance documents, each with a permanent number. Every refusal,",
           "deadline and notice cites one of them; `prap_rule_by_number` turns its number into the row, and",
           "`prap rules ID` prints it with the code that decides it and the tests that show it.", "",
           "Beside them: [where the guidance is unclear](ambiguities.md), the [policies](policies.md) that choose,",
           "the [documents](documents.md) with their dates, and the [contacts](contacts.md) that they name.", "",
           RIGHTS, "", "What this version does about them:", "",
           "| Document | Rules | " + " | ".join(status.capitalize() for status in statuses) + " |",
           "|---" * (len(statuses) + 2) + "|"]
    for document, title in titles.items():
        own = [row for row in rows if row[3] == document]
        counts = [sum(traces[row[2]].status == status for row in own) for status in statuses]
        out.append("| " + " | ".join(map(str, [f"[{title}]({PAGES[document]})", len(own), *counts])) + " |")
    out += ["", *(f"- **{status}**: {MEANS[status]}" for status in statuses)]
    out += ["", "| Document | Decidable | Partly | Not |", "|---|---|---|---|"]
    for document, title in titles.items():
        own = [row[8] for row in rows if row[3] == document]
        counts = [own.count(answer) for answer in ("YES", "PARTLY", "NO")]
        out.append("| " + " | ".join(map(str, [title, *counts])) + " |")
    out += ["", "What the kinds say:", ""]
    out += [f"- **{public}**: {meaning}" for _, public, meaning in small_words("KIND")]
    out += ["", "What decidable says:", ""]
    out += [f"- **{public}**: {meaning}" for _, public, meaning in small_words("SOFTWARE")]
    out += ["", "How a rule comes to its status, and how that is proven: `lib/catalogue/trace.py`, `tests/trace/`."]
    return "\n".join(out) + "\n"


def pages():
    tree = trace.Tree(TOP)
    traces, faults = trace.trace(tree)
    if faults:
        raise SystemExit("\n".join(faults))
    titles = {name: meaning for name, _, meaning in small_words("DOCUMENT")}
    printed = {"README.md": index(titles, tree.rows, traces)}
    for document, title in titles.items():
        own = [row for row in tree.rows if row[3] == document]
        printed[PAGES[document]] = page(title, own, traces, tree)
    for name, lines in guidance.pages(small_words).items():
        printed[name] = "\n".join([EDIT, "", *lines, "", RIGHTS]) + "\n"
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
