import concurrent.futures
import configparser
import datetime
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import zipfile
from pathlib import Path

from common import TOP, WORK, Failed, Figures, build, run, say

TITLE = "Fuzzing"
ABOUT = (
    "The targets of `fuzz/` in three builds of the same sources. *traps*: libFuzzer, optimised, with the library's own "
    "assertions and undefined behaviour as traps; it gives most executions. *sanitized*: libFuzzer with address and "
    "undefined-behaviour sanitizers and with comparisons traced; it also replays all that the other builds found. *afl*: "
    "AFL++, persistent. Executions are added up in a ledger beside the record, build by build. What a run finds is kept in "
    "`build/assurance/found`; a crash goes to the target's corpus, where the replay test fails until it is mended. "
    "`PRAP_FUZZ_SECONDS` says how long a turn of a target is (60), `PRAP_FUZZ_ROUNDS` how many turns each has (1), "
    "`PRAP_FUZZ_TARGETS` and `PRAP_FUZZ_BUILDS` which, `PRAP_FUZZ_JOBS` how many at once (1); `PRAP_FUZZ_MINIMIZE=1` "
    "replaces each corpus by a smallest one of the same edges. An interrupt ends the turns that are under way, "
    "and they are counted.")
LONG = 60
LEDGER = TOP / "tests/assurance/records/fuzzing.ledger.json"
# What goes through the engine, from the first event of a case to the last; the others parse or decide one thing.
WHOLE_API = ("event-sequences", "engine-calls")
COUNTED = "-fsanitize-coverage=inline-8bit-counters,-fsanitize-coverage=pc-table,"
TRAPS = "-fsanitize=undefined,-fsanitize-trap=all"
BUILDS = {
    "traps": ("libFuzzer", "clang-14", "clang++-14", [f"-Dfuzz_flags={COUNTED}{TRAPS}"]),
    "sanitized": ("libFuzzer", "clang-14", "clang++-14", []),
    "afl": ("AFL++", "afl-clang-fast", "afl-clang-fast++", [f"-Dfuzz_flags={TRAPS}"]),
}
AFL = {"AFL_NO_UI": "1", "AFL_SKIP_CPUFREQ": "1", "AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES": "1", "AFL_NO_AFFINITY": "1",
       "AFL_QUIET": "1"}
LOCK = threading.Lock()
STOP = threading.Event()
RUNNING = set()


def targets():
    """The targets that there are: every file of fuzz/ with an entry point."""
    return sorted(path.stem for path in (TOP / "fuzz").glob("*.c") if "LLVMFuzzerTestOneInput(const" in path.read_text())


def chosen(variable, known):
    words = os.environ.get(variable, "").split()
    unknown = [word for word in words if word not in known]
    if unknown:
        raise Failed(f"{variable}: no such thing as {' '.join(unknown)}")
    return words or list(known)


def options_of(target):
    """What OSS-Fuzz would give libFuzzer too: fuzz/TARGET.options."""
    parser = configparser.ConfigParser()
    parser.read(TOP / "fuzz" / f"{target}.options")
    return {key: value for key, value in (parser.items("libfuzzer") if parser.has_section("libfuzzer") else [])}


def words_of(target):
    """Its dictionary, when it has one: of its own name, or the one that its options name."""
    path = TOP / "fuzz" / options_of(target).get("dict", f"{target}.dict")
    return path if path.exists() else None


def keep_crash(target, path):
    """A crash becomes an input of the corpus. Returns its name."""
    kept = TOP / "fuzz/corpus" / target / path.name
    shutil.copy(path, kept)
    return kept.name


def go(command, env, cwd, seconds):
    """Runs until it ends, its time is over or somebody interrupts. Returns what it printed and its seconds of the CPU."""
    with open(cwd / "printed.log", "w+b") as printed:
        child = subprocess.Popen([str(word) for word in command], cwd=cwd, env={**os.environ, **env},
                                 stdin=subprocess.DEVNULL, stdout=printed, stderr=subprocess.STDOUT)
        RUNNING.add(child)
        until, told = time.monotonic() + seconds * 2 + 120, False
        while True:
            done, _, usage = os.wait4(child.pid, os.WNOHANG)
            if done != 0:
                break
            if not told and (STOP.is_set() or time.monotonic() > until):
                child.send_signal(signal.SIGINT)
                told = True
            time.sleep(0.2)
        child.returncode = 0
        RUNNING.discard(child)
        printed.seek(0)
        return printed.read().decode(errors="replace"), usage.ru_utime + usage.ru_stime


