#!/usr/bin/env python3
"""The runner of the code blocks must fail on a document that is wrong: each of these is, but the first."""

import pathlib
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


def run(text, root):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "page.md"
        path.write_text(text, encoding="utf-8")
        command = [sys.executable, HERE / "run-blocks.py", "--root", root, "--prap", "/bin/true", path]
        return subprocess.run(command, capture_output=True, check=False, encoding="utf-8")


def main():
    root = HERE.parent.parent
    failures = 0
    right = run(RUNS, root)
    if right.returncode != 0:
        failures += 1
        print(f"a right document fails:\n{right.stdout}{right.stderr}")
    for name, text in WRONG.items():
        if run(text, root).returncode == 0:
            failures += 1
            print(f"not noticed: {name}")
    print(f"{1 + len(WRONG)} documents, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
