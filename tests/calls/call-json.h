/* call-json.h: an input line as an event of a call, and an answer as the line that all faces give. */
#ifndef CALL_JSON_H
#define CALL_JSON_H

#include <jansson.h>
#include <stdbool.h>

#include "prap/prap.h"

struct call_fault {
    const char *code;
    const char *field;
};

struct call_line {
    const char *call;
    prap_call_event event;
    prap_call_fact facts[PRAP_CALL_FACTS_MAX];
};

/* Reads an object; what the event points at lives in it. */
bool call_line_read(const json_t *object, struct call_line *ret, struct call_fault *ret_fault);

json_t *call_json(const json_t *id, const char *call_id, const prap_call *call, const prap_call_answer *answer,
                  prap_text participant);

#endif
