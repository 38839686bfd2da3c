"""Lines that cannot be taken: each gets its code and field, the run goes on, the store stays as it was."""
import os
import random
import unittest

from command import InDirectory, accepted, dump, lines_of, prap, received

GOOD = '"case":"A1","event":"contact-attempted","on":"2023-05-09"'
NEW = '"case":"N1","programme":"ipes","event":"referral-received","on":"2023-05-05"'


def with_fact(text):
    return "{%s,%s}" % (GOOD, text)


# What the line is, what it is called, the code, the field.
EVENTS = [
    ("not JSON", "hello", "json", ""),
    ("cut off", '{"case":"A1"', "json", ""),
    ("cut off in a text", '{"case":"A1', "json", ""),
    ("empty object", "{}", "required", "case"),
    ("an array", '["A1"]', "json", ""),
    ("a text", '"A1"', "json", ""),
    ("a number", "7", "json", ""),
    ("null", "null", "json", ""),
    ("true", "true", "json", ""),
    ("two objects", "{%s}{%s}" % (GOOD, GOOD), "json", ""),
    ("something after it", "{%s} x" % GOOD, "json", ""),
    ("a comment", "{%s} // note" % GOOD, "json", ""),
    ("single quotes", "{'case':'A1'}", "json", ""),
    ("a comma too many", "{%s,}" % GOOD, "json", ""),
    ("no commas", '{"case":"A1" "on":"2023-05-09"}', "json", ""),
    ("not a number", with_fact('"code":NaN'), "json", ""),
    ("a leading zero", with_fact('"code":046'), "json", ""),
    ("a plus sign", with_fact('"code":+46'), "json", ""),
    ("hexadecimal", with_fact('"code":0x2e'), "json", ""),
    ("a control character in a text", '{"case":"A\x011"}', "json", ""),
    ("a NUL byte", b'{"case":"A\x001"}', "json", ""),
    ("a NUL byte outside", b'{"case":"A1"\x00}', "json", ""),
    ("an escaped NUL", '{"case":"A\\u00001"}', "json", ""),
    ("an escaped NUL in a key", '{"ca\\u0000se":"A1"}', "json", ""),
    ("half a surrogate pair", '{"case":"\\ud800"}', "json", ""),
    ("not UTF-8", b'{"case":"A\xff1"}', "json", ""),
    ("overlong UTF-8", b'{"case":"A\xc0\xaf1"}', "json", ""),
    ("UTF-16 surrogates in UTF-8", b'{"case":"\xed\xa0\x80"}', "json", ""),
    ("Latin-1", '{"case":"Ren\xe9"}'.encode("latin-1"), "json", ""),
    ("a byte order mark", b"\xef\xbb\xbf{%s}" % GOOD.encode(), "json", ""),
    ("nested far too deep", '{"case":' + "[" * 30000 + "]" * 30000 + "}", "json", ""),
    ("a line too long", '{"case":"%s"}' % ("x" * 70000), "limit", ""),
    ("the same field twice", '{"case":"A1","case":"A1","event":"reject","on":"2023-05-09"}', "twice", "case"),
    ("the same fact twice", with_fact('"scr":false,"scr":true'), "twice", "scr"),
    ("the same field twice, once escaped", '{"on":"2023-05-09","\\u006fn":"2023-05-09"}', "twice", ""),
    ("an unknown field", with_fact('"colour":"red"'), "unknown-field", "colour"),
    ("a field that could be a person", with_fact('"QQ123456C":"red"'), "unknown-field", ""),
    ("a field that is an event", with_fact('"accept":true'), "unknown-field", "accept"),
    ("a field in capitals", '{"CASE":"A1","event":"reject","on":"2023-05-09"}', "unknown-field", ""),
    ("an empty key", with_fact('"":1'), "unknown-field", ""),
    ("free text", with_fact('"note":"saw her today"'), "unknown-field", "note"),
    ("no case", '{"event":"reject","on":"2023-05-09"}', "required", "case"),
    ("case is a number", '{"case":7,"event":"reject","on":"2023-05-09"}', "type", "case"),
    ("case is null", '{"case":null,"event":"reject","on":"2023-05-09"}', "type", "case"),
    ("case is an object", '{"case":{"id":"A1"},"event":"reject","on":"2023-05-09"}', "type", "case"),
    ("case is a list", '{"case":["A1"],"event":"reject","on":"2023-05-09"}', "type", "case"),
    ("case is empty", '{"case":"","event":"reject","on":"2023-05-09"}', "required", "case"),
    ("case is too long", '{"case":"%s","event":"reject","on":"2023-05-09"}' % ("x" * 65), "text", "case"),
    ("case has a line end", '{"case":"A\\n1","event":"reject","on":"2023-05-09"}', "text", "case"),
    (
        "case turns the writing round",
        '{"case":"A\\u202e1","event":"reject","on":"2023-05-09"}',
        "text",
        "case",
    ),
    ("no such case", '{"case":"Z9","event":"reject","on":"2023-05-09"}', "no-such-case", "case"),
    ("no event", '{"case":"A1","on":"2023-05-09"}', "required", "event"),
    ("event is misspelt", '{"case":"A1","event":"acept","on":"2023-05-09"}', "unknown-word", "event"),
    ("event in capitals", '{"case":"A1","event":"Accept","on":"2023-05-09"}', "unknown-word", "event"),
    ("event is empty", '{"case":"A1","event":"","on":"2023-05-09"}', "unknown-word", "event"),
    ("event is a number", '{"case":"A1","event":2,"on":"2023-05-09"}', "type", "event"),
    ("event is a state", '{"case":"A1","event":"received","on":"2023-05-09"}', "unknown-word", "event"),
    (
        "programme is unknown",
        '{"case":"N1","programme":"restart","event":"referral-received","on":"2023-05-05"}',
        "unknown-word",
        "programme",
    ),
    (
        "programme is a number",
        '{"case":"N1","programme":1,"event":"referral-received","on":"2023-05-05"}',
        "type",
        "programme",
    ),
    (
        "programme is missing",
        '{"case":"N1","event":"referral-received","on":"2023-05-05"}',
        "required",
        "programme",
    ),
    ("no on", '{"case":"A1","event":"reject"}', "required", "on"),
    ("on is no such day", '{"case":"A1","event":"reject","on":"2023-02-29"}', "day", "on"),
    ("on is month 13", '{"case":"A1","event":"reject","on":"2023-13-01"}', "day", "on"),
    ("on is day 0", '{"case":"A1","event":"reject","on":"2023-05-00"}', "day", "on"),
    ("on is year 0", '{"case":"A1","event":"reject","on":"0000-05-09"}', "day", "on"),
    ("on is short", '{"case":"A1","event":"reject","on":"2023-5-9"}', "day-form", "on"),
    ("on is British", '{"case":"A1","event":"reject","on":"09/05/2023"}', "day-form", "on"),
    ("on has a time", '{"case":"A1","event":"reject","on":"2023-05-09T10:00"}', "day-form", "on"),
    ("on has a space", '{"case":"A1","event":"reject","on":" 2023-05-09"}', "day-form", "on"),
    ("on has other digits", '{"case":"A1","event":"reject","on":"२०२३-05-09"}', "day-form", "on"),
    ("on is empty", '{"case":"A1","event":"reject","on":""}', "day-form", "on"),
    ("on is a number", '{"case":"A1","event":"reject","on":20230509}', "type", "on"),
    ("on is null", '{"case":"A1","event":"reject","on":null}', "type", "on"),
    ("recorded is no day", '{%s,"recorded":"2023-05-32"}' % GOOD, "day", "recorded"),
    ("recorded is true", '{%s,"recorded":true}' % GOOD, "type", "recorded"),
    (
        "recorded before the last record",
        '{"case":"A1","event":"reject","on":"2023-05-01"}',
        "order",
        "recorded",
    ),
    ("received before it was made", '{%s,"made":"2023-05-06"}' % NEW, "order", "made"),
    ("id is true", '{"id":true,%s}' % GOOD, "type", "id"),
    ("id is a float", '{"id":1.5,%s}' % GOOD, "type", "id"),
    ("id is a list", '{"id":[1],%s}' % GOOD, "type", "id"),
    ("id is null", '{"id":null,%s}' % GOOD, "type", "id"),
    ("id is empty", '{"id":"",%s}' % GOOD, "text", "id"),
    ("id is too long", '{"id":"%s",%s}' % ("x" * 65, GOOD), "text", "id"),
    ("id is too big", '{"id":99999999999999999999,%s}' % GOOD, "range", "id"),
    ("id is of another event", '{"id":"A1-1",%s}' % GOOD, "id-reused", "id"),
    ("a day is true", '{%s,"made":true}' % NEW, "type", "made"),
    ("a day is no day", '{%s,"made":"2023-04-31"}' % NEW, "day", "made"),
    ("a day has another form", '{%s,"made":"yesterday"}' % NEW, "day-form", "made"),
    ("a tristate is a word", with_fact('"scr":"yes"'), "type", "scr"),
    ("a tristate is a number", with_fact('"scr":1'), "type", "scr"),
    ("a tristate is null", with_fact('"scr":null'), "type", "scr"),
    ("a number is a text", with_fact('"code":"46"'), "type", "code"),
    ("a number is a float", with_fact('"code":46.0'), "type", "code"),
    ("a number is an exponent", with_fact('"code":4.6e1'), "type", "code"),
    ("a number is true", with_fact('"code":true'), "type", "code"),
    ("a number is too big", with_fact('"code":123456789012345678901234567890'), "range", "code"),
    ("a float is too big", with_fact('"code":1e999'), "range", "code"),
    ("an option is unknown", with_fact('"method":"pigeon"'), "unknown-word", "method"),
    ("an option of another fact", with_fact('"method":"digital"'), "unknown-word", "method"),
    ("an option is a number", with_fact('"method":20'), "type", "method"),
    ("an option is a list", with_fact('"method":["phone"]'), "type", "method"),
    ("an option is empty", with_fact('"method":""'), "unknown-word", "method"),
    (
        "a day far outside the calendar",
        '{"case":"N1","programme":"ipes","event":"referral-received","on":"2150-01-04"}',
        "coverage",
        None,
    ),
]

