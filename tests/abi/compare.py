#!/usr/bin/env python3
"""The library's interface against the released one, as a debugger sees both: types, members, prototypes.

    compare.py LIBRARY BASELINE [HEADERS]          exit 1 if a program built against BASELINE could break
    compare.py --write LIBRARY BASELINE [HEADERS]  writes BASELINE, for a release

BASELINE is the XML of abidw (libprap.abi). HEADERS is the folder whose types are public; all others may
change. New functions are no break. A struct that grew at its end is one for abidiff: whoever lets it grow has
shown with other-sizes-test.c that older hosts are adopted, and writes the baseline anew.
"""
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
SKIPPED = 77  # Meson's exit status for a test that could not be made
BREAKS = 4 | 8  # abidiff: an interface changed; it changed incompatibly


def write(library, baseline, headers):
    subprocess.run(["abidw", "--headers-dir", headers, "--drop-private-types", "--no-corpus-path",
                    "--no-comp-dir-path", "--no-show-locs", "--out-file", baseline, library], check=True)
    # Where the build directory stood is nobody's interface.
    text = Path(baseline).read_text(encoding="utf-8")
    text = re.sub(r"path='[^']*?((?:lib|tests)/[^']*)'", r"path='\1'", text)
    Path(baseline).write_text(text, encoding="utf-8")
    return 0


def suppressions(headers):
    """What abidiff is to pass over: the inside of handles, which the headers only name, and our own types."""
    text = "".join(path.read_text(encoding="utf-8") for path in Path(headers).glob("*.h"))
    handles = re.findall(r"^typedef struct (prap_\w+) \1;", text, flags=re.M)
    names = "|".join(sorted(handles) + ["prapi_.*"])
    return f"[suppress_type]\nname_regexp = ^({names})$\n"


def compare(library, baseline, headers):
    if platform.machine() != "x86_64":
        print("skipped: the committed interface is that of x86_64")
        return SKIPPED
    if ".debug_info" not in subprocess.run(["readelf", "-SW", library], check=True, capture_output=True,
                                           text=True).stdout:
        print("skipped: a library without debugging information does not tell its types")
        return SKIPPED
    if not shutil.which("abidiff"):
        print("there is no abidiff: install abigail-tools", file=sys.stderr)
        return 1
    with tempfile.NamedTemporaryFile("w", suffix=".ini") as handles:
        handles.write(suppressions(headers))
        handles.flush()
        result = subprocess.run(["abidiff", "--no-added-syms", "--no-show-locs", "--suppressions",
                                 handles.name, baseline, library], capture_output=True, text=True)
    if result.returncode & ~BREAKS:
        print(f"abidiff failed: exit status {result.returncode}\n{result.stderr}", file=sys.stderr)
        return 1
    if result.returncode & BREAKS:
        print(f"the interface differs from {Path(baseline).name}:\n{result.stdout}", file=sys.stderr)
        return 1
    return 0


def main(arguments):
    act = write if arguments[:1] == ["--write"] else compare
    arguments = arguments[act is write:]
    if len(arguments) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    library, baseline = arguments[:2]
    return act(library, baseline, arguments[2] if len(arguments) == 3 else TOP / "include/prap")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
