/* verify.c: a store read through, and every fault told (include/prap/verify.h). */
#include <string.h>

#include "prap/verify.h"
#include "prap/vocabulary.h"

#include "base/always.h"
#include "base/error.h"
#include "engine/engine.h"
#include "programmes/programme.h"
#include "referral/decide.h"
#include "referral/record.h"

typedef struct verifying {
    prap_engine *engine;
    prap_visit_verify_fault visit;
    void *user;
    prap_verify_report report;
    prap_status ended;  /* what the visitor returned, when it ended the walk */
    const prap_key *key;
    bool damaged;       /* the case has damage */
    bool told_rulebook; /* of the case */
    bool told_calendar;
    uint64_t sequence;  /* of the last event that was read, */
    uint32_t chain;     /*   its checksum, */
    bool has_chain;     /*   which is not known when it was damaged; */
    prap_day recorded;  /*   the day it was recorded, or PRAP_DAY_NONE */
} verifying;

static void tell(verifying *on, uint32_t fault, uint64_t sequence) {
    const bool notice = fault == PRAP_VERIFY_FAULT_OTHER_RULEBOOK || fault == PRAP_VERIFY_FAULT_OTHER_CALENDAR ||
                        fault == PRAP_VERIFY_FAULT_NO_RULEBOOK;
    const prap_verify_fault told = {.size = sizeof told,
                                    .fault = fault,
                                    .severity = notice ? PRAP_SEVERITY_NOTICE : PRAP_SEVERITY_BREACH,
                                    .sequence = sequence,
                                    .case_id = on->key->case_id};
    if (on->ended != PRAP_OK) return;
    if (notice) on->report.notices++;
    else on->report.faults++;
    on->damaged = on->damaged || !notice;
    if (on->visit != NULL) on->ended = on->visit(on->user, &told);
}

/* Is the sequence that of an entry which voids another? */
static bool is_void(const prap_engine *engine, uint64_t sequence) {
    for (uint32_t i = 0; i < engine->n_voided; i++) {
        if (engine->voiding[i] == sequence) return true;
    }
    return false;
}

/* What no entry can void: nothing, the first, itself or a later one, a void, or what is voided already. */
static void check_void(verifying *on, const prapi_event *event) {
    prap_engine *engine = on->engine;
    if (event->event != PRAP_EVENT_ENTRY_VOIDED) return;
    const uint64_t target = (uint64_t)event->said[PRAP_FACT_VOIDS].value;
    if (target <= 1 || target >= event->sequence || is_void(engine, target) || engine->n_voided == PRAPI_VOIDS ||
        prapi_engine_voided_by(engine, target) != 0) {
        tell(on, PRAP_VERIFY_FAULT_VOID, event->sequence);
        return;
    }
    engine->voided[engine->n_voided] = target;
    engine->voiding[engine->n_voided++] = event->sequence;
}

/* Was the event judged by what is at hand? Told once a case: a newer rulebook is no damage. */
static void check_judges(verifying *on, const prapi_event *event) {
    const prap_rulebook *rulebook = prapi_engine_rulebook(on->engine, event->programme);
    if (rulebook == NULL) {
        if (!on->told_rulebook) tell(on, PRAP_VERIFY_FAULT_NO_RULEBOOK, event->sequence);
        on->told_rulebook = true;
        return;
    }
    const prap_calendar_identity *identity = prap_calendar_get_identity(prap_rulebook_calendar(rulebook));
    const bool same_calendar = event->calendar == identity->hash && event->division == identity->division;
    if (event->rulebook != prap_rulebook_hash(rulebook) && !on->told_rulebook) {
        on->told_rulebook = true;
        tell(on, PRAP_VERIFY_FAULT_OTHER_RULEBOOK, event->sequence);
    }
    if (!same_calendar && !on->told_calendar) {
        on->told_calendar = true;
        tell(on, PRAP_VERIFY_FAULT_OTHER_CALENDAR, event->sequence);
    }
}

