#!/usr/bin/env python3
"""Prints rows.jsonl: the tables of the rules catalogue about Provider Direct as questions to prap desk, each with what
must come of it ("expect": outcome, verdict, findings, days) and the cell or row that says so ("cell").

    print-rows.py RULES.MD     prints the lines
    print-rows.py --check      exit 1 if the committed file is not what ../shared/spec/rules.md says; 77: it is not there

The decision table of 1.2, D-07, D-19 and D-21 are read cell by cell. Of 2.4, whose guards are phrases, each row has its
facts here, and the state that it leads to and the rules that it cites are read there.
"""
import json
import re
import sys
from datetime import date, timedelta
from itertools import product
from pathlib import Path

HERE = Path(__file__).resolve().parent
RULES = HERE.parents[2].parent / "shared/spec/rules.md"
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
DATE = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d{1,2}) (\w{3})(?: (\d{4}))?")


def day_of(text, year=None):
    """The date that a cell begins with; its weekday is checked."""
    weekday, day, month, own = DATE.search(text).groups()
    found = date(int(own or year), MONTHS.index(month) + 1, int(day))
    if found.strftime("%a") != weekday:
        raise SystemExit(f"{text}: {found} is no {weekday}")
    return found


def table(text, heading):
    body = text.split(heading, 1)[1]
    lines = []
    for line in body.splitlines():
        if line.startswith("|"):
            lines.append([cell.strip() for cell in line.strip("|").split("|")])
        elif lines:
            break
    return lines[2:]


def line(row, ask, on, facts, **expect):
    return {"cell": row, "ask": ask, "on": on.isoformat(), **facts, "expect": expect}


# 1.2: cell -> the values of the fact that it stands for
RECEIPT = {"yes": [True], "no": [False], "unknown": ["unknown"]}
CONTACT = {"yes": ["right"], "no": ["changed"], "unknown": ["unknown"], "?": ["right", "changed", "unknown"]}
CLAIM = {"live": ["live"], "dormant": ["dormant"], "live or dormant": ["live", "dormant"],
         "?": ["live", "dormant", "unknown"]}
ADVICE = {"RAISE": "raise", "DO_NOT_RAISE": "do-not-raise", "NO_ADVICE": "no-advice", "UNDECIDED": "undecided",
          "conflict": "do-not-raise"}


def advice_rows(text):
    for n, (receipt, contact, claim, advice, also, rules) in enumerate(table(text, "**Decision table for PD-34"), 1):
        outcome = ADVICE[re.match(r"\w+", advice).group()]
        for values in product(RECEIPT[receipt], CONTACT[contact], CLAIM[claim], [True, False, "unknown"]):
            facts = dict(zip(("in-receipt", "contact-details", "claim", "in-work"), values))
            facts.update({"employer-held": True, "end-reason-held": True})
            findings = ["contact-changed"] if "correct details" in also else []
            if "employment facts" in also and facts["in-work"] is True:
                findings.append("employment-facts-off" if receipt == "no" else "employment-facts")
            if "reason" in also and facts["in-work"] is not True:
                findings.append("end-reason")
            yield line(f"1.2 row {n}", "advice", date(2015, 12, 16), facts, outcome=outcome, findings=findings,
                       rules=[rule for rule in re.findall(r"PD-\d+a?\b", rules)][:1])


def code_rows(text):
    for month, issued, from_, _ in table(text, "### D-07 "):
        issue, first = day_of(issued), day_of(from_)
        step = {"steps": [{"step": "issued", "on": issue.isoformat()}]}
        days = {"code_issued": issue.isoformat(), "code_from": first.isoformat()}
        yield line(f"D-07 {month}", "code", issue, step, outcome="in-order", code_state="issued", **days)
        yield line(f"D-07 {month}", "code", first - timedelta(1), step, outcome="in-order", code_state="issued", **days)
        yield line(f"D-07 {month}", "code", first, step, outcome="in-order", code_state="in-force-not-ready", **days)
        yield line(f"D-07 {month}", "call", first, {}, **days)
    yield from which_code(text)


