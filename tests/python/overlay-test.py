"""Calendars of a host's own: changes, GOV.UK's file, what they do to a deadline, and how long they live."""
import csv
import gc
import json
import unittest
import weakref
from pathlib import Path

import prap
from prap import _prap

import support
from support import DAY, RECEIVED

EW = "england-and-wales"
CALENDAR = prap.Calendar(EW)
TABLE = Path(__file__).resolve().parents[2] / "lib" / "calendar" / "bank-holidays.csv"


def published():
    """The published rows of the table, as GOV.UK's file has them."""
    content = {}
    with TABLE.open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            if not row["provenance"].startswith("computed"):
                part = content.setdefault(row["division"], {"division": row["division"], "events": []})
                part["events"].append({"title": row["title"], "date": row["date"], "notes": row["note"],
                                       "bunting": True})
    return content


def due_of(calendar):
    """The day by which a referral of Friday 5 May 2023 is to be acknowledged, and the answer's calendar."""
    engine = prap.Engine(prap.Rulebook("ipes", calendar), prap.MemoryStore())
    answer = support.receive(engine)
    gc.collect()
    assert json.loads(answer.to_json())["calendar"] == f"{calendar.identity.hash:08x}"
    return next(one.due for one in answer.deadlines if one.deadline is prap.Deadline.ACK)


class Refusing(unittest.TestCase):
    def refuses(self, code, field, call):
        with self.assertRaises(prap.PrapError) as caught:
            call()
        self.assertEqual((caught.exception.code, caught.exception.field), (code, field))


