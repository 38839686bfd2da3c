/*
 * growth.c: how does the work of a call grow with what it is given?
 *
 *     growth PART        each kind of call of a part (caseloads, journals, streams, lists), at six sizes that double up to
 *                        the most, and nothing counted
 *     growth --small     all parts, up to a hundredth of that: do they all still work?
 *
 * Under `valgrind --tool=callgrind --instr-atstart=no` each call leaves a dump whose trigger names kind and size:
 * tests/assurance/gates/growth.py reads the instructions from it.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <valgrind/callgrind.h>

#include "bench-cases.h"
#include "growth.h"

prap_rulebook *growth_rulebook;
prap_answer *growth_answer;

void growth_must_be_ok(prap_status status, const prap_error *error) {
    if (status == PRAP_OK) return;
    (void)fprintf(stderr, "growth: %s: %s %s\n", prap_status_name(status), error == NULL ? "" : error->field,
                  error == NULL ? "" : error->message);
    exit(1);
}

void *growth_room(size_t n, size_t size) {
    void *room = calloc(n == 0 ? 1 : n, size);
    if (room == NULL) growth_must_be_ok(PRAP_E_NOMEM, NULL);
    return room;
}

void growth_open(void) {
    growth_must_be_ok(prap_rulebook_create(&bench_allocator, PRAP_PROGRAMME_IPES,
                                           prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), NULL, 0,
                                           &growth_rulebook, NULL), NULL);
    growth_must_be_ok(prap_answer_create(&bench_allocator, &growth_answer), NULL);
}

static void count(const growth_kind *kind, size_t n) {
    char label[96];
    if (kind->grow != NULL) kind->grow(n);
    (void)snprintf(label, sizeof label, "growth %s|%s|%zu", kind->name, kind->of, n);
    CALLGRIND_START_INSTRUMENTATION;
    CALLGRIND_ZERO_STATS;
    kind->run(n);
    CALLGRIND_DUMP_STATS_AT(label);
    CALLGRIND_STOP_INSTRUMENTATION;
    (void)puts(label);
    (void)fflush(stdout);
}

/* All kinds at one size, and then at the next, so that what they share only ever grows. */
static void count_all(const growth_kind *kinds, size_t share) {
    for (int halvings = GROWTH_DOUBLINGS; halvings >= 0; halvings--) {
        for (const growth_kind *kind = kinds; kind->name != NULL; kind++) {
            const size_t n = kind->most / share >> halvings;
            count(kind, n == 0 ? 1 : n);
        }
    }
}

static const struct {
    const char *name;
    const growth_kind *kinds;
    void (*close)(void);
} parts[] = {{"caseloads", growth_of_caseloads, growth_close_caseloads},
             {"journals", growth_of_journals, growth_close_journals},
             {"streams", growth_of_streams, growth_close_streams},
             {"lists", growth_of_lists, growth_close_lists}};

int main(int argc, char **argv) {
    const char *asked = argc == 2 ? argv[1] : "";
    const bool small = strcmp(asked, "--small") == 0;
    size_t counted = 0;
    growth_open();
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!small && strcmp(asked, parts[i].name) != 0) continue;
        count_all(parts[i].kinds, small ? 100 : 1);
        parts[i].close();
        counted++;
    }
    prap_answer_destroy(growth_answer);
    prap_rulebook_destroy(growth_rulebook);
    if (counted > 0) return 0;
    (void)fprintf(stderr, "growth: caseloads, journals, streams, lists, or --small\n");
    return 2;
}
