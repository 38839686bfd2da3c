"""Shredding shown end to end in PostgreSQL, over a server of the test's own (tests/store/cluster.py): journal and side-car in
the database, every byte of its data directory searched, and `prap verify` before and after.

    erasing-postgresql-test.py PRAP [unittest's arguments]
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from datetime import date
from pathlib import Path

import prap

TOP = Path(__file__).resolve().parents[2]
COMMAND = sys.argv.pop(1)
SERVER = os.environ["PRAP_TEST_POSTGRESQL"]
DATA = Path(re.search(r"host=(\S+)", SERVER).group(1)) / "data"
NAME = b"Wilhelmina Odegardh"


def sql(text):
    return subprocess.run(["psql", "-XAtq", "-d", SERVER, "-c", "SET client_min_messages = error", "-c", text], check=True,
                          capture_output=True, text=True).stdout.strip()


def stands(word, *places):
    """The files in which it stands."""
    found = []
    for place in places:
        for path in sorted(place.rglob("*")):
            try:
                if path.is_file() and word in path.read_bytes():
                    found.append(path.name)
            except FileNotFoundError:
                pass
    return found


def verify():
    ran = subprocess.run([COMMAND, "verify", "--store", f"postgresql:{SERVER}"], capture_output=True, text=True)
    return ran.returncode, json.loads(ran.stdout.splitlines()[-1])


class Erasing(unittest.TestCase):
    def setUp(self):
        sql("DROP SCHEMA IF EXISTS prap CASCADE")
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()) if hasattr(self, "enterContext")
                           else self.make_folder())
        self.keys = prap.SQLiteStore(self.folder / "keys.db")
        self.addCleanup(self.keys.close)
        self.store = prap.PostgreSQLStore(SERVER, keys=self.keys)
        self.addCleanup(self.store.close)

    def make_folder(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        return folder.name

    def test_what_is_shredded_cannot_be_read_anywhere_and_the_journal_verifies(self):
        sql(f"CREATE TABLE public.control AS SELECT '{NAME.decode()[::-1]}' AS word; CHECKPOINT")
        self.assertTrue(stands(NAME[::-1], DATA))  # what the server is given in the clear is found
        sql("DROP TABLE public.control")
        with prap.Engine(prap.Rulebook("whp"), self.store) as engine:
            for person, words in (("r1", NAME), ("r2", b"somebody else")):
                engine.submit(person, "referral-received", date(2021, 2, 1), programme="whp",
                              facts={"made": date(2021, 2, 1)})
                self.store.put_aside(person, words * 100)
        key, row = self.keys.aside("r1"), bytes.fromhex(sql("SELECT encode(data, 'hex') FROM prap.side_car WHERE id = 'r1'"))
        before = verify()
        self.assertEqual((before[0], before[1]["verified"], before[1]["cases"]), (0, True, 2))
        sql("CHECKPOINT")
        self.assertEqual(stands(NAME, DATA, self.folder), [])
        self.assertEqual((stands(key, self.folder)[:1] != [], stands(key, DATA)), (True, []))
        self.assertTrue(self.store.shred("r1"))
        sql("VACUUM prap.side_car")
        sql("CHECKPOINT")
        # The sealed row still stands about, as the guide says; nothing opens it any more.
        self.assertTrue(any(stands(row[at:at + 16], DATA) for at in range(13, 205, 64)))
        self.assertEqual(stands(key, DATA, self.folder), [])
        self.assertEqual(stands(NAME, DATA, self.folder), [])
        self.assertIsNone(self.store.aside("r1"))
        self.assertFalse(self.store.shred("r1"))
        self.assertEqual(self.store.aside("r2"), b"somebody else" * 100)
        self.assertEqual(verify(), before)

    def test_what_cannot_be_asked(self):
        for wrong in (lambda: self.store.put_aside("r1", "text"), lambda: self.store.aside(1),
                      lambda: prap.PostgreSQLStore(SERVER, keys=7)):
            self.assertRaises(prap.WrongType, wrong)
        for status, call in ((prap.Status.E_TEXT, lambda: self.store.shred("a b")),
                             (prap.Status.E_LIMIT, lambda: self.store.put_aside("r1", bytes(2**20 + 1)))):
            with self.assertRaises(prap.PrapError) as caught:
                call()
            self.assertEqual(caught.exception.status, status)
        with prap.PostgreSQLStore(SERVER) as store, self.assertRaises(prap.CallerError) as caught:
            store.aside("r1")
        self.assertEqual((caught.exception.code, caught.exception.field), ("null-argument", "keys"))

    def test_what_the_keeper_raises_arrives_unchanged(self):
        class Broken:
            error = ZeroDivisionError("a keeper's own")

            def aside(self, id):
                raise self.error

            add_aside = aside
            shred = aside

        class Wrong(Broken):
            def aside(self, id):
                return b"short"

        class Calls(Broken):
            def aside(self, id):
                return store.aside(id)

        for keeper, calls in ((Broken(), ("put_aside", "shred")), (Wrong(), ("put_aside",)), (Calls(), ("put_aside",))):
            with prap.PostgreSQLStore(SERVER, keys=keeper) as store:
                for call in calls:
                    with self.assertRaises((ZeroDivisionError, prap.PrapError)) as caught:
                        getattr(store, call)("r1", *([b"x"] if call == "put_aside" else []))
                    if isinstance(keeper, Wrong):
                        self.assertEqual(caught.exception.code, "damaged")
                    elif isinstance(keeper, Calls):
                        self.assertEqual(caught.exception.code, "re-entry")
                    else:
                        self.assertIs(caught.exception, Broken.error)
        self.assertEqual(sql("SELECT count(*) FROM prap.side_car"), "0")

    def test_the_command_leaves_copies_to_postgresqls_own_tools(self):
        copy = Path(self.folder) / "copy.db"
        ran = subprocess.run([COMMAND, "backup", "--store", f"postgresql:{SERVER}", copy], capture_output=True, text=True,
                             check=False)
        self.assertEqual((ran.returncode, ran.stdout, copy.exists()), (2, "", False))
        self.assertIn("pg_dump", ran.stderr)

    def test_the_example(self):
        ran = subprocess.run([sys.executable, TOP / "docs/examples/erasure/erase.py", self.folder, SERVER, DATA],
                             capture_output=True, text=True, check=False)
        self.assertEqual(ran.stderr, "")
        page = (TOP / "docs/guide/erasing.md").read_text(encoding="utf-8")
        self.assertIn("```text\n" + ran.stdout + "```", page)


if __name__ == "__main__":
    unittest.main()
