import importlib
import json
import re
import shutil

from common import TOP, WORK, Failed, Figures, run, say

proof = importlib.import_module("gates.proof")
HERE, judged = proof.HERE, proof.judged

TITLE = "Faults that the proofs must find"
ABOUT = ("Each fault of `tests/assurance/proof/planted.py` is one text of the library that is made wrong: EVA must give an alarm, or "
         "WP must leave a goal open that it proves, in the same time, where the text is right.")
LONG = 20


def plant(fault):
    """A copy of what the proofs read, with a fault in it."""
    tree = WORK / "planted-proofs" / re.sub(r"\W+", "-", fault["name"])
    shutil.rmtree(tree, ignore_errors=True)
    for folder in ("lib", "include", "tests/assurance/proof"):
        shutil.copytree(TOP / folder, tree / folder)
    path = tree / fault["file"]
    text = path.read_text()
    if text.count(fault["old"]) != 1:
        raise Failed(f"{fault['name']}: its text does not stand once in {fault['file']}")
    path.write_text(text.replace(fault["old"], fault["new"]))
    return tree / "tests/assurance/proof"


def is_found(fault, library):
    """Does the tool say so? A goal that is open without the fault in as many seconds shows nothing."""
    tools = plant(fault)
    if fault["by"] == "wp":
        one = (fault["driver"], "--function", fault["function"], "--seconds", "20")
        return set(judged(tools / "wp.py", *one)["unproved"]) - set(judged(HERE / "wp.py", *one)["unproved"]) != set()
    one = (library, fault["driver"], "--main", fault["function"])
    return len(judged(tools / "eva.py", *one)["unproven"]) > len(judged(HERE / "eva.py", *one)["unproven"])


def measure():
    figures = Figures()
    library = proof.library_of("proofs-of")
    faults = json.loads(run(["python3", HERE / "planted.py", "--json"]))
    missed = []
    for fault in faults:
        found = is_found(fault, library)
        say(f"{fault['by']} {fault['driver']}, {fault['name']}: {'found' if found else 'NOT FOUND'}")
        if not found:
            missed.append(fault["name"])
    figures.add("planted faults that give an alarm or break a goal", f"{len(faults) - len(missed)} of {len(faults)}"
                + (f" (not: {', '.join(missed)})" if missed else ""), "all", not missed)
    return figures