static void check_place(verifying *on, const prapi_event *event, uint64_t row_version) {
    const prapi_programme *programme = prapi_programme_find(event->programme);
    /* A sequence that can be read is 1 at least (record-read.c); the greatest of all has none after it. */
    if (event->sequence - 1 != on->sequence || event->sequence != row_version) {
        tell(on, PRAP_VERIFY_FAULT_SEQUENCE, row_version);
    }
    if (on->has_chain && event->chain != on->chain) tell(on, PRAP_VERIFY_FAULT_CHAIN, row_version);
    if (event->recorded < on->recorded) tell(on, PRAP_VERIFY_FAULT_ORDER, row_version);
    if (on->sequence == 0 && PRAPI_ALWAYS(programme != NULL) && !prapi_programme_opens(programme, event->event)) {
        tell(on, PRAP_VERIFY_FAULT_OPENING, row_version);
    }
    check_void(on, event);
    check_judges(on, event);
}

static void check_event(verifying *on, const prapi_row_copy *row) {
    prapi_event *event = &on->engine->replayed;
    const prap_bytes record = {row->record, row->record_bytes};
    uint32_t checksum = 0;
    on->report.events++;
    const prap_status status = prapi_event_decode(record, prapi_key_hash(on->key), event, &checksum);
    if (status == PRAP_OK) {
        check_place(on, event, row->version);
        on->chain = checksum;
        on->recorded = event->recorded;
    } else {
        tell(on, status == PRAP_E_VERSION ? PRAP_VERIFY_FAULT_EVENT_NEWER : PRAP_VERIFY_FAULT_EVENT_DAMAGED,
             row->version);
        if (row->version != on->sequence + 1) tell(on, PRAP_VERIFY_FAULT_SEQUENCE, row->version);
    }
    on->has_chain = status == PRAP_OK;
    on->sequence = row->version;
}

/*
 * PRAP_OK when the journal was read to its end. A store that calls the case damaged is believed, and not asked on; nor is
 * one whose full page leads no further, which was told of: it might give such pages for ever.
 */
static prap_status check_journal(verifying *on) {
    prap_engine *engine = on->engine;
    uint32_t count = PRAPI_PAGE_ROWS;
    uint64_t read_to = 0;
    engine->n_voided = 0;
    while (count == PRAPI_PAGE_ROWS && on->ended == PRAP_OK && on->sequence >= read_to) {
        read_to = on->sequence + 1;
        const prap_status status = prapi_host_read(&engine->host, on->key, read_to, engine->events,
                                                   PRAPI_PAGE_ROWS, &count);
        if (status != PRAP_OK) {
            if (prap_status_class(status) != PRAP_CLASS_DATA) return status;
            tell(on, PRAP_VERIFY_FAULT_STORE_DAMAGED, read_to);
            return PRAP_OK;
        }
        for (uint32_t i = 0; i < count && on->ended == PRAP_OK; i++) check_event(on, &engine->events[i]);
    }
    return PRAP_OK;
}

/* Is the snapshot what the journal amounts to? What a newer minor format keeps in it is passed over. */
static prap_status compare(verifying *on) {
    prap_engine *engine = on->engine;
    const prapi_stop stop = {.recorded_by = PRAP_DAY_MAX};
    uint8_t *ours = engine->work;
    size_t n_ours, n_theirs;
    const prap_status status = prapi_engine_replay(engine, on->key, &stop, &engine->after, NULL, NULL, NULL);
    /* What was whole a moment ago: a store that went wrong in between, or a journal that cannot be replayed. */
    if (prap_status_class(status) == PRAP_CLASS_DATA) {
        tell(on, PRAP_VERIFY_FAULT_STORE_DAMAGED, 0);
        return PRAP_OK;
    }
    if (status != PRAP_OK) return status;
    engine->after.kept_bytes = engine->before.kept_bytes;
    memcpy(engine->after.kept, engine->before.kept, engine->before.kept_bytes);
    prapi_case_encode(&engine->after, prapi_key_hash(on->key), ours, &n_ours);
    prapi_case_encode(&engine->before, prapi_key_hash(on->key), engine->snapshot_bytes, &n_theirs);
    if (n_ours != n_theirs || memcmp(ours, engine->snapshot_bytes, n_ours) != 0) {
        tell(on, PRAP_VERIFY_FAULT_SNAPSHOT_DIFFERS, 0);
    }
    return PRAP_OK;
}

