"""prap earnings, prap codes and prap feed: the golden bytes, random payments beside a simple model, what is refused."""
import datetime
import json
import random
import unittest

from command import SOURCE, lines_of, prap

GOLDEN = SOURCE / "tests" / "golden" / "earnings"
CASELOAD = SOURCE / "docs" / "examples" / "caseload" / "caseload.jsonl"
DAY = datetime.date
FIXED = {"first-pay": 1, "pounds-1000": 100_000, "pounds-2000": 200_000}
HAS = {"whp": list(FIXED) + ["national-threshold"], "jets": ["first-pay", "pounds-1000"], "ipes": []}


def golden(name):
    return (GOLDEN / name).read_text(encoding="utf-8")


def in_force(question, day):
    rows = [row for row in question["national"] if row["from"] <= day]
    return max(rows, key=lambda row: row["from"])["pence"] if rows else None


def model(question, threshold):
    """(status, reached_on) day by day, as one would do it by hand."""
    programme, as_of = question["programme"], question["as_of"]
    if threshold not in HAS[programme]:
        return ("not-stated" if programme == "ipes" else "not-applicable"), None
    unsure, day = False, DAY.fromisoformat("2021-01-01")
    while day.isoformat() <= as_of:
        earned = sum(row["pence"] for row in question["payments"] if row["on"] <= day.isoformat())
        amount = FIXED.get(threshold) or in_force(question, day.isoformat())
        if amount is None:
            unsure = unsure or earned > 0
        elif earned >= amount:
            return "reached", day.isoformat()
        day += datetime.timedelta(days=1)
    known = threshold in FIXED or in_force(question, as_of) is not None
    return ("not-reached" if known and not unsure else "not-known"), None


def drawn(chance):
    day = lambda: (DAY(2021, 1, 1) + datetime.timedelta(days=chance.randrange(120))).isoformat()
    days = sorted({day() for _ in range(chance.randrange(4))})
    return {"programme": chance.choice(list(HAS)), "as_of": day(),
            "payments": [{"on": day(), "pence": chance.choice([0, 1, 50_000, 99_999, 100_000, 150_000])}
                         for _ in range(chance.randrange(6))],
            "national": [{"from": one, "pence": chance.choice([250_000, 300_000, 310_000])} for one in days]}


