/*
 * calendar-bench.c: what a question to the calendar costs, beside what it would cost with the plainest table.
 *
 *     calendar-bench [--json]
 *     calendar-bench --rounds N BENCH    N rounds of one bench of the library and nothing else: for counting
 *                                        instructions (run.py)
 *
 * The baseline is what one would write by hand for one division and nothing else: a byte for each day, and tables of
 * two bytes an entry from day to rank and from rank to day, inlined, with no argument checked, no coverage and no
 * quality. Both answer the same random questions of 2015 to 2027 (fixed seed) in turn in one process, and must agree;
 * the best of many rounds counts.
 *
 *     calendar-...    one call an answer, as any program makes it: the header answers in place, with all its checks
 *     overlay-...     the same, of a calendar that the host has made
 *     function-...    the same, by the library's functions, as another language calls them or a program that defines
 *                     PRAP_NO_INLINE; in the shared object, or the archive in calendar-bench-static
 *     function-call   a call that does nothing but refuse, beside one within the program: none can cost less
 *     ...-each        all questions in one call
 */
#define _POSIX_C_SOURCE 199309L
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "prap/prap.h"

#include "heap.h"

#define INLINE inline __attribute__((always_inline))

enum { QUESTIONS = 4096, ROUNDS = 400, FURTHEST = 60, MOST_DAYS = 12000, YEAR = 365 };

struct question {
    prap_day from;
    prap_day to;
    int32_t n;
    char text[PRAP_DAY_TEXT_BYTES]; /* of from */
};

static struct question questions[QUESTIONS];

/* The same for the questions that are asked all at once. */
static prap_day all_from[QUESTIONS], all_to[QUESTIONS];
static int32_t all_n[QUESTIONS], all_answers[QUESTIONS];

/* The baseline's tables, by distance from first and by rank. */
static prap_day first;
static uint8_t working[MOST_DAYS];
static uint16_t before[MOST_DAYS + 1];
static uint16_t day_of[MOST_DAYS];

static INLINE int32_t baseline_is(const struct question *ask) {
    return working[ask->from - first];
}

static INLINE int32_t baseline_after(prap_day from, int32_t n) {
    const prap_day at = from - first;
    if (n == 0) return from;
    return first + day_of[n > 0 ? before[at + 1] + n - 1 : before[at] + n];
}

static INLINE int32_t baseline_add(const struct question *ask) {
    return baseline_after(ask->from, ask->n);
}

static INLINE int32_t baseline_count(const struct question *ask) {
    return before[ask->to - first + 1] - before[ask->from - first + 1];
}

static INLINE int32_t baseline_on_or_before(const struct question *ask) {
    return first + day_of[before[ask->from - first + 1] - 1];
}

static INLINE int32_t baseline_on_or_after(const struct question *ask) {
    return first + day_of[before[ask->from - first]];
}

/* A question that the library refuses would be no measurement. */
static INLINE void must_be_ok(prap_status status) {
    if (status == PRAP_OK) return;
    (void)fprintf(stderr, "calendar-bench: %s\n", prap_status_name(status));
    exit(1);
}

/* The library's answers: by its names as a program writes them, and by the functions themselves, in parentheses. */
#define ANSWERS(calendar, function)                                                                          \
    static INLINE int32_t calendar##_is(const prap_calendar *known, const struct question *ask) {            \
        int32_t is = 0;                                                                                      \
        must_be_ok(function(is_working_day)(known, ask->from, 0, &is, NULL));                                \
        return is;                                                                                           \
    }                                                                                                        \
    static INLINE int32_t calendar##_after(const prap_calendar *known, prap_day from, int32_t n) {           \
        prap_day day = 0;                                                                                    \
        must_be_ok(function(add_working_days)(known, from, n, 0, &day, NULL));                               \
        return day;                                                                                          \
    }                                                                                                        \
    static INLINE int32_t calendar##_count(const prap_calendar *known, const struct question *ask) {         \
        int32_t n = 0;                                                                                       \
        must_be_ok(function(count_working_days)(known, ask->from, ask->to, 0, &n, NULL));                    \
        return n;                                                                                            \
    }                                                                                                        \
    static INLINE int32_t calendar##_on_or_before(const prap_calendar *known, const struct question *ask) {  \
        prap_day day = 0;                                                                                    \
        must_be_ok(function(working_day_on_or_before)(known, ask->from, 0, &day, NULL));                     \
        return day;                                                                                          \
    }                                                                                                        \
    static INLINE int32_t calendar##_on_or_after(const prap_calendar *known, const struct question *ask) {   \
        prap_day day = 0;                                                                                    \
        must_be_ok(function(working_day_on_or_after)(known, ask->from, 0, &day, NULL));                      \
        return day;                                                                                          \
    }
