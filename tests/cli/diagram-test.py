"""prap diagram: each format is well formed, and its arrows are the moves of the table: those, and no others.

The table is read from tests/golden/matrix-ipes.txt, which is printed from the rows by another program.
"""
import json
import re
import unittest
import xml.etree.ElementTree as ElementTree

from command import SOURCE, lines_of, prap

SCXML = "{http://www.w3.org/2005/07/scxml}"
OURS = "{urn:x-prap:moves}"
NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
IDS = r"(?:[A-Z]+-)+\d+[a-z]?(?:, (?:[A-Z]+-)*\d+[a-z]?)*"
CLAUSES = rf"(?: while {NAME} {NAME}| by {NAME}| under {NAME} {NAME}| sets {NAME} {NAME})*"
LINE = re.compile(rf"({NAME}|any other event){CLAUSES}(?: \(({IDS})\))?")


def table():
    """{(state, event, to, id)} of the matrix, to being None where a row refuses."""
    found, cell = set(), None
    for line in (SOURCE / "tests/golden/matrix-ipes.txt").read_text().splitlines():
        if match := re.fullmatch(rf"({NAME}), ({NAME})", line):
            cell = match.groups()
        elif match := re.match(rf"    (?:refused|-> ({NAME})).*\(([^()]*)\)$", line):
            to = cell[0] if match.group(1) == "same" else match.group(1)
            for id_ in match.group(2).split(", "):
                found.add((*cell, to, id_))
    return found


def triples(rows):
    return {row[:3] for row in rows}


def ids_in(text):
    """ "T-I-24, 25, F-I-02" as [T-I-24, T-I-25, F-I-02]."""
    head, found = "", []
    for part in text.split(", ") if text else []:
        full = part if "-" in part else head + part
        head = full[:full.rindex("-") + 1]
        found.append(full)
    return found


def label_in(label, between):
    """[(event, ids)] of the lines beside an arrow; a line that begins with a space belongs to the one before."""
    lines = re.sub(re.escape(between) + " +", " ", label).split(between)
    matches = [LINE.fullmatch(line) for line in lines]
    assert all(matches), label
    return [(match.group(1), ids_in(match.group(2))) for match in matches]


def diagram(*words):
    ran = prap("diagram", "ipes", *words)
    assert (ran.code, ran.err) == (0, ""), ran.err
    return ran.out


class Dot:
    """The statements of a DOT file, by the part of its grammar that we use: nodes, edges, quoted attributes."""

    ATTRIBUTES = r"\[((?:\w+=(?:\w+|[\d.]+|\"(?:[^\"\\]|\\[l\"])*\")(?:, )?)+)\]"
    NODE = re.compile(rf'    "({NAME})"(?: {ATTRIBUTES})?;')
    EDGE = re.compile(rf'    "({NAME})" -> "({NAME})" {ATTRIBUTES};')
    DEFAULT = re.compile(rf"    (?:node|edge) {ATTRIBUTES};")

    def __init__(self, text):
        comment, opening, *body, closing = text.splitlines()
        assert comment.startswith("// ") and closing == "}", text
        assert opening == 'digraph "ipes" {', opening
        self.nodes, self.edges, self.refusals = {}, set(), set()
        for line in body:
            if match := self.EDGE.fullmatch(line):
                self.add(*match.groups())
            elif match := self.NODE.fullmatch(line):
                assert match.group(1) not in self.nodes, line
                self.nodes[match.group(1)] = match.group(2) or ""
            else:
                assert self.DEFAULT.fullmatch(line), line

    def add(self, start, end, attributes):
        label = re.search(r'label="(.*)\\l"', attributes).group(1)
        dashed = "style=dashed" in attributes
        assert start in self.nodes and end in self.nodes and (not dashed or start == end)
        for event, ids in label_in(label, "\\l"):
            for id_ in ids:
                (self.refusals if dashed else self.edges).add((start, event, None if dashed else end, id_))


