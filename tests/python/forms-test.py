"""Forms and services through Python: the golden bytes of the command, and what is refused."""
import json
import unittest
from datetime import date, datetime
from pathlib import Path

import prap

GOLDEN = Path(__file__).resolve().parent.parent / "golden/forms"
DAY = date(2021, 5, 10)


def lines(name):
    return (GOLDEN / name).read_text(encoding="utf-8").splitlines()


def value_of(name, value):
    """A fact's value as Python has it."""
    return date.fromisoformat(value) if isinstance(value, str) and value[:2] == "20" and name.endswith("-on") else value


def form_of(row, **more):
    row = {name: value_of(name, value) for name, value in row.items() if name not in ("cell", "expect", "on")}
    form, programme, own, id_ = row.pop("form"), row.pop("programme", None), row.pop("own_contacts", ()), row.pop("id", None)
    return lambda on: prap.form(form, on, row, programme=programme, own_contacts=own, id=id_, **more)


def service_of(row, **more):
    row = {name: value for name, value in row.items() if name not in ("cell", "expect")}
    days = {name: date.fromisoformat(row.pop(name)) for name in ("audited", "reviewed", "changed") if name in row}
    outages = [tuple(map(datetime.fromisoformat, window)) for window in row.pop("outages", ())]
    due = [date.fromisoformat(day) for day in row.pop("days", ())]
    return prap.service(row.pop("service"), datetime.fromisoformat(row.pop("at")), outages=outages, days=due,
                        announced_too=row.pop("announced", True), **days, **row, **more)


