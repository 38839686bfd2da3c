"""What Frama-C printed is kept by what it read: the command, and the text of every file but for comments."""
import hashlib
import re
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent.parent


def read_by(files, flags):
    """The files, and whatever they include that is ours."""
    made = subprocess.run(["gcc", "-MM", "-w", *[flag.replace("\\", "") for flag in flags], *files], check=True, text=True,
                          stdout=subprocess.PIPE).stdout
    words = re.sub(r"^\S+\.o:", " ", made.replace("\\\n", " "), flags=re.M).split()
    return sorted({Path(word).resolve() for word in words})


COMMENT = re.compile(rb"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|/\*@.*?\*/|//@[^\n]*)|[ \t]*(?:/\*.*?\*/|//[^\n]*)""", re.S)


def said(path):
    """What a file says to Frama-C: its text, where it stands, and what its annotations say."""
    return COMMENT.sub(lambda found: found.group(1) or b"\n" * found.group().count(b"\n"), path.read_bytes())


def place(folder, command, files, flags):
    """Where what the command prints is kept, or None when nothing is."""
    if folder is None:
        return None
    known = hashlib.sha256()
    known.update(subprocess.run(["frama-c", "-version"], check=True, stdout=subprocess.PIPE).stdout)
    known.update(" ".join(str(word) for word in command).replace(str(TOP), "").encode())
    for path in read_by(files, flags):
        known.update(f"\n{path.relative_to(TOP)}\n".encode() + said(path))
    return folder.resolve() / known.hexdigest()
