#!/usr/bin/env python3
"""The runners of this folder must notice what is wrong: each change made here is a fault that one of them has to find.

    checkers-test.py RUN_SCENARIOS SCENARIOS GOLDEN    run-scenarios.c
    checkers-test.py PRAP CASELOAD                     check-caseload.py
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

NAME = "acknowledgement.jsonl"
LATE = 6  # the line of the scenario whose acceptance is refused, the header being line 0


def expects(**members):
    """A change of what the refused line expects."""
    return lambda lines, golden: lines[LATE]["expect"].update(members)


CHANGES = {
    "another verdict": expects(verdict="permitted"),
    "another stage": expects(stage="accepted"),
    "another feed": expects(feed="open"),
    "another version": expects(version=2),
    "no rule": expects(rules=[]),
    "a rule too many": expects(rules=["IPES-3.23-N1", "IPES-3.22"]),
    "a fact that is not missing": expects(missing=["scr"]),
    "a notice that is not there": expects(notices=["ack-late"]),
    "another due day": expects(deadlines={"ack": {"due": "2023-05-10"}}),
    "another status": expects(deadlines={"ack": {"status": "open"}}),
    "a deadline that is not there": expects(deadlines={"plan": {"due": "2023-05-10"}}),
    "an error that does not come": expects(error="day"),
    "a key that nobody compares": expects(verdicts="refused"),
    "nothing expected": lambda lines, golden: lines[LATE].pop("expect"),
    "an event that is an error": lambda lines, golden: lines[LATE].update(on="2023-02-29"),
    "another byte": lambda lines, golden: golden.insert(3, golden.pop(3).replace("open", "Open", 1)),
    "an answer too few": lambda lines, golden: golden.pop(),
    "an answer too many": lambda lines, golden: golden.append(golden[0]),
}


def run(program, folder, lines, golden):
    scenario, answers = folder / NAME, folder / "golden.jsonl"
    scenario.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    answers.write_text("".join(line + "\n" for line in golden), encoding="utf-8")
    return subprocess.run([program, scenario, answers], capture_output=True, check=False).returncode


def scenario_faults(program, scenarios, goldens):
    """The names of the changes that run-scenarios does not notice."""
    with tempfile.TemporaryDirectory() as name:
        for what, change in {"the files as they are": None, **CHANGES}.items():
            lines = [json.loads(line) for line in (scenarios / NAME).read_text(encoding="utf-8").splitlines()]
            golden = (goldens / NAME).read_text(encoding="utf-8").splitlines()
            if change:
                change(lines, golden)
            if run(program, pathlib.Path(name), lines, golden) != (1 if change else 0):
                yield what


# A file of the caseload, and what is changed in it: the first that stands there.
CASELOAD_CHANGES = (
    ("expected.jsonl", '"due":"2020-01-15"', '"due":"2020-01-16"'),
    ("expected.jsonl", '"prudent":"2023-05-26"', '"prudent":"2023-05-25"'),
    ("expected.jsonl", '"verdict":"refused"', '"verdict":"permitted"'),
    ("expected.jsonl", '"stage":"rejected"', '"stage":"received"'),
    ("expected.jsonl", '"duplicate":true', '"duplicate":false'),
    ("expected-due.jsonl", '"status":"overdue"', '"status":"open"'),
    ("expected-standards.jsonl", '"open":8', '"open":9'),
    ("bad-lines-expected.jsonl", '"code":"day"', '"code":"json"'),
    ("caseload.jsonl", '"event":"accept"', '"event":"reject"'),
)


def caseload_faults(prap, caseload):
    """The names of the changes that check-caseload.py does not notice."""
    for file, old, new in CASELOAD_CHANGES:
        with tempfile.TemporaryDirectory() as name:
            copy = pathlib.Path(name) / "caseload"
            shutil.copytree(caseload, copy)
            text = (copy / file).read_text(encoding="utf-8")
            (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")
            command = [sys.executable, pathlib.Path(__file__).parent / "check-caseload.py", prap, copy]
            if old not in text or subprocess.run(command, capture_output=True, check=False).returncode != 1:
                yield f"{file}: {old} to {new}"


def main():
    program, *folders = sys.argv[1:]
    if pathlib.Path(program).name == "prap":
        unnoticed, n = list(caseload_faults(program, *map(pathlib.Path, folders))), len(CASELOAD_CHANGES)
    else:
        unnoticed, n = list(scenario_faults(program, *map(pathlib.Path, folders))), len(CHANGES)
    print("\n".join(f"not noticed: {what}" for what in unnoticed) if unnoticed else f"{n} faults noticed")
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main())
