"""Prints what readings.py read as rows for the compiler, and reads printed rows again. generate.py is the command.

Numbers are permanent: AMB-44 has number 44; a policy or a contact that was printed before keeps its number, a new one
gets the next.
"""
import datetime
import re
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(TOP / "lib/vocabulary")]
import print as vocabulary  # noqa: E402
import readings  # noqa: E402

FILES = ["documents.def", "ambiguities.def", "policies.def", "contacts.def"]
HEADS = {
    "documents.def": """\
/*
 * documents.def: the guidance documents and the day from which each one's text counts, as days since 1970-01-01.
 * Printed by generate.py from the rule catalogue, section 0.1; do not edit. The policy is the setting that gives the
 * dates of a text that has none.
 * X(DOCUMENT, first_day, POLICY, "state of the text")
 */
""",
    "ambiguities.def": """\
/*
 * ambiguities.def: where the guidance is unclear. Printed by generate.py from the rule catalogue, section 4; do not
 * edit. R(IDENT) is a rule concerned, S(IDENT) a policy that chooses.
 * X(number, IDENT, "id", rules, settings, "rules as written", "what is unclear", "readings", "recommended, and why",
 *   "policy")
 */
""",
    "policies.def": """\
/*
 * policies.def: every policy setting of the rule catalogue, section 4.8. Printed by generate.py; do not edit. Numbers
 * are permanent. DECIDES is the policy of lib/vocabulary/policies.def, or 0 when nothing decides by it yet.
 * X(number, IDENT, "name", DECIDES, AMBIGUITY, RULE, "default", "alternatives", "serves")
 */
""",
    "contacts.def": """\
/*
 * contacts.def: the contacts that the guidance names, as they are printed there. Printed by generate.py from the rule
 * catalogue, section 4.7; do not edit. Numbers are permanent. R(IDENT) is a rule that prints it.
 * X(number, IDENT, "id", STATUS, rules, "role", "as printed", "where", "note")
 */
""",
}


def token(name):
    return re.sub(r"\W", "_", name).upper()


def quoted(text):
    """A C string literal; a second '?' in a row is escaped because C11 still has trigraphs."""
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"(?<=\?)\?", r"\\?", text) + '"'


def rows_in(directory, name):
    """The rows of a printed file as lists of bare arguments, strings unquoted; [] when it is not there."""
    path = directory / name
    source = path.read_text(encoding="utf-8") if path.exists() else ""
    rows = []
    for line in re.sub(r"/\*.*?\*/", "", source, flags=re.S).splitlines():
        match = re.match(r"X\((.*)\)$", line)
        if match:
            cells = re.findall(r'"((?:[^"\\]|\\.)*)"(?:, |$)|([^,"]*)(?:, |$)', match.group(1))
            rows.append([re.sub(r"\\(.)", r"\1", text) or bare.strip() for text, bare in cells][:-1])
    return rows


def decides_by():
    """{"P-LATE-ACK": "LATE_ACK"}: what the vocabulary's policies are called in the catalogue."""
    return {row[3]: row[1] for row in vocabulary.rows(TOP / "lib/vocabulary/policies.def")}


def numbers(directory, name, at, ids):
    """Permanent numbers by id. at: where the id stands in a row of the file."""
    known = {row[at]: int(row[0]) for row in rows_in(directory, name)}
    gone = sorted(set(known) - set(ids))
    if gone:
        raise SystemExit(f"hosts may have stored the numbers of these rows of {name}: " + ", ".join(gone))
    for one in ids:
        known.setdefault(one, max(known.values(), default=0) + 1)
    return known


def r_list(rules):
    """The rules by their tokens in rules.def, which keep the case of the id."""
    return " ".join(f"R({re.sub(r'[-.]', '_', rule)})" for rule in rules) or "NO_RULES"


def documents_text(path):
    out = [HEADS["documents.def"]]
    for name, first, policy, state in readings.documents(path):
        day, shown = "PRAP_DAY_NONE", ""
        if first is not None:
            date = datetime.date(*first)
            day, shown = str((date - datetime.date(1970, 1, 1)).days), f" /* {date} */"
        out.append(f"X({name}, {day}{shown}, {token(policy) or 'NO_POLICY'}, {quoted(state)})\n")
    return "".join(out)


def ambiguities_text(path, rules, policies):
    out = [HEADS["ambiguities.def"]]
    for one, written, named, *texts in readings.ambiguities(path, rules):
        settings = " ".join(f"S({token(name)})" for name, _, _, serves in policies if serves == one)
        out.append(f"X({int(one[4:])}, {token(one)}, \"{one}\", {r_list(named)}, {settings or 'NO_SETTINGS'}, "
                   f"{', '.join(map(quoted, [written, *texts]))})\n")
    return "".join(out)


def policies_text(directory, rules, policies):
    out, decides = [HEADS["policies.def"]], decides_by()
    number = numbers(directory, "policies.def", 2, [row[0] for row in policies])
    for name, default, alternatives, serves in policies:
        deciding = f"PRAP_POLICY_{decides[name]}" if name in decides else "0"
        ambiguity = token(serves) if serves.startswith("AMB-") else "NO_AMBIGUITY"
        rule = re.sub(r"[-.]", "_", serves) if serves in rules else "NONE"
        texts = ", ".join(map(quoted, [default, alternatives, serves]))
        out.append(f"X({number[name]}, {token(name)}, \"{name}\", {deciding}, {ambiguity}, {rule}, {texts})\n")
    return "".join(out)


def contacts_text(directory, path, rules):
    contacts = readings.contacts(path, rules)
    number = numbers(directory, "contacts.def", 2, [row[0] for row in contacts])
    out = [HEADS["contacts.def"]]
    for one, status, role, printed, where, named, note in contacts:
        texts = ", ".join(map(quoted, [role, printed, where, note]))
        out.append(f"X({number[one]}, {token(one)}, \"{one}\", {status}, {r_list(named)}, {texts})\n")
    return "".join(out)


def texts(directory, path, rules):
    """{file: text} of the four files, as the catalogue at path says; rules: the ids of its rules."""
    policies = readings.policies(path)
    return {"documents.def": documents_text(path), "ambiguities.def": ambiguities_text(path, rules, policies),
            "policies.def": policies_text(directory, rules, policies),
            "contacts.def": contacts_text(directory, path, rules)}


def unsound(directory):
    """What is wrong with the committed rows, whatever the catalogue says."""
    found = {name: rows_in(directory, name) for name in FILES}
    for name, rows in found.items():
        for at in (0, 2) if name != "documents.def" else (0,):
            seen = set()
            for row in rows:
                if row[at] in seen:
                    yield f"{name}: {row[at]} is there twice"
                seen.add(row[at])
        if not rows:
            yield f"{name}: no rows"
    for row in found["ambiguities.def"]:
        if row[2] != f"AMB-{int(row[0]):02}":
            yield f"ambiguities.def: {row[2]} has number {row[0]}"


def unlike(directory, path, rules):
    """Which of the committed files do not say what the catalogue says."""
    for name, text in texts(directory, path, rules).items():
        if not (directory / name).exists() or (directory / name).read_text(encoding="utf-8") != text:
            yield f"{name}: not what the catalogue says; run lib/catalogue/generate.py --write"