#define BY_NAME(name)  prap_calendar_##name
#define FUNCTION(name) (prap_calendar_##name)
ANSWERS(calendar, BY_NAME)
ANSWERS(function, FUNCTION)

static INLINE int32_t function_call(const prap_calendar *known, const struct question *ask) {
    (void)known;
    return (prap_calendar_is_working_day)(NULL, ask->from, 0, NULL, NULL);
}

__attribute__((noinline)) static int32_t baseline_call(const struct question *ask) {
    return ask != NULL ? PRAP_E_NULL : PRAP_OK;
}

/* Text in, 15 working days on, text out; both with the library's reader and writer. */
static INLINE prap_day read_text(const struct question *ask) {
    prap_day day = 0;
    must_be_ok(prap_day_parse(ask->text, PRAP_DAY_TEXT_BYTES - 1, &day));
    return day;
}

static INLINE int32_t write_text(prap_day day) {
    char text[PRAP_DAY_TEXT_BYTES];
    must_be_ok(prap_day_format(day, text, sizeof text));
    return text[8] * 10 + text[9];
}

static void fill_tables(const prap_calendar *known) {
    const prap_calendar_identity *span = prap_calendar_get_identity(known);
    uint16_t rank = 0;
    first = span->known_first;
    for (prap_day day = first; day <= span->known_last; day++) {
        const uint16_t at = (uint16_t)(day - first);
        working[at] = prap_day_weekday(day) <= 5 && prap_calendar_holiday_on(known, day) == NULL;
        day_of[rank] = at;
        rank = (uint16_t)(rank + working[at]);
        before[at + 1] = rank;
    }
}

