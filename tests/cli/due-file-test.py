"""prap due --format ics and csv, read back by others' readers: Python's csv, and python3-icalendar where an interpreter of
the machine has it (tests/packages); held against the JSON Lines of the same list, and against Python's and Ruby's bytes."""
import csv
import datetime
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

from command import InDirectory, accepted, lines_of, prap, received

IDS = ["A1", "=cmd|' /C calc'!A0", "+44", "-3", "@x", "'quoted", "a,b\"c", "a;b\\c", "日本語" * 7, "ÄÖÜ" * 10, "x" * 64,
       "＝full", "ends "]
COLUMNS = ["case", "stage", "deadline", "due", "prudent", "last_working_day", "status", "days_left", "working_days_left",
           "rule", "defined_by", "source"]
READ_ICS = """
import icalendar, json, sys
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
rows = [{"uid": str(e["UID"]), "summary": str(e["SUMMARY"]), "description": str(e["DESCRIPTION"]),
         "start": e["DTSTART"].dt.isoformat(), "end": e["DTEND"].dt.isoformat(), "sequence": int(e["SEQUENCE"]),
         "stamp": e["DTSTAMP"].dt.isoformat(), "class": str(e["CLASS"]), "transp": str(e["TRANSP"])}
        for e in calendar.walk("VEVENT")]
bad = [str(error) for e in calendar.walk() for error in e.errors]
print(json.dumps([str(calendar["VERSION"]), str(calendar["PRODID"]), bad, rows]))
"""


def reader():
    """An interpreter that has icalendar."""
    for name in (sys.executable, "/usr/bin/python3"):
        if subprocess.run([name, "-c", "import icalendar"], capture_output=True).returncode == 0:
            return name
    return None


