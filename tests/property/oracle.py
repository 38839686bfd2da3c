"""What the oracles beside this file share: random histories judged twice, by the library through `prap replay` and by
a model told from rules.md.

An oracle gives main a function that draws the run of a seed; each line of a run knows what is wrong with an answer.
The first history that differs is printed as input lines, with the policies that it ran under and the seed that
brings it back."""
import argparse
import json
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date


@dataclass
class Line:
    case: str
    facts: dict  # as in an input line, days as dates
    seen: tuple  # what this line tries, to be counted
    differences: Callable  # of the answer: an iterable of sentences


@dataclass
class Run:
    policies: dict
    lines: list
    supplement: dict = field(default_factory=dict)


def said(value):
    return value.isoformat() if isinstance(value, date) else value


def input_line(line):
    return json.dumps({key: said(value) for key, value in {"case": line.case, **line.facts}.items()})


def replay(prap, policies, lines, supplement):
    options = [f"--policy={name}={said(value)}" for name, value in policies.items()]
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(supplement, file, default=said)
        file.flush()
        if supplement:
            options += ["--supplement", file.name]
        run = subprocess.run([prap, "replay", *options, "-"], input="".join(line + "\n" for line in lines),
                             capture_output=True, encoding="utf-8", check=False)
    if run.returncode not in (0, 3):
        raise SystemExit(f"exit {run.returncode}: {run.stderr}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def judged_alike(prap, seed, run, untold):
    """Whether the library answers each line as the model does; the first history that differs is printed."""
    texts = [input_line(line) for line in run.lines]
    told = {name: value for name, value in run.policies.items() if name != untold}
    for number, (line, answer) in enumerate(zip(run.lines, replay(prap, told, texts, run.supplement), strict=True)):
        found = [f"an error: {answer['error']}"] if "error" in answer else list(line.differences(answer))
        if not found:
            continue
        settings = ", ".join(f"{name}={said(value)}" for name, value in run.policies.items())
        print(f"seed {seed}; {settings}; {json.dumps(run.supplement, default=said)}")
        print(*(text for text, other in zip(texts[:number + 1], run.lines) if other.case == line.case), sep="\n")
        print(json.dumps(answer.get("reasons", answer)))
        print(*found, sep="\n")
        return False
    return True


def main(draw_run, events):
    """--untold POLICY: the library is not told what the policy is set to, and the model must notice."""
    parser = argparse.ArgumentParser()
    parser.add_argument("prap")
    parser.add_argument("--events", type=int, default=events)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--untold")
    asked = parser.parse_args()
    judged, seed, seen = 0, asked.seed, set()
    while judged < asked.events:
        run = draw_run(seed)
        seen |= {line.seen for line in run.lines}
        if not judged_alike(asked.prap, seed, run, asked.untold):
            return 1
        judged, seed = judged + len(run.lines), seed + 1
    print(f"{judged} events judged alike, seeds {asked.seed} to {seed - 1}; "
          f"{len(seen)} pairs of event and verdict came up")
    return 0
