/* call-in.h: one event of a Provider Direct call, read from a line. */
#ifndef PRAP_CLI_CALL_IN_H
#define PRAP_CLI_CALL_IN_H

#include "json-in.h"

struct cli_call_event {
    json_t *object; /* owned; what event points at lives in it */
    prap_text call; /* which call */
    prap_call_event event;
    prap_call_fact facts[PRAP_CALL_FACTS_MAX];
};

/* Reads a line. Whatever it returns, release the event. A fault names fields and words, never a value. */
bool cli_call_event_read(const char *line, size_t n, struct cli_call_event *ret_event, struct cli_fault *ret_fault);
void cli_call_event_release(struct cli_call_event *event);

#endif
