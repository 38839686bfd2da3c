/* desk.h: a question to the desk of Provider Direct answered as JSON, for every command that asks one. */
#ifndef PRAP_CLI_DESK_H
#define PRAP_CLI_DESK_H

#include <stdbool.h>

#include "desk-in.h"

/* What questions are answered with. */
struct cli_desk {
    const prap_calendar *calendar;
    const prap_setting *settings;
    size_t n_settings;
};

/* The question of a line that has been read: its answer, and the same as JSON, which the caller owns. False with the
   fault set. */
bool cli_desk_answer(const struct cli_desk *desk, const struct cli_desk_line *line, prap_desk_answer *ret_answer,
                     json_t **ret_object, struct cli_fault *ret_fault);

#endif
