"""How long records are kept, and verifying, through Python: the golden bytes of the command, and what is refused."""
import datetime
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import prap
from prap import lines

TOP = Path(__file__).resolve().parents[2]
GOLDEN = TOP / "tests" / "golden" / "retention"
DAY = datetime.date


def golden(name):
    return (GOLDEN / name).read_text(encoding="utf-8").splitlines()


def value(said):
    return DAY.fromisoformat(said) if isinstance(said, str) and said[:1].isdigit() else said


def facts(said):
    return {name: value(one) for name, one in said.items() if name not in ("id", "record", "as_of", "programme", "cases")}


def filled(store=None):
    rulebooks = [prap.Rulebook(programme) for programme in ("ipes", "whp", "jets", "erasure", "email")]
    engine = prap.Engine(rulebooks, prap.MemoryStore() if store is None else store)
    for line in golden("events.jsonl"):
        lines.read(line).submit(engine)
    return engine


class Retain(unittest.TestCase):
    def test_the_bytes_of_the_command(self):
        asked = [json.loads(line) for line in golden("questions.jsonl")]
        answers = [prap.retain(one["record"], DAY.fromisoformat(one["as_of"]), facts(one),
                               programme=one.get("programme"), id=one["id"]) for one in asked]
        self.assertEqual([one.to_json() for one in answers], golden("answers.jsonl"))

    def test_the_cases_of_the_command(self):
        given = json.loads(golden("file.json")[0])
        about = {case: facts(one) for case, one in given["cases"].items()}
        with filled() as engine:
            cases = engine.retentions(DAY(2024, 6, 1), facts(given), about=about.get)
            self.assertEqual([one.to_json() for one in cases], golden("cases.jsonl"))
            whole = engine.retention("whole", DAY(2024, 6, 1), {**facts(given), **about["whole"]})
            self.assertEqual(whole, next(one for one in cases if one.case == "whole"))
            self.assertTrue(all(one.answer.on_hold for one in whole.retained))

    def test_words_and_days(self):
        answer = prap.retain(prap.Record.MANDATION_EVIDENCE, DAY(2022, 1, 15), notified_on=DAY(2020, 12, 15),
                             no_contract_period=True)
        self.assertIs(answer.verdict, prap.Verdict.REFUSED)
        self.assertEqual((answer.kept_until, answer.disposal), (DAY(2022, 1, 15), DAY(2022, 1, 16)))
        self.assertEqual(answer.finding("mandation-notified").row, "F-E-07")
        self.assertIsNone(answer.finding(prap.RetentionFinding.LEGAL_HOLD))
        unknown = prap.retain("esf-forms", DAY(2022, 1, 1), {prap.RetentionFact.PROGRAMME_ENDED_ON: prap.UNKNOWN})
        self.assertEqual(unknown.missing, (prap.RetentionFact.PROGRAMME_ENDED_ON, prap.RetentionFact.FINAL_CLAIM_PAID_ON))
        later = prap.retain("mandation-evidence", DAY(2022, 1, 1), decided_on=DAY(2020, 1, 1), no_contract_period=True,
                            settings={"13m-anchor": "decision"})
        self.assertEqual(later.kept_until, DAY(2021, 2, 1))
        self.assertEqual(prap.retain("access-code-log", DAY(2022, 1, 1), code_log_days=3).missing,
                         (prap.RetentionFact.IN_FORCE_UNTIL,))

    def test_what_cannot_be_asked(self):
        as_of = DAY(2022, 1, 1)
        for status, call in ((prap.Status.E_WORD, lambda: prap.retain("x", as_of)),
                             (prap.Status.E_WORD, lambda: prap.retain("referral", as_of, {"x": True})),
                             (prap.Status.E_WORD, lambda: prap.retain("referral", as_of, programme="x")),
                             (prap.Status.E_RANGE, lambda: prap.retain("access-code-log", as_of, code_log_days=-1)),
                             (prap.Status.E_TWICE, lambda: prap.retain("referral", as_of, {"legal-hold": True},
                                                                       legal_hold=True)),
                             (prap.Status.E_RANGE, lambda: prap.retain("unencrypted-email", as_of, sent_on=DAY.max))):
            with self.assertRaises(prap.PrapError) as caught:
                call()
            self.assertEqual(caught.exception.status, status)
        for wrong in (lambda: prap.retain("referral", as_of, {"legal-hold": 1}), lambda: prap.retain("referral", as_of, []),
                      lambda: prap.retain("referral", as_of, {"sent-on": True}), lambda: prap.retain("referral", "2022"),
                      lambda: prap.retain("referral", as_of, {1: True})):
            self.assertRaises(prap.WrongType, wrong)
        with filled() as engine:
            for status, call in ((prap.Status.E_NO_CASE, lambda: engine.retention("nobody", as_of)),
                                 (prap.Status.E_REQUIRED, lambda: engine.retention("", as_of)),
                                 (prap.Status.E_REQUIRED, lambda: engine.verify("")),
                                 (prap.Status.E_NO_CASE, lambda: engine.verify("nobody"))):
                with self.assertRaises(prap.PrapError) as caught:
                    call()
                self.assertEqual(caught.exception.status, status)
            self.assertRaises(prap.WrongType, engine.retentions, as_of, about=3)
            self.assertRaises(prap.WrongType, engine.retentions, as_of, on_error=3)
            self.assertRaises(prap.WrongType, engine.visit_retentions, 3, as_of)

    def test_what_a_callback_raises_arrives(self):
        def fail(_):
            raise ZeroDivisionError
        with filled() as engine:
            self.assertRaises(ZeroDivisionError, engine.visit_retentions, fail, DAY(2024, 1, 1))
            self.assertRaises(ZeroDivisionError, engine.retentions, DAY(2024, 1, 1), about=fail)
            self.assertRaises(prap.WrongType, engine.retentions, DAY(2024, 1, 1), about=lambda case: {"sent-on": 1})
            self.assertEqual(len(engine.retentions(DAY(2024, 1, 1), about=lambda case: None)), 23)


