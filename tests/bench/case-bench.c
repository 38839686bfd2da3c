/*
 * case-bench.c: what it costs to decide and journal an event, beside a switch written by hand.
 *
 *     case-bench [--json]
 *     case-bench --rounds N BENCH    N rounds of one bench of the library and nothing else: for counting instructions
 *
 *     case-submit       an event of ten lives side by side: loaded, decided with every guard, written as a record and
 *                       a snapshot, and committed to a store in memory (case-life.c)
 *     case-preview      the same question as a dry run: loaded and decided, nothing written
 *     case-what-if      a whole life tried on a copy: decided, the copy moved; per event
 *     case-why-not      a dry run of an event that the guidance forbids, with its reasons
 *     case-show         the case as it stands, with its deadlines
 *     case-replay       a case as it stood before its last event, from a journal of 1,000: per event
 *     switch-...        the same by hand (case-life.h)
 *     snapshot-...      bytes of a snapshot after each event of the life
 */
#define _POSIX_C_SOURCE 199309L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "case-life.h"
#include "heap.h"

enum { ROUNDS = 40, ID_ROOM = 8 };

static struct {
    life_store *store;
    prap_engine *engine;
    prap_answer *answer;
    prap_answer *other;
    char ids[LIFE_CASES][ID_ROOM];
    prap_command commands[LIFE_CASES][LIFE_EVENTS];
    const prap_command *each[LIFE_CASES][LIFE_EVENTS];
    hand_case by_hand[LIFE_CASES];
    prap_key long_key;
    prap_day long_before; /* the day before its last event */
} bench;

static void must_be_ok(prap_status status) {
    if (status == PRAP_OK) return;
    (void)fprintf(stderr, "case-bench: %s\n", prap_status_name(status));
    exit(1);
}

/* A verdict that is not the one expected would be no measurement. */
static void must_say(uint32_t verdict) {
    if (prap_answer_summary(bench.answer)->verdict == verdict) return;
    (void)fprintf(stderr, "case-bench: an event of the life is judged otherwise\n");
    exit(1);
}

