"""IPES as rules.md 2.1 to 2.1.3 tells it, once more and by other means: what each event needs at each stage.

Only the catalogue was read for it. It knows verdicts, stages, the feed and the due days, no sentences."""
from dataclasses import dataclass, field, replace

from days import acknowledge, after, day_60, fifteen, working_days_after

YES, NO, UNKNOWN = True, False, "unknown"
OWED = {"so-approved", "eligible", "suitable", "volunteers", "exception-documented", "at-jobcentre",
        "three-agree",
        "suitable-space", "identity-checked", "employment-checked", "plan-signed-by-participant",
        "plan-signed-by-provider", "needs-assessment-begun", "plan-fully-signed", "digital-signature-reason",
        "digital-process-assured"}
NOT_SAID_IS_NO = {"employed", "concerns-addressed", "short-stay", "night-shifts", "prap-fault-announced",
                  "visible-in-prap", "reached", "backed-out", "moved-between-nations", "mappa-known"}
REMEMBERED = {"identity-checked", "employment-checked", "employed", "plan-signed-by-participant",
              "plan-signed-by-provider", "needs-assessment-begun", "concerns-addressed", "night-shifts",
              "signature-method", "digital-signature-reason", "digital-process-assured", "deceased",
              "moved-out",
              "terminal-illness", "chooses-to-leave", "policy-advice", "advised-end-on", "plan-fully-signed"}
BARS = ("work", "job-offer", "hospital", "worsening-health")
BEFORE = ("none", "signposted", "prospect", "handed-over")  # what the Jobcentre did is recordable (2.0)
WAITING = ("received", "accepted", "cancel-requested", "attended")
STARTED = ("pre-work", "in-work")
ENDED = ("rejected", "dna", "dns", "auto-dna", "left", "backed-out", "cancelled-no-contact", "not-referred")
FAILS, SILENT, OPEN = "refused", "text-silent", "undecided"


@dataclass(frozen=True)
class Case:
    stage: str = "none"
    feed: str = "not-open"
    clerical: bool = False
    made: object = None
    received: object = None
    acknowledged: object = None
    attended: object = None
    start: object = None
    failed: int = 0
    unsure: int = 0
    mappa: str = ""
    escalated: object = None
    continued: object = None
    prap14: str = ""
    error: str = ""
    asked: str = ""  # the reason of a requested cancellation
    known: tuple = ()  # what is remembered: (fact, value)

    def fact(self, event, name):
        value = event.get(name, dict(self.known).get(name))
        if value is None:
            return YES if name in OWED else NO if name in NOT_SAID_IS_NO else UNKNOWN
        return value


