import json

import mcdc
from common import TOP, Figures, Failed, build, run, say, tests

TITLE = "Coverage"
ABOUT = ("Lines, branches and MC/DC conditions of `lib/` that the C tests reach through the library as it is built with "
         "`-DPRAPI_COVERAGE`, where what is marked as impossible (`PRAPI_ALWAYS`, `PRAPI_NEVER`) is a constant. Lines and "
         "branches by gcov, MC/DC by clang-19; an expression that clang refuses to measure counts as a failure. `mcdc-test.py` shows "
         "that a condition marked as impossible is told from one that nobody tested, and from a constant without a mark.")
LONG = 15


def by_gcov(figures):
    folder, _ = build("coverage", "gcc", "-Db_coverage=true", "-Doptimization=0", "-Dc_args=-DPRAPI_COVERAGE")
    passed, failed = tests(folder, env={"PRAP_TEST_SHARE": "10"})
    if failed:
        raise Failed(f"failed under coverage: {', '.join(failed)}")
    say(f"{passed} tests")
    report = json.loads(run(["gcovr", "--root", ".", folder, "--filter", "lib/", "--json-summary"]).split("\n(")[0])
    figures.share("lines", report["line_covered"], report["line_total"])
    figures.share("branches", report["branch_covered"], report["branch_total"])


def by_clang(figures):
    flags = "-DPRAPI_COVERAGE -fprofile-instr-generate -fcoverage-mapping -fcoverage-mcdc"
    folder, printed = build("mcdc", "clang-19", "-Doptimization=0", f"-Dc_args={flags}",
                            "-Dc_link_args=-fprofile-instr-generate")
    refused = [line for line in printed.splitlines() if "unsupported MC/DC" in line and "/lib/" in line]
    passed, failed = tests(folder, env={"LLVM_PROFILE_FILE": str(folder / "profiles" / "%m.profraw"), "PRAP_TEST_SHARE": "10"})
    if failed:
        raise Failed(f"failed under clang's coverage: {', '.join(failed)}")
    say(f"{passed} tests")
    profiles = sorted((folder / "profiles").glob("*.profraw"))
    run(["llvm-profdata-19", "merge", "-sparse", *profiles, "-o", folder / "all.profdata"])
    library = next((folder / "lib").glob("libprap.so.*.*.*"))
    found = mcdc.read(run(["llvm-cov-19", "show", library, f"-instr-profile={folder / 'all.profdata'}", "--show-mcdc"]))
    for place in sorted(found.missing):
        say(f"not shown to matter: {place}")
    figures.share("MC/DC conditions", len(found.covered), found.counted)
    figures.none("expressions that MC/DC cannot measure", len(refused))
    figures.none("constants that nobody marked, in decisions of several conditions", len(found.unmarked), found.unmarked)
    figures.add("marked as impossible in decisions of several conditions, and so constants", len(found.marked), "told", True)


def marks(figures):
    """All marks in the source: what the figures above take for granted, and the trap build checks."""
    found = [mark for file in (TOP / "lib").rglob("*.[ch]") if file.name != "always.h"
             for mark in mcdc.MARK.findall(file.read_text(encoding="utf-8"))]
    figures.add("marks of what is impossible, built three ways below", len(found), "told", True)


def measure():
    figures = Figures()
    by_gcov(figures)
    by_clang(figures)
    marks(figures)
    return figures
