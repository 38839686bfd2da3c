"""Random histories: mostly what usually happens next, a little after the last, with facts of every value."""
from datetime import date

from days import after
from model import ENDED, UNKNOWN

BEFORE = {"none": ["referral-received"] * 6 + ["signposted", "work-coach-satisfied",
          "clerical-referral-received"],
          "signposted": ["work-coach-satisfied"],
          "prospect": ["handover-held", "handover-held", "handover-impossible", "mappa-forewarned",
                       "withdrew"],
          "handed-over": ["referral-received", "referral-received", "referral-not-seen",
                          "referral-not-visible",
                          "withdrew", "meeting-scheduled", "contact-attempted", "clerical-referral-received"]}
USUAL = {**BEFORE,
         "received": ["accept"] * 6 + ["reject", "dna-recorded", "contact-attempted", "meeting-scheduled",
                      "auto-dna",
                                       "meeting-attended"],
         "accepted": ["meeting-attended"] * 4 + ["start-recorded", "contact-attempted", "contact-attempted",
                      "dna-recorded", "dna-recorded", "cancellation-requested", "mappa-disclosed",
                      "mappa-notified",
                      "meeting-scheduled", "error-suspected", "advice-received", "auto-dna"],
         "cancel-requested": ["cancellation-confirmed", "contact-attempted", "auto-dna"],
         "attended": ["start-recorded"] * 5 + ["clerical-start", "clerical-outcome", "dns-recorded",
                      "cancellation-requested", "plan-agreed", "contact-attempted"],
         "pre-work": ["plan-agreed", "left", "work-started", "work-started", "face-to-face-held",
                      "prap14-sent",
                      "prap14-accepted", "prap14-not-accepted", "prap14-actioned", "mappa-disclosed",
                      "mappa-escalated", "mappa-continued", "mappa-cannot-continue", "mappa-notified",
                      "weekly-support-offered", "error-suspected", "advice-received", "allotted-time-ended"],
         "in-work": ["left", "left", "work-stopped", "face-to-face-held", "allotted-time-ended",
                     "prap14-sent",
                     "prap14-accepted", "prap14-actioned", "plan-agreed"]}
EVENTS = sorted({event for usual in USUAL.values() for event in usual})

CHECKS = ["identity-checked", "employment-checked", "plan-signed-by-participant", "plan-signed-by-provider",
          "needs-assessment-begun"]
MOSTLY_YES = {"signposted": ["so-approved"], "work-coach-satisfied": ["eligible", "suitable", "volunteers"],
              "handover-held": ["volunteers", "at-jobcentre", "three-agree", "suitable-space"],
              "handover-impossible": ["exception-documented"], "start-recorded": CHECKS,
              "clerical-start": CHECKS,
              "meeting-attended": ["identity-checked", "employment-checked"],
              "plan-agreed": ["plan-fully-signed", "digital-signature-reason"]}
MOSTLY_NO = {"handover-held": ["employed"], "referral-not-seen": ["prap-fault-announced"],
             "referral-not-visible": ["visible-in-prap"], "contact-attempted": ["reached"],
             "meeting-attended": ["employed", "plan-signed-by-participant"], "start-recorded": ["employed"]}
EVENLY = {"dna-recorded": ["concerns-addressed"], "cancellation-requested": ["concerns-addressed"],
          "left": ["deceased", "moved-out", "terminal-illness", "chooses-to-leave", "policy-advice",
                   "disengaged",
                   "no-more-support-needed"], "work-started": ["night-shifts"]}
REASONS = {"dna-recorded": ["unreachable", "refused-to-attend", "refused-to-reschedule", "work",
           "job-offer", "hospital",
                            "worsening-health", "withdrawn", "mappa-no-notice", "cannot-commit", "other"],
           "dns-recorded": ["cannot-commit", "work", "job-offer", "hospital", "worsening-health", "employed",
                            "unreachable", "other"],
           "cancellation-requested": ["no-contact", "dna", "dns", "other"],
           "prap14-sent": ["work", "job-offer", "hospital", "worsening-health", "cannot-commit"]}


def maybe(chance, odds):
    return chance.random() < odds


def value_of(chance, yes, no):
    return chance.choices([True, False, UNKNOWN, None], [yes, no, 4, 10])[0]


def draw_day(chance, case, last, due):
    """A little after the last; often the very day of a deadline, or a day beside it."""
    if due and maybe(chance, 0.35):
        day = after(chance.choice(sorted(due.values())), chance.choice([-1, 0, 0, 1, 2]))
        if day >= last:
            return day
    if case.start and maybe(chance, 0.1):
        return max(last, after(case.start, 455 + chance.choice([0, 1, 182, 183])))
    return after(last, chance.choice([0, 0, 0, 1, 1, 2, 3, 5, 8, 15]))