DAYS = [
    ("no op", '{"from":"2023-05-05"}', "required", "op"),
    ("unknown op", '{"op":"subtract","from":"2023-05-05"}', "unknown-word", "op"),
    ("op is a number", '{"op":1}', "type", "op"),
    ("no from", '{"op":"add","working_days":1}', "required", "from"),
    ("no number", '{"op":"add","from":"2023-05-05"}', "required", "working_days"),
    ("number is a text", '{"op":"add","from":"2023-05-05","working_days":"1"}', "type", "working_days"),
    ("number is a float", '{"op":"add","from":"2023-05-05","working_days":1.5}', "type", "working_days"),
    (
        "number is too big",
        '{"op":"add","from":"2023-05-05","working_days":3000000000}',
        "range",
        "working_days",
    ),
    ("from is no day", '{"op":"count","from":"2023-02-29","to":"2023-03-01"}', "day", "from"),
    ("to is missing", '{"op":"count","from":"2023-02-28"}', "required", "to"),
    ("day has another form", '{"op":"is","day":"8 May"}', "day-form", "day"),
    ("unknown division", '{"op":"is","day":"2023-05-08","division":"wales"}', "unknown-word", "division"),
    ("unknown field", '{"op":"is","day":"2023-05-08","country":"uk"}', "unknown-field", "country"),
    ("months leave the years", '{"op":"add-months","from":"9999-12-31","months":1}', "range", "months"),
    ("a line too long", '{"id":"%s"}' % ("x" * 70000), "limit", ""),
    ("id is an object", '{"id":{},"op":"is","day":"2023-05-08"}', "type", "id"),
    ("a day without zeros", '{"op":"is","day":"2023-5-8"}', "day-form", "day"),
    ("a week date", '{"op":"next","day":"2023-W19-1"}', "day-form", "day"),
    ("an ordinal date", '{"op":"next","day":"2023-128"}', "day-form", "day"),
    ("a basic date", '{"op":"next","day":"20230508"}', "day-form", "day"),
    ("a moment", '{"op":"next","day":"2023-05-08T09:00"}', "day-form", "day"),
    ("an offset", '{"op":"next","day":"2023-05-08Z"}', "day-form", "day"),
    ("a NUL in a day", '{"op":"next","day":"2023-05-08\\u0000"}', "json", ""),
    ("full-width digits", '{"op":"next","day":"２０２３-05-08"}', "day-form", "day"),
    ("spaces around a day", '{"op":"next","day":" 2023-05-08"}', "day-form", "day"),
    ("year 0", '{"op":"count-days","from":"0000-01-01","to":"2023-05-08"}', "day", "from"),
    ("year 10000", '{"op":"count-days","from":"2023-05-08","to":"10000-01-01"}', "day-form", "to"),
    ("a signed year", '{"op":"count-days","from":"2023-05-08","to":"+2023-05-08"}', "day-form", "to"),
    ("n at the end of int32", '{"op":"add","from":"2023-05-08","working_days":2147483647}', "coverage",
     "working_days"),
    ("n past the end of int32", '{"op":"add","from":"2023-05-08","working_days":2147483648}', "range",
     "working_days"),
    ("n at the other end", '{"op":"nth","from":"2023-05-08","n":-2147483648}', "coverage", "n"),
    ("n past the other end", '{"op":"nth","from":"2023-05-08","n":-2147483649}', "range", "n"),
    ("the 0th", '{"op":"nth","from":"2023-05-08","n":0}', "range", "n"),
    ("days past the years", '{"op":"add-days","from":"2023-05-08","days":2147483647}', "range", "days"),
    ("years before the years", '{"op":"add-years","from":"2023-05-08","years":-2147483648}', "range", "years"),
    ("from outside", '{"op":"add","from":"1999-05-08","working_days":1}', "coverage", "from"),
    ("a day outside", '{"op":"on-or-before","day":"1999-05-08"}', "coverage", "day"),
    ("a walk that leaves", '{"op":"walk","from":"2023-05-08","to":"2041-05-08"}', "coverage", "to"),
    ("no such month", '{"op":"nth-weekday","year":2023,"month":13,"weekday":1,"n":1}', "day", "month"),
    ("no such year", '{"op":"nth-weekday","year":0,"month":1,"weekday":1,"n":1}', "day", "year"),
    ("no such weekday", '{"op":"nth-weekday","year":2023,"month":1,"weekday":0,"n":1}', "range", "weekday"),
    ("no fifth", '{"op":"nth-weekday","year":2023,"month":2,"weekday":1,"n":5}', "day", "n"),
    ("the 0th weekday", '{"op":"nth-weekday","year":2023,"month":2,"weekday":1,"n":0}', "range", "n"),
    ("a weekday by name", '{"op":"nth-weekday","year":2023,"month":2,"weekday":"Monday","n":1}', "type",
     "weekday"),
    ("a list where none may be", '{"op":"next","day":["2023-05-08"]}', "type", "day"),
    ("a list with another form", '{"op":"is","day":["2023-05-08","8 May"]}', "day-form", "day[1]"),
    ("a list with no day", '{"op":"count","from":["2023-05-08",null],"to":"2023-05-08"}', "type", "from[1]"),
    ("a list in a list", '{"op":"add","from":[["2023-05-08"]],"working_days":1}', "type", "from[0]"),
    ("a list with a fraction", '{"op":"add","from":"2023-05-08","working_days":[1,1.5]}', "type",
     "working_days[1]"),
    ("lists of two lengths", '{"op":"add","from":["2023-05-08"],"working_days":[1,2]}', "range",
     "working_days"),
    ("a list without the other field", '{"op":"add","from":["2023-05-08"]}', "required", "working_days"),
    ("one that moves nowhere known", '{"op":"moved","from":"1999-05-08","working_days":1}', "coverage", "from"),
]


