"""prap retain and prap verify: the golden bytes, what is refused, and a store whose bytes were changed."""
import json
import os
import shutil
import sqlite3
import tempfile
import unittest

from command import SOURCE, lines_of, prap

GOLDEN = SOURCE / "tests" / "golden" / "retention"


def golden(name):
    return (GOLDEN / name).read_text(encoding="utf-8")


def days(out):
    return [line for line in out.splitlines() if "2022" in line]


class Retain(unittest.TestCase):
    def test_the_answers_are_the_golden_ones(self):
        self.assertEqual(prap("retain", GOLDEN / "questions.jsonl").out, golden("answers.jsonl"))
        cases = prap("retain", "--as-of", "2024-06-01", "--retention", GOLDEN / "file.json", given=golden("events.jsonl"))
        self.assertEqual(cases.out, golden("cases.jsonl"))
        self.assertEqual(cases.code, 0)

    def test_sentences(self):
        text = prap("retain", "--text", GOLDEN / "questions.jsonl").out
        for wanted in ("MAY GO: evidence of mandation", "STAYS, for something is not known", "[F-E-07]", "[F-E-08]",
                       "[F-E-06]", "[F-E-03]", "BREACH", "ask whoever keeps the contract for the last day"):
            self.assertIn(wanted, text)
        self.assertNotIn("MAPPA", text)
        self.assertIn("MAPPA", prap("retain", "--text", "--sensitive", GOLDEN / "questions.jsonl").out)
        explained = prap("explain", given=golden("answers.jsonl")).out
        self.assertEqual(explained, text)
        case = prap("retain", "--as-of", "2024-06-01", "--text", "whole", given=golden("events.jsonl")).out
        self.assertIn("whole on Saturday 1 June 2024", case)

    def test_the_policies_decide(self):
        asked = lines_of({"record": "mandation-evidence", "as_of": "2022-01-01", "no-contract-period": True,
                          "notified-on": "2020-12-15", "decided-on": "2020-11-01"})
        kept = [prap("retain", "--policy", f"13m-anchor={choice}", given=asked).lines()[0]["kept_until"]
                for choice in ("later", "notified", "decision")]
        self.assertEqual(kept, ["2022-01-15", "2022-01-15", "2021-12-01"])

    def test_what_cannot_be_read_has_its_place(self):
        ran = prap("retain", given='{"record":"x","as_of":"2022-01-01"}\n{"as_of":"2022-01-01"}\nno\n'
                   '{"record":"referral","as_of":"2022-01-01","legal-hold":"perhaps"}\n'
                   '{"record":"referral","as_of":"2022-01-01","nino":"AB123456C"}\n'
                   '{"id":7,"record":"referral","as_of":"2022-01-01","programme":"whp"}\n')
        self.assertEqual(ran.code, 3)
        self.assertEqual([line.get("error", {}).get("field") for line in ran.lines()],
                         ["record", "record", "", "legal-hold", "nino", None])
        self.assertNotIn("AB123456C", ran.out + ran.err)
        self.assertNotIn("perhaps", ran.out + ran.err)
        self.assertEqual(ran.lines()[5]["id"], 7)

    def test_exit_status(self):
        kept = lines_of({"record": "referral", "as_of": "2022-01-01", "contract-until": "2022-01-01"})
        gone = lines_of({"record": "referral", "as_of": "2022-01-02", "contract-until": "2022-01-01"})
        self.assertEqual([prap("retain", *words, given=given).code for words, given in (
            ((), kept), (("--exit-status",), kept), (("--exit-status",), gone))], [0, 1, 0])
        events = golden("events.jsonl")
        words = ("retain", "--as-of", "2034-01-01", "--contract-end", "2024-06-01", "core")
        self.assertEqual(prap(*words, "--exit-status", given=events).code, 1)
        self.assertEqual(prap(*words, "--programme-end", "2022-01-01", "--final-claim", "2022-01-01", "--exit-status",
                              given=events).code, 0)

    def test_wrong_use(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "file.json")
            events = golden("events.jsonl")
            for text, code in (('{"cases":{"core":{"legal-hold":true}}}', 0), ("[]", 2), ('{"cases":[]}', 2),
                               ('{"cases":{"core":1}}', 2), ('{"cases":{"core":{"name":"x"}}}', 2), ('{"name":1}', 2),
                               ('{"cases":{"core":{"sent-on":"x"}}}', 2), ('{"sent-on":"x"}', 2)):
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text)
                ran = prap("retain", "--as-of", "2024-01-01", "--retention", path, "core", given=events)
                self.assertEqual(ran.code, code, text)
            os.remove(path)
            self.assertEqual(prap("retain", "--as-of", "2024-01-01", "--retention", path).code, 4)
        for words in (("--contract-end", "2024-01-01"), ("--as-of", "x"), ("--as-of", "2024-01-01", "--fact", "legal-hold"),
                      ("--as-of", "2024-01-01", "--fact", "name=x"), ("--as-of", "2024-01-01", "--final-claim", "x"),
                      ("--as-of", "2024-01-01", "--fact", "legal-hold=x"), ("--policy", "esf-years=10", "--policy", "esf-years=9")):
            self.assertEqual(prap("retain", *words).code, 2, words)
        missing = prap("retain", "--as-of", "2024-01-01", "nobody", given=golden("events.jsonl"))
        self.assertEqual((missing.code, missing.lines()[0]["error"]["code"]), (3, "no-such-case"))

    def test_facts_of_the_command_line(self):
        words = ("retain", "--as-of", "2024-06-01", "--contract-end", "2024-05-31")
        held = prap(*words, "--fact", "legal-hold=true", "--fact", "code-log-days=30", "core", given=golden("events.jsonl"))
        self.assertEqual({one["on_hold"] for one in held.lines()[0]["retained"]}, {True})
        self.assertEqual(held.lines()[0]["may_go"], 0)


