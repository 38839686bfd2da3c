#!/usr/bin/env python3
"""Follows every rule to the code that decides it and to the tests that show it.

    trace.py --write          writes bindings/cli/trace.def, from which `prap rules` answers
    trace.py --check [TREE]   exit 1 and one line for each fault: marks that contradict the tables, rules
                              without a test, tests of rules that nothing decides, a trace.def that is not what
                              --write writes
    trace.py --count          says how many rules there are of each status

A rule's status is the strongest thing that the tables of lib/vocabulary/ say of it: a row of reasons.def,
deadlines.def, computations.def or codes.def that cites it decides it, a row of notices.def reminds of it, a row of
facts.def, events.def or checklists.def records it. What software = no in the catalogue says is shown only;
everything else is not yet.
Where the tables do not say it, a mark in a comment under lib/ does, beside the row, guard or computation:

    rule IPES-3.26: decided by row dna-recorded withdrawn
    rule IPES-MD-2: as IPES-3.22
    rule IPES-3.78: reminded by reason case-left
    rule PRAP-TITLE: shown only

A rule that is marked with a status has that one, whatever its rows say. What stands after "by", several joined
by "and", is what tests/trace/ breaks to see a test fail.

A scenario line shows what it expects: the rules of its reasons, its deadlines and notices; where a move is
permitted, the move, its facts and its feed. Another test shows a rule by a comment "shows IPES-3.81".
"""
import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
sys.path.insert(0, str(HERE))
from marks import TABLES, Tree  # noqa: E402

# From weak to strong. A rule stands as the strongest that is said of it.
STATUSES = ["not yet", "shown only", "recorded", "reminded", "decided"]
# What stands for a row's NAME in C.
IN_C = {"reason": r"\bG\({0}\)|\bprapi_guard_{0}\b|\bPRAP_REASON_{0}\b", "deadline": r"\bPRAP_DEADLINE_{0}\b",
        "notice": r"\bN\({0}\)|\bPRAP_NOTICE_{0}\b", "fact": r"\bPRAP_FACT_{0}\b",
        "event": r"\bPRAP_EVENT_{0}\b", "challenge": r"\bPRAP_CHALLENGE_{0}\b",
        "question": r"\bPRAP_QUESTION_{0}\b",
        "call-reason": r"\bG\({0}\)|\bGUARD\({0}\)|\bPRAP_CALL_REASON_{0}\b",
        "call-reminder": r"\bPRAP_CALL_REMINDER_{0}\b", "call-event": r"\bPRAP_CALL_EVENT_{0}\b",
        "call-fact": r"\bPRAP_CALL_FACT_{0}\b",
        "computation": r"\bPRAP_COMPUTATION_{0}\b",
        "desk-finding": r"\bPRAP_DESK_FINDING_{0}\b|\bF\({0}\)", "desk-fact": r"\bPRAP_DESK_FACT_{0}\b",
        "data-item": r"\bPRAP_DATA_ITEM_{0}\b", "data-finding": r"\bPRAP_DATA_FINDING_{0}\b",
        "form-finding": r"\bPRAP_FORM_FINDING_{0}\b|\bF\({0}\)", "form-fact": r"\bPRAP_FORM_FACT_{0}\b|\bFACT\({0}\)",
        "service-finding": r"\bPRAP_SERVICE_FINDING_{0}\b|\bF\({0}\)",
        "retention-finding": r"\bPRAP_RETENTION_FINDING_{0}\b|\bF\({0}\)",
        "retention-fact": r"\bPRAP_RETENTION_FACT_{0}\b"}
# What no line of a scenario asks for: of cases or codes, not of an event. Their own tests break it.
NOT_OF_EVENTS = ("measure", "finding", "challenge", "question", "desk-finding", "call-reason", "call-reminder",
                 "data-item", "data-finding",
                 "threshold", "trigger", "code", "computation", "form-finding", "form-asks", "form-option",
                 "service-finding", "retention-finding", "retention-fact")
# What a rule is that the rows of a table cite.
STATUS_OF = {**dict(TABLES.values()), "checklist": "recorded", "form": "recorded"}

@dataclass
class Rule:
    id: str
    number: int
    status: str = "not yet"
    by: list = field(default_factory=list)      # "reason too-few-attempts": what makes the status true
    code: list = field(default_factory=list)    # files
    tests: list = field(default_factory=list)   # names
    lines: dict = field(default_factory=dict)   # one of by -> {scenario file: line numbers that show it}


