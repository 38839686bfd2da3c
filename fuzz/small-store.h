/* small-store.h: a store of a few short cases in one fixed block, which is emptied by setting counts to 0. */
#ifndef FUZZ_SMALL_STORE_H
#define FUZZ_SMALL_STORE_H

#include "prap/prap.h"

enum { SMALL_CASES = 2, SMALL_EVENTS = 24 };

struct small_case {
    uint64_t version; /* events that are kept; 0: there is no such case */
    uint32_t stage;
    prap_day next_due;
    size_t snapshot_bytes;
    uint8_t snapshot[PRAP_SNAPSHOT_BYTES];
    struct small_event {
        size_t id_bytes, bytes;
        char id[PRAP_ID_BYTES];
        uint8_t record[PRAP_EVENT_BYTES];
    } events[SMALL_EVENTS];
};

struct small_store {
    prap_store interface; /* of no tenant; the cases are called "A" and "B" */
    struct small_case cases[SMALL_CASES];
    uint64_t commits;
    bool full; /* something was refused for want of room */
};

void small_store_init(struct small_store *store);
void small_store_empty(struct small_store *store);
prap_key small_store_key(uint32_t i);

#endif
