/*
 * calendar-bench.c: what a question to the calendar costs, beside what it would cost with the plainest table.
 *
 *     calendar-bench [--json]
 *
 * The baseline is what one would write by hand for one division and nothing else: one table of ranks and one
 * of days, two bytes an entry, inlined, no argument checked, no coverage, no quality. Both answer the same
 * random questions (fixed seed) in turn in one process, and must agree; the best of many rounds counts. The
 * library is called as any host calls it, with all its checks.
 */
#define _POSIX_C_SOURCE 199309L
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "prap/prap.h"

enum { QUESTIONS = 4096, ROUNDS = 400, FURTHEST = 60, MOST_DAYS = 12000 };

struct question {
    prap_day from;
    prap_day to;
    int32_t n;
};

static struct question questions[QUESTIONS];
static const prap_calendar *calendar;

/* The baseline's tables, by distance from first and by rank. */
static prap_day first;
static uint8_t working[MOST_DAYS];
static uint16_t rank_of[MOST_DAYS];
static uint16_t day_of[MOST_DAYS];

static int32_t baseline_is(const struct question *ask) {
    return working[ask->from - first];
}

static int32_t baseline_add(const struct question *ask) {
    const prap_day at = ask->from - first;
    if (ask->n == 0) return ask->from;
    return first + day_of[rank_of[at] + ask->n - (ask->n > 0 && !working[at])];
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

static int32_t library_add(const struct question *ask) {
    prap_day day = 0;
    must_be_ok(prap_calendar_add_working_days(calendar, ask->from, ask->n, 0, &day, NULL));
    return day;
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
    const prap_calendar_identity *span = prap_calendar_get_identity(calendar);
    const uint32_t days = (uint32_t)(span->known_last - span->known_first) - 4 * FURTHEST;
    for (size_t i = 0; i < QUESTIONS; i++) {
        questions[i].from = first + 2 * FURTHEST + (prap_day)(next_random(&state) % days);
        questions[i].to = first + 2 * FURTHEST + (prap_day)(next_random(&state) % days);
        questions[i].n = (int32_t)(next_random(&state) % (2 * FURTHEST + 1)) - FURTHEST;
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

#define MEASURE(name, json)                                                                                  \
    do {                                                                                                     \
        double library = 1e9;                                                                                \
        double baseline = 1e9;                                                                               \
        for (size_t i = 0; i < QUESTIONS; i++)                                                               \
            if (library_##name(&questions[i]) != baseline_##name(&questions[i])) disagree(#name);            \
        for (int round = 0; round < ROUNDS; round++) {                                                       \
            ROUND(library_##name, library);                                                                  \
            ROUND(baseline_##name, baseline);                                                                \
        }                                                                                                    \
        print("calendar-" #name, library, baseline, json);                                                   \
    } while (0)

static void disagree(const char *name) {
    (void)fprintf(stderr, "calendar-bench: %s: the library and the baseline do not agree\n", name);
    exit(1);
}

static void print(const char *name, double library, double baseline, int json) {
    const char *form = json ? "{\"bench\":\"%s\",\"ns_per_op\":%.3f,\"baseline\":%.3f,\"ratio\":%.2f}\n"
                            : "%-24s %10.2f ns %10.2f ns %8.2f\n";
    (void)printf(form, name, library, baseline, library / baseline);
}

int main(int argc, char **argv) {
    const int json = argc == 2 && strcmp(argv[1], "--json") == 0;
    if (argc > 1 && !json) {
        (void)fprintf(stderr, "usage: calendar-bench [--json]\n");
        return 2;
    }
    calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    fill_tables();
    ask_at_random();
    if (!json) (void)printf("%-24s %13s %13s %8s\n", "question", "library", "baseline", "ratio");
    MEASURE(is, json);
    MEASURE(add, json);
    MEASURE(count, json);
    MEASURE(on_or_before, json);
    MEASURE(on_or_after, json);
    return 0;
}
