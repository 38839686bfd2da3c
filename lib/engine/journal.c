/* journal.c: rebuilding a case from its events. */
#include <string.h>

#include "prap/vocabulary.h"

#include "base/always.h"
#include "base/error.h"
#include "base/text.h"
#include "engine/engine.h"
#include "referral/decide.h"
#include "referral/record.h"

/* What is said in an event, as facts for a visitor. */
static size_t list_facts(const prapi_event *event, prap_fact facts[PRAPI_FACT_END]) {
    size_t n = 0;
    for (uint32_t fact = prapi_fact_after(&event->facts, 0); fact != 0; fact = prapi_fact_after(&event->facts, fact)) {
        facts[n++] = (prap_fact){fact, event->said[fact].kind, event->said[fact].value};
    }
    return n;
}

uint64_t prapi_engine_voided_by(const prap_engine *engine, uint64_t sequence) {
    for (uint32_t i = 0; i < engine->n_voided; i++) {
        if (engine->voided[i] == sequence) return engine->voiding[i];
    }
    return 0;
}

/* A walk over the journal under way. */
typedef struct walk {
    const prapi_stop *stop;
    uint32_t key_hash;
    bool end;
    bool again;              /* a void was met: its target counts for nothing, so the walk begins once more */
    bool found;
    prap_visit_event visit;
    void *user;
} walk;

/* state: the case after it, in which a voided entry counts for nothing. */
static prap_status show(prap_engine *engine, const prapi_event *event, const prapi_row_copy *row,
                        const prapi_case *state, const walk *at) {
    uint32_t broke[PRAPI_BROKE];
    uint32_t n_broke = 0;
    while (n_broke < PRAPI_BROKE && event->broke[n_broke] != 0) {
        broke[n_broke] = event->broke[n_broke];
        n_broke++;
    }
    const prap_event_view view = {
        .size = sizeof view,
        .event = event->event,
        .sequence = event->sequence,
        .on = event->on,
        .recorded = event->recorded,
        .id = {row->id, row->id_bytes},
        .facts = engine->shown,
        .n_facts = list_facts(event, engine->shown),
        .stage = event->to,
        .voided_by = prapi_engine_voided_by(engine, event->sequence),
        .broke = broke,
        .n_broke = n_broke,
        .rulebook_hash = event->rulebook,
        .calendar_hash = event->calendar,
        .division = event->division,
        .feed = state->feed,
    };
    return at->visit(at->user, &view);
}

/* The next event must follow the last without a gap, name its checksum, and not be recorded before it. */
static bool follows(const prapi_case *state, const prapi_event *event, const prapi_row_copy *row) {
    return event->sequence == state->version + 1 && event->sequence == row->version &&
           event->chain == state->chain && event->recorded >= state->recorded; /* no day is before none */
}

/*
 * Remembers what an entry-voided voids; PRAP_NONE when it was remembered before. A void that no case could have is
 * damage: of nothing, the first entry or what comes after it, of a void, of what is voided already, or one too many.
 */
static prap_status remember_void(prap_engine *engine, const prapi_event *event) {
    const uint64_t target = (uint64_t)event->said[PRAP_FACT_VOIDS].value;
    const uint64_t by = prapi_engine_voided_by(engine, target);
    if (prapi_engine_voided_by(engine, event->sequence) != 0) return PRAP_E_DAMAGED;
    if (by == event->sequence) return PRAP_NONE;
    if (by != 0 || target <= 1 || target >= event->sequence || engine->n_voided == PRAPI_VOIDS) return PRAP_E_DAMAGED;
    engine->voided[engine->n_voided] = target;
    engine->voiding[engine->n_voided++] = event->sequence;
    return PRAP_OK;
}

/* A journal begins with an event that a case can begin with. */
static bool opens(const prapi_event *event) {
    const prapi_programme *programme = prapi_programme_find(event->programme);
    return PRAPI_ALWAYS(programme != NULL) && prapi_programme_opens(programme, event->event);
}

