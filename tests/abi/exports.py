#!/usr/bin/env python3
"""The exported functions: what the headers declare, what the version script lists, what the library has.

    exports.py --write-map                   writes lib/libprap.map from the PRAP_API functions of the headers
    exports.py --check                       headers and version script agree
    exports.py --check SHARED_LIBRARY        and so does the library: its exports, what it needs from outside,
                                             that it has no writable data, and its soname
    exports.py --check ... --archive FILE    and the static library defines no name outside prap_ and prapi_
    exports.py --include DIR --map FILE ...  takes the headers and the map from elsewhere

A version node is named after the "Since" of the comment that covers the declaration.
"""
import argparse
import re
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
SONAME = "libprap.so.0"

# What the core may take from a C library: a freestanding compiler calls these of its own accord. Then what a hardened or instrumented build adds.
NEEDED = {"memcpy", "memmove", "memset", "memcmp"}
FROM_TOOLCHAIN = {"__stack_chk_fail", "__cxa_finalize", "__gmon_start__", "_ITM_deregisterTMCloneTable",
                  "_ITM_registerTMCloneTable", "__memcpy_chk", "__memmove_chk", "__memset_chk"}
INSTRUMENTED = re.compile(r"^(__(asan|ubsan|tsan|msan|sanitizer|gcov|llvm|sancov)_|asan\.|ubsan\.)")

# crtstuff's own byte and handle: the only writable data a shared object without writable globals has.
TOOLCHAIN_DATA = {"completed.0", "__dso_handle", "__TMC_END__", "_edata", "__bss_start", "_end", "_DYNAMIC",
                  "_GLOBAL_OFFSET_TABLE_"}


MAP_HEAD = "/* libprap.map: what the shared library exports. Printed by tests/abi/exports.py. */\n"

# A comment, or a declaration with the comment that closes its line.
DECLARATION = re.compile(r"/\*.*?\*/|^PRAP_API\b[^;]*?\b(prap_\w+)\s*\([^;]*;[ \t]*(?:/\*[^\n]*?\*/)?",
                         flags=re.S | re.M)


def declarations(include):
    """{function: (file name, comment)}. One comment covers the declarations that follow it closely."""
    found = {}
    for path in sorted(include.glob("*.h")):
        text, comment, end = path.read_text(encoding="utf-8"), "", 0
        for match in DECLARATION.finditer(text):
            if match.group(1) is None:
                comment = match.group(0)
            else:
                if "\n\n" in text[end:match.start()]:
                    comment = ""
                found[match.group(1)] = (path.name, comment)
            end = match.end()
    return found


def since(comment):
    match = re.search(r"\bSince (\d+\.\d+)\b", comment)
    return match.group(1) if match else None


def map_text(declared):
    nodes = {}
    for function, (_, comment) in declared.items():
        nodes.setdefault(since(comment), []).append(function)
    if None in nodes:
        raise SystemExit("no comment with 'Since': " + ", ".join(sorted(nodes[None])))
    out, previous = [MAP_HEAD], ""
    for version in sorted(nodes, key=lambda text: tuple(map(int, text.split(".")))):
        out.append(f"LIBPRAP_{version} {{\nglobal:\n")
        out += [f"    {function};\n" for function in sorted(nodes[version])]
        out.append("local:\n    *;\n" if not previous else "")
        out.append(f"}}{previous};\n")
        previous = f" LIBPRAP_{version}"
    return "".join(out)


