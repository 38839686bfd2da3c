#!/usr/bin/env python3
"""The models of dp-oracle against rules.md as it is printed: the decision table of 1.4 row by row, the worked days
of D-10 and D-14, and the rules that the models cite. Exit 77 where rules.md is not at hand.

    self-test.py [RULES.MD]"""
import re
import sys
from datetime import datetime
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import days  # noqa: E402
import decision  # noqa: E402

failures = []


def same(what, told, wanted):
    if told != wanted:
        failures.append(f"{what}: {told}, but it should be {wanted}")


def table_rows(text, heading):
    """The cells of the first table after a heading, without its head."""
    lines = text[text.index(f"\n### {heading}"):].splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("|"))
    for line in lines[first + 2:]:
        if not line.startswith("|"):
            return
        yield [cell.strip().strip("*") for cell in line.strip("|").split("|")]


def day(cell):
    return datetime.strptime(cell.split(" ", 1)[1], "%d %b %Y").date()


def instant(cell):
    return datetime.strptime(re.sub(r" (GMT|BST)$", "", cell).split(" ", 1)[1], "%d %b %Y %H:%M")


def decision_table(text):
    rows = decision.printed_rows(text)
    met = set()
    for facts in decision.combinations(with_unknown=False):
        row, outcome = decision.printed_row_of(rows, facts)
        told, told_outcome = decision.row_of(facts)
        met.add(row)
        same(f"row of {facts}", told, row)
        if row:
            same(f"outcome of {facts}", told_outcome, outcome)
        if row and row != "9":
            wanted = {rule for rule in decision.cited(dict((one[0], one[3]) for one in rows)[row])
                      if rule.startswith("CH15")}
            same(f"rules of row {row}", decision.RULES[row], wanted)
    same("rows met", met, {row[0] for row in rows} - {"8"} | {""})


def unknown_facts():
    """Row 8, by hand, and what holds of every combination."""
    ask = {"programme": "whp", "started": False, "group": "long-term-unemployed", "mandated": True, "dna": True,
           "evidence": True}
    for change, outcome, missing in [
            ({}, "reject", set()), ({"dna": None}, "undecided", {"dna"}),
            ({"started": None}, "reject", set()), ({"dna": False, "evidence": None}, "reject-pending-human", set()),
            ({"mandated": False, "evidence": None}, "undecided", {"evidence"}),
            ({"mandated": None, "evidence": False, "dna": False}, "undecided", {"mandated"}),
            ({"programme": "jets", "group": None}, "reject", set()),
            ({"programme": "jets", "mandated": False, "group": None, "evidence": False}, "undecided", {"group"}),
            ({"programme": None}, "undecided", {"programme"}),
            ({"programme": "ipes", "started": None, "group": None}, "not-covered", set()),
            ({"started": True, "group": None, "mandated": None, "dna": None, "evidence": None}, "reject", set()),
            (dict.fromkeys(decision.FACTS), "undecided", set(decision.FACTS))]:
        told, _, needed = decision.decide({**ask, **change})
        same(f"{change}", (told, needed), (outcome, missing))
    same("a gap under P-ERASE-GAP reject", decision.decide({**ask, "dna": None}, "reject")[0], "reject")
    for facts in decision.combinations():
        for gap in ("ask-propose-reject", "reject"):
            outcome, _, missing = decision.decide(facts, gap)
            unknown = {fact for fact in facts if facts[fact] is None}
            same(f"missing of {facts}", bool(missing), outcome == "undecided")
            same(f"{facts} asks for what is known", missing - unknown, set())
            if facts["started"] or facts["evidence"] and outcome == "accept":  # rules.md 5.9, 10
                same(f"an acceptance of {facts}", outcome == "accept", False)


def worked_days(text):
    for received, due, before, after, _ in table_rows(text, "D-10"):
        same(f"D-10 of {received}", days.response_due(day(received), "keep"), day(due))
        same(f"D-10 of {received}, moved", days.response_due(day(received), "next-working-day"), day(after))
        same(f"D-10 of {received}, for planning", days.working_day_by(day(due)), day(before))
    for anchor, keep, *_ in table_rows(text, "D-12"):
        same(f"D-12 of {anchor}", days.months_after(day(anchor), 3), day(keep))
    for start, elapsed, wall, _ in table_rows(text, "D-14"):
        same(f"D-14 of {start}", days.after_48_hours(instant(start), "elapsed"), instant(elapsed))
        same(f"D-14 of {start}, by the clock", days.after_48_hours(instant(start), "wall"), instant(wall))


def main():
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parents[2].parent / "shared/spec/rules.md"
    if not path.exists():
        print(f"{path} is not there")
        return 77
    text = path.read_text(encoding="utf-8")
    decision_table(text)
    unknown_facts()
    worked_days(text)
    print(*failures, sep="\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
