"""next, what-if, outcome and path: what they say, and that Python and Ruby write the same bytes."""
import json
import os
import shutil
import subprocess
import sys
import unittest

from command import InDirectory, accepted, lines_of, prap, received

PYTHON = os.environ.get("PRAP_PYTHON", "")
RUBY = os.environ.get("PRAP_RUBY", "")

EVENTS = [
    received("A1"),
    accepted("A1"),
    received("S1"),
    accepted("S1"),
    {"case": "S1", "event": "meeting-attended", "on": "2023-05-12"},
    {"case": "S1", "event": "start-recorded", "on": "2023-05-12"},
]
DEATH = {"event": "left", "on": "2023-05-20", "code": 43, "deceased": True, "id": 7}

#: (question, case, as of, facts, programme, variants, ideas)
QUESTIONS = [
    ("next", "A1", "2023-05-15", {}, None, False, []),
    ("next", "A1", "2023-05-08", {"reached": False, "meeting-on": "2023-05-20"}, None, True, []),
    ("next", "S1", "2023-05-15", {"code": 46}, None, True, []),
    ("next", "N1", "2023-05-15", {}, "ipes", True, []),
    ("outcome", "A1", "2023-05-15", {"reason": "work"}, None, False, []),
    ("outcome", "A1", "2023-08-15", {}, None, False, []),
    ("outcome", "S1", "2023-05-15", {"deceased": True, "chooses-to-leave": True}, None, False, []),
    ("outcome", "S1", "2023-05-15", {"reason": "hospital", "told": "before-meeting"}, None, False, []),
    ("path", "S1", "2023-05-15", {"deceased": True}, None, False, []),
    ("path", "A1", "2023-05-15", {"reason": "unreachable"}, None, False, []),
    ("path", "S1", "2023-05-15", {"reason": "hospital"}, None, False, []),
    ("path", "N1", "2023-05-15", {}, "ipes", False, []),
    ("what-if", "S1", "2023-05-15", {}, None, False, [{"event": "accept", "on": "2023-05-15"}, DEATH]),
    ("what-if", "N1", "2023-05-15", {}, None, False,
     [{"event": "referral-received", "on": "2023-05-15", "programme": "ipes", "made": "2023-05-12"}]),
]

PYTHON_FACE = """
import datetime, json, sys, prap
day = datetime.date.fromisoformat
def fact(name, value):
    return day(value) if prap.fact_type(prap.Fact.find(name)) is prap.FactType.DAY else value
def facts(given):
    return {name: fact(name, value) for name, value in given.items()}
engine = prap.Engine(prap.Rulebook("ipes"), prap.SQLiteStore(sys.argv[1]))
for ask, case, as_of, given, programme, variants, ideas in json.load(sys.stdin):
    on = day(as_of)
    if ask == "next":
        print(engine.options(case, on, facts=facts(given), programme=programme, variants=variants).to_json())
    elif ask == "outcome":
        print(engine.outcome(case, on, facts=facts(given), programme=programme).to_json())
    elif ask == "path":
        print(engine.path(case, on, facts=facts(given), programme=programme).to_json())
    else:
        known = ("event", "on", "programme", "id")
        found = engine.what_if(case, on, [prap.Idea(
            idea["event"], day(idea["on"]), programme=idea.get("programme"), id=idea.get("id"),
            facts=facts({name: value for name, value in idea.items() if name not in known})) for idea in ideas])
        for answer in (*found.answers, found):
            print(answer.to_json())
"""

RUBY_FACE = """
require "prap"
engine = Prap::Engine.new(
  Prap::Rulebook.new(programme: :ipes, calendar: Prap::Calendar.built_in(:england_and_wales)),
  Prap::SQLiteStore.open(ARGV[0])
)
day = ->(value) { value.is_a?(String) && value.match?(/\\\\A\\\\d{4}-/) ? Date.iso8601(value) : value }
JSON.parse($stdin.read).each do |ask, name, as_of, given, programme, variants, ideas|
  on = Date.iso8601(as_of)
  facts = given.transform_values(&day)
  case ask
  when "next"
    puts engine.options(case: name, as_of: on, facts: facts, programme: programme, variants: variants).to_json
  when "outcome" then puts engine.outcome(case: name, as_of: on, facts: facts, programme: programme).to_json
  when "path" then puts engine.path(case: name, as_of: on, facts: facts, programme: programme).to_json
  else
    events = ideas.map { |idea| idea.to_h { |key, value| [key.tr("-", "_").to_sym, day.(value)] } }
    found = engine.what_if(case: name, as_of: on, events: events)
    [*found.answers, found].each { |answer| puts answer.to_json }
  end
end
"""


