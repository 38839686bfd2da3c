"""Nothing of a person gets anywhere: words that could be a name, a National Insurance number and an access code are put into
every place of every input, and are then looked for in answers, errors, journal and snapshots, byte by byte. And every
command that reads lines takes each kind of bad line: it answers in its place, ends neither early nor by a signal, and goes on.

Case ids, ids and tenants are the host's own, opaque, and come back in the answers; the words are in none of them."""
import base64
import csv
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import unittest

from command import PRAP, InDirectory, lines_of, prap

SCHEMA = json.loads(prap("schema").out)["$defs"]
WORDS = ["Quorndonthwaite", "QQ765432C", "x7Kp2mQz"]
EVERY = " ".join(WORDS)
# What each command that reads lines takes, and a line that it answers without an error.
COMMANDS = {
    "replay": (["event-in"], {"case": "A1", "programme": "ipes", "event": "referral-received", "on": "2023-05-05"}),
    "preview": (["event-in"], {"case": "A1", "programme": "ipes", "event": "referral-received", "on": "2023-05-05"}),
    "person": (["person-in", "person-case-in"], {"on": "2023-05-05", "cases": []}),
    "earnings": (["earnings-in"], {"programme": "whp", "as_of": "2021-05-05", "payments": []}),
    "erase": (["erase-in"], {"received": "2021-05-05"}),
    "may-send": (["may-send-in"], {"on": "2021-05-05", "records": 1, "stage": "at-active"}),
    "services": (["service-in"], {"service": "prap", "at": "2021-05-05T12:00"}),
    "retain": (["retain-in"], {"record": "unencrypted-email", "as_of": "2021-05-05"}),
    "call": (["call-event-in"], {"call": "c1", "event": "participant-listed", "participant": "p1"}),
    "days": (["days-in"], {"op": "is", "day": "2023-05-08"}),
    "desk": ([name for name in SCHEMA if re.fullmatch(r"desk-.*-in", name)], {"ask": "may-call", "on": "2021-05-05"}),
    "form": ([name for name in SCHEMA if re.fullmatch(r"form-.*-in", name)], {"form": "prap14", "programme": "whp",
                                                                               "on": "2021-05-05"}),
}
OPAQUE = {"id", "case", "call", "participant", "prap-referral-id"}  # the host's and PRaP's own ids, which are answered
WRONG_VALUES = [EVERY, WORDS[1], [EVERY], {EVERY: EVERY}, 10**18, -10**18, 1.5, True, None, "", "9999-12-32", "2021-02-30"]


def texts_of_bad_lines(good):
    """Lines that no command can take, as bytes, whatever it asks."""
    line = json.dumps(good)
    body = line[1:-1]
    yield from (text.encode() for text in (
        EVERY, f'"{EVERY}"', f'["{EVERY}"]', f'{{"{WORDS[0]}":1', line[:-1], f"{line} {EVERY}", "{}{}", "null", "7", "[]",
        "{%s,%s}" % (body, body), '{%s,"%s":1}' % (body, WORDS[1]), '{%s,"%s":1}' % (body, EVERY),
        '{%s,"%s":"%s"}' % (body, "surname-of", EVERY), '{%s,"":1}' % body, '{%s,"note":"%s"}' % (body, EVERY),
        '{%s,"x":%s}' % (body, "[" * 3000 + "]" * 3000), '{%s,"x":1e400}' % body, '{%s,"x":%s}' % (body, "9" * 400),
        '{%s,"x":"\\u0000%s"}' % (body, WORDS[0]), '{%s,"x":"\\ud800"}' % body))
    for raw in (b"\x00" + EVERY.encode(), EVERY.encode() + b"\xff\xfe", b"\xc0\xaf" + WORDS[2].encode(),
                line.encode().replace(b":", b":\x00", 1), b"\xef\xbb\xbf" + line.encode()):
        yield raw