@dataclass
class Rules:
    """The rules under one set of policies."""
    policies: dict
    found: list = field(default_factory=list)

    # --- what a guard may find ----------------------------------------
    def need(self, holds):
        """holds: True, False or unknown."""
        if holds != YES:
            self.found.append(OPEN if holds == UNKNOWN else FAILS)

    def verdict(self):
        for verdict in (FAILS, SILENT, OPEN):
            if verdict in self.found:
                return verdict
        return "permitted"

    # --- the days ----------------------------------------
    def due(self, case):
        days, p = {}, self.policies
        if case.received and not case.clerical:
            days["ack"] = acknowledge(case.received, p["ack-nonworking"] == "roll-forward")
            anchor = case.received if p["auto60-anchor"] == "received" else case.made
            days["auto60"] = after(day_60(anchor, p), -1)
        if case.made:
            days["meet"] = days["record"] = fifteen(case.made, p["css2-count"] == "include-day")
        if case.start:
            days["plan"] = working_days_after(case.start, 20)
            night = dict(case.known).get("night-shifts") == YES
            extra = p["iws-days"] + night if case.stage == "in-work" else 0
            days["allot"] = after(case.start, 455 + extra)
        if case.mappa == "hold":
            working = p["mappa15-unit"] == "working"
            days["mappa15"] = days["record"] if working else after(case.made, 15)
        if case.escalated:
            working = p["mappa28-unit"] == "working"
            days["mappa28"] = working_days_after(case.escalated, 28) if working else after(case.escalated, 28)
        return days

    def lost(self, case, day):
        """Has day 60 passed over it (3.73a)?"""
        return case.stage in WAITING and not case.clerical and day > self.due(case)["auto60"]

    # --- one event ----------------------------------------
    def judge(self, case, event):
        """(verdict, case afterwards). event: {"event", "on", "recorded", fact: value}."""
        self.found = []
        name = event["event"]
        if self.lost(case, event["recorded"]) and name != "auto-dna":
            return FAILS, case
        step = getattr(self, name.replace("-", "_"))
        after_it = step(case, event) if case.stage not in ENDED else None
        if after_it is None:
            self.found.append(FAILS)
        verdict = self.verdict()
        if verdict != "permitted":
            return verdict, case
        kept = {**dict(case.known), **{key: value for key, value in event.items() if key in REMEMBERED}}
        return verdict, replace(after_it, known=tuple(sorted(kept.items())))

    # Before the referral: T-I-01 to T-I-10.
    def signposted(self, case, event):
        self.need(case.fact(event, "so-approved"))
        return replace(case, stage="signposted") if case.stage == "none" else None

    def work_coach_satisfied(self, case, event):
        for fact in ("eligible", "suitable", "volunteers"):
            self.need(case.fact(event, fact))
        return replace(case, stage="prospect") if case.stage in ("none", "signposted") else None

    def handover_held(self, case, event):
        self.need(case.fact(event, "volunteers"))
        self.need(negated(case.fact(event, "employed")))
        if event.get("handover-mode") == "in-person":
            for fact in ("at-jobcentre", "three-agree", "suitable-space"):
                self.need(case.fact(event, fact))
        return replace(case, stage="handed-over") if case.stage == "prospect" else None

    def handover_impossible(self, case, event):
        self.need(case.fact(event, "exception-documented"))
        return replace(case, stage="handed-over") if case.stage == "prospect" else None

    def withdrew(self, case, _):
        return replace(case, stage="not-referred") if case.stage in ("prospect", "handed-over") else None

    def referral_not_seen(self, case, event):
        self.need(negated(case.fact(event, "prap-fault-announced")))
        return case if case.stage == "handed-over" else None

    def referral_not_visible(self, case, event):
        if self.policies["327"] == "not-visible":
            self.need(negated(case.fact(event, "visible-in-prap")))
        return case if case.stage == "handed-over" else None

    def referral_received(self, case, event):
        self.need({"by-provider": NO, UNKNOWN: UNKNOWN}.get(event.get("made-by"), YES))
        self.need({YES: NO, UNKNOWN: UNKNOWN}.get(event.get("scr"), YES))
        made = event.get("made", event["on"])
        if event.get("referral-kind") == "re-referral":
            for fact, wanted in (("still-eligible", YES), ("outcome-paid-or-due", NO),
                                 ("rereferred-before", NO),
                                 ("work-coach-assessed", YES)):
                value = case.fact(event, fact)
                self.need(value if value == UNKNOWN else value is wanted)
            earliest = after(event["earlier-start-on"], 638 + (self.policies["reref"] == "exceeded"))
            night = case.fact(event, "night-shifts")
            self.need(made > earliest if night is YES else made >= earliest if night is NO or made != earliest
                      else UNKNOWN)
        mappa = "known" if event.get("mappa-known") is YES else case.mappa
        return replace(case, stage="received", made=made, received=event["on"],
                       mappa=mappa) if case.stage in BEFORE else None

    def clerical_referral_received(self, case, event):
        self.need(event.get("scr", NO))
        return replace(case, stage="received", clerical=True, made=event.get("made", event["on"]),
                       received=event["on"]) if case.stage in BEFORE else None

    # From the referral to the meeting: T-I-11 to T-I-18.
    def accept(self, case, event):
        self.need(not case.clerical)
        if case.stage == "received" and not case.clerical and self.policies["late-ack"] == "refuse":
            self.need(event["on"] <= self.due(case)["ack"])
        return replace(case, stage="accepted", acknowledged=event["on"]) if case.stage == "received" else None

    def reject(self, case, _):
        self.need(not case.clerical)
        return replace(case, stage="rejected") if case.stage == "received" else None

    def contact_attempted(self, case, event):
        reached = case.fact(event, "reached")
        counted = replace(case, failed=case.failed + (reached is NO),
                          unsure=case.unsure + (reached == UNKNOWN))
        return counted if case.stage in ("handed-over", *WAITING, *STARTED) else None

    def meeting_scheduled(self, case, event):
        booked, due = event.get("meeting-on"), self.due(case)
        self.need(case.mappa != "hold")
        self.need(UNKNOWN if booked is None else booked >= event["on"])
        if booked is not None and self.policies["reschedule-past-15"] == "refuse" and "record" in due:
            self.need(booked <= due["record"])
        if booked is not None and "auto60" in due:
            self.need(booked <= due["auto60"])
        if event.get("reason") == "hospital" and "short-stay" in event:
            self.need(event["short-stay"])
        return case if case.stage in ("handed-over", "received", "accepted") else None

    def meeting_attended(self, case, event):
        self.need(case.mappa != "hold")
        self.need(event["recorded"] >= event["on"])
        if case.acknowledged:
            self.need(event["on"] >= case.acknowledged)
        open_to = ("received", "accepted") if case.clerical else ("accepted",)
        return replace(case, stage="attended", attended=event["on"]) if case.stage in open_to else None

    # The start: T-I-19, T-I-20, and outside PRaP (2.1.2).
    def checks_of_a_start(self, case, event):
        for fact in ("identity-checked", "employment-checked", "plan-signed-by-participant",
                     "plan-signed-by-provider", "needs-assessment-begun"):
            self.need(case.fact(event, fact))
        self.need(negated(case.fact(event, "employed")))
        self.signature(case, event)

    def signature(self, case, event):
        method = case.fact(event, "signature-method")
        if method == "annotation":
            self.need(event["on"] < self.policies["annotation-end"])
        if method == "digital-signature":
            self.need(case.fact(event, "digital-signature-reason"))
            self.need(case.fact(event, "digital-process-assured"))

    def start_recorded(self, case, event):
        self.need(not case.clerical)
        self.need(case.mappa != "hold")
        self.need(event["recorded"] >= event["on"])
        if case.stage in ("accepted", "attended"):
            self.need(event["on"] == case.attended if case.attended else event["on"] >= case.acknowledged)
        if event.get("reason") in BARS:
            self.told(event, "start-recorded")
        self.checks_of_a_start(case, event)
        started = replace(case, stage="pre-work", feed="open", start=event["on"], attended=event["on"])
        return started if case.stage in ("accepted", "attended") else None

    def told(self, event, name):
        """Told at the meeting: no start but Did Not Start. After it: as the policy says (AMB-46)."""
        told = event.get("told", "at-meeting")
        choice = self.policies["unrecorded-start"]
        if told == UNKNOWN:
            self.need(UNKNOWN)
        elif told != "after-meeting":
            self.need(name == "dns-recorded")
        elif choice == "ask":
            self.found.append(SILENT)
        else:
            self.need((name == "dns-recorded") == (choice == "dns"))

    def clerical_start(self, case, event):
        self.need(case.clerical)
        self.need(event["recorded"] >= event["on"])
        self.need(case.attended in (None, event["on"]))
        self.checks_of_a_start(case, event)
        started = replace(case, stage="pre-work", start=event["on"], attended=event["on"])
        return started if case.stage in ("received", "attended") else None

    # No start: T-I-21 to T-I-33, T-IM-04.
    def attempts(self, case):
        least = self.policies["min-attempts"]
        return YES if case.failed >= least else UNKNOWN if case.failed + case.unsure >= least else NO

    def dna_recorded(self, case, event):
        reason = event["reason"]
        self.need(not case.clerical)
        if case.stage not in ("received", "accepted"):
            return None
        if case.stage == "received" and not case.clerical:
            self.need(self.policies["dna-unacked"] == "allow-with-hint")
            if reason in ("unreachable", "refused-to-attend", "refused-to-reschedule"):
                self.need(event["recorded"] <= self.due(case)["ack"])
        concerns = case.fact(event, "concerns-addressed")
        if reason == "unreachable":
            self.need(self.attempts(case))
        elif reason == "refused-to-attend":
            self.need(either(concerns, self.attempts(case)))
        elif reason == "refused-to-reschedule":
            both = self.policies["reschedule-needs-attempts"] == "yes"
            self.need((all_of if both else either)(concerns, self.attempts(case)))
        elif reason == "mappa-no-notice":
            self.need(case.mappa == "hold" and case.stage == "accepted")
            if case.mappa == "hold":
                late = self.policies["mappa-dna-from"] == "after-day-15"
                self.need(event["recorded"] >= after(self.due(case)["mappa15"], late))
        elif reason == "hospital":
            self.need(negated(case.fact(event, "short-stay")))
        elif reason not in ("work", "job-offer", "worsening-health", "withdrawn"):
            return None
        return replace(case, stage="dna")

    def dns_recorded(self, case, event):
        reason = event["reason"]
        self.need(not case.clerical)
        if case.stage != "attended":
            return None
        if reason == "cannot-commit":
            self.unsigned(case, event)
        elif reason in BARS:
            self.told(event, "dns-recorded")
        elif reason == "employed":
            choice, began = self.policies["employed-at-im"], event.get("employment-began-on")
            if choice == "ask":
                self.found.append(SILENT)
            elif choice == "by-date":
                self.need(UNKNOWN if began is None else began > case.made)
        else:
            return None
        return replace(case, stage="dns")

    def unsigned(self, case, event):
        """A change of mind counts before the plan is signed (3.44); nothing said is no signature."""
        fact = "plan-signed-by-participant"
        self.need(negated(event.get(fact, dict(case.known).get(fact, NO))))

    def clerical_outcome(self, case, _):
        self.need(case.clerical)
        stage = {"received": "dna", "attended": "dns"}.get(case.stage)
        return replace(case, stage=stage) if stage else None

    def cancellation_requested(self, case, event):
        reason = event["reason"]
        self.need(not case.clerical)
        if case.stage not in ("accepted", "attended") or reason not in ("no-contact", "dna", "dns"):
            return None
        self.need((case.stage == "attended") == (reason == "dns"))
        if reason == "dns":
            self.unsigned(case, event)
        else:
            used = case.mappa == "hold" and event["on"] >= after(
                self.due(case)["mappa15"], self.policies["mappa-dna-from"] == "after-day-15")
            concerns = case.fact(event, "concerns-addressed")
            if reason == "no-contact":
                self.need(self.attempts(case))
                self.need(self.policies["ipes-no-contact"] == "warn")
            elif not used:
                self.need(either(concerns, self.attempts(case)))
        if self.policies["cancel-effect"] == "on-confirmation":
            return replace(case, stage="cancel-requested", asked=reason)
        return replace(case, stage=cancelled(reason))

    def cancellation_confirmed(self, case, _):
        return replace(case, stage=cancelled(case.asked)) if case.stage == "cancel-requested" else None

    def auto_dna(self, case, event):
        self.need(not case.clerical)
        if case.stage not in WAITING or case.clerical:
            return None
        self.need(event["on"] > self.due(case)["auto60"])
        return replace(case, stage="auto-dna")

    # Errors and the PRaP14: T-I-34 to T-I-39.
    def error_suspected(self, case, _):
        return replace(case, error="notified") if case.stage in (*WAITING, *STARTED) else None

    def advice_received(self, case, _):
        self.need(case.error == "notified")
        return replace(case, error="advised") if case.stage in (*WAITING, *STARTED) else None

    def prap14_sent(self, case, event):
        reason = event["reason"]
        self.need(case.prap14 in ("", "not-accepted"))
        self.need(reason in BARS)
        if reason in ("work", "job-offer") and self.policies["368-scope"] != "any-time" and case.start:
            arose = event.get("arose-on")
            self.need(UNKNOWN if arose is None else arose <= case.start)
        return replace(case, prap14="at-policy") if case.stage in STARTED else None

    def prap14_not_accepted(self, case, _):
        self.need(case.prap14 == "at-policy")
        return replace(case, prap14="not-accepted") if case.stage in STARTED else None

    def prap14_accepted(self, case, _):
        self.need(case.prap14 == "at-policy")
        return replace(case, prap14="at-post") if case.stage in STARTED else None

    def prap14_actioned(self, case, event):
        self.need(case.prap14 == "at-post")
        out = event.get("backed-out") is YES and self.policies["ipes-backed-out"] == "as-noticed"
        done = replace(case, prap14="actioned", stage="backed-out" if out else case.stage)
        return done if case.stage in STARTED else None

    # On the programme: T-I-40 to T-I-48.
    def not_held_up(self, case):
        if self.policies["pending-work"] == "hold":
            self.need(case.prap14 not in ("at-policy", "at-post"))

    def plan_agreed(self, case, event):
        self.not_held_up(case)
        self.need(case.fact(event, "plan-fully-signed"))
        self.signature(case, event)
        self.need(event.get("agreed-interval", 28) <= 28)
        if case.attended:
            self.need(event["on"] >= case.attended)
        return case if case.stage in ("attended", *STARTED) else None

    def face_to_face_held(self, case, event):
        self.not_held_up(case)
        if case.stage not in STARTED:
            return None
        self.need(event["on"] >= case.start)
        return case

    weekly_support_offered = face_to_face_held

    def work_started(self, case, event):
        self.not_held_up(case)
        if case.stage != "pre-work":
            return None
        arose = event.get("arose-on")
        self.need(case.start <= event["on"] <= after(case.start, 455))
        if case.prap14 != "not-accepted":
            latest = arose or event["on"]
            self.need(NO if latest <= case.start else YES if arose else UNKNOWN)
        return replace(case, stage="in-work")

    def work_stopped(self, case, event):
        if case.stage != "in-work":
            return None
        if event["on"] > after(case.start, 455):
            self.found.append(SILENT)
        return replace(case, stage="pre-work")

    def allotted_time_ended(self, case, event):
        self.need(not case.clerical)
        if case.stage not in STARTED:
            return None
        self.need(event["on"] > self.due(case)["allot"])
        return replace(case, stage="left")

    # Leaving: T-I-47 to T-I-52.
    def left(self, case, event):
        if case.stage not in STARTED:
            return None
        code = event["code"]
        self.need(code in (39, 43, 46))
        self.need(event["on"] >= case.start)
        if code == 39:
            self.need(case.stage == "in-work")
            late = event["on"] > after(case.start, 455) or self.policies["39a"] == "phase-only"
            disengaged = case.fact(event, "disengaged") if late else NO
            if case.stage == "in-work":
                self.need(either(case.fact(event, "no-more-support-needed"), disengaged))
        if code == 43:
            self.need(case.fact(event, "deceased"))
        if code == 46:
            self.code_46(case, event)
        closes = code in (43, 46) and case.feed == "open"
        return replace(case, stage="left", feed="closed" if closes else case.feed)

    def code_46(self, case, event):
        ill = all_of(case.fact(event, "terminal-illness"), case.fact(event, "chooses-to-leave"))
        alone = either(case.fact(event, "moved-out"), ill)
        accepted = case.prap14 in ("at-post", "actioned")  # which is the Policy team's advice (AMB-59)
        ground = YES if accepted else either(alone, case.fact(event, "policy-advice"))
        if ground != YES and event.get("moved-between-nations") is YES and self.policies["move-out"] == "ask":
            self.found.append(SILENT)  # whether such a move is a ground, the text does not say (AMB-101)
        else:
            self.need(ground)
        end = event.get("advised-end-on", dict(case.known).get("advised-end-on"))
        if accepted and self.policies["ipes-end-date"] == "start-plus-1":
            end = after(case.start, 1)
        if alone != YES and (accepted or end):
            self.need(UNKNOWN if end is None else event["on"] == end)

    # MAPPA: 2.1.1.
    def mappa_forewarned(self, case, _):
        self.need(case.mappa == "")
        stages = ("prospect", "handed-over", "received", "accepted")
        return replace(case, mappa="known") if case.stage in stages else None

    def mappa_disclosed(self, case, _):
        self.need(case.mappa == "")
        if case.stage == "accepted":
            return replace(case, mappa="hold")
        return replace(case, mappa="light-touch") if case.stage in STARTED else None

    def mappa_notified(self, case, event):
        if case.stage == "accepted" and case.mappa == "hold":
            return replace(case, mappa="known") if event["on"] <= self.due(case)["mappa15"] else case
        light = case.stage in STARTED and case.mappa == "light-touch"
        return replace(case, mappa="confirmed") if light else None

    def mappa_escalated(self, case, event):
        self.need(case.mappa == "light-touch")
        return replace(case, escalated=event["on"]) if case.stage in STARTED else None

    def waited(self, case, event):
        self.need(case.mappa == "light-touch" and case.escalated is not None)
        if case.escalated:
            self.need(event["on"] > self.due(case)["mappa28"])

    def mappa_continued(self, case, event):
        self.waited(case, event)
        return replace(case, continued=event["on"]) if case.stage in STARTED else None

    def mappa_cannot_continue(self, case, event):
        self.waited(case, event)
        self.need(case.prap14 in ("", "not-accepted"))
        return replace(case, prap14="at-policy") if case.stage in STARTED else None


def negated(value):
    return value if value == UNKNOWN else not value


def either(one, other):
    return YES if YES in (one, other) else UNKNOWN if UNKNOWN in (one, other) else NO


def all_of(one, other):
    return NO if NO in (one, other) else UNKNOWN if UNKNOWN in (one, other) else YES


def cancelled(reason):
    return {"no-contact": "cancelled-no-contact"}.get(reason, reason)
