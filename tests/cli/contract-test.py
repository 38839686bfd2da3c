"""The examples of the command's contract, byte for byte, and its manners."""
import json
import os
import subprocess
import unittest

from command import PRAP, InDirectory, accepted, lines_of, prap, received

ANSWER_KEYS = [
    "v",
    "id",
    "case",
    "verdict",
    "stage",
    "feed",
    "reasons",
    "deadlines",
    "notices",
    "version",
    "missing",
    "settings",
    "rulebook",
    "calendar",
    "as_of",
    "event",
    "on",
]


class Days(unittest.TestCase):
    def check(self, words, out):
        ran = prap("days", *words)
        self.assertEqual((ran.out, ran.err, ran.code), (out, "", 0))

    def test_examples(self):
        self.check(["add", "2023-05-05", "15"], "2023-05-30\n")
        self.check(["count", "2023-05-05", "2023-05-30"], "15\n")
        self.check(["is", "2023-05-08"], "not working: Bank holiday for the coronation of King Charles III\n")
        self.check(["is", "2023-05-06"], "not working: Saturday\n")
        self.check(["is", "2023-05-09"], "working\n")

    def test_directions(self):
        self.check(["add", "2023-05-09", "-1"], "2023-05-05\n")
        self.check(["add", "2023-05-06", "0"], "2023-05-06\n")
        self.check(["count", "2023-05-30", "2023-05-05"], "-15\n")
        self.check(["count", "2023-05-05", "2023-05-05"], "0\n")

    def test_division(self):
        self.check(["is", "2022-11-30"], "working\n")
        self.check(["is", "2022-11-30", "--division", "scotland"], "not working: St Andrew’s Day\n")
        self.check(["--division=northern-ireland", "is", "2023-03-17"], "not working: St Patrick’s Day\n")

    def test_why(self):
        self.check(
            ["add", "2023-05-05", "2", "--why"],
            "2023-05-05 Friday     the starting day, not counted\n"
            "2023-05-06 Saturday   skipped: Saturday\n"
            "2023-05-07 Sunday     skipped: Sunday\n"
            "2023-05-08 Monday     skipped: Bank holiday for the coronation of King Charles III\n"
            "2023-05-09 Tuesday    1\n"
            "2023-05-10 Wednesday  2\n"
            "2023-05-10\n",
        )
        self.check(
            ["count", "2023-05-09", "2023-05-06", "--why"],
            "2023-05-06 Saturday   the starting day, not counted\n"
            "2023-05-07 Sunday     skipped: Sunday\n"
            "2023-05-08 Monday     skipped: Bank holiday for the coronation of King Charles III\n"
            "2023-05-09 Tuesday    -1\n"
            "-1\n",
        )
        self.check(
            ["walk", "2023-05-09", "2023-05-05"],
            "2023-05-09 Tuesday    the starting day, not counted\n"
            "2023-05-08 Monday     skipped: Bank holiday for the coronation of King Charles III\n"
            "2023-05-07 Sunday     skipped: Sunday\n"
            "2023-05-06 Saturday   skipped: Saturday\n"
            "2023-05-05 Friday     -1\n"
            "-1\n",
        )

    def test_lines(self):
        ran = prap(
            "days",
            given='{"id":1,"op":"add","from":"2023-05-05","working_days":15,"division":"scotland"}\n'
            '{"id":2,"op":"count","from":"2023-05-05","to":"2023-05-30"}\n'
            '{"id":3,"op":"is","day":"2023-05-08"}\n'
            '{"id":4,"op":"add-months","from":"2023-01-31","months":1}\n'
            '{"id":"five","op":"is","day":"2023-05-09"}\n',
        )
        self.assertEqual(
            ran.out,
            '{"v":1,"id":1,"day":"2023-05-30"}\n'
            '{"v":1,"id":2,"working_days":15}\n'
            '{"v":1,"id":3,"working":false,'
            '"holiday":"Bank holiday for the coronation of King Charles III"}\n'
            '{"v":1,"id":4,"day":"2023-02-28"}\n'
            '{"v":1,"id":"five","working":true}\n',
        )
        self.assertEqual((ran.code, ran.err), (0, ""))

    def test_every_operation(self):
        for words, out in (
            ("nth 2023-05-05 1", "2023-05-05"),
            ("nth 2023-05-06 2", "2023-05-10"),
            ("nth 2023-05-06 -1", "2023-05-05"),
            ("next 2023-05-05", "2023-05-09"),
            ("previous 2023-05-09", "2023-05-05"),
            ("on-or-before 2023-05-08", "2023-05-05"),
            ("on-or-before 2023-05-05", "2023-05-05"),
            ("on-or-after 2023-05-06", "2023-05-09"),
            ("moved 2023-05-05 1", "not moved"),
            ("moved 2023-05-05 1 --closed 2023-05-09=Move", "2023-05-09 2023-05-10"),
            ("add-days 2023-12-31 1", "2024-01-01"),
            ("add-days 2023-05-05 -5", "2023-04-30"),
            ("add-months 2023-01-31 1", "2023-02-28"),
            ("add-years 2024-02-29 1", "2025-02-28"),
            ("count-days 2023-05-05 2023-05-30", "25"),
            ("count-days 2023-05-30 2023-05-05", "-25"),
            ("count-months 2023-01-31 2023-03-01", "1 month 1 day"),
            ("count-months 2023-03-31 2023-01-29", "-2 months -2 days"),
            ("nth-weekday 2023 5 3 -1", "2023-05-31"),
            ("nth-weekday 2024 2 4 5", "2024-02-29"),
        ):
            with self.subTest(words):
                self.check(words.split(), out + "\n")

    def test_every_operation_explains_its_walk(self):
        first = "2023-05-05 Friday     "
        skipped = (
            "2023-05-06 Saturday   skipped: Saturday\n2023-05-07 Sunday     skipped: Sunday\n"
            "2023-05-08 Monday     skipped: Bank holiday for the coronation of King Charles III\n"
        )
        self.check("nth 2023-05-05 1 --why".split(), first + "1\n2023-05-05\n")
        self.check(
            "nth 2023-05-05 2 --why".split(), first + "1\n" + skipped + "2023-05-09 Tuesday    2\n2023-05-09\n"
        )
        start = first + "the starting day, not counted\n"
        self.check("next 2023-05-05 --why".split(), start + skipped + "2023-05-09 Tuesday    1\n2023-05-09\n")
        self.check("walk 2023-05-05 2023-05-08".split(), start + skipped + "0\n")
        self.check(
            "on-or-after 2023-05-06 --why".split(), skipped + "2023-05-09 Tuesday    1\n2023-05-09\n"
        )

    def test_a_walk_at_the_edge_of_what_is_known(self):
        self.check(
            "on-or-before 2028-12-31 --why".split(),
            "2028-12-31 Sunday     skipped: Sunday\n2028-12-30 Saturday   skipped: Saturday\n"
            "2028-12-29 Friday     -1\n2028-12-29\n",
        )
        ran = prap("days", "walk", "2028-12-30", "2029-01-01")
        self.assertEqual((ran.out, ran.code), ("", 3))

    def test_every_operation_as_a_line(self):
        for line, answer in (
            ({"op": "nth", "from": "2023-05-05", "n": 15}, {"day": "2023-05-26"}),
            ({"op": "next", "day": "2023-05-05"}, {"day": "2023-05-09"}),
            ({"op": "previous", "day": "2023-05-09"}, {"day": "2023-05-05"}),
            ({"op": "on-or-before", "day": "2023-05-08"}, {"day": "2023-05-05"}),
            ({"op": "on-or-after", "day": "2023-05-08"}, {"day": "2023-05-09"}),
            ({"op": "add-days", "from": "2023-05-05", "days": 60}, {"day": "2023-07-04"}),
            ({"op": "add-years", "from": "2024-02-29", "years": 4}, {"day": "2028-02-29"}),
            ({"op": "count-days", "from": "2023-05-05", "to": "2023-07-04"}, {"days": 60}),
            ({"op": "count-months", "from": "2023-01-31", "to": "2023-03-30"}, {"months": 1, "days": 30}),
            ({"op": "nth-weekday", "year": 2023, "month": 5, "weekday": 1, "n": 1}, {"day": "2023-05-01"}),
            ({"op": "moved", "from": "2023-05-05", "working_days": 1}, {"moved": []}),
        ):
            with self.subTest(line["op"]):
                ran = prap("days", given=lines_of({"id": 7, **line}))
                self.assertEqual((ran.lines(), ran.code, ran.err), ([{"v": 1, "id": 7, **answer}], 0, ""))
                words = [line["op"], *(value for key, value in line.items() if key != "op")]
                told = prap("days", *words).out
                self.assertIn(str(list(answer.values())[0] or "not moved"), told)

    def test_a_walk_says_why(self):
        line = {"op": "walk", "from": "2023-05-09", "to": "2023-05-05"}
        why = [
            {
                "day": "2023-05-08",
                "kind": "holiday",
                "number": 0,
                "holiday": "Bank holiday for the coronation of King Charles III",
            },
            {"day": "2023-05-07", "kind": "weekend", "number": 0},
            {"day": "2023-05-06", "kind": "weekend", "number": 0},
            {"day": "2023-05-05", "kind": "working-day", "number": -1},
        ]
        self.assertEqual(prap("days", given=lines_of(line)).lines(), [{"v": 1, "working_days": -1, "why": why}])
        add = {"op": "add", "from": "2023-05-09", "working_days": -1}
        self.assertEqual(
            prap("days", "--why", given=lines_of(add)).lines(), [{"v": 1, "day": "2023-05-05", "why": why}]
        )
        line = {"op": "walk", "from": "2028-12-31", "to": "2029-01-02"}
        days = prap("days", "--provisional", given=lines_of(line)).lines()[0]["why"]
        self.assertEqual([day["coverage"] for day in days], ["provisional"] * 2)

    def test_lists(self):
        many = {"op": "add", "from": ["2023-05-05", "2023-05-06"], "working_days": 15}
        both = {"op": "add", "from": ["2023-05-05", "2023-05-06"], "working_days": [0, -1]}
        counts = {"op": "count", "from": "2023-05-05", "to": ["2023-05-30", "2023-05-05"]}
        are = {"op": "is", "day": ["2023-05-08", "2023-05-09"]}
        ran = prap("days", given=lines_of(many, both, counts, are, {**many, "from": []}))
        self.assertEqual(
            ran.lines(),
            [
                {"v": 1, "day": ["2023-05-30", "2023-05-30"]},
                {"v": 1, "day": ["2023-05-05", "2023-05-05"]},
                {"v": 1, "working_days": [15, 0]},
                {
                    "v": 1,
                    "working": [False, True],
                    "holiday": ["Bank holiday for the coronation of King Charles III", None],
                },
                {"v": 1, "day": []},
            ],
        )
        self.assertEqual((ran.code, ran.err), (0, ""))

    def test_lists_with_elements_that_have_no_answer(self):
        line = {"id": "a", "op": "add", "from": ["2028-12-29", "2023-05-05", "2040-12-31"], "working_days": 1}
        ran = prap("days", given=lines_of(line))
        answer = ran.lines()[0]
        self.assertEqual((answer["id"], answer["day"]), ("a", [None, "2023-05-09", None]))
        self.assertEqual([(error["i"], error["code"], error["field"]) for error in answer["errors"]],
                         [(0, "coverage", "from[0]"), (2, "coverage", "from[2]")])
        self.assertEqual((ran.code, len(ran.err.splitlines())), (3, 1))
        self.assertIn("standard input:1: from[0]: ", ran.err)
        answer = prap("days", "--provisional", given=lines_of(line)).lines()[0]
        self.assertEqual(answer["day"], ["2029-01-02", "2023-05-09", None])
        self.assertEqual(answer["coverage"], ["provisional", "known", None])

    def test_coverage(self):
        ran = prap(
            "days",
            given='{"id":7,"op":"add","from":"2028-12-01","working_days":500}\n'
            '{"id":8,"op":"is","day":"2023-05-09"}\n',
        )
        first, second = ran.lines()
        self.assertTrue(ran.out.startswith('{"v":1,"id":7,"error":{"code":"coverage",'))
        self.assertEqual(second, {"v": 1, "id": 8, "working": True})
        self.assertEqual(ran.code, 3)
        self.assertIn("coverage", prap("days", "add", "2028-12-01", "500").err)
        ran = prap("days", "--provisional", given='{"op":"add","from":"2028-12-01","working_days":500}\n')
        self.assertEqual(ran.lines()[0]["coverage"], "provisional")
        plain = prap("days", "add", "2028-12-01", "500", "--provisional")
        self.assertEqual((plain.out.strip(), plain.code), (ran.lines()[0]["day"], 0))
        self.assertIn("provisional", plain.err)
        self.assertEqual(ran.code, 0)


