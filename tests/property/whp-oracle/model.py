"""WHP and JETS as rules.md 2.2, 2.2.1, 2.3 and 2.7 tell them, by other means: what each event needs at each stage.

Only the catalogue and the vocabulary were read for it. It knows verdicts, stages, the feed, an orphan and the
rules that may be cited for each refusal, no sentences."""
from dataclasses import dataclass, field, replace
from datetime import timedelta

YES, NO, UNKNOWN = True, False, "unknown"
REFUSED, SILENT, OPEN = "refused", "text-silent", "undecided"
BEFORE_START, ENDED = ("received", "accepted"), ("rejected", "dna", "completed", "ended", "cancelled-no-contact")
IN_PRAP = ("started", "prap14-sent", "prap14-approved", "end-dated")  # a start date is in PRaP
ALWAYS = ("change-notice-received", "doubt-raised", "doubt-decided", "decision-notified")
PLACE = {"ineligible": 0, "found-work": 1, "duplicate": 2}  # where a scenario's rule stands in a triple
CODE = {"ineligible": 37, "found-work": 1, "duplicate": 10}
REJECT_REASON = {"ineligible": "other", "found-work": "did-not-attend", "duplicate": "other"}
REJECT = ("M08-INEL-5", "M08-WORK-3", "M08-DUP-3")
SEND = ("M08-INEL-6", "M08-WORK-4", "M08-DUP-4")
REFUSAL = ("M08-INEL-7", "M08-WORK-5", "M08-DUP-5")
APPROVAL = ("M08-INEL-8", "M08-WORK-6", "M08-DUP-6")
NEXT_DAY = ("M08-INEL-N", "M08-WORK-N", "M08-DUP-N")
BACK_OUT = ("M08-INEL-10", "M08-WORK-8", "M08-DUP-7")
CANCEL = ("M08-INEL-11", "M08-WORK-9", "M08-DUP-8")
SCENARIOS = ("M08-SUM-2", "M08-INEL-1", "M08-INEL-2", "M08-INEL-3", "M08-WORK-1", "M08-DUP-1")
REMEMBERED = {"scenario", "on-dwp-provision", "job-event", "interview-on", "engaged-on", "earned", "threshold",
              "first-paid-on", "benefit-claimant", "customer-group", "first-salary-on", "arose-on",
              "employment-began-on"}
POUNDS = {"earned-1000": 100000, "earned-2000": 200000}


@dataclass(frozen=True)
class Case:
    programme: str
    stage: str = "none"
    feed: str = "not-open"
    made: object = None
    attended: object = None
    start: object = None
    orphan: bool = False
    mailed: bool = False  # the support team's mail of the back-out has come
    appointment: str = ""
    mandation: str = ""
    engagement: str = ""
    employed: bool = False  # by the provider's own business
    known: tuple = ()

    def fact(self, event, name):
        return event.get(name, dict(self.known).get(name))


