"""The reference relay in Python: takes the notices of an outbox, in SQLite or PostgreSQL, to a receiver that speaks HTTP.

    relay.py STORE http://HOST:PORT ATTEMPTS [--until-idle] [--tries N] [--back-off MILLISECONDS] [--lease SECONDS]
    relay.py STORE http://HOST:PORT ATTEMPTS --set-aside | --again

What it keeps and does is what relay.c says, and both may run beside each other over one outbox and one file of attempts.
"""
import argparse
import http.client
import json
import sqlite3
import sys
import time
import urllib.parse

import prap

CASES = 20
AWAY = {429, 502, 503, 504}


def key_of(notice: "prap.RelayedNotice | prap.OutboxNotice") -> str:
    """Its permanent id: letters, digits, hyphens and points stand for themselves."""
    names = [urllib.parse.quote(name, safe="").replace("_", "%5F").replace("~", "%7E") for name in (notice.tenant, notice.case)]
    return f"{names[0]}/{names[1]}/{notice.sequence}/{notice.ordinal}"


def body_of(notice: "prap.RelayedNotice | prap.OutboxNotice") -> str:
    said = {"tenant": notice.tenant, "case": notice.case, "sequence": notice.sequence, "ordinal": notice.ordinal,
            "notice": notice.notice.word, "to": notice.recipient.word}
    if notice.due is not None:
        said["due"] = notice.due.isoformat()
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


class Attempts:
    """How often a notice was refused, in a file that the relays of a machine share. It holds no notice."""

    def __init__(self, path: str, most: int) -> None:
        self.base = sqlite3.connect(path, timeout=5, isolation_level=None)
        self.most = most
        until = time.monotonic() + 5
        while not self.made():
            if time.monotonic() > until:
                raise sqlite3.OperationalError("the file of attempts is locked")
            time.sleep(0.01)

    def made(self) -> bool:
        """False: relays that make the file at the same time are told at once that it is locked, without a wait."""
        try:
            self.base.execute("PRAGMA journal_mode = WAL")
            self.base.execute("CREATE TABLE IF NOT EXISTS attempt (key TEXT PRIMARY KEY, tries INTEGER NOT NULL,"
                              " next INTEGER NOT NULL) STRICT, WITHOUT ROWID")
        except sqlite3.OperationalError as why:
            if "locked" not in str(why):
                raise
            return False
        return True

    def find(self, key: str) -> tuple[int, int]:
        return self.base.execute("SELECT tries, next FROM attempt WHERE key = ?", (key,)).fetchone() or (0, 0)

    def failed(self, key: str, again: int) -> None:
        self.base.execute("INSERT INTO attempt VALUES (?1, 1, ?2) ON CONFLICT (key) DO UPDATE SET tries = tries + 1,"
                          " next = ?2", (key, again))

    def forget(self, key: str) -> None:
        self.base.execute("DELETE FROM attempt WHERE key = ?", (key,))

    def set_aside(self) -> list[str]:
        return [key for key, in self.base.execute("SELECT key FROM attempt WHERE tries >= ? ORDER BY key", (self.most,))]

    def again(self) -> None:
        self.base.execute("DELETE FROM attempt WHERE tries >= ?", (self.most,))


