import re

import lines
from common import IN_C, TOP, WORK, Figures, Failed, run, say

TITLE = "Warnings, and how simple it is"
ABOUT = ("`-Wall -Wextra -Wpedantic -Wconversion -Wshadow` and more over the library, the stores and the command; how complex "
         "each function of `lib/` is (`pmccabe`: ways through it, each `&&` and `||` counted too); and how many lines of tests "
         "there are for a line of source (`tests/assurance/lines.py`).")
LONG = 5
COMPILERS = ["gcc", "gcc-11", "clang-14", "clang-19"]
COMPLEX = 15


def by_complexity(figures):
    rows = []
    for line in run(["pmccabe", *sorted((TOP / "lib").rglob("*.c"))]).splitlines():
        found = re.match(r"(\d+)\t\d+\t\d+\t\d+\t\d+\t.*/lib/(\S+)\(\d+\): (\S+)", line)
        if found is None:
            raise Failed(f"pmccabe printed: {line}")
        rows.append((int(found.group(1)), f"{found.group(2)} {found.group(3)}"))
    rows.sort(reverse=True)
    ways, name = rows[0]
    figures.add(f"the most complex of {len(rows)} functions", f"{ways} ({name})", f"at most {COMPLEX}", ways <= COMPLEX)
    above = [name for ways, name in rows if ways > COMPLEX]
    figures.none("functions that are more complex", len(above), above)


def by_lines(figures):
    tests, library, bindings = (lines.count(kind) for kind in ("tests", "library", "bindings"))
    figures.add("lines of tests for each line of library and bindings",
                f"{tests / (library + bindings):.2f} ({tests:,} : {library:,} + {bindings:,})", "4",
                tests >= 4 * (library + bindings))


def measure():
    figures = Figures()
    by_complexity(figures)
    by_lines(figures)
    for compiler in COMPILERS:
        say(compiler)
        folder = WORK / "warnings"
        run(["rm", "-rf", folder])
        options = [option for option in IN_C if "tests" not in option and "cli" not in option]
        run(["meson", "setup", folder, "-Dtests=disabled", "-Dcli=enabled", *options], env={"CC": compiler})
        printed = run(["ninja", "-C", folder])
        if "Linking target bindings/cli/prap" not in printed:
            raise Failed(f"{compiler} did not build the command")
        warned = [line for line in printed.splitlines() if " warning: " in line]
        version = run([compiler, "--version"]).splitlines()[0]
        figures.none(f"warnings, {version}", len(warned), {line.split(":")[0] for line in warned})
    return figures
