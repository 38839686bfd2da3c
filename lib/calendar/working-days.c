/*
 * working-days.c: is, add, count and round, each in the same few steps however far the walk goes. The parts
 * are inline because a whole answer is some twenty instructions, of which a call would be a good share.
 */
#include "prap/calendar.h"

#include <stddef.h>

#include "calendar/holidays.h"
#include "prap/vocabulary.h"

/*
 * May a count start, pass or end on this day? A walk goes one way only, so that its two ends speak for all of
 * it. Lowers *quality to provisional when the day is; leaves it alone otherwise.
 */
static inline prap_status reach(const prap_calendar *calendar, prap_day day, uint32_t flags,
                                uint32_t *quality) {
    const prap_calendar_identity *span = &calendar->identity;
    if (day >= span->known_first && day <= span->known_last) return PRAP_OK;
    if (day < PRAP_DAY_MIN || day > PRAP_DAY_MAX) return PRAP_E_DAY;
    if ((flags & PRAP_CALENDAR_ALLOW_PROVISIONAL) == 0) return PRAP_E_COVERAGE;
    if (day < span->provisional_first || day > span->provisional_last) return PRAP_E_COVERAGE;
    *quality = PRAP_COVERAGE_PROVISIONAL;
    return PRAP_OK;
}

/* What every question begins with: its arguments, then the day it starts from. ret is the main output. */
static inline prap_status begin(const prap_calendar *calendar, prap_day day, uint32_t flags, const void *ret,
                                uint32_t *quality) {
    if (calendar == NULL || ret == NULL) return PRAP_E_NULL;
    if ((flags & ~(uint32_t)PRAP_CALENDAR_ALLOW_PROVISIONAL) != 0) return PRAP_E_RANGE;
    *quality = PRAP_COVERAGE_KNOWN;
    return reach(calendar, day, flags, quality);
}

/* The three look-ups of holidays.h, for a covered day. */
static uint32_t position_of(const prap_calendar *calendar, prap_day day) {
    return (uint32_t)(day - calendar->identity.provisional_first);
}

static uint32_t is_working(const prap_calendar *calendar, prap_day day) {
    return calendar->days[position_of(calendar, day)] & 1u;
}

static int32_t working_days_before(const prap_calendar *calendar, prap_day day) {
    const uint32_t position = position_of(calendar, day);
    const uint32_t line = (position * calendar->rank_slope) >> 16;
    return (int32_t)(line + (calendar->days[position] >> 1) - PRAPI_CALENDAR_BIAS);
}

static int32_t working_days_to(const prap_calendar *calendar, prap_day day) {
    return working_days_before(calendar, day) + (int32_t)is_working(calendar, day);
}

/* The working day of a rank, which may be any number at all: what the questions that walk end with. */
static inline prap_status end_on(const prap_calendar *calendar, int64_t rank, uint32_t flags,
                                 uint32_t quality, prap_day *ret_day, uint32_t *ret_quality) {
    if (rank < 0 || rank >= calendar->n_working_days) return PRAP_E_COVERAGE;
    const uint32_t line = ((uint32_t)rank * calendar->position_slope) >> 16;
    const uint32_t position = line + calendar->ranks[rank] - PRAPI_CALENDAR_BIAS;
    const prap_day day = calendar->identity.provisional_first + (prap_day)position;
    const prap_status status = reach(calendar, day, flags, &quality);
    if (status != PRAP_OK) return status;
    *ret_day = day;
    if (ret_quality != NULL) *ret_quality = quality;
    return PRAP_OK;
}

prap_status prap_calendar_is_working_day(const prap_calendar *calendar, prap_day day, uint32_t flags,
                                         int32_t *ret_is, uint32_t *ret_quality) {
    uint32_t quality = 0;
    const prap_status status = begin(calendar, day, flags, ret_is, &quality);
    if (status != PRAP_OK) return status;
    *ret_is = (int32_t)is_working(calendar, day);
    if (ret_quality != NULL) *ret_quality = quality;
    return PRAP_OK;
}

prap_status prap_calendar_add_working_days(const prap_calendar *calendar, prap_day from, int32_t n,
                                           uint32_t flags, prap_day *ret_day, uint32_t *ret_quality) {
    uint32_t quality = 0;
    const prap_status status = begin(calendar, from, flags, ret_day, &quality);
    if (status != PRAP_OK) return status;
    if (n == 0) {
        *ret_day = from;
        if (ret_quality != NULL) *ret_quality = quality;
        return PRAP_OK;
    }
    /* A day that is no working day has the rank of the next one: forwards, one step is already made. */
    const int64_t made = n > 0 ? 1 - (int64_t)is_working(calendar, from) : 0;
    const int64_t rank = (int64_t)working_days_before(calendar, from) + n - made;
    return end_on(calendar, rank, flags, quality, ret_day, ret_quality);
}

prap_status prap_calendar_count_working_days(const prap_calendar *calendar, prap_day first, prap_day last,
                                             uint32_t flags, int32_t *ret_working_days,
                                             uint32_t *ret_quality) {
    uint32_t quality = 0;
    prap_status status = begin(calendar, first, flags, ret_working_days, &quality);
    if (status == PRAP_OK) status = reach(calendar, last, flags, &quality);
    if (status != PRAP_OK) return status;
    *ret_working_days = working_days_to(calendar, last) - working_days_to(calendar, first);
    if (ret_quality != NULL) *ret_quality = quality;
    return PRAP_OK;
}

prap_status prap_calendar_working_day_on_or_before(const prap_calendar *calendar, prap_day day,
                                                   uint32_t flags, prap_day *ret_day, uint32_t *ret_quality) {
    uint32_t quality = 0;
    const prap_status status = begin(calendar, day, flags, ret_day, &quality);
    if (status != PRAP_OK) return status;
    return end_on(calendar, (int64_t)working_days_to(calendar, day) - 1, flags, quality, ret_day,
                  ret_quality);
}

prap_status prap_calendar_working_day_on_or_after(const prap_calendar *calendar, prap_day day, uint32_t flags,
                                                  prap_day *ret_day, uint32_t *ret_quality) {
    uint32_t quality = 0;
    const prap_status status = begin(calendar, day, flags, ret_day, &quality);
    if (status != PRAP_OK) return status;
    return end_on(calendar, working_days_before(calendar, day), flags, quality, ret_day, ret_quality);
}
