#!/usr/bin/env python3
"""Counts what `meson test` left behind.

count.py FAILED_STEPS LOGS...: LOGS are Meson's testlog.json files. Names every failed and skipped test, and closes
with the one line "N passed, N failed". Exit status 1 when anything failed or nothing passed. FAILED_STEPS is a file
with one line for each step that failed before its tests could run; each counts as one failure.

A program counts as one test, unless it printed what CMocka prints for each of its tests. (Meson's JUnit files will not
do: a test that ran out of time is no failure there.)
"""
import json
import re
import sys

CMOCKA = re.compile(r"^\[\s*(OK|FAILED|SKIPPED)\s*\] (\S+)$", re.MULTILINE)
OUTCOMES = {"OK": "passed", "EXPECTEDFAIL": "passed", "SKIP": "skipped", "SKIPPED": "skipped"}


def parts(test):
    """The outcomes of the tests of one program, by name."""
    printed = test.get("stdout", "") + "\n" + test.get("stderr", "")
    found = {name: OUTCOMES.get(word, "failed") for word, name in CMOCKA.findall(printed)}
    whole = OUTCOMES.get(test["result"], "failed")
    if not found or (whole == "failed" and "failed" not in found.values()):
        found[test["result"].lower()] = whole
    return found


def outcomes(path):
    """Yields (name, outcome) of every test in a log; a log that is missing or torn is one failure."""
    try:
        with open(path, encoding="utf-8") as log:
            tests = [json.loads(line) for line in log]
    except (OSError, ValueError) as error:
        yield f"{path}: {type(error).__name__}", "failed"
        return
    run = path.split("/")[-1].removesuffix(".json")
    for test in tests:
        for name, outcome in parts(test).items():
            yield f"{run}: {test['name']}: {name}", outcome


def main(arguments):
    with open(arguments[0], encoding="utf-8") as steps:
        results = [(line.strip(), "failed") for line in steps if line.strip()]
    for path in arguments[1:]:
        results.extend(outcomes(path))
    for name, outcome in results:
        if outcome != "passed":
            print(f"{outcome}: {name}")
    passed = sum(outcome == "passed" for _, outcome in results)
    failed = sum(outcome == "failed" for _, outcome in results)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
