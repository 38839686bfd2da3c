"""The help, the completions and the manual page name the same commands and options: those of the tables."""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import unittest

from command import SOURCE, prap

COMPLETIONS = pathlib.Path(os.environ["PRAP_COMPLETIONS"])
MAN = (SOURCE / "bindings" / "cli" / "prap.1").read_text()


def commands():
    listed = prap("--help").out.split("\nCommands:\n")[1].split("\n\n")[0]
    return [line.split()[0] for line in listed.splitlines()]


def options(command):
    listed = prap(command, "--help").out.split("\nOptions:\n")[1]
    return [re.match(r"  --([a-z-]+)", line).group(1) for line in listed.splitlines()]


class Help(unittest.TestCase):
    def test_tables_agree_with_the_contract(self):
        self.assertEqual(
            commands(),
            ["replay", "preview", "due", "next", "what-if", "outcome", "path", "show", "checklist", "records", "retain", "verify", "backup", "check-store", "notifications", "standards", "forecast", "recompute", "person", "erase", "may-send", "desk", "form", "forms", "contacts", "services", "call", "extract", "feed", "earnings", "codes", "days", "presets", "rules", "diagram", "explain", "schema",
             "version"],
        )
        for command in commands():
            self.assertIn("help", options(command))

    def test_opens_with_two_examples(self):
        for words in ([], *([command] for command in commands())):
            with self.subTest(words):
                ran = prap(*words, "--help")
                self.assertEqual((ran.code, ran.err), (0, ""))
                first, *rest = ran.out.splitlines()
                self.assertEqual(first, "Examples:")
                self.assertTrue(
                    rest[0].startswith("  prap ") and rest[1].strip().count("prap") and rest[2] == ""
                )
                self.assertLessEqual(max(map(len, ran.out.splitlines())), 110)
                self.assertEqual(prap(*words, "-h").out, ran.out)

    def operations(self):
        listed = prap("days", "--help").out.split("\nOperations:\n")[1].split("\n\n")[0]
        return re.findall(r"^  ([a-z]\S*) (.*?)(?:  |$)", listed, re.MULTILINE)

    def test_operations_of_days(self):
        """Each operation is in the manual page and the completions, and says what it takes."""
        names = [name for name, _ in self.operations()]
        self.assertIn("nth-weekday", names)
        block = re.search(r"^\.It Cm days.*?(?=^\.It Cm)", MAN, re.MULTILINE | re.DOTALL).group()
        self.assertEqual(re.findall(r"^\.It Li (\S+)", block, re.MULTILINE), names)
        for file in ("prap.bash", "_prap", "prap.fish"):
            self.assertIn(" ".join(names), (COMPLETIONS / file).read_text())
        for name, operands in self.operations():
            self.assertIn(f"{name} takes {operands.strip()};", prap("days", name).err)

    def test_examples_are_good_use(self):
        """Each example's options are ones that its command takes."""
        for command in commands():
            for line in prap(command, "--help").out.splitlines()[1:3]:
                for part in line.split("|"):
                    words = shlex.split(part.replace(">", " ").replace("<", " "))
                    self.assertEqual(words[0], "prap")
                    for word in words[2:]:
                        if word.startswith("--"):
                            self.assertIn(word[2:].split("=")[0], options(words[1]))

    def test_manual_page(self):
        listed = re.findall(r"^\.It Cm (\S+)", MAN, re.MULTILINE)
        self.assertEqual(listed, commands())
        described = MAN.split(".Sh OPTIONS")[1].split(".Sh")[0]
        every = {option for command in commands() for option in options(command)}
        self.assertEqual(set(re.findall(r"^\.It Fl -(\S+)", described, re.MULTILINE)), every)
        for block in re.findall(r"^\.It Cm .*?(?=^\.It Cm|^\.El)", MAN, re.MULTILINE | re.DOTALL):
            command = block.split()[2]
            for option in re.findall(r"Fl -([a-z-]+)", block):
                self.assertIn(option, options(command))

    def test_bash(self):
        path = COMPLETIONS / "prap.bash"

        def complete(*words):
            script = (
                'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _prap; '
                'printf "%s\\n" "${COMPREPLY[@]}"'
            )
            done = subprocess.run(
                ["bash", "-c", script, "bash", path, *words], capture_output=True, text=True, check=True
            )
            return done.stdout.split()

        self.assertEqual(complete("prap", ""), [*commands(), "--help", "--version"])
        self.assertEqual(complete("prap", "re"), ["replay", "records", "retain", "recompute"])
        self.assertEqual(complete("prap", "days", "on"), ["on-or-before", "on-or-after"])
        for command in commands():
            self.assertEqual(complete("prap", command, "--"), [f"--{option}" for option in options(command)])

    def test_zsh(self):
        text = (COMPLETIONS / "_prap").read_text()
        self.assertEqual(re.findall(r"^        '([a-z-]+):", text, re.MULTILINE), commands())
        for command in commands():
            block = re.search(rf"^    {command}\) _arguments(.*?);;", text, re.MULTILINE | re.DOTALL).group(1)
            self.assertEqual(re.findall(r"'\*?--([a-z-]+)=?\[", block), options(command))
        if shutil.which("zsh"):
            subprocess.run(["zsh", "-n", COMPLETIONS / "_prap"], check=True)

    def test_fish(self):
        text = (COMPLETIONS / "prap.fish").read_text()
        self.assertEqual(re.findall(r"__fish_use_subcommand -a (\S+)", text), commands())
        for command in commands():
            self.assertEqual(
                re.findall(rf"__fish_seen_subcommand_from {command}' -l (\S+)", text), options(command)
            )
        if shutil.which("fish"):
            subprocess.run(["fish", "-n", COMPLETIONS / "prap.fish"], check=True)


if __name__ == "__main__":
    unittest.main()
