#!/usr/bin/env python3
"""Runs the code blocks of README.md and docs/, so that none of them can go stale.

    run-blocks.py --root TREE [--prap FILE] [--include DIR]... [--link FILE]... [--python DIR] [--ruby DIR]... FILE...

The blocks of one document run in order in one empty folder, so a later one may use what an earlier one wrote.

    ```sh          run by `sh -eu`, with prap on the PATH
    ```sh tree     commands of the source tree: not run here, but each must name a program of the tree
    ```c           a whole program: compiled with warnings as errors, and run
    ```c from FILE every line must stand in that file of the tree
    ```python      run by python3        ```ruby   run by ruby
    ```text output    what the block before printed; a line that is only "…" stands for any lines
    ```json output    the same as JSON: what is shown must be there, more may be
    ```text  ```json  ```mermaid    not run
    ```sql         for a server: run by postgresql-page-test.py

Any other block fails. A language for which nothing was built is skipped, and said so.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from blocks import blocks_of

SHOWN = {"text", "json", "mermaid", "sql"}
WARNINGS = ("-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror")


class Fault(Exception):
    """A block does not do what the document says."""


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=pathlib.Path, required=True)
    parser.add_argument("--prap", type=pathlib.Path)
    parser.add_argument("--include", action="append", default=[])
    parser.add_argument("--link", action="append", default=[])
    parser.add_argument("--python")
    parser.add_argument("--ruby", action="append", default=[])
    parser.add_argument("files", type=pathlib.Path, nargs="+")
    return parser.parse_args()


def environment(options):
    result = dict(os.environ, LC_ALL="C.UTF-8", PYTHONDONTWRITEBYTECODE="1")
    if options.prap:
        result["PATH"] = f"{options.prap.parent.resolve()}{os.pathsep}{result['PATH']}"
    if options.python:
        result["PYTHONPATH"] = str(pathlib.Path(options.python).resolve())
    return result


def execute(command, folder, env, text=None):
    run = subprocess.run(command, cwd=folder, env=env, input=text, capture_output=True, check=False,
                         encoding="utf-8", timeout=120)
    if run.returncode != 0:
        raise Fault(f"exit {run.returncode}: {' '.join(map(str, command))[:80]}\n{run.stdout}{run.stderr}")
    return run.stdout


def run_c(block, options, folder, env):
    source, program = folder / "block.c", folder / "block"
    source.write_text(block.text, encoding="utf-8")
    includes = [f"-I{pathlib.Path(path).resolve()}" for path in options.include]
    libraries = [word if word.startswith("-") else pathlib.Path(word).resolve() for word in options.link]
    execute([os.environ.get("CC", "cc"), *WARNINGS, *includes, source, "-o", program, *libraries], folder, env)
    return execute([program], folder, env)


def check_from(block, root):
    path = root / block.words[1]
    if not path.is_file():
        raise Fault(f"there is no {block.words[1]}")
    there = {" ".join(line.split()) for line in path.read_text(encoding="utf-8").splitlines()}
    for line in block.text.splitlines():
        if " ".join(line.split()) not in there:
            raise Fault(f"{block.words[1]} has no line: {line.strip()}")


def check_tree(block, root):
    for line in block.text.splitlines():
        program = line.split("#")[0].split()
        if program and not os.access(root / program[0], os.X_OK):
            raise Fault(f"{program[0]} is not a program of the tree")


def matches(shown, printed):
    """Line by line; "…" stands for any number of lines."""
    if not shown:
        return not printed
    if shown[0].strip() == "…":
        return any(matches(shown[1:], printed[n:]) for n in range(len(printed) + 1))
    return bool(printed) and shown[0].rstrip() == printed[0].rstrip() and matches(shown[1:], printed[1:])


def within(shown, found):
    """Everything that is shown is found: objects may have more members, lists and plain values must be equal."""
    if isinstance(shown, dict) and isinstance(found, dict):
        return all(key in found and within(value, found[key]) for key, value in shown.items())
    if isinstance(shown, list) and isinstance(found, list):
        return len(shown) == len(found) and all(map(within, shown, found))
    return shown == found


def check_output(block, printed):
    if block.language == "json":
        lines = printed.strip().splitlines()
        if len(lines) != 1 or not within(json.loads(block.text), json.loads(lines[0])):
            raise Fault(f"printed instead:\n{printed}")
    elif not matches(block.text.splitlines(), printed.splitlines()):
        raise Fault(f"printed instead:\n{printed}")


def run_block(block, options, folder, env):
    """What the block printed; None when it was not run."""
    kind = (block.language, block.words[:1])
    if kind == ("sh", ("tree",)):
        check_tree(block, options.root)
    elif kind == ("c", ("from",)):
        check_from(block, options.root)
    elif kind == ("sh", ()) and options.prap:
        return execute(["sh", "-eu"], folder, env, block.text)
    elif kind == ("c", ()) and options.link:
        return run_c(block, options, folder, env)
    elif kind == ("python", ()) and options.python:
        return execute([sys.executable, "-"], folder, env, block.text)
    elif kind == ("ruby", ()) and options.ruby:
        folders = [f"-I{pathlib.Path(path).resolve()}" for path in options.ruby]
        return execute(["ruby", "-w", *folders, "-"], folder, env, block.text)
    elif kind in {(name, ()) for name in ("sh", "c", "python", "ruby")}:
        print(f"{block}: skipped: nothing was built for {block.language}")
    elif block.language not in SHOWN:
        raise Fault(f"what is a block of {block.language or 'no language'} {' '.join(block.words)}?")
    return None


def run_document(path, options, env):
    failures, ran = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        printed, skipped = None, True
        for block in blocks_of(path):
            try:
                if block.language in SHOWN and block.words[:1] == ("output",):
                    if printed is None and not skipped:
                        raise Fault("no block before it printed anything")
                    if printed is not None:
                        check_output(block, printed)
                    continue
                printed = run_block(block, options, pathlib.Path(folder), env)
                skipped = printed is None
                ran += not skipped
            except (Fault, ValueError, subprocess.TimeoutExpired) as fault:
                failures += 1
                print(f"{block}: {fault}")
                printed, skipped = None, True
    return failures, ran


def main():
    options = arguments()
    env = environment(options)
    failures = ran = 0
    for path in options.files:
        failed, done = run_document(path, options, env)
        failures, ran = failures + failed, ran + done
    print(f"{ran} blocks ran in {len(options.files)} documents, {failures} failed")
    return 1 if failures or not ran else 0


if __name__ == "__main__":
    sys.exit(main())
