"""Requests to erase and unencrypted email through Python: the golden bytes of the command, and what is refused."""
import datetime
import json
import unittest
from pathlib import Path

import prap
from prap import lines

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "data-protection"
DAY = datetime.date
GOOD = {"process": "exit-reports", "organisation": "prime-provider", "permitted-on": DAY(2021, 1, 1), "records": 1,
        "standard-content": True, "template-included": True, "sender-designated": True, "recipient-designated": True}


def golden(name):
    return (GOLDEN / name).read_text(encoding="utf-8").splitlines()


def asked(name, *others):
    """Of each question its facts, with days; and the other members."""
    for line in golden(name):
        row = json.loads(line)
        rest = {key: row.pop(key, None) for key in others}
        yield {key: DAY.fromisoformat(value) if key.endswith(("-on", "-from")) else value
               for key, value in row.items()}, rest


def day(text):
    return None if text is None else DAY.fromisoformat(text)


class DataProtection(unittest.TestCase):
    def engine(self):
        engine = prap.Engine([prap.Rulebook(name) for name in ("whp", "jets", "erasure", "email")], prap.MemoryStore())
        for line in golden("events.jsonl"):
            lines.read(line).submit(engine)
        return engine

    def test_requests_have_the_bytes_of_the_command(self):
        found = [prap.erasure_decision(facts, received=day(rest["received"]), id=rest["id"]).to_json()
                 for facts, rest in asked("requests.jsonl", "id", "received")]
        self.assertEqual(found, golden("requests-answers.jsonl"))

    def test_messages_have_the_bytes_of_the_command(self):
        found = [prap.may_send(day(rest["on"]), rest["stage"], facts, id=rest["id"]).to_json()
                 for facts, rest in asked("messages.jsonl", "id", "on", "stage")]
        self.assertEqual(found, golden("messages-answers.jsonl"))

    def test_cases_have_the_bytes_of_the_command(self):
        with self.engine() as engine:
            for (facts, rest), wanted in zip(asked("cases.jsonl", "id", "case", "as_of", "received"),
                                             golden("cases-answers.jsonl"), strict=True):
                found = engine.erasure(rest["case"], day(rest["as_of"]), received=day(rest["received"]), facts=facts)
                without_id = json.loads(wanted)
                del without_id["id"]
                self.assertEqual(found.to_json(), json.dumps(without_id, ensure_ascii=False, separators=(",", ":")))

    def test_words_and_days(self):
        found = prap.erasure_decision(referred_to="whp", started=False, customer_group="voluntary",
                                      mandated_to_interview=True, received=DAY(2020, 1, 31))
        self.assertEqual((found.outcome, found.letter, found.due, found.last_working_day, found.setting),
                         (prap.ErasureOutcome.ASK, None, DAY(2020, 2, 29), DAY(2020, 2, 28),
                          prap.Setting(prap.Policy.ERASE_GAP, prap.Choice.ASK_PROPOSE_REJECT)))
        rejected = prap.erasure_decision({prap.Fact.REFERRED_TO: "whp", "started": False, "customer-group": "voluntary"},
                                         mandated_to_interview=True, settings={"erase-gap": "reject"})
        self.assertEqual((rejected.outcome, rejected.letter), (prap.ErasureOutcome.REJECT, prap.Option.REJECTED_LETTER))
        sending = prap.may_send(DAY(2021, 3, 10), prap.Option.AT_ACTIVE, {**GOOD, "records": 2})
        self.assertEqual(([why.rule for why in sending.reasons], sending.permitted, sending.missing),
                         (["CH15-49-B1"], False, ()))
        self.assertEqual(sending.settings, ())
        no = prap.Rulebook("email", settings={"500-list-exempt": "no"})
        listed = {**GOOD, "process": "list-of-500", "records": 2}
        self.assertFalse(prap.may_send(DAY(2021, 3, 10), "at-active", listed, rulebook=no).permitted)
        self.assertTrue(prap.may_send(DAY(2021, 3, 10), "at-active", listed).permitted)

    def test_may_send_is_the_preview_of_a_case(self):
        with self.engine() as engine:
            said = {key: value for key, value in GOOD.items() if key not in ("process", "organisation", "permitted-on")}
            for records in (1, 2):
                wanted = engine.preview("email", "message-sent", DAY(2021, 3, 10), facts={**said, "records": records})
                found = prap.may_send(DAY(2021, 3, 10), "at-active", {**GOOD, "use-from": DAY(2021, 2, 1),
                                                                           "records": records})
                self.assertEqual((found.verdict, found.reasons, found.settings),
                                 (wanted.verdict, wanted.reasons, wanted.settings))

    def test_what_is_refused(self):
        with self.engine() as engine:
            for call, code in ((lambda: prap.erasure_decision({"surname": "x"}), "unknown-word"),
                               (lambda: prap.erasure_decision(surname="x"), "unknown-word"),
                               (lambda: prap.erasure_decision({"records": 1}), "unknown-word"),
                               (lambda: prap.erasure_decision(started=1), "type"),
                               (lambda: prap.erasure_decision(7), "type"),
                               (lambda: prap.erasure_decision({"started": True}, started=False), "twice"),
                               (lambda: prap.erasure_decision(referred_to="army"), "unknown-word"),
                               (lambda: prap.erasure_decision(received="2020-01-31"), "type"),
                               (lambda: prap.erasure_decision(received=DAY(9999, 12, 31)), "range"),
                               (lambda: prap.erasure_decision(received=DAY(9000, 1, 1),
                                                              settings={"month-nonworking": "next-working-day"}), "coverage"),
                               (lambda: prap.erasure_decision(calendar=7), "type"),
                               (lambda: prap.erasure_decision(settings={"erase-gap": "accept"}), "unknown-word"),
                               (lambda: prap.may_send("today"), "type"), (lambda: prap.may_send(DAY(2021, 1, 1), 7), "type"),
                               (lambda: prap.may_send(DAY(2021, 1, 1), "at-received"), "unknown-word"),
                               (lambda: prap.may_send(DAY(2021, 1, 1), "prime-provider"), "unknown-word"),
                               (lambda: prap.may_send(DAY(2021, 1, 1), rulebook=7), "type"),
                               (lambda: prap.may_send(DAY(2021, 1, 1), rulebook=prap.Rulebook("ipes")), "unknown-word"),
                               (lambda: prap.may_send(DAY(2021, 1, 1), records=-1), "range"),
                               (lambda: engine.erasure("nobody", DAY(2021, 3, 1)), "no-such-case"),
                               (lambda: engine.erasure("request", DAY(2021, 3, 1)), "unknown-word"),
                               (lambda: engine.erasure("ltu", DAY(2021, 3, 1), received="now"), "type"),
                               (lambda: engine.erasure("ltu", DAY(2021, 3, 1), facts={"army": True}), "unknown-word")):
                with self.assertRaises(prap.PrapError) as caught:
                    call()
                self.assertEqual(caught.exception.code, code)
                self.assertNotIn("surname", str(caught.exception))
                self.assertNotIn("army", str(caught.exception))


if __name__ == "__main__":
    unittest.main()
