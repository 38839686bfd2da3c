"""The referrals that are not made from a date table: one for each move that the guidance permits, forbids or leaves
open (rules.md 2.1, 2.1.3), and the live referrals of early May 2023, which make the list of what is due."""

import datetime

import working_days as wd
from oracle import Case, of_referral

DAY = wd.DAY
FIRST = datetime.date(2022, 1, 10)


class Teller:
    """Gives each story its own referral day, one working day after the last."""

    def __init__(self, evidence):
        self.evidence = evidence
        self.made = FIRST
        self.cases = []

    def received(self, name, **facts):
        self.made = wd.add(self.made, 3)
        self.ack = of_referral(self.made, self.made)["ack"]["due"]
        self.meet = of_referral(self.made, self.made)["meet"]["due"]
        case = Case(name).say("referral-received", self.made, stage="received", made=self.made, **facts)
        self.cases.append(case)
        return case

    def accepted(self, name):
        return self.received(name).say("accept", self.ack, stage="accepted")

    def tried(self, name, failed):
        case = self.accepted(name)
        for n in range(failed):
            case.say("contact-attempted", wd.add(self.ack, n + 1), method="phone", reached=False)
        return case

    def attended(self, name):
        self.met = wd.add(self.ack, 4)
        return self.accepted(name).say("meeting-attended", self.met, stage="attended", mode="face-to-face")

    def started(self, name):
        return self.attended(name).say("start-recorded", self.met, stage="pre-work", **self.evidence)


def acknowledgement(t):
    t.received("reject-in-time").say("reject", t.ack, stage="rejected", reason="referred-in-error")
    t.received("reject-without-reason").say("reject", t.made, stage="rejected")
    t.received("accept-entered-next-day").say("accept", t.ack, t.ack + DAY, stage="accepted")
    t.accepted("accept-twice").say("accept", t.ack, verdict="refused")
    t.accepted("reject-after-accept").say("reject", t.ack, verdict="refused")
    t.received("accept-before-receipt").say("accept", t.made - DAY, t.made, verdict="refused")
    t.received("reject-then-accept").say("reject", t.made, stage="rejected", reason="other").say(
        "accept", t.made, verdict="refused")
    t.received("received-twice").say("referral-received", t.made, verdict="refused", made=t.made)
    clerical = wd.add(t.made, 1)
    t.cases.append(Case("clerical").say(
        "referral-received", clerical, verdict="refused", stage="none", made=clerical, scr=True))
    t.cases.append(Case("clerical-unknown").say(
        "referral-received", clerical, verdict="undecided", stage="none", made=clerical, scr="unknown"))
    made, received = wd.add(clerical, 1), wd.add(clerical, 2)
    t.cases.append(Case("made-the-day-before").say(
        "referral-received", received, stage="received", made=made).say("accept", received, stage="accepted"))
    t.cases.append(Case("made-day-not-given").say("referral-received", received, stage="received"))


def meeting_and_start(t):
    t.received("meeting-unacknowledged").say("meeting-attended", t.ack, verdict="refused")
    t.received("start-unacknowledged").say("start-recorded", t.ack, verdict="refused", **t.evidence)
    t.accepted("meeting-before-acknowledgement").say("meeting-attended", t.made, t.ack, verdict="refused")
    t.accepted("meeting-tomorrow").say("meeting-attended", t.ack + DAY, t.ack, verdict="refused")
    t.accepted("start-tomorrow").say("start-recorded", t.ack + DAY, t.ack, verdict="refused", **t.evidence)
    t.attended("start-on-another-day").say("start-recorded", t.met + DAY, verdict="refused", **t.evidence)
    t.attended("start-employed").say("start-recorded", t.met, verdict="refused", **{**t.evidence, "employed": True})
    t.attended("start-unsigned").say(
        "start-recorded", t.met, verdict="refused", **{**t.evidence, "plan_signed_by_participant": False})
    t.attended("start-identity-unknown").say(
        "start-recorded", t.met, verdict="undecided", **{**t.evidence, "identity_checked": "unknown"}).say(
        "start-recorded", t.met, t.met + DAY, stage="pre-work", **t.evidence)
    t.attended("start-evidence-not-told").say("start-recorded", t.met, stage="pre-work")
    t.started("start-twice").say("start-recorded", t.met, verdict="refused", **t.evidence)
    t.accepted("start-retrospective").say(
        "start-recorded", t.meet, wd.add(t.meet, 3), stage="pre-work", **t.evidence)
    t.accepted("start-retrospective-too-early").say(
        "start-recorded", t.made, wd.add(t.ack, 3), verdict="refused", **t.evidence)
    t.accepted("digital-meeting").say(
        "meeting-attended", t.meet, stage="attended", mode="digital", digital_reason_recorded=False)