class Cases(InDirectory):
    def test_answer(self):
        ran = prap(
            "replay",
            "--store",
            self.store,
            given=lines_of(received("A1", recorded="2023-05-05"), accepted("A1", on="2023-05-10")),
        )
        first, second = ran.lines()
        self.assertTrue(
            ran.out.startswith(
                '{"v":1,"id":"A1-1","case":"A1","verdict":"permitted","stage":"received",'
                '"feed":"not-open","reasons":[],"deadlines":[{"deadline":"ack",'
                '"due":"2023-05-09","prudent":"2023-05-09","rule":"IPES-3.22",'
                '"status":"open"'
            ),
            ran.out,
        )
        self.assertEqual(list(first), [*ANSWER_KEYS[:-2], "outside", "event", "on"])
        self.assertEqual(first["outside"], "before")  # the page counts from 10 May 2023
        self.assertEqual((first["event"], first["on"]), ("referral-received", "2023-05-05"))
        self.assertEqual(list(second), ANSWER_KEYS)
        self.assertEqual((second["event"], second["on"]), ("accept", "2023-05-10"))
        self.assertEqual(second["verdict"], "refused")
        self.assertEqual([reason["rule"] for reason in second["reasons"]], ["IPES-3.23-N1"])
        self.assertEqual(second["reasons"][0]["severity"], "forbidden")
        self.assertEqual(second["reasons"][0]["cure_event"], "reject")
        self.assertEqual(second["version"], 1)
        self.assertEqual((ran.code, ran.err), (0, ""))

    def test_event_is_that_of_the_line(self):
        """The day it happened, not the day it was entered; and of a repeat, what was judged then."""
        late = {"case": "A1", "event": "contact-attempted", "on": "2023-05-11", "recorded": "2023-05-15"}
        given = lines_of(received("A1"), accepted("A1"), {**late, "id": "c"})
        for command in ("replay", "preview"):
            answer = prap(command, "--store", self.store, given=given).lines()[2]
            self.assertEqual(
                (answer["event"], answer["on"], answer["as_of"]),
                ("contact-attempted", "2023-05-11", "2023-05-15"),
            )
            prap("replay", "--store", self.store, given=given)
        again = prap("replay", "--store", self.store, given=given).lines()[2]
        self.assertEqual(list(again), [*ANSWER_KEYS, "duplicate"])
        self.assertEqual((again["event"], again["on"]), ("contact-attempted", "2023-05-11"))

    def test_exit_status(self):
        given = lines_of(received("A1"), accepted("A1", on="2023-05-10"))
        self.assertEqual(prap("replay", "--exit-status", given=given).code, 1)
        self.assertEqual(prap("preview", "--exit-status", given=given).code, 1)
        self.assertEqual(prap("replay", "--exit-status", given=lines_of(received("A1"))).code, 0)

    def test_policy(self):
        given = lines_of(received("A1"), accepted("A1", on="2023-05-10"))
        ran = prap("replay", "--policy", "late-ack=allow-with-breach", given=given)
        self.assertEqual(ran.lines()[1]["verdict"], "permitted")
        self.assertIn({"policy": "late-ack", "value": "allow-with-breach"}, ran.lines()[1]["settings"])
        number = prap(
            "replay",
            "--policy=min-attempts=1",
            "--policy",
            "P-LATE-ACK=REFUSE",
            given=lines_of(
                received("A1"),
                accepted("A1"),
                {"case": "A1", "event": "dna-recorded", "on": "2023-05-12", "reason": "unreachable"},
            ),
        ).lines()[2]
        self.assertIn({"policy": "min-attempts", "value": 1}, number["settings"])

    def test_ids_are_echoed_as_given(self):
        ran = prap(
            "replay",
            given=lines_of(
                {**received("A1"), "id": 7},
                {**received("A2"), "id": "sieben ü"},
                {key: value for key, value in received("A3").items() if key != "id"},
            ),
        )
        self.assertEqual([one.get("id") for one in ran.lines()], [7, "sieben ü", None])
        self.assertIn('"id":"sieben ü"', ran.out)

    def test_repeat_is_duplicate(self):
        self.stored(received("A1"), accepted("A1"))
        ran = prap("replay", "--store", self.store, given=lines_of(received("A1"), accepted("A1")))
        self.assertEqual([one.get("duplicate") for one in ran.lines()], [True, True])
        self.assertEqual([one["version"] for one in ran.lines()], [1, 2])

    def test_tenants_are_apart(self):
        self.stored(received("A1"))
        ran = prap("replay", "--store", self.store, "--tenant", "north", given=lines_of(received("A1")))
        self.assertEqual(ran.lines()[0]["verdict"], "permitted")
        ran = prap("show", "A1", "--as-of", "2023-05-05", "--store", self.store, "--tenant", "south")
        self.assertEqual((ran.lines()[0]["error"]["code"], ran.code), ("no-such-case", 3))

    def test_preview_builds_and_stores_nothing(self):
        self.stored(received("A1"))
        before = self.file.read_bytes()
        given = lines_of(
            accepted("A1"),
            {"case": "A1", "event": "meeting-attended", "on": "2023-05-16"},
            received("A2"),
            received("A1"),
            {**accepted("A1"), "event": "reject"},
        )
        ran = prap("preview", "--store", self.store, given=given)
        self.assertEqual([one.get("stage") for one in ran.lines()][:3], ["accepted", "attended", "received"])
        self.assertTrue(ran.lines()[3]["duplicate"])
        self.assertEqual(ran.lines()[4]["error"]["code"], "id-reused")
        self.assertEqual(self.file.read_bytes(), before)
        self.assertEqual(prap("replay", "--store", self.store, given=given).out, ran.out)

    def test_preview_over_nothing(self):
        given = lines_of(received("A1"), accepted("A1"))
        self.assertEqual(prap("preview", given=given).out, prap("replay", given=given).out)

    def test_due(self):
        self.stored(received("A1"), received("A2", on="2023-05-04"), accepted("A2", on="2023-05-05"))

        def listed(*words):
            return [
                (one["due"], one["deadline"], one["case"], one["days_left"], one["working_days_left"])
                for one in prap("due", "--store", self.store, *words).lines()
            ]

        self.assertEqual(listed("--as-of", "2023-05-10"), [("2023-05-09", "ack", "A1", -1, -1)])
        self.assertEqual(listed("--as-of", "2023-05-08"), [])
        self.assertEqual(listed("--as-of", "2023-05-09"), [("2023-05-09", "ack", "A1", 0, 0)])
        self.assertEqual(
            listed("--within", "20", "--as-of=2023-05-10"),
            [
                ("2023-05-09", "ack", "A1", -1, -1),
                ("2023-05-26", "meet", "A2", 16, 12),
                ("2023-05-26", "record", "A2", 16, 12),
                ("2023-05-30", "meet", "A1", 20, 13),
                ("2023-05-30", "record", "A1", 20, 13),
            ],
        )
        ran = prap("due", "--store", self.store, "--as-of", "2023-05-10")
        self.assertEqual(
            list(ran.lines()[0]),
            [
                "v",
                "case",
                "deadline",
                "due",
                "prudent",
                "status",
                "days_left",
                "working_days_left",
                "rule",
                "stage",
                "last_working_day",
            ],
        )

    def test_due_on_a_past_day(self):
        """What was met since was unmet then."""
        self.stored(received("A1"), accepted("A1"))
        ran = prap("due", "--store", self.store, "--as-of", "2023-05-08", "--within", "1")
        self.assertEqual([(one["deadline"], one["stage"]) for one in ran.lines()], [("ack", "received")])

    def test_next(self):
        self.stored(
            received("A1"), accepted("A1"), {"case": "A1", "event": "meeting-attended", "on": "2023-05-16"}
        )

        def events(day):
            ran = prap("next", "A1", "--store", self.store, "--as-of", day)
            self.assertEqual(ran.code, 0, ran.out)
            outside = ["outside"] if day < "2023-05-10" else []
            self.assertEqual(list(ran.lines()[0]), ["v", "case", "stage", "as_of", *outside, "events"])
            return {one["event"]: one for one in ran.lines()[0]["events"]}

        now = events("2023-05-18")
        self.assertEqual(now["start-recorded"]["verdict"], "undecided")
        self.assertEqual(now["start-recorded"]["on"], "2023-05-16")
        self.assertIn("identity-checked", now["start-recorded"]["needs"])
        self.assertEqual(now["accept"]["reasons"][0]["reason"], "already-acknowledged")
        self.assertEqual(
            now["contact-attempted"],
            {"event": "contact-attempted", "verdict": "permitted", "needs": [], "reasons": []},
        )
        self.assertNotIn("auto-dna", now)
        before = events("2023-05-08")
        self.assertEqual(before["accept"]["verdict"], "permitted")
        verdicts = [one["verdict"] for one in now.values()]
        order = ["permitted", "undecided", "text-silent", "refused"]
        self.assertEqual(verdicts, sorted(verdicts, key=order.index))

    def test_next_of_all(self):
        self.stored(received("B"), received("A"), received("C", on="2023-06-01"))
        ran = prap("next", "--store", self.store, "--as-of", "2023-05-05")
        self.assertEqual([one["case"] for one in ran.lines()], ["A", "B"])

    def test_show(self):
        self.stored(received("A1", made="2023-05-04", scr=False), accepted("A1"))
        ran = prap("show", "A1", "--as-of", "2023-05-08", "--store", self.store)
        one = ran.lines()[0]
        keys = [key for key in ANSWER_KEYS if key not in ("id", "verdict", "event", "on")]
        self.assertEqual(list(one), [*keys, "outside", "days", "attempts", "breaches", "history"])
        self.assertEqual(one["outside"], "before")
        self.assertEqual(one["stage"], "received")
        self.assertEqual(one["days"], {"received": "2023-05-05", "made": "2023-05-04"})
        self.assertEqual(
            one["history"],
            [
                {
                    "sequence": 1,
                    "event": "referral-received",
                    "on": "2023-05-05",
                    "recorded": "2023-05-05",
                    "id": "A1-1",
                    "facts": {"made": "2023-05-04", "scr": False},
                    "stage": "received",
                    "rulebook": one["rulebook"],
                    "calendar": one["calendar"],
                    "division": "england-and-wales",
                }
            ],
        )
        self.assertEqual(
            len(prap("show", "A1", "--as-of", "2023-05-09", "--store", self.store).lines()[0]["history"]), 2
        )

    def test_questions_about_standard_input(self):
        """Without --store the caseload is the events on standard input."""
        events = [received("A1"), accepted("A1"), received("A2")]
        self.stored(*events)
        words = ["--as-of", "2023-05-31", "--within", "10"]
        for command in (["due", *words], ["next", *words[:2]], ["show", "A2", *words[:2]]):
            asked, stored = prap(*command, given=lines_of(*events)), prap(*command, "--store", self.store)
            self.assertEqual((asked.out, asked.err, asked.code), (stored.out, "", 0))
            with_bad_line = prap(*command, given="{}\n" + lines_of(*events))
            self.assertEqual((with_bad_line.out, with_bad_line.code), (stored.out, 3))
            self.assertIn("standard input:1: case: ", with_bad_line.err)

    def test_history_keeps_every_kind_of_fact(self):
        met = {
            "id": "m",
            "case": "A1",
            "event": "meeting-attended",
            "on": "2023-05-16",
            "mode": "face-to-face",
        }
        started = {
            "id": "s",
            "case": "A1",
            "event": "start-recorded",
            "on": "2023-05-16",
            "employed": False,
            "identity-checked": True,
            "employment-checked": True,
        }
        left = {
            "id": "l",
            "case": "A1",
            "event": "left",
            "on": "2023-06-16",
            "code": 46,
            "policy-advice": True,
            "moved-out": "unknown",
        }
        self.stored(received("A1", made="2023-05-04"), accepted("A1"), met, started, left)
        shown = prap("show", "A1", "--as-of", "2023-06-16", "--store", self.store).lines()[0]
        self.assertEqual((shown["stage"], shown["code"]), ("left", 46))
        facts = [event["facts"] for event in shown["history"]]
        self.assertEqual(facts[0], {"made": "2023-05-04"})
        self.assertEqual(facts[2], {"mode": "face-to-face"})
        self.assertEqual(facts[3], {"identity-checked": True, "employment-checked": True, "employed": False})
        self.assertEqual(facts[4], {"code": 46, "policy-advice": True, "moved-out": "unknown"})
        text = prap("show", "A1", "--as-of", "2023-06-16", "--store", self.store, "--text", "--sensitive").out
        self.assertIn("  Leaver code 46.\n", text)
        self.assertIn("left; code 46, policy-advice yes, moved-out unknown (l)\n", text)

    def test_files_that_cannot_be_read(self):
        for words in (
            ["replay", self.directory],
            ["replay", "--store", self.store, self.directory / "none.jsonl"],
            ["explain", self.directory / "none.jsonl"],
            ["extract", "check", "--map", self.directory],
            ["extract", "import", "--known", self.file, "--key", self.directory],
        ):
            ran = prap(*words)
            self.assertEqual((ran.code, ran.out), (4, ""))
            self.assertIn("cannot be read", ran.err)
        ran = prap("due", "--as-of", "2023-05-09", "--outages", self.directory)
        self.assertEqual((ran.code, ran.out), (4, ""))
        self.assertIn(f"{self.directory}: Is a directory", ran.err)
        self.assertFalse(self.file.exists())

    def test_operands_that_are_no_utf_8(self):
        """Bytes of no character are no lack of memory; U+FFFD stands for each in the answer."""
        name = os.fsdecode(b"\xffA\xe2\x82")
        for command in ("show", "next", "outcome", "path", "records", "feed"):
            ran = prap(command, "--as-of", "2023-05-09", name)
            self.assertEqual((ran.code, ran.lines()[0]["case"]), (3, "\ufffdA\ufffd\ufffd"), ran.err)
            self.assertEqual(ran.lines()[0]["error"]["code"], "text")
        ran = prap("next", "A1", "--as-of", "2023-05-09", "--fact", "reached=" + name)
        self.assertEqual((ran.code, ran.out), (2, ""), ran.err)
        ran = prap("retain", "--as-of", "2023-05-09", "--fact", "legal-hold=" + name)
        self.assertEqual((ran.code, ran.out), (2, ""), ran.err)
        ran = prap("contacts", "--own", "post-helpline=" + name)
        self.assertEqual((ran.code, ran.lines()[0]["own"]), (0, "\ufffdA\ufffd\ufffd"), ran.err)

    def test_sweep(self):
        self.stored(received("A1"), accepted("A1"))
        ran = prap("replay", "--store", self.store, "--sweep", "2023-07-10")
        self.assertIn("1 turned to automatic DNA", ran.err)
        ran = prap("show", "A1", "--as-of", "2023-07-10", "--store", self.store)
        self.assertEqual(
            (ran.lines()[0]["stage"], ran.lines()[0]["history"][-1]["event"]), ("auto-dna", "auto-dna")
        )

    def test_files_one_after_another(self):
        first, second = self.directory / "one.jsonl", self.directory / "two.jsonl"
        first.write_text(lines_of(received("A1")))
        second.write_text("\r\n  \n" + lines_of(accepted("A1")).strip() + "\r\n\n{\n")
        ran = prap("replay", first, "-", second, given=lines_of(received("A2")))
        self.assertEqual([one.get("case") for one in ran.lines()], ["A1", "A2", "A1", None])
        self.assertEqual(ran.lines()[3]["line"], 5)
        self.assertIn(f"{second}:5: ", ran.err)


