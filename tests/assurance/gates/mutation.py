import fnmatch
import json
import os
import re
import time
from collections import Counter

from common import TOP, Figures, say
from mutants import campaign, committed, outside, tree

TITLE = "Mutation"
ABOUT = ("One small change at a time to the library: does a test notice? The changes are those of `../shared/tools/mutate.py`, "
         "all of them; `tests/assurance/mutants` builds every function once for each of its mutants with a switch in front, and "
         "runs the tests that reach it. Score: noticed of those that neither fail to compile nor leave the assembly of -O2 as it "
         "was. What PRAPI_ALWAYS and PRAPI_NEVER say cannot happen is left "
         "alone. Verdicts are kept in `build/assurance/mutants` and, when the gate ends, in `tests/assurance/records/verdicts.json`, "
         "each for as long as its function is what it was, so that the gate can be ended and taken up again, also on another "
         "machine; `PRAP_MUTANT_MINUTES` ends it by itself, 0 only counts what is kept. "
         "[Per file, with every survivor](mutation.md).")
LONG = 240
PAGE = TOP / "docs/reference/mutation.md"
KEPT = TOP / "tests/assurance/records/mutants.json"
# In this order, each file in the first group that has it.
GROUPS = [
    ("security", ["lib/provider-direct/access-code.*", "lib/provider-direct/positions.*", "lib/provider-direct/stream.*",
                  "lib/provider-direct/stream-record.*", "lib/provider-direct/participant-check.c", "lib/base/secret.*",
                  "lib/base/nino.*", "lib/engine/verifier*"], 100.0),
    ("days", ["lib/calendar/*", "lib/dates/*", "lib/base/day.c", "lib/referral/clocks.*", "lib/referral/deadlines.c"], 100.0),
    ("rules", ["lib/referral/guards/*", "lib/programmes/*"], 100.0),
    ("the rest", ["lib/*"], None),
]


def group_of(path):
    return next(name for name, patterns, _ in GROUPS if any(fnmatch.fnmatchcase(path, one) for one in patterns))


def in_order(read):
    """The files of the groups in their order; the big printed tables last."""
    names = [name for name, _, _ in GROUPS]
    return sorted((source.path for source in read),
                  key=lambda path: (path in outside.PRINTED, names.index(group_of(path)), path))


def summary(judged):
    """What is kept beside the record: counts for each file, and every survivor."""
    files, survivors, excused, operators = {}, [], {}, {}
    for source in judged.read:
        rows = judged.rows(source)
        if not rows:
            continue
        counts = files[source.path] = Counter()
        for line, row in rows:
            status = row["status"] if row else "not judged"
            if status == "survived" and line in source.quiet:
                status = "excused"
                change = f"{row['op']} {spelled(row['old'])} becomes {spelled(row['new'])}"
                excused.setdefault((source.path, line), []).append(change)
            counts[status] += 1
            if row:
                operators.setdefault(row["op"], Counter())[status] += 1
            if status == "survived":
                survivors.append({"line": line} | {name: row[name] for name in ("file", "op", "old", "new")})
    quiet = [{"file": source.path, "line": line, "reason": why, "excused": excused.get((source.path, line), [])}
             for source in judged.read for line, why in sorted(source.quiet.items())]
    return {"files": files, "operators": {name: dict(found) for name, found in sorted(operators.items())},
            "survivors": survivors, "quiet": quiet}


def score(found):
    killed, survived = found.get("killed", 0), found.get("survived", 0)
    return f"{int(10000 * killed / (killed + survived)) / 100:g} %" if killed + survived else ""


def spelled(text):
    return "`" + re.sub(r"\s+", " ", text).strip()[:90].replace("|", "\\|").replace("`", "'") + "`" if text.strip() else "nothing"


def table(first, rows):
    names = ["killed", "survived", "excused", "equivalent", "invalid", "not judged"]
    lines = [f"| {first} | killed | survived | excused | equivalent | do not compile | not judged | score |",
             "|---|--:|--:|--:|--:|--:|--:|--:|"]
    return lines + [f"| {name} | {' | '.join(str(found.get(one, 0)) for one in names)} | {score(found)} |"
                    for name, found in sorted(rows.items())] + [""]


def page(kept):
    lines = ["<!-- Printed by tests/assurance/assure.py mutation. Do not edit. -->", "# Mutation", "",
             "What the mutation gate of the [assurance](assurance.md) found, file by file. Equivalent: `-O2` makes the same "
             "assembly of it. Excused: no test can notice it, and the line says why.", "",
             *table("File", kept["files"]), "## By operator", "", *table("Operator", kept["operators"]), "## Survivors", ""]
    lines += [f"- {row['file']}:{row['line']} {row['op']} {spelled(row['old'])} becomes {spelled(row['new'])}"
              for row in sorted(kept["survivors"], key=lambda row: (row["file"], row["line"]))] or ["None."]
    lines += ["", "## Excused", "", "What survived on a line marked `MUT-EQUIV`, where the source says why no test can "
              "notice it. What else is changed there is judged as everywhere.", ""]
    lines += [f"- {row['file']}:{row['line']}: {row['reason'] or '(no reason)'}: {'; '.join(row['excused']) or 'nothing'}"
              for row in kept["quiet"]] or ["None."]
    return "\n".join(lines) + "\n"


def noticed(figures, what, found, asked):
    """A score, met only when nothing is left to judge."""
    killed, judged = found["killed"], found["killed"] + found["survived"]
    left = f", {found['not judged']} not judged" if found["not judged"] else ""
    shown = f" ({int(10000 * killed / judged) / 100:g} %)" if judged else ""
    figures.add(what, f"{killed} of {judged}{shown}{left}", f"{asked:g} %", not left and 100 * killed >= asked * judged)


def measure():
    read = tree.sources()
    judged = campaign.Campaign(read)
    minutes = float(os.environ.get("PRAP_MUTANT_MINUTES", "1e9"))
    until = time.monotonic() + 60 * minutes
    if minutes:
        judged.run(in_order(read), until=until)
    if time.monotonic() < until:
        judged.run(in_order(read), until=until, again=True)
    committed.keep(judged)
    kept = summary(judged)
    KEPT.write_text(json.dumps(kept, indent=1) + "\n")
    PAGE.write_text(page(kept))
    figures, total = Figures(), Counter()
    for name, _, asked in GROUPS:
        found = Counter()
        for path, counts in kept["files"].items():
            if group_of(path) == name:
                found.update(counts)
        total.update(found)
        say(f"{name}: {dict(found)}")
        if asked:
            noticed(figures, f"{name}: mutants noticed", found, asked)
    noticed(figures, "all of lib/: mutants noticed", total, 97.0)
    places = sum(total.values())
    figures.share(f"mutants judged ({total['equivalent']} equivalent, {total['invalid']} do not compile)",
                  places - total["not judged"], places)
    figures.add("survivors that no test can notice, each with its reason beside its line", str(total["excused"]), "reported", True)
    empty = [f"{row['file']}:{row['line']}" for row in kept["quiet"]
             if not row["reason"] or not (row["excused"] or total["not judged"])]
    figures.none(f"lines marked MUT-EQUIV without a reason, or on which nothing survives, of {len(kept['quiet'])}", len(empty), empty)
    return figures
