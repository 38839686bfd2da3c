#!/usr/bin/env python3
"""Compares calendars that a host makes with the same changes made to a dict of days in Python.

    overlay-oracle.py LIBPRAP.SO BANK-HOLIDAYS.CSV [SEED [CALENDARS]]

Each calendar is a built-in one and up to 80 changes drawn at random: days added, removed, years replaced, inside and
next to coverage; some are made of one another. The library must accept and refuse as Python does, list the same
holidays with the same titles and qualities, call itself by the CRC-32C of the canonical text, and say the same of
every covered day: is it a working day, and how many there are up to it. Prints the seed; exit 1 at a difference.
"""
import ctypes
import csv
import datetime
import random
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "lib/calendar"))
from generate import DIVISIONS, EPOCH, Division, crc32c  # noqa: E402

ADD, REMOVE, YEAR = 1, 2, 3
OK, E_RANGE, E_TWICE, E_COVERAGE, E_LIMIT = 0, 14, 19, 58, 70
ALLOW, KNOWN, PROVISIONAL = 1, 1, 2
DAY = datetime.timedelta(1)


class Change(ctypes.Structure):
    _fields_ = [("kind", ctypes.c_uint32), ("day", ctypes.c_int32), ("substitute", ctypes.c_uint32),
                ("reserved", ctypes.c_uint32), ("bytes", ctypes.c_char_p), ("n", ctypes.c_size_t)]


class Holiday(ctypes.Structure):
    _fields_ = [("size", ctypes.c_uint32), ("day", ctypes.c_int32), ("quality", ctypes.c_uint32),
                ("substitute", ctypes.c_uint32), ("title", ctypes.c_char_p)]


class Identity(ctypes.Structure):
    _fields_ = [("size", ctypes.c_uint32), ("division", ctypes.c_uint32), ("known_first", ctypes.c_int32),
                ("known_last", ctypes.c_int32), ("first", ctypes.c_int32), ("last", ctypes.c_int32),
                ("hash", ctypes.c_uint32), ("n", ctypes.c_uint32)]


ALLOCATE = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t)
RELEASE = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t)


class Allocator(ctypes.Structure):
    _fields_ = [("size", ctypes.c_size_t), ("user", ctypes.c_void_p), ("allocate", ALLOCATE), ("release", RELEASE)]


BLOCKS = {}


def allocate(_, n):
    room = ctypes.create_string_buffer(n)
    BLOCKS[ctypes.addressof(room)] = room
    return ctypes.addressof(room)


def release(_, block, n):
    assert len(BLOCKS.pop(block)) == n, "released with another size"


ALLOCATOR = Allocator(ctypes.sizeof(Allocator), None, ALLOCATE(allocate), RELEASE(release))


def number(day):
    return day.toordinal() - EPOCH


class Paper:
    """A calendar in Python."""

    def __init__(self, name, known, provisional, days):
        self.name, self.known, self.provisional, self.days = name, known, provisional, dict(days)

    def change(self, kind, day, title):
        first, last = datetime.date(day.year, 1, 1), datetime.date(day.year, 12, 31)
        if kind == YEAR:
            if first > self.known[1] + DAY or last < self.known[0] - DAY:
                return E_COVERAGE
            self.known = min(first, self.known[0]), max(last, self.known[1])
            self.provisional = min(first, self.provisional[0]), max(last, self.provisional[1])
            self.days = {d: row for d, row in self.days.items() if d.year != day.year}
        elif not self.provisional[0] <= day <= self.provisional[1]:
            return E_COVERAGE
        elif kind == ADD:
            if day in self.days:
                return E_TWICE
            self.days[day] = title, 0
        elif self.days.pop(day, None) is None:
            return E_RANGE
        return OK

    def canonical(self):
        lines = [" ".join([self.name, *(day.isoformat() for day in self.known + self.provisional)])]
        lines += [f"{day} {substitute} {title}" for day, (title, substitute) in sorted(self.days.items())]
        return "".join(line + "\n" for line in lines).encode()


def drawn(dice, paper):
    """Changes and what becomes of them: (changes, paper, status). The first refusal is the last change."""
    paper = Paper(paper.name, paper.known, paper.provisional, paper.days)
    changes, status = [], OK
    for _ in range(dice.randint(0, 80)):
        kind = dice.choice([ADD, ADD, ADD, REMOVE, REMOVE, YEAR] if dice.random() < 0.2 else [ADD, REMOVE])
        day = paper.provisional[0] + DAY * dice.randint(0, (paper.provisional[1] - paper.provisional[0]).days)
        if kind == REMOVE and paper.days and dice.random() < 0.98:
            day = dice.choice(sorted(paper.days))
        if kind == YEAR:
            day = dice.choice([paper.known[0] - DAY, paper.known[1] + DAY, day])
        if dice.random() < 0.003:
            day = paper.provisional[1] + DAY * dice.randint(1, 900)
        title = dice.choice(["Closed", "Fermé", "Day of thanks", "Stock-taking " + str(dice.randint(1, 99))])
        changes.append((kind, day, title))
        status = paper.change(kind, day, title)
        if status != OK:
            break
    return changes, paper, status


