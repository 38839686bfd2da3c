"""Supplements in Python: what a host adds to a rulebook, read from JSON or made of dataclasses."""
import datetime
import json
import unittest

import prap

DAY = datetime.date(2021, 5, 4)
OURS = prap.DeadlineDefinition("ours", "Our contract", prap.CaseDay.MADE, 2, "working-days", programme="whp", fills="ack",
                               done_by=("acknowledged",))


class Supplements(unittest.TestCase):
    def refused(self, code, field, supplement):
        with self.assertRaises(prap.PrapError) as caught:
            given = supplement if isinstance(supplement, prap.Supplement) else prap.Supplement.from_json(supplement)
            prap.Rulebook("whp", supplement=given)
        self.assertEqual((caught.exception.code, caught.exception.field), (code, field))

    def test_it_is_read_back(self):
        supplement = prap.Supplement((prap.Suspension(DAY), ), (prap.Threshold(DAY, 370656), ), (OURS, ))
        kept = prap.Rulebook("whp", supplement=supplement).supplement
        self.assertEqual(kept.suspensions, supplement.suspensions)
        self.assertEqual(kept.thresholds, supplement.thresholds)
        one = kept.deadlines[0]
        self.assertEqual((one.name, one.anchor, one.unit, one.fills, one.done_by),
                         ("ours", prap.CaseDay.MADE, prap.Unit.WORKING_DAYS, prap.Deadline.ACK, (prap.CaseDay.ACKNOWLEDGED, )))
        self.assertEqual(prap.Rulebook("whp").supplement, prap.Supplement())
        self.assertEqual(prap.Rulebook("whp", supplement=prap.Supplement()).hash, prap.Rulebook("whp").hash)

    def test_its_deadlines_are_the_hosts(self):
        engine = prap.Engine(prap.Rulebook("whp", supplement=prap.Supplement(deadlines=(OURS, ))), prap.MemoryStore())
        answer = engine.submit("A", "referral-received", DAY, facts={"made": DAY}, programme="whp")
        ack, meet = answer.deadline("ack"), answer.deadline(prap.Deadline.MEET)
        self.assertEqual((ack.due, ack.name, ack.source, ack.rule, ack.ambiguity),
                         (datetime.date(2021, 5, 6), "ours", "Our contract", None, "AMB-95"))
        self.assertIs(ack.defined_by, prap.DefinedBy.HOST)
        self.assertEqual((meet.status, meet.due, meet.anchor), (prap.DeadlineStatus.NOT_DEFINED, None, None))
        self.assertEqual([item.clock.name for item in engine.due(DAY, 5)], ["ours"])

    def test_what_is_wrong_is_named(self):
        row = {"name": "ours", "source": "s", "anchor": "made", "n": 2, "unit": "working-days"}
        for code, field, supplement in (
                ("type", "", "["), ("type", "", []), ("unknown-word", "", {"notes": []}), ("type", "deadlines", {"deadlines": 1}),
                ("unknown-word", "deadlines[0]", {"deadlines": [{**row, "note": 1}]}),
                ("unknown-word", "deadlines[0].anchor", {"deadlines": [{**row, "anchor": "birthday"}]}),
                ("type", "deadlines[0].n", {"deadlines": [{**row, "n": "2"}]}),
                ("range", "deadlines[0].n", {"deadlines": [{**row, "n": 4000}]}),
                ("twice", "deadlines[1].valid_from", {"deadlines": [row, row]}),
                ("limit", "deadlines[0].done_by", {"deadlines": [{**row, "done_by": ["made"] * 4}]}),
                ("limit", "deadlines", {"deadlines": [row] * 33}),
                ("required", "thresholds[0].pence", {"thresholds": [{"from": "2021-04-01"}]}),
                ("type", "thresholds[0].pence", {"thresholds": [{"from": "2021-04-01", "pence": 1.5}]}),
                ("day-form", "suspensions[0].from", {"suspensions": [{"from": "2021-4-1"}]}),
                ("order", "suspensions[0].until", {"suspensions": [{"from": "2021-04-02", "until": "2021-04-01"}]}),
                ("type", "suspensions[0]", prap.Supplement(suspensions=(DAY, ))),
                ("type", "deadlines[0].done_by", prap.Supplement(deadlines=(
                    prap.DeadlineDefinition("a", "s", "made", 1, "working-days", done_by="made"), )))):
            self.refused(code, field, supplement)
        with self.assertRaises(prap.CallerError):
            prap.Rulebook("whp", supplement={"deadlines": []})

    def test_text_and_object_are_the_same(self):
        given = {"deadlines": [{"name": "review", "source": "s", "anchor": "start", "n": 28, "unit": "calendar-days",
                                "include_day": True, "valid_from": "2021-01-01"}]}
        self.assertEqual(prap.Supplement.from_json(json.dumps(given)), prap.Supplement.from_json(given))

    def test_presets(self):
        presets = prap.presets()
        self.assertTrue(all("outside the five documents" in one.source for one in presets))
        kept = prap.Rulebook("jets", supplement=prap.Supplement(deadlines=presets)).supplement.deadlines
        self.assertEqual(kept, tuple(one for one in presets if one.programme is prap.Programme.JETS))


if __name__ == "__main__":
    unittest.main()
