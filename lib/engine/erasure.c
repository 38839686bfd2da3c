/* erasure.c: what becomes of a request to erase, by the referral's own events. */
#include "prap/vocabulary.h"

#include "base/error.h"
#include "engine/asking.h"
#include "referral/erasure.h"

static prap_status answer_it(prap_engine *engine, const prap_question *question, prap_day received_on,
                             prap_answer *answer, prap_erasure *ret_erasure, prap_error *reterr) {
    const prap_rulebook *rulebook;
    prapi_event *known = engine->work;
    prap_status status = received_on == PRAP_DAY_NONE ? PRAP_OK : prapi_day_check(received_on, "received_on", reterr);
    if (status == PRAP_OK) status = prapi_question_open(engine, question, answer, &rulebook, known, reterr);
    if (status != PRAP_OK) return status;
    if (rulebook->programme->referred_to == 0) {
        return prapi_fail(reterr, PRAP_E_WORD, "programme", "the case is a procedure, not a referral");
    }
    if (engine->before.version == 0) return prapi_engine_fail(PRAP_E_NO_CASE, reterr);
    prapi_erasure_facts_of(&engine->before, known);
    status = prapi_erasure_answer(rulebook->calendar, rulebook->settings, known, received_on, ret_erasure);
    return status == PRAP_OK ? PRAP_OK : prapi_engine_fail(status, reterr);
}

prap_status prap_engine_erasure(prap_engine *engine, const prap_question *question, prap_day received_on,
                                prap_answer *answer, prap_erasure *ret_erasure, prap_error *reterr) {
    if (engine == NULL || question == NULL || answer == NULL || ret_erasure == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (ret_erasure->size != sizeof *ret_erasure) {
        return prapi_fail(reterr, PRAP_E_SIZE, "erasure", prap_status_meaning(PRAP_E_SIZE));
    }
    if (engine->busy) return prapi_engine_fail(PRAP_E_REENTRY, reterr);
    engine->busy = true;
    const prap_status status = answer_it(engine, question, received_on, answer, ret_erasure, reterr);
    engine->busy = false;
    prapi_answer_clear(answer);
    return status;
}
