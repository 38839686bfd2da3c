#!/usr/bin/env python3
"""Every rule that a comment, a page, an example or a scenario cites is in the catalogue
(lib/catalogue/rules.def).

What looks like a rule id is a document's name, a dash and a paragraph number or an upper-case part:
IPES-3.23-N1, IPES-LC-39a, PD-UC. A citation of a whole paragraph that the catalogue splits ("IPES-3.63" for
its parts a and b), or of a group of rows ("IPES-A31"), stands when a rule id begins with it.

    rule-ids.py [TREE]
"""
import re
import sys

from tree import files, report, root, text

CITED = re.compile(r"(?<![\w-])(?:PRAP|PD|M08|CH15|IPES)-"
                   r"(?:\d+(?:\.\d+)?[a-z]?|[A-Z][A-Z0-9]*)(?:-[A-Z0-9]+[a-z]?)*(?![\w-])")
CITING = ["lib", "include", "bindings", "docs", "fuzz", "pkgconfig", "README.md", "tests/scenarios",
          "tests/golden"]
CODE = {".c", ".h", ".def", ".py", ".pyi", ".rb", ".rbs", ".md", ".jsonl", ".json", ".txt", ".build"}


def catalogue(top):
    source = (top / "lib/catalogue/rules.def").read_text(encoding="utf-8")
    return set(re.findall(r'^X\(\d+, \w+, "([^"]+)"', source, flags=re.M))


def stands(cited, rules):
    return cited in rules or any(re.match(re.escape(cited) + r"(?:[a-z]|-)", rule) for rule in rules)


def faults(top):
    rules = catalogue(top)
    for path in files(top, *CITING, suffixes=CODE):
        for number, line in enumerate(text(path).splitlines(), 1):
            for cited in CITED.findall(line):
                if not stands(cited, rules):
                    yield f"{path.relative_to(top)}:{number}: no rule {cited} in the catalogue"


if __name__ == "__main__":
    sys.exit(report(faults(root(sys.argv[1:]))))
