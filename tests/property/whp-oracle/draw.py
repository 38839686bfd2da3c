"""Random histories of WHP and JETS: mostly what usually happens next, with facts of every value."""
from datetime import date, timedelta

from model import ENDED, UNKNOWN

BESIDE = ["change-notice-received", "mandated-activity-failed", "appointment-mandated", "doubt-raised",
          "doubt-decided", "decision-notified"]
INITIAL = ["appointment-mandated", "appointment-mandated", "appointment-agreed", "mandated-activity-failed",
           "re-complied", "error-found", "error-found", "reject", "reject", "meeting-attended", "dna-recorded"]
USUAL = {"none": ["referral-received"],
         "received": ["accept"] * 8 + INITIAL + BESIDE,
         "accepted": ["start-recorded"] * 10 + ["meeting-attended"] + INITIAL + BESIDE + ["other-provision-agreed"],
         "started": ["error-found"] * 4 + ["prap14-sent"] * 5 + ["earnings-reported"] * 3 + [
             "end-date-entered", "allotted-time-ended", "disengaged", "re-engaged", "employed-by-provider",
             "employment-form-sent", "other-provision-agreed"] + BESIDE,
         "prap14-sent": ["prap14-approved"] * 6 + ["prap14-refused", "end-date-entered", "backed-out"] + BESIDE,
         "prap14-approved": ["end-date-entered"] * 6 + ["backed-out"] * 3 + ["cancellation-requested"],
         "end-dated": ["backed-out"] * 6 + ["cancellation-requested", "end-date-entered", "reject"],
         "backed-out": ["cancellation-requested"] * 5 + ["backed-out", "end-date-entered", "accept"]}
EVENTS = sorted({event for usual in USUAL.values() for event in usual})


def maybe(chance, odds):
    return chance.random() < odds


def tristate(chance):
    return chance.choices([True, False, UNKNOWN], [6, 3, 1])[0]


def near(chance, day):
    return day + timedelta(chance.choice([-2, -1, -1, 0, 0, 1, 1, 2, 9]))


def draw_error(chance, case, on, facts):
    if maybe(chance, 0.9):
        facts["scenario"] = chance.choice(["ineligible", "found-work", "duplicate"])
    if maybe(chance, 0.5):
        facts["on-dwp-provision"] = tristate(chance)
    if maybe(chance, 0.5):
        facts["job-event"] = chance.choice(["employment", "self-employment", "offer"])
    if maybe(chance, 0.6):
        facts["interview-on"] = near(chance, case.made or on)
    if maybe(chance, 0.75):
        facts[chance.choice(["arose-on", "employment-began-on"])] = near(chance, chance.choice([day for day in (
            case.made, case.attended, case.start, dict(case.known).get("interview-on"),
            facts.get("interview-on")) if day] or [on]))
    if maybe(chance, 0.2):
        facts["engaged-on"] = near(chance, case.start or on)


def draw_end(chance, case, facts):
    scenario = dict(case.known).get("scenario")
    right = {"ineligible": 37, "found-work": 1, "duplicate": 10}.get(scenario)
    if right and maybe(chance, 0.75) and case.stage != "started":
        facts["code"] = right
    elif maybe(chance, 0.5):
        facts["code"] = chance.choice([1, 10, 37, 39, 43, 45, 46])
    if case.start and maybe(chance, 0.9):
        facts["end-on"] = case.start + timedelta(chance.choice([1, 1, 1, 1, 1, 0, 2]))


def draw_earnings(chance, on, facts):
    if maybe(chance, 0.5):
        facts["threshold"] = chance.choice(["earned-1000", "earned-2000", "national-threshold"])
    if maybe(chance, 0.6):
        facts["earned"] = chance.choice([1, 99999, 100000, 100001, 199999, 200000, 299999, 300000, 350000])
    if maybe(chance, 0.4):
        facts["first-paid-on"] = on


def draw_facts(chance, case, event, on):
    facts = {}
    if event == "referral-received":
        facts["made"] = on - timedelta(chance.choice([0, 0, 1, 3]))
        if maybe(chance, 0.1):
            facts["scr"] = tristate(chance)
    if event == "error-found" or event in ("reject", "prap14-sent") and maybe(chance, 0.1):
        draw_error(chance, case, on, facts)
    if event in ("reject", "cancellation-requested"):
        facts["reason"] = chance.choice(["no-contact", "no-contact", "dna", "other"]
                                        if event != "reject" else ["other", "did-not-attend"])
    if event == "end-date-entered":
        draw_end(chance, case, facts)
    if event == "earnings-reported":
        draw_earnings(chance, on, facts)
    if event in ("disengaged", "re-engaged", "other-provision-agreed", "mandated-activity-failed"):
        facts["benefit-claimant"] = tristate(chance)
    if event == "disengaged" and maybe(chance, 0.8):
        facts["customer-group"] = chance.choice(["voluntary", "long-term-unemployed", "jets-customer"])
    if event == "appointment-mandated" and maybe(chance, 0.7):
        facts["mandated-by"] = chance.choice(["work-coach", "own-mandation"])
    if event == "employed-by-provider" and maybe(chance, 0.8):
        facts["first-salary-on"] = on + timedelta(chance.choice([3, 5, 20]))
    if event == "change-notice-received" and maybe(chance, 0.9):
        facts["annex-a-item"] = chance.choice([1, 18, 55, 59, 60, 75])
    return facts


def draw_event(chance, case, last):
    """The next event of a case, or None when nothing new can come of it."""
    if case.stage in ENDED and maybe(chance, 0.6):
        return None
    usual = case.stage in USUAL and (case.stage == "none" or not maybe(chance, 0.12))
    event = chance.choice(USUAL[case.stage] if usual else EVENTS)
    recorded = last + timedelta(chance.choice([0, 0, 0, 1, 1, 2, 3, 8, 30]))
    return {"event": event, "on": recorded, "recorded": recorded, **draw_facts(chance, case, event, recorded)}


def first_day(chance):
    return date(2018, 6, 1) + timedelta(chance.randint(0, 2400))