class Verify(unittest.TestCase):
    def test_a_sound_store_and_a_changed_one(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.db"
            with prap.SQLiteStore(path) as store, filled(store) as engine:
                report = engine.verify()
                self.assertTrue(report.verified)
                self.assertEqual((report.cases, report.events, report.findings), (24, 118, ()))
                self.assertEqual(engine.verify("whole").cases, 1)
            base = sqlite3.connect(path)
            with base:
                record, = base.execute("SELECT record FROM event WHERE case_id = 'core' AND sequence = 2").fetchone()
                base.execute("UPDATE event SET record = ? WHERE case_id = 'core' AND sequence = 2",
                             (record[:-1] + bytes([record[-1] ^ 1]),))
            base.close()
            with prap.SQLiteStore(path) as store:
                rulebooks = [prap.Rulebook(programme) for programme in ("ipes", "whp", "jets", "erasure", "email")]
                with prap.Engine(rulebooks, store) as engine:
                    report = engine.verify()
                    self.assertFalse(report.verified)
                    self.assertEqual([(one.case, one.sequence, one.fault) for one in report.findings],
                                     [("core", 2, prap.VerifyFault.EVENT_DAMAGED)])
                    self.assertIn('"fault":"event-damaged","severity":"breach"', report.findings[0].to_json())
                    self.assertEqual(json.loads(report.to_json())["damaged"], 1)
                    heard = []
                    found = engine.retentions(DAY(2024, 1, 1), on_error=lambda case, error: heard.append((case, error.status)))
                    self.assertEqual(heard, [("core", prap.Status.E_DAMAGED)])
                    self.assertEqual(len(found), 22)
                    self.assertRaises(prap.DataError, engine.retentions, DAY(2024, 1, 1))


class SideCar(unittest.TestCase):
    def test_what_is_shredded_is_gone(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.db"
            with prap.SQLiteStore(path) as store:
                self.assertIsNone(store.aside("r1"))
                self.assertFalse(store.shred("r1"))
                store.put_aside("r1", b"Wilhelmina " * 400)
                store.put_aside("r2", b"")
                self.assertEqual((store.aside("r1"), store.aside("r2")), (b"Wilhelmina " * 400, b""))
                self.assertFalse(store.add_aside("r1", b"another"))
                self.assertTrue(store.shred("r1"))
                self.assertIsNone(store.aside("r1"))
                self.assertTrue(store.add_aside("r3", b"ilhelmina " * 9))
                self.assertEqual(store.aside("r3"), b"ilhelmina " * 9)
                self.assertTrue(store.shred("r3"))
                self.assertEqual(store.aside("r2"), b"")
                for name in os.listdir(folder):
                    self.assertNotIn(b"ilhelm", (Path(folder) / name).read_bytes())
                for wrong in (lambda: store.put_aside("r1", "text"), lambda: store.add_aside("r1", "text"), lambda: store.aside(1)):
                    self.assertRaises(prap.WrongType, wrong)
                for status, call in ((prap.Status.E_TEXT, lambda: store.shred("a b")),
                                     (prap.Status.E_LIMIT, lambda: store.put_aside("r1", bytes(2**20 + 1)))):
                    with self.assertRaises(prap.PrapError) as caught:
                        call()
                    self.assertEqual(caught.exception.status, status)

    def test_the_example(self):
        with tempfile.TemporaryDirectory() as folder:
            ran = subprocess.run([sys.executable, TOP / "docs/examples/erasure/erase.py", folder], capture_output=True,
                                 text=True, check=False)
        self.assertEqual(ran.stderr, "")
        page = (TOP / "docs/guide/erasing.md").read_text(encoding="utf-8")
        self.assertIn("```text\n" + ran.stdout + "```", page)


if __name__ == "__main__":
    unittest.main()
