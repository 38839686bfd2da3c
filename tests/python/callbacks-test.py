"""Exceptions, wrong results and calls back, from every callback: the caller gets the very exception, nothing
is half written, nothing crashes, and the engine stays usable."""
import _thread
import gc
import signal
import threading
import time
import traceback
import unittest

import prap
from prap import _prap

import support
from support import ACKED, DAY, RECEIVED


class Custom(BaseException):
    """Not even an Exception."""


EXCEPTIONS = [ValueError("store"), KeyError("k"), KeyboardInterrupt(), SystemExit(3), MemoryError(),
              GeneratorExit(), StopIteration(), RecursionError(), Custom("c"),
              prap.errors.error_of(prap.Status.E_NO_CASE, "case")]


def actions(engine):
    """What to call so that each method of the store is reached."""
    return {
        "load": [lambda: engine.submit("A1", "accept", ACKED), lambda: engine.preview("A1", "accept", ACKED),
                 lambda: engine.show("A1", ACKED), lambda: engine.next_events("A1", ACKED)],
        "commit": [lambda: engine.submit("A1", "accept", ACKED), lambda: engine.sweep(DAY(2024, 1, 1)),
                   lambda: engine.submit("A9", "referral-received", RECEIVED, programme="ipes")],
        "read": [lambda: engine.history("A1", ACKED), lambda: engine.show("A1", ACKED),
                 lambda: support.receive(engine, id="i0")],
        "scan": [lambda: engine.walk(ACKED), lambda: engine.sweep(DAY(2024, 1, 1)),
                 lambda: engine.due(ACKED)],
    }


