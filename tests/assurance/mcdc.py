"""Reads what llvm-cov-19 shows of MC/DC: which conditions a decision was shown to depend on, and which are constants.

A condition that is marked as impossible (PRAPI_ALWAYS, PRAPI_NEVER) is a constant in a coverage build, and a constant is no
condition. What clang calls a constant and nobody has marked is told apart, and so is a condition that nobody tested."""
import re
from dataclasses import dataclass, field
from pathlib import Path

FILE = re.compile(r"^(/\S+):$")
DECISION = re.compile(r"MC/DC Decision Region \((\d+):(\d+)\) to \((\d+):(\d+)\)")
CONDITION = re.compile(r"Condition C(\d+) --> \((\d+):(\d+)\)")
PAIR = re.compile(r"C(\d+)-Pair: (constant folded|covered|not covered)")
MARK = re.compile(r"PRAPI_(?:ALWAYS|NEVER)\(")
# Where a marked condition is: in the macro that stands for it. What is only measured with sizeof is never evaluated.
MACROS = "base/always.h"


@dataclass
class Conditions:
    covered: set = field(default_factory=set)
    missing: set = field(default_factory=set)   # "file:line condition N"
    marked: set = field(default_factory=set)
    unmarked: set = field(default_factory=set)  # constants without a mark

    @property
    def counted(self):
        return len(self.covered) + len(self.missing)


def conditions(shown):
    """Every condition with what was shown of it: a decision that stands in a header may be compiled more than once."""
    states, places, file, decision = {}, {}, None, None
    for line in shown.splitlines():
        if found := FILE.match(line):
            file = found.group(1)
        elif found := DECISION.search(line):
            decision = tuple(map(int, found.groups()))
        elif found := CONDITION.search(line):
            places[file, decision, int(found.group(1))] = int(found.group(2)), int(found.group(3))
        elif found := PAIR.search(line):
            states.setdefault((file, decision, int(found.group(1))), set()).add(found.group(2))
    return states, places


def is_marked(file, decision, place, sources):
    """Does a constant stand in a macro, and is the decision one with a mark?"""
    first_line, first_column, last_line, last_column = decision
    within = (first_line, first_column) <= place <= (last_line, last_column)
    lines = sources.setdefault(file, Path(file).read_text(encoding="utf-8").splitlines())
    return not within and MARK.search("\n".join(lines[first_line - 1:last_line])) is not None


def read(shown, top="/lib/"):
    """Conditions of what `llvm-cov show --show-mcdc` printed."""
    states, places = conditions(shown)
    sources, found = {}, Conditions()
    for (file, decision, number), state in states.items():
        if file.endswith(MACROS):
            continue
        name = f"{file.split(top)[-1]}:{decision[0]} condition {number}"
        key = (file, decision, number)
        if "covered" in state:
            found.covered.add(key)
        elif "constant folded" not in state:
            found.missing.add(name)
        elif is_marked(file, decision, places[key], sources):
            found.marked.add(name)
        else:
            found.unmarked.add(name)
    return found
