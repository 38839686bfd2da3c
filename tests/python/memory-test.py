"""Every allocation of Python and of the library failed once, one after another: an exception, never a crash,
nothing half written. Needs _testcapi, which CPython does not always install."""
import sys
import unittest

import prap
from prap import _prap

import support
from support import ACKED, RECEIVED

try:
    import _testcapi
except ImportError:
    _testcapi = None


@unittest.skipIf(_testcapi is None, "this interpreter has no _testcapi")
@unittest.skipIf(sys.version_info >= (3, 12), "without memory for a generator CPython 3.12 crashes by itself")
class OutOfMemory(unittest.TestCase):
    def setUp(self):
        self.addCleanup(setattr, sys, "unraisablehook", sys.unraisablehook)
        sys.unraisablehook = lambda unraisable: None  # generators that cannot be closed

    def each_allocation(self, action, after=lambda: None):
        """Fails allocation 0, 1, 2 … of action, until there is no such one; gives how many failed."""
        failed, nth, quiet = 0, 0, 0
        while quiet < 3:
            try:
                _testcapi.set_nomemory(nth, nth + 1)
                try:
                    action()
                finally:
                    _testcapi.remove_mem_hooks()
                quiet += 1
            except (MemoryError, prap.HostError) as error:
                if isinstance(error, prap.PrapError):
                    self.assertIs(error.status, prap.Status.E_NOMEM)
                failed, quiet = failed + 1, 0
            after()
            nth += 1
            self.assertLess(nth, 5000)
        return failed

    def test_making_things(self):
        calendar = _prap.calendar(1)
        book = (_prap.rulebook(1, calendar, ()),)
        adaptor = prap.store.StoreAdaptor(prap.MemoryStore())
        self.assertGreater(self.each_allocation(lambda: _prap.calendar(1)), 0)
        self.assertGreater(self.each_allocation(lambda: _prap.rulebook(1, calendar, ((2, 1003),))), 1)
        self.assertGreater(self.each_allocation(lambda: _prap.Engine(book, adaptor, True, True, None)), 2)
        self.assertGreater(self.each_allocation(lambda: _prap.sqlite(b":memory:", False)), 1)
        self.assertGreater(self.each_allocation(lambda: _prap.words(3)), 10)

    def test_a_walk_loses_no_day_and_an_array_no_element(self):
        calendar, days = _prap.calendar(1), b"".join(n.to_bytes(4, sys.byteorder) for n in range(19482, 19498))
        walk, seen, at = _prap.walk(calendar, 19482, 19500, 0), [None] * 18, [0]

        def step():
            if at[0] < 18:
                seen[at[0]] = _prap.walk_next(walk)
                at[0] += 1
        while at[0] < 18:
            self.each_allocation(step)
        self.assertEqual([row[0] for row in seen], list(range(19483, 19501)))
        self.assertIsNone(_prap.walk_next(walk))
        self.assertGreater(self.each_allocation(lambda: _prap.walk(calendar, 19482, 19500, 0)), 1)
        self.assertGreater(self.each_allocation(lambda: _prap.add_working_days_each(calendar, days, days, 0)), 4)
        own = _prap.overlay(calendar, ((1, 19491, 0, b"Closed"),))
        ones = (1).to_bytes(4, sys.byteorder) * 16
        self.assertGreater(self.each_allocation(lambda: _prap.moved_days(calendar, own, days, ones, 0)), 4)

    def test_a_submit_is_whole_or_not_at_all(self):
        for make in (prap.MemoryStore, lambda: prap.SQLiteStore(":memory:")):
            engine = support.engine_over(make())
            support.receive(engine)

            def check():
                version = engine.show("A1", ACKED).version
                self.assertIn(version, (1, 2))
                self.assertEqual(len(engine.history("A1", ACKED)), version)
            self.assertGreater(self.each_allocation(
                lambda: engine.submit("A1", "accept", ACKED, id="once"), check), 10)
            self.assertEqual(engine.show("A1", ACKED).version, 2)

    def test_questions(self):
        engine = support.engine_over(prap.MemoryStore())
        support.receive_and_accept(engine)
        for question in (lambda: engine.show("A1", ACKED), lambda: engine.walk(ACKED),
                         lambda: engine.history("A1", RECEIVED), lambda: engine.due(ACKED, 60)):
            self.assertGreater(self.each_allocation(question), 10)


if __name__ == "__main__":
    support.main()