class Exceptions(unittest.TestCase):
    def arrives(self, error, call):
        """The same object arrives; gives the functions that its traceback goes through."""
        try:
            call()
        except BaseException as caught:
            self.assertIs(caught, error)
            names = [frame.name for frame in traceback.extract_tb(caught.__traceback__)]
            error.__traceback__ = None
            return names
        return self.fail("nothing was raised")

    def test_from_every_method_of_a_store_in_every_action(self):
        for error in EXCEPTIONS:
            store = support.FaultyStore()
            engine = support.engine_over(store)
            support.receive(engine, id="i0")
            for method, calls in actions(engine).items():
                for number, call in enumerate(calls):
                    with self.subTest(error=repr(error), method=method, action=number):
                        before = store.contents()
                        store.break_at(method, error)
                        self.assertIn("_do", self.arrives(error, call))
                        self.assertEqual(store.calls[-1], method, "Python ran on after the exception")
                        self.assertEqual(store.contents(), before)
                        store.break_at(None, None)
                        self.assertEqual(engine.show("A1", RECEIVED).version, 1)

    def test_after_the_commit_was_made_the_same_id_finds_out(self):
        store = support.FaultyStore()
        engine = support.engine_over(store)
        error = KeyboardInterrupt()
        store.break_at("commit", error, after=True)
        self.arrives(error, lambda: support.receive(engine, id="once"))
        store.break_at(None, None)
        again = support.receive(engine, id="once")
        self.assertTrue(again.duplicate)
        self.assertEqual(len(engine.history("A1", RECEIVED)), 1)

    def test_in_the_middle_of_a_sweep(self):
        """A sweep commits sixteen changes at once."""
        store = support.FaultyStore()
        engine = support.engine_over(store)
        cases = [f"S{i:02}" for i in range(20)]
        for case in cases:
            support.receive(engine, case)
        error = Custom()
        store.break_at("commit", error, nth=2)
        self.arrives(error, lambda: engine.sweep(DAY(2023, 8, 1)))
        self.assertEqual(store.calls.count("commit"), 2)
        store.break_at(None, None)
        stages = [row.stage for row in engine.walk(DAY(2023, 5, 5))]
        self.assertEqual(stages, [prap.State.RECEIVED] * 20)
        self.assertEqual([len(engine.history(case, DAY(2023, 8, 1))) for case in cases], [2] * 16 + [1] * 4)
        self.assertEqual(engine.sweep(DAY(2023, 8, 1)).moved, 4)

    def test_from_a_generator_after_its_first_row(self):
        class Lazy(prap.MemoryStore):
            error = OSError("row 2")

            def scan(self, tenant, after, due_by, limit):
                for row in super().scan(tenant, after, due_by, limit):
                    yield row
                    raise self.error
        engine = support.engine_over(Lazy())
        for case in ("A", "B"):
            support.receive(engine, case)
        seen = []
        self.arrives(Lazy.error, lambda: engine.visit(seen.append, RECEIVED))
        self.assertEqual(seen, [])

    def test_from_a_visitor(self):
        for make in (prap.MemoryStore, lambda: prap.SQLiteStore(":memory:")):
            engine = support.engine_over(make())
            for case in ("A", "B", "C"):
                support.receive(engine, case)
            for error in EXCEPTIONS:
                seen = []

                def visitor(case):
                    seen.append(case.case)
                    if case.case == "B":
                        raise error
                self.assertIn("visitor", self.arrives(error, lambda: engine.visit(visitor, RECEIVED)))
                self.assertEqual(seen, ["A", "B"])
            self.assertEqual(len(engine.walk(RECEIVED)), 3)

    def test_from_the_observer_the_change_stands(self):
        for make in (prap.MemoryStore, lambda: prap.SQLiteStore(":memory:")):
            for error in EXCEPTIONS:
                told = []

                def observer(change):
                    told.append(change)
                    raise error
                store = make()
                engine = support.engine_over(store, on_commit=observer)
                self.assertIn("observer", self.arrives(error, lambda: support.receive(engine, id="i")))
                self.assertEqual([(c.case, c.expected_version, c.new_version, c.id) for c in told],
                                 [("A1", 0, 1, "i")])
                self.assertTrue(support.receive(engine, id="i").duplicate)
                self.assertEqual(len(told), 1)

    def test_a_signal_between_two_rows_ends_a_walk(self):
        engine = support.engine_over(prap.SQLiteStore(":memory:"))
        for case in ("A", "B", "C"):
            support.receive(engine, case)
        seen = []

        def visitor(case):
            seen.append(case.case)
            signal.raise_signal(signal.SIGUSR1)

        def handler(number, frame):
            raise Custom("signal")
        previous = signal.signal(signal.SIGUSR1, handler)
        try:
            with self.assertRaises(Custom):
                engine.visit(visitor, RECEIVED)
        finally:
            signal.signal(signal.SIGUSR1, previous)
        self.assertEqual(seen, ["A"])
        self.assertEqual(len(engine.walk(RECEIVED)), 3)


    def test_an_interrupt_that_comes_while_the_library_works(self):
        """The signal is only marked: it is handled when the extension looks, between two steps."""
        store = prap.SQLiteStore(":memory:")
        told = []

        def observer(change):
            told.append(change.case)
            _thread.interrupt_main()
        engine = support.engine_over(store)
        cases = [f"S{i:02}" for i in range(20)]
        for case in cases:
            support.receive(engine, case)
        with self.assertRaises(KeyboardInterrupt):
            support.engine_over(store, observer).sweep(DAY(2023, 8, 1))
        self.assertEqual(told, ["S00"])
        with self.assertRaises(KeyboardInterrupt):
            engine.visit(lambda case: _thread.interrupt_main(), RECEIVED)
        # The sixteen of the first commit are stored; of the other four nothing was begun.
        self.assertEqual([len(engine.history(case, DAY(2023, 8, 1))) for case in cases], [2] * 16 + [1] * 4)


    def test_a_signal_is_handled_though_no_python_runs(self):
        """A walk over SQLite into list.append: only the extension can look for signals, and it does."""
        engine = support.engine_over(prap.SQLiteStore(":memory:"))
        for number in range(600):
            support.receive(engine, f"C{number}")

        def handler(number, frame):
            raise Custom("alarm")
        previous = signal.signal(signal.SIGALRM, handler)
        seen = []
        try:
            with self.assertRaises(Custom):
                signal.setitimer(signal.ITIMER_REAL, 0.0002)  # a fast machine is through in 2 ms
                engine._engine.walk(b"", _prap.DAY_NONE, 19486, seen.append, False)
                time.sleep(5)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, previous)
        self.assertLess(len(seen), 600)
        self.assertEqual(len(engine.walk(RECEIVED)), 600)

    def test_a_signal_in_a_caseload_is_not_taken_for_a_failed_store(self):
        """Nothing of Python's runs between two findings of a page: the extension looks, and keeps what it saw."""
        engine = support.engine_over(prap.SQLiteStore(":memory:"))
        for number in range(600):
            support.receive(engine, f"C{number}")

        def handler(number, frame):
            raise Custom("alarm")
        previous = signal.signal(signal.SIGALRM, handler)
        try:
            with self.assertRaises(Custom):
                signal.setitimer(signal.ITIMER_REAL, 0.0002)
                engine._engine.caseload(b"", b"", b"", 19486, _prap.DAY_NONE, 19600, None, None, 601)
                time.sleep(5)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, previous)
        self.assertEqual(len(list(engine.forecast(RECEIVED, DAY(2023, 8, 1)))), 600)