class Forms(unittest.TestCase):
    def test_the_bytes_of_the_command(self):
        for name in ("rows", "more"):
            asked = [json.loads(line) for line in lines(f"{name}.jsonl")]
            found = [form_of(row)(date.fromisoformat(row["on"])).to_json() for row in asked]
            self.assertEqual(found, lines(f"{name}-answers.jsonl"))
        for name in ("services", "more-services"):
            found = [service_of(json.loads(line)).to_json() for line in lines(f"{name}.jsonl")]
            self.assertEqual(found, lines(f"{name}-answers.jsonl"))

    def test_the_forms_are_those_of_the_command(self):
        for form, line in zip(prap.forms(), map(json.loads, lines("forms.jsonl")), strict=True):
            self.assertEqual((form.form.word, form.title, list(form.aliases), form.rule, form.by.word, form.printed.word,
                              form.own_template.word, form.record and form.record.word, form.copies),
                             (line["form"], line["title"], line["aliases"], line["rule"], line["by"], line["printed"],
                              line["own_template"], line.get("record"), line.get("copies", "")))
            self.assertEqual([programme.word for programme in form.programmes], line["programmes"])
            self.assertEqual([(one.fact.word, one.need.word, one.personal, one.type.word, one.rule) for one in form.fields],
                             [(one["field"], one["need"], one["personal"], one["type"], one["rule"]) for one in line["fields"]])
            self.assertEqual([(one.to.word, one.contact, one.means.word, one.when.word, one.rule,
                               one.occasion and one.occasion.word) for one in form.routes],
                             [(one["to"], one.get("contact", ""), one["means"], one["when"], one["rule"], one.get("occasion"))
                              for one in line["routes"]])
            for fact in prap.FormFact:
                known = {one["field"] for one in line["fields"]} | {one["fact"] for one in line["facts"]}
                self.assertEqual(prap.form_takes(form.form, fact), fact.word in known)
        self.assertIs(prap.form_kind("WHPERJ1").form, prap.Form.WHPEREJ1)
        self.assertEqual([one.word for one in prap.form_options("happened")],
                         ["disengaged", "re-engaged", "did-not-attend", "other-provision"])
        self.assertEqual(prap.form_options(prap.FormFact.NINO), ())

    def test_an_answer_is_typed(self):
        answer = prap.form("exit-report", DAY, programme="whp", listed=prap.UNKNOWN, surname=True, nino=False,
                           benefit_and_progress=True, prospects=True, next_steps=True, next_steps_words=9,
                           settings={"exit-min-words": 10})
        self.assertIs(answer.outcome, prap.FormOutcome.INCOMPLETE)
        self.assertIs(answer.complete, prap.Value.NO)
        self.assertEqual(answer.missing, (prap.FormFact.LISTED,))
        self.assertEqual(answer.finding("too-few-words").policy, prap.Policy.EXIT_MIN_WORDS)
        self.assertIsNone(answer.finding(prap.FormFinding.OVERDUE))
        clerical = prap.form("sl2", DAY, programme="whp", scr=False)
        self.assertNotIn("scr", clerical.to_json(redact=True))
        pay = prap.form("employment-business", DAY, programme=prap.Programme.JETS, first_pay_on=date(2021, 5, 28),
                        calendar=prap.Calendar("england-and-wales"))
        self.assertEqual((pay.due, pay.prudent, pay.to, pay.contact), (date(2021, 5, 23), date(2021, 5, 22),
                                                                      prap.Recipient.PAYMENT_TEAM, "payment-team-central-inbox"))

    def test_a_service_is_typed(self):
        answer = prap.service(prap.Service.POST, datetime(2021, 5, 31, 10), settings={"service-bh": "open"})
        self.assertTrue(answer.open)
        self.assertEqual(answer.other_opens.isoformat(), "2021-06-01T09:00:00+01:00")
        self.assertIs(answer.finding("holiday-hours").policy, prap.Policy.SERVICE_BH)
        self.assertIsNone(prap.service("prap", datetime(2021, 5, 31, 10), route="government-gateway").opens)
        cut = prap.service("prap", datetime(2017, 3, 1, 10), days=[date(2017, 3, 4)]).finding("day-cut-short")
        self.assertEqual((cut.index, cut.last_usable.isoformat(), cut.rule), (0, "2017-03-03T16:59:00+00:00", "PRAP-HIST-1"))
        later = datetime(2040, 1, 4, 10)
        self.assertTrue(prap.service("post", later, provisional=True).open)

    def test_what_is_refused(self):
        on, at = DAY, datetime(2021, 5, 10, 10)
        for call, code in ((lambda: prap.form("wp99", on), "unknown-word"), (lambda: prap.form(7, on), "type"),
                           (lambda: prap.form("whp07", "2021-05-10"), "type"), (lambda: prap.form("whp07", on, 7), "type"),
                           (lambda: prap.form("whp07", on, {"QQ": True}), "unknown-word"),
                           (lambda: prap.form("whp07", on, {7: True}), "type"),
                           (lambda: prap.form("whp07", on, surname=True), "range"),
                           (lambda: prap.form("whp07", on, {"voluntary": True}, voluntary=True), "twice"),
                           (lambda: prap.form("whp07", on, voluntary=1), "type"),
                           (lambda: prap.form("whp07", on, happened="work"), "unknown-word"),
                           (lambda: prap.form("whp07", on, happened=True), "type"),
                           (lambda: prap.form("whp07", on, sent_on="2021-05-10"), "type"),
                           (lambda: prap.form("exit-report", on, next_steps_words=-1), "range"),
                           (lambda: prap.form("exit-report", on, next_steps_words=True), "type"),
                           (lambda: prap.form("whp07", on, programme="wp"), "unknown-word"),
                           (lambda: prap.form("whp07", on, own_contacts="post-email"), "type"),
                           (lambda: prap.form("whp07", on, own_contacts=[7]), "type"),
                           (lambda: prap.form("whp07", on, own_contacts=["mum"]), "unknown-word"),
                           (lambda: prap.form("whp07", on, settings={"exit-min-words": 1000}), "range"),
                           (lambda: prap.form("whp07", on, calendar=7), "type"),
                           (lambda: prap.form_kind("wp99"), "unknown-word"), (lambda: prap.form_takes("whp07", 7), "type"),
                           (lambda: prap.form("whp07", on).finding("nothing"), "unknown-word"),
                           (lambda: prap.service("x", at), "unknown-word"), (lambda: prap.service(7, at), "type"),
                           (lambda: prap.service("prap", on), "required"), (lambda: prap.service("prap", None), "required"),
                           (lambda: prap.service("post", at, route="other"), "range"),
                           (lambda: prap.service("prap", at, duties="perhaps"), "type"),
                           (lambda: prap.service("prap", at, changed=on), "required"),
                           (lambda: prap.service("prap", at, outages=[7]), "type"),
                           (lambda: prap.service("prap", at, outages=[(at, at)]), "order"),
                           (lambda: prap.service("prap", at, days=[7]), "type"),
                           (lambda: prap.service("prap", at, announced_too=1), "type"),
                           (lambda: prap.service("post", datetime(2040, 1, 4, 10)), "coverage"),
                           (lambda: prap.service("prap", at).finding("nothing"), "unknown-word")):
            with self.assertRaises(prap.PrapError) as caught:
                call()
            self.assertEqual(caught.exception.code, code)
            self.assertNotIn("QQ", str(caught.exception))


if __name__ == "__main__":
    unittest.main()