def as_bytes(line):
    return line if isinstance(line, bytes) else line.encode()


class BadInput(InDirectory):
    def check_error(self, answer, code, field):
        self.assertEqual(answer["v"], 1)
        self.assertEqual(answer["error"]["code"], code)
        if field is not None:
            self.assertEqual(answer["error"]["field"], field)
        self.assertTrue(answer["error"]["message"])

    def test_each_event_line(self):
        self.stored(received("A1"))
        before = dump(self.file)
        for name, line, code, field in EVENTS:
            with self.subTest(name):
                ran = prap("replay", "--store", self.store, given=as_bytes(line) + b"\n")
                self.assertEqual(ran.code, 3, ran.err)
                self.assertEqual(len(ran.out.splitlines()), 1)
                self.check_error(ran.lines()[0], code, field)
                self.assertEqual(ran.lines()[0]["line"], 1)
                self.assertIn("prap replay: standard input:1: ", ran.err)
                self.assertEqual(len(ran.err.splitlines()), 1)
                self.assertEqual(dump(self.file), before)

    def test_all_at_once_between_good_lines(self):
        """The good lines are stored as if the bad ones were not there."""
        given = b"".join(as_bytes(line) + b"\n" for _, line, _, _ in EVENTS)
        given = lines_of(received("A1")).encode() + given + lines_of(accepted("A1")).encode()
        ran = prap("replay", "--store", self.store, given=given)
        answers = ran.lines()
        self.assertEqual((ran.code, len(answers)), (3, len(EVENTS) + 2))
        for number, (answer, (name, _, code, field)) in enumerate(zip(answers[1:], EVENTS), start=2):
            with self.subTest(name):
                self.check_error(answer, code, field)
                self.assertEqual(answer["line"], number)
        self.assertEqual(answers[-1]["verdict"], "permitted")
        other = self.directory / "other.db"
        prap("replay", "--store", f"sqlite:{other}", given=lines_of(received("A1"), accepted("A1")))
        self.assertEqual(dump(self.file), dump(other))

    def test_preview_says_the_same(self):
        given = b"".join(as_bytes(line) + b"\n" for _, line, _, _ in EVENTS)
        given = lines_of(received("A1")).encode() + given
        self.assertEqual(prap("preview", given=given).out, prap("replay", given=given).out)

    def test_each_days_line(self):
        for name, line, code, field in DAYS:
            with self.subTest(name):
                ran = prap("days", given=line)
                self.assertEqual(ran.code, 3, ran.err)
                self.check_error(ran.lines()[0], code, field)
                self.assertEqual(len(ran.err.splitlines()), 1)

    def test_id_is_echoed_with_the_error(self):
        ran = prap(
            "replay",
            given='{"id":"e9","case":"A1","event":"acept","on":"2023-05-09"}\n'
            '{"id":12,"case":"A1","event":"accept","on":"2023-05-09","colour":1}\n',
        )
        self.assertEqual([one["id"] for one in ran.lines()], ["e9", 12])

    def test_no_value_is_repeated(self):
        """Errors name fields and words of ours, never what came in."""
        secret = "QQ123456C"
        for line in (
            '{"case":"A1","event":"%s","on":"2023-05-09"}',
            '{"case":"A1","event":"accept","on":"%s"}',
            '{"case":"A1","event":"accept","on":"2023-05-09","%s":1}',
            "%s",
            '{"case":"%s\\n","event":"accept",' '"on":"2023-05-09"}',
            '{"case":"A1","%s":1,"%s":2}',
            '{"case":"A1","event":"accept",' '"on":"2023-05-09","reason":"%s"}',
        ):
            ran = prap("replay", given=line.replace("%s", secret))
            self.assertEqual(ran.code, 3)
            self.assertNotIn(secret, ran.out + ran.err)

    def test_longest_line(self):
        body = lines_of(received("A1")).strip()
        fits = body + " " * (65536 - len(body))
        ran = prap("replay", given=fits + "\n" + fits + " \n" + lines_of(accepted("A1")))
        self.assertEqual(
            [one.get("verdict", one.get("error", {}).get("code")) for one in ran.lines()],
            ["permitted", "limit", "permitted"],
        )

    def test_explain_reads_only_answers(self):
        ran = prap("explain", given='hello\n{"v":1}\n{"v":1,"day":"2023-05-08"}\n')
        self.assertEqual((ran.code, ran.out, len(ran.err.splitlines())), (3, "Monday 8 May 2023\n", 2))


