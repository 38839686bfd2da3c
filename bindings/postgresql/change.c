/* change.c: what a change says, whether it can be true, and how many of them go into one statement. */
#include <string.h>

#include "store.h"

enum {
    ROUND_CHANGES = 128, /* in one statement; a power of two */
    ROUND_ROWS = 4096    /* events and notices of them */
};

const prap_change *prapi_postgresql_change_at(const prap_change *changes, size_t i) {
    return (const prap_change *)(const void *)((const char *)changes + i * changes->size);
}

const prap_event_record *prapi_postgresql_event_at(const prap_change *change, size_t i) {
    return (const prap_event_record *)(const void *)((const char *)change->events + i * change->events->size);
}

const prap_notice_record *prapi_postgresql_notice_at(const prap_change *change, size_t i) {
    return (const prap_notice_record *)(const void *)((const char *)change->notices + i * change->notices->size);
}

static bool same_text(prap_text a, prap_text b) {
    return a.n == b.n && (a.n == 0 || memcmp(a.bytes, b.bytes, a.n) == 0);
}

/* The tables' constraints say the same; but one change that breaks them would take its neighbours with it. */
static bool is_within_limits(const prap_change *change) {
    if (change->key.case_id.n == 0 || change->key.case_id.n > PRAP_ID_BYTES) return false;
    if (change->key.tenant.n > PRAP_ID_BYTES || change->id.n > PRAP_ID_BYTES) return false;
    if (change->snapshot.n > PRAP_SNAPSHOT_BYTES) return false;
    for (size_t i = 0; i < change->n_events; i++) {
        if (prapi_postgresql_event_at(change, i)->record.n > PRAP_EVENT_BYTES) return false;
    }
    return true;
}

static bool leads_from_old_to_new(const prap_change *change) {
    if (change->new_version == 0 || change->new_version > INT64_MAX) return false;
    if (change->expected_version > change->new_version) return false;
    if (change->new_version - change->expected_version != change->n_events) return false;
    if (change->n_events > 0 && change->events->size < sizeof *change->events) return false;
    if (change->n_notices > 0 && change->notices->size < sizeof *change->notices) return false;
    for (size_t i = 0; i < change->n_events; i++) {
        const prap_event_record *event = prapi_postgresql_event_at(change, i);
        if (event->sequence != change->expected_version + 1 + i || !same_text(event->id, change->id)) return false;
    }
    for (size_t i = 0; i < change->n_notices; i++) {
        const uint64_t sequence = prapi_postgresql_notice_at(change, i)->sequence;
        if (sequence <= change->expected_version || sequence > change->new_version) return false;
    }
    return true;
}

const char *prapi_postgresql_fault_of(const prap_change *change) {
    if (!leads_from_old_to_new(change)) return "a change's events do not lead from its old to its new version";
    return is_within_limits(change) ? NULL : "a change exceeds a limit of the contract";
}

static uint32_t hash_of(const prap_key *key) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < key->tenant.n; i++)
        hash = (hash ^ (uint8_t)key->tenant.bytes[i]) * 16777619u;
    hash = (hash ^ 0xff) * 16777619u;
    for (size_t i = 0; i < key->case_id.n; i++)
        hash = (hash ^ (uint8_t)key->case_id.bytes[i]) * 16777619u;
    return hash;
}

static bool same_key(const prap_key *a, const prap_key *b) {
    return same_text(a->tenant, b->tenant) && same_text(a->case_id, b->case_id);
}

/* A statement sees each row as it was before it, so a case can be changed only once in it. */
size_t prapi_postgresql_round_of(const prap_change *changes, size_t n) {
    uint16_t taken[2 * ROUND_CHANGES] = {0}; /* position + 1 of the change with that hash */
    size_t rows = 0;
    for (size_t i = 0; i < n && i < ROUND_CHANGES; i++) {
        const prap_change *change = prapi_postgresql_change_at(changes, i);
        rows += change->n_events + change->n_notices;
        if (i > 0 && rows > ROUND_ROWS) return i;
        uint32_t slot = hash_of(&change->key) % (2 * ROUND_CHANGES);
        while (taken[slot] != 0) {
            if (same_key(&change->key, &prapi_postgresql_change_at(changes, taken[slot] - 1u)->key)) return i;
            slot = (slot + 1) % (2 * ROUND_CHANGES);
        }
        taken[slot] = (uint16_t)(i + 1);
    }
    return n < ROUND_CHANGES ? n : ROUND_CHANGES;
}

/* Each column of the statement is an array over all changes, or over all their events or notices: so many are n. */
#define COLUMN(type, count, add)                                                        \
    prapi_put_array(p, type, count);                                                    \
    for (size_t i = 0; i < n; i++) {                                                    \
        const prap_change *change = prapi_postgresql_change_at(changes, i);             \
        add;                                                                            \
    }
#define ROWS_COLUMN(type, count, rows, kind, at, add)                                   \
    COLUMN(type, count, for (size_t k = 0; k < change->rows; k++) {                     \
        const kind *row = at(change, k);                                                \
        (void)row;                                                                      \
        add;                                                                            \
    })
