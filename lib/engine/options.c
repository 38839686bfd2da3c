/* options.c: what now: every event and variant tried on a case, best first. */
#include "prap/vocabulary.h"

#include "base/error.h"
#include "engine/asking.h"

/* Visits the options with one verdict. */
static prap_status visit_all(prap_engine *engine, const prap_key *key, prapi_options walk, uint32_t verdict, prap_answer *answer,
                             prap_visit_option visit, void *user, prap_error *reterr) {
    prapi_asked *asked = engine->work;
    prapi_option option;
    while (prapi_options_next(&walk, &option)) {
        prap_status status = prapi_option_judge(engine, key, &walk, &option, answer, &asked->event);
        if (status != PRAP_OK) return prapi_engine_fail(status, reterr);
        if (answer->summary.verdict != verdict) continue;
        uint32_t needs[PRAPI_ROW_GUARDS];
        const prap_option shown = {
            .size = sizeof shown,
            .event = option.event,
            .verdict = verdict,
            .on = option.on,
            .with = option.with,
            .needs = needs,
            .n_needs = prapi_answer_needs(answer, needs),
        };
        status = visit(user, &shown, answer);
        if (status != PRAP_OK) return status;
    }
    return PRAP_OK;
}

static prap_status visit_by_verdict(prap_engine *engine, const prap_question *question, prap_answer *answer,
                                    prap_visit_option visit, void *user, prap_error *reterr) {
    const prap_rulebook *rulebook;
    prapi_asked *asked = engine->work;
    prap_status status = prapi_question_open(engine, question, answer, &rulebook, &asked->known, reterr);
    if (status != PRAP_OK) return status;
    const prapi_options walk = prapi_options_of(rulebook, &engine->before, asked, answer, NULL);
    for (size_t i = 0; status == PRAP_OK && i < PRAPI_VERDICTS; i++) {
        status = visit_all(engine, &question->key, walk, prapi_verdict_order[i], answer, visit, user, reterr);
    }
    return status;
}

prap_status prap_engine_options(prap_engine *engine, const prap_question *question, prap_answer *answer,
                                prap_visit_option visit, void *user, prap_error *reterr) {
    if (engine == NULL || question == NULL || answer == NULL || visit == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (engine->busy) return prapi_engine_fail(PRAP_E_REENTRY, reterr);
    engine->busy = true;
    const prap_status status = visit_by_verdict(engine, question, answer, visit, user, reterr);
    engine->busy = false;
    prapi_answer_clear(answer);
    return status;
}
