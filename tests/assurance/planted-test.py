#!/usr/bin/env python3
"""Each fault of the drill and of the proofs still fits its file: its old text stands there once, and the new one is another."""
import importlib.util
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent


def faults_of(path):
    spec = importlib.util.spec_from_file_location("_".join(Path(path).parts[1:-1]), TOP / path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module.FAULTS


def misfits(rows, fewest, what):
    """rows: a name, a file, its old text and the new one."""
    found = []
    for name, file, old, new in rows:
        times = (TOP / file).read_text(encoding="utf-8").count(old)
        if times != 1 or new == old:
            found.append(f"{file}: the old text of \"{name}\" stands there {times} times")
    if len(rows) < fewest or len({row[0] for row in rows}) != len(rows):
        found.append(f"{what} has at least {fewest} faults, each with a name of its own")
    return found


def main():
    drill = [(fault.name, fault.file, fault.old, fault.new) for fault in faults_of("tests/assurance/planted.py")]
    proofs = [fault[:4] for fault in faults_of("tests/assurance/proof/planted.py")]
    wrong = misfits(drill, 30, "a drill") + misfits(proofs, 15, "the list of the proofs")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
