/*
 * bench-cases.h: a caseload to ask: case i is the same in every run. Its life (case-life.c) began on one of the 26
 * Tuesdays before the day asked about and has got as far as chance and that day let it; what the guidance forbids on the
 * way (a bank holiday between) is left out.
 */
#ifndef BENCH_CASES_H
#define BENCH_CASES_H

#include <stdint.h>

#include "case-life.h"

typedef struct bench_cases bench_cases;

/* The whole story of a case: what a store would have of it. Borrowed until the next one. */
typedef struct bench_story {
    prap_text case_id;
    uint64_t version;
    prap_bytes snapshot;
    uint32_t programme;
    uint32_t stage;
    prap_day next_due;
    prap_event_record events[LIFE_EVENTS];
    size_t n_events;
    prap_notice_record notices[64];
    size_t n_notices;
} bench_story;

/* The days on which the lives began: this one and the Tuesdays after it; and the day asked about, after which nothing was
   recorded. */
enum { BENCH_FIRST_DAY = 19479, BENCH_TUESDAYS = 26, BENCH_AS_OF = BENCH_FIRST_DAY + 7 * BENCH_TUESDAYS };

bench_cases *bench_cases_create(const prap_rulebook *rulebook);
void bench_cases_destroy(bench_cases *cases);

const bench_story *bench_case_make(bench_cases *cases, uint32_t i);

/* The allocator that the benches bring. */
extern const prap_allocator bench_allocator;

#endif
