"""Random histories of unencrypted email: mostly what usually happens next, with facts of every value."""
from datetime import date, timedelta

from mail import PROCESSES, SUBCONTRACTORS

BESIDE = ["data-misdirected", "deletion-confirmed", "received-in-error", "message-actioned"]
OUTAGES = ["outage-began", "dwp-suspended", "dwp-asked-clerical", "dwp-resumed"]
USUAL = {"none": ["approval-requested"],
         "requested": ["permission-given"] * 6 + ["message-sent", "use-agreed", "dwp-suspended"],
         "approved": ["use-agreed"] * 6 + ["message-sent", "dwp-suspended", "dwp-resumed"],
         "active": ["message-sent"] * 8 + OUTAGES + ["withdrawal-decided"] + BESIDE,
         "suspended": ["clerical-begun", "resume-notified", "use-resumed", "message-sent"] + OUTAGES,
         "clerical": ["resume-notified", "use-resumed", "withdrawal-decided", "message-sent"] + OUTAGES,
         "notified-resume": ["use-resumed"] * 3 + ["message-sent", "withdrawal-decided"] + OUTAGES,
         "ceasing": ["cease-agreed"] * 2 + ["use-ceased"] * 2 + ["message-sent", "resume-notified", "use-resumed"]
         + OUTAGES,
         "ceased": ["message-sent", "dwp-resumed"] + BESIDE}
EVENTS = sorted({event for usual in USUAL.values() for event in usual})


def maybe(chance, odds):
    return chance.random() < odds


def tristate(chance, yes=0.8):
    return chance.choices([True, False, "unknown"], [yes, (1 - yes) * 0.7, (1 - yes) * 0.3])[0]


def draw_message(chance, facts):
    facts["records"] = chance.choice([1] * 8 + [0, 2, 500])
    for fact in ("standard-content", "template-included", "sender-designated", "recipient-designated"):
        if maybe(chance, 0.96):
            facts[fact] = tristate(chance, 0.93)
    if maybe(chance, 0.3):
        facts["forwarded"] = tristate(chance)
        for fact in ("business-need", "recipient-entitled"):
            if maybe(chance, 0.9):
                facts[fact] = tristate(chance)
        if maybe(chance, 0.4):
            facts["automatic"] = tristate(chance, 0.3)
    if maybe(chance, 0.3):
        facts["supply-chain-sharing"] = tristate(chance, 0.5)
    if maybe(chance, 0.04):
        del facts["records"]


def draw_outage(chance, on, facts):
    if maybe(chance, 0.9):
        facts["expected-end-on"] = on + timedelta(chance.choice([0, 1, 2, 2, 2, 2, 3, 5]))
    minute = chance.choice([0, 540, 720, 1439, chance.randrange(1440)])
    if maybe(chance, 0.8):
        facts["began-at"] = minute
    if maybe(chance, 0.8):
        facts["expected-end-at"] = min(1439, max(0, minute + chance.choice([0, 0, -1, 1, -60, 60, 59])))
    if facts.get("expected-end-on") == on and facts.get("expected-end-at", 1439) < facts.get("began-at", 0):
        del facts["expected-end-at"]


def draw_facts(chance, event, on, facts):
    if event == "approval-requested":
        facts["process"] = chance.choice([*PROCESSES * 2, *["list-of-500"] * 6, "erasure-requests", "other-process"])
        facts["organisation"] = chance.choice(["prime-provider", *SUBCONTRACTORS])
        if maybe(chance, 0.3):
            facts["exemption"] = tristate(chance)
        if maybe(chance, 0.03):
            del facts[chance.choice(["process", "organisation"])]
    if event in ("use-agreed", "approval-requested") or event == "message-sent" and maybe(chance, 0.05):
        for fact in ("subcontractor-approved", "diligence-done", "no-offshore", "list-supplied"):
            if maybe(chance, 0.7):
                facts[fact] = tristate(chance, 0.9)
    if event == "use-agreed" and maybe(chance, 0.9):
        facts["use-from"] = on + timedelta(chance.choice([0, 0, 0, 3, 9]))
    if event == "message-sent":
        draw_message(chance, facts)
    if event == "outage-began":
        draw_outage(chance, on, facts)
    if event == "clerical-begun" and maybe(chance, 0.5):
        facts["department-told"] = chance.choice([True, True, False])
    if event == "resume-notified" and maybe(chance, 0.9):
        facts["resumes-on"] = on + timedelta(chance.choice([0, 1, 4]))
    if event == "cease-agreed" and maybe(chance, 0.95):
        facts["ceases-on"] = on + timedelta(chance.choice([0, 2, 5]))


def draw_event(chance, use, last):
    usual = use.stage == "none" or not maybe(chance, 0.1)
    event = chance.choice(USUAL[use.stage] if usual else EVENTS)
    recorded = last + timedelta(chance.choice([0, 0, 0, 1, 1, 2, 3, 8]))
    facts = {"event": event, "on": recorded, "recorded": recorded}
    draw_facts(chance, event, recorded, facts)
    return facts


def first_day(chance):
    """Often near the days on which the clocks change."""
    if maybe(chance, 0.5):
        return chance.choice([date(2020, 3, 26), date(2020, 10, 22), date(2021, 3, 25), date(2021, 10, 28)])
    return date(2019, 1, 2) + timedelta(chance.randint(0, 1500))
