"""The bench: the test programs, what each reaches and costs, and the runners that run them against mutants."""
import hashlib
import json
import os
import pickle
import resource
import subprocess
import time

from common import Failed, run, say
from mutants import tree

ENVIRONMENT = {"PRAP_TEST_SHARE": "50", "PRAP_TEST_STORES": "all", "MALLOC_PERTURB_": "165", "LC_ALL": "C.UTF-8"}
# How a process ends that the judge itself broke (switch.c, runner.c): no mutant is killed by these.
OUR_OWN = {f"exit {status}" for status in (120, 121, 122, 125, 126, 127)}


class Bench:
    """Every test of the judge, run once for each mutant it may notice."""

    def __init__(self):
        self.tests = tree.tests()
        self.costs, self.reached = [], []
        self.file = tree.PLACE / "tests"

    def once(self, test, mutant="0", reached=None):
        """The seconds of processor time of one run that must pass."""
        environment = {**os.environ, **ENVIRONMENT, **(test.get("env") or {}), "PRAP_MUTANT": mutant,
                       "TMPDIR": str(tree.PLACE)}
        if reached:
            environment["PRAP_REACHED"] = str(reached)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(test["cmd"], cwd=test.get("workdir") or tree.BUILD, env=environment, check=False,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode:
            raise Failed(f"{test['name']} fails in the judge with mutant {mutant}, where nothing is changed:\n"
                         + done.stdout.decode(errors="replace")[-2000:])
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def prepare(self):
        """Every test passes as it is, and with the unchanged copy of every function; what each reaches is noted."""
        began = time.monotonic()
        for test in self.tests:
            cost, reached = self.prepared(test)
            self.costs.append(cost)
            self.reached.append(reached)
        with open(self.file, "w", encoding="utf-8") as out:
            for test, cost in zip(self.tests, self.costs):
                out.write(f"{int(cost * 4000) + 250} {test.get('workdir') or tree.BUILD}\n")
                for word in test["cmd"]:
                    out.write(word + "\n")
                out.write("\n")
                for name, value in {**ENVIRONMENT, **(test.get("env") or {})}.items():
                    out.write(f"{name}={value}\n")
                out.write("\n")
        say(f"{len(self.tests)} tests, {sum(self.costs):.1f} s of processor time, prepared in {time.monotonic() - began:.0f} s")

    def prepared(self, test):
        """What a test costs and reaches, kept for as long as it and the library are what they are."""
        library = (tree.BUILD / "lib/libprap.so.0.1.0").stat()
        stamp = [test["cmd"], [os.stat(word).st_mtime_ns for word in test["cmd"] if os.path.isfile(word)],
                 library.st_mtime_ns, library.st_size]
        kept = tree.PLACE / "prepared" / hashlib.sha1(json.dumps(stamp).encode()).hexdigest()
        if kept.exists():
            return pickle.loads(kept.read_bytes())
        note = tree.PLACE / "reached"
        note.unlink(missing_ok=True)
        cost = max(self.once(test, reached=note), self.once(test, mutant="-1"))
        found = cost, note.read_bytes() if note.exists() else b""
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(pickle.dumps(found))
        return found

    def reaching(self, function):
        return [at for at, note in enumerate(self.reached) if function < len(note) and note[function]]

    def name(self, at):
        return self.tests[at]["name"].split(" / ")[-1]


class Runner:
    """One process of runner.c."""

    def __init__(self, bench, number):
        folder = tree.PLACE / f"work-{os.getpid()}-{number}"
        run(["rm", "-rf", folder])
        folder.mkdir()
        self.overlay = folder / "overlay.so"
        self.process = subprocess.Popen([tree.PLACE / "runner", bench.file, folder], text=True, bufsize=1,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, order, mutant=0, patch="-", overlay="-"):
        """(test, how) of the first that notices, or None."""
        self.process.stdin.write(f"{mutant} {patch} {overlay} {' '.join(map(str, order))}\n")
        answer = self.process.stdout.readline().split()
        if not answer:
            raise Failed("the runner of the mutants ended")
        if answer[0] == "survived":
            return None
        how = " ".join(answer[1:-1])
        if how in OUR_OWN:
            raise Failed(f"test {answer[0]} could not be run against a mutant: {how}")
        return int(answer[0]), how

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def compilers():
    """For each source of the judge's library, the words that compile it."""
    found = {}
    for one in json.loads((tree.BUILD / "compile_commands.json").read_text()):
        name = os.path.relpath(os.path.normpath(tree.BUILD / one["file"]), tree.TREE)
        if "libprap.so" in one["output"]:
            found[name] = one["command"]
    return found
