"""Working days and months in Python's dates, against arithmetic of the test's own."""
import array
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

    def test_near_and_nth(self):
        for number in range(0, 800):
            day = DAY(2022, 5, 1) + datetime.timedelta(number)
            after, before = nth_working_day(day, 1), nth_working_day(day, -1)
            self.assertEqual(CALENDAR.next_working_day(day), after)
            self.assertEqual(CALENDAR.previous_working_day(day), before)
            self.assertEqual(CALENDAR.nth_working_day(day, 1), day if working(day) else after)
            self.assertEqual(CALENDAR.nth_working_day(day, -1), day if working(day) else before)
            yesterday, tomorrow = day - datetime.timedelta(1), day + datetime.timedelta(1)
            self.assertEqual(CALENDAR.nth_working_day(day, 15), nth_working_day(yesterday, 15))
            self.assertEqual(CALENDAR.nth_working_day(day, -15), nth_working_day(tomorrow, -15))
        with self.assertRaises(prap.CallerError) as caught:
            CALENDAR.nth_working_day(DAY(2023, 5, 5), 0)
        self.assertEqual(caught.exception.code, "range")

    def test_years_and_days(self):
        self.assertEqual(prap.add_years(DAY(2024, 2, 29), 1), DAY(2025, 2, 28))
        self.assertEqual(prap.add_years(DAY(2024, 2, 29), 4), DAY(2028, 2, 29))
        self.assertEqual(prap.add_days(DAY(2023, 5, 5), 60), DAY(2023, 7, 4))
        self.assertEqual(prap.count_days(DAY(2023, 7, 4), DAY(2023, 5, 5)), -60)
        self.assertEqual(prap.count_months(DAY(2023, 1, 31), DAY(2023, 3, 30)), (1, 30))
        self.assertEqual(prap.count_months(DAY(2023, 3, 31), DAY(2023, 1, 29)), (-2, -2))
        self.assertEqual(prap.nth_weekday(2023, 5, 3, -1), DAY(2023, 5, 31))
        self.assertEqual(prap.nth_weekday(2024, 2, 4, 5), DAY(2024, 2, 29))
        for code, field, function, *arguments in (
                ("range", "days", prap.add_days, DAY.max, 1), ("range", "years", prap.add_years, DAY.min, -1),
                ("range", "years", prap.add_years, DAY.min, -2**31), ("day", "n", prap.nth_weekday, 2023, 2, 1, 5),
                ("range", "n", prap.nth_weekday, 2023, 2, 1, 0), ("range", "month", prap.nth_weekday, 2023, 13, 1, 1),
                ("range", "year", prap.nth_weekday, 0, 1, 1, 1), ("range", "weekday", prap.nth_weekday, 2023, 1, 8, 1),
                ("type", "weekday", prap.nth_weekday, 2023, 1, "3", 1)):
            with self.assertRaises(prap.CallerError) as caught:
                function(*arguments)
            self.assertEqual((caught.exception.code, caught.exception.field), (code, field))

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


