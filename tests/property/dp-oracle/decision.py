"""The decision table for an erasure request, rules.md 1.4, twice: read from the printed table, row by row, and told
once more from the paragraphs. self-test.py holds the two against each other over every combination of facts.

A fact is True, False or a word; None is "not known". Only the catalogue was read for it."""
import itertools
import re

ACCEPT, REJECT, ASK = "accept", "reject", "reject-pending-human"
UNDECIDED, NOT_COVERED = "undecided", "not-covered"
VALUES = {"programme": ["whp", "jets", "ipes", "work-programme"], "started": [True, False],
          "group": ["voluntary", "long-term-unemployed", "neither"], "mandated": [True, False],
          "dna": [True, False], "evidence": [True, False]}
FACTS = list(VALUES)
COVERED = ("whp", "jets")


def combinations(with_unknown=True):
    """Every row of facts there can be; each fact not known as well."""
    unknown = [None] if with_unknown else []
    for values in itertools.product(*(VALUES[fact] + unknown for fact in FACTS)):
        yield dict(zip(FACTS, values))


# From the paragraphs.

def row_of(facts):
    """(row, outcome) of facts that are all known. Row "" is a case that no printed row speaks of."""
    jets, mandated, group = facts["programme"] == "jets", facts["mandated"], facts["group"]
    if facts["programme"] not in COVERED:
        return "9", NOT_COVERED  # CH15-META-5, before everything else
    if facts["started"]:
        return "1", REJECT  # 39: the right does not apply
    if not mandated and facts["evidence"]:
        return "4c", ASK  # 38-N-b: what is on file is kept, and the facts contradict each other
    if jets:
        if mandated:
            return "2", REJECT  # 35a
        return ("6", ACCEPT) if group == "voluntary" else ("7b", ASK)  # 28
    if group == "voluntary":
        return ("7", ASK) if mandated else ("6", ACCEPT)  # AMB-83; 28
    if group == "neither":
        return "", ASK  # 33: every other scenario; none of those that follow is this one (AMB-72)
    if not mandated:
        return "5", ACCEPT  # 29
    if facts["dna"]:
        return "3", REJECT  # 34a
    return ("4a", ASK) if facts["evidence"] else ("4b", ASK)


RULES = {"1": {"CH15-39", "CH15-40"}, "2": {"CH15-35a", "CH15-36"}, "3": {"CH15-34a", "CH15-36"},
         "4a": {"CH15-33", "CH15-38-N-b"}, "4b": {"CH15-33"}, "4c": {"CH15-38-N-b"}, "5": {"CH15-29", "CH15-30"},
         "6": {"CH15-28", "CH15-30"}, "7": set(), "7b": {"CH15-33"}, "": {"CH15-33"}, "9": {"CH15-META-5"}}


def settled(facts, gap):
    """The outcome of facts that are all known, under a choice of P-ERASE-GAP."""
    outcome = row_of(facts)[1]
    return REJECT if outcome == ASK and gap == "reject" else outcome


def decide(facts, gap="ask-propose-reject"):
    """(outcome, rows that it may be, facts missing). What is not known is missing when the outcome may turn on it,
    whatever the other unknown facts are (row 8)."""
    if facts["programme"] is not None and facts["programme"] not in COVERED:
        return NOT_COVERED, {"9"}, set()
    unknown = [fact for fact in FACTS if facts[fact] is None]
    missing, outcomes, rows = set(), set(), set()
    for values in itertools.product(*(VALUES[fact] for fact in unknown)):
        known = {**facts, **dict(zip(unknown, values))}
        here = settled(known, gap)
        outcomes.add(here)
        rows.add(row_of(known)[0])
        missing |= {fact for fact in unknown
                    if any(settled({**known, fact: value}, gap) != here for value in VALUES[fact])}
    if len(outcomes) > 1:
        return UNDECIDED, {"8"}, missing
    return outcomes.pop(), rows, set()


# From the printed table.

PROGRAMMES = {"Core or JETS": COVERED, "JETS": ("jets",), "Core": ("whp",), "any": COVERED,
              "IPES, Work Programme": ("ipes", "work-programme")}
GROUPS = {"any": VALUES["group"], "LTU": ["long-term-unemployed"], "voluntary": ["voluntary"],
          "neither voluntary nor mandated": ["long-term-unemployed", "neither"]}
YES_NO = {"yes": [True], "no": [False], "any": [True, False]}
LAST = {"any": lambda facts: True,
        "yes, after mandation activity": lambda facts: facts["dna"],
        "no DNA or no mandation activity, but evidence is held": lambda facts: not facts["dna"] and facts["evidence"],
        "no DNA or no mandation activity, no evidence held":
            lambda facts: not facts["dna"] and not facts["evidence"],
        "mandation evidence is on file": lambda facts: facts["evidence"]}
OUTCOMES = {"ACCEPT": ACCEPT, "REJECT": REJECT, "REJECT_PENDING_HUMAN": ASK, "UNDECIDED": UNDECIDED,
            "NOT_COVERED": NOT_COVERED}


def printed_rows(text):
    """[(row, cells, outcome, rules)] of the table as rules.md prints it."""
    after = text[text.index("**Decision table for an erasure request**"):].splitlines()
    first = next(number for number, line in enumerate(after) if line.startswith("|"))
    rows = []
    for line in after[first + 2:]:
        if not line.startswith("|"):
            return rows
        number, *cells, outcome, rules = (cell.strip() for cell in line.strip("|").split("|"))
        rows.append((number, cells, OUTCOMES[re.search(r"\b[A-Z_]{6,}", outcome).group()], rules))
    return rows


def printed_row_of(rows, facts):
    """The first matching row; the scope of row 9 first, and row 8 left out: it is for facts that are not known."""
    for number, (programme, started, group, mandated, last), outcome, _ in rows:
        if number in ("8", "9"):
            continue
        if (facts["programme"] in PROGRAMMES[programme] and facts["started"] in YES_NO[started]
                and facts["group"] in GROUPS[group] and facts["mandated"] in YES_NO[mandated] and LAST[last](facts)):
            return number, outcome
    number, cells, outcome, _ = rows[-1]
    return (number, outcome) if facts["programme"] in PROGRAMMES[cells[0]] else ("", None)


def cited(text):
    """The rules of a cell such as "CH15-33, 38-N-b, AMB-72, 83": an item without a name has that before it."""
    found, name = set(), ""
    for item in text.split(", "):
        if item.startswith(("CH15-", "AMB-")):
            name, item = item.split("-", 1)
        found.add(f"{name}-{item}")
    return found