static uint32_t next_random(uint32_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static void ask_at_random(void) {
    uint32_t state = 20230508;
    prap_day begin = 0, end = 0;
    must_be_ok(prap_day_from_civil(2015, 1, 1, &begin));
    must_be_ok(prap_day_from_civil(2027, 9, 30, &end));
    const uint32_t days = (uint32_t)(end - begin);
    for (size_t i = 0; i < QUESTIONS; i++) {
        struct question *ask = &questions[i];
        ask->from = begin + (prap_day)(next_random(&state) % days);
        ask->to = ask->from + YEAR;
        ask->n = (int32_t)(next_random(&state) % (2 * FURTHEST + 1)) - FURTHEST;
        must_be_ok(prap_day_format(ask->from, ask->text, sizeof ask->text));
        all_from[i] = ask->from;
        all_to[i] = ask->to;
        all_n[i] = ask->n;
    }
}

/* England and Wales with a closure day a year. */
static prap_calendar *make_overlay(const prap_allocator *allocator, const prap_calendar *base) {
    prap_calendar_change changes[13];
    prap_calendar *overlay = NULL;
    for (int32_t i = 0; i < 13; i++) {
        changes[i] = (prap_calendar_change){PRAP_CALENDAR_ADD_DAY, 0, 0, 0, {"Closed", 6}};
        must_be_ok(prap_day_nth_weekday(2015 + i, 6, 2, 1, &changes[i].day));
    }
    must_be_ok(prap_calendar_create(allocator, base, changes, 13, &overlay, NULL));
    return overlay;
}

static double now_ns(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static volatile int64_t kept; /* so that no answer is thrown away unasked */

/* A round of every question; answer is an expression of known and ask, and inlined on both sides. */
#define ROUND(answer, best)                                                                                  \
    do {                                                                                                     \
        int64_t sum = 0;                                                                                     \
        const double began = now_ns();                                                                       \
        for (const struct question *ask = questions; ask < questions + QUESTIONS; ask++) sum += (answer);    \
        const double took = (now_ns() - began) / QUESTIONS;                                                  \
        kept = sum;                                                                                          \
        if (took < (best)) (best) = took;                                                                    \
    } while (0)

/* A round in one call. */
#define ROUND_EACH(call, best)                                                                               \
    do {                                                                                                     \
        const double began = now_ns();                                                                       \
        must_be_ok(call);                                                                                    \
        const double took = (now_ns() - began) / QUESTIONS;                                                  \
        kept = all_answers[0];                                                                               \
        if (took < (best)) (best) = took;                                                                    \
    } while (0)

static void disagree(const char *name) {
    (void)fprintf(stderr, "calendar-bench: %s: the library and the baseline do not agree\n", name);
    exit(1);
}

static void print(const char *name, double library, double baseline, int json) {
    const char *form = json ? "{\"bench\":\"%s\",\"ns_per_op\":%.3f,\"baseline\":%.3f,\"ratio\":%.2f}\n"
                            : "%-26s %10.2f ns %10.2f ns %8.2f\n";
    (void)printf(form, name, library, baseline, library / baseline);
}

/* What to do: all benches side by side, or so many rounds of the library's one. */
struct task {
    const char *only;
    int rounds;
    int json;
};

/* round: ROUND or ROUND_EACH; got: what the library said to ask, after its rounds. */
#define COMPARE(name, round, asked, got, baseline)                                                           \
    do {                                                                                                     \
        double ours = 1e9;                                                                                   \
        double theirs = 1e9;                                                                                 \
        if (task->only != NULL && strcmp(task->only, name) != 0) break;                                      \
        for (int i = 0; i < task->rounds; i++) {                                                             \
            round(asked, ours);                                                                              \
            if (task->only == NULL) ROUND(baseline, theirs);                                                 \
        }                                                                                                    \
        if (task->only != NULL) break;                                                                       \
        for (const struct question *ask = questions; ask < questions + QUESTIONS; ask++)                     \
            if ((got) != (baseline)) disagree(name);                                                         \
        print(name, ours, theirs, task->json);                                                               \
    } while (0)
#define BENCH(name, asked, baseline)      COMPARE(name, ROUND, asked, asked, baseline)
#define BENCH_EACH(name, asked, baseline) COMPARE(name, ROUND_EACH, asked, all_answers[ask - questions], baseline)

/* The questions that are asked of every calendar and in every way, with the days of the programmes. */
#define BENCHES(way, kind)                                                                                   \
    BENCH(way "-is", kind##_is(known, ask), baseline_is(ask));                                               \
    BENCH(way "-add-2", kind##_after(known, ask->from, 2), baseline_after(ask->from, 2));                    \
    BENCH(way "-add-15", kind##_after(known, ask->from, 15), baseline_after(ask->from, 15));                 \
    BENCH(way "-add-20", kind##_after(known, ask->from, 20), baseline_after(ask->from, 20));                 \
    BENCH(way "-add-60", kind##_after(known, ask->from, 60), baseline_after(ask->from, 60));                 \
    BENCH(way "-add-any", kind##_after(known, ask->from, ask->n), baseline_add(ask));                        \
    BENCH(way "-count-year", kind##_count(known, ask), baseline_count(ask));                                 \
    BENCH(way "-on-or-before", kind##_on_or_before(known, ask), baseline_on_or_before(ask));                 \
    BENCH(way "-on-or-after", kind##_on_or_after(known, ask), baseline_on_or_after(ask))

static void run_calendar(const struct task *task, const prap_calendar *known) {
    fill_tables(known);
    BENCHES("calendar", calendar);
    BENCH("calendar-iso", write_text(calendar_after(known, read_text(ask), 15)),
          write_text(baseline_after(read_text(ask), 15)));
    BENCH_EACH("calendar-is-each",
               prap_calendar_are_working_days(known, all_from, QUESTIONS, 0, all_answers, NULL, NULL),
               baseline_is(ask));
    BENCH_EACH("calendar-add-each",
               prap_calendar_add_working_days_each(known, all_from, all_n, QUESTIONS, 0, all_answers, NULL, NULL),
               baseline_add(ask));
    BENCH_EACH("calendar-count-year-each",
               prap_calendar_count_working_days_each(known, all_from, all_to, QUESTIONS, 0, all_answers, NULL, NULL),
               baseline_count(ask));
}

static void run_functions(const struct task *task, const prap_calendar *known) {
    fill_tables(known);
    BENCH("function-call", function_call(known, ask), baseline_call(ask));
    BENCHES("function", function);
}

static void run_overlay(const struct task *task, const prap_calendar *known) {
    fill_tables(known);
    BENCHES("overlay", calendar);
}

int main(int argc, char **argv) {
    struct task task = {NULL, ROUNDS, argc == 2 && strcmp(argv[1], "--json") == 0};
    if (argc == 4 && strcmp(argv[1], "--rounds") == 0) {
        task.rounds = (int)strtol(argv[2], NULL, 10);
        task.only = argv[3];
    } else if (argc > 1 && !task.json) {
        (void)fprintf(stderr, "usage: calendar-bench [--json] [--rounds N BENCH]\n");
        return 2;
    }
    const prap_allocator allocator = HEAP_ALLOCATOR;
    const prap_calendar *england = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    prap_calendar *overlay = make_overlay(&allocator, england);
    ask_at_random();
    if (!task.json && task.only == NULL) (void)printf("%-26s %13s %13s %8s\n", "question", "library", "baseline", "ratio");
    run_calendar(&task, england);
    run_overlay(&task, overlay);
    run_functions(&task, england);
    prap_calendar_destroy(overlay);
    return 0;
}
