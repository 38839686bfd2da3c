"""What the tests of the prap command share: running it, and looking into the store it leaves."""
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

PRAP = os.environ["PRAP"]
SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent


class Ran:
    """A finished run: its exit status and what it wrote."""

    def __init__(self, done):
        self.code = done.returncode
        self.out = done.stdout.decode("utf-8", "surrogateescape")
        self.err = done.stderr.decode("utf-8", "surrogateescape")

    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]


def prap(*words, given=b"", env=None, timeout=240):
    """Runs the command with standard input given as text or bytes."""
    if isinstance(given, str):
        given = given.encode()
    environment = {**os.environ, **(env or {})}
    done = subprocess.run(
        [PRAP, *map(str, words)],
        input=given,
        capture_output=True,
        env=environment,
        timeout=timeout,
        check=False,
    )
    return Ran(done)


def dump(path):
    """The whole content of a store as SQL, and its marks in the header; None when there is no file."""
    if not pathlib.Path(path).exists():
        return None
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        marks = [base.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")]
        return [*marks, *base.iterdump()]
    finally:
        base.close()


def lines_of(*objects):
    return "".join(json.dumps(one) + "\n" for one in objects)


def received(case, on="2023-05-05", **more):
    return {
        "id": f"{case}-1",
        "case": case,
        "programme": "ipes",
        "event": "referral-received",
        "on": on,
        **more,
    }


def accepted(case, on="2023-05-09", **more):
    return {"id": f"{case}-2", "case": case, "event": "accept", "on": on, **more}


class InDirectory(unittest.TestCase):
    """A test with a directory of its own, and the name of a store in it."""

    def setUp(self):
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="prap-cli-"))
        self.addCleanup(shutil.rmtree, self.directory, ignore_errors=True)
        self.file = self.directory / "caseload.db"
        self.store = f"sqlite:{self.file}"

    def stored(self, *objects):
        """Puts events into the store; each must be permitted."""
        ran = prap("replay", "--store", self.store, given=lines_of(*objects))
        self.assertEqual(
            [one.get("verdict") for one in ran.lines()], ["permitted"] * len(objects), ran.out + ran.err
        )
        return ran
