from common import Figures, build

TITLE = "Stack"
ABOUT = "The largest frame of a function of `lib/` by `-fstack-usage` at -O2; no frame depends on its arguments (`-Wvla`)."
LONG = 3
MOST = 2048


def measure():
    figures = Figures()
    folder, _ = build("stack", "gcc", "-Dtests=disabled", "-Dsqlite=disabled", "-Doptimization=2",
                      "-Dc_args=-fstack-usage", targets=["lib/libprap.so.0.1.0"])
    frames = []
    for file in (folder / "lib").rglob("*.su"):
        for line in file.read_text().splitlines():
            place, size, kind = line.split("\t")
            frames.append((int(size), place.split("/lib/")[-1].split(":")[0] + " " + place.rsplit(":", 1)[-1], kind))
    frames.sort(reverse=True)
    figures.none("frames of no fixed size", sum(kind == "dynamic" for _, _, kind in frames))
    size, place, _ = frames[0]
    figures.add(f"the largest frame of {len(frames)}", f"{size} bytes ({place})", f"at most {MOST} bytes", size <= MOST)
    figures.none("frames that are larger", sum(size > MOST for size, _, _ in frames))
    return figures
