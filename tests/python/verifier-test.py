"""The challenge over an access code and the check of a participant, from Python; and what becomes of secrets there."""
import datetime
import itertools
import sys
import unittest

import prap

CODE = "aB3dE6gH"
MONDAY = datetime.date(2023, 5, 8)
NOON = datetime.datetime(2023, 5, 9, 12, 0)


def right(challenge):
    return "".join(CODE[at - 1] for at in challenge.positions)


def held(**changes):
    members = {"nino": "AB123456C", "name": "José O'Brien", "lms_date": datetime.date(2012, 11, 6),
               "answers": [("payment-group", "Group 3"), ("referring-officer", "Mary-Ann Hall")]}
    return prap.Held(**{**members, **changes})


class Challenges(unittest.TestCase):
    def setUp(self):
        self.store = prap.MemoryStore()
        self.verifier = prap.Verifier(self.store)
        self.addCleanup(self.verifier.close)

    def test_three_of_three_pass(self):
        asked = self.verifier.ask("prime-1", MONDAY, NOON)
        self.assertEqual((asked.result, asked.rule, asked.number, asked.repeated),
                         (prap.Challenge.ASKED, "PD-22a", 1, False))
        self.assertEqual(asked.asked_at.replace(tzinfo=None), NOON)
        self.assertEqual(len(set(asked.positions)), 3)
        passed = self.verifier.answer("prime-1", 1, CODE, right(asked), NOON)
        self.assertTrue(passed.passed)
        self.assertEqual((passed.rule, passed.positions), ("PD-23", ()))
        report = self.verifier.report("prime-1", NOON)
        self.assertEqual((report.passed, report.failures, report.positions, report.answerable, report.sets),
                         (1, 0, asked.positions, 1, 56))
        self.assertEqual((report.in_force, report.length, report.locked_until), (MONDAY, 8, None))

    def test_it_sticks_in_every_process(self):
        asked = self.verifier.ask("prime-1", MONDAY, NOON)
        for _ in range(5):
            with prap.Verifier(self.store) as other:
                again = other.ask("prime-1", MONDAY, NOON)
                self.assertEqual((again.positions, again.number, again.repeated), (asked.positions, 1, True))
        self.assertEqual(self.verifier.give_up("prime-1", 1, NOON).result, prap.Challenge.GIVEN_UP)
        self.assertEqual(self.verifier.ask("prime-1", MONDAY, NOON).positions, asked.positions)

    def test_failures_lock_and_a_release_unlocks(self):
        verifier = prap.Verifier(self.store, limits=prap.ChallengeLimits(failures_max=2), tenant="others")
        for number in (1, 2):
            verifier.ask("prime-1", MONDAY, NOON)
            failed = verifier.answer("prime-1", number, CODE, "???", NOON)
            self.assertEqual((failed.result, failed.rule), (prap.Challenge.FAILED, "PD-23-F"))
        self.assertTrue(failed.locked)
        self.assertEqual(verifier.ask("prime-1", MONDAY, NOON).result, prap.Challenge.LOCKED)
        self.assertEqual(verifier.look("prime-1", NOON).result, prap.Challenge.LOCKED)
        self.assertEqual(verifier.release("prime-1", NOON).result, prap.Challenge.RELEASED)
        self.assertEqual(verifier.ask("prime-1", MONDAY, NOON).result, prap.Challenge.ASKED)

    def test_checks_made_elsewhere_are_recorded(self):
        for _ in range(2):
            self.verifier.record("prime-1", MONDAY, (1, 4, 8), "passed", NOON, id="call-1")
        report = self.verifier.report("prime-1", NOON)
        self.assertEqual((report.answered, report.positions), (1, (1, 4, 8)))
        self.assertAlmostEqual(prap.overheard_chance(1), 0.017857)
        self.assertAlmostEqual(prap.overheard_chance(2), 0.179, places=3)
        self.assertAlmostEqual(prap.overheard_chance(5), 0.731, places=3)
        with self.assertRaises(prap.CallerError):
            self.verifier.record("prime-1", MONDAY, (1, 4), "passed", NOON)

    def test_sqlite_keeps_it(self):
        with prap.SQLiteStore(":memory:") as store, prap.Verifier(store) as verifier:
            asked = verifier.ask("prime-1", MONDAY, NOON)
            self.assertEqual(verifier.ask("prime-1", MONDAY, NOON).positions, asked.positions)

    def test_a_bad_source_is_refused(self):
        counter = itertools.count()
        sources = {b"\0": prap.HostError, b"short": TypeError, "text": TypeError}
        for given, error in sources.items():
            verifier = prap.Verifier(prap.MemoryStore(), random=lambda n: given * n if given == b"\0" else given)
            with self.assertRaises(error):
                verifier.ask("prime-1", MONDAY, NOON)

        def broken(n):
            raise RuntimeError(next(counter))
        with self.assertRaises(RuntimeError):
            prap.Verifier(self.store, random=broken).ask("prime-1", MONDAY, NOON)

    def test_arguments(self):
        for make in (lambda: prap.Verifier("store"), lambda: prap.Verifier(self.store, limits=3),
                     lambda: prap.Verifier(self.store, random=None),
                     lambda: prap.Verifier(self.store, limits=prap.ChallengeLimits(answer_minutes="x")),
                     lambda: self.verifier.ask(1, MONDAY, NOON), lambda: self.verifier.ask("a", NOON, NOON),
                     lambda: self.verifier.answer("a", 1, 12345678, "abc", NOON),
                     lambda: self.verifier.answer("a", 1, CODE, None, NOON)):
            self.assertRaises(prap.WrongType, make)
        self.assertRaises(prap.CallerError, self.verifier.answer, "a", 1, CODE, "ab", NOON)
        self.assertRaises(prap.CallerError, self.verifier.answer, "a", 1, "\ud800", "abc", NOON)
        self.assertRaises(prap.CallerError, prap.Verifier, self.store, limits=prap.ChallengeLimits(answer_minutes=0))
        self.verifier.close()
        self.assertRaises(prap.CallerError, self.verifier.ask, "a", MONDAY, NOON)

    def test_a_callback_may_not_call_back(self):
        met = []

        class Nosy(prap.MemoryStore):
            def load(self, tenant, case):
                for call in (lambda: verifier.ask("a", MONDAY, NOON), verifier.close):
                    try:
                        call()
                    except prap.CallerError as error:
                        met.append(error.code)
                return super().load(tenant, case)
        verifier = prap.Verifier(Nosy())
        verifier.ask("a", MONDAY, NOON)
        self.assertEqual(met, ["re-entry", "re-entry"])


