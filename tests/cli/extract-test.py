"""prap extract: the golden bytes, broken files, yesterday's extract beside today's, and that no value is ever printed."""
import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from command import PRAP, SOURCE, prap

GOLDEN = SOURCE / "tests/golden/extract"
HEADINGS = ["prap-referral-id", "Surname", "NINO", "Verified Address", "Post code", "Telephone number",
            "Voluntary or Mandatory Referral", "Referral date"]
ROW = ["R1", "Bee", "AB123456C", "1 High Street", "LS1 4AP", "0113 496 0000", "Voluntary", "01/12/2021"]
CLEAR = ("--programme", "whp", "--fact", "scr=no", "--fact", "mappa=no", "--as-of", "2021-12-02")
KEY = "000102030405060708090a0b0c0d0e0f"


def row(number, **changes):
    values = {**dict(zip(HEADINGS, ROW)), "prap-referral-id": f"R{number}"}
    return [changes.get(name.lower().replace(" ", "_"), value) for name, value in values.items()]


def table(*rows, headings=HEADINGS, end="\r\n"):
    stream = io.StringIO()
    csv.writer(stream, lineterminator=end).writerows([headings, *rows])
    return stream.getvalue().encode()


def check(given, *words):
    return prap("extract", "check", *CLEAR, *words, given=given)


