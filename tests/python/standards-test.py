"""How we are doing, and one person's referrals, through Python: the golden bytes of the command, and what it refuses."""
import datetime
import json
import unittest
from pathlib import Path

import prap
from prap import lines

import support

TOP = Path(__file__).resolve().parents[2]
CASELOAD = TOP / "docs" / "examples" / "caseload"
GOLDEN = TOP / "tests" / "golden" / "standards"
DAY = datetime.date
PERIOD = (DAY(2023, 5, 9), DAY(2023, 4, 1), DAY(2023, 6, 30))


def golden(name):
    return (GOLDEN / name).read_text(encoding="utf-8").splitlines()


def day_of(text):
    return None if text is None else DAY.fromisoformat(text)


def known_of(row, name):
    value = row.get(name, "unknown")
    return prap.UNKNOWN if value == "unknown" else value


def case_of(row):
    return prap.PersonCase(prap.State.find(row["stage"]), prap.ReferralKind.find(row.get("kind", "new")),
                           *(day_of(row.get(name)) for name in ("made", "start", "ended")),
                           *(known_of(row, name) for name in ("backed_out", "outcome_paid", "outcome_due",
                                                              "night_shifts", "worked")))


class Standards(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.engine = support.engine_over(prap.SQLiteStore(":memory:"))
        with open(CASELOAD / "caseload.jsonl", "rb") as events:
            for _ in lines.replay(cls.engine, events):
                pass

    def test_the_bytes_of_the_command(self):
        self.assertEqual([one.to_json() for one in self.engine.standards(*PERIOD)], golden("totals.jsonl"))
        self.assertEqual([one.to_json() for one in self.engine.case_standards(*PERIOD)], golden("by-case.jsonl"))

    def test_as_the_example_was_worked_out(self):
        for want in map(json.loads, (CASELOAD / "expected-standards.jsonl").read_text().splitlines()):
            found = {one.measure.word: one for one in
                     self.engine.standards(*(DAY.fromisoformat(want[key]) for key in ("as_of", "from", "to")))}
            for one in want["measures"]:
                total = found[one["measure"]]
                self.assertEqual((total.numerator, total.denominator, total.open, sum(total.excluded.values())),
                                 (one["numerator"], one["denominator"], one["open"], one["excluded"]), want["as_of"])

    def test_words_and_days(self):
        css1 = self.engine.standards(PERIOD[0])[0]
        self.assertIs(css1.measure, prap.Measure.CSS1)
        self.assertEqual((css1.rule, css1.first, css1.last, css1.target, css1.kept),
                         ("IPES-3.23", None, None, None, None))
        case = self.engine.case_standards(*PERIOD)[0]
        self.assertIs(case.measures[0].result, prap.Result.MET)
        self.assertEqual(case.as_of, PERIOD[0])

    def test_a_target_is_the_hosts(self):
        store = prap.MemoryStore()
        engine = support.engine_over(store, css_target=900)
        engine.submit("A1", "referral-received", support.RECEIVED, programme="ipes")
        engine.submit("A1", "accept", support.ACKED)
        css1 = engine.standards(support.ACKED)[0]
        self.assertEqual((css1.numerator, css1.denominator, css1.rate, css1.target, css1.kept), (1, 1, 10000, 900, True))

    def test_what_is_refused(self):
        for arguments, code in (((PERIOD[0], PERIOD[2], PERIOD[1]), "order"), (("2023-05-09",), "type"),
                                ((PERIOD[0], 7), "type")):
            with self.assertRaises(prap.PrapError) as caught:
                self.engine.standards(*arguments)
            self.assertEqual(caught.exception.code, code)
        with self.assertRaises(prap.WrongType):
            self.engine.standards(PERIOD[0], on_error=7)

    def test_a_case_that_cannot_be_judged_hides_no_other(self):
        store = prap.MemoryStore()
        engine = support.engine_over(store)
        for case in ("A1", "B1"):
            engine.submit(case, "referral-received", support.RECEIVED, programme="ipes")
        heard = []
        self.assertEqual(len(engine.case_standards(support.ACKED, on_error=lambda *told: heard.append(told))), 2)
        self.assertEqual(heard, [])

    def test_what_a_visitor_raises_arrives(self):
        engine = support.engine_over(prap.MemoryStore())
        engine.submit("A1", "referral-received", support.RECEIVED, programme="ipes")
        with self.assertRaises(ZeroDivisionError):
            engine._measure(support.ACKED, None, None, "", None, lambda case: 1 // 0)
        self.assertEqual(len(engine.standards(support.ACKED)), len(prap.Measure))


class Person(unittest.TestCase):
    rulebook = prap.Rulebook()

    def test_the_bytes_of_the_command(self):
        asked = [json.loads(line) for line in golden("people.jsonl")]
        found = [prap.person(self.rulebook, DAY.fromisoformat(row["on"]), map(case_of, row["cases"]),
                             eligible=known_of(row, "eligible"), elsewhere=known_of(row, "elsewhere"),
                             id=row.get("id")).to_json() for row in asked]
        self.assertEqual(found, golden("people-answers.jsonl"))

    def test_cases_of_an_engine(self):
        engine = support.engine_over(prap.MemoryStore())
        for case in ("A1", "A2"):
            engine.submit(case, "referral-received", support.RECEIVED, programme="ipes")
        cases = [engine.person_case(case, support.ACKED) for case in ("A1", "A2")]
        self.assertEqual(cases[0], prap.PersonCase(prap.State.RECEIVED, made=support.RECEIVED, case="A1"))
        answer = prap.person(self.rulebook, support.ACKED, cases)
        self.assertEqual((answer.open, answer.next), (2, prap.ReferralKind.NEW))
        self.assertIs(answer.findings[-1].finding, prap.Finding.DUPLICATE)
        self.assertIn('"case":"A2","other":0,"other_case":"A1"', answer.to_json())

    def test_what_is_refused(self):
        one = prap.PersonCase(prap.State.LEFT, start=DAY(2022, 1, 1))
        ask = prap.person
        for call, code in ((lambda: ask(7, support.ACKED, []), "type"), (lambda: ask(self.rulebook, 7, []), "type"),
                           (lambda: ask(self.rulebook, support.ACKED, [7]), "type"),
                           (lambda: ask(self.rulebook, support.ACKED, [one], eligible=1), "type"),
                           (lambda: ask(self.rulebook, support.ACKED, [one] * 1001), "limit"),
                           (lambda: ask(self.rulebook, support.ACKED, [prap.PersonCase("gone")]), "unknown-word"),
                           (lambda: ask(self.rulebook, support.ACKED,
                                        [prap.PersonCase(prap.State.LEFT, start=DAY.max)]), "day")):
            with self.assertRaises(prap.PrapError) as caught:
                call()
            self.assertEqual(caught.exception.code, code)


if __name__ == "__main__":
    unittest.main()
