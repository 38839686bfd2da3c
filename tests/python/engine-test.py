"""What the engine answers, in Python's types, over a store in memory and over SQLite alike."""
import copy
import dataclasses
import datetime
import json
import pickle
import tempfile
import unittest
from pathlib import Path

import prap

import support
from support import ACKED, DAY, MET, RECEIVED, SIGNED, hypothesis, needs_hypothesis


class Behaviour:
    """The same for every store; subclasses make one."""

    def setUp(self):
        self.store = self.make_store()
        self.engine = support.engine_over(self.store)

    def test_a_late_acceptance_is_refused_with_its_paragraph(self):
        support.receive(self.engine)
        answer = self.engine.submit("A1", prap.Event.ACCEPT, DAY(2023, 5, 10), id="late")
        self.assertIs(answer.verdict, prap.Verdict.REFUSED)
        self.assertIs(answer.stage, prap.State.RECEIVED)
        (why,) = answer.reasons
        self.assertEqual((why.rule, why.severity), ("IPES-3.23-N1", prap.Severity.FORBIDDEN))
        self.assertIs(why.cure_event, prap.Event.REJECT)
        self.assertTrue(why.why and why.cure)
        self.assertEqual(answer.version, 1)
        self.assertIn(prap.Setting(prap.Policy.LATE_ACK, prap.Choice.REFUSE), answer.settings)
        self.assertEqual((answer.event, answer.on), (prap.Event.ACCEPT, DAY(2023, 5, 10)))

    def test_the_path_to_a_plan(self):
        support.receive_and_accept(self.engine)
        self.engine.submit("A1", "meeting-attended", MET, facts=SIGNED)
        started = self.engine.submit("A1", "start-recorded", MET, recorded=DAY(2023, 5, 17), facts={
            "plan-signed-by-participant": True})
        self.assertIs(started.verdict, prap.Verdict.PERMITTED, started.reasons)
        self.assertIs(started.stage, prap.State.PRE_WORK)
        self.assertIs(started.feed, prap.Feed.OPEN)
        self.assertEqual(started.deadline("plan").due, prap.Calendar().add_working_days(MET, 20))
        self.assertEqual(started.deadline(prap.Deadline.PLAN).anchor, MET)
        self.assertIsNone(self.engine.preview("A2", "referral-received", RECEIVED,
                                              programme="ipes").deadline("plan"))
        self.assertEqual(started.days, prap.CaseDays(
            received=RECEIVED, made=RECEIVED, acknowledged=ACKED, attended=MET, start=MET, ended=None,
            entered=DAY(2023, 5, 17), plan=None, meeting=None, handed_over=None, work=None, face_to_face=MET,
            approved=None, backed_out=None, end=None))

    def test_an_unknown_fact_leaves_it_undecided_and_is_named(self):
        support.receive_and_accept(self.engine)
        facts = {**SIGNED, prap.Fact.IDENTITY_CHECKED: prap.UNKNOWN}
        del facts["identity-checked"]
        self.engine.submit("A1", "meeting-attended", MET, facts=facts)
        answer = self.engine.submit("A1", "start-recorded", MET)
        self.assertIs(answer.verdict, prap.Verdict.UNDECIDED)
        self.assertEqual(answer.missing, (prap.Fact.IDENTITY_CHECKED,))

    def test_strict_takes_what_is_not_given_as_unknown(self):
        support.receive_and_accept(self.engine)
        lenient = self.engine.preview("A1", "dna-recorded", DAY(2023, 5, 12), facts={"reason": "unreachable"})
        strict = self.engine.preview("A1", "dna-recorded", DAY(2023, 5, 12), strict=True)
        self.assertIn(prap.Fact.REASON, strict.missing)
        self.assertNotIn(prap.Fact.REASON, lenient.missing)

    def test_preview_stores_nothing(self):
        support.receive(self.engine)
        preview = self.engine.preview("A1", "accept", ACKED, id="p")
        self.assertIs(preview.verdict, prap.Verdict.PERMITTED)
        self.assertEqual(self.engine.show("A1", ACKED).version, 1)
        submitted = self.engine.submit("A1", "accept", ACKED, id="p")
        self.assertEqual(preview, submitted)

    def test_an_id_that_is_sent_again_gets_its_answer_again(self):
        support.receive(self.engine, id=17)
        again = support.receive(self.engine, id="17")
        self.assertTrue(again.duplicate)
        self.assertEqual((again.version, again.id), (1, "17"))
        with self.assertRaises(prap.CallerError) as caught:
            self.engine.submit("A1", "accept", ACKED, id=17)
        self.assertEqual((caught.exception.code, caught.exception.field), ("id-reused", "id"))

    def test_show_as_of_an_earlier_day_sees_only_what_was_recorded_by_then(self):
        support.receive_and_accept(self.engine)
        earlier, later = self.engine.show("A1", RECEIVED), self.engine.show("A1", ACKED)
        self.assertEqual((earlier.stage, earlier.version), (prap.State.RECEIVED, 1))
        self.assertEqual((later.stage, later.version), (prap.State.ACCEPTED, 2))
        self.assertEqual([event.event for event in later.history],
                         [prap.Event.REFERRAL_RECEIVED, prap.Event.ACCEPT])
        self.assertEqual(len(earlier.history), 1)
        with self.assertRaises(prap.CallerError) as caught:
            self.engine.show("A1", DAY(2023, 5, 4))
        self.assertEqual(caught.exception.code, "no-such-case")

    def test_history_gives_facts_back_in_their_types(self):
        facts = {prap.Fact.MADE: RECEIVED, prap.Fact.SCR: False}
        self.engine.submit("A1", "referral-received", RECEIVED, programme="ipes", facts=facts, id="e")
        (event,) = self.engine.history("A1", RECEIVED)
        self.assertEqual(event.facts, facts)
        self.assertEqual((event.sequence, event.id, event.on, event.recorded), (1, "e", RECEIVED, RECEIVED))
        support.receive(self.engine, "A2")
        self.engine.submit("A2", "contact-attempted", RECEIVED,
                           facts={"method": "phone", "reached": prap.UNKNOWN})
        event = self.engine.history("A2", RECEIVED)[-1]
        self.assertEqual(event.facts, {prap.Fact.METHOD: prap.Option.PHONE, prap.Fact.REACHED: prap.UNKNOWN})
        self.assertIsNone(event.id)

    def test_tenants_do_not_see_each_other(self):
        support.receive(self.engine, tenant="north")
        with self.assertRaises(prap.CallerError):
            self.engine.show("A1", RECEIVED)
        self.assertEqual(self.engine.show("A1", RECEIVED, tenant="north").version, 1)
        self.assertEqual(self.engine.walk(RECEIVED), [])
        self.assertEqual(len(self.engine.walk(RECEIVED, tenant="north")), 1)
        self.assertEqual(self.engine.sweep(DAY(2024, 1, 1)).seen, 0)

    def test_walk_goes_in_order_of_case_id_and_past_what_came_later(self):
        for case in ("b", "a", "Ŵyn", "A-1", "z"):
            support.receive(self.engine, case)
        self.engine.submit("late", "referral-received", DAY(2023, 6, 1), programme="ipes")
        walked = self.engine.walk(RECEIVED)
        self.assertEqual([row.case for row in walked], ["A-1", "a", "b", "z", "Ŵyn"])
        self.assertTrue(all(row.history is None for row in walked))
        visited = []
        self.engine.visit(visited.append, RECEIVED)
        self.assertEqual(visited, walked)
        self.assertEqual(self.engine.walk(RECEIVED, due_by=DAY(2023, 5, 8)), [])
        self.assertEqual(len(self.engine.walk(RECEIVED, due_by=DAY(2023, 5, 9))), 5)

    def test_more_cases_than_a_page(self):
        names = [f"C{number:03}" for number in range(150)]
        for name in names:
            support.receive(self.engine, name)
        self.assertEqual([row.case for row in self.engine.walk(RECEIVED)], names)

    def test_due_lists_the_unmet_in_the_order_in_which_they_want_doing(self):
        support.receive(self.engine, "B")
        support.receive_and_accept(self.engine, "A")
        due = self.engine.due(DAY(2023, 5, 10), 30)
        self.assertEqual([(item.case, item.clock.deadline.word, item.days_left) for item in due],
                         [("B", "ack", -1), ("A", "meet", 20), ("B", "meet", 20), ("A", "record", 20),
                          ("B", "record", 20)])
        self.assertIs(due[0].clock.status, prap.DeadlineStatus.OVERDUE)
        self.assertEqual(len(self.engine.due(DAY(2023, 5, 10))), 1)

    def test_due_on_an_earlier_day_knows_what_was_unmet_then(self):
        support.receive_and_accept(self.engine)
        self.assertEqual([item.clock.deadline.word for item in self.engine.due(RECEIVED, 4)], ["ack"])

    def test_an_answer_names_the_event_and_its_day(self):
        support.receive_and_accept(self.engine)
        on, recorded = DAY(2023, 5, 11), DAY(2023, 5, 15)
        for ask in (self.engine.preview, self.engine.submit, self.engine.submit):
            answer = ask("A1", "contact-attempted", on, recorded=recorded, id="c")
            self.assertEqual((answer.event, answer.on, answer.as_of),
                             (prap.Event.CONTACT_ATTEMPTED, on, recorded))
        self.assertTrue(answer.duplicate)
        self.assertEqual(list(json.loads(answer.to_json()))[-4:], ["as_of", "event", "on", "duplicate"])
        self.assertNotIn("event", json.loads(self.engine.show("A1", recorded).to_json()))

    def test_next_events_say_what_each_needs(self):
        support.receive_and_accept(self.engine)
        following = {row.event: row for row in self.engine.next_events("A1", DAY(2023, 5, 12))}
        opening = {prap.Event.REFERRAL_RECEIVED, prap.Event.CLERICAL_REFERRAL_RECEIVED, prap.Event.SIGNPOSTED,
                   prap.Event.WORK_COACH_SATISFIED, prap.Event.CASE_IMPORTED}
        by_themselves = {*opening, prap.Event.AUTO_DNA, prap.Event.ALLOTTED_TIME_ENDED}
        moved = {move.event for move in prap.moves("ipes") if move.event is not None}
        self.assertEqual(set(following), moved - by_themselves)
        verdicts = [row.verdict.word for row in following.values()]
        self.assertEqual(verdicts, sorted(verdicts, key=["permitted", "undecided", "refused"].index))
        self.assertIs(following[prap.Event.MEETING_ATTENDED].verdict, prap.Verdict.PERMITTED)
        self.assertIs(following[prap.Event.ACCEPT].verdict, prap.Verdict.REFUSED)
        self.assertIn("IPES-3.22", [why.rule for why in following[prap.Event.ACCEPT].reasons])
        self.assertEqual(following[prap.Event.DNA_RECORDED].missing, (prap.Fact.REASON,))
        self.assertEqual(self.engine.show("A1", DAY(2023, 5, 12)).version, 2)
        self.engine.submit("A1", "meeting-attended", MET, facts=SIGNED)
        following = {row.event: row for row in self.engine.next_events("A1", DAY(2023, 5, 18))}
        self.assertIs(following[prap.Event.START_RECORDED].verdict, prap.Verdict.PERMITTED)
        self.assertEqual(following[prap.Event.START_RECORDED].on, MET)
        with self.assertRaises(prap.CallerError):
            self.engine.next_events("A2", DAY(2023, 5, 12))

    def test_an_answer_says_when_its_day_is_outside_the_text(self):
        first = prap.document("IPES").first_day
        for day, outside in ((first - datetime.timedelta(1), prap.Outside.BEFORE), (first, None)):
            answer = self.engine.submit(f"{day}", "referral-received", day, programme="ipes")
            self.assertIs(answer.outside, outside)
            self.assertEqual(json.loads(answer.to_json()).get("outside"), outside and outside.word)
        case = self.engine.show(f"{first - datetime.timedelta(1)}", first, history=False)
        self.assertIsNone(case.outside)

    def test_a_sweep_turns_the_unstarted_once(self):
        for case in ("A", "B"):
            support.receive(self.engine, case)
        self.assertEqual(self.engine.sweep(DAY(2023, 7, 3)).moved, 0)
        self.assertEqual(self.engine.sweep(DAY(2023, 7, 4)), prap.SweepReport(2, 2, 0))
        self.assertEqual(self.engine.sweep(DAY(2023, 7, 5)).moved, 0)
        case = self.engine.show("A", DAY(2023, 7, 5))
        self.assertIs(case.stage, prap.State.AUTO_DNA)
        self.assertEqual(case.history[-1].on, DAY(2023, 7, 4))

    def test_a_closed_engine_refuses(self):
        support.receive(self.engine)
        self.engine.close()
        self.engine.close()
        for call in (lambda: self.engine.submit("A1", "accept", ACKED), lambda: self.engine.show("A1", ACKED),
                     lambda: self.engine.walk(ACKED), lambda: self.engine.sweep(ACKED)):
            with self.assertRaises(prap.CallerError) as caught:
                call()
            self.assertIs(caught.exception.status, prap.Status.E_NULL)
        with support.engine_over(self.store) as other:
            self.assertEqual(other.show("A1", ACKED).version, 1)


