"""prap forecast and prap recompute: small caseloads by hand, the example caseload against prap show and prap standards,
and what cannot be asked."""
import collections
import datetime
import json
import sqlite3
import tempfile
import unittest

from command import SOURCE, InDirectory, accepted, lines_of, prap, received

CASELOAD = SOURCE / "docs" / "examples" / "caseload" / "caseload.jsonl"
SPAN = ["--as-of", "2023-05-05", "--until", "2023-05-31"]

# Day 1 of A1 is Friday 5 May, day 2 Tuesday the 9th, for the 8th is a bank holiday (3.22); 15 working days after the 5th is
# the 30th, 14 the 26th (3.30, AMB-05). A3 was made on 20 March: day 60 is 19 May, the last safe day the 18th (3.73).
EVENTS = lines_of(
    {"case": "A1", "programme": "ipes", "event": "referral-received", "on": "2023-05-05", "made": "2023-05-05"},
    {"case": "A2", "programme": "ipes", "event": "referral-received", "on": "2023-05-05", "made": "2023-05-05"},
    {"case": "A2", "event": "reject", "on": "2023-05-05"},
    {"case": "A3", "programme": "ipes", "event": "referral-received", "on": "2023-03-20", "made": "2023-03-20"},
    {"case": "A3", "event": "accept", "on": "2023-03-21"},
)


def days_of(case, key="misses"):
    return [(miss["deadline"], miss["on"], miss["due"], miss["prudent"], miss["rule"]) for miss in case[key]]


def asked(command, *words, given=EVENTS):
    ran = prap(command, *words, given=given)
    assert (ran.code, ran.err) == (0, ""), ran.err
    return ran.lines()


