"""Names of mutants: each for as long as what it stands in is what it was."""
import hashlib
import re

from mutants import schemata

COMMENT = re.compile(r"(\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*')|[ \t]*/\*.*?\*/|[ \t]*//[^\n]*", re.S)


def bare(text):
    """Without comments: a reason that is written beside a line makes no verdict old."""
    return COMMENT.sub(lambda found: found.group(1) or "", text)


def place_of(source, mutant, function):
    """What a mutant stands in, its function or else its line, and where in it: both as without comments."""
    if function:
        if not hasattr(function, "bare"):
            function.bare = bare(source.text[function.start:function.end])
        return (function.bare,), len(bare(source.text[function.start:mutant.start]))
    begin = source.text.rfind("\n", 0, mutant.start) + 1
    line = source.text[begin:source.text.find("\n", mutant.start)]
    return (bare(line), source.text.count("\n" + line, 0, begin)), len(bare(source.text[begin:mutant.start]))


def hashed(*words):
    return hashlib.sha1("|".join(map(str, words)).encode("utf-8", "surrogateescape")).hexdigest()[:20]


def key_of(source, mutant, function):
    """A mutant's name for as long as its function stays what it is, or its line when it is in none."""
    home, at = place_of(source, mutant, function)
    return hashed(source.path, mutant.op, mutant.old, mutant.new, *home, at)


def judged_of(source):
    """(function or None, mutant) of all of a file's mutants but those of what is marked as impossible."""
    defensive = schemata.defensive(source)
    return [(function, mutant) for function in [*source.functions, None]
            for mutant in (function.mutants if function else source.outside) if not defensive(mutant)]


def row_of(key, source, mutant, status):
    return {"key": key, "file": source.path, "line": mutant.line, "op": mutant.op, "old": mutant.old[:200],
            "new": mutant.new[:200], "status": status}