class Walks(unittest.TestCase):
    def test_a_walk_is_the_way_to_a_working_day(self):
        for first, last in ((DAY(2023, 4, 1), DAY(2023, 6, 1)), (DAY(2023, 6, 1), DAY(2023, 4, 1))):
            days = list(CALENDAR.walk(first, last))
            step = datetime.timedelta(1 if last > first else -1)
            self.assertEqual([one.day for one in days],
                             [first + step * (i + 1) for i in range(abs((last - first).days))])
            for one in days:
                self.assertEqual(one.kind is prap.Walked.WORKING_DAY, working(one.day))
                self.assertEqual(one.holiday is not None, one.kind is prap.Walked.HOLIDAY)
                self.assertEqual(one.holiday, CALENDAR.holiday_on(one.day))
                if one.kind is prap.Walked.WORKING_DAY:
                    self.assertEqual(CALENDAR.add_working_days(first, one.number), one.day)
                self.assertIs(one.coverage, prap.Coverage.KNOWN)
        self.assertEqual(list(CALENDAR.walk(first, first)), [])

    def test_it_is_an_iterator_that_keeps_its_calendar(self):
        walk = CALENDAR.overlay(add={DAY(2023, 5, 9): "A day proclaimed"}).walk(DAY(2023, 5, 8), DAY(2023, 5, 10))
        self.assertIs(iter(walk), walk)
        self.assertEqual([(one.number, one.holiday and one.holiday.title) for one in walk],
                         [(0, "A day proclaimed"), (1, None)])
        self.assertEqual(list(walk), [])

    def test_what_is_not_known_is_said_at_once(self):
        last = CALENDAR.identity.known_last
        with self.assertRaises(prap.DataError):
            CALENDAR.walk(last, last + datetime.timedelta(1))
        later = list(CALENDAR.walk(last, last + datetime.timedelta(1), allow_provisional=True))
        self.assertEqual([one.coverage for one in later], [prap.Coverage.PROVISIONAL])


