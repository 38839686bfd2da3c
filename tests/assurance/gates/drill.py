import hashlib
import importlib.machinery
import json
import os
import re
import shlex
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, dataclass
from pathlib import Path

from common import TOP, WORK, Failed, Figures, link_shared, run, say
from elsewhere import Elsewhere
from planted import FAULTS

TITLE = "Seeded faults"
ABOUT = ("Each fault of `tests/assurance/planted.py` is planted alone in a copy. The suites run with ASan and UBSan, and those "
         "gates that are about faults of another kind where the fault is of that kind, until one gate has noticed it, or two "
         "of a fault of security. What noticed first is named, not all that would. A suite that has noticed nothing by then is "
         "tried on more of the faults; a gate that notices none is named: it has proven nothing here. The models and the "
         "crashes have planted faults of their own, which their gates must find.")
LONG = 120
SUITES = ["unit", "scenarios-at-once", "property", "fault", "fuzz-replay", "store", "threads", "journals", "secrets", "explore"]
OPTIONS = ["-Dtests=enabled", "-Dsqlite=enabled", "-Dpostgresql=disabled", "-Dcli=disabled", "-Dpython=disabled",
           "-Druby=disabled", "-Doptimization=1", "-Db_lundef=false"]
SLOW = 60  # seconds without a fault: what takes longer is left out, and said
AT_ONCE = os.cpu_count() + 2
TRIES = 8
STRICT = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wshadow", "-Wvla", "-Werror", "-fsyntax-only"]


@dataclass(frozen=True)
class Program:
    suite: str
    name: str
    command: list
    seconds: float


class Suites:
    """A build whose programs all link one shared library, so that a fault is planted by compiling one file."""

    def __init__(self, source, name, compiler, flags):
        self.folder = source.parent / name  # beside the clone: tests look at what stands in it
        if (self.folder / "build.ninja").exists():  # of an earlier drill
            run(["ninja", "-C", self.folder, "build.ninja"])
        else:
            run(["meson", "setup", self.folder, *OPTIONS, f"-Dc_args={flags} -fno-omit-frame-pointer",
                 f"-Dc_link_args={flags.split()[0]}"], cwd=source, env={"CC": compiler})
        link_shared(self.folder, whole=True)

    def programs(self):
        """The tests that are programs of the build itself: (suite, name, command)."""
        for test in json.loads(run(["meson", "introspect", self.folder, "--tests"])):
            suite = {word.split(":")[-1] for word in test["suite"]} & set(SUITES)
            if test["name"] == "residue-test":  # it would search ASan's own memory; "secrets in memory" is its gate here
                continue
            if suite and test["cmd"][0].startswith(str(self.folder)):
                yield min(suite), test["name"], test["cmd"]

    def build(self, *targets):
        """Whether it builds."""
        return not re.search(r"^FAILED: ", run(["ninja", "-C", self.folder, *targets], allowed=None), re.M)

    def passes(self, command, share="50", timeout=300):
        env = {"LD_LIBRARY_PATH": str(self.folder / "lib"), "PRAP_TEST_SHARE": share}
        # What does not end is ended, itself and not the shell alone, and noticed too.
        printed = run(["sh", "-c", 'timeout --kill-after=5 "$@" 2>&1; echo "ended with $?"', "sh", timeout, *command], env=env)
        return printed.endswith("ended with 0\n")


