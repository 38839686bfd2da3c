"""The same bytes in any locale, time zone and terminal; for each scenario file the answers of the C API."""
import json
import os
import pty
import subprocess
import tempfile
import time
import unittest

from command import PRAP, SOURCE, InDirectory, accepted, lines_of, prap, received

FOLDER = SOURCE / "tests" / "scenarios"
SCENARIOS = sorted(FOLDER.rglob("*.jsonl"))
ELSEWHERE = {
    "LC_ALL": "tr_TR.UTF-8",
    "LANG": "tr_TR.UTF-8",
    "TZ": "Pacific/Kiritimati",
    "NO_COLOR": "1",
    "TERM": "xterm-256color",
    "COLUMNS": "20",
    "HOME": "/nonexistent",
}


class Elsewhere(InDirectory):
    def test_locale_and_time_zone(self):
        given = lines_of(
            received("İı-1"), accepted("İı-1", on="2023-05-10"), {"case": "Z", "event": "accept", "on": "x"}
        )
        self.stored(received("A1"), accepted("A1"))
        for words in (
            ["replay"],
            ["replay", "--text"],
            ["preview"],
            ["days", "is", "2023-05-06"],
            ["days", "D-14", "2021-03-27T12:00"],
            ["days", "open", "post", "2016-08-29T10:00"],
            ["version", "--json"],
            ["due", "--as-of", "2023-05-20", "--within=30", "--store", self.store],
            ["next", "--as-of", "2023-05-20", "--text", "--store", self.store],
            ["schema"],
            ["rules"],
            ["show", "A1", "--as-of", "2023-05-20", "--text", "--store", self.store],
            ["--help"],
        ):
            with self.subTest(" ".join(words)):
                here = prap(*words, given=given, env={"LC_ALL": "C", "TZ": "UTC"})
                for place in (
                    ELSEWHERE,
                    {"LC_ALL": "de_DE.UTF-8", "TZ": "America/St_Johns"},
                    {"TZ": ":broken"},
                ):
                    there = prap(*words, given=given, env=place)
                    self.assertEqual((there.out, there.err, there.code), (here.out, here.err, here.code))

    def test_terminal_changes_nothing(self):
        """On a terminal the data on standard output is what goes into a pipe."""
        leader, follower = pty.openpty()
        given = lines_of(received("A1"), accepted("A1", on="2023-05-10"))
        done = subprocess.run(
            [PRAP, "replay"], input=given.encode(), stdout=follower, stderr=follower, check=False
        )
        os.close(follower)
        shown = b""
        try:
            while piece := os.read(leader, 65536):
                shown += piece
        except OSError:
            pass
        os.close(leader)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(shown.replace(b"\r\n", b"\n").decode(), prap("replay", given=given).out)

    def slow_replay(self, errors):
        """Two lines with more than a second between them; standard error goes to errors."""
        with subprocess.Popen(
            [PRAP, "replay"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors
        ) as process:
            process.stdin.write(lines_of(received("A1")).encode())
            process.stdin.flush()
            time.sleep(1.3)
            process.stdin.write(lines_of(accepted("A1"), received("A2")).encode())
            process.stdin.close()
            out = process.stdout.read()
        self.assertEqual((process.returncode, out.count(b"\n")), (0, 3))

    def test_progress_is_for_terminals(self):
        leader, follower = pty.openpty()
        self.slow_replay(follower)
        os.close(follower)
        shown = os.read(leader, 65536)
        os.close(leader)
        self.assertIn(b"\r2 lines", shown)
        self.assertNotIn(b"\x1b", shown)
        with tempfile.TemporaryFile() as errors:
            self.slow_replay(errors)
            self.assertEqual(errors.tell(), 0)

    def test_clock_and_locale_are_not_imported(self):
        """Days come in as arguments; the names of months and weekdays are not the locale's."""
        done = subprocess.run(
            ["nm", "--undefined-only", "--dynamic", PRAP], capture_output=True, text=True, check=False
        )
        names = {line.split()[-1].split("@")[0] for line in done.stdout.splitlines()}
        if "malloc" not in names:
            self.skipTest("nm cannot read the command")
        clocks = {
            "time",
            "gettimeofday",
            "localtime",
            "localtime_r",
            "gmtime",
            "strftime",
            "setlocale",
            "timespec_get",
            "getdate",
            "mktime",
        }
        # clock_gettime is there: the PostgreSQL store measures how long it waits, by the clock that tells no day.
        self.assertEqual(names & clocks, set())


def golden_error(answer):
    """A golden error has no message, and the field of an unknown field is not named there."""
    if "error" in answer:
        field = "" if answer["error"]["code"] == "unknown-field" else answer["error"]["field"]
        answer["error"] = {"code": answer["error"]["code"], "field": field}
    return answer


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Scenarios(InDirectory):
    def run_file(self, path, command):
        header, *inputs = [json.loads(line) for line in path.read_text().splitlines()]
        policies = [f"--policy={name}={value}" for name, value in header.get("policies", {}).items()]
        for one in inputs:
            one.pop("expect", None)
        if "supplement" in header:
            with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8", delete=False) as file:
                json.dump(header["supplement"], file)
            self.addCleanup(os.unlink, file.name)
            policies.append(f"--supplement={file.name}")
        ran = prap(command, *policies, given="".join(compact(one) + "\n" for one in inputs))
        return ran.out.splitlines()

    def test_golden_answers(self):
        self.assertGreater(len(SCENARIOS), 10)
        for path in SCENARIOS:
            golden = SOURCE / "tests" / "golden" / "scenarios" / path.relative_to(FOLDER)
            with self.subTest(path.name):
                answers = self.run_file(path, "replay")
                for answer, expected in zip(answers, golden.read_text().splitlines(), strict=True):
                    if '"error":' in expected:
                        answer = compact(golden_error(json.loads(answer)))
                    self.assertEqual(answer, expected)

    def test_preview_answers_as_replay(self):
        for path in SCENARIOS:
            with self.subTest(path.name):
                self.assertEqual(self.run_file(path, "preview"), self.run_file(path, "replay"))


if __name__ == "__main__":
    unittest.main()