class Collected:
    """A cycle, so that the collector finds it; then it calls, and leaves another as long as that gives True."""

    def __init__(self, call):
        self.call, self.itself = call, self

    def __del__(self):
        if self.call():
            Collected(self.call)


class CollectionsInACall(unittest.TestCase):
    """The answer of a call to Provider Direct is in the session until it is made into tuples; making them collects."""

    def test_what_a_collection_does_to_the_session_is_refused_until_the_answer_is_out(self):
        session = _prap.call(_prap.calendar(1), (), 0)
        outcomes, kept = set(), []

        def step(event):
            return _prap.call_step(session, False, event, b"p1", 19500, -1, -1, ())

        def come_in_between():
            try:
                step(prap.CallEvent.QUESTION_UNASKABLE)  # fewer reasons
                _prap.call_look(session)
            except prap.CallerError as error:
                outcomes.add(error.code)
            return len(kept) < 500
        reasons = len(step(prap.CallEvent.PARTICIPANT_LISTED)[-2])
        self.assertEqual(reasons, 3)
        threshold = gc.get_threshold()
        Collected(come_in_between)
        gc.set_threshold(1)
        try:  # without keeping them the interpreter makes each answer in the memory of the last, and does not collect
            while len(kept) < 500:
                kept.append(step(prap.CallEvent.PARTICIPANT_LISTED))
        finally:
            gc.set_threshold(*threshold)
        gc.collect()
        self.assertEqual({len(answer[-2]) for answer in kept}, {reasons})
        self.assertEqual(outcomes, {"re-entry"})


class CollectionsInAWalk(unittest.TestCase):
    def test_a_collection_that_steps_the_walk_whose_day_is_being_made_is_refused(self):
        calendar = _prap.calendar(1)
        walk = _prap.walk(calendar, 19482, 21000, 0)
        outcomes, days = set(), []

        def come_in_between():
            if not days:
                return True  # not in the middle of a day yet
            try:
                days.append(_prap.walk_next(walk))
            except prap.CallerError as error:
                outcomes.add(error.code)
            return len(days) < 1000
        threshold = gc.get_threshold()
        days.append(_prap.walk_next(walk))
        Collected(come_in_between)
        gc.set_threshold(1)
        try:
            while len(days) < 1000:
                day = _prap.walk_next(walk)
                days.append(day)
        finally:
            gc.set_threshold(*threshold)
        gc.collect()
        self.assertEqual(sorted({day[0] for day in days}), sorted(day[0] for day in days), "a day came twice")
        self.assertEqual(outcomes, {"re-entry"})


