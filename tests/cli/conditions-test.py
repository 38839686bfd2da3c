"""Hard conditions: no memory, no room, no files to open, other locales and clocks, signals, streams that are taken away."""
import json
import os
import pathlib
import resource
import shutil
import signal
import sqlite3
import subprocess
import time
import unittest

from command import PRAP, SOURCE, InDirectory, accepted, lines_of, prap, received

DAY = ["--as-of", "2023-05-09"]


class Memory(InDirectory):
    """Wherever memory runs out the command says so and ends with 4; what it answered before is as it always is."""

    def setUp(self):
        super().setUp()
        self.module = os.environ.get("PRAP_NO_MEMORY")
        if self.module is None:
            self.skipTest("this build has no module that lets memory run out")

    def run_at(self, words, given, at, ever=False):
        told = {"PRAP_NO_MEMORY_AT": str(at)} if at else {"PRAP_NO_MEMORY_COUNT": str(self.directory / "count")}
        ever = {"PRAP_NO_MEMORY_EVER": "1"} if ever else {}
        return prap(*words, given=given, env={"LD_PRELOAD": self.module, **told, **ever})

    def each(self, words, given="", most=400):
        """Each allocation of a run fails once, or as many of them as there is time for, evenly."""
        whole = self.run_at(words, given, 0)
        n = int((self.directory / "count").read_text())
        self.assertGreater(n, 10)
        failed = 0
        for at in range(1, n + 1, -(-n // most)):
            for ever in (False, True):
                ran = self.run_at(words, given, at, ever)
                if (ran.code, ran.out, ran.err) == (whole.code, whole.out, whole.err):
                    continue
                failed += 1
                about = f"{words} at {at} of {n}: {ran.code} {ran.out[-200:]!r} {ran.err!r}"
                self.assertEqual(ran.code, 4, about)
                self.assertIn("memory", ran.err, about)
                *lines, rest = ran.out.split("\n")
                self.assertEqual(rest, "", about)
                good = [line for line in lines if '"error":{"code":"store-failed"' not in line]
                self.assertEqual(good, whole.out.split("\n")[: len(good)], about)
        self.assertGreater(failed, n // 2 if n <= most else 0)

    def test_lines(self):
        self.each(["days"], '{"op":"add","from":"2023-05-05","working_days":15}\n')
        self.each(["form"], '{"form":"WHPEREJ1","programme":"whp","on":"2018-05-05"}\n')

    def test_events_and_sentences(self):
        events = lines_of(received("A case of a name that is longer than others"), accepted("A1"))
        self.each(["replay"], events, most=60)
        self.each(["explain"], prap("replay", given=lines_of(received("A1"))).out, most=60)

    def test_extracts(self):
        record = {"prap-referral-id": "R1", "surname": "Beaumont-Featherstone"}
        self.each(["extract", "check"], json.dumps([record]))
        self.each(["extract", "check"], lines_of(record), most=100)
        self.each(["extract", "check"], "prap-referral-id,surname\nR1,Bee\n", most=100)

    def test_files_of_options(self):
        """A file that is as it should be is not told to be wrong."""
        holidays = self.directory / "holidays.json"
        one = {"title": "New", "date": "2023-05-08", "notes": "", "bunting": True}
        names = ("england-and-wales", "scotland", "northern-ireland")
        holidays.write_text(json.dumps({name: {"division": name, "events": [one]} for name in names}))
        self.each(["days", "is", "2023-05-08", "--holidays", holidays], most=60)
        self.each(["days", "add", "2023-05-05", "15", "--closed", "2023-05-09=Move"])
        wording = self.directory / "wording.json"
        wording.write_text(prap("explain", "--phrases").out)
        self.each(["explain", "--wording", wording], "{}\n", most=40)

    def test_a_store_that_cannot_be_opened_for_it(self):
        """It is not the directory that is at fault."""
        self.stored(received("A1"))
        self.each(["due", *DAY, "--store", self.store], most=60)
        ran = self.run_at(["due", *DAY, "--store", self.store], "", 1, ever=True)
        self.assertNotIn("WAL", ran.err)


class Files(InDirectory):
    def limited(self, n, *words):
        """No file may have a number of n or more."""
        return subprocess.run(
            [PRAP, *map(str, words)], capture_output=True, check=False, stdin=subprocess.DEVNULL,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (n, n)))

    def test_too_many_are_open(self):
        self.stored(received("A1"))
        for words in (["due", *DAY], ["replay"]):
            said = []
            for n in range(4, 12):
                done = self.limited(n, *words, "--store", self.store)
                if done.returncode == 0:
                    break
                self.assertEqual((done.returncode, done.stdout), (4, b""), done.stderr)
                said.append(done.stderr)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertTrue(said)
            for one in said:
                self.assertIn(b"too many files are open", one)

    def in_small(self, script, *words):
        """A script in a mount namespace of its own, with the directory small of 256 KiB: it goes with the script."""
        small = self.directory / "small"
        small.mkdir(exist_ok=True)
        if shutil.which("unshare") is None:
            self.skipTest("there is no unshare")
        mount = 'mount -t tmpfs -o size=256k tmpfs "$1" 2>/dev/null || exit 77; shift; '
        apart = ["--mount"] if os.geteuid() == 0 else ["--mount", "--map-root-user"]
        done = subprocess.run(["unshare", *apart, "sh", "-c", mount + script, PRAP, small, *map(str, words)],
                              capture_output=True, check=False)
        if done.returncode == 77 or b"unshare: " in done.stderr:
            self.skipTest("nothing may be mounted here")
        return done

    def test_a_disk_that_is_full(self):
        """What was answered is there, and nothing more; with room it goes on where it stopped."""
        given = self.directory / "many.jsonl"
        given.write_text(lines_of(*(received(f"A{i}") for i in range(300))))
        done = self.in_small(
            '"$0" replay --store "sqlite:$1/s.db" "$2" >"$3/answers"; echo $?; "$0" verify --store "sqlite:$1/s.db";'
            'mount -o remount,size=8m "$1"; "$0" replay --store "sqlite:$1/s.db" "$2" >"$3/again"; echo $?',
            self.directory / "small", given, self.directory)
        first, verified, again = done.stdout.decode().splitlines()
        self.assertEqual((first, again), ("4", "0"), done.stderr)
        answers = (self.directory / "answers").read_text().splitlines()
        permitted = sum('"verdict":"permitted"' in line for line in answers)
        self.assertEqual(len(answers), permitted + 1)
        self.assertEqual((json.loads(verified)["verified"], json.loads(verified)["cases"]), (True, permitted))
        self.assertEqual(len((self.directory / "again").read_text().splitlines()), 300)
        self.assertIn(b"full", done.stderr)

    def test_a_full_disk_leaves_no_half_of_a_state(self):
        today, key = self.directory / "today.csv", self.directory / "key"
        today.write_text("prap-referral-id\n" + "".join(f"R{i}\n" for i in range(9)))
        key.write_text("000102030405060708090a0b0c0d0e0f")
        done = self.in_small('dd if=/dev/zero of="$1/filler" 2>/dev/null; '
                             '"$0" extract import --known "$1/known" --key "$2" "$3" >/dev/null; echo $?; ls "$1"',
                             self.directory / "small", key, today)
        self.assertEqual(done.stdout.split(), [b"4", b"filler"], done.stderr)
        self.assertIn(b"known cannot be written: No space left on device", done.stderr)

    def test_a_file_system_that_may_only_be_read(self):
        self.stored(received("A1"))
        copy = self.directory / "copy.db"
        prap("backup", "--store", self.store, copy)
        done = self.in_small(
            'cp "$2" "$3" "$1"; mount -o remount,ro "$1" || exit 77; for f in copy.db caseload.db; do '
            '"$0" due --as-of 2023-05-09 --store "sqlite:$1/$f" | wc -l; done; '
            '"$0" replay --store "sqlite:$1/copy.db" </dev/null; echo $?; '
            '"$0" replay --store "sqlite:$1/new.db" </dev/null; echo $?; ls "$1"',
            self.directory / "small", copy, self.file)
        self.assertEqual(done.stdout.split(), [b"1", b"0", b"4", b"4", b"caseload.db", b"copy.db"], done.stderr)
        self.assertIn(b"a file in WAL form needs a directory that its reader may write", done.stderr)
        self.assertIn(b"copy.db: could not open the file for writing", done.stderr)
        self.assertIn(b"new.db: there is no such file, and it may not be made there", done.stderr)


class Streams(InDirectory):
    def test_an_answer_is_no_question(self):
        """What is appended to the file that is read would be read in its turn, until the disk is full."""
        given = self.directory / "given"
        for words, content in ((["replay"], lines_of(received("A1"), accepted("A1"))), (["preview"], lines_of(received("A1"))),
                               (["days"], '{"op":"is","day":"2023-05-08"}\n'), (["explain"], '{"v":1,"day":"2023-05-08"}\n'),
                               (["earnings"], "{}\n"), (["extract", "check"], "prap-referral-id\nR1\n"),
                               (["extract", "check"], '{"prap-referral-id":"R1"}\n'), (["extract", "import"], "nino\n")):
            for named in (True, False):
                if words == ["days"] and named:
                    continue
                given.write_text(content)
                with open(given, "rb") as read, open(given, "ab") as written:
                    done = subprocess.run(
                        [PRAP, *words, *([given] if named else [])], stdin=read, stdout=written, stderr=subprocess.PIPE,
                        check=False, timeout=60, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20,) * 2))
                self.assertEqual((done.returncode, given.read_text()), (4, content), (words, done.stderr))
                self.assertIn(b"cannot be read: it is what is written to", done.stderr)
        with open("/dev/null", "r+b") as null:  # no file, and no harm
            self.assertEqual(subprocess.run([PRAP, "replay"], stdin=null, stdout=null, check=False).returncode, 0)


