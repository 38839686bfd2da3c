/* memory-store-look.c: what a memory store holds: looked at, copied, compared, and overwritten. */
#include "memory-cases.h"
#include "memory-store.h"

struct memory_store *memory_store_copy(const struct memory_store *store) {
    struct memory_store *copy = memory_store_create();
    memory_cases_copy(&copy->kept, &store->kept);
    return copy;
}

void memory_store_restore(struct memory_store *store, const struct memory_store *from) {
    memory_cases_clear(&store->kept);
    store->kept = (struct memory_cases){NULL, 0};
    memory_cases_copy(&store->kept, &from->kept);
    memory_store_order(store, NULL);
    store->complaint = NULL;
    store->heard.n = 0;
}

bool memory_store_equal(const struct memory_store *left, const struct memory_store *right) {
    if (left->kept.n != right->kept.n) return false;
    for (size_t i = 0; i < left->kept.n; i++)
        if (!stored_cases_equal(&left->kept.cases[i], &right->kept.cases[i])) return false;
    return true;
}

bool memory_store_equal_case(const struct memory_store *left, const struct memory_store *right,
                             prap_key key) {
    const struct stored_case *a = memory_cases_find(&left->kept, &key);
    const struct stored_case *b = memory_cases_find(&right->kept, &key);
    return a == NULL || b == NULL ? a == b : stored_cases_equal(a, b);
}

size_t memory_store_case_count(const struct memory_store *store) {
    return store->kept.n;
}

uint64_t memory_store_version(const struct memory_store *store, prap_key key) {
    const struct stored_case *stored = memory_cases_find(&store->kept, &key);
    return stored != NULL ? stored->version : 0;
}

prap_bytes memory_store_snapshot(const struct memory_store *store, prap_key key) {
    const struct stored_case *stored = memory_cases_find(&store->kept, &key);
    return stored != NULL ? (prap_bytes){stored->snapshot.bytes, stored->snapshot.n} : (prap_bytes){NULL, 0};
}

prap_bytes memory_store_event(const struct memory_store *store, prap_key key, uint64_t sequence) {
    const struct stored_case *stored = memory_cases_find(&store->kept, &key);
    if (stored == NULL || sequence == 0 || sequence > stored->n_events) return (prap_bytes){NULL, 0};
    const struct blob record = stored->events[sequence - 1].record;
    return (prap_bytes){record.bytes, record.n};
}

prap_day memory_store_next_due(const struct memory_store *store, prap_key key) {
    const struct stored_case *stored = memory_cases_find(&store->kept, &key);
    return stored != NULL ? stored->next_due : PRAP_DAY_NONE;
}

uint32_t memory_store_stage(const struct memory_store *store, prap_key key) {
    const struct stored_case *stored = memory_cases_find(&store->kept, &key);
    return stored != NULL ? stored->stage : 0;
}

size_t memory_store_notice_count(const struct memory_store *store, prap_key key) {
    const struct stored_case *stored = memory_cases_find(&store->kept, &key);
    return stored != NULL ? stored->n_notices : 0;
}

void memory_store_set_snapshot(struct memory_store *store, prap_key key, prap_bytes snapshot) {
    blob_replace(&memory_cases_find(&store->kept, &key)->snapshot, snapshot.bytes, snapshot.n);
}

void memory_store_set_event(struct memory_store *store, prap_key key, uint64_t sequence, prap_bytes record) {
    blob_replace(&memory_cases_find(&store->kept, &key)->events[sequence - 1].record, record.bytes, record.n);
}

void memory_store_plant(struct memory_store *store, prap_key key, uint64_t version, prap_bytes snapshot,
                        prap_bytes record) {
    struct stored_case *stored = memory_cases_find_or_add(&store->kept, &key);
    stored->version = version;
    stored->next_due = PRAP_DAY_MIN;
    stored->hold_until = PRAP_DAY_NONE;
    blob_replace(&stored->snapshot, snapshot.bytes, snapshot.n);
    for (uint64_t i = stored->n_events; i < version; i++)
        stored_case_add_event(stored, i + 1, (prap_text){NULL, 0}, record);
}
