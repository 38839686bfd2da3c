"""The printed words agree with the words of the library that is loaded, and with each other."""
import pickle
import unittest

import prap
from prap import _prap, vocabulary
from prap.catalogue import setting_value
from prap.vocabulary import CLASS_OF, KIND_NUMBERS, Word

import support


class Words(unittest.TestCase):
    def test_every_kind_has_the_loaded_words(self):
        for kind, number in KIND_NUMBERS.items():
            with self.subTest(kind=kind.__name__):
                loaded = [(row[0], row[1], row[2]) for row in _prap.words(number)]
                self.assertEqual([(int(word), word.word, word.meaning) for word in kind], loaded)
                self.assertTrue(loaded)

    def test_the_library_has_no_kind_that_is_not_printed(self):
        kinds = {number for number in range(1, 256) if _prap.words(number)}
        self.assertEqual(set(KIND_NUMBERS.values()), kinds)

    def test_every_printed_enumeration_is_a_kind_or_the_statuses(self):
        printed = {item for item in vars(vocabulary).values()
                   if isinstance(item, type) and issubclass(item, Word) and item is not Word}
        self.assertEqual(printed, set(KIND_NUMBERS) | {prap.Status})

    def test_statuses_agree_and_there_are_no_others(self):
        for number in range(-2, 256):
            name, meaning, _ = _prap.status(number)
            if name is None:
                self.assertNotIn(number, list(prap.Status))
            else:
                self.assertEqual((name, meaning), (prap.Status(number).word, prap.Status(number).meaning))

    def test_status_classes_are_told_apart_as_the_library_does(self):
        pairs = {(CLASS_OF[status], _prap.status(status)[2]) for status in prap.Status}
        self.assertEqual(len(pairs), len({name for name, _ in pairs}))
        self.assertEqual(len(pairs), len({number for _, number in pairs}))

    def test_words_are_numbers_with_names(self):
        self.assertEqual(prap.Event.ACCEPT, 2)
        self.assertEqual(prap.Event(2), prap.Event.find("accept"))
        self.assertEqual(f"{prap.Event.ACCEPT:>8}|{prap.Event.ACCEPT}|{prap.Event.ACCEPT!s}",
                         "  accept|accept|accept")
        self.assertIs(pickle.loads(pickle.dumps(prap.State.DNA)), prap.State.DNA)
        with self.assertRaises(KeyError):
            prap.Event.find("ACCEPT")


