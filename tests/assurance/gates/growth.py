import re

from common import WORK, Figures, Failed, build, run, say

TITLE = "Growth of work"
ABOUT = ("Instructions (callgrind, so exact) of each kind of call whose work could grow with what it is given: a caseload, a "
         "journal, a list. Each is counted at six sizes, up to 100,000 or to what the library takes at most (threat P13), and "
         "at each doubling the work may grow by a little more than it. Where a list is bounded and its work is not linear, what "
         "is asked is that the work at the bound stays below a tenth of a second of an ordinary processor.")
LONG = 25
PARTS = ["caseloads", "journals", "streams", "lists"]
RATIO = 2.3
AT_A_BOUND = 300_000_000  # instructions


def dumps(folder):
    """(kind, what there are n of, n) of each dump, and the instructions in it."""
    for dump in folder.glob("growth.out.*"):
        text = dump.read_text(errors="replace")
        label = re.search(r"^desc: Trigger: .*growth ([^|\n]+)\|([^|\n]+)\|(\d+)$", text, re.M)
        if label is None:
            continue
        count = re.search(r"^(?:totals|summary): (\d+)$", text, re.M)
        if count is None:
            raise Failed(f"{dump.name} counted nothing")
        yield (label.group(1), label.group(2), int(label.group(3))), int(count.group(1))


def count(program, part):
    """{(kind, of): [(n, instructions), ...]}"""
    folder = WORK / "growth-counts" / part
    run(["rm", "-rf", folder])
    folder.mkdir(parents=True)
    printed = run(["valgrind", "--tool=callgrind", "--instr-atstart=no", f"--callgrind-out-file={folder}/growth.out", program, part])
    found = {}
    for (kind, of, n), instructions in dumps(folder):
        found.setdefault((kind, of), []).append((n, instructions))
    if sum(map(len, found.values())) != len(re.findall("^growth ", printed, re.M)):
        raise Failed("not every call left its count")
    return {key: sorted(rows) for key, rows in found.items()}


def ratios(rows):
    """How much more work twice as many are: of sizes that are nearly doubles, corrected for the rest."""
    return [more / less * (2 * n / m) for (n, less), (m, more) in zip(rows, rows[1:])]


def measure():
    figures = Figures()
    folder, _ = build("growth", "gcc", "-Dbuildtype=release", "-Ddebug=true")
    program = folder / "tests/bench/growth"
    if not program.exists():
        raise Failed("there is no tests/bench/growth; tests/install assurance installs valgrind's headers")
    counts = {}
    for part in PARTS:
        counts |= count(program, part)
    for (kind, of), rows in counts.items():
        worst, (most, work) = max(ratios(rows)), rows[-1]
        say(f"{kind}, {of}: {', '.join(f'{n}: {instructions:,}' for n, instructions in rows)}")
        bounded = most < 100_000
        met = worst <= RATIO or (bounded and work <= AT_A_BOUND)
        measured = f"{worst:.2f} times at worst; {work:,} instructions at {most:,}"
        asked = f"at most {RATIO} times" + (f", or {AT_A_BOUND:,} at the bound" if bounded and worst > RATIO else "")
        figures.add(f"{kind}: {of} doubled", measured, asked, met)
    return figures
