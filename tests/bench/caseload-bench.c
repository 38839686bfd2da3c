/*
 * caseload-bench.c: what it costs to ask a whole caseload, for each case of it.
 *
 *     caseload-bench [--json] [--cases N]          from an array in memory; N: a million unless given
 *     caseload-bench --rounds N BENCH [--cases N]  N rounds of one bench and nothing else: for counting instructions
 *     caseload-bench --fill FILE --cases N         makes an SQLite store of the same cases
 *     caseload-bench --store FILE [--json]         asks that one
 *     caseload-bench --parts N [--json] [--cases N]  counterfactual with N processes at once, each with a range of case ids
 *
 *     due-scan            which cases have something to do by a day, by an array of their due days
 *     counterfactual      each case as of a day, and a year later if nobody acts: which stages turn, which deadlines are
 *                         missed on which day (prap_engine_caseload)
 *     due                 each case as of a day, with what is due by then, counted by deadline
 *     due-by-index        the same, passing over by their due days the cases that have nothing to do
 *     store-...           the same from an SQLite file
 *
 * ns_per_op: time of the processor, so that other work on the machine does not count; of --parts, seconds on the wall.
 * grown_kib: by how much asking all of it raised the process's peak of memory, of which the array was a part before.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "bench-cases.h"
#include "prap/prap.h"
#if defined(BENCH_SQLITE)
#include "prap-sqlite.h"
#endif

enum { ROUNDS = 5, AS_OF = BENCH_AS_OF, A_YEAR_LATER = AS_OF + 365, DEADLINES = 11, BATCH = 256 };

static struct {
    prap_rulebook *rulebook;
    prap_engine *engine;
    prap_snapshot *snapshots; /* NULL: the engine has a store */
    prap_day *next_due;
    size_t *found;
    uint8_t *room; /* what the snapshots point at */
    size_t n;
    uint64_t answer; /* of the last run: so that nothing of it can be left out, and that runs can be compared */
} bench;

static void must_be_ok(prap_status status, const prap_error *error) {
    if (status == PRAP_OK) return;
    (void)fprintf(stderr, "caseload-bench: %s: %s\n", prap_status_name(status), error == NULL ? "" : error->message);
    exit(1);
}

static void *must(void *block) {
    if (block == NULL) must_be_ok(PRAP_E_NOMEM, NULL);
    return block;
}

