/* arguments.h: the command line, read by the rows of options.def and commands.def. */
#ifndef PRAP_CLI_ARGUMENTS_H
#define PRAP_CLI_ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "prap/prap.h"

enum cli_option {
#define X(NAME, name, value, repeats, help) CLI_##NAME,
#include "options.def"
#undef X
    CLI_OPTIONS
};

struct cli_option_row {
    const char *name;
    const char *value; /* NULL: a switch */
    bool repeats;
    const char *help;
};

struct cli_command_row {
    const char *name;
    uint64_t options; /* a bit for each cli_option */
    size_t least;     /* operands */
    size_t most;
    const char *operands;
    const char *summary;
    const char *examples[2];
    const char *text;
};

extern const struct cli_option_row cli_option_rows[CLI_OPTIONS];
extern const struct cli_command_row cli_command_rows[];
extern const size_t cli_command_count;

struct cli_given {
    enum cli_option option;
    const char *value; /* NULL for a switch */
};

struct cli_arguments {
    const struct cli_command_row *command;
    const struct cli_given *given; /* in the order of the command line */
    size_t n_given;
    const char *const *operands;
    size_t n_operands;
};

/* What the process ends with: command.md, "Manners". */
enum cli_exit {
    CLI_EXIT_ANSWERED = 0,
    CLI_EXIT_REFUSED = 1, /* only with --exit-status */
    CLI_EXIT_USE = 2,
    CLI_EXIT_UNREAD = 3,
    CLI_EXIT_FAILED = 4
};

const struct cli_command_row *cli_command_find(const char *name);

/*
 * Reads the words after the sub-command. given and operands have room for n_words each. Returns false after
 * one line on standard error when the words do not fit the command's row.
 */
bool cli_arguments_read(const struct cli_command_row *command, char *const *words, size_t n_words,
                        struct cli_given *given, const char **operands, struct cli_arguments *ret_arguments);

bool cli_has(const struct cli_arguments *arguments, enum cli_option option);
const char *cli_value(const struct cli_arguments *arguments, enum cli_option option); /* NULL: not given */

/* The option's day. Returns false after one line on standard error when it is missing or is no day. */
bool cli_day_value(const struct cli_arguments *arguments, enum cli_option option, prap_day *ret_day);

/* Digits and nothing else? strtol would also take a space or a sign before them. */
bool cli_is_digits(const char *text);

/* Says what is wrong with the use of a command, and where help is. Always returns false. */
bool cli_wrong_use(const struct cli_command_row *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

void cli_help_all(void);
void cli_help(const struct cli_command_row *command);

#endif
