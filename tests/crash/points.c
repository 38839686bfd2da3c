#include "points.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

static void add(struct points *list, struct point point) {
    if (list->n == list->room) {
        list->room = list->room == 0 ? 4096 : 2 * list->room;
        list->points = realloc(list->points, list->room * sizeof *list->points);
        if (list->points == NULL) abort();
    }
    list->points[list->n++] = point;
}

static void add_plan(struct points *list, enum crash_how how, unsigned at) {
    add(list, (struct point){.plan = {.how = how, .at = at}});
}

static void add_errors(struct points *list, unsigned at, int code, bool sticky_too) {
    add(list, (struct point){.plan = {.how = CRASH_ERROR, .at = at, .code = code}});
    if (sticky_too) add(list, (struct point){.plan = {.how = CRASH_ERROR, .at = at, .code = code, .sticky = true}});
}

static const int codes[CRASH_OPERATIONS] = {SQLITE_CANTOPEN,     SQLITE_IOERR_READ,     SQLITE_IOERR_WRITE,
                                            SQLITE_IOERR_FSYNC,  SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_FSTAT,
                                            SQLITE_IOERR_LOCK,   SQLITE_IOERR_SHMMAP,   SQLITE_IOERR_SHMLOCK,
                                            SQLITE_IOERR_DELETE};

/* Dying before a question is dying before what is done next. */
static void add_of(struct points *list, enum crash_operation kind, unsigned at) {
    const bool asks = kind == CRASH_READ || kind == CRASH_SIZE;
    const bool locks = kind == CRASH_LOCK || kind == CRASH_SHARE;
    add_errors(list, at, codes[kind], true);
    if (locks) add_errors(list, at, SQLITE_BUSY, false); /* SQLite tries a lock that is always taken for ten seconds */
    if (kind == CRASH_WRITE) add_errors(list, at, SQLITE_FULL, true);
    if (asks) return;
    add_plan(list, CRASH_BEFORE, at);
    add_plan(list, CRASH_AFTER, at);
    for (unsigned part = 0; kind == CRASH_WRITE && part < CRASH_PARTS; part++)
        add(list, (struct point){.plan = {.how = CRASH_MIDDLE, .at = at, .part = part}});
    for (int i = 0; !locks && kind != CRASH_MAP && i < 4; i++)
        add_plan(list, CRASH_POWER, at);
}

void points_add(struct points *list, unsigned start, const uint8_t *kinds, unsigned n_kinds, unsigned n_calls) {
    const size_t before = list->n;
    for (unsigned at = 0; at < n_kinds; at++)
        add_of(list, (enum crash_operation)kinds[at], at);
    for (unsigned call = 1; call <= n_calls; call++) {
        for (int again = 0; again < 4; again++) { /* few beside the others: each several times */
            add(list, (struct point){.die_at_call = 2 * call});
            add(list, (struct point){.die_at_call = 2 * call + 1});
        }
    }
    for (size_t n = (list->n - before) / 10; n > 0; n--)
        add(list, (struct point){.outside = 1});
    for (size_t i = before; i < list->n; i++)
        list->points[i].start = start;
}

void points_thin(struct points *points, size_t from, uint32_t one_in, struct chooser *chance) {
    size_t kept = from;
    for (size_t i = from; i < points->n; i++)
        if (once_in(chance, one_in)) points->points[kept++] = points->points[i];
    points->n = kept;
}

void point_draw(struct point *point, struct chooser *chance, const struct start *start) {
    static const enum crash_how deaths[] = {CRASH_BEFORE, CRASH_MIDDLE, CRASH_AFTER, CRASH_POWER};
    point->plan.by_exit = once_in(chance, 2);
    point->plan.seed = choose(chance, UINT32_MAX);
    if (point->outside != 0) point->outside = 1 + choose(chance, start->microseconds);
    point->go_on = once_in(chance, 8) ? CRASH_STEPS : 0;
    if (!once_in(chance, 3)) return;
    /* Half of them in the first operations, where a recovery is. */
    point->second.how = deaths[choose(chance, 4)];
    point->second.at = choose(chance, once_in(chance, 2) ? 60 : start->n_kinds);
    point->second.part = choose(chance, CRASH_PARTS);
    point->second.by_exit = once_in(chance, 2);
    point->second.seed = choose(chance, UINT32_MAX);
}

static int tell(const struct crash_plan *plan, char *room, size_t bytes) {
    static const char *const words[] = {"nothing", "death before", "death in the middle of", "death after",
                                        "a power cut before", "an error of"};
    return snprintf(room, bytes, "%s operation %u (part %u, code %d%s%s, seed %llu)", words[plan->how], plan->at,
                    plan->part, plan->code, plan->sticky ? " for good" : "", plan->by_exit ? ", by _exit" : "",
                    (unsigned long long)plan->seed);
}

void point_tell(const struct point *point, const struct start *start, char *room, size_t bytes) {
    int n = 0;
    if (bytes < 300) return;
    n = snprintf(room, bytes, "%s, steps %u to %u%s: ", start->with_log ? "in WAL form" : "with a journal", start->step,
                 start->until, start->is_closed ? " of a store that was closed" : "");
    room += n;
    bytes -= (size_t)n;
    if (point->die_at_call != 0)
        n = snprintf(room, bytes, "death %s call %u", point->die_at_call % 2 == 0 ? "before" : "after", point->die_at_call / 2);
    else if (point->outside != 0) n = snprintf(room, bytes, "killed from outside after %u microseconds", point->outside);
    else n = tell(&point->plan, room, bytes);
    if (point->second.how == CRASH_NOT || n < 0 || (size_t)n + 8 >= bytes) return;
    memcpy(room + n, "; then ", 8);
    tell(&point->second, room + n + 7, bytes - (size_t)n - 7);
}
