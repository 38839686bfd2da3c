"""Mutants that lie in no function: entries of tables, constants, and the big printed tables."""
import re

# The printed tables, whose entries are changed in memory when a test starts: there are too many to compile each.
PRINTED = {"lib/calendar/holidays-data.c": "holidays", "lib/base/crc-steps.c": "crc_steps"}
NAMES = {
    "holidays": [division + part for division in ("england_and_wales", "scotland", "northern_ireland")
                 for part in ("_holidays", "_before", "_days", "_holiday_ranks")],
    "crc_steps": ["prapi_crc_steps"],
}


def tables_of(source):
    """What a printed file of the judge's tree has at its end: where its tables are."""
    name = PRINTED[source.path]
    return f"const void *const prap_mutant_{name}[] = {{{', '.join(NAMES[name])}}};\n"


def tables_header(n_functions):
    lines = [f"#define PRAP_MUTANT_FUNCTIONS {n_functions}"]
    places, at = [], 0
    for name in PRINTED.values():
        lines.append(f"extern const void *const prap_mutant_{name}[];")
    lines.append("#define prap_mutant_tables (prap_mutant_all())")
    lines.append("static const void *const *prap_mutant_all(void) {")
    lines.append("    static const void *all[32];")
    for name in PRINTED.values():
        for i, _ in enumerate(NAMES[name]):
            lines.append(f"    all[{at}] = prap_mutant_{name}[{i}];")
            at += 1
    lines += ["    return all;", "}"]
    return "\n".join(lines) + "\n"


def table_numbers():
    return {table: at for at, table in enumerate(table for name in PRINTED.values() for table in NAMES[name])}


def value(word, names):
    return names[word] if word in names else int(word.rstrip("uUlL"), 0)


HOLIDAY = 24                                # sizeof(prap_holiday) on the machines that this runs on
WORDS = {"SIZE": HOLIDAY, "KNOWN": 1, "PROVISIONAL": 2}


def patches(source):
    """For a printed file: from a mutant's place to (table, offset, bytes). None where an entry is no number there."""
    numbers, found = table_numbers(), {}
    for table in re.finditer(r"^(?:static )?const (\w+) (\w+)((?:\[[^\]]*\])+) = \{", source.text, re.M):
        kind, name = table.group(1), table.group(2)
        if name not in numbers:
            continue
        end = source.text.index("\n};", table.end())
        body = source.text[table.end():end]
        body = re.sub(r'/\*.*?\*/|"(?:[^"\\]|\\.)*"', lambda text: " " * len(text.group()), body, flags=re.S)
        entries = [(table.end() + word.start(), word.group()) for word in re.finditer(r"\b\w+\b", body)]
        for at, (place, _) in enumerate(entries):
            if kind == "prap_holiday":
                found[place] = (numbers[name], HOLIDAY * (at // 4) + 4 * (at % 4), 4)
            else:
                size = {"uint16_t": 2, "uint32_t": 4}[kind]
                found[place] = (numbers[name], size * at, size)
    return found
