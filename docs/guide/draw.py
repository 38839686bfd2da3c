#!/usr/bin/env python3
"""Draws the pictures of the guide from tests/golden/diagram-ipes.dot with Graphviz.

    draw.py            draws them anew; needs dot (Debian: graphviz)
    draw.py --check    fails when a picture was drawn from other arrows than those of the golden file

A picture shows the arrows that lead from one of its stages to another, without the ids of the catalogue. What
leaves a case at its stage is left out. The matrix (tests/golden/matrix-ipes.txt) and `prap diagram` have all.
"""
import hashlib
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
GOLDEN = HERE.parent.parent / "tests/golden/diagram-ipes.dot"
ARROW = re.compile(r'    "([^"]+)" -> "([^"]+)" \[(.*)\];')
STAGE = re.compile(r'    "([^"]+)"(?: \[(.*)\])?;')
IDS = re.compile(r" \([A-Z]+-[^)]*\)")
MARK = re.compile(r"<!-- drawn by docs/guide/draw.py from [0-9a-f]{64} -->")

#: The way that most referrals are meant to go: drawn straight and thick.
MAIN = ["none", "received", "accepted", "attended", "pre-work", "in-work", "left"]

#: file: (what it shows, its stages; none: all)
PICTURES = {
    "ipes-states.svg": ("The stages of an IPES referral and the events that lead from one to another", []),
}

LOOK = ["rankdir=LR", "nodesep=0.3", "ranksep=0.35", 'bgcolor="white"']
FONT = 'fontname="Helvetica,Arial,sans-serif"'


def is_main(start, end):
    return (start, end) in zip(MAIN, MAIN[1:])


def picture(golden, wanted):
    """The DOT of one picture: the arrows between its stages, and the stages that they touch."""
    arrows = [match.groups() for match in map(ARROW.fullmatch, golden) if match]
    arrows = [(start, end, IDS.sub("", look)) for start, end, look in arrows
              if start != end and (not wanted or {start, end} <= set(wanted))]
    stages = {match.group(1): match.group(2) or "" for match in map(STAGE.fullmatch, golden) if match}
    drawn = [stage for stage in stages if any(stage in arrow[:2] for arrow in arrows)]
    lines = ["digraph ipes {", *(f"    {each};" for each in LOOK),
             f'    node [shape=box, style="rounded,filled", fillcolor="#dceaf7", {FONT}, fontsize=15];',
             f"    edge [{FONT}, fontsize=13];"]
    for stage in drawn:
        look = stages[stage].replace("peripheries=2", 'fillcolor="#e8e8e8", peripheries=2')
        lines.append(f'    "{stage}" [{look}];')
    for start, end, look in arrows:
        lines.append(f'    "{start}" -> "{end}" [{look}{", weight=20, penwidth=2.2" if is_main(start, end) else ""}];')
    return "\n".join([*lines, "}", ""])


def mark(dot):
    return f"<!-- drawn by docs/guide/draw.py from {hashlib.sha256(dot.encode()).hexdigest()} -->"


def draw(dot, path, title):
    done = subprocess.run(["dot", "-Tsvg"], input=dot, capture_output=True, text=True, check=True)
    svg = re.sub(r"<!--.*?-->\n?", "", done.stdout, flags=re.S)  # Graphviz says its version, and names all twice
    svg = svg.replace("<svg ", f'{mark(dot)}\n<svg role="img" aria-label="{title}" ', 1)
    path.write_text(svg, encoding="utf-8")


def main(arguments):
    if arguments not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    golden, stale = GOLDEN.read_text(encoding="utf-8").splitlines(), []
    for name, (title, wanted) in PICTURES.items():
        dot = picture(golden, wanted)
        if not arguments:
            draw(dot, HERE / name, title)
        elif MARK.findall((HERE / name).read_text(encoding="utf-8")) != [mark(dot)]:
            stale.append(f"docs/guide/{name} was drawn from other arrows: run docs/guide/draw.py, and look at it")
    print("\n".join(stale), file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
