#include "memory-store.h"

#include <stdlib.h>
#include <string.h>

#include "memory-cases.h"

static void hear(struct memory_store *store, const void *bytes, size_t n) {
    store->heard.bytes = memory_grow(store->heard.bytes, store->heard.n + n + 1, 1);
    if (n > 0) memcpy(store->heard.bytes + store->heard.n, bytes, n);
    store->heard.n += n;
}

/* Whether a call of this kind can go wrong in this way. */
static bool can_have(enum memory_store_call call, enum memory_store_fault fault) {
    switch (fault) {
    case MEMORY_STORE_SOUND:
        return false;
    case MEMORY_STORE_STATUS_BEFORE:
    case MEMORY_STORE_STATUS_AFTER:
        return true;
    case MEMORY_STORE_EACH_BEFORE:
    case MEMORY_STORE_EACH_AFTER:
    case MEMORY_STORE_EACH_UNSET:
        return call == MEMORY_STORE_COMMIT;
    case MEMORY_STORE_PUSH_NOTHING:
    case MEMORY_STORE_PUSH_TWICE:
    case MEMORY_STORE_ALTER:
        return call != MEMORY_STORE_COMMIT;
    }
    return false;
}

/* The trouble that belongs to this call, or a sound one. */
static enum memory_store_fault begin(struct memory_store *store, enum memory_store_call call) {
    store->calls++;
    if (store->listener != NULL) store->listener(store->listener_user, call);
    const struct memory_store_trouble *trouble = &store->trouble;
    if (!can_have(call, trouble->fault) || (trouble->only != 0 && trouble->only != (uint32_t)call))
        return MEMORY_STORE_SOUND;
    store->counted++;
    const bool due = trouble->sticky ? store->counted >= trouble->nth : store->counted == trouble->nth;
    if (!due) return MEMORY_STORE_SOUND;
    if (store->troubled == 0) store->troubled = (uint32_t)call;
    return trouble->fault;
}

/* The row as a store altered it. In memory of its own, so that calls into a sound store show how little stack they need. */
static prap_status push_altered(struct memory_store *store, enum memory_store_call call, prap_sink *sink, const prap_row *row) {
    enum { ROOM = 2 * PRAP_SNAPSHOT_BYTES };
    prap_row altered = *row;
    uint8_t *room = calloc(1, ROOM);
    if (room == NULL) abort();
    memcpy(room, row->record.bytes, row->record.n);
    altered.record.bytes = room;
    store->trouble.alter(store->trouble.user, call, &altered, room, ROOM);
    const prap_status status = prap_sink_push(sink, &altered);
    free(room);
    return status;
}

static prap_status push(struct memory_store *store, enum memory_store_call call,
                        enum memory_store_fault fault, prap_sink *sink, const prap_row *row) {
    if (fault == MEMORY_STORE_PUSH_NOTHING) return PRAP_OK;
    if (fault == MEMORY_STORE_ALTER && row->record.n <= 2 * PRAP_SNAPSHOT_BYTES) return push_altered(store, call, sink, row);
    const prap_status status = prap_sink_push(sink, row);
    if (fault == MEMORY_STORE_PUSH_TWICE && status == PRAP_OK) return prap_sink_push(sink, row);
    return status;
}

static prap_status load(void *user, const prap_key *key, prap_sink *sink) {
    struct memory_store *store = user;
    const enum memory_store_fault fault = begin(store, MEMORY_STORE_LOAD);
    if (fault == MEMORY_STORE_STATUS_BEFORE) return store->trouble.status;
    const struct stored_case *stored = memory_cases_find(&store->kept, key);
    if (stored == NULL) return fault == MEMORY_STORE_STATUS_AFTER ? store->trouble.status : PRAP_NONE;
    prap_row row = {.size = sizeof row, .version = stored->version};
    row.record = (prap_bytes){stored->snapshot.bytes, stored->snapshot.n};
    const prap_status status = push(store, MEMORY_STORE_LOAD, fault, sink, &row);
    return fault == MEMORY_STORE_STATUS_AFTER ? store->trouble.status
           : status == PRAP_E_LIMIT           ? PRAP_OK
                                              : status;
}

