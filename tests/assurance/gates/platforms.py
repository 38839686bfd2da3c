from common import TOP, WORK, Figures, build, run, say, tests

TITLE = "Platforms"
ABOUT = ("The C tests of the core (unit, scenarios, property, fault) with either signedness of `char`, with 32 bits, and under "
         "other locales and time zones; with musl, and big-endian under qemu, the property tests alone, which must say what "
         "they say here.")
LONG = 40
CORE = ["unit", "scenarios", "property", "fault"]
SURROUNDINGS = [
    ("Turkish locale", {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
    ("German locale", {"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}),
    ("time zone of Kiribati (UTC+14)", {"TZ": "Pacific/Kiritimati"}),
    ("time zone of Samoa (UTC-11)", {"TZ": "Pacific/Pago_Pago"}),
    ("a time zone that does not exist", {"TZ": "No/Such_Place"}),
]


def differing(name, compiler, runner):
    """Programs of tests/property that fail, or say something else than here: built with the whole library by hand, for
    neither Meson's libraries nor CMocka are there on that platform."""
    folder = WORK / name
    run(["rm", "-rf", folder])
    folder.mkdir(parents=True)
    flags = ["-std=c11", "-O2", "-D_GNU_SOURCE", "-DPRAPI_PROSE=1", "-DPRAP_NO_INLINE", '-DPRAP_VERSION_TEXT="0.1.0"',
             *(f"-I{TOP / path}" for path in ("include", "lib", "tests/support")), f"-I{WORK / 'char' / 'include'}"]
    objects = []
    for source in [*sorted((TOP / "lib").rglob("*.c")), *sorted((TOP / "tests/support").glob("*.c"))]:
        objects.append(folder / (str(source.relative_to(TOP)).replace("/", "_") + ".o"))
        run([*compiler, *flags, "-c", source, "-o", objects[-1]])
    different = []
    for source in sorted((TOP / "tests/property").glob("*-test.c")):
        said = []
        for kind, words, before in (("there", compiler, runner), ("here", ["gcc"], [])):
            program = folder / f"{source.stem}-{kind}"
            files = objects if kind == "there" else [WORK / "char/tests/support/libprap-test-support.a", WORK / "char/lib/libprap.a"]
            run([*words, *flags, source, *files, "-o", program])
            said.append(run([*before, program], env={"PRAP_TEST_SHARE": "50"}, allowed=None, timeout=1800))
        if said[0] != said[1]:
            different.append(source.stem)
    return different


def measure():
    figures = Figures()
    for char in ("signed", "unsigned"):
        folder, _ = build("char", "gcc", f"-Dc_args=-f{char}-char")
        passed, failed = tests(folder, *CORE)
        figures.none(f"tests that fail, {char} char ({passed} pass)", len(failed), failed)
    for words, env in SURROUNDINGS:
        passed, failed = tests(folder, *CORE, env=env)
        figures.none(f"tests that fail, {words} ({passed} pass)", len(failed), failed)
    say("32 bits")
    folder, _ = build("m32", "gcc", "-Dsqlite=disabled", "-Dc_args=-m32", "-Dc_link_args=-m32")
    passed, failed = tests(folder, *CORE)
    figures.none(f"tests that fail, 32 bits ({passed} pass)", len(failed), failed)
    for words, compiler, runner in (("musl", ["musl-gcc", "-static"], []),
                                    ("big-endian s390x", ["s390x-linux-gnu-gcc-11", "-static"], ["qemu-s390x"])):
        say(words)
        found = differing("elsewhere", compiler, runner)
        figures.none(f"programs of tests/property that fail or differ, {words}", len(found), found)
    return figures
