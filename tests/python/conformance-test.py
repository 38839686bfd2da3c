"""The conformance kit through Python: stores of every kind, and stores that are wrong in one way."""
import functools
import gc
import os
import sys
import tempfile
import unittest

import prap
from prap import Conformance, ConformanceCheck, MemoryStore, Severity, Status, _prap
from prap.conformance import check


class Impatient(MemoryStore):
    """Nothing is checked but the id."""

    def _commit_one(self, change):
        before = self._cases.get((change.tenant, change.case))
        if before is not None and change.expected_version < before.snapshot.version:
            change = prap.Change(**{**change.__dict__, "expected_version": before.snapshot.version})
        return super()._commit_one(change)


class Backwards(MemoryStore):
    def scan(self, tenant, after, due_by, limit):
        return sorted(super().scan(tenant, after, due_by, limit), key=lambda row: row.case.lower())


class Raising(MemoryStore):
    def read(self, tenant, case, first, limit):
        raise LookupError("the disk is gone")


class Reading(prap.Store):
    """Only what is required."""

    def __init__(self):
        self.kept = MemoryStore()

    def load(self, tenant, case):
        return self.kept.load(tenant, case)

    def commit(self, changes):
        return self.kept.commit(changes)


def breaches(report):
    return [one.finding for one in report.findings if one.severity == Severity.BREACH]


class ConformanceKit(unittest.TestCase):
    def test_the_store_in_memory_keeps_the_contract(self):
        store = MemoryStore()
        report = check(store, "kit", second=store, reopen=lambda: store, notices=store.notices)
        self.assertEqual((report.conforms, breaches(report)), (True, []))
        self.assertEqual([one.finding for one in report.findings], [Conformance.UNCHECKED_FAILURES, Conformance.UNCHECKED_COLUMNS])
        self.assertEqual(report.checks, 18)
        self.assertGreater(report.commits, 600)

    def test_the_sqlite_store_keeps_it_through_two_handles_and_opened_again(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "scratch.db")
            first, second = prap.SQLiteStore(path), prap.SQLiteStore(path)

            def reopen():
                second.close()
                first.close()
                return prap.SQLiteStore(path)

            report = prap.check_store(first, "kit", seed=7, second=second, reopen=reopen)
            self.assertEqual(breaches(report), [])
            with prap.SQLiteStore(path) as again:
                with self.assertRaises(prap.CallerError) as raised:
                    check(again, "kit", seed=7)
                self.assertEqual(raised.exception.code, "id-reused")
                self.assertTrue(check(again, "kit", seed=8, spare_empty_tenant=True).conforms)

    def test_a_lost_update_is_told_with_its_case_and_contract(self):
        report = check(Impatient(), "kit")
        self.assertFalse(report.conforms)
        found = report.findings[0]
        self.assertEqual((found.finding, found.check), (Conformance.LOST_UPDATE, ConformanceCheck.CONFLICTS))
        self.assertEqual((found.wanted, found.got), (Status.CONFLICT, Status.OK))
        self.assertTrue(found.tenant.startswith("kit-") and found.case.startswith("conflicts"))
        self.assertIn("PRAP_CONFLICT", found.contract)

    def test_an_order_that_is_not_of_bytes_is_told(self):
        self.assertEqual(breaches(check(Backwards(), "kit")), [Conformance.SCAN_ORDER])

    def test_what_a_store_cannot_do_is_said(self):
        report = check(Reading(), "kit", spare_empty_tenant=True)
        self.assertEqual(breaches(report), [])
        for unchecked in (Conformance.UNCHECKED_READ, Conformance.UNCHECKED_SCAN, Conformance.UNCHECKED_EMPTY_TENANT):
            self.assertIn(unchecked, [one.finding for one in report.findings])

    def test_what_a_store_raises_arrives(self):
        with self.assertRaisesRegex(LookupError, "the disk is gone"):
            check(Raising(), "kit")
        with self.assertRaises(ZeroDivisionError):
            check(MemoryStore(), "kit", reopen=lambda: 1 // 0)
        with self.assertRaises(ZeroDivisionError):
            check(MemoryStore(), "kit", notices=lambda tenant, case: 1 // 0)

    def test_a_closed_store_is_refused(self):
        closed = prap.SQLiteStore(":memory:")
        closed.close()
        for arguments in ({"store": closed}, {"store": MemoryStore(), "second": closed}):
            with self.assertRaises(prap.CallerError) as raised:
                check(prefix="kit", **arguments)
            self.assertEqual(raised.exception.code, "null-argument")

    def test_neither_store_can_be_closed_meanwhile(self):
        first, second = MemoryStore(), prap.SQLiteStore(":memory:")
        codes = set()

        class Closing(MemoryStore):
            def load(self, tenant, case):
                try:
                    second.close()
                except prap.CallerError as error:
                    codes.add(error.code)
                return first.load(tenant, case)
        check(Closing(), "kit", second=second)
        self.assertEqual(codes, {"re-entry"})
        second.close()

    def test_a_store_that_is_closed_though_the_kit_needs_it_fails(self):
        store = prap.SQLiteStore(":memory:")
        report = check(store, "kit", reopen=MemoryStore, notices=lambda tenant, case: store.close() or [])
        self.assertIn(Conformance.CALL_FAILS, breaches(report))
        store = prap.SQLiteStore(":memory:")

        def reopen():
            store.close()
            return store
        self.assertIn(Conformance.CALL_FAILS, breaches(check(store, "kit", reopen=reopen)))

    def raw(self, notices=None, **results):
        """The extension, whose package's adaptor gives other results; each is told what the adaptor would do."""
        adaptor = prap.store.StoreAdaptor(MemoryStore())
        for name, result in results.items():
            setattr(adaptor, name, functools.partial(result, getattr(adaptor, name)))
        _prap.conformance(adaptor, True, True, None, False, False, b"kit", 0, 0, None, notices)

    def test_of_many_statuses_that_are_none_the_first_is_told_and_none_is_kept(self):
        def raised():
            gc.collect()
            # From 3.12 on it is one at once; before, no more than its class and text until somebody looks.
            return sum(isinstance(one, TypeError) for one in gc.get_objects()), sys.getrefcount(TypeError)
        before = raised()
        for _ in range(5):
            with self.assertRaisesRegex(TypeError, "commit gives statuses"):
                self.raw(commit=lambda usual, changes: usual(changes) if len(changes) == 1 else ["no status"] * len(changes))
        self.assertEqual(raised(), before)

    def test_notices_of_another_shape_are_named(self):
        for rows, said in (((), "the notices must be a list"), (None, "the notices must be a list"),
                           ([[1, 1, 1, 1, 1]], "each of the notices must be a tuple")):
            with self.subTest(rows=rows), self.assertRaisesRegex(TypeError, said):
                self.raw(notices=lambda tenant, case: rows)

    def test_what_cannot_be_checked_is_refused(self):
        for prefix in ("", "x" * 25, "a\n"):
            with self.assertRaises(prap.CallerError) as raised:
                check(MemoryStore(), prefix)
            self.assertEqual(raised.exception.code, "text")
        for arguments in (("kit",), (None,)):
            with self.assertRaises(prap.WrongType):
                check(*arguments, "kit")
        with self.assertRaises(prap.WrongType):
            check(MemoryStore(), "kit", second="kit")


if __name__ == "__main__":
    unittest.main()
