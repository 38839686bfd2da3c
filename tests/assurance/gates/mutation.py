import json
import os
import random

from common import TOP, WORK, Failed, Figures, run, say

TITLE = "Mutation"
ABOUT = ("One small change at a time to the library, built and tested: does a test notice? Score: noticed of those that "
         "change what the compiler makes. The files of security, of days and of rule tables are to be at 100 %, all at 97 %. "
         "`PRAP_MUTANTS` says how many of each group are drawn (40); 0 draws all of them. The tool is `../shared/tools/mutate.py`.")
LONG = 120
TOOL = TOP.parent / "shared/tools/mutate.py"
GROUPS = [
    ("security", "lib/provider-direct/{access-code,positions,stream,stream-record,participant-check}.c lib/base/{secret,nino}.c "
                 "lib/engine/verifier-*.c", 100.0),
    ("days", "lib/calendar/*.c lib/dates/*.c lib/base/day.c lib/referral/clocks.c", 100.0),
    ("rules", "lib/referral/guards/*.c lib/programmes/*.c lib/programmes/*/*.c", 100.0),
    ("the rest", "lib/base/*.c lib/referral/*.c lib/engine/*.c lib/extract/*.c lib/office/*.c lib/retention/*.c "
                 "lib/standards/*.c lib/earnings/*.c lib/person/*.c lib/host/*.c", 97.0),
]
BUILD = ["-Dtests=enabled", "-Dsqlite=disabled", "-Dpostgresql=disabled", "-Dcli=disabled", "-Dpython=disabled",
         "-Druby=disabled"]
SUITES = ["unit", "scenarios-at-once", "fault", "property"]


def braces(pattern):
    """A pattern with one {a,b} is two."""
    if "{" not in pattern:
        return [pattern]
    before, rest = pattern.split("{", 1)
    inside, after = rest.split("}", 1)
    return [before + choice + after for choice in inside.split(",")]


def measure():
    if not TOOL.exists():
        raise Failed(f"{TOOL} is not there")
    figures = Figures()
    wanted = int(os.environ.get("PRAP_MUTANTS", "40"))
    for name, patterns, asked in GROUPS:
        files = [found for word in patterns.split() for found in braces(word)]
        out = WORK / f"mutants-{name.replace(' ', '-')}.json"
        out.parent.mkdir(parents=True, exist_ok=True)
        command = ["python3", TOOL, "--root", TOP, "--out", out, "--seed", str(random.Random(name).randrange(1000))]
        for file in files:
            command += ["--glob", file]
        command += ["--all"] if wanted == 0 else ["--sample", str(wanted)]
        for option in BUILD:
            command += [f"--setup-arg={option}"]
        for suite in SUITES:
            command += ["--suite", suite]
        run([*command, "--env", "PRAP_TEST_SHARE=50"], allowed=(0, 1))
        outcomes = [result["status"] for result in json.loads(out.read_text())["results"]]
        killed, survived = outcomes.count("killed"), outcomes.count("survived")
        say(f"{name}: {killed} of {killed + survived}")
        figures.share(f"{name}, mutants noticed" + (" (a sample)" if wanted else ""), killed, killed + survived, asked)
    return figures