def which_code(text):
    """"Sun 6 Dec 2015 -> the code issued Wed 25 Nov 2015 (...)", or "-> the December code", one of the table."""
    by_month = {(name, int(year)): (day_of(issued), day_of(from_)) for month, issued, from_, _ in table(text, "### D-07 ")
                for name, year in [month.split()]}
    for sentence in re.search(r"Which code on a date: (.*)", text).group(1).split(". "):
        when, code = sentence.split(" -> ")
        on = day_of(when)
        issued = re.search(r"issued (\w{3} \d+ \w{3}(?: \d{4})?)", code)
        if issued:
            issue = day_of(issued.group(1), on.year)
            first = issue + timedelta(5)
        else:
            month = re.search(r"the (\w{3})\w* code", code).group(1)
            issue, first = max(days for (name, _), days in by_month.items() if name == month and days[0] <= on)
        yield line("D-07 which code", "call", on, {}, code_issued=issue.isoformat(), code_from=first.isoformat())


PLAIN = {"mandated": True, "failure": "took-no-part", "mappa": False, "scr": False, "universal-credit": False}


def recent_rows(text):
    for received, called, days, recent in table(text, "### D-19 "):
        first, on = day_of(received), day_of(called)
        assert (on - first).days == int(days)
        facts = {**PLAIN, "failed-on": first.isoformat(), "received-on": first.isoformat()}
        yield line("D-19", "may-call", on, facts, outcome="no-call-advised" if recent == "yes" else "to-call",
                   earliest=(first + timedelta(15)).isoformat())


def hour_rows(text):
    for service, instant, is_open, opening, _ in table(text, "### D-21 "):
        if service != "PD":
            continue
        on, at = day_of(instant), re.search(r"\d\d:\d\d", instant).group()
        facts = {"at": f"{on}T{at}", "participants": 1, "prime-name": True, "company": True, "caller": True}
        monday = {"2016-01-04": "2016-01-04"}.get(on.isoformat(), "2015-11-30")
        expect = {"outcome": "call-now" if is_open == "yes" else "call-later"}
        if is_open != "yes":
            expect["opens"] = f"{day_of(opening)}T{re.search(r'[0-9]{2}:[0-9]{2}', opening).group()}Z"
        yield line("D-21", "call", on, {**facts, "code-from": monday}, **expect)


