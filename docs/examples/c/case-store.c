#include "case-store.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct stored_event {
    char id[PRAP_ID_BYTES];
    size_t id_bytes;
    uint8_t record[PRAP_EVENT_BYTES];
    size_t record_bytes;
};

/* One case: its journal, its snapshot, and the columns that scan looks at. */
struct stored_case {
    char tenant[PRAP_ID_BYTES];
    size_t tenant_bytes;
    char case_id[PRAP_ID_BYTES];
    size_t case_id_bytes;
    uint64_t version; /* sequence of the last event; events[i] has sequence i + 1 */
    struct stored_event *events;
    uint8_t snapshot[PRAP_SNAPSHOT_BYTES];
    size_t snapshot_bytes;
    prap_day next_due;
};

struct case_store {
    prap_store interface;
    struct stored_case *cases; /* in order of tenant, then case id, compared as bytes */
    size_t n_cases;
};

static int compare(const char *left, size_t left_bytes, const char *right, size_t right_bytes) {
    const size_t n = left_bytes < right_bytes ? left_bytes : right_bytes;
    const int order = n == 0 ? 0 : memcmp(left, right, n);
    if (order != 0) return order;
    return left_bytes < right_bytes ? -1 : left_bytes > right_bytes;
}

/* Where the case stands, or where it would. */
static size_t position(const struct case_store *store, const prap_key *key, bool *ret_found) {
    size_t at = 0;
    int order = 1;
    for (; at < store->n_cases; at++) {
        const struct stored_case *stored = &store->cases[at];
        order = compare(stored->tenant, stored->tenant_bytes, key->tenant.bytes, key->tenant.n);
        if (order == 0)
            order = compare(stored->case_id, stored->case_id_bytes, key->case_id.bytes, key->case_id.n);
        if (order >= 0) break;
    }
    *ret_found = at < store->n_cases && order == 0;
    return at;
}

static const struct stored_case *find(const struct case_store *store, const prap_key *key) {
    bool found;
    const size_t at = position(store, key, &found);
    return found ? &store->cases[at] : NULL;
}

static size_t copy(void *to, const void *from, size_t n) {
    if (n != 0) memcpy(to, from, n);
    return n;
}

static prap_status load(void *user, const prap_key *key, prap_sink *sink) {
    const struct stored_case *stored = find(user, key);
    if (stored == NULL) return PRAP_NONE;
    const prap_row row = {
        .size = sizeof row, .version = stored->version, .record = {stored->snapshot, stored->snapshot_bytes}};
    return prap_sink_push(sink, &row);
}

static bool has_event(const struct stored_case *stored, prap_text id) {
    for (uint64_t i = 0; id.n != 0 && i < stored->version; i++) {
        const struct stored_event *event = &stored->events[i];
        if (compare(event->id, event->id_bytes, id.bytes, id.n) == 0) return true;
    }
    return false;
}

/* Room for one more case at a place. NULL when memory runs out, and then nothing changed. */
static struct stored_case *insert_case(struct case_store *store, size_t at, const prap_key *key) {
    struct stored_case *cases = realloc(store->cases, (store->n_cases + 1) * sizeof *cases);
    if (cases == NULL) return NULL;
    store->cases = cases;
    memmove(&cases[at + 1], &cases[at], (store->n_cases - at) * sizeof *cases);
    store->n_cases++;
    cases[at] = (struct stored_case){.next_due = PRAP_DAY_NONE};
    cases[at].tenant_bytes = copy(cases[at].tenant, key->tenant.bytes, key->tenant.n);
    cases[at].case_id_bytes = copy(cases[at].case_id, key->case_id.bytes, key->case_id.n);
    return &cases[at];
}

