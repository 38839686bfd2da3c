"""Wrong types and wrong values in every argument: a clear error that names the field, and nothing stored."""
import datetime
import os
import subprocess
import sys
import unittest

import prap
from prap import _prap

import support
from support import DAY, RECEIVED, hypothesis, needs_hypothesis

JUNK = [None, True, 7, 2.5, "", "accept", b"accept", [], {}, object(), DAY(2023, 5, 5),
        datetime.datetime(2023, 5, 5, 12), prap.State.NONE, prap.Option.DNA, "\udc80", "nul\0", float("nan"),
        10**40]

OWN_NUMBERS = """
import datetime, enum, prap
class Own(int): pass
class Listed(enum.IntEnum): FIVE, FAR = 5, 2**70
engine, day = prap.Engine(prap.Rulebook("ipes"), prap.MemoryStore()), datetime.date(2023, 5, 5)
def ask(call, *arguments, **more):
    try: return call(*arguments, **more)
    except prap.CallerError as error: print(error.code, error.field)
def received(case, id): return ask(engine.submit, case, "referral-received", day, programme="ipes", id=id)
for case, id in (("A", Listed.FIVE), ("B", Own(5))):
    received(case, id)
    print([event.id for event in engine.history(case, day)])
received("C", Listed.FAR)
calendar = prap.Calendar()
print(calendar.add_working_days(day, Own(2)))
ask(calendar.add_working_days, day, Own(2**40))
ask(prap.SQLiteStore(":memory:").notices, Own(-1))
"""