class Files(InDirectory):
    def setUp(self):
        super().setUp()
        self.stored(*(received(case, made="2023-05-05", id=f"r{i}") for i, case in enumerate(IDS)), accepted("A1"))

    def due(self, *words, as_of="2023-05-10", store=None):
        ran = prap("due", "--as-of", as_of, "--within", "40", "--store", store or self.store, *words)
        self.assertEqual((ran.code, ran.err), (0, ""))
        return ran

    def events(self, text):
        with_icalendar = reader()
        if with_icalendar is None:
            self.skipTest("no interpreter here has icalendar")
        ran = subprocess.run([with_icalendar, "-c", READ_ICS], input=text.encode(), capture_output=True, check=True)
        version, prodid, bad, rows = json.loads(ran.stdout)
        self.assertEqual((version, prodid, bad), ("2.0", "-//libprap//due days//EN", []))
        return rows

    def test_a_calendar_says_what_the_lines_say(self):
        lines = self.due().lines()
        text = self.due("--format", "ics").out
        for line in text.split("\r\n"):
            self.assertLessEqual(len(line.encode()), 75)
            self.assertNotRegex(line, r"[\x00-\x1f]")
        rows = self.events(text)
        self.assertGreater(len(lines), 30)
        self.assertEqual([row["summary"] for row in rows],
                         [f"{line['case']}: {line['deadline']}" + (" (overdue)" if line["status"] == "overdue" else "")
                          for line in lines])
        for row, line in zip(rows, lines):
            day = datetime.date.fromisoformat(line["due"])
            self.assertEqual((row["start"], row["end"]), (line["due"], (day + datetime.timedelta(1)).isoformat()))
            self.assertEqual(row["stamp"], "2023-05-10T00:00:00+00:00")
            self.assertEqual((row["class"], row["transp"]), ("PRIVATE", "TRANSPARENT"))
            self.assertIn(f"\nrule: {line['rule']}\nstage: {line['stage']}\nas of: 2023-05-10", row["description"])
        self.assertEqual(len({row["uid"] for row in rows}), len(rows))

    def test_a_later_list_moves_entries_and_doubles_none(self):
        first = self.events(self.due("--format", "ics").out)
        strict = self.due("--format", "ics", "--policy", "css2-count=include-day", as_of="2023-05-12").out
        later = {row["uid"]: row for row in self.events(strict)}
        self.assertEqual({row["uid"] for row in first}, set(later))
        moved = [row for row in first if later[row["uid"]]["start"] != row["start"]]
        self.assertGreater(len(moved), 10)
        for row in first:
            self.assertGreater(later[row["uid"]]["sequence"], row["sequence"])
        other = prap("replay", "--store", self.store, "--tenant", "north", given=lines_of(received("A1", made="2023-05-05")))
        self.assertEqual(other.code, 0)
        norths = self.events(self.due("--format", "ics", "--tenant", "north").out)
        self.assertFalse({row["uid"] for row in norths} & set(later))

    def test_a_list_of_nothing_is_a_calendar(self):
        ran = self.due("--format", "ics", as_of="2022-01-01")
        self.assertEqual(self.events(ran.out), [])
        self.assertIn("BEGIN:VTIMEZONE\r\n", ran.out)  # RFC 5545, 3.6: at least one component
        self.assertEqual(self.due("--format", "csv", as_of="2022-01-01").out, ",".join(COLUMNS) + "\r\n")

    def test_a_sheet_says_what_the_lines_say_and_has_no_formula(self):
        lines = self.due().lines()
        text = self.due("--format", "csv").out
        self.assertEqual(text.count("\n"), text.count("\r\n"))
        rows = list(csv.reader(io.StringIO(text, newline="")))
        self.assertEqual(rows[0], COLUMNS)
        self.assertEqual(len(rows), len(lines) + 1)
        for row, line in zip(rows[1:], lines):
            self.assertNotRegex(row[0], r"^[-=+@＝]")
            case = row[0][1:] if row[0].startswith("'") else row[0]
            self.assertEqual([case, *row[1:]], [str(line.get(name, "documents" if name == "defined_by" else ""))
                                               for name in COLUMNS])

    def test_the_same_bytes_in_python_and_ruby(self):
        python, ruby = os.environ.get("PRAP_PYTHON"), os.environ.get("PRAP_RUBY")
        for form in ("ics", "csv"):
            told = self.due("--format", form).out.encode()
            if python:
                script = ("import prap,sys,datetime as d\ns=prap.SQLiteStore(sys.argv[1],read_only=True)\n"
                          "e=prap.Engine(prap.Rulebook('ipes'),s)\nt=d.date(2023,5,10)\n"
                          f"sys.stdout.buffer.write(prap.due_{form}(e.due(t,40),t))")
                ran = subprocess.run([sys.executable, "-c", script, self.file], capture_output=True,
                                     env={**os.environ, "PYTHONPATH": python})
                self.assertEqual((ran.stdout, ran.stderr), (told, b""))
            if ruby and shutil.which("ruby"):
                script = ("require 'prap'; s=Prap::SQLiteStore.new(ARGV[0],read_only:true);"
                          "r=Prap::Rulebook.new(programme: :ipes,calendar:Prap::Calendar.built_in(:england_and_wales));"
                          "t=Date.new(2023,5,10); e=Prap::Engine.new(r,s); $stdout.binmode;"
                          f"print Prap.due_{form}(e.due(as_of:t,within_days:40),as_of:t)")
                ran = subprocess.run(["ruby", "-I", ruby, "-e", script, self.file], capture_output=True)
                self.assertEqual((ran.stdout, ran.stderr), (told, b""))

    def test_what_is_sensitive_is_in_neither_unless_asked_for(self):
        mappa = [received("M", made="2023-05-05"), accepted("M"), {"case": "M", "event": "mappa-disclosed", "on": "2023-05-10"}]
        ran = prap("replay", "--store", self.store, given=lines_of(*mappa))
        self.assertIn("mappa15", [line["deadline"] for line in self.due().lines()], ran.out)
        for form in ("ics", "csv"):
            for words in ([], ["--redact"]):
                self.assertNotIn("mappa", self.due("--format", form, *words).out.lower())
            self.assertIn("mappa15", self.due("--format", form, "--sensitive").out)

    def test_what_does_not_go_together_is_refused(self):
        for words, why in ((["--format", "pdf"], "--format is json, ics or csv"),
                           (["--format", "ics", "--text"], "--text and --format exclude each other"),
                           (["--format", "json", "--sensitive"], "--sensitive goes with --text, --format ics or"),
                           (["--format", "ics", "--sensitive", "--redact"], "--redact"),
                           (["--format", "csv", "--outages", "x"], "--outages goes with JSON Lines")):
            ran = prap("due", "--as-of", "2023-05-10", "--store", self.store, *words)
            self.assertEqual((ran.code, ran.out), (2, ""))
            self.assertIn(why, ran.err)
        self.assertEqual(self.due("--format", "json").out, self.due().out)

    def test_a_case_that_cannot_be_judged_is_told_beside_the_file(self):
        import sqlite3
        base = sqlite3.connect(self.file)
        base.execute("UPDATE case_ SET snapshot = x'00' WHERE case_id = 'A1'")
        base.commit()
        base.close()
        for form in ("ics", "csv"):
            ran = prap("due", "--as-of", "2023-05-10", "--within", "40", "--store", self.store, "--format", form)
            self.assertEqual(ran.code, 4)
            self.assertIn('case "A1"', ran.err)
            self.assertNotRegex(ran.out, r'"error"|A1: |^A1,')
            self.assertTrue(ran.out.endswith("END:VCALENDAR\r\n" if form == "ics" else "\r\n"))

    def test_events_from_standard_input(self):
        given = lines_of(received("A1", made="2023-05-05")) + "not json\n"
        ran = prap("due", "--as-of", "2023-05-10", "--within", "40", "--format", "csv", given=given)
        self.assertEqual(ran.code, 3)
        self.assertEqual([row[0] for row in csv.reader(io.StringIO(ran.out))][0], "case")
        self.assertNotIn("error", ran.out)
        self.assertIn("standard input:2", ran.err)


if __name__ == "__main__":
    unittest.main()
