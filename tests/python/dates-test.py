"""The date computations in Python: days, moments, policies, outages, service hours and what a calendar moves."""
import unittest
from datetime import date, datetime, timedelta, timezone

import prap

import support  # noqa: F401  (sets the path)

BST = timezone(timedelta(hours=1))


def asked(computation, anchor, *more, settings=None, **members):
    return prap.compute(prap.DateQuestion(computation, anchor, *more, **members), settings=settings)


class Dates(unittest.TestCase):
    def test_a_due_day_and_what_it_was_counted_with(self):
        answer = asked("D-02", date(2023, 5, 5))
        self.assertEqual((answer.due, answer.prudent), (date(2023, 5, 30), date(2023, 5, 26)))
        self.assertIs(answer.computation, prap.Computation.MEET_RECORD)
        self.assertEqual(answer.rule, "IPES-3.30")
        self.assertIs(answer.policy, prap.Policy.CSS2_COUNT)
        self.assertIs(answer.policy_value, prap.Choice.EXCLUDE_DAY)
        self.assertEqual(answer.last_usable, datetime(2023, 5, 30, 23, 59, tzinfo=BST))
        identity = prap.Calendar().identity
        self.assertEqual((answer.calendar_hash, answer.edition), (identity.hash, identity.edition))
        self.assertIsNone(answer.holds)
        self.assertIsNone(answer.first)

    def test_every_word_and_number_is_found(self):
        for word in prap.Computation:
            info = prap.computation(word.word)
            self.assertIs(info.computation, word)
            self.assertEqual(prap.computation(info.id).id, info.id)
        self.assertEqual(prap.computation("D-11").second, "decided")

    def test_policies(self):
        pay = date(2021, 4, 30)
        self.assertEqual(asked("D-17", pay).due, date(2021, 4, 25))
        self.assertEqual(asked("D-17", pay, settings={"pay5": "clear"}).due, date(2021, 4, 24))
        self.assertEqual(asked("D-13", pay, pay, settings={"P-ESF-YEARS": 4}).due, date(2025, 4, 30))

    def test_flags_and_unknown_days(self):
        start = date(2022, 1, 1)
        self.assertEqual(asked("D-06", start).due, date(2023, 10, 1))
        self.assertEqual(asked("D-06", start, night_shifts=True).due, date(2023, 10, 2))
        self.assertEqual(asked("D-05", start, in_work=True).due, date(2023, 9, 30))
        self.assertIsNone(asked("D-13", None, start).due)

    def test_moments(self):
        answer = asked("D-14", datetime(2021, 3, 27, 12), datetime(2021, 3, 29, 12, 30))
        self.assertEqual(answer.moment, datetime(2021, 3, 29, 13, tzinfo=BST))
        self.assertEqual(answer.other_moment, datetime(2021, 3, 29, 12))
        self.assertIs(answer.holds, False)
        self.assertEqual(prap.from_instant(prap.to_instant(datetime(2021, 10, 31, 1, 30, tzinfo=BST))),
                         datetime(2021, 10, 31, 1, 30, tzinfo=BST))
        for moment, code in ((datetime(2021, 10, 31, 1, 30), "repeated-moment"),
                             (datetime(2021, 3, 28, 1, 30), "no-such-moment")):
            with self.assertRaises(prap.CallerError) as caught:
                prap.to_instant(moment)
            self.assertEqual(caught.exception.code, code)

    def test_service_hours_and_outages(self):
        closures = [one.window for one in prap.announced() if one.service is prap.Service.POST]
        self.assertEqual(len(closures), 1)
        closed = asked("service-hours", datetime(2016, 11, 24, 11), service="post", outages=closures)
        self.assertIs(closed.holds, False)
        self.assertEqual(closed.moment, datetime(2016, 11, 25, 9, tzinfo=timezone.utc))
        outages = [one.window for one in prap.announced() if one.service is None]
        self.assertEqual(asked("D-01", date(2017, 3, 2), outages=outages).last_usable,
                         datetime(2017, 3, 3, 16, 59, tzinfo=timezone.utc))

    def test_what_a_new_calendar_moves(self):
        before = prap.Calendar().overlay(remove=[date(2022, 9, 19)])
        questions = [prap.DateQuestion("D-02", date(2022, 9, 2)), prap.DateQuestion("D-04", date(2022, 7, 22))]
        self.assertEqual(prap.dates_moved(before, prap.Calendar(), questions),
                         [prap.MovedDay(0, date(2022, 9, 23), date(2022, 9, 26))])

    def test_an_edition_of_ones_own(self):
        later = prap.Calendar().overlay(edition=date(2027, 1, 2))
        answer = prap.compute(prap.DateQuestion("D-02", date(2023, 5, 5)), later)
        self.assertEqual((answer.edition, answer.calendar_hash), (date(2027, 1, 2), prap.Calendar().identity.hash))
        with self.assertRaises(prap.WrongType) as caught:
            prap.Calendar().overlay(edition="2027-01-02")
        self.assertEqual(caught.exception.field, "edition")

    def test_errors_name_the_field(self):
        for field, code, ask in (
                ("anchor", "required", lambda: asked("D-02", None)),
                ("second", "range", lambda: asked("D-02", date(2023, 5, 5), date(2023, 5, 5))),
                ("computation", "unknown-word", lambda: asked("D-23", date(2023, 5, 5))),
                ("service", "unknown-word", lambda: asked("D-21", datetime(2023, 5, 5))),
                ("anchor", "type", lambda: asked("D-02", "2023-05-05")),
                ("anchor", "range", lambda: asked("D-14", datetime(2023, 5, 5, 9, 0, 1))),
                ("outages", "order", lambda: asked("D-02", date(2023, 5, 5), outages=[(datetime(2023, 5, 5),) * 2])),
                ("outages[0]", "type", lambda: asked("D-02", date(2023, 5, 5), outages=[1])),
                ("question", "type", lambda: prap.compute("D-02")),
                ("settings", "type", lambda: asked("D-02", date(2023, 5, 5), settings=1)),
                ("value", "unknown-word", lambda: asked("D-02", date(2023, 5, 5), settings={"pay5": "keep"})),
                ("anchor", "coverage", lambda: asked("D-02", date(2028, 12, 29)))):
            with self.assertRaises(prap.PrapError, msg=field) as caught:
                ask()
            self.assertEqual((caught.exception.field, caught.exception.code), (field, code))

    def test_provisional_years(self):
        answer = prap.compute(prap.DateQuestion("D-02", date(2028, 12, 29)), allow_provisional=True)
        self.assertIs(answer.coverage, prap.Coverage.PROVISIONAL)


if __name__ == "__main__":
    unittest.main()
