#include "memory-store.h"

#include <stdlib.h>
#include <string.h>

struct blob {
    uint8_t *bytes;
    size_t n;
};

struct stored_event {
    uint64_t sequence;
    struct blob id;
    struct blob record;
};

struct stored_case {
    struct blob tenant;
    struct blob case_id;
    struct blob snapshot;
    uint64_t version;
    uint32_t programme;
    uint32_t stage;
    prap_day next_due;
    prap_day hold_until;
    struct stored_event *events;
    size_t n_events;
    prap_notice_record *notices;
    size_t n_notices;
};

struct memory_store {
    prap_store interface;
    struct stored_case *cases; /* ascending by tenant, then case id */
    size_t n_cases;
    struct memory_store_trouble trouble;
    unsigned calls;
    unsigned counted;
    uint32_t troubled; /* enum memory_store_call of the first trouble */
    bool committed;
    memory_store_listener listener;
    void *listener_user;
    const char *complaint;
    struct blob heard;
};

static void *grow(void *block, size_t count, size_t each) {
    void *grown = realloc(block, count * each);
    if (grown == NULL) abort();
    return grown;
}

static struct blob blob_of(const void *bytes, size_t n) {
    struct blob blob = {grow(NULL, n + 1, 1), n};
    if (n > 0) memcpy(blob.bytes, bytes, n);
    return blob;
}

static void blob_replace(struct blob *blob, const void *bytes, size_t n) {
    const struct blob fresh = blob_of(bytes, n);
    free(blob->bytes);
    *blob = fresh;
}

static int compare(const void *left, size_t n_left, const void *right, size_t n_right) {
    const size_t shorter = n_left < n_right ? n_left : n_right;
    const int order = shorter > 0 ? memcmp(left, right, shorter) : 0;
    return order != 0 ? order : (n_left > n_right) - (n_left < n_right);
}

static bool blobs_equal(struct blob left, struct blob right) {
    return compare(left.bytes, left.n, right.bytes, right.n) == 0;
}

static int compare_key(const struct stored_case *stored, const prap_key *key) {
    const int order = compare(stored->tenant.bytes, stored->tenant.n, key->tenant.bytes, key->tenant.n);
    return order != 0 ? order
                      : compare(stored->case_id.bytes, stored->case_id.n, key->case_id.bytes, key->case_id.n);
}

/* The place of a key: where it is, or where it belongs. */
static size_t place_of(const struct memory_store *store, const prap_key *key, bool *ret_found) {
    size_t i = 0;
    while (i < store->n_cases && compare_key(&store->cases[i], key) < 0)
        i++;
    *ret_found = i < store->n_cases && compare_key(&store->cases[i], key) == 0;
    return i;
}

static struct stored_case *find(const struct memory_store *store, const prap_key *key) {
    bool found;
    const size_t i = place_of(store, key, &found);
    return found ? &store->cases[i] : NULL;
}

static struct stored_case *find_or_add(struct memory_store *store, const prap_key *key) {
    bool found;
    const size_t i = place_of(store, key, &found);
    if (!found) {
        store->cases = grow(store->cases, store->n_cases + 1, sizeof *store->cases);
        memmove(&store->cases[i + 1], &store->cases[i], (store->n_cases - i) * sizeof *store->cases);
        memset(&store->cases[i], 0, sizeof store->cases[i]);
        store->cases[i].tenant = blob_of(key->tenant.bytes, key->tenant.n);
        store->cases[i].case_id = blob_of(key->case_id.bytes, key->case_id.n);
        store->cases[i].snapshot = blob_of(NULL, 0);
        store->n_cases++;
    }
    return &store->cases[i];
}

static void add_event(struct stored_case *stored, uint64_t sequence, prap_text id, prap_bytes record) {
    stored->events = grow(stored->events, stored->n_events + 1, sizeof *stored->events);
    struct stored_event *event = &stored->events[stored->n_events++];
    event->sequence = sequence;
    event->id = blob_of(id.bytes, id.n);
    event->record = blob_of(record.bytes, record.n);
}

