import json
import re

from common import TOP, WORK, Failed, Figures, run, say, set_up

TITLE = "Proof"
ABOUT = ("Frama-C's EVA follows every value at once: each driver (`tests/assurance/proof/*.c`) hands one part of the library "
         "any arguments and any bytes, and no operation may go wrong: no read or write outside an object, no overflow, no "
         "uninitialised value. WP proves by deduction what functions are said to do (`contracts/*.h` there). What Frama-C "
         "printed is kept in `build/assurance/proofs` by what it read, so that only what has changed is proved anew; "
         "removing that folder proves all of it anew.")
LONG = 20
KEPT = WORK / "proofs"
HERE = TOP / "tests/assurance/proof"


def drivers():
    return sorted(path.stem for path in HERE.glob("*.c"))


def judged(tool, *arguments):
    """What a tool of tests/assurance/proof found, as JSON."""
    printed = run(["python3", tool, *arguments, "--kept", KEPT, "--json"], timeout=3600)
    return json.loads(printed.strip().splitlines()[-1])


def eva(figures, library):
    """Every driver: what it found, by its name."""
    names = drivers()
    proofs = {}
    for driver in names:
        proofs[driver] = proof = judged(HERE / "eva.py", library, driver)
        say(f"{driver}: {len(proof['unproven'])} not proved, {len(proof['unreached'])} functions not reached, "
            f"{proof['seconds']} s")
        if proof["unknown"]:
            raise Failed(f"{driver}: functions without code or contract: {', '.join(proof['unknown'])}")
        figures.none(f"EVA, {driver}: alarms and properties not proved, in {proof['functions']} functions and "
                     f"{proof['reached']} statements, {proof['seconds']} s", len(proof["unproven"]),
                     [re.sub(r": .*", "", row) for row in proof["unproven"]])
    files = {path for proof in proofs.values() for path in proof["files"]}
    pure = {str(path.relative_to(TOP)) for path in (TOP / "lib").rglob("*.c")
            if path.relative_to(TOP / "lib").parts[0] not in ("engine", "conformance", "host")}
    figures.add("EVA: files of the pure core (`lib/` without engine, conformance and host) that a driver answers for",
                f"{len(files & pure)} of {len(pure)}", "all", pure <= files)
    host = {path for path in files if path.startswith(("lib/engine/", "lib/host/"))}
    figures.add("EVA: files beside it, of the engine and of the calls into a host, over a host that answers anything",
                str(len(host)), "reported", True)
    functions = {name for proof in proofs.values() for name in proof["all_functions"]}
    reached = {name for proof in proofs.values() for name in set(proof["all_functions"]) - set(proof["unreached"])}
    figures.share("EVA: functions of these parts that are reached", len(reached), len(functions))
    whole = sum(proof["statements"] for proof in proofs.values())
    figures.add("EVA: their statements that some value reaches; the others are proved dead, or beyond a driver's lengths",
                f"{sum(proof['reached'] for proof in proofs.values())} of {whole}", "reported", True)
    return proofs


def library_of(name):
    """A library to take a driver's files from, and provers that are known to WP."""
    folder = WORK / name
    if not (folder / "build.ninja").exists():
        set_up(name, "gcc", "-Doptimization=0")
    run(["ninja", "-C", folder, "lib/libprap.a"])
    run(["why3", "config", "detect"])
    return folder / "lib/libprap.a"


def measure():
    figures = Figures()
    library = library_of("proofs-of")
    proofs = eva(figures, library)
    contracts = judged(HERE / "wp.py", "--all")
    left = {name for proof in proofs.values() for name in proof["deduced"]} - set(contracts["functions"])
    if left:
        raise Failed(f"functions that EVA leaves to WP have no contract: {', '.join(sorted(left))}")
    figures.share(f"WP: goals proved, of the contracts of {len(contracts['functions'])} functions",
                  contracts["goals"] - len(contracts["unproved"]), contracts["goals"])
    return figures
