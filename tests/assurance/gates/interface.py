import re

from common import TOP, Figures, build, run

TITLE = "Interface"
ABOUT = ("What the shared library exports and needs, against `lib/libprap.map` and the baseline `tests/abi/libprap.abi`. "
         "The library owns no writable data, so two hosts in one process cannot meet in it.")
LONG = 3
NEEDED = {"memcpy", "memmove", "memset", "memcmp"}
OF_THE_TOOLCHAIN = {"__cxa_finalize", "__gmon_start__", "_ITM_deregisterTMCloneTable", "_ITM_registerTMCloneTable"}


def undefined(library):
    printed = run(["nm", "--dynamic", "--undefined-only", library])
    return {line.split()[-1].split("@")[0] for line in printed.splitlines()}


def section_bytes(library, name):
    found = re.search(rf"^\s*\d+ {re.escape(name)}\s+([0-9a-f]+)", run(["objdump", "-h", library]), re.M)
    return int(found.group(1), 16) if found else 0


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
    return figures
