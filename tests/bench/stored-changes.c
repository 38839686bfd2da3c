/* stored-changes.c: see stored-changes.h. */
#define _POSIX_C_SOURCE 200809L
#include "stored-changes.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static uint8_t record[RECORD_BYTES], snapshot[SNAPSHOT_BYTES];

void bench_change_make(bench_writer *writer, bench_change *room) {
    for (size_t i = 0; record[1] == 0 && i < sizeof record; i++) record[i] = (uint8_t)(i * 37);
    for (size_t i = 0; snapshot[1] == 0 && i < sizeof snapshot; i++) snapshot[i] = (uint8_t)(i * 73);
    const unsigned i = writer->next++ % CASES;
    const uint64_t version = writer->versions[i]++;
    const int id_bytes = snprintf(room->id, sizeof room->id, "%c%u-%llu", writer->letter, i, (unsigned long long)version);
    const int case_bytes = snprintf(room->case_id, sizeof room->case_id, "%c%03u", writer->letter, i);
    const prap_text id = {room->id, (size_t)id_bytes};
    room->event = (prap_event_record){
        .size = sizeof room->event, .sequence = version + 1, .id = id, .record = {record, sizeof record}};
    room->notice = (prap_notice_record){
        .size = sizeof room->notice, .sequence = version + 1, .notice = 2, .recipient = 1, .due = 19500};
    room->change = (prap_change){.size = sizeof room->change,
                                 .key = {{"", 0}, {room->case_id, (size_t)case_bytes}},
                                 .expected_version = version,
                                 .new_version = version + 1,
                                 .id = id,
                                 .events = &room->event,
                                 .n_events = 1,
                                 .snapshot = {snapshot, sizeof snapshot},
                                 .programme = 1,
                                 .stage = 20,
                                 .next_due = 19500,
                                 .hold_until = PRAP_DAY_NONE,
                                 .notices = &room->notice,
                                 .n_notices = 1};
}

void bench_commit(const prap_store *store, bench_writer *writer, unsigned n) {
    static bench_change rooms[BATCH];
    static prap_change changes[BATCH];
    prap_status each[BATCH];
    for (unsigned i = 0; i < n; i++) {
        bench_change_make(writer, &rooms[i]);
        changes[i] = rooms[i].change;
    }
    if (store->commit(store->user, changes, n, each) != PRAP_OK) bench_give_up("the store failed");
    for (unsigned i = 0; i < n; i++) {
        if (each[i] != PRAP_OK) bench_give_up("the store refused");
    }
}

double bench_ns(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

void bench_give_up(const char *what) {
    fprintf(stderr, "bench: %s\n", what);
    exit(1);
}
