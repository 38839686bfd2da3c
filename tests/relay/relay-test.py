"""The reference relays, killed again and again: every notice of the outbox comes to the receiver at least once, under its own
id and no other, those of a case in order, whatever the receiver does: refuse, be away, take a notice and lose its answer.

    relay-test.py PRAP sqlite RELAY...               RELAY...: the program, or an interpreter and its program
    cluster.py relay-test.py PRAP postgresql RELAY...

PRAP_TEST_KILLS says how many relays are killed, PRAP_TEST_SEED repeats a run.
"""
import collections
import http.server
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse
from pathlib import Path

PRAP, KIND, *RELAY = sys.argv[1:]
del sys.argv[1:]
KILLS = int(os.environ.get("PRAP_TEST_KILLS", "12"))
CASES = 24
STEPS = (
    {"event": "referral-received", "on": "2023-05-05", "programme": "ipes"},
    {"event": "accept", "on": "2023-05-09"},
    {"event": "mappa-disclosed", "on": "2023-05-10"},
)
QUICK = ["--back-off", "40", "--lease", "1", "--tries", "3"]


class Receiver(http.server.ThreadingHTTPServer):
    """Takes notices over HTTP and misbehaves as it is told."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, seed):
        super().__init__(("127.0.0.1", 0), Handler)
        self.random = random.Random(seed)
        self.lock = threading.Lock()
        self.taken = []  # keys in the order of their first coming
        self.times = collections.Counter()
        self.bodies = {}
        self.wrong = []
        self.refuses = set()
        self.refused = collections.Counter()
        self.trouble = 0.0
        self.away = False
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def url(self):
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request, client_address):
        """A relay that was killed."""

    def take(self, key, body):
        """The status to answer with; 0: none."""
        with self.lock:
            if self.away:
                return 503
            if key in self.refuses:
                self.refused[key] += 1
                return 422
            draw = self.random.random()
            if draw < self.trouble / 3:
                return 503
            if draw < self.trouble * 2 / 3:
                return 0
            said = json.loads(body)
            if key != "/".join([urllib.parse.quote(said["tenant"], safe=""), urllib.parse.quote(said["case"], safe=""),
                                str(said["sequence"]), str(said["ordinal"])]).replace("_", "%5F").replace("~", "%7E"):
                self.wrong.append(key)
            if self.bodies.setdefault(key, body) != body:
                self.wrong.append(key)
            self.times[key] += 1
            if self.times[key] == 1:
                self.taken.append(key)
            return -1 if draw < self.trouble else 200


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        status = self.server.take(self.headers["Idempotency-Key"], body)
        if status > 0:
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()
        self.close_connection = True  # 0 and -1: not a word; of -1 it was taken all the same

    def log_message(self, *words):
        pass


class Relays(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="prap-relay-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        seed = int(os.environ.get("PRAP_TEST_SEED", random.randrange(10**6)))
        print(f"seed {seed}", file=sys.stderr)
        self.random = random.Random(seed)
        self.receiver = Receiver(seed)
        self.addCleanup(self.receiver.server_close)
        self.addCleanup(self.receiver.shutdown)
        self.processes = []
        self.addCleanup(self.end_all)
        self.store = f"sqlite:{self.folder / 'caseload.db'}"
        if KIND == "postgresql":
            self.store = "postgresql:" + os.environ["PRAP_TEST_POSTGRESQL"]
            subprocess.run(["psql", "-XAtq", "-d", os.environ["PRAP_TEST_POSTGRESQL"], "-c",
                            "SET client_min_messages = error", "-c", "DROP SCHEMA IF EXISTS prap CASCADE"], check=True)

    def end_all(self):
        for process in self.processes:
            process.kill()
            process.communicate()

    def events(self, cases):
        given = [{"case": case, **step} for case in cases for step in STEPS]
        ran = subprocess.run([PRAP, "replay", "--store", self.store], input="".join(json.dumps(one) + "\n" for one in given),
                             capture_output=True, text=True, check=True)
        answers = [json.loads(line) for line in ran.stdout.splitlines()]
        self.assertEqual({answer["verdict"] for answer in answers}, {"permitted"})
        # What the answers told is what the outbox has: a notice's place among those of its event is its ordinal.
        return [f"/{urllib.parse.quote(answer['case'], safe='')}/{answer['version']}/{i}"
                for answer in answers for i in range(len(answer["notices"]))]

    def start(self, *words):
        process = subprocess.Popen([*RELAY, self.store, self.receiver.url(), self.folder / "attempts.db", *QUICK, *words],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.processes.append(process)
        return process

    def finish(self, *words):
        process = self.start(*words)
        out, err = process.communicate(timeout=60)
        self.assertEqual((process.returncode, err), (0, ""))
        return out

    def assert_in_order(self):
        """First comings; a notice that came again came under a key that its receiver had."""
        last = collections.defaultdict(tuple)
        for key in self.receiver.taken:
            case, sequence, ordinal = key.rsplit("/", 2)
            self.assertGreater((int(sequence), int(ordinal)), last[case])
            last[case] = (int(sequence), int(ordinal))
        self.assertEqual(self.receiver.wrong, [])

    def test_killed_again_and_again_and_nothing_is_lost(self):
        expected = self.events(f"K{i:02}" for i in range(CASES // 2))
        self.receiver.trouble = 0.3
        relays = [self.start() for _ in range(3)]
        more = threading.Thread(target=lambda: expected.extend(self.events(f"L{i:02}" for i in range(CASES // 2))))
        more.start()
        for _ in range(KILLS):
            time.sleep(self.random.uniform(0.02, 0.25))
            at = self.random.randrange(len(relays))
            if relays[at].poll() is not None:
                self.fail(f"a relay ended by itself: {relays[at].communicate()}")
            relays[at].kill()
            relays[at].communicate()
            relays[at] = self.start()
        more.join()
        self.receiver.trouble = 0.0
        self.finish("--until-idle")
        self.assertEqual(sorted(self.receiver.taken), sorted(expected))
        self.assertGreater(len(expected), 2 * CASES)
        self.assert_in_order()
        before = sum(self.receiver.times.values())
        self.finish("--until-idle")
        self.assertEqual(sum(self.receiver.times.values()), before)  # and what was marked does not come again
        print(f"{len(expected)} notices came {before} times", file=sys.stderr)

    def test_a_notice_that_is_refused_is_set_aside_and_its_case_waits(self):
        expected = self.events(["good", "bad", "ill,\"ød"])
        bad = [key for key in expected if "/bad/" in key]
        self.receiver.refuses = {bad[1]}
        self.finish("--until-idle")
        self.assertEqual(sorted(self.receiver.taken), sorted(set(expected) - set(bad[1:])))
        self.assertEqual(self.receiver.refused, {bad[1]: 3})
        self.assertEqual(self.finish("--set-aside").split(), [bad[1]])
        self.finish("--until-idle")
        self.assertEqual(self.receiver.refused, {bad[1]: 3})  # not tried again until somebody says so
        self.receiver.refuses = set()
        self.finish("--again")
        self.finish("--until-idle")
        self.assertEqual(sorted(self.receiver.taken), sorted(expected))
        self.assert_in_order()
        self.assertEqual(self.finish("--set-aside"), "")

    def test_a_receiver_that_is_away_counts_against_no_notice(self):
        expected = self.events(["one", "two"])
        self.receiver.away = True
        relay = self.start("--until-idle")
        time.sleep(1.0)
        self.assertIsNone(relay.poll())
        self.receiver.away = False
        self.assertEqual(relay.communicate(timeout=60)[1], "")
        self.assertEqual(relay.returncode, 0)
        self.assertEqual(sorted(self.receiver.taken), sorted(expected))
        self.assertEqual(self.finish("--set-aside"), "")

    def test_many_make_the_file_of_attempts_at_once(self):
        for turn in range(min(60, KILLS // 4)):
            command = [*RELAY, self.store, self.receiver.url(), self.folder / f"attempts-{turn}.db", "--set-aside"]
            at_once = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(8)]
            said = [(process.communicate(timeout=60), process.returncode) for process in at_once]
            self.assertEqual(said, [(("", ""), 0)] * len(at_once))

    def test_wrong_use(self):
        for words in ([], ["https://x:1", "a"], ["http://x:1", "a", "--tries", "0"], ["http://x:1", "a", "--what"]):
            ran = subprocess.run([*RELAY, self.store, *words], capture_output=True, text=True)
            self.assertEqual((ran.returncode, ran.stdout), (2, ""))
            self.assertIn("usage", ran.stderr)
        nowhere = self.folder / "none" / "attempts.db"
        ran = subprocess.run([*RELAY, self.store, "http://127.0.0.1:9", nowhere], capture_output=True, text=True)
        self.assertEqual(ran.returncode, 1)
        self.assertNotIn(str(self.folder), ran.stderr)


if __name__ == "__main__":
    unittest.main()
