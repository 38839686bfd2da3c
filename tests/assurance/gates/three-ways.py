import hashlib
import re

from common import IN_C, SUITES, WORK, Figures, Failed, run, say, tests

TITLE = "Defensive branches, three ways"
ABOUT = ("What is marked as impossible is compiled as it is, as a trap, and as a constant: every file in which a mark stands, "
         "three times, in one build. The same tests pass over all three with the same golden bytes, so no mark is reached and "
         "none changes anything.")
LONG = 25
WAYS = [("as released", ""), ("a trap", "-DPRAPI_ASSERT"), ("a constant", "-DPRAPI_COVERAGE")]
# The scenarios in one process; and what is printed, against the bytes of tests/golden.
RUN = [suite for suite in SUITES if suite != "scenarios"] + ["scenarios-at-once", "golden"]


def set_up():
    """A build whose compiler takes one more argument from PRAP_WAY."""
    folder, compiler = WORK / "three-ways", WORK / "three-ways-cc"
    run(["rm", "-rf", folder])
    WORK.mkdir(parents=True, exist_ok=True)
    compiler.write_text('#!/bin/sh\nexec gcc $PRAP_WAY "$@"\n')
    compiler.chmod(0o755)
    run(["meson", "setup", folder, *IN_C], env={"CC": str(compiler)})
    return folder


def marked(folder):
    """The objects that were compiled with the marks: they are made anew each way."""
    found, target = [], None
    for line in run(["ninja", "-C", folder, "-t", "deps"]).splitlines():
        if header := re.match(r"(\S+): #deps", line):
            target = folder / header.group(1)
        elif line.strip().endswith("lib/base/always.h"):
            found.append(target)
    return found


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def measure():
    figures = Figures()
    folder = set_up()
    run(["ninja", "-C", folder], env={"PRAP_WAY": ""})
    objects = marked(folder)
    released = {path: digest(path) for path in objects}
    counts = set()
    for words, flag in WAYS:
        for path in objects if flag else []:
            path.unlink()
        run(["ninja", "-C", folder], env={"PRAP_WAY": flag})
        others = sum(digest(path) != released[path] for path in objects)
        if flag and others == 0:
            raise Failed(f"{flag} changed no object")
        passed, failed = tests(folder, *RUN, env={"PRAP_TEST_SHARE": "10"})
        say(f"{words}: {others} of {len(objects)} objects are others, {passed} tests pass")
        counts.add(passed)
        figures.none(f"tests that fail, {words} ({passed} pass; {others} of {len(objects)} objects are others)", len(failed), failed)
    figures.add("tests that pass in each", ", ".join(map(str, sorted(counts))), "the same number", len(counts) == 1)
    return figures
