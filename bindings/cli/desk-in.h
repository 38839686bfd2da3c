/* desk-in.h: one line for the desk of Provider Direct as a question: its facts, moment, outages and steps. */
#ifndef PRAP_CLI_DESK_IN_H
#define PRAP_CLI_DESK_IN_H

#include "json-in.h"

#define CLI_DESK_FACTS   128  /* more than there are */
#define CLI_DESK_OUTAGES 1024

struct cli_desk_line {
    json_t *object; /* the line; owned, may be NULL */
    prap_desk_question question;
    prap_fact facts[CLI_DESK_FACTS];
    prap_window outages[CLI_DESK_OUTAGES];
    prap_code_step steps[PRAP_DESK_STEPS_MAX];
};

/* The fields of a line: the question's own, and the facts of desk-facts.def. */
bool cli_desk_is_field(const char *name);

/* Reads line->object, which has been read as JSON. False with the fault set. */
bool cli_desk_read(struct cli_desk_line *line, struct cli_fault *ret_fault);

#endif