static prap_status read_events(void *user, const prap_key *key, uint64_t from, uint32_t max,
                               prap_sink *sink) {
    struct memory_store *store = user;
    const enum memory_store_fault fault = begin(store, MEMORY_STORE_READ);
    if (fault == MEMORY_STORE_STATUS_BEFORE) return store->trouble.status;
    const struct stored_case *stored = memory_cases_find(&store->kept, key);
    uint32_t pushed = 0;
    for (size_t i = 0; stored != NULL && i < stored->n_events && pushed < max; i++) {
        const struct stored_event *event = &stored->events[i];
        if (event->sequence < from) continue;
        prap_row row = {.size = sizeof row, .version = event->sequence};
        row.id = (prap_text){(const char *)event->id.bytes, event->id.n};
        row.record = (prap_bytes){event->record.bytes, event->record.n};
        const prap_status status = push(store, MEMORY_STORE_READ, fault, sink, &row);
        if (status == PRAP_E_LIMIT) break;
        if (status != PRAP_OK) return status;
        pushed++;
    }
    return fault == MEMORY_STORE_STATUS_AFTER ? store->trouble.status : PRAP_OK;
}

static bool is_asked_for(const struct stored_case *stored, const prap_scan *query) {
    if (memory_compare(stored->tenant.bytes, stored->tenant.n, query->tenant.bytes, query->tenant.n) != 0)
        return false;
    if (query->after.n > 0 &&
        memory_compare(stored->case_id.bytes, stored->case_id.n, query->after.bytes, query->after.n) <= 0)
        return false;
    return query->due_by == PRAP_DAY_NONE ||
           (stored->next_due != PRAP_DAY_NONE && stored->next_due <= query->due_by);
}

static prap_status scan(void *user, const prap_scan *query, prap_sink *sink) {
    struct memory_store *store = user;
    const enum memory_store_fault fault = begin(store, MEMORY_STORE_SCAN);
    if (fault == MEMORY_STORE_STATUS_BEFORE) return store->trouble.status;
    uint32_t pushed = 0;
    for (size_t i = 0; i < store->kept.n && pushed < query->limit; i++) {
        const struct stored_case *stored = &store->kept.cases[i];
        if (!is_asked_for(stored, query)) continue;
        prap_row row = {.size = sizeof row, .version = stored->version};
        row.case_id = (prap_text){(const char *)stored->case_id.bytes, stored->case_id.n};
        row.record = (prap_bytes){stored->snapshot.bytes, stored->snapshot.n};
        const prap_status status = push(store, MEMORY_STORE_SCAN, fault, sink, &row);
        if (status == PRAP_E_LIMIT) break;
        if (status != PRAP_OK) return status;
        pushed++;
    }
    return fault == MEMORY_STORE_STATUS_AFTER ? store->trouble.status : PRAP_OK;
}

/* What host.h promises about a change, or what is wrong with it. */
static const char *complaint_about(const prap_change *change) {
    if (change->size != sizeof *change) return "a change has another size";
    if (change->key.case_id.n == 0 || change->key.case_id.n > PRAP_ID_BYTES ||
        change->key.tenant.n > PRAP_ID_BYTES)
        return "a key is too long or empty";
    if (change->n_events == 0 || change->new_version != change->expected_version + change->n_events)
        return "the new version is not the sequence of the last event";
    if (change->snapshot.n == 0 || change->snapshot.n > PRAP_SNAPSHOT_BYTES)
        return "a snapshot is too long or empty";
    if (change->id.n > PRAP_ID_BYTES) return "an id is too long";
    for (size_t i = 0; i < change->n_events; i++) {
        const prap_event_record *event = &change->events[i];
        if (event->size != sizeof *event || event->sequence != change->expected_version + 1 + i)
            return "an event has another size or is out of sequence";
        if (event->record.n == 0 || event->record.n > PRAP_EVENT_BYTES)
            return "an event record is too long or empty";
        if (memory_compare(event->id.bytes, event->id.n, change->id.bytes, change->id.n) != 0)
            return "an event carries another id than its change";
    }
    for (size_t i = 0; i < change->n_notices; i++) {
        const prap_notice_record *notice = &change->notices[i];
        if (notice->size != sizeof *notice || notice->sequence <= change->expected_version ||
            notice->sequence > change->new_version || notice->ordinal != i)
            return "a notice has another size, sequence or ordinal";
    }
    return NULL;
}

