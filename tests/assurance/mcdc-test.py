#!/usr/bin/env python3
"""The gate of coverage tells a condition that is marked as impossible from one that nobody tested, and both from a constant
that nobody marked. Exit 77 without clang-19."""
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import mcdc

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
FLAGS = ["-std=c11", "-O0", "-DPRAPI_COVERAGE", "-fprofile-instr-generate", "-fcoverage-mapping", "-fcoverage-mcdc"]


def wrong(found, lines):
    """What is not as the fixture has it. A decision's line is found by the function that it stands in."""
    at = {name: next(i + 2 for i, line in enumerate(lines) if f" {name}(" in line) for name in
          ("second_is_never_false", "marked_as_impossible", "marked_beside_untested", "constant_without_a_mark", "constant_beside_a_mark")}
    wanted = {
        "missing": {(at["second_is_never_false"], 2), (at["marked_beside_untested"], 1)},
        "marked": {(at["marked_as_impossible"], 1), (at["marked_beside_untested"], 2),
                   (at["constant_beside_a_mark"], 2)},
        "unmarked": {(at["constant_without_a_mark"], 1), (at["constant_beside_a_mark"], 1)},
    }
    for kind, places in wanted.items():
        names = {f"conditions.c:{line} condition {number}" for line, number in places}
        if getattr(found, kind) != names:
            yield f"{kind}: {sorted(getattr(found, kind))} rather than {sorted(names)}"
    if len(found.covered) != 5:
        yield f"{len(found.covered)} conditions shown to matter rather than 5"


def main():
    if not all(shutil.which(tool) for tool in ("clang-19", "llvm-profdata-19", "llvm-cov-19")):
        print("clang-19 is not there: tests/install assurance")
        return 77
    source = HERE / "fixtures/conditions.c"
    with tempfile.TemporaryDirectory() as folder:
        program, raw, data = (Path(folder) / name for name in ("conditions", "raw", "data"))
        subprocess.run(["clang-19", *FLAGS, f"-I{TOP}/lib", source, "-o", program], check=True)
        subprocess.run([program], check=True, env={"LLVM_PROFILE_FILE": str(raw)})
        subprocess.run(["llvm-profdata-19", "merge", "-sparse", raw, "-o", data], check=True)
        shown = subprocess.run(["llvm-cov-19", "show", program, f"-instr-profile={data}", "--show-mcdc"], check=True,
                               capture_output=True, text=True).stdout
    found = list(wrong(mcdc.read(shown, top="/fixtures/"), source.read_text(encoding="utf-8").splitlines()))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
