/*
 * growth.h: kinds of calls whose work could grow with what they are given, so that it can be counted at each doubling
 * (tests/assurance/gates/growth.py).
 */
#ifndef GROWTH_H
#define GROWTH_H

#include <stddef.h>

#include "prap/prap.h"

typedef struct growth_kind {
    const char *name;
    const char *of;         /* what there are n of */
    size_t most;            /* the largest n: 100,000, or what the library takes */
    void (*grow)(size_t n); /* makes n of them, and is not counted: n only ever grows. NULL: there is nothing to make */
    void (*run)(size_t n);  /* what is counted */
} growth_kind;

enum { GROWTH_MOST = 100000, GROWTH_DOUBLINGS = 5 };

/* Each list ends with a row without a name. */
extern const growth_kind growth_of_caseloads[];
extern const growth_kind growth_of_journals[];
extern const growth_kind growth_of_streams[];
extern const growth_kind growth_of_lists[];

/* What they share: made by growth_open. */
extern prap_rulebook *growth_rulebook;
extern prap_answer *growth_answer;

void growth_open(void);
void growth_close_caseloads(void);
void growth_close_journals(void);
void growth_close_streams(void);
void growth_close_lists(void);

/* Ends the program, naming what failed. */
void growth_must_be_ok(prap_status status, const prap_error *error);
void *growth_room(size_t n, size_t size);

#endif
