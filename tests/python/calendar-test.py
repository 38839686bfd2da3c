"""Working days and months in Python's dates, against arithmetic of the test's own."""
import datetime
import unittest

import prap

import support
from support import DAY, hypothesis, needs_hypothesis

CALENDAR = prap.Calendar.built_in("england-and-wales")


def working(day):
    """By the published list, not by the library's count."""
    return day.weekday() < 5 and CALENDAR.holiday_on(day) is None


def nth_working_day(start, n):
    step = datetime.timedelta(1 if n > 0 else -1)
    while n:
        start += step
        n -= (1 if n > 0 else -1) if working(start) else 0
    return start


class Counting(unittest.TestCase):
    def test_the_worked_examples_of_the_catalogue(self):
        self.assertEqual(CALENDAR.add_working_days(DAY(2023, 5, 5), 15), DAY(2023, 5, 30))
        self.assertEqual(CALENDAR.count_working_days(DAY(2023, 5, 5), DAY(2023, 5, 30)), 15)
        self.assertFalse(CALENDAR.is_working_day(DAY(2023, 5, 8)))
        self.assertTrue(CALENDAR.is_working_day(DAY(2023, 5, 9)))
        self.assertIn("coronation", CALENDAR.holiday_on(DAY(2023, 5, 8)).title)
        self.assertIsNone(CALENDAR.holiday_on(DAY(2023, 5, 9)))
        self.assertEqual(CALENDAR.working_day_on_or_after(DAY(2023, 5, 6)), DAY(2023, 5, 9))
        self.assertEqual(CALENDAR.working_day_on_or_before(DAY(2023, 5, 8)), DAY(2023, 5, 5))

    def test_each_year_of_known_coverage_day_by_day(self):
        identity = CALENDAR.identity
        for year in range(identity.known_first.year, identity.known_last.year + 1):
            for number in range(0, 365, 7):
                day = DAY(year, 1, 1) + datetime.timedelta(number)
                self.assertEqual(CALENDAR.is_working_day(day), working(day), day)

    def test_months_are_clamped(self):
        self.assertEqual(prap.add_months(DAY(2023, 1, 31), 1), DAY(2023, 2, 28))
        self.assertEqual(prap.add_months(DAY(2024, 1, 31), 1), DAY(2024, 2, 29))
        self.assertEqual(prap.add_months(DAY(2024, 2, 29), -12), DAY(2023, 2, 28))
        for start, months in ((DAY.max, 1), (DAY.min, -1), (DAY.min, -2**31), (DAY.max, 2**31 - 1)):
            with self.assertRaises(prap.CallerError) as caught:
                prap.add_months(start, months)
            self.assertEqual(caught.exception.code, "range")

    def test_coverage_is_never_left_in_silence(self):
        identity = CALENDAR.identity
        for start, n in ((identity.known_last, 5), (identity.known_first, -5)):
            with self.assertRaises(prap.DataError) as caught:
                CALENDAR.add_working_days(start, n)
            self.assertEqual(caught.exception.code, "coverage")
            CALENDAR.add_working_days(start, n, allow_provisional=True)
        with self.assertRaises(prap.DataError):
            CALENDAR.add_working_days(identity.provisional_last, 5, allow_provisional=True)
        for day in (DAY.min, DAY.max):
            with self.assertRaises(prap.DataError):
                CALENDAR.is_working_day(day, allow_provisional=True)
            self.assertIsNone(CALENDAR.holiday_on(day))

    def test_coverage_says_which_it_was(self):
        identity = CALENDAR.identity
        self.assertIs(CALENDAR.coverage(DAY(2023, 5, 5)), prap.Coverage.KNOWN)
        self.assertIs(CALENDAR.coverage(DAY(2023, 5, 5), DAY(2023, 6, 5)), prap.Coverage.KNOWN)
        self.assertIs(CALENDAR.coverage(DAY(2023, 5, 5), identity.provisional_last),
                      prap.Coverage.PROVISIONAL)
        with self.assertRaises(prap.DataError):
            CALENDAR.coverage(DAY(1999, 1, 1))

    def test_divisions_differ_and_say_who_they_are(self):
        for division in prap.Division:
            calendar = prap.Calendar(division)
            self.assertIs(calendar.identity.division, division)
            self.assertEqual(len(list(calendar.holidays())), calendar.identity.holidays)
            self.assertEqual([h.day for h in calendar.holidays()], sorted(h.day for h in calendar.holidays()))
            self.assertEqual(repr(calendar), f"Calendar('{division.word}')")
        self.assertEqual(len({prap.Calendar(division).identity.hash for division in prap.Division}), 3)
        self.assertFalse(prap.Calendar("scotland").is_working_day(DAY(2023, 1, 2)))

    def test_every_division_without_one_is_refused(self):
        for wrong in ("wales", "", "SCOTLAND"):
            with self.assertRaises(prap.CallerError) as caught:
                prap.Calendar(wrong)
            self.assertEqual((caught.exception.code, caught.exception.field), ("unknown-word", "division"))


@needs_hypothesis
class Properties(unittest.TestCase):
    def test_add_is_the_nth_working_day_and_count_undoes_it(self):
        days = hypothesis.strategies.dates(DAY(2012, 1, 1), DAY(2027, 12, 31))

        @hypothesis.settings(max_examples=150)
        @hypothesis.given(days, hypothesis.strategies.integers(-60, 60))
        def check(start, n):
            found = CALENDAR.add_working_days(start, n)
            self.assertEqual(found, nth_working_day(start, n))
            if n > 0 or working(start):
                self.assertEqual(CALENDAR.count_working_days(start, found), n)
        check()

    def test_count_is_antisymmetric(self):
        days = hypothesis.strategies.dates(DAY(2012, 1, 1), DAY(2027, 12, 31))

        @hypothesis.settings(max_examples=150)
        @hypothesis.given(days, days)
        def check(first, last):
            self.assertEqual(CALENDAR.count_working_days(first, last),
                             -CALENDAR.count_working_days(last, first))
        check()


if __name__ == "__main__":
    support.main()
