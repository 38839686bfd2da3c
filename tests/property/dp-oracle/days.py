"""The days of D-10, D-12 and D-14 of rules.md, counted one by one. The holidays are those printed in rules.md 3.0;
nothing here is taken from lib/."""
import calendar
from datetime import date, timedelta

HOLIDAYS = {date.fromisoformat(day) for day in """
2019-01-01 2019-04-19 2019-04-22 2019-05-06 2019-05-27 2019-08-26 2019-12-25 2019-12-26
2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28
2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28
2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27
2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26
""".split()}


def is_working(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def months_after(day, months):
    """The same day number, or that month's last day where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def response_due(received, nonworking):
    """D-10, under P-MONTH-NONWORKING."""
    due = months_after(received, 1)
    while nonworking == "next-working-day" and not is_working(due):
        due += timedelta(1)
    return due


def working_day_by(day):
    while not is_working(day):
        day -= timedelta(1)
    return day


def working_days_after(day, count):
    while count:
        day += timedelta(1)
        count -= is_working(day)
    return day


def is_summer(moment):
    """Whether a wall-clock moment is British Summer Time: from the last Sunday of March to that of October, one in
    the morning of Greenwich."""
    turns = []
    for month in (3, 10):
        last = date(moment.year, month, 31)
        while last.weekday() != 6:
            last -= timedelta(1)
        turns.append(last)
    forward = moment.replace(month=3, day=turns[0].day, hour=1, minute=0)
    back = moment.replace(month=10, day=turns[1].day, hour=2, minute=0)
    return forward <= moment < back


def is_shown_once(moment):
    """No clock shows the hour from 1 when the clocks go forward, and they show the one before 2 twice when they go back."""
    return moment.hour != 1 or is_summer(moment - timedelta(hours=1)) == is_summer(moment + timedelta(hours=1))


def after_48_hours(moment, clock):
    """D-14, under P-OUTAGE-CLOCK: elapsed hours, or those on the wall."""
    then = moment + timedelta(hours=48)
    if clock == "wall":
        return then
    return then + timedelta(hours=is_summer(then) - is_summer(moment))
