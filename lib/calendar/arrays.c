/*
 * arrays.c: the questions of working-days.c for whole arrays, without a call for each element. A run of elements that
 * known coverage answers is a loop with nothing else in it; the element that ends a run goes the long way, and what is
 * to be said of a run is said at once. Each loop has the calendar's view as a local copy, which the answers it writes
 * cannot overlap: its members stay in registers.
 */
#include "prap/arrays.h"

#include "calendar/walk.h"

enum { BLOCK = 64 }; /* elements that are looked at together */

/* What is said of each element beside its answer; either may be left out. */
typedef struct said {
    uint32_t *ret_qualities;
    prap_status *ret_each;
} said;

/* The arguments of each function: a and b are what is given, ret what is written. */
static prap_status check_arrays(const prap_calendar *calendar, const void *a, const void *b, const void *ret, size_t n,
                                uint32_t flags) {
    const prap_status status = check(calendar, calendar, flags);
    if (status != PRAP_OK) return status;
    return n > 0 && (a == NULL || b == NULL || ret == NULL) ? PRAP_E_NULL : PRAP_OK;
}

/* A run of elements, from one up to and without another, is known. */
static void keep_run(const said *beside, size_t from, size_t to) {
    for (size_t i = from; beside->ret_qualities != NULL && i < to; i++)
        beside->ret_qualities[i] = PRAP_COVERAGE_KNOWN;
    for (size_t i = from; beside->ret_each != NULL && i < to; i++)
        beside->ret_each[i] = PRAP_OK;
}

/* Where element i's quality goes, if anywhere. */
static uint32_t *quality_at(const said *beside, size_t i) {
    return beside->ret_qualities != NULL ? &beside->ret_qualities[i] : NULL;
}

/* Keeps an element's status, and the first one that is not PRAP_OK. */
static void keep(const said *beside, prap_status status, size_t i, prap_status *first) {
    if (beside->ret_each != NULL) beside->ret_each[i] = status;
    if (*first == PRAP_OK) *first = status;
}

/* Whether all days of a block are. A loop without a branch, and of fixed length, so that compilers make vectors of it. */
static inline bool all_known(const prap_calendar_view *view, const prap_day *days) {
    uint32_t unknown = 0; /* bit 31: of a place from 2^31 on, or past the last one */
    /*@ loop invariant 0 <= j <= BLOCK;
        loop invariant unknown >> 31 == 0 ==> \forall integer k; 0 <= k < j ==>
            view->first <= days[k] < view->first + view->n_days;
        loop assigns j, unknown;
        loop variant BLOCK - j; */
    for (size_t j = 0; j < BLOCK; j++) {
        const uint32_t place = prap_view_place(view, days[j]);
        unknown |= place | (view->n_days - 1 - place); /* MUT-EQUIV: only sooner the long way */
    }
    return unknown >> 31 == 0; /* MUT-EQUIV: day by day the answers are the same */
}

/* The runs: each answers from element i on, and says which element it could not. */
static size_t run_is(prap_calendar_view view, const prap_day *days, size_t i, size_t n, int32_t *ret_are) {
    /*@ loop invariant \at(i, Pre) <= i <= n;
        loop assigns i, ret_are[\at(i, Pre) .. n - 1];
        loop variant n - i; */
    while (i < n && prap_view_is_working_day(&view, days[i], &ret_are[i])) i++;
    return i;
}

static size_t run_add(prap_calendar_view view, const prap_day *from, const int32_t *working_days, size_t i, size_t n,
                      prap_day *ret_days) {
    while (i < n && prap_view_add_working_days(&view, from[i], working_days[i], &ret_days[i])) i++; /* MUT-EQUIV: or each alone */
    return i;
}

static size_t run_count(prap_calendar_view view, const prap_day *first, const prap_day *last, size_t i, size_t n,
                        int32_t *ret_working_days) {
    const uint16_t *through = view.before + 1;
    /*@ loop invariant \at(i, Pre) <= i <= n;
        loop assigns i, ret_working_days[\at(i, Pre) .. n - 1];
        loop variant n - i; */
    for (; n - i >= BLOCK && all_known(&view, first + i) && all_known(&view, last + i); i += BLOCK) { /* MUT-EQUIV: or by ones */
        /*@ loop invariant i <= j <= i + BLOCK && (j - i) % 4 == 0;
            loop assigns j, ret_working_days[i .. i + BLOCK - 1];
            loop variant i + BLOCK - j; */
        for (size_t j = i; j < i + BLOCK; j += 4) { /* by fours, which saves a tenth */
            ret_working_days[j] = through[prap_view_place(&view, last[j])] - through[prap_view_place(&view, first[j])];
            ret_working_days[j + 1] = through[prap_view_place(&view, last[j + 1])] - through[prap_view_place(&view, first[j + 1])];
            ret_working_days[j + 2] = through[prap_view_place(&view, last[j + 2])] - through[prap_view_place(&view, first[j + 2])];
            ret_working_days[j + 3] = through[prap_view_place(&view, last[j + 3])] - through[prap_view_place(&view, first[j + 3])];
        }
    }
    /*@ loop invariant \at(i, Pre) <= i <= n;
        loop assigns i, ret_working_days[\at(i, Pre) .. n - 1];
        loop variant n - i; */
    while (i < n && prap_view_count_working_days(&view, first[i], last[i], &ret_working_days[i])) i++;
    return i;
}

