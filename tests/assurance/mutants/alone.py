"""A mutant's file compiled alone: to stand in for its own in the judge's library, or to compare what is made of it."""
import hashlib
import os
import shlex
import subprocess
import tempfile

from common import TOP
from mutants import tree


def words_of(command):
    """The command without its outputs and its source."""
    kept, skip = [], False
    for word in shlex.split(command):
        if skip:
            skip = False
        elif word in ("-o", "-MF", "-MQ", "-MT"):
            skip = True
        elif word not in ("-c", "-MD", "-MMD") and not word.endswith(".c"):
            kept.append(word)
    return kept


def compiled(command, text, folder, more):
    """What gcc answers to a text that it takes for a file of that folder."""
    return subprocess.run([words_of(command)[0], *more, *words_of(command)[1:], "-iquote", folder, "-x", "c", "-"], cwd=tree.BUILD, check=False,
                          input=text.encode("utf-8", "surrogateescape"), capture_output=True)


def overlay(command, path, text, out):
    """Compiles a whole file as a library of its own that is loaded before the judge's. False when it does not compile."""
    folder = os.path.dirname(tree.TREE / path)
    library = tree.BUILD / "lib"
    return compiled(command, text, folder, ["-shared", "-fPIC", "-o", out, f"-L{library}", f"-Wl,-rpath,{library}",
                                            "-Wl,--no-as-needed", "-Wl,-lprap"]).returncode == 0


def includers(path, texts):
    """The sources that include a header, themselves or through others: {path: text} of the .c files among them."""
    wanted, found = {path}, set()
    while wanted:
        name = wanted.pop()
        spelled = f'#include "{name.removeprefix("lib/")}"'
        more = {other for other, text in texts.items() if spelled in text} - found
        found |= more
        wanted |= more
    return sorted(name for name in found if name.endswith(".c"))


def overlay_of_header(commands, path, text, texts, out):
    """The same for a header: every file of the library that includes it."""
    with tempfile.TemporaryDirectory() as place:
        header = os.path.join(place, path.removeprefix("lib/"))
        os.makedirs(os.path.dirname(header))
        with open(header, "w", encoding="utf-8") as file:
            file.write(text)
        objects = []
        for at, name in enumerate(includers(path, texts)):
            objects.append(os.path.join(place, f"{at}.o"))
            done = compiled(commands[name], texts[name], os.path.dirname(tree.TREE / name),
                            ["-I", place, "-fPIC", "-c", "-o", objects[-1]])
            if done.returncode:
                return False
        library = tree.BUILD / "lib"
        return subprocess.run(["gcc", "-shared", "-o", out, *objects, f"-L{library}", f"-Wl,-rpath,{library}",
                               "-Wl,--no-as-needed", "-lprap"], check=False).returncode == 0


def made(command, path, text):
    """The assembly that -O2 makes of a text in the project's own tree, by its hash. None when it does not compile."""
    command = command.replace("../tree/", f"{TOP}/").replace(" -O0", "")
    done = compiled(command, text, os.path.dirname(TOP / path), ["-O2", "-g0", "-w", "-fvisibility=hidden", "-S", "-o", "-"])
    return hashlib.sha1(done.stdout).hexdigest() if done.returncode == 0 else None