class Forecast(unittest.TestCase):
    def test_by_hand(self):
        lines = asked("forecast", *SPAN)
        cases = {line["case"]: line for line in lines if "case" in line}
        self.assertEqual(list(cases), ["A1", "A3"])
        self.assertEqual(days_of(cases["A1"]),
                         [("ack", "2023-05-10", "2023-05-09", "2023-05-09", "IPES-3.22"),
                          ("meet", "2023-05-31", "2023-05-30", "2023-05-26", "IPES-3.30"),
                          ("record", "2023-05-31", "2023-05-30", "2023-05-26", "IPES-3.31")])
        self.assertEqual((cases["A1"]["stage"], cases["A1"]["then"], cases["A1"].get("payment")),
                         ("received", "received", None))
        self.assertEqual({row["measure"]: (row["result"], row["then"]) for row in cases["A1"]["measures"]},
                         dict.fromkeys(["css1", "css2", "css2-meeting", "css2-record"], ("open", "missed")))
        self.assertEqual(days_of(cases["A3"]),
                         [("auto60", "2023-05-19", "2023-05-18", "2023-05-17", "IPES-3.73a")])
        self.assertEqual((cases["A3"]["stage"], cases["A3"]["then"], cases["A3"]["payment"], cases["A3"]["measures"]),
                         ("accepted", "auto-dna", "none", []))
        self.assertEqual([(line["day"], {row["deadline"]: row["cases"] for row in line["misses"]})
                          for line in lines if "day" in line],
                         [("2023-05-10", {"ack": 1}), ("2023-05-19", {"auto60": 1}),
                          ("2023-05-31", {"meet": 1, "record": 1})])
        self.assertEqual({line["deadline"]: (line["overdue"], line["misses"]) for line in lines if "overdue" in line},
                         {"ack": (0, 1), "meet": (1, 1), "record": (1, 1), "auto60": (0, 1)})
        self.assertEqual(lines[-1], {"v": 1, "as_of": "2023-05-05", "until": "2023-05-31", "cases": 3, "missing": 2,
                                     "turned": 1, "unread": 0})

    def test_one_day_at_a_time_is_the_whole(self):
        """What is missed by the 31st is missed by some day, and first on the day that is told."""
        first = {}
        for n in range(1, 27):
            until = datetime.date(2023, 5, 5) + datetime.timedelta(n)
            for line in asked("forecast", "--as-of", "2023-05-05", "--until", str(until)):
                for miss in line["misses"] if "case" in line else []:
                    first.setdefault((line["case"], miss["deadline"]), str(until))
        whole = {(line["case"], miss["deadline"]): miss["on"]
                 for line in asked("forecast", *SPAN) if "case" in line for miss in line["misses"]}
        self.assertEqual(first, whole)

    def test_under_a_policy_and_a_calendar(self):
        case, *_ = asked("forecast", *SPAN, "--policy", "css2-count=include-day")
        self.assertEqual(days_of(case)[1][:3], ("meet", "2023-05-27", "2023-05-26"))
        case, *_ = asked("forecast", *SPAN, "--closed", "2023-05-09=Closed")
        self.assertEqual(days_of(case)[0][:3], ("ack", "2023-05-11", "2023-05-10"))
        day_60 = ["--as-of", "2023-05-05", "--until", "2023-05-19", "--totals"]
        self.assertEqual(asked("forecast", *day_60)[-1]["turned"], 1)
        self.assertEqual(asked("forecast", *day_60, "--policy", "auto60-day=61")[-1]["turned"], 0)

    def test_totals_alone(self):
        lines = asked("forecast", *SPAN)
        self.assertEqual(asked("forecast", *SPAN, "--totals"), [line for line in lines if "case" not in line])

    def test_wrong_use(self):
        for words, said in [(["--as-of", "2023-05-05"], "--until"), (["--until", "2023-05-05"], "--as-of"),
                            (["--as-of", "2023-05-05", "--until", "2023-05-05"], "not after"),
                            (["--as-of", "2023-05-05", "--until", "2033-05-15"], "3660"),
                            (["--as-of", "2023-05-05", "--until", "May"], "--until")]:
            ran = prap("forecast", *words, given=EVENTS)
            self.assertEqual((ran.code, ran.out), (2, ""))
            self.assertIn(said, ran.err)

    def test_a_bad_case_hides_no_other(self):
        beyond = {"case": "A0", "programme": "ipes", "event": "referral-received", "on": "2023-05-05"}
        with tempfile.TemporaryDirectory(prefix="prap-cli-") as directory:
            store = f"sqlite:{directory}/caseload.db"
            prap("replay", "--store", store, given=lines_of(beyond) + EVENTS)
            with sqlite3.connect(f"{directory}/caseload.db") as database:
                tables = [row[0] for row in database.execute("select name from sqlite_master where type = 'table'")]
                for table in tables:
                    columns = [row[1] for row in database.execute(f"pragma table_info({table})")]
                    if "snapshot" in columns:
                        database.execute(f"update {table} set snapshot = zeroblob(64) where case_id in ('A0', cast('A0' as blob))")
            ran = prap("forecast", *SPAN, "--store", store)
            self.assertEqual(ran.code, 4, ran.err)
            lines = ran.lines()
            self.assertEqual([line["case"] for line in lines if "case" in line], ["A0", "A1", "A3"])
            self.assertIn("error", lines[0])
            self.assertEqual((lines[-1]["cases"], lines[-1]["unread"]), (4, 1))


