from common import Figures, build, say, tests
from elsewhere import Elsewhere

TITLE = "Platforms"
ABOUT = ("The C tests of the core (unit, scenarios, property, fault, journals, threads) with `char` unsigned, and under "
         "other locales and time zones. The same without the scenarios with 32 bits, with musl, and big-endian under qemu: "
         "journals and snapshots that were written on x86-64 are read there, come to the same, and are written there byte "
         "for byte; and the long random tests, of which a share is run, must print what they print here.")
LONG = 60
CORE = ["unit", "scenarios-at-once", "property", "fault", "journals", "threads"]
SHARE = {"PRAP_TEST_SHARE": "20"}
SURROUNDINGS = [
    ("Turkish locale, time zone of Kiribati (UTC+14)", {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"}),
    ("German locale, time zone of Samoa (UTC-11)", {"LC_ALL": "de_DE.UTF-8", "TZ": "Pacific/Pago_Pago"}),
    ("a time zone that does not exist", {"TZ": "No/Such_Place"}),
]
ELSEWHERE = [
    # gcc-12-multilib leaves the kernel's headers where they are for 64 bits; gcc-multilib would drive out the cross compiler.
    ("32 bits", ["gcc", "-m32", "-isystem", "/usr/include/x86_64-linux-gnu"], []),
    ("musl", ["musl-gcc", "-static"], []),
    ("big-endian s390x", ["s390x-linux-gnu-gcc-11", "-static"], ["qemu-s390x"]),
]
# What these print depends on what they choose and find alone, and not on seconds or addresses; that of the threads, which is
# a sum of structs as they stand in memory, on the order of bytes.
TELLING = {"property", "journals"}
PART = 100  # emulated, everything takes some thirty times as long


def differing(here, name, compiler, runner):
    """How many programs ran, and those that fail there, or print something else than here."""
    there = Elsewhere(name.replace(" ", "-"), compiler, runner)
    rows, wrong = there.build(), []
    for test, suite, path, arguments in rows:
        passed, printed = there.run(path, arguments, PART)
        if passed and suite in TELLING:
            passed = printed == here.run(path, arguments, PART)[1]
        if not passed:
            wrong.append(test)
            say(f"{name}: {test}: {printed[-300:]}")
    return len(rows), wrong


def told(figures, words, found):
    passed, failed = found
    figures.none(f"tests that fail, {words} ({passed} pass)", len(failed), failed)


def measure():
    figures = Figures()
    folder, _ = build("char", "gcc", "-Dc_args=-funsigned-char", "-Doptimization=1")
    told(figures, "unsigned char", tests(folder, *CORE, env=SHARE))
    for words, env in SURROUNDINGS:
        say(words)
        told(figures, f"unsigned char, {words}", tests(folder, *CORE, env={**SHARE, **env}))
    here = Elsewhere("here", ["gcc"])
    here.build(only=tuple(f"tests/{suite}/" for suite in TELLING))
    for words, compiler, runner in ELSEWHERE:
        say(words)
        n, wrong = differing(here, words, compiler, runner)
        figures.none(f"of {n} programs, those that fail or say something else than here, {words}", len(wrong), wrong)
    return figures
