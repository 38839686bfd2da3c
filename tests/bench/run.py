#!/usr/bin/env python3
"""Runs the benchmarks of the calendar and of cases and prints one table, or with --json one object a line.

    tests/bench/run.py [--json] [BUILD]     BUILD: a Meson build directory, build/gcc unless given

Each line: bench, ns_per_op, instructions (of the library's side with its loop, when Valgrind is there), baseline (in ns)
and ratio (ns_per_op by baseline). calendar-bench.c says what its lines are; its baseline is the plainest hand-written
tables. The numpy-... lines ask the library's array functions and numpy's busday_offset and busday_count (Debian:
python3-numpy) the same questions in turn in this process; their answers must agree. Without numpy these lines are left
out, and said so. case-bench.c says what the case-... lines are; their baseline is a switch by hand, and a snapshot-...
line has the bytes of a snapshot. A peer-... line is the same life of a case in Python's transitions and Ruby's
state_machines, python-submit and ruby-submit in this library's packages with a store in memory; the baseline of these
four is case-submit of the same run. `tests/install bench` installs what is compared with. What is aimed at: calendar-... and overlay-... at most 2, numpy-busday-... at most 0.025 (40 times as
fast), calendar-iso under 40 ns, case-submit under 150 ns, case-preview and
case-replay under 60 ns, snapshots of at most 256 bytes; docs/CONTRIBUTING.md has what is reached. Times differ from run to run where a machine is shared; the instructions do not.
"""
import argparse
import ctypes
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.append("/usr/lib/python3/dist-packages")  # Debian's numpy, whichever python3 runs this
QUESTIONS = 4096           # of calendar-bench.c, in one round
ARRAY, ROUNDS = 16384, 60  # elements in one call, calls
MEMBERS = ("bench", "ns_per_op", "instructions", "baseline", "ratio", "bytes")


def instructions(program, bench):
    """Instructions for each operation: what three rounds execute more than one does. A program that has other
    operations than QUESTIONS in a round prints how many."""
    executed, operations = [], QUESTIONS
    for rounds in (1, 3):
        with tempfile.TemporaryDirectory() as folder:
            command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", str(program), "--rounds",
                       str(rounds), bench]
            try:
                done = subprocess.run(command, capture_output=True, text=True)
            except FileNotFoundError:
                return None
            if done.returncode != 0:
                sys.exit(done.stderr)
            summary = next(line for line in Path(folder, "out").read_text().splitlines()
                           if line.startswith(("summary:", "totals:")))
            executed.append(int(summary.split()[1]))
            operations = int(done.stdout or QUESTIONS)
    return round((executed[1] - executed[0]) / (2 * operations), 1)