class Recompute(unittest.TestCase):
    def test_a_proclaimed_holiday(self):
        lines = asked("recompute", "--as-of", "2023-05-05", "--new-closed", "2023-05-19=Proclaimed")
        moved = {line["case"]: {row["deadline"]: (row["what"], row["from"], row["to"]) for row in line["differences"]}
                 for line in lines if "case" in line}
        day = ("deadline-moved", "2023-05-30", "2023-05-31")
        self.assertEqual(moved, {"A1": {"meet": day, "record": day}, "A2": {"meet": day, "record": day}})
        self.assertEqual([(line["deadline"], line["later"], line["earlier"]) for line in lines if "later" in line],
                         [("meet", 2, 0), ("record", 2, 0)])
        self.assertEqual(lines[-1], {"v": 1, "as_of": "2023-05-05", "cases": 3, "differing": 2, "unread": 0})

    def test_a_policy_and_what_is_missed_by_then(self):
        case, *_ = asked("recompute", *SPAN, "--new-policy", "css2-count=include-day")
        self.assertEqual(days_of(case)[1][:3], ("meet", "2023-05-31", "2023-05-30"))
        self.assertEqual(days_of(case, "new_misses")[1][:3], ("meet", "2023-05-27", "2023-05-26"))
        totals = {line["deadline"]: line for line in asked("recompute", "--as-of", "2023-05-05", "--until", "2023-05-19",
                                                               "--new-policy", "auto60-day=61", "--totals")
                  if "later" in line}
        self.assertEqual({name: (line["later"], line["misses"], line["new_misses"]) for name, line in totals.items()},
                         {"auto60": (3, 1, 0)})

    def test_a_new_policy_replaces_the_one_of_its_name(self):
        words = ["--policy", "css2-count=include-day", "--policy", "auto60-day=61"]
        back = asked("recompute", "--as-of", "2023-05-05", *words, "--new-policy", "css2-count=exclude-day")
        self.assertEqual({row["what"] for line in back if "case" in line for row in line["differences"]}, {"deadline-moved"})
        self.assertEqual([line["deadline"] for line in back if "later" in line], ["meet", "record"])
        self.assertEqual(asked("recompute", "--as-of", "2023-05-05", *words, "--new-policy", "css2-count=include-day"),
                         [{"v": 1, "as_of": "2023-05-05", "cases": 3, "differing": 0, "unread": 0}])

    def test_wrong_use(self):
        for words in ([], ["--new-policy", "css2-count=no"], ["--new-closed", "x"], ["--new-holidays", "/nowhere"]):
            ran = prap("recompute", "--as-of", "2023-05-05", *words, given=EVENTS)
            self.assertIn(ran.code, (2, 4))
            self.assertEqual(ran.out, "")
            self.assertNotEqual(ran.err, "")


class Example(InDirectory):
    """The example caseload: the forecast is what prap show and prap standards say of the last day."""

    def test_stands_as_shown(self):
        prap("replay", "--store", self.store, CASELOAD)
        lines = asked("forecast", "--as-of", "2023-05-15", "--until", "2023-06-20", "--store", self.store)
        cases = [line for line in lines if "case" in line]
        self.assertGreater(len(cases), 20)
        for line in cases[::5]:
            shown, = prap("show", line["case"], "--as-of", "2023-06-20", "--store", self.store).lines()
            if shown["version"] != prap("show", line["case"], "--as-of", "2023-05-15", "--store",
                                        self.store).lines()[0]["version"]:
                continue # somebody acted
            self.assertEqual(shown["stage"], line["then"])
            stands = {clock["deadline"]: clock["status"] for clock in shown["deadlines"]}
            for miss in line["misses"]:
                self.assertIn(stands.get(miss["deadline"], "gone"), ("overdue", "missed", "gone"))
        by_day = collections.Counter()
        for line in cases:
            for miss in line["misses"]:
                by_day[miss["on"], miss["deadline"]] += 1
        self.assertEqual({(line["day"], row["deadline"]): row["cases"] for line in lines if "day" in line
                          for row in line["misses"]}, by_day)

    def test_measures_as_standards_has_them(self):
        """When nothing was recorded since, the measures of the forecast are those of the last day."""
        prap("replay", "--store", self.store, CASELOAD)
        measures = [line for line in asked("forecast", "--as-of", "2024-04-01", "--until", "2024-06-01", "--totals",
                                           "--store", self.store) if "measure" in line]
        self.assertEqual(measures, prap("standards", "--as-of", "2024-06-01", "--store", self.store).lines())

    def test_every_line_has_its_sentence(self):
        for words in (["forecast", *SPAN], ["recompute", *SPAN, "--new-closed", "2023-05-19=Proclaimed"]):
            ran = prap(*words, given=EVENTS)
            told = prap(*words, "--text", given=EVENTS)
            self.assertEqual(prap("explain", given=ran.out).out, told.out)
            self.assertGreaterEqual(len(told.out.splitlines()), len(ran.lines()))
            self.assertEqual(json.loads(ran.out.splitlines()[0])["v"], 1)


if __name__ == "__main__":
    unittest.main()
