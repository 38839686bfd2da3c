#!/usr/bin/env python3
"""What must be kept and who is to be told are those of rules.md 2.8 and 2.9: every row of 2.8 is a row of
lib/vocabulary/records.def with the same rules and retention, and every IPES row of 2.9 is a notice of
lib/vocabulary/notices.def to each of its recipients, by the means and on the day that it names.

    evidence.py [TREE]     reads TREE/rules.md, or ../shared/spec/rules.md; exit 77: it is not there
"""
import re
import sys

from tree import TOP, against_the_catalogue

sys.dont_write_bytecode = True
sys.path[:0] = [str(TOP / "lib/vocabulary"), str(TOP / "lib/catalogue")]
import print as vocabulary  # noqa: E402
import rows as catalogue_rows  # noqa: E402

RECIPIENTS = {"Jobcentre": "JOBCENTRE", "POST": "POST", "Policy team": "POLICY_TEAM", "nominated officer":
              "NOMINATED_OFFICER", "work coach": "WORK_COACH", "Performance Manager": "PERFORMANCE_MANAGER"}
MEANS = {"phone / helpline": {"PHONE"}, "phone": {"PHONE"}, "not stated": {"NOT_STATED"},
         "email (redacted)": {"EMAIL", "FORM"}}
DUE = {"no interval stated": "NOT_STATED", "not stated": "NOT_STATED", "with the DNA": "WITH_OUTCOME",
       "at day 60": "DAY_60", "immediately": "IMMEDIATELY"}
RETENTION = {"contract period": ("CONTRACT_PERIOD", "NONE"), "produce on DWP request": ("ON_REQUEST", "NONE"),
             "while in force plus P-CODE-LOG": ("IN_FORCE", "NONE"), "3 months": ("COMPUTED", "EMAIL_RECORD"),
             "3 months from action": ("COMPUTED", "EMAIL_RECORD"),
             "13 months from notice of decision, or contract if longer": ("COMPUTED_OR_LONGER", "MANDATION_EVIDENCE"),
             "up to 10 years after the later of programme end and final claim": ("COMPUTED", "ESF_EVIDENCE"),
             "contract period; sending record 3 months": ("CONTRACT_PERIOD", "EMAIL_RECORD")}
# What chapter 15 has not kept but deleted is no row of 2.8: received emails (AMB-77).
BESIDE = {"CH15-57"}


def table(text, section):
    """The cells of each row of the table of a section."""
    body = text.split(f"### {section} ", 1)[1].split("\n#", 1)[0]
    lines = [line for line in body.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def record_faults(wanted, records):
    by_rules = {row[6]: row for row in records}
    for name, _, _, retention, rules in wanted:
        row = by_rules.pop(rules, None)
        if row is None:
            yield f"2.8 {name}: no row of records.def has its rules, {rules}"
        elif tuple(row[4:6]) != RETENTION.get(retention):
            yield f"2.8 {name}: kept {retention}, in records.def {row[4]} {row[5]}"
    for rules in (set(by_rules) & BESIDE):
        by_rules.pop(rules)
    for rules, row in by_rules.items():
        yield f"records.def {row[2]}: 2.8 has no record with the rules {rules}"


def notice_faults(wanted, notices, ids):
    for trigger, to, means, when, rules in wanted:
        if not rules.startswith("IPES-"):
            continue
        paragraphs = ["IPES-" + part.strip().removeprefix("IPES-") for part in rules.split(",")]
        cited = [row for row in notices if re.sub(r"[a-z]$", "", ids.get(row[4], "")) in
                 {re.sub(r"[a-z]$", "", paragraph) for paragraph in paragraphs}]
        for recipient in (role for name, role in RECIPIENTS.items() if name in to):
            found = [row for row in cited
                     if row[5] == recipient and row[6] in MEANS[means] and row[7] == DUE[when]]
            if not found:
                yield f"2.9 {trigger}: no notice of {rules} tells {recipient} by {means}, {when}"


def faults(top, text):
    folder = top / "lib/vocabulary"
    ids = {row[1]: row[2] for row in catalogue_rows.rows_in(TOP / "lib/catalogue", "rules.def")}
    yield from record_faults(table(text, "2.8"), list(vocabulary.rows(folder / "records.def")))
    yield from notice_faults(table(text, "2.9"), list(vocabulary.rows(folder / "notices.def")), ids)


if __name__ == "__main__":
    sys.exit(against_the_catalogue(sys.argv[1:], faults))
