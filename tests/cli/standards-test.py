"""prap standards and prap person: the golden bytes, the sums, and what cannot be asked."""
import collections
import itertools
import json
import tempfile
import unittest

from command import SOURCE, InDirectory, accepted, lines_of, prap, received

CASELOAD = SOURCE / "docs" / "examples" / "caseload"
GOLDEN = SOURCE / "tests" / "golden" / "standards"
PERIOD = ["--as-of", "2023-05-09", "--from", "2023-04-01", "--to", "2023-06-30"]
STANDARDS = ("css1", "css2", "css2-meeting", "css2-record", "css3")


class Standards(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        directory = tempfile.TemporaryDirectory(prefix="prap-cli-")
        cls.addClassCleanup(directory.cleanup)
        cls.store = f"sqlite:{directory.name}/caseload.db"
        prap("replay", "--store", cls.store, CASELOAD / "caseload.jsonl")

    def measured(self, *words):
        ran = prap("standards", *words, "--store", self.store)
        self.assertEqual((ran.code, ran.err), (0, ""))
        return ran

    def test_golden(self):
        self.assertEqual(self.measured(*PERIOD).out, (GOLDEN / "totals.jsonl").read_text())
        self.assertEqual(self.measured(*PERIOD, "--by-case").out, (GOLDEN / "by-case.jsonl").read_text())

    def test_without_a_store_the_events_are_read(self):
        events = (CASELOAD / "caseload.jsonl").read_text()
        self.assertEqual(prap("standards", *PERIOD, given=events).out, self.measured(*PERIOD).out)

    def test_totals_are_the_sums_of_the_cases(self):
        """For each measure and period: each case is in the numerator, missed, open, or left out for one reason."""
        months = [f"2022-{month:02}-01" for month in range(1, 13)] + ["2023-05-09", "2023-05-10"]
        periods = [[], *(["--from", first, "--to", last] for first, last in itertools.combinations(months, 2))]
        for words in periods[::13]:
            results = collections.defaultdict(collections.Counter)
            for case in self.measured("--as-of", "2023-05-09", "--by-case", *words).lines():
                for one in case["measures"]:
                    results[one["measure"]][one.get("exclusion", one["result"])] += 1
                    self.assertEqual(one["result"] == "excluded", "exclusion" in one)
                    self.assertEqual(one["result"] == "open", "working_days_left" in one)
            for total in self.measured("--as-of", "2023-05-09", *words).lines():
                counts = results[total["measure"]]
                left_out = {row["exclusion"]: row["cases"] for row in total["excluded"]}
                self.assertEqual(counts["met"] + counts["present"], total["numerator"])
                self.assertEqual(counts["met"] + counts["missed"] + counts["present"] + counts["absent"],
                                 total["denominator"])
                self.assertEqual(counts["open"], total["open"])
                self.assertEqual({name: n for name, n in counts.items() if name in left_out}, left_out)
                self.assertEqual(sum(counts.values()),
                                 total["denominator"] + total["open"] + sum(left_out.values()))
                if total["denominator"]:
                    self.assertEqual(total["rate"], total["numerator"] * 10000 // total["denominator"])
                else:
                    self.assertNotIn("rate", total)

    def test_a_standard_is_met_when_its_limbs_are(self):
        for case in self.measured("--as-of", "2030-01-01", "--by-case").lines():
            one = {row["measure"]: row["result"] for row in case["measures"]}
            limbs = {one["css2-meeting"], one["css2-record"]} - {"excluded"}
            self.assertEqual(one["css2"] == "met", limbs == {"met"}, case)
            self.assertEqual(one["css2"] == "missed", "missed" in limbs, case)

    def test_a_target_is_the_hosts(self):
        kept = {}
        for target in (0, 1, 849, 850, 1000):
            total = self.measured(*PERIOD, f"--policy=css-target={target}").lines()[0]
            self.assertEqual("target" in total, target != 0)
            kept[target] = total.get("kept")
        rate = total["numerator"] * 1000 / total["denominator"]
        self.assertEqual(kept, {target: target <= rate if target else None for target in kept})

    def test_policy_css2_dna_on_both_sides(self):
        dna = {"case": "A1", "event": "dna-recorded", "on": "2023-05-16", "reason": "withdrawn"}
        given = lines_of(received("A1"), accepted("A1"), dna)
        for value, result in (("met-if-recorded", "met"), ("missed", "missed")):
            ran = prap("standards", "--by-case", "--as-of", "2023-06-30", f"--policy=css2-dna={value}", given=given)
            one = {row["measure"]: row for row in ran.lines()[0]["measures"]}
            self.assertEqual((one["css2"]["result"], one["css2"]["policy"]), (result, "css2-dna"))
            self.assertEqual(one["css1"]["result"], "met")

    def test_wrong_use(self):
        for words in ([], ["--as-of", "2023-05-09", "--from", "2023-05-02", "--to", "2023-05-01"],
                      ["--as-of", "2023-05-09", "--to", "May"], ["--as-of", "2023-05-09", "A1"]):
            ran = prap("standards", *words, "--store", self.store)
            self.assertEqual((ran.code, ran.out), (2, ""))
            self.assertTrue(ran.err)

    def test_sentences(self):
        spoken = self.measured(*PERIOD, "--text", "--policy=css-target=900").out
        self.assertIn("customer service standard 1: acknowledged in time: 27 of 32, 84.37 per cent; "
                      "the target of 90.0 per cent is NOT kept; not yet due: 8", spoken)
        self.assertIn("MISSED", self.measured(*PERIOD, "--text", "--by-case").out)
        explained = prap("explain", given=self.measured(*PERIOD, "--policy=css-target=900").out)
        self.assertEqual(explained.out, spoken)


class Person(InDirectory):
    def test_golden(self):
        ran = prap("person", GOLDEN / "people.jsonl")
        self.assertEqual((ran.code, ran.err), (0, ""))
        self.assertEqual(ran.out, (GOLDEN / "people-answers.jsonl").read_text())

    def test_worked_rows_of_d06(self):
        """Earlier start, earliest Re-Referral, and with night shifts (rules.md D-06)."""
        rows = [("2022-01-01", "2023-10-01", "2023-10-02"), ("2023-01-01", "2024-09-30", "2024-10-01"),
                ("2019-03-01", "2020-11-28", "2020-11-29"), ("2020-02-29", "2021-11-28", "2021-11-29"),
                ("2024-02-29", "2025-11-28", "2025-11-29"), ("2023-05-10", "2025-02-06", "2025-02-07")]
        for start, earliest, nights in rows:
            for night, day in ((False, earliest), (True, nights)):
                one = {"stage": "left", "start": start, "night_shifts": night}
                answer = prap("person", given=lines_of({"on": "2030-01-01", "cases": [one]})).lines()[0]
                self.assertEqual((answer["earliest"], answer["sure"]), (day, day))

    def test_cases_of_the_store(self):
        self.stored(received("A1"), accepted("A1"), received("A2"))
        given = lines_of({"id": 7, "on": "2023-05-09", "cases": ["A1", {"case": "A2"}]})
        answer = prap("person", "--store", self.store, given=given).lines()[0]
        self.assertEqual((answer["id"], answer["open"], answer["next"]), (7, 2, "new"))
        duplicate = answer["findings"][-1]
        self.assertEqual((duplicate["finding"], duplicate["case"], duplicate["other_case"]), ("duplicate", "A2", "A1"))
        before = lines_of({"on": "2023-05-09", "as_of": "2023-05-08", "cases": ["A1"]})
        self.assertEqual(prap("person", "--store", self.store, given=before).lines()[0]["open"], 1)

    def test_what_cannot_be_asked_is_answered_in_its_place(self):
        good = {"on": "2023-05-09", "cases": []}
        one = {"stage": "left"}
        bad = [("json", "", "[]"), ("required", "on", {"cases": []}), ("type", "cases", {"on": "2023-05-09"}),
               ("day", "on", {**good, "on": "2023-02-30"}), ("type", "id", {**good, "id": True}),
               ("type", "eligible", {**good, "eligible": 1}), ("unknown-field", "name", {**good, "name": "x"}),
               ("type", "cases", {**good, "cases": [7]}), ("no-such-case", "case", {**good, "cases": ["A9"]}),
               ("type", "case", {**good, "cases": [{"case": 7}]}),
               ("required", "stage", {**good, "cases": [{}]}),
               ("unknown-word", "stage", {**good, "cases": [{"stage": "gone"}]}),
               ("unknown-word", "kind", {**good, "cases": [{**one, "kind": "third"}]}),
               ("day-form", "start", {**good, "cases": [{**one, "start": "May"}]}),
               ("type", "worked", {**good, "cases": [{**one, "worked": "yes"}]}),
               ("unknown-field", "cases", {**good, "cases": [{**one, "surname": "x"}]}),
               ("day", "cases", {**good, "cases": [{**one, "start": "9999-12-01"}]}),
               ("limit", "cases", {**good, "cases": [one] * 1001})]
        lines = [line if isinstance(line, str) else json.dumps(line) for _, _, line in bad]
        ran = prap("person", given="".join(line + "\n" for line in [*lines, json.dumps(good)]))
        self.assertEqual(ran.code, 3)
        *errors, last = ran.lines()
        self.assertEqual([(one["line"], one["error"]["code"], one["error"]["field"]) for one in errors],
                         [(n, code, field) for n, (code, field, _) in enumerate(bad, 1)])
        self.assertEqual(last["next"], "new")
        self.assertNotIn("surname", ran.out + ran.err)
        self.assertEqual(prap("person", "--text", given=lines[0] + "\n").code, 3)

    def test_sentences(self):
        spoken = prap("person", "--text", GOLDEN / "people.jsonl").out
        self.assertIn("The next referral on Sunday 1 October 2023 is a Re-Referral: UNDECIDED", spoken)
        self.assertIn("With night shifts, from Monday 2 October 2023.", spoken)
        self.assertIn("The next referral on Sunday 1 October 2023 is a new one.", spoken)
        self.assertIn("[case 2, beside case 1]", spoken)
        explained = prap("explain", GOLDEN / "people-answers.jsonl")
        self.assertEqual(explained.out, spoken)


if __name__ == "__main__":
    unittest.main()
