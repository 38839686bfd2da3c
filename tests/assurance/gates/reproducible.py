import hashlib
import shutil

from common import TOP, WORK, Figures, run

TITLE = "Reproducible"
ABOUT = "The library built in two directories, under two clocks and two users with different masks: the same bytes."
LONG = 5


def digest(folder):
    names = sorted(path for path in (folder / "b/lib").iterdir() if path.suffix == ".a" or ".so." in path.name)
    return [(path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in names if path.is_file()]


def make(name, prefix, umask):
    folder = WORK / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    run(["git", "clone", "-q", TOP, folder / "libprap"])
    source = folder / "libprap"
    script = (f"umask {umask}; cd {source} && meson setup b -Dtests=disabled -Dsqlite=disabled -Dpostgresql=disabled "
              "-Dcli=disabled -Dpython=disabled -Druby=disabled -Dbuildtype=release && ninja -C b")
    run([*prefix, "sh", "-c", script])
    return digest(source)


def measure():
    figures = Figures()
    run(["chmod", "-R", "a+rX", WORK.parent], allowed=None)
    here = make("reproduced-here", [], "022")
    there = make("reproduced/in/another/place", ["faketime", "2031-05-05 05:05:05"], "077")
    figures.add("shared and static library, another directory, clock and mask",
                "the same" if here == there else "not the same", "the same bytes", here == there and len(here) >= 2)
    return figures
