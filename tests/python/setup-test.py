"""Builds the package as setup.py does, without Meson, and lets it print all of the catalogue: the same as the package
that Meson built prints, under every interpreter.

    setup-test.py bindings/python MESON_PACKAGE_DIRECTORY INTERPRETER..."""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

PRINTED = """
import prap
print(prap.__version__, prap.rules_hash)
for rows in (prap.rules(), prap.ambiguities(), prap.documents(), prap.contacts()):
    for row in rows:
        print(row)
"""


def printed(interpreter, directory):
    environment = {**os.environ, "PYTHONPATH": str(directory), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run([interpreter, "-c", PRINTED], env=environment, cwd="/", check=True, capture_output=True).stdout


def main():
    source, package, *interpreters = sys.argv[1:]
    if subprocess.run([interpreters[0], "-c", "import setuptools"], capture_output=True).returncode != 0:
        print("setuptools is not installed")
        return 77
    with tempfile.TemporaryDirectory() as name:
        at = Path(name)
        subprocess.run([interpreters[0], "setup.py", "--quiet", "build", "--build-base", at, "--build-lib", at / "lib"],
                       cwd=source, env={**os.environ, "CFLAGS": "-O0 -g0"}, check=True)
        for interpreter in interpreters:
            if printed(interpreter, at / "lib") != printed(interpreter, package):
                print(f"{interpreter}: the package of setup.py says something else than Meson's")
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
