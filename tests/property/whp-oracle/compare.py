#!/usr/bin/env python3
"""Random histories of WHP and JETS judged twice, by the library through `prap replay` and by model.py, from
rules.md.

    compare.py PRAP [--events N] [--seed N] [--untold POLICY]

Verdict, stage, feed and orphan must be the same after each event, and each rule cited must be one that the
catalogue gives for what is wrong. The first history that differs is printed as input lines, with the policies
that it ran under and the seed that brings it back.

--untold POLICY: the library is not told what the policy is set to, and the model must notice."""
import argparse
import json
import random
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
from draw import draw_event, first_day  # noqa: E402
from model import Case, Rules  # noqa: E402

CASES, EVENTS = 250, 20  # of one replay, of one case at most
POLICIES = {"m08-started": ["prap-entry", "attended"], "m08-boundary": ["interview", "referral"],
            "m08-jets": ["on", "off"], "reject-after-accept": ["record-as-reject", "cancel", "ask"],
            "dup-signpost": ["no", "yes"]}


def said(value):
    return value.isoformat() if isinstance(value, date) else value


def input_line(name, programme, event):
    facts = {key: said(value) for key, value in event.items()}
    return json.dumps({"case": name, "programme": programme, **facts})


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
    if "error" in answer:
        yield f"an error: {answer['error']}"
        return
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


def replay(prap, policies, lines, suspensions=(), thresholds=()):
    options = [f"--policy={name}={said(value)}" for name, value in policies.items()]
    supplement = {"suspensions": [{"from": said(first), "until": said(last)} for first, last in suspensions],
                  "thresholds": [{"from": said(first), "pence": pence} for first, pence in thresholds]}
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(supplement, file)
        file.flush()
        run = subprocess.run([prap, "replay", *options, "--supplement", file.name, "-"], check=False,
                             input="".join(line + "\n" for line in lines), capture_output=True, encoding="utf-8")
    if run.returncode not in (0, 3):
        raise SystemExit(f"exit {run.returncode}: {run.stderr}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def one_run(prap, seed, seen, untold):
    chance = random.Random(seed)
    default = seed % 3 == 0
    policies = {name: values[0] if default else chance.choice(values)
                for name, values in POLICIES.items()}
    supplied = draw_supplement(chance)
    drawn = list(draw_histories(chance, Rules(policies, *supplied)))
    lines = [input_line(name, case.programme, event) for name, event, _, case, _ in drawn]
    told = {name: value for name, value in policies.items() if name != untold}
    answers = replay(prap, told, lines, *supplied)
    for number, ((name, event, verdict, case, why), answer) in enumerate(zip(drawn, answers, strict=True)):
        seen.add((case.programme, event["event"], verdict))
        found = list(differences(verdict, case, why, answer))
        if found:
            print(f"seed {seed}; {', '.join(f'{key}={value}' for key, value in policies.items())}; {supplied}")
            print(*(line for line, (other, *_) in zip(lines[:number + 1], drawn) if other == name), sep="\n")
            print(json.dumps(answer.get("reasons", answer)))
            print(*found, sep="\n")
            return len(drawn), False
    return len(drawn), True


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("prap")
    parser.add_argument("--events", type=int, default=10000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--untold")
    asked = parser.parse_args()
    judged, seed, seen = 0, asked.seed, set()
    while judged < asked.events:
        count, same = one_run(asked.prap, seed, seen, asked.untold)
        if not same:
            return 1
        judged, seed = judged + count, seed + 1
    print(f"{judged} events judged alike, seeds {asked.seed} to {seed - 1}; "
          f"{len(seen)} triples of programme, event and verdict came up")
    return 0


if __name__ == "__main__":
    sys.exit(main())
