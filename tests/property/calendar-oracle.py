#!/usr/bin/env python3
"""Compares the built library's days and calendars with Python's datetime and the list of bank holidays.

    calendar-oracle.py LIBPRAP.SO BANK-HOLIDAYS.CSV

Every covered day of every division: is it a working day, what is on or before and on or after it, and the n-th
working day from it for every n from -30 to 30 and a few far ones, with and without provisional years; every count
between that day and a few others; every holiday's row. Days: every day of 1900 to 2100, every month's ends and each
37th day of years 1 to 9999. Nothing is drawn at random. Prints how much was compared; exit 1 at a difference.
"""
import bisect
import csv
import ctypes
import datetime
import sys
from pathlib import Path

DIVISIONS = ["england-and-wales", "scotland", "northern-ireland"]
OK, E_COVERAGE, KNOWN, PROVISIONAL, ALLOW = 0, 58, 1, 2, 1
STEPS = list(range(-30, 31)) + [-7900, -261, 261, 7900, -2**31, 2**31 - 1]
APART = [0, 1, 2, 7, 31, 366, 3000, 11000]
EPOCH = datetime.date(1970, 1, 1).toordinal()
MET = {"days": 0, "answers": 0, "holidays": 0}


class Holiday(ctypes.Structure):
    _fields_ = [("size", ctypes.c_uint32), ("day", ctypes.c_int32), ("quality", ctypes.c_uint32),
                ("substitute", ctypes.c_uint32), ("title", ctypes.c_char_p)]


def load(path):
    library = ctypes.CDLL(str(Path(path).resolve()))
    library.prap_calendar_built_in.restype = ctypes.c_void_p
    library.prap_calendar_holiday_at.restype = ctypes.POINTER(Holiday)
    day, handle, flags, output = ctypes.c_int32, ctypes.c_void_p, ctypes.c_uint32, ctypes.c_void_p
    library.prap_calendar_holiday_at.argtypes = [handle, ctypes.c_uint32]
    for name in ("is_working_day", "working_day_on_or_before", "working_day_on_or_after"):
        getattr(library, "prap_calendar_" + name).argtypes = [handle, day, flags, output, output]
    for name in ("add_working_days", "count_working_days"):
        getattr(library, "prap_calendar_" + name).argtypes = [handle, day, ctypes.c_int32, flags, output, output]
    library.prap_day_parse.argtypes = [ctypes.c_char_p, ctypes.c_size_t, output]
    library.prap_day_format.argtypes = [day, ctypes.c_char_p, ctypes.c_size_t]
    return library


def same(what, found, expected):
    if found != expected:
        sys.exit(f"{what}: the library says {found}, paper says {expected}")


class Paper:
    """One division on paper: its rows, and its working days as datetime sees them."""

    def __init__(self, name, rows):
        self.name = name
        self.rows = sorted((r for r in rows if r["division"] == name), key=lambda r: r["date"])
        years = [int(r["date"][:4]) for r in self.rows]
        known = [int(r["date"][:4]) for r in self.rows if r["provenance"].startswith("published")]
        self.known = self.span(min(known), max(known))
        self.all = self.span(min(years), max(years))
        off = {datetime.date.fromisoformat(r["date"]).toordinal() - EPOCH for r in self.rows}
        self.working = [day for day in self.all
                        if datetime.date.fromordinal(day + EPOCH).weekday() < 5 and day not in off]
        self.is_working = set(self.working)

    @staticmethod
    def span(first, last):
        return range(datetime.date(first, 1, 1).toordinal() - EPOCH,
                     datetime.date(last, 12, 31).toordinal() - EPOCH + 1)

    def answer(self, coverage, start, end, value):
        """(status, value, quality) of a walk from start to end; end None when it leaves the paper."""
        if end is None or start not in coverage or end not in coverage:
            return E_COVERAGE, None, None
        return OK, value, KNOWN if start in self.known and end in self.known else PROVISIONAL

    def at(self, index):
        return self.working[index] if 0 <= index < len(self.working) else None

    def add(self, start, n):
        if n == 0:
            return start
        if n > 0:
            return self.at(bisect.bisect_right(self.working, start) + n - 1)
        return self.at(bisect.bisect_left(self.working, start) + n)

    def count(self, first, last):
        return bisect.bisect_right(self.working, last) - bisect.bisect_right(self.working, first)


