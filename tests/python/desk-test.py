"""The desk of Provider Direct through Python: the golden bytes of the command, and what it refuses."""
import json
import unittest
from datetime import date, datetime
from pathlib import Path

import prap

GOLDEN = Path(__file__).resolve().parent.parent / "golden/desk"
DAY = date(2015, 12, 16)


def lines(name):
    return (GOLDEN / name).read_text(encoding="utf-8").splitlines()


def value_of(name, value):
    """A fact's value as Python has it."""
    is_day = isinstance(value, str) and value[:2] == "20" and (name.endswith(("-on", "-from", "-by")))
    return date.fromisoformat(value) if is_day else value


def answer_of(row, **more):
    row = {name: value for name, value in row.items() if name not in ("cell", "expect")}
    at = row.pop("at", None)
    outages = [tuple(map(datetime.fromisoformat, window)) for window in row.pop("outages", ())]
    steps = [prap.CodeStepTaken(step["step"], date.fromisoformat(step["on"]), step.get("spoc")) for step in row.pop("steps", ())]
    ask, on, id_ = row.pop("ask"), date.fromisoformat(row.pop("on")), row.pop("id", None)
    facts = {name: value_of(name, value) for name, value in row.items()}
    return prap.desk(ask, on, facts, at=None if at is None else datetime.fromisoformat(at), outages=outages, steps=steps,
                     id=id_, **more)


class Desk(unittest.TestCase):
    def test_the_bytes_of_the_command(self):
        for name in ("rows", "more"):
            found = [answer_of(json.loads(line)).to_json() for line in lines(f"{name}.jsonl")]
            self.assertEqual(found, lines(f"{name}-answers.jsonl"))

    def test_an_answer_is_typed(self):
        answer = prap.desk("may-call", DAY, mandated=True, failed_on=date(2015, 12, 1), failure="took-no-part",
                           mappa=prap.UNKNOWN, scr=False, universal_credit=False, received_on=date(2015, 6, 1))
        self.assertIs(answer.ask, prap.DeskAsk.MAY_CALL)
        self.assertIs(answer.outcome, prap.DeskOutcome.UNDECIDED)
        self.assertEqual(answer.missing, (prap.DeskFact.MAPPA,))
        self.assertIs(answer.form, prap.CallForm.WP08)
        found = answer.finding("mappa")
        self.assertEqual((found.rule, found.severity), ("PD-15a", prap.Severity.UNDECIDED))
        self.assertEqual(found.cure, "ask the nominated Jobcentre Plus contact")
        self.assertIsNone(answer.finding(prap.DeskFinding.CLOSED))
        self.assertNotIn("mappa", answer.to_json(redact=True))
        closed = prap.desk("call", DAY, at=datetime(2015, 12, 16, 7, 59))
        self.assertEqual(closed.opens.isoformat(), "2015-12-16T08:00:00+00:00")

    def test_settings_and_calendars(self):
        row = {"ask": "advice", "on": "2015-12-16", "in-receipt": True, "contact-details": "changed", "claim": "dormant"}
        self.assertIs(answer_of(row, settings={"pd-dormant-changed": "raise"}).outcome, prap.DeskOutcome.RAISE)
        self.assertIs(answer_of(row, calendar=prap.Calendar("scotland")).outcome, prap.DeskOutcome.DO_NOT_RAISE)

    def test_what_is_refused(self):
        step = prap.CodeStepTaken("issued", date(2015, 11, 25))
        for call, code in ((lambda: prap.desk("gossip", DAY), "unknown-word"), (lambda: prap.desk(7, DAY), "type"),
                           (lambda: prap.desk("advice", "2015-12-16"), "type"),
                           (lambda: prap.desk("advice", DAY, {"surname": "x"}), "unknown-word"),
                           (lambda: prap.desk("advice", DAY, {7: True}), "type"), (lambda: prap.desk("advice", DAY, 7), "type"),
                           (lambda: prap.desk("advice", DAY, mappa=True), "range"),
                           (lambda: prap.desk("advice", DAY, {"in-receipt": True}, in_receipt=False), "twice"),
                           (lambda: prap.desk("advice", DAY, in_receipt=1), "type"),
                           (lambda: prap.desk("advice", DAY, claim="right"), "unknown-word"),
                           (lambda: prap.desk("advice", DAY, claim=True), "type"),
                           (lambda: prap.desk("advice", DAY, calendar=7), "type"),
                           (lambda: prap.desk("advice", DAY, at=datetime(2015, 12, 16, 9)), "range"),
                           (lambda: prap.desk("call", DAY, at=datetime(2015, 12, 16, 9, 0, 1)), "range"),
                           (lambda: prap.desk("call", DAY, outages=[DAY]), "type"),
                           (lambda: prap.desk("call", DAY, participants="ten"), "type"),
                           (lambda: prap.desk("code", DAY, steps=[7]), "type"),
                           (lambda: prap.desk("code", DAY, steps=[prap.CodeStepTaken("lost", DAY)]), "unknown-word"),
                           (lambda: prap.desk("code", DAY, steps=[prap.CodeStepTaken("issued", DAY, -1)]), "range"),
                           (lambda: prap.desk("code", DAY, steps=[prap.CodeStepTaken("issued", DAY), step]), "order"),
                           (lambda: prap.desk("code", DAY, steps=[step] * 1001), "limit"),
                           (lambda: prap.desk("advice", DAY).finding("nothing"), "unknown-word")):
            with self.assertRaises(prap.PrapError) as caught:
                call()
            self.assertEqual(caught.exception.code, code)
            self.assertNotIn("surname", str(caught.exception))

    def test_which_question_takes_which_fact(self):
        self.assertTrue(prap.desk_takes("advice", "in_receipt"))
        self.assertFalse(prap.desk_takes(prap.DeskAsk.ADVICE, prap.DeskFact.MAPPA))
        self.assertEqual([option.word for option in prap.desk_options("claim")], ["live", "dormant"])
        self.assertEqual(prap.desk_options(prap.DeskFact.MAPPA), ())


if __name__ == "__main__":
    unittest.main()
