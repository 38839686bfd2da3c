"""--holidays and --closed: a later list of bank holidays moves due days, and a wrong one ends the command."""
import csv
import json
import unittest

from command import InDirectory, SOURCE, lines_of, prap, received

TABLE = SOURCE / "lib" / "calendar" / "bank-holidays.csv"
EW = "england-and-wales"


def published():
    """The published rows of the table, as GOV.UK's file has them."""
    content = {}
    with TABLE.open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            if row["provenance"].startswith("computed"):
                continue
            part = content.setdefault(row["division"], {"division": row["division"], "events": []})
            part["events"].append(
                {"title": row["title"], "date": row["date"], "notes": row["note"], "bunting": True}
            )
    return content


def with_day(date, title, division=EW):
    content = published()
    content[division]["events"].append({"title": title, "date": date, "notes": "", "bunting": False})
    return content


class WithFile(InDirectory):
    def path(self, content):
        file = self.directory / "bank-holidays.json"
        file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return file

    def days(self, content, *words, given=""):
        return prap("days", *words, "--holidays", self.path(content), given=given)

    def answer(self, command, content, *words, given):
        options = [] if content is None else ["--holidays", self.path(content)]
        ran = prap(command, *options, *words, given=given)
        self.assertEqual((ran.code, ran.err), (0, ""))
        return ran.lines()[0]


class Holidays(WithFile):
    def test_the_published_list_is_the_built_in_calendar(self):
        event = lines_of(received("A1"))
        self.assertEqual(self.answer("replay", published(), given=event), self.answer("replay", None, given=event))

    def test_a_proclaimed_day_moves_the_count(self):
        content = with_day("2023-05-10", "A day proclaimed")
        self.assertEqual(prap("days", "add", "2023-05-05", 15).out, "2023-05-30\n")
        ran = self.days(content, "add", "2023-05-05", 15, "--why")
        self.assertEqual(ran.out.splitlines()[-1], "2023-05-31")
        self.assertIn("2023-05-10 Wednesday  skipped: A day proclaimed", ran.out)
        self.assertEqual(self.days(content, "count", "2023-05-05", "2023-05-31").out, "15\n")

    def test_whole_years_are_replaced_and_not_merged(self):
        content = published()
        content[EW]["events"] = [
            event for event in content[EW]["events"] if event["date"] not in ("2023-05-08", "2024-12-25")
        ]
        self.assertEqual(self.days(content, "is", "2023-05-08").out, "working\n")
        self.assertEqual(self.days(content, "is", "2024-12-25").out, "working\n")
        only = {EW: {"division": EW, "events": [{"title": "One", "date": "2023-06-01"}]}}
        self.assertEqual(self.days(only, "is", "2023-12-25").out, "working\n")
        self.assertIn("Christmas", self.days(only, "is", "2024-12-25").out)

    def test_a_later_year_becomes_known(self):
        content = with_day("2029-12-25", "Christmas Day")
        self.assertEqual(prap("days", "is", "2029-12-25").code, 3)
        ran = self.days(content, "is", "2029-12-25")
        self.assertEqual((ran.code, ran.out, ran.err), (0, "not working: Christmas Day\n", ""))
        self.assertEqual(self.days(content, "is", "2030-12-25").code, 3)

    def test_years_come_in_any_order_on_both_sides(self):
        content = with_day("2009-12-25", "Before")
        for date in ("2030-01-01", "2029-01-01", "2010-01-01"):
            content[EW]["events"].insert(0, {"title": "New", "date": date, "notes": "", "bunting": True})
        for day in ("2009-12-25", "2010-01-01", "2029-01-01", "2030-01-01"):
            ran = self.days(content, "is", day)
            self.assertEqual((ran.code, ran.out[:12], ran.err), (0, "not working:", ""), day)

    def test_answers_and_deadlines_are_of_the_file(self):
        content = with_day("2023-05-09", "A day proclaimed")
        event = lines_of(received("A1", made="2023-05-05"))
        before, after = (self.answer("preview", one, given=event) for one in (None, content))
        self.assertNotEqual(before["calendar"], after["calendar"])
        due = [
            next(one["due"] for one in answer["deadlines"] if one["deadline"] == "ack")
            for answer in (before, after)
        ]
        self.assertEqual(due, ["2023-05-09", "2023-05-10"])
        replayed = self.answer("replay", content, given=event)
        shown = self.answer("show", content, "A1", "--as-of", "2023-05-05", given=event)
        self.assertEqual({replayed["calendar"], shown["calendar"]}, {after["calendar"]})
        self.answer("next", content, "A1", "--as-of", "2023-05-05", given=event)
        listed = prap("due", "--as-of", "2023-05-10", "--holidays", self.path(content), given=event)
        self.assertIn('"due":"2023-05-10"', listed.out)

    def test_each_division_has_its_part(self):
        content = with_day("2023-05-10", "In Scotland", "scotland")
        asked = lines_of(*({"op": "is", "day": "2023-05-10", "division": one} for one in content))
        ran = self.days(content, given=asked)
        self.assertEqual([one["working"] for one in ran.lines()], [one != "scotland" for one in content])
        del content["scotland"]
        ran = self.days(content, given=asked)
        self.assertEqual(ran.code, 3)
        self.assertEqual(
            [one.get("error", {}).get("field") for one in ran.lines()],
            ["division" if line["division"] == "scotland" else None for line in map(json.loads, asked.splitlines())],
        )
        self.assertEqual(self.days(content, "is", "2023-05-10", "--division", "scotland").code, 2)