def word(value):
    return {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else value


class Asking(InDirectory):
    def setUp(self):
        super().setUp()
        self.stored(*EVENTS)

    def ask(self, *words, given=""):
        return prap(*words, "--store", self.store, given=given)

    def asked(self, question):
        name, case, as_of, facts, programme, variants, ideas = question
        words = [name, case, "--as-of", as_of, *(f"--fact={fact}={word(value)}" for fact, value in facts.items())]
        words += ["--programme", programme] if programme else []
        words += ["--variants"] if variants else []
        return self.ask(*words, given=lines_of(*({"case": case, **idea} for idea in ideas)))

    def test_every_face_writes_the_same_bytes(self):
        ours = "".join(self.asked(question).out for question in QUESTIONS)
        self.assertEqual(ours.count("\n"), len(QUESTIONS) + 3)
        faces = {}
        if PYTHON:
            faces["python"] = [sys.executable, "-c", PYTHON_FACE, str(self.file)]
        if RUBY and shutil.which("ruby"):
            faces["ruby"] = ["ruby", "-I", RUBY, "-e", RUBY_FACE.replace("\\\\", "\\"), "--", str(self.file)]
        for name, line in faces.items():
            with self.subTest(name):
                ran = subprocess.run(line, input=json.dumps(QUESTIONS), capture_output=True, text=True, check=False,
                                     env={**os.environ, "PYTHONPATH": PYTHON})
                self.assertEqual((ran.stdout, ran.stderr), (ours, ""))

    def test_nothing_is_stored(self):
        before = self.file.read_bytes()
        for question in QUESTIONS:
            self.assertEqual(self.asked(question).code, 0)
        self.assertEqual(self.file.read_bytes(), before)

    def test_variants_are_added_to_what_next_says(self):
        plain = self.asked(QUESTIONS[0]).lines()[0]["events"]
        more = self.asked((*QUESTIONS[0][:5], True, [])).lines()[0]["events"]
        self.assertEqual([event for event in more if "with" not in event], plain)
        self.assertIn({"reason": "work"}, [event.get("with") for event in more])

    def test_what_is_recommended(self):
        outcome = self.asked(QUESTIONS[4]).lines()[0]["outcomes"][0]
        self.assertEqual((outcome["event"], outcome["recommended"], outcome["rule"], outcome["to"], outcome["payment"]),
                         ("dna-recorded", True, "IPES-3.66", "dna", "none"))
        death = self.asked(QUESTIONS[6]).lines()[0]
        self.assertEqual([one["contradiction"] for one in death["contradictions"]], ["death-and-choice"])
        self.assertEqual((death["outcomes"][0]["with"], death["outcomes"][0]["payment"], death["outcomes"][0]["risk"]),
                         ({"code": 43}, "ends", "IPES-LC-2"))

    def test_the_way_to_the_end(self):
        whp = [{"case": "W1", "programme": "whp", "event": "referral-received", "on": "2023-05-05", "made": "2023-05-05"},
               {"case": "W1", "event": "accept", "on": "2023-05-09"},
               {"case": "W1", "event": "start-recorded", "on": "2023-05-12"}]
        way = prap("path", "W1", "--as-of", "2023-05-25", "--fact=scenario=duplicate", given=lines_of(*whp)).lines()[0]
        self.assertEqual([step["event"] for step in way["steps"]],
                         ["prap14-sent", "prap14-approved", "end-date-entered", "backed-out", "cancellation-requested"])
        self.assertEqual(way["steps"][1]["otherwise"], {"event": "prap14-refused", "to": "started", "feed": "open"})
        self.assertEqual(way["steps"][2]["with"], {"code": 10, "end-on": "2023-05-13"})
        self.assertEqual((way["found"], way["to"], way["feed"]), (True, "cancelled-no-contact", "closed"))
        text = prap("path", "W1", "--as-of", "2023-05-25", "--text", "--end=cancellation-requested",
                    given=lines_of(*whp)).out
        for part in ("how it is closed:", "still to be said: scenario", "or prap14-refused: then started", "promptly"):
            self.assertIn(part, text)
        text = prap("path", "W1", "--as-of", "2023-05-25", "--text", "--end=handover-held", given=lines_of(*whp)).out
        self.assertIn("no way", text)
        told = self.ask("path", "S1", "--as-of", "2023-05-15", "--fact=deceased=true", "--redact").out
        self.assertNotIn("deceased", told)
        self.assertNotIn("43", told)

    def test_a_bad_line_has_its_place(self):
        ran = self.ask("what-if", "S1", "--as-of", "2023-05-15", given=lines_of(
            {"case": "S1", "event": "contact-attempted", "on": "2023-05-16"}, {"case": "S1", "onn": 1},
            {"case": "A1", "event": "accept", "on": "2023-05-16"},
            {"case": "S1", "event": "contact-attempted", "on": "2023-05-10"}) + "x" * 70000 + "\n")
        verdict, field, case, order, long, last = ran.lines()
        self.assertEqual(ran.code, 3)
        self.assertEqual(verdict["verdict"], "permitted")
        self.assertEqual([one["error"]["code"] for one in (field, case, order, long)],
                         ["unknown-field", "range", "order", "limit"])
        self.assertEqual([one["line"] for one in (field, case, order, long)], [2, 3, 4, 5])
        self.assertIn({"what": "events", "from": 4, "to": 5}, last["differences"])
        self.assertEqual([line.split(" (")[0].split(":")[:3] for line in ran.err.splitlines()][0],
                         ["prap what-if", " standard input", "2"])

    def test_the_last_line_is_always_of_differences(self):
        """Where there is nothing to try nothing changes, of a case that is there or is not yet."""
        for case in ("S1", "not-yet"):
            nothing = {"v": 1, "case": case, "as_of": "2023-05-15", "differences": []}
            ran = self.ask("what-if", case, "--as-of", "2023-05-15")
            self.assertEqual((ran.code, ran.lines(), ran.err), (0, [nothing], ""))
            ran = self.ask("what-if", case, "--as-of", "2023-05-15", given="{}\n")
            self.assertEqual((ran.code, ran.lines()[0]["error"]["field"], ran.lines()[1]), (3, "case", nothing))
        ran = self.ask("what-if", "", "--as-of", "2023-05-15", given="\n{}\n")
        self.assertEqual((ran.code, [one["error"]["code"] for one in ran.lines()]), (3, ["required", "required"]))
        self.assertEqual(ran.lines()[1]["case"], "")

    def test_wrong_use(self):
        for words in (["next", "--as-of", "2023-05-15", "--fact", "reason"],
                      ["next", "--as-of", "2023-05-15", "--fact", "nothing=1"],
                      ["outcome", "A1", "--as-of", "2023-05-15", "--fact", "reason=none-such"],
                      ["outcome", "A1", "--as-of", "2023-05-15", "--fact", "deceased=perhaps"],
                      ["outcome", "A1", "--as-of", "2023-05-15", "--programme", "none-such"],
                      ["path", "A1", "--as-of", "2023-05-15", "--end", "none-such"],
                      ["path", "--as-of", "2023-05-15"], ["outcome", "--as-of", "2023-05-15"], ["what-if", "--as-of", "2023-05-15"],
                      ["what-if", "A1"]):
            with self.subTest(words):
                ran = self.ask(*words)
                self.assertEqual((ran.code, ran.out, len(ran.err.splitlines())), (2, "", 1))
        self.assertEqual(self.ask("outcome", "N1", "--as-of", "2023-05-15").lines()[0]["error"]["code"], "no-such-case")

    def test_sentences(self):
        text = self.ask("outcome", "S1", "--as-of", "2023-05-15", "--text", "--sensitive",
                        "--fact=deceased=true", "--fact=chooses-to-leave=true").out
        for part in ("cannot both be true:", "what the facts lead to:", "(code 43)", "is to be repaid"):
            self.assertIn(part, text)
        text = self.ask("what-if", "S1", "--as-of", "2023-05-15", "--text", given=lines_of({"case": "S1", **DEATH})).out
        self.assertIn("pre-work, then left", text)
        text = self.ask("what-if", "S1", "--as-of", "2023-05-15", "--text",
                        given=lines_of({"case": "S1", "event": "accept", "on": "2023-05-15"})).out
        self.assertTrue(text.endswith("  nothing\n"))
        self.assertIn("(reason work)", self.ask("next", "A1", "--as-of", "2023-05-15", "--variants", "--text").out)


if __name__ == "__main__":
    unittest.main()
