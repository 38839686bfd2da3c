import os
import re

from common import Figures, build, run, say

TITLE = "Crashes"
ABOUT = ("Processes that die at every operation of the file system and at every call of the host, before it, in the middle of "
         "it and after it, by signal, exit, kill from outside and power cut, over the SQLite store; many die once more while "
         "they recover. Then the work goes on, and the store is opened again. `PRAP_CRASH_POINTS` says how many (100,000).")
LONG = 60


def measure():
    figures = Figures()
    points = int(os.environ.get("PRAP_CRASH_POINTS", "100000"))
    folder, _ = build("crashes", "gcc", targets=["tests/crash/crash-test"])
    printed = run([folder / "tests/crash/crash-test", "--points", points, "--seed", "20261122"], allowed=(0, 1))
    say(printed.strip().splitlines()[-1])
    last = printed.strip().splitlines()[-1]
    found = {word: int(number.replace(",", "")) for number, word in re.findall(r"([\d,]+) (points|lost|invented|otherwise wrong)", last)}
    figures.add("points at which a process died or was refused something", f"{found['points']:,}", "100,000",
                found["points"] >= 100000)
    figures.none("acknowledged changes that were lost", found["lost"])
    figures.none("changes that nobody made", found["invented"])
    figures.none("points that were wrong otherwise", found["otherwise wrong"])
    return figures