/* The snapshot of engine->loaded, after its journal. */
static prap_status check_snapshot(verifying *on) {
    prap_engine *engine = on->engine;
    const prap_bytes record = {engine->loaded.record, engine->loaded.record_bytes};
    prapi_case_clear(&engine->before);
    const prap_status status = prapi_case_decode(record, prapi_key_hash(on->key), &engine->before);
    if (status != PRAP_OK) {
        tell(on, status == PRAP_E_VERSION ? PRAP_VERIFY_FAULT_SNAPSHOT_NEWER : PRAP_VERIFY_FAULT_SNAPSHOT_DAMAGED, 0);
        return PRAP_OK;
    }
    const uint64_t version = engine->before.version;
    if (engine->loaded.version != version) tell(on, PRAP_VERIFY_FAULT_VERSION, 0);
    if (on->sequence < version) tell(on, PRAP_VERIFY_FAULT_CUT_SHORT, on->sequence + 1);
    if (on->sequence > version) tell(on, PRAP_VERIFY_FAULT_RUNS_ON, version + 1);
    return on->damaged || on->ended != PRAP_OK ? PRAP_OK : compare(on);
}

/* One case, whose row stands in engine->loaded. */
static prap_status check_case(verifying *on, const prap_key *key) {
    on->key = key;
    on->damaged = on->told_rulebook = on->told_calendar = on->has_chain = false;
    on->sequence = 0;
    on->recorded = PRAP_DAY_NONE;
    on->chain = 0;
    on->report.cases++;
    prap_status status = check_journal(on);
    if (status == PRAP_OK) status = check_snapshot(on);
    if (on->damaged) on->report.damaged++;
    return status;
}

static prap_status check_one(verifying *on, const prap_key *key) {
    const prap_status status = prapi_host_load(&on->engine->host, key, &on->engine->loaded);
    if (status == PRAP_NONE) return PRAP_E_NO_CASE;
    if (status != PRAP_OK && prap_status_class(status) == PRAP_CLASS_DATA) {
        on->key = key;
        on->report.cases++;
        on->report.damaged++;
        tell(on, PRAP_VERIFY_FAULT_STORE_DAMAGED, 0);
        return PRAP_OK;
    }
    return status == PRAP_OK ? check_case(on, key) : status;
}

static prap_status check_all(verifying *on, prap_text tenant) {
    prapi_place at = {0};
    prap_status status = PRAP_OK;
    while (status == PRAP_OK && on->ended == PRAP_OK) {
        status = prapi_engine_next(on->engine, tenant, &at);
        if (status != PRAP_OK) break;
        const prap_key key = {tenant, {at.case_id, at.n}};
        status = check_case(on, &key);
    }
    return status == PRAP_NONE ? PRAP_OK : status;
}

static prap_status check_texts(prap_text tenant, prap_text case_id, prap_error *reterr) {
    const prap_key key = {tenant, case_id};
    const prap_status status = prapi_tenant_check(tenant, reterr);
    return status != PRAP_OK || case_id.n == 0 ? status : prapi_key_check(&key, reterr);
}

prap_status prap_engine_verify(prap_engine *engine, prap_text tenant, prap_text case_id,
                               prap_visit_verify_fault visit, void *user, prap_verify_report *ret_report,
                               prap_error *reterr) {
    if (engine == NULL || ret_report == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    if (ret_report->size < sizeof(prap_verify_report)) {
        return prapi_fail(reterr, PRAP_E_SIZE, "report", "the report's size is one this library cannot fill");
    }
    if (engine->busy) return prapi_engine_fail(PRAP_E_REENTRY, reterr);
    prap_status status = check_texts(tenant, case_id, reterr);
    if (status != PRAP_OK) return status;
    if (engine->host.store.read == NULL) return prapi_engine_fail(PRAP_E_NO_READ, reterr);
    if (engine->host.store.scan == NULL && case_id.n == 0) return prapi_engine_fail(PRAP_E_NO_SCAN, reterr);
    verifying on = {.engine = engine, .visit = visit, .user = user, .report = {.size = ret_report->size}};
    const prap_key key = {tenant, case_id};
    engine->busy = true;
    status = case_id.n == 0 ? check_all(&on, tenant) : check_one(&on, &key);
    engine->busy = false;
    *ret_report = on.report;
    if (on.ended != PRAP_OK) return on.ended;
    return status == PRAP_OK ? PRAP_OK : prapi_engine_fail(status, reterr);
}
