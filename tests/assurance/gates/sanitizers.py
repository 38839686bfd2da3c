from common import Figures, build, say, tests

TITLE = "Sanitizers"
ABOUT = ("The C tests under each sanitizer, every report fatal. TSan and MSan are clang-19's. Valgrind's memcheck is part "
         "of the ordinary run.")
LONG = 40
KINDS = [
    ("gcc: address, undefined", "gcc", "-fsanitize=address,undefined -fno-sanitize-recover=all -DPRAPI_ASSERT"),
    ("clang-19: address, undefined", "clang-19", "-fsanitize=address,undefined -fno-sanitize-recover=all"),
    ("clang-19: memory", "clang-19", "-fsanitize=memory -fno-sanitize-recover=all -fsanitize-memory-track-origins"),
    ("clang-19: thread", "clang-19", "-fsanitize=thread -fno-sanitize-recover=all"),
]


def measure():
    figures = Figures()
    for words, compiler, flags in KINDS:
        say(words)
        linked = next(flag for flag in flags.split() if flag.startswith("-fsanitize="))
        folder, _ = build("sanitized", compiler, "-Db_lundef=false", f"-Dc_args={flags} -fno-omit-frame-pointer -g",
                          f"-Dc_link_args={linked}")
        # SQLite and jansson are not instrumented: MSan would take what they write for uninitialised.
        suites = ["unit", "property", "fault"] if "memory" in words else []
        passed, failed = tests(folder, *suites)
        figures.none(f"tests that fail, {words} ({passed} pass)", len(failed), failed)
    return figures
