import re

from common import TOP, Figures, build, run

TITLE = "Secrets"
ABOUT = ("Every function that is given an access code, an answer or a NINO, built by three compilers at six levels: does a "
         "branch or an address depend on it (memcheck), is it in memory afterwards? In each build a leaky control must be "
         "caught. And canaries: no byte that reaches a callback, an error or an answer holds one.")
LONG = 10


def measure():
    figures = Figures()
    folder, _ = build("secrets", "gcc")
    printed = run(["python3", "tests/secrets/matrix.py", folder / "lib/libprap.a",
                   folder / "tests/support/libprap-test-support.a", "--all"], allowed=(0, 1))
    builds = len(re.findall(r"^\S.* -O", printed, re.M)) or printed.count("-O")
    faults = [line for line in printed.splitlines() if re.search(r"depends on|left in memory|does not", line)]
    figures.none(f"faults found in {builds} builds", len(faults))
    canary = run([folder / "tests/secrets/canary-test"], allowed=None, cwd=TOP)
    figures.none("canaries found in bytes that left the library", 0 if "FAILED" not in canary else 1)
    return figures
