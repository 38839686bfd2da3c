#!/usr/bin/env python3
"""Proves by WP, Frama-C's deduction, what contracts/*.h say that functions of the library do.

    wp.py CONTRACT... | --all [--json] [--tell] [--function F]

A contract's first line of SOURCES below names the file that has the functions. Every function that a contract declares is
proved: what it ensures, that it writes nothing else, and that no operation in it goes wrong. Of numbers as rows of bits the
provers are told axioms, which z3 proves of all 32-bit numbers (contracts/bits.smt2).
"""
import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

import keep

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent.parent
SOURCES = {"day": "base/day.c", "secret": "base/secret.c", "calendar": "calendar/working-days.c", "holidays": "calendar/holidays.c",
           "arrays": "calendar/arrays.c", "earnings": "earnings/earnings.c", "crc": "base/crc.c"}


def functions(contract):
    """What a contract declares, outside its comments."""
    text = re.sub(r"/\*.*?\*/|#[^\n]*", "", (HERE / f"contracts/{contract}.h").read_text(), flags=re.S)
    return re.findall(r"(\w+)\([^;{}()]*\);", text)


def ask(source, flags, options, seconds, kept):
    """What WP prints. What was proved once is, however long a goal is given; what was not is asked again."""
    command = ["frama-c", "-c11", "-machdep", "gcc_x86_64", "-cpp-extra-args=" + " ".join(flags), source, "-wp", "-wp-rte",
               "-wp-model", "Typed+Cast", "-wp-no-volatile", "-wp-prover", "z3,cvc4", "-wp-par", "2", "-wp-cache", "none", *options]
    place = keep.place(kept, command, [source], flags)
    if place is not None and place.exists():
        return place.read_text()
    printed = subprocess.run([*command, "-wp-timeout", str(seconds)], text=True, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL).stdout
    proved = re.search(r"Proved goals:\s+(\d+) / (\d+)", printed)
    if place is not None and proved is not None and proved.group(1) == proved.group(2):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(printed)
    return printed


def prove(contract, arguments):
    """How many goals there were, and the names of those that were not proved."""
    flags = [f"-I{TOP}/include", f"-I{TOP}/lib", "-DPRAP_NO_INLINE", "-D__TINYC__", "-include", f"{HERE}/contracts/{contract}.h"]
    every = arguments.function or ",".join(functions(contract))
    ways = [["-wp-fct", every]] if arguments.function else [["-wp-fct", every], ["-wp-prop=@lemma"]]
    goals, unproved = 0, []
    for way in ways:
        printed = ask(TOP / "lib" / SOURCES[contract], flags, way, arguments.seconds, arguments.kept)
        found = re.search(r"Proved goals:\s+(\d+) / (\d+)", printed)
        if found is None and "No goal generated" in printed:
            continue
        if found is None:
            raise RuntimeError(f"{contract} was not judged:\n{printed[-3000:]}")
        failed = re.findall(r"\[Failed\] Goal (\S+)", printed)
        if len(failed) != int(found.group(2)) - int(found.group(1)):
            raise RuntimeError(f"{contract}: goals that are neither proved nor named:\n{printed[-3000:]}")
        goals += int(found.group(2))
        unproved += failed
        if arguments.tell:
            print(f"{contract}: {found.group(1)} of {found.group(2)} goals proved", *failed, sep="\n  ")
    return goals, unproved


def bits(tell):
    """The axioms about bits: z3 refutes the negation of each."""
    answers = subprocess.run(["z3", HERE / "contracts/bits.smt2"], text=True, stdout=subprocess.PIPE, check=True).stdout.split()
    asked = (HERE / "contracts/bits.smt2").read_text().count("(push)")
    stated = sum(len(re.findall(r"^    axiom ", path.read_text(), re.M)) for path in HERE.glob("contracts/*.h"))
    if asked != stated + 1:
        raise RuntimeError(f"bits.smt2 asks {asked} questions, for {stated} axioms and prapi_pick")
    if len(answers) != asked:
        raise RuntimeError(f"bits.smt2 answers {len(answers)} of {asked} questions axioms")
    if tell:
        print(f"bits: {answers.count('unsat')} of {asked} claims about bits proved")
    return asked, [f"axiom {at + 1} of bits.smt2" for at, answer in enumerate(answers) if answer != "unsat"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("contract", nargs="*")
    for option in ("all", "json", "tell"):
        parser.add_argument(f"--{option}", action="store_true")
    parser.add_argument("--seconds", type=int, default=60, help="by the clock, for each goal and prover")
    parser.add_argument("--function", help="this one alone")
    parser.add_argument("--kept", type=Path, help="what is printed is kept there, and found again while all that is read is the same")
    arguments = parser.parse_args()
    contracts = list(SOURCES) if arguments.all else arguments.contract
    found = {"functions": [], "goals": 0, "unproved": []}
    for contract in contracts:
        found["functions"] += functions(contract)
        for goals, unproved in [prove(contract, arguments)] + \
                ([bits(arguments.tell)] if contract == "secret" and not arguments.function else []):
            found["goals"] += goals
            found["unproved"] += unproved
    if arguments.json:
        print(json.dumps(found))
    return 0 if arguments.json or not found["unproved"] else 1


if __name__ == "__main__":
    sys.exit(main())
