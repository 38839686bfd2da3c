"""Every question about facts, with every fact given every wrong value: a PrapError each time or an answer, and nothing of what
came in is in what is raised."""
import datetime
import unittest

import prap

WORDS = ("Quorndonthwaite", "QQ765432C", "x7Kp2mQz")
EVERY = " ".join(WORDS)
VALUES = (EVERY, EVERY.encode(), WORDS[1] + "\0", "\ud800", 10**30, -10**30, 2**63, 1.5, float("nan"), None, [EVERY], {EVERY: 1},
          object(), datetime.datetime(2021, 5, 5), "", prap.Verdict.REFUSED)
DAY = datetime.date(2021, 5, 5)
QUESTIONS = {
    "erase": (prap.Fact, lambda facts: prap.erasure_decision(facts)),
    "may-send": (prap.Fact, lambda facts: prap.may_send(DAY, "at-active", facts)),
    "retain": (prap.RetentionFact, lambda facts: prap.retain("unencrypted-email", DAY, facts)),
    "form": (prap.FormFact, lambda facts: prap.form("prap14", DAY, facts, programme="whp")),
    "desk": (prap.DeskFact, lambda facts: prap.desk("may-call", DAY, facts)),
}


class Canaries(unittest.TestCase):
    def refused(self, call, *told):
        """What was raised; None: it was answered. Neither repeats what came in."""
        try:
            found, answer = None, repr(call())
        except prap.PrapError as error:
            found, answer = error, ""
        for text in (str(found), repr(found), getattr(found, "field", ""), answer):
            for word in WORDS:
                self.assertNotIn(word, text, told)
        return found

    def test_every_fact_of_every_question_with_every_wrong_value(self):
        for name, (facts, ask) in QUESTIONS.items():
            refused = 0
            for fact in facts:
                for value in VALUES:
                    found = self.refused(lambda: ask({fact.word: value}), name, fact.word, type(value).__name__)
                    refused += found is not None
                    if found is not None:
                        self.assertIsInstance(found, (prap.CallerError, prap.WrongType, prap.DataError, prap.LimitError), (name, fact.word))
            self.assertGreater(refused, len(facts) * len(VALUES) // 2, name)
            for wrong in ({EVERY: True}, {WORDS[1]: DAY}, {7: True}, {None: 1}, {"": 1}, EVERY, [EVERY], 7):
                self.assertIsNotNone(self.refused(lambda: ask(wrong), name, type(wrong).__name__), (name, wrong))

    def test_the_rest_of_what_they_are_asked(self):
        for place, call in enumerate((lambda: prap.retain(EVERY, DAY), lambda: prap.retain("unencrypted-email", EVERY),
                     lambda: prap.form(EVERY, DAY), lambda: prap.form("prap14", EVERY, programme="whp"),
                     lambda: prap.form("prap14", DAY, programme=EVERY), lambda: prap.form("prap14", DAY, own_contacts=[EVERY]),
                     lambda: prap.form("prap14", DAY, own_contacts=EVERY),
                     lambda: prap.desk(EVERY, DAY), lambda: prap.desk("may-call", EVERY),
                     lambda: prap.desk("may-call", DAY, outages=[EVERY]), lambda: prap.may_send(EVERY),
                     lambda: prap.may_send(DAY, EVERY), lambda: prap.service(EVERY, datetime.datetime(2021, 5, 5)),
                     lambda: prap.service("prap", EVERY), lambda: prap.service("prap", datetime.datetime(2021, 5, 5), subject=EVERY),
                     lambda: prap.erasure_decision(received=EVERY), lambda: prap.erasure_decision(settings={EVERY: EVERY}),
                     lambda: prap.data_check(EVERY), lambda: prap.contact(EVERY),
                     lambda: prap.due_ics(EVERY, DAY), lambda: prap.due_csv([EVERY], DAY), lambda: prap.due_csv([], EVERY),
                     lambda: prap.due_ics([], DAY, tenant=7), lambda: prap.due_ics([], DAY, sensitive=EVERY))):
            try:
                self.assertIsNotNone(self.refused(call, place), place)
            except LookupError as error:
                self.assertNotIn(WORDS[1], str(error))
        self.assertIsNone(self.refused(lambda: prap.data_check({EVERY: EVERY})))  # an item that nobody knows is counted


if __name__ == "__main__":
    unittest.main()
