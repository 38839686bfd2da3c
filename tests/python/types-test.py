"""The package and its example are clean under `mypy --strict`, and its types catch what a host gets wrong."""
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import prap

import support

PACKAGE = Path(prap.__file__).parent
EXAMPLE = Path(__file__).resolve().parents[2] / "docs" / "examples" / "python" / "caseload.py"

# Each line that is marked must be an error of that kind, and no other line may be one.
HOST = '''\
from __future__ import annotations
import array
import datetime
from typing import Optional, Sequence, Union
import prap

class Mine(prap.Store):
    def load(self, tenant: str, case: str) -> Union[prap.Snapshot, prap.Status, None]:
        return prap.Snapshot(1, b"")
    def commit(self, changes: Sequence[prap.Change]) -> Sequence[prap.Status]:
        return [prap.Status.OK for change in changes if change.next_due is not None]

class Wrong(prap.Store):
    def load(self, tenant: str, case: str) -> str:  # override
        return ""
    def commit(self, changes: Sequence[prap.Change]) -> prap.Status:
        return prap.Status.OK

day = datetime.date(2023, 5, 5)
engine = prap.Engine(prap.Rulebook("ipes", settings={"min-attempts": 3}), Mine())
answer = engine.submit("A1", "accept", day, facts={"made": day, "scr": False, "reached": prap.UNKNOWN,
                                                   "code": 46})
engine.submit("A1", prap.Event.LEFT, day, facts={prap.Fact.CODE: 46}, id=7)
engine.submit("A1", "accept", "2023-05-05")  # arg-type
engine.submit("A1", prap.State.DNA, day)  # arg-type
engine.submit("A1", "accept", day, facts={"scr": 1.5})  # dict-item
engine.submit("A1", "accept")  # call-arg
prap.Store()  # abstract
due: Optional[datetime.date] = answer.deadlines[0].due
earliest: datetime.date = answer.reasons[0].earliest  # assignment
rule: str = answer.reasons[0].rule
history: Optional[Sequence[prap.HistoryEvent]] = engine.show("A1", day).history
number: int = prap.Verdict.PERMITTED
word: str = prap.Verdict.PERMITTED.word
event: prap.Event = prap.Event.find("left")
state: prap.State = prap.Event.find("left")  # assignment
calendar = prap.Calendar()
walked: list[prap.WalkedDay] = [one for one in calendar.walk(day, day)]
dues: list[datetime.date] = calendar.add_working_days_each([day], 15)
numbers: array.array[int] = calendar.add_working_days_each(array.array("i", [0]), 15)
wrong: list[datetime.date] = calendar.add_working_days_each(array.array("i", [0]), 15)  # assignment
calendar.walk(day, 7)  # arg-type
moved: Optional[datetime.date] = calendar.moved_days(calendar, [day], 1)[0].after
'''


@unittest.skipIf(importlib.util.find_spec("mypy") is None, "mypy is not installed for this interpreter")
class Types(unittest.TestCase):
    def mypy(self, *paths):
        with tempfile.TemporaryDirectory() as cache:
            return subprocess.run([sys.executable, "-m", "mypy", "--strict", "--no-color-output",
                                   "--no-error-summary", "--cache-dir", cache, *map(str, paths)],
                                  capture_output=True, text=True, check=False,
                                  env={**os.environ, "MYPYPATH": str(PACKAGE.parent)})

    def test_the_package_and_the_example_are_clean(self):
        done = self.mypy(PACKAGE, EXAMPLE)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_a_host_is_told_its_mistakes_and_nothing_else(self):
        with tempfile.TemporaryDirectory() as directory:
            host = Path(directory) / "host.py"
            host.write_text(HOST, encoding="utf-8")
            done = self.mypy(host)
        found = {(int(line), kind) for line, kind in re.findall(r"host\.py:(\d+): error: .*\[([\w-]+)\]",
                                                                done.stdout)}
        wanted = {(number, line.split("# ")[1]) for number, line in enumerate(HOST.splitlines(), 1)
                  if "# " in line}
        self.assertEqual(found, wanted, done.stdout + done.stderr)

    def test_the_package_says_that_it_is_typed(self):
        self.assertTrue((PACKAGE / "py.typed").exists())


if __name__ == "__main__":
    support.main()
