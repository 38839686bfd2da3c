/*
 * calendar-bench.c: what a question to the calendar costs, beside what it would cost with the plainest table.
 *
 *     calendar-bench [--json]
 *     calendar-bench --rounds N BENCH    N rounds of one bench of the library and nothing else: for counting
 *                                        instructions (run.py)
 *
 * The baseline is what one would write by hand for one division and nothing else: one table of ranks and one
 * of days, two bytes an entry, inlined, no argument checked, no coverage, no quality. Both answer the same
 * random questions of 2015 to 2027 (fixed seed) in turn in one process, and must agree; the best of many rounds
 * counts. The library is called as any host calls it, with all its checks, through the shared object (or the archive,
 * in calendar-bench-static): `call` is what a call that does nothing but refuse costs beside one within the program,
 * and no question can cost less. The benches that end in
 * -each ask all questions in one call.
 */
#define _POSIX_C_SOURCE 199309L
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "prap/prap.h"

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
static const prap_calendar *calendar;

/* The baseline's tables, by distance from first and by rank. */
static prap_day first;
static uint8_t working[MOST_DAYS];
static uint16_t rank_of[MOST_DAYS];
static uint16_t day_of[MOST_DAYS];

static int32_t baseline_is(const struct question *ask) {
    return working[ask->from - first];
}

static int32_t baseline_after(prap_day from, int32_t n) {
    const prap_day at = from - first;
    if (n == 0) return from;
    return first + day_of[rank_of[at] + n - (n > 0 && !working[at])];
}

static int32_t baseline_add(const struct question *ask) {
    return baseline_after(ask->from, ask->n);
}

static int32_t baseline_count(const struct question *ask) {
    const prap_day to = ask->to - first;
    const prap_day from = ask->from - first;
    return rank_of[to] + working[to] - rank_of[from] - working[from];
}

static int32_t baseline_on_or_before(const struct question *ask) {
    return first + day_of[rank_of[ask->from - first] + working[ask->from - first] - 1];
}

static int32_t baseline_on_or_after(const struct question *ask) {
    return first + day_of[rank_of[ask->from - first]];
}

/* A question that the library refuses would be no measurement. */
static void must_be_ok(prap_status status) {
    if (status == PRAP_OK) return;
    (void)fprintf(stderr, "calendar-bench: %s\n", prap_status_name(status));
    exit(1);
}

static int32_t library_is(const struct question *ask) {
    int32_t is = 0;
    must_be_ok(prap_calendar_is_working_day(calendar, ask->from, 0, &is, NULL));
    return is;
}

static int32_t library_after(prap_day from, int32_t n) {
    prap_day day = 0;
    must_be_ok(prap_calendar_add_working_days(calendar, from, n, 0, &day, NULL));
    return day;
}

static int32_t library_add(const struct question *ask) {
    return library_after(ask->from, ask->n);
}

/* A call that refuses at once. */
static int32_t library_call(const struct question *ask) {
    return prap_calendar_is_working_day(NULL, ask->from, 0, NULL, NULL);
}

/* A call within the program. */
__attribute__((noinline)) static int32_t baseline_call(const struct question *ask) {
    return ask != NULL ? PRAP_E_NULL : PRAP_OK;
}

#define ADD(n)                                                                                               \
    static int32_t library_add_##n(const struct question *ask) { return library_after(ask->from, n); }      \
    static int32_t baseline_add_##n(const struct question *ask) { return baseline_after(ask->from, n); }
ADD(2)
ADD(15)
ADD(20)
ADD(60)

/* Text in, 15 working days on, text out; both with the library's reader and writer. */
static int32_t through_text(const struct question *ask, int32_t (*after)(prap_day, int32_t)) {
    char text[PRAP_DAY_TEXT_BYTES];
    prap_day day = 0;
    must_be_ok(prap_day_parse(ask->text, PRAP_DAY_TEXT_BYTES - 1, &day));
    must_be_ok(prap_day_format(after(day, 15), text, sizeof text));
    return text[8] * 10 + text[9];
}

static int32_t library_iso(const struct question *ask) {
    return through_text(ask, library_after);
}

static int32_t baseline_iso(const struct question *ask) {
    return through_text(ask, baseline_after);
}

static int32_t library_count(const struct question *ask) {
    int32_t n = 0;
    must_be_ok(prap_calendar_count_working_days(calendar, ask->from, ask->to, 0, &n, NULL));
    return n;
}

static int32_t library_on_or_before(const struct question *ask) {
    prap_day day = 0;
    must_be_ok(prap_calendar_working_day_on_or_before(calendar, ask->from, 0, &day, NULL));
    return day;
}

