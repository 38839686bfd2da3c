#!/usr/bin/env python3
"""Prints the rows of the catalogue of the guidance (rules.md) and checks them.

    generate.py --write [RULES.MD]   writes rules.def and order.def from section 1, documents.def,
                                     ambiguities.def, policies.def and contacts.def from sections 0.1 and 4
    generate.py --check [RULES.MD]   checks that the committed rows are sound and, if RULES.MD is there, say
                                     what it says; exit 1 and one line for each fault
    generate.py --directory DIR ...  works on the rows in DIR instead of the folder of this script

RULES.MD is ../shared/spec/rules.md beside the project unless it is named. The printed rows are committed, so
that nobody needs Python or the catalogue to build. A number, once printed, is its rule's for ever.
"""
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
sys.path[:0] = [str(HERE)]
import rows as other_rows  # noqa: E402

FIRST_NUMBER = {"PRAP": 1001, "PD": 2001, "M08": 3001, "CH15": 4001, "IPES": 5001}

RULES_HEAD = """\
/*
 * rules.def: every rule of the five guidance documents, in document order. Printed by generate.py from the
 * rule catalogue; do not edit. Numbers are permanent. Where a rule stands in two places the lines span both.
 * X(number, IDENT, "id", DOCUMENT, "paragraph", first_line, last_line, KIND, SOFTWARE, "in our own words")
 */
"""
ORDER_HEAD = """\
/*
 * order.def: the rows of rules.def in the orders in which they are searched. Printed by generate.py.
 * BY_NUMBER(IDENT) ascending by number, BY_ID(IDENT) ascending by the bytes of the id.
 */
"""
ROW = re.compile(r'^X\((\d+), (\w+), "([^"]*)", (\w+), "([^"]*)", (\d+), (\d+), (\w+), (\w+), '
                 r'"((?:[^"\\]|\\.)*)"\)$')


def ident(rule_id):
    """The id as a C token: IPES-3.23-N1 is IPES_3_23_N1."""
    return rule_id.replace("-", "_").replace(".", "_")


def paragraph(rule_id):
    """The paragraph as the document numbers it, or "" where it numbers none."""
    document, rest = rule_id.split("-", 1)
    if document in ("PD", "CH15", "IPES"):
        numbered = re.match(r"(3\.\d+|\d+)", rest)
        if numbered:
            return numbered.group(1)
    if document == "IPES":
        annex = re.match(r"A3([12])-", rest)
        if annex:
            return "Annex 3." + annex.group(1)
        if rest.startswith("LC-"):
            return "leaver codes"
    annex = re.match(r"([AB])(-|$)", rest)
    if annex and document in ("PD", "CH15"):
        return "Annex " + annex.group(1)
    return ""


def plain(statement):
    """A table cell without its Markdown."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", statement)
    text = re.sub(r"\*\*(.+?)\*\*", r"\1", text)
    text = re.sub(r"(?<!\w)[*_]([^*_]+)[*_](?!\w)", r"\1", text)
    text = re.sub(r"`([^`]*)`", r"\1", text)
    return re.sub(r"\\([\\`*_{}\[\]()#+.!|<>-])", r"\1", text).strip()


def words():
    """The names that words.def gives to kinds and to software columns: {"KIND": {"guard": "GUARD"}}."""
    table = {}
    source = (TOP / "lib/vocabulary/words.def").read_text(encoding="utf-8")
    for kind, name, word in re.findall(r'^X\((\w+),\s*\d+,\s*(\w+),\s*"([^"]*)"', source, flags=re.M):
        table.setdefault(kind, {})[word] = name
    return table


def catalogue_rows(path):
    """The rule rows of rules.md: id, document, paragraph, first line, last line, KIND, SOFTWARE, text."""
    names = words()
    document, rows = None, []
    for line in path.read_text(encoding="utf-8").splitlines():
        heading = re.match(r"### 1\.[1-5] Seed (\w+)", line)
        if heading:
            document = heading.group(1)
        elif line.startswith("## ") or line.startswith("### "):
            document = None
        if document is None or not line.startswith(f"| {document}-"):
            continue
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip()[1:-1])]
        if len(cells) != 6:
            raise SystemExit(f"{path}: the row of {cells[0]} has {len(cells)} columns, not 6")
        lines = [int(number) for number in re.findall(r"\d+", cells[1])]
        software = cells[4].split(" ")[0].lower()
        rows.append((cells[0], document, paragraph(cells[0]), min(lines), max(lines), names["KIND"][cells[3]],
                     names["SOFTWARE"][software], plain(cells[2])))
    return rows


def printed_rows(directory):
    """The committed rows, number first, and the faults of form that were met while reading them."""
    rows, faults = [], []
    path = directory / "rules.def"
    if not path.exists():
        return rows, faults
    source = re.sub(r"/\*.*?\*/\n?", "", path.read_text(encoding="utf-8"), count=1, flags=re.S)
    for line in source.splitlines():
        match = ROW.match(line)
        if not match:
            faults.append("rules.def: not a row: " + line[:60])
            continue
        number, token, rule_id, document, where, first, last, kind, software, text = match.groups()
        rows.append((int(number), token, rule_id, document, where, int(first), int(last), kind, software,
                     re.sub(r"\\(.)", r"\1", text)))
    return rows, faults


def numbered(catalogue, printed):
    """The catalogue's rows with their permanent numbers: known ids keep theirs, new ones get the next."""
    numbers = {row[2]: row[0] for row in printed}
    gone = sorted(set(numbers) - {row[0] for row in catalogue})
    if gone:
        raise SystemExit("hosts may have stored the numbers of these rules: " + ", ".join(gone))
    rows = []
    for rule_id, document, *rest in catalogue:
        if rule_id not in numbers:
            base = FIRST_NUMBER[document]
            taken = [number for number in numbers.values() if base <= number < base + 999]
            numbers[rule_id] = max(taken, default=base - 1) + 1
        rows.append((numbers[rule_id], ident(rule_id), rule_id, document, *rest))
    return rows