class Overlay(Refusing):
    def test_a_proclaimed_day_moves_a_deadline(self):
        self.assertEqual(due_of(CALENDAR), DAY(2023, 5, 9))
        proclaimed = CALENDAR.overlay(add={DAY(2023, 5, 9): "A day proclaimed"})
        self.assertEqual(due_of(proclaimed), DAY(2023, 5, 10))
        self.assertEqual(proclaimed.holiday_on(DAY(2023, 5, 9)),
                         prap.Holiday(DAY(2023, 5, 9), "A day proclaimed", False, prap.Coverage.KNOWN))
        self.assertEqual(due_of(CALENDAR.overlay(remove=[DAY(2023, 5, 8)])), DAY(2023, 5, 8))
        self.assertTrue(CALENDAR.is_working_day(DAY(2023, 5, 9)))

    def test_identity_is_of_the_days(self):
        day = DAY(2023, 5, 10)
        once, twice = (CALENDAR.overlay(add={day: "Closed"}) for _ in range(2))
        self.assertEqual(once.identity, twice.identity)
        self.assertNotEqual(once.identity.hash, CALENDAR.identity.hash)
        self.assertEqual(once.identity.holidays, CALENDAR.identity.holidays + 1)
        self.assertEqual(once.overlay(remove=[day]).identity, CALENDAR.identity)
        self.assertEqual(CALENDAR.overlay().identity, CALENDAR.identity)
        self.assertEqual(repr(once), f"Calendar('{EW}', hash={once.identity.hash:08x})")

    def test_years_are_replaced_whole_and_become_known(self):
        later = CALENDAR.overlay(replace_years={2030: {}, 2029: {DAY(2029, 12, 25): "Christmas Day"}})
        self.assertEqual(later.identity.known_last, DAY(2030, 12, 31))
        self.assertTrue(later.is_working_day(DAY(2029, 12, 26)))
        self.assertFalse(later.is_working_day(DAY(2029, 12, 25)))
        self.assertTrue(later.is_working_day(DAY(2030, 12, 25)))
        earlier = CALENDAR.overlay(replace_years={2009: {}, 2010: {DAY(2010, 1, 1): "New"}})
        self.assertEqual(earlier.identity.known_first, DAY(2009, 1, 1))

    def test_what_is_no_change(self):
        day, held = DAY(2023, 5, 10), DAY(2023, 5, 8)
        for code, field, changes in (
                ("twice", "add[1].day", {"add": {day: "x", held: "x"}}), ("range", "remove[0]", {"remove": [day]}),
                ("range", "remove[1]", {"remove": [held, day], "add": {day: "x"}}),
                ("text", "add[0].title", {"add": {day: ""}}), ("text", "add[0].title", {"add": {day: "x" * 65}}),
                ("text", "add[0].title", {"add": {day: "a\nb"}}),
                ("text", "add[0].title", {"add": {day: "\ud800"}}),
                ("type", "add[0].title", {"add": {day: 7}}), ("type", "add[0].day", {"add": {"2023-05-10": "x"}}),
                ("type", "add", {"add": [day]}), ("type", "remove", {"remove": "x"}),
                ("type", "remove", {"remove": 7}), ("type", "remove[1]", {"remove": [held, "2023-05-08"]}),
                ("coverage", "add[0].day", {"add": {DAY(2041, 1, 1): "x"}}),
                ("coverage", "replace_years[0]", {"replace_years": {2031: {}}}),
                ("coverage", "replace_years[0]", {"replace_years": {2031: {}, 2029: {}}}),
                ("text", "replace_years[1][1].title",
                 {"replace_years": {2030: {}, 2029: {DAY(2029, 1, 1): "x", DAY(2029, 1, 2): ""}}}),
                ("twice", "add[0].day",
                 {"replace_years": {2029: {DAY(2029, 1, 1): "x"}}, "add": {DAY(2029, 1, 1): "y"}}),
                ("range", "replace_years[0][0].day", {"replace_years": {2029: {day: "x"}}}),
                ("range", "replace_years[0]", {"replace_years": {0: {}}}),
                ("type", "replace_years[0]", {"replace_years": {"2029": {}}}),
                ("type", "replace_years[0]", {"replace_years": {2029: 7}}),
                ("type", "replace_years", {"replace_years": [2029]}),
                ("limit", "replace_years[44]", {"replace_years": {year: {} for year in range(2030, 2100)} |
                                                {2029: {}}})):
            with self.subTest(changes=changes):
                self.refuses(code, field, lambda changes=changes: CALENDAR.overlay(**changes))

    def test_the_extension_survives_any_change(self):
        for wrong in (7, (1,), (("x", 1, 1, b""),), ((1, 1, 1, "text"),), [(1, 1, 0, b"x")]):
            with self.assertRaises(TypeError):
                _prap.overlay(CALENDAR._handle, wrong)
        with self.assertRaises(TypeError):
            _prap.overlay(7, ())
        self.refuses("unknown-word", "changes[0].kind", lambda: _prap.overlay(CALENDAR._handle, ((9, 0, 0, b""),)))


