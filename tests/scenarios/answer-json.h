/* answer-json.h: an answer as the JSON object that docs/reference/answers.md describes. */
#ifndef ANSWER_JSON_H
#define ANSWER_JSON_H

#include <jansson.h>

#include "prap/prap.h"

/* id (may be NULL) is echoed as given. The caller owns the result; NULL when memory runs out. */
json_t *answer_json(const prap_answer *answer, const json_t *id, prap_text case_id);

#endif
