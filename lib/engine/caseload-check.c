/* caseload-check.c: is a question about a caseload in order? */
#include "prap/vocabulary.h"

#include "base/adopt.h"
#include "base/error.h"
#include "base/text.h"
#include "engine/caseload.h"
#include "referral/command.h"

static prap_status check_id(prap_text id, const char *field, prap_error *reterr) {
    if (id.n == 0 || prapi_text_is_identifier(id)) return PRAP_OK;
    return prapi_fail(reterr, PRAP_E_TEXT, field, "a case id is at most 64 bytes of printable UTF-8");
}

static prap_status check_cases(const prap_engine *engine, const prap_caseload *caseload, prap_error *reterr) {
    prap_status status = prapi_tenant_check(caseload->tenant, reterr);
    if (status == PRAP_OK) status = check_id(caseload->after, "after", reterr);
    if (status == PRAP_OK) status = check_id(caseload->until, "until", reterr);
    if (status != PRAP_OK) return status;
    if (caseload->snapshots == NULL && caseload->n_snapshots != 0) {
        return prapi_fail(reterr, PRAP_E_NULL, "snapshots", "the array is missing");
    }
    if (caseload->snapshots != NULL || engine->host.store.scan != NULL) return PRAP_OK;
    return prapi_engine_fail(PRAP_E_NO_SCAN, reterr);
}

/* A day that need not be given. */
static prap_status check_end(prap_day day, const char *field, prap_error *reterr) {
    return day == PRAP_DAY_NONE ? PRAP_OK : prapi_day_check(day, field, reterr);
}

static prap_status check_days(const prap_caseload_question *question, prap_error *reterr) {
    prap_status status = prapi_day_check(question->as_of, "as_of", reterr);
    if (status == PRAP_OK) status = check_end(question->due_by, "due_by", reterr);
    if (status == PRAP_OK) status = check_end(question->until, "until", reterr);
    if (status == PRAP_OK) status = check_end(question->first, "first", reterr);
    if (status == PRAP_OK) status = check_end(question->last, "last", reterr);
    if (status != PRAP_OK) return status;
    if (question->until != PRAP_DAY_NONE && question->until <= question->as_of) {
        return prapi_fail(reterr, PRAP_E_ORDER, "until", "what becomes of the cases is asked about a later day");
    }
    if (question->until != PRAP_DAY_NONE && question->until - question->as_of > PRAP_CASELOAD_DAYS_MAX) {
        return prapi_fail(reterr, PRAP_E_LIMIT, "until", "that is more than 3660 days ahead");
    }
    if (question->first != PRAP_DAY_NONE && question->last != PRAP_DAY_NONE && question->last < question->first) {
        return prapi_fail(reterr, PRAP_E_ORDER, "last", "the period ends before it begins");
    }
    return PRAP_OK;
}

static prap_status check_flags(const prap_caseload_question *question, prap_error *reterr) {
    const bool by_index = (question->flags & PRAP_CASELOAD_BY_INDEX) != 0;
    const bool needs_all = (question->flags & PRAP_CASELOAD_EVERY_CASE) != 0 || question->n_measures != 0 ||
                           question->rulebooks != NULL;
    if ((question->flags & ~(uint32_t)(PRAP_CASELOAD_BY_INDEX | PRAP_CASELOAD_EVERY_CASE)) != 0) {
        return prapi_fail(reterr, PRAP_E_RANGE, "flags", "there is no such flag");
    }
    if (!by_index || !needs_all) return PRAP_OK;
    return prapi_fail(reterr, PRAP_E_RANGE, "flags", "the index does not tell what else is asked");
}

static prap_status check_rulebooks(const prap_caseload_question *question, prap_error *reterr) {
    if (question->rulebooks == NULL && question->n_rulebooks == 0) return PRAP_OK;
    return prapi_rulebooks_check(question->rulebooks, question->n_rulebooks, reterr);
}