class Canaries(InDirectory):
    def assert_clean(self, where, *texts):
        for text in texts:
            data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape")
            for word in WORDS:
                for form in (word.encode(), word.lower().encode(), word.encode("utf-16-le"), word.encode().hex().encode(),
                             base64.b64encode(word.encode())[:12]):
                    self.assertNotIn(form, data, f"{word} is in {where}")

    def run_lines(self, command, lines, *words):
        """Each line is answered in its place; a good line at the end is answered as ever."""
        good = COMMANDS[command][1]
        given = b"\n".join([*lines, json.dumps({**good, "id": "the-last"}).encode()]) + b"\n"
        ran = prap(command, *words, given=given, timeout=120)
        self.assertIn(ran.code, (0, 3), (command, ran.err[-300:]))
        answers = ran.lines()
        self.assertEqual(len({answer["line"] for answer in answers if "line" in answer} |
                             {answer.get("id") for answer in answers if "line" not in answer}) > 0, True)
        self.assertEqual(answers[-1].get("id"), "the-last", command)
        self.assertNotIn("error", answers[-1], (command, answers[-1]))
        for answer in answers:
            if "error" in answer:
                self.assertEqual(set(answer["error"]), {"code", "field", "message"})
                self.assertTrue(answer["error"]["message"])
        self.assert_clean(command, ran.out, ran.err)
        return answers

    def test_every_command_takes_every_bad_line(self):
        for command, (_, good) in COMMANDS.items():
            bad = list(texts_of_bad_lines(good))
            answers = self.run_lines(command, bad)
            taken = [line for line, answer in zip(bad, answers) if "error" not in answer]
            self.assertEqual(taken, [], command)
            self.assertEqual([answer["line"] for answer in answers[:-1]], list(range(1, len(bad) + 1)), command)

    def test_every_member_of_every_line_with_every_wrong_value(self):
        for command, (names, good) in COMMANDS.items():
            lines = []
            for name in names:
                fixed = {key: value["enum"][0] for key, value in SCHEMA[name]["properties"].items()
                         if key in ("ask", "form") and len(value.get("enum", [])) == 1}
                fixed.update({key: value["const"] for key, value in SCHEMA[name]["properties"].items() if "const" in value})
                for member in set(SCHEMA[name]["properties"]) - OPAQUE:
                    lines.extend(json.dumps({**good, **fixed, member: value}).encode() for value in WRONG_VALUES)
            if command == "person":
                lines.extend(json.dumps({**good, "cases": [{"case": "A1", member: value}]}).encode()
                             for member in set(SCHEMA["person-case-in"]["properties"]) - OPAQUE for value in WRONG_VALUES)
            answers = self.run_lines(command, lines)
            self.assertEqual(len(answers), len(lines) + 1, command)
            self.assertGreater(sum("error" in answer for answer in answers), len(lines) // 10, command)

    def test_a_line_of_ten_megabytes_and_lines_that_end_otherwise(self):
        long_line = b'{"x":"' + b"Quorndonthwaite" * 700000 + b'"}'
        for command, (_, good) in COMMANDS.items():
            answers = self.run_lines(command, [long_line] if command in ("retain", "erase", "desk") else [b"[]"])
            self.assertEqual(answers[0]["line"], 1)
            crlf = prap(command, given=json.dumps({**good, "id": "a"}).encode() + b"\r\n\r\n")
            self.assertEqual(crlf.code, 0, (command, crlf.err))
            self.assertEqual(crlf.lines()[-1]["id"], "a")
            nothing = prap(command, given=b"")
            self.assertEqual((nothing.code, nothing.out, nothing.err), (0, "", ""), command)
            closed = subprocess.run(["sh", "-c", '"$0" "$@" >&-', PRAP, command], capture_output=True,
                                    input=json.dumps(good).encode() + b"\n")
            self.assertEqual(closed.returncode, 4, command)
            self.assert_clean(command, closed.stderr)

    def test_an_extract_full_of_people(self):
        headings = ["prap-referral-id", *(name for name in SCHEMA["extract-record-in"]["properties"]
                                          if name not in ("case", "prap-referral-id") and not name.islower()), "Surname", "NINO",
                    "Verified Address", "Telephone number", "Post code", "Notes"]
        stream = io.StringIO()
        writer = csv.writer(stream)
        writer.writerow(headings)
        for number in range(4):
            writer.writerow([f"R{number}", *([EVERY] * (len(headings) - 1))])
        key = self.directory / "key"
        key.write_text("000102030405060708090a0b0c0d0e0f\n")
        events, known = self.directory / "events.jsonl", self.directory / "known.json"
        ran = prap("extract", "import", "--programme", "whp", "--as-of", "2021-12-02", "--known", known, "--key", key, "--events", events,
                   given=stream.getvalue())
        self.assertEqual(ran.code, 0, ran.err[:300])
        self.assert_clean("extract", ran.out, ran.err)
        self.assertTrue(known.exists())
        for path in (events, known):
            self.assert_clean(path.name, path.read_bytes() if path.exists() else b"")
        lines = [json.dumps({"prap-referral-id": "R1", "programme": "whp", "channel": "prap", name: EVERY})
                 for name in sorted(SCHEMA["extract-record-in"]["properties"]) if name not in OPAQUE]
        ran = prap("extract", "check", given="\n".join(lines) + "\n")
        self.assertIn(ran.code, (0, 3), ran.err[:200])
        self.assert_clean("extract", ran.out, ran.err)

    def test_a_store_after_it_all(self):
        good = [{"id": f"g{n}", "case": "A1", **event} for n, event in enumerate((
            {"programme": "ipes", "event": "referral-received", "on": "2023-05-05", "made": "2023-05-05"},
            {"event": "accept", "on": "2023-05-09"}))]
        self.stored(*good)
        facts = sorted(set(SCHEMA["event-in"]["properties"]) - OPAQUE)
        events = SCHEMA["event-in"]["properties"]["event"]["enum"]
        lines = [{"case": "A1", "event": event, "on": "2023-05-10", fact: value}
                 for event in events[::7] for fact in facts for value in (EVERY, [WORDS[1]])]
        ran = prap("replay", "--store", self.store, given=lines_of(*lines), timeout=120)
        self.assertEqual((ran.code, len(ran.lines())), (3, len(lines)))
        self.assertTrue(all("error" in answer for answer in ran.lines()))
        self.assert_clean("replay", ran.out, ran.err)
        if os.environ.get("PRAP_PYTHON"):
            # What belongs to a person is put aside, found there, and is nowhere once it is shredded.
            script = ("import sys,prap\ns=prap.SQLiteStore(sys.argv[1])\n"
                      "s.put_aside('r1',sys.argv[2].encode()) if sys.argv[3]=='put' else s.shred('r1')\ns.close()")
            for what in ("put", "shred"):
                subprocess.run([sys.executable, "-c", script, self.file, EVERY, what], check=True,
                               env={**os.environ, "PYTHONPATH": os.environ["PRAP_PYTHON"]})
                files = [path.read_bytes() for path in self.directory.iterdir()]
                if what == "put":
                    self.assertTrue(any(WORDS[0].encode() in data for data in files))
        for path in self.directory.iterdir():
            self.assert_clean(path.name, path.read_bytes())
        as_of = ["--as-of", "2023-05-12", "--store", self.store]
        for words in (["due", "--within", "90", *as_of], ["due", "--within", "90", "--format", "ics", *as_of],
                      ["due", "--format", "csv", *as_of], ["next", *as_of], ["show", "A1", *as_of],
                      ["what-if", "A1", *as_of], ["outcome", "A1", *as_of], ["path", "A1", *as_of], ["checklist", "A1", *as_of],
                      ["records", "A1", *as_of], ["retain", *as_of], ["standards", *as_of], ["feed", *as_of],
                      ["verify", "--store", self.store], ["verify", "--text", "--store", self.store]):
            given = lines_of(*lines[:40]) if words[0] == "what-if" else b""
            ran = prap(*words, given=given)
            self.assertIn(ran.code, (0, 3), (words, ran.err[:200]))
            self.assert_clean(" ".join(map(str, words[:2])), ran.out, ran.err)
        # Where the words are an argument, or what a file of options says, nothing repeats them either.
        for words in (["retain", "--fact", f"legal-hold={EVERY}", *as_of], ["next", "--fact", f"reason={WORDS[0]}", *as_of],
                      ["due", "--as-of", WORDS[1], "--store", self.store], ["replay", "--policy", f"late-ack={WORDS[2]}"]):
            ran = prap(*words)
            self.assertEqual((ran.code, ran.out), (2, ""), words)
            self.assert_clean(words[0], ran.err)
        for option in ("--retention", "--supplement"):
            file = self.directory / "options.json"
            file.write_text(json.dumps({WORDS[0]: EVERY, "facts": {"legal-hold": EVERY}, "deadlines": [{"name": EVERY}]}))
            ran = prap("retain", option, file, *as_of)
            self.assertNotEqual(ran.code, 0)
            self.assert_clean(option, ran.out, ran.err)


if __name__ == "__main__":
    unittest.main()
