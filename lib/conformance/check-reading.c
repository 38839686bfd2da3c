/* check-reading.c: journals, records of every length, sinks that stop. */
#include "conformance/kit.h"

void prapi_kit_check_journal(prapi_kit *kit) {
    static const struct {
        uint64_t from;
        uint32_t max;
    } pages[] = {{1, 1},   {1, 2},   {2, 1},   {9, 3},    {10, 2},  {99, 2},  {150, 10}, {255, 3}, {256, 3}, {257, 60},
                 {299, 1}, {300, 5}, {301, 5}, {1000, 9}, {2, 0},   {301, 0}, {240, 63}, {1, 1000}, {290, UINT32_MAX},
                 {((uint64_t)1 << 32) + 1, 5}, {(uint64_t)1 << 62, 3}};
    prapi_kit_case *one = prapi_kit_named(kit, ".journal", "long");
    prapi_kit_append(kit, &kit->here, one, "one");
    for (uint32_t i = 0; i < 6; i++) { /* 1, 11, 75, 139, 203, 267, 300 */
        prapi_kit_try many = prapi_kit_next(one, &"many events"[i]);
        many.n_events = i == 0 ? 10 : i < 5 ? 64 : 33;
        prapi_kit_commit(kit, &kit->here, &many, 1);
    }
    /* Beside it another, whose events are not to be read with it. */
    prapi_kit_append(kit, &kit->here, prapi_kit_named(kit, ".journal", "long2"), "one");
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        const uint32_t max = pages[i].max;
        if (max == 1000) { /* more than the sink takes */
            const prap_key key = prapi_kit_key(one);
            prapi_kit_read(kit, &kit->here, key, pages[i].from, max, PRAPI_KIT_ROWS, PRAP_OK);
        } else {
            prapi_kit_look_page(kit, &kit->here, one, pages[i].from, max);
        }
    }
    prapi_kit_look(kit, &kit->here, one);
}

void prapi_kit_check_records(prapi_kit *kit) {
    prapi_kit_case *one = prapi_kit_named(kit, ".records", "every length"), *many = prapi_kit_named(kit, ".records", "at once");
    one->bytes = many->bytes = PRAPI_KIT_EVERY;
    for (int i = 0; i < 28 && !one->unsure; i++) prapi_kit_append(kit, &kit->here, one, "");
    prapi_kit_try all = prapi_kit_next(many, "all at once");
    all.n_events = 28;
    prapi_kit_commit(kit, &kit->here, &all, 1);
    const prap_scan both = prapi_kit_all_of(one);
    prapi_kit_walk(kit, &kit->here, &both, PRAP_CONFORMANCE_SCAN_MISSES);
}

void prapi_kit_check_sinks(prapi_kit *kit) {
    static const prap_status refusals[] = {PRAP_E_DAMAGED, PRAP_E_SIZE, PRAP_FAIL};
    static const char *const names[] = {"a", "b", "c", "d"};
    const prapi_host *on = &kit->here;
    prapi_kit_case *one = prapi_kit_named(kit, ".sinks", "one");
    prapi_kit_try several = prapi_kit_next(one, "several");
    several.n_events = 4;
    prapi_kit_commit(kit, on, &several, 1);
    for (int i = 0; i < 4; i++) prapi_kit_append(kit, on, prapi_kit_named(kit, ".sinks", names[i]), "made");
    const prap_key key = prapi_kit_key(one);
    const prap_scan query = prapi_kit_all_of(one);
    for (uint32_t room = 0; room < 5; room++) {
        if (on->store.read != NULL) prapi_kit_read(kit, on, key, 1, 60, room, PRAP_OK);
        if (on->store.scan != NULL) prapi_kit_scan(kit, on, &query, room, PRAP_OK);
    }
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        prapi_kit_load(kit, on, key, refusals[i]);
        if (on->store.read != NULL) prapi_kit_read(kit, on, key, 1, 60, PRAPI_KIT_ROWS, refusals[i]);
        if (on->store.scan != NULL) prapi_kit_scan(kit, on, &query, PRAPI_KIT_ROWS, refusals[i]);
    }
    prapi_kit_look(kit, on, one);
}
