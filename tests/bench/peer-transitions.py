#!/usr/bin/env python3
"""What the life of case-life.c costs in Python: with `transitions` (Debian: python3-transitions), whose conditions are
the plainest that tell the days and facts of each event, and with this library's Python package and its store in memory.

    peer-transitions.py [--json] PACKAGE_DIRECTORY

One line a bench: ns for an event, the best of some rounds. Without transitions its line is left out, and said so.
"""
import json
import sys
import time
from datetime import date, timedelta

sys.path.append("/usr/lib/python3/dist-packages")  # Debian's packages, whichever python3 runs this
FIRST = date(2023, 5, 2)
BEGUN = {"identity-checked": True, "employment-checked": True, "employed": False, "plan-signed-by-participant": True,
         "plan-signed-by-provider": True, "needs-assessment-begun": True, "induction-pack-signed": True}
# Event, days after FIRST, facts: as case-life.c.
LIFE = (("referral-received", 0, {}), ("accept", 1, {}), ("contact-attempted", 2, {"reached": False}),
        ("meeting-scheduled", 3, {"meeting-on": FIRST + timedelta(14)}), ("meeting-attended", 14, {}),
        ("start-recorded", 14, BEGUN), ("plan-agreed", 22, {"plan-fully-signed": True}),
        ("weekly-support-offered", 23, {}), ("face-to-face-held", 41, {}), ("left", 62, {"code": 46, "moved-out": True}))
ROUNDS, CASES = 5, 50


def best_ns(live):
    """ns for an event; live lives so many lives."""
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.perf_counter_ns()
        live()
        best = min(best, time.perf_counter_ns() - began)
    return best / (CASES * len(LIFE))


class Referral:
    """What the conditions look at."""

    def __init__(self):
        self.days, self.journal = {}, []

    def in_time(self, event):
        return event.kwargs["on"] <= self.days["referral_received"] + timedelta(1)

    def not_before_start(self, event):
        return event.kwargs["on"] >= self.days["start_recorded"]

    def on_meeting_day(self, event):
        return event.kwargs["on"] == self.days["meeting_attended"]

    def begun(self, event):
        return all(event.kwargs["facts"].get(fact) is value for fact, value in BEGUN.items())

    def signed(self, event):
        return event.kwargs["facts"].get("plan-fully-signed") is True

    def moved_out(self, event):
        return event.kwargs["facts"].get("moved-out") is True

    def record(self, event):
        self.days[event.event.name] = event.kwargs["on"]
        self.journal.append((event.event.name, event.kwargs["on"]))


MOVES = (("referral_received", "none", "received", ()), ("accept", "received", "accepted", ("in_time",)),
         ("contact_attempted", ("received", "accepted", "attended", "pre_work"), "=", ()),
         ("meeting_scheduled", "accepted", "=", ()), ("meeting_attended", "accepted", "attended", ()),
         ("start_recorded", "attended", "pre_work", ("on_meeting_day", "begun")),
         ("plan_agreed", "pre_work", "=", ("not_before_start", "signed")),
         ("weekly_support_offered", "pre_work", "=", ("not_before_start",)),
         ("face_to_face_held", "pre_work", "=", ("not_before_start",)),
         ("left", "pre_work", "left", ("not_before_start", "moved_out")))


def transitions_ns():
    from transitions import Machine
    machine = Machine(model=None, states=["none", "received", "accepted", "attended", "pre_work", "left"],
                      initial="none", send_event=True, auto_transitions=False)
    for event, source, to, conditions in MOVES:
        machine.add_transition(event, source, to, conditions=list(conditions), after="record")
    life = [(event.replace("-", "_"), FIRST + timedelta(after), facts) for event, after, facts in LIFE]

    def live():
        for _ in range(CASES):
            referral = Referral()
            machine.add_model(referral)
            for event, on, facts in life:
                if not getattr(referral, event)(on=on, facts=facts):
                    sys.exit(f"transitions: {event} is refused")
            machine.remove_model(referral)

    return best_ns(live)


def package_ns():
    import prap
    rules = prap.Rulebook("ipes", prap.Calendar.built_in("england-and-wales"))
    life = [(event, FIRST + timedelta(after), facts) for event, after, facts in LIFE]

    def live():
        engine = prap.Engine(rules, prap.MemoryStore())
        for i in range(CASES):
            for event, on, facts in life:
                answer = engine.submit(f"R-{i}", event, on, programme="ipes", facts=facts)
                if answer.verdict is not prap.Verdict.PERMITTED:
                    sys.exit(f"prap: {event} is refused")

    return best_ns(live)


def main(arguments):
    as_json = "--json" in arguments
    rest = [argument for argument in arguments if argument != "--json"]
    if len(rest) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    sys.path.insert(0, rest[0])
    for bench, measure in (("peer-python-transitions", transitions_ns), ("python-submit", package_ns)):
        try:
            row = {"bench": bench, "ns_per_op": round(measure())}
        except ImportError as error:
            print(f"{bench}: {error}", file=sys.stderr)
            continue
        print(json.dumps(row, separators=(",", ":")) if as_json else f"{bench:26} {row['ns_per_op']:10} ns")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
