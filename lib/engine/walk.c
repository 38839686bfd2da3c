/* walk.c: one case as of a day, and every case of a tenant. */
#include <string.h>

#include "prap/vocabulary.h"

#include "base/error.h"
#include "base/text.h"
#include "engine/engine.h"
#include "referral/decide.h"
#include "referral/record.h"

/* Describes the loaded case as of a day; from the journal when it has later events. PRAP_E_NO_CASE: nothing yet. */
static prap_status describe(prap_engine *engine, const prap_key *key, prap_day as_of, prap_answer *answer) {
    if (as_of < engine->before.recorded) {
        const prapi_stop stop = {.recorded_by = as_of, .at_least = engine->before.version};
        bool found;
        prapi_event unused;
        const prap_status status = prapi_engine_replay(engine, key, &stop, &engine->before, &found, &unused, NULL,
                                                       NULL);
        if (status != PRAP_OK) return status;
        if (engine->before.version == 0) return PRAP_E_NO_CASE;
    }
    const prap_rulebook *rulebook = prapi_engine_rulebook(engine, engine->before.programme);
    if (rulebook == NULL) return PRAP_E_WORD;
    return prapi_describe(rulebook, &engine->before, as_of, answer);
}

/* As prapi_engine_fail, with the one status that is about a field. */
static prap_status fail(prap_status status, prap_error *reterr) {
    if (status != PRAP_E_WORD) return prapi_engine_fail(status, reterr);
    return prapi_fail(reterr, status, "programme", "this engine has no rulebook for the programme");
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
    return fail(status, reterr);
}

/* A walk goes on past a bad case, so what broke it off is the store, even when that says "damaged". */
static prap_status broke_off(prap_status status, prap_error *reterr) {
    if (prap_status_class(status) != PRAP_CLASS_DATA) return prapi_engine_fail(status, reterr);
    return prapi_fail(reterr, status, "store", prap_status_meaning(status));
}

/* What is done with each case of a walk: it stands in engine->before. */
typedef prap_status (*take_case)(prap_engine *engine, const prap_key *key, void *user);

/* Rows come in ascending order. A store that pushes a case twice, or ignores where to go on, would walk for ever. */
static bool is_after(const prapi_row_copy *row, const prapi_row_copy *last) {
    const uint32_t shorter =
        row->case_id_bytes < last->case_id_bytes ? row->case_id_bytes : last->case_id_bytes;
    const int order = memcmp(row->case_id, last->case_id, shorter);
    return order > 0 || (order == 0 && row->case_id_bytes > last->case_id_bytes);
}

/* Pages through a tenant's cases in order of case id. take decides whether a bad case ends it. */
static prap_status each_case(prap_engine *engine, prap_text tenant, prap_day due_by, take_case take, void *user) {
    prapi_row_copy last = {0};
    for (;;) {
        uint32_t count;
        const prap_text after = {last.case_id, last.case_id_bytes};
        prap_status status = prapi_host_scan(&engine->host, tenant, after, due_by, engine->cases, PRAPI_PAGE_ROWS,
                                             &count);
        if (status != PRAP_OK) return status;
        for (uint32_t i = 0; i < count; i++) {
            const prap_key key = {tenant, {engine->cases[i].case_id, engine->cases[i].case_id_bytes}};
            if (!is_after(&engine->cases[i], i > 0 ? &engine->cases[i - 1] : &last)) return PRAP_E_HOST;
            engine->loaded = engine->cases[i];
            status = take(engine, &key, user);
            if (status != PRAP_OK) return status;
        }
        if (count < PRAPI_PAGE_ROWS) return PRAP_OK;
        last = engine->cases[count - 1];
    }
}

