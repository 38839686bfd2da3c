"""A replay that is killed again and again loses nothing it answered, and ends where an undisturbed one does."""
import os
import random
import signal
import sqlite3
import subprocess
import time
import unittest

from command import PRAP, InDirectory, accepted, dump, lines_of, prap, received

KILLS = 50


def caseload():
    """Events that are all permitted, so that the number stored follows from the number of lines answered."""
    for i in range(60):
        case = f"K{i:03}"
        yield received(case)
        yield accepted(case)
        yield {
            "id": f"{case}-3",
            "case": case,
            "event": "contact-attempted",
            "on": "2023-05-10",
            "method": "phone",
        }
        yield {
            "id": f"{case}-4",
            "case": case,
            "event": "meeting-attended",
            "on": "2023-05-16",
            "mode": "face-to-face",
        }


class Killed(InDirectory):
    def events(self):
        if not self.file.exists():
            return 0
        base = sqlite3.connect(self.file)
        try:
            if not base.execute("SELECT 1 FROM sqlite_master WHERE name = 'event'").fetchone():
                return 0
            return base.execute("SELECT count(*) FROM event").fetchone()[0]
        finally:
            base.close()

    def run_and_kill(self, given, answers, pause):
        """Kills the process a moment after it gave so many answers; returns how many it gave in all."""
        with subprocess.Popen(
            [PRAP, "replay", "--store", self.store, given], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            given_answers = sum(1 for _ in zip(range(answers), process.stdout))
            time.sleep(pause)
            process.send_signal(signal.SIGKILL)
            rest = process.stdout.read()
            self.assertEqual(process.stderr.read(), b"")
        return given_answers + rest.count(b"\n")

    def test_killed_in_mid_replay(self):
        seed = int(os.environ.get("PRAP_TEST_SEED", random.randrange(1 << 32)))
        print(f"PRAP_TEST_SEED={seed}")
        chance = random.Random(seed)
        events = list(caseload())
        given = self.directory / "events.jsonl"
        given.write_text(lines_of(*events))
        stored = 0
        for kill in range(KILLS):
            reach = min(len(events) - 1, 1 + kill * len(events) // KILLS + chance.randrange(8))
            answered = self.run_and_kill(given, reach, chance.random() * 0.003)
            before, stored = stored, self.events()
            if stored != 0 and kill % 10 == 0:  # what the killed process left open does not keep a reader out
                self.assertEqual(prap("due", "--as-of", "2023-05-31", "--store", self.store).code, 0)
            self.assertGreaterEqual(
                stored, min(answered, len(events)), "an answered event is not in the store"
            )
            self.assertLessEqual(
                stored, max(before, answered + 1), "an event is in the store that was not reached"
            )
        ran = prap("replay", "--store", self.store, given)
        self.assertEqual((ran.code, ran.err, len(ran.lines())), (0, "", len(events)))
        undisturbed = self.directory / "undisturbed.db"
        prap("replay", "--store", f"sqlite:{undisturbed}", given)
        self.assertEqual(dump(self.file), dump(undisturbed))

    def test_killed_while_it_makes_the_store(self):
        given = self.directory / "events.jsonl"
        given.write_text(lines_of(received("A1")))
        for attempt in range(30):
            for path in self.directory.glob("caseload.db*"):
                path.unlink()
            self.run_and_kill(given, 0, attempt * 0.0004)
            ran = prap("replay", "--store", self.store, given)
            self.assertEqual((ran.code, ran.err), (0, ""))
            self.assertEqual(self.events(), 1)


if __name__ == "__main__":
    unittest.main()