class Mermaid:
    """The lines of a Mermaid state diagram, by the part of its grammar that we use."""

    ID = r"[a-z0-9_]+"

    def __init__(self, text):
        comment, opening, *body = text.splitlines()
        assert comment.startswith("%% ") and opening == "stateDiagram-v2", text
        self.names, self.edges, self.refusals, self.ends, self.begins = {}, set(), set(), set(), set()
        for line in body:
            if match := re.fullmatch(rf'    state "({NAME})" as ({self.ID})', line):
                assert match.group(2) not in self.names
                self.names[match.group(2)] = match.group(1)
            elif match := re.fullmatch(rf"    \[\*\] --> ({self.ID})", line):
                self.begins.add(self.names[match.group(1)])
            elif match := re.fullmatch(rf"    ({self.ID}) --> \[\*\]", line):
                self.ends.add(self.names[match.group(1)])
            elif match := re.fullmatch(rf"    ({self.ID}) --> ({self.ID}) : (.*)", line):
                start, end = (self.names[match.group(i)] for i in (1, 2))
                self.edges |= {(start, event, end, id_) for event, ids in label_in(match.group(3), "<br/>")
                               for id_ in ids}
            else:
                match = re.fullmatch(rf"    note right of ({self.ID}) : forbidden<br/>(.*)", line)
                assert match, line
                self.refusals |= {(self.names[match.group(1)], event, None, id_)
                                  for event, ids in label_in(match.group(2), "<br/>") for id_ in ids}


class Scxml:
    """A chart: its states with their transitions, in document order; and what W3C's structure asks of them."""

    def __init__(self, text):
        self.root = ElementTree.fromstring(text)
        assert self.root.tag == SCXML + "scxml" and self.root.get("version") == "1.0"
        assert set(self.root.attrib) == {"version", "name", "datamodel", "initial"}
        data, parallel = self.root
        assert (data.tag, parallel.tag) == (SCXML + "datamodel", SCXML + "parallel")
        assert parallel.get("id") == self.root.get("initial")
        self.data = {each.get("id"): each.get("expr") for each in data}
        ids = [each.get("id") for each in self.root.iter() if each.tag != SCXML + "data" and each.get("id")]
        assert len(set(ids)) == len(ids) and all(re.fullmatch(rf"{NAME}(\.{NAME})?", each) for each in ids), ids
        stage, *regions = parallel
        assert stage.get("id") == "stage"
        self.initial = stage.get("initial")
        self.states = {each.get("id"): each for each in stage}
        assert self.initial in self.states
        for state in stage:
            assert state.tag in (SCXML + "state", SCXML + "final"), state.tag
            assert state.tag == SCXML + "state" or not len(state)
            for transition in state:
                self.check(transition)
        self.regions = {each.get("id"): self.region(each) for each in regions}

    def check(self, transition):
        assert transition.tag == SCXML + "transition"
        assert set(transition.attrib) <= {"event", "cond", "target"} | {
            OURS + name for name in ("rows", "guards", "forbidden", "feed", "notices")}
        assert transition.get("target") in {None, *self.states}
        assert (transition.get("target") is None) == (transition.get(OURS + "forbidden") == "true")
        assert all(each.tag == SCXML + "raise" for each in transition)

    def region(self, element):
        """{event: where the region goes}; it begins nowhere."""
        name, inner = element.get("id"), {each.get("id") for each in element if each.tag == SCXML + "state"}
        goes = {each.get("event"): each.get("target") for each in element if each.tag == SCXML + "transition"}
        assert element.get("initial") == f"{name}.none" and set(goes.values()) == inner
        assert all(event == f"set.{target}" for event, target in goes.items())
        return goes

    def transitions(self):
        return {(state, each.get("event").replace("*", "any other event"), each.get("target"), id_)
                for state, element in self.states.items() for each in element
                for id_ in each.get(OURS + "rows").split()}

    def holds(self, term, where, event, past):
        """One term of a condition, as ECMAScript would judge it."""
        if match := re.fullmatch(r"_event\.data\['(.*?)'\] == (.*)", term):
            return json.dumps(event.get(match.group(1))).replace('"', "'") == match.group(2)
        if match := re.fullmatch(r"policy\['(.*?)'\] == ('.*?')", term):
            return f"'{match.group(1)}': {match.group(2)}" in self.data["policy"]
        if match := re.fullmatch(r"!past\['(.*?)'\]", term):
            return match.group(1) not in past
        return re.fullmatch(r"In\('(.*?)'\)", term).group(1) in where

    def go(self, where, event, past=()):
        """Moves as the chart does: by the first transition of the stage whose event and condition fit. where: the
        active states, stage first. Gives where it then is, or None."""
        for each in self.states[where[0]]:
            terms = each.get("cond").split(" && ") if each.get("cond") else []
            if each.get("event") == event["event"] and all(self.holds(term, where, event, past) for term in terms):
                after = {active.split(".")[0]: active for active in where[1:]}
                for raised in each:
                    name = raised.get("event").split(".")[1]
                    after[name] = self.regions[name][raised.get("event")]
                return [each.get("target"), *after.values()]
        return None