PIECES = [
    b"{",
    b"}",
    b"[",
    b"]",
    b'"',
    b":",
    b",",
    b"\\",
    b"\\u",
    b"\\ud800",
    b"\xff",
    b"\x00",
    b"\xe2\x80\xae",
    b"null",
    b"true",
    b"-0",
    b"1e9",
    b"9" * 30,
    b"unknown",
    b'"unknown"',
    b"2023-02-30",
    b"0001-01-01",
    b"9999-12-31",
    b"\r",
    b"id",
    b"case",
    b"on",
    b"code",
    b"made",
    b"accept",
    b"left",
    b"  ",
    b"A" * 70,
]


def mutated(chance, lines):
    """A line of the list with a few places cut out, doubled, swapped or filled with something else."""
    line = bytearray(chance.choice(lines))
    for _ in range(chance.randrange(1, 5)):
        at, end = sorted(chance.randrange(len(line) + 1) for _ in range(2))
        end = min(end, at + 12)
        line[at:end] = chance.choice(
            [b"", bytes(line[at:end]) * 2, chance.choice(PIECES), bytes([chance.randrange(256)])]
        )
    return bytes(line).replace(b"\n", b" ")


class Mutated(InDirectory):
    """Whatever comes in: one answer a line, each whole, and an exit status of the contract."""

    def lines(self, seeds, n):
        seed = int(os.environ.get("PRAP_TEST_SEED", random.randrange(1 << 32)))
        print(f"PRAP_TEST_SEED={seed}")
        chance = random.Random(seed)
        lines = (mutated(chance, seeds) for _ in range(n))
        return [line for line in lines if line.strip(b" \t\r")]

    def check(self, lines, *words):
        ran = prap(*words, given=b"\n".join(lines))
        self.assertIn(ran.code, (0, 3), ran.err[-500:])
        self.assertEqual(len(ran.lines()), len(lines))
        self.assertTrue(all(one["v"] == 1 for one in ran.lines()))
        ran.out.encode("utf-8")
        return ran

    def test_events(self):
        seeds = [
            line.encode()
            for line in lines_of(
                received("A1", made="2023-05-04", scr=False),
                accepted("A1"),
                {
                    "id": 7,
                    "case": "A1",
                    "event": "meeting-attended",
                    "on": "2023-05-16",
                    "mode": "face-to-face",
                },
                {
                    "case": "A1",
                    "event": "start-recorded",
                    "on": "2023-05-16",
                    "identity-checked": True,
                    "employed": False,
                },
                {"case": "A1", "event": "left", "on": "2023-06-16", "code": 46, "moved-out": "unknown"},
            ).splitlines()
        ]
        lines = self.lines(seeds, 3000)
        ran = self.check(lines, "replay", "--store", self.store)
        self.check(lines, "preview")
        explained = prap("explain", given=ran.out)
        self.assertEqual((explained.code, explained.err), (0, ""))
        seeds = [line.encode() for line in ran.out.splitlines()[:50]]
        explained = prap("explain", given=b"\n".join(self.lines(seeds, 1000)))
        self.assertIn(explained.code, (0, 3), explained.err[-500:])

    def test_days(self):
        seeds = [
            b'{"id":1,"op":"add","from":"2023-05-05","working_days":15,"division":"scotland"}',
            b'{"id":2,"op":"count","from":"2023-05-05","to":"2023-05-30"}',
            b'{"op":"is","day":"2023-05-08"}',
            b'{"id":4,"op":"add-months","from":"2023-01-31","months":1}',
            b'{"op":"add","from":["2023-05-05","2023-05-06"],"working_days":[15,-1]}',
            b'{"op":"walk","from":"2023-05-05","to":"2023-05-30"}',
            b'{"op":"moved","from":["2023-05-05"],"working_days":1}',
            b'{"op":"nth-weekday","year":2023,"month":5,"weekday":3,"n":-1}',
        ]
        ran = self.check(self.lines(seeds, 3000), "days", "--why", "--closed", "2023-05-09=Move")
        explained = prap("explain", given=ran.out)
        self.assertEqual((explained.code, explained.err), (0, ""))


