#!/usr/bin/env python3
"""The rows that judge are the life cycles of rules.md 2.1 to 2.3, 2.5 and 2.6: what tests/golden/matrix-*.txt prints of
them cites nothing that is not there, leaves no row of a table out, and moves a case from the stages that the cited row
has to the stage that it has. Where a row of ours reads more into a row of rules.md, it is said here, with the reason.

    life-cycles.py [TREE]     reads TREE/rules.md, or ../shared/spec/rules.md; exit 77: it is not there
"""
import re
import sys
from collections import defaultdict

from tree import against_the_catalogue

ROW = re.compile(r"[TF]-(?:IM|I|W|J|E|U)-\d+b?")
STAGE = re.compile(r"\b(?:I\d|I5c|IX\d|W\d|WX\d|E\d)\b")
# The programmes, and how the rows begin that are theirs. JETS has the rows of WHP with differences (2.3).
PROGRAMMES = {"ipes": ("T-I-", "T-IM-", "F-I-"), "whp": ("T-W-", "F-W-"), "jets": ("T-J-", "F-J-"),
              "erasure": ("T-E-", "F-E-"), "email": ("F-U-",)}
# A stage that is a condition of another here, and one that is two.
NAMES = {"I4": {"received"}, "WX2": {"cancelled-no-contact"}, "WX3": {"completed", "ended"}}
# Decided elsewhere than by a row, and where.
NO_ROW = {"T-I-13": "of what nobody enters: a deadline passes", "T-J-10": "a case of its own: 2.5",
          "F-J-01": "the exit report is a form: forms.def", "F-J-03": "of the case of 2.5",
          "F-E-07": "retention-findings.def", "F-E-08": "retention-findings.def"}
# What refuses to move a case, so that another one is begun.
REFUSES = {"T-I-53"}
# Beside the tables: a case taken over and an entry voided; what 2.2.1 and 2.6 tell in words.
BESIDE = {"X-20", "X-25", "2.2.1", "2.6"}

# From which stages, and to which, rows of ours move a case beside those of a line of rules.md; and by what reading.
EARLY, SENT = {"signposted", "prospect"}, {"prap14-sent", "prap14-approved"}
OPEN = {"decided", "ready", "referenced"}
ALL_THE_SAME = "the Jobcentre's referral is one, whoever was told of what leads to it (3.16a)"
ON_PAPER = "2.1.2: what is known of it on paper"
GOES_ON = "a request to POST ends nothing yet (M08-BG-3, BG-4)"
MORE = {
    "T-I-09": (EARLY, set(), ALL_THE_SAME),
    "T-I-54": (EARLY | {"handed-over"}, set(), ALL_THE_SAME),
    "T-IM-05": (EARLY | {"handed-over"}, set(), ALL_THE_SAME),
    "T-I-10": (EARLY | {"received", "attended"}, {"attended", "pre-work", "dna", "dns"}, ON_PAPER),
    "T-I-18": ({"received"}, set(), ON_PAPER),
    "T-I-20": ({"received"}, set(), ON_PAPER),
    "T-I-29": ({"received"}, set(), "unacknowledged, as T-I-27 (AMB-106)"),
    "T-I-31": (set(), {"dna", "dns", "cancelled-no-contact"}, "effective at once (AMB-52)"),
    "T-I-32": ({"accepted", "attended"}, set(), "effective at once (AMB-52)"),
    "T-W-03": (set(), {"accepted"}, "the meeting is told before the start is entered (AMB-58)"),
    "T-W-04": (set(), {"received", "accepted", "cancelled-no-contact"}, "found, then rejected or cancelled (AMB-86)"),
    "T-W-05": (set(), {"received", "accepted", "dna"}, "found, then rejected or cancelled (AMB-86)"),
    "T-W-06": (set(), {"received", "accepted", "cancelled-no-contact"}, "found, then rejected or cancelled (AMB-86)"),
    "T-W-07": ({"accepted"}, {"started"}, "found, then sent; of a start that is not entered yet (AMB-58)"),
    "T-W-08": (set(), {"accepted"}, "of a start that is not entered yet (AMB-58)"),
    "T-W-10": (set(), {"backed-out"}, "after an early back-out (AMB-89)"),
    "T-W-13": ({"prap14-sent"}, {"backed-out"}, "however early; then the end date that is owed (AMB-89)"),
    "T-W-14": (SENT, set(), GOES_ON),
    "T-W-15": (SENT, set(), GOES_ON),
    "T-W-17": (SENT, set(), GOES_ON),
    "T-W-18": (SENT | {"received", "accepted"}, set(), "2.2.1: an appointment is mandated from the referral on"),
    "T-J-06": (SENT, set(), GOES_ON),
    "T-J-08": (SENT, set(), GOES_ON),
    "T-J-09": (SENT, set(), GOES_ON),
    "T-E-02": (OPEN | {"forwarded"}, set(), "at once, as the forwarding: in either order (CH15-23, 24)"),
    "T-E-04": (OPEN | {"responded"}, {"decided", "ready", "responded"}, "the decision does not wait for it (T-E-05)"),
    "T-E-08": ({"closed"}, {"responded"}, "its effect, the erasure, done"),
}


