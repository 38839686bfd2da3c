"""JSON Lines in and out: every line an answer or an error in its place, and no bad line reaches the store."""
import json
import unittest

import prap
from prap import lines

import support
from support import DAY, hypothesis, needs_hypothesis

GOOD = ('{"id":"e1","case":"A1","programme":"ipes","event":"referral-received","on":"2023-05-05",'
        '"made":"2023-05-05","scr":false}')


class Reading(unittest.TestCase):
    def refused(self, line, code, field=""):
        with self.assertRaises(prap.CallerError) as caught:
            lines.read(line)
        self.assertEqual((caught.exception.code, caught.exception.field), (code, field), line)
        return caught.exception

    def test_a_good_line(self):
        command = lines.read(GOOD)
        self.assertEqual(command, lines.read(GOOD.encode()))
        self.assertEqual((command.case, command.event, command.on, command.id),
                         ("A1", prap.Event.REFERRAL_RECEIVED, DAY(2023, 5, 5), "e1"))
        self.assertEqual(command.facts, {"made": DAY(2023, 5, 5), "scr": False})
        self.assertIsNone(command.recorded)

    def test_no_json_object(self):
        for line in ("", "{", "[]", "7", "null", '"x"', "{} {}", "{'a':1}", '{"id":NaN}', '{"id":Infinity}',
                     b"\xff{}", '{"id":"\\ud800"}', '{"id":"\\u0000"}', '{"\\u0000":1}', "[" * 100000,
                     '{"a":' * 100000, b'{"id":"\xed\xa0\x80"}', "\ufeff{}"):
            self.refused(line, "json")

    def test_a_field_twice_or_a_number_too_big(self):
        self.refused('{"on":"2023-05-05","on":"2023-05-06"}', "twice", "on")
        self.refused('{"john smith":1,"john smith":2}', "twice")
        self.refused('{"id":99999999999999999999}', "range", "id")
        self.refused('{"code":' + "9" * 5000 + "}", "range", "code")
        self.refused('{"john smith":-9223372036854775809}', "range")

    def test_an_unknown_field_is_not_repeated(self):
        error = self.refused(GOOD[:-1] + ',"QQ123456C":"x"}', "unknown-field")
        self.assertNotIn("QQ123456C", str(error))
        again = __import__("pickle").loads(__import__("pickle").dumps(error))
        self.assertEqual((again.code, again.field, again.message), (error.code, error.field, error.message))

    def test_members_of_the_wrong_kind(self):
        for name, value, code in (("id", "true", "type"), ("id", "null", "type"), ("id", "1.5", "type"),
                                  ("id", '""', "text"), ("case", "7", "type"),
                                  ("programme", '"restart"', "unknown-word"), ("event", '"receive"',
                                  "unknown-word"), ("event", "2", "type"), ("on", '"2023-02-29"', "day"),
                                  ("on", '"5 May"', "day-form"), ("on", "5", "type"), ("recorded",
                                  '"2023-5-5"', "day-form"), ("recorded", "null", "type"), ("made",
                                  '"2023-13-01"', "day"), ("made", "false", "type")):
            line = json.loads(GOOD)
            line[name] = json.loads(value)
            self.refused(json.dumps(line), code, name)
        for name in ("case", "event", "on"):
            line = json.loads(GOOD)
            del line[name]
            self.refused(json.dumps(line), "required", name)

    def test_unknown_is_a_value_of_every_fact(self):
        for fact in prap.Fact:
            line = {**json.loads(GOOD), fact.word: "unknown"}
            self.assertEqual(lines.read(json.dumps(line)).facts[fact.word], "unknown")
            try:
                lines.read(json.dumps(line)).preview(support.engine_over(prap.MemoryStore()))
            except prap.CallerError as error:  # another event's fact
                self.assertEqual(error.field, fact.word)
                self.assertTrue(error.message.startswith("only these events have this fact: "))


class Replay(unittest.TestCase):
    def test_an_answer_or_an_error_for_every_line(self):
        engine = support.engine_over(prap.MemoryStore())
        given = [GOOD, "", "   \n", "nonsense", '{"id":7,"case":"A1","event":"accept","on":"2023-05-10"}',
                 '{"id":"x","case":"A9","event":"accept","on":"2023-05-10"}', GOOD + "\n"]
        answers = [json.loads(text) for text in lines.replay(engine, given)]
        self.assertEqual([answer.get("verdict") for answer in answers],
                         ["permitted", None, "refused", None, "permitted"])
        self.assertEqual(answers[1]["error"]["code"], "json")
        self.assertEqual((answers[1]["line"], answers[3]["line"]), (4, 6))
        self.assertEqual((answers[2]["id"], answers[3]["id"]), (7, "x"))
        self.assertEqual(answers[3]["error"]["code"], "no-such-case")
        self.assertTrue(answers[4]["duplicate"])
        self.assertTrue(all(answer["v"] == 1 for answer in answers))

    def test_what_a_store_raises_ends_it(self):
        store = support.FaultyStore()
        error = OSError("disk")
        store.break_at("load", error)
        with self.assertRaises(OSError) as caught:
            list(lines.replay(support.engine_over(store), [GOOD]))
        self.assertIs(caught.exception, error)
        store.break_at("load", prap.errors.error_of(prap.Status.E_DAMAGED))
        with self.assertRaises(prap.DataError):
            list(lines.replay(support.engine_over(store), [GOOD]))


@needs_hypothesis
class Fuzz(unittest.TestCase):
    def test_any_text_gives_one_line_of_json(self):
        engine = support.engine_over(prap.MemoryStore())
        names = [*lines.ENVELOPE, *(fact.word for fact in prap.Fact), "x"]
        words = [word.word for kind in (prap.Event, prap.Option, prap.Programme) for word in kind]
        values = hypothesis.strategies.one_of(
            hypothesis.strategies.none(), hypothesis.strategies.booleans(), hypothesis.strategies.integers(),
            hypothesis.strategies.floats(), hypothesis.strategies.sampled_from([*words, "unknown",
                                                                                "2023-05-05", "A1"]),
            hypothesis.strategies.dates().map(str), hypothesis.strategies.text(),
            hypothesis.strategies.lists(hypothesis.strategies.integers(), max_size=2))
        objects = hypothesis.strategies.dictionaries(hypothesis.strategies.sampled_from(names), values)
        full = objects.map(lambda members: {**json.loads(GOOD), **members})

        @hypothesis.settings(max_examples=300)
        @hypothesis.given(hypothesis.strategies.one_of(
            hypothesis.strategies.text(), hypothesis.strategies.binary(), objects.map(json.dumps),
            full.map(json.dumps)))
        def check(line):
            for text in lines.replay(engine, [line]):
                self.assertEqual(json.loads(text)["v"], 1)
                self.assertNotIn("\n", text)
        check()


if __name__ == "__main__":
    support.main()
