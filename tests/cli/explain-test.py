"""The sentences for people, word for word, and which answers --refused lets through."""
import json
import unittest

from command import InDirectory, accepted, lines_of, prap, received

EVENTS = lines_of(
    received("A1", made="2023-05-04"),
    accepted("A1", on="2023-05-10"),
    {"id": 3, "case": "A1", "event": "dna-recorded", "on": "2023-05-12", "reason": "unknown"},
    {"case": "A9", "event": "accept", "on": "2023-05-12"},
    {
        "id": "b1",
        "case": "B1",
        "programme": "ipes",
        "event": "referral-received",
        "on": "2023-05-05",
        "scr": True,
    },
)

SENTENCES = """\
A1 (A1-1), Friday 5 May 2023: referral-received: permitted
  The case is now received: received, not acknowledged.
  This day is before 10 May 2023, the date of the text that these rules come from.
  open     Tuesday 9 May 2023: acknowledge within 2 working days, the day of receipt being day 1 (IPES 3.22, rule \
IPES-3.22)
  open     Friday 26 May 2023: hold the initial meeting within 15 working days of the referral (IPES 3.30, rule \
IPES-3.30); safer by Thursday 25 May 2023
  open     Friday 26 May 2023: have the start or the outcome in PRaP within the same 15 working days (IPES 3.31, rule \
IPES-3.31); safer by Thursday 25 May 2023
  open     Sunday 2 July 2023: last safe day for an entry before PRaP turns the referral to DNA on day 60 (IPES 3.73, \
rule IPES-3.73a); safer by Saturday 1 July 2023
A1 (A1-2), Wednesday 10 May 2023: accept: REFUSED
  The referral was not acknowledged within 2 working days, so it can no longer be accepted. (IPES 3.23, rule \
IPES-3.23-N1)
    What to do: reject it and ask the Jobcentre to refer again [reject].
  The case stays received: received, not acknowledged.
A1 (3), Friday 12 May 2023: dna-recorded: UNDECIDED: a fact is missing
  Not known: reason, one of unreachable, refused-to-attend, refused-to-reschedule, work, job-offer, hospital, \
worsening-health, withdrawn, cannot-commit, no-contact, dna, dns, referred-in-error, other, cannot-attend, employed, \
entered-in-error, did-not-attend. (IPES Annex 3.1, rule IPES-A31-0)
    What to do: find out and say so; should it be in the way, give a reason that Annex 3.1 lists for Did Not Attend.
  The case stays received: received, not acknowledged.
Line 4 COULD NOT BE ANSWERED: "case": there is no case with this id. Nothing was recorded.
B1 (b1), Friday 5 May 2023: referral-received: REFUSED
  No referral is known under this id.
  This day is before the date of the text that these rules come from.
  Something sensitive is not shown; --sensitive shows it.
"""