class RawAdaptors(unittest.TestCase):
    """The extension does not trust the package's own adaptor either."""

    def engine_over(self, **results):
        adaptor = prap.store.StoreAdaptor(prap.MemoryStore())
        engine = _prap.Engine((prap.Rulebook()._handle,), adaptor, True, True, None)
        engine.submit(b"", b"A1", b"", 1, prap.Event.REFERRAL_RECEIVED, 0, 19482, _prap.DAY_NONE, ())
        for name, result in results.items():
            setattr(adaptor, name, lambda *arguments: result)
        return engine

    def submit(self, engine):
        engine.submit(b"", b"A1", b"", 0, prap.Event.ACCEPT, 0, 19486, _prap.DAY_NONE, ())

    def test_results_of_the_wrong_shape(self):
        for result in ("x", None, [], (1,), ("1", b"x"), (1, "x"), (-1, b"x")):
            with self.subTest(load=result), self.assertRaises((TypeError, OverflowError)):
                self.engine_over(load=result).show(b"", b"A1", 19486)
        for result in ("x", None, (0,), [], [0, 0], ["0"], [None]):
            with self.subTest(commit=result), self.assertRaises(TypeError):
                self.submit(self.engine_over(commit=result))
        for name, call in (("read", lambda engine: engine.history(b"", b"A1", 19486)),
                           ("scan", lambda engine: engine.walk(b"", _prap.DAY_NONE, 19486, print, True))):
            for result in ("x", None, ["x"], [(1, b"x")], [("1", b"x", b"y")], [(1, b"x", "y")],
                           [(-1, b"x", b"y")]):
                with self.subTest(method=name, result=result), self.assertRaises((TypeError, OverflowError)):
                    call(self.engine_over(**{name: result}))

    def test_numbers_that_are_no_status(self):
        for number in (2**40, -2**40, 77, -1):
            with self.subTest(number=number), self.assertRaises(prap.HostError):
                self.engine_over(load=number).show(b"", b"A1", 19486)
        with self.assertRaises(OverflowError):
            self.engine_over(load=2**70).show(b"", b"A1", 19486)

    def test_facts_and_settings_of_the_wrong_shape(self):
        engine = self.engine_over()
        for facts in ((7,), ((1, 2),), (("a", 1, 1),), ((1, 1, 2**70),), [(1, 1, 1)]):
            with self.subTest(facts=facts), self.assertRaises((TypeError, OverflowError)):
                engine.submit(b"", b"A1", b"", 0, prap.Event.ACCEPT, 0, 19486, _prap.DAY_NONE, facts)
        calendar = _prap.calendar(1)
        for settings in ((7,), ((1,),), (("a", 1),), [(1, 1)]):
            with self.subTest(settings=settings), self.assertRaises(TypeError):
                _prap.rulebook(1, calendar, settings)
        with self.assertRaises(prap.LimitError):
            _prap.rulebook(1, calendar, ((1, 1001),) * 129)


