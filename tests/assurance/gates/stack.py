import re
from graphlib import CycleError, TopologicalSorter

from common import TOP, Failed, Figures, build, run

TITLE = "Stack"
ABOUT = ("The largest frame of a function of `lib/` by `-fstack-usage` at -O2; no frame depends on its arguments (`-Wvla`), and no "
         "function calls itself, by way of others either (`-fcallgraph-info`, which does not see calls through pointers). And "
         "how far down each operation of the fault tests goes on a painted stack. 2 KiB is what the ladder asks; the wiping of "
         "the stack after a secret has to be deeper than the call it follows.")
LONG = 4
MOST = 2048
PROMISED = 4096  # docs/guide/scaling.md
RETURN = 8  # bytes of an address to return to


def recursive(folder):
    """Functions that call each other in a circle, by the compiler's own graph; calls through pointers are not in it."""
    graph = {}
    for file in folder.rglob("*.ci"):
        for source, target in re.findall(r'edge: { sourcename: "([^"]+)" targetname: "([^"]+)"', file.read_text()):
            graph.setdefault(source, set()).add(target)
    if len(graph) < 100:
        raise Failed("the compiler wrote no graph of the calls")
    try:
        list(TopologicalSorter(graph).static_order())
    except CycleError as circle:
        return circle.args[1][1:]
    return []


def ways(folder):
    """How deep the way through direct calls is from each function, and where it ends, from the compiler's own graph."""
    own, calls, found = {}, {}, {}
    for file in (folder / "lib").rglob("*.ci"):
        graph = file.read_text()
        for title, size in re.findall(r'node: { title: "([^"]+)" label: "[^"]*?(\d+) bytes \(', graph):
            own[title] = int(size)
        for source, target in re.findall(r'edge: { sourcename: "([^"]+)" targetname: "([^"]+)"', graph):
            calls.setdefault(source, set()).add(target)
    for name in TopologicalSorter({**dict.fromkeys(own, ()), **calls}).static_order():
        below, last = max((found[target] for target in calls.get(name, ())), default=(0, ""))
        found[name] = (own.get(name, 0) + RETURN + below, last or name)
    return found


def measure():
    figures = Figures()
    folder, _ = build("stack", "gcc", "-Dsqlite=disabled", "-Doptimization=2",
                      "-Dc_args=-fstack-usage -fcallgraph-info=su", targets=["lib/libprap.so.0.1.0", "tests/fault/calls-test"])
    frames = []
    for file in (folder / "lib").rglob("*.su"):
        for line in file.read_text().splitlines():
            place, size, kind = line.split("\t")
            frames.append((int(size), place.split("/lib/")[-1].split(":")[0] + " " + place.rsplit(":", 1)[-1], kind))
    frames.sort(reverse=True)
    figures.none("frames of no fixed size", sum(kind == "dynamic" for _, _, kind in frames))
    circle = recursive(folder / "lib")
    figures.none("functions that come back to themselves", len(circle), circle)
    size, place, _ = frames[0]
    figures.add(f"the largest frame of {len(frames)}", f"{size} bytes ({place})", f"at most {MOST} bytes", size <= MOST)
    figures.none("frames that are larger", sum(size > MOST for size, _, _ in frames))
    listed = re.findall(r"^\s+(prap_\w+);", (TOP / "lib/libprap.map").read_text(), re.M)
    found = ways(folder)
    wiping = {name for name in listed if found[name][1] == "prapi_wipe_stack"}
    size, name = max((found[name][0], name) for name in listed if name not in wiping)
    figures.add(f"the deepest way through direct calls, of {len(listed) - len(wiping)} functions that wipe no stack",
                f"{size:,} bytes ({name})", f"less than {PROMISED:,} bytes", size < PROMISED)
    printed = run([folder / "tests/fault/calls-test", "--stack"])
    deepest, name = max((int(found[1]), found[2]) for found in re.finditer(r"(\d+) bytes of stack: (.+)", printed))
    figures.add("the deepest that a call of the engine goes, its memory store included", f"{deepest:,} bytes ({name})",
                f"at most {MOST:,} bytes", deepest <= MOST)
    return figures
