#!/usr/bin/env python3
"""The library's requests to erase against erasure.py and decision.py: random histories, or with --table every
combination of the decision table, each accepted and rejected, by a person or not, under both choices of P-ERASE-GAP.

    compare.py PRAP [--table] [--events N] [--seed N] [--untold POLICY]

Verdict, stage, missing facts and due days must be the same, and each rule cited must be one that the catalogue gives
for what is wrong. What the oracles share is in ../oracle.py."""
import random
import sys
from datetime import date
from functools import partial
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
from oracle import Line, Run, judged_alike, main  # noqa: E402
from decision import combinations  # noqa: E402
from draw import GROUPS, draw_event, first_day  # noqa: E402
from erasure import WORDS, Case, Rules  # noqa: E402

CASES, EVENTS = 250, 16  # of one replay, of one case at most
POLICIES = {"erase-gap": ["ask-propose-reject", "reject"], "month-nonworking": ["keep", "next-working-day"],
            "dpo-chase": [7, 0, 3, 28]}


def differences(verdict, case, found, also, missing, due, answer):
    for key, value in {"verdict": verdict, "stage": case.stage}.items():
        if answer[key] != value:
            yield f"{key}: the model says {value}, the library {answer[key]}"
    weight = {"refused": "forbidden", "text-silent": "text-silent", "undecided": "undecided"}.get(verdict)
    cited = {row["rule"] for row in answer["reasons"] if row["severity"] == weight}
    decisive = [rules for how, rules in found if how == verdict]
    for rules in decisive:
        if rules and not rules & cited:
            yield f"cited: one of {sorted(rules)} is missing from {sorted(cited)}"
    expected = also.union(*decisive)
    if not cited <= expected:
        yield f"cited: {sorted(cited - expected)} by the library only"
    asked = {row["fact"] for row in answer["reasons"] if row["severity"] == "undecided"}
    if verdict == "undecided" and asked != missing:
        yield f"missing: the model says {sorted(missing)}, the library {sorted(asked)}"
    listed = {row["deadline"]: (date.fromisoformat(row["due"]), row["status"] in ("open", "overdue"))
              for row in answer["deadlines"]}
    if listed != due:
        yield f"deadlines: the model says {due}, the library {listed}"


def line(rules, name, event, case):
    verdict, then, found = rules.judge(case, event)
    missing, due = set(rules.missing), rules.deadlines(then, event["on"])
    return then, Line(name, {"programme": "erasure", **event}, (event["event"], verdict),
                      partial(differences, verdict, then, found, set(rules.also), missing, due))


def draw_run(seed):
    chance = random.Random(seed)
    policies = {name: values[0] if seed % 3 == 0 else chance.choice(values) for name, values in POLICIES.items()}
    rules, lines = Rules(policies), []
    for number in range(CASES):
        case, last = Case(), first_day(chance)
        for _ in range(EVENTS):
            event = draw_event(chance, case, last)
            then, drawn = line(rules, f"c{number}", event, case)
            if then.stage == "none":
                break  # nothing is known under this id
            lines.append(drawn)
            case, last = then, event["recorded"] if then is not case else last
    return Run(policies, lines)


def table_run(gap):
    """Each combination as a request of its own: received, forwarded, decided in each way there is."""
    policies = {name: values[0] for name, values in POLICIES.items()} | {"erase-gap": gap}
    rules, lines, day = Rules(policies), [], date(2021, 3, 1)
    for number, facts in enumerate(combinations()):
        told = {WORDS[fact]: value for fact, value in facts.items() if value is not None}
        told["customer-group"] = GROUPS.get(facts["group"], facts["group"] or "unknown")
        for decided in ("accept", "reject", None):
            for person in (True, False):
                case, name = Case(), f"c{number}-{decided}-{person}"
                chosen = {"decision": decided} if decided else {}
                for event in ({"event": "erasure-requested", **told}, {"event": "forwarded-to-dpo"},
                              {"event": "erasure-decided", "decided-by-person": person, **chosen}):
                    case, drawn = line(rules, name, {"on": day, **event}, case)
                    lines.append(drawn)
    return Run(policies, lines)


def every_row(prap):
    count = 0
    for gap in POLICIES["erase-gap"]:
        run = table_run(gap)
        if not judged_alike(prap, "none, the table", run, None):
            return 1
        count += len(run.lines) // 3
    print(f"{count} decisions judged alike: every combination of the table")
    return 0


if __name__ == "__main__":
    if "--table" in sys.argv:
        sys.exit(every_row(sys.argv[1]))
    sys.exit(main(draw_run, events=20000))
