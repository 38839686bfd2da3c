#!/usr/bin/env python3
"""Runs a command with a PostgreSQL server of its own, and takes the server away after it, whatever happens.

    cluster.py COMMAND...               PRAP_TEST_POSTGRESQL names the server, PRAP_TEST_POSTGRESQL_CONTROL controls it
    cluster.py --control DIRECTORY kill|start|stop

The cluster lives in a new directory below /tmp, is reached by a socket in it and by nothing else, and trusts whoever can
reach the socket. As root it runs as the user postgres, because a server may not run as root. Without Debian's package
postgresql the command is not run and the exit status is 77, which Meson counts as skipped, unless
PRAP_TEST_POSTGRESQL_REQUIRED says that it must be.
"""
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SKIPPED = 77
# A kill of processes loses nothing that the system has, so the disk need not be waited for. Autovacuum would write and
# lock when it likes; a crash that is tested is to be over soon.
SETTINGS = {"listen_addresses": "", "fsync": "off", "autovacuum": "off", "max_connections": "60",
            "shared_buffers": "32MB", "restart_after_crash": "on", "log_min_messages": "fatal",
            "log_min_error_statement": "panic"}


def programs():
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


def run(directory, program, *arguments):
    command = [str(programs() / program), *map(str, arguments)]
    if os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    with open(directory / "control.log", "ab") as log:
        return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=directory).returncode


def start(directory):
    return run(directory, "pg_ctl", "-D", directory / "data", "-l", directory / "data/log", "-w", "-t", 60, "start")


def server_processes(directory):
    """The postmaster and what it started."""
    try:
        postmaster = int((directory / "data/postmaster.pid").read_text().split()[0])
    except (OSError, ValueError, IndexError):
        return []
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(postmaster)], capture_output=True, text=True).stdout
    return [postmaster, *map(int, found.split())]


def tell(process, what):
    try:
        os.kill(process, what)
    except ProcessLookupError:
        pass


def kill(directory):
    """As a power cut does: nobody gets to clean up. The postmaster is stopped before its processes are counted, so that
    it starts no more of them, and killed before them, or it would start recovery."""
    for process in server_processes(directory)[:1]:
        tell(process, signal.SIGSTOP)
    processes = server_processes(directory)
    for process in processes:
        tell(process, signal.SIGKILL)
    until = time.monotonic() + 20
    while time.monotonic() < until and any(Path(f"/proc/{process}").exists() for process in processes):
        time.sleep(0.01)
    return 0 if processes else 1


def make(directory):
    if os.geteuid() == 0:
        shutil.chown(directory, "postgres")
    directory.chmod(0o755)
    if run(directory, "initdb", "-D", directory / "data", "-A", "trust", "-U", "prap", "-E", "UTF8", "--locale=C",
           "--no-sync", "--no-instructions") != 0:
        return 1
    with open(directory / "data/postgresql.conf", "a", encoding="utf-8") as settings:
        settings.write(f"unix_socket_directories = '{directory}'\n")
        settings.writelines(f"{name} = '{value}'\n" for name, value in SETTINGS.items())
    return start(directory)


def watch(directory):
    """A process that ends the server when we have ended, even if we were killed. It is told by the end of a pipe."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        os.setsid()
        os.close(writing)
        for descriptor in (0, 1, 2):
            os.dup2(os.open(os.devnull, os.O_RDWR), descriptor)
        os.read(reading, 1)
        kill(directory)
        shutil.rmtree(directory, ignore_errors=True)
        os._exit(0)
    os.close(reading)
    os.set_inheritable(writing, False)
    return writing


def main(arguments):
    if arguments[:1] == ["--control"]:
        directory = Path(arguments[1])
        return {"kill": kill, "start": start}[arguments[2]](directory)
    if programs() is None:
        print("there is no PostgreSQL server here", file=sys.stderr)
        return 1 if os.environ.get("PRAP_TEST_POSTGRESQL_REQUIRED") else SKIPPED
    directory = Path(tempfile.mkdtemp(prefix="prap-pg-"))
    watch(directory)
    if make(directory) != 0:
        print((directory / "control.log").read_text(errors="replace"), file=sys.stderr)
        return 1
    environment = {**os.environ, "PRAP_TEST_POSTGRESQL": f"host={directory} user=prap dbname=postgres",
                   "PRAP_TEST_POSTGRESQL_CONTROL": f"{sys.executable} {Path(__file__).resolve()} --control {directory}"}
    for name in [name for name in environment if name.startswith("PG")]:
        del environment[name]
    return subprocess.run(arguments, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
