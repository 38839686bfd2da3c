#!/usr/bin/env python3
"""Draws the pictures of the guide from the golden diagrams, tests/golden/diagram-ipes.dot and so on, with Graphviz.

    draw.py            draws them anew; needs dot (Debian: graphviz)
    draw.py --check    fails when a picture was drawn from other arrows than those of the golden file

They leave out the ids of the catalogue, cases taken over from another system, and, of IPES but for one picture, clerical
cases. The matrix (tests/golden/matrix-ipes.txt) and `prap diagram` leave out nothing.
"""
import hashlib
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
GOLDEN = HERE.parent.parent / "tests/golden"
ARROW = re.compile(r'    "([^"]+)" -> "([^"]+)" \[label="(.*)\\l"\];')
STAGE = re.compile(r'    "([^"]+)"(?: \[(.*)\])?;')
IDS = re.compile(r" \((?:[A-Z]+-|[0-9])[^)]*\)")
MARK = re.compile(r"<!-- drawn by docs/guide/draw.py from [0-9a-f]{64} -->")

LOOK = ["rankdir=LR", "nodesep=0.3", "ranksep=0.35", 'bgcolor="white"']
FONT = 'fontname="Helvetica,Arial,sans-serif"'


def arrows_in(golden):
    """[(stage, stage, [line of the label, ...])] without ids; a line with what it needs and sets below the event."""
    found = []
    for match in filter(None, map(ARROW.fullmatch, golden)):
        lines = IDS.sub("", match.group(3)).replace("\\l    ", "\n").split("\\l")
        found.append((match.group(1), match.group(2), [line for line in lines if line != "entry-voided"
                                                       and not line.startswith("case-imported")]))
    return found


def is_clerical(line):
    return "clerical" in line


def without_kind(line):
    """Every referral is new or a Re-Referral: no news in a picture."""
    return line.replace("\nsets referral-kind new", "")


def stage_picture(golden, path, others=(), clerical=False, plain=False, names=False):
    """The arrows between some stages (none named: all), and the stages that they touch. path: the way that most
    are meant to go, drawn straight and thick. plain: without what needs or sets anything. clerical None:
    such and others. names: of each event its name
    only, whatever it needs or sets."""
    wanted = {*path, *others}
    looks = {match.group(1): match.group(2) or "" for match in filter(None, map(STAGE.fullmatch, golden))}
    arrows = []
    for start, end, lines in arrows_in(golden):
        lines = [without_kind(line) for line in lines if clerical is None or is_clerical(line) == clerical]
        lines = [line for line in lines if not plain or "\n" not in line]
        lines = list(dict.fromkeys(line.partition("\n")[0] for line in lines)) if names else lines
        if lines and start != end and (not wanted or {start, end} <= wanted):
            arrows.append((start, end, lines))
    for stage in [stage for stage in looks if any(stage in arrow[:2] for arrow in arrows)]:
        look = looks[stage].replace("peripheries=2", 'fillcolor="#e8e8e8", peripheries=2')
        yield f'    "{stage}" [{look}];'
    for start, end, lines in arrows:
        main = ", weight=20, penwidth=2.2" if (start, end) in zip(path, path[1:]) else ""
        yield f'    "{start}" -> "{end}" [label="{label(lines)}"{main}];'


def label(lines):
    return "".join(line.replace("\n", "\\l    ") + "\\l" for line in lines)


def region_picture(golden, wanted):
    """What events do to regions of a case while it stays at its stage: from stages to where the region then stands."""
    moves = {}
    for start, _, lines in arrows_in(golden):
        for line in lines:
            event, *clauses = line.split("\n")
            sets = [clause[len("sets "):] for clause in clauses if clause.startswith("sets ")]
            if any(each.split()[0] in wanted for each in sets):
                needs = tuple(clause for clause in clauses if not clause.startswith("sets "))
                moves.setdefault((event, needs, tuple(sets)), []).append(start)
    arrows = {}
    for (event, needs, sets), stages in moves.items():
        arrows.setdefault((", ".join(dict.fromkeys(stages)), "\\n".join(sets)), []).append("\n".join([event, *needs]))
    for end in dict.fromkeys(end for _, end in arrows):
        yield f'    "{end}" [shape=note, style=filled, fillcolor="#fff3cf"];'
    for (start, end), lines in arrows.items():
        yield f'    "{start}" -> "{end}" [label="{label(lines)}"];'


#: file: (what it shows, how it is drawn)
PICTURES = {
    "ipes-states.svg": (
        "The main stages of an IPES referral and the events that lead from one to another",
        lambda golden: stage_picture(golden, ["none", "received", "accepted", "attended", "pre-work", "in-work",
                                              "left"], ["rejected", "dna", "dns", "auto-dna"], plain=True)),
    "ipes-before-referral.svg": (
        "Before a referral: from signposting to the referral in PRaP",
        lambda golden: stage_picture(golden, ["none", "signposted", "prospect", "handed-over", "received"],
                                     ["not-referred"])),
    "ipes-referral-to-start.svg": (
        "From the referral to a start, or to one of the ends without one",
        lambda golden: stage_picture(golden, ["received", "accepted", "attended", "pre-work"],
                                     ["cancel-requested", "rejected", "dna", "dns", "auto-dna",
                                      "cancelled-no-contact"])),
    "ipes-after-start.svg": (
        "After the start: in and out of work, and leaving",
        lambda golden: stage_picture(golden, ["attended", "pre-work", "in-work", "left"], ["backed-out"])),
    "ipes-beside-the-stage.svg": (
        "MAPPA, PRaP14 and suspected errors: what events do while the stage stays",
        lambda golden: region_picture(golden, ["mappa", "prap14", "error"])),
    "ipes-clerical.svg": (
        "A Special Customer Record, outside PRaP",
        lambda golden: stage_picture(golden, [], clerical=True)),
    "erasure-steps.svg": (
        "A request to erase: the eight steps, and where one of them may come before another",
        lambda golden: stage_picture(golden, ["none", "received", "forwarded", "referenced", "decided", "ready", "responded",
                                              "closed"], clerical=None, names=True)),
    "email-use.svg": (
        "The use of unencrypted email by one organisation for one process: permission, outages, the end",
        lambda golden: stage_picture(golden, ["none", "requested", "approved", "active", "ceasing", "ceased"],
                                     ["suspended", "clerical", "notified-resume"], clerical=None, names=True)),
}


def golden_of(name):
    """The golden diagram whose programme begins the picture's name."""
    return (GOLDEN / f"diagram-{name.partition('-')[0]}.dot").read_text(encoding="utf-8").splitlines()


def picture(name, statements):
    golden = golden_of(name)
    return "\n".join([f"digraph {name.partition('-')[0]} {{", *(f"    {each};" for each in LOOK),
                      f'    node [shape=box, style="rounded,filled", fillcolor="#dceaf7", {FONT}, fontsize=15];',
                      f"    edge [{FONT}, fontsize=13];", *statements(golden), "}", ""])


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
    stale = []
    for name, (title, statements) in PICTURES.items():
        dot, path = picture(name, statements), HERE / name
        if not arguments:
            draw(dot, path, title)
        elif not path.exists() or MARK.findall(path.read_text(encoding="utf-8")) != [mark(dot)]:
            stale.append(f"docs/guide/{name} was drawn from other arrows: run docs/guide/draw.py, and look at it")
    print("\n".join(stale), file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
