/* walk.c: one case as of a day, and every case of a tenant. */
#include "base/error.h"
#include "engine/engine.h"
#include "referral/decide.h"

prap_status prapi_engine_see(prap_engine *engine, const prap_key *key, prap_day as_of) {
    if (as_of >= engine->before.recorded) return PRAP_OK;
    const prapi_stop stop = {.recorded_by = as_of, .at_least = engine->before.version};
    const prap_status status = prapi_engine_replay(engine, key, &stop, &engine->before, NULL, NULL, NULL);
    if (status != PRAP_OK) return status;
    return engine->before.version == 0 ? PRAP_E_NO_CASE : PRAP_OK;
}

/* Describes the loaded case as of a day. */
static prap_status describe(prap_engine *engine, const prap_key *key, prap_day as_of, prap_answer *answer) {
    const prap_status status = prapi_engine_see(engine, key, as_of);
    if (status != PRAP_OK) return status;
    const prap_rulebook *rulebook = prapi_engine_rulebook(engine, engine->before.programme);
    if (rulebook == NULL) return PRAP_E_WORD;
    return prapi_describe(rulebook, &engine->before, as_of, answer);
}

prap_status prapi_engine_fail_case(prap_status status, prap_error *reterr) {
    if (status != PRAP_E_WORD) return prapi_engine_fail(status, reterr);
    return prapi_fail(reterr, status, "programme", "this engine has no rulebook for the programme");
}

prap_status prapi_engine_broke_off(prap_status status, prap_error *reterr) {
    if (prap_status_class(status) != PRAP_CLASS_DATA) return prapi_engine_fail(status, reterr);
    return prapi_fail(reterr, status, "store", prap_status_meaning(status));
}

bool prapi_is_of_one_case(prap_status status) {
    return status == PRAP_E_WORD || prap_status_class(status) == PRAP_CLASS_DATA;
}

prap_status prap_engine_show(prap_engine *engine, const prap_key *key, prap_day as_of, prap_answer *answer,
                             prap_error *reterr) {
    if (engine == NULL || key == NULL || answer == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (engine->busy) return prapi_engine_fail(PRAP_E_REENTRY, reterr);
    prapi_answer_clear(answer);
    prap_status status = prapi_key_check(key, reterr);
    if (status == PRAP_OK) status = prapi_day_check(as_of, "as_of", reterr);
    if (status != PRAP_OK) return status;
    engine->busy = true;
    status = prapi_engine_load(engine, key, &engine->before);
    if (status == PRAP_NONE) status = PRAP_E_NO_CASE;
    if (status == PRAP_OK) status = describe(engine, key, as_of, answer);
    engine->busy = false;
    if (status == PRAP_OK) return PRAP_OK;
    prapi_answer_clear(answer);
    return prapi_engine_fail_case(status, reterr);
}

typedef struct visit_user {
    prap_day due_by;
    prap_day as_of;
    prap_answer *answer;
    prap_visit_case visit;
    void *user;
    prap_status bad;   /* of the first case that could not be judged */
    prap_status ended; /* what the visitor returned, when it ended the walk */
} visit_user;

static prap_status visit_one(prap_engine *engine, const prapi_case_row *row, void *user) {
    visit_user *walk = user;
    prap_status status = prapi_engine_open(engine, row);
    if (status == PRAP_OK) status = describe(engine, &row->key, walk->as_of, walk->answer);
    if (status == PRAP_E_NO_CASE) return PRAP_OK;
    if (status != PRAP_OK) {
        if (!prapi_is_of_one_case(status)) return status;
        if (walk->bad == PRAP_OK) walk->bad = status;
        prapi_answer_clear(walk->answer);
        walk->answer->summary.status = status;
    } else if (walk->due_by != PRAP_DAY_NONE) {
        const prap_day next_due = prapi_deadlines_next_due(walk->answer);
        if (next_due == PRAP_DAY_NONE || next_due > walk->due_by) return PRAP_OK;
    }
    walk->ended = walk->visit(walk->user, row->key.case_id, walk->answer);
    return walk->ended;
}

prap_status prap_engine_walk(prap_engine *engine, prap_text tenant, prap_day due_by, prap_day as_of,
                             prap_answer *answer, prap_visit_case visit, void *user, prap_error *reterr) {
    if (engine == NULL || answer == NULL || visit == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (engine->busy) return prapi_engine_fail(PRAP_E_REENTRY, reterr);
    prap_status status = prapi_tenant_check(tenant, reterr);
    if (status == PRAP_OK) status = prapi_day_check(as_of, "as_of", reterr);
    if (status == PRAP_OK && due_by != PRAP_DAY_NONE) status = prapi_day_check(due_by, "due_by", reterr);
    if (status != PRAP_OK) return status;
    if (engine->host.store.scan == NULL) return prapi_engine_fail(PRAP_E_NO_SCAN, reterr);
    visit_user walk = {.due_by = due_by, .as_of = as_of, .answer = answer, .visit = visit, .user = user};
    engine->busy = true;
    /* The store's index says what is due now; on an earlier day it may have been otherwise: look at every case. */
    const prapi_range everything = {.tenant = tenant, .due_by = PRAP_DAY_NONE};
    status = prapi_engine_each(engine, &everything, visit_one, &walk);
    engine->busy = false;
    prapi_answer_clear(answer);
    if (walk.ended != PRAP_OK) return walk.ended;
    if (status != PRAP_OK) return prapi_engine_broke_off(status, reterr);
    return walk.bad == PRAP_OK ? PRAP_OK : prapi_engine_fail_case(walk.bad, reterr);
}
