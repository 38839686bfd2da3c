#!/usr/bin/env python3
"""Measures what docs/guide/scaling.md says, and prints its tables.

    scaling.py BUILD [--cases N] [--part PART]...
                                   measures with the benches of a Meson build directory, writes scaling.json beside this
                                   script, and prints the page's tables from it. N: cases in memory and in a file, a million
                                   unless given; then some ten minutes, and two gigabytes below /tmp. PART: only caseload
                                   (in memory), file, events, stores or growth; what was measured of the others stays
    scaling.py --print             prints the tables from scaling.json
    scaling.py --check [PAGE]      fails when the page's tables are not what scaling.json comes to

The build is to be of type release. The machine should have nothing else to do: the times of the processor are little
disturbed by it, those on the wall are. Each figure is the best of several rounds. Growth is counted in instructions, by
Valgrind's callgrind, which nothing disturbs. PostgreSQL is measured with a server of its own (tests/store/cluster.py),
whose fsync is off, so that the processor's time is compared and not the disk.
"""
import argparse
import datetime
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
RECORD = HERE / "scaling.json"
PAGE = TOP / "docs/guide/scaling.md"
GROWTH = (1000, 2000, 4000, 8000, 16000)
EVENTS = {"case-submit": "decided, written as records, committed in memory", "case-preview": "a dry run: loaded and decided",
          "case-what-if": "a dry run on the copy at hand", "case-show": "a case as it stands, with its deadlines",
          "case-replay": "an event of a journal of 1,000 read again"}


def lines_of(*command, env=None):
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, text=True, env=env)
    if done.returncode != 0:
        sys.exit(f"{command[0]} ended with {done.returncode}")
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def instructions(bench, name, cases):
    """What two rounds more execute, halved: what is done once does not count."""
    counted = []
    for rounds in (1, 3):
        done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", bench, "--rounds", str(rounds),
                               name, "--cases", str(cases)], capture_output=True, text=True)
        found = re.search(r"refs:\s+([\d,]+)", done.stderr)
        if done.returncode != 0 or found is None:
            sys.exit(f"callgrind did not count {name}")
        counted.append(int(found.group(1).replace(",", "")))
    return (counted[1] - counted[0]) // 2


