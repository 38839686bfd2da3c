"""prap erase and prap may-send: golden answers, what cannot be asked, sentences, the schema, and cases of a store."""
import json
import unittest
from pathlib import Path

from command import InDirectory, lines_of, prap

GOLDEN = Path(__file__).resolve().parent.parent / "golden/data-protection"
GOOD = {"on": "2021-03-10", "stage": "at-active", "process": "exit-reports", "organisation": "prime-provider",
        "permitted-on": "2021-01-01", "records": 1, "standard-content": True, "template-included": True,
        "sender-designated": True, "recipient-designated": True}


def text(name):
    return (GOLDEN / name).read_text(encoding="utf-8")


class DataProtection(InDirectory):
    def with_cases(self):
        self.assertEqual(prap("replay", "--store", self.store, GOLDEN / "events.jsonl").code, 0)

    def test_golden(self):
        self.with_cases()
        for command, name, more in (("erase", "requests", []), ("may-send", "messages", []),
                                    ("erase", "cases", ["--store", self.store])):
            ran = prap(command, *more, GOLDEN / f"{name}.jsonl")
            self.assertEqual((ran.code, ran.err, ran.out), (0, "", text(f"{name}-answers.jsonl")))

    def test_every_row_is_there_and_every_answer(self):
        rows = [json.loads(line) for line in text("requests-answers.jsonl").splitlines()]
        self.assertEqual({row["row"] for row in rows}, {"1", "2", "3", "4a", "4b", "4c", "5", "6", "7", "7b", "8", "9"})
        sent = [json.loads(line)["may_send"] for line in text("messages-answers.jsonl").splitlines()]
        self.assertEqual({str(one) for one in sent}, {"True", "False", "unknown"})

    def test_what_cannot_be_asked_is_answered_in_its_place(self):
        bad = [("json", "", "[]"), ("type", "id", {"id": True}), ("unknown-field", "", {"QQ123456C": "x"}),
               ("unknown-word", "records", {"records": 1}), ("type", "started", {"started": "perhaps"}),
               ("unknown-word", "referred-to", {"referred-to": "army"}), ("day-form", "received", {"received": "soon"}),
               ("range", "received_on", {"received": "9999-12-31"}), ("required", "case", {"as_of": "2021-03-01"}),
               ("required", "as_of", {"case": "ltu"}), ("no-such-case", "case", {"case": "nobody", "as_of": "2021-03-01"}),
               ("unknown-word", "programme", {"case": "request", "as_of": "2021-03-01"})]
        self.with_cases()
        ran = prap("erase", "--store", self.store, given=self.given(bad))
        self.assert_errors(ran, bad)
        bad = [("required", "on", {}), ("unknown-word", "stage", {**GOOD, "stage": "at-received"}),
               ("unknown-word", "stage", {**GOOD, "stage": "army"}),
               ("unknown-word", "stage", {**GOOD, "case": "email"}), ("range", "records", {**GOOD, "records": -1}),
               ("type", "records", {**GOOD, "records": True}), ("unknown-word", "process", {**GOOD, "process": "army"}),
               ("no-such-case", "case", {"on": "2021-03-10", "case": "nobody"})]
        ran = prap("may-send", "--store", self.store, given=self.given(bad[:-1]))
        self.assert_errors(ran, bad[:-1])
        self.assertEqual(prap("may-send", "no-such-file").code, 4)
        self.assertEqual(prap("erase", given="x" * 70000 + "\n").lines()[0]["error"]["code"], "limit")

    def given(self, bad):
        return "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for _, _, line in bad)

    def assert_errors(self, ran, bad):
        self.assertEqual(ran.code, 3)
        self.assertEqual([(one["line"], one["error"]["code"], one["error"]["field"]) for one in ran.lines()],
                         [(n, code, field) for n, (code, field, _) in enumerate(bad, 1)])
        for word in ("QQ", "army"):
            self.assertNotIn(word, ran.out + ran.err)

    def test_policies_choose(self):
        asked = lines_of({"referred-to": "whp", "started": False, "customer-group": "voluntary",
                          "mandated-to-interview": True, "mandation-evidence-held": False})
        for value, outcome in (("reject", "reject"), ("ASK_PROPOSE_REJECT", "reject-pending-person")):
            answer = prap("erase", "--policy", f"erase-gap={value}", given=asked).lines()[0]
            self.assertEqual((answer["erasure"], answer["setting"]["policy"]), (outcome, "erase-gap"))
        listed = lines_of({**GOOD, "process": "list-of-500", "records": 2})
        for value, may in (("yes", True), ("no", False)):
            answer = prap("may-send", "--policy", f"500-list-exempt={value}", given=listed).lines()[0]
            self.assertEqual((answer["may_send"], answer["settings"][0]["value"]), (may, value))

    def test_a_case_is_asked_as_a_preview(self):
        self.with_cases()
        facts = {name: value for name, value in GOOD.items()
                 if name not in ("stage", "process", "organisation", "permitted-on")}
        for records in (1, 2):
            message = {**facts, "records": records, "case": "email"}
            found = prap("may-send", "--store", self.store, given=lines_of(message)).lines()[0]
            event = {**message, "event": "message-sent", "programme": "email"}
            wanted = prap("preview", "--store", self.store, given=lines_of(event)).lines()[0]
            self.assertEqual((found["verdict"], found["reasons"], found["settings"]),
                             (wanted["verdict"], wanted["reasons"], wanted["settings"]))

    def test_sentences(self):
        spoken = prap("erase", "--text", "--sensitive", GOLDEN / "requests.jsonl").out
        for words in ("A request to erase: the right of erasure does not apply. (3) (CH15 39, rule CH15-39)",
                      "  Send DWP's letter WHP RTE Acc (CH15-30), or a text of your own that says the same.",
                      "  Keep the evidence of mandation.", "  Answer it by Saturday 29 February 2020.",
                      "  The last working day by then is Friday 28 February 2020.",
                      "  From Saturday 22 February 2020 ask for the reference if it has not come.",
                      "  Not known: started, whether the participant started on the programme."):
            self.assertIn(words, spoken)
        self.assertEqual(prap("explain", "--sensitive", GOLDEN / "requests-answers.jsonl").out, spoken)
        spoken = prap("may-send", "--text", "--sensitive", GOLDEN / "messages.jsonl").out
        for words in ("An unencrypted email: it may be sent. (1)", "An unencrypted email: it may NOT be sent. (2)",
                      "An unencrypted email: UNDECIDED, a fact is missing. (21)",
                      "  Emails must not be passed on automatically. (CH15 53, rule CH15-53-B3)"):
            self.assertIn(words, spoken)
        self.assertEqual(prap("explain", "--sensitive", GOLDEN / "messages-answers.jsonl").out, spoken)
        self.assertIn("A request to erase, ltu: nothing need be kept", prap("explain", GOLDEN / "cases-answers.jsonl").out)


if __name__ == "__main__":
    unittest.main()
