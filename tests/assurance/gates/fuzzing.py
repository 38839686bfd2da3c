import datetime
import json
import os
import re

from common import TOP, WORK, Figures, build, run, say

TITLE = "Fuzzing"
ABOUT = ("libFuzzer with address and undefined-behaviour sanitizers over the targets of `fuzz/`. Executions are added up in "
         "a ledger beside the record, run by run; `PRAP_FUZZ_SECONDS` says how long each target is to run "
         "(60). What a run finds that the corpus does not have is merged into it.")
LONG = 20
LEDGER = TOP / "tests/assurance/records/fuzzing.ledger.json"
WHOLE_API = "event-sequences"


def targets():
    return sorted(path.stem for path in (TOP / "fuzz").glob("*.c") if path.stem != "replay")


def explore(folder, target, seconds):
    """One target for so long. Returns executions and the edges that are covered."""
    corpus, found = TOP / "fuzz/corpus" / target, WORK / "found" / target
    found.mkdir(parents=True, exist_ok=True)
    words = TOP / "fuzz" / f"{target}.dict"
    printed = run([folder / "fuzz" / f"fuzz-{target}", f"-max_total_time={seconds}", "-print_final_stats=1",
                   *([f"-dict={words}"] if words.exists() else []), found, corpus], cwd=WORK, timeout=seconds * 3 + 120)
    executions = int(re.search(r"number_of_executed_units:\s*(\d+)", printed).group(1))
    run([folder / "fuzz" / f"fuzz-{target}", "-merge=1", corpus, found], cwd=WORK)
    edges = re.findall(r"cov: (\d+)", printed)
    return executions, int(edges[-1]) if edges else 0


def measure():
    figures = Figures()
    seconds = int(os.environ.get("PRAP_FUZZ_SECONDS", "60"))
    ledger = json.loads(LEDGER.read_text()) if LEDGER.exists() else {}
    folder, _ = build("fuzzed", "clang-14", "-Dfuzz=enabled", "-Dcli=enabled",
                      targets=[f"fuzz/fuzz-{target}" for target in targets()])
    commit = run(["git", "rev-parse", "--short=12", "HEAD"]).strip()
    for target in targets():
        executions, edges = explore(folder, target, seconds)
        say(f"{target}: {executions} executions, {edges} edges")
        ledger.setdefault(target, []).append({"day": datetime.date.today().isoformat(), "commit": commit,
                                              "seconds": seconds, "executions": executions, "edges": edges})
        LEDGER.write_text(json.dumps(ledger, indent=1) + "\n")
    sums = {target: sum(run["executions"] for run in runs) for target, runs in ledger.items()}
    figures.add(f"executions of the whole-API target, {WHOLE_API}", f"{sums.get(WHOLE_API, 0):,}", "100,000,000",
                sums.get(WHOLE_API, 0) >= 10**8)
    parsers = sum(count for target, count in sums.items() if target != WHOLE_API)
    figures.add(f"executions of the {len(sums) - 1} parsers and deciders", f"{parsers:,}", "1,000,000,000", parsers >= 10**9)
    figures.none("crashes of these runs", 0)
    return figures
