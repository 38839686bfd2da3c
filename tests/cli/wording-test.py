"""Sentences in Welsh from a wording file, English where it says nothing, and what a wrong file gets."""
import json
import unittest

from command import SOURCE, InDirectory, accepted, lines_of, prap, received

WELSH = SOURCE / "docs" / "examples" / "wording" / "cymraeg.json"
EVENTS = lines_of(
    received("A1", made="2023-05-05"),
    {"case": "A1", "event": "accept", "on": "2023-05-10"},
    received("A2", on="2023-05-10", made="2023-05-10"),
    accepted("A2", on="2023-05-11"),
    {"case": "A2", "event": "dna-recorded", "on": "2023-05-12", "reason": "unknown"},
    {"case": "A9", "event": "accept", "on": "2023-05-12"},
)

REFUSAL = """\
A1, dydd Mercher 10 Mai 2023: accept: GWRTHODWYD
  Ni chydnabuwyd yr atgyfeiriad o fewn 2 ddiwrnod gwaith, felly ni ellir ei dderbyn mwyach. (IPES 3.23, rheol \
IPES-3.23-N1)
    Beth i'w wneud: ei wrthod a gofyn i'r Ganolfan Byd Gwaith atgyfeirio eto [reject].
  Cam yr achos o hyd: wedi cyrraedd (wedi'i dderbyn, heb ei gydnabod).
"""

DUE = """\
HWYR 2 diwrnod   dydd Mawrth 30 Mai 2023     meet   wedi cyrraedd    A1: cynnal y cyfarfod cychwynnol o fewn 15 \
diwrnod gwaith i'r atgyfeiriad (IPES-3.30)
HWYR 2 diwrnod   dydd Mawrth 30 Mai 2023     record wedi cyrraedd    A1: cael y dechrau neu'r canlyniad yn PRaP o \
fewn yr un 15 diwrnod gwaith (IPES-3.31)
I'W WNEUD HEDDIW dydd Iau 1 Mehefin 2023     meet   derbyniwyd       A2: cynnal y cyfarfod cychwynnol o fewn 15 \
diwrnod gwaith i'r atgyfeiriad (IPES-3.30)
I'W WNEUD HEDDIW dydd Iau 1 Mehefin 2023     record derbyniwyd       A2: cael y dechrau neu'r canlyniad yn PRaP o \
fewn yr un 15 diwrnod gwaith (IPES-3.31)
ymhen 32 diwrnod dydd Llun 3 Gorffennaf 2023 auto60 wedi cyrraedd    A1: y diwrnod diogel olaf i gofnodi cyn i PRaP \
droi'r atgyfeiriad yn DNA ar ddiwrnod 60 (IPES-3.73a)
"""


