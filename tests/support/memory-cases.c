#include "memory-cases.h"

#include <stdlib.h>
#include <string.h>

void *memory_grow(void *block, size_t count, size_t each) {
    void *grown = realloc(block, count * each);
    if (grown == NULL) abort();
    return grown;
}

struct blob blob_of(const void *bytes, size_t n) {
    struct blob blob = {memory_grow(NULL, n + 1, 1), n};
    if (n > 0) memcpy(blob.bytes, bytes, n);
    return blob;
}

void blob_replace(struct blob *blob, const void *bytes, size_t n) {
    const struct blob fresh = blob_of(bytes, n);
    free(blob->bytes);
    *blob = fresh;
}

int memory_compare(const void *left, size_t n_left, const void *right, size_t n_right) {
    const size_t shorter = n_left < n_right ? n_left : n_right;
    const int order = shorter > 0 ? memcmp(left, right, shorter) : 0;
    return order != 0 ? order : (n_left > n_right) - (n_left < n_right);
}

static bool blobs_equal(struct blob left, struct blob right) {
    return memory_compare(left.bytes, left.n, right.bytes, right.n) == 0;
}

static int compare_key(const struct stored_case *stored, const prap_key *key) {
    const int order =
        memory_compare(stored->tenant.bytes, stored->tenant.n, key->tenant.bytes, key->tenant.n);
    return order != 0
               ? order
               : memory_compare(stored->case_id.bytes, stored->case_id.n, key->case_id.bytes, key->case_id.n);
}

/* The place of a key: where it is, or where it belongs. */
static size_t place_of(const struct memory_cases *kept, const prap_key *key, bool *ret_found) {
    size_t i = 0;
    while (i < kept->n && compare_key(&kept->cases[i], key) < 0)
        i++;
    *ret_found = i < kept->n && compare_key(&kept->cases[i], key) == 0;
    return i;
}

struct stored_case *memory_cases_find(const struct memory_cases *kept, const prap_key *key) {
    bool found;
    const size_t i = place_of(kept, key, &found);
    return found ? &kept->cases[i] : NULL;
}

struct stored_case *memory_cases_find_or_add(struct memory_cases *kept, const prap_key *key) {
    bool found;
    const size_t i = place_of(kept, key, &found);
    if (!found) {
        kept->cases = memory_grow(kept->cases, kept->n + 1, sizeof *kept->cases);
        memmove(&kept->cases[i + 1], &kept->cases[i], (kept->n - i) * sizeof *kept->cases);
        memset(&kept->cases[i], 0, sizeof kept->cases[i]);
        kept->cases[i].tenant = blob_of(key->tenant.bytes, key->tenant.n);
        kept->cases[i].case_id = blob_of(key->case_id.bytes, key->case_id.n);
        kept->cases[i].snapshot = blob_of(NULL, 0);
        kept->n++;
    }
    return &kept->cases[i];
}

void stored_case_add_event(struct stored_case *stored, uint64_t sequence, prap_text id, prap_bytes record) {
    stored->events = memory_grow(stored->events, stored->n_events + 1, sizeof *stored->events);
    struct stored_event *event = &stored->events[stored->n_events++];
    event->sequence = sequence;
    event->id = blob_of(id.bytes, id.n);
    event->record = blob_of(record.bytes, record.n);
}

bool stored_cases_equal(const struct stored_case *left, const struct stored_case *right) {
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

void memory_cases_copy(struct memory_cases *to, const struct memory_cases *from) {
    for (size_t i = 0; i < from->n; i++) {
        const struct stored_case *one = &from->cases[i];
        const prap_key key = {{(const char *)one->tenant.bytes, one->tenant.n},
                              {(const char *)one->case_id.bytes, one->case_id.n}};
        struct stored_case *copy = memory_cases_find_or_add(to, &key);
        copy->version = one->version;
        copy->programme = one->programme;
        copy->stage = one->stage;
        copy->next_due = one->next_due;
        copy->hold_until = one->hold_until;
        blob_replace(&copy->snapshot, one->snapshot.bytes, one->snapshot.n);
        for (size_t k = 0; k < one->n_events; k++) {
            const struct stored_event *event = &one->events[k];
            stored_case_add_event(copy, event->sequence,
                                  (prap_text){(const char *)event->id.bytes, event->id.n},
                                  (prap_bytes){event->record.bytes, event->record.n});
        }
        copy->notices = memory_grow(NULL, one->n_notices + 1, sizeof *copy->notices);
        if (one->n_notices > 0) memcpy(copy->notices, one->notices, one->n_notices * sizeof *copy->notices);
        copy->n_notices = one->n_notices;
    }
}

void memory_cases_clear(struct memory_cases *kept) {
    for (size_t i = 0; i < kept->n; i++) {
        struct stored_case *stored = &kept->cases[i];
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
    free(kept->cases);
}