class Wrong(WithFile):
    def event(self, **changes):
        event = {"title": "A", "date": "2029-01-01", "notes": "", "bunting": True, **changes}
        return {EW: {"division": EW, "events": [{k: v for k, v in event.items() if v is not None}]}}

    def test_each_wrong_shape_is_one_error_that_names_the_field(self):
        row = f"{EW}.events[0]"
        several = self.event()
        several[EW]["events"] *= 2
        cases = [
            ("", ""), ("[]", ""), ("{", ""), ('{"a":1,"a":2}', ""), (" " * 1100000, ""), ({}, EW), ({EW: []}, EW),
            ({EW: {}}, f"{EW}.division"), ({EW: {"division": "scotland", "events": []}}, f"{EW}.division"),
            ({EW: {"division": EW}}, f"{EW}.events"), ({EW: {"division": EW, "events": []}}, f"{EW}.events"),
            ({EW: {"division": EW, "events": ["x"]}}, row),
            (self.event(title=None), f"{row}.title"), (self.event(title=7), f"{row}.title"),
            (self.event(title=""), f"{row}.title"), (self.event(title="long" * 20), f"{row}.title"),
            (self.event(date=None), f"{row}.date"), (self.event(date="2029-02-29"), f"{row}.date"),
            (self.event(date="1/1/2029"), f"{row}.date"), (self.event(date=20290101), f"{row}.date"),
            (self.event(notes=1), f"{row}.notes"), (self.event(bunting="yes"), f"{row}.bunting"),
            (self.event(date="2031-01-01"), f"{row}.date"), (several, f"{EW}.events[1].date"),
            (self.event(title="two\nlines"), f"{row}.title"),
        ]
        for content, field in cases:
            with self.subTest(field=field, content=str(content)[:60]):
                ran = self.days(content, "is", "2023-05-08")
                self.assertEqual((ran.code, ran.out, ran.err.count("\n")), (2, "", 1))
                wanted = f"prap days: --holidays: {field}: " if field else "prap days: --holidays: the file "
                self.assertTrue(ran.err.startswith(wanted), ran.err)
                for value in ("2029", "2031", "long", "7"):
                    self.assertNotIn(value, ran.err)

    def test_a_case_command_stops_before_its_store(self):
        for content in ({}, self.event(date="never")):
            ran = prap("replay", "--store", self.store, "--holidays", self.path(content), given=lines_of(received("A")))
            self.assertEqual((ran.code, ran.out), (2, ""))
            self.assertFalse(self.file.exists())

    def test_a_file_that_cannot_be_read(self):
        for path in (self.directory / "none.json", self.directory):
            ran = prap("days", "is", "2023-05-08", "--holidays", path)
            self.assertEqual((ran.code, ran.out, ran.err.count("\n")), (4, "", 1))
            self.assertIn(str(path), ran.err)