class Formats(unittest.TestCase):
    def setUp(self):
        self.table = table()
        self.permitted = {row for row in self.table if row[2] is not None}
        self.assertGreater(len(self.permitted), 20)
        # Of a permitted move the pictures name no forbidden one, which is what its guards are there for.
        self.drawn = {row for row in self.permitted if not row[3].startswith("F-")}

    def assert_same(self, found, wanted):
        self.assertEqual((sorted(found - wanted), sorted(wanted - found)), ([], []))

    def assert_refusals(self, found):
        """Each refusal of the table is drawn, by its event or as one of all other events; and no other is."""
        refused = {(state, event, id_) for state, event, to, id_ in self.table if to is None}
        alone = {(state, event, id_) for state, event, _, id_ in found if event != "any other event"}
        others = {(state, id_) for state, event, _, id_ in found if event == "any other event"}
        self.assertTrue(alone)
        self.assertTrue(others)
        self.assertEqual(sorted(alone - refused), [])
        self.assertEqual(sorted(others - {(state, id_) for state, _, id_ in refused}), [])
        self.assertEqual(sorted(row for row in refused - alone if (row[0], row[2]) not in others), [])

    def test_dot_has_the_moves_of_the_table_and_no_others(self):
        dot = Dot(diagram("--format", "dot"))
        self.assert_same(dot.edges, self.drawn)
        self.assert_same(triples(dot.edges), triples(self.permitted))
        self.assertEqual(dot.refusals, set())
        self.assert_refusals(Dot(diagram("--format", "dot", "--forbidden")).refusals)

    def test_mermaid_has_the_moves_of_the_table_and_no_others(self):
        mermaid = Mermaid(diagram("--format", "mermaid"))
        self.assert_same(mermaid.edges, self.drawn)
        self.assert_same(triples(mermaid.edges), triples(self.permitted))
        self.assertEqual(mermaid.begins, {"none"})
        self.assert_refusals(Mermaid(diagram("--format", "mermaid", "--forbidden")).refusals)

    def test_scxml_has_the_moves_of_the_table_and_no_others(self):
        chart = Scxml(diagram("--format", "scxml"))
        self.assert_same(chart.transitions(), self.permitted)
        self.assert_refusals({row for row in Scxml(diagram("--format", "scxml", "--forbidden")).transitions()
                              if row[2] is None})

    def test_what_has_ended_is_marked_in_all(self):
        schema = set()
        for line in (SOURCE / "lib/vocabulary/states.def").read_text().splitlines():
            if match := re.match(r'X\(\d+,\s*\w+,\s*"([a-z-]+)",\s*ENDED,', line):
                schema.add(match.group(1))
        dot = Dot(diagram("--format", "dot"))
        ended = schema & set(dot.nodes)
        self.assertTrue(ended)
        self.assertEqual({name for name, look in dot.nodes.items() if "peripheries=2" in look}, ended)
        self.assertEqual(Mermaid(diagram("--format", "mermaid")).ends, ended)
        chart = Scxml(diagram("--format", "scxml"))
        self.assertEqual({name for name, each in chart.states.items()
                          if each.tag == SCXML + "final" or each.get(OURS + "ended") == "true"}, ended)

    def test_one_state(self):
        for format, reader in (("dot", Dot), ("mermaid", Mermaid)):
            edges = reader(diagram("--format", format, "--state", "attended")).edges
            self.assertEqual(edges, {row for row in self.drawn if "attended" in (row[0], row[2])})
            edges = reader(diagram("--format", format, "--state", "attended", "--state=rejected")).edges
            self.assertEqual(edges, {row for row in self.drawn if {"attended", "rejected"} & {row[0], row[2]}})
        chart = Scxml(diagram("--format", "scxml", "--state", "attended"))
        self.assertEqual(chart.initial, "attended")
        self.assertEqual(chart.transitions(), {row for row in self.permitted if "attended" in (row[0], row[2])})

    def test_wrong_use(self):
        for words, said in ((["tea", "--format", "dot"], "PROGRAMME is one of: ipes"),
                            (["restart", "--format", "dot"], "PROGRAMME is one of: ipes whp jets"),
                            (["ipes"], "--format is one of: mermaid dot scxml"),
                            (["ipes", "--format", "png"], "--format is one of: mermaid dot scxml"),
                            (["ipes", "--format=dot", "--state", "tea"], "--state is one of: none "),
                            (["--format", "dot"], "PROGRAMME is missing")):
            ran = prap("diagram", *words)
            self.assertEqual((ran.code, ran.out), (2, ""))
            self.assertIn(said, ran.err)
            self.assertNotIn("tea", ran.err)

    def test_the_chart_goes_where_the_library_goes(self):
        """Every event that the library permits takes the chart to the same stage, by its conditions alone."""
        given = (SOURCE / "docs/examples/caseload/caseload.jsonl").read_text()
        chart, places, past, moved = Scxml(diagram("--format", "scxml")), {}, {}, 0
        # A DNA or DNS that says no reason is judged by one (3.70, 3.44).
        reasons = {"dna-recorded": {"reason": "unreachable"}, "dns-recorded": {"reason": "cannot-commit"}}
        events = [json.loads(line) for line in given.splitlines()]
        for event, answer in zip(events, prap("replay", given=lines_of(*events)).lines()):
            if answer.get("verdict") != "permitted" or answer.get("duplicate"):
                continue
            case = event["case"]
            before = places.get(case, [chart.initial, *(f"{region}.none" for region in chart.regions)])
            late = {name for name, due in past.get(case, {}).items() if event["on"] > due}
            after = chart.go(before, {**reasons.get(event["event"], {}), **event}, late)
            self.assertIsNotNone(after, event)
            self.assertEqual(after[0], answer["stage"], event)
            places[case] = after
            past[case] = {each["deadline"]: each["due"] for each in answer["deadlines"]}
            moved += 1
        self.assertGreater(moved, 500)


