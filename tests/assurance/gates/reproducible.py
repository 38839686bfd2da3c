import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from common import TOP, WORK, Failed, Figures, run

TITLE = "Reproducible"
ABOUT = ("The library built from a clone in one directory, and from the source archive in another by another user, with "
         "another mask, locale, time zone and clock; the archive (`git archive`) made twice, likewise: the same bytes.")
LONG = 5
OPTIONS = ["-Dtests=disabled", "-Dsqlite=disabled", "-Dpostgresql=disabled", "-Dcli=disabled", "-Dpython=disabled",
           "-Druby=disabled", "-Dbuildtype=release"]
LATER = ["faketime", "2031-05-05 05:05:05"]
OTHER_USER = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
SURROUNDINGS = {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "HOME": "/nonexistent"}


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def libraries(source):
    folder = source / "b/lib"
    return [(path.name, digest(path)) for path in sorted(folder.iterdir())
            if path.is_file() and (path.suffix == ".a" or ".so." in path.name)]


def make(source, prefix, umask, env=None):
    run([*prefix, "sh", "-c", f"umask {umask}; cd '{source}' && meson setup b {' '.join(OPTIONS)} && ninja -C b"], env=env)
    return libraries(source)


def archive(source, path, prefix):
    run([*prefix, "sh", "-c", f"git -C '{source}' archive --format=tar --prefix=libprap/ HEAD | gzip -9n > '{path}'"])
    return digest(path)


def measure():
    if os.geteuid() != 0:
        raise Failed("another user is only to be had as root")
    figures = Figures()
    here = WORK / "reproduced"
    shutil.rmtree(here, ignore_errors=True)
    here.mkdir(parents=True)
    run(["git", "clone", "-q", TOP, here / "libprap"])
    one, other = here / "one.tar.gz", here / "other.tar.gz"
    same = archive(here / "libprap", one, []) == archive(TOP, other, LATER)
    figures.add("source archive, from another clone and by another clock", "the same" if same else "not the same",
                "the same bytes", same)
    built = make(here / "libprap", [], "022")
    with tempfile.TemporaryDirectory() as name:
        there = Path(name)
        run(["tar", "-xzf", other, "-C", there])
        run(["chown", "-R", "nobody:nogroup", there])
        same = built == make(there / "libprap", [*OTHER_USER, *LATER], "077", SURROUNDINGS)
        owner = (there / "libprap/b/lib").owner()
    figures.add("shared and static library, from the archive, in another directory, by another user and clock",
                "the same" if same else "not the same", "the same bytes", same and len(built) >= 2 and owner == "nobody")
    return figures