class Checks(unittest.TestCase):
    def test_golden(self):
        self.assertEqual(subprocess.run([sys.executable, GOLDEN / "print-records.py", "--check"], check=False).returncode, 0)
        ran = prap("extract", "check", GOLDEN / "records.jsonl")
        self.assertEqual((ran.code, ran.out), (0, (GOLDEN / "records-answers.jsonl").read_text()))
        self.assertEqual(prap("extract", "items").out, (GOLDEN / "items.jsonl").read_text())
        ran = prap("extract", "diff", GOLDEN / "before.jsonl", GOLDEN / "after.jsonl")
        self.assertEqual((ran.code, ran.out), (0, (GOLDEN / "differences.jsonl").read_text()))

    def test_the_same_from_every_form(self):
        rows = [row(1), row(2, nino="AB12"), row(3, verified_address='2 "Low"\r\nStreet, Leeds')]
        objects = [dict(zip(HEADINGS, one)) for one in rows]
        wanted = check(table(*rows)).lines()
        self.assertEqual([one["verdict"] for one in wanted], ["permitted", "refused", "permitted"])
        forms = {"a byte order mark": b"\xef\xbb\xbf" + table(*rows), "LF": table(*rows, end="\n"), "CR": table(*rows, end="\r"),
                 "no last line end": table(*rows)[:-2], "JSON Lines": "\n\n".join(map(json.dumps, objects)),
                 "JSON Lines with a mark": b"\xef\xbb\xbf" + "\r\n".join(map(json.dumps, objects)).encode(),
                 "a JSON array": json.dumps(objects, indent=1), "blank lines": table(*rows).replace(b"\r\n", b"\r\n\r\n")}
        for name, given in forms.items():
            with self.subTest(name):
                ran = check(given)
                self.assertEqual((ran.code, ran.err), (0, ""))
                self.assertEqual([{**one, "line": 0} for one in ran.lines()], [{**one, "line": 0} for one in wanted])
        self.assertEqual([one["line"] for one in wanted], [2, 3, 4])
        self.assertEqual([one.get("line") for one in check(json.dumps(objects)).lines()], [None] * 3)

    def test_where_a_record_begins(self):
        given = table(row(1, verified_address="a\nb\nc"), row(2), row(3, verified_address="a\r\nb"), row(4), end="\n")
        self.assertEqual([one["line"] for one in check(given).lines()], [2, 5, 6, 8])

    def test_columns_are_named(self):
        found = check(table(row(1, nino="AB12", referral_date="1.12.2021"))).lines()[0]["findings"]
        self.assertEqual([(one["item"], one["column"], one["rule"]) for one in found],
                         [("nino", 3, "CH15-4-B3"), ("referral-date", 8, "CH15-A-24")])
        found = check(table(row(1) + ["7", "AB123456D"], headings=HEADINGS + ["Shoe size", "National Insurance number"])).lines()[0]
        self.assertEqual([(one["finding"], one["column"], one.get("first_column")) for one in found["findings"]],
                         [("unknown-item", 9, None), ("contradicted", 10, 3)])

    def test_what_a_record_says_beside_its_items(self):
        headings = HEADINGS + ["programme", "MAPPA", "scr", "channel", "case", "on"]
        for extra, verdict, comes_by, case in ((["jets", "no", "no", "prap", "our-1", "2021-12-02"], "permitted", "prap", "our-1"),
                                               (["whp", "no", "YES", "prap", "", ""], "refused", "clerical", "R1"),
                                               (["", "", "", "email", "", ""], "permitted", "email", "R1"),
                                               (["whp", "yes", "no", "prap", "", ""], "permitted", "prap", "R1"),
                                               (["whp", "no", "unknown", "prap", "", ""], "undecided", None, "R1")):
            answer = check(table(row(1) + extra, headings=headings)).lines()[0]
            self.assertEqual((answer["verdict"], answer.get("comes_by"), answer["case"]), (verdict, comes_by, case), extra)
        for name, bad in (("programme", "erasure"), ("mappa", "perhaps"), ("scr", "rarely"), ("channel", "pigeon"), ("on", "1/12/2021"),
                          ("partial", "sometimes")):
            ran = check(table(row(1) + [bad], row(2) + [""], headings=HEADINGS + [name]))
            self.assertEqual(ran.code, 3)
            self.assertEqual([one.get("error", {}).get("field") for one in ran.lines()], [name, None])
            self.assertNotIn(bad, ran.out + ran.err)

    def test_a_map(self):
        with tempfile.TemporaryDirectory() as folder:
            names = Path(folder) / "map.json"
            def mapped(map_, given):
                names.write_text(json.dumps(map_) if not isinstance(map_, str) else map_)
                return check(given, "--map", names)
            headings = ["Ref", "Family name", "NI No", *HEADINGS[3:], "Notes", "Case no"]
            ran = mapped({"Ref": "prap-referral-id", "Family name": "surname", "NI No": "nino", "Notes": None, "Case no": "case"},
                         table(row(1) + ["x", "C7"], headings=headings))
            self.assertEqual((ran.lines()[0]["verdict"], ran.lines()[0]["case"], ran.lines()[0]["findings"]), ("permitted", "C7", []))
            for bad in ({"Ref": "shoe-size"}, {"Ref": 7}, [], "{", {"Ref": ""}):
                self.assertEqual(mapped(bad, b"").code, 2, bad)
            self.assertEqual(check(b"", "--map", Path(folder) / "none").code, 4)

    def test_broken_files(self):
        """Each with where it is said to be broken, and how many records are answered all the same."""
        good = table(row(1))
        line = table(row(2)).split(b"\r\n")[1]
        cases = {
            "nothing": (b"", "required", None, 0), "headings only": (table(), None, None, 0),
            "no headings": (b"1,2,3\r\n4,5,6\r\n", "required", 1, 0), "a heading twice": (b"nino,surname,nino\r\n1,2,3\r\n", "twice", 1, 0),
            "two cases": (b"nino,case,Case\r\n1,2,3\r\n", "twice", 1, 0), "UTF-16": ("nino\r\n".encode("utf-16"), "text", 1, 0),
            "UTF-16 the other way": ("\ufeffnino\r\n".encode("utf-16-be"), "text", 1, 0), "a character of no heading": ("\uff4eino\r\n".encode(), "text", 1, 0), "headings in Latin-1": (b"nino,\xe9\r\n", "text", 1, 0),
            "too few": (good + b"R9,x\r\n" + line, "csv", 3, 2), "too many": (good + line + b",1\r\n" + line + b"\r\n", "csv", 3, 2),
            "Latin-1": (good + line.replace(b"Bee", b"B\xe9") + b"\r\n" + line, "text", 3, 2),
            "a NUL": (good + line.replace(b"Bee", b"B\0e") + b"\r\n" + line, "text", 3, 2),
            "a mark within": (good + line.replace(b"Bee", b'"Bee" Dee') + b"\r\n" + line, "csv", 3, 2),
            "never closed": (good + line + b"\r\n" + b'R3,"Bee', "csv", 4, 2),
            "a field too long": (good + line.replace(b"Bee", b"B" * 70000) + b"\r\n" + line, "limit", 3, 2),
            "never closed, long": (good + b'R3,"Bee\r\n' + (line + b"\r\n") * 2000, "limit", 3, None),
            "too many fields": (good + b"," * 3000 + b"\r\n" + line, "limit", 3, 2),
            "no array": (b"[1,2", "json", 1, 0), "an array of numbers": (b'[1,{"nino":"x"}]', "json", 1, 1),
            "JSON that breaks off": (b'{"nino":"x"}\n{"nino":\n{"nino":"y"}\n', "json", 2, 2),
            "a key twice": (b'{"nino":"x","nino":"y"}\n', "twice", 1, 0), "a fraction": (b'{"surname":1.5}\n', "type", 1, 0),
            "an object within": (b'{"surname":{"a":1}}\n{"surname":[["x"]]}\n', "type", 1, 0),
            "a line too long": (b'{"surname":"' + b"x" * (4 << 20) + b'"}\n{"surname":"y"}\n', "limit", 1, 1),
        }
        for name, (given, code, at, answered) in cases.items():
            with self.subTest(name):
                ran = check(given)
                self.assertEqual(ran.code, 0 if code is None else 3, ran.err)
                if at is not None:
                    self.assertRegex(ran.err.splitlines()[0], rf"^prap extract: standard input:{at}: .* \({code}\)$")
                if answered is not None:
                    self.assertEqual(sum("verdict" in one for one in ran.lines()), answered)

    def test_a_line_that_never_ends(self):
        """No more of it is kept than a line may have: a long one takes no memory, and hides none behind it."""
        with tempfile.TemporaryFile() as given:
            given.write(b'{"surname":"')
            given.seek(256 << 20)
            given.write(b'"}\n{"surname":"y"}\n')
            given.seek(0)
            with subprocess.Popen([PRAP, "extract", "check", *CLEAR], stdin=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
                answers = [json.loads(line) for line in process.stdout]
                _, status, used = os.wait4(process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual([one.get("error", {}).get("code") for one in answers], ["limit", None])
        self.assertEqual(process.returncode, 3)
        self.assertLess(used.ru_maxrss, 128 << 10)

    def test_a_field_is_named(self):
        ran = check(table(row(1)) + b'R2,"Bee"x,,,,,,\r\n' + table(row(3, nino="AB\xe912")).split(b"\r\n")[1].replace(b"\xc3\xa9", b"\xe9"))
        self.assertEqual([one["error"]["field"] for one in ran.lines() if "error" in one], ["surname", "nino"])

    def test_no_value_is_printed(self):
        secret = "Zebedee"
        rows = [[f"R{i}"] + [secret] * 7 for i in range(3)] + [[secret], [secret] * 30]
        given = table(*rows, headings=HEADINGS) + f'R8,"{secret}"x\r\n'.encode() + f'R9,"{secret}'.encode()
        ran = check(given)
        self.assertNotIn(secret, ran.out + ran.err)
        self.assertEqual(sum("error" in one for one in ran.lines()), 4)
        headings = [secret, *HEADINGS]
        self.assertNotIn(secret, check(table([secret, *row(1)], headings=headings)).out)
        self.assertNotIn(secret, check(json.dumps({secret: secret, "surname": {secret: 1}})).err)

    def test_sensitive_words_are_left_out(self):
        given = table(row(1) + ["yes"], headings=HEADINGS + ["Death"])
        self.assertIn("deceased", check(given).out)
        for words in (["--redact"], ["--text"]):
            told = check(given, *words).out
            self.assertNotRegex(told, "(?i)deceased|died|death", words)
        self.assertIn("CH15-9", check(given, "--text", "--sensitive").out)
        told = prap("extract", "check", "--fact", "scr=yes", "--text", given=table(row(1))).out
        self.assertNotRegex(told, "(?i)special|scr|clerical")
        self.assertIn("REFUSED", told)

    def test_sentences(self):
        told = check(table(row(1, nino="AB12"), row(2)), "--text").out
        self.assertIn("Record 1, R1: REFUSED.", told)
        self.assertIn("[nino, column 3] (CH15 4, rule CH15-4-B3)", told)
        self.assertIn("Record 2, R2: nothing against it.", told)
        self.assertEqual(len(prap("extract", "items", "--text", "--sensitive").out.splitlines()), 78)

    def test_exit_status_and_use(self):
        self.assertEqual(check(table(row(1)), "--exit-status").code, 0)
        self.assertEqual(check(table(row(1, nino="x")), "--exit-status").code, 1)
        for words in ([], ["weigh"], ["items", "x"], ["diff", "a"], ["diff", "a", "b", "c"], ["import", "a", "b"],
                      ["check", "--before", "x"], ["check", "--events", "x"], ["import", "--known", "x"], ["import", "--key", "x"],
                      ["import", "--known", "x", "--key", "y", "--before", "z"], ["check", "--fact", "nino=x"],
                      ["check", "--fact", "mappa"], ["check", "--fact", "mappa=perhaps"], ["check", "--programme", "erasure"],
                      ["check", "--as-of", "today"]):
            self.assertEqual(prap("extract", *words).code, 2, words)
        self.assertEqual(prap("extract", "check", "no-such-file").code, 4)


class Imports(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = Path(self.folder.name)
        (self.path / "key").write_text(KEY + "\n")

    def imported(self, *rows, words=(), given=None):
        (self.path / "today.csv").write_bytes(table(*rows) if given is None else given)
        return prap("extract", "import", *CLEAR, "--known", self.path / "known", "--key", self.path / "key",
                    "--events", self.path / "events", *words, self.path / "today.csv")

    def results(self, ran):
        return {one["case"]: one["result"] for one in ran.lines() if "result" in one}

    def test_day_after_day(self):
        first = self.imported(row(1), row(2), row(3, nino="x"))
        self.assertEqual(self.results(first), {"R1": "new", "R2": "new", "R3": "refused"})
        self.assertEqual(first.lines()[-1], {"v": 1, "extract": "summary", "records": 3, "matched": 0, "new": 2, "gone": 0,
                                             "changed": 0, "same": 0, "refused": 1, "undecided": 0, "unread": 0, "events": 2})
        second = self.imported(row(4), row(1, post_code="LS1 4AQ"), row(3))
        self.assertEqual(self.results(second), {"R4": "new", "R1": "changed", "R3": "new", "R2": "gone"})
        changed = second.lines()[1]
        self.assertEqual((changed["matched"], changed["differences"]),
                         (True, [{"change": "changed", "item": "postcode", "rule": "CH15-9", "care": "personal"}]))
        third = self.imported(row(1, post_code="ls1 4aq", nino="ab 12 34 56 c"), row(3), row(4))
        self.assertEqual(self.results(third), {"R1": "same", "R3": "same", "R4": "same"})
        self.assertEqual((self.path / "events").read_text(), "")

    def test_the_events_are_what_replay_takes(self):
        self.imported(row(1), row(2, voluntary_or_mandatory_referral="mandatory"))
        events = (self.path / "events").read_text()
        self.assertEqual(json.loads(events.splitlines()[0]), {
            "id": "extract-received", "case": "R1", "programme": "whp", "event": "referral-received", "on": "2021-12-02",
            "recorded": "2021-12-02", "customer-group": "voluntary", "made": "2021-12-01"})
        self.assertNotIn("customer-group", json.loads(events.splitlines()[1]))
        ran = prap("replay", given=events)
        self.assertEqual((ran.code, [one["verdict"] for one in ran.lines()]), (0, ["permitted", "permitted"]))

    def test_what_is_kept_has_no_value_in_it(self):
        self.imported(row(1), row(2))
        kept = (self.path / "known").read_text()
        for value in ROW[1:]:
            self.assertNotIn(value, kept)
        self.assertEqual(os.stat(self.path / "known").st_mode & 0o777, 0o600)
        one, two = (dict((mark[0], mark[2]) for mark in json.loads(line)["marks"]) for line in kept.splitlines()[1:])
        self.assertTrue(all(one[name] != two[name] for name in one), "equal values of two people must not show")

    def test_refused_and_undecided_leave_what_is_known(self):
        self.imported(row(1), row(2))
        before = (self.path / "known").read_bytes()
        ran = self.imported(row(1, nino="x"), row(2, surname=""))
        self.assertEqual(self.results(ran), {"R1": "refused", "R2": "refused"})
        self.assertEqual((self.path / "known").read_bytes(), before)
        self.assertTrue(ran.lines()[0]["differences"])
        ran = prap("extract", "import", "--programme", "whp", "--known", self.path / "known", "--key", self.path / "key",
                   self.path / "today.csv")
        self.assertEqual(set(self.results(ran).values()), {"refused"})
        (self.path / "today.csv").write_bytes(table(row(1), row(5)))
        ran = prap("extract", "import", "--programme", "whp", "--known", self.path / "known", "--key", self.path / "key",
                   self.path / "today.csv", "--exit-status")
        self.assertEqual((ran.code, self.results(ran)), (1, {"R1": "undecided", "R5": "undecided", "R2": "gone"}))

    def test_a_broken_record_makes_nobody_gone(self):
        self.imported(row(1), row(2))
        ran = self.imported(given=table(row(1)) + b"R2,only\r\n")
        gone = [one for one in ran.lines() if one.get("result") == "gone"]
        self.assertEqual((ran.code, [(one["case"], one["unsure"]) for one in gone]), (3, [("R2", True)]))
        self.assertEqual(self.results(self.imported(row(1), row(2))), {"R1": "same", "R2": "same"})

    def test_a_name_that_could_be_a_persons_is_not_repeated(self):
        """Of what stands where a name should, only what is plainly a field's name."""
        for given, code in ((b'{"AB123456C":1e999}', "range"), (b'{"Ann Bee":1,"Ann Bee":2}', "twice"), (b'{"AB123456C":1.5}', "type"),
                            (b'{"Ann Bee":{"Ann Bee":1}}', "type"), (b'{"AB123456C":"\xff"}', "json"), (b'[{"AB123456C":1e999}]', "json")):
            with self.subTest(given):
                ran = check(given)
                self.assertEqual(ran.lines()[0]["error"]["code"] if ran.out else code, code)
                self.assertNotIn("AB123456C", ran.out + ran.err)
                self.assertNotIn("Ann Bee", ran.out + ran.err)
        self.assertEqual(check(b'{"surname":1e999}').lines()[0]["error"]["field"], "surname")

    def test_a_referral_twice(self):
        ran = self.imported(row(1), row(2), row(1, surname="Cee"))
        self.assertEqual((ran.code, ran.lines()[2]["error"]["code"], ran.lines()[2]["record"]), (3, "twice", 3))
        self.assertEqual(self.results(ran), {"R1": "new", "R2": "new"})

    def test_events_of_ipes(self):
        (self.path / "today.csv").write_bytes(table(row(1), row(2)))
        prap("extract", "import", "--programme", "ipes", "--fact", "scr=no", "--fact", "mappa=yes", "--as-of", "2023-05-02",
             "--events", self.path / "events", self.path / "today.csv")
        event = json.loads((self.path / "events").read_text().splitlines()[0])
        self.assertEqual((event["mappa-known"], event.get("customer-group")), (True, None))
        ran = prap("replay", given=(self.path / "events").read_text())
        self.assertEqual([one["verdict"] for one in ran.lines()], ["permitted", "permitted"])

    def test_what_an_event_needs(self):
        (self.path / "today.csv").write_bytes(table(row(1)))
        for words, field in ((("--as-of", "2021-12-02"), "programme"), (("--programme", "jets"), "on")):
            ran = prap("extract", "import", "--fact", "scr=no", "--fact", "mappa=no", "--events", self.path / "events", *words,
                       self.path / "today.csv")
            self.assertEqual((ran.code, ran.lines()[0]["error"]["code"], ran.lines()[0]["error"]["field"]), (3, "required", field))

    def test_against_a_file(self):
        (self.path / "yesterday.csv").write_bytes(table(row(1), row(2)) + b"R9,broken\r\n")
        (self.path / "today.csv").write_bytes(table(row(2), row(3)))
        ran = prap("extract", "import", *CLEAR, "--before", self.path / "yesterday.csv", self.path / "today.csv")
        self.assertEqual((ran.code, self.results(ran)), (0, {"R2": "same", "R3": "new", "R1": "gone"}))
        ran = prap("extract", "diff", self.path / "yesterday.csv", self.path / "today.csv")
        self.assertEqual(self.results(ran), {"R3": "new", "R1": "gone"})
        self.assertIn("R1: gone", prap("extract", "diff", self.path / "yesterday.csv", self.path / "today.csv", "--text").out)

    def test_what_is_kept_can_be_damaged(self):
        self.imported(row(1), row(2))
        whole = (self.path / "known").read_bytes()
        lines = whole.splitlines(keepends=True)
        broken = {"empty": b"", "no head": b"".join(lines[1:]), "cut": b"".join(lines[:2]), "cut within": whole[:-40],
                  "a mark too short": lines[0] + lines[1][:-6] + b'"]]}\n' + lines[2],
                  "no object": lines[0] + b"7\n" + lines[2], "newer": whole.replace(b"siphash-2-4-128", b"siphash-9"),
                  "another's": b'{"v":1,"extract":"check"}\n', "digits": lines[0] + lines[1].replace(b'",0,"', b'",0,"z', 1) + lines[2],
                  "no digits": lines[0] + lines[1].replace(b"a", b"z") .replace(b"mzrks", b"marks") + lines[2]}
        for name, content in broken.items():
            with self.subTest(name):
                (self.path / "known").write_bytes(content)
                ran = self.imported(row(1))
                self.assertEqual((ran.code, ran.out), (4, ""), ran.err)
                self.assertEqual((self.path / "known").read_bytes(), content)
        (self.path / "known").write_bytes(whole)
        (self.path / "key").write_text("f" * 32)
        self.assertIn("another key", self.imported(row(1)).err)
        for key in ("", "00", "z" * 32, KEY + "00", KEY[:-1] + "\n"):
            (self.path / "key").write_text(key)
            self.assertEqual(self.imported(row(1)).code, 2, key)
        (self.path / "key").unlink()
        self.assertEqual(self.imported(row(1)).code, 4)

    def test_what_cannot_be_written(self):
        ran = prap("extract", "import", *CLEAR, "--known", self.path / "no/known", "--key", self.path / "key", given=table(row(1)))
        self.assertEqual(ran.code, 4)
        self.assertEqual(prap("extract", "import", *CLEAR, "--events", self.path / "no/events", given=table(row(1))).code, 4)

    def test_a_link_stays_a_link(self):
        """The state may lie elsewhere; and a link that leads nowhere is no first import, which would find all referrals new."""
        elsewhere = self.path / "elsewhere"
        elsewhere.mkdir()
        os.symlink("elsewhere/kept", self.path / "known")
        ran = self.imported(row(1))
        self.assertEqual((ran.code, ran.out), (4, ""))
        self.assertIn("known cannot be read: No such file or directory", ran.err)
        os.unlink(self.path / "known")
        self.assertEqual(self.imported(row(1)).lines()[-1]["new"], 1)
        os.rename(self.path / "known", elsewhere / "kept")
        os.symlink("elsewhere/kept", self.path / "known")
        for number in (2, 3):
            self.assertEqual(self.imported(row(1), row(number)).lines()[-1]["same"], 1)
            self.assertTrue((self.path / "known").is_symlink())
            self.assertIn(f'"R{number}"', (elsewhere / "kept").read_text())
            self.assertEqual(os.listdir(elsewhere), ["kept"])

    def test_a_state_is_a_file(self):
        """A device or a pipe would be read for ever, and then be replaced."""
        os.mkfifo(self.path / "known")
        for state in (self.path / "known", "/dev/zero", self.path):
            ran = prap("extract", "import", *CLEAR, "--known", state, "--key", self.path / "key", given=table(row(1)), timeout=20)
            self.assertEqual((ran.code, ran.out), (4, ""))
            self.assertIn(f"{state} cannot be read: it is no file", ran.err)

    def test_events_that_cannot_be_written(self):
        """A referral whose event is nowhere is not known."""
        (self.path / "today.csv").write_bytes(table(row(1)))
        ran = prap("extract", "import", *CLEAR, "--known", self.path / "known", "--key", self.path / "key",
                   "--events", "/dev/full", self.path / "today.csv")
        self.assertEqual((ran.code, ran.lines()[0]["result"]), (4, "new"))
        self.assertIn("/dev/full cannot be written: No space left on device", ran.err)
        self.assertEqual(sorted(os.listdir(self.path)), ["key", "today.csv"])

    def test_what_is_read_is_not_written_over(self):
        self.imported(row(1))
        (self.path / "map").write_text("{}")
        (self.path / "before.csv").write_bytes(table(row(1)))
        os.link(self.path / "today.csv", self.path / "same.csv")
        for words in (["--events", self.path / "today.csv"], ["--events", self.path / "same.csv"],
                      ["--events", self.path / "map", "--map", self.path / "map"],
                      ["--events", self.path / "before.csv", "--before", self.path / "before.csv"],
                      *(["--events", self.path / name, "--known", self.path / "known", "--key", self.path / "key"]
                        for name in ("known", "key"))):
            before = {name: (self.path / name).read_bytes() for name in os.listdir(self.path)}
            ran = prap("extract", "import", *CLEAR, *words, self.path / "today.csv")
            self.assertEqual((ran.code, ran.out), (2, ""), words)
            self.assertIn("--events names a file that is read", ran.err)
            self.assertEqual({name: (self.path / name).read_bytes() for name in os.listdir(self.path)}, before)

    def test_an_item_of_a_later_list_is_passed_over(self):
        self.imported(row(1))
        known = (self.path / "known").read_text()
        (self.path / "known").write_text(known.replace('["surname",', '["shoe-size",'))
        changed = self.imported(row(1)).lines()[0]
        self.assertEqual([(one["change"], one["item"]) for one in changed["differences"]], [("appeared", "surname")])

    def test_many(self):
        rows = [row(i) for i in range(5000)]
        self.assertEqual(self.imported(*rows).lines()[-1]["new"], 5000)
        self.assertEqual(self.imported(*reversed(rows)).lines()[-1]["same"], 5000)


if __name__ == "__main__":
    unittest.main()