static double now_ns(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static void submit(const prap_command *command) {
    must_be_ok(prap_engine_submit(bench.engine, command, bench.answer, NULL));
    must_say(PRAP_VERDICT_PERMITTED);
}

/* The cases as they stand after so many events of the life. */
static void bring_to(uint32_t n) {
    life_store_clear(bench.store);
    memset(bench.by_hand, 0, sizeof bench.by_hand);
    for (uint32_t i = 0; i < LIFE_CASES; i++) {
        for (uint32_t at = 0; at < n; at++) {
            submit(&bench.commands[i][at]);
            if (!hand_take(&bench.by_hand[i], &bench.commands[i][at], 1)) must_say(PRAP_VERDICT_REFUSED);
        }
    }
}

/* What is timed: so many operations. at: how many events of the life the cases have had. */

static void run_submit(uint32_t at) {
    (void)at;
    for (uint32_t i = 0; i < LIFE_CASES; i++) {
        for (uint32_t n = 0; n < LIFE_EVENTS; n++) submit(&bench.commands[i][n]);
    }
}

static void run_switch(uint32_t at) {
    (void)at;
    for (uint32_t i = 0; i < LIFE_CASES; i++) {
        for (uint32_t n = 0; n < LIFE_EVENTS; n++) {
            if (!hand_take(&bench.by_hand[i], &bench.commands[i][n], 1)) exit(1);
        }
    }
}

static void run_preview(uint32_t at) {
    for (uint32_t i = 0; i < LIFE_CASES; i++) {
        must_be_ok(prap_engine_preview(bench.engine, &bench.commands[i][at], bench.answer, NULL));
        must_say(PRAP_VERDICT_PERMITTED);
    }
}

static void run_switch_preview(uint32_t at) {
    for (uint32_t i = 0; i < LIFE_CASES; i++) {
        if (!hand_take(&bench.by_hand[i], &bench.commands[i][at], 0)) exit(1);
    }
}

static void run_what_if(uint32_t at) {
    (void)at;
    for (uint32_t i = 0; i < LIFE_CASES; i++) {
        must_be_ok(prap_engine_what_if(bench.engine, life[LIFE_EVENTS - 1].on, bench.each[i], LIFE_EVENTS,
                                       bench.other, bench.answer, NULL, NULL, NULL));
        must_say(PRAP_VERDICT_PERMITTED);
    }
}

static void run_why_not(uint32_t at) {
    (void)at;
    prap_command forbidden = life_forbidden;
    for (uint32_t i = 0; i < LIFE_CASES; i++) {
        forbidden.key = bench.commands[i][0].key;
        must_be_ok(prap_engine_preview(bench.engine, &forbidden, bench.answer, NULL));
        must_say(PRAP_VERDICT_REFUSED);
    }
}

static void run_show(uint32_t at) {
    (void)at;
    for (uint32_t i = 0; i < LIFE_CASES; i++) {
        must_be_ok(prap_engine_show(bench.engine, &bench.commands[i][0].key, life[LIFE_EVENTS - 1].on, bench.answer,
                                    NULL));
    }
}

static void run_replay(uint32_t at) {
    (void)at;
    must_be_ok(prap_engine_show(bench.engine, &bench.long_key, bench.long_before, bench.answer, NULL));
}

typedef struct bench_row {
    const char *name;
    void (*run)(uint32_t at);
    void (*baseline)(uint32_t at);
    uint32_t at;   /* how many events the cases have had, where every_stage is not set */
    uint32_t ops;  /* of one run */
    int every_stage;
} bench_row;

static const bench_row rows[] = {
    {"case-submit", run_submit, run_switch, 0, LIFE_OPS, 0},
    {"case-preview", run_preview, run_switch_preview, 0, LIFE_CASES, 1},
    {"case-what-if", run_what_if, run_switch, 0, LIFE_OPS, 0},
    {"case-why-not", run_why_not, NULL, 6, LIFE_CASES, 0},
    {"case-show", run_show, NULL, 6, LIFE_CASES, 0},
    {"case-replay", run_replay, NULL, 0, LONG_EVENTS - 20, 0},
};

/* The best of all rounds, in nanoseconds for each operation. Nothing else than run is timed. */
static double best_of(const bench_row *row, void (*run)(uint32_t), int rounds, int prepares) {
    const uint32_t stages = row->every_stage ? LIFE_EVENTS : 1;
    double sum = 0;
    for (uint32_t i = 0; i < stages; i++) {
        const uint32_t at = row->every_stage ? i : row->at;
        double best = 1e18;
        if (prepares) bring_to(at);
        for (int k = 0; k < rounds; k++) {
            if (prepares && k > 0 && at == 0) bring_to(0);
            const double began = now_ns();
            run(at);
            const double took = now_ns() - began;
            if (took < best) best = took;
        }
        sum += best / row->ops;
    }
    return sum / stages;
}

static void measure(const bench_row *row, int json) {
    const int is_long = row->run == run_replay;
    const double ns = best_of(row, row->run, ROUNDS, !is_long);
    const double by_hand = row->baseline == NULL ? 0 : best_of(row, row->baseline, ROUNDS, 1);
    if (json && row->baseline != NULL) {
        (void)printf("{\"bench\":\"%s\",\"ns_per_op\":%.2f,\"baseline\":%.2f,\"ratio\":%.2f}\n", row->name, ns,
                     by_hand, ns / by_hand);
    } else if (json) {
        (void)printf("{\"bench\":\"%s\",\"ns_per_op\":%.2f}\n", row->name, ns);
    } else {
        (void)printf("%-26s %10.1f ns", row->name, ns);
        if (row->baseline != NULL) (void)printf(" %10.1f ns %8.1f", by_hand, ns / by_hand);
        (void)printf("\n");
    }
}

static void make_long_case(void) {
    static const char id[] = "long";
    bench.long_key = (prap_key){{NULL, 0}, {id, sizeof id - 1}};
    for (uint32_t n = 0; n < LONG_EVENTS; n++) {
        prap_command command = long_life_event(n);
        command.key = bench.long_key;
        submit(&command);
        bench.long_before = command.on - 1;
    }
}

static void make_commands(void) {
    for (uint32_t i = 0; i < LIFE_CASES; i++) {
        (void)snprintf(bench.ids[i], sizeof bench.ids[i], "R-%05u", (unsigned)i);
        for (uint32_t n = 0; n < LIFE_EVENTS; n++) {
            bench.commands[i][n] = life[n];
            bench.commands[i][n].key.case_id = (prap_text){bench.ids[i], ID_ROOM - 1};
            bench.each[i][n] = &bench.commands[i][n];
        }
    }
}

static void print_snapshots(int json) {
    bring_to(0);
    for (uint32_t n = 0; n < LIFE_EVENTS; n++) {
        submit(&bench.commands[0][n]);
        const prap_bytes snapshot = life_store_snapshot(bench.store, bench.commands[0][0].key.case_id);
        const char *name = prap_word_by_number(PRAP_WORDS_EVENT, life[n].event)->name;
        (void)printf(json ? "{\"bench\":\"snapshot-%s\",\"bytes\":%zu}\n" : "snapshot after %-24s %4zu bytes\n", name,
                     snapshot.n);
    }
}

/* So many rounds of one bench, with what it needs beforehand done whatever their number. */
static int count_rounds(const char *name, int rounds) {
    for (const bench_row *row = rows; row < rows + sizeof rows / sizeof rows[0]; row++) {
        if (strcmp(row->name, name) != 0) continue;
        if (row->run == run_replay) make_long_case();
        else bring_to(row->every_stage ? 5 : row->at);
        for (int k = 0; k < rounds; k++) {
            if (row->run == run_submit) life_store_clear(bench.store);
            row->run(row->every_stage ? 5 : row->at);
        }
        (void)printf("%u\n", (unsigned)row->ops);
        return 0;
    }
    (void)fprintf(stderr, "case-bench: no such bench\n");
    return 2;
}

static int run_all(int json) {
    for (const bench_row *row = rows; row < rows + sizeof rows / sizeof rows[0]; row++) {
        if (row->run == run_replay) {
            bring_to(0);
            make_long_case();
        }
        measure(row, json);
    }
    print_snapshots(json);
    return 0;
}

int main(int argc, char **argv) {
    const int json = argc == 2 && strcmp(argv[1], "--json") == 0;
    const int counts = argc == 4 && strcmp(argv[1], "--rounds") == 0;
    if (argc > 1 && !json && !counts) {
        (void)fprintf(stderr, "usage: case-bench [--json] [--rounds N BENCH]\n");
        return 2;
    }
    const prap_allocator allocator = HEAP_ALLOCATOR;
    const prap_calendar *england = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    prap_rulebook *rulebook;
    prap_store store;
    bench.store = life_store_create();
    life_store_bind(bench.store, &store);
    const prap_host host = {sizeof host, &allocator, &store, NULL};
    must_be_ok(prap_rulebook_create(&allocator, PRAP_PROGRAMME_IPES, england, NULL, 0, &rulebook, NULL));
    const prap_rulebook *const rulebooks[] = {rulebook};
    must_be_ok(prap_engine_create(&host, rulebooks, 1, &bench.engine, NULL));
    must_be_ok(prap_answer_create(&allocator, &bench.answer));
    must_be_ok(prap_answer_create(&allocator, &bench.other));
    make_commands();
    const int status = counts ? count_rounds(argv[3], (int)strtol(argv[2], NULL, 10)) : run_all(json);
    prap_answer_destroy(bench.other);
    prap_answer_destroy(bench.answer);
    prap_engine_destroy(bench.engine);
    prap_rulebook_destroy(rulebook);
    life_store_destroy(bench.store);
    return status;
}