class Drill:
    def __init__(self):
        self.source = WORK / "drill/libprap"
        if self.source.exists():
            run(["git", "fetch", "-q", TOP, "HEAD"], cwd=self.source)
            run(["git", "reset", "-q", "--hard", "FETCH_HEAD"], cwd=self.source)
        else:
            self.source.parent.mkdir(parents=True)
            run(["git", "clone", "-q", TOP, self.source])
        self.checked = Suites(self.source, "checked", "gcc", "-fsanitize=address,undefined -fno-sanitize-recover=all")
        if not self.checked.build():
            raise Failed("the tests do not build before anything is planted")
        self.programs, self.left_out, self.others, self.proven = [], [], {}, set()
        rows = list(self.checked.programs())
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for row, (passed, seconds) in zip(rows, pool.map(self.timed, rows)):
                if seconds > SLOW:
                    self.left_out.append(row[1])
                elif not passed:
                    raise Failed(f"{row[1]} fails before anything is planted")
                else:
                    self.programs.append(Program(*row, seconds))

    def timed(self, row):
        began = time.monotonic()
        passed = self.checked.passes(row[2], timeout=SLOW + 10)
        return passed, time.monotonic() - began

    def kept(self, name, make):
        """Something that is made once, and only if a fault asks for it."""
        if name not in self.others:
            say(f"{name} is built")
            self.others[name] = make()
        return self.others[name]

    # Gates. Each answers whether it notices the fault that is planted.

    def failing_suites(self, fault, programs, wanted):
        """Suites of which a program fails, until there are so many: first the programs named as the fault's file is."""
        words = set(re.split(r"\W", fault.file.split("/", 1)[1]))
        found, rows = set(), sorted(programs, key=lambda row: (not words & set(re.split(r"\W", row.name)), row.seconds))
        for at in range(0, len(rows), AT_ONCE):
            some = [row for row in rows[at:at + AT_ONCE] if row.suite not in found]
            with ThreadPoolExecutor(AT_ONCE) as pool:
                for row, passed in zip(some, pool.map(lambda row: self.checked.passes(row.command), some)):
                    if not passed and row.suite not in found and not self.checked.passes(row.command):  # not by chance
                        found.add(row.suite)
                        say(f"   {row.name} fails")
            if len(found) >= wanted:
                return found
        return found

    def compiler_words(self, fault, *more):
        """The compilation of the fault's file as Meson has it, with other words at its end."""
        for row in json.loads((self.checked.folder / "compile_commands.json").read_text()):
            if row["file"].endswith("/" + fault.file) and row["output"].startswith("lib/"):
                words = [word for word in shlex.split(row["command"]) if not word.startswith(("-fsanitize", "-fno-sanitize"))]
                return words[:-4] + [*more, words[-1]]  # without -o OBJECT -c
        raise Failed(f"{fault.file} is not compiled")

    def warnings(self, fault):
        words = self.compiler_words(fault, *STRICT)
        for_clang = [word for word in words[1:] if not word.startswith("-fno-tree")]
        return any("error:" in run(command, cwd=self.checked.folder, allowed=None)
                   for command in (["gcc", *words[1:]], ["clang-14", *for_clang]))

    def stack(self, fault):
        from gates.stack import MOST
        frames = self.checked.folder / "frames.su"
        run(self.compiler_words(fault, "-O2", "-fstack-usage", "-c", "-o", frames.with_suffix(".o")), cwd=self.checked.folder)
        rows = [line.split("\t") for line in frames.read_text().splitlines()]
        return any(kind == "dynamic" or int(size) > MOST for _, size, kind in rows)

    def reproducible(self, fault):
        made = []
        for prefix in ([], ["faketime", "2031-05-05 05:05:05"]):
            path = self.checked.folder / "twice.o"
            run([*prefix, *self.compiler_words(fault, "-g0", "-c", "-o", path)], cwd=self.checked.folder)
            made.append(path.read_bytes())
        return made[0] != made[1]

    def plain(self):
        def make():
            folder = self.source.parent / "plain"
            if not (folder / "build.ninja").exists():
                run(["meson", "setup", folder, *OPTIONS], cwd=self.source)
            return folder
        return self.kept("a plain build", make)

    def python_tests(self, suite, *targets):
        """The tests of a suite that are scripts and get by with these targets."""
        folder = self.plain()
        if targets and re.search(r"^FAILED: ", run(["ninja", "-C", folder, *targets], allowed=None), re.M):
            return True
        for test in json.loads(run(["meson", "introspect", folder, "--tests"])):
            words = test["cmd"]
            built = [word for word in words if word.startswith((str(folder), "tests/", "lib/"))]
            missing = [word for word in built if not (folder / word).exists()]
            if f"libprap:{suite}" in test["suite"] and "python" in words[0] and not missing and "must-fail" not in words[1]:
                printed = run(["sh", "-c", '"$@" 2>&1; echo "ended with $?"', "sh", *words], cwd=folder)
                if not re.search(r"ended with (0|77)\n$", printed):
                    say(f"   {test['name']} fails")
                    return True
        return False

    def interface(self, _):
        return self.python_tests("abi", "lib/libprap.so.0.1.0", "lib/libprap.a")

    def lint(self, _):
        return self.python_tests("lint")

    def secrets(self, runs):
        """Whether one of the runs of tests/secrets/matrix.py, in builds in which such faults show, is not as it should be."""
        archives = [self.plain() / "tests/support/libprap-test-support.a", self.plain() / "lib/libprap.a"]
        run(["ninja", "-C", self.plain(), *(path.relative_to(self.plain()) for path in archives)], allowed=None)
        matrix = importlib.machinery.SourceFileLoader("matrix", str(self.source / "tests/secrets/matrix.py")).load_module()
        for compiler, level in (("gcc", "-O0"), ("clang-14", "-O2"), ("gcc", "-O3")):
            with tempfile.TemporaryDirectory() as name:
                if matrix.build(compiler, [level], Path(name), archives):
                    raise Failed("what works on secrets does not build")
                if any(matrix.outcome([*before, Path(name) / program])[0] != 0 for before, program in runs(matrix)):
                    return True
        return False

    def work(self, _):
        run(["ninja", "-C", self.plain(), "tests/secrets/work"])
        printed = run([sys.executable, "tests/secrets/same-work.py", self.plain() / "tests/secrets/work"], cwd=self.source,
                      allowed=(0, 1))
        return len(set(re.search(r"\[(.*)\]", printed).group(1).split(", "))) > 1

    def branches(self, _):
        return self.secrets(lambda matrix: [(matrix.MEMCHECK, "track")])

    def residue(self, _):
        return self.secrets(lambda matrix: [([], "residue-test")])

    def growth(self, _):
        program = self.plain() / "tests/bench/caseload-bench"
        run(["ninja", "-C", self.plain(), "tests/bench/caseload-bench"])
        counts = []
        for size in (1000, 2000):
            printed = run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={WORK / 'drill/growth.out'}",
                           "--toggle-collect=prap_engine_caseload", program, "--rounds", 1, "counterfactual", "--cases", size])
            counts.append(int(re.search(r"Collected : (\d+)", printed).group(1)))
        return counts[1] > 2.3 * counts[0]

    def sanitized(self, name, flags, *programs):
        build = self.kept(name, lambda: Suites(self.source, name, "clang-19", f"{flags} -fno-sanitize-recover=all"))
        if not build.build(*programs):
            return True
        known = {os.path.relpath(command[0], build.folder): command for _, _, command in build.programs()}
        return any(not build.passes(known[program]) for program in programs)

    def threads(self, _):
        return self.sanitized("tsan", "-fsanitize=thread", "tests/threads/threads-test")

    def memory(self, _):
        return self.sanitized("msan", "-fsanitize=memory", "tests/unit/clocks-test")

    def big_endian(self, fault):
        """The journals alone: what was written here, read and written there."""
        def make():
            there = Elsewhere("drill-s390x", ["s390x-linux-gnu-gcc-11", "-static"], ["qemu-s390x"])
            there.rows = there.build(only="tests/journals/")
            return there
        there = self.kept("s390x", make)
        output = next(name for name, (_, source) in there.commands.items()
                      if str(source).endswith("/" + fault.file) and name.startswith("lib/libprap.so"))
        words, source = there.commands[output]
        there.commands[output] = (words, self.source / fault.file)
        try:
            run(["ar", "r", there.archive, there.compile(output)])
            for path in {path for _, _, path, _ in there.rows}:
                there.link(path)
            return any(not there.run(path, arguments, 50)[0] for _, _, path, arguments in there.rows)
        finally:
            there.commands[output] = (words, source)
            run(["ar", "r", there.archive, there.compile(output)])

    def special(self):
        return {"warnings": self.warnings, "stack": self.stack, "reproducible": self.reproducible,
                "interface": self.interface, "lint": self.lint, "branches on secrets": self.branches,
                "secrets in memory": self.residue, "work on secrets": self.work,
                "growth": self.growth, "threads under TSan": self.threads,
                "clocks under MSan": self.memory, "journals on s390x": self.big_endian,
                "secrets": lambda fault: self.notices("secrets", fault)}

    def hold_clean(self, fault):
        """A gate that is asked for the first time finds nothing before anything is planted, or it proves nothing."""
        for name in set(fault.gates) - self.proven:
            if self.special()[name](fault):
                raise Failed(f"{name} notices something before anything is planted")
            self.proven.add(name)

    def planted(self, fault, ask):
        """What is answered while a fault is there."""
        path = self.source / fault.file
        whole = path.read_text(encoding="utf-8")
        path.write_text(whole.replace(fault.old, fault.new), encoding="utf-8")
        try:
            return ask()
        finally:
            path.write_text(whole, encoding="utf-8")

    def noticed(self, fault):
        """The gates that notice, as many as it takes."""
        wanted = 2 if fault.security else 1
        special = self.special()
        found = {name for name in fault.gates if special[name](fault)}
        if len(found) >= wanted:
            return found
        if not self.checked.build():
            return {"compiler"}
        return found | self.failing_suites(fault, self.programs, wanted - len(found))

    # A drill that was ended is taken up where it was: at the same commit and of the same faults.

    def kept_at(self, fault):
        commit = run(["git", "rev-parse", "HEAD"], cwd=self.source).strip()
        name = hashlib.sha1("|".join((commit, *map(str, astuple(fault)))).encode()).hexdigest()
        return WORK / "drill-noticed" / name

    def known(self, fault):
        path = self.kept_at(fault)
        return set(json.loads(path.read_text())) if path.exists() else None

    def keep(self, fault, found):
        path = self.kept_at(fault)
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(sorted(found)))

    def notices(self, suite, fault):
        """Whether a suite notices a fault that it was not asked about."""
        programs = [row for row in self.programs if row.suite == suite]
        return self.checked.build() and bool(self.failing_suites(fault, programs, 1))


