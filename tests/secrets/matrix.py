#!/usr/bin/env python3
"""Builds what works on secrets with several compilers at several levels of optimisation, and asks of each build:
does anything branch on a secret (track.c under memcheck), and is one left in memory (residue-test.c)? In each build a
control that does so must be caught, or the build proves nothing.

    matrix.py LIBPRAP_A SUPPORT_A [--all] [CC ...]

LIBPRAP_A: the library as the ordinary build made it; what is not about secrets is taken from there. Without --all: the
compilers at -O2 and -O3; with it three compilers (gcc, clang and another gcc) at six levels, and optimised as a whole
when they are linked. Exit 1 if anything is not
as it should be; 77 when Valgrind is not there.
"""
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
HERE = TOP / "tests/secrets"
# Everything that a secret passes through, and the calls that are given one.
SOURCES = ["base/secret.c", "base/text.c", "base/error.c", "provider-direct/access-code.c", "provider-direct/folding.c",
           "base/nino.c", "base/siphash.c", "provider-direct/participant-check.c", "provider-direct/positions.c",
           "engine/verifier-answer.c", "engine/verifier-store.c", "extract/values.c", "extract/marks.c",
           "extract/compare.c", "extract/check.c"]
LEVELS = [["-O0"], ["-O1"], ["-O2"], ["-O3"], ["-Os"], ["-O3", "-mavx2"], ["-O2", "-flto"]]
COMPILERS = ["gcc", "clang-14", "gcc-11"]
MEMCHECK = ["valgrind", "--quiet", "--error-exitcode=9", "--leak-check=no"]


def build(compiler, level, folder, archives):
    """The two programs, or what the compiler said."""
    flags = [compiler, "-std=c11", "-D_GNU_SOURCE", "-g", "-gdwarf-4", "-pthread", *level,
             *(f"-I{TOP / path}" for path in ("include", "lib", "tests/support", "tests/secrets"))]
    if "-flto" in level and compiler.startswith("clang"):
        flags.append("-fuse-ld=lld")
    for program, more in (("track", ["-DPRAPI_TRACK_SECRETS"]), ("residue-test", [])):
        sources = [TOP / "lib" / source for source in SOURCES] + [HERE / f"{program}.c", HERE / "planted.c"]
        command = [*flags, *more, *sources, *archives, "-o", folder / program]
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode != 0:
            return run.stderr
    return ""


def outcome(command):
    run = subprocess.run(command, capture_output=True, text=True)
    return run.returncode, (run.stdout + run.stderr).strip()


def check(compiler, level, archives):
    """What is wrong with one build."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        complaint = build(compiler, level, folder, archives)
        if complaint:
            return [f"does not build: {complaint}"]
        runs = [("a branch or an address depends on a secret", [*MEMCHECK, folder / "track"], 0),
                ("memcheck does not notice the leaky control", [*MEMCHECK, folder / "track", "leaky"], 9),
                ("a secret is left in memory", [folder / "residue-test"], 0),
                ("the search does not find the control", [folder / "residue-test", "--control"], 9)]
        faults = []
        for what, command, expected in runs:
            code, said = outcome(command)
            if code != expected:
                faults.append(f"{what} (exit {code}): {said[:2000]}")
        return faults


def main(arguments):
    whole = "--all" in arguments
    arguments = [argument for argument in arguments if argument != "--all"]
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    if shutil.which("valgrind") is None:
        print("there is no valgrind")
        return 77
    archives, compilers = arguments[:2][::-1], arguments[2:] or (COMPILERS if whole else COMPILERS[:2])
    missing = [compiler for compiler in compilers if shutil.which(compiler) is None]
    if missing and whole:
        print(f"no {', '.join(missing)}: tests/install secrets", file=sys.stderr)
        return 1
    levels = LEVELS if whole else None
    pairs = [(compiler, level) for at, compiler in enumerate(c for c in compilers if c not in missing)
             for level in (levels or [LEVELS[2 + at % 2]])]
    with ThreadPoolExecutor(max_workers=2) as pool:
        results = list(pool.map(lambda pair: check(*pair, archives), pairs))
    for (compiler, level), faults in zip(pairs, results):
        print(f"{compiler} {' '.join(level)}: {'as it should be' if not faults else ''}")
        for fault in faults:
            print(f"    {fault}")
    print(f"{len(pairs)} builds, {sum(bool(faults) for faults in results)} not as they should be")
    return 1 if any(results) or not pairs else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