def create(library, base, changes):
    rows = (Change * max(1, len(changes)))()
    for row, (kind, day, title) in zip(rows, changes):
        text = title.encode() if kind == ADD else b""
        row.kind, row.day, row.bytes, row.n = kind, number(day), text, len(text)
    made = ctypes.c_void_p()
    status = library.prap_calendar_create(ctypes.byref(ALLOCATOR), base, rows, ctypes.c_size_t(len(changes)),
                                          ctypes.byref(made), None)
    return status, made


def expect(what, found, expected):
    if found != expected:
        sys.exit(f"{what}: the library says {found}, Python says {expected}")


def compare(library, calendar, paper):
    identity = library.prap_calendar_get_identity(calendar).contents
    expect("span", (identity.known_first, identity.known_last, identity.first, identity.last),
           tuple(map(number, paper.known + paper.provisional)))
    expect("hash", identity.hash, crc32c(paper.canonical()))
    expect("holidays", identity.n, len(paper.days))
    for i, (day, (title, substitute)) in enumerate(sorted(paper.days.items())):
        holiday = library.prap_calendar_holiday_at(calendar, i).contents
        quality = KNOWN if paper.known[0] <= day <= paper.known[1] else PROVISIONAL
        expect(day, (holiday.day, holiday.title.decode(), holiday.substitute, holiday.quality),
               (number(day), title, substitute, quality))
    n = identity.last - identity.first + 1
    days = (ctypes.c_int32 * n)(*range(identity.first, identity.last + 1))
    starts = (ctypes.c_int32 * n)(*[identity.first] * n)
    found = (ctypes.c_int32 * n)()
    arguments = ctypes.c_size_t(n), ctypes.c_uint32(ALLOW), found, None, None
    expect("status", library.prap_calendar_are_working_days(calendar, days, *arguments), OK)
    working = [int((day + 3) % 7 < 5) for day in days]  # 1970-01-01 was a Thursday
    for day in paper.days:
        working[number(day) - identity.first] = 0
    expect("working days", list(found), working)
    expect("status", library.prap_calendar_count_working_days_each(calendar, starts, days, *arguments), OK)
    counted, total = [], -working[0]
    for is_working in working:
        total += is_working
        counted.append(total)
    expect("counts", list(found), counted)


def main(path, csv_path, seed="20220919", calendars="60"):
    library = ctypes.CDLL(str(Path(path).resolve()))
    library.prap_calendar_built_in.restype = ctypes.c_void_p
    library.prap_calendar_get_identity.restype = ctypes.POINTER(Identity)
    library.prap_calendar_holiday_at.restype = ctypes.POINTER(Holiday)
    with open(csv_path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    dice, pool, met = random.Random(int(seed)), [], {"made": 0, "refused": 0}
    for i, name in enumerate(DIVISIONS, start=1):
        division = Division(i, name, [row for row in rows if row["division"] == name])
        paper = Paper(name, division.known, division.provisional,
                      {day: (title, substitute) for day, title, substitute, _ in division.holidays})
        pool.append((ctypes.c_void_p(library.prap_calendar_built_in(i)), paper))
    built_in = len(pool)
    for calendar, paper in pool:
        compare(library, calendar, paper)
    for _ in range(int(calendars)):
        base, paper = dice.choice(pool)
        changes, changed, expected = drawn(dice, paper)
        status, made = create(library, base, changes)
        if status == E_LIMIT and expected == OK:
            expect("limit", (changed.provisional[1] - changed.provisional[0]).days + 1 > 64 * 366, True)
        else:
            expect(f"seed {seed}, {changes}", status, expected)
        met["made" if status == OK else "refused"] += 1
        if status == OK:
            compare(library, made, changed)
            pool.append((made, changed))
    for calendar, _ in pool[built_in:]:
        library.prap_calendar_destroy(calendar)
    expect("blocks left", len(BLOCKS), 0)
    print(f"seed {seed}: {met['made']} calendars made, {met['refused']} refused, no difference")
    if not all(met.values()):
        sys.exit("nothing was made, or nothing refused: another seed")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4, 5):
        sys.exit(__doc__)
    main(*sys.argv[1:])