def map_symbols(path):
    """{function: version node} of a version script."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
    symbols = {}
    for node, body in re.findall(r"(\w[\w.]*)\s*\{(.*?)\}", text, flags=re.S):
        exported = re.sub(r"local:.*", "", body, flags=re.S)
        for function in re.findall(r"([\w*?]+)\s*;", exported):
            symbols[function] = node
    return symbols


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def differences(names, left, right):
    for function in sorted(left - right):
        yield f"{function} is in {names[0]} but not in {names[1]}"
    for function in sorted(right - left):
        yield f"{function} is in {names[1]} but not in {names[0]}"


def header_faults(declared, listed):
    yield from differences(("the headers", "the version script"), set(declared), set(listed))
    for function, (_, comment) in declared.items():
        if function in listed and listed[function] != f"LIBPRAP_{since(comment)}":
            yield f"{function} says Since {since(comment)} but stands in {listed[function]}"


def library_faults(library, listed):
    exported, versions = set(), {}
    for line in run("nm", "-D", "--defined-only", library).splitlines():
        kind, name = line.split()[-2:]
        name, _, version = name.partition("@@")
        if kind != "A":
            exported.add(name)
            versions[name] = version
    yield from differences(("the version script", "nm -D of the library"), set(listed), exported)
    for name in sorted(exported & set(listed)):
        if versions[name] != listed[name]:
            yield f"{name} is exported as {versions[name] or 'unversioned'}, not {listed[name]}"

    undefined = run("nm", "-D", "--undefined-only", library).splitlines()
    needed = {line.split()[-1].partition("@")[0] for line in undefined}
    for name in sorted(needed - NEEDED - FROM_TOOLCHAIN):
        if INSTRUMENTED.match(name):
            continue
        yield f"the library needs {name}, which a freestanding core must not"

    symbols = run("nm", library).splitlines()
    if not any(INSTRUMENTED.match(line.split()[-1]) for line in symbols):
        mapped = sections(library)
        for line in symbols:
            kind, name = line.split()[-2:]
            if kind not in "BDGSbdgs" or name in TOOLCHAIN_DATA:
                continue
            if writable(mapped, int(line.split()[0], 16)):
                yield f"{name} is writable data ({kind})"

    soname = re.search(r"SONAME.*\[(.*)\]", run("readelf", "-d", library))
    if not soname or soname.group(1) != SONAME:
        yield f"the soname is {soname.group(1) if soname else 'missing'}, not {SONAME}"


def sections(library):
    """[(name, address, size)] of the sections that the loader maps."""
    table = []
    for line in run("readelf", "-SW", library).splitlines():
        match = re.match(r"\s*\[\s*\d+\]\s+(\S+)\s+\S+\s+([0-9a-f]+)\s+[0-9a-f]+\s+([0-9a-f]+)", line)
        if match:
            table.append((match.group(1), int(match.group(2), 16), int(match.group(3), 16)))
    return table


def writable(mapped, address):
    """Does this memory stay writable? .data.rel.ro is written by the loader, then sealed."""
    return any(start <= address < start + size and section in (".data", ".bss", ".tdata", ".tbss")
               for section, start, size in mapped)


def archive_faults(archive):
    """A static library has no version script: only prefixes keep its names apart from the host's."""
    for line in run("nm", "-g", "--defined-only", archive).splitlines():
        name = line.split()[-1] if len(line.split()) == 3 else ""
        if name and not name.startswith(("prap_", "prapi_")) and not INSTRUMENTED.match(name):
            yield f"{name} is defined by the static library without the prefix prap_ or prapi_"


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--write-map", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--include", type=Path, default=TOP / "include/prap")
    parser.add_argument("--map", type=Path, default=TOP / "lib/libprap.map")
    parser.add_argument("--archive")
    parser.add_argument("library", nargs="?")
    options = parser.parse_args()
    declared = declarations(options.include)
    if options.write_map:
        options.map.write_text(map_text(declared), encoding="utf-8")
        return 0
    if not options.check:
        parser.error("--write-map or --check")
    listed = map_symbols(options.map)
    faults = list(header_faults(declared, listed))
    if not declared:
        faults.append(f"no PRAP_API function in {options.include}")
    if options.library:
        faults += library_faults(options.library, listed)
    if options.archive:
        faults += archive_faults(options.archive)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
