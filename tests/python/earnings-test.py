"""Earnings, codes and the earnings feed through Python: the golden bytes of the command, and what is refused."""
import datetime
import json
import unittest
from pathlib import Path

import prap
from prap import lines

import support

TOP = Path(__file__).resolve().parents[2]
GOLDEN = TOP / "tests" / "golden" / "earnings"
DAY = datetime.date
AS_OF = DAY(2023, 5, 9)
CODES = (1, 10, 37, 39, 43, 45, 46, 99)


def golden(name):
    return (GOLDEN / name).read_text(encoding="utf-8").splitlines()


def pairs(rows, name):
    return [(DAY.fromisoformat(row[name]), row["pence"]) for row in rows]


class Earnings(unittest.TestCase):
    def test_the_bytes_of_the_command(self):
        asked = [json.loads(line) for line in golden("questions.jsonl")]
        answers = [prap.earnings(one["programme"], DAY.fromisoformat(one["as_of"]), pairs(one.get("payments", ()), "on"),
                                 national=pairs(one.get("national", ()), "from"), id=one["id"]) for one in asked]
        self.assertEqual([one.to_json() for one in answers], golden("earnings.jsonl"))
        self.assertEqual([one.to_json() for one in prap.codes()], golden("codes.jsonl"))
        self.assertEqual([prap.code_choice(programme, code).to_json()
                          for programme in ("ipes", "whp", "jets") for code in CODES], golden("choices.jsonl"))

    def test_the_feeds_of_the_command(self):
        with support.engine_over(prap.MemoryStore()) as engine:
            for line in (TOP / "docs/examples/caseload/caseload.jsonl").read_text(encoding="utf-8").splitlines():
                lines.read(line).submit(engine)
            feeds = engine.feeds(AS_OF)
            self.assertEqual([one.to_json() for one in feeds], golden("feeds.jsonl"))
            left = [engine.feed(one.case, AS_OF) for one in feeds if one.case.startswith("left")]
            self.assertEqual([one.to_json() for one in left], golden("histories.jsonl"))
            self.assertEqual(engine.feeds(AS_OF, orphans=True), [one for one in feeds if one.orphan is not False])
            hidden = json.loads(engine.feed("left-43", AS_OF).to_json(redact=True))
            self.assertEqual((hidden["code"], hidden["rule"], hidden["periods"][0]["closed_rule"]),
                             ("redacted",) * 3)

    def test_words_and_days(self):
        found = prap.earnings("jets", AS_OF, [(AS_OF, 100_000)])
        self.assertEqual((found.outcome, found.outcome_status, found.outcome_on, found.closes_feed),
                         (prap.EarningsThreshold.POUNDS_1000, prap.ThresholdStatus.REACHED, AS_OF, True))
        self.assertIs(prap.earnings("whp", AS_OF, []).closes_feed, prap.UNKNOWN)
        self.assertEqual([row[2] for row in prap.thresholds("whp")], [1, 100_000, 200_000, 0])
        self.assertEqual(prap.thresholds("jets")[3][1], prap.ThresholdStatus.NOT_APPLICABLE)
        self.assertEqual(prap.feed_effect("whp", "back-out"), (prap.FeedEffect.STAYS_OPEN, "M08-BG-4"))
        self.assertEqual(prap.feed_effect("ipes", "outcome-earnings")[0], prap.FeedEffect.NOT_STATED)
        self.assertEqual(prap.code_choice("ipes", 37).defined_for, (prap.Programme.WHP, prap.Programme.JETS))
        self.assertEqual(prap.code_choice("whp", 37, "not-open").payment, prap.Payment.NONE)

    def test_which_is_the_duplicate(self):
        cases = [prap.PersonCase(prap.State.STARTED, made=DAY(2021, 5, 1), start=DAY(2021, 5, 5)),
                 prap.PersonCase(prap.State.RECEIVED, made=DAY(2021, 5, 20))]
        found = prap.person(prap.Rulebook("whp"), DAY(2021, 6, 1), cases).findings
        self.assertEqual([(one.finding, one.at, one.other) for one in found],
                         [(prap.Finding.DUPLICATE_PROPOSED, 1, 0)])

    def test_what_is_refused(self):
        def refused(code, call, *arguments, **named):
            with self.assertRaises(prap.PrapError) as caught:
                call(*arguments, **named)
            self.assertEqual(caught.exception.code, code)

        refused("unknown-word", prap.codes, "nothing")
        refused("unknown-word", prap.code_choice, "nothing", 1)
        refused("type", prap.code_choice, "whp", "1")
        refused("range", prap.code_choice, "whp", 2**40)
        refused("range", prap.earnings, "whp", AS_OF, [(AS_OF, -1)])
        refused("range", prap.earnings, "whp", AS_OF, [(AS_OF, 2**63 - 1), (AS_OF, 1)])
        refused("range", prap.earnings, "whp", AS_OF, [(AS_OF, 2**63)])
        refused("range", prap.earnings, "whp", AS_OF, [], national=[(AS_OF, 0)])
        refused("twice", prap.earnings, "whp", AS_OF, [], national=[(AS_OF, 1), (AS_OF, 2)])
        refused("type", prap.earnings, "whp", AS_OF, [(AS_OF, 1.5)])
        refused("type", prap.earnings, "whp", AS_OF, [AS_OF])
        refused("limit", prap.earnings, "whp", AS_OF, [(AS_OF, 1)] * 2001)
        with support.engine_over(prap.MemoryStore()) as engine:
            refused("no-such-case", engine.feed, "Z", AS_OF)
            refused("type", engine.visit_feeds, None, AS_OF)
            refused("type", engine.feeds, AS_OF, orphans=1)


if __name__ == "__main__":
    unittest.main()
