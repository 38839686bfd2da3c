#!/usr/bin/env python3
"""Workers that compete for the same cases, relays of the outbox and the server itself are killed at random moments, the
connections of others cut. In the end the tables are those of an undisturbed run, byte for byte: no event lost, none twice,
no gap, no snapshot that is not its journal's; and every notice was relayed, under its own id, those of a case in order.

    cluster.py postgresql-crash-test.py PRAP RELAY

PRAP is the command, RELAY docs/examples/c/postgresql-relay. PRAP_TEST_SEED repeats a run, PRAP_TEST_KILLS says how many
kills there are, in rounds of forty over new cases: of ten, one is of the whole server, one of a process of the server, two
cut a connection, and six are of workers and relays.
"""
import json
import os
import random
import shlex
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PRAP, RELAY = sys.argv[1:3]
SERVER = os.environ["PRAP_TEST_POSTGRESQL"]
CONTROL = shlex.split(os.environ["PRAP_TEST_POSTGRESQL_CONTROL"])
KILLS = int(os.environ.get("PRAP_TEST_KILLS", "40"))
WORKERS, RELAYS, CASES, ROUND = 4, 2, 80, 40
TABLES = {
    "case_": "tenant, case_id, version, programme, stage, next_due, hold_until, {hex}(snapshot)",
    "event": "tenant, case_id, sequence, part, id, {hex}(record)",
    "notice": "tenant, case_id, sequence, ordinal, notice, recipient, due",
}
STEPS = (
    {"event": "referral-received", "on": "2023-05-05", "programme": "ipes"},
    {"event": "accept", "on": "2023-05-09"},
    {"event": "contact-attempted", "on": "2023-05-10", "method": "phone"},
    {"event": "meeting-attended", "on": "2023-05-16", "mode": "face-to-face"},
)


def check(condition, what):
    if not condition:
        sys.exit(f"postgresql-crash-test: {what}")


def events(name, first):
    """Every case's events of a round, each case's in order, the cases beginning with the one given."""
    for i in range(CASES):
        case = f"{name}-{(first + i) % CASES:03}"
        for number, step in enumerate(STEPS):
            yield {"id": f"{case}-{number}", "case": case, **step}


