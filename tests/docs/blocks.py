"""Reads the fenced code blocks of a Markdown file."""

import dataclasses
import re


@dataclasses.dataclass
class Block:
    path: object  # the document
    line: int  # of the opening fence
    language: str
    words: tuple  # what else stands in the info string
    text: str

    def __str__(self):
        return f"{self.path.name}:{self.line}"


def blocks_of(path):
    """All blocks in order. A fence that is not closed is an error."""
    found, opened = [], None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        fence = re.match(r"\s*```(.*)$", line)
        if opened is None and fence:
            words = fence[1].split()
            opened = Block(path, number, words[0] if words else "", tuple(words[1:]), "")
        elif opened is not None and fence:
            found.append(opened)
            opened = None
        elif opened is not None:
            opened.text += line + "\n"
    if opened is not None:
        raise ValueError(f"{opened}: the block is not closed")
    return found
