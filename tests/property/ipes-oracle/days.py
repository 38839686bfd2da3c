"""The days of rules.md section 3, counted one by one. Nothing here is taken from lib/: the holidays are those
printed in rules.md 3.0, and every count walks from day to day."""
from datetime import date, timedelta

HOLIDAYS = {date.fromisoformat(day) for day in """
2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27
2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26
2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26
2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26
2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
""".split()}


def after(day, days):
    return day + timedelta(days)


def is_working(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def working_days_after(day, count):
    """The count-th working day after a day."""
    while count:
        day = after(day, 1)
        count -= is_working(day)
    return day


def acknowledge(received, roll_forward):
    """D-01: the day of receipt is day 1; a non-working one rolls forward or is day 1 itself (AMB-02)."""
    while roll_forward and not is_working(received):
        received = after(received, 1)
    return working_days_after(received, 1)


def fifteen(made, include_day):
    """D-02. With the referral day as day 1 one working day less is counted (AMB-05)."""
    return working_days_after(made, 14 if include_day else 15)


def day_60(made, policies):
    """D-04: the day on which PRaP turns the referral to Did Not Attend."""
    return after(made, policies["auto60-day"] - (policies["auto60-count"] == "include-day"))
