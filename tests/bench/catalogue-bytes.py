#!/usr/bin/env python3
"""What the catalogue costs: the bytes of its object files' sections, with and without the English texts
(-Dprose=false), as `size` counts them. Pointers stand in .data.rel.ro, which a shared library fills in when loaded.

    catalogue-bytes.py WITH.a WITHOUT.a
"""
import re
import subprocess
import sys

# Section name prefix -> what a reader calls it.
SECTIONS = {".text": "code", ".rodata": "texts and numbers", ".data.rel.ro": "rows"}


def bytes_of(archive):
    """{(file, what): bytes} of the sections that a program carries."""
    found, name = {}, ""
    for line in subprocess.run(["size", "-A", archive], capture_output=True, text=True, check=True).stdout.splitlines():
        cells = line.split()
        if "(ex " in line:
            name = re.sub(r".*catalogue_|\.c\.o$", "", cells[0])
        for section, what in SECTIONS.items():
            if cells and (cells[0] == section or cells[0].startswith(section + ".")):
                found[name, what] = found.get((name, what), 0) + int(cells[1])
    return found


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    whole, bare = (bytes_of(archive) for archive in arguments)
    print(f"{'':32}{'with prose':>12}{'without':>12}")
    for key in sorted(whole.keys() | bare.keys()):
        print(f"{key[0] + ', ' + key[1]:32}{whole.get(key, 0):12,}{bare.get(key, 0):12,}")
    print(f"{'the catalogue, bytes':32}{sum(whole.values()):12,}{sum(bare.values()):12,}")
    return 0 if sum(bare.values()) < sum(whole.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
