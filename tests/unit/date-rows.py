#!/usr/bin/env python3
"""Prints date-rows.h: the worked dates of the rules catalogue, as rows for date-rows-test.c.

    date-rows.py RULES.MD        prints the file
    date-rows.py --check         exit 1 if the committed file is not what ../shared/spec/rules.md says

RULES.MD is the catalogue (chapter 3, "Worked dates"), which is not part of this tree; its printed rows are. Every
weekday name in a table is checked against its date, and every counted day of the D-02 and D-03 traces is a row.
"""
import datetime
import re
import sys
import textwrap
from pathlib import Path

DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
DATE = re.compile(r"^\**(\w{3}) (\d{1,2}) (\w{3}) (\d{4})\**$")

# table -> its columns that are printed, and what they are: dates but for the last two of D-19. Tables with moments
# have functions of their own.
TABLES = {
    "D-01": ([0, 1, 2, 3], "received, day 1, due, prudent"),
    "D-02": ([0, 2, 3], "referral made, due, prudent"),
    "D-03": ([0, 2, 3], "start, due, prudent"),
    "D-04": ([0, 1, 2, 3, 4, 5], "referral, +59, last working day on or before that, +60, +61, +58"),
    "D-05": ([0, 1, 2, 3], "start, last day, first day after, 15 months on"),
    "D-06": ([0, 1, 2, 3], "earlier start, +637, +638, +639"),
    "D-07": ([1, 2], "last Wednesday of a month, in force from"),
    "D-08": ([0, 1], "LMS date, the provider's"),
    "D-09": ([0, 1], "start, end"),
    "D-10": ([0, 1, 2, 3], "received, due a month later, last working day on or before, next working day"),
    "D-11": ([0, 1, 2], "notified, 13 months on, the day after"),
    "D-12": ([0, 1, 2], "anchor, 3 months on, the day after"),
    "D-13": ([0, 1, 2, 3, 4], "programme end, final claim, the later of the two, 10 years on, the day after"),
    "D-15": ([0, 1, 2], "referral, 15 working days on, 15 days on"),
    "D-16": ([0, 1, 2], "escalated, +28, +29"),
    "D-17": ([0, 1, 2, 3], "first pay, -5, working day on or before that, -6"),
    "D-18": ([0, 1, 2, 3], "last, +7, +28, working day on or before that"),
    "D-19": ([0, 1, 2, 3], "referral received, call, days between, at most 14"),
    "D-20": ([0, 1, 2], "last audit, +30, a month on"),
}
TRACES = ["D-02", "D-03"]


def dated(weekday, day, month, year):
    date = datetime.date(int(year), MONTHS.index(month) + 1, int(day))
    assert DAYS[date.weekday()] == weekday, f"{date} is no {weekday}"
    return date


def section(text, heading):
    """The cells of the table under a heading, header and ruler left out."""
    found = re.search(r"^### " + re.escape(heading) + r"\b.*?$(.*?)(?=^##)", text, flags=re.M | re.S)
    rows = [line for line in found.group(1).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]]


def holidays(text):
    for row in section(text, "3.0"):
        for cell in row[1].split(", "):
            yield dated(*cell.split(), row[0])


def counted(start, trace):
    """(n, date) for every day of a trace like "Tue 25 to Fri 28 Apr (1-4); Tue 2 May (5)"."""
    at = start
    for group in trace.split("; "):
        span, first_n, last_n = re.fullmatch(r"(.*) \((\d+)(?:-(\d+))?\)", group).groups()
        ends = [end.split() for end in span.split(" to ")]
        if len(ends) == 2 and len(ends[0]) == 2:
            ends[0].append(ends[1][2])
        dates = []
        for weekday, day, month in ends:
            year = at.year + (MONTHS.index(month) + 1 < at.month)
            at = dated(weekday, day, month, year)
            dates.append(at)
        n = int(first_n)
        for back in range((dates[-1] - dates[0]).days, -1, -1):
            yield n, dates[-1] - datetime.timedelta(back)
            n += 1
        assert n == int(last_n or first_n) + 1, group


def cell(text):
    """A date, or the text itself where it is none."""
    found = DATE.match(text)
    return dated(*found.groups()) if found else text


MOMENT = r"\w{3} \d{1,2} \w{3} \d{4} \d\d:\d\d"


def moment(text):
    """"Wed 10 Mar 2021 09:00 GMT" as 2021-03-10T09:00Z; without a zone it has no offset."""
    words = text.strip("*").split()
    zone = {"GMT": "Z", "BST": "+01:00"}[words[5]] if words[5:] else ""
    return f"{dated(*words[:4])}T{words[4]}{zone}"


