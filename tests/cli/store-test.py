"""Stores that cannot be used: a clear line that names the file, exit 4, and the store as it was."""
import os
import pathlib
import sqlite3
import stat
import subprocess
import unittest

from command import PRAP, InDirectory, accepted, dump, lines_of, prap, received

GIVEN = lines_of(accepted("A1"), received("A2"))


class Stores(InDirectory):
    def commands(self):
        """Each command that opens a store, with its words."""
        day = ["--as-of", "2023-05-09"]
        return [["replay"], ["preview"], ["due", *day], ["next", *day], ["show", "A1", *day],
                ["standards", *day], ["forecast", *day, "--until", "2023-05-31"],
                ["recompute", *day, "--new-closed", "2023-05-10=Closed"], ["person"]]

    def refused_by_all(self, code):
        """No command may use the file, each says so, and it stays as it was, byte for byte."""
        before = self.file.read_bytes()
        for words in self.commands():
            with self.subTest(words[0]):
                ran = prap(*words, "--store", self.store, given=GIVEN)
                self.assertEqual((ran.code, ran.out), (4, ""), ran.err)
                self.assertIn(self.store, ran.err)
                self.assertIn(f"({code})", ran.err)
                self.assertEqual(self.file.read_bytes(), before)

    def test_missing(self):
        for words in self.commands()[1:]:
            with self.subTest(words[0]):
                ran = prap(*words, "--store", self.store, given=GIVEN)
                self.assertEqual((ran.code, ran.out), (4, ""), ran.err)
                self.assertIn(self.store, ran.err)
                self.assertFalse(self.file.exists())

    def test_missing_directory(self):
        ran = prap("replay", "--store", f"sqlite:{self.directory}/none/caseload.db", given=GIVEN)
        self.assertEqual((ran.code, ran.out), (4, ""))

    def test_not_a_database(self):
        self.file.write_text("Dear colleague, please find the caseload attached.\n" * 100)
        self.refused_by_all("not-ours")

    def test_another_programs_database(self):
        base = sqlite3.connect(self.file)
        base.executescript("CREATE TABLE invoice (number); INSERT INTO invoice VALUES (1);")
        base.close()
        self.refused_by_all("not-ours")

    def test_newer_form(self):
        self.stored(received("A1"))
        base = sqlite3.connect(self.file)
        base.executescript("PRAGMA user_version = 99; PRAGMA journal_mode = DELETE;")
        base.close()
        self.refused_by_all("newer-version")

    def test_directory_in_its_place(self):
        self.file.mkdir()
        for words in self.commands():
            ran = prap(*words, "--store", self.store, given=GIVEN)
            self.assertEqual((ran.code, ran.out), (4, ""), words)

    def test_locked(self):
        self.stored(received("A1"))
        before = dump(self.file)
        base = sqlite3.connect(self.file, isolation_level=None)
        base.execute("BEGIN IMMEDIATE")
        ran = prap("replay", "--store", self.store, given=GIVEN)
        base.execute("ROLLBACK")
        base.close()
        self.assertEqual(ran.code, 4, ran.err)
        self.assertEqual(len(ran.lines()), 1)
        self.assertEqual(ran.lines()[0]["error"]["code"], "retry")
        self.assertIn(self.store, ran.err)
        self.assertIn("stopped at standard input:1", ran.err)
        self.assertEqual(dump(self.file), before)
        self.assertEqual(prap("replay", "--store", self.store, given=GIVEN).code, 0)

    def test_locked_store_can_still_be_read(self):
        self.stored(received("A1"))
        base = sqlite3.connect(self.file, isolation_level=None)
        base.execute("BEGIN IMMEDIATE")
        self.assertEqual(prap("due", "--as-of", "2023-05-09", "--store", self.store).code, 0)
        base.execute("ROLLBACK")
        base.close()

    def test_several_at_once(self):
        """Replays of one file side by side wait for each other; the same events are stored once."""
        shared = [received(f"S{i}") for i in range(40)]
        loads = [lines_of(*(received(f"{who}{i}") for i in range(60)), *shared).encode() for who in "XYZ"]
        running = [
            subprocess.Popen(
                [PRAP, "replay", "--store", self.store],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            for _ in loads
        ]
        for process, load in zip(running, loads):
            process.stdin.write(load)
            process.stdin.close()
        duplicates = 0
        for process in running:
            answers, said = process.stdout.read(), process.stderr.read()
            process.stdout.close()
            process.stderr.close()
            self.assertEqual((process.wait(), said), (0, b""))
            self.assertEqual(answers.count(b'"verdict":"permitted"'), 100)
            duplicates += answers.count(b'"duplicate":true')
        self.assertEqual(duplicates, 2 * len(shared))
        base = sqlite3.connect(self.file)
        self.assertEqual(base.execute("SELECT count(*) FROM event").fetchone(), (3 * 60 + 40,))
        base.close()

    def test_no_room(self):
        """A file that may not grow, as on a full disk: what was answered stands, the rest is not there."""
        self.stored(received("A1"))
        many = lines_of(*(received(f"B{i}") for i in range(3000)))
        done = subprocess.run(
            ["bash", "-c", 'ulimit -f 200; exec "$0" replay --store "$1"', PRAP, self.store],
            input=many.encode(),
            capture_output=True,
            check=False,
        )
        answered = done.stdout.decode().splitlines()
        self.assertEqual(done.returncode, 4, done.stderr)
        self.assertIn(self.store.encode(), done.stderr)
        self.assertIn(b"stopped at", done.stderr)
        permitted = sum('"verdict":"permitted"' in line for line in answered)
        self.assertEqual(len(answered), permitted + 1)
        self.assertIn('"error"', answered[-1])
        base = sqlite3.connect(self.file)
        (cases,) = base.execute("SELECT count(*) FROM case_").fetchone()
        base.close()
        self.assertEqual(cases, permitted + 1)
        again = prap("replay", "--store", self.store, given=many)
        self.assertEqual((again.code, len(again.lines())), (0, 3000))

    @unittest.skipIf(
        os.geteuid() == 0 and not pathlib.Path("/usr/bin/setpriv").exists(), "root may write anything"
    )
    def test_read_only(self):
        self.stored(received("A1"))
        before = self.file.read_bytes()
        self.directory.chmod(0o755)
        self.file.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
        as_nobody = []
        if os.geteuid() == 0:
            as_nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"]
        probe = subprocess.run([*as_nobody, PRAP, "version"], capture_output=True, check=False)
        if probe.returncode != 0:
            self.skipTest("the build directory is closed to other users")
        done = subprocess.run(
            [*as_nobody, PRAP, "replay", "--store", self.store],
            input=GIVEN.encode(),
            capture_output=True,
            check=False,
        )
        self.assertEqual(done.returncode, 4, done.stdout + done.stderr)
        self.assertIn(self.store.encode(), done.stderr)
        self.assertEqual(self.file.read_bytes(), before)

    def damage(self, sql, *values):
        base = sqlite3.connect(self.file)
        self.assertEqual(base.execute(sql, values).rowcount, 1)
        base.commit()
        base.close()

    def flip(self, table, column, where):
        """Turns one bit round in the middle of a stored record."""
        base = sqlite3.connect(self.file)
        (record,) = base.execute(f"SELECT {column} FROM {table} WHERE {where}").fetchone()
        base.close()
        flipped = bytearray(record)
        flipped[len(flipped) // 2] ^= 1
        self.damage(f"UPDATE {table} SET {column} = ? WHERE {where}", bytes(flipped))

    def damaged_case(self):
        """One case is damaged: its line gets an error, the others are answered, exit 4 at the end."""
        before = dump(self.file)
        ran = prap("replay", "--store", self.store, given=lines_of(accepted("A1"), received("A2")))
        self.assertEqual(ran.code, 4, ran.err)
        self.assertEqual(ran.lines()[0]["error"]["code"], "damaged")
        self.assertEqual(ran.lines()[0]["id"], "A1-2")
        self.assertEqual(ran.lines()[1]["verdict"], "permitted")
        self.assertIn(self.store, ran.err)
        kept = [line for line in dump(self.file) if "'A1'" in str(line)]
        self.assertEqual(kept, [line for line in before if "'A1'" in str(line)])
        for words in (["show", "A1"], ["next", "A1"]):
            ran = prap(*words, "--as-of", "2023-05-09", "--store", self.store)
            self.assertEqual(
                (ran.code, ran.lines()[0]["case"], ran.lines()[0]["error"]["code"]), (4, "A1", "damaged")
            )

    def lists_the_others(self, bad):
        """Of A, B and C one cannot be judged: the lists have the others, and an error for this one."""
        error = {"v": 1, "case": bad, "error": {"code": "damaged", "field": "case"}}
        good = [case for case in "ABC" if case != bad]
        for command in ("due", "next"):
            words = [command, "--as-of", "2023-05-09", "--store", self.store]
            ran = prap(*words)
            self.assertEqual(ran.code, 4, ran.err)
            self.assertEqual(ran.err.count("\n"), 1)
            self.assertIn(f'{self.store}: case "{bad}": ', ran.err)
            self.assertIn("(damaged)", ran.err)
            lines = {one["case"]: one for one in ran.lines()}
            self.assertEqual(list(lines), [*good, bad] if command == "due" else list("ABC"))
            self.assertTrue(lines[bad]["error"].pop("message"))
            self.assertEqual(lines[bad], error)
            self.assertTrue(all("error" not in lines[case] for case in good))
            sentences = prap(*words, "--text").out
            self.assertEqual(sentences, prap("explain", given=ran.out).out)
            self.assertIn(f'{bad} COULD NOT BE ANSWERED: "case": ', sentences)
        ran = prap("due", "--as-of", "2023-05-09", "--store", self.store)
        self.assertEqual([one["due"] for one in ran.lines()[:-1]], ["2023-05-09"] * 2)

    def test_one_damaged_case_hides_no_other(self):
        self.stored(*(received(case) for case in "ABC"))
        whole = self.file.read_bytes()
        for bad in "ABC":
            with self.subTest(bad):
                self.file.write_bytes(whole)
                self.flip("case_", "snapshot", f"case_id = '{bad}'")
                self.lists_the_others(bad)

    def test_a_damaged_history_hides_no_other(self):
        """For a past day a case is read from its journal; today's answer does not need it."""
        later = {"case": "B", "event": "contact-attempted", "on": "2023-05-10"}
        self.stored(*(received(case) for case in "ABC"), later)
        self.flip("event", "record", "case_id = 'B' AND sequence = 1")
        self.lists_the_others("B")
        ran = prap("due", "--as-of", "2023-05-10", "--store", self.store)
        self.assertEqual((ran.code, [one["case"] for one in ran.lines()]), (0, list("ABC")))

    def test_a_file_that_breaks_off_gives_no_part_of_a_list(self):
        """Half a list would look whole. That a case was damaged too does not hide it."""
        self.stored(*(received(f"C{number:03}") for number in range(300)))
        self.flip("case_", "snapshot", "case_id = 'C001'")
        content = bytearray(self.file.read_bytes())
        page = int.from_bytes(content[16:18], "big")
        for start in range(page, len(content), page):
            if content[start] == 13 and b"C299" in content[start : start + page]:  # rows, no index
                content[start : start + page] = bytes(page)
        self.file.write_bytes(content)
        for command in ("due", "next"):
            ran = prap(command, "--as-of", "2023-05-09", "--store", self.store)
            self.assertEqual((ran.code, ran.out), (4, ""))
            self.assertIn("(damaged)", ran.err)
            self.assertNotIn("C001", ran.err)

    def test_an_id_of_any_bytes_hides_no_other(self):
        """What a damaged file has for an id may be no UTF-8, and may be meant for a terminal."""
        for damaged, told, said in (
            (b"\xffB\xc3", "\ufffdB\ufffd", "\ufffdB\ufffd"),
            (b"\x1b[2JB", "\x1b[2JB", "(not printable)"),
        ):
            with self.subTest(damaged):
                self.file.unlink(missing_ok=True)
                self.stored(*(received(case) for case in "ABC"))
                for table in ("case_", "event"):
                    self.damage(f"UPDATE {table} SET case_id = CAST(? AS TEXT) WHERE case_id = 'B'", damaged)
                for words in (["due"], ["next"], ["feed"], ["forecast", "--until", "2023-05-31"]):
                    ran = prap(*words, "--as-of", "2023-05-09", "--store", self.store)
                    self.assertEqual((ran.code, ran.err.count("\n")), (4, 1), ran.err)
                    self.assertIn(f'case "{said}": ', ran.err)
                    cases = {one.get("case") for one in ran.lines()}
                    self.assertLessEqual({"A", "C", told}, cases, words)
                ran = prap("verify", "--store", self.store)
                self.assertEqual((ran.code, ran.lines()[-1]["damaged"]), (4, 1), ran.err)
                self.assertIn(told, [one.get("case") for one in ran.lines()])

    def test_a_commit_that_meets_damage_says_so(self):
        """The contract of a commit has no word for it, a person wants one."""
        self.stored(received("A1"))
        base = sqlite3.connect(self.file)
        base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (root,) = base.execute("SELECT rootpage FROM sqlite_master WHERE name = 'notice'").fetchone()
        base.close()
        content = bytearray(self.file.read_bytes())
        page = int.from_bytes(content[16:18], "big")
        content[(root - 1) * page : root * page] = bytes(page)
        self.file.write_bytes(content)
        ran = prap("replay", "--store", self.store, given=lines_of(received("A2")))
        self.assertEqual((ran.code, ran.lines()[0]["error"]["code"]), (4, "store-failed"))
        self.assertIn("malformed", ran.err)

    def test_flipped_bit_in_snapshot(self):
        self.stored(received("A1"))
        self.flip("case_", "snapshot", "case_id = 'A1'")
        self.damaged_case()

    def test_snapshot_cut_short(self):
        self.stored(received("A1"))
        self.damage(
            "UPDATE case_ SET snapshot = substr(snapshot, 1, length(snapshot) - 1) WHERE case_id = 'A1'"
        )
        self.damaged_case()

    def test_flipped_bit_in_history(self):
        self.stored(received("A1"), accepted("A1"))
        self.flip("event", "record", "case_id = 'A1' AND sequence = 1")
        ran = prap("show", "A1", "--as-of", "2023-05-09", "--store", self.store)
        self.assertEqual((ran.code, ran.lines()[0]["error"]["code"]), (4, "damaged"))


if __name__ == "__main__":
    unittest.main()
