#!/usr/bin/env python3
"""Prints rows.jsonl and services.jsonl: questions about forms and services, with what the catalogue says must be
answered: the tables of D-17, D-20, D-21 and D-22, the fields of rules.md 1.2 (Annexes A and B) and 1.4 (CH15-13, CH15-18),
the contacts of 4.7, and every announced outage of 1.1.

    print-rows.py --write | --check      reads ../shared/spec/rules.md; exit 77: it is not there
"""
import json
import re
import sys
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
RULES = HERE.parents[2].parent / "shared/spec/rules.md"
# What a field of the catalogue is called here: rules.md 1.2 and 1.4 say what it is in words.
FIELDS = {"CH15-13-B1": "customer-name", "CH15-13-B2": "nino", "CH15-13-B3": "began-on", "CH15-18-B1": "surname",
          "CH15-18-B2": "nino", "CH15-18-B3": "benefit-and-progress", "CH15-18-B4": "prospects",
          "CH15-18-B5": "next-steps", "PD-B-F1": "prime", "PD-B-F3": "changed-on", "PD-B-F4": "reason",
          "PD-A-1": "code-up-to-date", "PD-A-2": "prime", "PD-A-3": "participants", "PD-A-4a": "payment-group",
          "PD-A-4b": "referring-officer", "PD-A-4e": "signing-day", "PD-A-4f": "referral-date", "PD-A-5": "failed-on",
          "PD-A-6": "to-find-out"}
DAYS = {"began-on": "2021-04-12", "changed-on": "2015-12-10", "failed-on": "2015-12-01"}
COMPLETE = {
    "exit-report": {"programme": "whp", "on": "2021-05-10", "listed": True},
    "employment-business": {"programme": "jets", "on": "2021-04-20", "own-business": True, "first-pay-on": "2021-04-30"},
    "annex-b": {"on": "2015-12-10", "at-risk": True, "staff-details": False},
    "desk-aide": {"on": "2015-12-16", "nino": True, "customer-name": True},
}
FORM_OF = {"CH15-18": "exit-report", "CH15-13": "employment-business", "PD-B": "annex-b", "PD-A": "desk-aide"}


def section(text, heading):
    return text.split(f"### {heading}", 1)[1].split("\n### ", 1)[0]


def cells(text, heading):
    lines = [line for line in section(text, heading).splitlines() if line.startswith("|")]
    return [[cell.strip().replace("**", "") for cell in line.strip("|").split("|")] for line in lines[2:]]


def day(text):
    """"Fri 30 Apr 2021" as 2021-04-30."""
    return datetime.strptime(re.search(r"\d{1,2} \w{3} \d{4}", text).group(), "%d %b %Y").date().isoformat()


def moment(text):
    return f"{day(text)}T{re.search(r'[0-9]{2}:[0-9]{2}', text).group()}"


def d17(text):
    for pay, latest, working, clear, note in cells(text, "D-17"):
        asked = {"form": "employment-business", "programme": "whp", "own-business": True, "customer-name": True,
                 "nino": True, "began-on": "2020-01-06", "first-pay-on": day(pay)}
        expect = {"due": day(latest), "plan_by": day(working), "prudent": min(day(latest), day(clear))}
        yield {"cell": f"D-17 {note}", **asked, "on": day(latest),
               "expect": {**expect, "outcome": "send", "lacks": ["overdue"]}}
        after = datetime.fromisoformat(day(latest)).toordinal() + 1
        yield {"cell": f"D-17 {note}, a day later", **asked, "on": datetime.fromordinal(after).date().isoformat(),
               "expect": {**expect, "late": True, "findings": ["overdue"], "rules": ["CH15-14a"]}}


