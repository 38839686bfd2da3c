#!/usr/bin/env python3
"""Breaks the code behind every rule that stands as decided or reminded, one thing at a time, and runs the
scenarios that show it: one of the lines that expect something of that thing must fail. A rule whose breaking
nothing notices may not stand so.

    prove.py RUN_BROKEN [TREE]     RUN_BROKEN is run-scenarios with tests/trace/break.c linked in; exit 1 and
                                   one line for each rule that nothing would notice
"""
import functools
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.dont_write_bytecode = True
TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "lib/catalogue"))
from trace import Tree, trace  # noqa: E402

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


def main(arguments):
    if len(arguments) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 2
    tree = Tree(Path(arguments[1]).resolve() if len(arguments) == 2 else TOP)
    rules, faults = trace(tree)
    runner = Runner(arguments[0], tree)
    wanted = [(rule, thing) for rule in rules.values() if rule.status in PROVEN for thing in rule.by]
    with ThreadPoolExecutor(max_workers=2) as pool:
        found = pool.map(lambda pair: runner.noticed(pair[1], pair[0].lines.get(pair[1], {})), wanted)
        noticed = list(found)
    for (rule, thing), line in zip(wanted, noticed):
        if line is None:
            faults.append(f"{rule.id}: {rule.status} by {thing}, but no scenario would fail if that were broken")
        else:
            print(f"{rule.id}: {thing} broken: {line} fails")
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
