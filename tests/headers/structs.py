"""Reads the public structs out of the headers: {struct: [member]}, in order of declaration."""
import re
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
INCLUDE = TOP / "include/prap"


def headers(include=INCLUDE):
    return sorted(path.name for path in include.glob("*.h"))


def structs(include=INCLUDE):
    found = {}
    for name in headers(include):
        text = re.sub(r"/\*.*?\*/", "", (include / name).read_text(encoding="utf-8"), flags=re.S)
        for struct, body in re.findall(r"typedef struct (prap_\w+) \{(.*?)\} \1;", text, flags=re.S):
            found[struct] = [member_name(member) for member in body.split(";") if member.strip()]
    return found


def member_name(declaration):
    """The name that a declaration declares; several in one would hide a member from the tests."""
    declaration = " ".join(declaration.split())
    pointer_to_function = re.search(r"\(\*(\w+)\)\(", declaration)
    if pointer_to_function:
        return pointer_to_function.group(1)
    if "," in declaration:
        raise SystemExit(f"declare one member at a time: {declaration}")
    return re.search(r"(\w+)(\[\w+\])*$", declaration).group(1)
