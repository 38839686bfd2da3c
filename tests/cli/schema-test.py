"""prap schema against the tables, and every input and output against it."""
import json
import re
import unittest

from command import SOURCE, InDirectory, accepted, lines_of, prap, received

SCHEMA = json.loads(prap("schema").out)
KNOWN = {
    "$ref",
    "type",
    "enum",
    "const",
    "anyOf",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "pattern",
    "minLength",
    "maxLength",
    "description",
    "format",
}


def is_type(value, name):
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, {"string": str, "object": dict, "array": list, "boolean": bool, "null": type(None)}[name])


def same(one, other):
    return type(one) is type(other) and one == other


def faults(schema, value, where="$"):
    """The little of JSON Schema that the command's schema uses; an unknown keyword is an error of this test."""
    unknown = set(schema) - KNOWN
    assert not unknown, f"the test does not know {unknown}"
    if "$ref" in schema:
        yield from faults(SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")], value, where)
    types = schema.get("type", [])
    if types and not any(is_type(value, name) for name in ([types] if isinstance(types, str) else types)):
        yield f"{where} is no {types}"
        return
    if "const" in schema and not same(schema["const"], value):
        yield f"{where} is not {schema['const']}"
    if "enum" in schema and not any(same(one, value) for one in schema["enum"]):
        yield f"{where} is not one of the {len(schema['enum'])} words"
    if "anyOf" in schema and all(any(faults(one, value, where)) for one in schema["anyOf"]):
        yield f"{where} is none of {len(schema['anyOf'])} forms"
    if isinstance(value, str):
        if not re.search(schema.get("pattern", ""), value):
            yield f"{where} has another form"
        if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
            yield f"{where} has another length"
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        yield from (f"{where}.{name} is missing" for name in schema.get("required", []) if name not in value)
        if schema.get("additionalProperties") is False:
            yield from (f"{where}.{name} is not in the schema" for name in value if name not in properties)
        for name in properties.keys() & value.keys():
            yield from faults(properties[name], value[name], f"{where}.{name}")
    for i, item in enumerate(value if isinstance(value, list) else []):
        yield from faults(schema.get("items", {}), item, f"{where}[{i}]")


class Schema(InDirectory):
    def valid(self, name, *values):
        self.assertTrue(values)
        for value in values:
            self.assertEqual(list(faults({"$ref": f"#/$defs/{name}"}, value)), [], value)

    def test_is_draft_2020_12(self):
        self.assertEqual(SCHEMA["$schema"], "https://json-schema.org/draft/2020-12/schema")
        for one in SCHEMA["anyOf"]:
            self.assertIn(one["$ref"].removeprefix("#/$defs/"), SCHEMA["$defs"])

    def test_words_are_those_of_the_tables(self):
        vocabulary = SOURCE / "lib" / "vocabulary"

        def names(file, column):
            rows = re.findall(r"^X\((.*)\)$", (vocabulary / file).read_text(), re.MULTILINE)
            return [re.findall(r'"([^"]*)"', row)[column] for row in rows]

        event = SCHEMA["$defs"]["event-in"]["properties"]
        self.assertEqual(event["event"]["enum"], names("events.def", 0))
        self.assertEqual(
            set(event) - {"id", "case", "programme", "event", "on", "recorded"}, set(names("facts.def", 0))
        )
        self.assertEqual(SCHEMA["$defs"]["answer"]["properties"]["stage"]["enum"], names("states.def", 0))
        self.assertEqual(SCHEMA["$defs"]["reason"]["properties"]["reason"]["enum"], names("reasons.def", 0))
        self.assertEqual(
            set(event["reason"]["enum"]) - {"unknown"},
            set(re.findall(r'REASON,\s+"([^"]*)"', (vocabulary / "options.def").read_text())),
        )

    def test_scenarios_in_and_out(self):
        for path in sorted((SOURCE / "tests" / "scenarios").rglob("*.jsonl")):
            _, *inputs = [json.loads(line) for line in path.read_text().splitlines()]
            for one in inputs:
                one.pop("expect")
            ran = prap("replay", given=lines_of(*inputs))
            for one, answer in zip(inputs, ran.lines(), strict=True):
                self.valid("error" if "error" in answer else "answer", answer)
                if "error" not in answer:
                    self.valid("event-in", one)

    def test_wrong_types_are_outside(self):
        good = received("A1")
        self.valid("event-in", good)
        for name, value in (
            ("on", "9 May"),
            ("on", 7),
            ("case", ""),
            ("case", "x" * 65),
            ("event", "acept"),
            ("scr", "yes"),
            ("scr", 1),
            ("code", "46"),
            ("method", "digital"),
            ("colour", "red"),
            ("id", True),
            ("id", ""),
            ("made", True),
        ):
            self.assertTrue(list(faults({"$ref": "#/$defs/event-in"}, {**good, name: value})), (name, value))

    def test_other_outputs(self):
        self.stored(received("A1", made="2023-05-04"), accepted("A1"))
        words = ["--store", self.store, "--as-of", "2023-05-20"]
        self.valid("due", *prap("due", *words, "--within", "90").lines())
        self.valid("next", *prap("next", *words).lines())
        self.valid("case", *prap("show", "A1", *words).lines())
        self.valid("error", *prap("show", "A2", *words).lines(), *prap("next", "A2", *words).lines())
        self.valid("rule", *prap("rules", "--json").lines())
        for name, ids in (
            ("ambiguity", ["AMB-44", "AMB-04"]),
            ("policy", ["P-LATE-ACK", "P-327"]),
            ("contact", ["post-email", "roles-without-address"]),
            ("document", ["IPES", "CH15"]),
        ):
            self.valid(name, *prap("rules", "--json", *ids).lines())
        self.valid("version", *prap("version", "--json").lines())
        days = [
            {"op": "add", "from": "2023-05-05", "working_days": 15, "division": "scotland"},
            {"id": 2, "op": "count", "from": "2023-05-05", "to": "2023-05-30"},
            {"op": "is", "day": "2023-05-08"},
            {"op": "add-months", "from": "2023-01-31", "months": 1},
            {"op": "nth", "from": "2023-05-05", "n": -1},
            {"op": "count-months", "from": "2023-01-31", "to": "2024-01-31"},
            {"op": "nth-weekday", "year": 2023, "month": 5, "weekday": 3, "n": -1},
            {"op": "walk", "from": "2023-05-05", "to": "2023-05-09"},
            {"op": "add", "from": ["2023-05-05", "2039-01-01"], "working_days": [15, 1]},
            {"op": "count", "from": "2023-05-05", "to": ["2023-05-30"]},
            {"op": "is", "day": ["2023-05-08", "2051-05-09"]},
            {"op": "moved", "from": ["2023-05-05", "1999-01-01"], "working_days": 1},
        ]
        self.valid("days-in", *days)
        for words in ([], ["--why"], ["--provisional", "--closed", "2023-05-09=Move"]):
            self.valid("days", *prap("days", *words, given=lines_of(*days)).lines())

    def test_forms_and_services(self):
        golden = SOURCE / "tests/golden/forms"
        def rows(name):
            return [json.loads(line) for line in (golden / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        names = {name: form["form"] for form in rows("forms") for name in (form["form"], form["title"], *form["aliases"])}
        for name in ("rows", "more"):
            for question in rows(name):
                question = {key: value for key, value in question.items() if key not in ("cell", "expect")}
                self.valid(f"form-{names[question['form']]}-in", question)
            self.valid("form", *rows(f"{name}-answers"))
        for name in ("services", "more-services"):
            self.valid("service-in", *({key: value for key, value in row.items() if key not in ("cell", "expect")}
                                       for row in rows(name)))
            self.valid("service", *rows(f"{name}-answers"))
        self.valid("form-kind", *rows("forms"))
        self.valid("contact-line", *rows("contacts"))
        good = {"form": "whp07", "on": "2021-05-10", "voluntary": True}
        self.valid("form-whp07-in", good)
        for key, value in (("voluntary", 1), ("surname", True), ("happened", "work"), ("on", "today"), ("form", "sl2")):
            self.assertTrue(list(faults({"$ref": "#/$defs/form-whp07-in"}, {**good, key: value})), (key, value))

    def test_questions_to_the_desk(self):
        golden = SOURCE / "tests/golden/desk"
        for name in ("rows", "more"):
            for line in (golden / f"{name}.jsonl").read_text().splitlines():
                question = {key: value for key, value in json.loads(line).items() if key not in ("cell", "expect")}
                self.valid(f"desk-{question['ask']}-in", question)
            self.valid("desk", *map(json.loads, (golden / f"{name}-answers.jsonl").read_text().splitlines()))
        good = {"ask": "advice", "on": "2015-12-16", "claim": "live"}
        self.valid("desk-advice-in", good)
        for name, value in (("claim", "right"), ("claim", True), ("mappa", True), ("in-receipt", "yes"), ("steps", [])):
            self.assertTrue(list(faults({"$ref": "#/$defs/desk-advice-in"}, {**good, name: value})), (name, value))

    def test_extracts(self):
        golden = SOURCE / "tests/golden/extract"
        for name in ("records", "before", "after"):
            self.valid("extract-record-in", *map(json.loads, (golden / f"{name}.jsonl").read_text().splitlines()))
        self.valid("extract-check", *map(json.loads, (golden / "records-answers.jsonl").read_text().splitlines()))
        self.valid("extract-item", *map(json.loads, (golden / "items.jsonl").read_text().splitlines()))
        *differences, summary = map(json.loads, (golden / "differences.jsonl").read_text().splitlines())
        self.valid("extract-diff", *differences)
        self.valid("extract-summary", summary)
        ran = prap("extract", "import", "--before", golden / "before.jsonl", golden / "records.jsonl")
        kinds = [("extract-summary" if one["extract"] == "summary" else "extract-gone" if one["result"] == "gone"
                  else "extract-matched", one) for one in ran.lines() if "error" not in one]
        self.assertEqual({kind for kind, _ in kinds}, {"extract-summary", "extract-gone", "extract-matched"})
        for kind, one in kinds:
            self.valid(kind, one)
        self.assertTrue(list(faults({"$ref": "#/$defs/extract-check"}, {**differences[0], "verdict": "maybe"})))

    def test_data_protection(self):
        golden = SOURCE / "tests/golden/data-protection"
        for name, asked, answered in (("requests", "erase-in", "erase"), ("messages", "may-send-in", "may-send"),
                                      ("cases", "erase-in", "erase")):
            self.valid(asked, *map(json.loads, (golden / f"{name}.jsonl").read_text().splitlines()))
            self.valid(answered, *map(json.loads, (golden / f"{name}-answers.jsonl").read_text().splitlines()))
        facts = set(SCHEMA["$defs"]["erase-in"]["properties"]) - {"id", "case", "as_of", "received"}
        self.assertEqual(facts, {"referred-to", "started", "customer-group", "mandated-to-interview",
                                 "dna-after-mandation", "mandation-evidence-held"})
        good = {"on": "2021-03-10", "stage": "at-ceasing"}
        self.valid("may-send-in", good)
        for name, value in (("stage", "at-received"), ("records", "one"), ("colour", "red")):
            self.assertTrue(list(faults({"$ref": "#/$defs/may-send-in"}, {**good, name: value})), (name, value))
        self.assertTrue(list(faults({"$ref": "#/$defs/erase-in"}, {"records": 1})))

    def test_operations_are_those_of_the_help(self):
        listed = prap("days", "--help").out.split("\nOperations:\n")[1].split("\n\n")[0]
        names = re.findall(r"^  ([a-z]\S*)", listed, re.MULTILINE)
        self.assertEqual(SCHEMA["$defs"]["days-in"]["properties"]["op"]["enum"], names)
        self.assertGreater(len(names), 15)


class Page(unittest.TestCase):
    def test_the_page_of_answers_tells_every_member_of_what_it_tells_of(self):
        page = (SOURCE / "docs/reference/answers.md").read_text(encoding="utf-8")
        section = re.search(r"^## How long to keep, and verifying$(.*?)^## ", page, re.M | re.S).group(1)
        told = set(re.findall(r"`([a-z_]+)`", section))
        for name in ("retain", "retained", "retain-case", "retention-finding", "verify", "verify-fault", "verify-finding"):
            members = set(SCHEMA["$defs"][name]["properties"]) - {"v", "id"}
            self.assertEqual(members - told, set(), name)
            for member in members - set(SCHEMA["$defs"][name]["required"]) - {"events_over"}:
                self.assertRegex(section, rf"`{member}` \*", name)


if __name__ == "__main__":
    unittest.main()
