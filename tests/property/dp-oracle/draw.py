"""Random histories of requests to erase: mostly what usually happens next, with facts of every value."""
from datetime import date, timedelta

import decision
from erasure import WORDS

USUAL = {"none": ["erasure-requested"],
         "received": ["holding-reply-sent", "forwarded-to-dpo", "forwarded-to-dpo", "erasure-decided"],
         "forwarded": ["reference-received"] * 2 + ["erasure-decided"] * 3 + ["holding-reply-sent", "dpo-mail-sent"],
         "referenced": ["erasure-decided"] * 5 + ["dpo-mail-sent", "reference-received", "holding-reply-sent"],
         "decided": ["letter-prepared"] * 5 + ["reference-received", "response-issued", "dpo-mail-sent"],
         "ready": ["response-issued"] * 4 + ["reference-received", "data-erased", "letter-prepared"],
         "responded": ["response-forwarded"] * 3 + ["data-erased", "reference-received", "dpo-mail-sent"],
         "closed": ["data-erased", "reference-received", "dpo-mail-sent", "response-forwarded"]}
EVENTS = sorted({event for usual in USUAL.values() for event in usual})
GROUPS = {"neither": "jets-customer"}  # of Core it is neither of the two; of JETS it is no voluntary one


def maybe(chance, odds):
    return chance.random() < odds


def tristate(chance):
    return chance.choices([True, False, "unknown"], [5, 5, 1])[0]


def draw_decisive(chance, facts, odds):
    for fact, word in WORDS.items():
        if not maybe(chance, odds):
            continue
        values = decision.VALUES[fact] if fact != "programme" else ["whp"] * 5 + ["jets"] * 4 + ["ipes"]
        facts[word] = "unknown" if maybe(chance, 0.06) else chance.choice(values)
        facts[word] = GROUPS.get(facts[word], facts[word]) if fact == "group" else facts[word]
    if facts.get("started") and maybe(chance, 0.7):
        facts["started"] = False


def draw_facts(chance, event, facts):
    if event == "erasure-requested":
        draw_decisive(chance, facts, 0.85)
    if event == "erasure-decided":
        draw_decisive(chance, facts, 0.3)
        if maybe(chance, 0.95):
            facts["decision"] = chance.choice(["accept", "reject"])
        if maybe(chance, 0.4):
            facts["decided-by-person"] = chance.choice([True, True, False])
    if event == "letter-prepared":
        if maybe(chance, 0.95):
            facts["letter"] = chance.choice(["accepted-letter", "rejected-letter", "own-text"])
        if maybe(chance, 0.9):
            facts["letter-altered"] = tristate(chance)
        if maybe(chance, 0.5):
            facts["esf-sign-off"] = tristate(chance)
    if event in ("response-issued", "response-forwarded", "dpo-mail-sent") and maybe(chance, 0.8):
        facts["reference-included"] = chance.choice([True, True, True, False])
    if event == "reference-received" and maybe(chance, 0.1):
        draw_decisive(chance, facts, 0.2)


def draw_event(chance, case, last):
    usual = case.stage == "none" or not maybe(chance, 0.12)
    event = chance.choice(USUAL[case.stage] if usual else EVENTS)
    recorded = last + timedelta(chance.choice([0, 0, 0, 1, 1, 2, 3, 8, 16]))
    facts = {"event": event, "on": recorded, "recorded": recorded}
    draw_facts(chance, event, facts)
    return facts


def first_day(chance):
    return date(2019, 1, 2) + timedelta(chance.randint(0, 1500))
