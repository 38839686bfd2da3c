#!/usr/bin/env python3
"""The preprocessor that Frama-C is given: gcc's, and where the length of an array is a word of an enumeration, its number.

    cpp.py ARGUMENT... -o PREPROCESSED SOURCE

Frama-C 25 ends with an assertion of its own where an array with such a length is initialised in part.
"""
import re
import subprocess
import sys
from pathlib import Path

WORD = r"[A-Z][A-Z0-9_]+"


def number_of(words, numbers):
    """What numbers and words of enumerations come to, or None."""
    known = re.sub(WORD, lambda found: str(numbers.get(found.group(), found.group())), "".join(words.split()))
    return eval(known, {}) if re.fullmatch(r"[\d+*()-]+", known) else None


def enumerated(text):
    """The numbers of the words of every enumeration, as far as they are sums of numbers and of earlier words."""
    numbers = {}
    bare = re.sub(r"/\*.*?\*/|//[^\n]*|^#[^\n]*", " ", text, flags=re.S | re.M)
    for body in re.findall(r"\benum\b\s*\w*\s*\{([^}]*)\}", bare):
        number = -1
        for item in body.split(","):
            word, _, value = (part.strip() for part in item.partition("="))
            number = number_of(value, numbers) if value else None if number is None else number + 1
            if word and number is not None:
                numbers[word] = number
    return numbers


def main():
    arguments = sys.argv[1:]
    subprocess.run(["gcc", "-C", "-E", "-I.", *arguments], check=True)
    path = Path(arguments[arguments.index("-o") + 1])
    text = path.read_text()
    numbers = enumerated(text)
    told = re.sub(r"\[([A-Z][\w +*-]*)\]", lambda found: f"[{number_of(found.group(1), numbers) or found.group(1)}]", text)
    path.write_text(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
