#!/usr/bin/env python3
"""Shows that the crash test can fail: plants one fault at a time in a copy of the SQLite store, and runs the crash test
over it until a point notices.

    planted.py BUILD [POINTS]    BUILD: a Meson build directory without sanitizers; at most POINTS (3000) points each
    planted.py --fits            says only whether each fault still fits the store

Prints a line for each fault: its name, and the first point that noticed. Exits 1 when one was not noticed.
"""
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
STORE = TOP / "bindings/sqlite"
# What it is, and which words of which file become which.
FAULTS = {
    "nothing is synced": [("open.c", "synchronous = EXTRA", "synchronous = OFF")],
    "the log is not synced at a commit": [("open.c", "synchronous = EXTRA", "synchronous = NORMAL")],
    "a removed journal's directory is not synced": [("open.c", "synchronous = EXTRA", "synchronous = FULL")],
    "acknowledged although the COMMIT failed": [
        ("commit.c", "return code == SQLITE_OK ? PRAP_OK : failed_commit(", "return code != SQLITE_NOMEM ? PRAP_OK : failed_commit(")],
    "acknowledged before the COMMIT": [
        ("commit.c", "    const int code = prapi_sqlite_step(store, PRAPI_SQLITE_COMMIT);",
         "    const int code = SQLITE_OK;\n    pending = true;"),
        ("commit.c", "prap_status prapi_sqlite_begin(", "bool pending;\nprap_status prapi_sqlite_begin("),
        ("commit.c", "    if (store->db != NULL && !sqlite3_get_autocommit(store->db)) prapi",
         "    if (!pending && store->db != NULL && !sqlite3_get_autocommit(store->db)) prapi"),
        ("commit.c", "    prapi_sqlite_give_way(store);", "    commit_pending(store);\n    prapi_sqlite_give_way(store);"),
        # Nobody sees it from outside but a process that dies: every call first does what was left.
        ("store.h", "/* steps.c */", "extern bool pending;\nstatic inline int commit_pending(prap_sqlite *s) {"
         " int code = pending ? sqlite3_exec(s->db, \"COMMIT\", NULL, NULL, NULL) : SQLITE_OK; pending = false; return code; }\n/* steps.c */"),
        ("open.c", "    if (status == PRAP_OK) store->at_work = true;",
         "    if (status == PRAP_OK && commit_pending(store) != SQLITE_OK) return prapi_sqlite_say(store, PRAP_FAIL, \"planted\");\n"
         "    if (status == PRAP_OK) store->at_work = true;"),
        ("wal.c", "    int64_t busy = 0;", "    int64_t busy = 0;\n    commit_pending(store);"),
        ("open.c", "    sqlite3_close(store->db);", "    commit_pending(store);\n    sqlite3_close(store->db);"),
    ],
    "the snapshot in a transaction of its own": [
        ("commit.c", "    code = put_rest(store, change, &statement);\n    *ret_made",
         "    code = sqlite3_exec(store->db, \"COMMIT; BEGIN IMMEDIATE\", NULL, NULL, NULL);\n"
         "    if (code == SQLITE_OK) code = put_rest(store, change, &statement);\n    *ret_made"),
    ],
    "the notices in a transaction of their own": [
        ("commit.c", "    for (size_t i = 0; code == SQLITE_OK && i < change->n_notices; i++) {",
         "    if (change->n_notices > 0 && code == SQLITE_OK) code = sqlite3_exec(store->db,"
         " \"COMMIT; BEGIN IMMEDIATE; SAVEPOINT change\", NULL, NULL, NULL);\n"
         "    for (size_t i = 0; code == SQLITE_OK && i < change->n_notices; i++) {"),
    ],
    "an id is not looked up": [
        ("commit.c", "if (change->id.n > 0) {", "if (change->id.n > 1000) {"),
        ("commit.c", "prapi_sqlite_bind_text(put, 10, change->id)", "prapi_sqlite_bind_text(put, 10, (prap_text){\"\", 0})")],
    "notices are marked before they are handed over": [
        ("deliver.c", "        *ret_visited = d->visit(",
         "        claim->sent = (int64_t)notices[i].position;\n        mark(d);\n        *ret_visited = d->visit("),
        ("deliver.c", "/* One case; *ret_visited", "static prap_status mark(struct delivery *d);\n/* One case; *ret_visited"),
    ],
    "what was shredded stays in the log": [("sidecar.c", "status = prapi_sqlite_cut_log(store)", "status = PRAP_OK")],
    "an unfinished first page is somebody else's": [("header.c", "if (!is_ours && is_unfinished(store)) {",
                                                     "if (is_ours && is_unfinished(store)) {")],
    "a failed COMMIT is told as nothing happened": [
        ("commit.c", "    if (!locked && !full) status = PRAP_UNKNOWN;\n", "    status = locked || full ? status : PRAP_FAIL;\n")],
}


def run(*command, **options):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)


def misfits(fault):
    """The texts of a fault that no longer stand in their files, or not once."""
    counts = [(name, old, (STORE / name).read_text(encoding="utf-8").count(old)) for name, old, _ in FAULTS[fault]]
    return [f"{name}: of \"{fault}\" there stands {count} times: {old}" for name, old, count in counts if count != 1]


def plant(directory, changes):
    for source in STORE.iterdir():
        if source.is_file():
            (directory / source.name).write_bytes(source.read_bytes())
    for name, old, new in changes:
        text = (directory / name).read_text()
        (directory / name).write_text(text.replace(old, new))


def build(directory, build_directory):
    """The test's own objects and libraries, with this store between them."""
    objects = sorted((build_directory / "tests/crash/crash-test.p").glob("*.o"))
    program = directory / "crash-test"
    done = run(os.environ.get("CC", "cc"), "-std=c11", "-O1", "-w", f"-I{STORE / 'include'}", f"-I{TOP / 'include'}", f"-I{directory}",
               *sorted(directory.glob("*.c")), *objects, build_directory / "tests/support/libprap-test-support.a",
               build_directory / "lib/libprap.a", "-Wl,--wrap=time", "-lsqlite3", "-o", program)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return program


def notice(name, build_directory, points):
    """Which point noticed, or None."""
    with tempfile.TemporaryDirectory(prefix="prap-planted-") as place:
        directory = Path(place)
        plant(directory, FAULTS[name])
        program = build(directory, build_directory)
        for wanted in (100, 400, points):
            done = run(program, "--points", wanted)
            if done.returncode != 0:
                told = re.search(r"^point .*$|^crash-test: .*$", done.stdout + done.stderr, re.M)
                return told.group(0) if told else f"ended with {done.returncode}"
    return None


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    wrong = [line for fault in FAULTS for line in misfits(fault)]
    if wrong or sys.argv[1] == "--fits":
        print("\n".join(wrong))
        return 1 if wrong else 0
    build_directory, points = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 3000
    missed = 0
    with ThreadPoolExecutor(2) as pool:
        for name, told in zip(FAULTS, pool.map(lambda name: notice(name, build_directory, points), FAULTS)):
            print(f"{name}: {told or 'NOT NOTICED'}", flush=True)
            missed += told is None
    print(f"planted.py: {len(FAULTS)} faults, {missed} not noticed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
