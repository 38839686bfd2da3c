import re

from common import TOP, WORK, Failed, Figures, run, say

TITLE = "Models"
ABOUT = ("Spin walks every interleaving of programs, relays, store failures and crashes: of journal and outbox "
         "(`tests/assurance/model/journal.pml`), and of access-code checks (`challenge.pml`). Outcomes, results and kinds of "
         "entry are printed from the library's tables. Each planted fault must be found.")
LONG = 5
SOUND = [("journal", "-DPROGRAMS=3", "-DRELAYS=0", "-DCRASHES=2", "-DTROUBLES=2"),
         ("journal", "-DPROGRAMS=2", "-DRELAYS=1", "-DCRASHES=2", "-DTROUBLES=2"),
         ("journal", "-DPROGRAMS=2", "-DRELAYS=2", "-DCRASHES=1", "-DTROUBLES=1"),
         ("journal", "-DPROGRAMS=1", "-DRELAYS=2", "-DCRASHES=3"), ("challenge",)]
FAULTS = [("journal", "-DRELAYS=0", "-DNO_DUPLICATE_CHECK"), ("journal", "-DRELAYS=0", "-DNO_VERSION_CHECK"),
          ("journal", "-DRELAYS=0", "-DUNKNOWN_IS_STORED"), ("journal", "-DPROGRAMS=1", "-DTOLD_AFTER"),
          ("journal", "-DPROGRAMS=1", "-DRELAYS=2", "-DTROUBLES=0", "-DANY_ORDER"),
          ("challenge", "-DCOUNT_AFTER"), ("challenge", "-DSHOW_FIRST"), ("challenge", "-DNO_VERSION_CHECK"),
          ("challenge", "-DNO_LOCK"), ("challenge", "-DDRAW_ANEW")]


def walk(model, *options, shortest=False):
    """All states of a model: how many, and how many errors."""
    folder = WORK / "model"
    run(["rm", "-rf", folder])
    WORK.mkdir(parents=True, exist_ok=True)
    run(["cp", "-r", TOP / "tests/assurance/model", folder])
    run(["python3", TOP / "tests/assurance/model/tables.py", folder])
    run(["spin", *options, "-a", f"{model}.pml"], cwd=folder)
    run(["gcc", "-w", "-O2", "-DSAFETY", *(["-DBFS"] if shortest else []), "-o", "pan", "pan.c"], cwd=folder)
    printed = run(["./pan", "-m2000000", "-w26"], cwd=folder, timeout=900)
    if "max search depth too small" in printed:
        raise Failed(f"{model}: the search was not complete")
    states = re.search(r"(\d+(?:\.\d+e\+\d+)?) states, stored", printed)
    return states.group(1), int(re.search(r"errors: (\d+)", printed).group(1))


def measure():
    figures = Figures()
    for model, *options in SOUND:
        states, errors = walk(model, *options)
        say(f"{model} {' '.join(options)}: {states} states")
        figures.none(f"errors in {states} states, {model} {' '.join(options)}".strip(), errors)
    missed = [" ".join(fault) for fault in FAULTS if walk(*fault, shortest=True)[1] == 0]
    figures.add("planted faults that are found", len(FAULTS) - len(missed), f"{len(FAULTS)}", not missed)
    return figures
