"""What is read of a tree before trace.py concludes anything: the rows of the tables, the moves of the
programmes, the marks in comments under lib/, the lines of the scenarios, and what other tests say they show."""
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "vocabulary")]
import generate  # noqa: E402
import print as vocabulary  # noqa: E402

# table -> (what its rows are called, what a rule that they cite is)
TABLES = {"reasons.def": ("reason", "decided"), "deadlines.def": ("deadline", "decided"),
          "notices.def": ("notice", "reminded"), "facts.def": ("fact", "recorded"),
          "events.def": ("event", "recorded"), "measures.def": ("measure", "decided"),
          "findings.def": ("finding", "decided"), "computations.def": ("computation", "decided"),
          "call-reasons.def": ("call-reason", "decided"),
          "call-reminders.def": ("call-reminder", "reminded"),
          "desk-findings.def": ("desk-finding", "decided"), "desk-facts.def": ("desk-fact", "recorded"),
          "data-items.def": ("data-item", "recorded"), "data-findings.def": ("data-finding", "decided"),
          "form-findings.def": ("form-finding", "decided"), "form-facts.def": ("form-fact", "recorded"),
          "service-findings.def": ("service-finding", "decided"),
          "retention-findings.def": ("retention-finding", "decided"),
          "retention-facts.def": ("retention-fact", "recorded")}

# kinds of words.def that a mark may name -> what their words are called
WORDS = {"CHALLENGE": "challenge", "QUESTION": "question", "CALL_EVENT": "call-event", "CALL_FACT": "call-fact"}

# The same for tables whose rows have no name of their own: table -> (what a row is called, its kind of word, or None).
PER_PROGRAMME = {"thresholds.def": ("threshold", "THRESHOLD"), "feed.def": ("trigger", "FEED_TRIGGER"),
                 "codes.def": ("code", None)}

ID = r"(?:PRAP|PD|M08|CH15|IPES)-\w+(?:\.\w+)?(?:-\w+)*"
MARK = re.compile(rf"\brule ({ID}(?:, {ID})*): *(?:as ({ID})|(decided|reminded|recorded|shown only))"
                  r"(?: by ([A-Za-z0-9 -]+?))?\.? *(?:\*/ *)?$")
MEANT_AS_MARK = re.compile(rf"\brule {ID}(?:, {ID})*:")
SHOWS = re.compile(rf"\bshows ({ID}(?:, {ID})*)")
ROW = re.compile(r"^\s*\{ \{.*?\},\s*E\((\w+)\),"
                 r".*?(?:WHENEVER|REASON\((\w+)\)|REASON_UNDER\((\w+),|CODE\((\d+)\))")

# OF(REASON, CASE_ENDED, M08_CLOSE) and FOR(FOUND_WORK, REASON, CODE_FITS, M08_WORK_6) of a programme's cites.
CITE = re.compile(r"\b(?:OF\(|FOR\(\w+, )(REASON|NOTICE|EVENT|FACT), (\w+), (\w+)\)")


@dataclass
class Mark:
    where: str
    rule: str
    status: str
    same_as: str
    by: list


