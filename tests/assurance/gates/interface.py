import json
import re
import shutil

from common import TOP, WORK, Failed, Figures, build, link_shared, run, say

TITLE = "Interface"
ABOUT = ("What the shared library exports and needs, against `lib/libprap.map` and the baseline `tests/abi/libprap.abi`. "
         "The library owns no writable data, so two hosts in one process cannot meet in it. The tests of the baseline's "
         "commit (`tests/abi/baseline`) that get by with its exports are built there, and the programs run against "
         "today's library, where `EXPLAINED` in the gate names what has been mended since; the baseline's library reads the "
         "journals that are written today.")
LONG = 15
# What programs of the baseline may say of today's library: what begins every line of it, and why that is right.
EXPLAINED = {
    # Until d29b3831 what a subcontractor new to the supply chain lacks was cited to CH15-51; the guidance says it in 52.
    "one-after-another": r"\S*/email/subcontractors\.jsonl:(23|27): |  (golden|answer) ",
}
# Has the frozen numbers read to it, and refuses a number that is not frozen: it gets today's, in which the baseline's stand.
FROZEN, NUMBERS = "tests/golden/vocabulary.txt", "abi-numbers"
NEEDED = {"memcpy", "memmove", "memset", "memcmp"}
OF_THE_TOOLCHAIN = {"__cxa_finalize", "__gmon_start__", "_ITM_deregisterTMCloneTable", "_ITM_registerTMCloneTable"}


def undefined(library):
    printed = run(["nm", "--dynamic", "--undefined-only", library])
    return {line.split()[-1].split("@")[0] for line in printed.splitlines()}


def section_bytes(library, name):
    found = re.search(rf"^\s*\d+ {re.escape(name)}\s+([0-9a-f]+)", run(["objdump", "-h", library]), re.M)
    return int(found.group(1), 16) if found else 0


def baseline():
    """The tree of the baseline's commit, with its test programs linked to its own shared library as far as they can be."""
    commit = re.search(r"^[0-9a-f]{40}$", (TOP / "tests/abi/baseline").read_text(), re.M).group(0)
    folder = WORK / "baseline"
    shutil.rmtree(folder, ignore_errors=True)
    run(["git", "clone", "-q", "--no-checkout", TOP, folder])
    run(["git", "checkout", "-q", commit], cwd=folder)
    run(["meson", "setup", folder / "b", "-Dtests=enabled", "-Dsqlite=disabled", "-Dpostgresql=disabled",
         "-Dcli=disabled", "-Dpython=disabled", "-Druby=disabled", "-Doptimization=0"], cwd=folder)
    link_shared(folder / "b")
    # What needs more than is exported does not link, and is no program of a host.
    run(["ninja", "-k", "0", "-C", folder / "b"], allowed=None)
    return commit, folder


def programs(folder):
    """The tests that are a program which was linked: (name, command)."""
    for test in json.loads(run(["meson", "introspect", folder, "--tests"])):
        linked = shutil.which(test["cmd"][0]) and test["cmd"][0].startswith(str(folder))
        if linked and not set(test["suite"]) & {"libprap:bench", "libprap:scenarios", "libprap:calls"}:
            yield test["name"], test["cmd"]


def passes(command, library, may_say=None):
    """
    Whether a program passes with the library of a folder, or ends with 1 and says only what it may. A share of the long
    random tests is enough here.
    """
    env = {"LD_LIBRARY_PATH": str(library), "PRAP_TEST_SHARE": "10"}
    printed = run(["sh", "-c", '"$@" 2>&1; echo "ended with $?"', "sh", *command], env=env, timeout=900)
    *said, ended = printed.rstrip("\n").split("\n")
    if ended == "ended with 0":
        return True
    return may_say is not None and ended == "ended with 1" and all(re.match(may_say, line) for line in said if line)


def old_programs(figures, library):
    commit, folder = baseline()
    there, same, differ = folder / "b/lib", 0, []
    for name, command in programs(folder / "b"):
        if not passes(command, there):
            raise Failed(f"{name} of the baseline does not pass with its own library")
        if name == NUMBERS:
            command = [*command[:-1], str(TOP / FROZEN)]
        if passes(command, library, EXPLAINED.get(name)):
            same += 1
        else:
            differ.append(name)
            say(f"{name} of the baseline says something else with today's library")
    if same == 0:
        raise Failed("no program of the baseline could be linked")
    figures.none(f"of {same + len(differ)} programs of {commit[:12]}, those that differ with today's library", len(differ), differ)
    gone = set((folder / FROZEN).read_text().splitlines()) - set((TOP / FROZEN).read_text().splitlines())
    figures.none("numbers frozen there that are other or gone", len(gone), sorted(gone))
    # Downgrade: the journals that today's library writes, read by the baseline's.
    program = folder / "journals-test"
    includes = [f"-I{folder / path}" for path in ("include", "lib", "tests/support", "b/include")]
    run(["gcc", "-std=c11", "-D_GNU_SOURCE", *includes, *sorted((TOP / "tests/journals").glob("*.c")),
         folder / "b/tests/support/libprap-test-support.a", there / "libprap.a", "-o", program])
    newest = sorted((TOP / "tests/journals").glob("corpus-*"))[-1]
    figures.add("today's journals read by the baseline's library", "as today" if passes([program, "read", newest], there)
                else "otherwise", "as today", passes([program, "read", newest], there))


def measure():
    figures = Figures()
    folder, _ = build("interface", "gcc", "-Dtests=disabled", "-Dsqlite=disabled", "-Dbuildtype=release", "-Dc_args=-g")
    library = next((folder / "lib").glob("libprap.so.*.*.*"))
    listed = set(re.findall(r"^\s+(prap_\w+);", (TOP / "lib/libprap.map").read_text(), re.M))
    printed = run(["nm", "--dynamic", "--defined-only", library])
    exported = {line.split()[-1].split("@")[0] for line in printed.splitlines() if " T " in line}
    figures.add("functions exported", len(exported), f"those listed ({len(listed)})", exported == listed)
    more = undefined(library) - OF_THE_TOOLCHAIN
    figures.add("symbols needed from outside", ", ".join(sorted(more)), ", ".join(sorted(NEEDED)), more <= NEEDED)
    # crtstuff's own byte and handle are all that a shared object without writable data has there.
    figures.add("bytes of .data and .bss", section_bytes(library, ".data") + section_bytes(library, ".bss"),
                "16 or less: the compiler's own", section_bytes(library, ".data") + section_bytes(library, ".bss") <= 16)
    compared = run(["python3", "tests/abi/compare.py", library, "tests/abi/libprap.abi"], allowed=None)
    figures.add("abidiff against the baseline", "no difference" if not compared.strip() else compared.strip()[:120],
                "no difference", not compared.strip())
    old_programs(figures, folder / "lib")
    return figures
