"""Working days of England and Wales, counted one day at a time.

An oracle should not share its arithmetic with what it checks: this walks the calendar day by day over the list of
bank holidays that rules.md 3.0 prints (bank-holidays.txt), and calls nothing of libprap.
"""

import datetime
import pathlib

DAY = datetime.timedelta(days=1)
HERE = pathlib.Path(__file__).resolve().parent


def read_holidays(path=HERE / "bank-holidays.txt"):
    """Reads "2023: Mon 2 Jan, …" lines, and checks each weekday against the calendar."""
    holidays, years = set(), []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        year, _, days = line.partition(":")
        years.append(int(year))
        for text in days.split(","):
            day = datetime.datetime.strptime(text.strip().split(" ", 1)[1] + " " + year, "%d %b %Y").date()
            if day.strftime("%a") != text.split()[0]:
                raise ValueError(f"{path.name}: {day} is not a {text.split()[0]}")
            holidays.add(day)
    return holidays, min(years), max(years)


HOLIDAYS, FIRST_YEAR, LAST_YEAR = read_holidays()


def is_working(day):
    """Monday to Friday and no bank holiday. Outside the list there is no answer."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"no bank holidays are listed for {day.year}")
    return day.weekday() < 5 and day not in HOLIDAYS


def add(day, working_days):
    """The n-th working day strictly after a day."""
    while working_days > 0:
        day += DAY
        working_days -= is_working(day)
    return day


def on_or_after(day):
    while not is_working(day):
        day += DAY
    return day


def on_or_before(day):
    while not is_working(day):
        day -= DAY
    return day