USES = [
    [],
    ["fly"],
    ["--store"],
    ["replay", "--colour"],
    ["replay", "-x"],
    ["replay", "---exit-status"],
    ["replay", "--store"],
    ["replay", "--store", "sqlite:"],
    ["replay", "--store", "caseload.db"],
    ["replay", "--store", "postgresql:"],
    ["replay", "--store", "postgresql:no-such-word=1"],
    ["replay", "--store", "sqlite:file:x"],
    ["replay", "--policy", "late-ack"],
    ["replay", "--policy", "late-ack=maybe"],
    ["replay", "--policy", "colour=red"],
    ["replay", "--policy", "min-attempts=0"],
    ["replay", "--policy", "min-attempts=x"],
    ["replay", "--policy", "late-ack=refuse", "--policy", "late-ack=refuse"],
    ["replay", "--exit-status=1"],
    ["replay", "--sweep", "soon"],
    ["replay", "--tenant", "a", "--tenant", "b"],
    ["preview", "--sweep", "2023-05-09"],
    ["due"],
    ["due", "--as-of", "9 May", "--store", "sqlite:x.db"],
    ["due", "--as-of", "2023-05-09", "--within", "-1", "--store", "sqlite:x.db"],
    ["due", "--as-of", "2023-05-09", "--within", "week", "--store", "sqlite:x.db"],
    ["due", "--store", "sqlite:x.db"],
    ["due", "A1", "--as-of", "2023-05-09", "--store", "sqlite:x.db"],
    ["next", "--store", "sqlite:x.db"],
    ["show", "A1", "--store", "sqlite:x.db"],
    ["show", "--as-of", "2023-05-09"],
    ["show", "A1", "A2", "--as-of", "2023-05-09", "--store", "sqlite:x.db"],
    ["days", "subtract"],
    ["days", "add"],
    ["days", "add", "2023-05-05"],
    ["days", "add", "2023-05-05", "x"],
    ["days", "add", "2023-05-05", "99999999999"],
    ["days", "add", "2023-02-29", "1"],
    ["days", "count", "2023-05-05", "5"],
    ["days", "is", "today"],
    ["days", "is", "2023-05-05", "1"],
    ["days", "is", "2023-05-05", "--division", "wales"],
    ["days", "add", "2023-05-05", " 1"],
    ["days", "add", "2023-05-05", "１"],
    ["days", "add", "2023-05-05", "1x"],
    ["days", "nth", "2023-05-05", "0"],
    ["days", "next", "2023-W19-1"],
    ["days", "add-days", "9999-12-31", "1"],
    ["days", "nth-weekday", "2023", "2", "1", "5"],
    ["days", "nth-weekday", "2023", "2", "1"],
    ["days", "nth-weekday", "2023", "2", "1", "5", "6"],
    ["rules", "IPES-0"],
    ["schema", "x"],
    ["version", "x"],
]


class WrongUse(InDirectory):
    def test_each(self):
        for words in USES:
            with self.subTest(" ".join(words)):
                ran = prap(*words)
                self.assertEqual((ran.code, ran.out), (2, ""), ran.err)
                self.assertEqual(len(ran.err.splitlines()), 1)
                self.assertIn("--help", ran.err)

    def test_wrong_use_makes_no_store(self):
        for words in (["--policy", "late-ack=maybe"], ["--sweep", "soon"], ["missing.jsonl"]):
            prap("replay", "--store", self.store, *words)
            self.assertFalse(self.file.exists())


if __name__ == "__main__":
    assert len(EVENTS) >= 60 and len({name for name, *_ in EVENTS}) == len(EVENTS)
    unittest.main()