/* Reads the row of a scan into engine->before. */
static prap_status open_row(prap_engine *engine, const prap_key *key) {
    const prap_bytes record = {engine->loaded.record, engine->loaded.record_bytes};
    const prap_status status = prapi_case_decode(record, prapi_key_hash(key), &engine->before);
    if (status != PRAP_OK) return status;
    return engine->before.version == engine->loaded.version ? PRAP_OK : PRAP_E_DAMAGED;
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

/* A status that is about one case alone: the walk can go on. */
static bool is_of_one_case(prap_status status) {
    return status == PRAP_E_WORD || prap_status_class(status) == PRAP_CLASS_DATA;
}

static prap_status visit_one(prap_engine *engine, const prap_key *key, void *user) {
    visit_user *walk = user;
    prap_status status = open_row(engine, key);
    if (status == PRAP_OK) status = describe(engine, key, walk->as_of, walk->answer);
    if (status == PRAP_E_NO_CASE) return PRAP_OK;
    if (status != PRAP_OK) {
        if (!is_of_one_case(status)) return status;
        if (walk->bad == PRAP_OK) walk->bad = status;
        prapi_answer_clear(walk->answer);
        walk->answer->summary.status = status;
    } else if (walk->due_by != PRAP_DAY_NONE) {
        const prap_day next_due = prapi_deadlines_next_due(walk->answer);
        if (next_due == PRAP_DAY_NONE || next_due > walk->due_by) return PRAP_OK;
    }
    walk->ended = walk->visit(walk->user, key->case_id, walk->answer);
    return walk->ended;
}

prap_status prap_engine_walk(prap_engine *engine, prap_text tenant, prap_day due_by, prap_day as_of,
                             prap_answer *answer, prap_visit_case visit, void *user, prap_error *reterr) {
    if (engine == NULL || answer == NULL || visit == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (engine->busy) return prapi_engine_fail(PRAP_E_REENTRY, reterr);
    if (tenant.n != 0 && !prapi_text_is_identifier(tenant)) {
        return prapi_fail(reterr, PRAP_E_TEXT, "tenant", "a tenant is at most 64 bytes of printable UTF-8");
    }
    prap_status status = prapi_day_check(as_of, "as_of", reterr);
    if (status == PRAP_OK && due_by != PRAP_DAY_NONE) status = prapi_day_check(due_by, "due_by", reterr);
    if (status != PRAP_OK) return status;
    if (engine->host.store.scan == NULL) return prapi_engine_fail(PRAP_E_NO_SCAN, reterr);
    visit_user walk = {.due_by = due_by, .as_of = as_of, .answer = answer, .visit = visit, .user = user};
    engine->busy = true;
    /* The store's index says what is due now; on an earlier day it may have been otherwise: look at every case. */
    status = each_case(engine, tenant, PRAP_DAY_NONE, visit_one, &walk);
    engine->busy = false;
    prapi_answer_clear(answer);
    if (walk.ended != PRAP_OK) return walk.ended;
    if (status != PRAP_OK) return broke_off(status, reterr);
    return walk.bad == PRAP_OK ? PRAP_OK : fail(walk.bad, reterr);
}

typedef struct sweep_user {
    prap_day as_of;
    prap_sweep_report report;
} sweep_user;

/* Is this an unstarted case whose day 60 has come and is not yet recorded? */
static prap_status due_day_60(prap_engine *engine, prap_day as_of, prap_day *ret_day) {
    const prap_rulebook *rulebook = prapi_engine_rulebook(engine, engine->before.programme);
    if (rulebook == NULL) return PRAP_E_WORD;
    prapi_clock_days days;
    const prap_status status = prapi_clocks_run(rulebook, &engine->before, &days);
    if (status != PRAP_OK) return status;
    const bool is_due = prapi_stage_as_of(&engine->before, &days, as_of) != engine->before.stage &&
                        engine->before.recorded <= as_of;
    *ret_day = is_due ? days.day_60 : PRAP_DAY_NONE;
    return PRAP_OK;
}

static prap_status sweep_one(prap_engine *engine, const prap_key *key, void *user) {
    static const char id[] = PRAPI_OWN_ID "auto-dna"; /* once in a case, whoever sweeps */
    sweep_user *sweep = user;
    prap_day day_60 = PRAP_DAY_NONE;
    sweep->report.seen++;
    prap_status status = open_row(engine, key);
    if (status == PRAP_OK) status = due_day_60(engine, sweep->as_of, &day_60);
    if (status == PRAP_OK && day_60 == PRAP_DAY_NONE) return PRAP_OK;
    if (status == PRAP_OK) {
        prapi_command command = {.key = *key, .id = {id, sizeof id - 1}};
        command.event.event = PRAP_EVENT_AUTO_DNA;
        command.event.on = day_60;
        command.event.recorded = sweep->as_of;
        status = prapi_engine_submit(engine, &command, &engine->sweep_answer, NULL);
    }
    const prap_summary *summary = &engine->sweep_answer.summary;
    if (status != PRAP_OK) sweep->report.failed++;
    else if (summary->verdict == PRAP_VERDICT_PERMITTED && summary->duplicate == 0) sweep->report.moved++;
    return PRAP_OK;
}

prap_status prap_engine_sweep(prap_engine *engine, prap_text tenant, prap_day as_of, prap_sweep_report *ret_report,
                              prap_error *reterr) {
    if (engine == NULL || ret_report == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (ret_report->size < sizeof(prap_sweep_report)) {
        return prapi_fail(reterr, PRAP_E_SIZE, "report", "the report's size is one this library cannot fill");
    }
    if (engine->busy) return prapi_engine_fail(PRAP_E_REENTRY, reterr);
    if (tenant.n != 0 && !prapi_text_is_identifier(tenant)) {
        return prapi_fail(reterr, PRAP_E_TEXT, "tenant", "a tenant is at most 64 bytes of printable UTF-8");
    }
    prap_status status = prapi_day_check(as_of, "as_of", reterr);
    if (status != PRAP_OK) return status;
    if (engine->host.store.scan == NULL) return prapi_engine_fail(PRAP_E_NO_SCAN, reterr);
    sweep_user sweep = {.as_of = as_of, .report = {.size = ret_report->size}};
    engine->busy = true;
    status = each_case(engine, tenant, as_of, sweep_one, &sweep);
    engine->busy = false;
    *ret_report = sweep.report;
    return status == PRAP_OK ? PRAP_OK : broke_off(status, reterr);
}
