"""What the Python tests share: days, a store that breaks where it is told to, and a case brought to a
stage."""
from __future__ import annotations

import datetime
import os
import sys
import tempfile
import unittest

import prap

DAY = datetime.date
RECEIVED = DAY(2023, 5, 5)  # Friday before the coronation: Monday is a holiday, so ack is due on the 9th
ACKED = DAY(2023, 5, 9)
MET = DAY(2023, 5, 16)
SIGNED = {"mode": "face-to-face", "identity-checked": True, "employment-checked": True, "employed": False,
          "plan-signed-by-participant": True, "plan-signed-by-provider": True, "needs-assessment-begun": True}

os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", os.path.join(tempfile.gettempdir(), "prap-hypothesis"))
try:
    import hypothesis
except ImportError:  # the pyenv interpreter has none
    hypothesis = None

# The same examples every time, nothing left in the tree, and no haste on a busy machine.
if hypothesis is not None:
    hypothesis.settings.register_profile(
        "prap", deadline=None, derandomize=True, database=None,
        suppress_health_check=[hypothesis.HealthCheck.too_slow])
    hypothesis.settings.load_profile("prap")

needs_hypothesis = unittest.skipIf(hypothesis is None, "Hypothesis is not installed for this interpreter")


def engine_over(store, on_commit=None, **settings):
    """An IPES engine; settings are policies with underscores for hyphens."""
    words = {name.replace("_", "-"): value for name, value in settings.items()}
    return prap.Engine(prap.Rulebook("ipes", settings=words), store, on_commit=on_commit)


def receive(engine, case="A1", **more):
    return engine.submit(case, "referral-received", RECEIVED, programme="ipes",
                         facts={"made": RECEIVED, "scr": False}, **more)


def receive_and_accept(engine, case="A1"):
    receive(engine, case)
    return engine.submit(case, "accept", ACKED)


class FaultyStore(prap.MemoryStore):
    """Raises ``error`` from the method named ``at``, on its ``nth`` call from now; counts every call."""

    def __init__(self):
        super().__init__()
        self.break_at(None, None)

    def break_at(self, method, error, nth=1, after=False):
        """``after``: do the work first, and then raise."""
        self.method, self.error, self.nth, self.after, self.calls = method, error, nth, after, []

    def _about_to(self, method):
        self.calls.append(method)
        return method == self.method and self.calls.count(method) == self.nth

    def _do(self, method, *arguments):
        broken = self._about_to(method)
        if broken and not self.after:
            raise self.error
        result = getattr(prap.MemoryStore, method)(self, *arguments)
        if broken:
            raise self.error
        return result

    def load(self, tenant, case):
        return self._do("load", tenant, case)

    def commit(self, changes):
        return self._do("commit", changes)

    def read(self, tenant, case, first, limit):
        return self._do("read", tenant, case, first, limit)

    def scan(self, tenant, after, due_by, limit):
        return self._do("scan", tenant, after, due_by, limit)

    def contents(self):
        return dict(self._cases)


class HookStore(prap.MemoryStore):
    """Calls ``hook(method)`` before each method's work."""

    def __init__(self):
        super().__init__()
        self.hook = lambda method: None

    def load(self, tenant, case):
        self.hook("load")
        return super().load(tenant, case)

    def commit(self, changes):
        self.hook("commit")
        return super().commit(changes)

    def read(self, tenant, case, first, limit):
        self.hook("read")
        return super().read(tenant, case, first, limit)

    def scan(self, tenant, after, due_by, limit):
        self.hook("scan")
        return super().scan(tenant, after, due_by, limit)


def main():
    """Runs the tests of the calling script, warnings as errors. Exit 77, Meson's "skipped", when none could
    run."""
    result = unittest.main(module="__main__", warnings="error", exit=False).result
    if result.wasSuccessful() and result.testsRun == len(result.skipped):
        sys.exit(77)
    sys.exit(0 if result.wasSuccessful() else 1)
