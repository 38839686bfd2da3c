#!/usr/bin/env python3
"""Puts the files of calls through `prap call` and compares with the golden bytes.

    run-command.py PRAP CALLS GOLDEN

What each line expects is compared by run-calls.c; equal bytes need no second comparison.
"""
import json
import pathlib
import subprocess
import sys


def without_expectation(line):
    members = json.loads(line)
    members.pop("expect", None)
    return json.dumps(members, ensure_ascii=False, separators=(",", ":"))


def golden_form(line):
    """An error is compared without its message, which is for people."""
    answer = json.loads(line)
    if "error" not in answer:
        return line
    answer["error"] = {"code": answer["error"]["code"], "field": answer["error"].get("field", "")}
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))


def differences(prap, calls, golden):
    header, *lines = calls.read_text(encoding="utf-8").splitlines()
    policies = [f"--policy={name}={value}" for name, value in json.loads(header).get("policies", {}).items()]
    text = "".join(without_expectation(line) + "\n" for line in lines)
    run = subprocess.run([prap, "call", *policies], input=text, capture_output=True, check=False, encoding="utf-8")
    if run.returncode not in (0, 3):
        raise SystemExit(f"{calls.name}: exit {run.returncode}: {run.stderr}")
    answers = [golden_form(line) for line in run.stdout.splitlines()]
    wanted = golden.read_text(encoding="utf-8").splitlines() if golden.exists() else []
    if len(wanted) != len(answers):
        yield f"{calls.name}: {len(wanted)} golden lines for {len(answers)} answers"
    for number, (left, right) in enumerate(zip(wanted, answers), 2):
        if left != right:
            yield f"{calls.name}:{number}: golden differs\n  golden {left}\n  answer {right}"


def main():
    prap, calls, golden = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    files = sorted(calls.glob("*.jsonl"))
    found = [text for path in files for text in differences(prap, path, golden / path.name)]
    print("\n".join(found) if found else f"{len(files)} files of calls: as expected")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
