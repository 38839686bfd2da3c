/* growth-caseloads.c: calls over every case of a tenant, from a store in memory that finds a case and the next one at once. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-cases.h"
#include "growth.h"

enum { AS_OF = BENCH_AS_OF, LATER = AS_OF + 90 };

/* A case as it is stored: its id says which one it is. */
typedef struct stored {
    char id[16];
    size_t id_bytes;
    uint64_t version;
    prap_bytes snapshot;
    prap_bytes records[LIFE_EVENTS];
    prap_day next_due;
} stored;

static struct {
    bench_cases *maker;
    stored *cases;
    prap_day *next_due;
    size_t *found;
    size_t n;
    prap_engine *engine;
    prap_store store;
    prap_host host;
} all;

static prap_bytes keep(prap_bytes from) {
    uint8_t *kept = growth_room(from.n, 1);
    memcpy(kept, from.bytes, from.n);
    return (prap_bytes){kept, from.n};
}

static stored *of_key(const prap_key *key) {
    return &all.cases[strtoul(key->case_id.bytes + 2, NULL, 10)];
}

static prap_row row_of(const stored *one) {
    return (prap_row){.size = sizeof(prap_row), .version = one->version, .case_id = {one->id, one->id_bytes}, .record = one->snapshot};
}

static prap_status load(void *user, const prap_key *key, prap_sink *sink) {
    (void)user;
    const prap_row row = row_of(of_key(key));
    return prap_sink_push(sink, &row);
}

/* Acknowledged and not kept: every size is to find the same cases. */
static prap_status commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    (void)user;
    (void)changes;
    for (size_t i = 0; i < n; i++) ret_each[i] = PRAP_OK;
    return PRAP_OK;
}

static prap_status read_events(void *user, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink) {
    const stored *one = of_key(key);
    (void)user;
    for (uint64_t i = from; i <= one->version && i < from + max; i++) {
        const prap_row row = {.size = sizeof row, .version = i, .record = one->records[i - 1]};
        const prap_status status = prap_sink_push(sink, &row);
        if (status == PRAP_E_LIMIT) break;
        if (status != PRAP_OK) return status;
    }
    return PRAP_OK;
}

static prap_status scan(void *user, const prap_scan *query, prap_sink *sink) {
    const prap_key after = {query->tenant, query->after};
    uint32_t pushed = 0;
    (void)user;
    for (size_t i = query->after.n == 0 ? 0 : (size_t)(of_key(&after) - all.cases) + 1; i < all.n && pushed < query->limit; i++) {
        const stored *one = &all.cases[i];
        if (query->due_by != PRAP_DAY_NONE && (one->next_due == PRAP_DAY_NONE || one->next_due > query->due_by)) continue;
        const prap_row row = row_of(one);
        const prap_status status = prap_sink_push(sink, &row);
        if (status == PRAP_E_LIMIT) break;
        if (status != PRAP_OK) return status;
        pushed++;
    }
    return PRAP_OK;
}

static void grow(size_t n) {
    if (all.maker == NULL) {
        const prap_rulebook *const rulebooks[] = {growth_rulebook};
        all.maker = bench_cases_create(growth_rulebook);
        all.cases = growth_room(GROWTH_MOST, sizeof *all.cases);
        all.next_due = growth_room(GROWTH_MOST, sizeof *all.next_due);
        all.found = growth_room(GROWTH_MOST, sizeof *all.found);
        all.store = (prap_store){sizeof(prap_store), NULL, load, commit, read_events, scan};
        all.host = (prap_host){sizeof(prap_host), &bench_allocator, &all.store, NULL};
        growth_must_be_ok(prap_engine_create(&all.host, rulebooks, 1, &all.engine, NULL), NULL);
    }
    for (; all.n < n; all.n++) {
        const bench_story *story = bench_case_make(all.maker, (uint32_t)all.n);
        stored *one = &all.cases[all.n];
        one->id_bytes = story->case_id.n;
        memcpy(one->id, story->case_id.bytes, story->case_id.n);
        one->version = story->version;
        one->snapshot = keep(story->snapshot);
        for (size_t i = 0; i < story->n_events; i++) one->records[i] = keep(story->events[i].record);
        one->next_due = all.next_due[all.n] = story->next_due;
    }
}

static const prap_text tenant = {NULL, 0};
static prap_error error = {.size = sizeof error};
static uint64_t heard; /* so that a visit is not nothing */

static prap_status hear_case(void *user, prap_text case_id, const prap_answer *answer) {
    (void)user;
    (void)answer;
    heard += case_id.n;
    return PRAP_OK;
}

static void walk(size_t n) {
    (void)n;
    growth_must_be_ok(prap_engine_walk(all.engine, tenant, PRAP_DAY_NONE, AS_OF, growth_answer, hear_case, NULL, &error), &error);
}

