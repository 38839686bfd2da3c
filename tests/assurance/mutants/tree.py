"""The tree of the judge: the project's, with every source of lib/ as schemata.py writes it, built once."""
import json
import os
import re
import subprocess

from common import TOP, WORK, Failed, run, say
from mutants import outside, schemata

PLACE = WORK / "mutants"
TREE, BUILD = PLACE / "tree", PLACE / "build"
HERE = TOP / "tests/assurance/mutants"
OPTIONS = ["-Dtests=enabled", "-Dsqlite=disabled", "-Dpostgresql=disabled", "-Dcli=disabled", "-Dpython=disabled",
           "-Druby=disabled", "-Dbuildtype=plain", "-Doptimization=0", "-Ddebug=false", "-Db_pie=true", "-Dwerror=false",
           "-Dwarning_level=0", "-Dc_args=-w"]
# The library of the judge is a shared one with nothing hidden, so that a file compiled alone can stand in for its own.
EDITS = {
    "lib/meson.build": [
        ("prap_sources = files()", "prap_sources = files('mutant-switch.c')"),
        ("link_with: prap_library.get_static_lib(), include", "link_with: prap_library.get_shared_lib(), include"),
        ("gnu_symbol_visibility: 'hidden'", "gnu_symbol_visibility: 'default'"),
        ("cc.get_supported_link_arguments('-Wl,--version-script=' + prap_map)", "[]"),
    ],
}


def put(path, text):
    """Written only when it changed, so that only that is built again."""
    data = text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text
    if path.exists() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def edited(name, text):
    for old, new in EDITS.get(name, []):
        if text.count(old) != 1:
            raise Failed(f"{name} has not one {old!r}: tests/assurance/mutants/tree.py no longer fits it")
        text = text.replace(old, new)
    return text


def sources():
    """Every file of lib/ that has mutants or functions, read."""
    names = run(["git", "ls-files", "lib"]).split()
    return [schemata.read(name, PLACE / "read") for name in sorted(names) if name.endswith((".c", ".h"))]


# So many numbers are each file's own: a change in one makes no other file anew.
FUNCTIONS, MUTANTS = 128, 2048


def number(read):
    """Numbers for mutants and functions."""
    numbers = {}
    for at, source in enumerate(read):
        mutants = [mutant for function in source.functions for mutant in function.mutants]
        if len(source.functions) > FUNCTIONS or len(mutants) >= MUTANTS:
            raise Failed(f"{source.path} has too many functions or mutants for tests/assurance/mutants/tree.py")
        for place, function in enumerate(source.functions):
            function.number = FUNCTIONS * at + place
        numbers.update((mutant.id, MUTANTS * at + place + 1) for place, mutant in enumerate(mutants))
    return numbers, FUNCTIONS * len(read)


def lay_out(read, numbers, n_functions, invalid):
    """Writes the tree. For each path, where its mutants are in what was written."""
    ours = {source.path: source for source in read}
    places = {}
    for name in run(["git", "ls-files"]).split("\n"):
        at = TOP / name
        if not name or not at.is_file():
            continue
        if name in ours:
            text, places[name] = schemata.write(ours[name], numbers, invalid)
            if name in outside.PRINTED:
                text += outside.tables_of(ours[name])
            put(TREE / name, text)
        elif at.is_symlink():
            (TREE / name).parent.mkdir(parents=True, exist_ok=True)
            if not (TREE / name).is_symlink():
                os.symlink(os.readlink(at), TREE / name)
        elif name.endswith("meson.build"):
            put(TREE / name, edited(name, at.read_text()))
        else:
            put(TREE / name, at.read_bytes())
            (TREE / name).chmod(at.stat().st_mode)
    put(TREE / "lib/mutant-switch.c", (HERE / "switch.c").read_text())
    put(TREE / "lib/mutant-tables.h", outside.tables_header(n_functions))
    return places


def refused(printed, places):
    """The mutants in whose copies the compiler found an error."""
    found, strange = set(), set()
    for file, line in re.findall(r"(\S+):(\d+):\d+: (?:fatal )?error:", printed):
        name = os.path.relpath(os.path.normpath(BUILD / file), TREE)
        home = [mutant.id for first, last, mutant in places.get(name, []) if first <= int(line) <= last]
        found.update(home)
        if not home:
            strange.add(f"{name}:{line}")
    if strange or not found:
        raise Failed(f"the judge's library does not compile: {sorted(strange)[:5]}\n{printed[-3000:]}")
    return found


def build(read):
    """Builds all of it. Returns the numbers of the mutants, and those that do not compile."""
    kept = PLACE / "invalid.json"
    PLACE.mkdir(parents=True, exist_ok=True)
    numbers, n_functions = number(read)
    invalid = set(json.loads(kept.read_text())) if kept.exists() else set()
    environment = {**os.environ, "CC": "gcc", "LC_ALL": "C.UTF-8"}
    while True:
        places = lay_out(read, numbers, n_functions, invalid)
        if not (BUILD / "build.ninja").exists():
            run(["meson", "setup", BUILD, TREE, *OPTIONS], env={"CC": "gcc"})
        run(["ninja", "-C", BUILD, "build.ninja"])  # tests may have come or gone
        done = subprocess.run(["ninja", "-C", BUILD, "-k", "0", "-j", str(os.cpu_count()), *targets()],
                              env=environment, capture_output=True, text=True, errors="replace", check=False)
        if done.returncode == 0:
            break
        more = refused(done.stdout + done.stderr, places)
        say(f"{len(more)} mutants do not compile")
        invalid |= more
        kept.write_text(json.dumps(sorted(invalid)))
    run(["gcc", "-O2", "-Wall", "-o", PLACE / "runner", HERE / "runner.c"])
    return numbers, invalid & set(numbers)


SUITES = {"unit", "scenarios", "fault", "property", "golden", "fuzz-replay"}
ALSO = ("conformance-", "canary-test", "residue-test")  # what their names begin with
# Without the library that the mutants are in; other programs of the same facts.
NOT = {"catalogue-without-prose-test", "conformance-quotes", "words.dict is the vocabulary",
       "every public function has a fuzz target"}


def tests():
    """The tests that judge: those in C that need nothing but the library."""
    found = []
    for one in json.loads(run(["meson", "introspect", "--tests", BUILD])):
        suites = {suite.split(":")[-1] for suite in one["suite"]}
        if one["name"] not in NOT and (suites & SUITES or one["name"].startswith(ALSO)):
            found.append(one)
    return found


def targets():
    """What ninja is asked for: the programs of those tests."""
    words = {os.path.relpath(BUILD / word, BUILD) for one in tests() for word in one["cmd"]
             if word.startswith((str(BUILD), "tests/"))}
    return sorted(word for word in words if not word.startswith(".."))
