/*
 * arrays.c: the questions of working-days.c for whole arrays, without a call for each element. Each loop has the
 * calendar's struct as a local copy, which the answers it writes cannot overlap: its members stay in registers.
 */
#include "prap/arrays.h"

#include "calendar/walk.h"

/* Where element i's quality goes, if anywhere. */
static inline uint32_t *quality_at(uint32_t *qualities, size_t i) {
    return qualities != NULL ? &qualities[i] : NULL;
}

/* Keeps an element's status, and the first one that is not PRAP_OK. */
static inline void keep(prap_status status, prap_status *ret_each, size_t i, prap_status *first) {
    if (ret_each != NULL) ret_each[i] = status;
    if (status != PRAP_OK && *first == PRAP_OK) *first = status;
}

/* The arguments of each function: a and b are what is given, ret what is written. */
static prap_status check_arrays(const prap_calendar *calendar, const void *a, const void *b, const void *ret, size_t n,
                                uint32_t flags) {
    const prap_status status = check(calendar, calendar, flags);
    if (status != PRAP_OK) return status;
    return n > 0 && (a == NULL || b == NULL || ret == NULL) ? PRAP_E_NULL : PRAP_OK;
}

/*
 * The loops. Inlined twice each: mostly neither qualities nor statuses are asked for, and a loop without them is half
 * as long.
 */
static inline prap_status loop_is(const prap_calendar *calendar, const prap_day *days, size_t n, uint32_t flags,
                                  int32_t *ret_are, uint32_t *ret_qualities, prap_status *ret_each) {
    const prap_calendar ours = *calendar;
    prap_status first = PRAP_OK;
    for (size_t i = 0; i < n; i++) {
        keep(answer_is(&ours, days[i], flags, &ret_are[i], quality_at(ret_qualities, i)), ret_each, i, &first);
    }
    return first;
}

static inline prap_status loop_add(const prap_calendar *calendar, const prap_day *from, const int32_t *working_days,
                                   size_t n, uint32_t flags, prap_day *ret_days, uint32_t *ret_qualities,
                                   prap_status *ret_each) {
    const prap_calendar ours = *calendar;
    prap_status first = PRAP_OK;
    for (size_t i = 0; i < n; i++) {
        const prap_status status =
            answer_add(&ours, from[i], working_days[i], flags, &ret_days[i], quality_at(ret_qualities, i));
        keep(status, ret_each, i, &first);
    }
    return first;
}

static inline prap_status loop_count(const prap_calendar *calendar, const prap_day *first_days,
                                     const prap_day *last_days, size_t n, uint32_t flags, int32_t *ret_working_days,
                                     uint32_t *ret_qualities, prap_status *ret_each) {
    const prap_calendar ours = *calendar;
    prap_status first = PRAP_OK;
    for (size_t i = 0; i < n; i++) {
        const prap_status status = answer_count(&ours, first_days[i], last_days[i], flags, &ret_working_days[i],
                                                quality_at(ret_qualities, i));
        keep(status, ret_each, i, &first);
    }
    return first;
}

prap_status prap_calendar_are_working_days(const prap_calendar *calendar, const prap_day *days, size_t n,
                                           uint32_t flags, int32_t *ret_are, uint32_t *ret_qualities,
                                           prap_status *ret_each) {
    const prap_status status = check_arrays(calendar, days, days, ret_are, n, flags);
    if (status != PRAP_OK) return status;
    if (ret_qualities != NULL || ret_each != NULL)
        return loop_is(calendar, days, n, flags, ret_are, ret_qualities, ret_each);
    return loop_is(calendar, days, n, flags, ret_are, NULL, NULL);
}

prap_status prap_calendar_add_working_days_each(const prap_calendar *calendar, const prap_day *from,
                                                const int32_t *working_days, size_t n, uint32_t flags,
                                                prap_day *ret_days, uint32_t *ret_qualities,
                                                prap_status *ret_each) {
    const prap_status status = check_arrays(calendar, from, working_days, ret_days, n, flags);
    if (status != PRAP_OK) return status;
    if (ret_qualities != NULL || ret_each != NULL)
        return loop_add(calendar, from, working_days, n, flags, ret_days, ret_qualities, ret_each);
    return loop_add(calendar, from, working_days, n, flags, ret_days, NULL, NULL);
}

prap_status prap_calendar_count_working_days_each(const prap_calendar *calendar, const prap_day *first,
                                                  const prap_day *last, size_t n, uint32_t flags,
                                                  int32_t *ret_working_days, uint32_t *ret_qualities,
                                                  prap_status *ret_each) {
    const prap_status status = check_arrays(calendar, first, last, ret_working_days, n, flags);
    if (status != PRAP_OK) return status;
    if (ret_qualities != NULL || ret_each != NULL)
        return loop_count(calendar, first, last, n, flags, ret_working_days, ret_qualities, ret_each);
    return loop_count(calendar, first, last, n, flags, ret_working_days, NULL, NULL);
}

static prap_day due_under(const prap_calendar *calendar, prap_day from, int32_t working_days, uint32_t flags) {
    prap_day due = PRAP_DAY_NONE;
    (void)answer_add(calendar, from, working_days, flags, &due, NULL);
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