class Surroundings(InDirectory):
    def test_the_same_bytes_everywhere(self):
        """No locale, zone or other variable changes an answer or a message."""
        self.stored(received("A1"), accepted("A1"))
        runs = [
            ["due", *DAY, "--within", "60", "--store", self.store],
            ["due", *DAY, "--within", "60", "--format", "ics", "--store", self.store],
            ["due", *DAY, "--within", "60", "--format", "csv", "--store", self.store],
            ["next", *DAY, "--store", self.store, "--text"],
            ["show", "A1", *DAY, "--store", self.store],
            ["days", "add", "2023-05-05", "15", "--why"],
            ["services", "--at", "2017-03-26T01:30", "--text"],
            ["extract", "check", SOURCE / "tests/golden/extract/records.jsonl"],
            ["replay", "missing.jsonl"],
            ["due", "--as-of", "TODAY"],
            ["rules", "IPES-3.23-N1"],
        ]
        installed = subprocess.run(["locale", "-a"], capture_output=True, check=False).stdout.decode(errors="replace")
        around = [
            {"LC_ALL": "C"},
            {"LC_ALL": "no_WHERE.UTF-8"},
            *({"LC_ALL": name, "LANGUAGE": name} for name in ("tr_TR.utf8", "de_DE.utf8", "ar_SA.utf8") if name in installed),
            {"TZ": "Pacific/Kiritimati"},
            {"TZ": ":/no/such/zone", "POSIXLY_CORRECT": "1"},
            {"TZ": "A" * 5000},
            {"HOME": "/nonexistent", "TMPDIR": "/nonexistent", "NO_COLOR": "1", "TERM": "", "COLUMNS": "1"},
        ]
        for words in runs:
            wanted = prap(*words, env={"LC_ALL": "C.UTF-8", "TZ": "UTC"})
            self.assertTrue(wanted.out + wanted.err)
            for one in around:
                ran = prap(*words, env=one)
                self.assertEqual((ran.code, ran.out, ran.err), (wanted.code, wanted.out, wanted.err), f"{words} {one}")

    def test_stopped_and_continued(self):
        """In the middle of a line from a pipe, and with signals for which nobody listens."""
        with subprocess.Popen([PRAP, "replay"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as process:
            for i in range(10):
                line = lines_of(received(f"A{i}")).encode()
                process.stdin.write(line[:40])
                process.stdin.flush()
                for one in (signal.SIGSTOP, signal.SIGWINCH, signal.SIGCHLD, signal.SIGURG, signal.SIGCONT):
                    process.send_signal(one)
                    time.sleep(0.01)
                process.stdin.write(line[40:])
                process.stdin.flush()
                self.assertEqual(json.loads(process.stdout.readline())["case"], f"A{i}")
            process.stdin.close()
            self.assertEqual((process.stdout.read(), process.stderr.read(), process.wait()), (b"", b"", 0))

    def test_stopped_while_it_waits_for_a_lock(self):
        self.stored(received("A1"))
        base = sqlite3.connect(self.file, isolation_level=None)
        base.execute("BEGIN IMMEDIATE")
        with subprocess.Popen([PRAP, "replay", "--store", self.store], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            process.stdin.write(lines_of(received("A2")).encode())
            process.stdin.close()
            for _ in range(4):
                time.sleep(0.1)
                process.send_signal(signal.SIGSTOP)
                time.sleep(0.05)
                process.send_signal(signal.SIGCONT)
            base.execute("ROLLBACK")
            base.close()
            answer, said = process.stdout.read(), process.stderr.read()
        self.assertEqual((process.returncode, said), (0, b""))
        self.assertIn(b'"case":"A2","verdict":"permitted"', answer)

    def test_every_command_hears_a_reader_that_went(self):
        """Also where whoever started it lets nobody hear of closed pipes."""
        self.stored(received("A1"))

        def deaf():
            signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGPIPE])

        day = [*DAY, "--store", self.store]
        for words in (["due", *day], ["due", *day, "--format", "csv"], ["next", *day], ["show", "A1", *day], ["schema"],
                      ["rules"], ["forms"], ["contacts", "--text"], ["verify", "--store", self.store], ["version"],
                      ["days", "is", "2023-05-08"], ["standards", *day], ["what-if", "A1", *day], ["--help"]):
            for before in (None, deaf):
                reader, writer = os.pipe()
                os.close(reader)
                done = subprocess.run([PRAP, *words], stdin=subprocess.DEVNULL, stdout=writer, stderr=subprocess.PIPE,
                                      check=False, preexec_fn=before)
                os.close(writer)
                self.assertEqual((done.returncode, done.stderr), (-signal.SIGPIPE, b""), words)


class Words(InDirectory):
    """The command line itself: long, empty and repeated words."""

    def test_empty_and_long(self):
        long = "x" * 100000
        for words, code in (
            (["replay", ""], 4), (["replay", long], 4), (["replay", "--store", ""], 2), (["replay", "--policy", ""], 2),
            (["replay", "--store", f"sqlite:{long}"], 4), (["due", "--as-of", ""], 2), (["due", f"--as-of={long}"], 2),
            (["days", ""], 2), (["days", "add", "", ""], 2), (["rules", ""], 2), (["rules", long], 2), ([""], 2), ([long], 2),
            (["show", "", *DAY], 3), (["show", long, *DAY], 3), (["diagram", ""], 2), ([f"--{long}"], 2),
            (["replay", f"--{long}"], 2), (["codes", ""], 2), (["forms", ""], 2), (["replay", "--sweep", ""], 2),
        ):
            ran = prap(*words)
            self.assertEqual(ran.code, code, (words[0][:20], ran.err[-200:]))
            self.assertEqual(len(ran.err.splitlines()), 1, ran.err[-200:])

    def test_options_anywhere_but_once(self):
        self.stored(received("A1"))
        wanted = prap("show", "--store", self.store, *DAY, "A1")
        for words in (["A1", "--store", self.store, *DAY], ["--store", self.store, "A1", f"--as-of={DAY[1]}"],
                      ["--store", self.store, *DAY, "--", "A1"]):
            ran = prap("show", *words)
            self.assertEqual((ran.code, ran.out), (0, wanted.out), words)
        for words in (["show", "A1", *DAY, *DAY], ["replay", "--exit-status", "--exit-status"],
                      ["replay", "--store", self.store, "--store", self.store], ["version", "--json", "--json"]):
            ran = prap(*words)
            self.assertEqual((ran.code, ran.out), (2, ""), words)
            self.assertIn("is given twice", ran.err)
        ran = prap("replay", "--", "--exit-status")
        self.assertEqual(ran.code, 4)
        self.assertIn("--exit-status cannot be read", ran.err)

    def test_what_is_said_twice_is_not_chosen_from(self):
        """Of two values of a fact or an address none is passed over without a word."""
        self.stored(received("A1"))
        extract = self.directory / "extract.csv"
        extract.write_text("prap-referral-id\nR1\n")
        day = [*DAY, "--store", self.store]
        for words in (["next", "A1", *day, "--fact", "reached=true", "--fact", "reached=false"],
                      ["next", *DAY, "--fact", "reached=true", "--fact", "reached=true"],
                      ["outcome", "A1", *day, "--fact", "deceased=true", "--fact", "deceased=unknown"],
                      ["path", "A1", *day, "--fact", "deceased=true", "--fact", "deceased=true"],
                      ["retain", *day, "--fact", "legal-hold=true", "--fact", "legal-hold=false"],
                      ["retain", *day, "--contract-end", "2025-01-01", "--fact", "contract-until=2026-01-01"],
                      ["extract", "check", "--fact", "mappa=yes", "--fact", "mappa=no", extract],
                      ["extract", "check", "--fact", "scr=", extract],
                      ["extract", "check", "--fact", "channel= ", extract],
                      ["contacts", "--own", "post-email=a@example.org", "--own", "post-email=b@example.org"],
                      ["form", "--own", "post-email=a@example.org", "--own", "post-email=b@example.org"]):
            ran = prap(*words)
            self.assertEqual((ran.code, ran.out), (2, ""), words)
            self.assertEqual(len(ran.err.splitlines()), 1)
        ran = prap("extract", "check", "--fact", "mappa=no", "--fact", "scr=no", "--fact", "channel=prap", extract)
        self.assertEqual(ran.code, 0, ran.err)

    def test_an_empty_word_is_not_all(self):
        """A variable of a script that is empty names no case; it does not ask for every case."""
        self.stored(received("A1"), received("A2"))
        for words in ([""], ["A1", ""]):
            ran = prap("verify", "--store", self.store, *words)
            self.assertEqual((ran.code, ran.lines()[-1]["verified"], ran.lines()[-1]["cases"]), (3, False, len(words) - 1))
            self.assertIn("a case id is required", ran.err)
        ran = prap("explain", "--phrases", "answers.jsonl")
        self.assertEqual((ran.code, ran.out), (2, ""))

    def test_a_tenant_that_is_none(self):
        """It is a word of the command line: wrong use, said once, before there is a store."""
        day = [*DAY, "--store", self.store]
        for words in (["replay", "--store", self.store], ["preview"], ["due", *DAY], ["next", *DAY], ["show", "A1", *DAY],
                      ["what-if", "A1", *DAY], ["outcome", "A1", *DAY], ["path", "A1", *DAY], ["checklist", "A1", *DAY],
                      ["records", "A1", *DAY], ["retain", *DAY], ["verify", *day[2:]], ["standards", *DAY], ["feed", *DAY],
                      ["forecast", *DAY, "--until", "2023-05-31"], ["recompute", *DAY, "--new-closed", "2023-05-10=Closed"],
                      ["person"], ["erase"], ["may-send"]):
            for tenant in ("a\nb", "x" * 65, os.fsdecode(b"\xff")):
                ran = prap(*words, "--tenant", tenant, given=lines_of(received("A1"), accepted("A1")))
                self.assertEqual((ran.code, ran.out), (2, ""), (words, ran.err))
                self.assertEqual(len(ran.err.splitlines()), 1)
                self.assertIn("--tenant: ", ran.err)
                self.assertFalse(self.file.exists())
        ran = prap("replay", "--store", self.store, "--tenant", "x" * 64, given=lines_of(received("A1")))
        self.assertEqual(ran.code, 0, ran.err)

    def test_numbers_are_digits(self):
        for text in (" 3", "+3", "3 ", "", "0x3", "3.0", "99999999999999999999", "\t3", "３"):
            ran = prap("due", *DAY, "--within", text)
            self.assertEqual((ran.code, ran.out), (2, ""), repr(text))
        for text in ("0", "3", "007", "9999999999"):
            self.assertEqual(prap("due", *DAY, "--within", text).code, 0, text)
        for text in (" 46", "+46", "46 ", "", "-", "--46"):
            self.assertEqual(prap("codes", "ipes", "--", text).code, 2, repr(text))
        self.assertEqual(prap("codes", "ipes", "-46").code, prap("codes", "ipes", "47").code)
        self.assertEqual(prap("codes", "ipes", "46").code, 0)


if __name__ == "__main__":
    unittest.main()
