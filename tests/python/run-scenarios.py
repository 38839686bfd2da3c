#!/usr/bin/env python3
"""Puts scenario files through the Python package and compares what comes back with what each line expects,
and with the golden bytes that C, the command and Ruby must give too.

    run-scenarios.py SCENARIOS GOLDEN    every *.jsonl under a directory, over a store in memory and over SQLite
    run-scenarios.py --print FILE        write the answers of one file to standard output

tests/scenarios/README.md says what a scenario file is. Exit 1 when anything differs.
"""
import sys
from pathlib import Path

import prap
from prap.answer import dump_json
from prap.lines import parse, read

# Those that have moves: what the command opens.
PROGRAMMES = ("ipes", "whp", "jets", "erasure", "email")


def golden_error(error, line, id_):
    """Messages are for people and may be reworded: a golden error has none."""
    shown = {"v": 1, "line": line}
    if isinstance(id_, (str, int)) and not isinstance(id_, bool):
        shown["id"] = id_
    return {**shown, "error": {"code": error.code, "field": error.field}}


def answer_to(engine, members, line):
    """One input line, without "expect", as its answer."""
    try:
        return read(members).submit(engine).as_json()
    except prap.PrapError as error:
        return golden_error(error, line, members.get("id"))


def found_by(answer, key, wanted):
    """What the answer has where a line's expectation looks."""
    if key in ("verdict", "stage", "feed", "version", "missing", "outside"):
        return answer.get(key)
    if key == "error":
        return answer.get("error", {}).get("code")
    if key == "field":
        return answer.get("error", {}).get("field")
    if key == "rules":
        return [reason.get("rule") for reason in answer.get("reasons", [])]
    if key == "notices":
        return [notice["notice"] for notice in answer.get("notices", [])]
    if key == "deadlines":
        rows = {row["deadline"]: row for row in answer.get("deadlines", [])}
        return {name: {member: rows.get(name, {}).get(member) for member in wanted[name]} for name in wanted}
    raise ValueError(f"a line cannot expect {key!r}")


def differences(expected, answer):
    if expected is None:
        yield "nothing is expected, so nothing is tested"
        return
    if "error" in answer and "error" not in expected:
        yield f"unexpected error {answer['error']}"
    for key, wanted in expected.items():
        found = found_by(answer, key, wanted)
        if found != wanted:
            yield f"{key}: expected {dump_json({key: wanted})}, got {dump_json({key: found})}"


def run_file(path, store):
    """Yields (line number in the file, expectation, answer) for every input line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    header = parse(lines[0])
    supplement = prap.Supplement.from_json(header.get("supplement", {}))
    engine = prap.Engine([prap.Rulebook(programme, settings=header.get("policies"), supplement=supplement)
                          for programme in PROGRAMMES], store)
    for number, line in enumerate(lines[1:], 1):  # the header is no input: the first input line is line 1
        members = parse(line)
        expected = members.pop("expect", None)
        yield number + 1, expected, answer_to(engine, members, number)


def compare_file(path, golden, store):
    complaints, answers = [], []
    for number, expected, answer in run_file(path, store):
        complaints += [f"{path.name}:{number}: {text}" for text in differences(expected, answer)]
        answers.append(dump_json(answer))
    wanted = golden.read_text(encoding="utf-8").splitlines() if golden.exists() else []
    if len(wanted) != len(answers):
        complaints.append(f"{golden}: {len(wanted)} lines for {len(answers)} answers")
    for number, (left, right) in enumerate(zip(wanted, answers), 2):
        if left != right:
            complaints.append(f"{path.name}:{number}: golden differs\n  golden {left}\n  answer {right}")
    return complaints


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    if arguments[0] == "--print":
        for _, _, answer in run_file(Path(arguments[1]), prap.MemoryStore()):
            print(dump_json(answer))
        return 0
    folder, golden = Path(arguments[0]), Path(arguments[1])
    scenarios = sorted(folder.rglob("*.jsonl"))
    complaints = [] if scenarios else [f"{arguments[0]}: no scenarios"]
    for path in scenarios:
        complaints += compare_file(path, golden / path.relative_to(folder), prap.MemoryStore())
        with prap.SQLiteStore(":memory:") as store:
            complaints += compare_file(path, golden / path.relative_to(folder), store)
    print("\n".join(complaints) if complaints
          else f"{len(scenarios)} scenario files, two stores each: as expected")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
