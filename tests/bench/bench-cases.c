/* bench-cases.c: see bench-cases.h. */
#include "bench-cases.h"
#include "heap.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const prap_allocator bench_allocator = HEAP_ALLOCATOR;

struct bench_cases {
    bench_story story;
    char id[16];
    uint8_t snapshot[PRAP_SNAPSHOT_BYTES];
    uint8_t records[LIFE_EVENTS][PRAP_EVENT_BYTES];
    prap_store store;
    prap_host host;
    prap_engine *engine;
    prap_answer *answer;
};

/* A store of one case: the one that is being made. */
static prap_status load(void *user, const prap_key *key, prap_sink *sink) {
    const bench_story *story = &((const bench_cases *)user)->story;
    if (story->version == 0) return PRAP_NONE;
    const prap_row row = {.size = sizeof row, .version = story->version, .case_id = key->case_id, .record = story->snapshot};
    return prap_sink_push(sink, &row);
}

static prap_status commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    bench_cases *cases = user;
    bench_story *story = &cases->story;
    for (size_t i = 0; i < n; i++) {
        const prap_change *change = &changes[i];
        prap_event_record *event = &story->events[story->n_events];
        *event = *change->events;
        memcpy(cases->records[story->n_events], event->record.bytes, event->record.n);
        event->record.bytes = cases->records[story->n_events++];
        for (size_t k = 0; k < change->n_notices; k++) story->notices[story->n_notices++] = change->notices[k];
        memcpy(cases->snapshot, change->snapshot.bytes, change->snapshot.n);
        story->snapshot = (prap_bytes){cases->snapshot, change->snapshot.n};
        story->version = change->new_version;
        story->programme = change->programme;
        story->stage = change->stage;
        story->next_due = change->next_due;
        ret_each[i] = PRAP_OK;
    }
    return PRAP_OK;
}

static void must_be_ok(prap_status status) {
    if (status == PRAP_OK) return;
    (void)fprintf(stderr, "bench-cases: %s\n", prap_status_name(status));
    exit(1);
}

bench_cases *bench_cases_create(const prap_rulebook *rulebook) {
    bench_cases *cases = calloc(1, sizeof *cases);
    if (cases == NULL) exit(1);
    cases->store = (prap_store){sizeof(prap_store), cases, load, commit, NULL, NULL};
    cases->host = (prap_host){sizeof(prap_host), &bench_allocator, &cases->store, NULL};
    must_be_ok(prap_engine_create(&cases->host, &rulebook, 1, &cases->engine, NULL));
    must_be_ok(prap_answer_create(&bench_allocator, &cases->answer));
    return cases;
}

void bench_cases_destroy(bench_cases *cases) {
    prap_answer_destroy(cases->answer);
    prap_engine_destroy(cases->engine);
    free(cases);
}

/* The n-th event of the life, begun so many days later. */
static void submit(bench_cases *cases, uint32_t n, prap_day later) {
    prap_fact facts[PRAP_FACTS_MAX];
    prap_command command = life[n];
    for (size_t i = 0; i < command.n_facts; i++) {
        facts[i] = command.facts[i];
        if (facts[i].kind == PRAP_VALUE_DAY) facts[i].value += later;
    }
    command.key.case_id = cases->story.case_id;
    command.on += later;
    command.recorded += later;
    command.facts = facts;
    must_be_ok(prap_engine_submit(cases->engine, &command, cases->answer, NULL));
}

const bench_story *bench_case_make(bench_cases *cases, uint32_t i) {
    const uint32_t chance = (i + 1) * UINT32_C(2654435769);
    const uint32_t events = 1 + (chance >> 16) % LIFE_EVENTS;
    const prap_day later = 7 * (prap_day)((chance >> 8) % BENCH_TUESDAYS);
    const int bytes = snprintf(cases->id, sizeof cases->id, "R-%09u", (unsigned)i);
    cases->story = (bench_story){.case_id = {cases->id, (size_t)bytes}, .next_due = PRAP_DAY_NONE};
    for (uint32_t n = 0; n < events && life[n].on + later <= BENCH_AS_OF; n++) submit(cases, n, later);
    return &cases->story;
}
