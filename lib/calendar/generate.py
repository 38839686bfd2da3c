#!/usr/bin/env python3
"""Prints holidays-data.c, the built-in calendars, from bank-holidays.csv.

    generate.py CSV              prints the file
    generate.py --write          prints it into place, from the CSV beside this script
    generate.py --check [FILE]   exit 1 if FILE (the committed one) is not what would be printed

Columns of the CSV: division, date, title, note, provenance. A year is known when GOV.UK published it,
provisional when its rows were computed from the standing rules. Newer years: replace their rows and EDITION, --write.
The printed file is committed, so that building the library needs no Python.
"""
import csv
import datetime
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
CSV = HERE / "bank-holidays.csv"
EDITION = datetime.date(2026, 11, 21)   # when that list was taken; its rows carry no day of publication
DATA = HERE / "holidays-data.c"

DAY = datetime.timedelta(1)
EPOCH = datetime.date(1970, 1, 1).toordinal()
MOST_BYTES = 32 * 1024       # of constant data for one division
HOLIDAY_BYTES = 24           # sizeof(prap_holiday)
ENTRY_BYTES = 2              # of the other tables
DIVISIONS = ["england-and-wales", "scotland", "northern-ireland"]   # PRAP_DIVISION_* 1, 2, 3
PUBLISHED = "published by GOV.UK"
COMPUTED = "computed from the standing rules"
NOTES = {"": 0, "Extra bank holiday": 0, "Substitute day": 1}       # note -> substitute


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


class Division:
    """One division's rows, and everything that is printed of it."""

    def __init__(self, number, name, rows):
        self.number, self.name = number, name
        self.holidays = sorted((datetime.date.fromisoformat(r["date"]), r["title"], NOTES[r["note"]],
                                r["provenance"] == PUBLISHED) for r in rows)
        days = [day for day, _, _, _ in self.holidays]
        assert len(set(days)) == len(days), f"{name}: two holidays on one day"
        assert all(day.weekday() < 5 for day in days), f"{name}: a holiday on a weekend"
        known = {day.year for day, _, _, published in self.holidays if published}
        computed = {day.year for day, _, _, published in self.holidays if not published}
        years = sorted(known | computed)
        assert not known & computed, f"{name}: a year both published and computed"
        assert sorted(known) == list(range(min(known), max(known) + 1)), f"{name}: a gap in what is known"
        assert years == list(range(years[0], years[-1] + 1)), f"{name}: a gap in the years"
        self.known = datetime.date(min(known), 1, 1), datetime.date(max(known), 12, 31)
        self.provisional = datetime.date(years[0], 1, 1), datetime.date(years[-1], 12, 31)
        self.tables(set(days))

    def tables(self, holidays):
        def working(day):
            return day.weekday() < 5 and day not in holidays

        first, last = self.known
        self.known_days = (last - first).days + 1
        self.before, self.days = [0], []
        for at in range(self.known_days):
            if working(first + at * DAY):
                self.days.append(at)
            self.before.append(len(self.days))
        self.holiday_ranks, self.n_working_days = [], 0
        first, last = self.provisional
        for at in range((last - first).days + 1):
            day = first + at * DAY
            if day in holidays:
                self.holiday_ranks.append(self.n_working_days)
            self.n_working_days += working(day)
        assert self.known_days < 1 << 16 and self.n_working_days < 1 << 16
        entries = len(self.before) + len(self.days) + len(self.holiday_ranks)
        bytes_used = ENTRY_BYTES * entries + HOLIDAY_BYTES * len(self.holidays)
        assert bytes_used <= MOST_BYTES, f"{self.name}: {bytes_used} bytes"

    def canonical(self):
        """What the hash is over: the division and its spans, then a line for each holiday."""
        lines = [" ".join([self.name] + [day.isoformat() for day in self.known + self.provisional])]
        lines += [f"{day.isoformat()} {substitute} {title}" for day, title, substitute, _ in self.holidays]
        return "".join(line + "\n" for line in lines).encode()


def number(day):
    return day.toordinal() - EPOCH


def table(kind, name, values):
    lines, line = [f"static const {kind} {name}[{len(values)}] = {{"], "   "
    for value in values:
        word = f" {value},"
        if len(line) + len(word) > 110:
            lines.append(line)
            line = "   "
        line += word
    return lines + [line, "};", ""]


def holidays(division, name):
    lines = [f"static const prap_holiday {name}[{len(division.holidays)}] = {{"]
    for day, title, substitute, published in division.holidays:
        quality = "KNOWN" if published else "PROVISIONAL"
        quoted = title.replace("\\", "\\\\").replace('"', '\\"')
        lines.append(f"    {{SIZE, {number(day)}, {quality}, {substitute}, \"{quoted}\"}}, /* {day} */")
    return lines + ["};", ""]


def calendar(division, stem):
    known, provisional = division.known, division.provisional
    return [f"    {{ /* {division.name} */",
            f"        {{{stem}_before, {stem}_days, {number(known[0])}, {division.known_days}, {len(division.days)}, 0}},",
            f"        {{sizeof(prap_calendar_identity), PRAP_DIVISION_{stem.upper()},",
            f"         {number(known[0])}, {number(known[1])}, /* known: {known[0]} to {known[1]} */",
            f"         {number(provisional[0])}, {number(provisional[1])}, "
            f"/* with provisional: {provisional[0]} to {provisional[1]} */",
            f"         0x{crc32c(division.canonical()):08x}, {len(division.holidays)},",
            f"         {number(EDITION)}}}, /* edition: {EDITION} */",
            f"        {division.n_working_days}, {stem}_holidays, {stem}_holiday_ranks, \"{division.name}\", NULL, 0,",
            "    },"]


def printed(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        assert row["division"] in DIVISIONS and row["provenance"] in (PUBLISHED, COMPUTED), row
    divisions = [Division(n, name, [r for r in rows if r["division"] == name])
                 for n, name in enumerate(DIVISIONS, start=1)]
    out = ["/*", " * holidays-data.c: the built-in calendars. holidays.h says what the tables mean.",
           " * Printed from bank-holidays.csv by generate.py; do not edit.", " */",
           '#include "calendar/holidays.h"', "", "#include <stddef.h>", "", '#include "prap/vocabulary.h"', "",
           "#define SIZE        sizeof(prap_holiday)", "#define KNOWN       PRAP_COVERAGE_KNOWN",
           "#define PROVISIONAL PRAP_COVERAGE_PROVISIONAL", ""]
    for division in divisions:
        stem = division.name.replace("-", "_")
        out += holidays(division, stem + "_holidays")
        out += table("uint16_t", stem + "_before", division.before)
        out += table("uint16_t", stem + "_days", division.days)
        out += table("uint16_t", stem + "_holiday_ranks", division.holiday_ranks)
    out.append("const prap_calendar prapi_calendars[PRAPI_CALENDAR_DIVISIONS] = {")
    for division in divisions:
        out += calendar(division, division.name.replace("-", "_"))
    return "\n".join(out + ["};", ""])


def main(arguments):
    if arguments == ["--write"]:
        DATA.write_text(printed(CSV), encoding="utf-8")
    elif arguments[:1] == ["--check"] and len(arguments) <= 2:
        path = Path(arguments[1]) if arguments[1:] else DATA
        if path.read_text(encoding="utf-8") != printed(CSV):
            sys.exit(f"{path}: not what {Path(__file__).name} prints from {CSV.name}; run it with --write")
    elif len(arguments) == 1 and not arguments[0].startswith("-"):
        sys.stdout.write(printed(arguments[0]))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
