#!/usr/bin/env python3
"""The released numbers and layouts, frozen: rows are only ever added, never changed or taken away.

    freeze.py --add      adds what is new to layout-0.1.def (here) and to tests/golden/vocabulary.txt
    freeze.py --check    exit 1 if a frozen number changed or vanished, or if something new is not frozen yet
    freeze.py --golden FILE --layout FILE ...   works on other files than the committed ones

vocabulary.txt holds every number that a host may have stored or compiled in: one line each, `constant NAME
number` for the headers, `word KIND number public-name`, `status number public-name`, `rule number id`, and for the
other rows of the catalogue `ambiguities number id`, `policies number name`, `contacts number id`.
layout-0.1.def holds the layout of every public struct on 64-bit machines: SIZED(struct, bytes) for those that
begin with their size and may grow at the end, FROZEN(struct, bytes) for value types and for what stands in
arrays, which may not, and MEMBER(struct, member, offset, bytes).
"""
import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
sys.path[:0] = [str(TOP / "tests/headers"), str(TOP / "lib/vocabulary")]
sys.dont_write_bytecode = True
import print as vocabulary  # noqa: E402
from structs import INCLUDE, headers, structs  # noqa: E402

GROWN_ONLY = "a frozen row may not change or vanish"


def constant_names():
    """The names of the enumeration constants and numeric macros of the headers."""
    for name in headers():
        text = re.sub(r"/\*.*?\*/", "", (INCLUDE / name).read_text(encoding="utf-8"), flags=re.S)
        for body in re.findall(r"enum\s*\w*\s*\{(.*?)\}", text, flags=re.S):
            yield from re.findall(r"^\s*(PRAP_\w+)\s*=", body, flags=re.M)
        yield from re.findall(r"^#define (PRAP_\w+) +\(?[\w(]", text, flags=re.M)


def compiled(lines):
    """What a C program over the public headers prints, one printf for each line."""
    source = "".join(f'#include "prap/{name}"\n' for name in headers())
    source += "#include <stdio.h>\n#include <stddef.h>\nint main(void) {\n"
    source += "\n".join(lines) + "\nreturn 0;\n}\n"
    with tempfile.TemporaryDirectory() as name:
        program = Path(name) / "print"
        subprocess.run(["cc", "-std=c11", "-I", INCLUDE.parent, "-x", "c", "-", "-o", program], input=source,
                       text=True, check=True)
        return subprocess.run([program], capture_output=True, text=True, check=True).stdout.splitlines()


def numbers():
    rows = compiled(f'printf("constant {name} %lld\\n", (long long){name});' for name in constant_names()
                    if name not in ("PRAP_API",))
    for kind, entries in vocabulary.words():
        rows += [f"word {kind} {number} {public}" for number, _, public, _ in entries]
    rows += [f"status {number} {public}" for number, _, public, _, _ in vocabulary.statuses()]
    rules = (TOP / "lib/catalogue/rules.def").read_text(encoding="utf-8")
    for number, rule_id in re.findall(r'^X\((\d+), \w+, "([^"]+)"', rules, flags=re.M):
        rows.append(f"rule {number} {rule_id}")
    for name in ("ambiguities", "policies", "contacts"):
        source = (TOP / f"lib/catalogue/{name}.def").read_text(encoding="utf-8")
        rows += [f"{name} {number} {row_id}"
                 for number, row_id in re.findall(r'^X\((\d+), \w+, "([^"]+)"', source, flags=re.M)]
    return rows


def in_arrays():
    """The structs that the headers pass as arrays: callers step through them by the size that they compiled."""
    text = "".join((INCLUDE / name).read_text(encoding="utf-8") for name in headers())
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    return set(re.findall(r"const (prap_\w+) \*\w+[;,]\s*size_t n", text))


def layout():
    lines, arrays = [], in_arrays()
    for struct, members in structs().items():
        kind = "SIZED" if members[0] == "size" and struct not in arrays else "FROZEN"
        lines.append(f'printf("{kind}({struct}, %zu)\\n", sizeof({struct}));')
        for member in members:
            lines.append(f'printf("MEMBER({struct}, {member}, %zu, %zu)\\n", offsetof({struct}, {member}), '
                         f"sizeof((({struct} *)0)->{member}));")
    return compiled(lines)


def key(row):
    """What a row freezes: the row without the numbers that must not change."""
    if row.startswith("MEMBER"):
        return row[: row.index(",", row.index(",") + 1)]
    if row.startswith(("SIZED", "FROZEN")):
        return re.sub(r"^\w+|,.*", "", row)
    word = row.split(" ")
    return " ".join(word[:2] if word[0] == "constant" else word[:-1])


def frozen_rows(text):
    """The rows of either file, without its comments."""
    return [line for line in text.splitlines() if re.match(r"[a-z]|[A-Z]+\(", line)]


def faults(path, current):
    """Both ways: what is frozen must still hold, what is new must be frozen. A sized struct may grow."""
    frozen = frozen_rows(path.read_text(encoding="utf-8"))
    if not frozen:
        yield f"{path.name}: nothing is frozen"
    now = {key(row): row for row in current}
    for row in frozen:
        found = now.get(key(row), "nothing")
        grown = row.startswith("SIZED") and found.startswith("SIZED") and size(found) > size(row)
        if found != row and not grown:
            yield f"{path.name}: {row} is now {found}; {GROWN_ONLY}"
    known = {key(row) for row in frozen}
    for row in current:
        if key(row) not in known:
            yield f"{path.name}: {row} is new; run tests/abi/freeze.py --add"


def size(row):
    return int(re.search(r", (\d+)\)", row).group(1))


def add(path, current):
    """Appends what is not there; a layout's rows go to the end too, since only their content matters."""
    text = path.read_text(encoding="utf-8")
    known = {key(row) for row in frozen_rows(text)}
    path.write_text(text + "".join(row + "\n" for row in current if key(row) not in known), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--add", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--golden", type=Path, default=TOP / "tests/golden/vocabulary.txt")
    parser.add_argument("--layout", type=Path, default=HERE / "layout-0.1.def")
    options = parser.parse_args()
    if options.add == options.check:
        parser.error("--add or --check")
    if options.add:
        add(options.golden, numbers())
        add(options.layout, layout())
        return 0
    found = [*faults(options.golden, numbers()), *faults(options.layout, layout())]
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
