/*
 * walk.h: a walk over working days. Known coverage is tried first, in line and by the tables
 * (prap/inline-calendar.h), because a whole answer there is some ten instructions, of which a call would be a good
 * share; whatever is not there goes the long way, out of line (far-days.c).
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
    return (uint32_t)day - (uint32_t)calendar->view.first < calendar->view.n_days;
}

/* PRAP_OK when the arguments are there and the flags known; ret is the main output. */
static inline prap_status check(const prap_calendar *calendar, const void *ret, uint32_t flags) {
    if (calendar == NULL || ret == NULL) return PRAP_E_NULL;
    return flags <= PRAP_CALENDAR_ALLOW_PROVISIONAL ? PRAP_OK : PRAP_E_RANGE;
}

/* How a walk goes: included and shift as prap_view_step has them. */
typedef struct walk_by {
    uint32_t included;
    uint32_t shift;
} walk_by;

/* n working days from a day that is not counted; n is not 0. No n wraps round into a rank, which are far fewer. */
static inline walk_by steps(int32_t n) {
    const uint32_t forwards = (0u - (uint32_t)n) >> 31; /* 1 for n > 0 */
    return (walk_by){forwards, (uint32_t)n - forwards};
}

/* Cold, so that compilers lay the way through known coverage in a straight line. */
#define PRAPI_FAR __attribute__((cold))

/* PRAP_OK when the day is known, or provisional and the flags allow that. */
PRAPI_FAR prap_status prapi_far_reach(const prap_calendar *calendar, prap_day day, uint32_t flags);

/*
 * The long way: prap_calendar_... for arguments that are there, known flags, and what known coverage has no answer to.
 * So whatever there is an answer to is provisional. stay: where no working days are added.
 */
PRAPI_FAR prap_status prapi_far_is(const prap_calendar *calendar, prap_day day, uint32_t flags, int32_t *ret_is,
                                   uint32_t *ret_quality);
PRAPI_FAR prap_status prapi_far_stay(const prap_calendar *calendar, prap_day day, uint32_t flags, prap_day *ret_day,
                                     uint32_t *ret_quality);
PRAPI_FAR prap_status prapi_far_step(const prap_calendar *calendar, prap_day day, walk_by by, uint32_t flags,
                                     prap_day *ret_day, uint32_t *ret_quality);
PRAPI_FAR prap_status prapi_far_count(const prap_calendar *calendar, prap_day first, prap_day last, uint32_t flags,
                                      int32_t *ret_working_days, uint32_t *ret_quality);

/* Working days of provisional coverage before a covered day, or before the day after the last one. */
uint32_t prapi_far_rank(const prap_calendar *calendar, prap_day day);

/* Weekdays of the days from first on, up to and without last. */
uint32_t prapi_weekdays(prap_day first, prap_day last);

#endif
