/* journal.c: rebuilding a case from its events. */
#include <string.h>

#include "prap/vocabulary.h"

#include "base/error.h"
#include "base/text.h"
#include "engine/engine.h"
#include "referral/record.h"

/* What is said in an event, as facts for a visitor. */
static size_t list_facts(const prapi_event *event, prap_fact facts[PRAPI_FACT_END]) {
    size_t n = 0;
    for (uint32_t fact = 1; fact < PRAPI_FACT_END; fact++) {
        if (event->said[fact].kind == 0) continue;
        facts[n++] = (prap_fact){fact, event->said[fact].kind, event->said[fact].value};
    }
    return n;
}

static prap_status show(const prapi_event *event, const prapi_row_copy *row, prap_visit_event visit, void *user) {
    prap_fact facts[PRAPI_FACT_END];
    const prap_event_view view = {
        .size = sizeof view,
        .event = event->event,
        .sequence = event->sequence,
        .on = event->on,
        .recorded = event->recorded,
        .id = {row->id, row->id_bytes},
        .facts = facts,
        .n_facts = list_facts(event, facts),
    };
    return visit(user, &view);
}

/* The next event must follow the last without a gap, name its checksum, and not be recorded before it. */
static bool follows(const prapi_case *state, const prapi_event *event, const prapi_row_copy *row) {
    return event->sequence == state->version + 1 && event->sequence == row->version &&
           event->chain == state->chain && (state->version == 0 || event->recorded >= state->recorded);
}

/* One page's rows. *ret_end: the stop was met. */
static prap_status take_page(prap_engine *engine, uint32_t key_hash, uint32_t count, const prapi_stop *stop,
                             prapi_case *state, bool *ret_end, bool *ret_found, prapi_event *ret_event,
                             prap_visit_event visit, void *user) {
    for (uint32_t i = 0; i < count; i++) {
        const prapi_row_copy *row = &engine->events[i];
        const prap_bytes record = {row->record, row->record_bytes};
        prapi_event event;
        uint32_t checksum;
        prap_status status = prapi_event_decode(record, key_hash, &event, &checksum);
        if (status != PRAP_OK) return status;
        if (!follows(state, &event, row)) return PRAP_E_DAMAGED;
        *ret_end = event.recorded > stop->recorded_by;
        if (*ret_end) return PRAP_OK;
        const prap_text id = {row->id, row->id_bytes};
        if (stop->id.n > 0 && prapi_text_equal(id, stop->id)) {
            *ret_end = true;
            *ret_found = true;
            *ret_event = event;
            return PRAP_OK;
        }
        if (visit != NULL) status = show(&event, row, visit, user);
        if (status != PRAP_OK) return status;
        prapi_case_apply(state, &event);
        state->chain = checksum;
    }
    return PRAP_OK;
}

prap_status prapi_engine_replay(prap_engine *engine, const prap_key *key, const prapi_stop *stop,
                                prapi_case *ret_state, bool *ret_found, prapi_event *ret_event,
                                prap_visit_event visit, void *user) {
    if (engine->host.store.read == NULL) return PRAP_E_NO_READ;
    const uint32_t key_hash = prapi_key_hash(key);
    bool end = false;
    *ret_found = false;
    prapi_case_clear(ret_state);
    while (!end) {
        uint32_t count;
        prap_status status = prapi_host_read(&engine->host, key, ret_state->version + 1, engine->events,
                                             PRAPI_PAGE_ROWS, &count);
        if (status == PRAP_OK) {
            status = take_page(engine, key_hash, count, stop, ret_state, &end, ret_found, ret_event, visit, user);
        }
        if (status != PRAP_OK) return status;
        if (end || count == PRAPI_PAGE_ROWS) continue;
        if (ret_state->version < stop->at_least) return PRAP_E_DAMAGED;
        end = true;
    }
    return PRAP_OK;
}

prap_status prap_engine_history(prap_engine *engine, const prap_key *key, prap_day as_of, prap_visit_event visit,
                                void *user, prap_error *reterr) {
    if (engine == NULL || key == NULL || visit == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (engine->busy) return prapi_engine_fail(PRAP_E_REENTRY, reterr);
    prap_status status = prapi_key_check(key, reterr);
    if (status == PRAP_OK) status = prapi_day_check(as_of, "as_of", reterr);
    if (status != PRAP_OK) return status;
    const prapi_stop stop = {.recorded_by = as_of};
    bool found;
    prapi_event event;
    engine->busy = true;
    status = prapi_engine_replay(engine, key, &stop, &engine->after, &found, &event, visit, user);
    engine->busy = false;
    if (status == PRAP_OK && engine->after.version == 0) status = PRAP_E_NO_CASE;
    return status == PRAP_OK ? PRAP_OK : prapi_engine_fail(status, reterr);
}