static void hear_change(struct memory_store *store, const prap_change *change) {
    hear(store, change->key.tenant.bytes, change->key.tenant.n);
    hear(store, change->key.case_id.bytes, change->key.case_id.n);
    hear(store, change->id.bytes, change->id.n);
    hear(store, change->snapshot.bytes, change->snapshot.n);
    for (size_t i = 0; i < change->n_events; i++)
        hear(store, change->events[i].record.bytes, change->events[i].record.n);
    hear(store, change->notices, change->n_notices * sizeof *change->notices);
}

static prap_status may_apply(const struct memory_store *store, const prap_change *change) {
    const struct stored_case *stored = memory_cases_find(&store->kept, &change->key);
    for (size_t i = 0; stored != NULL && change->id.n > 0 && i < stored->n_events; i++)
        if (memory_compare(stored->events[i].id.bytes, stored->events[i].id.n, change->id.bytes,
                           change->id.n) == 0)
            return PRAP_DUPLICATE;
    const uint64_t version = stored != NULL ? stored->version : 0;
    return version == change->expected_version ? PRAP_OK : PRAP_CONFLICT;
}

static void apply(struct memory_store *store, const prap_change *change) {
    struct stored_case *stored = memory_cases_find_or_add(&store->kept, &change->key);
    stored->version = change->new_version;
    stored->programme = change->programme;
    stored->stage = change->stage;
    stored->next_due = change->next_due;
    stored->hold_until = change->hold_until;
    blob_replace(&stored->snapshot, change->snapshot.bytes, change->snapshot.n);
    for (size_t i = 0; i < change->n_events; i++)
        stored_case_add_event(stored, change->events[i].sequence, change->events[i].id,
                              change->events[i].record);
    stored->notices =
        memory_grow(stored->notices, stored->n_notices + change->n_notices + 1, sizeof *stored->notices);
    for (size_t i = 0; i < change->n_notices; i++)
        stored->notices[stored->n_notices++] = change->notices[i];
    store->committed = true;
}

static prap_status commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    struct memory_store *store = user;
    const enum memory_store_fault fault = begin(store, MEMORY_STORE_COMMIT);
    for (size_t i = 0; i < n; i++) {
        hear_change(store, &changes[i]);
        if (store->complaint == NULL) store->complaint = complaint_about(&changes[i]);
    }
    if (fault == MEMORY_STORE_STATUS_BEFORE) return store->trouble.status;
    const bool nothing = fault == MEMORY_STORE_EACH_BEFORE || fault == MEMORY_STORE_EACH_UNSET;
    for (size_t i = 0; i < n; i++) {
        prap_status status = may_apply(store, &changes[i]);
        if (status == PRAP_OK && !nothing) apply(store, &changes[i]);
        if (fault == MEMORY_STORE_EACH_BEFORE || (fault == MEMORY_STORE_EACH_AFTER && status == PRAP_OK))
            status = store->trouble.status;
        if (fault != MEMORY_STORE_EACH_UNSET) ret_each[i] = status;
    }
    return fault == MEMORY_STORE_STATUS_AFTER ? store->trouble.status : PRAP_OK;
}

struct memory_store *memory_store_create(void) {
    struct memory_store *store = memory_grow(NULL, 1, sizeof *store);
    memset(store, 0, sizeof *store);
    store->interface = (prap_store){sizeof store->interface, store, load, commit, read_events, scan};
    return store;
}

void memory_store_destroy(struct memory_store *store) {
    if (store == NULL) return;
    memory_cases_clear(&store->kept);
    free(store->heard.bytes);
    free(store);
}

const prap_store *memory_store_interface(struct memory_store *store) {
    return &store->interface;
}

void memory_store_order(struct memory_store *store, const struct memory_store_trouble *trouble) {
    store->trouble = trouble != NULL ? *trouble : (struct memory_store_trouble){0};
    store->calls = 0;
    store->counted = 0;
    store->troubled = 0;
    store->committed = false;
}

unsigned memory_store_calls(const struct memory_store *store) {
    return store->calls;
}

bool memory_store_troubled(const struct memory_store *store) {
    return store->troubled != 0;
}

uint32_t memory_store_troubled_call(const struct memory_store *store) {
    return store->troubled;
}

bool memory_store_committed(const struct memory_store *store) {
    return store->committed;
}

void memory_store_listen(struct memory_store *store, memory_store_listener listener, void *user) {
    store->listener = listener;
    store->listener_user = user;
}

const char *memory_store_complaint(const struct memory_store *store) {
    return store->complaint;
}

prap_bytes memory_store_heard(const struct memory_store *store) {
    return (prap_bytes){store->heard.bytes, store->heard.n};
}
