/* small-store.c: see small-store.h. What breaks the contract of host.h ends the process. */
#include <string.h>

#include "fuzz.h"
#include "small-store.h"

static const char names[SMALL_CASES] = {'A', 'B'};

prap_key small_store_key(uint32_t i) {
    return (prap_key){{NULL, 0}, {&names[i], 1}};
}

static struct small_case *find(struct small_store *store, const prap_key *key) {
    must(key->tenant.n == 0 && key->case_id.n == 1, "a key that nobody gave");
    for (uint32_t i = 0; i < SMALL_CASES; i++) {
        if (key->case_id.bytes[0] == names[i]) return &store->cases[i];
    }
    heed("a case that nobody named");
    return NULL;
}

static prap_status push_snapshot(const struct small_case *found, prap_text case_id, prap_sink *sink) {
    const prap_row row = {.size = sizeof row, .version = found->version, .case_id = case_id,
                          .record = {found->snapshot, found->snapshot_bytes}};
    return prap_sink_push(sink, &row);
}

static prap_status load(void *user, const prap_key *key, prap_sink *sink) {
    const struct small_case *found = find(user, key);
    return found->version == 0 ? PRAP_NONE : push_snapshot(found, key->case_id, sink);
}

static prap_status read_events(void *user, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink) {
    const struct small_case *found = find(user, key);
    for (uint64_t i = from == 0 ? 0 : from - 1, end = i + max; i < found->version && i < end; i++) {
        const struct small_event *event = &found->events[i];
        const prap_row row = {.size = sizeof row, .version = i + 1, .id = {event->id, event->id_bytes},
                              .record = {event->record, event->bytes}};
        const prap_status status = prap_sink_push(sink, &row);
        if (status == PRAP_E_LIMIT) break;
        if (status != PRAP_OK) return status;
    }
    return PRAP_OK;
}

static prap_status scan(void *user, const prap_scan *query, prap_sink *sink) {
    struct small_store *store = user;
    uint32_t pushed = 0;
    for (uint32_t i = 0; i < SMALL_CASES && pushed < query->limit; i++) {
        const struct small_case *found = &store->cases[i];
        const bool due = query->due_by == PRAP_DAY_NONE ||
                         (found->next_due != PRAP_DAY_NONE && found->next_due <= query->due_by);
        if (found->version == 0 || !due || (query->after.n > 0 && query->after.bytes[0] >= names[i])) continue;
        const prap_status status = push_snapshot(found, (prap_text){&names[i], 1}, sink);
        if (status == PRAP_E_LIMIT) break;
        if (status != PRAP_OK) return status;
        pushed++;
    }
    return PRAP_OK;
}

static bool has(const struct small_case *found, prap_text id) {
    for (uint64_t i = 0; id.n > 0 && i < found->version; i++) {
        if (found->events[i].id_bytes == id.n && memcmp(found->events[i].id, id.bytes, id.n) == 0) return true;
    }
    return false;
}

static prap_status take_change(struct small_store *store, const prap_change *change) {
    struct small_case *found = find(store, &change->key);
    must(change->size == sizeof *change && change->n_events > 0, "a change without events");
    must(change->new_version == change->expected_version + change->n_events, "a version that no event brings");
    must(change->snapshot.n > 0 && change->snapshot.n <= PRAP_SNAPSHOT_BYTES, "a snapshot of no length");
    if (found->version != change->expected_version) return PRAP_CONFLICT;
    if (has(found, change->id)) return PRAP_DUPLICATE;
    if (change->new_version > SMALL_EVENTS) {
        store->full = true;
        return PRAP_FAIL;
    }
    for (size_t i = 0; i < change->n_events; i++) {
        const prap_event_record *event = &change->events[i];
        struct small_event *kept = &found->events[found->version + i];
        must(event->sequence == found->version + i + 1, "an event out of sequence");
        must(event->record.n > 0 && event->record.n <= PRAP_EVENT_BYTES, "an event of no length");
        must(event->id.n <= PRAP_ID_BYTES, "an id that is too long");
        memcpy(kept->record, event->record.bytes, kept->bytes = event->record.n);
        if ((kept->id_bytes = event->id.n) > 0) memcpy(kept->id, event->id.bytes, event->id.n);
    }
    memcpy(found->snapshot, change->snapshot.bytes, found->snapshot_bytes = change->snapshot.n);
    found->version = change->new_version;
    found->stage = change->stage;
    found->next_due = change->next_due;
    store->commits++;
    return PRAP_OK;
}

static prap_status commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    for (size_t i = 0; i < n; i++) ret_each[i] = take_change(user, &changes[i]);
    return PRAP_OK;
}

void small_store_init(struct small_store *store) {
    memset(store, 0, sizeof *store);
    store->interface = (prap_store){sizeof store->interface, store, load, commit, read_events, scan};
}

void small_store_empty(struct small_store *store) {
    for (uint32_t i = 0; i < SMALL_CASES; i++) {
        struct small_case *emptied = &store->cases[i];
        emptied->version = 0;
        emptied->stage = 0;
        emptied->next_due = 0; /* scan looks at it in a case that is not there too, which AFL++ sees */
    }
    store->commits = 0;
    store->full = false;
}
