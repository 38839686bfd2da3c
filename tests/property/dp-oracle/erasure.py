"""An erasure request as rules.md 2.5 tells it: T-E-01 to T-E-08, F-E-01 to F-E-06 and the days of D-10.

Only the catalogue was read for it. It knows verdicts, stages, days and the rules that may be cited for each
refusal, no sentences. README.md says which reading was chosen where the catalogue leaves one open."""
from dataclasses import dataclass, field, replace
from datetime import timedelta

import days
import decision

YES, NO, UNKNOWN = True, False, None
REFUSED, SILENT, OPEN = "refused", "text-silent", "undecided"
STAGES = ["none", "received", "forwarded", "referenced", "decided", "ready", "responded", "closed"]
FORWARDED = STAGES[2:]
BEFORE_REPLY = STAGES[1:6]
LETTERS = {"accept": "accepted-letter", "reject": "rejected-letter"}


@dataclass(frozen=True)
class Case:
    stage: str = "none"
    received: object = None
    holding_reply: object = None
    forwarded: object = None
    reference: bool = False
    decided: str = ""
    letter: str = ""
    responded: object = None
    late: bool = False  # the reply went out after the month
    erased: bool = False
    facts: tuple = ()  # of the decision table, as last told

    def told(self, event):
        """What is known of the six facts once this event has told its own."""
        known = {**dict.fromkeys(decision.FACTS), **dict(self.facts)}
        return {**known, **{fact: event[fact] for fact in decision.FACTS if event.get(fact) is not None}}


@dataclass
class Rules:
    policies: dict
    found: list = field(default_factory=list)

    def need(self, holds, *rules):
        if holds is not YES:
            self.found.append((OPEN if holds is UNKNOWN else REFUSED, set(rules)))

    def judge(self, case, event):
        """(verdict, case afterwards, [what was found]). found: the rules of which one at least is cited."""
        self.found = []
        then = getattr(self, event["event"].replace("-", "_"))(case, event)
        for verdict in (REFUSED, SILENT, OPEN):
            if verdict in {found for found, _ in self.found}:
                return verdict, case, self.found
        return "permitted", then, []

    def from_stages(self, case, stages, *rules):
        self.need(case.stage in stages, *rules)
        return case.stage in stages

    # T-E-01 to T-E-04.
    def request_received(self, case, event):
        if not self.from_stages(case, ("none",), "CH15-22"):
            return None
        then = replace(case, stage="received", received=event["on"])
        return replace(then, facts=tuple(sorted(then.told(event).items())))

    def holding_reply_sent(self, case, event):
        """A duty that the forwarding does not end: it is due at once, in whichever order (CH15-23, 24)."""
        if not self.from_stages(case, BEFORE_REPLY, "CH15-23"):
            return None
        return replace(case, holding_reply=event["on"])

    def forwarded_to_dpo(self, case, event):
        if not self.from_stages(case, ("received",), "CH15-24"):
            return None
        return replace(case, stage="forwarded", forwarded=event["on"])

    def reference_received(self, case, _):
        """What DWP sends can be recorded at every stage after the forwarding (2.0); it moves E2 only."""
        if not self.from_stages(case, FORWARDED[:-1], "CH15-25a"):
            return None
        return replace(case, stage="referenced" if case.stage == "forwarded" else case.stage, reference=True)

    # T-E-05: the decision.
    def outcome(self, case, event):
        return decision.decide(case.told(event), self.policies["erase-gap"])

    def decision_made(self, case, event):
        if not self.from_stages(case, ("forwarded", "referenced"), "CH15-26", "CH15-24"):
            return None
        facts = case.told(event)
        outcome, rows, missing = self.outcome(case, event)
        chosen = event.get("decision")
        if chosen is None:
            self.need(UNKNOWN, "CH15-26")
        if outcome == decision.UNDECIDED:
            self.need(UNKNOWN, "CH15-26")
        elif outcome == decision.NOT_COVERED:
            self.found.append((SILENT, {"CH15-META-5"}))
        elif chosen == "accept" and outcome != decision.ACCEPT:
            self.need(NO, *self.against(facts, rows))
        elif chosen == "reject" and outcome == decision.ACCEPT:
            self.need(NO, "CH15-28", "CH15-29", "CH15-30", "CH15-36")
        return replace(case, stage="decided", decided=chosen, facts=tuple(sorted(facts.items())))

    @staticmethod
    def against(facts, rows):
        """F-E-03 and F-E-04, or no scenario of the text that agrees to it."""
        if facts["started"]:
            return {"CH15-39", "CH15-40"}
        return set().union(*(decision.RULES[row] for row in rows)) | {"CH15-38-N-b"}

    # T-E-06 to T-E-08.
    def letter_prepared(self, case, event):
        if not self.from_stages(case, ("decided",), "CH15-26", "CH15-30", "CH15-36"):
            return None
        letter, altered, signed_off = (event.get(fact) for fact in ("letter", "altered", "signed-off"))
        of_dwp = letter in LETTERS.values()
        if letter is None:
            self.need(UNKNOWN, "CH15-30", "CH15-36", "CH15-40")
        elif of_dwp:  # AMB-71: one letter accepts, the other rejects
            self.need(letter == LETTERS[case.decided], "CH15-30", "CH15-36", "CH15-40")
            self.need(UNKNOWN if altered is None else not altered or signed_off,
                      "CH15-32-N", "CH15-38", "CH15-41-N")
        return replace(case, stage="ready", letter=letter)

    def due(self, case):
        return days.response_due(case.received, self.policies["month-nonworking"])

    def response_issued(self, case, event):
        """T-E-07. Late is a breach, not a refusal; AMB-73: from the last day on it goes out without the reference
        where a person says so."""
        if not self.from_stages(case, ("ready",), "CH15-26", "CH15-32", "CH15-30", "CH15-36"):
            return None
        self.with_reference(case, event, "CH15-32", "CH15-42")
        return replace(case, stage="responded", responded=event["on"], late=event["on"] > self.due(case))

    def with_reference(self, case, event, *rules):
        included = event.get("reference-included")
        if not case.reference:
            self.need(NO, "CH15-25b", *rules)
        else:
            self.need(included, "CH15-25b", *rules)

    def response_forwarded(self, case, event):
        if not self.from_stages(case, ("responded",), "CH15-31", "CH15-37", "CH15-41"):
            return None
        self.with_reference(case, event, "CH15-31", "CH15-37", "CH15-41")
        return replace(case, stage="closed")

    def information_erased(self, case, _):
        """F-E-06: not before the reply, and never without ACCEPT."""
        self.need(case.stage in ("responded", "closed") and case.decided == "accept", "CH15-26", "CH15-30", "CH15-39")
        return replace(case, erased=True)

    def chase(self, case):
        """The day on which to ask the DPO for its reference, or None (AMB-73)."""
        if case.reference or case.forwarded is None:
            return None
        return case.forwarded + timedelta(self.policies["dpo-chase"])
