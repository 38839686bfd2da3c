"""What each line of a story must be answered with: the deadlines of D-01 to D-05 and D-18, by arithmetic of our
own.

The verdict and the stage of a line are not computed: whoever tells the story says them, from rules.md 2.1 and 2.1.3.
"""

import datetime

import working_days as wd

CONTACT = {"weekly", "f2f4"}
ENDED = {"rejected", "dna", "dns", "auto-dna", "left", "cancelled-no-contact"}


def deadline(due, prudent):
    return {"due": due, "prudent": prudent, "last_working_day": wd.on_or_before(due)}


def of_referral(received, made):
    """D-01 from the day of receipt; D-02 and D-04 from the day the referral was made."""
    meeting = deadline(wd.add(made, 15), wd.add(made, 14))
    return {
        # Day 1 is the first working day on or after receipt; strictly read, the day of receipt itself (AMB-02).
        "ack": deadline(wd.add(wd.on_or_after(received), 1), wd.add(received, 1)),
        "meet": meeting,
        "record": dict(meeting),
        "auto60": deadline(made + 59 * wd.DAY, made + 58 * wd.DAY),
    }


def in_days(start, days):
    """So many calendar days later. No other reading is admissible; past the listed years no working day is known."""
    due = start + days * wd.DAY
    known = due.year <= wd.LAST_YEAR
    return {"due": due, "prudent": due, "last_working_day": wd.on_or_before(due) if known else None}


def of_start(start):
    """D-03, D-05 and D-18 from the start date, which is the day of the initial meeting."""
    return {
        "plan": deadline(wd.add(start, 20), wd.add(start, 19)),
        "allot": in_days(start, 455),  # 456 days, the start date being day one
        "weekly": in_days(start, 7),
        "f2f4": in_days(start, 28),
    }


class Case:
    """One referral's story. Every step says what happened, and what must be answered."""

    def __init__(self, name, programme="ipes"):
        self.name = name
        self.programme = programme
        self.deadlines = {}
        self.stage = "none"
        self.made = None
        self.start = None
        self.steps = []

    def say(self, event, on, recorded=None, verdict="permitted", stage=None, repeat=False, **facts):
        """Adds one step. stage is the stage afterwards; not given, it stays as it was."""
        recorded = recorded or on
        before = self.stage
        if verdict == "permitted" and not repeat:
            self.stage = stage or self.stage
            if event == "referral-received":
                self.made = facts.get("made", on)
                self.deadlines = of_referral(on, self.made)
            elif event == "start-recorded":
                self.start = on
                self.deadlines = {**self.deadlines, **of_start(on)}
            elif event == "left":  # who has left is owed no contact
                self.deadlines = {name: days for name, days in self.deadlines.items() if name not in CONTACT}
        line = {"case": self.name, "programme": self.programme, "event": event, "on": on, "recorded": recorded}
        line.update({name.replace("_", "-"): value for name, value in facts.items()})
        expected = {"verdict": verdict, "stage": stage or before, "deadlines": self.deadlines}
        self.steps.append((recorded, line, expected, repeat))
        return self

    def agree_plan(self):
        """The plan, 12 working days after the start, for a case that has a start and no plan yet."""
        done = any(line["event"] == "plan-agreed" and expected["verdict"] == "permitted"
                   for _, line, expected, _ in self.steps)
        if self.stage == "pre-work" and not done:
            agreed = wd.add(self.start, 12)
            self.say("plan-agreed", agreed, max(agreed, self.steps[-1][0]), plan_fully_signed=True)


    def unmet(self, as_of):
        """The deadlines that are still to be met on a day, from what was recorded by then."""
        said = [(recorded, line, expected) for recorded, line, expected, repeat in self.steps
                if recorded <= as_of and expected["verdict"] == "permitted" and not repeat]
        if not said or said[-1][2]["stage"] in ENDED:
            return []
        events = {line["event"] for _, line, _ in said}
        deadlines = said[-1][2]["deadlines"]
        started = "start-recorded" in events
        if not started and as_of > deadlines["auto60"]["due"]:  # PRaP has turned it to Did Not Attend
            return []
        open_now = {
            "ack": "accept" not in events, "meet": not started and "meeting-attended" not in events,
            "record": not started, "auto60": not started, "plan": started and "plan-agreed" not in events,
            "allot": started, "weekly": started, "f2f4": started,
        }
        return [{"case": self.name, "deadline": name, "due": days["due"], "prudent": days["prudent"],
                 "status": "open" if as_of <= days["due"] else "overdue"}
                for name, days in deadlines.items() if open_now[name]]


def plain(value):
    """Days as text, all the way down."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value
