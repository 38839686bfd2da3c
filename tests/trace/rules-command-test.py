#!/usr/bin/env python3
"""`prap rules` leads every rule to files and tests that are there, and counts as trace.py counts.

    rules-command-test.py PRAP
"""
import json
import subprocess
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "lib/catalogue"))
import trace  # noqa: E402

PRAP = sys.argv.pop(1)
KEYS = ["id", "document", "paragraph", "lines", "kind", "software", "text", "status", "code", "tests"]


def rules(*words):
    done = subprocess.run([PRAP, "rules", *words], capture_output=True, text=True, check=True)
    return done.stdout


class Rules(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.objects = [json.loads(line) for line in rules("--json").splitlines()]
        cls.tree = trace.Tree(TOP)
        cls.traces, faults = trace.trace(cls.tree)
        assert not faults, faults

    def test_one_object_for_each_rule_with_the_keys_in_order(self):
        self.assertEqual([one["id"] for one in self.objects], [row[2] for row in self.tree.rows])
        for one in self.objects:
            self.assertEqual(next(iter(one)), "v")
            self.assertEqual([key for key in one if key in KEYS], KEYS)

    def test_each_stands_as_the_marks_say(self):
        for one in self.objects:
            rule = self.traces[one["id"]]
            self.assertEqual((one["status"].replace("-", " "), one["by"], one["code"], one["tests"]),
                             (rule.status, rule.by, rule.code, rule.tests), one["id"])

    def test_what_is_decided_leads_to_files_and_tests_that_are_there(self):
        places = trace.places(self.tree)
        for one in self.objects:
            does = one["status"] in ("decided", "reminded", "recorded")
            self.assertEqual(does, bool(one["code"]), one["id"])
            self.assertEqual(does, bool(one["tests"]), one["id"])
            for path in [*one["code"], *(places[name] for name in one["tests"])]:
                self.assertTrue((TOP / path).is_file(), f"{one['id']}: {path}")

    def test_a_person_reads_the_same(self):
        if not self.objects[0]["text"]:
            self.skipTest("built without the texts of the catalogue")
        self.assertEqual(rules("IPES-3.26", "PD-3"), """\
IPES-3.26
  IPES Chapter 3: referral process, initial engagement and starts, paragraph 3.26, line 130
  transition; for software: decidable from recorded facts and days
  If the referral had already been made, the work coach notifies the provider, who records Did Not Attend in PRaP.
  decided by reason referral-was-made, row dna-recorded withdrawn
  code: lib/programmes/ipes/transitions.c, lib/referral/guards/referring.c, lib/vocabulary/reasons.def
  tests: """ + ", ".join(self.traces["IPES-3.26"].tests) + """
PD-3
  Provider Direct - Work Programme, version 13, paragraph 3, lines 23 to 25
  definition; for software: a person's judgement or another organisation's act
  The aim is fewer inappropriate compliance-doubt referrals.
  shown only
""")


if __name__ == "__main__":
    unittest.main()
