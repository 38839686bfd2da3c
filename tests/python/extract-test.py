"""Data items through Python: the bytes of the command, what is typed, and what is refused."""
import json
import unittest
from datetime import date
from pathlib import Path

import prap

GOLDEN = Path(__file__).resolve().parent.parent / "golden/extract"
KNOWN = ("programme", "channel", "mappa", "scr", "partial", "on", "case")
KEY = bytes(range(16))


def lines(name):
    return (GOLDEN / name).read_text(encoding="utf-8").splitlines()


def taken_apart(line):
    """The values of a line, and what it says beside them, as Python has it."""
    values = json.loads(line)
    known = {name: values.pop(name) for name in KNOWN if values.get(name) is not None}
    values = {name: value for name, value in values.items() if name not in KNOWN}
    if "on" in known:
        known["on"] = date.fromisoformat(known["on"])
    for name in ("mappa", "scr"):
        if known.get(name) == "unknown":
            known[name] = prap.UNKNOWN
    return values, known


class Extract(unittest.TestCase):
    def test_the_bytes_of_the_command(self):
        for number, (line, wanted) in enumerate(zip(lines("records.jsonl"), lines("records-answers.jsonl")), 1):
            values, known = taken_apart(line)
            answer = prap.data_check(values, **{"channel": "prap", **known}, record=number, line=number)
            self.assertEqual(answer.to_json(), wanted)

    def test_the_list(self):
        self.assertEqual([one.to_json() for one in prap.data_items()], lines("items.jsonl"))
        found = prap.data_item("National Insurance number")
        self.assertEqual((found.item, found.type, found.rules), (prap.DataItem.NINO, prap.DataType.NINO, ("CH15-4-B3", "CH15-A-06")))
        self.assertIs(prap.data_item(prap.DataItem.PRISON).care, prap.DataCare.CRIMINAL)
        self.assertIsNone(prap.data_item("shoe size"))
        self.assertEqual(prap.data_item("earnings-2000").programmes, (prap.Programme.WHP,))

    def test_differences_have_the_bytes_of_the_command(self):
        wanted = [line for line in lines("differences.jsonl") if '"summary"' not in line]
        found, of_marks = [], []
        for number, (old, new) in enumerate(zip(lines("before.jsonl"), lines("after.jsonl")), 1):
            (before, _), (after, known) = taken_apart(old), taken_apart(new)
            place = {"programme": known["programme"], "record": number, "line": number}
            found.append(prap.data_compare(before, after, **place))
            of_marks.append(prap.data_compare_marks(prap.data_marks(KEY, before), prap.data_marks(KEY, after),
                                                    case=after["prap-referral-id"], **place))
        self.assertEqual(found, of_marks)
        self.assertEqual([one.to_json() for one in found if one.differences], wanted)
        self.assertEqual(json.loads(found[0].to_json())["result"], "same")

    def test_an_answer_is_typed(self):
        answer = prap.data_check({"Surname": "B", prap.DataItem.NINO: "AB12", "shoe size": 7, "death": date(2021, 12, 3)},
                                 programme=prap.Programme.WHP, channel=prap.DataChannel.PRAP, mappa=False, scr=False, partial=True)
        self.assertIs(answer.verdict, prap.Verdict.REFUSED)
        self.assertEqual([(one.finding, one.item, one.column) for one in answer.findings],
                         [(prap.DataFinding.MALFORMED, prap.DataItem.NINO, 2), (prap.DataFinding.UNKNOWN_ITEM, None, 3),
                          (prap.DataFinding.CHANGE_TOLD, prap.DataItem.DECEASED, 4)])
        self.assertEqual((answer.case, answer.record, answer.unknown), ("", None, 1))
        self.assertNotIn("deceased", answer.to_json(redact=True))
        self.assertIn("deceased", answer.to_json())

    def test_no_value_is_ever_told(self):
        secret = "Zebedee"
        values = {"surname": secret, "nino": secret, secret: secret, "postcode": secret, "referral-date": secret}
        told = prap.data_check(values, scr=False).to_json()
        told += prap.data_compare({"surname": "x"}, values).to_json()
        for broken in ({"surname": secret + "\ud800"}, {"surname": [secret, {secret: 1}]}):
            with self.assertRaises(prap.PrapError) as raised:
                prap.data_check(broken)
            told += str(raised.exception) + raised.exception.field
            self.assertEqual(raised.exception.field, "surname")
        self.assertNotIn(secret, told)

    def test_marks_are_of_their_key_and_place(self):
        one = prap.data_marks(KEY, {"prap-referral-id": "R1", "mobile": "07700 900123", "prison": "no"})
        self.assertEqual([mark.item for mark in one], [prap.DataItem.PRAP_REFERRAL_ID, prap.DataItem.MOBILE])
        self.assertEqual(one, prap.data_marks(KEY, {"prap-referral-id": " R1 ", "mobile": "+44 7700900123"}))
        other = prap.data_marks(bytes(16), {"prap-referral-id": "R1", "mobile": "07700 900123"})
        self.assertNotEqual(one[1].mark, other[1].mark)
        self.assertEqual(len(one[1].mark), 16)

    def test_what_is_refused(self):
        mark = prap.DataMark(prap.DataItem.NINO, 0, bytes(16))
        for call, code in ((lambda: prap.data_check(7), "type"), (lambda: prap.data_check({7: "x"}), "type"),
                           (lambda: prap.data_check({"nino": 1.5}), "type"), (lambda: prap.data_check({"nino": [[]]}), "type"),
                           (lambda: prap.data_check({}, programme="erasure"), "unknown-word"),
                           (lambda: prap.data_check({}, programme="army"), "unknown-word"),
                           (lambda: prap.data_check({}, channel="pigeon"), "unknown-word"),
                           (lambda: prap.data_check({}, mappa="yes"), "type"), (lambda: prap.data_check({}, partial=None), "type"),
                           (lambda: prap.data_check({}, on="2021-12-01"), "type"), (lambda: prap.data_check({}, line=0), "range"),
                           (lambda: prap.data_check({"mobile": ["1"] * 5000}), "limit"),
                           (lambda: prap.data_item(7), "type"),
                           (lambda: prap.data_compare({"prap-referral-id": "1"}, {"prap-referral-id": 2}), "range"),
                           (lambda: prap.data_compare({}, 7), "type"),
                           (lambda: prap.data_marks(KEY, {"surname": "x"}), "required"),
                           (lambda: prap.data_marks(b"short", {}), "range"), (lambda: prap.data_marks("key", {}), "type"),
                           (lambda: prap.data_compare_marks([7], []), "type"),
                           (lambda: prap.data_compare_marks([prap.DataMark(prap.DataItem.NINO, 0, b"x")], []), "range"),
                           (lambda: prap.data_compare_marks([mark], [], programme="email"), "unknown-word")):
            with self.assertRaises(prap.PrapError) as raised:
                call()
            self.assertEqual(raised.exception.code, code)


if __name__ == "__main__":
    unittest.main()