def tables(program):
    done = subprocess.run([program, "--json"], capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines():
        row = json.loads(line)
        yield row if "bytes" in row else {**row, "instructions": instructions(program, row["bench"])}


def peers(build, submit_ns):
    """The same life elsewhere; submit_ns: what an event of it costs here."""
    here = Path(__file__).resolve().parent
    for command in ([sys.executable, here / "peer-transitions.py", "--json", build / "bindings/python"],
                    ["ruby", here / "peer-state-machines.rb", "--json", build / "bindings/ruby/lib"]):
        try:
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
        except FileNotFoundError as error:
            print(error, file=sys.stderr)
            continue
        for line in done.stdout.splitlines():
            row = json.loads(line)
            yield {**row, "baseline": submit_ns, "ratio": round(row["ns_per_op"] / submit_ns, 1)}


def best_ns(function):
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.perf_counter_ns()
        function()
        best = min(best, time.perf_counter_ns() - began)
    return best / ARRAY


def against_numpy(library_path):
    try:
        import numpy
    except ImportError:
        print("no numpy: apt-get install python3-numpy", file=sys.stderr)
        return
    library = ctypes.CDLL(str(library_path))
    library.prap_calendar_built_in.restype = ctypes.c_void_p
    library.prap_calendar_holiday_at.restype = ctypes.POINTER(ctypes.c_int32)
    calendar = ctypes.c_void_p(library.prap_calendar_built_in(1))
    holidays, i = [], 0
    while holiday := library.prap_calendar_holiday_at(calendar, i):
        holidays.append(holiday[1])  # prap_holiday.day
        i += 1
    days_off = numpy.array(holidays, dtype="datetime64[D]")
    busdays = numpy.busdaycalendar(holidays=days_off)
    random = numpy.random.default_rng(20230508)
    first, last = (numpy.datetime64(day).astype(int) for day in ("2015-01-01", "2027-09-30"))
    start = random.integers(first, last, ARRAY, dtype=numpy.int32)
    steps = random.integers(1, 61, ARRAY, dtype=numpy.int32)
    year_on = start + numpy.int32(365)
    answers = numpy.empty(ARRAY, dtype=numpy.int32)
    start64, year_on64 = start.astype("datetime64[D]"), year_on.astype("datetime64[D]")
    begin, end = start64 + 1, year_on64 + 1  # busday_count has its first day, and not its last

    def pointer(array):
        return ctypes.c_void_p(array.ctypes.data)

    def ask(name, *arrays):
        function = getattr(library, name)
        arguments = [calendar, *map(pointer, arrays), ctypes.c_size_t(ARRAY), ctypes.c_uint32(0), pointer(answers),
                     None, None]

        def call():
            if function(*arguments) != 0:
                sys.exit(f"{name} refused")
        return call

    # A step of one from a day off comes to the next working day in both, once numpy has rolled back to the last one.
    for bench, ours, theirs in (
            ("numpy-busday-offset", ask("prap_calendar_add_working_days_each", start, steps),
             lambda: numpy.busday_offset(start64, steps, roll="backward", busdaycal=busdays)),
            ("numpy-busday-count", ask("prap_calendar_count_working_days_each", start, year_on),
             lambda: numpy.busday_count(begin, end, busdaycal=busdays)),
            ("numpy-is-busday", ask("prap_calendar_are_working_days", start),
             lambda: numpy.is_busday(start64, busdaycal=busdays))):
        ours()
        if (answers != theirs().astype(numpy.int32)).any():
            sys.exit(f"{bench}: the library and numpy do not agree")
        ns, baseline = best_ns(ours), best_ns(theirs)
        yield {"bench": bench, "ns_per_op": round(ns, 3), "instructions": None, "baseline": round(baseline, 3),
               "ratio": round(ns / baseline, 4)}


def print_row(row, as_json):
    row = {member: row[member] for member in MEMBERS if row.get(member) is not None}
    if as_json:
        print(json.dumps(row, separators=(",", ":")), flush=True)
        return
    cells = (("ns_per_op", ">10.2f"), ("instructions", ">14"), ("baseline", ">13.2f"), ("ratio", ">9.4g"), ("bytes", ">8"))
    texts = (format(row[cell], form) if cell in row else " " * int(form.lstrip(">").split(".")[0].rstrip("f"))
             for cell, form in cells)
    print(f"{row['bench']:32}{''.join(texts)}".rstrip(), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("build", nargs="?", type=Path, default=TOP / "build/gcc")
    options = parser.parse_args()
    bench, library = options.build.resolve() / "tests/bench", options.build / "lib/libprap.so.0"
    if not (bench / "case-bench").exists():
        sys.exit(f"{bench} is not built: meson setup {options.build} && ninja -C {options.build}")
    if not options.json:
        print(f"{'bench':32}{'ns':>10}{'instructions':>14}{'baseline ns':>13}{'ratio':>9}{'bytes':>8}")
    submit_ns = None
    for measure in (lambda: tables(bench / "calendar-bench"), lambda: against_numpy(library.resolve()),
                    lambda: tables(bench / "case-bench"), lambda: peers(options.build.resolve(), submit_ns)):
        for row in measure():
            if row["bench"] == "case-submit":
                submit_ns = row["ns_per_op"]
            print_row(row, options.json)


if __name__ == "__main__":
    main()
