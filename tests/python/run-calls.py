#!/usr/bin/env python3
"""Puts the files of calls through the Python package and compares what comes back with what each line expects, and with
the golden bytes that C, the command and Ruby must give too.

    run-calls.py CALLS GOLDEN

tests/calls/README.md says what a file of calls is. Exit 1 when anything differs.
"""
import sys
from pathlib import Path

import prap
from prap.answer import dump_json
from prap.call_lines import read
from prap.lines import parse

WITHIN = {"rules": ("reasons", "rule"), "reasons": ("reasons", "reason"), "earliest": ("reasons", "earliest"),
          "reminders": ("reminders", "reminder"), "whom": ("reminders", "participant")}
PLAIN = ("verdict", "stage", "participant", "standing", "missing", "listed", "left", "questions", "row")


def golden_error(error, line, id_):
    shown = {"v": 1, "line": line}
    if isinstance(id_, (str, int)) and not isinstance(id_, bool):
        shown["id"] = id_
    return {**shown, "error": {"code": error.code, "field": error.field}}


class Calls:
    """The sessions of a file."""

    def __init__(self, settings):
        self.settings, self.sessions = settings, {}

    def answer_to(self, members, line):
        try:
            step = read(members)
            if step.call not in self.sessions:
                self.sessions[step.call] = prap.Call(settings=self.settings)
            return step.submit(self.sessions[step.call]).as_json(step.call, step.id)
        except prap.PrapError as error:
            return golden_error(error, line, members.get("id"))


def found_by(answer, key):
    if key in PLAIN:
        return answer.get(key)
    if key in ("error", "field"):
        return answer.get("error", {}).get("code" if key == "error" else key)
    rows, member = WITHIN[key]
    return [row.get(member) for row in answer.get(rows, [])]


def differences(path, golden):
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    calls, answers = Calls(parse(header).get("policies")), []
    for number, line in enumerate(lines, 1):
        members = parse(line)
        expected = members.pop("expect", None)
        answer = calls.answer_to(members, number)
        answers.append(dump_json(answer))
        if "error" in answer and "error" not in (expected or {}):
            yield f"{path.name}:{number + 1}: unexpected error {answer['error']}"
        for key, wanted in (expected or {"nothing": "is expected"}).items():
            if found_by(answer, key) != wanted:
                yield f"{path.name}:{number + 1}: {key}: expected {wanted}, got {found_by(answer, key)}"
    wanted = golden.read_text(encoding="utf-8").splitlines() if golden.exists() else []
    if len(wanted) != len(answers):
        yield f"{golden}: {len(wanted)} lines for {len(answers)} answers"
    for number, (left, right) in enumerate(zip(wanted, answers), 2):
        if left != right:
            yield f"{path.name}:{number}: golden differs\n  golden {left}\n  answer {right}"


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    files = sorted(Path(arguments[0]).glob("*.jsonl"))
    found = [text for path in files for text in differences(path, Path(arguments[1]) / path.name)]
    print("\n".join(found) if found else f"{len(files)} files of calls: as expected")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
