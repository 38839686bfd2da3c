#!/usr/bin/env python3
"""Writes the caseload: caseload.jsonl (the events), expected.jsonl (the answers), expected-due.jsonl (the lists of what
is due on some days), expected-standards.jsonl (the standards over some periods), and bad-lines.jsonl with its errors.

The referrals are made from every worked example of D-01 to D-04 (rows.csv) and from the moves that the guidance
permits and forbids (rules.md 2.1 and 2.1.3). With --check it writes nothing and fails if the files differ.
Two runs write the same bytes. Nothing here calls libprap: see working_days.py and oracle.py.
"""

import csv
import datetime
import json
import pathlib
import sys

import working_days as wd
from oracle import Case, of_referral, of_start, plain
from standards_oracle import totals
from stories import tell_stories

HERE = pathlib.Path(__file__).resolve().parent
DAY = wd.DAY


def rows(table):
    """The rows of one table: from, due, prudent, other (D-01: day 1; D-04: last working day on or before due)."""
    with open(HERE / "rows.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["table"] == table:
                days = {key: datetime.date.fromisoformat(row[key]) for key in ("from", "due", "prudent")}
                yield int(row["row"]), days["from"], days["due"], days["prudent"], row["other"]


def agree(table, row, printed, computed):
    """The tables were printed by other people: a difference is a fault here or there, and is not passed over."""
    if tuple(printed) != tuple(computed):
        raise SystemExit(f"rows.csv {table} row {row}: printed {printed}, computed {computed}")


def from_d01():
    """Acknowledged on the last day; and a day late, when only a rejection is left (3.22, 3.23-N1)."""
    for row, received, due, prudent, day1 in rows("D-01"):
        ack = of_referral(received, received)["ack"]
        agree("D-01", row, (due, prudent, day1), (ack["due"], ack["prudent"], plain(wd.on_or_after(received))))
        yield Case(f"D01-{row:02}-in-time").say(
            "referral-received", received, stage="received", made=received).say("accept", due, stage="accepted")
        yield Case(f"D01-{row:02}-late").say(
            "referral-received", received, stage="received", made=received).say(
            "accept", due + DAY, verdict="refused").say(
            "reject", due + DAY, stage="rejected", reason="other")


def from_d02():
    """The meeting on the last day, the first day too late, and in time but entered late (3.30, 3.31)."""
    for row, made, due, prudent, _ in rows("D-02"):
        meet = of_referral(made, made)["meet"]
        agree("D-02", row, (due, prudent), (meet["due"], meet["prudent"]))
        ack, late = of_referral(made, made)["ack"]["due"], wd.add(due, 1)
        for name, meeting, entered in (("in-time", due, due), ("late", late, late), ("entered-late", prudent, late)):
            case = Case(f"D02-{row:02}-{name}").say("referral-received", made, stage="received", made=made)
            case.say("accept", ack, stage="accepted")
            if name == "entered-late":  # straight from accepted: the entry tells of the meeting too (3.31-N1)
                yield case.say("start-recorded", meeting, entered, stage="pre-work", **EVIDENCE)
            else:
                case.say("meeting-attended", meeting, stage="attended", mode="face-to-face")
                yield case.say("start-recorded", meeting, entered, stage="pre-work", **EVIDENCE)


def from_d03():
    """The plan agreed on the last day and the day after (3.56). The clock runs from the start, not from its entry."""
    for row, start, due, prudent, _ in rows("D-03"):
        plan = of_start(start)["plan"]
        agree("D-03", row, (due, prudent), (plan["due"], plan["prudent"]))
        made = wd.on_or_before(start - 9 * DAY)
        for name, agreed in (("in-time", due), ("late", due + DAY)):
            case = Case(f"D03-{row:02}-{name}").say("referral-received", made, stage="received", made=made)
            case.say("accept", made, stage="accepted").say("meeting-attended", start, stage="attended")
            case.say("start-recorded", start, start + (name == "late") * DAY, stage="pre-work", **EVIDENCE)
            yield case.say("plan-agreed", agreed, stage="pre-work", plan_fully_signed=True)


def from_d04():
    """An entry on day 59 counts; on day 60 and after, nothing does (3.73a, 3.73b)."""
    for row, made, last, prudent, last_working_day in rows("D-04"):
        auto60 = of_referral(made, made)["auto60"]
        agree("D-04", row, (last, prudent, last_working_day),
              (auto60["due"], auto60["prudent"], plain(auto60["last_working_day"])))
        ack, meeting = of_referral(made, made)["ack"]["due"], made + 20 * DAY
        for name, entered in (("day-59", last), ("day-60", last + DAY), ("day-61", last + 2 * DAY)):
            kept = name == "day-59"
            case = Case(f"D04-{row:02}-{name}").say("referral-received", made, stage="received", made=made)
            case.say("accept", ack, stage="accepted").say("meeting-attended", meeting, stage="attended")
            yield case.say("start-recorded", meeting, entered, "permitted" if kept else "refused",
                           "pre-work" if kept else "auto-dna", **EVIDENCE)
        case = Case(f"D04-{row:02}-outcome").say("referral-received", made, stage="received", made=made)
        case.say("accept", ack, stage="accepted")
        if row % 2:
            yield case.say("dna-recorded", last, stage="dna", reason="withdrawn")
        else:
            yield case.say("dna-recorded", last + DAY, verdict="refused", stage="auto-dna", reason="withdrawn")


EVIDENCE = {
    "identity_checked": True, "employment_checked": True, "employed": False,
    "plan_signed_by_participant": True, "plan_signed_by_provider": True,
    "needs_assessment_begun": True, "induction_pack_signed": True,
}


def lines(cases):
    """All steps in order of entry, as a provider's caseload system would export them; and the answers."""
    steps = [step for case in cases for step in case.steps]
    steps.sort(key=lambda step: step[0])  # stable: a case's own order stays
    events, answers, ids = [], [], {}
    for _, line, expected, repeat in steps:
        if not repeat:  # a repeat is the case's last line sent again, under the same id
            ids[line["case"]] = f"e{len(events) + 1:05}"
        identified = {"id": ids[line["case"]], **plain(line)}
        events.append(identified)
        answers.append({"id": identified["id"], "case": line["case"], **plain(expected), "duplicate": repeat})
    return events, answers


BAD_LINES = (
    ('{"id":"b1","case":"B1","programme":"ipes","event":"referral-received","on":"2023-05-05"', "json", ""),
    ('["id","b2"]', "json", ""),
    ('{"id":"b3","case":"B1","programme":"ipes","event":"referral-received","on":"2023-02-29"}', "day", "on"),
    ('{"id":"b4","case":"B1","programme":"ipes","event":"referral-received","on":"5 May 2023"}', "day-form", "on"),
    ('{"id":"b5","case":"B1","programme":"ipes","event":"referral-recieved","on":"2023-05-05"}',
     "unknown-word", "event"),
    ('{"id":"b6","case":"B1","programme":"whp-jets-2","event":"referral-received","on":"2023-05-05"}',
     "unknown-word", "programme"),
    ('{"id":"b7","case":"B1","programme":"ipes","event":"referral-received","on":"2023-05-05","scr":"no"}',
     "type", "scr"),
    ('{"id":"b8","case":"B1","programme":"ipes","event":"referral-received","on":"2023-05-05",'
     '"note":"free text"}', "unknown-field", ""),
    ('{"id":"b9","case":"B1","event":"accept","on":"2023-05-05"}', "no-such-case", "case"),
    ('{"id":"b10","programme":"ipes","event":"referral-received","on":"2023-05-05"}', "required", "case"),
)


# The days on which the list of what is due is compared: over two New Years, the funeral, Easter, the coronation and
# a leap day.
DUE_DAYS = ("2019-12-31", "2020-01-15", "2020-02-29", "2022-09-19", "2022-12-31", "2023-04-07", "2023-05-09",
            "2023-05-30", "2024-02-29", "2024-03-01")
WITHIN = 7


def what_is_due(cases):
    """What is overdue, and what is due within seven days, as of each of these days."""
    for text in DUE_DAYS:
        as_of = datetime.date.fromisoformat(text)
        rows = [row for case in cases for row in case.unmet(as_of) if row["due"] <= as_of + WITHIN * DAY]
        rows.sort(key=lambda row: (row["due"], row["case"], row["deadline"]))
        yield {"as_of": text, "within": WITHIN, "due": plain(rows)}


# As of a day, over a period: all that was ever due, single months, a quarter that is not over, and a day.
PERIODS = (("2030-01-01", "1900-01-01", "2100-01-01"), ("2023-05-09", "2023-04-01", "2023-04-30"),
           ("2023-05-09", "2023-04-01", "2023-06-30"), ("2022-06-30", "2022-01-01", "2022-03-31"),
           ("2023-01-05", "2022-12-01", "2023-01-31"), ("2020-01-31", "2019-12-01", "2020-01-31"),
           ("2024-03-01", "2023-05-30", "2023-05-30"))


def how_we_are_doing(cases):
    """The customer service standards over each of these periods."""
    for as_of, first, last in PERIODS:
        days = [datetime.date.fromisoformat(text) for text in (as_of, first, last)]
        yield {"as_of": as_of, "from": first, "to": last, "measures": list(totals(cases, *days))}


def jsonl(objects):
    return "".join(json.dumps(o, ensure_ascii=False, separators=(",", ":")) + "\n" for o in objects)


def files():
    cases = [*from_d01(), *from_d02(), *from_d03(), *from_d04(), *tell_stories(EVIDENCE)]
    for case in cases:  # what began before the spring of 2023 has its plan by then; later ones are still being worked on
        if case.start and case.start < datetime.date(2023, 3, 20):
            case.agree_plan()
    if len({case.name for case in cases}) != len(cases):
        raise SystemExit("two referrals have one name")
    events, answers = lines(cases)
    return {
        "caseload.jsonl": jsonl(events),
        "expected.jsonl": jsonl(answers),
        "expected-due.jsonl": jsonl(what_is_due(cases)),
        "expected-standards.jsonl": jsonl(how_we_are_doing(cases)),
        "bad-lines.jsonl": "".join(text + "\n" for text, _, _ in BAD_LINES),
        "bad-lines-expected.jsonl": jsonl(
            {"line": n, "code": code, "field": field} for n, (_, code, field) in enumerate(BAD_LINES, 1)),
    }, len(cases), len(events)


def main():
    texts, n_cases, n_events = files()
    stale = [name for name, text in texts.items()
             if not (HERE / name).exists() or (HERE / name).read_text(encoding="utf-8") != text]
    if sys.argv[1:] == ["--check"]:
        if stale:
            raise SystemExit(f"not what generate.py writes: {', '.join(stale)}; run docs/examples/caseload/generate.py")
    else:
        for name in stale:
            (HERE / name).write_text(texts[name], encoding="utf-8")
    print(f"{n_cases} referrals, {n_events} events")


if __name__ == "__main__":
    main()