class Tables(unittest.TestCase):
    def test_facts_know_their_type_and_options(self):
        self.assertIs(prap.fact_type(prap.Fact.SCR), prap.FactType.TRISTATE)
        self.assertIs(prap.fact_type(prap.Fact.CODE), prap.FactType.NUMBER)
        self.assertIs(prap.fact_type(prap.Fact.MADE), prap.FactType.DAY)
        self.assertEqual([option.word for option in prap.fact_options(prap.Fact.TOLD)],
                         ["before-meeting", "at-meeting", "after-meeting"])
        for fact in prap.Fact:
            self.assertEqual(bool(prap.fact_options(fact)), prap.fact_type(fact) is prap.FactType.OPTION,
                             fact)

    def test_every_policy_can_be_set_to_all_that_it_names(self):
        for word in prap.Policy:
            info = prap.policy(word)
            self.assertEqual(prap.Rulebook().settings[word], info.default)
            values = info.choices or range(info.lowest, info.highest + 1)
            if info.lowest < 0:
                values = [setting_value(word, day) for day in (info.lowest, 0, info.highest)]
            for value in values:
                self.assertEqual(prap.Rulebook(settings={word: value}).settings[word], value)
                shown = value.word if isinstance(value, prap.Choice) else str(value)
                self.assertEqual(prap.Rulebook(settings={info.catalogue_name: shown}).settings[word], value)

    def test_a_number_outside_a_policys_range_is_refused(self):
        info = prap.policy("min-attempts")
        for value in (info.lowest - 1, info.highest + 1, 10**30, -10**30):
            with self.assertRaises(prap.CallerError) as caught:
                prap.Rulebook(settings={"min-attempts": value})
            self.assertIn(caught.exception.status, (prap.Status.E_RANGE, prap.Status.E_WORD))
            self.assertEqual(caught.exception.field, "value")

    def test_rules_cite_their_paragraph(self):
        rule = prap.rule("IPES-3.22")
        self.assertEqual((rule.paragraph, rule.document), ("3.22", prap.Document.IPES))
        self.assertIn(rule, prap.rules())
        self.assertEqual(len({each.id for each in prap.rules()}), len(prap.rules()))
        for wrong in ("IPES-9.99", "", "ipes-3.22", "x" * 5000):
            with self.assertRaises(prap.CallerError) as caught:
                prap.rule(wrong)
            self.assertEqual(caught.exception.code, "unknown-word")

    def test_words_rest_on_rules(self):
        self.assertEqual(prap.rule_of(prap.Event.ACCEPT).id, "IPES-3.22")
        self.assertEqual(prap.rule_of(prap.Deadline.ACK).id, "IPES-3.22")
        self.assertIsNone(prap.rule_of(prap.State.NONE))
        self.assertEqual([prap.computation_of(deadline) for deadline in ("ack", prap.Deadline.PLAN)],
                         ["D-01", "D-03"])
        for reason in prap.Reason:
            rule = prap.rule_of(reason)
            self.assertTrue(rule is None or rule.text, reason)
        for wrong in (7, "accept", None, prap.Status.OK):
            with self.assertRaises(TypeError):
                prap.rule_of(wrong)

    def test_documents_ambiguities_policies_and_contacts(self):
        self.assertEqual([row.document for row in prap.documents()], list(prap.Document))
        self.assertEqual(prap.document("IPES"), prap.document(prap.Document.IPES))
        self.assertIn(prap.document("IPES"), prap.documents())
        late = prap.ambiguity("AMB-44")
        self.assertIn(late, prap.ambiguities())
        self.assertIn("P-LATE-ACK", late.policies)
        for ambiguity in prap.ambiguities():
            for id_ in ambiguity.rules:
                self.assertEqual(prap.rule(id_).id, id_)
            for name in ambiguity.policies:
                self.assertEqual(prap.catalogue_policy(name).name, name)
        settable = {row.policy for row in prap.catalogue_policies() if row.policy is not None}
        self.assertEqual(settable, set(prap.Policy))
        for row in prap.catalogue_policies():
            if row.policy is not None:
                self.assertEqual(prap.policy(row.policy).catalogue_name, row.name)
        for contact in prap.contacts():
            self.assertEqual(prap.contact(contact.id), contact)
            self.assertTrue(all(prap.rule(id_) for id_ in contact.rules))
        for find in (prap.document, prap.ambiguity, prap.catalogue_policy, prap.contact):
            with self.assertRaises(prap.CallerError) as caught:
                find("no such thing")
            self.assertEqual(caught.exception.code, "unknown-word")
            with self.assertRaises(TypeError):
                find(7)

    def test_moves_are_the_rows_of_the_table(self):
        rows = prap.moves("ipes")
        self.assertEqual(rows, prap.moves(prap.Programme.IPES))
        accept = next(row for row in rows if row.event is prap.Event.ACCEPT and row.to)
        self.assertEqual((accept.from_states, accept.to), ((prap.State.RECEIVED,), prap.State.ACCEPTED))
        self.assertIn("T-I-11", accept.id)
        self.assertIn(prap.Reason.ACK_NOT_PASSED, accept.guards)
        died = next(row for row in rows if row.value == 43)
        self.assertEqual((died.fact, died.to, died.feed), (prap.Fact.CODE, prap.State.LEFT, prap.Feed.CLOSED))
        asked = [row for row in rows if row.policy is prap.Policy.CANCEL_EFFECT]
        self.assertEqual({row.choice for row in asked}, set(prap.policy("cancel-effect").choices))
        self.assertIn(prap.Option.NO_CONTACT, [row.value for row in asked])
        self.assertTrue(any(row.event is None and row.forbidden for row in rows))
        for row in rows:
            self.assertTrue(row.from_states and row.id)
            self.assertTrue(row.guards or not row.forbidden, row)
            self.assertFalse(row.forbidden and row.to, row)
            self.assertEqual([row.value is None, row.choice is None], [row.fact is None, row.policy is None])
        stopped = next(row for row in rows if row.event is prap.Event.MAPPA_DISCLOSED and row.sets)
        self.assertIs(stopped.sets[0].region, prap.Region.MAPPA)
        self.assertIsInstance(stopped.sets[0].value, prap.Mappa)
        clerical = prap.RegionIs(prap.Region.CHANNEL, prap.Channel.CLERICAL)
        self.assertTrue(any(row.stands == clerical for row in rows))

    def test_moves_of_what_is_no_programme(self):
        for wrong in ("tea", ""):
            with self.assertRaises(prap.CallerError) as caught:
                prap.moves(wrong)
            self.assertEqual((caught.exception.code, caught.exception.field), ("unknown-word", "programme"))
        with self.assertRaises(TypeError):
            prap.moves(1)
        self.assertEqual(_prap.moves(999), [])

    def test_the_package_is_the_library(self):
        self.assertRegex(prap.__version__, r"^\d+\.\d+\.\d+$")
        self.assertNotEqual(prap.rules_hash, 0)
        for name in prap.__all__:
            self.assertTrue(hasattr(prap, name), name)

    def test_equal_settings_make_equal_rulebooks(self):
        one = prap.Rulebook(settings={"late-ack": "allow-with-breach"})
        two = prap.Rulebook("ipes", prap.Calendar(), {prap.Policy.LATE_ACK: prap.Choice.ALLOW_WITH_BREACH})
        self.assertEqual(one.hash, two.hash)
        self.assertNotEqual(one.hash, prap.Rulebook().hash)


class Errors(unittest.TestCase):
    def test_each_status_has_the_class_of_its_class(self):
        classes = {"CALLER": prap.CallerError, "HOST": prap.HostError, "DATA": prap.DataError,
                   "LIMIT": prap.LimitError, "ABI": prap.AbiError, "BUG": prap.BugError,
                   "NONE": prap.BugError}
        for status in prap.Status:
            error = prap.errors.error_of(status, "on", "a sentence")
            self.assertIsInstance(error, classes[CLASS_OF[status]])
            self.assertEqual((error.status, error.code, error.field, str(error)),
                             (status, status.word, "on", "on: a sentence"))
            again = pickle.loads(pickle.dumps(error))
            self.assertEqual((type(again), again.args, str(again)), (type(error), error.args, str(error)))

    def test_a_number_that_is_no_status_is_a_bug(self):
        self.assertIsInstance(prap.errors.error_of(-7, "", ""), prap.BugError)

    def test_caller_errors_are_value_errors_and_wrong_types_are_type_errors(self):
        self.assertTrue(issubclass(prap.CallerError, ValueError))
        self.assertIsInstance(prap.errors.error_of(prap.Status.E_TYPE), TypeError)
        self.assertEqual(str(prap.errors.error_of(prap.Status.E_DAY)), prap.Status.E_DAY.meaning)


if __name__ == "__main__":
    support.main()
