/* asking.h: what the questions of include/prap/asking.h share: a checked question, and the case it is about. */
#ifndef PRAPI_ASKING_H
#define PRAPI_ASKING_H

#include "prap/asking.h"

#include "engine/engine.h"
#include "referral/options.h"

/* A question under way, in engine->work: what a small stack has no room for. */
typedef struct prapi_asked {
    prapi_event known;   /* what is said of the facts */
    prapi_event event;   /* of the option that is judged */
    prapi_event variant; /* of the walk */
} prapi_asked;
_Static_assert(sizeof(prapi_asked) <= PRAPI_WORK_BYTES, "there is room for it");

/*
 * Checks a question's fields and loads its case into engine->before as it stood on as_of; no case, with a programme
 * given, is an empty one. *ret_rulebook is the one that judges it, *ret_known an event that only has the known facts,
 * and the answer describes the case. Statuses as prap_engine_options.
 */
prap_status prapi_question_open(prap_engine *engine, const prap_question *question, prap_answer *answer,
                                const prap_rulebook **ret_rulebook, prapi_event *ret_known, prap_error *reterr);

/*
 * Loads a case into engine->before as it stood on a day, from what was recorded by then: a clear one when there was
 * none yet. PRAP_OK, PRAP_E_NO_READ, or what is wrong with the case or the store.
 */
prap_status prapi_engine_load_as_of(prap_engine *engine, const prap_key *key, prap_day as_of);

/* A walk over a question's options, as options.h says of table. The answer describes the case. */
prapi_options prapi_options_of(const prap_rulebook *rulebook, const prapi_case *before, prapi_asked *asked,
                               const prap_answer *answer, const prapi_outcomes *table);

/*
 * Judges an option on the case in engine->before, as a strict preview; nothing is stored. *ret_event is the event, and
 * engine->after the case after it. Statuses as prapi_engine_decide.
 */
prap_status prapi_option_judge(prap_engine *engine, const prap_key *key, const prapi_options *walk,
                               const prapi_option *option, prap_answer *answer, prapi_event *ret_event);

/* Verdicts as they are listed: what can be done first. */
enum { PRAPI_VERDICTS = 4 };
extern const uint32_t prapi_verdict_order[PRAPI_VERDICTS];

/* The facts that undecided guards ask for, each once. needs has room for PRAPI_ROW_GUARDS. */
size_t prapi_answer_needs(const prap_answer *answer, uint32_t *needs);

#endif
