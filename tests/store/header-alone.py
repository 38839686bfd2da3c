#!/usr/bin/env python3
"""A store's header compiles alone, as C11 and as C++17, with the warnings of the house made errors.

    header-alone.py HEADER
"""
import shutil
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests/headers"))
from alone import COMPILERS, WARNINGS  # noqa: E402


def main(arguments):
    header = Path(arguments[0])
    source = f'#include <{header.name}>\n#include <{header.name}>\nint main(void) {{ return 0; }}\n'
    compiled = 0
    for names, language, standard, extra in COMPILERS:
        compiler = next(filter(None, map(shutil.which, names)), None)
        if compiler is None:
            continue
        include = ["-I", TOP / "include", "-I", header.parent]
        subprocess.run([compiler, "-x", language, standard, *WARNINGS, *extra, *include, "-"],
                       input=source, text=True, check=True)
        compiled += 1
    return 0 if compiled > 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
