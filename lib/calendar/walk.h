/*
 * walk.h: the look-ups of holidays.h, with the one check of coverage that a known day needs. Inline, because a
 * whole answer is some twenty instructions, of which a call would be a good share. Known coverage is tried
 * first and by a single comparison; whatever is not there goes the long way, out of line.
 */
#ifndef PRAPI_CALENDAR_WALK_H
#define PRAPI_CALENDAR_WALK_H

#include <stdbool.h>
#include <stddef.h>

#include "calendar/holidays.h"
#include "prap/vocabulary.h"

/* Written, unless the caller left it out. */
static inline void tell(uint32_t *ret_quality, uint32_t quality) {
    if (ret_quality != NULL) *ret_quality = quality;
}

static inline bool is_known(const prap_calendar *calendar, prap_day day) {
    return (uint32_t)day - (uint32_t)calendar->identity.known_first < calendar->known_days;
}

/*
 * The long way: PRAP_OK when the day is known, or provisional and the flags allow that. Cold, so that compilers lay
 * the way through known coverage in a straight line; pure, so that a loop may keep the calendar in registers.
 */
__attribute__((cold, pure)) prap_status prapi_calendar_reach(const prap_calendar *calendar, prap_day day, uint32_t flags);

/* PRAP_OK when the arguments are there and the flags known; ret is the main output. */
static inline prap_status check(const prap_calendar *calendar, const void *ret, uint32_t flags) {
    if (calendar == NULL || ret == NULL) return PRAP_E_NULL;
    return flags <= PRAP_CALENDAR_ALLOW_PROVISIONAL ? PRAP_OK : PRAP_E_RANGE;
}

/* The look-ups, for a covered day. */
static inline uint32_t position_of(const prap_calendar *calendar, prap_day day) {
    return (uint32_t)day - (uint32_t)calendar->identity.provisional_first;
}

static inline uint32_t is_working(const prap_calendar *calendar, prap_day day) {
    return calendar->days[position_of(calendar, day)] & 1u;
}

static inline uint32_t line_at(const prap_calendar *calendar, uint32_t position) {
    return ((position * calendar->rank_slope) >> 16) + (uint32_t)calendar->rank_base;
}

/* Working days before the day. */
static inline uint32_t rank_before(const prap_calendar *calendar, prap_day day) {
    const uint32_t position = position_of(calendar, day);
    return line_at(calendar, position) + ((uint32_t)calendar->days[position] >> 1);
}

/* Working days up to and including the day: bit 0 carries into the rank. */
static inline uint32_t rank_through(const prap_calendar *calendar, prap_day day) {
    const uint32_t position = position_of(calendar, day);
    return line_at(calendar, position) + (((uint32_t)calendar->days[position] + 1u) >> 1);
}

/*
 * The rank that n working days from a covered day lead to. A day that is no working day has the rank of the
 * next one: forwards, one step is already made. Ranks are far fewer than 2^31, so that no n wraps round into
 * one.
 */
static inline uint32_t rank_after(const prap_calendar *calendar, prap_day from, int32_t n) {
    const uint32_t position = position_of(calendar, from);
    const uint32_t entry = calendar->days[position];
    const uint32_t forwards = (0u - (uint32_t)n) >> 31; /* 1 for n > 0 */
    return line_at(calendar, position) + (entry >> 1) + (uint32_t)n - (forwards & ~entry);
}

static inline prap_day day_of_rank(const prap_calendar *calendar, uint32_t rank) {
    const uint32_t line = (rank * calendar->position_slope) >> 16;
    const uint32_t position = line + calendar->ranks[rank] + (uint32_t)calendar->position_base;
    return calendar->identity.provisional_first + (prap_day)position;
}

/*
 * What a walk ends with: the working day of a rank, which may be any number at all. quality: of where the walk
 * began.
 */
static inline prap_status end_on(const prap_calendar *calendar, uint32_t rank, uint32_t flags, uint32_t quality,
                                 prap_day *ret_day, uint32_t *ret_quality) {
    if (rank - calendar->known_first_rank >= calendar->known_working_days) {
        if (flags == 0 || rank >= calendar->n_working_days) return PRAP_E_COVERAGE;
        quality = PRAP_COVERAGE_PROVISIONAL;
    }
    *ret_day = day_of_rank(calendar, rank);
    tell(ret_quality, quality);
    return PRAP_OK;
}

/* The three questions, for arguments that are there and known flags. */
static inline prap_status answer_is(const prap_calendar *calendar, prap_day day, uint32_t flags, int32_t *ret_is,
                                    uint32_t *ret_quality) {
    uint32_t quality = PRAP_COVERAGE_KNOWN;
    if (!is_known(calendar, day)) {
        const prap_status status = prapi_calendar_reach(calendar, day, flags);
        if (status != PRAP_OK) return status;
        quality = PRAP_COVERAGE_PROVISIONAL;
    }
    *ret_is = (int32_t)is_working(calendar, day);
    tell(ret_quality, quality);
    return PRAP_OK;
}

static inline prap_status answer_add(const prap_calendar *calendar, prap_day from, int32_t n, uint32_t flags,
                                     prap_day *ret_day, uint32_t *ret_quality) {
    uint32_t quality = PRAP_COVERAGE_KNOWN;
    if (!is_known(calendar, from)) {
        const prap_status status = prapi_calendar_reach(calendar, from, flags);
        if (status != PRAP_OK) return status;
        quality = PRAP_COVERAGE_PROVISIONAL;
    }
    if (n == 0) {
        *ret_day = from;
        tell(ret_quality, quality);
        return PRAP_OK;
    }
    return end_on(calendar, rank_after(calendar, from, n), flags, quality, ret_day, ret_quality);
}

static inline prap_status answer_count(const prap_calendar *calendar, prap_day first, prap_day last,
                                       uint32_t flags, int32_t *ret_working_days, uint32_t *ret_quality) {
    uint32_t quality = PRAP_COVERAGE_KNOWN;
    if (!is_known(calendar, first) || !is_known(calendar, last)) {
        prap_status status = prapi_calendar_reach(calendar, first, flags);
        if (status == PRAP_OK) status = prapi_calendar_reach(calendar, last, flags);
        if (status != PRAP_OK) return status;
        quality = PRAP_COVERAGE_PROVISIONAL;
    }
    *ret_working_days = (int32_t)(rank_through(calendar, last) - rank_through(calendar, first));
    tell(ret_quality, quality);
    return PRAP_OK;
}

#endif