class Sentences(InDirectory):
    maxDiff = None

    def test_replay(self):
        self.assertEqual(prap("replay", "--text", given=EVENTS).out, SENTENCES)
        self.assertEqual(prap("preview", "--text", given=EVENTS).out, SENTENCES)

    def test_explain_says_the_same(self):
        explained = prap("explain", given=prap("replay", given=EVENTS).out)
        self.assertEqual((explained.out, explained.code, explained.err), (SENTENCES, 0, ""))

    def test_an_answer_that_names_no_event(self):
        """Answers were printed without their event once; they are still explained."""
        answers = prap("replay", given=EVENTS).lines()
        for answer in answers:
            answer.pop("event", None)
        expected = SENTENCES
        for event in ("referral-received", "accept", "dna-recorded"):
            self.assertIn(f": {event}: ", expected)
            expected = expected.replace(f": {event}: ", ": ")
        self.assertEqual(prap("explain", given=lines_of(*answers)).out, expected)

    def test_only_what_was_refused(self):
        answers = prap("replay", given=EVENTS).out
        explained = prap("explain", "--refused", given=answers).out
        self.assertEqual(explained, prap("explain", given="".join(answers.splitlines(keepends=True)[1:])).out)

    def test_each_command_says_with_text_what_explain_says(self):
        self.stored(
            received("A1"),
            accepted("A1"),
            {"case": "A1", "event": "contact-attempted", "on": "2023-05-10", "method": "phone"},
        )
        words = ["--store", self.store, "--as-of", "2023-05-31"]
        for command in (["due", "--within", "60"], ["next"], ["next", "Z"], ["show", "A1"], ["show", "Z"]):
            with self.subTest(command):
                sentences = prap(*command, *words, "--text").out
                self.assertEqual(sentences, prap("explain", given=prap(*command, *words).out).out)
                self.assertTrue(sentences)

    def test_due(self):
        self.stored(received("A1"), accepted("A1"))
        ran = prap("due", "--store", self.store, "--as-of", "2023-05-31", "--within", "60", "--text")
        self.assertEqual(
            ran.out,
            """\
OVERDUE 1 day    Tuesday 30 May 2023         meet   accepted         A1: hold the initial meeting within 15 working \
days of the referral (IPES-3.30)
OVERDUE 1 day    Tuesday 30 May 2023         record accepted         A1: have the start or the outcome in PRaP within \
the same 15 working days (IPES-3.31)
in 33 days       Monday 3 July 2023          auto60 accepted         A1: last safe day for an entry before PRaP turns \
the referral to DNA on day 60 (IPES-3.73a)
""",
        )
        ran = prap("due", "--store", self.store, "--as-of", "2023-05-30", "--text")
        self.assertEqual(ran.out.count("DUE TODAY"), 2)

    def test_show(self):
        self.stored(
            received("A1", made="2023-05-04", scr=False),
            accepted("A1"),
            {
                "id": "c",
                "case": "A1",
                "event": "contact-attempted",
                "on": "2023-05-10",
                "recorded": "2023-05-11",
                "method": "phone",
                "reached": "unknown",
            },
        )
        ran = prap("show", "A1", "--store", self.store, "--as-of", "2023-05-31", "--text")
        self.assertEqual(
            ran.out,
            """\
A1 as it stood on Wednesday 31 May 2023
  accepted: acknowledged by acceptance; initial meeting to be held.
  Attempts to reach the person: 1.
Deadlines
  met      Tuesday 9 May 2023: acknowledge within 2 working days, the day of receipt being day 1 (IPES 3.22, rule \
IPES-3.22), done Tuesday 9 May 2023
  OVERDUE  Friday 26 May 2023: hold the initial meeting within 15 working days of the referral (IPES 3.30, rule \
IPES-3.30)
  OVERDUE  Friday 26 May 2023: have the start or the outcome in PRaP within the same 15 working days (IPES 3.31, rule \
IPES-3.31)
  open     Sunday 2 July 2023: last safe day for an entry before PRaP turns the referral to DNA on day 60 (IPES 3.73, \
rule IPES-3.73a); safer by Saturday 1 July 2023
History
  1. Friday 5 May 2023: referral-received; made 2023-05-04 (A1-1)
  2. Tuesday 9 May 2023: accept (A1-2)
  3. Wednesday 10 May 2023 (entered Thursday 11 May 2023): contact-attempted; method phone, reached unknown (c)
  Something sensitive is not shown; --sensitive shows it.
""",
        )

    def test_next(self):
        self.stored(received("A1"))
        lines = prap("next", "--store", self.store, "--as-of", "2023-05-10", "--text").out.splitlines()
        self.assertEqual(
            lines[:5],
            [
                "A1 on Wednesday 10 May 2023",
                "  received: received, not acknowledged.",
                "  can be recorded now:",
                "    reject",
                "    contact-attempted",
            ],
        )
        self.assertIn("    dna-recorded: reason", lines)
        self.assertIn(
            "    accept: the referral was not acknowledged within 2 working days, so it can no longer be accepted"
            " (IPES 3.23, rule IPES-3.23-N1)",
            lines,
        )

    def test_a_day_outside_the_text(self):
        """Of a line that cites no rule only that much can be said, and of a later day when the text ends."""
        self.stored(received("A1"))
        before = "  This day is before 10 May 2023, the date of the text that these rules come from.\n"
        words = ["A1", "--store", self.store, "--text"]
        for command in ("show", "next"):
            self.assertIn(before, prap(command, *words, "--as-of", "2023-05-09").out)
            self.assertNotIn("This day", prap(command, *words, "--as-of", "2023-05-10").out)
        answer = json.loads(prap("replay", given=lines_of(received("B1"))).out)
        self.assertIn(before, prap("explain", given=lines_of(answer)).out)
        answer["outside"] = "after"
        self.assertIn(
            "  This day is after the last day of the text that these rules come from.\n",
            prap("explain", given=lines_of(answer)).out,
        )
        answer.update(outside="before", deadlines=[], notices=[])
        self.assertIn(
            "  This day is before the date of the text that these rules come from.\n",
            prap("explain", given=lines_of(answer)).out,
        )
        answer["outside"] = "beside"
        self.assertNotIn("This day", prap("explain", given=lines_of(answer)).out)

    def test_days(self):
        asked = [
            {"op": "add", "from": "2023-05-05", "working_days": 15},
            {"op": "is", "day": "2023-05-08"},
            {"op": "is", "day": "2023-05-09"},
            {"op": "count", "from": "2023-05-05", "to": "2023-05-30"},
        ]
        self.assertEqual(
            prap("explain", given=prap("days", given=lines_of(*asked)).out).out,
            "Tuesday 30 May 2023\n"
            "Not a working day: Bank holiday for the coronation of King Charles III\n"
            "A working day\n15 working days\n",
        )

    def test_terminal_gets_no_orders(self):
        """What a line says is not printed where it holds control characters, in whichever place it stands."""
        answer = json.loads(prap("replay", given=lines_of(received("A1"))).out)
        case = {
            "v": 1,
            "case": "A1",
            "stage": "received",
            "as_of": "2023-05-05",
            "deadlines": [],
            "attempts": 0,
            "breaches": 0,
        }
        for bad in ("\x1b[2J", "a\nb", "\x7f", "\x9b2J", "\r"):
            lines = [
                {**answer, "id": bad},
                {**answer, "case": bad},
                {**answer, "stage": bad},
                {**answer, "event": bad},
                {**answer, "as_of": bad},
                {**answer, "deadlines": [{"deadline": bad, "due": bad, "rule": bad, "status": "open"}]},
                {
                    **answer,
                    "verdict": "refused",
                    "reasons": [
                        {
                            "rule": bad,
                            "why": bad,
                            "cure": bad,
                            "fact": bad,
                            "cure_event": bad,
                            "earliest": bad,
                        }
                    ],
                },
                {"v": 1, "line": 1, "id": bad, "error": {"code": bad, "field": bad, "message": bad}},
                {
                    **case,
                    "history": [{"event": bad, "on": bad, "recorded": bad, "id": bad, "facts": {bad: bad}}],
                },
                {**case, "events": [{"event": bad, "verdict": "undecided", "needs": [bad], "reasons": []}]},
                {"v": 1, "day": bad},
                {"v": 1, "working": False, "holiday": bad},
            ]
            ran = prap("explain", given=lines_of(*lines))
            self.assertEqual(ran.code, 0, ran.err)
            self.assertIn("(not printable)", ran.out)
            for character in ran.out.replace("\n", ""):
                self.assertTrue(character.isprintable(), repr(ran.out))
        shown = prap("replay", "--text", given=lines_of({**accepted("A1"), "id": "\x1b[2J"})).out
        self.assertIn("(not printable)", shown)

    def test_answers_of_wrong_types_do_no_harm(self):
        answer = json.loads(prap("replay", given=lines_of(received("A1"))).out)
        for key in answer:
            for value in (None, 7, "x", [], [None], {}, [[]], {"x": None}, True):
                self.assertIn(prap("explain", given=lines_of({**answer, key: value})).code, (0, 3))
        for line in (
            '{"history":[1,null,{"facts":[]}]}',
            '{"events":[1,{"verdict":"undecided","needs":[1,null]},' '{"verdict":"refused","reasons":[3]}]}',
            '{"days_left":1}',
            '{"error":{}}',
            '{"working":true}',
        ):
            self.assertEqual(prap("explain", given=line).code, 0)

    def test_newer_keys_are_passed_over(self):
        """Keys are only ever added: an answer of a later version is explained as far as it is known."""
        answer = json.loads(prap("replay", given=lines_of(received("A1"))).out)
        answer["colour"] = {"of": "the day"}
        self.assertEqual(prap("explain", given=lines_of(answer)).code, 0)


if __name__ == "__main__":
    unittest.main()
