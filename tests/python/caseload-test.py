"""The example caseload through Python: every answer and every list of what is due, against the answers that
docs/examples/caseload/ makes by arithmetic of its own; and the example program, run as its user would."""
import datetime
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import prap
from prap import lines

import support

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"
CASELOAD = EXAMPLES / "caseload"


def objects(name):
    return [json.loads(line) for line in (CASELOAD / name).read_text(encoding="utf-8").splitlines()]


def open_lines(path):
    return path.read_bytes().splitlines()


class Caseload(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.engine = support.engine_over(prap.SQLiteStore(":memory:"))
        with open(CASELOAD / "caseload.jsonl", "rb") as events:
            cls.answers = [json.loads(text) for text in lines.replay(cls.engine, events)]

    def test_every_answer_is_the_expected_one(self):
        expected = objects("expected.jsonl")
        self.assertEqual(len(self.answers), len(expected))
        self.assertGreater(len({answer["case"] for answer in self.answers}), 200)
        for wanted, found in zip(expected, self.answers):
            with self.subTest(id=wanted["id"]):
                self.assertEqual(found["id"], wanted["id"])
                self.assertEqual((found["verdict"], found["stage"]), (wanted["verdict"], wanted["stage"]))
                self.assertEqual(found.get("duplicate", False), wanted.get("duplicate", False))
                clocks = {clock["deadline"]: clock for clock in found["deadlines"]}
                for name, days in wanted.get("deadlines", {}).items():
                    self.assertEqual({key: clocks[name][key] for key in days}, days)

    def test_what_was_due_on_each_day_though_much_was_recorded_since(self):
        for row in objects("expected-due.jsonl"):
            due = self.engine.due(datetime.date.fromisoformat(row["as_of"]), row["within"])
            found = [{"case": item.case, "deadline": item.clock.deadline.word,
                      "due": item.clock.due.isoformat(), "prudent": item.clock.prudent.isoformat(),
                      "status": item.clock.status.word}
                     for item in due]
            with self.subTest(as_of=row["as_of"]):
                self.assertEqual(sorted(found, key=str), sorted(row["due"], key=str))

    def test_bad_lines_are_told_and_change_nothing(self):
        before = self.engine.walk(datetime.date(2030, 1, 1))
        with open(CASELOAD / "bad-lines.jsonl", "rb") as events:
            answers = [json.loads(text) for text in lines.replay(self.engine, events)]
        self.assertEqual([(answer["line"], answer["error"]["code"], answer["error"].get("field", ""))
                          for answer in answers],
                         [(row["line"], row["code"], row["field"])
                          for row in objects("bad-lines-expected.jsonl")])
        self.assertEqual(self.engine.walk(datetime.date(2030, 1, 1)), before)

    def test_every_case_is_shown_as_its_last_answer_left_it(self):
        last = {answer["case"]: answer for answer in self.answers if answer["verdict"] == "permitted"}
        for case in list(last)[::7]:
            shown = self.engine.show(case, datetime.date.fromisoformat(last[case]["as_of"]))
            self.assertEqual((shown.stage.word, shown.version, len(shown.history)),
                             (last[case]["stage"], last[case]["version"], last[case]["version"]))


REPLAY = """
import sys, prap
from prap import lines
store, events = sys.argv[1:]
engine = prap.Engine(prap.Rulebook(), prap.SQLiteStore(store))
for text in lines.replay(engine, open(events, "rb")):
    print(text, flush=True)
"""


class Killed(unittest.TestCase):
    """A process killed in the middle of its replay: what it answered is there, nothing is half written, and a second
    run ends where an undisturbed one does."""

    def test_killed_at_several_places(self):
        with tempfile.TemporaryDirectory() as directory:
            events = Path(directory) / "events.jsonl"
            with open(CASELOAD / "caseload.jsonl", encoding="utf-8") as lines_of_all:
                events.write_text("".join(line for line, _ in zip(lines_of_all, range(120))), encoding="utf-8")
            whole = prap.SQLiteStore(":memory:")
            expected = list(lines.replay(support.engine_over(whole), open_lines(events)))
            for kill_after in (1, 90):
                store = Path(directory) / f"killed-{kill_after}.db"
                answered = self.replay_and_kill(store, events, kill_after)
                self.assertEqual(answered, expected[:len(answered)])
                with prap.SQLiteStore(store) as kept:
                    kept.check()
                    engine = support.engine_over(kept)
                    for text in answered:
                        answer = json.loads(text)
                        if answer["verdict"] == "permitted":
                            ids = {event.id for event in engine.history(answer["case"], datetime.date.max)}
                            self.assertIn(answer["id"], ids)
                    list(lines.replay(engine, open_lines(events)))
                    day = datetime.date(2030, 1, 1)
                    self.assertEqual([case.to_json() for case in engine.walk(day)],
                                     [case.to_json() for case in support.engine_over(whole).walk(day)])

    def replay_and_kill(self, store, events, kill_after):
        """The answers that were read before and after the kill."""
        process = subprocess.Popen([sys.executable, "-c", REPLAY, str(store), str(events)],
                                   stdout=subprocess.PIPE, text=True, encoding="utf-8")
        with process:
            answered = [process.stdout.readline().rstrip("\n") for _ in range(kill_after)]
            process.kill()
            rest = process.stdout.read()
        return answered + [line[:-1] for line in rest.splitlines(keepends=True) if line.endswith("\n")]


class Program(unittest.TestCase):
    def run_program(self, *arguments):
        return subprocess.run([sys.executable, str(EXAMPLES / "python" / "caseload.py"),
                               *map(str, arguments)],
                              capture_output=True, text=True, encoding="utf-8", check=False)

    def test_it_says_what_is_due_what_was_refused_and_how_a_case_went(self):
        with tempfile.TemporaryDirectory() as directory:
            store = Path(directory) / "caseload.db"
            arguments = (store, "2023-05-09", "D02-05-entered-late", CASELOAD / "caseload.jsonl",
                         CASELOAD / "bad-lines.jsonl")
            first = self.run_program(*arguments)
            self.assertEqual(first.returncode, 0, first.stderr)
            for row in next(row for row in objects("expected-due.jsonl")
                            if row["as_of"] == "2023-05-09")["due"]:
                self.assertRegex(first.stdout, f"{row['due']}  {row['deadline']} .*  {row['case']}  ")
            self.assertIn("IPES-3.23-N1 (IPES 3.23): ", first.stdout)
            self.assertIn("what cures it: reject it and ask the Jobcentre to refer again", first.stdout)
            self.assertIn("record: due 2023-04-18, missed on 2023-04-19", first.stdout)
            self.assertEqual(len(first.stderr.splitlines()), 10)
            self.assertIn("bad-lines.jsonl:3: day: on: ", first.stderr)
            again = self.run_program(*arguments)
            # a refusal is judged anew, the rest stands
            parts = [run.stdout.split("\n\n") for run in (first, again)]
            self.assertEqual([parts[1][1], parts[1][3]], [parts[0][1], parts[0][3]])

    def test_it_says_what_is_wrong_with_its_arguments(self):
        self.assertEqual(self.run_program().returncode, 2)
        with tempfile.TemporaryDirectory() as directory:
            missing = self.run_program(Path(directory) / "x.db", "2023-05-09", "nobody",
                                       CASELOAD / "bad-lines.jsonl")
            self.assertEqual(missing.returncode, 1)
            self.assertIn("caseload.py: no-such-case: case: ", missing.stderr)
            foreign = self.run_program(CASELOAD / "caseload.jsonl", "2023-05-09", "A",
                                       CASELOAD / "bad-lines.jsonl")
            self.assertIn("caseload.py: not-ours: ", foreign.stderr)


if __name__ == "__main__":
    support.main()