class Tree:
    """A tree as it was read. Faults of form are kept."""

    def __init__(self, top):
        self.top, self.faults = top, []
        self.rows, faults = generate.printed_rows(top / "lib/catalogue")
        self.faults += faults
        self.ids = {row[1]: row[2] for row in self.rows}
        self.sources = {path.relative_to(top).as_posix(): path.read_text(encoding="utf-8")
                        for path in sorted((top / "lib").rglob("*")) if path.suffix in (".c", ".h", ".def")}
        self.names, self.cites, self.when, self.permitted = {}, {}, {}, set()
        self.read_tables()
        self.read_moves()
        self.marks = list(self.read_marks())
        self.scenarios, self.policies, self.own_deadlines = {}, {}, {}
        for path in sorted((top / "tests/scenarios").rglob("*.jsonl")):
            self.read_scenario(path)
        self.shown = list(self.read_shown())

    def read_tables(self):
        """names: "reason too-few-attempts" -> (table, NAME); cites: the same -> rule ids."""
        folder = self.top / "lib/vocabulary"
        for table, (what, _) in TABLES.items():
            for row in vocabulary.rows(folder / table) if (folder / table).exists() else ():
                thing = f"{what} {row[2]}"
                self.names[thing] = (f"lib/vocabulary/{table}", row[1])
                self.cites[thing] = [self.ids[token] for token in row[3:-1] if token in self.ids]
        for kind, _, name, public, *_ in vocabulary.rows(folder / "words.def") if (folder / "words.def").exists() else ():
            if kind in WORDS:
                self.names[f"{WORDS[kind]} {public}"] = ("lib/vocabulary/words.def", name)
        for row in vocabulary.rows(folder / "desk-options.def") if (folder / "desk-options.def").exists() else ():
            self.names[f"desk-option {row[3]}"] = ("lib/vocabulary/desk-options.def", row[1])
        for what in ("document", "contact"):
            table = self.sources.get(f"lib/catalogue/{what}s.def", "")
            rows = re.findall(r'^X\((?:\d+, )?(\w+), ("?)([^",]*)', table, flags=re.M)
            for token, quote, name in rows:
                self.names[f"{what} {name if quote else token}"] = (f"lib/catalogue/{what}s.def", "")
        codes = folder / "codes.def"
        rows = [row for row in vocabulary.rows(codes) if row[0] == "IPES"] if codes.exists() else ()
        for _, code, token, *_ in rows:
            self.cites[f"row left {code}"] = [self.ids[token]] if token in self.ids else []
            self.names[f"row left {code}"] = ("lib/vocabulary/codes.def", "")
        self.read_programmes(folder)
        self.read_cites()
        self.read_checklists(folder)
        self.read_forms(folder)
        options = folder / "options.def"
        self.options = {row[1]: row[3] for row in vocabulary.rows(options)} if options.exists() else {}
        self.events = {name: thing.split(" ")[1] for thing, (table, name) in self.names.items()
                       if thing.startswith("event ")}

    def read_programmes(self, folder):
        """Rows of what each programme has are "threshold whp first-pay", "trigger ipes back-out", "code whp 37"."""
        small = folder / "words.def"
        words = {tuple(row[:1] + row[2:3]): row[3] for row in vocabulary.rows(small)} if small.exists() else {}
        for table, (what, kind) in PER_PROGRAMME.items():
            for programme, name, *cells in vocabulary.rows(folder / table) if (folder / table).exists() else ():
                word = words.get((kind, name), name) if kind else name
                thing = f"{what} {words.get(('PROGRAMME', programme), programme.lower())} {word}"
                self.names[thing] = (f"lib/vocabulary/{table}", "")
                self.cites[thing] = [self.ids[token] for token in cells if token in self.ids]

    def read_checklists(self, folder):
        """A checklist cites its own rule and those of its items: what each asks to be said and held is recorded."""
        path = folder / "checklists.def"
        lists = {row[1]: row for row in vocabulary.rows(path, "C")} if path.exists() else {}
        items = re.findall(r"^I\((\w+), .*, (\w+)\)$", path.read_text(encoding="utf-8"), flags=re.M) if lists else ()
        for token, row in lists.items():
            tokens = [row[4], *(rule for of, rule in items if of == token)]
            self.names[f"checklist {row[2]}"] = ("lib/vocabulary/checklists.def", "")
            self.cites[f"checklist {row[2]}"] = list(dict.fromkeys(self.ids[one] for one in tokens if one in self.ids))

    def read_forms(self, folder):
        """A form itself, and where it goes, are recorded: "form whp07". What it asks for, its fields and what must be so
        (F and S), and on which programme something is an occasion for it, decide: "form-asks whp07", "form-option work"."""
        path, options = folder / "forms.def", folder / "form-options.def"
        for row in vocabulary.rows(path) if path.exists() else ():
            own = [other for macro in "RFS" for other in ([macro, *cells] for cells in vocabulary.rows(path, macro))
                   if other[1] == row[1]]
            recorded = [row[3], *(cell for other in own if other[0] == "R" for cell in other)]
            asked = [cell for other in own if other[0] != "R" for cell in other]
            for what, tokens in (("form", recorded), ("form-asks", asked)):
                self.names[f"{what} {row[2]}"] = ("lib/vocabulary/forms.def", "")
                self.cites[f"{what} {row[2]}"] = list(dict.fromkeys(self.ids[one] for one in tokens if one in self.ids))
        for row in vocabulary.rows(options) if options.exists() else ():
            self.names[f"form-option {row[3]}"] = ("lib/vocabulary/form-options.def", "")
            self.cites[f"form-option {row[3]}"] = [self.ids[token] for token in row[4:-1] if token in self.ids]

    def read_cites(self):
        """Where a programme has another rule for a word than the word's own, that rule is cited by it too."""
        words = {(what.upper(), name): thing for thing, (table, name) in self.names.items()
                 for what in ("reason", "notice", "event", "fact") if thing.startswith(what + " ")}
        for path, source in self.sources.items():
            found = CITE.findall(source) if path.startswith("lib/programmes/") else ()
            for kind, name, token in found:
                rules = self.cites.get(words.get((kind, name)), None)
                if rules is None or token not in self.ids:
                    self.faults.append(f"{path}: {kind} {name} cites {token}: no such word, or no such rule")
                elif self.ids[token] not in rules:
                    rules.append(self.ids[token])

    def read_moves(self):
        """Every row of a programme is "row EVENT [REASON or CODE]", and "feed ..." where it moves the feed."""
        for path, source in self.sources.items():
            if not path.startswith("lib/programmes/"):
                continue
            for line in source.splitlines():
                match = ROW.match(line)
                if not match or match.group(1) not in self.events:
                    continue
                event, reason, under, code = match.groups()
                option = self.options.get(reason or under, "") or code or ""
                thing = f"{self.events[event]} {option}".strip()
                self.names.setdefault(f"row {thing}", (path, ""))
                self.when[f"row {thing}"] = path
                if "S(NONE)," not in line.partition("E(")[2]:
                    self.permitted.add(f"row {thing}")
                if "OPENS" in line or "CLOSES" in line:
                    self.names[f"feed {thing}"] = (path, "")
                    self.when[f"feed {thing}"] = path

    def read_marks(self):
        for path, source in self.sources.items():
            for number, line in enumerate(source.splitlines(), 1):
                where = f"{path}:{number}"
                match = MARK.search(line)
                if not match:
                    if MEANT_AS_MARK.search(line):
                        self.faults.append(f"{where}: not a mark: {line.strip()[:70]}")
                    continue
                rules, same_as, status, by = match.groups()
                for rule in rules.split(", "):
                    things = by.split(" and ") if by else []
                    yield Mark(where, rule, status or "", same_as or "", things)

    def read_scenario(self, path):
        name = path.relative_to(self.top / "tests/scenarios").as_posix()
        lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        lines = {number: json.loads(line) for number, line in lines}
        header = lines.pop(1)
        self.policies[name] = header.get("policies", {})
        defined = header.get("supplement", {}).get("deadlines", ())
        self.own_deadlines[name] = {deadline["name"] for deadline in defined}
        self.scenarios[name] = lines

    def read_shown(self):
        """(where, test name, rule id) of every "shows ..." in a test that is no scenario."""
        for path in sorted((self.top / "tests").rglob("*")):
            if path.suffix not in (".c", ".py", ".rb") or "fixtures" in path.relative_to(self.top).parts:
                continue
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                for match in SHOWS.finditer(line):
                    for rule in match.group(1).split(", "):
                        yield f"{path.relative_to(self.top)}:{number}", path.stem, rule