class Question:
    """Calls one function of the calendar, its outputs beside it."""

    def __init__(self, library, name):
        self.function = getattr(library, "prap_calendar_" + name)
        self.value, self.quality = ctypes.c_int32(), ctypes.c_uint32()
        self.outputs = ctypes.byref(self.value), ctypes.byref(self.quality)

    def __call__(self, *arguments):
        MET["answers"] += 1
        status = self.function(*arguments, *self.outputs)
        return (status, self.value.value, self.quality.value) if status == OK else (status, None, None)


def compare_day(questions, calendar, paper, flags, day):
    """Yields (what was asked, what was found, what it should be) for one day."""
    is_working, before, after, add, count = questions
    coverage = paper.all if flags else paper.known
    yield "is", is_working(calendar, day, flags), paper.answer(coverage, day, day, int(day in paper.is_working))
    end = paper.at(bisect.bisect_right(paper.working, day) - 1)
    yield "on or before", before(calendar, day, flags), paper.answer(coverage, day, end, end)
    end = paper.at(bisect.bisect_left(paper.working, day))
    yield "on or after", after(calendar, day, flags), paper.answer(coverage, day, end, end)
    for n in STEPS:
        end = paper.add(day, n)
        yield n, add(calendar, day, n, flags), paper.answer(coverage, day, end, end)
    for apart in APART:
        for end in (day - apart, day + apart):
            expected = paper.answer(coverage, day, end, paper.count(day, end))
            yield "to", count(calendar, day, end, flags), expected


def compare_walks(library, calendar, paper, flags):
    questions = [Question(library, name) for name in (
        "is_working_day", "working_day_on_or_before", "working_day_on_or_after", "add_working_days",
        "count_working_days")]
    for day in paper.all if flags else paper.known:
        for what, found, expected in compare_day(questions, calendar, paper, flags, day):
            if found != expected:
                same(f"{paper.name} {datetime.date.fromordinal(day + EPOCH)} {what} flags {flags}", found, expected)


def compare_holidays(library, calendar, paper):
    for i, row in enumerate(paper.rows):
        found = library.prap_calendar_holiday_at(calendar, i).contents
        date = datetime.date.fromordinal(found.day + EPOCH).isoformat()
        quality = KNOWN if row["provenance"].startswith("published") else PROVISIONAL
        same(f"{paper.name} holiday {i}", (date, found.title.decode(), found.quality, found.substitute),
             (row["date"], row["title"], quality, int(row["note"] == "Substitute day")))
        MET["holidays"] += 1
    same(f"{paper.name} number of holidays",
         len(paper.rows) + bool(library.prap_calendar_holiday_at(calendar, len(paper.rows))), len(paper.rows))


def days():
    for year in range(1, 10000):
        for month in range(1, 13):
            yield datetime.date(year, month, 1)
            yield datetime.date(year, month, 28) if month == 2 else datetime.date(year, month, 30)
    for number in range(datetime.date(1900, 1, 1).toordinal(), datetime.date(2101, 1, 1).toordinal()):
        yield datetime.date.fromordinal(number)
    for number in range(1, datetime.date.max.toordinal() + 1, 37):
        yield datetime.date.fromordinal(number)
    yield datetime.date.max


def compare_days(library):
    room, day = ctypes.create_string_buffer(11), ctypes.c_int32()
    for date in days():
        number = date.toordinal() - EPOCH
        found = (library.prap_day_format(number, room, 11), room.value.decode(),
                 library.prap_day_parse(room.value, 10, ctypes.byref(day)), day.value,
                 library.prap_day_weekday(number))
        same(date, found, (OK, date.isoformat(), OK, number, date.isoweekday()))
        MET["days"] += 1


def main(library_path, csv_path):
    library = load(library_path)
    with open(csv_path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    divisions = [(library.prap_calendar_built_in(n), Paper(name, rows)) for n, name in enumerate(DIVISIONS, 1)]
    for calendar, paper in divisions:
        compare_holidays(library, calendar, paper)
    compare_days(library)
    for calendar, paper in divisions:
        for flags in (0, ALLOW):
            compare_walks(library, calendar, paper, flags)
    print(", ".join(f"{n:,} {what}" for what, n in MET.items()) + " compared, no difference")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