class Worker:
    """Replays its file again and again until it comes to the end; what it answered is kept."""

    def __init__(self, directory, name, number):
        self.given = directory / f"worker-{number}.jsonl"
        self.given.write_text("".join(json.dumps(event) + "\n" for event in events(name, number * CASES // WORKERS)))
        self.answers = directory / f"worker-{number}.answers"
        self.done = False
        self.process = None

    def start(self):
        with open(self.answers, "ab") as answers:
            self.process = subprocess.Popen([PRAP, "replay", "--store", f"postgresql:{SERVER}", self.given],
                                            stdout=answers, stderr=subprocess.DEVNULL)

    def look(self):
        """Starts it again when it was killed, or when the store failed under it."""
        if self.done or self.process.poll() is None:
            return
        self.done = self.process.returncode == 0
        if not self.done:
            self.start()

    def acknowledged(self):
        """The ids it answered as permitted; a line that was cut short is none."""
        for line in self.answers.read_bytes().split(b"\n")[:-1]:
            try:
                answer = json.loads(line)
            except ValueError:
                continue
            if answer.get("verdict") == "permitted":
                yield answer["id"]


class Relay:
    """Relays what there is, again and again, until told to end."""

    def __init__(self, directory, number):
        self.lines = directory / f"relay-{number}.lines"
        self.lease = ["1"] if number % 2 else []
        self.process = None
        self.start()

    def start(self):
        with open(self.lines, "ab") as lines:
            self.process = subprocess.Popen([RELAY, SERVER, *self.lease], stdout=lines, stderr=subprocess.DEVNULL)

    def look(self):
        if self.process.poll() is not None:
            self.start()


def ask_until(query, until):
    """What psql prints, from a server that may be recovering."""
    while True:
        found = subprocess.run(["psql", "-XAtq", "-d", SERVER, "-c", query], capture_output=True, text=True)
        if found.returncode == 0:
            return found.stdout.strip()
        check(time.monotonic() < until, f"the server does not answer: {found.stderr}")
        time.sleep(0.05)


def psql(query):
    found = subprocess.run(["psql", "-XAtq", "-F", "|", "-d", SERVER, "-c", query], capture_output=True, text=True)
    check(found.returncode == 0, found.stderr)
    return found.stdout


def rows_in_postgresql(table, name):
    columns = TABLES[table].format(hex="encode").replace("(snapshot)", "(snapshot, 'hex')").replace(
        "(record)", "(record, 'hex')")
    return sorted(psql(f"SELECT {columns} FROM prap.{table} WHERE case_id LIKE '{name}-%'").splitlines())


def rows_in_sqlite(path, table):
    base = sqlite3.connect(path)
    rows = base.execute(f"SELECT {TABLES[table].format(hex='lower(hex')} FROM {table}".replace(
        "(snapshot)", "(snapshot))").replace("(record)", "(record))")).fetchall()
    base.close()
    return sorted("|".join("" if value is None else str(value) for value in row) for row in rows)


def kill_server():
    subprocess.run([*CONTROL, "kill"], check=True)
    time.sleep(0.05)
    subprocess.run([*CONTROL, "start"], check=True)


def of_somebody(what):
    """Asks something about the server's process for one client, if there is one. A server that starts again after one of
    its processes was killed refuses to answer for a while."""
    query = f"SELECT {what} FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1"
    return subprocess.run(["psql", "-XAtq", "-d", SERVER, "-c", query], capture_output=True, text=True).stdout.strip()


def kill_process_of_server():
    """All others end with it, and the server recovers."""
    found = of_somebody("pid")
    try:
        if found:
            os.kill(int(found), signal.SIGKILL)
    except ProcessLookupError:
        pass


def kill_client(chance, workers, relays):
    chance.choice([*workers, *relays]).process.kill()


def disturb(chance, workers, relays, kills):
    """Returns how many kills there were: there is nobody left to kill when every worker has come to its end."""
    for kill in range(kills):
        time.sleep(chance.random() * 0.05)
        if kill % 10 == 9:
            kill_server()
        elif kill % 10 == 6:
            kill_process_of_server()
        elif kill % 10 in (2, 4):
            of_somebody("pg_terminate_backend(pid)")
        else:
            kill_client(chance, workers, relays)
        for one in (*workers, *relays):
            one.look()
        if all(worker.done for worker in workers):
            return kill + 1
    return kills


def finish(workers, relays):
    until = time.monotonic() + 900  # of a machine that is busy with other things
    while not all(worker.done for worker in workers):
        check(time.monotonic() < until, "a worker does not come to its end")
        for worker in workers:
            worker.look()
        time.sleep(0.02)
    for relay in relays:
        relay.process.wait()
    while ask_until("SELECT count(*) FROM prap.notice WHERE sent IS NULL", until) != "0":
        check(time.monotonic() < until, "the outbox does not become empty")
        for relay in relays:
            relay.look()
        time.sleep(0.1)
    for relay in relays:
        relay.process.wait()


def check_relayed(relays, name):
    """Every notice came, none under an id that it has not, and the first time in the order of its case."""
    notices = {tuple(row.split("|")[:4]) for row in rows_in_postgresql("notice", name)}
    lines = []
    for relay in relays:
        lines += relay.lines.read_bytes().split(b"\n")[:-1]
    came = [tuple(line.decode().split("\t")[:4]) for line in lines if line.count(b"\t") == 6]
    check(set(came) == notices, f"{len(set(came))} ids were relayed, of {len(notices)} notices")
    for relay in relays:
        last = {}
        for line in relay.lines.read_bytes().split(b"\n")[:-1]:
            tenant, case, sequence, ordinal = line.decode().split("\t")[:4]
            now = (int(sequence), int(ordinal))
            seen = last.setdefault((tenant, case), [])
            check(not seen or now in seen or now > max(seen), f"{case}: {now} came after {max(seen or [now])}")
            seen.append(now)
    return len(came), len(notices)


def play(chance, name, directory, kills):
    """A round. Returns how many kills there were, events, notices and lines of relays."""
    undisturbed = directory / "undisturbed.db"
    plain = directory / "plain.jsonl"
    plain.write_text("".join(json.dumps(event) + "\n" for event in events(name, 0)))
    ran = subprocess.run([PRAP, "replay", "--store", f"sqlite:{undisturbed}", plain], capture_output=True, text=True)
    check(ran.returncode == 0 and ran.stdout.count('"permitted"') == CASES * len(STEPS), ran.stderr or "not every event is permitted")

    workers = [Worker(directory, name, number) for number in range(WORKERS)]
    for worker in workers:
        worker.start()
    relays = [Relay(directory, number) for number in range(RELAYS)]
    killed = disturb(chance, workers, relays, kills)
    finish(workers, relays)

    for table in TABLES:
        expected, got = rows_in_sqlite(undisturbed, table), rows_in_postgresql(table, name)
        check(got == expected, f"{table}: {len(got)} rows that are not the {len(expected)} of the undisturbed run")
    stored = {row.split("|")[4] for row in rows_in_postgresql("event", name)}
    acknowledged = {id for worker in workers for id in worker.acknowledged()}
    check(acknowledged == stored, f"{len(acknowledged - stored)} events were answered and are not stored")
    came, notices = check_relayed(relays, name)
    return killed, len(stored), notices, came


def main():
    seed = int(os.environ.get("PRAP_TEST_SEED", random.randrange(1 << 32)))
    print(f"PRAP_TEST_SEED={seed}", flush=True)
    chance = random.Random(seed)
    sums, rounds = [0, 0, 0, 0], 0
    while sums[0] < KILLS:
        with tempfile.TemporaryDirectory(prefix="prap-crash-") as directory:
            found = play(chance, f"R{rounds:05}", Path(directory), min(ROUND, KILLS - sums[0]))
        sums = [before + now for before, now in zip(sums, found)]
        rounds += 1
        if rounds % 10 == 0:
            print(f"{rounds} rounds, {sums[0]} kills", flush=True)
    print("{} kills, {} events, {} notices, {} lines of relays".format(*sums))
    return 0


if __name__ == "__main__":
    sys.exit(main())
