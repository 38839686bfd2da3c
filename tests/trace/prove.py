#!/usr/bin/env python3
"""Breaks the code behind every rule that stands as decided or reminded, one thing at a time, and runs the
scenarios that show it: one of the lines that expect something of that thing must fail. A rule whose breaking
nothing notices may not stand so. Likewise every value of every policy that the library follows: a scenario that
sets it must fail when another value stands; where the date computations follow it, DATE_POLICIES, the program of
date-policies.c, says so.

    prove.py RUN_BROKEN [TREE]     RUN_BROKEN is run-scenarios with tests/trace/break.c linked in; exit 1 and
                                   one line for each rule that nothing would notice
"""
import functools
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

sys.dont_write_bytecode = True
TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "lib/catalogue"))
from trace import NOT_OF_EVENTS, Tree, trace  # noqa: E402
import print as vocabulary  # noqa: E402  lib/vocabulary, which trace has put on the path

PROVEN = ("decided", "reminded")


class Runner:
    def __init__(self, program, tree):
        self.program, self.tree = program, tree

    @functools.lru_cache(maxsize=None)
    def failing(self, broken, scenario):
        """The lines of a scenario whose expectations fail when something is broken (None: nothing is).

        Golden bytes are not counted: they pin what is, expectations say what must be."""
        environment = {key: value for key, value in os.environ.items() if key != "PRAP_BREAK"}
        if broken:
            environment["PRAP_BREAK"] = broken
        path = self.tree.top / "tests/scenarios" / scenario
        run = subprocess.run([self.program, path, os.devnull], env=environment, capture_output=True, text=True)
        if run.returncode < 0 and broken:  # a build with assertions trapped: every line of it is lost
            return frozenset(self.tree.scenarios[scenario])
        if run.returncode not in (0, 1):
            raise SystemExit(f"{broken or 'nothing broken'}: {scenario}: {run.returncode}: {run.stderr}")
        pattern = rf"^{re.escape(str(path))}:(\d+): (?!golden differs)"
        return frozenset(int(number) for number in re.findall(pattern, run.stdout, flags=re.M))

    def breaks(self, broken, scenario):
        return self.failing(broken, scenario) - self.failing(None, scenario)

    def noticed(self, broken, lines):
        """The first line, of those that show a thing, that fails when it is broken; or None."""
        for scenario, numbers in lines.items():
            found = self.breaks(broken, scenario)
            for number in numbers:
                if number in found:
                    return f"tests/scenarios/{scenario}:{number}"
        return None


def looked_at(top, name):
    """Does a case look at the policy? What only computations and measures follow, their own tests show."""
    sources = [path for folder in ("referral", "programmes") for path in sorted((top / "lib" / folder).rglob("*"))
               if path.suffix in (".c", ".h", ".def")]
    return not sources or any(re.search(rf"\bPRAP_POLICY_{name}\b|UNDER\((?:\w+, )?{name}, ",
                                        path.read_text(encoding="utf-8")) for path in sources)


def values_of_policies(top):
    """Every (policy, value) that a scenario must set: each choice, and the default of a number or of a day."""
    folder = top / "lib/vocabulary"
    if not (folder / "policies.def").exists():
        return
    choices = {row[1]: row[2] for row in vocabulary.rows(folder / "choices.def", "C")}
    chosen = re.findall(r"\bP\((\w+), (\w+)\)", (folder / "choices.def").read_text(encoding="utf-8"))
    for row in vocabulary.rows(folder / "policies.def"):
        if not looked_at(top, row[1]):
            continue
        of_this = [choices[choice] for policy, choice in chosen if policy == row[1] and choice in choices]
        is_day = not of_this and int(row[5]) < 0
        alone = str(date(1970, 1, 1) + timedelta(int(row[4]))) if is_day else row[4]
        yield from ((row[2], value) for value in of_this or [alone if is_day else int(alone)])


def followed_by_dates():
    """The "policy=value" under which some date computation answers differently than under any other."""
    program = os.environ.get("DATE_POLICIES")
    if not program:
        return set()
    return set(subprocess.run([program], capture_output=True, text=True, check=True).stdout.split())


def policy_faults(runner):
    """The scenarios are run only where they set a policy; one that does must notice that it is another."""
    by_dates = followed_by_dates()
    for policy, value in values_of_policies(runner.tree.top):
        names = [name for name, set_to in runner.tree.policies.items() if set_to.get(policy) == value]
        found = [name for name in names if runner.breaks(f"policy {policy}", name)]
        if found:
            print(f"{policy}={value}: another value: tests/scenarios/{found[0]} fails")
        elif f"{policy}={value}" in by_dates:
            print(f"{policy}={value}: another value: the date computations answer differently")
        else:
            yield f"{policy}={value}: no scenario that sets it would fail under another value"


def main(arguments):
    if len(arguments) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 2
    tree = Tree(Path(arguments[1]).resolve() if len(arguments) == 2 else TOP)
    rules, faults = trace(tree)
    runner = Runner(arguments[0], tree)
    wanted = [(rule, thing) for rule in rules.values() if rule.status in PROVEN for thing in rule.by
              if thing.split(" ")[0] not in NOT_OF_EVENTS]
    with ThreadPoolExecutor(max_workers=2) as pool:
        found = pool.map(lambda pair: runner.noticed(pair[1], pair[0].lines.get(pair[1], {})), wanted)
        noticed = list(found)
    for (rule, thing), line in zip(wanted, noticed):
        if line is None:
            faults.append(f"{rule.id}: {rule.status} by {thing}, "
                          "but no scenario would fail if that were broken")
        else:
            print(f"{rule.id}: {thing} broken: {line} fails")
    faults += policy_faults(runner)
    for rule in {rule.id: rule for rule, _ in wanted}.values():
        for name in rule.tests:
            things = [thing for thing, files in rule.lines.items() if f"{name}.jsonl" in files]
            if things and not any(runner.breaks(thing, f"{name}.jsonl") for thing in things):
                print(f"{rule.id}: {name} is named, but expects nothing that would fail if it were broken")
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(wanted)} ways to break {len({rule.id for rule, _ in wanted})} rules tried")
    return 1 if faults or not wanted else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
