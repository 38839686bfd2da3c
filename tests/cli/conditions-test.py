"""Hard conditions: no memory, no room, no files to open, other locales and clocks, signals, streams that are taken away."""
import json
import os
import pathlib
import resource
import shutil
import signal
import sqlite3
import subprocess
import time
import unittest

from command import PRAP, SOURCE, InDirectory, accepted, lines_of, prap, received

DAY = ["--as-of", "2023-05-09"]


class Memory(InDirectory):
    """Wherever memory runs out the command says so and ends with 4; what it answered before is as it always is."""

    def setUp(self):
        super().setUp()
        self.module = os.environ.get("PRAP_NO_MEMORY")
        if self.module is None:
            self.skipTest("this build has no module that lets memory run out")

    def run_at(self, words, given, at, ever=False):
        told = {"PRAP_NO_MEMORY_AT": str(at)} if at else {"PRAP_NO_MEMORY_COUNT": str(self.directory / "count")}
        ever = {"PRAP_NO_MEMORY_EVER": "1"} if ever else {}
        return prap(*words, given=given, env={"LD_PRELOAD": self.module, **told, **ever})

    def each(self, words, given="", most=400):
        """Each allocation of a run fails once, or as many of them as there is time for, evenly."""
        whole = self.run_at(words, given, 0)
        n = int((self.directory / "count").read_text())
        self.assertGreater(n, 10)
        failed = 0
        for at in range(1, n + 1, -(-n // most)):
            for ever in (False, True):
                ran = self.run_at(words, given, at, ever)
                if (ran.code, ran.out, ran.err) == (whole.code, whole.out, whole.err):
                    continue
                failed += 1
                about = f"{words} at {at} of {n}: {ran.code} {ran.out[-200:]!r} {ran.err!r}"
                self.assertEqual(ran.code, 4, about)
                self.assertIn("memory", ran.err, about)
                *lines, rest = ran.out.split("\n")
                self.assertEqual(rest, "", about)
                good = [line for line in lines if '"error":{"code":"store-failed"' not in line]
                self.assertEqual(good, whole.out.split("\n")[: len(good)], about)
        self.assertGreater(failed, n // 2 if n <= most else 0)

    def test_lines(self):
        self.each(["days"], '{"op":"add","from":"2023-05-05","working_days":15}\n')
        self.each(["form"], '{"form":"WHPEREJ1","programme":"whp","on":"2018-05-05"}\n')

    def test_events_and_sentences(self):
        events = lines_of(received("A case of a name that is longer than others"), accepted("A1"))
        self.each(["replay"], events, most=60)
        self.each(["explain"], prap("replay", given=lines_of(received("A1"))).out, most=60)

    def test_extracts(self):
        record = {"prap-referral-id": "R1", "surname": "Beaumont-Featherstone"}
        self.each(["extract", "check"], json.dumps([record]))
        self.each(["extract", "check"], lines_of(record), most=100)
        self.each(["extract", "check"], "prap-referral-id,surname\nR1,Bee\n", most=100)

    def test_files_of_options(self):
        """A file that is as it should be is not told to be wrong."""
        holidays = self.directory / "holidays.json"
        one = {"title": "New", "date": "2023-05-08", "notes": "", "bunting": True}
        names = ("england-and-wales", "scotland", "northern-ireland")
        holidays.write_text(json.dumps({name: {"division": name, "events": [one]} for name in names}))
        self.each(["days", "is", "2023-05-08", "--holidays", holidays], most=60)
        self.each(["days", "add", "2023-05-05", "15", "--closed", "2023-05-09=Move"])
        wording = self.directory / "wording.json"
        wording.write_text(prap("explain", "--phrases").out)
        self.each(["explain", "--wording", wording], "{}\n", most=40)


if __name__ == "__main__":
    unittest.main()
