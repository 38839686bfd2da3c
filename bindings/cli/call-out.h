/* call-out.h: the answer of a session of a call as JSON, keys in a fixed order. */
#ifndef PRAP_CLI_CALL_OUT_H
#define PRAP_CLI_CALL_OUT_H

#include "json-out.h"

/* id: borrowed, to be echoed, or NULL. participant: as the line named it. */
json_t *cli_call_answer(const json_t *id, prap_text call_id, const prap_call *call, const prap_call_answer *answer,
                        prap_text participant);

#endif