class Refusals(unittest.TestCase):
    def setUp(self):
        self.store = support.FaultyStore()
        self.engine = support.engine_over(self.store)

    def refused(self, code, field, call, *arguments, **more):
        before = self.store.contents()
        with self.assertRaises(prap.CallerError) as caught:
            call(*arguments, **more)
        self.assertEqual((caught.exception.code, caught.exception.field), (code, field))
        self.assertEqual(self.store.contents(), before)
        return caught.exception

    def test_each_argument_of_submit(self):
        good = {"case": "A1", "event": "referral-received", "on": RECEIVED, "programme": "ipes"}
        types = {"case": 7, "event": 1, "on": "2023-05-05", "recorded": datetime.datetime(2023, 5, 5),
                 "id": 1.5, "facts": [("scr", True)], "programme": 1, "tenant": None, "strict": 1}
        for verb in (self.engine.submit, self.engine.preview):
            for name, value in types.items():
                with self.subTest(verb=verb.__name__, argument=name):
                    error = self.refused("type", name, verb, **{**good, name: value})
                    self.assertIsInstance(error, TypeError)
            self.refused("type", "id", verb, **{**good, "id": True})
            self.refused("type", "id", verb, **{**good, "id": prap.State.DNA})
            self.refused("type", "event", verb, **{**good, "event": prap.State.RECEIVED})
            self.refused("unknown-word", "event", verb, **{**good, "event": "recieved"})
            self.refused("unknown-word", "programme", verb, **{**good, "programme": "restart"})
            self.refused("text", "id", verb, **{**good, "id": ""})
            self.refused("text", "id", verb, **{**good, "id": 10**30})
            self.refused("text", "case", verb, **{**good, "case": "x" * 65})
            self.refused("text", "case", verb, **{**good, "case": "two\nlines"})
            self.refused("text", "case", verb, **{**good, "case": "\ud800"})
            self.refused("text", "tenant", verb, **{**good, "tenant": "y" * 65})

    def test_a_number_of_the_hosts_own_type(self):
        """A range is searched for it one by one, which from -2**63 on takes for ever, and no Ctrl-C ends it: so the questions
        are asked in a process of its own."""
        ran = subprocess.run([sys.executable, "-c", OWN_NUMBERS], capture_output=True, text=True, timeout=300,
                             env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
        self.assertEqual((ran.stdout, ran.stderr), ("['5']\n['5']\ntext id\n2023-05-10\nrange n\nrange after\n", ""))

    def test_each_type_of_fact(self):
        def with_fact(name, value):
            return {"case": "A1", "event": "referral-received", "on": RECEIVED, "programme": "ipes",
                    "facts": {name: value}}
        wrong = {"scr": [1, 0, "no", None, prap.Value.NO, DAY(2023, 5, 5)], "code": [True, "46", 4.6, None],
                 "made": ["2023-05-05", 19482, None, True, datetime.datetime(2023, 5, 5)],
                 "reason": [1, None, True, DAY(2023, 5, 5), prap.State.DNA, b"work"]}
        for name, values in wrong.items():
            for value in values:
                with self.subTest(fact=name, value=value):
                    self.refused("type", name, self.engine.submit, **with_fact(name, value))
        error = self.refused("unknown-word", "told", self.engine.submit, **with_fact("told", "tomorrow"))
        self.assertIn("before-meeting", error.message)
        self.assertNotIn("tomorrow", str(error))
        self.refused("unknown-word", "told", self.engine.submit, **with_fact("told", prap.Option.PHONE))
        self.refused("unknown-word", "facts", self.engine.submit, **with_fact("note", "x"))
        self.refused("type", "facts", self.engine.submit, **with_fact(3, True))
        self.refused("range", "code", self.engine.submit, **with_fact("code", 2**63))
        twice = {"scr": True, prap.Fact.SCR: True}
        self.refused("twice", "scr", self.engine.submit, "A1", "referral-received", RECEIVED,
                     programme="ipes", facts=twice)

    def test_unknown_is_allowed_for_every_fact(self):
        self.engine.submit("A1", "referral-received", RECEIVED, programme="ipes")
        for fact in prap.Fact:
            event = self.event_for(fact)
            answer = self.engine.preview("A1", event, RECEIVED, programme="ipes", facts={fact.word: prap.UNKNOWN})
            self.assertIsInstance(answer, prap.Answer)
            self.assertEqual(answer.reasons, self.engine.preview("A1", event, RECEIVED, programme="ipes",
                                                                 facts={fact: "unknown"}).reasons)

    def event_for(self, fact):
        """An event that can say the fact; the refusal of another names those that can."""
        says = "only these events have this fact: "
        try:
            self.engine.preview("A1", "referral-received", RECEIVED, programme="ipes", facts={fact: "unknown"})
        except prap.CallerError as error:
            self.assertEqual((error.field, error.message[:len(says)]), (fact.word, says))
            return error.message[len(says):].split()[0]
        return "referral-received"

    def test_each_argument_of_the_questions(self):
        support.receive(self.engine)
        for verb in (self.engine.show, self.engine.history):
            self.refused("type", "case", verb, 7, RECEIVED)
            self.refused("type", "as_of", verb, "A1", "2023-05-05")
            self.refused("text", "case", verb, "x" * 65, RECEIVED)
            self.refused("no-such-case", "case", verb, "A2", RECEIVED)
        self.refused("type", "history", self.engine.show, "A1", RECEIVED, history=None)
        self.refused("type", "as_of", self.engine.walk, None)
        self.refused("type", "due_by", self.engine.walk, RECEIVED, due_by=5)
        self.refused("type", "on_error", self.engine.walk, RECEIVED, on_error=5)
        self.refused("type", "on_error", self.engine.due, RECEIVED, on_error="B")
        self.refused("type", "tenant", self.engine.walk, RECEIVED, tenant=b"t")
        self.refused("type", "visitor", self.engine.visit, None, RECEIVED)
        self.refused("type", "as_of", self.engine.sweep, None)
        self.refused("type", "as_of", self.engine.due, None)
        self.refused("type", "within_days", self.engine.due, RECEIVED, "7")
        self.refused("range", "within_days", self.engine.due, RECEIVED, -1)
        self.refused("type", "as_of", self.engine.next_events, "A1", None)

    def test_each_argument_of_the_makers(self):
        book = prap.Rulebook()
        self.refused("type", "rulebook", prap.Engine, 7, self.store)
        self.refused("type", "rulebook", prap.Engine, "ipes", self.store)
        self.refused("type", "rulebook", prap.Engine, [book, None], self.store)
        self.refused("type", "store", prap.Engine, book, {})
        self.refused("type", "on_commit", prap.Engine, book, self.store, on_commit=7)
        self.refused("type", "programme", prap.Rulebook, 1)
        self.refused("unknown-word", "programme", prap.Rulebook, "restart")
        self.refused("type", "calendar", prap.Rulebook, "ipes", "england-and-wales")
        self.refused("type", "settings", prap.Rulebook, "ipes", None, [("late-ack", "refuse")])
        self.refused("type", "policy", prap.Rulebook, settings={7: "refuse"})
        self.refused("type", "value", prap.Rulebook, settings={"late-ack": True})
        self.refused("type", "value", prap.Rulebook, settings={"late-ack": prap.State.DNA})
        self.refused("unknown-word", "policy", prap.Rulebook, settings={"late-acks": "refuse"})
        self.refused("unknown-word", "value", prap.Rulebook, settings={"late-ack": "perhaps"})
        self.refused("type", "path", prap.SQLiteStore, 7)
        self.refused("type", "read_only", prap.SQLiteStore, ":memory:", 1)
        self.refused("type", "wait_milliseconds", prap.SQLiteStore, ":memory:", wait_milliseconds="1")
        self.refused("range", "wait_milliseconds", prap.SQLiteStore, ":memory:", wait_milliseconds=600001)
        for path in ("", "nul\0", "file:x", "\ud800"):
            self.refused("text", "path", prap.SQLiteStore, path)

    def test_more_rulebooks_than_programmes(self):
        book = prap.Rulebook()
        self.refused("twice", "rulebooks", prap.Engine, [book, book], self.store)
        for books in ([], [book] * 9):
            with self.assertRaises(prap.LimitError) as caught:
                prap.Engine(books, self.store)
            self.assertEqual(caught.exception.code, "limit")

    def test_more_facts_than_a_command_takes(self):
        both = {**{fact: prap.UNKNOWN for fact in prap.Fact},
                **{fact.word: prap.UNKNOWN for fact in prap.Fact}}
        with self.assertRaises(prap.LimitError) as caught:
            self.engine.submit("A1", "referral-received", RECEIVED, programme="ipes", facts=both)
        self.assertEqual(caught.exception.field, "facts")

    def test_an_abstract_store_cannot_be_made(self):
        with self.assertRaises(TypeError):
            prap.Store()

    def test_calendar_arguments(self):
        calendar = prap.Calendar()
        self.refused("type", "day", calendar.is_working_day, "2023-05-05")
        self.refused("type", "start", calendar.add_working_days, None, 1)
        self.refused("type", "n", calendar.add_working_days, RECEIVED, 1.0)
        self.refused("range", "n", calendar.add_working_days, RECEIVED, 2**31)
        self.refused("type", "n", calendar.add_working_days, RECEIVED, True)
        self.refused("type", "first", calendar.count_working_days, 7, RECEIVED)
        self.refused("type", "last", calendar.count_working_days, RECEIVED, 7)
        self.refused("type", "allow_provisional", calendar.is_working_day, RECEIVED, allow_provisional=1)
        self.refused("type", "day", calendar.holiday_on, None)
        self.refused("type", "division", prap.Calendar, 1)
        self.refused("type", "months", prap.add_months, RECEIVED, "1")
        self.refused("type", "id", prap.rule, b"IPES-3.22")
        self.refused("type", "policy", prap.policy, 1)


class Junk(unittest.TestCase):
    """Whatever is passed wherever: an exception of ours or Python's own TypeError, and the process lives."""

    def test_every_argument_of_the_engine(self):
        store = support.FaultyStore()
        engine = support.engine_over(store)
        support.receive(engine)
        before = store.contents()
        good = {"case": "A1", "event": "left", "on": RECEIVED, "recorded": RECEIVED, "facts": {"code": 39},
                "id": "i", "programme": "ipes", "tenant": "", "strict": False}
        for name in good:
            for value in JUNK:
                try:
                    engine.preview(**{**good, name: value})
                except prap.PrapError as error:
                    self.assertTrue(str(error))
        for value in JUNK:
            for fact in prap.Fact:
                try:
                    engine.submit("A1", "left", RECEIVED, facts={fact: value})
                except prap.PrapError as error:
                    self.assertEqual(error.field, fact.word)
        self.assertEqual(store.contents(), before)

    def test_every_function_of_the_extension(self):
        names = [name for name in dir(_prap) if callable(getattr(_prap, name)) and not name.startswith("__")]
        self.assertIn("rulebook", names)
        capsules = [_prap.calendar(1), _prap.rulebook(1, _prap.calendar(1), ()),
                    _prap.sqlite(b":memory:", False)]
        for name in names:
            for count in range(0, 6):
                for value in JUNK + capsules + [(), ((),), (1, 2), -1, 2**31, 2**64]:
                    try:
                        getattr(_prap, name)(*[value] * count)
                    except (TypeError, ValueError, OverflowError, prap.PrapError):
                        pass

    def test_what_is_no_tuple_where_one_is_meant_is_named(self):
        """The interpreter would take it for a fault of the extension's: SystemError."""
        calendar, book = _prap.calendar(1), _prap.rulebook(1, _prap.calendar(1), ())
        session = _prap.call(calendar, (), 0)
        engine = _prap.Engine((book,), prap.store.StoreAdaptor(prap.MemoryStore()), True, True, None)
        moment, known, mark = (19482, 600, -2**31), (2, 1, 2, 2, 1, -2**31), bytes(16)
        question = (2, 19482, -1, -2**31, -2**31, -1, -2**31, 0, 0)
        calls = {
            "settings": [lambda bad: _prap.call(calendar, (bad,), 0),
                         lambda bad: _prap.compute(calendar, (bad,), ((*question, ()),)),
                         lambda bad: _prap.dates_moved(calendar, calendar, (bad,), ()),
                         lambda bad: _prap.desk(calendar, (bad,), 1, 19482, moment, (), (), ()),
                         lambda bad: _prap.form_ask(calendar, (bad,), 1, 2, 19482, (), 0),
                         lambda bad: _prap.retention((bad,), 1, 19144, 0, ())],
            "facts": [lambda bad: _prap.call_step(session, False, 1, b"p1", *moment, (bad,)),
                      lambda bad: _prap.desk(calendar, (), 1, 19482, moment, (bad,), (), ()),
                      lambda bad: _prap.form_ask(calendar, (), 1, 2, 19482, (bad,), 0)],
            "steps": [lambda bad: _prap.desk(calendar, (), 1, 19482, moment, (), (), (bad,))],
            "outages": [lambda bad: _prap.desk(calendar, (), 1, 19482, moment, (), (bad,), ()),
                        lambda bad: _prap.compute(calendar, (), ((*question, (bad,)),))],
            "questions": [lambda bad: _prap.compute(calendar, (), (bad,)),
                          lambda bad: _prap.dates_moved(calendar, calendar, (), (bad,))],
            "values": [lambda bad: _prap.data_check(known, (bad,)), lambda bad: _prap.data_compare(3, (bad,), ()),
                       lambda bad: _prap.data_compare(3, (), (bad,)), lambda bad: _prap.data_marks(mark, (bad,))],
            "marks": [lambda bad: _prap.data_compare_marks(3, (bad,), ()),
                      lambda bad: _prap.data_compare_marks(3, (), (bad,))],
            "snapshots": [lambda bad: _prap.snapshots([bad])],
            "rulebooks": [lambda bad: engine.caseload(b"", b"", b"", 19486, _prap.DAY_NONE, 19600, bad, None, 1)],
        }
        for name, asked in calls.items():
            for number, call in enumerate(asked):
                for bad in ([1, 2, 3], 7, "ab", {1: 2}):
                    with self.subTest(argument=name, call=number, bad=bad), \
                            self.assertRaisesRegex(TypeError, f"{name} must be a tuple"):
                        call(bad)

    def test_one_question_is_computed(self):
        question = (2, 19482, -1, -2**31, -2**31, -1, -2**31, 0, 0, ())
        for questions in ((), (question, question)):
            with self.subTest(n=len(questions)), self.assertRaises(prap.CallerError) as caught:
                _prap.compute(_prap.calendar(1), (), questions)
            self.assertEqual(caught.exception.field, "questions")

    def test_a_day_beyond_the_librarys_is_no_other_day(self):
        def ask(day):
            return _prap.service_ask(_prap.calendar(1), (), 0, 0, (18778, 600, -2**31), 0, 0, 0, 0, 0, (-2**31,) * 3, (),
                                     (day,))
        ask(18778)
        for day in (2**32 + 18778, 2**31, -2**31 - 1, 2**200):
            with self.subTest(day=day), self.assertRaises(OverflowError):
                ask(day)

    def test_snapshots_keep_what_they_were_made_of(self):
        engine = support.engine_over(prap.MemoryStore())
        rows = [(b"A%03d" % number, 1, b"no record") for number in range(200)]
        kept = _prap.snapshots(rows)

        def bad_cases():
            page = engine._engine.caseload(b"", b"", b"", 19486, _prap.DAY_NONE, 19600, None, kept, 300)[0]
            return [case for case, status in page]
        before = bad_cases()
        rows.clear()
        rows.extend((b"B%03d" % number, 1, b"other") for number in range(200))
        self.assertEqual(before, [f"A{number:03}" for number in range(200)])
        self.assertEqual(bad_cases(), before)

    def test_a_member_that_a_sequence_makes_anew_is_not_used(self):
        """Brackets in a format let go of each member before the call looks at it; that of a tuple stays."""
        class Anew:
            def __init__(self, *members):
                self.members = members

            def __len__(self):
                return len(self.members)

            def __getitem__(self, at):
                member = self.members[at]
                return "".join(list(member)) if isinstance(member, str) else member
        said, held = ("AB123456C" * 9, "jose" * 9, "group 3" * 9, 1, -2**31, 0), ("AB123456C" * 9, "jose" * 9, 15650, ())
        for arguments in ((Anew(*said), held, ()), (said, Anew(*held), ()), (list(said), held, ())):
            with self.assertRaises(TypeError):
                _prap.check_participant(*arguments)

    def test_every_method_of_the_extensions_engine(self):
        handles = (_prap.rulebook(1, _prap.calendar(1), ()),)
        adaptor = prap.store.StoreAdaptor(prap.MemoryStore())
        engine = _prap.Engine(handles, adaptor, True, True, None)
        for name in ("submit", "preview", "show", "history", "walk", "sweep"):
            for count in range(0, 10):
                for value in JUNK + [(), ((1,),), ((1, 2, 3),), -2**31, 2**31]:
                    try:
                        getattr(engine, name)(*[value] * count)
                    except (TypeError, ValueError, OverflowError, prap.PrapError):
                        pass
        for wrong in (((), adaptor), ((None,), adaptor, True, True, None), ([], adaptor, True, True, None)):
            with self.assertRaises((TypeError, prap.PrapError)):
                _prap.Engine(*wrong)
        with self.assertRaises(TypeError):
            _prap.Engine(handles, adaptor, True, True, None, observer=None)


@needs_hypothesis
class Fuzz(unittest.TestCase):
    def test_any_identifier_is_taken_whole_or_refused(self):
        @hypothesis.settings(max_examples=200)
        @hypothesis.given(hypothesis.strategies.text(min_size=1, max_size=70),
                          hypothesis.strategies.text(max_size=70))
        def check(case, id_):
            engine = support.engine_over(prap.MemoryStore())
            try:
                answer = support.receive(engine, case, id=id_)
            except prap.CallerError as error:
                self.assertEqual(error.code, "text")
                return
            self.assertEqual((answer.case, answer.id), (case, id_))
            self.assertEqual(engine.history(case, RECEIVED)[0].id, id_)
            self.assertEqual([row.case for row in engine.walk(RECEIVED)], [case])
        check()


if __name__ == "__main__":
    support.main()
