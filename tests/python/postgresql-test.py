"""The PostgreSQL store from Python, over a server of the test's own (tests/store/cluster.py)."""
import os
import subprocess
import unittest

import prap
import support
from support import ACKED

SERVER = os.environ["PRAP_TEST_POSTGRESQL"]
CONTROL = os.environ["PRAP_TEST_POSTGRESQL_CONTROL"].split(" ")


def sql(text):
    subprocess.run(["psql", "-XAtq", "-d", SERVER, "-c", "SET client_min_messages = error", "-c", text], check=True,
                   capture_output=True)


def assume(engine, case):
    """A receipt without the day the Jobcentre made the referral: a notice says that one was assumed."""
    engine.submit(case, "referral-received", support.RECEIVED, programme="ipes")


class PostgreSQL(unittest.TestCase):
    def setUp(self):
        sql("DROP SCHEMA IF EXISTS prap CASCADE")

    def refused(self, kind, code, call):
        with self.assertRaises(kind) as caught:
            call()
        self.assertEqual(caught.exception.code, code)
        self.assertNotIn("prap-pg-", str(caught.exception))
        return caught.exception

    def opened(self, **how):
        store = prap.PostgreSQLStore(SERVER, **how)
        self.addCleanup(store.close)
        return store

    def test_what_was_answered_is_there_when_it_is_opened_again(self):
        with prap.PostgreSQLStore(f"postgresql:{SERVER}") as store, support.engine_over(store) as engine:
            support.receive_and_accept(engine)
            before = engine.show("A1", ACKED)
        with prap.PostgreSQLStore(SERVER, read_only=True) as store, support.engine_over(store) as engine:
            self.assertEqual(engine.show("A1", ACKED), before)
            store.check()
            self.refused(prap.HostError, "store-failed", lambda: support.receive(engine, "A2"))
            self.assertEqual(len(engine.walk(ACKED)), 1)

    def test_the_same_answers_as_over_sqlite(self):
        answers = []
        for store in (self.opened(), prap.SQLiteStore(":memory:")):
            engine = support.engine_over(store)
            answers.append([support.receive(engine, "A1"), support.receive(engine, "B"), engine.walk(ACKED),
                            engine.due(ACKED), engine.history("A1", ACKED)])
        self.assertEqual(*answers)

    def test_what_is_wrong_is_told_apart(self):
        self.refused(prap.DataError, "not-ours", lambda: prap.PostgreSQLStore(SERVER, create=False))
        self.refused(prap.CallerError, "text", lambda: prap.PostgreSQLStore("cases.db"))
        self.refused(prap.CallerError, "text", lambda: prap.PostgreSQLStore("dbname=a\0b"))
        self.refused(prap.CallerError, "text", lambda: prap.PostgreSQLStore("dbname=\udc80"))
        self.refused(prap.HostError, "retry", lambda: prap.PostgreSQLStore("host=/nowhere-at-all dbname=x"))
        self.refused(prap.CallerError, "range", lambda: self.opened(wait_milliseconds=600001))
        for wrong in (None, b"dbname=x", 7):
            with self.assertRaises(prap.WrongType):
                prap.PostgreSQLStore(wrong)
        store = self.opened(wait_milliseconds=0)
        for call in (lambda: store.deliver(None), lambda: store.notices("x")):
            with self.assertRaises(prap.WrongType):
                call()
        self.refused(prap.CallerError, "range", lambda: store.deliver(print, cases=0))
        self.refused(prap.CallerError, "range", lambda: store.deliver(print, lease_seconds=86401))

    def test_a_server_that_was_killed_is_found_again(self):
        store = self.opened()
        engine = support.engine_over(store)
        support.receive(engine, "A1")
        subprocess.run([*CONTROL, "kill"], check=True)
        subprocess.run([*CONTROL, "start"], check=True)
        self.assertEqual(len(engine.walk(ACKED)), 1)
        support.receive(engine, "A2")
        store.check()

    def test_notices_are_delivered_once_unless_the_receiver_says_otherwise(self):
        store = self.opened()
        engine = support.engine_over(store)
        for case in ("A", "B", "C"):
            assume(engine, case)
        listed = store.notices()
        self.assertEqual([one.case for one in listed], ["A", "B", "C"])
        self.assertFalse(any(one.sent for one in listed))
        self.assertEqual(store.notices(after=listed[0], limit=1), [listed[1]])
        got = []

        def receive(notice):
            got.append(notice)
            return notice.case != "B"

        self.assertEqual(store.deliver(receive), 2)
        self.assertEqual(got, listed)
        self.assertEqual([one.case for one in store.notices() if one.sent], ["A", "C"])
        with self.assertRaises(ZeroDivisionError):
            store.deliver(lambda notice: 1 // 0)
        self.assertEqual(store.deliver(got.append, lease_seconds=5), 1)
        self.assertEqual(got[-1].case, "B")
        self.assertEqual(store.deliver(got.append), 0)

    def test_nothing_may_be_called_from_a_receiver(self):
        store = self.opened()
        engine = support.engine_over(store)
        assume(engine, "A")
        codes = []

        def receive(notice):
            for call in (store.close, store.check, store.notices, lambda: store.deliver(print)):
                with self.assertRaises(prap.CallerError) as caught:
                    call()
                codes.append(caught.exception.code)
            with self.assertRaises(prap.PrapError):
                engine.show("A", ACKED)

        self.assertEqual(store.deliver(receive), 1)
        self.assertEqual(codes, ["re-entry"] * 4)
        store.close()
        store.close()
        for call in (store.check, store.notices, lambda: engine.show("A", ACKED)):
            self.refused(prap.CallerError, "null-argument", call)


if __name__ == "__main__":
    unittest.main()