def shows(tree, thing, line):
    """Does a scenario line expect something of what is named: "reason ack-passed", "row left 46"?"""
    expected = line.get("expect", {})
    what, event, *rest = thing.split(" ")
    if what in NOT_OF_EVENTS:
        return False
    if what == "reason":
        return any(rule in expected.get("rules", ()) for rule in tree.cites[thing])
    if what in ("deadline", "notice"):
        return event in expected.get(what + "s", ())
    if what == "document":
        return "outside" in expected
    permitted = expected.get("verdict") == "permitted"
    if what == "fact":
        return permitted and event in line
    option = str(line.get("reason", line.get("code", "")))
    if line.get("event") != event or rest and rest[0] != option:
        return False
    if what == "feed":
        return permitted and "feed" in expected
    return permitted or thing not in tree.permitted and "verdict" in expected


def may_show(tree, thing, name):
    """Is anything of what is named in the scenario file at all? A plain look, before its lines are looked at."""
    if not hasattr(tree, "texts"):
        tree.texts = {one: json.dumps(list(lines.values())) for one, lines in tree.scenarios.items()}
    what, *words = thing.split(" ")
    wanted = tree.cites[thing] if what == "reason" else ["outside"] if what == "document" else words[:1]
    return any(f'"{word}"' in tree.texts[name] for word in wanted)


def files_of(tree, thing):
    """Where a thing is said and where it is done."""
    path, name = tree.names[thing]
    found = {path} | ({tree.when[thing]} if thing in tree.when else set())
    pattern = IN_C.get(thing.split(" ")[0])
    if pattern and name:
        pattern = re.compile(pattern.format(name))
        found |= {other for other, source in tree.sources.items()  # a plain look first: patterns are slow
                  if other.endswith(".c") and name in source and "/vocabulary/" not in other and pattern.search(source)}
    return found


def derived(tree):
    """{rule id: [(status, thing)]} of what the tables say."""
    found = {}
    for thing, rules in tree.cites.items():
        status = STATUS_OF.get(thing.split(" ")[0], "decided")
        for rule in rules:
            found.setdefault(rule, []).append((status, thing))
    return found


def settle(rule, tree, said, marks):
    """Status, by, code and lines of one rule from its rows and its marks (none of them "as")."""
    strongest = max((STATUSES.index(status) for status, _ in said), default=0)
    if marks:
        strongest = STATUSES.index(marks[0].status)
    rule.status = STATUSES[strongest]
    rule.by = [thing for status, thing in said if status == rule.status]
    rule.by += [thing for mark in marks for thing in mark.by if thing in tree.names and thing not in rule.by]
    code = {path for thing in rule.by for path in files_of(tree, thing)}
    rule.code = sorted(code | {mark.where.split(":")[0] for mark in marks})
    if rule.status == "shown only":
        rule.code = []
    for thing in rule.by:
        rule.lines[thing] = {name: [number for number, line in lines.items() if shows(tree, thing, line)]
                             for name, lines in tree.scenarios.items() if may_show(tree, thing, name)}
        rule.lines[thing] = {name: numbers for name, numbers in rule.lines[thing].items() if numbers}
    named = {name.removesuffix(".jsonl") for files in rule.lines.values() for name in files}
    rule.tests = sorted(named | {name for _, name, other in tree.shown if other == rule.id})


def trace(tree):
    """{rule id: Rule} in the catalogue's order, and what is wrong with the marks."""
    rules = {row[2]: Rule(row[2], row[0]) for row in tree.rows}
    human = {row[2] for row in tree.rows if row[8] == "NO"}
    said, marked, faults = derived(tree), {}, list(tree.faults)
    for mark in tree.marks:
        if mark.rule not in rules:
            faults.append(f"{mark.where}: no rule {mark.rule} in the catalogue")
            continue
        faults += mark_faults(tree, mark, marked.get(mark.rule, []), said, human)
        marked.setdefault(mark.rule, []).append(mark)
    for rule in rules.values():
        own = marked.get(rule.id, [])
        if own and own[0].same_as:
            continue
        if not own and not said.get(rule.id):
            rule.status = "shown only" if rule.id in human else "not yet"
        else:
            settle(rule, tree, said.get(rule.id, []), own)
    for own in marked.values():
        if own[0].same_as:
            faults += copy_status(rules, own[0])
    return rules, faults


def mark_faults(tree, mark, earlier, said, human):
    rows = said.get(mark.rule, [])
    if earlier and (earlier[0].same_as or mark.same_as or earlier[0].status != mark.status):
        yield f"{mark.where}: {mark.rule} is marked otherwise in {earlier[0].where}"
    if mark.same_as and rows:
        yield f"{mark.where}: the tables speak of {mark.rule}; it is not merely as {mark.same_as}"
    if mark.status == "shown only" and (mark.by or mark.rule in human):
        yield f"{mark.where}: {mark.rule} is shown only by what the catalogue says; the mark says nothing new"
    if mark.status in ("decided", "reminded", "recorded") and not mark.by:
        yield f"{mark.where}: {mark.rule} is {mark.status}, but by what?"
    for thing in mark.by:
        if thing not in tree.names:
            yield f"{mark.where}: there is no {thing}"
        elif (mark.status, thing) in rows:
            yield f"{mark.where}: {mark.rule} is {mark.status} by {thing} in its row already"