def draw_reason(chance, event, facts):
    if event in REASONS:
        facts["reason"] = chance.choice(REASONS[event])
    told = facts.get("reason") in ("work", "job-offer", "hospital")
    if told or event == "start-recorded" and maybe(chance, 0.08):
        facts.setdefault("reason", "job-offer")
        if event in ("start-recorded", "dns-recorded"):
            facts["told"] = chance.choice(["at-meeting", "after-meeting", UNKNOWN])
    if event in ("dna-recorded", "meeting-scheduled") and maybe(chance, 0.2):
        facts["reason"] = "hospital"
        facts["short-stay"] = chance.choice([True, False, UNKNOWN])


def draw_referral(chance, on, facts):
    facts["made"] = after(on, -chance.choice([0, 0, 1, 3]))
    if maybe(chance, 0.1):
        facts["made-by"] = chance.choice(["by-jobcentre", "by-provider", UNKNOWN])
    if maybe(chance, 0.1):
        facts["mappa-known"] = chance.choice([True, False])
    if maybe(chance, 0.2):
        facts["referral-kind"] = "re-referral"
        facts["earlier-start-on"] = after(facts["made"], -chance.choice([600, 637, 638, 638, 639, 640, 900]))
        for fact, usual in (("still-eligible", True), ("outcome-paid-or-due", False),
                            ("rereferred-before", False),
                            ("work-coach-assessed", True), ("night-shifts", False)):
            facts[fact] = chance.choices([usual, not usual, UNKNOWN], [14, 2, 2])[0]


def draw_facts(chance, case, event, on):
    facts = {}
    for names, yes, no in ((MOSTLY_YES, 80, 6), (MOSTLY_NO, 6, 80), (EVENLY, 40, 40)):
        for name in names.get(event, ()):
            value = value_of(chance, yes, no)
            if value is not None:
                facts[name] = value
    draw_reason(chance, event, facts)
    if event == "referral-received":
        draw_referral(chance, on, facts)
    if event in ("referral-received", "clerical-referral-received"):
        odds = [2, 90, 2] if event == "referral-received" else [90, 4, 4]
        facts["scr"] = chance.choices([True, False, UNKNOWN], odds)[0]
    if event == "handover-held":
        facts["handover-mode"] = chance.choice(["by-phone", "in-person"])
    if event == "meeting-scheduled" and maybe(chance, 0.9):
        facts["meeting-on"] = after(on, chance.choice([-1, 0, 1, 5, 14, 21, 40, 59, 60]))
    if event in ("start-recorded", "plan-agreed", "clerical-start") and maybe(chance, 0.2):
        facts["signature-method"] = chance.choice(["wet", "digital-signature", "annotation"])
    if event == "plan-agreed" and maybe(chance, 0.3):
        facts["agreed-interval"] = chance.choice([7, 27, 28, 29, 60])
    if event == "dns-recorded" and facts["reason"] == "employed" and maybe(chance, 0.8):
        facts["employment-began-on"] = after(case.made or on, chance.choice([-1, 0, 1]))
    if event in ("prap14-sent", "work-started") and maybe(chance, 0.8):
        facts["arose-on"] = after(case.start or on, chance.choice([-1, 0, 1, 2]))
    if event == "prap14-actioned":
        facts["backed-out"] = chance.choice([True, False])
    if event == "left":
        facts["code"] = chance.choice([39, 39, 43, 46, 46, 45, 37])
        if maybe(chance, 0.3):
            facts["advised-end-on"] = after(on, chance.choice([0, 0, -1]))
        if maybe(chance, 0.1):
            facts["moved-between-nations"] = True
    return facts


def draw_event(chance, case, last, due, sequence):
    """The next event of a case, or None when nothing new can come of it. sequence: of its last entry."""
    if sequence > 1 and maybe(chance, 0.04):
        on = draw_day(chance, case, last, {})
        return {"event": "entry-voided", "on": on, "recorded": on, "voids": chance.randint(1, sequence)}
    if case.stage in ENDED and maybe(chance, 0.5):
        return None
    usual = case.stage in USUAL and (case.stage == "none" or not maybe(chance, 0.12))
    event = chance.choice(USUAL[case.stage] if usual else EVENTS)
    if unsaid(case, event):
        return draw_event(chance, case, last, due, sequence)
    recorded = draw_day(chance, case, last, due)
    on = recorded
    if event == "start-recorded" and case.attended and maybe(chance, 0.9) or event == "clerical-start":
        on = case.attended or recorded
    elif event in ("meeting-attended", "accept", "left", "mappa-notified") and maybe(chance, 0.15):
        on = after(recorded, -chance.choice([1, 2, 5]))
    if case.received:
        on = max(on, case.received)
    return {"event": event, "on": on, "recorded": recorded, **draw_facts(chance, case, event, on)}


def unsaid(case, event):
    """What the catalogue does not tell, so that it has nothing to be compared with."""
    clerical = case.clerical and (event.startswith(("prap14", "mappa")))
    again = event == "mappa-escalated" and case.escalated or event == "mappa-continued" and case.continued
    return clerical or again or event == "mappa-cannot-continue" and case.prap14 not in ("", "not-accepted")


def first_day(chance):
    return after(date(2022, 3, 1), chance.randint(0, 800))
