"""The C tests of the core on a platform for which Debian has neither Meson's libraries nor CMocka: built by another
compiler with the flags that Meson would use, linked statically, and run by an emulator where one is needed."""
import json
import os
import re
import shlex
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from common import IN_C, TOP, WORK, Failed, run

HERE = Path(__file__).resolve().parent
SUITES = {"unit", "property", "fault", "journals", "threads", "fuzz-replay"}
# What Meson tells the compiler and is no matter of the host's compiler.
KEPT = ("-D", "-I", "-std")


def commands(folder):
    """The words of each compilation of a set-up build, by the object that it makes."""
    found = {}
    for row in json.loads((folder / "compile_commands.json").read_text()):
        words = shlex.split(row["command"])
        found[row["output"]] = ([word for word in words if word.startswith(KEPT)], Path(row["directory"]) / row["file"])
    return found


def tests(folder):
    """The tests that are programs: (name, suite, path in the folder, arguments)."""
    for test in json.loads(run(["meson", "introspect", folder, "--tests"])):
        suite = {name.split(":")[-1] for name in test["suite"]} & SUITES
        program = test["cmd"][0]
        if suite and program.startswith(str(folder)):
            yield test["name"], min(suite), os.path.relpath(program, folder), test["cmd"][1:]


class Elsewhere:
    """A platform: build() once, then run() each of programs()."""

    def __init__(self, name, compiler, runner=(), flags=("-O1",)):
        self.compiler, self.runner, self.flags = list(compiler), list(runner), list(flags)
        self.setup, self.made = WORK / f"{name}-setup", WORK / name
        for folder in (self.setup, self.made):
            shutil.rmtree(folder, ignore_errors=True)
        # Only set up, for its lists of sources, flags and tests.
        run(["meson", "setup", self.setup, *[word for word in IN_C if "sqlite" not in word], "-Dsqlite=disabled"])
        self.commands = commands(self.setup)
        self.made.mkdir(parents=True)

    def compile(self, output):
        words, source = self.commands[output]
        target = self.made / output
        target.parent.mkdir(parents=True, exist_ok=True)
        run([*self.compiler, f"-I{HERE / 'elsewhere'}", *words, *self.flags, "-D_GNU_SOURCE", "-c", source, "-o", target],
            cwd=self.setup)
        return target

    def objects(self, prefix):
        return [output for output in self.commands if output.startswith(prefix)]

    def build(self, only=""):
        """The library and what the tests share; then the programs, or those of the folders named. Gives for each test its
        name, suite, path and arguments."""
        with ThreadPoolExecutor(os.cpu_count() + 1) as pool:
            of_archives = [output for output in self.commands if re.match(r"(tests/support|fuzz)/[^/]*\.a\.p/", output)]
            shared = list(pool.map(self.compile, [*self.objects("lib/libprap.so"), *of_archives]))
            self.archive = self.made / "all.a"
            self.archive.unlink(missing_ok=True)
            run(["ar", "cr", self.archive, *shared])
            rows = [row for row in tests(self.setup) if row[2].startswith(only)]
            list(pool.map(self.link, sorted({path for _, _, path, _ in rows})))
        return rows

    def link(self, path):
        own = self.objects(f"{path}.p/")
        if not own:
            raise Failed(f"{path} has no objects")
        run([*self.compiler, *[self.compile(output) for output in own], self.archive, "-lpthread", "-o", self.made / path])

    def run(self, path, arguments, share):
        """Whether it passes, and what it says."""
        command = [*self.runner, self.made / path, *arguments]
        printed = run(["sh", "-c", '"$@" 2>&1; echo "ended with $?"', "sh", *command], env={"PRAP_TEST_SHARE": str(share)},
                      timeout=1800)
        return printed.endswith("ended with 0\n"), printed
