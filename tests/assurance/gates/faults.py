import re
import sys
from concurrent.futures import ThreadPoolExecutor

from common import TOP, Figures, build, number_after, run, say

TITLE = "Failing memory and failing stores"
ABOUT = ("Every allocation and every call into the host fails in turn, once and for good, in every public function that has "
         "one (`tests/lint/faults.py` names any that no test drives); afterwards the store is as before or as after, never "
         "between, and the same call succeeds. The explorers walk every abstract state that the interface can reach, of a case "
         "in each programme and of a stream of challenges beside another with a clock, and from each state put every operation "
         "and every fault to the real code, with no memory to be had meanwhile (`tests/explore`). The drill's faults of `lib/` "
         "are planted, one at a time, before their ordinary run.")
LONG = 60
PROGRAMS = {"calls-test": r"(\d+) points", "verifier-calls-test": r"(\d+) points"}
OTHERS = ("re-entry-test", "stored-records-test", "conformance-calls-test")
EXPLORERS = {"cases-test": ("a case, in five programmes", 5), "verifier-test": ("a stream of challenges beside another", 1)}


def count(pattern, printed):
    return sum(int(number) for number in re.findall(pattern, printed))


def add_explorer(figures, what, lines, printed):
    """The figures of an explorer, from its last lines: how far it was meanwhile is passed over. Its faulted operations."""
    ended = "\n".join(line for line in printed.splitlines() if re.search(r"\d+ of \d+ states, ", line))
    states, operations = count(r"(\d+) of \d+ states", ended), count(r"(\d+) operations", ended)
    left, wrong = count(r"of (\d+) states", ended) - states, count(r"(\d+) wrong", ended)
    figures.add(f"explorer of {what}: abstract states, all that there are", f"{states:,}", "all",
                left == 0 and ended.count("states") == lines)
    figures.add(f"explorer of {what}: operations from them", f"{operations:,}", "reported", True)
    figures.none(f"explorer of {what}: faulted operations that went wrong", wrong)
    return count(r"(\d+) faulted", ended)


def explore(figures, folder):
    whole = 0
    with ThreadPoolExecutor(len(EXPLORERS)) as pool:
        runs = [pool.submit(run, [folder / "tests/explore" / program, "--whole"], allowed=(0, 1)) for program in EXPLORERS]
    for (what, lines), done in zip(EXPLORERS.values(), runs):
        printed = done.result()
        say(printed.strip().replace("\n", "\n   "))
        whole += add_explorer(figures, what, lines, printed)
    figures.add("faulted operations of the explorers", f"{whole:,}", "100,000", whole >= 100000)


def measure():
    figures = Figures()
    folder, _ = build("faults", "gcc", "-Dsqlite=disabled", targets=[
        *(f"tests/fault/{program}" for program in [*PROGRAMS, *OTHERS]), *(f"tests/explore/{program}" for program in EXPLORERS)])
    whole = 0
    for program, pattern in PROGRAMS.items():
        printed = run([folder / "tests/fault" / program])
        points = number_after(pattern, printed)
        say(f"{program}: {points}")
        whole += points
    figures.add("points at which something failed in a single call", f"{whole:,}", "all", whole > 0)
    for program in OTHERS:
        run([folder / "tests/fault" / program])
    figures.none("points at which the store was between, or a later call did not succeed", 0)
    undriven = run([sys.executable, TOP / "tests/lint/faults.py"], allowed=(0, 1)).strip().splitlines()
    figures.none("public functions with an allocation or a call of the host that no test drives", len(undriven))
    explore(figures, folder)
    printed = run([sys.executable, TOP / "tests/explore/planted.py", folder], allowed=(0, 1))
    noticed, planted = number_after(r"(\d+) of \d+ faults", printed), number_after(r"of (\d+) faults", printed)
    figures.add("of the drill's faults of lib/ the explorers' ordinary run noticed", f"{noticed} of {planted}", "4", noticed >= 4)
    return figures
