"""One file with all its mutants: each function of a source once for each of its mutants, and a switch between them.

The mutants are mutate.py's own: its places, its operators, its text. A mutant that lies in a function's body becomes a
copy of that function, `static f__mK`, with the change applied; the function itself begins by asking which copy is to
run. What lies outside functions (tables, constants) stays as it is here, and is judged otherwise (outside.py).
"""
import hashlib
import pickle
import re
import sys
from dataclasses import dataclass, field

from common import TOP

TOOLS = TOP.parent / "shared/tools"
HEADER = "extern int prap_mutant; extern unsigned char *prap_reached;\n"
SKIPPED = {"assert", "_Static_assert", "static_assert"}


def tool():
    """mutate.py as a module, found beside the project."""
    sys.path.insert(0, str(TOOLS))
    import mutate
    return mutate


@dataclass
class Function:
    name: str
    number: int
    start: int          # of its declaration
    opens: int          # its {
    end: int            # after its }
    head: str           # up to its name, without storage
    parameters: str     # with their brackets and what follows them
    arguments: str
    mutants: list = field(default_factory=list)

    def copy(self, suffix, body):
        return f"static {self.head}{self.name}__{suffix}{self.parameters}{body}\n"


@dataclass
class Source:
    """A file, its functions with their mutants, and the mutants that are in none."""
    path: str
    text: str
    functions: list
    outside: list
    quiet: dict


def argument(tokens):
    """The name of one parameter: the last word before any [ or, of a pointer to a function, after its (*."""
    for at, token in enumerate(tokens):
        if token.text == "(" and at + 2 < len(tokens) and tokens[at + 1].text == "*":
            return tokens[at + 2].text
    names = []
    for token in tokens:
        if token.text == "[":
            break
        if token.kind == "id":
            names.append(token.text)
    return names[-1]


def split(tokens):
    parts, depth = [[]], 0
    for token in tokens:
        depth += (token.text in "([{") - (token.text in ")]}") if token.kind == "op" else 0
        if token.text == "," and depth == 0:
            parts.append([])
        else:
            parts[-1].append(token)
    return [part for part in parts if part]


# A function whose beginning is a macro (provider-direct/guards/guards.h): its head, parameters and arguments.
MACROS = {"GUARD": ("prapi_call_finding ", "prapi_call_guard_{}", "(const prapi_call_judge *judge, uint32_t who)", "judge, who")}


def functions(code):
    """The functions of a mutate.CFile, in order."""
    tokens, found = code.t, []
    for at, token in enumerate(tokens):
        if code.region[at] != "f" or (at and code.region[at - 1] == "f") or token.text != "{":
            continue
        closes = at - 1
        while tokens[closes].kind == "id":
            closes -= 1
        opens = code.match[closes]
        name = tokens[opens - 1]
        if name.text in MACROS:
            head, called, parameters, arguments = MACROS[name.text]
            found.append(Function(called.format(tokens[opens + 1].text), 0, name.pos, token.pos,
                                  tokens[code.match[at]].pos + 1, head, parameters, arguments))
            continue
        if name.kind != "id" or name.text in ("sizeof", "_Static_assert"):
            continue
        first = opens - 1
        before = max((pp.pos for pp in code.pp if pp.pos < name.pos), default=-1)
        while first > 0 and tokens[first - 1].text not in (";", "}") and tokens[first - 1].pos > before:
            first -= 1
        start, last = tokens[first].pos, tokens[code.match[at]]
        words = split(tokens[opens + 1:closes])
        none = not words or (len(words) == 1 and [word.text for word in words[0]] == ["void"])
        head = re.sub(r"\b(static|inline|extern)\b\s*", "", code.src[start:name.pos])
        found.append(Function(name.text, 0, start, token.pos, last.pos + 1, head,
                              code.src[tokens[opens].pos:token.pos],
                              "" if none else ", ".join(argument(word) for word in words)))
    return found


def read(path, cache):
    """The source with its mutants, numbered by nobody yet. Kept in a folder: the big tables take a while."""
    mutate = tool()
    text = (TOP / path).read_text(encoding="utf-8", errors="surrogateescape")
    kept = cache / (hashlib.sha1((path + text).encode("utf-8", "surrogateescape")).hexdigest() + ".pickle")
    if kept.exists():
        return pickle.loads(kept.read_bytes())
    source = scan(mutate, path, text)
    cache.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps(source))
    return source


def defensive(source):
    """
    Whether a mutant is inside PRAPI_ALWAYS or PRAPI_NEVER, or puts in the place of one what it always is. Such a
    condition is there for what cannot happen: the gate three-ways builds the library with and without them.
    """
    spans = []
    for found in re.finditer(r"\bPRAPI_(ALWAYS|NEVER)\(", source.text):
        at, depth = found.end(), 1
        while depth:
            depth += {"(": 1, ")": -1}.get(source.text[at], 0)
            at += 1
        spans.append((found.start(), at, "1" if found.group(1) == "ALWAYS" else "0"))

    def one(mutant):
        return any(start <= mutant.start and mutant.end <= end and
                   ((start, end) != (mutant.start, mutant.end) or mutant.new == always) for start, end, always in spans)
    return one


def scan(mutate, path, text):
    code = mutate.CFile(path, text, SKIPPED)
    found, outside = functions(code), []
    for mutant in code.scan(set(mutate.ALL_OPS)):
        home = next((one for one in found if one.opens <= mutant.start < one.end), None)
        (home.mutants if home else outside).append(mutant)
    return Source(path, text, found, outside, code.quiet)


def dispatcher(function, numbered):
    """What the function does first: note that it was reached, and hand over to the copy that is asked for."""
    back = "{0}; return;" if re.sub(r"\W|PRAPI_\w+", "", function.head) == "void" and "*" not in function.head else "return {0};"

    def go(suffix):
        return back.format(f"{function.name}__{suffix}({function.arguments})")
    cases = " ".join(f"case {number}: {{ {go(f'm{number}')} }}" for number, _ in numbered)
    return (f" if (prap_reached) prap_reached[{function.number}] = 1;"
            f" if (prap_mutant) switch (prap_mutant) {{ case -1: {{ {go('same')} }} {cases} }} ")


def write(source, number_of, left_out=()):
    """The file with all of it. Also, for each mutant, the lines that its copy takes up."""
    out, at, lines, places = [HEADER], 0, 1, []

    def put(text):
        nonlocal lines
        out.append(text)
        lines += text.count("\n")
    for function in source.functions:
        put(source.text[at:function.start])
        numbered = [(number_of[mutant.id], mutant) for mutant in function.mutants if mutant.id not in left_out]
        put("\n" + source.text[function.start:function.opens] + ";\n")
        whole = source.text[function.opens:function.end]
        put(function.copy("same", whole))
        for number, mutant in numbered:
            first = lines + 1
            begin, end = mutant.start - function.opens, mutant.end - function.opens
            put(function.copy(f"m{number}", whole[:begin] + mutant.new + whole[end:]))
            places.append((first, lines, mutant))
        put(source.text[function.start:function.opens] + "{" + dispatcher(function, numbered))
        put(whole[1:])
        at = function.end
    put(source.text[at:])
    return "".join(out), places
