#!/usr/bin/env python3
"""Measures how far libprap can be trusted, and prints docs/reference/assurance.md from what was measured.

    assure.py GATE...     measures these gates, keeps their records, and prints the page
    assure.py --all       measures every gate: hours
    assure.py --print     prints the page from the records there are
    assure.py --check     fails when the page is not what the records come to
    assure.py --list      the gates, with the minutes that each may take

A gate is a module of tests/assurance/gates. Its record, tests/assurance/records/GATE.json, is written here and nowhere
else: figures, what the gold rung asks of each, day, commit, command, seconds, machine. `tests/install assurance`
installs what the gates need. Exit 1 when a gate could not be measured or --check finds a difference; a figure that
does not meet what is asked of it is printed as such and is no failure of the measurement.
"""
import argparse
import datetime
import importlib
import json
import os
import platform
import sys
import time
from pathlib import Path

from common import TOP, Failed, run

HERE = Path(__file__).resolve().parent
PAGE = TOP / "docs/reference/assurance.md"
# In the order of the page.
GATES = ["warnings", "coverage", "three-ways", "mutation", "faults", "crashes", "model", "proof", "proof-faults", "fuzzing",
         "sanitizers", "secrets", "interface", "platforms", "reproducible", "stack", "growth", "oracles", "drill"]


def gates():
    return {name: importlib.import_module(f"gates.{name}") for name in GATES
            if (HERE / "gates" / f"{name}.py").exists()}


def machine():
    return f"{os.cpu_count()} cores, {platform.machine()}, Debian {Path('/etc/debian_version').read_text().strip()}"


def measure(name, gate, records):
    print(f"== {name} (up to {gate.LONG} min)", file=sys.stderr, flush=True)
    began = time.monotonic()
    figures = gate.measure()
    changed = run(["git", "status", "--porcelain", "--untracked-files=no", "--", "lib", "include", "bindings", "tests/unit"])
    record = {
        "gate": name,
        "figures": figures.rows,
        "day": datetime.date.today().isoformat(),
        "commit": run(["git", "rev-parse", "--short=12", "HEAD"]).strip() + (" and changes" if changed.strip() else ""),
        "command": f"tests/assurance/assure.py {name}",
        "seconds": round(time.monotonic() - began),
        "machine": machine(),
    }
    records.mkdir(exist_ok=True)
    (records / f"{name}.json").write_text(json.dumps(record, indent=1) + "\n")
    for row in figures.rows:
        print(f"   {'met    ' if row['met'] else 'NOT MET'} {row['what']}: {row['measured']}", file=sys.stderr)


def cell(text):
    return text.replace("|", "\\|").replace("\n", " ")


def section(gate, record):
    lines = [f"## {gate.TITLE}", "", gate.ABOUT, ""]
    if record is None:
        return [*lines, "**Not measured yet.**", ""]
    lines += ["| What | Measured | Gold asks | Met |", "|---|---|---|---|"]
    lines += [f"| {cell(row['what'])} | {cell(row['measured'])} | {cell(row['asked'])} | {'yes' if row['met'] else '**no**'} |"
              for row in record["figures"]]
    minutes, seconds = divmod(record["seconds"], 60)
    return [*lines, "", f"{record['day']}, commit {record['commit']}, `{record['command']}`, "
            f"{minutes} min {seconds} s on {record['machine']}.", ""]


def page(records):
    known = gates()
    found = {}
    for name in known:
        path = records / f"{name}.json"
        found[name] = json.loads(path.read_text()) if path.exists() else None
    rows = [row for record in found.values() if record for row in record["figures"]]
    met = sum(row["met"] for row in rows)
    unmeasured = [known[name].TITLE.lower() for name, record in found.items() if record is None]
    lines = ["<!-- Printed by tests/assurance/assure.py --print from tests/assurance/records. Do not edit. -->",
             "# Assurance", "",
             "Where libprap stands against the gold rung of its ladder. Every figure is printed from the record of a "
             "measurement: beside it stand its day, its commit and the command that measures it again. "
             "`tests/install assurance` installs what the commands need.", "",
             f"{met} of {len(rows)} figures meet what gold asks"
             + (f"; not measured yet: {', '.join(unmeasured)}" if unmeasured else "") + ".", ""]
    for name, gate in known.items():
        lines += section(gate, found[name])
    return "\n".join(lines) + "\n" + (HERE / "soundness.md").read_text()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gate", nargs="*")
    for option in ("all", "print", "check", "list"):
        parser.add_argument(f"--{option}", action="store_true")
    parser.add_argument("--records", type=Path, default=HERE / "records")
    parser.add_argument("--page", type=Path, default=PAGE)
    arguments = parser.parse_args()
    known = gates()
    if arguments.list:
        for name, gate in known.items():
            print(f"{name:14} {gate.LONG:4} min  {gate.TITLE}")
        return 0
    if arguments.check:
        if arguments.page.read_text() == page(arguments.records):
            return 0
        print(f"{arguments.page.name} is not what the records come to: tests/assurance/assure.py --print",
              file=sys.stderr)
        return 1
    unknown = [name for name in arguments.gate if name not in known]
    if unknown or not (arguments.gate or arguments.all or arguments.print):
        print(f"gates: {' '.join(known)}", file=sys.stderr)
        return 2
    code = 0
    for name in known if arguments.all else arguments.gate:
        try:
            measure(name, known[name], arguments.records)
        except Failed as why:
            print(f"{name}: {why}", file=sys.stderr)
            code = 1
    arguments.page.write_text(page(arguments.records))
    return code


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    sys.exit(main())
