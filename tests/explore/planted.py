#!/usr/bin/env python3
"""Shows that the explorers can fail: plants the drill's faults of lib/ (tests/assurance/planted.py), one at a time, and runs
the explorers over each.

    planted.py BUILD [FAULT...]    BUILD: a Meson build directory without sanitizers; FAULT: a part of a fault's name

Prints a line for each fault: its name, and what noticed it first. Not every fault is theirs to notice: what a store that
fails has nothing to do with belongs to other tests. Exits 1 when fewer than FEWEST of all were noticed.
"""
import json
import os
import shlex
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/assurance"))
from planted import FAULTS  # noqa: E402

EXPLORERS = ("cases-test", "verifier-test")
FEWEST = 8


def run(*command, **options):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, errors="replace", **options)


def definitions(build, file):
    """What the build defines for a source."""
    rows = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    command = next(row["command"] for row in rows if (Path(row["directory"]) / row["file"]).resolve() == TOP / file)
    return [word for word in shlex.split(command) if word.startswith("-D")]


def compile_with(fault, directory, build):
    """The one object that is made wrong: a program that has it takes none like it from the library."""
    text = (TOP / fault.file).read_text(encoding="utf-8")
    source = directory / Path(fault.file).name
    source.write_text(text.replace(fault.old, fault.new), encoding="utf-8")
    made = directory / "planted.o"
    done = run(os.environ.get("CC", "cc"), "-std=c11", "-O1", "-w", f"-I{TOP / 'include'}", f"-I{TOP / 'lib'}",
               f"-I{(TOP / fault.file).parent}", *definitions(build, fault.file), "-c", source, "-o", made)
    if done.returncode != 0:
        sys.exit(f"{fault.name}: {done.stderr}")
    return made


def notice(fault, build):
    """What noticed the fault, or None."""
    with tempfile.TemporaryDirectory(prefix="prap-planted-") as place:
        made = compile_with(fault, Path(place), build)
        for explorer in EXPLORERS:
            program = Path(place) / explorer
            objects = sorted((build / f"tests/explore/{explorer}.p").glob("*.o"))
            done = run(os.environ.get("CC", "cc"), *objects, made, build / "tests/support/libprap-test-support.a",
                       build / "lib/libprap.a", "-o", program)
            if done.returncode != 0:
                sys.exit(f"{fault.name}: {done.stderr}")
            done = run(program)
            if done.returncode != 0:
                told = done.stderr.strip().splitlines()
                return f"{explorer}: {told[0] if told else f'ended with {done.returncode}'}"
    return None


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    build = Path(sys.argv[1]).resolve()
    wanted = [fault for fault in FAULTS if fault.file.startswith("lib/") and fault.file.endswith(".c")
              and (len(sys.argv) == 2 or any(part in fault.name for part in sys.argv[2:]))]
    noticed = 0
    with ThreadPoolExecutor(2) as pool:
        for fault, told in zip(wanted, pool.map(lambda fault: notice(fault, build), wanted)):
            print(f"{fault.name}: {told or 'not noticed'}", flush=True)
            noticed += told is not None
    print(f"planted.py: {noticed} of {len(wanted)} faults noticed")
    return 1 if len(sys.argv) == 2 and noticed < FEWEST else 0


if __name__ == "__main__":
    sys.exit(main())
