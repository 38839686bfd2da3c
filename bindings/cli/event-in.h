/* event-in.h: an input line of replay and preview as a prap_command. */
#ifndef PRAP_CLI_EVENT_IN_H
#define PRAP_CLI_EVENT_IN_H

#include "json-in.h"

/* command borrows from object, id_text and facts, so it lives no longer than this. */
struct cli_event {
    json_t *object; /* owned; NULL when the line was no JSON object */
    char id_text[24];
    prap_fact facts[PRAP_FACTS_MAX];
    prap_command command;
};

/* Reads a line. Whatever it returns, the event is to be released. */
bool cli_event_read(const char *line, size_t n, prap_text tenant, struct cli_event *ret_event,
                    struct cli_fault *ret_fault);
void cli_event_release(struct cli_event *event);

/* Reads a fact's value as a line gives it. False: the fault says why not. */
bool cli_fact_read(const prap_word *word, const json_t *value, prap_fact *ret_fact, struct cli_fault *ret_fault);

/* Is the fact of that number among those that were read? */
bool cli_has_fact(const prap_fact *facts, size_t n, uint32_t number);

#endif
