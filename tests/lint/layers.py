#!/usr/bin/env python3
"""Which way things point: every #include of lib/ obeys lib/LAYERS, the core includes only freestanding
headers and <string.h>, and whatever lives outside lib/ sees only include/prap/.

    layers.py [TREE]
"""
import re
import sys

from tree import files, report, root, text, without_comments

CODE = {".c", ".h", ".def"}
FREESTANDING = {"float.h", "iso646.h", "limits.h", "stdalign.h", "stdarg.h", "stdbool.h", "stddef.h",
                "stdint.h", "stdnoreturn.h", "string.h"}


def layers(top):
    """{folder: the folders it may include from}, in the order of LAYERS."""
    allowed = {}
    for line in (top / "lib/LAYERS").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            folder, arrow, targets = line.partition("->")
            if not arrow:
                raise SystemExit(f"lib/LAYERS: not a row: {line}")
            allowed[folder.strip()] = set(targets.split())
    return allowed


def cycle(allowed):
    """Folders that nothing else could be compiled before, or none: what is left when leaves are taken off."""
    left = dict(allowed)
    while True:
        leaves = [folder for folder, targets in left.items() if not targets & left.keys()]
        if not leaves:
            return sorted(left)
        for folder in leaves:
            del left[folder]


def table_faults(top, allowed):
    folders = {path.name for path in (top / "lib").iterdir() if path.is_dir() and path.name != "__pycache__"}
    for folder in sorted(folders - allowed.keys()):
        yield f"lib/{folder} is not in lib/LAYERS"
    for folder in sorted(allowed.keys() - folders):
        yield f"lib/LAYERS names {folder}, which is no folder of lib/"
    for folder, targets in allowed.items():
        for target in sorted(targets - allowed.keys()):
            yield f"lib/LAYERS: {folder} may include from {target}, which has no row"
    if cycle(allowed):
        yield "lib/LAYERS goes in a circle: " + " ".join(cycle(allowed))


def includes(path):
    source = without_comments(text(path))
    for number, line in enumerate(source.splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if match:
            yield number, match.group(1) == "<", match.group(2)


def core_faults(top, allowed):
    for path in files(top, "lib", suffixes=CODE):
        where = path.relative_to(top)
        if len(where.parts) < 3:
            yield f"{where}: code of lib/ lives in a folder of LAYERS"
            continue
        folder = where.parts[1]
        for number, system, target in includes(path):
            if system and target not in FREESTANDING:
                yield f"{where}:{number}: <{target}> is not freestanding"
            elif not system and not target.startswith("prap/"):
                other = target.split("/")[0]
                if "/" not in target or ".." in target:
                    yield f"{where}:{number}: \"{target}\" must be named from lib/, as folder/file"
                elif other != folder and other not in allowed.get(folder, ()):
                    yield f"{where}:{number}: {folder} may not include from {other} (lib/LAYERS)"


def outside_faults(top, allowed):
    internal = {path.name for path in files(top, "lib", suffixes={".h", ".def"})}
    for path in files(top, "bindings", "docs", "pkgconfig", suffixes=CODE | {".cc", ".cpp", ".hpp"}):
        where = path.relative_to(top)
        for number, system, target in includes(path):
            beside = (path.parent / target).exists()
            if target.split("/")[0] in allowed or "lib/" in target or (not system and not beside
                                                                     and target in internal):
                yield f"{where}:{number}: outside lib/ only include/prap/ may be included, not \"{target}\""
    for path in files(top, "bindings", "docs", "pkgconfig"):
        if path.name == "meson.build" and re.search(r"\blib_include\b|prap_sources", text(path)):
            yield f"{path.relative_to(top)}: builds with the inside of lib/"


def main(arguments):
    top = root(arguments)
    allowed = layers(top)
    return report([*table_faults(top, allowed), *core_faults(top, allowed), *outside_faults(top, allowed)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
