/* points.h: where a process is to die, or to be refused something. */
#ifndef CRASH_POINTS_H
#define CRASH_POINTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "chooser.h"
#include "crash-vfs.h"
#include "starts.h"

struct point {
    unsigned start;           /* where the life begins: an index of struct starts */
    struct crash_plan plan;   /* at an operation of the file system; or */
    unsigned die_at_call;     /* at a call of the host: 2 n before the nth, 2 n + 1 after it; or */
    unsigned outside;         /* killed from outside after so many microseconds */
    struct crash_plan second; /* and once more while it recovers; CRASH_NOT: not */
    unsigned go_on;           /* how many steps more than the life would have done are done in the end */
};

struct points {
    struct point *points; /* malloc'ed */
    size_t n, room;
};

/* Adds every point of a life whose operations and calls were noted. */
void points_add(struct points *points, unsigned start, const uint8_t *kinds, unsigned n_kinds, unsigned n_calls);
/* Leaves out some, so that about one in so many is left. */
void points_thin(struct points *points, size_t from, uint32_t one_in, struct chooser *chance);
/* What chance decides of a point: how it dies, what a power cut leaves, whether it dies once more. */
void point_draw(struct point *point, struct chooser *chance, const struct start *start);
/* In words. */
void point_tell(const struct point *point, const struct start *start, char *room, size_t bytes);

#endif
