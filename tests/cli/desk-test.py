"""prap desk: the tables of the rules catalogue about Provider Direct, the golden bytes, and what cannot be asked."""
import json
import unittest
from pathlib import Path

from command import InDirectory, lines_of, prap

GOLDEN = Path(__file__).resolve().parent.parent / "golden/desk"


def rows(name):
    return [json.loads(line) for line in (GOLDEN / name).read_text(encoding="utf-8").splitlines()]


def asked(row):
    return {name: value for name, value in row.items() if name not in ("cell", "expect")}


class Desk(InDirectory):
    def test_every_row_of_the_catalogue(self):
        wanted = rows("rows.jsonl")
        ran = prap("desk", given=lines_of(*map(asked, wanted)))
        self.assertEqual((ran.code, ran.err), (0, ""))
        self.assertEqual(ran.out, (GOLDEN / "rows-answers.jsonl").read_text(encoding="utf-8"))
        for row, answer in zip(wanted, ran.lines(), strict=True):
            found = {one["finding"] for one in answer["findings"]}
            cited = {one["rule"] for one in answer["findings"]}
            for name, value in row["expect"].items():
                with self.subTest(row=row["cell"], name=name):
                    if name == "findings":
                        self.assertLessEqual(set(value), found)
                    elif name == "rules":
                        self.assertLessEqual(set(value), cited)
                    else:
                        self.assertEqual(answer.get(name), value)

    def test_golden(self):
        ran = prap("desk", GOLDEN / "more.jsonl")
        self.assertEqual((ran.code, ran.err), (0, ""))
        self.assertEqual(ran.out, (GOLDEN / "more-answers.jsonl").read_text(encoding="utf-8"))
        asks = {row["ask"] for row in rows("more.jsonl")}
        self.assertEqual(len(asks), 13)  # each question at least once

    def test_what_cannot_be_asked_is_answered_in_its_place(self):
        good = {"ask": "advice", "on": "2015-12-16"}
        code = {"ask": "code", "on": "2015-12-16"}
        call = {"ask": "call", "on": "2015-12-16"}
        step = {"step": "issued", "on": "2015-11-25"}
        bad = [("json", "", "[]"), ("required", "ask", {"on": "2015-12-16"}), ("required", "on", {"ask": "advice"}),
               ("unknown-word", "ask", {**good, "ask": "gossip"}), ("type", "id", {**good, "id": True}),
               ("unknown-field", "", {**good, "QQ123456C": "x"}), ("range", "mappa", {**good, "mappa": True}),
               ("type", "in-receipt", {**good, "in-receipt": "perhaps"}),
               ("unknown-word", "claim", {**good, "claim": "right"}), ("type", "claim", {**good, "claim": True}),
               ("range", "at", {**good, "at": "2015-12-16T09:00"}), ("moment-form", "at", {**call, "at": "2015-12-16 at nine"}),
               ("type", "outages", {**call, "outages": "none"}), ("type", "outages", {**call, "outages": [["2015-12-16"]]}),
               ("order", "outages", {**call, "at": "2015-12-16T09:00", "outages": [["2015-12-17T09:00", "2015-12-16T09:00"]]}),
               ("range", "at", {**call, "at": "2015-12-17T09:00"}), ("type", "participants", {**call, "participants": "ten"}),
               ("range", "participants", {**call, "participants": -1}),
               ("type", "steps", {**code, "steps": {}}), ("type", "steps", {**code, "steps": [7]}),
               ("unknown-field", "steps", {**code, "steps": [{**step, "code": "x"}]}),
               ("required", "on", {**code, "steps": [{"step": "issued"}]}),
               ("unknown-word", "step", {**code, "steps": [{**step, "step": "lost"}]}),
               ("range", "spoc", {**code, "steps": [{**step, "spoc": -1}]}),
               ("range", "steps[0].step", {**code, "steps": [{**step, "spoc": 1}]}),
               ("order", "steps[1].step", {**code, "steps": [step, {**step, "on": "2015-11-24"}]}),
               ("limit", "steps", {**code, "steps": [step] * 1001}), ("range", "spocs", {**code, "spocs": 33})]
        lines = [line if isinstance(line, str) else json.dumps(line) for _, _, line in bad]
        ran = prap("desk", given="".join(line + "\n" for line in [*lines, json.dumps(good)]))
        self.assertEqual(ran.code, 3)
        *errors, last = ran.lines()
        self.assertEqual([(one["line"], one["error"]["code"], one["error"]["field"]) for one in errors],
                         [(n, code_, field) for n, (code_, field, _) in enumerate(bad, 1)])
        self.assertEqual(last["outcome"], "no-advice")
        self.assertNotIn("QQ", ran.out + ran.err)
        self.assertEqual(prap("desk", "no-such-file").code, 4)
        self.assertEqual(prap("desk", given="x" * 70000 + "\n").lines()[0]["error"]["code"], "limit")

    def test_policies_choose(self):
        given = lines_of({"ask": "advice", "on": "2015-12-16", "in-receipt": True, "contact-details": "changed",
                          "claim": "dormant"})
        for value, outcome in (("do-not-raise", "do-not-raise"), ("raise", "raise"), ("ASK", "ask-agent")):
            answer = prap("desk", "--policy", f"P-PD-DORMANT-CHANGED={value}", given=given).lines()[0]
            self.assertEqual(answer["outcome"], outcome)
            self.assertEqual(answer["findings"][0]["policy"], "pd-dormant-changed")
        self.assertEqual(prap("desk", "--policy=stockpile=1", "--policy=stockpile=2", given=given).code, 2)
        self.assertEqual(prap("desk", "--policy=stockpile=often", given=given).code, 2)

    def test_sentences(self):
        spoken = prap("desk", "--text", "--sensitive", GOLDEN / "more.jsonl").out
        for words in ("complaint, Wednesday 16 December 2015: someone takes the complaint next.", "Opens 2015-12-29T08:00Z.",
                      "BARS     the security mailbox is only for Annex B proformas [to] (PD 49, rule PD-49-N-a)",
                      "What to do: send it to who takes it.", "Calls needed: 3.", "Days since the oldest failure: 45.",
                      "[to spoc] [contact 2]", "[step 3]", "The last moment that is left: 2017-03-03T16:59Z.",
                      "[to security-team, contact security-mailbox]", "SILENT   the guidance names nobody after that"):
            self.assertIn(words, spoken)
        explained = prap("explain", "--sensitive", GOLDEN / "more-answers.jsonl")
        self.assertEqual(explained.out, spoken)

    def test_nothing_tells_of_mappa_unless_asked_for(self):
        given = lines_of({"ask": "may-call", "on": "2015-12-16", "mandated": True, "failed-on": "2015-12-01",
                          "failure": "took-no-part", "mappa": True, "scr": False, "universal-credit": False,
                          "received-on": "2015-06-01"})
        for options in (["--text"], ["--redact"]):
            told = prap("desk", *options, given=given).out
            for word in ("mappa", "MAPPA", "PD-15", "nominated", "jobcentre"):
                self.assertNotIn(word, told)
        self.assertIn("mappa", prap("desk", given=given).out)


if __name__ == "__main__":
    unittest.main()
