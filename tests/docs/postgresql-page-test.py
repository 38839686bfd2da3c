#!/usr/bin/env python3
"""What docs/guide/postgresql.md tells an administrator works: its SQL runs, and each role it makes can do its work and no
more.

    cluster.py postgresql-page-test.py PAGE PRAP RELAY
"""
import json
import os
import pathlib
import subprocess
import sys
import unittest

from blocks import blocks_of

PAGE, PRAP, RELAY = sys.argv[1:4]
SERVER = os.environ["PRAP_TEST_POSTGRESQL"]


def as_role(role):
    return f"postgresql:{SERVER} user={role}"


def psql(text, role="prap"):
    return subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", f"{SERVER} user={role}", "-f", "-"],
                          input=text, capture_output=True, text=True)


def prap(*words, given=""):
    return subprocess.run([PRAP, *words], input=given, capture_output=True, text=True)


def event(case):
    return json.dumps({"id": f"{case}-1", "case": case, "programme": "ipes", "event": "referral-received",
                       "on": "2023-05-05"}) + "\n"


class Page(unittest.TestCase):
    def test_roles(self):
        self.assertEqual(prap("replay", "--store", as_role("prap"), given=event("A")).returncode, 0)
        blocks = [block for block in blocks_of(pathlib.Path(PAGE)) if block.language == "sql"]
        self.assertEqual(len(blocks), 3)
        for block in blocks:
            ran = psql(block.text)
            self.assertEqual((ran.returncode, ran.stderr), (0, ""), block.text)
        ran = psql("".join(f"CREATE ROLE my_{name} LOGIN IN ROLE prap_{name};" for name in ("judge", "relayer", "reader")))
        self.assertEqual((ran.returncode, ran.stderr), (0, ""))

        ran = prap("replay", "--store", as_role("my_judge"), given=event("A") + event("B"))
        self.assertEqual((ran.returncode, ran.stderr), (0, ""))
        self.assertEqual(ran.stdout.count('"permitted"'), 2)
        for forbidden in ("DELETE FROM prap.event", "UPDATE prap.event SET id = ''", "DELETE FROM prap.case_",
                          "SELECT * FROM prap.notice", "DROP TABLE prap.case_", "INSERT INTO prap.form VALUES (9)"):
            self.assertIn("ERROR", psql(forbidden, "my_judge").stderr, forbidden)

        ran = subprocess.run([RELAY, as_role("my_relayer")], capture_output=True, text=True)
        self.assertEqual((ran.returncode, ran.stderr), (0, ""))
        self.assertEqual([line.split("\t")[1] for line in ran.stdout.splitlines()], ["A", "B"])
        for forbidden in ("SELECT * FROM prap.case_", "SELECT * FROM prap.event", "DELETE FROM prap.notice"):
            self.assertIn("ERROR", psql(forbidden, "my_relayer").stderr, forbidden)

        ran = prap("due", "--as-of", "2023-05-09", "--store", as_role("my_reader"))
        self.assertEqual((ran.returncode, len(ran.stdout.splitlines())), (0, 2), ran.stderr)
        self.assertEqual(prap("replay", "--store", as_role("my_reader"), given=event("C")).returncode, 4)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
