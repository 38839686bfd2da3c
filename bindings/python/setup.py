"""Builds the package without Meson: `python3 setup.py build` in this directory of the source tree, needing
only setuptools, a C compiler, Python's headers and SQLite's. It takes the same sources that Meson does. Where libpq's are
there too (Debian: libpq-dev, which brings those of libcrypto, with pkg-config), the PostgreSQL store is in it."""
import re
import shutil
import subprocess
from pathlib import Path

from setuptools import Extension, setup

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
VERSION = re.search(r"version: '([^']+)'", (TOP / "meson.build").read_text(encoding="utf-8")).group(1)
STORES = ["sqlite"]


def libpq_directories():
    """Where libpq's headers are; None: it is not installed."""
    if shutil.which("pkg-config") is None:
        return None
    found = subprocess.run(["pkg-config", "--cflags-only-I", "libpq", "libcrypto"], capture_output=True, text=True)
    return [word[2:] for word in found.stdout.split()] if found.returncode == 0 else None


LIBPQ = libpq_directories()
if LIBPQ is not None:
    STORES.append("postgresql")
SOURCES = [*HERE.glob("src/*.c"), *TOP.glob("lib/**/*.c"),
           *(path for store in STORES for path in TOP.glob(f"bindings/{store}/*.c") if path.name != "print-schema.c")]

setup(
    name="prap",
    version=VERSION,
    description="What the DWP provider guidance permits on a referral, with the paragraph of every answer",
    license="MIT",
    python_requires=">=3.9",
    packages=["prap"],
    package_data={"prap": ["py.typed", "*.pyi"]},
    ext_modules=[Extension(
        "prap._prap",
        sources=[str(path) for path in sorted(SOURCES)],
        include_dirs=[str(TOP / "include"), str(TOP / "lib"), *(str(TOP / "bindings" / store / "include") for store in STORES), *(LIBPQ or [])],
        define_macros=[("PRAP_VERSION_TEXT", f'"{VERSION}"'),
                       *([("PYPRAP_WITH_POSTGRESQL", None)] if LIBPQ is not None else [])],
        extra_compile_args=["-std=c11", "-fvisibility=hidden"],
        extra_link_args=[f"-Wl,--version-script={HERE / 'prap.map'}"],
        libraries=["sqlite3", *(["pq", "crypto"] if LIBPQ is not None else [])],
        py_limited_api=True,
    )],
    options={"bdist_wheel": {"py_limited_api": "cp39"}},
)
