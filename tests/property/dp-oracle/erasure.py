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
WORDS = {"programme": "referred-to", "started": "started", "group": "customer-group",
         "mandated": "mandated-to-interview", "dna": "dna-after-mandation", "evidence": "mandation-evidence-held"}
BEFORE_REPLY = STAGES[1:6]
LETTERS = {"accept": "accepted-letter", "reject": "rejected-letter"}
MEANS = {"unknown": None, "jets-customer": "neither"}  # of Core it is neither of the two; of JETS it is no voluntary one


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
        """What is known of the six facts once this event has told its own; "unknown" takes back what was told."""
        known = {**dict.fromkeys(decision.FACTS), **dict(self.facts)}
        told = {fact: event[word] for fact, word in WORDS.items() if word in event}
        return {**known, **{fact: MEANS.get(value, value) for fact, value in told.items()}}


@dataclass
class Rules:
    policies: dict
    found: list = field(default_factory=list)

    def need(self, holds, *rules):
        if holds is not YES:
            self.found.append((OPEN if holds is UNKNOWN else REFUSED, set(rules)))

    def judge(self, case, event):
        """(verdict, case afterwards, [what was found]). found: the rules of which one at least is cited."""
        self.found, self.missing, self.also = [], set(), set()
        then = getattr(self, event["event"].replace("-", "_"))(case, event)
        for verdict in (REFUSED, SILENT, OPEN):
            if verdict in {found for found, _ in self.found}:
                return verdict, case, self.found
        told = then.told(event)
        return "permitted", replace(then, facts=tuple(sorted(told.items(), key=str))), []

    def ask(self, fact, *rules):
        self.missing.add(fact)
        self.found.append((OPEN, set(rules)))

    def from_stages(self, case, stages, *rules):
        """What else is wrong with an event out of order may be cited besides."""
        self.need(case.stage in stages, *rules)
        self.also |= {"CH15-24", "CH15-25b", "CH15-31", "CH15-32", "CH15-32-N"} if case.stage not in stages else set()
        return case.stage in stages

    # T-E-01 to T-E-04.
    def erasure_requested(self, case, event):
        if not self.from_stages(case, ("none",), "CH15-22"):
            return None
        return replace(case, stage="received", received=event["on"])

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
        if not self.from_stages(case, FORWARDED[:-1], "CH15-25a", "CH15-24"):
            return None
        return replace(case, stage="referenced" if case.stage == "forwarded" else case.stage, reference=True)

    # T-E-05: the decision.
    def erasure_decided(self, case, event):
        facts, chosen = case.told(event), event.get("decision")
        if not self.from_stages(case, ("forwarded", "referenced"), "CH15-26", "CH15-24"):
            if case.stage == "received" and chosen == "accept":
                self.still_acceptable(case, event)
            return None
        outcome, rows, missing = decision.decide(facts, self.policies["erase-gap"])
        if chosen in (None, "unknown"):
            self.ask("decision", "CH15-26")
        for fact in missing:
            self.ask(WORDS[fact], "CH15-26", "CH15-27", "CH15-28", "CH15-29", "CH15-34a", "CH15-38-N-b")
        if outcome == decision.NOT_COVERED:
            self.found.append((SILENT, {"CH15-META-5"}))
        elif chosen == "accept" and outcome in (decision.REJECT, decision.ASK):
            self.accepted_against(facts, rows, outcome, event)
        elif chosen == "reject" and outcome == decision.ACCEPT:
            self.need(NO, "CH15-28", "CH15-29", "CH15-30", "CH15-36")
        elif chosen == "reject" and outcome == decision.ASK:
            self.person_decides(event)
        return replace(case, stage="decided", decided=chosen)

    def person_decides(self, event):
        """The text is silent: rejection is proposed, and nobody but a person settles it."""
        if event.get("decided-by-person") is not True:
            self.found.append((SILENT, {"CH15-33"}))

    def rules_of(self, rows):
        gaps = self.policies["erase-gap"] == "reject"
        return set().union(*(decision.RULES[row] for row in rows), {"CH15-33", "CH15-38-N-b"} if gaps else ())

    def accepted_against(self, facts, rows, outcome, event):
        """F-E-03 and F-E-04; without start and evidence a person may accept what the text leaves open, and evidence
        that is not known of is asked for."""
        if facts["started"]:
            self.need(NO, "CH15-39", "CH15-40")
        elif outcome == decision.REJECT:
            self.need(NO, *self.rules_of(rows))
        else:
            if facts["evidence"] is None:
                self.ask(WORDS["evidence"], "CH15-38-N-b")
            self.need(not facts["evidence"], "CH15-38-N-b")
            self.person_decides(event)

    # T-E-06 to T-E-08.
    def letter_prepared(self, case, event):
        if not self.from_stages(case, ("decided",), "CH15-26", "CH15-30", "CH15-36"):
            return None
        letter, altered = event.get("letter", "unknown"), event.get("letter-altered", "unknown")
        if letter == "unknown":
            self.ask("letter", "CH15-30", "CH15-36", "CH15-40")
        elif letter in LETTERS.values():  # AMB-71: one letter accepts, the other rejects
            self.need(letter == LETTERS[case.decided], "CH15-30", "CH15-36", "CH15-40")
            signed_off = event.get("esf-sign-off", False)
            if signed_off is not True and "unknown" in (altered, signed_off) and altered is not False:
                self.ask("letter-altered" if altered == "unknown" else "esf-sign-off", "CH15-32-N")
            else:
                self.need(not altered or signed_off, "CH15-32-N", "CH15-38", "CH15-41-N")
        return replace(case, stage="ready", letter=letter)

    def due(self, case):
        return days.response_due(case.received, self.policies["month-nonworking"])

    def response_issued(self, case, event):
        """T-E-07. Late is a breach, not a refusal; AMB-73: from the last day on it goes out without the reference
        where a person says so."""
        if not self.from_stages(case, ("ready",), "CH15-26", "CH15-32", "CH15-30", "CH15-36"):
            return None
        self.with_reference(case, event, "CH15-32", "CH15-42")
        if case.decided == "accept":
            self.still_acceptable(case, event)
        return replace(case, stage="responded", responded=event["on"], late=event["on"] > self.due(case))

    def with_reference(self, case, event, *rules):
        """Whether it is in the message is owed by whoever enters it: only a plain no refuses (facts.def)."""
        self.need(case.reference, "CH15-25b", "CH15-32", *rules)
        self.need(event.get("reference-included") is not False, "CH15-25b", "CH15-32", *rules)

    def dpo_mail_sent(self, case, event):
        """F-E-02: after the first forward, which comes before there is a reference."""
        if not self.from_stages(case, FORWARDED, "CH15-24", "CH15-25b"):
            return None
        self.with_reference(case, event)
        return case

    def response_forwarded(self, case, event):
        if not self.from_stages(case, ("responded",), "CH15-31", "CH15-37", "CH15-41"):
            return None
        self.with_reference(case, event, "CH15-31", "CH15-37", "CH15-41")
        return replace(case, stage="closed")

    def data_erased(self, case, event):
        """F-E-06: not before the reply, and never without ACCEPT."""
        self.need(case.stage in ("responded", "closed"), "CH15-26", "CH15-30", "CH15-31")
        self.need(case.decided == "accept", "CH15-26", "CH15-30", "CH15-36")
        self.still_acceptable(case, event)
        return replace(case, erased=True)

    def still_acceptable(self, case, event):
        """5.9, 10: what has become known since the decision counts as well."""
        facts = case.told(event)
        outcome, rows, _ = decision.decide(facts, self.policies["erase-gap"])
        by_text = bool(rows & {"1", "2", "3"})
        if outcome == decision.REJECT and (by_text or facts["evidence"]):
            self.need(NO, *self.rules_of(rows))
        elif outcome == decision.ASK and facts["evidence"]:
            self.need(NO, "CH15-38-N-b")

    def deadlines(self, case, as_of):
        """{name: (due, whether it is still to be met)} of what has a day (D-10, AMB-25, AMB-73)."""
        if case.received is None:
            return {}
        due = self.due(case)
        found = {"erase": (due, case.responded is None), "holding-reply": (case.received, case.holding_reply is None and case.responded is None),
                 "forward-dpo": (case.received, case.forwarded is None)}
        if self.policies["dpo-chase"] and not case.reference and case.responded is None:
            found["chase-dpo"] = (due - timedelta(self.policies["dpo-chase"]), True)
        return found