class WrongResults(unittest.TestCase):
    WRONG = {
        "load": [7, "row", (1,), (1, b"", 2), (-1, b"x"), (2**64, b"x"), ("1", b"x"), (1, "x"), (1, None),
                 True, [1]],
        "commit": [None, 0, "ok", [], [prap.Status.OK] * 2, ["ok"], [0], object()],
        "read": [None, 7, ["row"], [(1, "i")], [(1, 2, b"x")], [(-1, "i", b"x")], [(1, "i", "x")]],
        "scan": [None, 7, ["row"], [("A1", 1)], [(1, 1, b"x")], [("A1", -1, b"x")], [("A1", 1, "x")]],
    }

    def broken(self, method, result):
        store = type("Wrong", (prap.MemoryStore,), {})()
        engine = support.engine_over(store)
        support.receive(engine)
        setattr(type(store), method, lambda *arguments: result)
        return store, engine

    def test_a_wrong_result_is_a_type_error_that_names_the_method(self):
        for method, results in self.WRONG.items():
            for result in results:
                store, engine = self.broken(method, result)
                for call in actions(engine)[method][:2]:
                    with self.subTest(method=method, result=repr(result)):
                        with self.assertRaises(TypeError) as caught:
                            call()
                    self.assertNotIsInstance(caught.exception, prap.PrapError)

    def test_statuses_in_place_of_results(self):
        expected = {prap.Status.RETRY: prap.HostError, prap.Status.FAIL: prap.HostError,
                    prap.Status.E_DAMAGED: prap.DataError, prap.Status.E_FOREIGN: prap.DataError,
                    prap.Status.E_VERSION: prap.DataError}
        for method in ("load", "read", "scan"):
            for status, kind in expected.items():
                store, engine = self.broken(method, status)
                call = {"load": lambda: engine.show("A1", RECEIVED),
                        "read": lambda: engine.history("A1", RECEIVED),
                        "scan": lambda: engine.walk(RECEIVED)}[method]
                with self.subTest(method=method, status=status), self.assertRaises(kind) as caught:
                    call()
                self.assertIs(caught.exception.status, status)

    def test_outcomes_of_a_commit(self):
        retry, fail, unknown = prap.Status.RETRY, prap.Status.FAIL, prap.Status.UNKNOWN
        conflict = prap.Status.CONFLICT
        expected = [(retry, "x", retry), ([retry], "x", retry), (fail, "x", fail), ([fail], None, fail),
                    ([conflict], "x", conflict), (unknown, None, unknown),
                    ([unknown], "x", unknown)]  # the engine looked and it is not there; it may yet show
        for result, id_, status in expected:
            store, engine = self.broken("commit", result)
            with self.subTest(outcome=result, id=id_), self.assertRaises(prap.HostError) as caught:
                engine.submit("A1", "accept", ACKED, id=id_)
            self.assertIs(caught.exception.status, status)

    def test_an_unknown_outcome_that_cannot_be_looked_up_stays_unknown(self):
        store = support.FaultyStore()
        engine = support.engine_over(store)
        support.receive(engine)

        def commit(changes):
            prap.MemoryStore.commit(store, changes)
            store.load = lambda tenant, case: prap.Status.RETRY
            return prap.Status.UNKNOWN
        store.commit = commit
        with self.assertRaises(prap.HostError) as caught:
            engine.submit("A1", "accept", ACKED, id="x")
        self.assertIs(caught.exception.status, prap.Status.UNKNOWN)
        del store.commit, store.load
        self.assertTrue(engine.submit("A1", "accept", ACKED, id="x").duplicate)

    def test_statuses_that_a_store_has_no_business_with(self):
        for status in (prap.Status.E_BUG, prap.Status.DUPLICATE, prap.Status.OK, prap.Status.E_NULL):
            store, engine = self.broken("load", status)
            with self.subTest(status=status), self.assertRaises(prap.HostError) as caught:
                engine.show("A1", RECEIVED)
            self.assertIs(caught.exception.status, prap.Status.E_HOST)

    def test_bytes_that_are_no_record(self):
        for record in (b"", b"x", b"PRAP" * 10, bytes(1024), bytes(5000)):
            store, engine = self.broken("load", prap.Snapshot(1, record))
            with self.subTest(record=record[:8]), self.assertRaises((prap.DataError, prap.HostError)):
                engine.show("A1", RECEIVED)

    def test_a_store_without_read_or_scan(self):
        class Least(prap.Store):
            def __init__(self):
                self.kept = prap.MemoryStore()

            def load(self, tenant, case):
                return self.kept.load(tenant, case)

            def commit(self, changes):
                return tuple(self.kept.commit(changes))
        engine = support.engine_over(Least())
        support.receive_and_accept(engine)
        self.assertEqual(engine.show("A1", ACKED, history=False).version, 2)
        for code, call in (("no-history", lambda: engine.history("A1", ACKED)),
                           ("no-history", lambda: engine.show("A1", RECEIVED, history=False)),
                           ("no-scan", lambda: engine.walk(ACKED)), ("no-scan", lambda: engine.sweep(ACKED)),
                           ("no-scan", lambda: engine.due(ACKED))):
            with self.assertRaises(prap.CallerError) as caught:
                call()
            self.assertEqual(caught.exception.code, code)
        with self.assertRaises(NotImplementedError):
            Least().read("", "A1", 1, 1)
        with self.assertRaises(NotImplementedError):
            Least().scan("", "", None, 1)


def every_call(engine):
    return [lambda: engine.submit("A1", "accept", ACKED), lambda: engine.preview("A1", "accept", ACKED),
            lambda: engine.show("A1", ACKED), lambda: engine.history("A1", ACKED), lambda: engine.walk(ACKED),
            lambda: engine.visit(print, ACKED), lambda: engine.sweep(ACKED), lambda: engine.due(ACKED),
            lambda: engine.next_events("A1", ACKED), engine.close]


