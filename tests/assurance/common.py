"""What the gates share: commands, builds, and the record of a measurement."""
import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
WORK = TOP / "build" / "assurance"

# The suites that run C of ours, and nothing that a sanitizer or Valgrind would have to see through.
SUITES = ["unit", "scenarios", "property", "fault", "fuzz-replay", "store"]
# Only what these suites need is built.
IN_C = ["-Dtests=enabled", "-Dsqlite=enabled", "-Dpostgresql=disabled", "-Dcli=disabled", "-Dpython=disabled",
        "-Druby=disabled"]

# Where a program that was built for clang's coverage writes its counts when nobody asked for them.
ELSEWHERE = {"LLVM_PROFILE_FILE": str(WORK / "unasked.profraw")}


class Failed(Exception):
    """A gate could not be measured: the message says why, and nothing is recorded."""


@dataclass
class Figures:
    """What a gate found: rows of (what, measured, what gold asks for, whether it is met)."""
    rows: list = field(default_factory=list)

    def add(self, what, measured, asked, met):
        self.rows.append({"what": what, "measured": str(measured), "asked": asked, "met": bool(met)})

    def share(self, what, part, whole, asked=100.0):
        """A share in percent, of which gold asks for at least `asked`."""
        percent = 100.0 if whole == 0 else 100.0 * part / whole
        # Rounded down: 99.999 % is not 100 %.
        shown = int(percent * 100) / 100
        self.add(what, f"{part} of {whole} ({shown:g} %)", f"{asked:g} %", percent >= asked)

    def none(self, what, found, names=()):
        """A count that gold wants to be none."""
        named = f": {', '.join(sorted(names)[:5])}" if names else ""
        self.add(what, f"{found}{named}", "0", found == 0)


def run(command, *, cwd=TOP, env=None, allowed=(0,), timeout=None):
    """Standard output and error of a command together. Failed when its exit status is not an allowed one."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(words, cwd=cwd, env={**os.environ, "LC_ALL": "C.UTF-8", **ELSEWHERE, **(env or {})},
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              errors="replace", timeout=timeout)
    except FileNotFoundError as missing:
        raise Failed(f"{missing.filename} is not there; tests/install assurance installs it") from missing
    except subprocess.TimeoutExpired as late:
        raise Failed(f"{shlex.join(words)} took longer than {timeout} s") from late
    if allowed is not None and done.returncode not in allowed:
        raise Failed(f"{shlex.join(words)} ended with {done.returncode}:\n{done.stdout[-4000:]}")
    return done.stdout


def set_up(name, compiler, *options):
    """Sets up build/assurance/NAME afresh. Returns the folder and what was printed."""
    folder = WORK / name
    run(["rm", "-rf", folder])
    return folder, run(["meson", "setup", folder, *IN_C, *options], env={"CC": compiler})


def build(name, compiler, *options, targets=()):
    """Sets up build/assurance/NAME afresh and builds it. Returns the folder and what was printed."""
    folder, printed = set_up(name, compiler, *options)
    return folder, printed + run(["ninja", "-C", folder, *targets])


def link_shared(folder, *, whole=False):
    """Of a build that is set up and not built yet, lets the programs link the shared library and not the archive: a
    change of the library then links nothing again. whole: the library exports all it has, not what its map lists."""
    ninja = folder / "build.ninja"
    text = ninja.read_text()
    shared = re.search(r"^build (lib/libprap\.so\.[\d.]+):", text, re.M).group(1)
    lines, is_program = [], False
    for line in text.splitlines():
        if line.startswith("build "):
            is_program = ": c_LINKER " in line and not line.startswith("build lib/")
            after = f"{shared}.p/{Path(shared).name}.symbols"  # changes when an export does
        else:
            after = shared
        if is_program:
            line = re.sub(r"(?<= )lib/libprap\.a\b", after, line)
        elif whole:
            line = re.sub(r"(?<= )-(fvisibility=hidden|Wl,--version-script=\S+/libprap\.map)", "", line)
        lines.append(line)
    ninja.write_text("\n".join(lines) + "\n")


def tests(folder, *suites, setup=None, env=None, multiplier=10):
    """Runs suites of a build. Returns how many passed and the names of those that did not."""
    command = ["meson", "test", "-C", folder, "--no-rebuild", "-t", str(multiplier), "--logbase", "assurance"]
    for suite in suites or SUITES:
        command += ["--suite", suite]
    if setup:
        command += ["--setup", setup]
    run(command, env=env, allowed=None)
    logs = sorted((folder / "meson-logs").glob("assurance*.json"), key=lambda log: log.stat().st_mtime)
    if not logs:
        raise Failed(f"the tests of {folder} left no log")
    passed, failed = 0, []
    for line in logs[-1].read_text().splitlines():
        row = json.loads(line)
        if row["result"] in ("OK", "EXPECTEDFAIL"):
            passed += 1
        elif row["result"] != "SKIP":
            failed.append(row["name"].split(" / ")[-1])
    return passed, failed


def say(what):
    print(f"   {what}", file=sys.stderr, flush=True)


def number_after(pattern, text):
    """The number that a pattern's group finds in what was printed."""
    found = re.search(pattern, text)
    if found is None:
        raise Failed(f"nothing like {pattern} was printed:\n{text[-2000:]}")
    return int(found.group(1).replace(",", ""))
