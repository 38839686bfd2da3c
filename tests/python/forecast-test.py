"""Forecasts and comparisons of a caseload: the lines of the command, snapshots of one's own, early stops, and errors."""
import datetime
import gc
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import prap
from prap import lines

CASELOAD = Path(__file__).resolve().parents[2] / "docs" / "examples" / "caseload" / "caseload.jsonl"
COMMAND = os.environ.get("PRAP")
AS_OF, UNTIL = datetime.date(2023, 5, 5), datetime.date(2023, 6, 20)


def engine_over(store, **settings):
    return prap.Engine([prap.Rulebook(programme, **settings) for programme in ("ipes", "whp", "jets", "erasure", "email")], store)


def others(**settings):
    return [prap.Rulebook(programme, **settings) for programme in ("ipes", "whp", "jets", "erasure", "email")]


class FromTheCommand(unittest.TestCase):
    """The same bytes as prap forecast and prap recompute."""

    @classmethod
    def setUpClass(cls):
        directory = tempfile.TemporaryDirectory(prefix="prap-python-")
        cls.addClassCleanup(directory.cleanup)
        cls.path = f"{directory.name}/caseload.db"
        cls.store = prap.SQLiteStore(cls.path)
        cls.addClassCleanup(cls.store.close)
        cls.engine = engine_over(cls.store)
        with open(CASELOAD, "rb") as events:
            for _ in lines.replay(cls.engine, events):
                pass

    def said(self, command, *words):
        return subprocess.run([COMMAND, command, "--as-of", str(AS_OF), *words, "--store", f"sqlite:{self.path}"],
                              stdout=subprocess.PIPE, check=True, text=True).stdout.splitlines()

    @unittest.skipUnless(COMMAND, "there is no command")
    def test_forecast(self):
        told = [one.to_json() for one in self.engine.forecast(AS_OF, UNTIL)]
        totals = self.engine.caseload_totals(AS_OF, until=UNTIL)
        self.assertGreater(len(told), 5)
        self.assertEqual(told + totals.lines(), self.said("forecast", "--until", str(UNTIL)))

    @unittest.skipUnless(COMMAND, "there is no command")
    def test_recompute(self):
        others_ = others(settings={"css2-count": "include-day"})
        for until, words in ((None, []), (UNTIL, ["--until", str(UNTIL)])):
            told = [one.to_json() for one in self.engine.recompute(AS_OF, others_, until=until)]
            totals = self.engine.caseload_totals(AS_OF, until=until, rulebooks=others_)
            self.assertGreater(len(told), 5)
            self.assertEqual(told + totals.lines(),
                             self.said("recompute", "--new-policy", "css2-count=include-day", *words))

    def test_in_ranges_and_taken_up_again(self):
        whole = [one.case for one in self.engine.forecast(AS_OF, UNTIL)]
        middle = whole[len(whole) // 2]
        lower = [one.case for one in self.engine.forecast(AS_OF, UNTIL, last_case=middle)]
        upper = [one.case for one in self.engine.forecast(AS_OF, UNTIL, after=middle)]
        self.assertEqual(lower + upper, whole)
        self.assertEqual(lower[-1], middle)

    def test_an_early_stop_leaves_nothing_behind(self):
        for _ in self.engine.forecast(AS_OF, UNTIL):
            break
        with self.assertRaises(ZeroDivisionError):
            for one in self.engine.forecast(AS_OF, UNTIL):
                self.engine.show(one.case, AS_OF)
                raise ZeroDivisionError
        gc.collect()
        self.assertEqual(self.engine.caseload_totals(AS_OF, until=UNTIL).cases, len(self.engine.walk(AS_OF)))

    def test_what_is_missed_is_overdue_when_it_is_shown(self):
        last = datetime.date(2024, 6, 1)
        for one in self.engine.forecast(last, last + datetime.timedelta(60)):
            for miss in one.misses:
                before, on = (self.engine.show(one.case, miss.on - datetime.timedelta(days)) for days in (1, 0))
                clock = before.deadline(miss.clock.deadline)
                self.assertEqual((clock.status.word, clock.due), ("open", miss.clock.due))
                self.assertIn(on.deadline(miss.clock.deadline).status.word, ("overdue", "missed"))


class FromAnArray(unittest.TestCase):
    def setUp(self):
        self.store = prap.MemoryStore()
        self.engine = engine_over(self.store)
        for case in ("B", "A", "C"):
            self.engine.submit(case, "referral-received", AS_OF, programme="ipes")
        self.rows = [prap.CaseRow(case, *self.store.load("", case)) for case in ("C", "A", "B")]

    def test_the_same_from_an_array(self):
        from_store = [one.to_json() for one in self.engine.forecast(AS_OF, UNTIL)]
        self.assertEqual([json.loads(line)["case"] for line in from_store], ["A", "B", "C"])
        empty = engine_over(prap.MemoryStore())
        self.assertEqual([one.to_json() for one in empty.forecast(AS_OF, UNTIL, snapshots=self.rows)], from_store)
        self.assertEqual(empty.caseload_totals(AS_OF, until=UNTIL, snapshots=iter(self.rows)).lines(),
                         self.engine.caseload_totals(AS_OF, until=UNTIL).lines())
        self.assertEqual(empty.caseload_totals(AS_OF, until=UNTIL).cases, 0)

    def test_many_pages(self):
        rows = []
        for i in range(600):
            self.engine.submit(f"case-{i:04}", "referral-received", AS_OF, programme="ipes")
            rows.append(prap.CaseRow(f"case-{i:04}", *self.store.load("", f"case-{i:04}")))
        self.assertEqual([one.case for one in self.engine.forecast(AS_OF, UNTIL, snapshots=rows)],
                         [row.case for row in rows])
        self.assertEqual(len(list(self.engine.forecast(AS_OF, UNTIL))), 603)

    def test_a_bad_case_hides_no_other(self):
        rows = [*self.rows, prap.CaseRow("AA", 1, b"nonsense")]
        heard = []
        told = list(self.engine.forecast(AS_OF, UNTIL, snapshots=rows, on_error=lambda case, error: heard.append((case, error.code))))
        self.assertEqual([one.case for one in told], ["A", "B", "C"])
        self.assertEqual(heard, [("AA", "not-ours")])
        seen = []
        with self.assertRaises(prap.DataError):
            for one in self.engine.forecast(AS_OF, UNTIL, snapshots=rows):
                seen.append(one.case)
        self.assertEqual(seen, ["A", "B", "C"])
        self.assertEqual(self.engine.caseload_totals(AS_OF, until=UNTIL, snapshots=rows).unread, 1)

    def test_of_a_snapshot_only_later_days_can_be_asked(self):
        before = AS_OF - datetime.timedelta(1)
        self.assertEqual(list(self.engine.forecast(before, UNTIL)), []) # nothing was recorded by then
        with self.assertRaises(prap.CallerError) as caught:
            list(self.engine.forecast(before, UNTIL, snapshots=self.rows))
        self.assertEqual(caught.exception.code, "no-history")

    def test_what_cannot_be_asked(self):
        for code, call in [
                ("order", lambda: self.engine.forecast(AS_OF, AS_OF)),
                ("limit", lambda: self.engine.forecast(AS_OF, datetime.date(2053, 1, 1))),
                ("type", lambda: self.engine.forecast("2023-05-05", UNTIL)),
                ("type", lambda: self.engine.recompute(AS_OF, "ipes")),
                ("type", lambda: self.engine.recompute(AS_OF, [1])),
                ("limit", lambda: self.engine.recompute(AS_OF, [])),
                ("twice", lambda: self.engine.recompute(AS_OF, [prap.Rulebook(), prap.Rulebook()])),
                ("type", lambda: self.engine.forecast(AS_OF, UNTIL, snapshots=[("A", "1", b"")])),
                ("type", lambda: self.engine.forecast(AS_OF, UNTIL, snapshots="A")),
                ("type", lambda: self.engine.forecast(AS_OF, UNTIL, on_error=1)),
                ("order", lambda: self.engine.forecast(AS_OF, UNTIL, snapshots=[self.rows[0], self.rows[0]]))]:
            with self.subTest(code), self.assertRaises(prap.PrapError) as caught:
                call()
            self.assertEqual(caught.exception.code, code)

    def test_a_store_that_raises_and_an_engine_that_is_closed(self):
        class Broken(prap.MemoryStore):
            def scan(self, *arguments):
                raise ZeroDivisionError

        with self.assertRaises(ZeroDivisionError):
            engine_over(Broken()).forecast(AS_OF, UNTIL)
        for i in range(300):
            self.engine.submit(f"c{i}", "referral-received", AS_OF, programme="ipes")
        forecasts = self.engine.forecast(AS_OF, UNTIL)
        next(forecasts)
        self.engine.close()
        with self.assertRaises(prap.CallerError):
            list(forecasts)


if __name__ == "__main__":
    unittest.main()