#define EVENTS(type, add)  ROWS_COLUMN(type, n_events, n_events, prap_event_record, prapi_postgresql_event_at, add)
#define NOTICES(type, add) ROWS_COLUMN(type, n_notices, n_notices, prap_notice_record, prapi_postgresql_notice_at, add)

static void put_changes(struct prapi_parameters *p, const prap_change *changes, size_t n) {
    COLUMN(PRAPI_OID_TEXT, n, prapi_add_text(p, change->key.tenant))
    COLUMN(PRAPI_OID_TEXT, n, prapi_add_text(p, change->key.case_id))
    COLUMN(PRAPI_OID_TEXT, n, prapi_add_text(p, change->id))
    COLUMN(PRAPI_OID_INT8, n, prapi_add_number(p, (int64_t)change->expected_version))
    COLUMN(PRAPI_OID_INT8, n, prapi_add_number(p, (int64_t)change->new_version))
    COLUMN(PRAPI_OID_INT8, n, prapi_add_number(p, change->programme))
    COLUMN(PRAPI_OID_INT8, n, prapi_add_number(p, change->stage))
    COLUMN(PRAPI_OID_INT4, n, prapi_add_day(p, change->next_due))
    COLUMN(PRAPI_OID_INT4, n, prapi_add_day(p, change->hold_until))
    COLUMN(PRAPI_OID_BYTEA, n, prapi_add_bytes(p, change->snapshot))
}

static void put_events(struct prapi_parameters *p, const prap_change *changes, size_t n, size_t n_events) {
    EVENTS(PRAPI_OID_INT8, prapi_add_number(p, (int64_t)i + 1))
    EVENTS(PRAPI_OID_TEXT, prapi_add_text(p, change->key.tenant))
    EVENTS(PRAPI_OID_TEXT, prapi_add_text(p, change->key.case_id))
    EVENTS(PRAPI_OID_INT8, prapi_add_number(p, (int64_t)row->sequence))
    EVENTS(PRAPI_OID_INT8, prapi_add_number(p, (int64_t)k))
    EVENTS(PRAPI_OID_TEXT, prapi_add_text(p, row->id))
    EVENTS(PRAPI_OID_BYTEA, prapi_add_bytes(p, row->record))
}

static void put_notices(struct prapi_parameters *p, const prap_change *changes, size_t n, size_t n_notices) {
    NOTICES(PRAPI_OID_INT8, prapi_add_number(p, (int64_t)i + 1))
    NOTICES(PRAPI_OID_TEXT, prapi_add_text(p, change->key.tenant))
    NOTICES(PRAPI_OID_TEXT, prapi_add_text(p, change->key.case_id))
    NOTICES(PRAPI_OID_INT8, prapi_add_number(p, (int64_t)row->sequence))
    NOTICES(PRAPI_OID_INT8, prapi_add_number(p, row->ordinal))
    NOTICES(PRAPI_OID_INT8, prapi_add_number(p, row->notice))
    NOTICES(PRAPI_OID_INT8, prapi_add_number(p, row->recipient))
    NOTICES(PRAPI_OID_INT4, prapi_add_day(p, row->due))
}

void prapi_postgresql_put_round(prap_postgresql *store, const prap_change *changes, size_t n) {
    size_t n_events = 0, n_notices = 0;
    for (size_t i = 0; i < n; i++) {
        const prap_change *change = prapi_postgresql_change_at(changes, i);
        n_events += change->n_events;
        n_notices += change->n_notices;
    }
    prapi_parameters_begin(&store->parameters);
    put_changes(&store->parameters, changes, n);
    put_events(&store->parameters, changes, n, n_events);
    put_notices(&store->parameters, changes, n, n_notices);
}

void prapi_postgresql_put_one(prap_postgresql *store, const prap_change *changes) {
    struct prapi_parameters *p = &store->parameters;
    enum { n = 1 };
    const size_t n_notices = changes->n_notices;
    prapi_parameters_begin(p);
    prapi_put_text(p, changes->key.tenant);
    prapi_put_text(p, changes->key.case_id);
    prapi_put_text(p, changes->id);
    prapi_put_number(p, changes->programme);
    prapi_put_number(p, changes->stage);
    prapi_put_array(p, PRAPI_OID_INT4, 2); /* a parameter cannot be null here, an element can */
    prapi_add_day(p, changes->next_due);
    prapi_add_day(p, changes->hold_until);
    prapi_put_bytes(p, changes->snapshot);
    prapi_put_bytes(p, prapi_postgresql_event_at(changes, 0)->record);
    prapi_put_number(p, (int64_t)changes->expected_version);
    if (n_notices == 1) {
        const prap_notice_record *notice = prapi_postgresql_notice_at(changes, 0);
        prapi_put_number(p, notice->ordinal);
        prapi_put_number(p, notice->notice);
        prapi_put_number(p, notice->recipient);
        prapi_put_array(p, PRAPI_OID_INT4, 1);
        prapi_add_day(p, notice->due);
    } else if (n_notices > 1) {
        NOTICES(PRAPI_OID_INT8, prapi_add_number(p, row->ordinal))
        NOTICES(PRAPI_OID_INT8, prapi_add_number(p, row->notice))
        NOTICES(PRAPI_OID_INT8, prapi_add_number(p, row->recipient))
        NOTICES(PRAPI_OID_INT4, prapi_add_day(p, row->due))
    }
}
