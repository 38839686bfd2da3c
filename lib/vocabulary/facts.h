/* facts.h: facts as they were said: is each one of its kind, once, and a value of its type? */
#ifndef PRAPI_VOCABULARY_FACTS_H
#define PRAPI_VOCABULARY_FACTS_H

#include <stddef.h>

#include "prap/host.h"
#include "prap/referral.h"

/* The kinds of words that facts and their options are. */
typedef struct prapi_fact_words {
    uint32_t facts;   /* PRAP_WORDS_* */
    uint32_t options; /* PRAP_WORDS_*, or 0: none of these facts has options */
} prapi_fact_words;

/* PRAP_OK; PRAP_E_WORD: no such fact, or no option of its; PRAP_E_TYPE; PRAP_E_DAY; PRAP_E_RANGE: a number, or
   a value beside unknown, no or yes. Unknown is a value of all. */
prap_status prapi_said_check(prapi_fact_words words, const prap_fact *fact);

/* Names the fact as the field, and says what it is to be: "type …; it is a day", "…; it is one of: …". Returns status. */
prap_status prapi_said_fail(prapi_fact_words words, const prap_fact *fact, prap_status status, prap_error *reterr);

/* The same of the i-th of the list "facts": "facts[3].notified-on". */
prap_status prapi_said_fail_at(prapi_fact_words words, const prap_fact *fact, size_t i, prap_status status,
                               prap_error *reterr);

#endif
