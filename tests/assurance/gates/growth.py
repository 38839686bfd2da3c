import re

from common import WORK, Figures, Failed, build, run, say

TITLE = "Growth of work"
ABOUT = ("Instructions (callgrind, so exact) of a walk over a caseload that is doubled again and again: who misses what if "
         "nobody acts, from an array of snapshots. Work that grows with the number of cases alone doubles.")
LONG = 15
SIZES = [2000, 4000, 8000, 16000]


def measure():
    figures = Figures()
    folder, _ = build("growth", "gcc", "-Dbuildtype=release", "-Ddebug=true")
    program = folder / "tests/bench/caseload-bench"
    if not program.exists():
        raise Failed("there is no tests/bench/caseload-bench")
    counts = []
    for size in SIZES:
        printed = run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={WORK / 'growth.out'}", "--toggle-collect=prap_engine_caseload",
                       program, "--cases", size, "--once"])
        counts.append(int(re.search(r"Collected : (\d+)", printed).group(1)))
        say(f"{size} cases: {counts[-1]} instructions")
    for (size, count), more in zip(zip(SIZES[1:], counts[1:]), counts):
        ratio = count / more
        figures.add(f"work at {size} cases against {size // 2}", f"{ratio:.3f}", "at most 2.3", ratio <= 2.3)
    figures.add("instructions a case", f"{counts[-1] // SIZES[-1]:,}", "told", True)
    return figures
