import json
import re
import shutil
from concurrent.futures import ThreadPoolExecutor

from common import TOP, WORK, Failed, Figures, build, run, say

TITLE = "Proof"
ABOUT = ("Frama-C's EVA follows every value at once: each driver (`tests/assurance/proof/*.c`) hands one part of the library "
         "any arguments and any bytes, and no operation may go wrong: no read or write outside an object, no overflow, no "
         "uninitialised value. WP proves by deduction what functions are said to do (`contracts/*.h` there). Each planted fault "
         "must give an alarm or break a goal.")
LONG = 30
HERE = TOP / "tests/assurance/proof"


def drivers():
    return sorted(path.stem for path in HERE.glob("*.c"))


def judged(tool, *arguments):
    """What a tool of tests/assurance/proof found, as JSON."""
    printed = run(["python3", tool, *arguments, "--json"], timeout=3600)
    return json.loads(printed.strip().splitlines()[-1])


def at_once(work, items):
    """What work makes of each, several at once."""
    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(work, items))


def eva(figures, library):
    """Every driver: what it found, by its name."""
    names = drivers()
    proofs = dict(zip(names, at_once(lambda driver: judged(HERE / "eva.py", library, driver), names)))
    for driver, proof in proofs.items():
        say(f"{driver}: {len(proof['unproven'])} not proved, {len(proof['unreached'])} functions not reached, "
            f"{proof['seconds']} s")
        if proof["unknown"]:
            raise Failed(f"{driver}: functions without code or contract: {', '.join(proof['unknown'])}")
        figures.none(f"EVA, {driver}: alarms and properties not proved, in {proof['functions']} functions and "
                     f"{proof['reached']} statements, {proof['seconds']} s", len(proof["unproven"]),
                     [re.sub(r": .*", "", row) for row in proof["unproven"]])
    functions = {name for proof in proofs.values() for name in proof["all_functions"]}
    reached = {name for proof in proofs.values() for name in set(proof["all_functions"]) - set(proof["unreached"])}
    figures.share("EVA: functions of these parts that are reached", len(reached), len(functions))
    whole = sum(proof["statements"] for proof in proofs.values())
    figures.add("EVA: their statements that some value reaches; the others are proved dead, or beyond a driver's lengths",
                f"{sum(proof['reached'] for proof in proofs.values())} of {whole}", "reported", True)
    return proofs


def plant(fault):
    """A copy of what the proofs read, with a fault in it."""
    tree = WORK / "proof" / re.sub(r"\W+", "-", fault["name"])
    shutil.rmtree(tree, ignore_errors=True)
    for folder in ("lib", "include", "tests/assurance/proof"):
        shutil.copytree(TOP / folder, tree / folder)
    path = tree / fault["file"]
    text = path.read_text()
    if text.count(fault["old"]) != 1:
        raise Failed(f"{fault['name']}: its text does not stand once in {fault['file']}")
    path.write_text(text.replace(fault["old"], fault["new"]))
    return tree / "tests/assurance/proof"


def planted(figures, library, proofs, contracts):
    faults = judged(HERE / "planted.py")

    def is_found(fault):
        tools = plant(fault)
        if fault["by"] == "wp":
            # A goal that is open without the fault, or for want of seconds, shows nothing.
            return set(judged(tools / "wp.py", fault["driver"])["unproved"]) - set(contracts["unproved"]) != set()
        proof = judged(tools / "eva.py", library, fault["driver"])
        return len(proof["unproven"]) > len(proofs[fault["driver"]]["unproven"])

    missed = [fault["name"] for fault, found in zip(faults, at_once(is_found, faults)) if not found]
    figures.add("planted faults that give an alarm or break a goal", f"{len(faults) - len(missed)} of {len(faults)}"
                + (f" (not: {', '.join(missed)})" if missed else ""), "all", not missed)


def measure():
    figures = Figures()
    folder, _ = build("proof", "gcc", targets=["lib/libprap.a"])
    library = folder / "lib/libprap.a"
    run(["why3", "config", "detect"])
    proofs = eva(figures, library)
    contracts = judged(HERE / "wp.py", "--all")
    figures.share(f"WP: goals proved, of the contracts of {contracts['functions']} functions",
                  contracts["goals"] - len(contracts["unproved"]), contracts["goals"])
    planted(figures, library, proofs, contracts)
    return figures