def life(text):
    return text.split("\n## 2. ", 1)[1].split("\n## 3. ", 1)[0]


def stages(section):
    """The stages by their codes, in order: of a list of them, or as the transitions to them name them."""
    found = {}
    for code, name in re.findall(r"^\| (I\d|I5c|IX\d|W\d|WX\d)(?:\(s\))? \| ([A-Z0-9_]+)", section, re.M):
        found[code] = NAMES.get(code) or {name.lower().replace("_", "-")}
    for code, name in re.findall(r"\b(E\d) ([A-Z]+)\b", section):
        found.setdefault(code, {name.lower()})
    return found


def codes(cell, named):
    """The codes of a cell in the order of the stages, ranges whole."""
    order = list(named)
    for first, last in re.findall(rf"({STAGE.pattern}) to ({STAGE.pattern})", cell):
        cell += " " + " ".join(order[order.index(first):order.index(last) + 1])
    return [code for code in order if code in STAGE.findall(cell)]


def wanted(section, named):
    """Of each line of the tables: its row, its stages, those that it leads to, and whether it says that it leads nowhere."""
    for line in section.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not ROW.fullmatch(cells[0]) or not cells[0].startswith("T"):
            continue
        start, to = cells[1], cells[4]
        new = "new case" in to
        begins = {"none"} if new or re.search(r"(?:^| )-$", start) else set()
        come = begins if new else begins.union(*(named[code] for code in codes(start, named)))
        go = [named[code] for code in codes(to, named)]
        yield cells[0], come, go, "same" in to


def moves(text):
    """What the matrix prints: (ids, stage, stage after it or None when it is refused)."""
    for stage, body in re.findall(r"^([a-z0-9-]+), [a-z0-9-]+\n((?: .*\n?)+)", text, re.M):
        for to, ids in re.findall(r"^    (?:-> ([a-z0-9-]+).*|refused.*)  \((.*)\)$", body, re.M):
            yield ids.split(", "), stage, stage if to == "same" else to or None


def row_faults(name, come, go, back, done):
    more_from, more_to, _ = MORE.get(name, (set(), set(), ""))
    lead = set().union(*go)
    back = back or lead and lead <= come
    at, to = {stage for stage, _ in done}, {after for stage, after in done if not back or after != stage}
    if come and at - come - more_from:
        yield f"{name} moves from {', '.join(sorted(at - come - more_from))}, where rules.md has it not"
    if come - at:
        yield f"{name} does not move from {', '.join(sorted(come - at))}, where rules.md has it"
    if unread := (more_from - at) | (more_to - to):
        yield f"{name} does not move from or to {', '.join(sorted(unread))}, as it was read"
    if (lead or back) and to - lead - more_to:
        yield f"{name} leads to {', '.join(sorted(to - lead - more_to))}, where rules.md has it not"
    for stage in go:
        if not stage & ({after for _, after in done}):
            yield f"{name} never leads to {' or '.join(sorted(stage))}"


def faults(top, rules):
    section = life(rules)
    named = stages(section)
    known = set(ROW.findall(section))
    lines = {name: rest for name, *rest in wanted(section, named)}
    cited, told = set(), set()
    for programme, prefixes in PROGRAMMES.items():
        done = defaultdict(set)
        for ids, stage, to in moves((top / f"tests/golden/matrix-{programme}.txt").read_text(encoding="utf-8")):
            for name in ids:
                cited.add(name)
                if not ROW.fullmatch(name) and name.split()[0] not in BESIDE or ROW.fullmatch(name) and name not in known:
                    told.add(f"{programme}: {stage} cites {name}, which rules.md has not")
                if to is not None and name.startswith(prefixes):
                    done[name].add((stage, to))
        for name, line in lines.items():
            if name in done:
                yield from row_faults(name, *line, done[name])
            elif name.startswith(prefixes) and name not in NO_ROW and name not in REFUSES:
                yield f"{name} moves no case"
    yield from sorted(told)
    for name in sorted(known - cited - set(NO_ROW)):
        yield f"{name}: no row of ours cites it"
    for name in sorted(cited & set(NO_ROW)):
        yield f"{name}: has a row after all"


if __name__ == "__main__":
    sys.exit(against_the_catalogue(sys.argv[1:], faults))