class Participants(unittest.TestCase):
    def test_all_three_must_be_right(self):
        good = ("ab 12 34 56 c", "jose obrien", "payment-group", "group 3")
        self.assertEqual(prap.check_participant(held(), *good),
                         prap.ParticipantCheck(True, "PD-28a", None, None, None))
        for at, wrong in ((0, "AB123456D"), (1, "Joe O'Brien"), (3, "4")):
            said = list(good)
            said[at] = wrong
            check = prap.check_participant(held(), *said)
            self.assertEqual(check, prap.ParticipantCheck(False, "PD-30", None, None, None))
            told = prap.check_participant(held(), *said, tell=True)
            self.assertEqual([told.nino_right, told.name_right, told.answer_right],
                             [at != 0, at != 1, at != 3])
        self.assertTrue(prap.check_participant(held(), *good[:2], "referring-officer", "MAH").passed)

    def test_the_referral_date(self):
        for day, either, plus_one in ((5, False, False), (6, True, False), (7, True, True), (8, False, False)):
            said = ("AB123456C", "José O'Brien", prap.Question.REFERRAL_DATE, datetime.date(2012, 11, day))
            self.assertEqual(prap.check_participant(held(), *said).passed, either)
            self.assertEqual(prap.check_participant(held(), *said, settings={"P-LMS": "PLUS_ONE"}).passed, plus_one)

    def test_what_is_refused(self):
        good = {"nino": "AB123456C", "name": "José", "question": "payment-group", "answer": "3"}
        for changes, code, field in (({"nino": "QQ123456C"}, "text", "nino"), ({"name": b"\xc3"}, "text", "name"),
                                     ({"name": ""}, "required", "name"),
                                     ({"question": "qualifications"}, "required", "held.answers"),
                                     ({"question": "shoe-size"}, "unknown-word", "question")):
            with self.assertRaises(prap.CallerError) as caught:
                prap.check_participant(held(), **{**good, **changes})
            self.assertEqual((caught.exception.code, caught.exception.field), (code, field))
        for bad in ({"nino": 5}, {"answer": datetime.date(2020, 1, 1)}, {"question": 1}):
            self.assertRaises(prap.WrongType, prap.check_participant, held(), **{**good, **bad})
        self.assertRaises(prap.WrongType, prap.check_participant, "held", **good)
        self.assertRaises(prap.CallerError, prap.check_nino, "BG123456A")
        self.assertIsNone(prap.check_nino("AB123456A"))
        many = [("payment-group", "x")] * 65
        self.assertRaises(prap.LimitError, prap.check_participant, held(answers=many), **good)

    def test_questions_that_remain(self):
        found = prap.askable_questions(["qualifications"])
        self.assertEqual([question.word for question in found.questions],
                         ["payment-group", "referring-officer", "signing-day-cycle", "referral-date",
                          "employment-history"])
        self.assertEqual((found.first, found.prepare, found.rule), (4, 6, "PD-29"))
        self.assertEqual(len(prap.askable_questions().questions), 6)
        host = {"pd-remaining": "host-subset"}
        self.assertEqual(prap.askable_questions(["qualifications"], subset=["referral-date"], settings=host).first, 1)


