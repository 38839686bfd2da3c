#!/usr/bin/env python3
"""Replays docs/examples/caseload through the command into SQLite and compares every answer with expected.jsonl.

check-caseload.py PRAP [CASELOAD_DIR]. The expected days were computed without libprap (oracle.py, working_days.py).
"""

import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

class Check:
    def __init__(self):
        self.failures = 0

    def equal(self, what, expected, found):
        if expected != found:
            self.failures += 1
            print(f"{what}: expected {expected}, got {found}")


def read(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def replay(prap, store, path, exit_status):
    run = subprocess.run([prap, "replay", "--store", f"sqlite:{store}", path], capture_output=True, check=False,
                         stdin=subprocess.DEVNULL)
    if run.returncode != exit_status:
        raise SystemExit(f"prap replay {path.name}: exit {run.returncode}: {run.stderr.decode()}")
    return [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]


def due(prap, store, as_of, within):
    """What prap due lists, in an order of our own."""
    run = subprocess.run([prap, "due", "--as-of", as_of, "--within", str(within), "--store", f"sqlite:{store}"],
                         capture_output=True, check=True, stdin=subprocess.DEVNULL)
    rows = [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]
    found = [{key: row[key] for key in ("case", "deadline", "due", "prudent", "status")} for row in rows]
    return sorted(found, key=lambda row: (row["due"], row["case"], row["deadline"]))


def standards(prap, store, want):
    """What prap standards counts, without the measures that the oracle does not know."""
    run = subprocess.run([prap, "standards", "--as-of", want["as_of"], "--from", want["from"], "--to", want["to"],
                          "--store", f"sqlite:{store}"], capture_output=True, check=True, stdin=subprocess.DEVNULL)
    found = {row["measure"]: row for row in map(json.loads, run.stdout.decode("utf-8").splitlines())}
    known = [found[one["measure"]] for one in want["measures"]]
    return [{**{key: row[key] for key in ("measure", "numerator", "denominator", "open")},
             "excluded": sum(left_out["cases"] for left_out in row["excluded"])} for row in known]


def contents(store):
    with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as database:
        return list(database.iterdump())


def days(answer):
    return {row["deadline"]: {key: row.get(key) for key in ("due", "prudent", "last_working_day")}
            for row in answer["deadlines"]}


def compare(check, expected, answer):
    at = f"{expected['id']} {expected['case']}"
    if "error" in answer:
        check.equal(at, "an answer", answer["error"])
        return
    for key in ("id", "case", "verdict", "stage"):
        check.equal(f"{at}: {key}", expected[key], answer[key])
    check.equal(f"{at}: duplicate", expected["duplicate"], answer.get("duplicate", False))
    check.equal(f"{at}: deadlines", expected["deadlines"], days(answer))
    check.equal(f"{at}: reasons", expected["verdict"] != "permitted", bool(answer["reasons"]))
    for reason in answer["reasons"]:
        check.equal(f"{at}: every reason cites its rule and says what to do", True,
                    bool(reason["rule"] and reason["why"] and reason["cure"]))


def main():
    prap = sys.argv[1]
    here = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "docs/examples/caseload")
    check, expected = Check(), read(here / "expected.jsonl")
    with tempfile.TemporaryDirectory() as folder:
        store = pathlib.Path(folder) / "caseload.db"
        answers = replay(prap, store, here / "caseload.jsonl", 0)
        check.equal("answers", len(expected), len(answers))
        for want, answer in zip(expected, answers):
            compare(check, want, answer)

        for want in read(here / "expected-due.jsonl"):
            check.equal(f"due as of {want['as_of']}", want["due"], due(prap, store, want["as_of"], want["within"]))

        for want in read(here / "expected-standards.jsonl"):
            check.equal(f"standards as of {want['as_of']}", want["measures"], standards(prap, store, want))

        before = contents(store)
        again = replay(prap, store, here / "caseload.jsonl", 0)
        check.equal("the store after the same replay", before, contents(store))
        for first, second in zip(answers, again):
            if first["verdict"] == "permitted":
                check.equal(f"{first['id']} again", {**first, "duplicate": True}, second)

        bad = replay(prap, store, here / "bad-lines.jsonl", 3)
        check.equal("the store after bad lines", before, contents(store))
        check.equal("bad lines", len(read(here / "bad-lines-expected.jsonl")), len(bad))
        for want, answer in zip(read(here / "bad-lines-expected.jsonl"), bad):
            error = answer.get("error", {})
            check.equal(f"bad line {want['line']}: line", want["line"], answer.get("line"))
            check.equal(f"bad line {want['line']}: code", want["code"], error.get("code"))
            if want["field"]:
                check.equal(f"bad line {want['line']}: field", want["field"], error.get("field"))
    print(f"{len(answers)} answers compared, {check.failures} differences")
    return 1 if check.failures else 0


if __name__ == "__main__":
    sys.exit(main())
