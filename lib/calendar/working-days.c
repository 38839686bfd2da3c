/* working-days.c: is, add, count and round, each in the same few steps however far the walk goes (walk.h). */
#ifndef PRAP_NO_INLINE
#define PRAP_NO_INLINE /* these are the functions themselves */
#endif
#include "prap/calendar.h"

#include "calendar/walk.h"

prap_status prap_calendar_is_working_day(const prap_calendar *calendar, prap_day day, uint32_t flags,
                                         int32_t *ret_is, uint32_t *ret_quality) {
    const prap_status status = check(calendar, ret_is, flags);
    if (status != PRAP_OK) return status;
    if (!prap_view_is_working_day(&calendar->view, day, ret_is)) {
        return prapi_far_is(calendar, day, flags, ret_is, ret_quality);
    }
    tell(ret_quality, PRAP_COVERAGE_KNOWN);
    return PRAP_OK;
}

prap_status prap_calendar_count_working_days(const prap_calendar *calendar, prap_day first, prap_day last,
                                             uint32_t flags, int32_t *ret_working_days,
                                             uint32_t *ret_quality) {
    const prap_status status = check(calendar, ret_working_days, flags);
    if (status != PRAP_OK) return status;
    if (!prap_view_count_working_days(&calendar->view, first, last, ret_working_days)) {
        return prapi_far_count(calendar, first, last, flags, ret_working_days, ret_quality);
    }
    tell(ret_quality, PRAP_COVERAGE_KNOWN);
    return PRAP_OK;
}

/* Every other answer is a step that is made, wherever it leads. */
static inline prap_status step(const prap_calendar *calendar, prap_day day, walk_by by, uint32_t flags,
                               prap_day *ret_day, uint32_t *ret_quality) {
    const prap_status status = check(calendar, ret_day, flags);
    if (status != PRAP_OK) return status;
    if (!prap_view_step(&calendar->view, day, by.included, by.shift, ret_day)) {
        return prapi_far_step(calendar, day, by, flags, ret_day, ret_quality);
    }
    tell(ret_quality, PRAP_COVERAGE_KNOWN);
    return PRAP_OK;
}

prap_status prap_calendar_add_working_days(const prap_calendar *calendar, prap_day from, int32_t n,
                                           uint32_t flags, prap_day *ret_day, uint32_t *ret_quality) {
    const prap_status status = check(calendar, ret_day, flags);
    if (status != PRAP_OK) return status;
    if (!prap_view_add_working_days(&calendar->view, from, n, ret_day)) {
        return n == 0 ? prapi_far_stay(calendar, from, flags, ret_day, ret_quality)
                      : prapi_far_step(calendar, from, steps(n), flags, ret_day, ret_quality);
    }
    tell(ret_quality, PRAP_COVERAGE_KNOWN);
    return PRAP_OK;
}

prap_status prap_calendar_working_day_on_or_before(const prap_calendar *calendar, prap_day day,
                                                   uint32_t flags, prap_day *ret_day, uint32_t *ret_quality) {
    return step(calendar, day, (walk_by){1, UINT32_MAX}, flags, ret_day, ret_quality);
}

prap_status prap_calendar_working_day_on_or_after(const prap_calendar *calendar, prap_day day, uint32_t flags,
                                                  prap_day *ret_day, uint32_t *ret_quality) {
    return step(calendar, day, (walk_by){0, 0}, flags, ret_day, ret_quality);
}

prap_status prap_calendar_nth_working_day(const prap_calendar *calendar, prap_day first, int32_t n,
                                          uint32_t flags, prap_day *ret_day, uint32_t *ret_quality) {
    if (n == 0) {
        prap_status status = check(calendar, ret_day, flags);
        if (status == PRAP_OK) status = prapi_far_reach(calendar, first, flags);
        return status != PRAP_OK ? status : PRAP_E_RANGE;
    }
    const walk_by by = steps(n); /* but that the first day is counted, on whichever side the walk goes */
    return step(calendar, first, (walk_by){1 - by.included, by.shift}, flags, ret_day, ret_quality);
}

prap_status prap_calendar_next_working_day(const prap_calendar *calendar, prap_day day, uint32_t flags,
                                           prap_day *ret_day, uint32_t *ret_quality) {
    return step(calendar, day, steps(1), flags, ret_day, ret_quality);
}

prap_status prap_calendar_previous_working_day(const prap_calendar *calendar, prap_day day, uint32_t flags,
                                               prap_day *ret_day, uint32_t *ret_quality) {
    return step(calendar, day, steps(-1), flags, ret_day, ret_quality);
}