static void hear(struct memory_store *store, const void *bytes, size_t n) {
    store->heard.bytes = grow(store->heard.bytes, store->heard.n + n + 1, 1);
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

static prap_status push(struct memory_store *store, enum memory_store_call call,
                        enum memory_store_fault fault, prap_sink *sink, const prap_row *row) {
    if (fault == MEMORY_STORE_PUSH_NOTHING) return PRAP_OK;
    prap_row altered = *row;
    uint8_t room[2 * PRAP_SNAPSHOT_BYTES] = {0};
    if (fault == MEMORY_STORE_ALTER && row->record.n <= sizeof room) {
        memcpy(room, row->record.bytes, row->record.n);
        altered.record.bytes = room;
        store->trouble.alter(store->trouble.user, call, &altered, room, sizeof room);
    }
    const prap_status status = prap_sink_push(sink, &altered);
    if (fault == MEMORY_STORE_PUSH_TWICE && status == PRAP_OK) return prap_sink_push(sink, &altered);
    return status;
}

static prap_status load(void *user, const prap_key *key, prap_sink *sink) {
    struct memory_store *store = user;
    const enum memory_store_fault fault = begin(store, MEMORY_STORE_LOAD);
    if (fault == MEMORY_STORE_STATUS_BEFORE) return store->trouble.status;
    const struct stored_case *stored = find(store, key);
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
    const struct stored_case *stored = find(store, key);
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
    if (compare(stored->tenant.bytes, stored->tenant.n, query->tenant.bytes, query->tenant.n) != 0)
        return false;
    if (query->after.n > 0 &&
        compare(stored->case_id.bytes, stored->case_id.n, query->after.bytes, query->after.n) <= 0)
        return false;
    return query->due_by == PRAP_DAY_NONE ||
           (stored->next_due != PRAP_DAY_NONE && stored->next_due <= query->due_by);
}

static prap_status scan(void *user, const prap_scan *query, prap_sink *sink) {
    struct memory_store *store = user;
    const enum memory_store_fault fault = begin(store, MEMORY_STORE_SCAN);
    if (fault == MEMORY_STORE_STATUS_BEFORE) return store->trouble.status;
    uint32_t pushed = 0;
    for (size_t i = 0; i < store->n_cases && pushed < query->limit; i++) {
        const struct stored_case *stored = &store->cases[i];
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
        if (compare(event->id.bytes, event->id.n, change->id.bytes, change->id.n) != 0)
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
    const struct stored_case *stored = find(store, &change->key);
    for (size_t i = 0; stored != NULL && change->id.n > 0 && i < stored->n_events; i++)
        if (compare(stored->events[i].id.bytes, stored->events[i].id.n, change->id.bytes, change->id.n) == 0)
            return PRAP_DUPLICATE;
    const uint64_t version = stored != NULL ? stored->version : 0;
    return version == change->expected_version ? PRAP_OK : PRAP_CONFLICT;
}

static void apply(struct memory_store *store, const prap_change *change) {
    struct stored_case *stored = find_or_add(store, &change->key);
    stored->version = change->new_version;
    stored->programme = change->programme;
    stored->stage = change->stage;
    stored->next_due = change->next_due;
    stored->hold_until = change->hold_until;
    blob_replace(&stored->snapshot, change->snapshot.bytes, change->snapshot.n);
    for (size_t i = 0; i < change->n_events; i++)
        add_event(stored, change->events[i].sequence, change->events[i].id, change->events[i].record);
    stored->notices =
        grow(stored->notices, stored->n_notices + change->n_notices + 1, sizeof *stored->notices);
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
    struct memory_store *store = grow(NULL, 1, sizeof *store);
    memset(store, 0, sizeof *store);
    store->interface = (prap_store){sizeof store->interface, store, load, commit, read_events, scan};
    return store;
}

void memory_store_destroy(struct memory_store *store) {
    for (size_t i = 0; store != NULL && i < store->n_cases; i++) {
        struct stored_case *stored = &store->cases[i];
        for (size_t k = 0; k < stored->n_events; k++) {
            free(stored->events[k].id.bytes);
            free(stored->events[k].record.bytes);
        }
        free(stored->events);
        free(stored->notices);
        free(stored->tenant.bytes);
        free(stored->case_id.bytes);
        free(stored->snapshot.bytes);
    }
    if (store != NULL) {
        free(store->cases);
        free(store->heard.bytes);
    }
    free(store);
}

const prap_store *memory_store_interface(struct memory_store *store) {
    return &store->interface;
}

struct memory_store *memory_store_copy(const struct memory_store *store) {
    struct memory_store *copy = memory_store_create();
    for (size_t i = 0; i < store->n_cases; i++) {
        const struct stored_case *from = &store->cases[i];
        const prap_key key = {{(const char *)from->tenant.bytes, from->tenant.n},
                              {(const char *)from->case_id.bytes, from->case_id.n}};
        struct stored_case *to = find_or_add(copy, &key);
        to->version = from->version;
        to->programme = from->programme;
        to->stage = from->stage;
        to->next_due = from->next_due;
        to->hold_until = from->hold_until;
        blob_replace(&to->snapshot, from->snapshot.bytes, from->snapshot.n);
        for (size_t k = 0; k < from->n_events; k++) {
            const struct stored_event *event = &from->events[k];
            add_event(to, event->sequence, (prap_text){(const char *)event->id.bytes, event->id.n},
                      (prap_bytes){event->record.bytes, event->record.n});
        }
        to->notices = grow(NULL, from->n_notices + 1, sizeof *to->notices);
        if (from->n_notices > 0) memcpy(to->notices, from->notices, from->n_notices * sizeof *to->notices);
        to->n_notices = from->n_notices;
    }
    return copy;
}

static bool cases_equal(const struct stored_case *left, const struct stored_case *right) {
    if (!blobs_equal(left->tenant, right->tenant) || !blobs_equal(left->case_id, right->case_id) ||
        !blobs_equal(left->snapshot, right->snapshot) || left->version != right->version ||
        left->programme != right->programme || left->stage != right->stage ||
        left->next_due != right->next_due || left->hold_until != right->hold_until ||
        left->n_events != right->n_events || left->n_notices != right->n_notices)
        return false;
    for (size_t i = 0; i < left->n_events; i++)
        if (left->events[i].sequence != right->events[i].sequence ||
            !blobs_equal(left->events[i].id, right->events[i].id) ||
            !blobs_equal(left->events[i].record, right->events[i].record))
            return false;
    return left->n_notices == 0 ||
           memcmp(left->notices, right->notices, left->n_notices * sizeof *left->notices) == 0;
}

bool memory_store_equal(const struct memory_store *left, const struct memory_store *right) {
    if (left->n_cases != right->n_cases) return false;
    for (size_t i = 0; i < left->n_cases; i++)
        if (!cases_equal(&left->cases[i], &right->cases[i])) return false;
    return true;
}

bool memory_store_equal_case(const struct memory_store *left, const struct memory_store *right,
                             prap_key key) {
    const struct stored_case *a = find(left, &key);
    const struct stored_case *b = find(right, &key);
    return a == NULL || b == NULL ? a == b : cases_equal(a, b);
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

size_t memory_store_case_count(const struct memory_store *store) {
    return store->n_cases;
}

uint64_t memory_store_version(const struct memory_store *store, prap_key key) {
    const struct stored_case *stored = find(store, &key);
    return stored != NULL ? stored->version : 0;
}

prap_bytes memory_store_snapshot(const struct memory_store *store, prap_key key) {
    const struct stored_case *stored = find(store, &key);
    return stored != NULL ? (prap_bytes){stored->snapshot.bytes, stored->snapshot.n} : (prap_bytes){NULL, 0};
}

prap_bytes memory_store_event(const struct memory_store *store, prap_key key, uint64_t sequence) {
    const struct stored_case *stored = find(store, &key);
    if (stored == NULL || sequence == 0 || sequence > stored->n_events) return (prap_bytes){NULL, 0};
    const struct blob record = stored->events[sequence - 1].record;
    return (prap_bytes){record.bytes, record.n};
}

prap_day memory_store_next_due(const struct memory_store *store, prap_key key) {
    const struct stored_case *stored = find(store, &key);
    return stored != NULL ? stored->next_due : PRAP_DAY_NONE;
}

uint32_t memory_store_stage(const struct memory_store *store, prap_key key) {
    const struct stored_case *stored = find(store, &key);
    return stored != NULL ? stored->stage : 0;
}

size_t memory_store_notice_count(const struct memory_store *store, prap_key key) {
    const struct stored_case *stored = find(store, &key);
    return stored != NULL ? stored->n_notices : 0;
}

void memory_store_set_snapshot(struct memory_store *store, prap_key key, prap_bytes snapshot) {
    blob_replace(&find(store, &key)->snapshot, snapshot.bytes, snapshot.n);
}

void memory_store_set_event(struct memory_store *store, prap_key key, uint64_t sequence, prap_bytes record) {
    blob_replace(&find(store, &key)->events[sequence - 1].record, record.bytes, record.n);
}

void memory_store_plant(struct memory_store *store, prap_key key, uint64_t version, prap_bytes snapshot,
                        prap_bytes record) {
    struct stored_case *stored = find_or_add(store, &key);
    stored->version = version;
    stored->next_due = PRAP_DAY_MIN;
    stored->hold_until = PRAP_DAY_NONE;
    blob_replace(&stored->snapshot, snapshot.bytes, snapshot.n);
    for (uint64_t i = stored->n_events; i < version; i++)
        add_event(stored, i + 1, (prap_text){NULL, 0}, record);
}
