import json
import re

from common import WORK, Figures, Failed, run

TITLE = "Second implementations"
ABOUT = ("Models in Python, each written from `rules.md` or the calendar's facts alone, against the library through its "
         "command or its shared library: every event, decision or answer alike (threats D4, D9). A model that has one rule left "
         "out, or holidays taken away, must be noticed. The long forms are in `docs/CONTRIBUTING.md`.")
LONG = 10
# What an oracle says at its end when it found no difference, and how much that was.
ALIKE = re.compile(r"([\d,]+ (?:events|decisions)) judged alike|([\d,]+ days, [\d,]+ answers, [\d,]+ holidays) compared, no difference"
                   r"|(\d+ calendars) made, \d+ refused, no difference")
# One that says how its questions were answered, and how many it would have answered otherwise.
TOLD = re.compile(r"(\{'[^}]*\}) 0 differ")
# What must be noticed: a rule or a row that a model does without.
LEFT_OUT = re.compile(r"notices|must fail|miss every row")


def compared(printed):
    if found := ALIKE.search(printed):
        return next(filter(None, found.groups()))
    if found := TOLD.search(printed):
        answers = sum(map(int, re.findall(r": (\d+)", found.group(1))))
        return f"{answers:,} answers"
    return None


def measure():
    figures = Figures()
    folder = WORK / "oracles"
    run(["rm", "-rf", folder])
    run(["meson", "setup", folder, "-Dtests=enabled", "-Dcli=enabled", "-Dsqlite=enabled", "-Dpostgresql=disabled",
         "-Dpython=disabled", "-Druby=disabled", "-Dbuildtype=release"])
    run(["ninja", "-C", folder, "bindings/cli/prap", "lib/libprap.so.0.1.0"])
    run(["meson", "test", "-C", folder, "--no-rebuild", "--suite", "oracle", "-t", "10", "--logbase", "oracle"], allowed=None)
    rows = [json.loads(line) for line in (folder / "meson-logs/oracle.json").read_text().splitlines()]
    oracles = [row for row in rows if not LEFT_OUT.search(row["name"])]
    without = [row for row in rows if LEFT_OUT.search(row["name"])]
    if not oracles or not without:
        raise Failed("there are no oracles, or none with something left out")
    for row in oracles:
        name, alike = row["name"].split(" / ")[-1], row["result"] == "OK"
        much = compared(row.get("stdout", ""))
        if alike and much is None and row.get("stdout", "").strip():
            raise Failed(f"{name} says something else than how much it compared: {row['stdout'][-200:]}")
        figures.add(name, (much or "whole") if alike else "they differ", "0 differences", alike)
    unnoticed = [row["name"].split(" / ")[-1] for row in without if row["result"] not in ("OK", "EXPECTEDFAIL")]
    figures.none(f"of {len(without)} models and tables with something left out, not noticed", len(unnoticed), unnoticed)
    return figures