class OfACall(unittest.TestCase):
    """prap diagram call: the same arrows in each format, and every step of the golden calls is one of them."""

    FORMATS = {
        "mermaid": rf"^    (\w+) --> (\w+) : (.*)$",
        "dot": rf'^    "({NAME})" -> "({NAME})" \[label="(.*)"\];$',
    }

    def drawn(self, *words):
        ran = prap("diagram", "call", *words)
        self.assertEqual((ran.code, ran.err), (0, ""))
        return ran.out

    def chart(self, *words):
        """{(from, event, to or None, ids)} of the state chart."""
        found = set()
        for state in ElementTree.fromstring(self.drawn("--format", "scxml", *words)).iter(f"{SCXML}state"):
            for row in state.iter(f"{SCXML}transition"):
                found.add((state.get("id"), row.get("event"), row.get("target"), row.get(f"{OURS}rows")))
                self.assertEqual(row.get("target") is None, row.get(f"{OURS}forbidden") == "true")
        return found

    def test_each_format_has_the_same_arrows(self):
        chart = {row[:3] for row in self.chart()}
        self.assertIn(("access-code", "code-checked", "ended"), chart)
        self.assertNotIn(None, {to for _, _, to in chart})
        for format, pattern in self.FORMATS.items():
            arrows = set()
            for start, end, label in re.findall(pattern, self.drawn("--format", format), flags=re.M):
                for line in re.split(r"<br/>|\\l", label.removesuffix("\\l")):
                    arrows.add((start.replace("_", "-"), re.match(NAME, line).group(0), end.replace("_", "-")))
            self.assertEqual(arrows, chart, format)

    def test_every_step_of_the_golden_calls_is_drawn(self):
        """A permitted step leads along an arrow with its rows; a call begins at the first stage."""
        chart, steps = self.chart(), 0
        for path in sorted((SOURCE / "tests/golden/calls").glob("*.jsonl")):
            stages = {}
            for answer in map(json.loads, path.read_text().splitlines()):
                if answer.get("verdict") != "permitted" or answer.get("preview"):
                    continue
                start = stages.get(answer["call"], "batched")
                ids = answer["row"].replace(",", "")
                self.assertIn((start, answer["event"], answer["stage"], ids), chart, f"{path.name}: {answer['id']}")
                stages[answer["call"]] = answer["stage"]
                steps += 1
        self.assertGreater(steps, 200)

    def test_what_is_forbidden_and_what_is_around(self):
        refused = {row for row in self.chart("--forbidden") if row[2] is None}
        self.assertEqual(refused - self.chart(), refused)
        self.assertEqual({row[3] for row in refused}, {"F-P-07"})
        around = self.chart("--state", "eligibility")
        self.assertEqual(around, {row for row in self.chart() if "eligibility" in (row[0], row[2])})
        ran = prap("diagram", "call", "--format", "dot", "--state", "tea")
        self.assertEqual((ran.code, ran.out), (2, ""))
        self.assertIn("--state is one of: batched ", ran.err)
        ran = prap("diagram", "call", "--format", "png")
        self.assertEqual(ran.code, 2)
        self.assertIn("--format is one of", ran.err)


if __name__ == "__main__":
    unittest.main()
