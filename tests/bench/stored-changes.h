/*
 * stored-changes.h: what the benches of the stores share: the changes that they write, each an event, a case moved and a
 * notice, of a thousand cases in turn and always the same bytes; and the clocks.
 */
#ifndef BENCH_STORED_CHANGES_H
#define BENCH_STORED_CHANGES_H

#include <stdint.h>
#include <time.h>

#include "prap/prap.h"

enum { CASES = 1000, BATCH = 100, RECORD_BYTES = 120, SNAPSHOT_BYTES = 250 };

/* One writer's cases: "s000" to "s999" of the store, others of the hands. */
typedef struct bench_writer {
    char letter;
    uint64_t versions[CASES];
    unsigned next;
} bench_writer;

/* A change and everything that it points at. */
typedef struct bench_change {
    prap_change change;
    prap_event_record event;
    prap_notice_record notice;
    char case_id[16];
    char id[32];
} bench_change;

/* The next change of a writer. */
void bench_change_make(bench_writer *writer, bench_change *room);

/* The next n of them, at most BATCH, by a store in one call. */
void bench_commit(const prap_store *store, bench_writer *writer, unsigned n);

double bench_ns(clockid_t clock);

/* Ends the program with a sentence. */
_Noreturn void bench_give_up(const char *what);

#endif
