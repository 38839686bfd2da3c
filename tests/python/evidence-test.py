"""Checklists and records: what was said and by which entry, and what cannot be asked."""
import unittest
from datetime import date

import prap

DAY = date(2023, 5, 9)
EVENTS = [
    {"case": "A1", "programme": "ipes", "event": "work-coach-satisfied", "on": "2023-05-03", "eligible": True,
     "suitable": True, "volunteers": True},
    {"case": "A1", "event": "handover-held", "on": "2023-05-04", "handover-mode": "in-person", "introduced": True,
     "concerns-discussed": False, "access-needs-recorded": "unknown", "at-jobcentre": True},
    {"case": "A1", "event": "referral-received", "on": "2023-05-05"},
    {"case": "A1", "event": "accept", "on": "2023-05-09"},
]


def engine_with_a1():
    engine = prap.Engine(prap.Rulebook("ipes"), prap.MemoryStore())
    for line in EVENTS:
        facts = {name: value for name, value in line.items() if name not in ("case", "programme", "event", "on")}
        engine.submit(line["case"], line["event"], date.fromisoformat(line["on"]), programme=line.get("programme"),
                      facts=facts)
    return engine


class Evidence(unittest.TestCase):
    def setUp(self):
        self.engine = engine_with_a1()
        self.addCleanup(self.engine.close)

    def test_a_handover(self):
        found = self.engine.checklists("A1", DAY, checklist="handover")
        (handover,) = found.checklists
        self.assertIs(handover.checklist, prap.Checklist.HANDOVER)
        self.assertFalse(handover.complete)
        self.assertEqual((handover.opened_by, handover.opened_on, handover.sequence),
                         (prap.Event.HANDOVER_HELD, date(2023, 5, 4), 2))
        items = {one.item: one for one in handover.items}
        self.assertIs(items[prap.Fact.CONCERNS_DISCUSSED].state, prap.Check.NOT_DONE)
        self.assertIs(items[prap.Fact.CONCERNS_DISCUSSED].value, False)
        self.assertIs(items[prap.Fact.ACCESS_NEEDS_RECORDED].state, prap.Check.UNKNOWN)
        self.assertIs(items[prap.Fact.HANDOVER_MODE].value, prap.Option.IN_PERSON)
        self.assertIs(items[prap.Event.HANDOVER_HELD].state, prap.Check.DONE)
        missing = items[prap.Fact.MEETING_ARRANGED]
        self.assertEqual((missing.state, missing.value, missing.by, missing.sequence),
                         (prap.Check.MISSING, None, None, None))

    def test_records(self):
        found = self.engine.records("A1", DAY).records
        self.assertEqual([one.record.word for one in found], ["referral", "acknowledgement", "handover"])
        self.assertIs(found[2].retention, prap.Retention.CONTRACT_PERIOD)
        self.assertEqual((found[2].events, found[2].first, found[2].last_on), (1, 2, date(2023, 5, 4)))

    def test_what_cannot_be_asked(self):
        for ask in (self.engine.checklists, self.engine.records):
            with self.assertRaises(prap.CallerError) as caught:
                ask("B", DAY)
            self.assertIs(caught.exception.status, prap.Status.E_NO_CASE)
        with self.assertRaises(prap.CallerError):
            self.engine.checklists("A1", DAY, checklist="dinner")


if __name__ == "__main__":
    unittest.main()
