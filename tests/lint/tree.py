"""What the lints share: the files of the tree, and how a fault is told."""
import re
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
PARTS = ["lib", "include", "bindings", "tests", "fuzz", "docs", "pkgconfig", "README.md", "meson.build",
         "meson_options.txt"]
NOT_OURS = {"fixtures", "__pycache__", ".mypy_cache", "corpus", "node_modules"}


def root(arguments):
    """The tree to look at: the first argument, or the one that this script belongs to."""
    return Path(arguments[0]).resolve() if arguments else TOP


def files(top, *parts, suffixes=None):
    """The text files under some parts of the tree, in order, without fixtures (they are wrong on purpose)."""
    for part in parts or PARTS:
        start = top / part
        for path in [start] if start.is_file() else sorted(start.rglob("*")):
            if path.is_file() and not NOT_OURS & set(path.relative_to(top).parts[:-1]):
                if suffixes is None or path.suffix in suffixes:
                    yield path


def text(path):
    """A file's text, or "" when it holds bytes that are no text (a corpus, a built extension)."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def without_comments(source):
    """C source with its comments blanked, line numbers kept."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match.group(0))
    return re.sub(r"/\*.*?\*/|//[^\n]*", blank, source, flags=re.S)


def report(faults):
    """Tells the faults and gives the exit status."""
    faults = list(faults)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def against_the_catalogue(arguments, faults):
    """Tells what faults(tree, text) finds between the tree and rules.md, and gives the exit status: 77 (skipped) where
    rules.md is not to be had. A tree that is given has a rules.md of its own."""
    tree = root(arguments)
    rules = tree / "rules.md" if arguments else TOP.parent / "shared/spec/rules.md"
    if not rules.exists():
        print(f"{rules} is not here")
        return 77
    return report(faults(tree, rules.read_text(encoding="utf-8")))
