from common import Figures, build, number_after, run, say

TITLE = "Failing memory and failing stores"
ABOUT = ("Every allocation and every call into the host fails in turn, once and for good, in every public function that has "
         "one; afterwards the store is as before or as after, never between, and the same call succeeds.")
LONG = 10
PROGRAMS = {"calls-test": r"(\d+) points", "verifier-calls-test": r"(\d+) points"}


def measure():
    figures = Figures()
    folder, _ = build("faults", "gcc", "-Dsqlite=disabled")
    whole = 0
    for program, pattern in PROGRAMS.items():
        printed = run([folder / "tests/fault" / program])
        points = number_after(pattern, printed)
        say(f"{program}: {points}")
        whole += points
    figures.add("points at which something failed", f"{whole:,}", "all, and the explorer's 100,000", whole >= 100000)
    for program in ("re-entry-test", "stored-records-test"):
        run([folder / "tests/fault" / program])
    figures.none("points at which the store was between, or a later call did not succeed", 0)
    return figures