ON = date(2015, 12, 16)
DOUBT = {**PLAIN, "failed-on": "2015-12-01", "received-on": "2015-06-01"}
ISSUED = [{"step": "issued", "on": "2015-11-25"}]
ACKED = ISSUED + [{"step": "acknowledged", "on": "2015-11-26", "spoc": 1}]
UNLOCKED = ACKED + [{"step": "password-came", "on": "2015-11-26", "spoc": 1}]
SPREAD = UNLOCKED + [{"step": "distributed", "on": "2015-11-27", "spoc": 1}]
CHANGED = SPREAD + [{"step": "change-decided", "on": "2015-12-10"}]
EVENT = {"happened-on": "2015-12-10"}
SENT = {**EVENT, "dismissed": True, "annex-sent-on": "2015-12-10"}
# id of 2.4 -> what the cell "To" begins with, and questions: ask, day, facts, outcome or code state, rules it must cite
ROWS = {
    "T-P-01": ("P1", [("may-call", ON, DOUBT, "to-call", ["PD-7a"]),
                      ("may-call", ON, {**DOUBT, "failure": "refused-employment"}, "to-call", ["PD-8"])]),
    "T-P-02": ("P2 JCP_CONTACT", [("may-call", ON, {**DOUBT, "mappa": True}, "jobcentre-contact", ["PD-15a", "PD-15b"]),
                                  ("may-call", ON, {**DOUBT, "scr": True}, "jobcentre-contact", ["PD-15a", "PD-15b"])]),
    "T-P-03": ("P3 NO_CALL", [("may-call", ON, {**DOUBT, "universal-credit": True}, "no-call", ["PD-UC"])]),
    "T-P-04": ("P3 NO_CALL (advised)", [
        ("may-call", ON, {**DOUBT, "told-in-advance": True}, "no-call-advised", ["PD-INAPP-1", "PD-10"]),
        ("may-call", ON, {**DOUBT, "received-on": "2015-12-02"}, "no-call-advised", ["PD-INAPP-2", "PD-10"])]),
    "T-P-05": ("P3 NO_CALL (barred)", [
        ("may-call", ON, {**DOUBT, "purpose": "job-outcome"}, "no-call", ["PD-5a"]),
        ("may-call", ON, {**DOUBT, "service": "withdrawn"}, "no-call", ["PD-5b"]),
        ("may-call", ON, {**DOUBT, "security-explained": False}, "no-call", ["PD-17-B1"]),
        ("may-call", ON, {**DOUBT, "plan-checked": False}, "no-call", ["PD-17-B2"])]),
    "T-P-06": ("P4 TO_CALL", [("may-call", ON, {**DOUBT, "vulnerable-esa": True}, "to-call", ["PD-7b", "PD-9", "PD-20"])]),
    "T-AC-01": ("ISSUED", [("code", date(2015, 11, 25), {"steps": ISSUED}, "issued", ["PD-44"])]),
    "T-AC-02": ("ACKNOWLEDGED", [("code", date(2015, 11, 26), {"steps": ACKED}, "acknowledged", ["PD-45"])]),
    "T-AC-03": ("UNLOCKED", [("code", date(2015, 11, 26), {"steps": UNLOCKED}, "unlocked", ["PD-16-B1"])]),
    "T-AC-04": ("DISTRIBUTED", [("code", date(2015, 11, 27), {"steps": SPREAD}, "distributed", ["PD-16-B3"])]),
    "T-AC-05": ("IN_FORCE", [("code", date(2015, 11, 30), {"steps": SPREAD}, "in-force", []),
                             ("code", date(2016, 1, 4), {"steps": SPREAD}, "superseded", [])]),
    "T-AC-06": ("IN_FORCE_NOT_READY", [("code", date(2015, 11, 30), {"steps": steps}, "in-force-not-ready", ["PD-47b"])
                                       for steps in (ISSUED, ACKED, UNLOCKED)]),
    "T-AC-07": ("SUPERSEDED early", [("code", date(2015, 12, 10), {"steps": CHANGED}, "superseded", ["PD-53"])]),
    "T-SE-01": ("INFORM", [("security-event", ON, {**EVENT, **facts}, "inform", [rule, "PD-49"]) for facts, rule in (
        ({"left": "other", "no-notice": True}, "PD-48-Y1"), ({"left": "other", "disciplinary": True}, "PD-48-Y1"),
        ({"dismissed": True}, "PD-48-Y2"), ({"fraud-suspected": True}, "PD-48-Y3"),
        ({"subcontractor": "liquidation"}, "PD-48-Y4"), ({"subcontractor": "stopped-trading"}, "PD-48-Y4"),
        ({"subcontractor": "relationship-ended"}, "PD-48-Y4"), ({"other-risk": True}, "PD-48-Y5"),
        ({"left": "new-job", "no-concern": False}, "PD-48-N"), ({"left": "new-job"}, "PD-48-N"),
        ({"left": "temporary-contract-ended", "no-concern": "unknown"}, "PD-48-N"), ({"left": "unknown"}, "PD-48-N"),
        ({}, "PD-48-Y-N"))]),
    "T-SE-02": ("NO_NEED", [("security-event", ON, {**EVENT, "left": left, "no-concern": True}, "no-need", [rule, "PD-48-X"])
                            for left, rule in (("new-job", "PD-48-X1"), ("temporary-contract-ended", "PD-48-X2"))]),
    "T-SE-03": ("INFORM + INCIDENT", [("security-event", ON, {**EVENT, "breach-believed": True}, "inform-and-incident",
                                       ["PD-50", "PD-16-B7"])]),
    "T-SE-04": ("WITH_DWP", [("security-event", ON, SENT, "with-dwp", ["PD-51"])]),
    "T-SE-05": ("CHANGE or NO_CHANGE", [("security-event", ON, {**SENT, "dwp-decision": "change"}, "change", ["PD-53"]),
                                        ("security-event", ON, {**SENT, "dwp-decision": "no-change"}, "no-change",
                                         ["PD-52"])]),
}


def state_rows(text):
    cells = {row[0]: row for heading in ("**Failure case**", "**Access code**", "**Security event**")
             for row in table(text.split("### 2.4 ", 1)[1], heading)}
    for name, (to, questions) in ROWS.items():
        if not cells[name][4].startswith(to):
            raise SystemExit(f"{name} leads to {cells[name][4]}, not to {to}")
        for ask, on, facts, outcome, rules in questions:
            key = "code_state" if ask == "code" else "outcome"
            yield line(name, ask, on, facts, **{key: outcome}, rules=rules)


def printed(text):
    rows = [*advice_rows(text), *code_rows(text), *recent_rows(text), *hour_rows(text), *state_rows(text)]
    return "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    if arguments != ["--check"]:
        sys.stdout.write(printed(Path(arguments[0]).read_text(encoding="utf-8")))
        return 0
    if not RULES.exists():
        return 77
    if printed(RULES.read_text(encoding="utf-8")) == (HERE / "rows.jsonl").read_text(encoding="utf-8"):
        return 0
    print("rows.jsonl is not what the rules catalogue says: run print-rows.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
