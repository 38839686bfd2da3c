"""prap rules AMB-44, P-LATE-ACK, post-email, IPES: what the catalogue holds beside its rules, held against its rows."""
import sys
import unittest

from command import SOURCE, prap

sys.path[:0] = [str(SOURCE / "lib/catalogue"), str(SOURCE / "lib/vocabulary")]
import print as vocabulary  # noqa: E402
import rows  # noqa: E402

CATALOGUE = SOURCE / "lib/catalogue"


def rule_ids():
    """{IDENT: id} of every rule."""
    return {row[1]: row[2] for row in vocabulary.rows(CATALOGUE / "rules.def")}


def listed(cell, ids):
    """ "R(IPES_3_22) R(IPES_3_30)" as ids."""
    return [ids[token[2:-1]] for token in cell.split() if token.startswith("R(")]


class Guidance(unittest.TestCase):
    maxDiff = None

    def shown(self, *ids):
        ran = prap("rules", "--json", *ids)
        self.assertEqual((ran.code, ran.err), (0, ""))
        return ran.lines()

    def test_every_ambiguity(self):
        ids, table = rule_ids(), rows.rows_in(CATALOGUE, "ambiguities.def")
        self.assertEqual(len(table), 109)
        for row, one in zip(table, self.shown(*[row[2] for row in table])):
            self.assertEqual(list(one), ["v", "id", "rules", "concerns", "unclear", "readings", "recommended", "policy",
                                         "policies"])
            self.assertEqual([one["id"], *list(one.values())[3:8]], [row[2], *row[5:10]])
            self.assertEqual(one["rules"], listed(row[3], ids))
            self.assertEqual([name.replace("-", "_") for name in one["policies"]],
                             [token[2:-1] for token in row[4].split() if token != "NO_SETTINGS"])

    def test_every_policy(self):
        table = rows.rows_in(CATALOGUE, "policies.def")
        settable = {row[1]: row[2] for row in vocabulary.rows(SOURCE / "lib/vocabulary/policies.def")}
        self.assertEqual(len(table), 70)
        for row, one in zip(table, self.shown(*[row[2] for row in table])):
            name = {"settable": settable[row[3].removeprefix("PRAP_POLICY_")]} if row[3] != "0" else {}
            self.assertEqual(one, {"v": 1, "id": row[2], "default": row[6], "alternatives": row[7], "serves": row[8],
                                   **name})

    def test_every_contact(self):
        ids, table = rule_ids(), rows.rows_in(CATALOGUE, "contacts.def")
        self.assertEqual(len(table), 13)
        for row, one in zip(table, self.shown(*[row[2] for row in table])):
            self.assertEqual(one, {"v": 1, "id": row[2], "status": row[3].lower().replace("_", "-"), "role": row[5],
                                   "printed": row[6], "where": row[7], "rules": listed(row[4], ids), "note": row[8]})

    def test_every_document(self):
        first = {one["id"]: one.get("first_day") for one in self.shown("PRAP", "PD", "M08", "CH15", "IPES")}
        self.assertEqual(first, {"PRAP": "2017-02-24", "PD": "2015-12-15", "M08": "2019-02-28", "CH15": None,
                                 "IPES": "2023-05-10"})
        self.assertEqual(self.shown("CH15"), [{
            "v": 1, "id": "CH15", "title": "COVID-19 Chapter 15: data sharing (WHP and WHP JETS)",
            "policy": "P-CH15-IN-FORCE", "state": "updated 15 Dec 2021, withdrawn"}])

    def test_for_people(self):
        self.assertEqual(prap("rules", "AMB-04", "P-LATE-ACK", "P-CH15-IN-FORCE", "post-email", "IPES", "CH15").out, """\
AMB-04
  concerns: all "within"
  unclear: is the last day included, and until when?
  readings: (a) to the end of the day; (b) office hours; (c) before that day
  recommended: (a): normal meaning of within; the Provider Direct and POST hours show the drafter states hours when meant
  policy: fixed
P-LATE-ACK
  default: REFUSE
  alternatives: ALLOW_WITH_BREACH
  serves: AMB-44
  late-ack: whether a late acceptance that PRaP took may be recorded
P-CH15-IN-FORCE
  default: none
  alternatives: interval
  serves: AMB-70
  Nothing in this version decides by it.
post-email
  POST email: prap.support@dwp.gsi.gov.uk
  in: PRAP-HELP-4
  superseded: printed; gsi domain no longer in use (outside knowledge)
IPES
  IPES Chapter 3: referral process, initial engagement and starts
  updated 10 May 2023
  from Wednesday 10 May 2023
CH15
  COVID-19 Chapter 15: data sharing (WHP and WHP JETS)
  updated 15 Dec 2021, withdrawn
  its dates in force: P-CH15-IN-FORCE
""")
        self.assertNotIn("readings", prap("rules", "AMB-53").out)  # the catalogue gives none

    def test_rules_alone_are_listed_when_nothing_is_named(self):
        self.assertEqual({one["id"] for one in self.shown()}, set(rule_ids().values()))

    def test_what_is_none_of_them(self):
        ran = prap("rules", "AMB-4", "IPES-3.22", "late-ack")
        self.assertEqual(ran.code, 2)
        self.assertIn("AMB-4", ran.err)
        self.assertIn("late-ack", ran.err)
        self.assertTrue(ran.out.startswith("IPES-3.22\n"))


if __name__ == "__main__":
    unittest.main()