def outcomes(t):
    t.tried("dna-after-two-attempts", 2).say("dna-recorded", t.meet, stage="dna", reason="unreachable")
    t.tried("dna-after-one-attempt", 1).say("dna-recorded", t.meet, verdict="refused", reason="unreachable")
    t.tried("dna-attempt-reached-them", 1).say("contact-attempted", t.meet, method="phone", reached=True).say(
        "dna-recorded", t.meet, verdict="refused", reason="unreachable")
    t.accepted("dna-refusal-addressed").say(
        "dna-recorded", t.meet, stage="dna", reason="refused-to-attend", concerns_addressed=True)
    t.accepted("dna-refusal-not-addressed").say(
        "dna-recorded", t.meet, verdict="refused", reason="refused-to-attend", concerns_addressed=False)
    t.accepted("dna-job-offer").say("dna-recorded", t.meet, stage="dna", reason="job-offer", told="before-meeting")
    t.received("dna-unacknowledged").say("dna-recorded", t.ack, stage="dna", reason="withdrawn")
    t.attended("dna-although-attended").say("dna-recorded", t.meet, verdict="refused", reason="withdrawn")
    t.attended("dns-cannot-commit").say(
        "dns-recorded", t.met, stage="dns", reason="cannot-commit", plan_signed_by_participant=False)
    t.attended("dns-job-told-at-meeting").say(
        "dns-recorded", t.met, stage="dns", reason="job-offer", told="at-meeting")
    t.attended("dns-job-told-later").say(
        "dns-recorded", t.met + DAY, verdict="text-silent", reason="job-offer", told="after-meeting")
    t.accepted("dns-although-absent").say(
        "dns-recorded", t.meet, verdict="refused", reason="work", told="at-meeting")
    t.started("dns-after-start").say("dns-recorded", t.meet, verdict="refused", reason="work", told="at-meeting")
    t.accepted("dna-cannot-be-reopened").say("dna-recorded", t.ack, stage="dna", reason="withdrawn").say(
        "meeting-attended", t.meet, verdict="refused")


def cancellations(t):
    t.tried("cancel-no-contact", 2).say(
        "cancellation-requested", t.meet, stage="cancelled-no-contact", reason="no-contact")
    t.tried("cancel-dna", 2).say("cancellation-requested", t.meet, stage="dna", reason="dna")
    t.attended("cancel-dns").say(
        "cancellation-requested", t.met, stage="dns", reason="dns", plan_signed_by_participant=False)
    t.accepted("cancel-other-reason").say("cancellation-requested", t.meet, verdict="refused", reason="other")
    t.received("cancel-unacknowledged").say(
        "cancellation-requested", t.ack, verdict="refused", reason="no-contact")
    t.started("cancel-after-start").say("cancellation-requested", t.meet, verdict="refused", reason="dns")
    t.tried("cancel-without-reason", 2).say("cancellation-requested", t.meet, verdict="undecided")


def plans_and_leavers(t):
    t.accepted("plan-before-meeting").say("plan-agreed", t.meet, verdict="refused", plan_fully_signed=True)
    t.started("plan-unsigned").say("plan-agreed", t.meet, verdict="refused", plan_fully_signed=False)
    t.started("left-46-on-advice").say("left", t.meet, stage="left", code=46, policy_advice=True)
    t.started("left-46-moved").say("left", t.meet, stage="left", code=46, moved_out=True)
    t.started("left-46-no-ground").say(
        "left", t.meet, verdict="refused", code=46, policy_advice=False, moved_out=False, terminal_illness=False)
    t.started("left-46-ground-not-known").say("left", t.meet, verdict="undecided", code=46)
    t.started("left-43").say("left", t.meet, stage="left", code=43, deceased=True)
    t.started("left-43-not-recorded").say("left", t.meet, verdict="refused", code=43, deceased=False)
    t.started("left-39-pre-work").say("left", t.meet, verdict="refused", code=39)
    t.started("left-45-by-hand").say("left", t.meet, verdict="refused", code=45)
    t.started("left-99").say("left", t.meet, verdict="refused", code=99)
    t.attended("left-without-start").say("left", t.meet, verdict="refused", code=46, policy_advice=True)
    t.started("left-and-back").say("left", t.meet, stage="left", code=46, policy_advice=True).say(
        "plan-agreed", t.meet, verdict="refused", plan_fully_signed=True)


def told_twice(t):
    """A line that is sent again under its id changes nothing and gets the answer it got."""
    case = t.accepted("accept-sent-again")
    case.say("accept", t.ack, stage="accepted", repeat=True)
    case = t.started("start-sent-again")
    case.say("start-recorded", t.met, stage="pre-work", repeat=True, **t.evidence)


def live_in_may_2023(t):
    """What a team has open on the morning after the coronation: 9 May 2023."""
    day = datetime.date
    for name, made in (("live-to-acknowledge-today", day(2023, 5, 5)), ("live-acknowledgement-missed", day(2023, 5, 3)),
                       ("live-received-today", day(2023, 5, 9))):
        t.cases.append(Case(name).say("referral-received", made, stage="received", made=made))
    for name, made in (("live-meeting-tomorrow-last", day(2023, 4, 17)), ("live-meeting-overdue", day(2023, 4, 11)),
                       ("live-new", day(2023, 5, 2)), ("live-day-59-near", day(2023, 3, 13))):
        ack = of_referral(made, made)["ack"]["due"]
        case = Case(name).say("referral-received", made, stage="received", made=made)
        t.cases.append(case.say("accept", ack, stage="accepted"))
    for name, made, met, entered in (("live-start-to-enter", day(2023, 4, 18), day(2023, 5, 4), None),
                                     ("live-plan-due", day(2023, 3, 27), day(2023, 4, 6), day(2023, 4, 6)),
                                     ("live-plan-overdue", day(2023, 3, 22), day(2023, 4, 3), day(2023, 4, 5))):
        case = Case(name).say("referral-received", made, stage="received", made=made)
        case.say("accept", made, stage="accepted").say("meeting-attended", met, stage="attended", mode="face-to-face")
        if entered:
            case.say("start-recorded", met, entered, stage="pre-work", **t.evidence)
        t.cases.append(case)


def tell_stories(evidence):
    teller = Teller(evidence)
    for story in (acknowledgement, meeting_and_start, outcomes, cancellations, plans_and_leavers, told_twice,
                  live_in_may_2023):
        story(teller)
    return teller.cases
