"""MAPPA, Special Customer Records, terminal illness and death are told of only where that is asked for (X-42)."""
import json
import re
import unittest

from command import SOURCE, InDirectory, lines_of, prap, received

SCENARIOS = sorted((SOURCE / "tests" / "scenarios").rglob("*.jsonl"))
# What unencrypted email is called at its stages tells nothing of a person either: at-clerical is a word of every import.
CLERICAL = r"(?<!at-)(?<!asked-)clerical(?!-begun)"
TELLS = re.compile(rf"mappa|special customer|\bscr\b|{CLERICAL}|terminal|deceas|died|death|nominated officer",
                   re.IGNORECASE)
# Of a case that is a use of email, clerical working tells nothing of a person.
TELLS_OF_EMAIL = re.compile(TELLS.pattern.replace(CLERICAL + "|", ""), re.IGNORECASE)
EVENTS = lines_of(
    received("A1", made="2023-05-05", scr=False),
    {"case": "A1", "event": "accept", "on": "2023-05-09"},
    {"id": "m", "case": "A1", "event": "mappa-disclosed", "on": "2023-05-12"},
    {"id": "b", "case": "B1", "programme": "ipes", "event": "referral-received", "on": "2023-05-05", "scr": True},
)


def inputs():
    """The events of every scenario file, as lines of one run each."""
    for file in SCENARIOS:
        lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        events = [{key: value for key, value in line.items() if key not in ("expect", "note")}
                  for line in lines if isinstance(line, dict) and "event" in line]
        if events:
            yield file.name, TELLS_OF_EMAIL if file.parent.name == "email" else TELLS, lines_of(*events)


def without_ids(text):
    """The lines without what the host named: identifiers are its own affair."""
    rows = []
    for line in text.splitlines():
        answer = json.loads(line)
        for key in ("id", "case", "error"):
            answer.pop(key, None)
        rows.append(json.dumps(answer))
    return "\n".join(rows)


class Redacted(InDirectory):
    maxDiff = None

    def test_what_is_replaced(self):
        first, _, disclosed, refused = prap("replay", "--redact", given=EVENTS).lines()
        self.assertNotIn("regions", first)
        self.assertEqual(disclosed["event"], "redacted")
        self.assertEqual(disclosed["regions"], {"redacted": "redacted"})
        (reason,) = refused["reasons"]
        self.assertEqual((reason["rule"], reason["reason"], reason["why"], reason["severity"]),
                         ("redacted", "redacted", "redacted", "forbidden"))
        plain = prap("replay", given=EVENTS).lines()
        self.assertEqual(plain[2]["regions"], {"mappa": "hold"})
        self.assertEqual(plain[3]["reasons"][0]["rule"], "IPES-3.02")

    def test_show_and_next_and_due(self):
        (shown,) = prap("show", "A1", "--redact", "--as-of", "2023-06-30", given=EVENTS).lines()
        self.assertEqual(shown["history"][0]["facts"], {"made": "2023-05-05", "redacted": "redacted"})
        self.assertEqual(shown["history"][2]["event"], "redacted")
        self.assertFalse(TELLS.search(json.dumps(shown)))
        due = prap("due", "--redact", "--as-of", "2023-05-12", "--within", "30", given=EVENTS).lines()
        self.assertIn("redacted", [row["deadline"] for row in due])
        self.assertIn("mappa15", [row["deadline"] for row in
                                  prap("due", "--as-of", "2023-05-12", "--within", "30", given=EVENTS).lines()])
        (following,) = prap("next", "A1", "--redact", "--as-of", "2023-05-12", given=EVENTS).lines()
        self.assertFalse(TELLS.search(json.dumps(following)))

    def test_no_scenario_tells_in_text_or_in_redacted_lines(self):
        for name, tells, events in inputs():
            with self.subTest(name):
                redacted = prap("replay", "--redact", given=events)
                self.assertFalse(tells.search(without_ids(redacted.out)))
                text = prap("replay", "--text", given=events).out
                told = [line for line in text.splitlines() if tells.search(line)]
                self.assertEqual([line for line in told if line.startswith("  ")], [])
                self.assertEqual(prap("explain", given=redacted.out).out, text)

    def test_text_tells_when_it_is_asked_to(self):
        self.assertIsNone(TELLS.search(prap("replay", "--text", given=EVENTS).out.replace("--sensitive", "")))
        told = prap("replay", "--text", "--sensitive", given=EVENTS).out
        self.assertIn("mappa-disclosed", told)
        self.assertIn("A Special Customer Record is never referred through PRaP", told)
        self.assertEqual(prap("explain", "--sensitive", given=prap("replay", given=EVENTS).out).out, told)

    def test_every_word_that_tells_is_known_to(self):
        """A word whose English tells is in sensitive.def: found in what a redacted answer of it would show."""
        wording = json.loads(prap("explain", "--phrases").out)["words"]
        keys = {"event": "event", "fact": "fact", "reason": "reason", "notice": "notice", "deadline": "deadline",
                "contradiction": "contradiction"}
        # Words of outages of unencrypted email, in which work is clerical: they say nothing of a person.
        of_email = {"clerical-begun", "dwp-asked-clerical", "go-clerical", "outage-end-unknown"}
        for kind, key in keys.items():
            for name, parts in wording[kind].items():
                if name in of_email or not any(TELLS.search(text) for text in (name, *parts.values())):
                    continue
                answer = {"v": 1, "case": "A", "verdict": "refused", "stage": "none", "as_of": "2023-05-05",
                          "reasons": [{key: name, "severity": "forbidden", "why": "w", "cure": "c"}]}
                shown = prap("explain", given=lines_of(answer)).out
                self.assertIn("--sensitive", shown, (kind, name))

    def test_wrong_use(self):
        for words in (["replay", "--sensitive"], ["replay", "--text", "--sensitive", "--redact"]):
            ran = prap(*words, given=EVENTS)
            self.assertEqual((ran.code, ran.out), (2, ""), words)


if __name__ == "__main__":
    unittest.main()