class Secrets(unittest.TestCase):
    def test_a_bytearray_is_overwritten_whatever_comes_of_it(self):
        store = prap.MemoryStore()
        with prap.Verifier(store) as verifier:
            asked = verifier.ask("a", MONDAY, NOON)
            for answer in (right(asked).encode(), b"???", b"??"):
                code, said = bytearray(CODE.encode()), bytearray(answer)
                try:
                    verifier.answer("a", 1, code, said, NOON)
                except prap.CallerError:
                    self.assertEqual(answer, b"??")
                self.assertEqual((bytes(code), bytes(said)), (bytes(8), bytes(len(answer))))
        number, name, text = bytearray(b"AB123456C"), bytearray("José".encode()), bytearray(b"Group 3")
        record = prap.Held(bytearray(b"AB123456C"), bytearray(b"Jose"), [("payment-group", bytearray(b"group3"))])
        self.assertTrue(prap.check_participant(record, number, name, "payment-group", text).passed)
        for secret in (number, name, text, record.nino, record.name, record.answers[0][1]):
            self.assertEqual(bytes(secret), bytes(len(secret)))
        for nino in (bytearray(b"AB123456C"), bytearray(b"no number")):
            try:
                prap.check_nino(nino)
            except prap.CallerError:
                pass
            self.assertEqual(bytes(nino), bytes(9))

    def test_one_bytearray_may_be_said_and_held(self):
        number, name, text = bytearray(b"AB123456C"), bytearray(b"Jose"), bytearray(b"Group 3")
        record = prap.Held(number, name, [("payment-group", text)])
        found = prap.check_participant(record, number, name, "payment-group", text, tell=True)
        self.assertEqual((found.passed, found.nino_right, found.name_right, found.answer_right), (True,) * 4)
        self.assertEqual((bytes(number), bytes(name), bytes(text)), (bytes(9), bytes(4), bytes(7)))

    def test_a_bytearray_is_overwritten_when_another_text_is_wrong(self):
        secrets = [bytearray(b"secret%d" % number) for number in range(5)]
        record = prap.Held(secrets[0], secrets[1], [("payment-group", secrets[2])])
        with self.assertRaises(prap.CallerError):
            prap.check_participant(record, "\ud800", secrets[3], "payment-group", secrets[4])
        code = bytearray(CODE.encode())
        with prap.Verifier(prap.MemoryStore()) as verifier, self.assertRaises(prap.CallerError):
            verifier.answer("a", 1, "\ud800", code, NOON)
        self.assertEqual([bytes(one) for one in [*secrets, code]], [bytes(7)] * 5 + [bytes(8)])

    def test_bytes_and_str_stay_as_they_are(self):
        code, text = CODE.encode(), CODE
        with prap.Verifier(prap.MemoryStore()) as verifier:
            asked = verifier.ask("a", MONDAY, NOON)
            self.assertTrue(verifier.answer("a", 1, code, right(asked).encode(), NOON).passed)
        self.assertEqual((code, text), (b"aB3dE6gH", "aB3dE6gH"))

    def test_references_are_given_back(self):
        code = bytearray(CODE.encode())
        before = sys.getrefcount(code)
        with prap.Verifier(prap.MemoryStore()) as verifier:
            for _ in range(5):
                number = verifier.ask("a", MONDAY, NOON).number
                code[:] = CODE.encode()
                verifier.answer("a", number, code, "???", NOON)
        self.assertEqual(sys.getrefcount(code), before)

    def test_errors_and_outcomes_say_nothing(self):
        with prap.Verifier(prap.MemoryStore()) as verifier:
            verifier.ask("a", MONDAY, NOON)
            for code, answer in (("Zq7#Kp9$", "Zq7"), ("Zq7#Kp9$", "Zq7#"), ("Zq7#Kp9", "Zq7"), ("Zq7#\ud800", "Zq7")):
                try:
                    said = repr(verifier.answer("a", 1, code, answer, NOON))
                except prap.CallerError as error:
                    said = repr(error) + str(error)
                self.assertNotIn("Zq7", said)

    def test_what_is_held_is_not_shown(self):
        """Whatever prints its variables prints this one too: a log, an assertion, a reporter of tracebacks."""
        held = prap.Held("AB123456C", "Ffion Quorn", [("payment-group", "Group 3")], lms_date=datetime.date(2021, 7, 19))
        for shown in (repr(held), str(held), f"{held!r}", repr([held])):
            for secret in ("AB123456C", "Ffion", "Group 3", "2021"):
                self.assertNotIn(secret, shown)


if __name__ == "__main__":
    unittest.main()