class Pipes(InDirectory):
    def closed(self, which, *words):
        """Runs the command without one of the standard streams, and with the others."""
        return subprocess.run(
            ["sh", "-c", f'exec "$0" "$@" {which}', PRAP, *map(str, words)],
            input=lines_of(received("A1")).encode(),
            capture_output=True,
            check=False,
        )

    def test_streams_that_are_closed(self):
        """No file that is opened takes their place: nothing to read is no empty caseload, and 4 is said."""
        for words in (["replay"], ["replay", "--store", self.store], ["due", "--as-of", "2023-05-09"], ["days"]):
            done = self.closed("<&-", *words)
            self.assertEqual((done.returncode, done.stdout), (4, b""), words)
            self.assertIn(b"standard input cannot be read", done.stderr)
        for words in (["replay", "--store", self.store], ["version"]):
            done = self.closed(">&-", *words)
            self.assertEqual(done.returncode, 4, words)
            self.assertIn(b"standard output cannot be written", done.stderr)

    def test_messages_go_nowhere_else(self):
        """Without standard error what is told to people is told to nobody, and to no file."""
        today, events = self.directory / "today.csv", self.directory / "events.jsonl"
        today.write_text("prap-referral-id,surname\nR1,Bee\nR2\n")
        done = self.closed("2>&-", "extract", "import", "--programme", "whp", "--events", events, today)
        self.assertEqual(done.returncode, 3)
        self.assertEqual(events.read_bytes(), b"")
        self.assertIn(b'"code":"csv"', done.stdout)

    def test_closed_pipe_ends_quietly(self):
        given = self.directory / "many.jsonl"
        given.write_text(lines_of(*(received(f"A{i}") for i in range(600))))
        with subprocess.Popen(
            [PRAP, "replay", "--store", self.store, given], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            process.stdout.readline()
            process.stdout.close()
            err = process.stderr.read()
        self.assertEqual(err, b"")
        self.assertIn(process.returncode, (0, -13))
        again = prap("replay", "--store", self.store, given)
        self.assertEqual((again.code, len(again.lines())), (0, 600))

    def test_full_disk_is_said(self):
        for words in (
            ["replay", "-"],
            ["days", "add", "2023-05-05", "15"],
            ["version"],
            ["rules"],
            ["--help"],
        ):
            with open("/dev/full", "wb") as full:
                done = subprocess.run(
                    [PRAP, *words],
                    input=lines_of(received("A1")).encode(),
                    stdout=full,
                    stderr=subprocess.PIPE,
                    check=False,
                )
            self.assertEqual(done.returncode, 4, words)
            self.assertIn(b"standard output cannot be written", done.stderr)

    def test_answer_comes_before_the_next_line_is_read(self):
        with subprocess.Popen([PRAP, "replay"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            process.stdin.write(lines_of(received("A1")).encode())
            process.stdin.flush()
            self.assertEqual(json.loads(process.stdout.readline())["case"], "A1")
            process.stdin.close()


if __name__ == "__main__":
    unittest.main()
