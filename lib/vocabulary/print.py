#!/usr/bin/env python3
"""Prints from the vocabulary tables everything that would otherwise be typed twice.

    print.py status-header       include/prap/status.h
    print.py vocabulary-header   include/prap/vocabulary.h
    print.py python              bindings/python/prap/vocabulary.py
    print.py ruby                bindings/ruby/lib/prap/vocabulary.rb
    print.py --write             writes all four in place
    print.py --check             says which of the four differ from the tables; exit 1 if any does

The printed files are committed, so that a host needs no Python to build; tests/lint runs --check.
"""
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent

# kind -> (file, public type word). One row of a file is one constant PRAP_<KIND>_<NAME>.
TABLES = [
    ("STATE", "states.def"), ("EVENT", "events.def"), ("FACT", "facts.def"), ("OPTION", "options.def"),
    ("REASON", "reasons.def"), ("NOTICE", "notices.def"), ("DEADLINE", "deadlines.def"),
    ("POLICY", "policies.def"), ("CHOICE", "choices.def"), ("COMPUTATION", "computations.def"),
    ("SERVICE", "services.def"), ("MEASURE", "measures.def"), ("FINDING", "findings.def"),
    ("CHECKLIST", "checklists.def"), ("RECORD", "records.def"),
    ("CALL_REASON", "call-reasons.def"), ("CALL_REMINDER", "call-reminders.def"),
    ("DESK_FACT", "desk-facts.def"), ("DESK_OPTION", "desk-options.def"), ("DESK_FINDING", "desk-findings.def"),
    ("DATA_ITEM", "data-items.def"), ("DATA_FINDING", "data-findings.def"),
    ("FORM", "forms.def"), ("FORM_FACT", "form-facts.def"), ("FORM_OPTION", "form-options.def"),
    ("FORM_FINDING", "form-findings.def"), ("SERVICE_FINDING", "service-findings.def"),
    ("RETENTION_FACT", "retention-facts.def"), ("RETENTION_FINDING", "retention-findings.def"),
]

# The tables of findings that end in what to do.
TOLD = ("DESK_FINDING", "DATA_FINDING", "FORM_FINDING", "SERVICE_FINDING",
        "RETENTION_FINDING")


