#!/usr/bin/env python3
"""The checkers of the documents must fail on a document that is wrong: each of these is, but the first."""

import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
RUNS = """```sh
echo one
echo two
```

```text output
one
…
```
"""
WRONG = {
    "a command that fails": "```sh\nfalse\n```\n",
    "other output": "```sh\necho one\n```\n\n```text output\ntwo\n```\n",
    "output that goes on": "```sh\necho one\necho two\n```\n\n```text output\none\n```\n",
    "other JSON": "```sh\necho '{\"a\":1,\"b\":2}'\n```\n\n```json output\n{\"a\":2}\n```\n",
    "JSON that is missing": "```sh\necho '{\"b\":2}'\n```\n\n```json output\n{\"a\":1}\n```\n",
    "an unknown language": "```basic\nRUN\n```\n",
    "no language": "```\nRUN\n```\n",
    "a block that is not closed": "```sh\ntrue\n",
    "a program that is not there": "```sh tree\ntests/no-such-program\n```\n",
    "a line that is not there": "```c from LICENSE\nint main(void);\n```\n",
    "no block that runs": "Only words.\n",
}


WRONG_PATHS = {
    "a path that is not there": "See `lib/no-such-file.c`.\n",
    "a pattern that fits nothing": "See `lib/*.pascal`.\n",
    "a link that leads nowhere": "See [there](no-such-page.md).\n",
}


def run(text, checker, *arguments):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "page.md"
        path.write_text(text, encoding="utf-8")
        command = [sys.executable, HERE / checker, *arguments, path]
        return subprocess.run(command, capture_output=True, check=False, encoding="utf-8")


def pictures_faults(root):
    """docs/guide/draw.py --check over copies: as they are, and with an arrow gone from what was drawn."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder)
        golden = copy / "tests/golden/diagram-ipes.dot"
        golden.parent.mkdir(parents=True)
        for diagram in (root / "tests/golden").glob("diagram-*.dot"):
            shutil.copy(diagram, golden.parent)
        shutil.copytree(root / "docs/guide", copy / "docs/guide")
        check = [sys.executable, copy / "docs/guide/draw.py", "--check"]
        if subprocess.run(check, capture_output=True, check=False).returncode != 0:
            yield "right pictures are called stale"
        lines = golden.read_text(encoding="utf-8").splitlines(keepends=True)
        golden.write_text("".join(line for line in lines if '"received" -> "accepted"' not in line), encoding="utf-8")
        if subprocess.run(check, capture_output=True, check=False).returncode != 1:
            yield "not noticed: a picture drawn from other arrows"


def main():
    root = HERE.parent.parent
    blocks = ("run-blocks.py", "--root", root, "--prap", "/bin/true")
    paths = ("check-paths.py", root)
    failures = [f"a right document fails {right[0]}" for right in (blocks, paths) if run(RUNS, *right).returncode != 0]
    failures += [f"not noticed: {name}" for name, text in WRONG.items() if run(text, *blocks).returncode != 1]
    failures += [f"not noticed: {name}" for name, text in WRONG_PATHS.items() if run(text, *paths).returncode != 1]
    failures += pictures_faults(root)
    print("\n".join(failures) if failures else f"{len(WRONG) + len(WRONG_PATHS) + 1} faults noticed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
