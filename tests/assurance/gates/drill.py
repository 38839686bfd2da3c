import re
import shutil

from common import SUITES, TOP, WORK, Figures, Failed, run, say, tests
from planted import FAULTS

TITLE = "Seeded faults"
ABOUT = ("Each fault of `tests/assurance/planted.py` is planted alone in a copy, built with the sanitizers, and the suites "
         "are run: which of them notice? For a fault of security also the search for branches on secrets and for secrets "
         "left in memory. A gate that notices none of the faults is named: it has proven nothing here.")
LONG = 90
GATES = [suite for suite in SUITES if suite != "scenarios"] + ["scenarios-at-once"]
OPTIONS = ["-Dtests=enabled", "-Dsqlite=enabled", "-Dpostgresql=disabled", "-Dcli=disabled", "-Dpython=disabled",
           "-Druby=disabled"]


def copy():
    """A copy of the tree as it is committed, built twice: with sanitizers, and for the search after secrets."""
    folder = WORK / "drill" / "libprap"
    shutil.rmtree(folder.parent, ignore_errors=True)
    folder.parent.mkdir(parents=True)
    run(["git", "clone", "-q", TOP, folder])
    run(["meson", "setup", folder / "checked", *OPTIONS, "-Db_lundef=false",
         "-Dc_args=-fsanitize=address,undefined -fno-sanitize-recover=all", "-Dc_link_args=-fsanitize=address,undefined"],
        cwd=folder)
    run(["meson", "setup", folder / "plain", *OPTIONS], cwd=folder)
    return folder


def noticed_by_tests(folder):
    """The gates that notice. A program that no longer builds is noticed by the compiler."""
    printed = run(["ninja", "-C", folder / "checked"], allowed=None)
    if re.search(r"^FAILED: ", printed, re.M):
        return {"compiler"}
    found = set()
    for gate in GATES:
        _, failed = tests(folder / "checked", gate, env={"PRAP_TEST_SHARE": "20"}, multiplier=4)
        if failed:
            found.add(gate)
    return found


def noticed_by_secrets(folder):
    archives = ["lib/libprap.a", "tests/support/libprap-test-support.a"]
    run(["ninja", "-C", folder / "plain", *archives, "tests/secrets/canary-test"], allowed=None)
    printed = run(["python3", "tests/secrets/matrix.py", *(folder / "plain" / name for name in archives)], cwd=folder,
                  allowed=None)
    found = set()
    if "depends on a secret" in printed:
        found.add("branches on secrets")
    if "left in memory" in printed:
        found.add("secrets in memory")
    return found


def measure():
    figures = Figures()
    folder = copy()
    if noticed_by_tests(folder):
        raise Failed("the tests fail before anything is planted")
    noticed = {}
    for fault in FAULTS:
        path = folder / fault.file
        whole = path.read_text(encoding="utf-8")
        path.write_text(whole.replace(fault.old, fault.new), encoding="utf-8")
        found = noticed_by_tests(folder)
        if fault.security:
            found |= noticed_by_secrets(folder)
        path.write_text(whole, encoding="utf-8")
        noticed[fault.name] = found
        say(f"{fault.name}: {', '.join(sorted(found)) or 'NOBODY'}")
        figures.add(fault.name, ", ".join(sorted(found)) or "nobody", "two gates" if fault.security else "one gate",
                    len(found) >= (2 if fault.security else 1))
    figures.none("faults that nobody noticed", sum(not found for found in noticed.values()),
                 [name for name, found in noticed.items() if not found])
    idle = set(GATES) - set().union(*noticed.values())
    figures.none("gates that noticed nothing", len(idle), idle)
    return figures
