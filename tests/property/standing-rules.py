#!/usr/bin/env python3
"""Holds a list of bank holidays against the standing rules that it departs from only where it is known to.

    standing-rules.py BANK-HOLIDAYS.CSV               says every year of a division that is not as it should be
    standing-rules.py --without-any BANK-HOLIDAYS.CSV  takes each row away in turn: each must be missed

Standing rules: the Banking and Financial Dealings Act 1971, the yearly proclamations, St Andrew's Day Bank Holiday
(Scotland) Act 2007, and the substitute days of all of them. Departures: the one-off days of 2011, 2012, 2020, 2022,
2023 and 2026. A published year is the standing rules with the departures; a computed year is the rules alone.
"""
import csv
import datetime
import sys

DIVISIONS = ["england-and-wales", "scotland", "northern-ireland"]
PUBLISHED = "published by GOV.UK"
COMPUTED = "computed from the standing rules"

# year -> the standing holiday and the day that it moved to, for every division
MOVED = {2012: ("spring bank holiday", "2012-06-04"),
         2020: ("early may bank holiday", "2020-05-08"),
         2022: ("spring bank holiday", "2022-06-02")}
# one more day, and the divisions that kept it
EXTRA = {"2011-04-29": ("royal wedding", DIVISIONS),
         "2012-06-05": ("queen’s diamond jubilee", DIVISIONS),
         "2022-06-03": ("platinum jubilee bank holiday", DIVISIONS),
         "2022-09-19": ("bank holiday for the state funeral of queen elizabeth ii", DIVISIONS),
         "2023-05-08": ("bank holiday for the coronation of king charles iii", DIVISIONS),
         "2026-06-15": ("world cup bank holiday", ["scotland"])}
RENAMED = {"early may bank holiday (ve day)": "early may bank holiday"}


def easter_sunday(year):
    """From the paschal full moon, as the Book of Common Prayer's tables have it."""
    golden, century = year % 19, year // 100
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    full = datetime.date(year, 3, 21) + datetime.timedelta(moon)
    return full + datetime.timedelta(7 - (full.weekday() + 1) % 7)


def monday(year, month, which):
    """The first (which = 1) or last (which = -1) Monday of a month."""
    days = [datetime.date(year, month, n) for n in range(1, 32 if month in (5, 8) else 31)]
    return [day for day in days if day.weekday() == 0][which - 1 if which > 0 else which]


def placed(fixed):
    """{title: date} of fixed-date holidays on weekdays: who falls on a weekend takes the next free weekday."""
    taken = {date: title for title, date in fixed.items() if date.weekday() < 5}
    for title, date in fixed.items():
        while date.weekday() >= 5 or taken.get(date, title) != title:
            date += datetime.timedelta(1)
        taken[date] = title
    return {title: date for date, title in taken.items()}


def fixed_dates(year, division):
    fixed = {"new year’s day": datetime.date(year, 1, 1), "christmas day": datetime.date(year, 12, 25),
             "boxing day": datetime.date(year, 12, 26)}
    if division == "scotland":
        fixed["2nd january"] = datetime.date(year, 1, 2)
        fixed["st andrew’s day"] = datetime.date(year, 11, 30)
    if division == "northern-ireland":
        fixed["st patrick’s day"] = datetime.date(year, 3, 17)
        fixed["battle of the boyne (orangemen’s day)"] = datetime.date(year, 7, 12)
    return fixed


def standing(year, division):
    """{title: date} by the standing rules alone."""
    easter = easter_sunday(year)
    days = placed(fixed_dates(year, division))
    days["good friday"] = easter - datetime.timedelta(2)
    days["early may bank holiday"] = monday(year, 5, 1)
    days["spring bank holiday"] = monday(year, 5, -1)
    days["summer bank holiday"] = monday(year, 8, 1 if division == "scotland" else -1)
    if division != "scotland":
        days["easter monday"] = easter + datetime.timedelta(1)
    return days


def expected(year, division, provenance):
    days = standing(year, division)
    if provenance == PUBLISHED:
        if year in MOVED:
            title, date = MOVED[year]
            days[title] = datetime.date.fromisoformat(date)
        for date, (title, divisions) in EXTRA.items():
            if division in divisions and date.startswith(str(year)):
                days[title] = datetime.date.fromisoformat(date)
    return days


def substitutes_are_noted(year, division, rows):
    """A fixed holiday on another day than its own is noted as a substitute, and nothing else is."""
    for row in rows:
        own = fixed_dates(year, division).get(row["title"].lower())
        stands_in = own is not None and own.isoformat() != row["date"]
        # Published so, although the spring holiday was moved and fell on no weekend.
        stands_in |= row["date"] == "2012-06-04" and division != "northern-ireland"
        if stands_in != (row["note"] == "Substitute day"):
            yield f"{division} {row['date']}: the note says {row['note']!r}"


def differences(rows):
    """Every way in which the rows are not the rules and the departures."""
    for division in DIVISIONS:
        for year in range(2010, 2041):
            found = [row for row in rows if row["division"] == division and row["date"].startswith(str(year))]
            provenance = PUBLISHED if 2011 <= year <= 2028 else COMPUTED
            for row in found:
                if row["provenance"] != provenance:
                    yield f"{division} {row['date']}: {row['provenance']}"
            should = expected(year, division, provenance)
            dates = sorted(row["date"] for row in found)
            if dates != sorted(date.isoformat() for date in should.values()):
                yield f"{division} {year}: {dates}"
            titles = sorted(RENAMED.get(row["title"].lower(), row["title"].lower()) for row in found)
            if titles != sorted(should):
                yield f"{division} {year}: {titles}"
            yield from substitutes_are_noted(year, division, found)
    strays = [row for row in rows if row["division"] not in DIVISIONS or not "2010" <= row["date"][:4] <= "2040"]
    yield from (f"not of any year or division: {row}" for row in strays)


def main(arguments):
    without_any = arguments[:1] == ["--without-any"]
    if len(arguments) != 1 + without_any:
        sys.exit(__doc__)
    with open(arguments[-1], encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = list(differences(rows))
    if found or not without_any:
        sys.exit("\n".join(found) if found else 0)
    unmissed = [row for i, row in enumerate(rows) if next(differences(rows[:i] + rows[i + 1:]), None) is None]
    print(f"{len(rows)} rows taken away, {len(unmissed)} not missed")
    sys.exit(1 if unmissed or not rows else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
