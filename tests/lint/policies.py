#!/usr/bin/env python3
"""The policies that decide something (lib/vocabulary/policies.def, choices.def) are those of the catalogue
(lib/catalogue/policies.def): the same default, the same alternatives, for the same ambiguity; and the catalogue marks
these and no others as deciding.

    policies.py [TREE]
"""
import re
import sys
from datetime import date, timedelta

from tree import TOP, report, root

sys.dont_write_bytecode = True
sys.path[:0] = [str(TOP / "lib/vocabulary"), str(TOP / "lib/catalogue")]
import print as vocabulary  # noqa: E402
import rows as catalogue_rows  # noqa: E402

FREE = {"any", "rate", "date", "minute of day", "days"}  # what the catalogue writes when the number or day is the host's
NONE = {"off", "none", "unset"}  # what it writes for a number that is 0


def values(policy, choices, allowed):
    """Default and alternatives of a row of the vocabulary, as the catalogue would write them."""
    name, default, lowest, highest = policy[1], policy[4], int(policy[5]), int(policy[6])
    if lowest < 0:
        return f"{date(1970, 1, 1) + timedelta(days=int(default)):%-d %B %Y}", set()
    if highest > 999:
        return default, set()
    if highest:
        numbers = [str(number) for number in range(lowest, highest + 1) if str(number) != default]
        return default, set(numbers)
    words = [choices[choice] for owner, choice in allowed if owner == name]
    default = choices.get(default.removeprefix("PRAP_CHOICE_"), default)
    return default, set(words) - {default}


def spelling(word):
    """ALLOW_WITH_BREACH and allow-with-breach are the same word (prap_setting_parse), and so is "host subset"."""
    return word.lower().replace("_", "-").replace(" ", "-")


def faults(top):
    tables = top / "lib/vocabulary"
    choices = {row[1]: row[2] for row in vocabulary.rows(tables / "choices.def", "C")}
    allowed = pairs((tables / "choices.def").read_text(encoding="utf-8"))
    deciding = {row[3]: row for row in vocabulary.rows(tables / "policies.def")}
    catalogue = {row[2]: row for row in catalogue_rows.rows_in(top / "lib/catalogue", "policies.def")}
    for name, policy in deciding.items():
        if name not in catalogue:
            yield f"{name}: decides, and is not in the catalogue"
            continue
        _, _, _, decides, _, _, default, alternatives, serves = catalogue[name]
        ours, others = values(policy, choices, allowed)
        if decides != f"PRAP_POLICY_{policy[1]}":
            yield f"{name}: decides, and the catalogue's row says {decides}; run lib/catalogue/generate.py --write"
        if ours == "0" and default in NONE or re.fullmatch(rf"{ours} (working )?days?", default):
            default = ours
        if spelling(default) != spelling(ours):
            yield f"{name}: the default is {ours}, in the catalogue {default}"
        if alternatives not in FREE and {spelling(word) for word in alternatives.split(", ") if word != "-"} != others:
            yield f"{name}: the alternatives are {', '.join(sorted(others))}, in the catalogue {alternatives}"
        if serves != policy[7]:
            yield f"{name}: serves {policy[7]}, in the catalogue {serves}"
    for name, row in catalogue.items():
        if row[3] != "0" and name not in deciding:
            yield f"{name}: the catalogue's row says {row[3]}, and nothing decides by it"


def pairs(source):
    """(POLICY, CHOICE) of every P row; several stand in one line."""
    return re.findall(r"\bP\((\w+), (\w+)\)", re.sub(r"/\*.*?\*/", "", source, flags=re.S))


if __name__ == "__main__":
    sys.exit(report(faults(root(sys.argv[1:]))))
