"""prap days compute and open: what the library's own tests know of each computation, asked in lines and in words."""
import json
import unittest

from command import lines_of, prap

ASKED = [
    # (question, members that the answer must have)
    ({"computation": "D-01", "anchor": "2023-01-21"}, {"due": "2023-01-24", "prudent": "2023-01-23", "first": "2023-01-23"}),
    ({"computation": "plan", "anchor": "2023-04-06"}, {"d": "D-03", "due": "2023-05-10", "rule": "IPES-3.56"}),
    ({"computation": "D-04", "anchor": "2023-03-10", "second": "2023-03-11", "policies": {"auto60-anchor": "received"}},
     {"anchor": "2023-03-11", "due": "2023-05-09"}),
    ({"computation": "D-06", "anchor": "2022-01-01", "night_shifts": True}, {"due": "2023-10-02"}),
    ({"computation": "D-05", "anchor": "2022-01-01", "in_work": True}, {"due": "2023-09-30"}),
    ({"computation": "D-08", "anchor": "2012-11-06", "second": "2012-11-06", "policies": {"P-LMS": "PLUS_ONE"}},
     {"holds": False, "setting": {"policy": "lms", "value": "plus-one"}}),
    ({"computation": "D-13", "anchor": "2019-12-31", "second": "2020-02-29", "policies": {"esf-years": 4}},
     {"due": "2024-02-29", "setting": {"policy": "esf-years", "value": 4}}),
    ({"computation": "dwp-outage", "anchor": "2021-03-10T09:00", "second": "2021-03-12T09:00"}, {"holds": False}),
    ({"computation": "D-22", "anchor": "2017-03-04", "outages": [["2017-03-03T17:00", "2017-03-06T08:00"]]},
     {"last_usable": "2017-03-03T16:59Z"}),
    ({"computation": "D-21", "service": "provider-direct", "anchor": "2015-12-25T10:00"},
     {"holds": False, "bank_holiday": True, "moment": "2015-12-29T08:00Z"}),
    ({"op": "open", "service": "post", "anchor": "2016-11-23T16:00", "outages": [["2016-11-23T16:00", "2016-11-25T09:00"]]},
     {"holds": False, "moment": "2016-11-25T09:00Z"}),
    ({"computation": "D-02", "anchor": "2022-09-02", "division": "scotland"}, {"division": "scotland"}),
]

WRONG = [
    # (question, field, code)
    ({}, "computation", "required"),
    ({"computation": "D-23"}, "computation", "unknown-word"),
    ({"computation": "D-02"}, "anchor", "required"),
    ({"computation": "D-02", "anchor": 5}, "anchor", "type"),
    ({"computation": "D-02", "anchor": "2023-02-29"}, "anchor", "day"),
    ({"computation": "D-02", "anchor": "2023-5-5"}, "anchor", "day-form"),
    ({"computation": "D-02", "anchor": "2023-05-05T9:00"}, "anchor", "moment-form"),
    ({"computation": "D-02", "anchor": "2023-05-05", "second": "2023-05-05"}, "second", "range"),
    ({"computation": "D-02", "anchor": "2023-05-05", "in_work": 1}, "in_work", "type"),
    ({"computation": "D-02", "anchor": "2023-05-05", "policies": []}, "policies", "type"),
    ({"computation": "D-02", "anchor": "2023-05-05", "policies": {"pay5": None}}, "policies", "type"),
    ({"computation": "D-02", "anchor": "2023-05-05", "policies": {"pay5": "keep"}}, "value", "unknown-word"),
    ({"computation": "D-02", "anchor": "2023-05-05", "policies": {"pay5": "clear", "P-PAY5": "clear"}}, "policy", "twice"),
    ({"computation": "D-02", "anchor": "2023-05-05", "outages": {}}, "outages", "type"),
    ({"computation": "D-02", "anchor": "2023-05-05", "outages": [["2023-05-05T09:00"]]}, "outages", "type"),
    ({"computation": "D-02", "anchor": "2023-05-05", "outages": [[1, 2]]}, "outages", "type"),
    ({"computation": "D-02", "anchor": "2023-05-05", "service": "post"}, "service", "range"),
    ({"computation": "D-02", "anchor": "2028-12-29"}, "anchor", "coverage"),
    ({"op": "open", "anchor": "2023-05-05T09:00"}, "service", "required"),
    ({"op": "open", "service": "post"}, "anchor", "required"),
    ({"op": "open", "service": "post", "anchor": "2021-03-28T01:30"}, "anchor", "no-such-moment"),
]


class Dates(unittest.TestCase):
    def test_lines(self):
        given = lines_of(*({"id": i, "op": "compute", **question} for i, (question, _) in enumerate(ASKED)))
        ran = prap("days", given=given)
        self.assertEqual((ran.code, ran.err), (0, ""))
        for answer, (question, members) in zip(ran.lines(), ASKED):
            with self.subTest(json.dumps(question)):
                self.assertEqual({key: answer.get(key) for key in members}, members)

    def test_wrong_lines_name_the_field_and_not_the_value(self):
        ran = prap("days", given=lines_of(*({"op": "compute", **question} for question, _, _ in WRONG)))
        self.assertEqual(ran.code, 3)
        for answer, (question, field, code) in zip(ran.lines(), WRONG):
            with self.subTest(json.dumps(question)):
                self.assertEqual((answer["error"]["field"], answer["error"]["code"]), (field, code))

    def test_words(self):
        for words in (("compute", "D-17", "2021-04-30"), ("D-17", "2021-04-30"), ("employment-form", "2021-04-30")):
            self.assertIn("\ndue: 2021-04-24\n", prap("days", *words, "--policy", "pay5=clear").out)
        self.assertIn("holds: yes\n", prap("days", "open", "post", "2016-11-23T15:59").out)
        for words in (("D-17",), ("compute", "D-17"), ("open", "post"), ("D-17", "2021-04-31"),
                      ("D-17", "2021-04-30", "--policy", "pay5"), ("D-17", "2021-04-30", "--edition", "x")):
            self.assertEqual(prap("days", *words).code, 2, words)

    def test_a_closed_day_moves_a_due_day(self):
        asked = {"op": "compute", "computation": "D-02", "anchor": "2023-05-05"}
        closed = prap("days", "--closed", "2023-05-16=Moving house", given=lines_of(asked))
        self.assertEqual(closed.lines()[0]["moved"], {"before": "2023-05-30", "after": "2023-05-31"})
        self.assertEqual(closed.lines()[0]["due"], "2023-05-31")
        words = prap("days", "--closed", "2023-05-16=Moving house", "D-02", "2023-05-05")
        self.assertIn("\nmoved from: 2023-05-30\n", words.out)
        said = prap("explain", given=closed.out)
        self.assertEqual(said.out.splitlines()[:2], ["D-02 (IPES-3.30): due Wednesday 31 May 2023",
                                                     "  prudently Tuesday 30 May 2023"])
        self.assertIn("  moved from Tuesday 30 May 2023 by the calendar of the host\n", said.out)
        after = prap("days", "--closed", "2023-07-17=Moving house", given=lines_of(asked))
        self.assertNotIn("moved", after.lines()[0])

    def test_edition(self):
        ran = prap("days", "D-02", "2023-05-05", "--edition", "2027-01-02")
        self.assertIn("edition: 2027-01-02\n", ran.out)
        self.assertNotIn("2027-01-02", prap("days", "D-02", "2023-05-05").out)


if __name__ == "__main__":
    unittest.main()