def rows(path, macro="X"):
    """The argument lists of every MACRO(...) row of a table, strings unquoted."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
    for match in re.finditer(r'^\s*' + macro + r'\(((?:[^"()]|"(?:[^"\\]|\\.)*")*)\)', text, flags=re.M):
        fields = re.findall(r'"((?:[^"\\]|\\.)*)"|([^,\s"]+)', match.group(1))
        yield [quoted or bare for quoted, bare in fields]


def words():
    """(KIND, [(number, NAME, public name, meaning)]) for every kind, in kind-number order."""
    result = []
    for kind, name in TABLES:
        macro = "C" if kind in ("CHOICE", "CHECKLIST") else "X"
        entries = []
        for row in rows(HERE / name, macro):
            public = row[3] if kind in ("OPTION", "DESK_OPTION", "FORM_OPTION") else row[2]
            meaning = row[-2] if kind in ("REASON", "CALL_REASON") or kind in TOLD else row[-1]
            entries.append((int(row[0]), row[1], public, meaning))
        result.append((kind, entries))
    small = {}
    for kind, number, name, public, meaning in rows(HERE / "words.def"):
        small.setdefault(kind, []).append((int(number), name, public, meaning))
    result.extend(small.items())
    return result


def sensitive():
    """The public names of the words of sensitive.def, each once, in its order."""
    names = {(kind, name): public for kind, entries in words() for _, name, public, _ in entries}
    return list(dict.fromkeys(names[kind, name] for kind, name in rows(HERE / "sensitive.def")))


def kind_numbers():
    """Permanent numbers of the kinds: the tables 1 to 19 and then from 201, the kinds of words.def from 20. Both lists
    only grow at the end."""
    small = sum(1 for _ in dict.fromkeys(row[0] for row in rows(HERE / "words.def")))
    tables = [number if number < 20 else number + 181 for number in range(1, len(TABLES) + 1)]
    return tables + list(range(20, 20 + small))


def statuses():
    return [(int(r[0]), r[1], r[2], r[3], r[4]) for r in rows(TOP / "lib/base/status.def")]


def camel(kind):
    return "".join(part.capitalize() for part in kind.split("_"))


def constants(prefix, entries, width):
    lines = []
    for number, name, public, meaning in entries:
        lines.append(f"    {(prefix + name).ljust(width)} = {number}, /* {public}: {meaning} */")
    return lines


def status_header():
    classes = []
    for row in statuses():
        if row[3] not in classes:
            classes.append(row[3])
    out = ["/*", " * status.h: what a call or a callback returns. Printed from lib/base/status.def; do not edit.", " *",
           " * A status says whether a question could be answered, never what the answer is. Numbers are permanent.",
           " * Thread rule: any thread, any time.", " */",
           "#ifndef PRAP_STATUS_H", "#define PRAP_STATUS_H", "", "#include <stdint.h>", "",
           '#include "prap/export.h"', "", "#ifdef __cplusplus", 'extern "C" {', "#endif", "",
           "typedef int32_t prap_status;", "", "enum {"]
    for number, name, public, _, meaning in statuses():
        out.append(f"    {('PRAP_' + name).ljust(16)} = {number}, /* {public}: {meaning} */")
    out += ["};", "", "/* Who can mend it. */", "enum {"]
    for i, name in enumerate(classes):
        out.append(f"    {('PRAP_CLASS_' + name).ljust(17)} = {i},")
    out += ["};", "",
            "/* The public name of a status (\"coverage\"), its meaning, and its PRAP_CLASS_*.",
            " * Static text, never freed. NULL, NULL and PRAP_CLASS_BUG for a number that is no status. Since 0.1. */",
            "PRAP_API const char *prap_status_name(prap_status status);",
            "PRAP_API const char *prap_status_meaning(prap_status status);",
            "PRAP_API int32_t prap_status_class(prap_status status);", "",
            "#ifdef __cplusplus", "}", "#endif", "", "#endif", ""]
    return "\n".join(out)


def vocabulary_header():
    out = ["/*", " * vocabulary.h: the words of the library. Printed from the tables of lib/vocabulary/; do not edit.", " *",
           " * Every word has a permanent number, which hosts may store, and a public kebab-case name, which JSON uses.",
           " * Thread rule: any thread, any time; read-only data.", " */",
           "#ifndef PRAP_VOCABULARY_H", "#define PRAP_VOCABULARY_H", "", "#include <stddef.h>",
           "#include <stdint.h>", "", '#include "prap/export.h"', "", "#ifdef __cplusplus", 'extern "C" {',
           "#endif", "", "/* The kinds of word. */", "enum {"]
    everything = words()
    for number, (kind, _) in zip(kind_numbers(), everything):
        out.append(f"    PRAP_WORDS_{kind} = {number},")
    out.append("};")
    for kind, entries in everything:
        prefix = f"PRAP_{kind}_"
        width = max(len(prefix + e[1]) for e in entries)
        out += ["", "enum {"] + constants(prefix, entries, width) + ["};"]
    out += ["", "/* One word. Library-owned, never freed. New members are appended. */",
            "typedef struct prap_word {",
            "    uint32_t size;",
            "    uint32_t kind;       /* PRAP_WORDS_* */",
            "    uint32_t number;     /* permanent within its kind */",
            "    uint32_t rule;       /* for prap_rule_by_number, or 0 */",
            "    uint32_t detail;     /* FACT, DESK_FACT, FORM_FACT: PRAP_FACT_TYPE_*. OPTION, DESK_OPTION,",
            "                            FORM_OPTION: its fact. EVENT, FORM: PRAP_ACTOR_*. NOTICE, FINDING,",
            "                            CALL_REMINDER, DESK_FINDING, DATA_FINDING, FORM_FINDING,",
            "                            SERVICE_FINDING: PRAP_SEVERITY_*. STATE: 1 when ended. MEASURE: 1 when",
            "                            adverse. DATA_ITEM: PRAP_DATA_TYPE_*. Else 0 */",
            "    uint32_t absent;     /* FACT, DESK_FACT, FORM_FACT: PRAP_ABSENT_*. NOTICE: PRAP_RECIPIENT_*.",
            "                            Else 0 */",
            "    const char *name;    /* public name */",
            "    const char *meaning; /* one line of English */",
            "} prap_word;", "",
            "/* How many words a kind has; 0 for an unknown kind. Since 0.1. */",
            "PRAP_API uint32_t prap_word_count(uint32_t kind);", "",
            "/* The i-th word of a kind in table order, or NULL. Since 0.1. */",
            "PRAP_API const prap_word *prap_word_at(uint32_t kind, uint32_t i);", "",
            "/* The word with a number, or NULL. Since 0.1. */",
            "PRAP_API const prap_word *prap_word_by_number(uint32_t kind, uint32_t number);", "",
            "/* The word with a public name (name_bytes long, exact case), or NULL. Since 0.1. */",
            "PRAP_API const prap_word *prap_word_find(uint32_t kind, const char *name, size_t name_bytes);", "",
            "/*",
            " * 1 for a word that tells of MAPPA, a Special Customer Record, terminal illness or death (sensitive.def), which",
            " * generated text leaves out unless asked for; else 0, also for a word that there is not. Since 0.1.",
            " */",
            "PRAP_API int prap_word_is_sensitive(uint32_t kind, uint32_t number);", "",
            "/* A policy setting's room for choice. Library-owned. */",
            "typedef struct prap_policy {",
            "    uint32_t size;",
            "    uint32_t number;            /* PRAP_POLICY_* */",
            "    int32_t default_value;      /* PRAP_CHOICE_*, a number or a day */",
            "    int32_t lowest;             /* range; both 0 for a choice, lowest negative for a day */",
            "    int32_t highest;",
            "    uint32_t reserved;          /* 0 */",
            "    const char *catalogue_name; /* \"P-LATE-ACK\" */",
            "    const char *serves;         /* the ambiguity, \"AMB-44\" */",
            "} prap_policy;", "",
            "/* The policy with a number, or NULL; and its i-th choice (PRAP_CHOICE_*), or 0. Since 0.1. */",
            "PRAP_API const prap_policy *prap_policy_by_number(uint32_t policy);",
            "PRAP_API int32_t prap_policy_choice_at(uint32_t policy, uint32_t i);", "",
            "/* A deadline's computation in rules.md section 3 (\"D-01\"), or NULL. Since 0.1. */",
            "PRAP_API const char *prap_deadline_computation(uint32_t deadline);", "",
            "#ifdef __cplusplus", "}", "#endif", "", "#endif", ""]
    return "\n".join(out)


def python():
    out = ['"""The words of libprap as enumerations. Printed from the tables of lib/vocabulary/; do not edit."""', "",
           "from __future__ import annotations", "", "from enum import IntEnum, unique",
           "from typing import Type, TypeVar", "",
           'W = TypeVar("W", bound="Word")', "", "",
           "class Word(IntEnum):",
           '    """A word with a permanent number, a public kebab-case ``word`` and a one-line ``meaning``."""', "",
           "    word: str", "    meaning: str", "",
           "    def __new__(cls, number: int, word: str = \"\", meaning: str = \"\") -> Word:",
           "        member = int.__new__(cls, number)", "        member._value_ = number",
           "        member.word = word", "        member.meaning = meaning", "        return member", "",
           "    @classmethod", "    def find(cls: Type[W], word: str) -> W:",
           '        """The member whose ``word`` is given. Raises KeyError when there is none."""',
           "        for member in cls:", "            if member.word == word:", "                return member",
           "        raise KeyError(word)", "",
           "    def __str__(self) -> str:", "        return self.word", "",
           "    def __format__(self, form: str) -> str:", "        return format(self.word, form)", ""]
    status = [(n, name, public, meaning) for n, name, public, _, meaning in statuses()]
    for kind, entries in [("STATUS", status)] + words():
        out += ["", "@unique", f"class {camel(kind)}(Word):", f'    """{kind.lower().replace("_", " ").capitalize()} words."""', ""]
        for number, name, public, meaning in entries:
            out.append(f"    {name} = ({number}, {public!r}, {meaning!r})")
        out.append("")
    out += ["", "#: Who can mend what each status says.", "CLASS_OF = {"]
    out += [f"    Status.{name}: {class_!r}," for _, name, _, class_, _ in statuses()]
    out += ["}", "", "#: The words that text leaves out unless asked for: sensitive.def.", "SENSITIVE = frozenset({"]
    out += [f"    {name!r}," for name in sensitive()]
    out += ["})", "", "#: The permanent number of each kind of word in the library (PRAP_WORDS_*)."]
    out += ["KIND_NUMBERS: dict[type[Word], int] = {"]
    out += [f"    {camel(kind)}: {number}," for number, (kind, _) in zip(kind_numbers(), words())]
    out += ["}", ""]
    return "\n".join(out)


def ruby():
    def quote(text):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("#", "\\#") + '"'
    out = ["# frozen_string_literal: true", "",
           "# The words of libprap. Printed from the tables of lib/vocabulary/; do not edit.",
           "module Prap", "  # A word with a permanent number, a public kebab-case name and a one-line meaning.",
           "  Word = Struct.new(:kind, :number, :name, :meaning) do",
           "    def to_s = name", "    def to_i = number", "  end", "",
           "  # WORDS[:event] is every event in table order, frozen.", "  WORDS = {"]
    status = [(n, name, public, meaning) for n, name, public, _, meaning in statuses()]
    for kind, entries in [("STATUS", status)] + words():
        out.append(f"    {kind.lower()}: [")
        for number, _, public, meaning in entries:
            out.append(f"      Word.new(:{kind.lower()}, {number}, {quote(public)}, {quote(meaning)}).freeze,")
        out.append("    ].freeze,")
    out += ["  }.freeze", "", "  # The names of the words that text leaves out unless asked for: sensitive.def.",
            "  SENSITIVE = ["]
    out += [f"    {quote(name)}," for name in sensitive()]
    out += ["  ].to_h { |name| [name, true] }.freeze", "end", ""]
    return "\n".join(out)


PRINTED = [
    ("status-header", "include/prap/status.h", status_header),
    ("vocabulary-header", "include/prap/vocabulary.h", vocabulary_header),
    ("python", "bindings/python/prap/vocabulary.py", python),
    ("ruby", "bindings/ruby/lib/prap/vocabulary.rb", ruby),
]


def main(arguments):
    if arguments == ["--write"]:
        for _, path, printer in PRINTED:
            (TOP / path).parent.mkdir(parents=True, exist_ok=True)
            (TOP / path).write_text(printer(), encoding="utf-8")
        return 0
    if arguments == ["--check"]:
        stale = [path for _, path, printer in PRINTED
                 if not (TOP / path).exists() or (TOP / path).read_text(encoding="utf-8") != printer()]
        for path in stale:
            print(f"{path} differs from the tables: run lib/vocabulary/print.py --write", file=sys.stderr)
        return 1 if stale else 0
    for name, _, printer in PRINTED:
        if arguments == [name]:
            sys.stdout.write(printer())
            return 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