class Relay:
    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.attempts = Attempts(options.attempts, options.tries)
        self.timeout = min(2.0, options.lease * 0.25)
        self.ends = 0.0  # when the lease would be too short for another
        self.next = 0.0  # the earliest moment at which something put off may be tried; 0: nothing was
        self.away = False

    def send(self, key: str, body: str) -> int:
        """The receiver's status; 0: not a word."""
        line = http.client.HTTPConnection(self.options.receiver, timeout=self.timeout)
        try:
            line.request("POST", "/notices", body.encode(), {"Idempotency-Key": key, "Content-Type": "application/json"})
            return line.getresponse().status
        except (OSError, http.client.HTTPException):
            return 0
        finally:
            line.close()

    def put_off(self, moment: float) -> bool:
        self.next = min(self.next or moment, moment)
        return False

    def visit(self, notice: "prap.RelayedNotice | prap.OutboxNotice") -> bool:
        """False: not now, and nothing more of this case."""
        now, key = time.time(), key_of(notice)
        if self.away or now > self.ends:
            return self.put_off(now)
        tries, again = self.attempts.find(key)
        if tries >= self.options.tries:
            return False  # set aside
        if again > now * 1000:
            return self.put_off(again / 1000)
        status = self.send(key, body_of(notice))
        if 200 <= status < 300:
            if tries > 0:
                self.attempts.forget(key)
            return True
        if status == 0 or status in AWAY:
            self.away = True
            return self.put_off(time.time() + self.options.back_off / 1000)
        pause = min(self.options.back_off * 2 ** tries, 3600 * 1000) / 1000
        self.attempts.failed(key, int((time.time() + pause) * 1000))
        return self.put_off(time.time() + pause) if tries + 1 < self.options.tries else False

    def deliver(self, store: "prap.SQLiteStore | prap.PostgreSQLStore") -> int:
        self.ends = time.time() + self.options.lease - 2 * self.timeout
        self.next, self.away = 0.0, False
        return store.deliver(self.visit, cases=CASES, lease_seconds=self.options.lease)

    def run(self, store: "prap.SQLiteStore | prap.PostgreSQLStore") -> None:
        """Idle is when nothing was delivered, and nothing put off, for longer than a lease and for a turn of all cases."""
        quiet_since, turns = time.time(), 0
        while True:
            try:
                delivered = self.deliver(store)
            except prap.HostError as error:
                if error.code not in ("retry", "unknown"):
                    raise
                delivered, self.next = 0, time.time()
            if delivered:
                quiet_since, turns = time.time(), 0
                continue
            turns = 0 if self.next else turns + 1
            quiet_since = time.time() if self.next else quiet_since
            all_seen = turns > 2 + len(self.attempts.set_aside()) // CASES
            if self.options.until_idle and all_seen and time.time() - quiet_since > self.options.lease + 0.5:
                return
            pause = self.next - time.time() if self.next else self.options.back_off / 1000
            time.sleep(min(max(pause, 0.01), 1.0))


def read_options() -> argparse.Namespace:
    def receiver(url: str) -> str:
        parts = urllib.parse.urlsplit(url)
        if parts.scheme != "http" or not parts.hostname or parts.port is None:
            raise argparse.ArgumentTypeError("http://HOST:PORT")
        return parts.netloc

    def positive(text: str) -> int:
        if int(text) < 1:
            raise argparse.ArgumentTypeError("1 or more")
        return int(text)

    parser = argparse.ArgumentParser(prog="relay.py")
    parser.add_argument("store")
    parser.add_argument("receiver", type=receiver)
    parser.add_argument("attempts")
    parser.add_argument("--until-idle", action="store_true")
    parser.add_argument("--tries", type=positive, default=5)
    parser.add_argument("--back-off", type=positive, default=1000)
    parser.add_argument("--lease", type=positive, default=30)
    parser.add_argument("--set-aside", action="store_true")
    parser.add_argument("--again", action="store_true")
    return parser.parse_args()


def main() -> int:
    options = read_options()
    try:
        relay = Relay(options)
    except sqlite3.Error:
        print("relay: the file of attempts cannot be used", file=sys.stderr)
        return 1
    if options.set_aside:
        print("".join(f"{key}\n" for key in relay.attempts.set_aside()), end="")
    elif options.again:
        relay.attempts.again()
    else:
        kind, _, name = options.store.partition(":")
        with (prap.PostgreSQLStore(name, create=False) if kind == "postgresql" else prap.SQLiteStore(name)) as store:
            relay.run(store)
    return 0


if __name__ == "__main__":
    sys.exit(main())
