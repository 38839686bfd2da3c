/* points.h: where a process is to die, or to be refused something. */
#ifndef CRASH_POINTS_H
#define CRASH_POINTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "chooser.h"
#include "crash-vfs.h"

struct point {
    bool with_log;            /* the store is in WAL form, or in the form with a journal */
    struct crash_plan plan;   /* at an operation of the file system; or */
    unsigned die_at_call;     /* at a call of the host: 2 n before the nth, 2 n + 1 after it; or */
    unsigned outside;         /* killed from outside after so many microseconds */
    struct crash_plan second; /* and once more while it recovers; CRASH_NOT: not */
};

struct points {
    struct point *points; /* malloc'ed */
    size_t n, room;
};

/* Adds every point of a run whose operations and calls were noted. */
void points_add(struct points *points, bool with_log, const uint8_t *kinds, unsigned n_kinds, unsigned n_calls);
/* Leaves out some, so that about one in so many is left. */
void points_thin(struct points *points, size_t from, uint32_t one_in, struct chooser *chance);
/* What chance decides of a point: how it dies, what a power cut leaves, whether it dies once more. */
void point_draw(struct point *point, struct chooser *chance, unsigned n_kinds);
/* In words. */
void point_tell(const struct point *point, char *room, size_t bytes);

#endif
