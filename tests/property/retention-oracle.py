#!/usr/bin/env python3
"""How long records are kept, told once more from rules.md 2.8 and D-11 to D-13 alone, against `prap retain`.

    retention-oracle.py PRAP [SEED [QUESTIONS]]

Questions are drawn at random: every kind of record, days around each other's ends, what is unknown, holds, and each
choice of the two policies. The command must give the same verdict, days and missing facts. Besides, for every answer:
with one more day known or one day later kept_until and at_least never move back, a hold never shortens anything and
never lets anything go, and nothing may go before its day. Prints the seed; exit 1 at a difference.
"""
import calendar
import datetime
import json
import random
import subprocess
import sys
from collections import Counter

DAY = datetime.date
CONTRACT = """referral acknowledgement handover contact-log initial-meeting start-evidence signature-method prap14 advice
mappa-steps provider-direct-call annex-b payment-evidence erasure-case exit-report employment-form""".split()
OTHERS = """no-start-evidence access-code-log unencrypted-email misdirected-data mandation-evidence esf-forms
received-email""".split()
HOLDS = ("erasure-open", "requested", "legal-hold")
DAYS = """sent-on last-action-on decided-on notified-on programme-ended-on final-claim-paid-on contract-until
in-force-until actioned-on""".split()
YES_NO = ("no-decision", "no-contract-period", "evidence-filed", "erasure-accepted", "started", "mandated") + HOLDS