class Verify(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.path = os.path.join(self.folder, "a.db")
        self.store = f"sqlite:{self.path}"
        self.assertEqual(prap("replay", "--store", self.store, given=golden("events.jsonl")).code, 0)

    def change(self, sql, *values):
        base = sqlite3.connect(self.path)
        with base:
            base.execute(sql, values)
        base.close()

    def test_a_sound_store(self):
        ran = prap("verify", "--store", self.store)
        self.assertEqual(ran.code, 0)
        self.assertEqual(ran.lines()[0], {"v": 1, "verified": True, "cases": 24, "events": 118, "damaged": 0, "faults": 0,
                                          "notices": 0})
        self.assertEqual(prap("verify", "--store", self.store, "whole").lines()[0]["cases"], 1)
        self.assertIn("All is as it was written: 24 cases", prap("verify", "--text", "--store", self.store).out)

    def test_every_byte_of_a_journal(self):
        base = sqlite3.connect(self.path)
        records = base.execute("SELECT sequence, record FROM event WHERE case_id = 'core' ORDER BY sequence").fetchall()
        base.close()
        for sequence, record in records[:2]:
            for at in range(len(record)):
                self.change("UPDATE event SET record = ? WHERE case_id = 'core' AND sequence = ?",
                            record[:at] + bytes([record[at] ^ 0x40]) + record[at + 1:], sequence)
                ran = prap("verify", "--store", self.store)
                self.assertEqual(ran.code, 4)
                faults = [line for line in ran.lines() if "fault" in line]
                self.assertEqual([(one["case"], one["sequence"]) for one in faults], [("core", sequence)])
                self.assertFalse(ran.lines()[-1]["verified"])
            self.change("UPDATE event SET record = ? WHERE case_id = 'core' AND sequence = ?", record, sequence)
        self.assertEqual(prap("verify", "--store", self.store).code, 0)

    def test_rows_that_are_gone_swapped_or_moved(self):
        for sql in ("DELETE FROM event WHERE case_id = 'whole' AND sequence = 3",
                    "DELETE FROM event WHERE case_id = 'whole' AND sequence = (SELECT version FROM case_ WHERE case_id = 'whole')",
                    "UPDATE event SET sequence = sequence + 100 WHERE case_id = 'whole' AND sequence > 3",
                    "UPDATE event SET case_id = 'core' WHERE case_id = 'whole'",
                    "UPDATE case_ SET version = version + 1 WHERE case_id = 'whole'",
                    "UPDATE case_ SET snapshot = (SELECT snapshot FROM case_ WHERE case_id = 'core') WHERE case_id = 'whole'"):
            with self.subTest(sql):
                shutil.copy(self.path, self.path + ".sound")
                try:
                    self.change(sql)
                except sqlite3.IntegrityError:
                    continue
                ran = prap("verify", "--store", self.store)
                self.assertEqual(ran.code, 4)
                self.assertFalse(ran.lines()[-1]["verified"])
                os.replace(self.path + ".sound", self.path)

    def test_what_is_wrong_with_the_file_is_told_row_by_row(self):
        self.change("DELETE FROM event WHERE case_id = 'whole' AND sequence = 3")
        ran = prap("verify", "--store", self.store)
        self.assertEqual(ran.code, 4)
        found = [line for line in ran.lines() if "finding" in line]
        self.assertIn({"v": 1, "case": "whole", "sequence": 4, "finding": "gap", "severity": "breach",
                       "text": "an event is missing before this one: the version and the journal do not agree"}, found)
        self.assertEqual({line["finding"] for line in found} - {"notice-alone"}, {"gap"})
        self.assertFalse(ran.lines()[-1]["verified"])
        self.assertIn("whole, entry 4: an event is missing", prap("verify", "--text", "--store", self.store).out)

    def test_an_index_that_is_not_its_tables(self):
        base = sqlite3.connect(self.path)
        base.execute("PRAGMA writable_schema = ON")
        base.execute("UPDATE sqlite_schema SET sql = replace(sql, 'id <> ', 'id = ') WHERE name = 'event_id'")
        base.commit()
        base.close()
        ran = prap("verify", "--store", self.store)
        self.assertEqual(ran.code, 4)
        self.assertEqual({line.get("finding") for line in ran.lines()}, {"index", None})
        self.assertIn("the file: SQLite's integrity check", prap("verify", "--text", "--store", self.store).out)

    def test_another_rulebook_is_a_notice(self):
        ran = prap("verify", "--policy", "min-attempts=3", "--store", self.store)
        self.assertEqual(ran.code, 0)
        self.assertEqual({line.get("fault") for line in ran.lines()}, {"other-rulebook", None})
        self.assertTrue(ran.lines()[-1]["verified"])
        self.assertIn("no damage", prap("verify", "--text", "--policy", "min-attempts=3", "--store", self.store).out)

    def test_what_it_needs(self):
        self.assertEqual(prap("verify").code, 2)
        self.assertEqual(prap("verify", "--store", "sqlite:" + os.path.join(self.folder, "none.db")).code, 4)
        self.assertEqual(prap("verify", "--store", self.store, "nobody").code, 3)
        before = open(self.path, "rb").read()
        prap("verify", "--store", self.store)
        self.assertEqual(open(self.path, "rb").read(), before)


if __name__ == "__main__":
    unittest.main()