class GovUk(Refusing):
    def test_the_published_list_is_the_built_in_calendar(self):
        for division in prap.Division:
            found = prap.Calendar.from_gov_uk(json.dumps(published()), division)
            self.assertEqual(found.identity, prap.Calendar(division).identity)
            self.assertEqual(list(found.holidays()), list(prap.Calendar(division).holidays()))

    def test_a_later_file(self):
        content = published()
        content[EW]["events"].append({"title": "New", "date": "2029-01-02", "notes": "Substitute day", "bunting": True})
        content[EW]["events"].append({"title": "Proclaimed", "date": "2023-05-09", "notes": "", "bunting": True})
        for given in (content, json.dumps(content), json.dumps(content).encode()):
            calendar = prap.Calendar.from_gov_uk(given)
            self.assertEqual(due_of(calendar), DAY(2023, 5, 10))
            self.assertEqual(calendar.identity.known_last, DAY(2029, 12, 31))
            self.assertTrue(calendar.holiday_on(DAY(2029, 1, 2)).substitute)

    def test_another_shape_is_refused_and_names_the_field(self):
        def part(events, name=EW):
            return {EW: {"division": name, "events": events}}

        def event(**changes):
            return part([{"title": "A", "date": "2029-01-01", "notes": "", "bunting": True, **changes}])
        row = f"{EW}.events[0]"
        for code, field, content in (
                ("type", "content", ""), ("type", "content", "[]"), ("type", "content", b"\xff"),
                ("type", "content", 7), ("type", "content", "[" * 100000), ("type", "content", '{"a":NaN}'),
                ("twice", "content", '{"a":1,"a":1}'), ("type", EW, {}), ("type", EW, {EW: []}),
                ("type", f"{EW}.division", part([], "scotland")), ("type", f"{EW}.events", part([])),
                ("type", f"{EW}.events", part("x")), ("type", row, part(["x"])),
                ("type", f"{row}.title", event(title=None)), ("text", f"{row}.title", event(title="")),
                ("type", f"{row}.date", event(date=20290101)), ("day", f"{row}.date", event(date="2029-02-29")),
                ("day-form", f"{row}.date", event(date="1 May")), ("type", f"{row}.notes", event(notes=1)),
                ("type", f"{row}.bunting", event(bunting=1)), ("coverage", f"{row}.date", event(date="2031-01-01")),
                ("twice", f"{EW}.events[1].date", part(event()[EW]["events"] * 2))):
            with self.subTest(code=code, field=field):
                self.refuses(code, field, lambda content=content: prap.Calendar.from_gov_uk(content))
        self.refuses("unknown-word", "division", lambda: prap.Calendar.from_gov_uk({}, "wales"))


class Lifetime(unittest.TestCase):
    def test_engine_keeps_rulebook_keeps_calendar(self):
        """Nothing but the extension's own engine is left, which has only the rulebook's capsule."""
        calendar = CALENDAR.overlay(add={DAY(2023, 5, 9): "A day proclaimed"})
        book = prap.Rulebook("ipes", calendar)
        watched = [weakref.ref(calendar), weakref.ref(book)]
        adaptor = prap.store.StoreAdaptor(prap.MemoryStore())
        engine = _prap.Engine((book._handle,), adaptor, True, True, None)
        del calendar, book
        gc.collect()
        self.assertEqual([ref() for ref in watched], [None, None])
        kept = [CALENDAR.overlay(add={DAY(2023, 5, 15): f"Other {i}"}) for i in range(50)]
        on, due = ((day - DAY(1970, 1, 1)).days for day in (RECEIVED, DAY(2023, 5, 10)))
        answer = engine.submit(b"", b"A1", b"", prap.Programme.IPES, prap.Event.REFERRAL_RECEIVED, 0, on,
                               _prap.DAY_NONE, ())
        self.assertEqual(len(kept), 50)
        self.assertIn(due, [value for row in answer[2] if row[0] == prap.Deadline.ACK for value in row])
        engine.close()

    def test_an_overlay_outlives_its_base(self):
        base = CALENDAR.overlay(add={DAY(2023, 5, 10): "Base"})
        over = base.overlay(add={DAY(2023, 5, 11): "Over"})
        del base
        gc.collect()
        self.assertEqual(over.add_working_days(DAY(2023, 5, 9), 1), DAY(2023, 5, 12))
        self.assertEqual(over.holiday_on(DAY(2023, 5, 10)).title, "Base")

    def test_nothing_stays_behind(self):
        from importlib import import_module
        leaks = import_module("leaks-test")

        def action():
            CALENDAR.overlay(add={DAY(2023, 5, 10): "x"}).overlay(remove=[DAY(2023, 5, 10)])
            prap.Rulebook("ipes", CALENDAR.overlay(add={DAY(2023, 5, 10): "x"}))
            for wrong in ({DAY(2023, 5, 8): "x"}, {DAY(2023, 5, 10): ""}):
                with self.assertRaises(prap.PrapError):
                    CALENDAR.overlay(add=wrong)
        self.assertLess(leaks.grown_by(action), leaks.ROUNDS * 16)


if __name__ == "__main__":
    support.main()
