"""Nothing leaks and nothing dangles: references, memory of the library, cycles through stores and engines."""
import gc
import sys
import tracemalloc
import unittest
import weakref

import prap
from prap import _prap

import support
from support import ACKED, RECEIVED


ROUNDS = 30


def grown_by(action):
    """Bytes that stay behind after ROUNDS rounds. The least of several batches: a leak is in each of them,
    while the interpreter's own caches grow once."""
    for _ in range(10):
        action()
    batches = []
    tracemalloc.start()
    try:
        for _ in range(4):
            gc.collect()
            before = tracemalloc.get_traced_memory()[0]
            for _ in range(ROUNDS):
                action()
            gc.collect()
            batches.append(tracemalloc.get_traced_memory()[0] - before)
        return min(batches)
    finally:
        tracemalloc.stop()


class Memory(unittest.TestCase):
    def stays_flat(self, action):
        self.assertLess(grown_by(action), ROUNDS * 16)  # less than the smallest object a round

    def test_a_leak_would_be_seen(self):
        kept = []
        self.assertGreaterEqual(grown_by(lambda: kept.append(object())), ROUNDS * 16)

    def test_making_and_dropping(self):
        self.stays_flat(lambda: prap.Calendar("scotland").identity)
        self.stays_flat(lambda: prap.Rulebook(settings={"min-attempts": 3}).settings)
        self.stays_flat(lambda: support.engine_over(prap.MemoryStore()))
        self.stays_flat(lambda: prap.SQLiteStore(":memory:"))
        self.stays_flat(lambda: support.engine_over(prap.SQLiteStore(":memory:")))

    def test_working_days(self):
        calendar, days = prap.Calendar(), [RECEIVED, ACKED]

        def action():
            own = calendar.overlay(add={RECEIVED: "Closed"})
            self.assertEqual(len(list(own.walk(RECEIVED, ACKED))), 4)
            next(own.walk(RECEIVED, ACKED))  # left half way
            own.add_working_days_each(days, 15)
            own.count_working_days_each(days, ACKED)
            own.are_working_days(days)
            self.assertEqual(len(calendar.moved_days(own, days, 0)), 0)
            with self.assertRaises(prap.PrapError):
                own.add_working_days_each(days, 2**31 - 1)
            with self.assertRaises(prap.PrapError):
                calendar.overlay(add={ACKED: "x"}, remove=[ACKED])
        self.stays_flat(action)

    def test_the_catalogue(self):
        self.stays_flat(lambda: (_prap.rules(), _prap.ambiguities(), _prap.catalogue_policies(),
                                 prap.documents(), prap.contacts(), _prap.words(5)))
        self.stays_flat(lambda: (prap.rule("IPES-3.22"), prap.ambiguity("AMB-44"), prap.contact("post-helpline"),
                                 prap.document("IPES"), prap.policy("late-ack"), prap.rule_of(prap.Event.LEFT)))

    def test_a_whole_case(self):
        def action():
            for store in (prap.MemoryStore(), prap.SQLiteStore(":memory:")):
                engine = support.engine_over(store)
                support.receive_and_accept(engine)
                engine.show("A1", ACKED).to_json()
                engine.walk(ACKED)
                engine.due(ACKED, 30)
                engine.next_events("A1", ACKED)
                engine.sweep(ACKED)
        self.stays_flat(action)

    def test_everything_that_is_refused(self):
        engine = support.engine_over(prap.MemoryStore())

        def action():
            for call in (lambda: engine.submit("A1", "accept", ACKED),
                         lambda: engine.submit("", "accept", ACKED), lambda: engine.submit("A", "accept",
                         ACKED, facts={"scr": 1}), lambda: prap.Rulebook(settings={"late-ack": "x"}),
                         lambda: prap.Engine([], engine.store), lambda: prap.SQLiteStore("/nowhere/x.db"),
                         lambda: prap.rule("x"), lambda: prap.Calendar("x")):
                with self.assertRaises(prap.PrapError):
                    call()
        self.stays_flat(action)

    def test_exceptions_from_callbacks(self):
        store = support.FaultyStore()
        engine = support.engine_over(store)
        support.receive(engine)

        def action():
            for method, call in (("load", lambda: engine.show("A1", ACKED)),
                                 ("scan", lambda: engine.walk(ACKED)), ("read", lambda: engine.history("A1",
                                 ACKED)), ("commit", lambda: engine.submit("A1", "accept", ACKED))):
                store.break_at(method, KeyError(method))
                with self.assertRaises(KeyError):
                    call()
            store.break_at(None, None)
        self.stays_flat(action)

    def test_wrong_results_of_a_store(self):
        store = prap.MemoryStore()
        engine = support.engine_over(store)
        support.receive(engine)

        def action():
            for result in ((1, "x"), (2**64, b""), 7, [1]):
                store.load = lambda tenant, case, result=result: result
                with self.assertRaises(TypeError):
                    engine.show("A1", ACKED)
            del store.load
        self.stays_flat(action)


