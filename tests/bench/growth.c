/*
 * growth.c: how does the work of a call grow with what it is given?
 *
 *     growth             each kind of call, at six sizes that double up to the most, and nothing counted
 *     growth --small     the same up to a hundredth of that: do they all still work?
 *
 * Under `valgrind --tool=callgrind --instr-atstart=no` each call leaves a dump whose trigger names kind and size:
 * tests/assurance/gates/growth.py reads the instructions from it.
 */
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

int main(int argc, char **argv) {
    const size_t share = argc == 2 && strcmp(argv[1], "--small") == 0 ? 100 : 1;
    if (argc > 1 && share == 1) {
        (void)fprintf(stderr, "growth: --small, or nothing\n");
        return 2;
    }
    growth_open();
    count_all(growth_of_caseloads, share);
    growth_close_caseloads();
    count_all(growth_of_journals, share);
    count_all(growth_of_streams, share);
    growth_close_journals();
    count_all(growth_of_lists, share);
    growth_close_lists();
    prap_answer_destroy(growth_answer);
    prap_rulebook_destroy(growth_rulebook);
    return 0;
}
