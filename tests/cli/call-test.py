"""prap call: what a line may not hold is never repeated; plans; exit statuses and sentences. The answers themselves are
compared in tests/calls/."""
import json
import unittest

from command import SOURCE, lines_of, prap

SECRETS = ["QQ123456C", "aB3xY9zQ", "Aloysius Featherstonehaugh", "Barclays of Northwich"]
MAY = {"mappa": False, "scr": False, "universal-credit": False, "original-held": True}
FAILED = {"mandated": True, "failure": "took-no-part", "failed-on": "2015-12-21", "mappa": False, "scr": False,
          "universal-credit": False, "received-on": "2015-06-01"}


def listed(participant, **more):
    return {"call": "c1", "event": "participant-listed", "participant": participant, **MAY, **more}


class Secrets(unittest.TestCase):
    """Whatever place of a line a secret is put into, no byte that is written has it."""

    def check(self, ran):
        for secret in SECRETS:
            for form in (secret, secret[::-1], secret.encode().hex(), secret.lower(), secret.replace(" ", "")):
                self.assertNotIn(form, ran.out + ran.err)

    def test_in_members_that_there_are_not(self):
        for member in ("code", "nino", "name", "answer", "password", "Note", "free text"):
            for secret in SECRETS:
                ran = prap("call", given=lines_of({**listed("p1"), member: secret}))
                self.assertEqual(ran.code, 3)
                self.assertEqual(ran.lines()[0]["error"]["code"], "unknown-field")
                self.check(ran)

    def test_as_names_of_members(self):
        for secret in SECRETS:
            ran = prap("call", given=lines_of({**listed("p1"), secret: True}))
            self.assertEqual(ran.lines()[0]["error"], {**ran.lines()[0]["error"], "code": "unknown-field", "field": ""})
            self.check(ran)

    def test_in_the_place_of_a_fact(self):
        with open(SOURCE / "lib/vocabulary/words.def", encoding="utf-8") as table:
            rows = [line.split('"') for line in table if line.startswith(("X(CALL_FACT,", "X(CALL_EVENT,"))]
        names = [row[1] for row in rows]
        self.assertGreater(len(names), 50)
        for secret in SECRETS:
            given = lines_of(*({"call": "c1", "event": "call-placed", name: secret} for name in names),
                             *({"call": "c1", "event": secret} for _ in names[:1]),
                             {"call": "c1", "event": "call-placed", "at": secret})
            ran = prap("call", given=given)
            self.assertTrue(all("error" in answer for answer in ran.lines()))
            self.check(ran)
            self.check(prap("call", "--text", given=given))

    def test_in_the_place_of_an_identifier(self):
        for form in ("QQ123456C", "qq123456c", "QQ 12 34 56 C", "QQ-12-34-56", "QQ123456"):
            for line in (listed(form), {**listed("p1"), "call": form}):
                ran = prap("call", given=lines_of(line))
                self.assertEqual(ran.lines()[0]["error"]["code"], "text")
                self.assertNotIn(form, ran.out + ran.err)
        for harmless in ("QQ12345", "QQ1234567", "Q1234567", "case 12 34 56", "QQ123456CC", "1Q123456C"):
            self.assertEqual(prap("call", given=lines_of(listed(harmless))).lines()[0]["verdict"], "permitted")

    def test_in_lines_that_are_no_objects(self):
        for secret in SECRETS:
            for line in (secret, json.dumps(secret), f'{{"code":"{secret}"', f'{{"call":"c1","event":"x","event":"{secret}"}}'):
                ran = prap("call", given=line + "\n")
                self.assertEqual(ran.code, 3)
                self.check(ran)

    def test_in_a_plan(self):
        for secret in SECRETS:
            ran = prap("call", "--plan", "2016-01-04T10:00", given=lines_of({**FAILED, "participant": "p1", "nino": secret},
                                                                           {**FAILED, "participant": "p1", "failure": secret}))
            self.assertEqual([answer["error"]["field"] for answer in ran.lines()], ["nino", "failure"])
            self.check(ran)


