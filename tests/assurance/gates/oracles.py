import json
import re

from common import WORK, Figures, Failed, run

TITLE = "Second implementations"
ABOUT = ("Models in Python, each written from `rules.md` or the calendar's facts alone, against the library through its "
         "command: every event, decision or answer alike. A model that has one rule left out must be noticed. The long "
         "forms are in `docs/CONTRIBUTING.md`.")
LONG = 10


def measure():
    figures = Figures()
    folder = WORK / "oracles"
    run(["rm", "-rf", folder])
    run(["meson", "setup", folder, "-Dtests=enabled", "-Dcli=enabled", "-Dsqlite=enabled", "-Dpostgresql=disabled",
         "-Dpython=disabled", "-Druby=disabled"])
    run(["ninja", "-C", folder])
    run(["meson", "test", "-C", folder, "--no-rebuild", "--suite", "oracle", "-t", "5"], allowed=None)
    rows = [json.loads(line) for line in (folder / "meson-logs/testlog.json").read_text().splitlines()]
    if not rows:
        raise Failed("there are no oracles")
    for row in rows:
        name = row["name"].split(" / ")[-1]
        counted = re.search(r"([\d,]+) (events judged alike|decisions judged alike|answers)", row.get("stdout", ""))
        if counted and row["result"] != "EXPECTEDFAIL":
            alike = row["result"] == "OK"
            figures.add(f"{name}: {counted.group(2)}", counted.group(1) if alike else "they differ", "0 differences", alike)
    wrong = [row["name"].split(" / ")[-1] for row in rows if row["result"] not in ("OK", "EXPECTEDFAIL")]
    left_out = sum(row["result"] == "EXPECTEDFAIL" or "notices" in row["name"] or "must fail" in row["name"] for row in rows)
    figures.none("models that differ, or are not noticed when they do", len(wrong), wrong)
    figures.add("models with something left out, noticed", left_out, "every model", left_out >= 7 and not wrong)
    return figures
