import json

from common import Figures, Failed, build, run, say, tests

TITLE = "Coverage"
ABOUT = ("Lines, branches and MC/DC conditions of `lib/` that the C tests reach through the library as it is built with "
         "`-DPRAPI_COVERAGE`, where what is marked as impossible (`PRAPI_ALWAYS`, `PRAPI_NEVER`) is a constant. Lines and "
         "branches by gcov, MC/DC by clang-19; an expression that clang refuses to measure counts as a failure.")
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


def places(exported):
    """Where a condition was not shown to matter: file and line."""
    for file in exported["files"]:
        for record in file.get("mcdc_records", []):
            for i, shown in enumerate(record[-1]):
                if not shown:
                    yield f"{file['filename'].split('/lib/')[-1]}:{record[0]} condition {i + 1}"


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
    printed = run(["llvm-cov-19", "export", library, f"-instr-profile={folder / 'all.profdata'}"])
    exported = json.loads(printed[printed.index("{"):])["data"][0]
    conditions = exported["totals"]["mcdc"]
    figures.share("MC/DC conditions", conditions["covered"], conditions["count"])
    figures.none("expressions that MC/DC cannot measure", len(refused))
    for place in places(exported):
        say(f"not shown to matter: {place}")


def measure():
    figures = Figures()
    by_gcov(figures)
    by_clang(figures)
    return figures
