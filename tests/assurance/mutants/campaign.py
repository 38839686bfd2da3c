"""The campaign: mutants in, verdicts out, kept as they come so that it can be ended and taken up again at any time."""
import collections
import functools
import json
import os
import queue
import re
import threading
import time

from common import Failed, say
from mutants import alone, bench, committed, outside, tree
from mutants.keys import judged_of, key_of, row_of


# Seconds of tests for a mutant before it is left to the thorough pass, which runs all that reach it.
ENOUGH = 0.3


@functools.cache
def words_of(name):
    """The words of a path or of a test's name, of several the one: "outcomes" is tested by engine-outcome."""
    return {word.removesuffix("s") for word in re.split(r"[/-]", name.removeprefix("lib/").split(".")[0])}


class Campaign:
    """Verdicts on the mutants of sources that were read: those that are kept, and with a build also new ones."""

    def __init__(self, read):
        self.read, self.numbers, self.invalid, self.bench, self.compilers = read, {}, set(), None, {}
        self.kept = tree.PLACE / "results.jsonl"
        self.results = {}
        if self.kept.exists():
            for line in self.kept.read_text().splitlines():
                row = json.loads(line)
                self.results[row["key"]] = row
        committed.take_up(self)
        self.thorough = False
        self.killers = collections.defaultdict(collections.Counter)
        self.lock = threading.Lock()
        self.texts = {source.path: source.text for source in read}

    def order(self, tests, path, *places):
        """Who killed the neighbours first, tests with a word of the path, the cheap before the dear; at first not all."""
        stem = os.path.basename(path).split(".")[0]
        words = words_of(path)
        def worth(at):
            kills = sum(weight * self.killers[place][at] for weight, place in zip((8, 1), places))
            own = 0.5 if words & words_of(self.bench.name(at)) else 0.02
            return -(kills + own) / (0.004 + self.bench.costs[at])
        ordered, spent = [], 0.0
        for at in sorted(tests, key=worth):
            spent += self.bench.costs[at]
            known = self.killers[path][at] or self.bench.name(at).startswith(stem)
            if known or spent < ENOUGH or self.thorough or not ordered:
                ordered.append(at)
        return ordered

    def jobs(self, path_wanted, again):
        """What is still to be judged, file by file. again: survivors too."""
        for wanted in path_wanted:
            source = next((one for one in self.read if one.path == wanted), None)
            if source is None:
                raise Failed(f"no mutants in {wanted}")
            patches = outside.patches(source) if source.path in outside.PRINTED else {}
            for function, mutant in judged_of(source):
                key = key_of(source, mutant, function)
                before = self.results.get(key)
                if before is None or (again and before["status"] == "survived"):
                    yield key, source, function, mutant, patches

    def judge(self, runner, source, function, mutant, patches):
        """(status, test, how)."""
        every = range(len(self.bench.tests))
        if mutant.id in self.invalid:
            return "invalid", None, None
        if function:
            order = self.order(self.bench.reaching(function.number), source.path, (source.path, function.name), source.path)
            found = runner.ask(order, mutant=self.numbers[mutant.id])
            places = [(source.path, function.name), source.path]
        elif mutant.start in patches:
            new = outside.value(mutant.new, outside.WORDS) if mutant.new else 0
            table, at, size = patches[mutant.start]
            places = [(source.path, table), source.path]
            found = runner.ask(self.order(every, source.path, *places), patch=f"{table},{at},{size},{new}")
        else:
            if not self.stand_in(source, mutant.apply(source.text), runner.overlay):
                return "invalid", None, None
            places = [source.path]
            found = runner.ask(self.order(every, source.path, source.path), overlay=runner.overlay)
        if found is None:
            return self.survived(source, mutant), None, None
        with self.lock:
            for place in places:
                self.killers[place][found[0]] += 1
        return "killed", self.bench.name(found[0]), found[1]

    def stand_in(self, source, text, out):
        """A library that has this text for that file. False when it does not compile."""
        command = self.compilers.get(source.path)
        if command is None:
            return alone.overlay_of_header(self.compilers, source.path, text, self.texts, out)
        return alone.overlay(command, source.path, text, out)

    def survived(self, source, mutant):
        """A survivor that -O2 makes nothing else of is none."""
        command = self.compilers.get(source.path)
        if command is None or source.path in outside.PRINTED:
            return "survived"
        with self.lock:
            if not hasattr(source, "made"):
                source.made = alone.made(command, source.path, source.text)
        made = alone.made(command, source.path, mutant.apply(source.text))
        return "invalid" if made is None else "equivalent" if made == source.made else "survived"

    def run(self, paths, *, again=False, until=None, workers=None):
        """Judges everything that is not judged yet in these files, or as much as there is time for."""
        self.numbers, self.invalid = tree.build(self.read)
        self.bench, self.compilers, self.thorough = bench.Bench(), bench.compilers(), again
        self.bench.prepare()
        jobs, failed = queue.Queue(4), []
        out = open(self.kept, "a", encoding="utf-8")

        def work(number):
            runner = bench.Runner(self.bench, number)
            while (job := jobs.get()) is not None:
                key, source, function, mutant, patches = job
                try:
                    status, test, how = self.judge(runner, source, function, mutant, patches)
                except Exception as why:
                    failed.append(f"{mutant.brief()}: {why!r}")
                    continue
                row = {**row_of(key, source, mutant, status), "by": test, "how": how,
                       "in": function.name if function else None}
                with self.lock:
                    self.results[key] = row
                    out.write(json.dumps(row) + "\n")
                    out.flush()
            runner.close()
        threads = [threading.Thread(target=work, args=(n,)) for n in range(workers or int(os.environ.get("PRAP_MUTANT_WORKERS", os.cpu_count())))]
        for thread in threads:
            thread.start()
        last = None
        for job in self.jobs(paths, again):
            if job[1].path != last:
                if last:
                    self.tell(last)
                last = job[1].path
            if failed or (until and time.monotonic() > until):
                break
            jobs.put(job)
        for _ in threads:
            jobs.put(None)
        for thread in threads:
            thread.join()
        if failed:
            raise Failed("\n".join(failed[:5]))
        if last:
            self.tell(last)

    def rows(self, source):
        """(line, verdict or None) for each mutant of a file's text as it is now."""
        return [(mutant.line, self.results.get(key_of(source, mutant, function))) for function, mutant in judged_of(source)]

    def tell(self, path):
        source = next(one for one in self.read if one.path == path)
        found = collections.Counter(row["status"] if row else "not judged" for _, row in self.rows(source))
        say(f"{path}: {dict(found)}")