def measure_store(bench, cases):
    """A file of so many cases: filled, and asked by a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "cases.db")
        lines_of(bench, "--fill", path, "--cases", cases)
        size = path.stat().st_size
        rows = lines_of(bench, "--store", path, "--cases", cases, "--json")
    return [*rows, {"bench": "store-bytes", "cases": cases, "bytes": size}]


def machine():
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    debian = Path("/etc/debian_version")
    return (f"{model.group(1) if model else platform.machine()}, {os.cpu_count()} cores of a virtual machine, "
            f"Debian {debian.read_text().strip() if debian.exists() else 'no'}")


def measure_caseload(bench, cases):
    rows = lines_of(bench / "caseload-bench", "--json", "--cases", cases)
    for parts in sorted({1, 2, os.cpu_count() or 1}):
        rows += lines_of(bench / "caseload-bench", "--json", "--parts", parts, "--cases", cases)
    return rows


def measure_files(bench, cases):
    rows, n = [], 10000
    while n <= cases:
        rows += measure_store(bench / "caseload-bench", n)
        n *= 10
    return rows


def measure_events(bench, _):
    return [row for row in lines_of(bench / "case-bench", "--json") if row["bench"] in EVENTS]


def measure_stores(bench, _):
    return lines_of(bench / "sqlite-bench", "--json") + \
        lines_of(TOP / "tests/store/cluster.py", bench / "postgresql-bench", "--json")


def measure_growth(bench, _):
    return [{"bench": f"growth-{name}", "cases": n, "instructions": instructions(bench / "caseload-bench", name, n)}
            for name in ("due-scan", "counterfactual", "due") for n in GROWTH]


PARTS = {"caseload": measure_caseload, "file": measure_files, "events": measure_events, "stores": measure_stores,
         "growth": measure_growth}


def measure(build, cases, names):
    """The record with these parts measured anew; each has its own day, commit, command and machine."""
    parts = json.loads(RECORD.read_text()) if RECORD.exists() else {}
    for name in names:
        commit = subprocess.run(["git", "-C", TOP, "rev-parse", "--short=12", "HEAD"], stdout=subprocess.PIPE, text=True).stdout
        parts[name] = {"day": datetime.date.today().isoformat(), "commit": commit.strip() or "none", "machine": machine(),
                       "command": f"tests/bench/scaling.py BUILD --cases {cases}", "rows": PARTS[name](build / "tests/bench", cases)}
        RECORD.write_text(json.dumps(parts, indent=1) + "\n")


def short(ns):
    """Nanoseconds in a unit that can be read."""
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if ns >= size:
            return f"{ns / size:.3g} {unit}"
    return f"{ns:.2g} ns" if ns < 10 else f"{ns:.0f} ns"


def table(heads, rows):
    return ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads), *("| " + " | ".join(row) + " |" for row in rows)]


class Record:
    def __init__(self, content):
        self.content = content

    def rows(self, prefix=".*"):
        return [row for part in self.content.values() for row in part["rows"] if re.fullmatch(prefix, row["bench"])]

    def row(self, name, **members):
        for row in self.rows():
            if row["bench"] == name and all(row.get(member) == value for member, value in members.items()):
                return row
        sys.exit(f"scaling.json has no {name} {members}")

    def said(self):
        stamps = {}
        for name, part in self.content.items():
            stamps.setdefault((part["machine"], part["day"], part["commit"], part["command"]), []).append(name)
        return [f"{machine}; {day}, commit {commit}, `{command}` ({', '.join(names)})."
                for (machine, day, commit, command), names in stamps.items()]

    def memory(self):
        names = ("due-scan", "due-by-index", "due", "counterfactual")
        rows = [self.row(name) for name in names]
        return table(["In memory", "Cases", "A case", "All of them", "Memory besides"],
                     [[f"`{row['bench']}`", f"{row['cases']:,}", short(row["ns_per_op"]),
                       short(row["ns_per_op"] * row["cases"]),
                       "the answer's room" if row["bench"] == "due-scan" else f"{row['grown_kib']:,} KiB"] for row in rows])

    def cores(self):
        rows = self.rows("counterfactual-parts")
        return table(["Processes at once", "Cases", "On the wall"],
                     [[str(row["parts"]), f"{row['cases']:,}", f"{row['seconds']:.2f} s"] for row in rows])

    def file(self):
        rows = []
        for size in self.rows("store-bytes"):
            n = size["cases"]
            ask = [short(self.row(f"store-{name}", cases=n)["ns_per_op"]) for name in ("due-by-index", "due", "counterfactual")]
            rows.append([f"{n:,}", f"{size['bytes'] / n:,.0f} bytes", *ask, f"{self.row('store-peak', cases=n)['peak_kib']:,} KiB"])
        return table(["One SQLite file, cases", "On disk, a case", "`due-by-index`", "`due`", "`counterfactual`",
                      "Peak memory of the process"], rows)

    def events(self):
        return table(["An event in memory", "Costs"],
                     [[f"`{name}`: {what}", short(self.row(name)["ns_per_op"])] for name, what in EVENTS.items()])

    def stores(self):
        rows = []
        for row in self.rows("(sqlite|postgresql)-commit-.*"):
            store, _, changes = row["bench"].split("-")
            cpu = row.get("cpu_ratio", row["ratio"])
            rows.append([{"sqlite": "SQLite", "postgresql": "PostgreSQL"}[store], changes, short(row["ns_per_op"]),
                         short(row["cpu_ns"]), short(row["baseline_cpu_ns"]), f"{cpu:.2f}"])
        return table(["Store", "Changes in a call", "An event, on the wall", "of the processor", "the same by hand", "Ratio"], rows)

    def postgresql(self):
        row = self.row("postgresql-bytes")
        return table(["PostgreSQL, on disk", "Bytes with its indexes"],
                     [["an event", f"{row['event']:,}"], ["a notice", f"{row['notice']:,}"]])

    def growth(self):
        rows = []
        for name in ("due-scan", "counterfactual", "due"):
            counts = [self.row(f"growth-{name}", cases=n)["instructions"] for n in GROWTH]
            rows.append([f"`{name}`", f"{counts[-1] / GROWTH[-1]:,.1f}",
                         ", ".join(f"{after / before:.2f}" for before, after in zip(counts, counts[1:]))])
        return table(["Bench", "Instructions a case", f"Ratio at each doubling, {GROWTH[0]:,} to {GROWTH[-1]:,} cases"], rows)


def with_tables(text, record):
    """The text with every table between its marks printed anew."""
    def printed(mark):
        return f"<!-- {mark.group(1)}: printed by tests/bench/scaling.py -->\n" + \
            "\n".join(getattr(record, mark.group(1))()) + "\n<!-- end -->"
    return re.sub(r"<!-- (\w+): printed by tests/bench/scaling.py -->\n.*?<!-- end -->", printed, text, flags=re.S)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", nargs="?", type=Path)
    parser.add_argument("--cases", type=int, default=1000000)
    parser.add_argument("--print", action="store_true")
    parser.add_argument("--check", nargs="?", type=Path, const=PAGE)
    parser.add_argument("--part", action="append", choices=PARTS)
    options = parser.parse_args()
    if options.build is not None:
        measure(options.build.resolve(), options.cases, options.part or list(PARTS))
    elif not options.print and options.check is None:
        parser.error("a build directory, --print or --check")
    record = Record(json.loads(RECORD.read_text()))
    if options.check is not None:
        if with_tables(options.check.read_text(), record) != options.check.read_text():
            sys.exit(f"{options.check.name} is not what scaling.json comes to: tests/bench/scaling.py --print")
        return
    PAGE.write_text(with_tables(PAGE.read_text(), record))


if __name__ == "__main__":
    main()
