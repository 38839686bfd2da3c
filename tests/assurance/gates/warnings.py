from common import IN_C, WORK, Figures, Failed, run, say

TITLE = "Warnings"
ABOUT = "`-Wall -Wextra -Wpedantic -Wconversion -Wshadow` and more over the library, the stores and the command."
LONG = 5
COMPILERS = ["gcc", "gcc-11", "clang-14", "clang-19"]


def measure():
    figures = Figures()
    for compiler in COMPILERS:
        say(compiler)
        folder = WORK / "warnings"
        run(["rm", "-rf", folder])
        options = [option for option in IN_C if "tests" not in option and "cli" not in option]
        run(["meson", "setup", folder, "-Dtests=disabled", "-Dcli=enabled", *options], env={"CC": compiler})
        printed = run(["ninja", "-C", folder])
        if "Linking target bindings/cli/prap" not in printed:
            raise Failed(f"{compiler} did not build the command")
        warned = [line for line in printed.splitlines() if " warning: " in line]
        version = run([compiler, "--version"]).splitlines()[0]
        figures.none(f"warnings, {version}", len(warned), {line.split(":")[0] for line in warned})
    return figures
