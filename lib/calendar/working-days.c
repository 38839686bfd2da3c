/* working-days.c: is, add, count and round, each in the same few steps however far the walk goes (walk.h). */
#include "prap/calendar.h"

#include "calendar/walk.h"

prap_status prapi_calendar_reach(const prap_calendar *calendar, prap_day day, uint32_t flags) {
    const prap_calendar_identity *span = &calendar->identity;
    if (is_known(calendar, day)) return PRAP_OK;
    if (day < PRAP_DAY_MIN || day > PRAP_DAY_MAX) return PRAP_E_DAY;
    if (flags == 0) return PRAP_E_COVERAGE;
    return day < span->provisional_first || day > span->provisional_last ? PRAP_E_COVERAGE : PRAP_OK;
}

prap_status prap_calendar_is_working_day(const prap_calendar *calendar, prap_day day, uint32_t flags,
                                         int32_t *ret_is, uint32_t *ret_quality) {
    const prap_status status = check(calendar, ret_is, flags);
    return status != PRAP_OK ? status : answer_is(calendar, day, flags, ret_is, ret_quality);
}

prap_status prap_calendar_add_working_days(const prap_calendar *calendar, prap_day from, int32_t n,
                                           uint32_t flags, prap_day *ret_day, uint32_t *ret_quality) {
    const prap_status status = check(calendar, ret_day, flags);
    return status != PRAP_OK ? status : answer_add(calendar, from, n, flags, ret_day, ret_quality);
}

prap_status prap_calendar_count_working_days(const prap_calendar *calendar, prap_day first, prap_day last,
                                             uint32_t flags, int32_t *ret_working_days,
                                             uint32_t *ret_quality) {
    const prap_status status = check(calendar, ret_working_days, flags);
    return status != PRAP_OK ? status
                             : answer_count(calendar, first, last, flags, ret_working_days, ret_quality);
}

/* Where a rounding begins: a day in coverage, and of which quality. */
static inline prap_status begin(const prap_calendar *calendar, prap_day day, uint32_t flags, const void *ret,
                                uint32_t *quality) {
    const prap_status status = check(calendar, ret, flags);
    if (status != PRAP_OK) return status;
    *quality = PRAP_COVERAGE_KNOWN;
    if (is_known(calendar, day)) return PRAP_OK;
    *quality = PRAP_COVERAGE_PROVISIONAL;
    return prapi_calendar_reach(calendar, day, flags);
}

prap_status prap_calendar_working_day_on_or_before(const prap_calendar *calendar, prap_day day,
                                                   uint32_t flags, prap_day *ret_day, uint32_t *ret_quality) {
    uint32_t quality = 0;
    const prap_status status = begin(calendar, day, flags, ret_day, &quality);
    if (status != PRAP_OK) return status;
    return end_on(calendar, rank_through(calendar, day) - 1, flags, quality, ret_day, ret_quality);
}

prap_status prap_calendar_working_day_on_or_after(const prap_calendar *calendar, prap_day day, uint32_t flags,
                                                  prap_day *ret_day, uint32_t *ret_quality) {
    uint32_t quality = 0;
    const prap_status status = begin(calendar, day, flags, ret_day, &quality);
    if (status != PRAP_OK) return status;
    return end_on(calendar, rank_before(calendar, day), flags, quality, ret_day, ret_quality);
}

prap_status prap_calendar_nth_working_day(const prap_calendar *calendar, prap_day first, int32_t n,
                                          uint32_t flags, prap_day *ret_day, uint32_t *ret_quality) {
    uint32_t quality = 0;
    const prap_status status = begin(calendar, first, flags, ret_day, &quality);
    if (status != PRAP_OK) return status;
    if (n == 0) return PRAP_E_RANGE;
    const uint32_t rank = n > 0 ? rank_before(calendar, first) - 1 : rank_through(calendar, first);
    return end_on(calendar, rank + (uint32_t)n, flags, quality, ret_day, ret_quality);
}

prap_status prap_calendar_next_working_day(const prap_calendar *calendar, prap_day day, uint32_t flags,
                                           prap_day *ret_day, uint32_t *ret_quality) {
    return prap_calendar_add_working_days(calendar, day, 1, flags, ret_day, ret_quality);
}

prap_status prap_calendar_previous_working_day(const prap_calendar *calendar, prap_day day, uint32_t flags,
                                               prap_day *ret_day, uint32_t *ret_quality) {
    return prap_calendar_add_working_days(calendar, day, -1, flags, ret_day, ret_quality);
}