/* Takes one event of the journal. */
static prap_status take_event(prap_engine *engine, walk *at, const prapi_row_copy *row, prapi_case *state) {
    const prap_bytes record = {row->record, row->record_bytes};
    prapi_event *event = &engine->replayed;
    uint32_t checksum;
    prap_status status = prapi_event_decode(record, at->key_hash, event, &checksum);
    if (status != PRAP_OK) return status;
    if (!follows(state, event, row) || (state->version == 0 && !opens(event))) return PRAP_E_DAMAGED;
    at->end = event->recorded > at->stop->recorded_by ||
              (at->stop->version_by != 0 && event->sequence > at->stop->version_by);
    if (at->end) return PRAP_OK;
    const prap_text id = {row->id, row->id_bytes};
    if (at->stop->id.n > 0 && prapi_text_equal(id, at->stop->id)) {
        at->end = true;
        at->found = true;
        return PRAP_OK;
    }
    if (event->event == PRAP_EVENT_ENTRY_VOIDED) {
        status = remember_void(engine, event);
        at->again = status == PRAP_OK;
        if (status != PRAP_NONE) return status;
        status = PRAP_OK;
    }
    if (event->event == PRAP_EVENT_ENTRY_VOIDED || prapi_engine_voided_by(engine, event->sequence) != 0) {
        prapi_case_pass(state, event);
    } else {
        prapi_case_apply(state, event);
    }
    state->chain = checksum;
    return at->visit != NULL ? show(engine, event, row, state, at) : PRAP_OK;
}

/* Walks the journal from its beginning, until its end, the stop, or a void that was not yet known of. */
static prap_status walk_once(prap_engine *engine, const prap_key *key, walk *at, prapi_case *state) {
    prapi_case_clear(state);
    at->end = false;
    at->again = false;
    while (!at->end && !at->again) {
        uint32_t count;
        prap_status status = prapi_host_read(&engine->host, key, state->version + 1, engine->events,
                                             PRAPI_PAGE_ROWS, &count);
        for (uint32_t i = 0; status == PRAP_OK && i < count && !at->end && !at->again; i++) {
            status = take_event(engine, at, &engine->events[i], state);
        }
        if (status != PRAP_OK) return status;
        if (at->end || at->again || count == PRAPI_PAGE_ROWS) continue;
        if (state->version < at->stop->at_least) return PRAP_E_DAMAGED;
        at->end = true;
    }
    return PRAP_OK;
}

prap_status prapi_engine_replay(prap_engine *engine, const prap_key *key, const prapi_stop *stop,
                                prapi_case *ret_state, bool *ret_found, prap_visit_event visit, void *user) {
    if (engine->host.store.read == NULL) return PRAP_E_NO_READ;
    walk at = {.stop = stop, .key_hash = prapi_key_hash(key)};
    prap_status status;
    engine->n_voided = 0;
    do {
        status = walk_once(engine, key, &at, ret_state);
    } while (status == PRAP_OK && at.again);
    if (status == PRAP_OK && visit != NULL && ret_state->version > 0) {
        /* Every void is known now, so an entry is shown with what voids it. What was read once must be there again. */
        const prapi_stop same = {
            .recorded_by = stop->recorded_by, .version_by = ret_state->version, .at_least = ret_state->version};
        at.stop = &same;
        at.visit = visit;
        at.user = user;
        status = walk_once(engine, key, &at, ret_state);
    }
    if (ret_found != NULL) *ret_found = at.found;
    return status;
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
    engine->busy = true;
    status = prapi_engine_replay(engine, key, &stop, &engine->after, NULL, visit, user);
    engine->busy = false;
    if (status == PRAP_OK && engine->after.version == 0) status = PRAP_E_NO_CASE;
    return status == PRAP_OK ? PRAP_OK : prapi_engine_fail(status, reterr);
}