class Arrays(unittest.TestCase):
    days = [DAY(2022, 1, 1) + datetime.timedelta(3 * i) for i in range(400)]

    def numbers(self, days):
        return array.array("i", [(day - DAY(1970, 1, 1)).days for day in days])

    def test_each_is_the_answer_for_one(self):
        ns = [i % 41 - 20 for i in range(len(self.days))]
        self.assertEqual(CALENDAR.are_working_days(self.days), [working(day) for day in self.days])
        self.assertEqual(CALENDAR.add_working_days_each(self.days, 15),
                         [CALENDAR.add_working_days(day, 15) for day in self.days])
        added = [CALENDAR.add_working_days(day, n) for day, n in zip(self.days, ns)]
        self.assertEqual(CALENDAR.add_working_days_each(iter(self.days), ns), added)
        counts = CALENDAR.count_working_days_each(self.days, added)
        self.assertEqual(list(counts), [CALENDAR.count_working_days(*pair) for pair in zip(self.days, added)])
        from_one = CALENDAR.count_working_days_each(DAY(2023, 5, 5), self.days)
        self.assertEqual(list(from_one), [CALENDAR.count_working_days(DAY(2023, 5, 5), day) for day in self.days])
        to_one = CALENDAR.count_working_days_each(self.days, DAY(2023, 5, 5))
        self.assertEqual([-n for n in to_one], list(from_one))
        self.assertEqual(CALENDAR.are_working_days([]), [])

    def test_buffers_are_answered_by_arrays(self):
        numbers = self.numbers(self.days)
        for given in (numbers, memoryview(numbers)):
            self.assertEqual(CALENDAR.add_working_days_each(given, 15),
                             self.numbers(CALENDAR.add_working_days_each(self.days, 15)))
            self.assertEqual(CALENDAR.add_working_days_each(given, array.array("i", [15] * len(numbers))),
                             CALENDAR.add_working_days_each(given, 15))
            self.assertEqual(list(CALENDAR.are_working_days(given)), [int(working(day)) for day in self.days])
            self.assertEqual(CALENDAR.count_working_days_each(given, given), array.array("i", [0] * len(numbers)))

    def test_the_element_without_an_answer_is_named(self):
        good, bad = DAY(2023, 5, 5), CALENDAR.identity.known_last
        for code, field, call in (
                ("coverage", "starts[2]", lambda: CALENDAR.add_working_days_each([good, good, bad], 1)),
                ("coverage", "days[1]", lambda: CALENDAR.are_working_days([good, DAY(1999, 1, 1)])),
                ("coverage", "last[0]", lambda: CALENDAR.count_working_days_each(good, [DAY(2050, 1, 1)])),
                ("type", "starts[1]", lambda: CALENDAR.add_working_days_each([good, "2023-05-05"], 1)),
                ("type", "n[0]", lambda: CALENDAR.add_working_days_each([good], [1.5])),
                ("range", "n[1]", lambda: CALENDAR.add_working_days_each([good] * 2, [1, 2**31])),
                ("range", "n", lambda: CALENDAR.add_working_days_each([good], 2**31)),
                ("range", "n", lambda: CALENDAR.add_working_days_each([good], [1, 2])),
                ("range", "last", lambda: CALENDAR.count_working_days_each([good], [good, good])),
                ("type", "days", lambda: CALENDAR.are_working_days(b"four")),
                ("type", "days", lambda: CALENDAR.are_working_days(array.array("q", [1]))),
                ("type", "days", lambda: CALENDAR.are_working_days("2023-05-05")),
                ("type", "days", lambda: CALENDAR.are_working_days(7)),
                ("day", "days[0]", lambda: CALENDAR.are_working_days(array.array("i", [-2**31]))),
                ("type", "allow_provisional", lambda: CALENDAR.are_working_days([], allow_provisional=1))):
            with self.subTest(field=field), self.assertRaises(prap.PrapError) as caught:
                call()
            self.assertEqual((caught.exception.code, caught.exception.field), (code, field))
        self.assertEqual(len(CALENDAR.add_working_days_each([bad], 1, allow_provisional=True)), 1)

    def test_what_is_due_of_many(self):
        by = DAY(2023, 5, 9)
        days = [None if i % 5 == 0 else day for i, day in enumerate(self.days)]
        due = [i for i, day in enumerate(days) if day is not None and day <= by]
        self.assertGreater(len(due), 10)
        self.assertLess(len(due), len(days) - len(days) // 5)
        self.assertEqual(list(prap.due_scan(days, by)), due)
        numbers = array.array("i", [-2**31 if day is None else (day - DAY(1970, 1, 1)).days for day in days])
        for given in (numbers, memoryview(numbers)):
            self.assertEqual(prap.due_scan(given, by), array.array("Q", due))
        self.assertEqual(list(prap.due_scan([], by)), [])
        for code, field, call in (("type", "due_by", lambda: prap.due_scan(days, None)),
                                  ("type", "next_due[1]", lambda: prap.due_scan([None, 7], by)),
                                  ("type", "next_due", lambda: prap.due_scan(b"four", by)),
                                  ("type", "next_due", lambda: prap.due_scan(by, by))):
            with self.subTest(field=field), self.assertRaises(prap.PrapError) as caught:
                call()
            self.assertEqual((caught.exception.code, caught.exception.field), (code, field))

    def test_moved_days(self):
        proclaimed = CALENDAR.overlay(add={DAY(2023, 5, 9): "A day proclaimed"})
        starts = [DAY(2023, 5, 4), DAY(2023, 5, 5), DAY(2023, 5, 9), DAY(2050, 1, 1)]
        self.assertEqual(CALENDAR.moved_days(proclaimed, starts, 1),
                         [prap.MovedDay(1, DAY(2023, 5, 9), DAY(2023, 5, 10))])
        self.assertEqual(proclaimed.moved_days(CALENDAR, starts, [2, 0, 1, 1]),
                         [prap.MovedDay(0, DAY(2023, 5, 10), DAY(2023, 5, 9))])
        last = CALENDAR.identity.known_last
        later = CALENDAR.overlay(replace_years={last.year + 1: {}})
        self.assertEqual(CALENDAR.moved_days(later, [last], 1),
                         [prap.MovedDay(0, None, last + datetime.timedelta(1))])
        self.assertEqual(CALENDAR.moved_days(CALENDAR, self.numbers(starts), 1), [])
        for field, arguments in (("after", (7, starts, 1)), ("n", (CALENDAR, starts, [1])), ("n", (CALENDAR, starts, None))):
            with self.assertRaises(prap.CallerError) as caught:
                CALENDAR.moved_days(*arguments)
            self.assertEqual(caught.exception.field, field)


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