class References(unittest.TestCase):
    def test_counts_come_back_to_where_they_were(self):
        store, book, visitor = prap.MemoryStore(), prap.Rulebook(), lambda case: None
        case, facts = "A" * 20, {"made": RECEIVED, "scr": False}
        engine = prap.Engine(book, store)
        engine.submit(case, "referral-received", RECEIVED, programme="ipes", facts=facts)
        watched = (store, book, visitor, case, facts, RECEIVED, engine, None.__class__)
        before = [sys.getrefcount(item) for item in watched]
        for _ in range(200):
            engine.preview(case, "accept", ACKED, facts={"scr": False})
            engine.show(case, RECEIVED)
            engine.visit(visitor, RECEIVED)
            prap.Engine(book, store)
            prap.Engine(book, prap.MemoryStore(), on_commit=visitor)
        gc.collect()
        self.assertEqual([sys.getrefcount(item) for item in watched], before)

    def test_an_engine_keeps_its_rulebook_and_store_alive(self):
        engine = support.engine_over(prap.SQLiteStore(":memory:"))
        gc.collect()
        support.receive(engine)
        self.assertEqual(engine.show("A1", RECEIVED).version, 1)
        store = weakref.ref(engine.store)
        book = weakref.ref(engine.rulebooks[0])
        engine.close()
        self.assertIsNotNone(store())
        del engine
        gc.collect()
        self.assertIsNone(store())
        self.assertIsNone(book())

    def test_a_store_that_holds_its_engine_is_collected(self):
        def make():
            store = support.HookStore()
            store.engine = support.engine_over(store, on_commit=lambda change: store)
            support.receive(store.engine)
            return weakref.ref(store)
        watched = [make() for _ in range(20)]
        gc.collect()
        self.assertEqual([ref() for ref in watched], [None] * 20)

    def test_a_cycle_through_an_exception_is_collected(self):
        class Held(Exception):
            pass

        def make():
            store = support.FaultyStore()
            engine = support.engine_over(store)
            error = Held()
            error.engine = engine
            store.break_at("load", error)
            try:
                engine.show("A1", ACKED)
            except Held:
                pass
            return weakref.ref(error)
        watched = [make() for _ in range(20)]
        gc.collect()
        self.assertEqual([ref() for ref in watched], [None] * 20)

    def test_a_cycle_that_only_the_engine_itself_can_break(self):
        """The observer, a method of a dict, cannot be cleared, and the dict comes after the engine."""
        class Marker:
            pass

        def make():
            marker, holder = Marker(), {}
            adaptor = prap.store.StoreAdaptor(prap.MemoryStore())
            book = prap.Rulebook()._handle
            holder["engine"] = _prap.Engine((book,), adaptor, True, True, holder.setdefault)
            holder["marker"] = marker
            return weakref.ref(marker)
        watched = [make() for _ in range(20)]
        gc.collect()
        self.assertEqual([ref() for ref in watched], [None] * 20)

    def test_what_a_collected_engine_left_behind_is_safe_to_call(self):
        class Zombie:
            """Called by the collector when the engine it holds may already be cleared."""

            def __del__(self):
                try:
                    self.engine.show("A1", ACKED)
                except prap.PrapError as error:
                    outcomes.append(error.code)
        outcomes = []
        for _ in range(20):
            store = support.HookStore()
            store.zombie = Zombie()
            store.zombie.engine = support.engine_over(store)
            del store
            gc.collect()
        self.assertEqual(len(outcomes), 20)


if __name__ == "__main__":
    support.main()
