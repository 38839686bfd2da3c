#!/usr/bin/env python3
"""Random histories of IPES judged twice, by the library through `prap replay` and by model.py, from rules.md.

    compare.py PRAP [--events N] [--seed N] [--untold POLICY]

The ordinary run judges some tens of thousands of events; a night's run is `compare.py PRAP --events 3000000`
with another seed. Verdict, stage, feed and due days must be the same for each, and what rules.md 5.9 says of
every case must hold. What the oracles share is in ../oracle.py."""
import random
import sys
from datetime import date
from functools import partial
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
from oracle import Line, Run, main  # noqa: E402
from draw import draw_event, first_day  # noqa: E402
from model import ENDED, FAILS, STARTED, Case, Rules  # noqa: E402

CASES, EVENTS = 250, 24  # of one replay, of one case at most
POLICIES = {"ack-nonworking": ["roll-forward", "count-as-day-1"], "late-ack": ["refuse", "allow-with-breach"],
            "css2-count": ["exclude-day", "include-day"], "auto60-day": [60, 61],
            "auto60-count": ["exclude-day", "include-day"], "auto60-anchor": ["made", "received"],
            "min-attempts": [2, 1, 3], "reschedule-needs-attempts": ["no", "yes"],
            "dna-unacked": ["allow-with-hint", "require-accept"],
            "cancel-effect": ["immediate", "on-confirmation"],
            "ipes-no-contact": ["warn", "refuse"], "unrecorded-start": ["ask", "dns", "record-then-prap14"],
            "iws-days": [182, 90], "reref": ["reached", "exceeded"], "mappa15-unit": ["working", "calendar"],
            "mappa-dna-from": ["on-day-15", "after-day-15"], "mappa28-unit": ["calendar", "working"],
            "reschedule-past-15": ["warn", "refuse"], "368-scope": ["event-on-or-before-start", "any-time"],
            "employed-at-im": ["by-date", "dns", "ask"], "327": ["not-visible", "literal-both"],
            "39a": ["phase-and-date", "phase-only"], "ipes-end-date": ["as-advised", "start-plus-1"],
            "ipes-backed-out": ["as-noticed", "never"], "pending-work": ["notice", "hold"],
            "move-out": ["leaves-both", "ask"],
            "annotation-end": [date(2023, 5, 10), date(2022, 6, 1), date(2024, 1, 1)]}


class History:
    """One case: what was entered, and what it comes to without what was voided."""

    def __init__(self, rules):
        self.rules, self.case, self.entries, self.voided = rules, Case(), [], set()

    def judge(self, event):
        if event["event"] == "entry-voided":
            return self.void(event)
        verdict, case = self.rules.judge(self.case, event)
        if verdict == "permitted":
            self.entries.append((event, case.stage if case.stage != self.case.stage else None))
            self.case = case
        return verdict

    def void(self, event):
        """X-20: not the first, not a voiding, not twice, and not what a later entry needed to be possible, or
        to bring the case to the stage to which it brought it."""
        number = event["voids"]
        voiding = self.entries[number - 1][0]["event"] == "entry-voided"
        if number == 1 or voiding or number in self.voided:
            return FAILS
        case = Case()
        for sequence, (entry, stage) in enumerate(self.entries, 1):
            if sequence == number or sequence in self.voided or entry["event"] == "entry-voided":
                continue
            before = case.stage
            verdict, case = self.rules.judge(case, entry)
            if verdict != "permitted" or sequence > number and case.stage != (stage or before):
                return FAILS
        self.case = case
        self.voided.add(number)
        self.entries.append((event, None))
        return "permitted"


def draw_histories(chance, rules):
    """(history, event, verdict, case afterwards) of every line, in the order of the lines."""
    for number in range(CASES):
        history, last = History(rules), first_day(chance)
        for _ in range(EVENTS):
            case = history.case
            event = draw_event(chance, case, last, rules.due(case), len(history.entries))
            if event is None:
                break
            verdict = history.judge(event)
            if history.case.stage == "none":
                break  # nothing is known under this id: only an event that opens a case can follow
            last = event["recorded"] if verdict == "permitted" else last
            yield f"c{number}", event, verdict, history.case


def expected(rules, event, verdict, case):
    lost = rules.lost(case, event["recorded"])
    found = {"verdict": verdict, "stage": "auto-dna" if lost else case.stage, "feed": case.feed}
    due = rules.due(case)
    listed = {"ack", "meet", "record", "auto60", "plan", "mappa15"} & set(due)
    if case.stage in STARTED:
        listed |= {"allot"} & set(due)
    if case.stage in ENDED or lost:
        listed -= {"mappa15"}
    return found, {name: due[name].isoformat() for name in sorted(listed)}


def differences(wanted, due, answer):
    for key, value in wanted.items():
        if answer[key] != value:
            yield f"{key}: the model says {value}, the library {answer[key]}"
    listed = {row["deadline"]: row["due"] for row in answer["deadlines"]}
    for name, day in due.items():
        if listed.get(name) != day:
            yield f"{name}: the model says {day}, the library {listed.get(name)}"
    yield from broken_invariants(answer)


def broken_invariants(answer):
    """rules.md 5.9: 4, a feed that stays open; 6, a refusal that cites no rule."""
    if answer["stage"] in set(ENDED) - {"left", "backed-out"} and answer["feed"] == "open":
        yield "the feed is open in a stage that no start leads to"
    cited = [row["rule"] for row in answer["reasons"]]
    if answer["verdict"] != "permitted" and not (cited and all(rule.startswith("IPES-") for rule in cited)):
        yield "not permitted, and no rule says why"


def draw_run(seed):
    chance = random.Random(seed)
    default = seed % 3 == 0
    policies = {name: values[0] if default or chance.random() < 0.6 else chance.choice(values)
                for name, values in POLICIES.items()}
    rules, lines = Rules(policies), []
    for name, event, verdict, case in draw_histories(chance, rules):
        wanted = expected(rules, event, verdict, case)
        lines.append(Line(name, {"programme": "ipes", **event}, (event["event"], verdict), partial(differences, *wanted)))
    return Run(policies, lines)


if __name__ == "__main__":
    sys.exit(main(draw_run, events=40000))
