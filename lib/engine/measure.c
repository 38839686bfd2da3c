/* measure.c: the measures of a caseload: a walk whose visitor measures each case. */
#include "prap/standards.h"
#include "prap/vocabulary.h"

#include "base/always.h"
#include "base/error.h"
#include "engine/engine.h"
#include "standards/standards.h"

typedef struct measuring {
    prap_engine *engine;
    prap_day first;
    prap_day last;
    prap_measure_total *totals;
    size_t n;
    prap_visit_measures visit;
    void *user;
} measuring;

_Static_assert(PRAP_MEASURES_MAX * sizeof(prap_measure) <= PRAPI_WORK_BYTES, "there is room for them");

static prap_status measure_case(void *user, prap_text case_id, const prap_answer *answer) {
    const measuring *on = user;
    prap_measure *inside = on->engine->work; /* more than a small stack has room for */
    uint32_t n = 0;
    const prap_summary *summary = prap_answer_summary(answer);
    const prap_rulebook *rulebook = prapi_engine_rulebook(on->engine, summary->programme);
    for (size_t i = 0; i < on->n && summary->status == PRAP_OK; i++) {
        prap_measure one = {.size = sizeof one};
        prap_status status = prap_measure_case(answer, rulebook, on->totals[i].measure, &one);
        if (PRAPI_ALWAYS(status == PRAP_OK)) status = prap_measure_add(&on->totals[i], &one, on->first, on->last);
        if (PRAPI_NEVER(status != PRAP_OK)) return status; /* the answer is this engine's own */
        if (prapi_measure_is_in(&one, on->first, on->last)) inside[n++] = one;
    }
    if (on->visit == NULL || (n == 0 && summary->status == PRAP_OK)) return PRAP_OK;
    return on->visit(on->user, case_id, answer, inside, n);
}

prap_status prap_engine_measure(prap_engine *engine, prap_text tenant, prap_day as_of, prap_day first, prap_day last,
                                prap_answer *answer, prap_measure_total *totals, size_t n,
                                prap_visit_measures visit, void *user, prap_error *reterr) {
    if (totals == NULL) return prapi_fail(reterr, PRAP_E_NULL, "totals", "a required argument is missing");
    if (n > PRAP_MEASURES_MAX) return prapi_fail(reterr, PRAP_E_LIMIT, "totals", "there are more totals than measures");
    for (size_t i = 0; i < n; i++) {
        if (totals[i].size < sizeof totals[i]) {
            return prapi_fail(reterr, PRAP_E_SIZE, "totals", "a total's size is one this library cannot fill");
        }
        if (prap_word_by_number(PRAP_WORDS_MEASURE, totals[i].measure) == NULL) {
            return prapi_fail(reterr, PRAP_E_WORD, "measure", "there is no such measure");
        }
    }
    if (first != PRAP_DAY_NONE && last != PRAP_DAY_NONE && last < first) {
        return prapi_fail(reterr, PRAP_E_ORDER, "last", "the period ends before it begins");
    }
    measuring on = {engine, first, last, totals, n, visit, user};
    return prap_engine_walk(engine, tenant, PRAP_DAY_NONE, as_of, answer, measure_case, &on, reterr);
}
