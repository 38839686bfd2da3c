"""The pages of what the catalogue holds beside its rules: ambiguities.md, policies.md, contacts.md, documents.md.
pages.py writes them.
"""
import datetime
import re
from pathlib import Path

import print as vocabulary
import rows

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
CALLS = {"ambiguities.md": "prap_ambiguity_find", "policies.md": "prap_catalogue_policy_find",
         "contacts.md": "prap_contact_find", "documents.md": "prap_document_find"}


def cell(text):
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")


def anchor(name):
    return f'<a id="{name.lower()}"></a>{name}'


def table(columns, lines):
    return ["| " + " | ".join(columns) + " |", "|---" * len(columns) + "|",
            *("| " + " | ".join(line) + " |" for line in lines)]


def ambiguity_link(serves):
    return f"[{serves}](ambiguities.md#{serves.lower()})" if serves.startswith("AMB-") else serves


def policy_links(text):
    """The column Policy, each policy of 4.8 linked: "P-LATE-ACK = REFUSE* / ALLOW_WITH_BREACH"."""
    return re.sub(r"P-[A-Z0-9-]*[A-Z0-9]", lambda name: f"[{name.group()}](policies.md#{name.group().lower()})",
                  cell(text))


def ambiguities():
    found = rows.rows_in(HERE, "ambiguities.def")
    head = ["# Where the guidance is unclear", "",
            f"{len(found)} places where the five documents are unclear or contradict themselves, how each can be",
            "read, which reading we recommend and why. The last column names the policy that chooses, `*` marking its",
            "default; *fixed* says that one reading is built in. `-`: the catalogue lists no readings.", ""]
    return head + table(["Id", "Rules", "What is unclear", "Readings", "Recommended, and why", "Policy"],
                        ([anchor(row[2]), *map(cell, row[5:9]), policy_links(row[9])] for row in found))


def policies():
    found = rows.rows_in(HERE, "policies.def")
    ours = {row[1]: row for row in vocabulary.rows(TOP / "lib/vocabulary/policies.def")}
    deciding = [row for row in found if row[3] != "0"]
    head = ["# The policies", "",
            "Where the guidance can be read in several ways, a setting of the rulebook chooses: `prap replay --policy",
            "late-ack=allow-with-breach`, `prap_setting_parse` in C. Every answer names the settings that decided it.",
            f"{len(deciding)} of the catalogue's {len(found)} policies decide something in this version. Setting",
            "another is an error that says so.", "", "## Deciding", ""]
    head += table(["Policy", "Set as", "What it chooses", "Default", "Alternatives", "Serves"],
                  ([anchor(row[2]), f"`{ours[token(row)][2]}`", ours[token(row)][-1], *map(cell, row[6:8]),
                    ambiguity_link(row[8])] for row in deciding))
    head += ["", "## Not deciding anything yet", ""]
    return head + table(["Policy", "Default", "Alternatives", "Serves"],
                        ([anchor(row[2]), *map(cell, row[6:8]), ambiguity_link(row[8])]
                         for row in found if row[3] == "0"))


def token(row):
    return row[3].removeprefix("PRAP_POLICY_")


def contacts(statuses):
    head = ["# Contacts", "",
            "Whom the guidance names, as it is printed there. Some of it is out of use: a host should have its own",
            "register ([AMB-84](ambiguities.md#amb-84)).", ""]
    head += table(["Id", "Role", "As printed", "Where", "Status", "Note"],
                  ([row[2], *map(cell, row[5:8]), statuses[row[3]][0], cell(row[8])]
                   for row in rows.rows_in(HERE, "contacts.def")))
    return head + ["", *(f"- **{name}**: {meaning}" for name, meaning in statuses.values())]


def documents(titles):
    head = ["# The documents", "",
            "From which day each text counts. An answer about an earlier day says so",
            "([`outside`](../reference/answers.md)) and is what that text would say. No end is known of any of them.",
            ""]
    return head + table(["Document", "Title", "Counts from", "What it says of its dates"],
                        ([name, titles[name], first_day(day, policy), state]
                         for name, day, policy, state in rows.rows_in(HERE, "documents.def")))


def first_day(day, policy):
    if day == "PRAP_DAY_NONE":
        name = policy.replace("_", "-")
        return f"set by [{name}](policies.md#{name.lower()})"
    return str(datetime.date(1970, 1, 1) + datetime.timedelta(int(day)))


def pages(words):
    """{file name: lines}. words(kind): the rows of that kind of words.def as (NAME, public name, meaning)."""
    statuses = {name: (public, meaning) for name, public, meaning in words("CONTACT_STATUS")}
    titles = {public: meaning for _, public, meaning in words("DOCUMENT")}
    found = {"ambiguities.md": ambiguities(), "policies.md": policies(), "contacts.md": contacts(statuses),
             "documents.md": documents(titles)}
    for name, lines in found.items():
        lines += ["", f"In C: `{CALLS[name]}` (`prap/catalogue.h`). `prap rules ID` prints one."]
    return found