def room_for(target, which):
    """A folder of its own for a turn: two of one target may be under way."""
    (WORK / "turns").mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(prefix=f"{target}-{which}-", dir=WORK / "turns"))


def explore_libfuzzer(folder, which, target, seconds):
    """One turn of a target. Returns a row of the ledger."""
    corpus, found = TOP / "fuzz/corpus" / target, WORK / "found" / target
    at = room_for(target, which)
    found.mkdir(parents=True, exist_ok=True)
    options = {"timeout": 25, **options_of(target)}
    if which == "traps":
        options.setdefault("entropic", 0)
    words = words_of(target)
    printed, used = go([folder / "fuzz" / f"fuzz-{target}", f"-max_total_time={seconds}", "-print_final_stats=1",
                        "-verbosity=1", "-reduce_inputs=0", f"-artifact_prefix={at}/",
                        *(f"-{key}={value}" for key, value in options.items() if key != "dict"),
                        *([f"-dict={words}"] if words else []), found, corpus], {}, at, seconds)
    executions = re.search(r"number_of_executed_units:\s*(\d+)", printed)
    edges = re.findall(r"cov: (\d+)", printed)
    row = {"executions": int(executions.group(1)) if executions else 0, "cpu_seconds": round(used),
           "edges": int(edges[-1]) if edges else 0}
    crashes = [path for path in at.iterdir() if re.match(r"crash-|oom-|timeout-|leak-", path.name)]
    if crashes:
        row["crash"] = [keep_crash(target, path) for path in crashes]
    elif executions is None:
        raise Failed(f"{target} ({which}) did not say what it did:\n{printed[-2000:]}")
    else:
        shutil.rmtree(at)
    return row


def explore_afl(folder, which, target, seconds):
    """The same with AFL++, which keeps its statistics in a file."""
    corpus, found = TOP / "fuzz/corpus" / target, WORK / "found" / target
    at = room_for(target, which)
    found.mkdir(parents=True, exist_ok=True)
    words, longest = words_of(target), options_of(target).get("max_len")
    printed, used = go(["afl-fuzz", "-i", corpus, "-o", at / "out", "-V", seconds, "-t", "2000+", "-m", "none",
                        *(["-G", longest] if longest else []),
                        *(["-x", words] if words else []), "--", folder / "fuzz" / f"fuzz-{target}"], AFL, at, seconds)
    stats = at / "out/default/fuzzer_stats"
    if not stats.exists():
        raise Failed(f"{target} ({which}) left no statistics:\n{printed[-2000:]}")
    said = dict(re.findall(r"^(\w+)\s*: (.*)$", stats.read_text(), re.M))
    for path in (at / "out/default/queue").glob("id:*"):
        shutil.copy(path, found / f"afl-{re.sub('[^0-9A-Za-z]', '-', path.name)[:80]}")
    row = {"executions": int(said["execs_done"]), "cpu_seconds": round(used), "edges": int(said["edges_found"]),
           "stability": said["stability"]}
    crashes = [*(at / "out/default/crashes").glob("id:*"), *(at / "out/default/hangs").glob("id:*")]
    if crashes:
        row["crash"] = []
        for number, path in enumerate(crashes[:5]):
            renamed = at / f"crash-afl-{int(time.time())}-{number}"
            shutil.copy(path, renamed)
            row["crash"].append(keep_crash(target, renamed))
    else:
        shutil.rmtree(at)
    return row


def read_ledger():
    return json.loads(LEDGER.read_text()) if LEDGER.exists() else {}


def enter(target, which, commit, row):
    """Adds a turn to the ledger: to the row of its day, commit and build when there is one."""
    key = {"day": datetime.date.today().isoformat(), "commit": commit, "engine": BUILDS[which][0], "build": which}
    with LOCK:
        ledger = read_ledger()
        rows = ledger.setdefault(target, [])
        mine = next((old for old in rows if all(old.get(name) == value for name, value in key.items())), None)
        if mine is None:
            mine = {**key, "executions": 0, "cpu_seconds": 0, "edges": 0}
            rows.append(mine)
        mine["executions"] += row["executions"]
        mine["cpu_seconds"] += row["cpu_seconds"]
        mine["edges"] = max(mine["edges"], row["edges"])
        if "stability" in row:
            mine["stability"] = row["stability"]
        if "crash" in row:
            mine["crash"] = sorted({*mine.get("crash", []), *row["crash"]})
        LEDGER.write_text(json.dumps(ledger, indent=1, sort_keys=True) + "\n")