static double now_ns(clockid_t clock) {
    struct timespec now;
    (void)clock_gettime(clock, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static long peak_kib(void) {
    struct rusage usage;
    (void)getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

/* What is timed. from, n: which of the cases of the array, for due-scan and the counterfactual. */

static void run_due_scan(size_t from, size_t n) {
    size_t found = 0;
    must_be_ok(prap_due_scan(bench.next_due + from, n, AS_OF, bench.found, n, &found), NULL);
    bench.answer = found;
}

static void ask(size_t from, size_t n, bool due, bool then, uint32_t flags) {
    prap_deadline_total totals[DEADLINES];
    memset(totals, 0, sizeof totals);
    for (uint32_t i = 0; i < DEADLINES; i++) {
        totals[i].size = sizeof totals[i];
        totals[i].deadline = i + 1;
    }
    const prap_caseload caseload = {.size = sizeof caseload,
                                    .snapshots = bench.snapshots == NULL ? NULL : bench.snapshots + from,
                                    .n_snapshots = bench.snapshots == NULL ? 0 : n};
    const prap_caseload_question question = {.size = sizeof question,
                                             .flags = flags,
                                             .as_of = AS_OF,
                                             .due_by = due ? AS_OF : PRAP_DAY_NONE,
                                             .until = then ? A_YEAR_LATER : PRAP_DAY_NONE,
                                             .first = PRAP_DAY_NONE,
                                             .last = PRAP_DAY_NONE,
                                             .deadlines = totals,
                                             .n_deadlines = DEADLINES};
    prap_caseload_report report = {.size = sizeof report};
    prap_error error = {.size = sizeof error};
    must_be_ok(prap_engine_caseload(bench.engine, &caseload, &question, &report, &error), &error);
    bench.answer = report.seen + report.due + report.missing + report.turned;
    for (uint32_t i = 0; i < DEADLINES; i++) bench.answer += totals[i].due + totals[i].misses[0];
}

static void run_counterfactual(size_t from, size_t n) {
    ask(from, n, false, true, 0);
}

static void run_due(size_t from, size_t n) {
    ask(from, n, true, false, 0);
}

static void run_due_by_index(size_t from, size_t n) {
    ask(from, n, true, false, PRAP_CASELOAD_BY_INDEX);
}

typedef struct bench_row {
    const char *name;
    void (*run)(size_t from, size_t n);
} bench_row;

static const bench_row rows[] = {{"due-scan", run_due_scan},
                                 {"counterfactual", run_counterfactual},
                                 {"due", run_due},
                                 {"due-by-index", run_due_by_index}};
enum { N_ROWS = sizeof rows / sizeof rows[0] };

static void measure(const bench_row *row, const char *prefix, bool json) {
    double best = 1e18;
    const long before = peak_kib();
    for (int i = 0; i < ROUNDS; i++) {
        const double began = now_ns(CLOCK_PROCESS_CPUTIME_ID);
        row->run(0, bench.n);
        const double took = now_ns(CLOCK_PROCESS_CPUTIME_ID) - began;
        if (took < best) best = took;
    }
    const char *form = json ? "{\"bench\":\"%s%s\",\"cases\":%zu,\"ns_per_op\":%.2f,\"grown_kib\":%ld,\"answer\":%llu}\n"
                            : "%s%-16s %9zu cases %9.2f ns a case, %6ld KiB more, answer %llu\n";
    printf(form, prefix, row->name, bench.n, best / (double)bench.n, peak_kib() - before,
           (unsigned long long)bench.answer);
    fflush(stdout);
}

/* The array: the snapshots and their ids stand behind one another. */
static void make_array(size_t n) {
    size_t used = 0, room = 0;
    bench_cases *cases = bench_cases_create(bench.rulebook);
    bench.n = n;
    bench.snapshots = must(calloc(n, sizeof *bench.snapshots));
    bench.next_due = must(calloc(n, sizeof *bench.next_due));
    bench.found = must(calloc(n, sizeof *bench.found));
    for (size_t i = 0; i < n; i++) {
        const bench_story *story = bench_case_make(cases, (uint32_t)i);
        const size_t bytes = story->snapshot.n + story->case_id.n;
        if (room - used < bytes) bench.room = must(realloc(bench.room, room = 2 * room + 65536));
        memcpy(bench.room + used, story->case_id.bytes, story->case_id.n);
        memcpy(bench.room + used + story->case_id.n, story->snapshot.bytes, story->snapshot.n);
        used += bytes;
        bench.next_due[i] = story->next_due;
        bench.snapshots[i] = (prap_snapshot){.size = sizeof *bench.snapshots, .next_due = story->next_due,
                                             .version = story->version, .case_id = story->case_id,
                                             .record = story->snapshot};
    }
    uint8_t *at = bench.room; /* which moves no more */
    for (size_t i = 0; i < n; i++) {
        bench.snapshots[i].case_id.bytes = (const char *)at;
        bench.snapshots[i].record.bytes = at + bench.snapshots[i].case_id.n;
        at += bench.snapshots[i].case_id.n + bench.snapshots[i].record.n;
    }
    bench_cases_destroy(cases);
}

static void open_engine(const prap_store *store, prap_host *host) {
    *host = (prap_host){sizeof *host, &bench_allocator, store, NULL};
    const prap_rulebook *const rulebooks[] = {bench.rulebook};
    must_be_ok(prap_engine_create(host, rulebooks, 1, &bench.engine, NULL), NULL);
}

static void close_all(void) {
    prap_engine_destroy(bench.engine);
    prap_rulebook_destroy(bench.rulebook);
    free(bench.snapshots);
    free(bench.next_due);
    free(bench.found);
    free(bench.room);
}

static int count_rounds(const char *name, int rounds) {
    for (size_t i = 0; i < N_ROWS; i++) {
        if (strcmp(rows[i].name, name) != 0) continue;
        for (int k = 0; k < rounds; k++) rows[i].run(0, bench.n);
        (void)printf("%zu\n", bench.n);
        return 0;
    }
    (void)fprintf(stderr, "caseload-bench: no such bench\n");
    return 2;
}

/* Each process has a range of the cases and an engine of its own; memory and rulebook were there before. */
static int run_parts(unsigned parts, bool json) {
    const double began = now_ns(CLOCK_MONOTONIC);
    for (unsigned part = 0; part < parts; part++) {
        const pid_t child = fork();
        if (child < 0) return 1;
        if (child > 0) continue;
        const size_t from = bench.n * part / parts, to = bench.n * (part + 1) / parts;
        run_counterfactual(from, to - from);
        _exit(0);
    }
    for (unsigned part = 0; part < parts; part++) {
        int status = 0;
        if (wait(&status) < 0 || status != 0) return 1;
    }
    const char *form = json ? "{\"bench\":\"counterfactual-parts\",\"parts\":%u,\"cases\":%zu,\"seconds\":%.3f}\n"
                            : "counterfactual with %u processes: %zu cases in %.3f s\n";
    printf(form, parts, bench.n, (now_ns(CLOCK_MONOTONIC) - began) / 1e9);
    return 0;
}

#if defined(BENCH_SQLITE)
static void write_changes(const prap_store *store, const prap_change *changes, size_t n) {
    prap_status each[BATCH];
    must_be_ok(store->commit(store->user, changes, n, each), NULL);
    for (size_t i = 0; i < n; i++) must_be_ok(each[i], NULL);
}

/* What a change points at is the story's until the next one, so each is kept whole. */
typedef struct kept_story {
    bench_story story;
    char id[16];
    uint8_t bytes[LIFE_EVENTS + 1][PRAP_EVENT_BYTES];
} kept_story;

static prap_change keep(const bench_story *story, kept_story *kept) {
    kept->story = *story;
    memcpy(kept->id, story->case_id.bytes, story->case_id.n);
    memcpy(kept->bytes[LIFE_EVENTS], story->snapshot.bytes, story->snapshot.n);
    for (size_t i = 0; i < story->n_events; i++) {
        memcpy(kept->bytes[i], story->events[i].record.bytes, story->events[i].record.n);
        kept->story.events[i].record.bytes = kept->bytes[i];
    }
    return (prap_change){.size = sizeof(prap_change),
                         .key = {{"", 0}, {kept->id, story->case_id.n}},
                         .new_version = story->version,
                         .events = kept->story.events,
                         .n_events = story->n_events,
                         .snapshot = {kept->bytes[LIFE_EVENTS], story->snapshot.n},
                         .programme = story->programme,
                         .stage = story->stage,
                         .next_due = story->next_due,
                         .hold_until = PRAP_DAY_NONE,
                         .notices = kept->story.notices,
                         .n_notices = story->n_notices};
}

static int fill(const char *path, size_t n) {
    prap_error error = {.size = sizeof error};
    prap_sqlite *file = NULL;
    must_be_ok(prap_sqlite_open(path, PRAP_SQLITE_CREATE, &file, &error), &error);
    bench_cases *cases = bench_cases_create(bench.rulebook);
    kept_story *kept = must(calloc(BATCH, sizeof *kept));
    prap_change *changes = must(calloc(BATCH, sizeof *changes));
    size_t waiting = 0;
    for (size_t i = 0; i < n; i++) {
        changes[waiting] = keep(bench_case_make(cases, (uint32_t)i), &kept[waiting]);
        if (++waiting < BATCH && i + 1 < n) continue;
        write_changes(prap_sqlite_store(file), changes, waiting);
        waiting = 0;
    }
    free(changes);
    free(kept);
    bench_cases_destroy(cases);
    prap_sqlite_close(file);
    return 0;
}

static int ask_store(const char *path, size_t n, bool json) {
    prap_error error = {.size = sizeof error};
    prap_sqlite *file = NULL;
    prap_host host;
    must_be_ok(prap_sqlite_open(path, PRAP_SQLITE_READ_ONLY, &file, &error), &error);
    open_engine(prap_sqlite_store(file), &host);
    bench.n = n;
    run_counterfactual(0, n); /* what SQLite keeps of the file in memory is there before it is measured */
    for (size_t i = 1; i < N_ROWS; i++) measure(&rows[i], "store-", json);
    printf(json ? "{\"bench\":\"store-peak\",\"cases\":%zu,\"peak_kib\":%ld}\n" : "%zu cases: peak %ld KiB\n", n,
           peak_kib());
    prap_engine_destroy(bench.engine);
    bench.engine = NULL;
    prap_sqlite_close(file);
    return 0;
}
#else
static int fill(const char *path, size_t n) {
    (void)path;
    (void)n;
    (void)fprintf(stderr, "caseload-bench: built without SQLite\n");
    return 2;
}

static int ask_store(const char *path, size_t n, bool json) {
    (void)json;
    return fill(path, n);
}
#endif

int main(int argc, char **argv) {
    const char *fill_path = NULL, *store_path = NULL, *counted = NULL;
    bool json = false;
    size_t n = 1000000;
    int rounds = 0;
    unsigned parts = 0;
    for (int i = 1; i < argc; i++) {
        const bool more = i + 1 < argc;
        if (strcmp(argv[i], "--json") == 0) json = true;
        else if (more && strcmp(argv[i], "--cases") == 0) n = strtoul(argv[++i], NULL, 10);
        else if (more && strcmp(argv[i], "--fill") == 0) fill_path = argv[++i];
        else if (more && strcmp(argv[i], "--store") == 0) store_path = argv[++i];
        else if (more && strcmp(argv[i], "--parts") == 0) parts = (unsigned)strtoul(argv[++i], NULL, 10);
        else if (i + 2 < argc && strcmp(argv[i], "--rounds") == 0) {
            rounds = (int)strtol(argv[i + 1], NULL, 10);
            counted = argv[i += 2];
        } else {
            (void)fprintf(stderr, "caseload-bench: see the head of caseload-bench.c\n");
            return 2;
        }
    }
    const prap_calendar *england = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    must_be_ok(prap_rulebook_create(&bench_allocator, PRAP_PROGRAMME_IPES, england, NULL, 0, &bench.rulebook, NULL), NULL);
    int status = 0;
    prap_host host;
    if (fill_path != NULL) {
        status = fill(fill_path, n);
    } else if (store_path != NULL) {
        status = ask_store(store_path, n, json);
    } else {
        make_array(n);
        open_engine(prap_store_nothing(), &host);
        if (counted != NULL) status = count_rounds(counted, rounds);
        else if (parts != 0) status = run_parts(parts, json);
        else for (size_t i = 0; i < N_ROWS; i++) measure(&rows[i], "", json);
    }
    close_all();
    return status;
}
