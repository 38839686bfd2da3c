/* memory-cases.h: what a memory store keeps: cases with their events, in order of tenant and case id. */
#ifndef TEST_MEMORY_CASES_H
#define TEST_MEMORY_CASES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "memory-store.h"

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

struct memory_cases {
    struct stored_case *cases; /* ascending by tenant, then case id */
    size_t n;
};

struct memory_store {
    prap_store interface;
    struct memory_cases kept;
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

/* Memory that is there, or the test ends. */
void *memory_grow(void *block, size_t count, size_t each);

/* memcmp of two runs; the shorter of two that begin alike comes first. */
int memory_compare(const void *left, size_t n_left, const void *right, size_t n_right);

struct blob blob_of(const void *bytes, size_t n);
void blob_replace(struct blob *blob, const void *bytes, size_t n);

/* The case of a key, or NULL; and the case of a key, made empty when there is none. */
struct stored_case *memory_cases_find(const struct memory_cases *kept, const prap_key *key);
struct stored_case *memory_cases_find_or_add(struct memory_cases *kept, const prap_key *key);

void stored_case_add_event(struct stored_case *stored, uint64_t sequence, prap_text id, prap_bytes record);
bool stored_cases_equal(const struct stored_case *left, const struct stored_case *right);

void memory_cases_copy(struct memory_cases *to, const struct memory_cases *from);
void memory_cases_clear(struct memory_cases *kept);

#endif
