/*
 * arrays.h: the calendar's questions asked of many days at once, and which due days another calendar moves.
 *
 * Element i of the answer belongs to element i of what was given, and is what the function for a single day says. Each
 * element has a status of its own: ret_each[i] (ret_each may be NULL), and the answer and quality of an element are
 * written only when its status is PRAP_OK. The functions return PRAP_OK when that is the status of every element,
 * else the status of the first that has another, after all have been answered; or PRAP_E_NULL or PRAP_E_RANGE
 * (unknown flag) with nothing written. Arrays have n elements, are the caller's, and may be NULL when n is 0;
 * ret_qualities may always be. What is given may be the array that is written, and may not overlap it otherwise.
 *
 * Thread rule for the whole header: every function is pure and may be called from any thread at any time.
 */
#ifndef PRAP_ARRAYS_H
#define PRAP_ARRAYS_H

#include <stddef.h>
#include <stdint.h>

#include "prap/calendar.h"
#include "prap/day.h"
#include "prap/export.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* prap_calendar_is_working_day for each day. Since 0.1. */
PRAP_API prap_status prap_calendar_are_working_days(const prap_calendar *calendar, const prap_day *days, size_t n,
                                                    uint32_t flags, int32_t *ret_are, uint32_t *ret_qualities,
                                                    prap_status *ret_each);

/* prap_calendar_add_working_days for each day and its own number of working days. Since 0.1. */
PRAP_API prap_status prap_calendar_add_working_days_each(const prap_calendar *calendar, const prap_day *from,
                                                         const int32_t *working_days, size_t n, uint32_t flags,
                                                         prap_day *ret_days, uint32_t *ret_qualities,
                                                         prap_status *ret_each);

/* prap_calendar_count_working_days for each pair of days. Since 0.1. */
PRAP_API prap_status prap_calendar_count_working_days_each(const prap_calendar *calendar, const prap_day *first,
                                                           const prap_day *last, size_t n, uint32_t flags,
                                                           int32_t *ret_working_days, uint32_t *ret_qualities,
                                                           prap_status *ret_each);

/* A due day that is another under another calendar. A frozen value type. */
typedef struct prap_moved_day {
    size_t i;        /* which of the anchors */
    prap_day before; /* PRAP_DAY_NONE where the first calendar has no answer */
    prap_day after;  /* PRAP_DAY_NONE where the second has none */
} prap_moved_day;

/*
 * Which of n due days move when one calendar takes another's place: each due day is working_days[i] working days after
 * from[i]. flags: for both calendars. Those that move are written in order, as many as there is room for; what has no
 * answer under either does not move. *ret_n_moved: how many there are, also when there is not room for all.
 * Returns PRAP_OK; PRAP_E_ROOM when more than room days move; PRAP_E_NULL; PRAP_E_RANGE (unknown flag). Since 0.1.
 */
PRAP_API prap_status prap_calendar_moved_days(const prap_calendar *before, const prap_calendar *after,
                                              const prap_day *from, const int32_t *working_days, size_t n,
                                              uint32_t flags, prap_moved_day *ret_moved, size_t room,
                                              size_t *ret_n_moved);

#ifdef __cplusplus
}
#endif

#endif