class OverMemory(Behaviour, unittest.TestCase):
    def make_store(self):
        return prap.MemoryStore()


class OverSQLite(Behaviour, unittest.TestCase):
    def make_store(self):
        store = prap.SQLiteStore(":memory:")
        self.addCleanup(store.close)
        return store


class OverSQLiteFile(Behaviour, unittest.TestCase):
    def make_store(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        store = prap.SQLiteStore(Path(directory.name) / "cases.db")
        self.addCleanup(store.close)
        return store


class Json(unittest.TestCase):
    """The bytes themselves are held by the golden scenarios; here their form."""

    def setUp(self):
        self.engine = support.engine_over(prap.MemoryStore(), late_ack="allow-with-breach")

    def test_keys_come_in_the_order_of_the_contract(self):
        support.receive(self.engine, id=7)
        answer = self.engine.submit("A1", "accept", DAY(2023, 5, 10), id="é\"\\")
        text = answer.to_json()
        self.assertEqual(list(json.loads(text)), ["v", "id", "case", "verdict", "stage", "feed", "reasons",
                                                  "deadlines", "notices", "version", "missing", "settings",
                                                  "rulebook", "calendar", "as_of", "event", "on"])
        self.assertTrue(text.startswith('{"v":1,"id":"é\\"\\\\","case":"A1","verdict":"permitted"'))
        self.assertEqual(json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")), text)
        self.assertEqual(json.loads(self.engine.submit("A1", "accept", DAY(2023, 5, 10),
                                                       id="é\"\\").to_json())
                         ["duplicate"], True)

    def test_a_case_has_days_and_history_and_no_verdict(self):
        support.receive_and_accept(self.engine)
        case = self.engine.show("A1", ACKED)
        shown = json.loads(case.to_json())
        self.assertEqual(list(shown)[-4:], ["days", "attempts", "breaches", "history"])
        self.assertNotIn("verdict", shown)
        self.assertEqual(shown["days"], {"received": "2023-05-05", "made": "2023-05-05",
                                         "acknowledged": "2023-05-09"})
        self.assertEqual(shown["history"][0]["facts"], {"made": "2023-05-05", "scr": False})
        self.assertNotIn("history", json.loads(self.engine.show("A1", ACKED, history=False).to_json()))

    def test_answers_cannot_be_changed(self):
        answer = support.receive(self.engine)
        with self.assertRaises(dataclasses.FrozenInstanceError):
            answer.verdict = prap.Verdict.REFUSED
        with self.assertRaises(dataclasses.FrozenInstanceError):
            answer.deadlines[0].due = DAY(2030, 1, 1)
        self.assertIsInstance(answer.deadlines[0].due, datetime.date)


@needs_hypothesis
class Sequences(unittest.TestCase):
    """Any events in any order: both stores give the same bytes; a preview is the answer without the deed."""

    def test_stores_and_previews_agree(self):
        some = hypothesis.strategies
        kinds = {prap.FactType.TRISTATE: some.booleans(),
                 prap.FactType.NUMBER: some.sampled_from([39, 43, 45, 46, 7]),
                 prap.FactType.DAY: some.dates(DAY(2023, 4, 1), DAY(2023, 8, 1))}
        values = {fact.word: some.sampled_from(prap.fact_options(fact)) if prap.fact_options(fact)
                  else kinds[prap.fact_type(fact)] for fact in prap.Fact if fact is not prap.Fact.MADE}
        one_fact = some.sampled_from(sorted(values)).flatmap(
            lambda name: some.tuples(some.just(name), some.one_of(some.just(prap.UNKNOWN), values[name])))
        facts = some.lists(one_fact, max_size=6).map(dict)
        step = some.tuples(some.sampled_from(list(prap.Event)), some.integers(0, 9), some.integers(0, 4),
                           facts, some.sampled_from([None, "x", "y"]), some.booleans())

        @hypothesis.settings(max_examples=200)
        @hypothesis.given(some.lists(step, max_size=12))
        def check(steps):
            stores = [prap.MemoryStore(), prap.SQLiteStore(":memory:")]
            engines = [support.engine_over(store) for store in stores]
            for engine in engines:
                support.receive(engine)
            today = RECEIVED
            for event, later, entered, given, id_, strict in steps:
                on = today + datetime.timedelta(later)
                today = on + datetime.timedelta(entered)
                found = [self.outcome(engine, event, on, today, given, id_, strict) for engine in engines]
                self.assertEqual(found[0], found[1])
            shown = [engine.show("A1", today + datetime.timedelta(90)).to_json() for engine in engines]
            self.assertEqual(shown[0], shown[1])
        check()

    def outcome(self, engine, event, on, recorded, facts, id_, strict):
        arguments = {"recorded": recorded, "facts": facts, "strict": strict, "programme": "ipes"}
        try:
            preview = engine.preview("A1", event, on, **arguments)
            answer = engine.submit("A1", event, on, id=id_, **arguments)
        except prap.CallerError as error:
            return error.code, error.field, error.message
        if not answer.duplicate:
            self.assertEqual(dataclasses.replace(answer, id=None), preview)
        return answer.to_json()


class Copies(unittest.TestCase):
    """A copy of a handle would be the same one under a second name; of an answer it is another that is equal."""

    def test_a_handle_is_not_copied(self):
        store = prap.SQLiteStore(":memory:")
        handles = [support.engine_over(store), support.engine_over(prap.MemoryStore()), store, prap.Call(),
                   prap.Verifier(prap.MemoryStore())]
        for handle in handles:
            for copying in (copy.copy, copy.deepcopy, pickle.dumps, lambda one: pickle.dumps(one, 0)):
                with self.subTest(handle=type(handle).__name__), \
                        self.assertRaisesRegex(TypeError, f"a {type(handle).__name__} can be neither copied nor pickled"):
                    copying(handle)

    def test_an_answer_and_an_error_are(self):
        engine = support.engine_over(prap.MemoryStore())
        support.receive(engine)
        with self.assertRaises(prap.CallerError) as caught:
            engine.show("A2", RECEIVED)
        for made in (engine.preview("A1", "accept", ACKED), engine.show("A1", RECEIVED), prap.UNKNOWN):
            for copying in (copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))):
                self.assertEqual(copying(made), made)
        again = pickle.loads(pickle.dumps(caught.exception))
        self.assertEqual((type(again), again.args, again.code, again.field),
                         (prap.CallerError, caught.exception.args, "no-such-case", "case"))


if __name__ == "__main__":
    support.main()
