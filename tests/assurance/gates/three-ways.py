from common import SUITES, Figures, build, tests

TITLE = "Defensive branches, three ways"
ABOUT = ("What is marked as impossible is built as it is, as a trap, and as a constant. The same tests pass over all three "
         "with the same golden bytes, so the marks change nothing.")
LONG = 10
WAYS = [("as released", ""), ("a trap", "-DPRAPI_ASSERT"), ("a constant", "-DPRAPI_COVERAGE")]


def measure():
    figures = Figures()
    counts = set()
    for words, flag in WAYS:
        folder, _ = build("three-ways", "gcc", *([f"-Dc_args={flag}"] if flag else []))
        passed, failed = tests(folder, *SUITES, env={"PRAP_TEST_SHARE": "10"})
        counts.add(passed)
        figures.none(f"tests that fail, {words} ({passed} pass)", len(failed), failed)
    figures.add("tests that pass in each", ", ".join(map(str, sorted(counts))), "the same number", len(counts) == 1)
    return figures