def outage_rows(text):
    """D-14: began, 48 hours later, the same on the clock."""
    for row in section(text, "D-14"):
        yield [moment(cell) for cell in row[:3]]


def service_rows(text):
    """D-21: service, moment, open by default, opens next or "", and the same two where bank holidays are open."""
    for service, at, is_open, opens, _ in section(text, "D-21"):
        at = moment(at)
        first = re.match(MOMENT, opens)
        first = moment(first.group(0)) if first else ""
        by_default, literal = is_open.startswith("yes"), "yes" in is_open
        other = re.search(r"literal: (\w{3}) (\d+) (\w{3}) (\d\d:\d\d)", opens)
        year = at[:4]
        second = f"{dated(*other.groups()[:3], year)}T{other.group(4)}" if other else "" if literal else first
        yield [{"POST": "post", "PD": "provider-direct"}[service], at, str(int(by_default)), first,
               str(int(literal)), second]


def window(text, year):
    """"17:00 Fri 3 Mar to 08:00 Mon 6 Mar", or "06:00 to 23:00 Sat 12 Nov"."""
    ends = [end.split() for end in text.split(" to ")]
    day = ends[-1][1:]
    return [f"{dated(*(end[1:] or day), year)}T{end[0]}" for end in ends]


def usable_rows(text):
    """D-22: computation, its anchor, due, outage from, to, last usable moment."""
    last = None
    for deadline, outage, usable, _ in section(text, "D-22"):
        kind, anchor, due = re.fullmatch(r"(received|referral) (.*), [^=]*?(?:= |due )(\w{3} .*)", deadline).groups()
        due = cell(due)
        last = last if outage == "same" else window(outage, due.year)
        yield [{"received": "ack", "referral": "auto60"}[kind], cell(anchor), due, *last, moment(usable)]


def quoted(dates):
    return ", ".join(f'"{date}"' for date in dates)


def main(path):
    text = Path(path).read_text(encoding="utf-8")
    out = ["/* date-rows.h: the worked dates of the rules catalogue (rules.md, 3.0 and D-01 to D-22).",
           " * Printed by date-rows.py; do not edit. */", "#ifndef DATE_ROWS_H", "#define DATE_ROWS_H", "",
           "/* Bank holidays of England and Wales, 2011 to 2027. */",
           "static const char *const known_holidays[] = {"]
    out += textwrap.wrap(quoted(holidays(text)) + ",", 110, initial_indent="    ", subsequent_indent="    ",
                         break_on_hyphens=False)
    out += ["};", ""]
    traced = []
    for heading, (columns, meaning) in TABLES.items():
        name = heading.lower().replace("-", "_")
        out += [f"/* {heading}: {meaning}. */", f"static const char *const {name}[][{len(columns)}] = {{"]
        for row in section(text, heading):
            dates = [cell(row[column]) for column in columns]
            out.append(f"    {{{quoted(dates)}}},")
            if heading in TRACES:
                traced += [(dates[0], n, day) for n, day in counted(dates[0], row[1])]
        out += ["};", ""]
    for name, rows in (("d_14", outage_rows), ("d_21", service_rows), ("d_22", usable_rows)):
        found = list(rows(text))
        out += [f"/* {rows.__doc__.rstrip('.')}. */", f"static const char *const {name}[][{len(found[0])}] = {{"]
        out += [f"    {{{quoted(row)}}}," for row in found] + ["};", ""]
    out += ["/* The traces of D-02 and D-03: day is the n-th working day after from. */",
            "static const struct {", "    const char *from;", "    int n;", "    const char *day;",
            "} traced[] = {"]
    out += [f'    {{"{start}", {n}, "{day}"}},' for start, n, day in traced]
    return "\n".join(out + ["};", "", "#endif"]) + "\n"


def check():
    """Exit 1 when the committed rows are not those of rules.md; 77, which is skipped, where that is not at hand."""
    here = Path(__file__).resolve().parent
    rules = here.parents[2] / "shared/spec/rules.md"
    if not rules.exists():
        return 77
    if main(rules) == (here / "date-rows.h").read_text(encoding="utf-8"):
        return 0
    print("date-rows.h is not what date-rows.py prints of rules.md; print it anew")
    return 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if sys.argv[1] == "--check":
        sys.exit(check())
    sys.stdout.write(main(sys.argv[1]))
