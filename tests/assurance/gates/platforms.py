from common import TOP, WORK, Figures, build, run, say, tests

TITLE = "Platforms"
ABOUT = ("The C tests of the core (unit, scenarios, property, fault) on other word sizes, byte orders, C libraries and "
         "signedness of `char`, and under other locales and time zones. Big-endian s390x runs under qemu, where the long "
         "tests take a smaller share.")
LONG = 40
CORE = ["unit", "scenarios", "property", "fault"]
SURROUNDINGS = [
    ("Turkish locale", {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
    ("German locale", {"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}),
    ("time zone of Kiribati (UTC+14)", {"TZ": "Pacific/Kiritimati"}),
    ("time zone of Samoa (UTC-11)", {"TZ": "Pacific/Pago_Pago"}),
    ("a time zone that does not exist", {"TZ": "No/Such_Place"}),
]


def cross_file(name, words):
    path = WORK / f"{name}.ini"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words)
    return path


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
    return figures
