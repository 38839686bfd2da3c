/* commands.h: one function for each row of commands.def. Each returns an exit status. */
#ifndef PRAP_CLI_COMMANDS_H
#define PRAP_CLI_COMMANDS_H

#include "arguments.h"

#define X(function, name, options, least, most, operands, summary, first, second, text)                      \
    int cli_##function(const struct cli_arguments *arguments);
#include "commands.def"
#undef X

#endif