def copy_status(rules, mark):
    other, rule = rules.get(mark.same_as), rules[mark.rule]
    if other is None or other.status in ("not yet", "shown only"):
        return [f"{mark.where}: {mark.same_as} is no rule that the library knows what to do with"]
    rule.status, rule.by, rule.tests, rule.lines = other.status, other.by, other.tests, other.lines
    rule.code = sorted({*other.code, mark.where.split(":")[0]})
    return []


def test_faults(tree, rules):
    """The way back: what the tests expect, the code must do."""
    for rule in rules.values():
        if rule.status in ("decided", "reminded", "recorded") and not rule.tests:
            yield f"{rule.id}: {rule.status} by {' and '.join(rule.by)}, and no test shows it"
        for thing in rule.by:
            of_cases = thing.split(" ")[0] in NOT_OF_EVENTS
            if rule.status == "decided" and not of_cases and not rule.lines.get(thing):
                yield f"{rule.id}: decided by {thing}, and no line of a scenario expects anything of that"
    for name, lines in tree.scenarios.items():
        for number, line in lines.items():
            for what in ("deadline", "notice"):
                for word in line.get("expect", {}).get(what + "s", ()):
                    if f"{what} {word}" not in tree.names and word not in tree.own_deadlines[name]:
                        yield f"tests/scenarios/{name}:{number}: there is no {what} {word}"
            of_event = tree.cites.get(f"event {line.get('event')}", ())  # an event out of its place is refused by these
            for rule in line.get("expect", {}).get("rules", ()):
                if rule in of_event and rules[rule].status == "recorded":
                    continue
                if rule not in rules or rules[rule].status not in ("decided", "reminded"):
                    yield f"tests/scenarios/{name}:{number}: expects {rule}, which nothing decides"
    for where, name, rule in tree.shown:
        built = (tree.top / where).parent / "meson.build"
        if not built.exists() or f"'{name}'" not in built.read_text(encoding="utf-8"):
            yield f"{where}: shows {rule}, but no test is called {name}"
        if rule not in rules or rules[rule].status in ("not yet", "shown only"):
            yield f"{where}: shows {rule}, which nothing decides, reminds of or records"


def places(tree):
    """{test name: file}."""
    return {**{name: where.split(":")[0] for where, name, _ in tree.shown},
            **{name.removesuffix(".jsonl"): f"tests/scenarios/{name}" for name in tree.scenarios}}


HEAD = """\
/*
 * trace.def: where every rule is decided and tested. Printed by lib/catalogue/trace.py from the marks beside the
 * code and the tests; do not edit. Files and names are separated by a space. In the order of the catalogue.
 * S("status"), from strong to weak   X(number, "status", "by, by", "code", "tests")
 */
"""


def word(status):
    return status.replace(" ", "-")


def printed(rules):
    statuses = (f'S("{word(status)}")\n' for status in reversed(STATUSES))
    rows = (f'X({rule.number}, "{word(rule.status)}", "{", ".join(rule.by)}", "{" ".join(rule.code)}", '
            f'"{" ".join(rule.tests)}")\n' for rule in rules.values())
    return HEAD + "".join(statuses) + "".join(rows)


def counted(rules):
    count = {status: sum(rule.status == status for rule in rules.values()) for status in STATUSES}
    rest = ", ".join(f"{count[status]} {status}" for status in reversed(STATUSES[1:]))
    return f"rules: {count['not yet']} of {len(rules)} not yet; {rest}"


def main(arguments):
    if not arguments or arguments[0] not in ("--write", "--check", "--count") or \
            len(arguments) > (2 if arguments[0] == "--check" else 1):
        print(__doc__, file=sys.stderr)
        return 2
    tree = Tree(Path(arguments[1]).resolve() if len(arguments) == 2 else TOP)
    rules, faults = trace(tree)
    output = tree.top / "bindings/cli/trace.def"
    if arguments[0] == "--count":
        print(counted(rules))
    elif arguments[0] == "--write":
        output.write_text(printed(rules), encoding="utf-8")
    else:
        faults += test_faults(tree, rules)
        if not output.exists() or output.read_text(encoding="utf-8") != printed(rules):
            faults.append("bindings/cli/trace.def: not what marks and tests say; "
                          "run lib/catalogue/trace.py --write")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
