"""Counts lines that say something: neither blank nor comment alone. What is printed from tables or measured is not counted."""
import re
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
COMMENTS = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)

KINDS = {
    # The library and what is built of it.
    "library": [("lib", ".c .h .def"), ("include", ".h")],
    "bindings": [("bindings", ".c .h .py .rb .def")],
    # What runs to show that it is right: programs, scenarios as rows, models.
    "tests": [("tests", ".c .h .py .rb .def .jsonl .pml"), ("fuzz", ".c .h .py")],
}
# Printed by print-all or the bindings' printers, and not written by anybody.
PRINTED = re.compile(r"lib/calendar/holidays-data\.c|lib/catalogue/(rules|documents)\.def|include/prap/vocabulary\.h|tests/golden/"
                     r"|lib/base/crc-steps\.c|lib/libprap\.map|bindings/[^/]*/.*vocabulary\.(py|rb)|bindings/cli/trace\.def|tests/abi/layout-.*\.def|tests/assurance/records/")


def lines_of(path):
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix in (".c", ".h", ".def"):
        text = COMMENTS.sub("", text)
    says = [line for line in text.splitlines() if line.strip()]
    if path.suffix in (".py", ".rb"):
        says = [line for line in says if not line.lstrip().startswith("#")]
    return len(says)


def count(kind):
    total = 0
    for folder, suffixes in KINDS[kind]:
        for path in sorted((TOP / folder).rglob("*")):
            name = path.relative_to(TOP).as_posix()
            if path.suffix in suffixes.split() and path.is_file() and not PRINTED.search(name) and "fixtures" not in path.parts:
                total += lines_of(path)
    return total


if __name__ == "__main__":
    for kind in KINDS:
        print(f"{kind}: {count(kind)}")
    sys.exit(0)