static int32_t library_on_or_after(const struct question *ask) {
    prap_day day = 0;
    must_be_ok(prap_calendar_working_day_on_or_after(calendar, ask->from, 0, &day, NULL));
    return day;
}

static void fill_tables(void) {
    const prap_calendar_identity *span = prap_calendar_get_identity(calendar);
    uint16_t rank = 0;
    first = span->known_first;
    for (prap_day day = first; day <= span->known_last; day++) {
        const uint16_t at = (uint16_t)(day - first);
        working[at] = prap_day_weekday(day) <= 5 && prap_calendar_holiday_on(calendar, day) == NULL;
        rank_of[at] = rank;
        day_of[rank] = at;
        rank = (uint16_t)(rank + working[at]);
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

static double now_ns(void) {
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static volatile int64_t kept; /* so that no answer is thrown away unasked */

/* A round of every question; inlined for each of the two functions, so that the baseline's is inlined too. */
#define ROUND(function, best)                                                                                \
    do {                                                                                                     \
        int64_t sum = 0;                                                                                     \
        const double began = now_ns();                                                                       \
        for (size_t i = 0; i < QUESTIONS; i++)                                                               \
            sum += function(&questions[i]);                                                                  \
        const double took = (now_ns() - began) / QUESTIONS;                                                  \
        kept = sum;                                                                                          \
        if (took < (best)) (best) = took;                                                                    \
    } while (0)

/* All questions in one call. */
static void each_is(void) {
    must_be_ok(prap_calendar_are_working_days(calendar, all_from, QUESTIONS, 0, all_answers, NULL, NULL));
}

static void each_add(void) {
    must_be_ok(prap_calendar_add_working_days_each(calendar, all_from, all_n, QUESTIONS, 0, all_answers, NULL, NULL));
}

static void each_count(void) {
    must_be_ok(prap_calendar_count_working_days_each(calendar, all_from, all_to, QUESTIONS, 0, all_answers, NULL,
                                                     NULL));
}

#define ROUND_EACH(function, best)                                                                           \
    do {                                                                                                     \
        const double began = now_ns();                                                                       \
        function();                                                                                          \
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

#define BENCH(name, function)                                                                                \
    do {                                                                                                     \
        double library = 1e9;                                                                                \
        double baseline = 1e9;                                                                               \
        if (task->only != NULL && strcmp(task->only, name) != 0) break;                                      \
        for (int round = 0; round < task->rounds; round++) {                                                 \
            ROUND(library_##function, library);                                                              \
            if (task->only == NULL) ROUND(baseline_##function, baseline);                                    \
        }                                                                                                    \
        if (task->only != NULL) break;                                                                       \
        for (size_t i = 0; i < QUESTIONS; i++)                                                               \
            if (library_##function(&questions[i]) != baseline_##function(&questions[i])) disagree(name);     \
        print(name, library, baseline, task->json);                                                          \
    } while (0)

#define BENCH_EACH(name, function)                                                                           \
    do {                                                                                                     \
        double library = 1e9;                                                                                \
        double baseline = 1e9;                                                                               \
        if (task->only != NULL && strcmp(task->only, name) != 0) break;                                      \
        for (int round = 0; round < task->rounds; round++) {                                                 \
            ROUND_EACH(each_##function, library);                                                            \
            if (task->only == NULL) ROUND(baseline_##function, baseline);                                    \
        }                                                                                                    \
        if (task->only != NULL) break;                                                                       \
        for (size_t i = 0; i < QUESTIONS; i++)                                                               \
            if (all_answers[i] != baseline_##function(&questions[i])) disagree(name);                        \
        print(name, library, baseline, task->json);                                                          \
    } while (0)

static void run(const struct task *task) {
    BENCH("call", call);
    BENCH("calendar-is", is);
    BENCH("calendar-add-2", add_2);
    BENCH("calendar-add-15", add_15);
    BENCH("calendar-add-20", add_20);
    BENCH("calendar-add-60", add_60);
    BENCH("calendar-add-any", add);
    BENCH("calendar-count-year", count);
    BENCH("calendar-on-or-before", on_or_before);
    BENCH("calendar-on-or-after", on_or_after);
    BENCH("calendar-iso", iso);
    BENCH_EACH("calendar-is-each", is);
    BENCH_EACH("calendar-add-each", add);
    BENCH_EACH("calendar-count-year-each", count);
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
    calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    fill_tables();
    ask_at_random();
    if (!task.json && task.only == NULL) (void)printf("%-26s %13s %13s %8s\n", "question", "library", "baseline", "ratio");
    run(&task);
    return 0;
}
