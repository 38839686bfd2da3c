/*
 * print-completions.c: writes the completions of a shell from the rows of options.def and commands.def. It
 * runs when the project is built; what it wrote is installed, so that completing needs no running prap.
 * Usage: print-completions bash|zsh|fish
 */
#include <stdio.h>
#include <string.h>

#include "arguments.h"

static bool takes(const struct cli_command_row *command, unsigned option) {
    return (command->options >> option & 1) != 0;
}

static bool takes_files(const struct cli_command_row *command) {
    return strstr(command->operands, "FILE") != NULL;
}

static bool takes_operation(const struct cli_command_row *command) {
    return strstr(command->operands, "OPERATION") != NULL;
}

static const char operations[] =
#define X(function, lists, name, fields, operands, meaning) " " name
#include "days.def"
#undef X
    ;

static void print_command_names(const char *separator) {
    for (size_t i = 0; i < cli_command_count; i++)
        printf("%s%s", i == 0 ? "" : separator, cli_command_rows[i].name);
}

static void print_bash(void) {
    fputs("# bash completion for prap, printed from the tables of the command\n_prap() {\n"
          "    local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} options= operations=\n"
          "    if [[ $COMP_CWORD -eq 1 ]]; then\n        COMPREPLY=($(compgen -W '",
          stdout);
    print_command_names(" ");
    fputs(" --help --version' -- \"$word\"))\n        return\n    fi\n    case $command in\n", stdout);
    for (size_t i = 0; i < cli_command_count; i++) {
        const struct cli_command_row *command = &cli_command_rows[i];
        printf("    %s) options='", command->name);
        const char *separator = "";
        for (unsigned option = 0; option < CLI_OPTIONS; option++) {
            if (!takes(command, option)) continue;
            printf("%s--%s", separator, cli_option_rows[option].name);
            separator = " ";
        }
        printf("'%s%s%s ;;\n", takes_operation(command) ? " operations='" : "",
               takes_operation(command) ? operations + 1 : "", takes_operation(command) ? "'" : "");
    }
    fputs("    esac\n    if [[ $word == -* ]]; then\n        COMPREPLY=($(compgen -W \"$options\" -- "
          "\"$word\"))\n"
          "    elif [[ -n $operations && $COMP_CWORD -eq 2 ]]; then\n"
          "        COMPREPLY=($(compgen -W \"$operations\" -- \"$word\"))\n"
          "    else\n        COMPREPLY=($(compgen -f -- \"$word\"))\n    fi\n}\ncomplete -o filenames -F "
          "_prap prap\n",
          stdout);
}

/* zsh reads [ ] : in a description as its own. */
static void print_for_zsh(const char *text) {
    for (; *text != '\0'; text++) {
        if (strchr("[]:", *text) != NULL) putchar('\\');
        putchar(*text);
    }
}

static void print_zsh(void) {
    fputs("#compdef prap\n# zsh completion for prap, printed from the tables of the command\n_prap() {\n"
          "    local -a commands=(\n",
          stdout);
    for (size_t i = 0; i < cli_command_count; i++) {
        printf("        '%s:%s'\n", cli_command_rows[i].name, cli_command_rows[i].summary);
    }
    fputs(
        "    )\n    if (( CURRENT == 2 )); then\n        _describe command commands\n        return\n    fi\n"
        "    local command=$words[2]\n    shift words\n    (( CURRENT-- ))\n    case $command in\n",
        stdout);
    for (size_t i = 0; i < cli_command_count; i++) {
        const struct cli_command_row *command = &cli_command_rows[i];
        printf("    %s) _arguments", command->name);
        for (unsigned option = 0; option < CLI_OPTIONS; option++) {
            if (!takes(command, option)) continue;
            const struct cli_option_row *row = &cli_option_rows[option];
            printf(" \\\n        '%s--%s%s[", row->repeats ? "*" : "", row->name,
                   row->value == NULL ? "" : "=");
            print_for_zsh(row->help);
            printf("]%s%s%s'", row->value == NULL ? "" : ":", row->value == NULL ? "" : row->value,
                   row->value == NULL ? "" : ":");
        }
        if (takes_operation(command)) printf(" \\\n        '1:operation:(%s)'", operations + 1);
        printf("%s ;;\n", takes_files(command) ? " \\\n        '*:file:_files'" : "");
    }
    fputs("    esac\n}\n_prap \"$@\"\n", stdout);
}

static void print_fish(void) {
    fputs("# fish completion for prap, printed from the tables of the command\ncomplete -c prap -f\n",
          stdout);
    for (size_t i = 0; i < cli_command_count; i++) {
        const struct cli_command_row *command = &cli_command_rows[i];
        printf("complete -c prap -n __fish_use_subcommand -a %s -d '%s'\n", command->name, command->summary);
        for (unsigned option = 0; option < CLI_OPTIONS; option++) {
            const struct cli_option_row *row = &cli_option_rows[option];
            if (!takes(command, option)) continue;
            printf("complete -c prap -n '__fish_seen_subcommand_from %s' -l %s%s -d '%s'\n", command->name,
                   row->name, row->value == NULL ? "" : " -x", row->help);
        }
        if (takes_operation(command))
            printf("complete -c prap -n '__fish_seen_subcommand_from %s' -a '%s'\n", command->name, operations + 1);
        if (takes_files(command))
            printf("complete -c prap -n '__fish_seen_subcommand_from %s' -F\n", command->name);
    }
}

int main(int argc, char **argv) {
    const char *shell = argc == 2 ? argv[1] : "";
    if (strcmp(shell, "bash") == 0)
        print_bash();
    else if (strcmp(shell, "zsh") == 0)
        print_zsh();
    else if (strcmp(shell, "fish") == 0)
        print_fish();
    else
        return 2;
    return fflush(stdout) == 0 ? 0 : 1;
}
