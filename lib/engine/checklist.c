/* checklist.c: see include/prap/checklist.h. */
#include "prap/vocabulary.h"

#include "base/error.h"
#include "engine/engine.h"
#include "programmes/programme.h"
#include "referral/checklist.h"

static prap_status check(const prap_engine *engine, const prap_key *key, prap_day as_of, bool visits,
                         prap_error *reterr) {
    if (engine == NULL || key == NULL || !visits) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (engine->busy) return prapi_engine_fail(PRAP_E_REENTRY, reterr);
    const prap_status status = prapi_key_check(key, reterr);
    return status == PRAP_OK ? prapi_day_check(as_of, "as_of", reterr) : status;
}

/* Replays what was recorded by a day into engine->after. PRAP_OK when there was anything. */
static prap_status replay(prap_engine *engine, const prap_key *key, prap_day as_of, prap_visit_event visit,
                          void *user) {
    const prapi_stop stop = {.recorded_by = as_of};
    const prap_status status = prapi_engine_replay(engine, key, &stop, &engine->after, NULL, visit, user);
    return status == PRAP_OK && engine->after.version == 0 ? PRAP_E_NO_CASE : status;
}

/* In engine->work: more than a stack should hold. */
struct gathering {
    const prapi_case *state;
    prapi_gathered gathered;
    prap_check checks[PRAPI_ITEMS];
};
_Static_assert(sizeof(struct gathering) <= PRAPI_WORK_BYTES, "there is room for it");

static prap_status gather(void *user, const prap_event_view *event) {
    struct gathering *gathering = user;
    prapi_gather_entry(&gathering->gathered, event);
    prapi_gather_days(&gathering->gathered, gathering->state); /* as they are after the entry */
    return PRAP_OK;
}

/* A list is of one programme: on another, what it asks for is nobody's duty. */
static prap_status visit_lists(struct gathering *gathering, uint32_t checklist, prap_visit_checklist visit, void *user) {
    prap_checklist list;
    prap_status status = PRAP_OK;
    for (uint32_t i = 1; status == PRAP_OK && i < PRAPI_CHECKLIST_END; i++) {
        if (checklist != 0 && checklist != i) continue;
        if (prap_checklist_kind_by_number(i)->programme != gathering->state->programme) continue;
        prapi_gather_list(&gathering->gathered, i, gathering->checks, &list);
        status = visit(user, &list);
    }
    return status;
}

prap_status prap_engine_checklist(prap_engine *engine, const prap_key *key, prap_day as_of, uint32_t checklist,
                                  prap_visit_checklist visit, void *user, prap_error *reterr) {
    prap_status status = check(engine, key, as_of, visit != NULL, reterr);
    if (status == PRAP_OK && checklist != 0 && prap_checklist_kind_by_number(checklist) == NULL) {
        status = prapi_fail(reterr, PRAP_E_WORD, "checklist", "there is no such checklist");
    }
    if (status != PRAP_OK) return status;
    struct gathering *gathering = engine->work;
    gathering->state = &engine->after;
    prapi_gather_begin(&gathering->gathered);
    engine->busy = true;
    status = replay(engine, key, as_of, gather, gathering);
    if (status == PRAP_OK) status = visit_lists(gathering, checklist, visit, user);
    engine->busy = false;
    return status == PRAP_OK ? PRAP_OK : prapi_engine_fail(status, reterr);
}

void prapi_kept_begin(prap_kept kept[PRAPI_RECORD_END]) {
    for (uint32_t i = 0; i < PRAPI_RECORD_END; i++) kept[i] = (prap_kept){.size = sizeof kept[i], .record = i};
}

void prapi_kept_add(prap_kept kept[PRAPI_RECORD_END], const prap_event_view *event) {
    uint32_t record;
    for (uint32_t i = 0; (record = prap_event_record_at(event->event, i)) != 0; i++) {
        prap_kept *one = &kept[record];
        if (one->n_events == 0) {
            one->first = event->sequence;
            one->first_on = event->on;
        }
        one->n_events++;
        one->last = event->sequence;
        one->last_on = event->on;
    }
}

static prap_status keep(void *user, const prap_event_view *event) {
    if (event->voided_by == 0) prapi_kept_add(user, event);
    return PRAP_OK;
}

_Static_assert(PRAPI_RECORD_END * sizeof(prap_kept) <= PRAPI_WORK_BYTES, "there is room for them");

prap_status prap_engine_records(prap_engine *engine, const prap_key *key, prap_day as_of, prap_visit_kept visit,
                                void *user, prap_error *reterr) {
    prap_status status = check(engine, key, as_of, visit != NULL, reterr);
    if (status != PRAP_OK) return status;
    prap_kept *kept = engine->work;
    prapi_kept_begin(kept);
    engine->busy = true;
    status = replay(engine, key, as_of, keep, kept);
    const prapi_programme *programme = prapi_programme_find(engine->after.programme);
    const uint32_t scenario = engine->after.regions[PRAP_REGION_SCENARIO];
    for (uint32_t i = 1; status == PRAP_OK && i < PRAPI_RECORD_END; i++) {
        if (kept[i].n_events == 0) continue;
        if (!prapi_programme_cites(programme, PRAP_WORDS_RECORD, i, scenario, &kept[i].rule)) continue;
        status = visit(user, &kept[i]);
    }
    engine->busy = false;
    return status == PRAP_OK ? PRAP_OK : prapi_engine_fail(status, reterr);
}
