"""Calendar days, months and years: no calendar of holidays is needed for these."""

from __future__ import annotations

from datetime import date

from . import _prap
from ._check import INT32, day_in, day_out, number_in


def add_days(start: date, days: int) -> date:
    """Calendar days after a day, before it when ``days`` is negative.

    Raises CallerError ``range`` when the result leaves years 1 to 9999, WrongType.
    """
    return day_out(_prap.add_days(day_in(start, "start"), number_in(days, "days", INT32)))


def add_months(start: date, months: int) -> date:
    """Calendar months after a day, clamped to the last day of the month: 31 January + 1 is 28 or 29 February
    (D-10).

    Raises CallerError ``range`` when the result leaves years 1 to 9999, WrongType.
    """
    return day_out(_prap.add_months(day_in(start, "start"), number_in(months, "months", INT32)))


def add_years(start: date, years: int) -> date:
    """Calendar years after a day; of 29 February 28 February where there is no other. Raises as
    :func:`add_months`."""
    return day_out(_prap.add_years(day_in(start, "start"), number_in(years, "years", INT32)))


def count_days(first: date, last: date) -> int:
    """Calendar days from ``first`` to ``last``; negative when ``last`` is earlier. Raises WrongType."""
    return _prap.count_days(day_in(first, "first"), day_in(last, "last"))


def count_months(first: date, last: date) -> tuple[int, int]:
    """Whole calendar months from ``first`` to ``last``, and the days that are left over.

    The most months that :func:`add_months` can add to ``first`` without passing ``last``; both negative or 0
    when ``last`` is earlier. Raises WrongType.
    """
    return _prap.count_months(day_in(first, "first"), day_in(last, "last"))


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The n-th Monday (``weekday`` 1) to Sunday (7) of a month, from its end when ``n`` is negative:
    ``nth_weekday(2023, 5, 3, -1)`` is the last Wednesday of May 2023 (D-07).

    Raises CallerError ``range`` (no such year, month or weekday, or ``n`` is 0), ``day`` (not so many of that
    weekday in the month), WrongType.
    """
    return day_out(_prap.nth_weekday(number_in(year, "year", range(1, 10000)),
                                     number_in(month, "month", range(1, 13)),
                                     number_in(weekday, "weekday", range(1, 8)), number_in(n, "n", INT32)))
