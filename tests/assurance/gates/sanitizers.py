import os

from common import TOP, WORK, Figures, build, link_shared, run, say, set_up, tests

TITLE = "Sanitizers"
ABOUT = ("The C tests under each sanitizer, every report fatal; a twentieth of the long random ones. clang's `integer`, "
         "`nullability` and `implicit-conversion` are on for `lib/` and the stores, but for the sums that are meant to wrap "
         "(`tests/assurance/wraps.list`, each with its reason). Under TSan threads that meet at a barrier before each round "
         "use the whole interface at once (`tests/threads`), ten times over; as a control they share what they may not.")
LONG = 60
SUITES = ["unit", "scenarios-at-once", "property", "fault", "fuzz-replay", "store", "threads", "journals"]
STRICT = "address,undefined,integer,nullability,implicit-conversion"
WRAPS = TOP / "tests/assurance/wraps.list"
KINDS = [
    ("gcc: address, undefined", "gcc", "address,undefined", "-DPRAPI_ASSERT"),
    (f"clang-19: {STRICT.replace(',', ', ')}", "clang-19", STRICT, f"-fsanitize-ignorelist={WRAPS}"),
    ("clang-19: memory", "clang-19", "memory", "-fsanitize-memory-track-origins"),
    ("clang-19: thread", "clang-19", "thread", ""),
]
SHARE = {"PRAP_TEST_SHARE": "20"}
RUNS = 10


def threads(figures, folder):
    """Threads at once, ten times; and the race that is planted in the test, which must be told of each time."""
    program = folder / "tests/threads/threads-test"
    clean = caught = 0
    for _ in range(RUNS):
        clean += "ThreadSanitizer" not in run([program, "5"], allowed=None)
        caught += "ThreadSanitizer: data race" in run([program, "race"], allowed=None, env=SHARE)
    figures.add("runs of threads at once without a report", f"{clean} of {RUNS}", f"{RUNS}", clean == RUNS)
    figures.add("runs with a planted race that are told of", f"{caught} of {RUNS}", f"{RUNS}", caught == RUNS)


def measure():
    figures = Figures()
    for words, compiler, kinds, more in KINDS:
        say(words)
        # SQLite and jansson are not instrumented: MSan would take what they write for uninitialised.
        without = ["-Dsqlite=disabled"] if kinds == "memory" else []
        folder, _ = set_up("sanitized", compiler, "-Db_lundef=false", "-Doptimization=1", *without,
                           f"-Dc_args=-fsanitize={kinds} -fno-sanitize-recover=all -fno-omit-frame-pointer {more}",
                           f"-Dc_link_args=-fsanitize={kinds}")
        link_shared(folder, whole=True)  # two hundred programs with a sanitized library each take long to link
        run(["ninja", "-C", folder])
        os.environ["LD_LIBRARY_PATH"] = str(folder / "lib")
        suites = [suite for suite in SUITES if kinds != "memory" or suite != "scenarios-at-once"]
        passed, failed = tests(folder, *suites, env=SHARE)
        figures.none(f"tests that fail, {words} ({passed} pass)", len(failed), failed)
        if kinds == "thread":
            threads(figures, folder)
    del os.environ["LD_LIBRARY_PATH"]
    say("memcheck")
    folder, _ = build("memcheck", "gcc", "-Doptimization=1")
    passed, failed = tests(folder, *SUITES, setup="memcheck", env=SHARE, multiplier=20)
    figures.none(f"tests that fail under Valgrind's memcheck ({passed} pass)", len(failed), failed)
    run(["rm", "-rf", WORK / "sanitized", WORK / "memcheck"])
    return figures