def months_on(day, months):
    """The corresponding day, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return DAY(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def periods(asked, policies):
    """[(last day or None, fact)] of every period that applies: 2.8. None: it applies and its end is not known."""
    record, day = asked["record"], lambda name: asked.get(name) if isinstance(asked.get(name), DAY) else None
    yes = lambda name: asked.get(name) is True

    def contract():
        if day("contract-until") is None and yes("no-contract-period"):
            return []
        return [(day("contract-until"), "contract-until")]

    def months(name, n):
        return [(None if day(name) is None else months_on(day(name), n), name)]

    if record == "employment-form":
        return contract() + (months("sent-on", 3) if day("sent-on") else [])
    if record in CONTRACT or record == "no-start-evidence":
        return contract()
    if record == "unencrypted-email":
        return months("sent-on", 3)
    if record == "misdirected-data":
        return months("last-action-on", 3)
    if record == "esf-forms":
        return months("programme-ended-on", 12 * policies["esf-years"]) + months("final-claim-paid-on",
                                                                                12 * policies["esf-years"])
    if record == "access-code-log":
        until, more = day("in-force-until"), asked.get("code-log-days")
        known = isinstance(more, int)
        last = until if until is None or not known else until + datetime.timedelta(more)
        return [(last, "in-force-until")] + ([] if known else [(None, "code-log-days")])
    anchor = policies["13m-anchor"]
    if day("decided-on") is None and day("notified-on") is None and yes("no-decision"):
        return contract()
    found = []
    if anchor != "decision":
        found += months("notified-on", 13)
    if anchor == "decision" or anchor == "later" and day("decided-on"):
        found += months("decided-on", 13)
    return found + contract()


def expected(asked, policies):
    as_of, missing, keeps, lasts = asked["as_of"], [], False, []
    if asked["record"] == "received-email":
        on, filed = asked.get("actioned-on"), asked.get("evidence-filed")
        if not isinstance(on, DAY):
            missing.append("actioned-on")
        elif on > as_of:
            keeps = True
        elif not isinstance(filed, bool):
            missing.append("evidence-filed")
        else:
            keeps = not filed
        ends = []
    else:
        ends = periods(asked, policies)
    for last, fact in ends:
        if last is None:
            missing.append(fact)
        else:
            lasts.append(last)
            keeps = keeps or as_of <= last
    unknown_end = bool(missing)
    for hold in HOLDS:
        keeps = keeps or asked.get(hold) is True
        if asked.get(hold) == "unknown":
            missing.append(hold)
    held = any(asked.get(hold) is True for hold in HOLDS)
    answer = {"verdict": "refused" if keeps else "undecided" if missing else "permitted", "on_hold": held,
              "missing": list(dict.fromkeys(missing))}
    if lasts:
        answer["at_least"] = max(lasts)
    if lasts and not unknown_end:
        answer["kept_until"] = max(lasts)
        if not held and not missing:
            answer["disposal"] = max(lasts) + datetime.timedelta(1)
    return answer


def draw(random_, as_of):
    near = lambda: as_of + datetime.timedelta(random_.choice([-3653, -396, -395, -92, -91, -31, -1, 0, 1, 200])
                                              + random_.randint(-3, 3))
    asked = {"record": random_.choice(CONTRACT[:2] + OTHERS * 3 + CONTRACT), "as_of": as_of}
    for name in DAYS:
        if random_.random() < 0.6:
            asked[name] = near() if random_.random() < 0.9 else "unknown"
    for name in YES_NO:
        if random_.random() < 0.3:
            asked[name] = random_.choice([True, False, False, "unknown"] if name in HOLDS else [True, False, "unknown"])
    if random_.random() < 0.7:
        asked["code-log-days"] = random_.choice([0, 1, 30, "unknown"])
    if random_.random() < 0.5:
        asked["programme"] = random_.choice(["ipes", "whp", "jets"])
    return asked


def ask(prap, policies, questions):
    given = "".join(json.dumps(one, default=str) + "\n" for one in questions)
    words = [word for name, value in policies.items() for word in ("--policy", f"{name}={value}")]
    done = subprocess.run([prap, "retain", *words], input=given, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def told(answer):
    kept = {name: DAY.fromisoformat(answer[name]) for name in ("at_least", "kept_until", "disposal") if name in answer}
    return {"verdict": answer["verdict"], "on_hold": answer["on_hold"], "missing": answer["missing"], **kept}


def further(random_, asked):
    """The same question with a day later or newly known, and the same with a hold."""
    name = random_.choice([name for name in DAYS if name != "actioned-on"])
    known = asked.get(name)
    later = {**asked, name: known + datetime.timedelta(random_.randint(1, 400)) if isinstance(known, DAY) else
             asked["as_of"]}
    return later, {**asked, random_.choice(HOLDS): True}


def faults(asked, answer, later, held):
    """Invariant 12 of 5.9, and its like for holds."""
    before = lambda one: one.get("at_least", DAY.min)
    if before(later) < before(answer):
        yield "a later day moved at_least back"
    if "kept_until" in answer and "kept_until" in later and later["kept_until"] < answer["kept_until"]:
        yield "a later day moved kept_until back"
    if {k: held.get(k) for k in ("at_least", "kept_until")} != {k: answer.get(k) for k in ("at_least", "kept_until")}:
        yield "a hold moved a day"
    if held["verdict"] == "permitted" or "disposal" in held:
        yield "a hold let something go"
    if answer["verdict"] == "permitted" and answer.get("kept_until", DAY.min) >= asked["as_of"]:
        yield "it may go before its day"


def main():
    prap = sys.argv[1]
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(10**9)
    n = int(sys.argv[3]) if len(sys.argv) > 3 else 6000
    print(f"retention-oracle.py {prap} {seed} {n}", flush=True)
    random_ = random.Random(seed)
    seen, wrong = Counter(), 0
    for anchor in ("later", "notified", "decision"):
        policies = {"13m-anchor": anchor, "esf-years": random_.choice([10, 10, 1, 99])}
        asked = [draw(random_, DAY(2012, 1, 1) + datetime.timedelta(random_.randrange(9000))) for _ in range(n // 3)]
        more = [further(random_, one) for one in asked]
        answers = [told(one) for one in ask(prap, policies, asked)]
        laters = [told(one) for one in ask(prap, policies, [one for one, _ in more])]
        helds = [told(one) for one in ask(prap, policies, [one for _, one in more])]
        for one, answer, later, held in zip(asked, answers, laters, helds, strict=True):
            seen[answer["verdict"]] += 1
            wanted = expected(one, policies)
            found = list(faults(one, answer, later, held))
            if answer == wanted and not found:
                continue
            wrong += 1
            print(json.dumps({"asked": one, "policies": policies, "told": answer, "wanted": wanted, "faults": found},
                             default=str))
    print(dict(seen), f"{wrong} differ")
    few = min(seen[verdict] for verdict in ("permitted", "refused", "undecided")) < n // 20
    sys.exit(1 if wrong or few else 0)


if __name__ == "__main__":
    main()