/* One change, all of it or nothing: everything that can fail comes before the first thing that changes. */
static prap_status commit_one(struct case_store *store, const prap_change *change) {
    bool found;
    const size_t at = position(store, &change->key, &found);
    if (found && has_event(&store->cases[at], change->id)) return PRAP_DUPLICATE;
    if ((found ? store->cases[at].version : 0) != change->expected_version) return PRAP_CONFLICT;

    struct stored_event *old = found ? store->cases[at].events : NULL;
    struct stored_event *events = calloc((size_t)change->new_version, sizeof *events);
    struct stored_case *stored = NULL;
    if (events != NULL) stored = found ? &store->cases[at] : insert_case(store, at, &change->key);
    if (stored == NULL) {
        free(events);
        return PRAP_FAIL;
    }
    copy(events, old, (size_t)stored->version * sizeof *events);
    for (size_t i = 0; i < change->n_events; i++) {
        const prap_event_record *from = &change->events[i];
        struct stored_event *to = &events[from->sequence - 1];
        to->id_bytes = copy(to->id, from->id.bytes, from->id.n);
        to->record_bytes = copy(to->record, from->record.bytes, from->record.n);
    }
    free(old);
    stored->events = events;
    stored->version = change->new_version;
    stored->snapshot_bytes = copy(stored->snapshot, change->snapshot.bytes, change->snapshot.n);
    stored->next_due = change->next_due;
    return PRAP_OK;
}

static prap_status commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    for (size_t i = 0; i < n; i++)
        ret_each[i] = commit_one(user, &changes[i]);
    return PRAP_OK;
}

/* A sink that has enough says PRAP_E_LIMIT: stop, and all is well. */
static prap_status stop(prap_status pushed) {
    return pushed == PRAP_E_LIMIT ? PRAP_OK : pushed;
}

static prap_status read_journal(void *user, const prap_key *key, uint64_t from, uint32_t max,
                                prap_sink *sink) {
    const struct stored_case *stored = find(user, key);
    if (stored == NULL || from == 0) return PRAP_OK;
    uint32_t pushed = 0;
    for (uint64_t sequence = from; sequence <= stored->version && pushed < max; sequence++, pushed++) {
        const struct stored_event *event = &stored->events[sequence - 1];
        const prap_row row = {.size = sizeof row,
                              .version = sequence,
                              .id = {event->id, event->id_bytes},
                              .record = {event->record, event->record_bytes}};
        const prap_status status = prap_sink_push(sink, &row);
        if (status != PRAP_OK) return stop(status);
    }
    return PRAP_OK;
}

static bool wanted(const struct stored_case *stored, const prap_scan *query) {
    if (compare(stored->tenant, stored->tenant_bytes, query->tenant.bytes, query->tenant.n) != 0)
        return false;
    if (compare(stored->case_id, stored->case_id_bytes, query->after.bytes, query->after.n) <= 0)
        return false;
    return query->due_by == PRAP_DAY_NONE ||
           (stored->next_due != PRAP_DAY_NONE && stored->next_due <= query->due_by);
}

static prap_status scan(void *user, const prap_scan *query, prap_sink *sink) {
    const struct case_store *store = user;
    uint32_t pushed = 0;
    for (size_t i = 0; i < store->n_cases && pushed < query->limit; i++) {
        const struct stored_case *stored = &store->cases[i];
        if (!wanted(stored, query)) continue;
        const prap_row row = {.size = sizeof row,
                              .version = stored->version,
                              .case_id = {stored->case_id, stored->case_id_bytes},
                              .record = {stored->snapshot, stored->snapshot_bytes}};
        const prap_status status = prap_sink_push(sink, &row);
        if (status != PRAP_OK) return stop(status);
        pushed++;
    }
    return PRAP_OK;
}

struct case_store *case_store_create(void) {
    struct case_store *store = calloc(1, sizeof *store);
    if (store == NULL) return NULL;
    store->interface = (prap_store){.size = sizeof(prap_store),
                                    .user = store,
                                    .load = load,
                                    .commit = commit,
                                    .read = read_journal,
                                    .scan = scan};
    return store;
}

void case_store_destroy(struct case_store *store) {
    if (store == NULL) return;
    for (size_t i = 0; i < store->n_cases; i++)
        free(store->cases[i].events);
    free(store->cases);
    free(store);
}

const prap_store *case_store_interface(const struct case_store *store) {
    return &store->interface;
}