/* As of a day before the last events of many: their journals are read. */
static void walk_past(size_t n) {
    (void)n;
    growth_must_be_ok(prap_engine_walk(all.engine, tenant, AS_OF - 40, AS_OF - 40, growth_answer, hear_case, NULL, &error), &error);
}

static void sweep(size_t n) {
    prap_sweep_report report = {.size = sizeof report};
    growth_must_be_ok(prap_engine_sweep(all.engine, tenant, LATER, &report, &error), &error);
    if (report.moved == 0 || report.failed != 0 || report.moved > n) growth_must_be_ok(PRAP_E_BUG, NULL);
}

static void verify(size_t n) {
    prap_verify_report report = {.size = sizeof report};
    growth_must_be_ok(prap_engine_verify(all.engine, tenant, (prap_text){NULL, 0}, NULL, NULL, &report, &error), &error);
    if (report.cases != n || report.faults != 0) growth_must_be_ok(PRAP_E_BUG, NULL);
}

static void caseload(size_t n) {
    enum { DEADLINES = 11 };
    prap_deadline_total totals[DEADLINES];
    memset(totals, 0, sizeof totals);
    for (uint32_t i = 0; i < DEADLINES; i++) totals[i] = (prap_deadline_total){.size = sizeof totals[i], .deadline = i + 1};
    const prap_caseload from = {.size = sizeof from};
    const prap_caseload_question question = {.size = sizeof question, .as_of = AS_OF, .due_by = AS_OF, .until = AS_OF + 365,
                                             .first = PRAP_DAY_NONE, .last = PRAP_DAY_NONE, .deadlines = totals,
                                             .n_deadlines = DEADLINES};
    prap_caseload_report report = {.size = sizeof report};
    growth_must_be_ok(prap_engine_caseload(all.engine, &from, &question, &report, &error), &error);
    if (report.seen != n) growth_must_be_ok(PRAP_E_BUG, NULL);
}

static void due_scan(size_t n) {
    size_t found = 0;
    growth_must_be_ok(prap_due_scan(all.next_due, n, AS_OF, all.found, n, &found), NULL);
    heard += found;
}

static prap_status hear_feed(void *user, prap_text case_id, const prap_feed *feed, prap_status status) {
    (void)user;
    (void)feed;
    heard += case_id.n;
    return status;
}

static void feeds(size_t n) {
    (void)n;
    growth_must_be_ok(prap_engine_feeds(all.engine, tenant, AS_OF, 0, growth_answer, hear_feed, NULL, &error), &error);
}

static prap_status hear_retained(void *user, const prap_retained *retained, prap_status status) {
    (void)user;
    heard += retained->n_findings;
    return status;
}

static void retention(size_t n) {
    const prap_retention_terms terms = {.size = sizeof terms, .as_of = AS_OF};
    (void)n;
    growth_must_be_ok(prap_engine_retention_walk(all.engine, tenant, &terms, hear_retained, NULL, &error), &error);
}

static void measure(size_t n) {
    prap_measure_total totals[4];
    memset(totals, 0, sizeof totals);
    for (uint32_t i = 0; i < 4; i++) totals[i] = (prap_measure_total){.size = sizeof totals[i], .measure = i + 1};
    (void)n;
    growth_must_be_ok(prap_engine_measure(all.engine, tenant, AS_OF, BENCH_FIRST_DAY, AS_OF, growth_answer, totals, 4, NULL,
                                          NULL, &error), &error);
}

void growth_close_caseloads(void) {
    for (size_t i = 0; i < all.n; i++) {
        free((void *)(uintptr_t)all.cases[i].snapshot.bytes);
        for (uint64_t k = 0; k < all.cases[i].version; k++) free((void *)(uintptr_t)all.cases[i].records[k].bytes);
    }
    free(all.cases);
    free(all.next_due);
    free(all.found);
    prap_engine_destroy(all.engine);
    bench_cases_destroy(all.maker);
}

const growth_kind growth_of_caseloads[] = {
    {"prap_engine_walk", "cases", GROWTH_MOST, grow, walk},
    {"prap_engine_walk, as of an earlier day", "cases", GROWTH_MOST, grow, walk_past},
    {"prap_engine_sweep", "cases", GROWTH_MOST, grow, sweep},
    {"prap_engine_verify, of a tenant", "cases", GROWTH_MOST, grow, verify},
    {"prap_engine_caseload", "cases", GROWTH_MOST, grow, caseload},
    {"prap_due_scan", "cases", GROWTH_MOST, grow, due_scan},
    {"prap_engine_feeds", "cases", GROWTH_MOST, grow, feeds},
    {"prap_engine_retention_walk", "cases", GROWTH_MOST, grow, retention},
    {"prap_engine_measure", "cases", GROWTH_MOST, grow, measure},
    {NULL, NULL, 0, NULL, NULL},
};