def try_idle(drill, noticed):
    """Suites that have noticed nothing are tried on the faults of files that they are named after, then on others."""
    idle = {row.suite for row in drill.programs} - set().union(*noticed.values())
    for suite in sorted(idle):
        names = {word for row in drill.programs if row.suite == suite for word in re.split(r"\W", row.name)}
        near = sorted(FAULTS, key=lambda fault: -len(names & set(re.split(r"\W", fault.file))))
        for fault in near[:TRIES]:
            if drill.planted(fault, lambda: drill.notices(suite, fault)):
                noticed[fault.name].add(suite)
                say(f"{suite} notices: {fault.name}")
                break


def measure():
    figures = Figures()
    drill = Drill()
    if drill.left_out:
        say(f"left out, for they take longer than {SLOW} s: {', '.join(drill.left_out)}")
    noticed = {}
    for fault in FAULTS:
        began = time.monotonic()
        if (before := drill.known(fault)) is not None:
            noticed[fault.name] = before
            continue
        drill.hold_clean(fault)
        noticed[fault.name] = drill.planted(fault, lambda: drill.noticed(fault))
        drill.keep(fault, noticed[fault.name])
        say(f"{fault.name}: {', '.join(sorted(noticed[fault.name])) or 'NOBODY'} ({time.monotonic() - began:.0f} s)")
    try_idle(drill, noticed)
    for fault in FAULTS:
        found = noticed[fault.name]
        figures.add(fault.name, ", ".join(sorted(found)) or "nobody", "two gates" if fault.security else "one gate",
                    len(found) >= (2 if fault.security else 1))
    nobody = [name for name, found in noticed.items() if not found]
    figures.none(f"of {len(FAULTS)} faults, those that nobody noticed", len(nobody), nobody)
    idle = {row.suite for row in drill.programs} | {name for fault in FAULTS for name in fault.gates}
    idle -= set().union(*noticed.values())
    figures.none("gates that noticed nothing", len(idle), idle)
    return figures
