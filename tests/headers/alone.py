#!/usr/bin/env python3
"""Each public header compiles alone, as C11 and as C++17, with the warnings of the house made errors; the
installed headers, the headers of prap.h and the files of include/prap/ are the same list.

    alone.py [INCLUDE_DIRECTORY]
"""
import re
import shutil
import subprocess
import sys
from pathlib import Path

from structs import TOP, headers

WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wshadow", "-Werror", "-fsyntax-only"]
COMPILERS = [(("gcc",), "c", "-std=c11", ["-Wstrict-prototypes"]),
             (("clang", "clang-14"), "c", "-std=c11", ["-Wstrict-prototypes"]),
             (("g++",), "c++", "-std=c++17", ["-Wold-style-cast"]),
             (("clang++", "clang++-14"), "c++", "-std=c++17", ["-Wold-style-cast"])]


def compile_alone(include, name):
    """The compilers' complaints about a file that includes nothing but one header, twice."""
    source = f'#include "prap/{name}"\n#include "prap/{name}"\nint main(void) {{ return 0; }}\n'
    for names, language, standard, extra in COMPILERS:
        compiler = next(filter(None, map(shutil.which, names)), None)
        if compiler is None:
            continue
        command = [compiler, "-x", language, standard, *WARNINGS, *extra, "-I", include.parent, "-"]
        result = subprocess.run(command, input=source, capture_output=True, text=True)
        if result.returncode != 0:
            yield f"{name} does not compile alone with {Path(compiler).name} {standard}:\n{result.stderr}"


def list_faults(include):
    """prap.h and the build file each list the headers; a header in one and not in the other is a fault."""
    present = set(headers(include))
    umbrella = set(re.findall(r'#include "prap/([\w-]+\.h)"', (include / "prap.h").read_text()))
    installed = set(re.findall(r"'([\w-]+\.h)'", (include / "meson.build").read_text()))
    for listed, what in ((umbrella | {"prap.h"}, "included by prap.h"), (installed, "installed")):
        yield from (f"{name} is not {what}" for name in sorted(present - listed))
        yield from (f"{name} is {what} but not there" for name in sorted(listed - present))


def main(arguments):
    include = Path(arguments[0]) if arguments else TOP / "include/prap"
    for names, _, standard, _ in COMPILERS:
        if not any(map(shutil.which, names)):
            print(f"skipped: {names[0]} {standard}, there is no such compiler")
    faults = list(list_faults(include))
    for name in headers(include):
        faults += compile_alone(include, name)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