class ReEntry(unittest.TestCase):
    def refused(self, call):
        with self.assertRaises(prap.CallerError) as caught:
            call()
        self.assertIs(caught.exception.status, prap.Status.E_REENTRY)

    def test_every_call_from_every_method_is_refused_and_the_outer_one_goes_on(self):
        store = support.HookStore()
        engine = support.engine_over(store)
        support.receive(engine)
        seen = set()

        def hook(method):
            seen.add(method)
            for call in every_call(engine):
                self.refused(call)
        store.hook = hook
        self.assertIs(engine.submit("A1", "accept", ACKED, id="a").verdict, prap.Verdict.PERMITTED)
        self.assertEqual(engine.show("A1", ACKED).version, 2)
        self.assertEqual(len(engine.walk(ACKED)), 1)
        self.assertEqual(seen, {"load", "commit", "read", "scan"})

    def test_one_that_the_store_lets_through_arrives_at_the_caller(self):
        store = support.HookStore()
        engine = support.engine_over(store)
        store.hook = lambda method: engine.submit("A1", "accept", ACKED)
        self.refused(lambda: support.receive(engine))
        store.hook = lambda method: None
        support.receive(engine)

    def test_from_visitors_and_observers(self):
        for make in (prap.MemoryStore, lambda: prap.SQLiteStore(":memory:")):
            store = make()
            engines = []

            def again(_):
                for call in every_call(engines[0]):
                    self.refused(call)
                if isinstance(store, prap.SQLiteStore):
                    self.refused(store.close)
                    self.refused(store.check)
                    self.refused(store.notices)
            engines.append(support.engine_over(store, on_commit=again))
            support.receive_and_accept(engines[0])
            engines[0].visit(again, ACKED)
            self.assertEqual(engines[0].show("A1", ACKED).version, 2)

    def test_another_thread_is_refused_while_the_store_waits(self):
        store = support.HookStore()
        engine = support.engine_over(store)
        inside, go_on = threading.Event(), threading.Event()
        answers = []

        def hook(method):
            inside.set()
            self.assertTrue(go_on.wait(30))
        store.hook = hook
        thread = threading.Thread(target=lambda: answers.append(support.receive(engine)))
        thread.start()
        self.assertTrue(inside.wait(30))
        for call in every_call(engine):
            self.refused(call)
        go_on.set()
        thread.join()
        self.assertEqual([answer.version for answer in answers], [1])
        self.assertEqual(engine.show("A1", RECEIVED).version, 1)

    def test_another_engine_may_be_used_inside_a_callback(self):
        other = support.engine_over(prap.MemoryStore())
        engine = support.engine_over(prap.MemoryStore(), lambda change: support.receive(other, change.case))
        support.receive(engine, "X")
        self.assertEqual(other.show("X", RECEIVED).version, 1)

    def test_dropping_the_last_reference_inside_a_callback(self):
        store = support.HookStore()
        holder = [support.engine_over(store)]

        def hook(method):
            holder.clear()
            gc.collect()
        store.hook = hook
        self.assertEqual(support.receive(holder[0]).version, 1)
        holder.append(support.engine_over(store))
        holder[0].visit(lambda case: hook("visit"), RECEIVED)
        self.assertEqual(holder, [])

    def test_a_finalizer_that_closes_everything_in_the_middle_of_a_walk(self):
        store = prap.SQLiteStore(":memory:")
        engine = support.engine_over(store)
        for number in range(20):
            support.receive(engine, f"C{number}")
        refused = []

        class Finalizer:
            def __del__(self):
                for call in (engine.close, store.close):
                    try:
                        call()
                    except prap.PrapError as error:
                        refused.append(error.status)

        def visitor(case):
            Finalizer()
        engine.visit(visitor, RECEIVED)
        self.assertEqual(refused, [prap.Status.E_REENTRY] * 40)


if __name__ == "__main__":
    support.main()
