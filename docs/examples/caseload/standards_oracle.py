"""How each referral's story stands in the customer service standards, worked out from what was said and when.

Nothing here looks at an answer of libprap. A story gives (result, day) for each measure: the day is the one by which
the case belongs to a period.
"""

import working_days as wd

ENDS_WITHOUT_START = {"dna-recorded", "dns-recorded", "cancellation-requested"}
#: Outcomes that rest on having tried to reach the person; without a reason the event's own default does.
OF_THE_UNREACHED = {"unreachable", "no-contact", "dna"}


class Standing:
    """A story as it stood at the end of a day, from what was entered by then."""

    def __init__(self, case, as_of):
        self.as_of = as_of
        steps = [(recorded, line, expected) for recorded, line, expected, repeat in case.steps
                 if recorded <= as_of and expected["verdict"] == "permitted" and not repeat]
        self.known = bool(steps)
        if not self.known:
            return
        self.lines = [line for _, line, _ in steps]
        self.deadlines, stage = steps[-1][2]["deadlines"], steps[-1][2]["stage"]
        self.made = self.lines[0].get("made", self.lines[0]["on"])
        outcomes = [line for line in self.lines if line["event"] in ENDS_WITHOUT_START]
        self.entered = next((line["recorded"] for line in self.lines if line["event"] == "start-recorded"),
                            outcomes[0]["recorded"] if outcomes else None)
        self.outcome = outcomes[0] if outcomes else None
        self.turned = (self.entered is None and stage != "rejected" and
                       as_of > self.deadlines["auto60"]["due"])  # by PRaP, to Did Not Attend
        self.stage = "auto-dna" if self.turned else stage

    def on(self, *events):
        return next((line["on"] for line in self.lines if line["event"] in events), None)

    def in_time(self, done, due):
        if done is not None:
            return "met" if done <= due else "missed"
        return "open" if self.as_of <= due else "missed"


def css1(at):
    due, acknowledged = at.deadlines["ack"]["due"], at.on("accept", "reject")
    if acknowledged is None and (at.outcome or at.turned):  # AMB-106
        early = at.entered is not None and at.entered <= due
        return ("excluded" if early else "missed"), due
    return at.in_time(acknowledged, due), due


def limbs(at):
    """The meeting and the entry of standard 2."""
    due = at.deadlines["meet"]["due"]
    if at.turned:
        return "missed", "missed"
    met = at.on("meeting-attended", "start-recorded")
    meeting = "none" if met is None and at.outcome else at.in_time(met, due)
    return meeting, at.in_time(at.entered, due)


def css2(at):
    due = at.deadlines["meet"]["due"]
    if at.stage == "rejected":
        return "excluded", due
    both = [limb for limb in limbs(at) if limb != "none"]
    return ("missed" if "missed" in both else "open" if "open" in both else "met"), due


def css3(at):
    start = at.on("start-recorded")
    if start is None:
        return "excluded", at.made
    due, agreed, left = wd.add(start, 20), at.on("plan-agreed"), at.on("left")
    if agreed is None and left is not None:
        return ("excluded" if left <= due else "missed"), due
    return at.in_time(agreed, due), due


def digital(at):
    met = at.on("meeting-attended", "start-recorded")
    if met is None:
        return "excluded", at.made
    modes = [line["mode"] for line in at.lines if "mode" in line]
    return ("present" if modes and modes[-1] == "digital" else "absent"), met


def few_attempts(at):
    reason = at.outcome and at.outcome.get("reason", "unreachable" if at.outcome["event"] == "dna-recorded" else None)
    if at.stage not in ("dna", "cancelled-no-contact") or reason not in OF_THE_UNREACHED:
        return "excluded", at.made
    tried = sum(line["event"] == "contact-attempted" and not line.get("reached", False) for line in at.lines)
    return ("present" if tried < 2 else "absent"), at.outcome["on"]


def late_acknowledgement(at):
    acknowledged = at.on("accept", "reject")
    if acknowledged is None:
        return "excluded", at.made
    return ("present" if acknowledged > at.deadlines["ack"]["due"] else "absent"), acknowledged


MEASURES = {"css1": css1, "css2": css2, "css3": css3, "digital-meeting": digital,
            "dna-few-attempts": few_attempts, "late-acknowledgement": late_acknowledgement}


def totals(cases, as_of, first, last):
    """Numerator, denominator, open and excluded of each measure over the cases whose day lies in the period."""
    standing = [at for at in (Standing(case, as_of) for case in cases) if at.known]
    for name, measure in MEASURES.items():
        results = [result for result, day in map(measure, standing) if first <= day <= last]
        counted = sum(result in ("met", "present") for result in results)
        yield {"measure": name, "numerator": counted,
               "denominator": counted + sum(result in ("missed", "absent") for result in results),
               "open": results.count("open"), "excluded": results.count("excluded")}
