"""The SQLite store and the store in memory, seen from Python: files that are not ours, locks, outbox,
contract."""
import os
import sqlite3
import tempfile
import unittest
from pathlib import Path

import prap

import support
from support import ACKED, DAY, RECEIVED


class SQLiteFiles(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.path = Path(directory.name) / "Ŵyn cases.db"

    def refused(self, kind, code, call):
        with self.assertRaises(kind) as caught:
            call()
        self.assertEqual(caught.exception.code, code)
        self.assertNotIn("Ŵyn", str(caught.exception))
        return caught.exception

    def test_what_was_answered_is_there_when_it_is_opened_again(self):
        with prap.SQLiteStore(self.path) as store, support.engine_over(store) as engine:
            support.receive_and_accept(engine)
            before = engine.show("A1", ACKED)
        with prap.SQLiteStore(str(self.path), read_only=True) as store, support.engine_over(store) as engine:
            self.assertEqual(engine.show("A1", ACKED), before)
            store.check()
            self.refused(prap.HostError, "store-failed", lambda: support.receive(engine, "A2"))
            self.assertEqual(len(engine.walk(ACKED)), 1)

    def damaged_b(self, *cases):
        """An engine over the cases; one bit of B's snapshot is turned round."""
        with prap.SQLiteStore(self.path) as store, support.engine_over(store) as engine:
            for case in cases:
                support.receive(engine, case)
        base = sqlite3.connect(self.path)
        (record,) = base.execute("SELECT snapshot FROM case_ WHERE case_id = 'B'").fetchone()
        flipped = bytearray(record)
        flipped[len(flipped) // 2] ^= 1
        base.execute("UPDATE case_ SET snapshot = ? WHERE case_id = 'B'", (bytes(flipped),))
        base.commit()
        base.close()
        return self.engine_reading()

    def engine_reading(self):
        store = prap.SQLiteStore(self.path, read_only=True)
        self.addCleanup(store.close)
        return support.engine_over(store)

    def test_one_damaged_case_hides_no_other(self):
        engine, seen, heard = self.damaged_b("A", "B", "C"), [], []
        for call in (lambda: engine.walk(ACKED), lambda: engine.due(ACKED),
                     lambda: engine.visit(seen.append, ACKED)):
            self.assertEqual(self.refused(prap.DataError, "damaged", call).field, "case")
        self.assertEqual([case.case for case in seen], ["A", "C"])

        def hear(case, error):
            heard.append((case, type(error), error.code, error.field))
        for call in (engine.walk, engine.due, lambda day, **more: engine.walk(day, due_by=day, **more)):
            self.assertEqual([item.case for item in call(ACKED, on_error=hear)], ["A", "C"])
        self.assertEqual(heard, [("B", prap.DataError, "damaged", "case")] * 3)
        self.assertEqual(engine.walk(ACKED, due_by=RECEIVED, on_error=hear), [])

    def test_what_is_raised_while_it_is_told_of_a_damaged_case_arrives(self):
        engine = self.damaged_b("A", "B", "C")
        kept = prap.DataError(prap.Status.E_DAMAGED, "case")

        def throw(*arguments):
            raise kept
        for call in (lambda: engine.walk(ACKED, on_error=throw),
                     lambda: engine.visit(throw, ACKED, on_error=lambda case, error: None)):
            self.assertIs(self.refused(prap.DataError, "damaged", call), kept)

    def test_a_file_that_breaks_off_is_an_error_though_a_case_was_damaged_too(self):
        engine, heard = self.damaged_b("B", *(f"C{number:03}" for number in range(300))), []

        def walk():
            return engine.walk(ACKED, on_error=lambda case, error: heard.append(case))
        self.assertEqual((len(walk()), heard), (300, ["B"]))
        engine.store.close()
        content = bytearray(self.path.read_bytes())
        page = int.from_bytes(content[16:18], "big")
        for start in range(page, len(content), page):
            if content[start] == 13 and b"C299" in content[start:start + page]:  # rows, no index
                content[start:start + page] = bytes(page)
        self.path.write_bytes(content)
        engine = self.engine_reading()
        self.assertEqual(self.refused(prap.DataError, "damaged", walk).field, "store")
        self.assertEqual(heard, ["B", "B"])

    def test_two_handles_on_one_file(self):
        with prap.SQLiteStore(self.path) as one, prap.SQLiteStore(self.path) as two:
            first, second = support.engine_over(one), support.engine_over(two)
            support.receive(first, id="r")
            self.assertEqual(second.show("A1", RECEIVED).version, 1)
            self.assertTrue(support.receive(second, id="r").duplicate)
            second.submit("A1", "accept", ACKED)
            self.assertEqual(first.show("A1", ACKED).version, 2)

    def test_a_lock_is_waited_for_and_then_said(self):
        with prap.SQLiteStore(self.path, wait_milliseconds=0) as store, support.engine_over(store) as engine:
            support.receive(engine)
            other = sqlite3.connect(self.path, isolation_level=None)
            try:
                other.execute("BEGIN IMMEDIATE")
                error = self.refused(prap.HostError, "retry", lambda: engine.submit("A1", "accept", ACKED))
                self.assertTrue(error.message)
                self.assertEqual(engine.show("A1", ACKED).version, 1)
                other.execute("ROLLBACK")
            finally:
                other.close()
            self.assertEqual(engine.submit("A1", "accept", ACKED).version, 2)

    def test_files_that_are_not_ours_are_left_alone(self):
        self.refused(prap.HostError, "store-failed", lambda: prap.SQLiteStore(self.path, read_only=True))
        self.assertFalse(self.path.exists())
        other = sqlite3.connect(self.path)
        other.execute("CREATE TABLE mine (x)")
        other.commit()
        other.close()
        before = self.path.read_bytes()
        self.refused(prap.DataError, "not-ours", lambda: prap.SQLiteStore(self.path))
        self.path.write_bytes(b"not a database at all, and long enough to be looked at" * 40)
        self.refused(prap.DataError, "not-ours", lambda: prap.SQLiteStore(self.path))
        self.assertEqual(self.path.read_bytes()[:3], b"not")
        self.assertNotEqual(before[:3], b"not")
        with self.assertRaises(prap.HostError):
            prap.SQLiteStore(self.path.parent)
        with self.assertRaises(prap.HostError):
            prap.SQLiteStore(self.path.parent / "nowhere" / "x.db")

    def test_a_flipped_bit_in_a_record_is_damage(self):
        with prap.SQLiteStore(self.path) as store, support.engine_over(store) as engine:
            support.receive_and_accept(engine)
        other = sqlite3.connect(self.path)
        (table, column), = [(table, column[1]) for (table,) in other.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'")
            for column in other.execute(f"PRAGMA table_info({table})") if column[1] == "snapshot"]
        (record,) = other.execute(f"SELECT {column} FROM {table}").fetchone()
        flipped = record[:20] + bytes([record[20] ^ 1]) + record[21:]
        other.execute(f"UPDATE {table} SET {column} = ?", (flipped,))
        other.commit()
        other.close()
        with prap.SQLiteStore(self.path) as store, support.engine_over(store) as engine:
            self.refused(prap.DataError, "damaged", lambda: engine.show("A1", ACKED))
            self.refused(prap.DataError, "damaged", lambda: engine.submit("A1", "contact-attempted", ACKED))

    def test_the_outbox_is_read_from_a_position_on(self):
        with prap.SQLiteStore(self.path) as store:
            engine = support.engine_over(store, late_ack="allow-with-breach")
            engine.submit("A1", "referral-received", RECEIVED, programme="ipes", tenant="north")
            engine.submit("A1", "accept", DAY(2023, 5, 10), tenant="north")
            notices = store.notices()
            self.assertEqual([(n.tenant, n.case, n.sequence, n.ordinal, n.notice.word) for n in notices],
                             [("north", "A1", 1, 0, "made-day-assumed"), ("north", "A1", 2, 0, "ack-late"),
                              ("north", "A1", 2, 1, "late-acceptance")])
            self.assertEqual(store.notices(after=notices[0].position), notices[1:])
            taken, calls = [], []
            self.assertEqual(store.deliver(lambda notice: notice.case != "A1" and taken.append(notice)),
                             sum(notice.case != "A1" for notice in notices))
            error = KeyError("a receiver's own")

            def refuse(notice):
                calls.append(notice)
                self.refused(prap.CallerError, "re-entry", store.check)
                raise error

            with self.assertRaises(KeyError) as caught:
                store.deliver(refuse)
            self.assertIs(caught.exception, error)
            self.assertEqual(calls, notices[:1])
            self.assertEqual(taken + [notice for notice in notices if notice.case == "A1"],
                             sorted(notices, key=lambda notice: (notice.case == "A1", notice.position)))
            self.assertEqual(store.deliver(taken.append), sum(notice.case == "A1" for notice in notices))
            self.assertEqual(store.deliver(taken.append), 0)
            for how in ({"cases": 0}, {"cases": 1001}, {"lease_seconds": 0}, {"lease_seconds": 86401}):
                with self.assertRaises(prap.CallerError):
                    store.deliver(taken.append, **how)
            self.assertRaises(prap.WrongType, store.deliver, 7)
            self.assertEqual([notice.position for notice in store.notices(limit=1)], [notices[0].position])
            self.assertEqual(store.notices(after=notices[-1].position), [])
            with self.assertRaises(prap.CallerError):
                store.notices(after=-1)

    def filled(self, *cases):
        store = prap.SQLiteStore(self.path)
        engine = support.engine_over(store, late_ack="allow-with-breach")
        for case in cases:
            engine.submit(case, "referral-received", RECEIVED, programme="ipes")
            engine.submit(case, "accept", DAY(2023, 5, 10))
        return store

    def test_the_outbox_is_handed_over_in_order_and_marked(self):
        with self.filled("A1", "B1") as store, prap.SQLiteStore(self.path) as other:
            taken = []
            self.assertEqual(store.deliver(lambda notice: taken.append((notice.case, notice.sequence, notice.ordinal))), 6)
            self.assertEqual(taken, [(case, *place) for case in ("A1", "B1") for place in ((1, 0), (2, 0), (2, 1))])
            self.assertEqual({notice.sent for notice in store.notices()}, {True})
            self.assertEqual(other.deliver(lambda notice: self.fail("it was sent already")), 0)

    def test_a_receiver_may_say_not_now_or_raise(self):
        with self.filled("A1", "B1") as store:
            self.assertEqual(store.deliver(lambda notice: notice.case != "A1"), 3)

            def fail_at_the_second(notice):
                if notice.ordinal == 1:
                    raise KeyError("the receiver is gone")
            with self.assertRaises(KeyError):
                store.deliver(fail_at_the_second)
            self.assertEqual([notice.sent for notice in store.notices() if notice.case == "A1"], [True, True, False])
            self.assertEqual(store.deliver(lambda notice: self.refused(prap.CallerError, "re-entry", store.check)), 1)
            for wrong in ({"cases": 0}, {"cases": 1001}, {"lease_seconds": 0}, {"lease_seconds": 86401}):
                self.refused(prap.CallerError, "range", lambda: store.deliver(print, **wrong))
            self.refused(prap.CallerError, "type", lambda: store.deliver("relay"))

    def test_a_copy_is_whole_and_overwrites_nothing(self):
        copy = self.path.parent / "copy.db"
        with self.filled("A1") as store:
            store.backup(copy)
            self.refused(prap.HostError, "store-failed", lambda: store.backup(str(copy)))
            self.refused(prap.CallerError, "text", lambda: store.backup("a\0b"))
            self.refused(prap.CallerError, "type", lambda: store.backup(7))
        self.assertEqual(sorted(os.listdir(copy.parent)), sorted([self.path.name, copy.name]))
        with prap.SQLiteStore(copy, read_only=True) as store, support.engine_over(store) as engine:
            self.assertEqual(engine.show("A1", DAY(2023, 5, 10)).version, 2)
            self.assertEqual(store.examine(), [])

    def test_damage_is_told_row_by_row(self):
        self.filled("A1", "B1").close()
        base = sqlite3.connect(self.path)
        base.execute("DELETE FROM event WHERE case_id = 'B1' AND sequence = 1")
        base.commit()
        base.close()
        with prap.SQLiteStore(self.path) as store:
            for quick in (False, True):
                found = store.examine(quick=quick)
                self.assertEqual([(one.finding, one.case, one.sequence) for one in found],
                                 [("notice-alone", "B1", 1), ("gap", "B1", 2)])
                self.assertIn("missing", found[1].text)
            self.refused(prap.DataError, "damaged", store.check)

    def test_a_closed_store_refuses_and_its_engine_too(self):
        store = prap.SQLiteStore(self.path)
        engine = support.engine_over(store)
        support.receive(engine)
        store.close()
        store.close()
        for call in (lambda: engine.show("A1", RECEIVED), store.check, store.notices,
                     lambda: support.receive(engine)):
            self.refused(prap.CallerError, "null-argument", call)
        engine.close()

    def test_paths_of_every_kind(self):
        for path in (self.path, str(self.path), os.fspath(self.path)):
            with prap.SQLiteStore(path) as store:
                store.check()


class MemoryContract(unittest.TestCase):
    """What host.h asks of a store, of the example that hosts will copy."""

    def change(self, expected=0, id_="", case="A1"):
        return prap.Change("", case, expected, expected + 1, id_,
                           (prap.JournalRow(expected + 1, id_, b"event"),), b"snapshot", prap.Programme.IPES,
                           prap.State.RECEIVED, DAY(2023, 5, 9), None, ())

    def test_a_duplicate_is_seen_before_a_conflict(self):
        store = prap.MemoryStore()
        self.assertEqual(store.commit([self.change(0, "a")]), [prap.Status.OK])
        self.assertEqual(store.commit([self.change(0, "a"), self.change(0, "b"), self.change(1, "b")]),
                         [prap.Status.DUPLICATE, prap.Status.CONFLICT, prap.Status.OK])
        self.assertEqual(store.commit([self.change(5)]), [prap.Status.CONFLICT])
        self.assertEqual(store.load("", "A1"), (2, b"snapshot"))
        self.assertIsNone(store.load("other", "A1"))

    def test_read_and_scan_keep_to_what_was_asked(self):
        store = prap.MemoryStore()
        store.commit([self.change(0), self.change(1), self.change(2)])
        self.assertEqual([row.sequence for row in store.read("", "A1", 2, 5)], [2, 3])
        self.assertEqual([row.sequence for row in store.read("", "A1", 1, 2)], [1, 2])
        self.assertEqual(store.read("", "A2", 1, 9), [])
        store.commit([self.change(case=case) for case in ("b", "Z", "é")])
        self.assertEqual([row.case for row in store.scan("", "", None, 9)], ["A1", "Z", "b", "é"])
        self.assertEqual([row.case for row in store.scan("", "Z", None, 1)], ["b"])
        self.assertEqual(list(store.scan("", "", DAY(2023, 5, 8), 9)), [])
        self.assertEqual(list(store.scan("", "", None, 0)), [])

    def test_notices_and_index_columns_come_with_the_change(self):
        seen = []
        store = prap.MemoryStore()
        engine = support.engine_over(store, on_commit=seen.append)
        engine.submit("A1", "referral-received", RECEIVED, programme="ipes", id="e", tenant="t")
        (change,) = seen
        self.assertEqual((change.tenant, change.case, change.id, change.expected_version, change.new_version),
                         ("t", "A1", "e", 0, 1))
        self.assertEqual((change.programme, change.stage, change.next_due),
                         (prap.Programme.IPES, prap.State.RECEIVED, DAY(2023, 5, 9)))
        self.assertEqual([row.notice for row in change.notices], [prap.Notice.MADE_DAY_ASSUMED])
        self.assertEqual(store.notices("t", "A1"), change.notices)
        self.assertEqual([row.id for row in change.events], ["e"])


if __name__ == "__main__":
    support.main()
