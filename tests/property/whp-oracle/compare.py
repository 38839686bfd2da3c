#!/usr/bin/env python3
"""Random histories of WHP and JETS judged twice, by the library through `prap replay` and by model.py, from
rules.md.

    compare.py PRAP [--events N] [--seed N] [--untold POLICY]

Verdict, stage, feed and orphan must be the same after each event, and each rule cited must be one that the
catalogue gives for what is wrong. What the oracles share is in ../oracle.py."""
import random
import sys
from datetime import date, timedelta
from functools import partial
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
from oracle import Line, Run, main  # noqa: E402
from draw import draw_event, first_day  # noqa: E402
from model import Case, Rules  # noqa: E402

CASES, EVENTS = 250, 20  # of one replay, of one case at most
POLICIES = {"m08-started": ["prap-entry", "attended"], "m08-boundary": ["interview", "referral"],
            "m08-jets": ["on", "off"], "reject-after-accept": ["record-as-reject", "cancel", "ask"],
            "dup-signpost": ["no", "yes"]}


def draw_histories(chance, rules):
    """(case id, event, verdict, case afterwards, what was found) of every line, in the order of the lines."""
    for number in range(CASES):
        case, last = Case(chance.choice(["whp", "jets"])), first_day(chance)
        for _ in range(EVENTS):
            event = draw_event(chance, case, last)
            if event is None:
                break
            verdict, case, found = rules.judge(case, event)
            if case.stage == "none":
                break  # nothing is known under this id: only an event that opens a case can follow
            last = event["recorded"] if verdict == "permitted" else last
            yield f"c{number}", event, verdict, case, found


def differences(verdict, case, found, answer):
    wanted = {"verdict": verdict, "stage": case.stage, "feed": case.feed, "orphan": case.orphan}
    for key, value in wanted.items():
        if answer.get(key, False) != value:
            yield f"{key}: the model says {value}, the library {answer.get(key, False)}"
    cited = {row["rule"] for row in answer["reasons"]}
    if verdict != "permitted" and not cited:
        yield "not permitted, and no rule says why"
    for _, rules in found:
        if rules and not rules & cited:
            yield f"cited: one of {sorted(rules)} is missing from {sorted(cited)}"
    expected = set().union(*(rules for _, rules in found))
    if all(rules for _, rules in found) and not cited <= expected:
        yield f"cited: {sorted(cited - expected)} by the library only"
    if case.stage in ("rejected", "dna", "completed", "ended", "cancelled-no-contact") and answer["feed"] == "open":
        yield "the feed is open in a terminal stage (rules.md 5.9)"


def draw_supplement(chance):
    """What the host supplies: when mandation is suspended, and the national threshold from some day on. Every
    third run has none."""
    if not chance.randrange(3):
        return (), ()
    first = date(2018, 6, 1) + timedelta(chance.randint(0, 900))
    again = first + timedelta(chance.randint(500, 900))
    suspensions = [(first, first + timedelta(chance.randint(0, 400))), (again, again + timedelta(90))]
    thresholds = [(first, 299999), (again, 300000)]
    return suspensions[:chance.randint(0, 2)], thresholds[:chance.randint(0, 2)]


def draw_run(seed):
    chance = random.Random(seed)
    default = seed % 3 == 0
    policies = {name: values[0] if default else chance.choice(values)
                for name, values in POLICIES.items()}
    suspensions, thresholds = draw_supplement(chance)
    lines = [Line(name, {"programme": case.programme, **event}, (case.programme, event["event"], verdict),
                  partial(differences, verdict, case, found))
             for name, event, verdict, case, found in draw_histories(chance, Rules(policies, suspensions, thresholds))]
    supplement = {"suspensions": [{"from": first, "until": last} for first, last in suspensions],
                  "thresholds": [{"from": first, "pence": pence} for first, pence in thresholds]}
    return Run(policies, lines, supplement)


if __name__ == "__main__":
    sys.exit(main(draw_run, events=10000))
