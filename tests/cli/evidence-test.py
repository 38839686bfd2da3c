"""prap checklist, prap records and prap notifications: of a case, as rows, and what cannot be asked."""
import os
import shutil
import subprocess
import sys
import unittest

from command import InDirectory, accepted, lines_of, prap, received

SATISFIED = {"case": "A1", "programme": "ipes", "event": "work-coach-satisfied", "on": "2023-05-03", "eligible": True,
             "suitable": True, "volunteers": True}
HELD = {"case": "A1", "event": "handover-held", "on": "2023-05-04", "handover-mode": "in-person", "introduced": True,
        "concerns-discussed": False, "access-needs-recorded": "unknown", "at-jobcentre": True, "three-agree": True,
        "suitable-space": True}
EVENTS = lines_of(SATISFIED, HELD, received("A1"), accepted("A1"))

PYTHON = os.environ.get("PRAP_PYTHON", "")
RUBY = os.environ.get("PRAP_RUBY", "")

PYTHON_FACE = """
import datetime, sys, prap
engine = prap.Engine(prap.Rulebook("ipes"), prap.SQLiteStore(sys.argv[1]))
for day in ("2023-05-04", "2023-05-16", "2023-06-05"):
    day = datetime.date.fromisoformat(day)
    print(engine.checklists("A1", day).to_json())
    print(engine.checklists("A1", day, checklist="prap14").to_json())
    print(engine.records("A1", day).to_json())
"""

RUBY_FACE = """
require "prap"
engine = Prap::Engine.new(
  Prap::Rulebook.new(programme: :ipes, calendar: Prap::Calendar.built_in(:england_and_wales)),
  Prap::SQLiteStore.open(ARGV[0])
)
%w[2023-05-04 2023-05-16 2023-06-05].each do |day|
  as_of = Date.iso8601(day)
  puts engine.checklists(case: "A1", as_of: as_of).to_json
  puts engine.checklists(case: "A1", as_of: as_of, checklist: :prap14).to_json
  puts engine.records(case: "A1", as_of: as_of).to_json
end
"""

LATER = [
    {"case": "A1", "event": "meeting-scheduled", "on": "2023-05-10", "meeting-on": "2023-05-16"},
    {"case": "A1", "event": "start-recorded", "on": "2023-05-16", "mode": "digital", "travel-minutes": 40,
     "pack-maps": True},
    {"case": "A1", "event": "prap14-sent", "on": "2023-06-01", "reason": "work", "arose-on": "2023-05-15"},
    {"case": "A1", "event": "prap14-accepted", "on": "2023-06-05"},
]


class Evidence(InDirectory):
    def asked(self, *words, given=EVENTS):
        ran = prap(*words, given=given)
        self.assertEqual((ran.code, ran.err), (0, ""))
        return ran.lines()

    def test_a_case_has_what_was_said(self):
        (line,) = self.asked("checklist", "A1", "--as-of", "2023-05-09", "--list", "handover")
        (handover,) = line["checklists"]
        states = {item["item"]: item["state"] for item in handover["items"]}
        self.assertEqual(states["introduced"], "done")
        self.assertEqual(states["concerns-discussed"], "not-done")
        self.assertEqual(states["access-needs-recorded"], "unknown")
        self.assertEqual(states["meeting-arranged"], "missing")
        self.assertEqual(states["suitable-space"], "done")
        self.assertEqual(handover["opened_by"], "handover-held")
        self.assertFalse(handover["complete"])
        counted = [handover[name] for name in ("done", "not_done", "unknown", "missing")]
        self.assertEqual(sum(counted), handover["required"])
        for name, count in zip(("done", "not-done", "unknown", "missing"), counted):
            self.assertEqual(sum(item["state"] == name for item in handover["items"] if item["required"]), count)

    def test_as_of_an_earlier_day(self):
        (line,) = self.asked("checklist", "A1", "--as-of", "2023-05-03", "--list", "handover")
        self.assertNotIn("opened_by", line["checklists"][0])
        self.assertEqual(line["checklists"][0]["done"], 0)

    def test_the_records_of_a_case(self):
        (line,) = self.asked("records", "A1", "--as-of", "2023-05-09")
        self.assertEqual([one["record"] for one in line["records"]], ["referral", "acknowledgement", "handover"])
        self.assertEqual({one["retention"] for one in line["records"]}, {"contract-period"})

    def test_rows(self):
        lists = {line["checklist"]: line for line in self.asked("checklist", given="")}
        (line,) = self.asked("checklist", "--list", "prap14", given="")
        self.assertEqual(lists["prap14"], line)
        self.assertEqual(line["fields"], "partly")
        self.assertIn({"reason": "work"}, [item.get("when") for item in line["items"]])
        records = {line["record"]: line for line in self.asked("records", given="")}
        self.assertEqual(len(records), 23)
        self.assertEqual(records["unencrypted-email"]["computation"], "email-record")
        self.assertEqual(records["handover"]["events"], ["handover-held", "handover-impossible"])
        notices = {line["notice"]: line for line in self.asked("notifications", given="")}
        self.assertEqual(notices["send-prap14"]["checklist"], "prap14")
        self.assertEqual(notices["refer-back-day-60"]["due"], "day-60")

    def test_sentences_are_of_the_lines(self):
        for words in (["checklist", "A1", "--as-of", "2023-05-09"], ["records", "A1", "--as-of", "2023-05-09"],
                      ["checklist"], ["records"], ["notifications"]):
            with self.subTest(" ".join(words)):
                lines = prap(*words, given=EVENTS).out
                text = prap(*words, "--text", given=EVENTS).out
                self.assertEqual(prap("explain", given=lines).out, text)
                self.assertGreaterEqual(text.count("\n"), lines.count("\n"))

    def test_every_face_writes_the_same_bytes(self):
        self.stored(SATISFIED, HELD, received("A1"), accepted("A1"), *LATER)
        ours = ""
        for day in ("2023-05-04", "2023-05-16", "2023-06-05"):
            for words in (["checklist", "A1"], ["checklist", "A1", "--list", "prap14"], ["records", "A1"]):
                ours += prap(*words, "--as-of", day, "--store", self.store).out
        self.assertEqual(ours.count("\n"), 9)
        self.assertIn('"item":"prap14-actioned","state":"missing"', ours)
        faces = {}
        if PYTHON:
            faces["python"] = [sys.executable, "-c", PYTHON_FACE, str(self.file)]
        if RUBY and shutil.which("ruby"):
            faces["ruby"] = ["ruby", "-I", RUBY, "-e", RUBY_FACE, "--", str(self.file)]
        for name, line in faces.items():
            with self.subTest(name):
                ran = subprocess.run(line, capture_output=True, text=True, check=False,
                                     env={**os.environ, "PYTHONPATH": PYTHON})
                self.assertEqual((ran.stdout, ran.stderr), (ours, ""))

    def test_what_cannot_be_asked(self):
        ran = prap("checklist", "B", "--as-of", "2023-05-09", given=EVENTS)
        self.assertEqual((ran.code, ran.lines()[0]["error"]["code"]), (3, "no-such-case"))
        self.assertEqual(prap("checklist", "A1", "--as-of", "2023-05-09", "--list", "dinner", given="").code, 2)
        self.assertEqual(prap("checklist", "A1", given=EVENTS).code, 2)
        self.assertEqual(prap("records", "A1", "--as-of", "2023-02-30", given=EVENTS).code, 2)


if __name__ == "__main__":
    unittest.main()
