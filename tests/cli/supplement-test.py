#!/usr/bin/env python3
"""--supplement: a file of what the documents leave to the host, and prap presets."""
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

PRAP = os.environ["PRAP"]
REFERRAL = json.dumps({"id": "1", "case": "A", "programme": "whp", "event": "referral-received", "on": "2021-05-04",
                       "made": "2021-05-04"}) + "\n"
OURS = {"name": "ours", "programme": "whp", "fills": "ack", "anchor": "made", "n": 2, "unit": "working-days",
        "done_by": ["acknowledged"], "source": "Our contract"}


def run(*arguments, text=REFERRAL):
    return subprocess.run([PRAP, *arguments], input=text, capture_output=True, text=True, check=False)


class Supplements(unittest.TestCase):
    def given(self, supplement, *arguments, text=REFERRAL):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "supplement.json"
            path.write_text(supplement if isinstance(supplement, str) else json.dumps(supplement), encoding="utf-8")
            return run(*arguments, "--supplement", str(path), text=text)

    def test_the_hosts_deadlines_show_everywhere(self):
        answer = json.loads(self.given({"deadlines": [OURS]}, "replay").stdout)
        ack = answer["deadlines"][0]
        self.assertEqual((ack["deadline"], ack["due"], ack["defined_by"], ack["name"], ack["source"], ack["ambiguity"]),
                         ("ack", "2021-05-06", "host", "ours", "Our contract", "AMB-95"))
        self.assertNotIn("rule", ack)
        due = json.loads(self.given({"deadlines": [OURS]}, "due", "--as-of", "2021-05-06").stdout)
        self.assertEqual((due["deadline"], due["due"], due["name"]), ("ack", "2021-05-06", "ours"))
        shown = self.given({"deadlines": [OURS]}, "show", "A", "--as-of", "2021-05-06", "--text").stdout
        self.assertIn("ours, defined by the host: Our contract", shown)
        self.assertIn("no limit", shown)

    def test_without_one_it_is_not_defined(self):
        answer = json.loads(run("replay").stdout)
        self.assertEqual({row["deadline"]: row["status"] for row in answer["deadlines"]},
                         {"ack": "not-defined", "meet": "not-defined", "auto60": "not-defined"})
        self.assertEqual(run("due", "--as-of", "2031-01-01").stdout, "")

    def test_what_is_wrong_is_named(self):
        for supplement, said in (
                ("[", "not a JSON object"), ("[]", "an object is wanted"), ({"notes": []}, "no such field"),
                ({"deadlines": {}}, "deadlines: a list"), ({"deadlines": [1]}, "deadlines[0]"),
                ({"deadlines": [{**OURS, "note": "x"}]}, "deadlines[0]: there is no such field"),
                ({"deadlines": [{**OURS, "anchor": "birthday"}]}, "deadlines[0].anchor"),
                ({"deadlines": [{**OURS, "n": "2"}]}, "deadlines[0].n"),
                ({"deadlines": [{**OURS, "include_day": 1}]}, "deadlines[0].include_day"),
                ({"deadlines": [{**OURS, "done_by": "made"}]}, "deadlines[0].done_by"),
                ({"deadlines": [{**OURS, "done_by": ["never"]}]}, "deadlines[0].done_by"),
                ({"deadlines": [{**OURS, "done_by": ["made"] * 4}]}, "deadlines[0].done_by"),
                ({"deadlines": [OURS, {**OURS, "name": "two"}]}, "deadlines[1].valid_from"),
                ({"deadlines": [{**OURS, "programme": "ipes"}]}, "deadlines[0].fills"),
                ({"deadlines": [OURS] * 33}, "deadlines"),
                ({"thresholds": [{"from": "2021-04-01"}]}, "thresholds[0].pence"),
                ({"thresholds": [{"from": "2021-04-01", "pence": 1.5}]}, "thresholds[0].pence"),
                ({"suspensions": [{"until": "2021-04-01"}]}, "suspensions[0].from"),
                ({"suspensions": [{"from": "2021-4-1"}]}, "suspensions[0].from")):
            done = self.given(supplement, "replay")
            self.assertEqual((done.returncode, done.stdout), (2, ""), supplement)
            self.assertIn(said, done.stderr)
        self.assertEqual(run("replay", "--supplement", "/nowhere/at-all.json").returncode, 4)

    def test_presets_are_definitions_that_a_supplement_takes(self):
        presets = [json.loads(line) for line in run("presets").stdout.splitlines()]
        self.assertTrue(all("outside the five documents" in one["definition"]["source"] for one in presets))
        done = self.given({"deadlines": [one["definition"] for one in presets]}, "replay")
        rows = {row["deadline"]: row for row in json.loads(done.stdout)["deadlines"]}
        self.assertEqual(rows["ack"]["due"], "2021-05-06")
        self.assertEqual(rows["auto60"]["status"], "not-defined")
        self.assertEqual(rows["whp-record"]["due"], "2021-05-25")


if __name__ == "__main__":
    unittest.main()