def rules_text(rows):
    out = [RULES_HEAD]
    for number, token, rule_id, document, where, first, last, kind, software, text in rows:
        out.append(f'X({number}, {token}, "{rule_id}", {document}, "{where}", {first}, {last}, {kind}, '
                   f"{software}, {other_rows.quoted(text)})\n")
    return "".join(out)


def order_text(rows):
    by_number = [f"BY_NUMBER({row[1]})\n" for row in sorted(rows)]
    by_id = [f"BY_ID({row[1]})\n" for row in sorted(rows, key=lambda row: row[2].encode())]
    return ORDER_HEAD + "".join(by_number) + "\n" + "".join(by_id)


def unsound(rows):
    """What is wrong with the committed rows, whatever the catalogue says."""
    names = words()
    for position, what in enumerate(("number", "token", "id")):
        seen = set()
        for row in rows:
            if row[position] in seen:
                yield f"rules.def: {what} {row[position]} is there twice"
            seen.add(row[position])
    for number, token, rule_id, document, where, first, last, kind, software, text in rows:
        base = FIRST_NUMBER.get(document)
        if base is None or not rule_id.startswith(document + "-"):
            yield f"rules.def: {rule_id} does not belong to document {document}"
        elif not base <= number < base + 999:
            yield f"rules.def: {rule_id} has number {number}, outside the block of {document}"
        if token != ident(rule_id):
            yield f"rules.def: {rule_id} has token {token}, not {ident(rule_id)}"
        if base is not None and where != paragraph(rule_id):
            yield f"rules.def: {rule_id} has paragraph \"{where}\", not \"{paragraph(rule_id)}\""
        if not 1 <= first <= last:
            yield f"rules.def: {rule_id} has lines {first} to {last}"
        if kind not in names["KIND"].values() or software not in names["SOFTWARE"].values():
            yield f"rules.def: {rule_id} has kind {kind}, software {software}; words.def does not know both"
        if not text:
            yield f"rules.def: {rule_id} says nothing"


def unlike(rows, catalogue):
    """Where the committed rows do not say what the catalogue says."""
    known = {row[2]: row[3:] for row in rows}
    wanted = {row[0]: row[1:] for row in catalogue}
    for rule_id in sorted(known.keys() | wanted.keys()):
        if rule_id not in known:
            yield f"{rule_id}: in the catalogue, not in rules.def"
        elif rule_id not in wanted:
            yield f"{rule_id}: in rules.def, not in the catalogue"
        elif known[rule_id] != wanted[rule_id]:
            yield f"{rule_id}: rules.def and the catalogue differ"
    if list(known) != list(wanted) and known.keys() == wanted.keys():
        yield "rules.def: not in the order of the catalogue; run lib/catalogue/generate.py --write"


def check(directory, path):
    rows, faults = printed_rows(directory)
    faults += unsound(rows)
    others = [*other_rows.unsound(directory)]
    if not rows:
        faults.append("rules.def: no rows")
    order = directory / "order.def"
    if not faults and (not order.exists() or order.read_text(encoding="utf-8") != order_text(rows)):
        faults.append("order.def: not the orders of rules.def; run lib/catalogue/generate.py --write")
    if path.exists():
        catalogue = catalogue_rows(path)
        faults += [] if faults else unlike(rows, catalogue)
        others += [] if others else other_rows.unlike(directory, path, [row[0] for row in catalogue])
    else:
        print(f"skipped: no rule catalogue at {path}; only the committed rows were checked")
    for fault in faults + others:
        print(fault, file=sys.stderr)
    return 1 if faults + others else 0


def main(arguments):
    directory = HERE
    if arguments[:1] == ["--directory"] and len(arguments) > 1:
        directory, arguments = Path(arguments[1]), arguments[2:]
    if not arguments or arguments[0] not in ("--write", "--check") or len(arguments) > 2:
        print(__doc__, file=sys.stderr)
        return 2
    path = Path(arguments[1]) if len(arguments) == 2 else TOP.parent / "shared/spec/rules.md"
    if arguments[0] == "--check":
        return check(directory, path)
    rows = numbered(catalogue_rows(path), printed_rows(directory)[0])
    (directory / "rules.def").write_text(rules_text(rows), encoding="utf-8")
    (directory / "order.def").write_text(order_text(rows), encoding="utf-8")
    for name, text in other_rows.texts(directory, path, [row[2] for row in rows]).items():
        (directory / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