class Plans(unittest.TestCase):
    def plan(self, *people, at="2016-01-04T10:00", words=()):
        return prap("call", "--plan", at, *words, given=lines_of(*people))

    def test_who_may_be_asked_about_in_calls_of_ten(self):
        people = [{**FAILED, "id": i, "participant": f"p{i}"} for i in range(1, 24)]
        people[4] = {**people[4], "mappa": True}
        people[9] = {**people[9], "universal-credit": True}
        people[11] = {**people[11], "received-on": "2015-12-21"}
        answers = self.plan(*people).lines()
        self.assertEqual([answer["outcome"] for answer in answers[:23] if answer["outcome"] != "to-call"],
                         ["jobcentre-contact", "no-call", "no-call-advised"])
        self.assertEqual([answer["participant"] for answer in answers[:23]], [one["participant"] for one in people])
        batches = [answer for answer in answers if "batch" in answer]
        self.assertEqual([(one["batch"], one["of"], len(one["participants"])) for one in batches],
                         [(1, 2, 10), (2, 2, 10)])
        planned = [name for one in batches for name in one["participants"]]
        self.assertEqual(planned, [f"p{i}" for i in range(1, 24) if i not in (5, 10, 12)])
        self.assertEqual(answers[-1]["ask"], "call")
        self.assertEqual((answers[-1]["calls"], answers[-1]["code_issued"]), (2, "2015-12-30"))

    def test_a_closed_service_opens_next(self):
        answers = self.plan({**FAILED, "participant": "p1"}, at="2015-12-25T10:00").lines()
        self.assertEqual(answers[-1]["opens"], "2015-12-29T08:00Z")
        literal = self.plan({**FAILED, "participant": "p1"}, at="2015-12-25T10:00", words=["--policy", "service-bh=open"])
        self.assertNotIn("opens", literal.lines()[-1])

    def test_nobody_to_call_about_needs_no_call(self):
        answers = self.plan({**FAILED, "participant": "p1", "scr": True}).lines()
        self.assertEqual([answer.get("outcome") for answer in answers], ["jobcentre-contact"])

    def test_a_moment_is_needed(self):
        for moment in ("2016-01-04", "soon", "2016-03-27T01:30", "2016-01-04T25:00"):
            self.assertEqual(self.plan({**FAILED, "participant": "p1"}, at=moment).code, 2)

    def test_sentences(self):
        spoken = self.plan({**FAILED, "participant": "p1"}, words=["--text"]).out
        self.assertIn("[participant p1]", spoken)
        self.assertIn("Call 1 of 1: p1", spoken)
        ran = prap("explain", given=self.plan({**FAILED, "participant": "p1"}).out)
        self.assertEqual((ran.code, ran.out), (0, spoken))

    def test_a_participant_is_named(self):
        self.assertEqual(self.plan(FAILED).lines()[0]["error"]["field"], "participant")
        self.assertEqual(self.plan({**FAILED, "participant": ""}).lines()[0]["error"]["code"], "text")
        self.assertEqual(self.plan({**FAILED, "participant": "p1", "on": "2016-01-05"}).lines()[0]["error"]["field"], "on")


class Runs(unittest.TestCase):
    def test_exit_status(self):
        refused = lines_of({**listed("p1"), "mappa": True})
        self.assertEqual(prap("call", given=refused).code, 0)
        self.assertEqual(prap("call", "--exit-status", given=refused).code, 1)
        self.assertEqual(prap("call", "--exit-status", given=lines_of(listed("p1"))).code, 0)
        self.assertEqual(prap("call", given="no json\n").code, 3)
        self.assertEqual(prap("call", "/no/such/file").code, 4)

    def test_calls_side_by_side(self):
        answers = prap("call", given=lines_of(*({**listed("p1"), "call": f"c{i % 20}"} for i in range(40)))).lines()
        self.assertEqual([answer["verdict"] for answer in answers], ["permitted"] * 20 + ["refused"] * 20)

    def test_a_line_that_cannot_be_read_changes_nothing(self):
        answers = prap("call", given=lines_of(listed("p1"), {**listed("p2"), "mappa": 1}, listed("p2"))).lines()
        self.assertEqual([answer.get("listed") for answer in answers], [1, None, 2])

    def test_mappa_is_not_told_unless_asked_for(self):
        line = lines_of({**listed("p1"), "mappa": True})
        self.assertNotIn("MAPPA", prap("call", "--text", given=line).out)
        self.assertIn("MAPPA", prap("call", "--text", "--sensitive", given=line).out)
        self.assertNotIn("mappa", prap("call", "--redact", given=line).out)

    def test_sentences_are_those_of_explain(self):
        given = "".join((SOURCE / "tests/calls" / name).read_text(encoding="utf-8").partition("\n")[2]
                        for name in ("calls-advice.jsonl", "calls-placed.jsonl"))
        lines = [json.loads(line) for line in given.splitlines()]
        for line in lines:
            del line["expect"]
        answers = prap("call", given=lines_of(*lines))
        self.assertEqual(prap("call", "--text", given=lines_of(*lines)).out, prap("explain", given=answers.out).out)


if __name__ == "__main__":
    unittest.main()
