/* main.c: the prap command. It finds the sub-command, reads its words and runs it; and it prints the help. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "explain.h"
#include "days.h"
#include "output.h"
#include "wording.h"

/* The operations of a command that has some. */
static void put_operations(const struct cli_command_row *command) {
    if (strstr(command->operands, "OPERATION") == NULL) return;
    fputs("\nOperations:\n", stdout);
    for (size_t i = 0; cli_days_op_at(i) != NULL; i++) {
        char usage[64];
        const struct cli_days_op *op = cli_days_op_at(i);
        snprintf(usage, sizeof usage, "%s %s", op->name, op->operands);
        printf("  %-22s%s%s\n", usage, strlen(usage) > 20 ? "\n                        " : "", op->meaning);
    }
}

void cli_help(const struct cli_command_row *command) {
    printf("Examples:\n  %s\n  %s\n\n", command->examples[0], command->examples[1]);
    printf("Usage: prap %s [OPTION]...%s%s\n\n", command->name, command->operands[0] == '\0' ? "" : " ",
           command->operands);
    printf("This will %s.\n%s\n", command->summary, command->text);
    put_operations(command);
    puts("\nOptions:");
    for (unsigned i = 0; i < CLI_OPTIONS; i++) {
        if ((command->options >> i & 1) == 0) continue;
        char name[40];
        const struct cli_option_row *row = &cli_option_rows[i];
        snprintf(name, sizeof name, "--%s%s%s", row->name, row->value == NULL ? "" : " ",
                 row->value == NULL ? "" : row->value);
        printf("  %-22s %s\n", name, row->help);
    }
}

void cli_help_all(void) {
    fputs(
        "Examples:\n"
        "  prap replay --store sqlite:caseload.db events.jsonl    record events, answer each\n"
        "  prap due --as-of 2023-05-09 --within 7 --text --store sqlite:caseload.db\n\n"
        "Usage: prap COMMAND [OPTION]... [OPERAND]...\n\n"
        "Judges referral events by the published guidance. Data goes to standard output, everything else to\n"
        "standard error; - or no file is standard input. The clock is never read.\n\n"
        "Commands:\n",
        stdout);
    for (size_t i = 0; i < cli_command_count; i++) {
        printf("  %-9s %s\n", cli_command_rows[i].name, cli_command_rows[i].summary);
    }
    fputs(
        "\nprap COMMAND --help says more about each.\n\n"
        "Exit status: 0 all answered; 1 only with --exit-status, something was not permitted; 2 wrong use;\n"
        "3 some input could not be read; 4 reading, writing or storing failed.\n\n"
        "The guidance is Crown copyright under the Open Government Licence. This program is not DWP's, and "
        "what\n"
        "it says is not legal advice.\n",
        stdout);
}

/* In the order of commands.def, as cli_command_rows is. */
static int (*const commands[])(const struct cli_arguments *arguments) = {
#define X(function, name, options, least, most, operands, summary, first, second, text) cli_##function,
#include "commands.def"
#undef X
};

/* Explain always prints sentences, the others with --text. */
static int read_wording(const struct cli_arguments *arguments) {
    if (!cli_has(arguments, CLI_WORDING)) return CLI_EXIT_ANSWERED;
    if ((arguments->command->options >> CLI_TEXT & 1) != 0 && !cli_has(arguments, CLI_TEXT)) {
        cli_wrong_use(arguments->command, "--wording goes with --text");
        return CLI_EXIT_USE;
    }
    return cli_wording_read(arguments);
}

/* What tells of MAPPA, SCR, illness or death: in sentences and files where it is asked for, in lines unless told otherwise. */
static bool set_redaction(const struct cli_arguments *arguments) {
    const bool sensitive = cli_has(arguments, CLI_SENSITIVE), has_text = (arguments->command->options >> CLI_TEXT & 1) != 0;
    if (sensitive && has_text && !cli_has(arguments, CLI_TEXT) && !cli_has(arguments, CLI_FORMAT)) {
        return cli_wrong_use(arguments->command, "--sensitive goes with --text");
    }
    if (sensitive && cli_has(arguments, CLI_REDACT)) {
        return cli_wrong_use(arguments->command, "--sensitive and --redact cannot both be");
    }
    cli_output_redact(cli_has(arguments, CLI_REDACT));
    cli_explain_sensitive(sensitive);
    return true;
}

/* Runs a sub-command with the words that follow it. */
static int run(const struct cli_command_row *command, char *const *words, size_t n_words) {
    struct cli_given *given = calloc(n_words + 1, sizeof *given);
    const char **operands = calloc(n_words + 1, sizeof *operands);
    struct cli_arguments arguments;
    int code = CLI_EXIT_USE;
    if (given == NULL || operands == NULL) {
        fputs("prap: out of memory\n", stderr);
        code = CLI_EXIT_FAILED;
    } else if (cli_arguments_read(command, words, n_words, given, operands, &arguments)) {
        if (cli_has(&arguments, CLI_HELP)) {
            cli_help(command);
            code = CLI_EXIT_ANSWERED;
        } else {
            code = set_redaction(&arguments) ? read_wording(&arguments) : CLI_EXIT_USE;
            if (code == CLI_EXIT_ANSWERED) code = commands[command - cli_command_rows](&arguments);
            cli_wording_use(NULL);
        }
    }
    free(given);
    free(operands);
    return code;
}

/*
 * Who started us may have closed a standard stream. The next file or connection would have its number, and an answer or a
 * message would be written into it. What is held in its place can be neither read (0) nor written (1 and 2), so that who uses
 * the stream hears that it is not there.
 */
static bool hold_standard_streams(void) {
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++) {
        if (fcntl(stream, F_GETFD) != -1 || errno != EBADF) continue;
        if (open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY) != stream) return false;
    }
    return true;
}

/* A closed pipe and a limit of a file's size are noticed where is written, so that the store is closed well. */
static void hear_no_signals_of_writing(void) {
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
}

int main(int argc, char **argv) {
    if (!hold_standard_streams()) return CLI_EXIT_FAILED;
    json_set_alloc_funcs(cli_allocate, free);
    hear_no_signals_of_writing();
    const char *word = argc > 1 ? argv[1] : "";
    const struct cli_command_row *command =
        cli_command_find(strcmp(word, "--version") == 0 ? "version" : word);
    int code = CLI_EXIT_ANSWERED;
    if (command != NULL) {
        code = run(command, argv + 2, (size_t)argc - 2);
    } else if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 || strcmp(word, "help") == 0) {
        cli_help_all();
    } else {
        fprintf(stderr, "prap: %s%s; see prap --help\n",
                argc > 1 ? "there is no command " : "a command is missing", word);
        code = CLI_EXIT_USE;
    }
    return cli_output_finish(code);
}