class Closed(InDirectory):
    def test_closed_days_are_skipped_with_their_reason(self):
        closed = ["--closed", "2023-05-10=Training day", "--closed", "2023-05-11=Move"]
        ran = prap("days", "add", "2023-05-05", 15, "--why", *closed)
        self.assertEqual(ran.out.splitlines()[-1], "2023-06-01")
        self.assertIn("skipped: Training day", ran.out)
        ran = prap("days", *closed, given='{"op":"is","day":"2023-05-11","division":"scotland"}')
        self.assertEqual(ran.lines(), [{"v": 1, "working": False, "holiday": "Move"}])

    def test_a_day_that_only_another_division_has_already(self):
        self.assertIn("Shut", prap("days", "is", "2024-01-02", "--closed", "2024-01-02=Shut").out)
        again = prap("days", "is", "2024-01-02", "--closed", "2024-01-02=Shut", "--division", "scotland")
        self.assertEqual((again.code, again.out), (2, ""))

    def test_wrong_ones(self):
        for value in ("2023-05-10", "=x", "2023-02-29=x", "2023-05-10=", "2023-5-10=x", "2041-01-01=x",
                      "2023-05-10=" + "long" * 20, "2023-05-08=x", "2023-05-10=a\nb"):
            ran = prap("days", "is", "2023-05-10", "--closed", value)
            self.assertEqual((ran.code, ran.out, ran.err.count("\n")), (2, "", 1), value)
            self.assertTrue(ran.err.startswith("prap days: --closed"), ran.err)

    def test_which_of_several_is_wrong(self):
        good = ["--closed", "2023-05-10=Training day"]
        for value in ("2023-05-10=Again", "2041-01-01=x", "2023-05-11="):
            ran = prap("days", "is", "2023-05-10", *good, "--division", "scotland", "--closed", value)
            self.assertEqual((ran.code, ran.out), (2, ""))
            self.assertTrue(ran.err.startswith("prap days: --closed[1]: "), ran.err)
        # The one that Scotland has already is passed over for England's sake, and counts all the same.
        ran = prap("days", "is", "2023-05-10", "--closed", "2024-01-02=x", "--closed", "2041-01-01=x")
        self.assertTrue(ran.err.startswith("prap days: --closed[1]: "), ran.err)


class Moved(WithFile):
    def test_a_later_list_moves_due_days(self):
        content = with_day("2023-05-09", "Proclaimed")
        self.assertEqual(self.days(content, "moved", "2023-05-05", 1).out, "2023-05-09 2023-05-10\n")
        self.assertEqual(self.days(content, "moved", "2023-05-10", 1).out, "not moved\n")
        line = {"op": "moved", "from": ["2023-05-05", "2023-05-10", "2023-05-09"], "working_days": [1, 15, -1]}
        moved = [{"i": 0, "before": "2023-05-09", "after": "2023-05-10"}]
        self.assertEqual(self.days(content, given=lines_of(line)).lines(), [{"v": 1, "moved": moved}])
        self.assertEqual(prap("days", given=lines_of(line)).lines(), [{"v": 1, "moved": []}])

    def test_a_year_that_becomes_known_has_answers_that_it_had_not(self):
        content = with_day("2029-01-01", "New Year’s Day")
        self.assertEqual(self.days(content, "moved", "2028-12-29", 1).out, "- 2029-01-02\n")
        line = lines_of({"op": "moved", "from": ["2028-12-29", "2035-01-01"], "working_days": 1})
        ran = self.days(content, given=line)
        self.assertEqual(ran.lines()[0]["moved"], [{"i": 0, "after": "2029-01-02"}])
        self.assertEqual([error["i"] for error in ran.lines()[0]["errors"]], [1])
        self.assertEqual(ran.code, 3)
        self.assertEqual(self.days(content, "moved", "2035-01-01", 1).code, 3)


if __name__ == "__main__":
    unittest.main()