def turn(folder, which, target, seconds, commit):
    if STOP.is_set():
        return
    explore = explore_afl if which == "afl" else explore_libfuzzer
    row = explore(folder, which, target, seconds)
    enter(target, which, commit, row)
    say(f"{target}, {which}: {row['executions']:,} executions in {row['cpu_seconds']} s of the CPU, {row['edges']} edges"
        + (f", CRASH {' '.join(row['crash'])}" if "crash" in row else ""))


def build_of(which, names):
    _, compiler, plus, options = BUILDS[which]
    if os.environ.get("PRAP_FUZZ_BUILT") and (WORK / f"fuzzed-{which}").exists():
        return WORK / f"fuzzed-{which}"
    os.environ["CXX"] = plus
    folder, _ = build(f"fuzzed-{which}", compiler, "-Dfuzz=enabled", "-Dcli=enabled", *options,
                      targets=[f"fuzz/fuzz-{name}" for name in names])
    return folder


def campaign(names, builds, seconds):
    """Every target in every build, round by round; the ledger is written after each turn."""
    commit = run(["git", "rev-parse", "--short=12", "HEAD"]).strip()
    folders = {which: build_of(which, targets()) for which in builds}
    rounds, jobs = int(os.environ.get("PRAP_FUZZ_ROUNDS", "1")), int(os.environ.get("PRAP_FUZZ_JOBS", "1"))
    before = {number: signal.signal(number, lambda *_: STOP.set()) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            turns = [pool.submit(turn, folders[which], which, name, seconds, commit)
                     for _ in range(rounds) for which in builds for name in names]
            for one in turns:
                one.result()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return folders


def replay(folder, names):
    """Everything that was found and everything that is kept, through the sanitized build. Returns inputs and what failed."""
    n, failed = 0, []
    for name in names:
        files = [path for place in (WORK / "found" / name, TOP / "fuzz/corpus" / name) if place.exists()
                 for path in sorted(place.iterdir())]
        for at in range(0, len(files), 500):
            printed = run([folder / "fuzz" / f"fuzz-{name}", "-timeout=100", *files[at:at + 500]], cwd=WORK, allowed=None)
            n += len(re.findall(r"^Executed ", printed, re.M))
            if re.search(r"ERROR: |SUMMARY: ", printed):
                failed += [Path(re.findall(r"^Running: (.*)$", printed, re.M)[-1]).name]
    return n, failed


def minimize(folder, names):
    """Each corpus becomes a smallest one that reaches the same edges; crashes stay, whatever they reach."""
    for name in names:
        corpus, found, smaller = TOP / "fuzz/corpus" / name, WORK / "found" / name, WORK / "smaller" / name
        shutil.rmtree(smaller, ignore_errors=True)
        smaller.mkdir(parents=True)
        found.mkdir(parents=True, exist_ok=True)
        longest = options_of(name).get("max_len", "4096")
        run([folder / "fuzz" / f"fuzz-{name}", "-merge=1", "-use_counters=0", f"-max_len={max(4096, int(longest))}", smaller,
             corpus, found], cwd=WORK)
        kept = {path.name for path in corpus.iterdir() if re.match(r"crash-|seed-", path.name)}
        for path in corpus.iterdir():
            if path.name not in kept:
                path.unlink()
        for path in smaller.iterdir():
            shutil.copy(path, corpus / path.name)
        shutil.rmtree(found)
        say(f"{name}: {len(list(corpus.iterdir()))} inputs, {sum(path.stat().st_size for path in corpus.iterdir()):,} bytes")


def build_oss_fuzz(at):
    """fuzz/oss-fuzz/build.sh as OSS-Fuzz runs it."""
    shutil.rmtree(at, ignore_errors=True)
    for folder in ("src", "out", "work"):
        (at / folder).mkdir(parents=True)
    (at / "src/libprap").symlink_to(TOP)
    flags = "-O1 -fno-omit-frame-pointer -gline-tables-only -fsanitize=address,fuzzer-no-link"
    env = {"SRC": at / "src", "OUT": at / "out", "WORK": at / "work", "CC": "clang-14", "CXX": "clang++-14", "CFLAGS": flags,
           "CXXFLAGS": flags, "LIB_FUZZING_ENGINE": "-fsanitize=fuzzer"}
    run([TOP / "fuzz/oss-fuzz/build.sh"], env={key: str(value) for key, value in env.items()})


def oss_fuzz(names):
    """Returns the targets that build.sh made and that run all their seeds."""
    at = WORK / "oss-fuzz"
    if not (os.environ.get("PRAP_FUZZ_BUILT") and (at / "out").exists()):
        build_oss_fuzz(at)
    whole = []
    for name in names:
        program, seeds = at / "out" / f"fuzz-{name}", at / "out" / f"fuzz-{name}_seed_corpus.zip"
        if not program.exists() or not seeds.exists():
            continue
        with zipfile.ZipFile(seeds) as archive:
            archive.extractall(at / "seeds" / name)
            n = sum(seed.file_size > 0 for seed in archive.infolist())  # libFuzzer passes empty ones over
        printed = run([program, "-runs=0", at / "seeds" / name], cwd=at, allowed=None)
        loaded = re.search(r"INFO: seed corpus: files: (\d+)", printed)
        if loaded and int(loaded.group(1)) == n and "ERROR" not in printed:
            whole.append(name)
    return whole


def corpus_coverage(figures, names):
    """What the corpora alone reach of lib/, by gcov, where what is marked as impossible is a constant."""
    folder = WORK / "corpus-coverage"
    if not (os.environ.get("PRAP_FUZZ_BUILT") and folder.exists()):
        build("corpus-coverage", "gcc", "-Dcli=enabled", "-Db_coverage=true", "-Doptimization=0", "-Dc_args=-DPRAPI_COVERAGE",
              targets=[f"fuzz/replay-{name}" for name in names])
    for counts in folder.rglob("*.gcda"):
        counts.unlink()
    for name in names:
        run([folder / "fuzz" / f"replay-{name}", TOP / "fuzz/corpus" / name])
    report = json.loads(run(["gcovr", "--root", ".", folder, "--filter", "lib/", "--json-summary"]).split("\n(")[0])
    figures.share("branches of lib/ that the corpora alone reach", report["branch_covered"], report["branch_total"], 95.0)


def account(figures, names):
    ledger = read_ledger()
    builds = [*BUILDS]

    def total(of, which=None):
        return sum(row["executions"] for name in of for row in ledger.get(name, [])
                   if which is None or row.get("build", "sanitized") == which)

    parsers = [name for name in ledger if name not in WHOLE_API]
    for what, of, asked in ((f"executions of the whole-API targets, {', '.join(WHOLE_API)}", WHOLE_API, 10**8),
                            (f"executions of the {len(parsers)} targets that parse or decide one thing", parsers, 10**9)):
        shares = ", ".join(f"{total(of, which):,} {which}" for which in builds)
        figures.add(what, f"{total(of):,} ({shares})", f"{asked:,}", total(of) >= asked)
    stable = {name: row["stability"] for name, rows in ledger.items() for row in rows if "stability" in row}  # the last said
    unstable = [f"{name} {share}" for name, share in stable.items() if share != "100.00%"]
    n_afl = sum(any(row.get("build") == "afl" for row in rows) for rows in ledger.values())
    figures.add("targets run by AFL++", f"{n_afl} of {len(names)}", "all", n_afl == len(names))
    figures.none("targets that are not stable under AFL++", len(unstable), unstable)


def measure():
    figures = Figures()
    seconds = int(os.environ.get("PRAP_FUZZ_SECONDS", "60"))
    every = targets()
    names, builds = chosen("PRAP_FUZZ_TARGETS", every), chosen("PRAP_FUZZ_BUILDS", BUILDS)
    folders = campaign(names, builds, seconds)
    sanitized = folders.get("sanitized") or build_of("sanitized", every)
    n, failed = replay(sanitized, every)
    if os.environ.get("PRAP_FUZZ_MINIMIZE") == "1":
        minimize(sanitized, every)
    account(figures, every)
    figures.add("inputs that were found or kept, replayed under the sanitizers", f"{n:,}", "all", n > 0)
    figures.none("inputs that crash", len(failed), failed)
    corpus_coverage(figures, every)
    whole = oss_fuzz(every)
    figures.add("targets that fuzz/oss-fuzz/build.sh makes as OSS-Fuzz would, each running its seeds", f"{len(whole)} of {len(every)}",
                "all", len(whole) == len(every))
    return figures
