#!/usr/bin/env python3
"""One referral for each day from 2011 to 2027, through the command, against arithmetic that shares nothing with it.

    every-day.py PRAP [CASELOAD_DIR]

Each is received up to three days after it was made, accepted on its last day, and started on a day of the next weeks,
so that every deadline of D-01 to D-05 and D-18 is compared for every day that rules.md 3.0 lists holidays for: it
shows IPES-3.22, IPES-3.30, IPES-3.31, IPES-3.56, IPES-3.73a, IPES-3.29 on each of them.
"""

import datetime
import json
import pathlib
import subprocess
import sys

CASELOAD = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "docs/examples/caseload").resolve()
sys.path.insert(0, str(CASELOAD))
sys.dont_write_bytecode = True
from oracle import Case, plain  # noqa: E402  the oracle lives beside the caseload it was made for

FIRST, LAST = datetime.date(2011, 1, 1), datetime.date(2027, 9, 30)
DAY = datetime.timedelta(days=1)


def referral(number, made):
    """Received 0 to 3 days later, started 5 to 17 days after the last day to acknowledge."""
    case = Case(f"day-{made.isoformat()}")
    received = made + number % 4 * DAY
    case.say("referral-received", received, stage="received", made=made)
    ack = case.deadlines["ack"]["due"]
    case.say("accept", ack, stage="accepted")
    return case.say("start-recorded", ack + (5 + number % 13) * DAY, stage="pre-work")


def compare(line, expected, answer):
    if "error" in answer:
        return [f"{line['case']} {line['event']}: {answer['error']}"]
    found = {row["deadline"]: {key: row.get(key) for key in ("due", "prudent", "last_working_day")}
             for row in answer["deadlines"]}
    for name, days in expected["deadlines"].items():  # past the years that the oracle lists it has nothing to say
        if days["last_working_day"] is None and name in found:
            found[name]["last_working_day"] = None
    differences = [f"{line['case']} {line['event']}: {key}: expected {expected[key]}, got {answer[key]}"
                   for key in ("verdict", "stage") if expected[key] != answer[key]]
    if found != expected["deadlines"]:
        differences.append(f"{line['case']} {line['event']}: expected {expected['deadlines']}, got {found}")
    return differences


def main():
    steps = []
    for number in range((LAST - FIRST).days + 1):
        steps += referral(number, FIRST + number * DAY).steps
    text = "".join(json.dumps(plain(line)) + "\n" for _, line, _, _ in steps)
    run = subprocess.run([sys.argv[1], "replay"], input=text, capture_output=True, check=True, encoding="utf-8")
    answers = run.stdout.splitlines()
    differences = [] if len(answers) == len(steps) else [f"{len(steps)} lines, {len(answers)} answers"]
    for (_, line, expected, _), answer in zip(steps, answers):
        differences += compare(line, plain(expected), json.loads(answer))
    print("\n".join(differences[:20]))
    print(f"{len(answers)} answers compared, {len(differences)} differences")
    return 1 if differences or not answers else 0


if __name__ == "__main__":
    sys.exit(main())
