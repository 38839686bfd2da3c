import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor

from common import TOP, Failed, Figures, build, number_after, run, say

TITLE = "Crashes"
ABOUT = ("Processes that die at every operation of the file system and at every call of the host, before it, in the middle of "
         "it and after it, by signal, exit, kill from outside and power cut, over the SQLite store; many die once more while "
         "they recover. Then the work goes on, and the store is opened again. Over PostgreSQL workers, relays and the server "
         "are killed, and connections cut. Each fault of `tests/crash/planted.py` is planted in a copy of the SQLite store, and "
         "a point must notice it. `PRAP_CRASH_POINTS` and `PRAP_TEST_KILLS` say how many (100,000 and 10,000).")
LONG = 90
CLUSTERS = 4  # each kill is mostly waited for


def points(folder):
    wanted = os.environ.get("PRAP_CRASH_POINTS", "100000")
    printed = run([folder / "tests/crash/crash-test", "--points", wanted, "--seed", "20261122", "--workers", os.cpu_count() or 1],
                  allowed=(0, 1))
    say(printed.strip().splitlines()[-1])
    return printed


def kills(folder):
    """In a cluster of its own: its kills and events."""
    wanted = -(-int(os.environ.get("PRAP_TEST_KILLS", "10000")) // CLUSTERS)
    try:
        printed = run([sys.executable, TOP / "tests/store/cluster.py", sys.executable,
                       TOP / "tests/store/postgresql-crash-test.py", folder / "bindings/cli/prap",
                       folder / "docs/examples/c/postgresql-relay"],
                      env={"PRAP_TEST_KILLS": str(wanted), "PRAP_TEST_POSTGRESQL_REQUIRED": "1"})
    except Failed as why:
        say(str(why))  # at once, and not after an hour of other points
        raise
    say(printed.strip().splitlines()[-1])
    return number_after(r"(\d+) kills, \d+ events", printed), number_after(r"\d+ kills, (\d+) events", printed)


def add_points(figures, printed):
    last = printed.strip().splitlines()[-1]
    found = {word: int(number.replace(",", "")) for number, word in re.findall(r"([\d,]+) (points|lost|invented|otherwise wrong)", last)}
    figures.add("points at which a process died or was refused something", f"{found['points']:,}", "100,000",
                found["points"] >= 100000)
    twice = number_after(r"(\d+) died twice", printed)
    figures.add("of them died once more while they recovered", f"{twice:,}", "reported", True)
    figures.none("acknowledged changes that were lost", found["lost"])
    figures.none("changes that nobody made", found["invented"])
    figures.none("points that were wrong otherwise", found["otherwise wrong"])


def measure():
    figures = Figures()
    folder, _ = build("crashes", "gcc", "-Dpostgresql=enabled", "-Dcli=enabled",
                      targets=["tests/crash/crash-test", "bindings/cli/prap", "docs/examples/c/postgresql-relay"])
    with ThreadPoolExecutor(1 + CLUSTERS) as pool:
        sqlite = pool.submit(points, folder)
        postgresql = [pool.submit(kills, folder) for _ in range(CLUSTERS)]
        add_points(figures, sqlite.result())
        killed, events = (sum(column) for column in zip(*(one.result() for one in postgresql)))
    figures.add("kills over PostgreSQL, of workers, relays, connections and the server", f"{killed:,}", "10,000",
                killed >= 10000)
    figures.add("events acknowledged under them: none lost, none twice, every notice relayed", f"{events:,}", "reported", True)
    printed = run([sys.executable, TOP / "tests/crash/planted.py", folder], allowed=(0, 1))
    planted, missed = number_after(r"(\d+) faults", printed), number_after(r"(\d+) not noticed", printed)
    figures.share("faults planted in the store that a point noticed", planted - missed, planted)
    return figures
