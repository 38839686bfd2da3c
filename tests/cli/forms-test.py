"""prap form, forms, services, contacts, and due --outages: the tables of the rules catalogue, the golden bytes, and what
cannot be asked."""
import json
import unittest
from pathlib import Path

from command import InDirectory, lines_of, prap

GOLDEN = Path(__file__).resolve().parent.parent / "golden/forms"


def read(name):
    return (GOLDEN / name).read_text(encoding="utf-8")


def rows(name):
    return [json.loads(line) for line in read(name).splitlines()]


def asked(row):
    return {name: value for name, value in row.items() if name not in ("cell", "expect")}


class Forms(InDirectory):
    def fits(self, row, answer):
        found = {one["finding"] for one in answer["findings"]}
        cited = {one["rule"] for one in answer["findings"]}
        usable = {one.get("last_usable", "")[:16] for one in answer["findings"]}
        for name, value in row["expect"].items():
            with self.subTest(row=row["cell"], name=name):
                if name == "findings":
                    self.assertLessEqual(set(value), found)
                elif name == "rules":
                    self.assertLessEqual(set(value), cited)
                elif name == "lacks":
                    self.assertFalse(set(value) & found)
                elif name == "usable":
                    self.assertIn(value, usable)
                elif name in ("opens", "other_opens"):
                    self.assertEqual(answer[name][:16], value)
                else:
                    self.assertEqual(answer.get(name), value)

    def test_every_row_of_the_catalogue(self):
        for command, name in (("form", "rows"), ("services", "services")):
            wanted = rows(f"{name}.jsonl")
            ran = prap(command, given=lines_of(*map(asked, wanted)))
            self.assertEqual((ran.code, ran.err), (0, ""))
            self.assertEqual(ran.out, read(f"{name}-answers.jsonl"))
            for row, answer in zip(wanted, ran.lines(), strict=True):
                self.fits(row, answer)

    def test_golden(self):
        for command, arguments, given, name in (("form", [GOLDEN / "more.jsonl"], "", "more-answers"),
                                                ("services", [], read("more-services.jsonl"), "more-services-answers"),
                                                ("forms", [], "", "forms")):
            ran = prap(command, *arguments, given=given)
            self.assertEqual((ran.code, ran.err, ran.out), (0, "", read(f"{name}.jsonl")))
        prose = ("role", "note")  # "" in a build without prose
        for one, wanted in zip(prap("contacts").lines(), rows("contacts.jsonl"), strict=True):
            self.assertEqual(one, {**wanted, **({name: "" for name in prose} if one["role"] == "" else {})})

    def test_a_form_by_any_of_its_names(self):
        for names in (("whperej1", "WHPERJ1", "WHPEREJ1"), ("annex-b", "Annex B", "Potential Security Incident proforma")):
            found = {prap(command, name).out for name in names for command in ("form", "forms")}
            self.assertEqual(len(found), 1)
        self.assertEqual(prap("forms", "whp07", "sl2").out.count("\n"), 2)
        self.assertEqual(prap("forms", "wp99").code, 2)
        self.assertEqual(prap("form", "no-such-file").code, 4)
        listed = rows("forms.jsonl")
        self.assertEqual({form["form"] for form in listed if form["printed"] == "not-printed"},
                         {"whp07", "change-notification", "sl2", "ipesso1"})
        for form in listed:  # a form that is not printed has no fields here, and is never complete
            self.assertEqual(form["fields"] == [], form["printed"] == "not-printed")

    def test_the_least_number_of_words(self):
        line = {"form": "exit-report", "programme": "whp", "on": "2021-05-10", "listed": True, "surname": True,
                "nino": True, "benefit-and-progress": True, "prospects": True, "next-steps": True}
        def verdict(least, **more):
            ran = prap("form", "--policy", f"exit-min-words={least}", given=lines_of({**line, **more}))
            answer = ran.lines()[0]
            return answer["verdict"], {one["finding"] for one in answer["findings"] if one.get("policy")}
        self.assertEqual(verdict(0), ("permitted", {"no-least"}))
        self.assertEqual(verdict(150), ("undecided", {"words-unknown"}))
        self.assertEqual(verdict(150, **{"next-steps-words": 149}), ("refused", {"too-few-words"}))
        self.assertEqual(verdict(150, **{"next-steps-words": 150}), ("permitted", set()))
        self.assertEqual(prap("form", "--policy", "exit-min-words=1000", given="").code, 2)
        self.assertEqual(prap("form", "--policy", "pay5=clear", "--policy", "pay5=clear", given="").code, 2)

    def test_the_readings_of_five_days(self):
        line = {"form": "employment-business", "programme": "whp", "on": "2021-04-01", "own-business": True,
                "first-pay-on": "2021-04-30"}
        due = {reading: prap("form", "--policy", f"pay5={reading}", given=lines_of(line)).lines()[0]["due"]
               for reading in ("calendar", "clear", "working")}
        self.assertEqual(due, {"calendar": "2021-04-25", "clear": "2021-04-24", "working": "2021-04-23"})

    def test_what_cannot_be_asked_is_answered_in_its_place(self):
        good = {"form": "whp07", "on": "2021-05-10"}
        bad = [("json", "", "[]"), ("required", "form", {"on": "2021-05-10"}), ("required", "on", {"form": "whp07"}),
               ("unknown-word", "form", {**good, "form": "wp99"}), ("type", "id", {**good, "id": True}),
               ("unknown-field", "", {**good, "QQ123456C": "x"}), ("range", "surname", {**good, "surname": True}),
               ("unknown-word", "programme", {**good, "programme": "wp"}), ("type", "form", {**good, "form": 7}),
               ("type", "voluntary", {**good, "voluntary": "perhaps"}), ("type", "happened", {**good, "happened": True}),
               ("unknown-word", "happened", {**good, "happened": "work"}), ("day", "sent-on", {**good, "sent-on": "2021-02-30"}),
               ("type", "own_contacts", {**good, "own_contacts": "post-email"}),
               ("unknown-word", "own_contacts", {**good, "own_contacts": ["mum"]}),
               ("type", "next-steps-words", {"form": "exit-report", "on": "2021-05-10", "next-steps-words": "ten"}),
               ("range", "next-steps-words", {"form": "exit-report", "on": "2021-05-10", "next-steps-words": -1})]
        lines = [line if isinstance(line, str) else json.dumps(line) for _, _, line in bad]
        ran = prap("form", given="".join(line + "\n" for line in [*lines, json.dumps(good)]))
        self.assertEqual(ran.code, 3)
        *errors, last = ran.lines()
        self.assertEqual([(one["line"], one["error"]["code"], one["error"]["field"]) for one in errors],
                         [(n, code, field) for n, (code, field, _) in enumerate(bad, 1)])
        self.assertEqual(last["outcome"], "undecided")
        self.assertNotIn("QQ", ran.out + ran.err)
        self.assertEqual(prap("form", given="x" * 70000 + "\n").lines()[0]["error"]["code"], "limit")

    def test_services_that_cannot_be_asked_about(self):
        good = {"service": "prap", "at": "2021-05-10T10:00"}
        bad = [("required", "service", {"at": "2021-05-10T10:00"}), ("unknown-word", "service", {**good, "service": "x"}),
               ("required", "at", {"service": "post"}), ("required", "at", {**good, "at": "2021-05-10"}),
               ("day-form", "at", {**good, "at": "ten"}), ("range", "subject", {**good, "subject": "payments"}),
               ("unknown-word", "subject", {**good, "subject": "x"}), ("type", "duties", {**good, "duties": "perhaps"}),
               ("required", "reviewed", {**good, "changed": "2021-01-01"}),
               ("range", "days", {**good, "service": "post", "days": ["2021-05-10"]}),
               ("range", "route", {**good, "service": "post", "route": "other"}),
               ("type", "days", {**good, "days": 7}), ("limit", "days", {**good, "days": ["2021-05-10"] * 1025}),
               ("type", "outages", {**good, "outages": 7}), ("type", "outages", {**good, "outages": [["2021-05-10T10:00"]]}),
               ("order", "outages", {**good, "outages": [["2021-05-10T10:00", "2021-05-10T10:00"]]}),
               ("type", "announced", {**good, "announced": 1}), ("type", "id", {**good, "id": []}),
               ("limit", "outages", {**good, "outages": [["2021-05-10T10:00", "2021-05-10T11:00"]] * 1025}),
               ("no-such-moment", "at", {**good, "at": "2021-03-28T01:30"}),
               ("coverage", "at", {**good, "at": "1990-01-01T10:00"})]
        ran = prap("services", given=lines_of(*(line for _, _, line in bad)))
        self.assertEqual(ran.code, 3)
        self.assertEqual([(one["error"]["code"], one["error"]["field"]) for one in ran.lines()],
                         [(code, field) for code, field, _ in bad])

    def test_services_at_a_moment(self):
        ran = prap("services", "--at", "2017-03-04T10:00")
        self.assertEqual([(one["service"], one["open"]) for one in ran.lines()],
                         [("prap", False), ("post", False), ("provider-direct", False)])
        one = prap("services", "post", "--at", "2021-05-31T10:00", "--policy", "service-bh=open").lines()
        self.assertEqual([(line["open"], line["other_opens"][:16]) for line in one], [(True, "2021-06-01T09:00")])
        outages = self.directory / "outages.json"
        outages.write_text('[["2021-05-10T09:00","2021-05-10T12:00"]]', encoding="utf-8")
        ran = prap("services", "--at", "2021-05-10T10:00", "--outages", str(outages))
        self.assertEqual([line["open"] for line in ran.lines()], [False, True, True])
        for wrong in (["--at", "ten"], ["--at", "2021-05-10"], ["post"], ["x", "--at", "2021-05-10T10:00"],
                      ["--outages", str(outages)], ["--at", "1990-01-01T10:00"]):
            self.assertEqual(prap("services", *wrong, given="").code, 2, wrong)
        self.assertEqual(prap("services", "--at", "2021-05-10T10:00", "--outages", "no-such-file").code, 4)
        outages.write_text("{", encoding="utf-8")
        self.assertEqual(prap("services", "--at", "2021-05-10T10:00", "--outages", str(outages)).code, 2)

    def test_the_reminder_of_audits_is_optional(self):
        line = {"service": "prap", "at": "2021-05-10T10:00", "audited": "2021-01-31", "reviewed": "2021-01-01"}
        def told(*options):
            answer = prap("services", *options, given=lines_of(line)).lines()[0]
            return answer["remind"], [(one["rule"], one["day"]) for one in answer["findings"] if "day" in one]
        self.assertEqual(told(), (False, []))
        self.assertEqual(told("--policy", "access-audit-reminder=on"),
                         (True, [("CH15-6-B2", "2021-03-02"), ("CH15-6", "2022-01-01")]))

    def test_contacts_and_your_own(self):
        self.assertEqual([one["contact"] for one in prap("contacts", "memo-08").lines()],
                         ["post-email-in-memo-08", "memo-08-enquiries"])
        one = prap("contacts", "post-email", "--own", "post-email=help@example.org").lines()[0]
        self.assertEqual((one["contact_status"], one["own"]), ("host-supplies", "help@example.org"))
        self.assertIn("help@example.org", prap("contacts", "post-email", "--text", "--own", "post-email=help@example.org").out)
        for wrong in (["nobody"], ["--own", "nobody=x"], ["--own", "post-email"], ["--own", "post-email="]):
            self.assertEqual(prap("contacts", *wrong).code, 2, wrong)
        line = {"form": "prap14", "programme": "whp", "on": "2021-05-10", "started": True, "occasion": "duplicate"}
        def told(*options):
            return {one["finding"] for one in prap("form", *options, given=lines_of(line)).lines()[0]["findings"]}
        self.assertIn("address-out-of-use", told())
        self.assertNotIn("address-out-of-use", told("--own", "post-email=help@example.org"))
        self.assertEqual(prap("form", "--own", "x", given="").code, 2)

    def test_text(self):
        text = prap("form", GOLDEN / "more.jsonl", "--text").out
        for part in ("exit-report, Monday 10 May 2021: the programme has another form for this, or none.", "[whperej1]",
                     "BREACH   the day to send it by has passed", "To post, contact post-email (superseded)",
                     "Prudently by Saturday 24 April 2021."):
            self.assertIn(part, text)
        self.assertNotIn("Special Customer", text)
        self.assertIn("unknown   the summary says", prap("forms", "whperej1", "--text").out)
        text = prap("services", "--text", given=read("more-services.jsonl")).out
        self.assertIn("[an outage: usable until 2017-03-03T16:59Z]", text)
        self.assertIn("The accreditation is reviewed again by Thursday 1 April 2021.", text)
        self.assertIn("redacted", prap("form", "--redact", given=read("more.jsonl")).out)

    def test_outages_against_the_deadlines_of_a_caseload(self):
        events = lines_of({"case": "A1", "programme": "ipes", "event": "referral-received", "on": "2023-05-05",
                           "made": "2023-05-05"})
        outages = self.directory / "outages.json"
        outages.write_text('[["2023-05-09T18:00","2023-05-10T08:00"]]', encoding="utf-8")
        def due(*options):
            return {one["deadline"]: one.get("last_usable") for one in
                    prap("due", "--as-of", "2023-05-08", "--within", "9", *options, given=events).lines()}
        self.assertEqual(due()["ack"], None)
        self.assertEqual(due("--outages", str(outages))["ack"], "2023-05-09T17:59+01:00")
        text = prap("due", "--as-of", "2023-05-08", "--within", "9", "--text", "--outages", str(outages), given=events).out
        self.assertIn("[an outage: usable until 2023-05-09T17:59+01:00]", text)
        outages.write_text("[]", encoding="utf-8")
        self.assertEqual(due("--outages", str(outages))["ack"], None)
        self.assertEqual(prap("due", "--as-of", "2023-05-08", "--outages", "no-such-file", given=events).code, 4)


if __name__ == "__main__":
    unittest.main()
