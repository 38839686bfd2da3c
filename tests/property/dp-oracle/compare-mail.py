#!/usr/bin/env python3
"""The library's unencrypted email against mail.py: random histories of one organisation and process each, and of
every message all that is wrong with it.

    compare-mail.py PRAP [--events N] [--seed N] [--untold POLICY]

Verdict, stage, missing facts and what is said of an outage must be the same, and each rule cited must be one that the
catalogue gives for what is wrong. What the oracles share is in ../oracle.py."""
import random
import sys
from functools import partial
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
from oracle import Line, Run, main  # noqa: E402
from mail import Rules, Use  # noqa: E402
from messages import draw_event, first_day  # noqa: E402

CASES, EVENTS = 250, 24  # of one replay, of one case at most
POLICIES = {"500-list-exempt": ["yes", "no"], "outage-clock": ["elapsed", "wall"]}
OF_OUTAGE = {"go-clerical", "outage-end-unknown"}


def differences(verdict, use, found, also, missing, outage, answer):
    for key, value in {"verdict": verdict, "stage": use.stage}.items():
        if answer[key] != value:
            yield f"{key}: the model says {value}, the library {answer[key]}"
    weight = {"refused": "forbidden", "undecided": "undecided"}.get(verdict)
    cited = {row["rule"] for row in answer["reasons"] if row["severity"] == weight}
    decisive = [rules for how, rules in found if how == verdict]
    for rules in decisive:
        if rules and not rules & cited:
            yield f"cited: one of {sorted(rules)} is missing from {sorted(cited)}"
    if not cited <= also.union(*decisive):
        yield f"cited: {sorted(cited - also.union(*decisive))} by the library only"
    asked = {row["fact"] for row in answer["reasons"] if row["severity"] == "undecided"}
    if verdict == "undecided" and asked != missing:
        yield f"missing: the model says {sorted(missing)}, the library {sorted(asked)}"
    told = {row["notice"] for row in answer["notices"]} & OF_OUTAGE
    if told != outage:
        yield f"of the outage: the model says {outage}, the library {told}"


def draw_run(seed):
    chance = random.Random(seed)
    policies = {name: values[seed >> place & 1] for place, (name, values) in enumerate(POLICIES.items())}
    rules, lines = Rules(policies), []
    for number in range(CASES):
        use, last = Use(), first_day(chance)
        for _ in range(EVENTS):
            event = draw_event(chance, use, last)
            verdict, then, found = rules.judge(use, event)
            if then.stage == "none":
                break  # nothing is known under this id
            permitted = verdict == "permitted"
            notice = rules.outage_notice(event) if permitted and event["event"] == "outage-began" else None
            lines.append(Line(f"c{number}", {"programme": "email", **event}, (event["event"], verdict),
                              partial(differences, verdict, then, found, set(rules.also), set(rules.missing),
                                      {notice} if notice else set())))
            use, last = then, event["recorded"] if permitted else last
    return Run(policies, lines)


if __name__ == "__main__":
    sys.exit(main(draw_run, events=20000))
