"""Builds the package without Meson: `python3 setup.py build` in this directory of the source tree, needing
only setuptools, a C compiler, Python's headers and SQLite's. It takes the same sources that Meson does."""
import re
from pathlib import Path

from setuptools import Extension, setup

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
VERSION = re.search(r"version: '([^']+)'", (TOP / "meson.build").read_text(encoding="utf-8")).group(1)
SOURCES = [*HERE.glob("src/*.c"), *TOP.glob("lib/**/*.c"), *TOP.glob("bindings/sqlite/*.c")]

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
        include_dirs=[str(TOP / "include"), str(TOP / "lib"), str(TOP / "bindings/sqlite/include")],
        define_macros=[("PRAP_VERSION_TEXT", f'"{VERSION}"')],
        extra_compile_args=["-std=c11", "-fvisibility=hidden"],
        extra_link_args=[f"-Wl,--version-script={HERE / 'prap.map'}"],
        libraries=["sqlite3"],
        py_limited_api=True,
    )],
    options={"bdist_wheel": {"py_limited_api": "cp39"}},
)