@dataclass
class Rules:
    """The rules under one set of policies, with the dated facts that the host supplies."""
    policies: dict
    suspensions: tuple = ()  # (first day, last day)
    thresholds: tuple = ()  # (from this day on, pence)
    found: list = field(default_factory=list)

    def need(self, holds, *rules):
        if holds != YES:
            self.found.append((OPEN if holds == UNKNOWN else REFUSED, set(rules)))

    def silent(self, *rules):
        self.found.append((SILENT, set(rules)))

    def judge(self, case, event):
        """(verdict, case afterwards, [what was found]). found: the rules of which one at least is cited."""
        self.found = []
        then = None
        if case.stage not in ENDED or event["event"] in ALWAYS:
            then = getattr(self, event["event"].replace("-", "_"))(case, event)
        if then is None and not self.found:
            self.found.append((REFUSED, set()))
        for verdict in (REFUSED, SILENT, OPEN):
            if verdict in {found for found, _ in self.found}:
                return verdict, case, self.found
        if case.stage != "none":
            kept = {**dict(case.known), **{key: value for key, value in event.items() if key in REMEMBERED}}
            then = replace(then, known=tuple(sorted(kept.items())))
        return "permitted", then, []

    def from_stages(self, case, stages, *rules):
        self.need(case.stage in stages, *rules)
        return case.stage in stages

    def suspended(self, day):
        return any(first <= day <= last for first, last in self.suspensions)

    def national(self, day):
        found = [pence for since, pence in self.thresholds if since <= day]
        return found[-1] if found else None

    def memo_binds(self, case):
        if case.programme == "jets" and self.policies["m08-jets"] == "off":
            self.silent("M08-META-2")
            return False
        return True

    # Referral, acceptance, start: T-W-01 to T-W-03, T-W-21, T-J-05.
    def referral_received(self, case, event):
        if not self.from_stages(case, ("none",)):
            return None
        self.need({YES: NO, UNKNOWN: UNKNOWN}.get(event.get("scr"), YES), "CH15-8")
        return replace(case, stage="received", made=event.get("made", event["on"]))

    def accept(self, case, _):
        return replace(case, stage="accepted") if self.from_stages(case, ("received",)) else None

    def meeting_attended(self, case, event):
        return replace(case, attended=event["on"]) if self.from_stages(case, ("accepted",)) else None

    def start_recorded(self, case, event):
        if not self.from_stages(case, ("accepted",)):
            return None
        return replace(case, stage="started", feed="open", start=event["on"])

    def dna_recorded(self, case, _):
        return replace(case, stage="dna") if self.from_stages(case, ("accepted",)) else None

    # The three scenarios: T-W-04 to T-W-13.
    def named(self, case, event):
        """Which error it is."""
        found = case.fact(event, "scenario")
        if found is None:
            self.need(UNKNOWN, *SCENARIOS)
        return found

    def scenario(self, case, event):
        """Which error it is, and whether the days bear it out (AMB-88)."""
        found = self.named(case, event)
        by_interview = self.policies["m08-boundary"] == "interview"
        boundary = case.fact(event, "interview-on") if by_interview else None
        boundary = boundary or case.made  # one boundary: before it scenario A, from it on scenario B
        arose, kind = case.fact(event, "arose-on"), case.fact(event, "job-event") or "employment"
        if found == "ineligible":
            began = case.fact(event, "employment-began-on")
            worked = UNKNOWN if began is None else began < boundary
            provision = case.fact(event, "on-dwp-provision")
            self.need(either(UNKNOWN if provision is None else provision, worked),
                      "M08-INEL-1", "M08-INEL-2", "M08-INEL-3")
        if found == "found-work":
            engaged = case.fact(event, "engaged-on") or case.attended or case.start
            if arose is None:
                self.need(UNKNOWN, "M08-WORK-1", "M08-INEL-3")
            else:
                if arose < boundary and kind == "offer":
                    self.silent("M08-WORK-1")
                else:
                    self.need(boundary <= arose, "M08-WORK-1", "M08-INEL-3")
                self.need(engaged is None or arose <= engaged, "M08-WORK-1")
        return found

    def error_found(self, case, event):
        if not self.from_stages(case, (*BEFORE_START, "started"), "M08-SUM-2") or not self.memo_binds(case):
            return None
        self.scenario(case, event)
        return case

    def begun(self, case):
        """AMB-58: a start date in PRaP, or attendance."""
        return case.start is not None or self.policies["m08-started"] == "attended" and case.attended is not None

    def reject(self, case, event):
        if not self.from_stages(case, BEFORE_START, *REJECT, *SEND) or not self.memo_binds(case):
            return None
        choice = self.policies["reject-after-accept"] if case.stage == "accepted" else "record-as-reject"
        if choice == "record-as-reject":
            self.need(not self.begun(case), *SEND)
            found = self.scenario(case, event)
            if found:
                self.need(event["reason"] == REJECT_REASON[found], REJECT[PLACE[found]])
        else:
            self.named(case, event)
            self.need(choice != "cancel", *REJECT)
            if choice == "ask":
                self.silent(*REJECT)
        return replace(case, stage="rejected")

    def prap14_sent(self, case, event):
        """With AMB-58 read as attendance, a person who attended is sent off before a start is entered too."""
        early = case.stage == "accepted" and self.policies["m08-started"] == "attended"
        if not early and not self.from_stages(case, ("started",), *REJECT, *SEND):
            return None
        if not self.memo_binds(case):
            return None
        self.need(self.begun(case), *REJECT, *SEND)
        self.scenario(case, event)
        return replace(case, stage="prap14-sent", mailed=False)  # another request has its own back-out

    def prap14_refused(self, case, _):
        back = replace(case, stage="started" if case.start else "accepted")
        return back if self.from_stages(case, ("prap14-sent",), *REFUSAL) else None

    def prap14_approved(self, case, _):
        ok = self.from_stages(case, ("prap14-sent",), *APPROVAL)
        return replace(case, stage="prap14-approved") if ok else None

    def end_date_entered(self, case, event):
        if not self.from_stages(case, ("started", "prap14-approved"), *APPROVAL):
            return None
        code, end = event.get("code"), event.get("end-on", event["on"])
        if code is not None:
            self.need(code in CODE.values(), *APPROVAL)
        if case.stage == "started":  # T-W-16, with none of the codes of the memo (F-W-03, F-W-09)
            self.need(code not in CODE.values(), *APPROVAL, *REFUSAL)
            return replace(case, stage="ended", feed="closed", orphan=False)
        place = PLACE[case.fact({}, "scenario")]
        self.need(UNKNOWN if code is None else code == CODE[case.fact({}, "scenario")], APPROVAL[place])
        self.need(end == (case.start or case.attended) + timedelta(1), NEXT_DAY[place])
        # AMB-89: when the mail of the back-out came first it is not awaited again
        return replace(case, stage="backed-out" if case.mailed else "end-dated", feed="closed", orphan=False)

    def backed_out(self, case, _):
        """What the support team did is recordable whenever it comes (2.0); it closes no feed (F-W-08)."""
        if not self.from_stages(case, IN_PRAP, *BACK_OUT) or not self.memo_binds(case):
            return None
        if case.stage == "end-dated":
            return replace(case, stage="backed-out", mailed=True)
        then = "prap14-approved" if case.stage == "prap14-sent" else case.stage
        return replace(case, stage=then, mailed=True, orphan=case.feed == "open")  # T-W-13

    def cancellation_requested(self, case, event):
        if case.stage == "accepted" and self.policies["reject-after-accept"] == "cancel":
            return self.cancelled_after_acceptance(case, event)
        if not self.from_stages(case, ("backed-out",), *CANCEL):
            return None
        self.need(event["reason"] == "no-contact", *CANCEL)
        return replace(case, stage="cancelled-no-contact")

    def cancelled_after_acceptance(self, case, event):
        """AMB-86: the cancellation list has no Other, so that a person picks between what it has."""
        ends = {"no-contact": "cancelled-no-contact", "dna": "dna"}
        if event["reason"] not in ends:
            self.need(NO)
            return None
        if not self.memo_binds(case):
            return None
        self.need(not self.begun(case), *SEND)
        self.scenario(case, event)
        return replace(case, stage=ends[event["reason"]])

    # The feed: T-W-14, T-W-15, T-J-08, T-J-09.
    def allotted_time_ended(self, case, _):
        """PRaP and DWP do not wait for a PRaP14, so what they do is recorded while one is on its way (2.0)."""
        ended = replace(case, stage="completed", feed="closed", orphan=False)
        return ended if self.from_stages(case, IN_PRAP[:3], "M08-BG-3a") else None

    def earnings_reported(self, case, event):
        if not self.from_stages(case, IN_PRAP[:3], "CH15-16", "M08-BG-3b"):
            return None
        earned, reached = event.get("earned"), event.get("threshold")
        national = self.national(event["on"])
        if case.programme == "jets":
            self.need(reached not in ("earned-2000", "national-threshold"), "CH15-A-57", "CH15-A-58")
        if earned is not None and reached in POUNDS:
            self.need(earned >= POUNDS[reached], "CH15-A-56", "CH15-A-57", "M08-BG-3b")
        if earned is not None and reached == "national-threshold" and case.programme == "whp":
            self.need(UNKNOWN if national is None else earned >= national, "CH15-A-58", "CH15-A-59", "M08-BG-3b")
        if earned is None and reached is None:
            self.need(event.get("first-paid-on") is not None or UNKNOWN, "CH15-16")
        outcome = POUNDS["earned-1000"] if case.programme == "jets" else national
        closes = reached == ("earned-1000" if case.programme == "jets" else "national-threshold")
        if earned is not None and outcome is not None:
            closes = closes or earned >= outcome  # T-W-15 goes by the sum
        return replace(case, feed="closed", orphan=False) if closes else case

    # Beside the stage: 2.2.1, T-W-17 to T-W-20, T-J-01 to T-J-07.
    def claimant(self, case, event):
        """Whether form WHP07 is sent depends on it (CH15-10)."""
        self.need(UNKNOWN if case.fact(event, "benefit-claimant") in (None, UNKNOWN) else YES, "CH15-10")

    def jets_only(self, case, *rules):
        if case.programme != "jets":
            self.silent(*rules)
        return case.programme == "jets"

    def disengaged(self, case, event):
        if not self.from_stages(case, IN_PRAP[:3], "CH15-10-B1"):
            return None
        self.claimant(case, event)
        self.need(YES if case.fact(event, "customer-group") else UNKNOWN, "CH15-A-16")
        return replace(case, engagement="disengaged")

    def re_engaged(self, case, event):
        if not self.from_stages(case, IN_PRAP[:3], "CH15-10-B2"):
            return None
        self.claimant(case, event)
        self.need(case.engagement == "disengaged", "CH15-10-B2")
        return replace(case, engagement="re-engaged")

    def appointment_mandated(self, case, event):
        if case.programme == "jets":
            if not self.from_stages(case, BEFORE_START, "CH15-10-B3", "CH15-12", "CH15-35a"):
                return None
            self.need(case.appointment == "", "CH15-10-B3", "CH15-12", "CH15-35a")
            if event.get("mandated-by") == "own-mandation":
                self.need(not self.suspended(event["on"]), "CH15-12-N")
            return replace(case, appointment="mandated")
        if not self.from_stages(case, (*BEFORE_START, "started"), "CH15-12"):
            return None
        self.need(not self.suspended(event["on"]), "CH15-12-N")
        return replace(case, mandation="mandated")

    def appointment_agreed(self, case, _):
        if not self.jets_only(case, "CH15-10") or not self.from_stages(case, BEFORE_START, "CH15-10"):
            return None
        self.need(case.appointment == "", "CH15-10", "CH15-10-B3", "CH15-12")
        return replace(case, appointment="voluntary")

    def mandated_activity_failed(self, case, event):
        if case.programme == "jets":
            if not self.from_stages(case, BEFORE_START, "CH15-10-B3", "CH15-12"):
                return None
            self.need(case.appointment == "mandated", "CH15-10-B3", "CH15-12")
            if case.appointment == "mandated":
                self.claimant(case, event)
            return replace(case, appointment="missed")
        if not self.from_stages(case, (*BEFORE_START, *IN_PRAP[:3]), "CH15-12"):
            return None
        self.need(case.mandation == "mandated", "CH15-12")
        return replace(case, mandation="failed")

    def re_complied(self, case, _):
        if not self.jets_only(case, "CH15-35b") or not self.from_stages(case, BEFORE_START, "CH15-35b"):
            return None
        self.need(case.appointment == "missed", "CH15-35b")
        return replace(case, appointment="recomplied")

    def doubt_raised(self, case, event):
        self.need("failed" == case.mandation or case.appointment == "missed", "CH15-12")
        self.need(not self.suspended(event["on"]), "CH15-12-N")
        return replace(case, mandation="doubt-raised")

    def doubt_decided(self, case, _):
        self.need(case.mandation == "doubt-raised", "CH15-38-N-b", "CH15-12")
        return replace(case, mandation="decided")

    def decision_notified(self, case, _):
        self.need(case.mandation == "decided", "CH15-42-N-b", "CH15-38-N-b")
        return replace(case, mandation="notified")

    def employed_by_provider(self, case, event):
        if not self.from_stages(case, ("started",), "CH15-13"):
            return None
        self.need(UNKNOWN if event.get("first-salary-on") is None else YES, "CH15-14a")
        return replace(case, employed=True)

    def employment_form_sent(self, case, _):
        if not self.from_stages(case, ("started",), "CH15-14a"):
            return None
        self.need(case.employed, "CH15-13", "CH15-14a")
        return case

    def change_notice_received(self, case, event):
        item = event.get("annex-a-item")
        self.need(UNKNOWN if item is None else 1 <= item <= 59, "CH15-9")
        return case

    def other_provision_agreed(self, case, event):
        if not self.jets_only(case, "CH15-10-B4"):
            return None
        if not self.from_stages(case, ("accepted", "started"), "CH15-10-B4"):
            return None
        self.claimant(case, event)
        return case


def either(one, other):
    return YES if YES in (one, other) else UNKNOWN if UNKNOWN in (one, other) else NO
