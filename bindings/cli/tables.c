/* tables.c: the rows of options.def and commands.def, for the command itself and for the printer of
 * completions. */
#include "arguments.h"

#define ANY          SIZE_MAX
#define OPTION(NAME) (UINT64_C(1) << CLI_##NAME)
/* A caseload, and what it is judged by. */
#define CASELOAD     (OPTION(STORE) | OPTION(POLICY) | OPTION(SUPPLEMENT) | OPTION(TENANT))
#define SENTENCES    (OPTION(TEXT) | OPTION(WORDING) | OPTION(REDACT) | OPTION(SENSITIVE))

const struct cli_option_row cli_option_rows[CLI_OPTIONS] = {
#define X(NAME, name, value, repeats, help) {name, value, repeats, help},
#include "options.def"
#undef X
};

const struct cli_command_row cli_command_rows[] = {
#define X(function, name, options, least, most, operands, summary, first, second, text)                      \
    {name, (options) | OPTION(HELP), least, most, operands, summary, {first, second}, text},
#include "commands.def"
#undef X
};

const size_t cli_command_count = sizeof cli_command_rows / sizeof cli_command_rows[0];