class Earnings(unittest.TestCase):
    def test_golden(self):
        self.assertEqual(prap("earnings", GOLDEN / "questions.jsonl").out, golden("earnings.jsonl"))
        self.assertEqual(prap("codes", "--json").out, golden("codes.jsonl"))
        choices = "".join(prap("codes", programme, code, "--json").out for programme in ("ipes", "whp", "jets")
                          for code in ("1", "10", "37", "39", "43", "45", "46", "99"))
        self.assertEqual(choices, golden("choices.jsonl"))
        given = CASELOAD.read_text()
        self.assertEqual(prap("feed", "--as-of", "2023-05-09", given=given).out, golden("feeds.jsonl"))

    def test_random_payments_are_those_of_the_model(self):
        chance = random.Random(20261122)
        asked = [drawn(chance) for _ in range(400)]
        ran = prap("earnings", given=lines_of(*asked))
        self.assertEqual((ran.code, ran.err), (0, ""))
        for question, answer in zip(asked, ran.lines()):
            paid = [row for row in question["payments"] if row["on"] <= question["as_of"]]
            self.assertEqual(answer["earned_pence"], sum(row["pence"] for row in paid), question)
            for row in answer["thresholds"]:
                got = (row["status"], row.get("reached_on"))
                self.assertEqual(got, model(question, row["threshold"]), (question, row))

    def test_sentences(self):
        text = prap("earnings", "--text", GOLDEN / "questions.jsonl").out
        self.assertIn("Earned by Wednesday 1 December 2021: 3100.00 pounds. (core)", text)
        self.assertIn("which closes the earnings feed", text)
        self.assertIn("0.01 pounds are missing", text)
        self.assertIn("is defined for whp and jets, not for ipes", prap("codes", "ipes", "37").out)
        self.assertIn("is defined for no programme", prap("codes", "ipes", "99").out)
        self.assertIn("no longer eligible", prap("codes", "whp").out)
        feed = prap("feed", "left-43", "--as-of", "2023-05-09", "--text", "--sensitive", given=CASELOAD.read_text()).out
        self.assertIn("earnings are no longer tracked", feed)
        self.assertIn("left closed it on", feed)

    def test_what_cannot_be_read(self):
        given = lines_of({"programme": "whp"}, {"programme": "nothing", "as_of": "2021-01-01"},
                         {"programme": "whp", "as_of": "2021-01-01", "payments": [{"on": "2021-01-01", "pence": -1}]},
                         {"programme": "whp", "as_of": "2021-01-01", "payments": [{"on": "2021-01-01", "pence": 1.5}]},
                         {"programme": "whp", "as_of": "2021-01-01", "payments": 7},
                         {"programme": "whp", "as_of": "2021-01-01", "payments": [[]]},
                         {"programme": "whp", "as_of": "2021-01-01", "national": [{"from": "2021-01-01", "pence": 0}]},
                         {"programme": "whp", "as_of": "2021-01-01", "other": 1},
                         {"programme": "whp", "as_of": "2021-01-01", "id": [1]},
                         {"programme": "whp", "as_of": "2021-01-01", "national": [{"from": "x", "pence": 1}]},
                         {"programme": "whp", "as_of": "2021-01-01",
                          "payments": [{"on": "2021-01-01", "pence": 2**63 - 1}] * 2})
        ran = prap("earnings", given=given)
        self.assertEqual(ran.code, 3)
        codes = [line["error"]["code"] for line in ran.lines()]
        self.assertEqual(codes, ["required", "unknown-word", "range", "type", "type", "type", "range", "unknown-field",
                                 "type", "day-form", "range"])
        self.assertEqual(ran.lines()[2]["error"]["field"], "payments[0].pence")

    def test_side_by_side(self):
        """rules.md 2.7: what opens and closes the feed of WHP, JETS and IPES, event by event."""
        events = [json.loads(line) for line in golden("side-by-side.jsonl").splitlines()]
        wanted = [event.pop("expect") for event in events]
        given = lines_of(*events)
        for event, want, got in zip(events, wanted, prap("replay", given=given).lines()):
            notices = [notice["notice"] for notice in got["notices"]]
            self.assertEqual({key: got.get(key) for key in want if key != "notices"},
                             {key: value for key, value in want.items() if key != "notices"}, (event, got))
            self.assertTrue(set(want.get("notices", ())) <= set(notices), (event, got))
        orphans = prap("feed", "--orphans", "--as-of", "2021-06-21", given=given).lines()
        self.assertEqual([(row["case"], row["orphan"], row["rule"]) for row in orphans],
                         [("W-orphan", True, "M08-BG-4")])
        self.assertEqual(prap("feed", "--orphans", "--as-of", "2021-06-22", given=given).out, "")
        self.assertEqual(prap("feed", "W-end", "--as-of", "2023-09-01", given=given).code, 0)
        causes = {}
        for row in prap("feed", "W-outcome", "W-allotted", "W-end", "W-orphan", "J-allotted", "I-allotted", "J-outcome",
                        "--as-of", "2023-09-01", given=given).lines():
            self.assertEqual(len(row["periods"]), 1)
            last = row["periods"][0]
            causes[row["case"]] = (row["feed"], last.get("trigger"), last.get("closed_rule"), row["rule"])
        self.assertEqual(causes, {
            "W-outcome": ("closed", "outcome-earnings", "M08-BG-3b", "M08-BG-3b"),
            "W-allotted": ("closed", "allotted-time", "M08-BG-3a", "M08-BG-3a"),
            "W-end": ("closed", "end-date", "M08-BG-3c", "M08-BG-3c"),
            "W-orphan": ("closed", "end-date", "M08-BG-3c", "M08-BG-3c"),
            "J-allotted": ("closed", "allotted-time", "M08-BG-3a", "M08-BG-3a"),
            "I-allotted": ("open", None, None, "IPES-LC-45"),
            "J-outcome": ("open", None, None, "M08-BG-2")})
        self.assertEqual(prap("feed", "J-outcome", "--as-of", "2021-09-02", given=given).lines()[0]["feed"], "closed")
        walked = {row["case"]: row for row in prap("feed", "--as-of", "2023-09-01", given=given).lines()}
        self.assertEqual(walked["W-outcome"]["rule"], "M08-BG-3b")
        self.assertNotIn("rule", walked["W-end"])
        self.assertEqual(walked["W-reject"]["effect"], "never-opened")

    def test_which_is_the_duplicate(self):
        line = {"on": "2021-06-01", "programme": "whp",
                "cases": [{"stage": "started", "made": "2021-05-01", "start": "2021-05-05"},
                          {"stage": "received", "made": "2021-05-20"}]}
        found = prap("person", given=lines_of(line)).lines()[0]["findings"]
        self.assertEqual([(one["finding"], one["at"], one["other"], one["rule"]) for one in found],
                         [("duplicate-proposed", 1, 0, "M08-DUP-3")])
        asked = prap("person", "--policy", "dup-pick=ask", given=lines_of(line)).lines()[0]["findings"]
        self.assertEqual([one["finding"] for one in asked], ["duplicate-to-be-named"])
        self.assertEqual(prap("person", given=lines_of({**line, "programme": "nothing"})).code, 3)

    def test_wrong_use(self):
        for words in (["codes", "nothing"], ["codes", "whp", "x"], ["codes", "whp", "99999999999"], ["feed"],
                      ["feed", "A1", "--orphans", "--as-of", "2023-05-09"]):
            self.assertEqual(prap(*words, given="").code, 2, words)
        gone = prap("feed", "A1", "--as-of", "2023-05-09", given="")
        self.assertEqual(gone.lines()[0]["error"]["code"], "no-such-case")


if __name__ == "__main__":
    unittest.main()