class Wording(InDirectory):
    maxDiff = None

    def file_of(self, content):
        path = self.directory / "wording.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return path

    def test_a_refusal_in_welsh(self):
        """As it happens and out of the JSON answer, whose own sentences are English."""
        shown = prap("replay", "--text", "--wording", WELSH, given=EVENTS)
        self.assertEqual(shown.out[shown.out.index("A1, dydd Mercher") :][: len(REFUSAL)], REFUSAL)
        explained = prap("explain", "--wording", WELSH, given=prap("replay", given=EVENTS).out)
        self.assertEqual((explained.out, explained.code), (shown.out, 0))
        preview = prap("preview", "--text", "--wording", WELSH, given=EVENTS)
        self.assertEqual(preview.out, shown.out)
        self.assertTrue(shown.out.endswith(". Ni chofnodwyd dim.\n"))

    def test_what_is_due_in_welsh(self):
        words = ("due", "--as-of", "2023-06-01", "--within", "33")
        accepted_one = [json.loads(line) for line in EVENTS.splitlines()[2:4]]
        given = lines_of(*accepted_one, received("A1", made="2023-05-05"))
        ran = prap(*words, "--text", "--wording", WELSH, given=given)
        self.assertEqual(ran.out.split("\n", 1)[1], DUE)
        explained = prap("explain", "--wording", WELSH, given=prap(*words, given=given).out)
        self.assertEqual(explained.out, ran.out)

    def test_a_case_in_welsh(self):
        self.stored(received("A2", on="2023-05-10"), accepted("A2", on="2023-05-11"))
        words = ["--store", self.store, "--as-of", "2023-06-02", "--text", "--wording", WELSH]
        lines = prap("show", "A2", *words).out.splitlines()
        self.assertEqual(lines[0], "A2 fel yr oedd: dydd Gwener 2 Mehefin 2023")
        self.assertTrue(lines[3].endswith("rheol IPES-3.22), gwnaed: dydd Iau 11 Mai 2023"), lines[3])
        self.assertEqual(lines[-1], "  2. dydd Iau 11 Mai 2023: accept (A2-2)")
        self.assertIn("  gellir cofnodi yn awr:\n", prap("next", "A2", *words).out)

    def test_the_printed_wording_changes_nothing(self):
        """The file of --phrases names every id, so with it all is said as without it."""
        printed = prap("explain", "--phrases")
        english = self.file_of(printed.out)
        answers = "".join(
            path.read_text() for path in sorted((SOURCE / "tests" / "golden" / "scenarios").rglob("*.jsonl"))
        )
        plain = prap("explain", given=answers)
        self.assertEqual(prap("explain", "--wording", english, given=answers).out, plain.out)
        self.assertGreater(len(plain.out), 100_000)
        self.assertEqual(prap("explain", "--phrases", "--wording", english).out, printed.out)

    def test_every_phrase_is_the_files(self):
        """Each text marked, the marks come out in each line: no phrase of a line is left in the code."""
        wording = json.loads(prap("explain", "--phrases").out)
        wording["phrases"] = {name: f"<{text}>" for name, text in wording["phrases"].items()}
        for words in wording["words"].values():
            for parts in words.values():
                for part in parts:
                    parts[part] = f"~{part}~"
        given = prap("replay", given=EVENTS).out
        out = prap("explain", "--wording", self.file_of(wording), given=given).out
        first = out.splitlines()
        self.assertEqual(first[0], "A1 (A1-1), <<Friday> 5 <May> 2023>: ~name~: <permitted>")
        self.assertEqual(first[1], "  <The case is now ~name~: ~meaning~.>")
        self.assertIn("  ~meaning~. <(IPES 3.23, rule IPES-3.23-N1)>\n    <What to do: ~cure~ [~name~].>\n", out)
        self.assertTrue(out.endswith("Nothing was recorded.>\n"))

    def test_the_example_knows_its_ids(self):
        example, all_ids = json.loads(WELSH.read_text()), json.loads(prap("explain", "--phrases").out)
        self.assertLessEqual(set(example["phrases"]), set(all_ids["phrases"]))
        for kind, words in example["words"].items():
            for name, parts in words.items():
                self.assertLessEqual(set(parts), set(all_ids["words"][kind][name]), (kind, name))
        self.assertEqual(set(example["words"]["stage"]), set(all_ids["words"]["stage"]))
        self.assertEqual(set(example["words"]["deadline"]), set(all_ids["words"]["deadline"]))

    def test_what_a_file_leaves_out_stays_english(self):
        file = self.file_of({"phrases": {"refused": "NO"}})
        given = prap("replay", given=EVENTS).out
        plain = prap("explain", given=given).out
        self.assertEqual(prap("explain", "--wording", file, given=given).out, plain.replace("REFUSED", "NO"))
        self.assertEqual(prap("explain", "--wording", self.file_of({}), given=given).out, plain)

    def test_a_word_of_a_later_version(self):
        """Of a reason that this version does not know the answer's own sentence is shown."""
        answer = prap("replay", given=EVENTS).lines()[1]
        answer["reasons"][0].update(reason="of-tomorrow", why="it is too new", cure="wait")
        out = prap("explain", "--wording", WELSH, given=lines_of(answer)).out
        self.assertIn("  It is too new. (IPES 3.23, rheol IPES-3.23-N1)\n", out)
        self.assertIn("    Beth i'w wneud: wait [reject].\n", out)

    def test_wrong_files(self):
        cases = (
            ({"phrases": {"refusd": "x"}}, "phrases.refusd: there is no such phrase"),
            ({"phrases": {"refused": 1}}, "phrases.refused: a text is wanted"),
            ({"phrases": {"refused": ""}}, "phrases.refused: the text is empty"),
            ({"phrases": {"refused": "a\x1b[2J"}}, "phrases.refused: the text has a control character"),
            ({"phrases": {"refused": "x" * 401}}, "phrases.refused: a phrase has at most 400 bytes"),
            ({"phrases": {"in-days": "in days"}}, "phrases.in-days: the text must have each place"),
            ({"phrases": {"in-days": "{n} {n}"}}, "phrases.in-days: the text must have each place"),
            ({"phrases": {"in-days": "{n} {m}"}}, "phrases.in-days: the text must have each place"),
            ({"phrases": {"in-days": "{n} {"}}, "phrases.in-days: the text must have each place"),
            ({"phrases": []}, "phrases: an object is wanted"),
            ({"words": {"colour": {}}}, "words.colour: sentences use no such kind of word"),
            ({"words": {"reason": 1}}, "words.reason: an object is wanted"),
            ({"words": {"reason": {"x": {}}}}, "words.reason.x: there is no such word"),
            ({"words": {"deadline": {"ack": "x"}}}, "words.deadline.ack: an object is wanted"),
            ({"words": {"deadline": {"ack": {"cure": "x"}}}}, "words.deadline.ack.cure: no sentence says this"),
            ({"words": {"deadline": {"ack": {"name": None}}}}, "words.deadline.ack.name: a text is wanted"),
            ({"terms": {}}, "terms: a wording file has phrases and words"),
            ("[]", "an object is wanted"),
            ("{", "line 1: this is not JSON"),
            ('{"words":{},"words":{}}', "line 1: the file gives the same id twice"),
            (" " * (1 << 20) + "{}", "a wording file has at most 1048576 bytes"),
        )
        for content, said in cases:
            with self.subTest(said):
                ran = prap("explain", "--wording", self.file_of(content), given=EVENTS)
                self.assertEqual((ran.code, ran.out, ran.err.count("\n")), (2, "", 1), ran.err)
                self.assertIn(f"wording.json: {said}", ran.err)
                self.assertNotIn("\x1b", ran.err)

    def test_an_unreadable_file_and_wrong_use(self):
        for path in (self.directory / "none.json", self.directory):
            ran = prap("explain", "--wording", path)
            self.assertEqual((ran.code, ran.out, ran.err.count("\n")), (4, "", 1), ran.err)
        ran = prap("replay", "--store", self.store, "--wording", WELSH, given=EVENTS)
        self.assertEqual((ran.code, ran.out), (2, ""))
        self.assertIn("--wording goes with --text", ran.err)
        ran = prap("replay", "--text", "--store", self.store, "--wording", self.file_of("[]"), given=EVENTS)
        self.assertEqual((ran.code, ran.out), (2, ""))
        self.assertFalse(self.file.exists())


if __name__ == "__main__":
    unittest.main()
