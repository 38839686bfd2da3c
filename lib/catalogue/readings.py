"""Reads what the rule catalogue (rules.md) says beside the rules: documents (0.1), ambiguities (4.1 to 4.6), contacts
(4.7) and policy settings (4.8). generate.py prints the rows.
"""
import re

DOCUMENTS = ["PRAP", "PD", "M08", "CH15", "IPES"]
DOCUMENT = f"(?:{'|'.join(DOCUMENTS)})"
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
# The scenarios of memo 08 in the order in which the catalogue writes "M08-*-11/9/8" (rules.md 0.2).
M08_SCENARIOS = ["INEL", "WORK", "DUP"]
# The document that this setting gives its dates in force, because its own text has none (AMB-70).
IN_FORCE = re.compile(r"P-(\w+)-IN-FORCE")


def plain(text):
    """A table cell without its Markdown. The asterisk that marks a default, "REFUSE*", and "M08-*-N" stay."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\*\*(.+?)\*\*", r"\1", text)
    text = re.sub(r"(?<![\w*-])[*_]([^*_]+)[*_](?![\w*])", r"\1", text)
    return re.sub(r"`([^`]*)`", r"\1", text).strip()


def table(path, heading, columns):
    """The rows of the tables under every heading that matches, as lists of plain cells."""
    inside, rows = False, []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            inside = re.match(heading, line) is not None
        elif inside and line.startswith("| ") and not line.startswith("|--"):
            cells = [plain(cell) for cell in re.split(r"(?<!\\)\|", line.strip()[1:-1])]
            if len(cells) != columns:
                raise SystemExit(f"{path}: the row of {cells[0]} has {len(cells)} columns, not {columns}")
            rows.append(cells)
    return [row for row in rows if row[0] not in ("Id", "Role", "Setting", "Short name")]


def numbered_from(token, last):
    """"A-56", "59" -> A-56, A-57, A-58, A-59; [] when the two are no range."""
    head, number = re.match(r"(.*?)(\d+)$", token).groups() if token[-1].isdigit() else (token, "")
    end = re.search(r"(\d+)$", last)
    if not number or not end or not int(number) <= int(end.group(1)) <= int(number) + 99:
        return []
    return [f"{head}{i}" for i in range(int(number), int(end.group(1)) + 1)]


def spread(token):
    """One token as the tokens that it stands for: ranges and the scenarios of memo 08 written out."""
    scenarios = re.match(r"(M08-)\*-(.+)$", token)
    if scenarios:
        numbers = scenarios.group(2).split("/")
        numbers = numbers if len(numbers) == len(M08_SCENARIOS) else numbers[:1] * len(M08_SCENARIOS)
        return [part for name, number in zip(M08_SCENARIOS, numbers) for part in spread(f"M08-{name}-{number}")]
    ends = re.match(r"(\S+) to (\S+)$", token) or re.match(r"((?:\w+-)*[\d.]+)-([\d.]+)$", token)
    return numbered_from(*ends.groups()) or [token] if ends else [token]


def parts_of(rule_id, rules):
    """The rule with an id, or where the catalogue splits it, its parts: "IPES-3.63" is its a and b. PRAP-DOC-n-ACC is
    that rule of every document n."""
    if rule_id in rules:
        return [rule_id]
    if "-n-" in rule_id:
        return [rule for rule in rules if re.fullmatch(re.escape(rule_id).replace(r"\-n\-", r"-\d+-"), rule)]
    return [rule for rule in rules if re.match(re.escape(rule_id) + r"(?:[a-z]|-)", rule)]


def rules_named(text, rules):
    """The ids that a cell names, in its order: "IPES-LC-39a, 43 v 3.22" is IPES-LC-39a, IPES-LC-43, IPES-3.22. What
    names no rule of the catalogue ("all within") is passed over."""
    document, before, found = "", "", []
    for piece in re.split(r"[,;]| v ", text):
        for token in spread(piece.strip()):
            named = re.match(rf"({DOCUMENT})-", token)
            document = named.group(1) if named else document
            wanted = [token] if named else [f"{document}-{token}", before.rpartition("-")[0] + "-" + token,
                                            *(f"{other}-{token}" for other in DOCUMENTS if "-" in token)]
            parts = next((parts for parts in (parts_of(one, rules) for one in wanted) if parts), [])
            if parts and token and not re.search(r"[\s\"]", token):
                before = token if named else next(one for one in wanted if parts_of(one, rules))
                found += [rule for rule in parts if rule not in found]
    return found


def identifier(text):
    """A name for what has none: "POST email in memo 08" is post-email-in-memo-08."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def ambiguities(path, rules):
    """id, rules as written, rules by id, unclear, readings, recommended, policy; in the catalogue's order."""
    return [(row[0], row[1], tuple(rules_named(row[1], rules)), *row[2:]) for row in table(path, r"### 4\.[1-6] ", 6)]


def policies(path):
    """name, default, alternatives, serves; in the catalogue's order."""
    return [tuple(row) for row in table(path, r"### 4\.8 ", 4)]


def contact_status(printed, note):
    """AMB-84. What stands at the gsi domain is superseded wherever it is printed: nobody reads it any more."""
    if note.startswith("missing"):
        return "MISSING"
    if note.startswith("redacted"):
        return "REDACTED"
    if note.startswith("host supplies"):
        return "HOST_SUPPLIES"
    return "SUPERSEDED" if ".gsi.gov.uk" in printed.lower() else "PRINTED"


def contacts(path, rules):
    """id, STATUS, role, as printed, where, rules by id, note; in the catalogue's order."""
    return [(identifier(role), contact_status(printed, note), role, re.sub(r'^"(.*)"$', r"\1", printed), where,
             tuple(rules_named(where, rules)), note) for role, printed, where, note in table(path, r"### 4\.7 ", 4)]


def last_day_named(text):
    """(year, month, day) of the day from which a document's text counts: the day it was issued, or else the last."""
    days = re.findall(r"(issued )?(\d+) (" + "|".join(MONTHS) + r")\w* (\d{4})", text)
    issued = [day for day in days if day[0]] or days[-1:]
    if not issued:
        raise SystemExit(f"no day in: {text}")
    _, day, month, year = issued[0]
    return int(year), MONTHS.index(month) + 1, int(day)


def documents(path):
    """DOCUMENT, first day as (year, month, day) or None, the setting that gives its dates or "", state of the text."""
    own = {IN_FORCE.match(row[0]).group(1): row[0] for row in policies(path) if IN_FORCE.match(row[0])}
    return [(name, None if name in own else last_day_named(state), own.get(name, ""), state)
            for name, _, _, state in table(path, r"### 0\.1 ", 4)]