static prap_status check_deadlines(const prap_caseload_question *question, prap_error *reterr) {
    const prap_deadline_total *totals = question->deadlines;
    if (question->n_deadlines > PRAP_CASELOAD_DEADLINES_MAX) {
        return prapi_fail(reterr, PRAP_E_LIMIT, "deadlines", "there are at most 32 totals of deadlines");
    }
    if (totals == NULL && question->n_deadlines != 0) {
        return prapi_fail(reterr, PRAP_E_NULL, "deadlines", "the totals are missing");
    }
    for (size_t i = 0; i < question->n_deadlines; i++) {
        if (totals[i].size < sizeof totals[i]) {
            return prapi_fail(reterr, PRAP_E_SIZE, "deadlines", "a total's size is one this library cannot fill");
        }
        if (totals[i].deadline != 0 && prap_word_by_number(PRAP_WORDS_DEADLINE, totals[i].deadline) == NULL) {
            return prapi_fail(reterr, PRAP_E_WORD, "deadlines", "there is no such deadline");
        }
        for (size_t j = 0; j < i; j++) {
            if (totals[j].deadline != totals[i].deadline) continue;
            return prapi_fail(reterr, PRAP_E_TWICE, "deadlines", "a deadline has two totals");
        }
    }
    if (question->days == NULL) return PRAP_OK;
    if (question->until == PRAP_DAY_NONE || question->n_deadlines == 0) {
        return prapi_fail(reterr, PRAP_E_REQUIRED, "days", "misses by day need a last day and totals of deadlines");
    }
    const size_t needed = (size_t)(question->until - question->as_of) * question->n_deadlines;
    if (question->n_days >= needed) return PRAP_OK;
    return prapi_fail(reterr, PRAP_E_ROOM, "days", "there is not a number for each day and deadline");
}

/* Is the side one that is asked about? */
static bool has_side(const prap_caseload_question *question, uint32_t side) {
    const bool then = side == PRAP_CASELOAD_THEN || side == PRAP_CASELOAD_OTHERWISE_THEN;
    return (!then || question->until != PRAP_DAY_NONE) &&
           (side < PRAP_CASELOAD_OTHERWISE || question->rulebooks != NULL);
}

static prap_status check_measures(const prap_caseload_question *question, prap_error *reterr) {
    if (question->n_measures > PRAP_MEASURES_MAX) {
        return prapi_fail(reterr, PRAP_E_LIMIT, "measures", "there are more totals than measures");
    }
    const prap_measure_total *model = NULL;
    for (uint32_t side = 0; side < PRAP_CASELOAD_SIDES; side++) {
        const prap_measure_total *totals = question->measures[side];
        if (totals == NULL) continue;
        if (question->n_measures == 0 || !has_side(question, side)) {
            return prapi_fail(reterr, PRAP_E_REQUIRED, "measures", "totals are of a side that is asked about");
        }
        for (size_t i = 0; i < question->n_measures; i++) {
            if (totals[i].size < sizeof totals[i]) {
                return prapi_fail(reterr, PRAP_E_SIZE, "measures", "a total's size is one this library cannot fill");
            }
            const bool is_word = prap_word_by_number(PRAP_WORDS_MEASURE, totals[i].measure) != NULL;
            if (!is_word || (model != NULL && model[i].measure != totals[i].measure)) {
                return prapi_fail(reterr, PRAP_E_WORD, "measures", "the totals of all sides are of the same measures");
            }
        }
        model = totals;
    }
    if (model != NULL || question->n_measures == 0) return PRAP_OK;
    return prapi_fail(reterr, PRAP_E_NULL, "measures", "the totals are missing");
}

static void open_worlds(prap_engine *engine, prapi_caseload *on) {
    const prap_caseload_question *question = &on->question;
    on->n_worlds = question->rulebooks == NULL ? 1 : 2;
    on->worlds[0].rulebooks = engine->rulebooks;
    on->worlds[0].n_rulebooks = engine->n_rulebooks;
    on->worlds[1].rulebooks = question->rulebooks;
    on->worlds[1].n_rulebooks = question->n_rulebooks;
    for (uint32_t i = 0; i < 2; i++) {
        on->worlds[i].now = &engine->sides[2 * i];
        on->worlds[i].then = &engine->sides[2 * i + 1];
    }
}

prap_status prapi_caseload_check(prap_engine *engine, const prap_caseload *caseload,
                                 const prap_caseload_question *question, prapi_caseload *ret_on, prap_error *reterr) {
    prapi_caseload *on = ret_on;
    prap_status status = prapi_adopt(&on->caseload, sizeof on->caseload, caseload, caseload->size, sizeof *caseload);
    if (status != PRAP_OK) {
        return prapi_fail(reterr, status, "caseload", "the caseload's size is one this library cannot adopt");
    }
    status = prapi_adopt(&on->question, sizeof on->question, question, question->size, sizeof *question);
    if (status != PRAP_OK) {
        return prapi_fail(reterr, status, "question", "the question's size is one this library cannot adopt");
    }
    status = check_cases(engine, &on->caseload, reterr);
    if (status == PRAP_OK) status = check_days(&on->question, reterr);
    if (status == PRAP_OK) status = check_flags(&on->question, reterr);
    if (status == PRAP_OK) status = check_rulebooks(&on->question, reterr);
    if (status == PRAP_OK) status = check_deadlines(&on->question, reterr);
    if (status == PRAP_OK) status = check_measures(&on->question, reterr);
    if (status != PRAP_OK) return status;
    on->engine = engine;
    open_worlds(engine, on);
    return PRAP_OK;
}
