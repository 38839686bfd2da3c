#!/usr/bin/env python3
"""No public struct has padding: every member begins where the one before it ends, and the last ends the
struct.

Padding bytes have no value, so two equal structs could differ in them, and a newer host's zero tail could not
be told from them (host.h). Asserted by the compilers at compile time for every data model that they can
target without further packages.

    padding.py [INCLUDE_DIRECTORY]
"""
import shutil
import subprocess
import sys
from pathlib import Path

from structs import TOP, headers, structs

TARGETS = [("gcc", "-m64"), ("gcc", "-m32"), ("clang", "--target=x86_64-linux-gnu"),
           ("clang", "--target=aarch64-linux-gnu"), ("clang", "--target=i386-linux-gnu"),
           ("clang", "--target=armv7-linux-gnueabihf")]


def assertions(found, include):
    out = [f'#include "prap/{name}"\n' for name in headers(include)]
    for struct, members in found.items():
        end = "0"
        for member in members:
            text = f"padding before {struct}.{member}"
            out.append(f'_Static_assert(offsetof(struct {struct}, {member}) == {end}, "{text}");\n')
            end = f"offsetof(struct {struct}, {member}) + sizeof(((struct {struct} *)0)->{member})"
        out.append(f'_Static_assert(sizeof(struct {struct}) == {end}, "padding at the end of {struct}");\n')
    return "".join(out)


def main(arguments):
    include = Path(arguments[0]) if arguments else TOP / "include/prap"
    found = structs(include)
    if not found:
        print(f"no structs in {include}", file=sys.stderr)
        return 1
    failed, judged = False, 0
    for compiler, target in TARGETS:
        program = shutil.which(compiler) or shutil.which(compiler + "-14")
        if program is None:
            print(f"skipped: {compiler} {target}, there is no {compiler}")
            continue
        # Freestanding, so that another machine's C library is not needed for its data model.
        command = [program, target, "-std=c11", "-ffreestanding", "-fsyntax-only", "-include", "stddef.h",
                   "-I", include.parent, "-x", "c", "-"]
        result = subprocess.run(command, input=assertions(found, include), capture_output=True, text=True)
        judged += 1
        if result.returncode != 0:
            failed = True
            print(f"{compiler} {target}:\n{result.stderr}", file=sys.stderr)
    print(f"{len(found)} structs, {judged} targets")
    return 1 if failed or judged == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