def fields(text):
    """Each field that must be filled in: without it the form is not complete, and its rule is cited."""
    listed = [row[0] for row in re.findall(r"^\| ((?:CH15|PD)-[\w-]+) \|()", text, flags=re.M)]
    for form, base in COMPLETE.items():
        own = {rule: name for rule, name in FIELDS.items()
               if FORM_OF[re.match(r"[A-Z0-9]+-(?:\d+|[AB])", rule).group()] == form}
        values = {name: DAYS.get(name, 3 if name == "participants" else True) for name in own.values()}
        yield {"cell": f"{form}, all of it", "form": form, **base, **values,
               "expect": {"complete": "yes", "missing": 0, "unknown": 0, "verdict": "permitted"}}
        for rule, name in own.items():
            assert rule in listed, rule
            rest = {other: value for other, value in values.items() if other != name}
            without = rest if name in DAYS or name == "participants" else {**rest, name: False}
            yield {"cell": f"{form} without {rule}", "form": form, **base, **without,
                   "expect": {"complete": "no", "missing": 1, "verdict": "refused", "outcome": "incomplete",
                              "findings": ["field-missing"], "rules": [rule]}}


def rows(text):
    yield from d17(text)
    yield from fields(text)


def d20(text):
    for last, by, _, note in cells(text, "D-20"):
        yield {"cell": f"D-20 {note}", "service": "prap", "at": "2021-03-10T10:00", "audited": day(last),
               "expect": {"audit_due": day(by), "remind": False, "lacks": ["audit-due"]}}


def d21(text):
    for service, instant, is_open, opening, note in cells(text, "D-21"):
        literal = re.search(r"\(literal: ([^)]*)\)", opening)
        expect = {"open": is_open.startswith("yes")}
        if opening != "-":
            expect["opens"] = moment(opening.split("(")[0])
        if literal:
            expect["other_opens"] = moment(day_of_literal(literal.group(1), opening))
        yield {"cell": f"D-21 {note}", "service": "post" if service == "POST" else "provider-direct",
               "at": moment(instant), "expect": expect}


def day_of_literal(text, opening):
    """"Fri 25 Dec 08:00" has no year: that of the opening beside it."""
    year = re.search(r"\d{4}", opening).group()
    return re.sub(r"(\d{1,2} \w{3})", rf"\1 {year}", text, count=1)


def d22(text):
    window = ""
    for deadline, named, usable, note in cells(text, "D-22"):
        window = window if named == "same" else named
        due = day(re.split(r"=|due", deadline)[-1])
        last = moment(usable)
        whole = last == f"{due}T23:59"
        expect = {"lacks": ["day-cut-short"]} if whole else {"findings": ["day-cut-short"], "usable": last}
        yield {"cell": f"D-22 {note}", "service": "prap", "at": f"{due}T05:00", "days": [due], "expect": expect}


def announced(text):
    """1.1: which rule speaks while each outage lasts, and not a minute before."""
    page = section(text, "1.1 ")
    for rule, service, at, before in (("PRAP-HIST-1", "prap", "2017-03-04T10:00", "2017-03-03T16:59"),
                                      ("PRAP-HIST-4", "prap", "2017-01-14T10:00", "2017-01-13T18:59"),
                                      ("PRAP-HIST-5", "post", "2016-11-24T11:00", "2016-11-23T15:59"),
                                      ("PRAP-HIST-6", "prap", "2016-11-12T22:59", "2016-11-12T05:59"),
                                      ("PRAP-HIST-7", "prap", "2016-10-03T06:59", "2016-10-02T07:59")):
        assert f"| {rule} |" in page
        yield {"cell": rule, "service": service, "at": at, "expect": {"open": False, "rules": [rule], "verdict": "refused"}}
        yield {"cell": f"before {rule}", "service": service, "at": before, "expect": {"open": True, "verdict": "permitted"}}
        yield {"cell": f"{rule}, not announced", "service": service, "at": at, "announced": False,
               "expect": {"open": True}}


def services(text):
    yield from d20(text)
    yield from d21(text)
    yield from d22(text)
    yield from announced(text)


PRINTED = {"rows.jsonl": rows, "services.jsonl": services}


def main(arguments):
    if arguments not in (["--write"], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    if not RULES.exists():
        print(f"{RULES} is not there", file=sys.stderr)
        return 77
    text, worst = RULES.read_text(encoding="utf-8"), 0
    for name, printer in PRINTED.items():
        wanted = "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in printer(text))
        if arguments == ["--write"]:
            (HERE / name).write_text(wanted, encoding="utf-8")
        elif (HERE / name).read_text(encoding="utf-8") != wanted:
            print(f"{name} is not what the catalogue says; run print-rows.py --write", file=sys.stderr)
            worst = 1
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
