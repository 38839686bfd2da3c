#!/usr/bin/env python3
"""What holds a secret on the stack is wiped by the function that holds it.

A file of lib/ that wipes anything handles secrets: there every array of a function, and every reader, hash and check, is
given to what wipes it in that function, unless it stands in KEPT with the reason. The search of memory
(tests/secrets) shows that wiping works, and what no search would know again; this shows that none was forgotten. Files
that handle secrets are named in FILES, so that the last wiping of one cannot go unnoticed.

    wipes.py [TREE]
"""
import re
import sys

from tree import files, report, root, text, without_comments

FILES = {"lib/base/nino.c", "lib/base/secret.c", "lib/base/siphash.c", "lib/extract/marks.c", "lib/extract/values.c",
         "lib/provider-direct/access-code.c", "lib/provider-direct/folding.c", "lib/provider-direct/participant-check.c"}
KEPT = {("written_day", "parts"): "a day's numbers: a day is told to whoever asks",
        ("prap_data_mark_record", "seen"): "how often each item was seen",
        ("prapi_code_is_right", "at"): "positions, which the caller is told"}
FUNCTION = re.compile(r"^[a-z][\w *]*?\b(\w+)\([^;{}]*\) \{\n(.*?)^\}", re.M | re.S)
ARRAY = re.compile(r"^ +(?!static\b|return\b)(?:const )?\w+ (\w+)\[[^\]]*\](?: = [^;]*)?;", re.M)
HOLDER = re.compile(r"^ +(?:prapi_data_reader|prapi_siphash|checking) (\w+)(?:, (\w+))?(?: = [^;]*)?;", re.M)
HANDLES = re.compile(r"\bprapi_(?:wipe|data_close)\(")
WIPED = re.compile(r"\bprapi_(?:wipe|data_close|siphash_end)\(&?(\w+)")


def faults(top):
    kept, wiping = set(), set()
    for path in files(top, "lib", suffixes={".c"}):
        name, source = path.relative_to(top).as_posix(), without_comments(text(path))
        if not HANDLES.search(source):
            continue
        wiping.add(name)
        for function, body in FUNCTION.findall(source):
            held = {word for row in HOLDER.findall(body) for word in row if word} | set(ARRAY.findall(body))
            for local in sorted(held - set(WIPED.findall(body))):
                if (function, local) in KEPT:
                    kept.add((function, local))
                else:
                    yield f"{name}: {function} does not wipe {local}"
    for name in sorted(FILES - wiping):
        yield f"{name} wipes nothing, and handles secrets"
    for name in sorted(wiping - FILES):
        yield f"{name} wipes something, and does not stand in FILES"
    for function, local in sorted(set(KEPT) - kept):
        yield f"KEPT: {function} has no {local} that is left"


if __name__ == "__main__":
    sys.exit(report(faults(root(sys.argv[1:]))))
