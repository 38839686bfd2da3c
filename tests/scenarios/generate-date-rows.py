#!/usr/bin/env python3
"""Writes date-rows-d01.jsonl to date-rows-d04.jsonl: each worked example of rules.md section 3 as a scenario line.

The days come from the printed tables (docs/examples/caseload/rows.csv) and nowhere else. --check compares only.
"""

import csv
import datetime
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROWS = HERE.parent.parent / "docs" / "examples" / "caseload" / "rows.csv"
DAY = datetime.timedelta(days=1)
TITLES = {
    "D-01": "acknowledgement: 2 working days, the day of receipt is day 1",
    "D-02": "meeting and recording: 15 working days from the referral date",
    "D-03": "action plan: 20 working days after the start",
    "D-04": "automatic DNA: 60 calendar days from the referral",
}
EVIDENCE = ("identity-checked", "employment-checked", "plan-signed-by-participant", "plan-signed-by-provider",
            "needs-assessment-begun", "induction-pack-signed")


def received(case, on, deadlines):
    return {"id": f"{case}-1", "case": case, "programme": "ipes", "event": "referral-received", "on": on, "made": on,
            "expect": {"verdict": "permitted", "stage": "received", "deadlines": deadlines}}


def lines_of(row):
    """One or more input lines for a row, each with the deadlines that the row prints."""
    case, days = f"{row['table'].lower()}-{row['row']}", {"due": row["due"], "prudent": row["prudent"]}
    if row["table"] == "D-01":
        yield received(case, row["from"], {"ack": days})
    elif row["table"] == "D-02":
        yield received(case, row["from"], {"meet": days, "record": days})
    elif row["table"] == "D-04":
        yield received(case, row["from"], {"auto60": days})
    else:
        start = datetime.date.fromisoformat(row["from"])
        made = (start - 7 * DAY).isoformat()
        yield received(case, made, {})
        yield {"id": f"{case}-2", "case": case, "event": "accept", "on": made, "expect": {"stage": "accepted"}}
        yield {"id": f"{case}-3", "case": case, "event": "start-recorded", "on": row["from"],
               **{fact: True for fact in EVIDENCE},
               "expect": {"verdict": "permitted", "stage": "pre-work", "deadlines": {"plan": days}}}


def text_of(table):
    with open(ROWS, newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["table"] == table]
    lines = [{"scenario": TITLES[table], "source": f"rules.md {table}, every row"}]
    for row in rows:
        lines.extend(lines_of(row))
    return "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines)


def main():
    for table in TITLES:
        path = HERE / f"date-rows-{table.lower().replace('-', '')}.jsonl"
        text = text_of(table)
        if sys.argv[1:] == ["--check"]:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                raise SystemExit(f"{path.name} is not what generate-date-rows.py writes; run it")
        else:
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
