#!/usr/bin/env python3
"""Keeps a caseload in an SQLite file and says what is due, what was refused and why, and how one case went.

    caseload.py STORE.db 2023-05-09 CASE EVENTS.jsonl ...

Replays the event files, as `prap replay` would, and prints as of the given day. Running it again changes
nothing in the store, because every event has an id; what was refused is judged anew.
"""
from __future__ import annotations

import sys
from collections import Counter
from datetime import date, timedelta
from typing import Iterator

import prap
from prap.lines import read


def submit_all(engine: prap.Engine, paths: list[str]) -> Iterator[prap.Answer]:
    """Submits every line; one that cannot be read or taken is told on standard error, and the rest goes
    on."""
    for path in paths:
        with open(path, "rb") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield read(line).submit(engine)
                except prap.CallerError as error:
                    print(f"{path}:{number}: {error.code}: {error}", file=sys.stderr)


def print_due(engine: prap.Engine, as_of: date) -> None:
    print(f"\nOverdue, due and coming within 7 days, as of {as_of}")
    for item in engine.due(as_of, within_days=7):
        clock = item.clock
        days = f"{item.days_left:+} d"
        print(f"  {clock.due}  {clock.deadline:7} {clock.status:8} {days:>7}  {item.case}  ({clock.rule})")


def print_refused(answers: list[prap.Answer], as_of: date) -> None:
    print(f"\nNot permitted in the four weeks up to {as_of}")
    for answer in answers:
        if answer.verdict is prap.Verdict.PERMITTED or not as_of - timedelta(28) <= answer.as_of <= as_of:
            continue
        print(f"  {answer.as_of}  {answer.case}: {answer.verdict}")
        for why in answer.reasons:
            rule = prap.rule(why.rule)
            print(f"    {rule.id} ({rule.document} {rule.paragraph}): {why.why}")
            print(f"    what cures it: {why.cure}")


def print_history(case: prap.Case) -> None:
    print(f"\n{case.case} as of {case.as_of}: {case.stage.meaning}")
    for event in case.history or ():
        facts = ", ".join(f"{fact} {value}" for fact, value in event.facts.items())
        print(f"  {event.sequence}. {event.on} {event.event}" + (f": {facts}" if facts else ""))
    for clock in case.deadlines:
        print(f"  {clock.deadline}: due {clock.due}, {clock.status}" + \
              (f" on {clock.done}" if clock.done else ""))


def main(arguments: list[str]) -> int:
    if len(arguments) < 4:
        print(__doc__, file=sys.stderr)
        return 2
    store_path, day, case, *paths = arguments
    as_of = date.fromisoformat(day)
    rulebook = prap.Rulebook("ipes", prap.Calendar.built_in("england-and-wales"))
    with prap.SQLiteStore(store_path) as store, prap.Engine(rulebook, store) as engine:
        answers = list(submit_all(engine, paths))
        counts = Counter(answer.verdict for answer in answers)
        print(f"{len(answers)} events of {len({answer.case for answer in answers})} referrals:",
              ", ".join(f"{counts[verdict]} {verdict}" for verdict in prap.Verdict))
        print_due(engine, as_of)
        print_refused(answers, as_of)
        print_history(engine.show(case, as_of))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except prap.PrapError as error:  # the store cannot be opened, read or written, or there is no such case
        sys.exit(f"caseload.py: {error.code}: {error}")
