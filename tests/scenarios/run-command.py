#!/usr/bin/env python3
"""Puts the scenario files through `prap replay`, over memory and over SQLite, and compares with the golden bytes.

    run-command.py PRAP SCENARIOS GOLDEN

What each line expects is compared by run-scenarios.c; equal bytes need no second comparison.
"""

import json
import pathlib
import subprocess
import sys
import tempfile


def without_expectation(line):
    """The input line that is submitted: the same members in the same order, less "expect"."""
    members = json.loads(line)
    members.pop("expect", None)
    return json.dumps(members, ensure_ascii=False, separators=(",", ":"))


def golden_form(line):
    """An answer is compared as it is. An error is compared without its message, which is for people."""
    answer = json.loads(line)
    if "error" not in answer:
        return line
    error = answer["error"]
    answer["error"] = {"code": error["code"], "field": error.get("field", "")}
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))


def replay(prap, scenario, store, folder):
    header, *lines = scenario.read_text(encoding="utf-8").splitlines()
    policies = [f"--policy={name}={value}" for name, value in json.loads(header).get("policies", {}).items()]
    supplement = json.loads(header).get("supplement")
    if supplement is not None:
        path = pathlib.Path(folder) / "supplement.json"
        path.write_text(json.dumps(supplement), encoding="utf-8")
        policies.append(f"--supplement={path}")
    command = [prap, "replay", *policies, *store, "-"]
    text = "".join(without_expectation(line) + "\n" for line in lines)
    run = subprocess.run(command, input=text, capture_output=True, check=False, encoding="utf-8")
    if run.returncode not in (0, 3):
        raise SystemExit(f"{scenario.name}: exit {run.returncode}: {run.stderr}")
    return [golden_form(line) for line in run.stdout.splitlines()]


def differences(scenario, golden, answers):
    wanted = golden.read_text(encoding="utf-8").splitlines() if golden.exists() else []
    if len(wanted) != len(answers):
        yield f"{scenario.name}: {len(wanted)} golden lines for {len(answers)} answers"
    for number, (left, right) in enumerate(zip(wanted, answers), 2):
        if left != right:
            yield f"{scenario.name}:{number}: golden differs\n  golden {left}\n  answer {right}"


def main():
    prap, scenarios, golden = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    files, found = sorted(scenarios.rglob("*.jsonl")), []
    with tempfile.TemporaryDirectory() as folder:
        for number, scenario in enumerate(files):
            for store in ([], [f"--store=sqlite:{folder}/{number}.db"]):
                found += differences(scenario, golden / scenario.relative_to(scenarios), replay(prap, scenario, store, folder))
    print("\n".join(found) if found else f"{len(files)} scenario files, two stores each: as expected")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