prap_status prap_calendar_are_working_days(const prap_calendar *calendar, const prap_day *days, size_t n,
                                           uint32_t flags, int32_t *ret_are, uint32_t *ret_qualities,
                                           prap_status *ret_each) {
    const prap_status status = check_arrays(calendar, days, days, ret_are, n, flags);
    if (status != PRAP_OK) return status;
    const said beside = {ret_qualities, ret_each};
    prap_status first = PRAP_OK;
    for (size_t i = 0;; i++) {
        const size_t end = run_is(calendar->view, days, i, n, ret_are);
        keep_run(&beside, i, end);
        i = end;
        if (i == n) break;
        keep(&beside, prapi_far_is(calendar, days[i], flags, &ret_are[i], quality_at(&beside, i)), i, &first);
    }
    return first;
}

prap_status prap_calendar_add_working_days_each(const prap_calendar *calendar, const prap_day *from,
                                                const int32_t *working_days, size_t n, uint32_t flags,
                                                prap_day *ret_days, uint32_t *ret_qualities,
                                                prap_status *ret_each) {
    const prap_status status = check_arrays(calendar, from, working_days, ret_days, n, flags);
    if (status != PRAP_OK) return status;
    const said beside = {ret_qualities, ret_each};
    prap_status first = PRAP_OK;
    for (size_t i = 0;; i++) {
        const size_t end = run_add(calendar->view, from, working_days, i, n, ret_days);
        keep_run(&beside, i, end);
        i = end;
        if (i == n) break;
        keep(&beside, prap_calendar_add_working_days(calendar, from[i], working_days[i], flags, &ret_days[i],
                                                    quality_at(&beside, i)), i, &first);
    }
    return first;
}

prap_status prap_calendar_count_working_days_each(const prap_calendar *calendar, const prap_day *first,
                                                  const prap_day *last, size_t n, uint32_t flags,
                                                  int32_t *ret_working_days, uint32_t *ret_qualities,
                                                  prap_status *ret_each) {
    const prap_status status = check_arrays(calendar, first, last, ret_working_days, n, flags);
    if (status != PRAP_OK) return status;
    const said beside = {ret_qualities, ret_each};
    prap_status first_fault = PRAP_OK;
    for (size_t i = 0;; i++) {
        const size_t end = run_count(calendar->view, first, last, i, n, ret_working_days);
        keep_run(&beside, i, end);
        i = end;
        if (i == n) break;
        keep(&beside, prapi_far_count(calendar, first[i], last[i], flags, &ret_working_days[i], quality_at(&beside, i)), i,
             &first_fault);
    }
    return first_fault;
}

static prap_day due_under(const prap_calendar *calendar, prap_day from, int32_t working_days, uint32_t flags) {
    prap_day due = PRAP_DAY_NONE;
    (void)prap_calendar_add_working_days(calendar, from, working_days, flags, &due, NULL);
    return due;
}

prap_status prap_calendar_moved_days(const prap_calendar *before, const prap_calendar *after, const prap_day *from,
                                     const int32_t *working_days, size_t n, uint32_t flags,
                                     prap_moved_day *ret_moved, size_t room, size_t *ret_n_moved) {
    prap_status status = check_arrays(before, from, working_days, from, n, flags);
    if (status == PRAP_OK) status = check(after, ret_n_moved, flags);
    if (status != PRAP_OK) return status;
    if (ret_moved == NULL && room > 0) return PRAP_E_NULL;
    size_t moved = 0;
    for (size_t i = 0; i < n; i++) {
        const prap_moved_day day = {i, due_under(before, from[i], working_days[i], flags),
                                    due_under(after, from[i], working_days[i], flags)};
        if (day.before == day.after) continue;
        if (moved < room) ret_moved[moved] = day;
        moved++;
    }
    *ret_n_moved = moved;
    return moved <= room ? PRAP_OK : PRAP_E_ROOM;
}
