/*
 * inline-calendar.h: the commonest questions of calendar.h, answered without a call.
 *
 * calendar.h includes this header. Where a program then calls prap_calendar_is_working_day,
 * prap_calendar_add_working_days, prap_calendar_count_working_days, prap_calendar_working_day_on_or_before or
 * prap_calendar_working_day_on_or_after by name, a walk within known coverage is made in place, in some ten
 * instructions; everything else (provisional years, errors) goes to the function of that name. Arguments, answers and
 * statuses are those of the function, always. The names are macros over inline functions, as a C library may do it:
 * (prap_calendar_is_working_day)(...) or a pointer is the function itself. A program that defines PRAP_NO_INLINE before
 * it includes anything of prap has the functions alone.
 *
 * What a program was compiled with today reads the tables of the library that it is run with: a later list of holidays
 * is seen at once. A later library that has no such tables any more has views with n_days 0, and every call goes to
 * its functions.
 *
 * Thread rule for the whole header: as for calendar.h; nothing here is ever written.
 */
#ifndef PRAP_INLINE_CALENDAR_H
#define PRAP_INLINE_CALENDAR_H

#include <stddef.h>
#include <stdint.h>

#include "prap/calendar.h"
#include "prap/day.h"
#include "prap/status.h"
#include "prap/vocabulary.h"

/*
 * What every prap_calendar begins with: its known coverage as two tables. A frozen value type; read only, borrowed as
 * long as the calendar. The i-th day is first + i. Since 0.1.
 */
typedef struct prap_calendar_view {
    const uint16_t *before;  /* before[i]: how many of the i days from first on are working days; n_days + 1 of them */
    const uint16_t *days;    /* days[r]: which day the r-th working day is, from 0; n_working_days of them */
    prap_day first;          /* known_first of the identity */
    uint32_t n_days;         /* in known coverage, or 0: ask the functions */
    uint32_t n_working_days; /* in known coverage */
    uint32_t reserved;       /* 0 */
} prap_calendar_view;

/* What the rest of this header is written with. */
#if defined(__cplusplus)
#define PRAPI_AS(type, value)   static_cast<type>(value)
#define PRAPI_VIEW_OF(calendar) reinterpret_cast<const prap_calendar_view *>(calendar)
#define PRAPI_INLINE            inline
#else
#define PRAPI_AS(type, value)   ((type)(value))
#define PRAPI_VIEW_OF(calendar) ((const prap_calendar_view *)(const void *)(calendar))
#define PRAPI_INLINE            static inline
#endif
#if defined(__GNUC__)
#define PRAPI_AT_ONCE   PRAPI_INLINE __attribute__((always_inline))
#define PRAPI_LIKELY(x) __builtin_expect(!!(x), 1)
#else
#define PRAPI_AT_ONCE   PRAPI_INLINE
#define PRAPI_LIKELY(x) (x)
#endif

/* Which day of the view a day is; n_days or more when it is none. */
PRAPI_AT_ONCE uint32_t prap_view_place(const prap_calendar_view *view, prap_day day) {
    return PRAPI_AS(uint32_t, day) - PRAPI_AS(uint32_t, view->first);
}

/*
 * The working day that is shift working days after the first one from day on, where included is 0, or after the first
 * one after day, where it is 1. shift: modulo 2^32, so that UINT32_MAX is one back. Returns 1, or 0 with nothing
 * written when the walk is not within known coverage.
 */
PRAPI_AT_ONCE int prap_view_step(const prap_calendar_view *view, prap_day day, uint32_t included, uint32_t shift,
                                 prap_day *ret_day) {
    const uint32_t at = prap_view_place(view, day);
    if (at >= view->n_days) return 0;
    const uint32_t rank = view->before[PRAPI_AS(size_t, at) + included] + shift;
    if (rank >= view->n_working_days) return 0;
    *ret_day = view->first + view->days[rank];
    return 1;
}

/* prap_calendar_is_working_day: 1 with an answer, or 0 with none when the day is not known. */
PRAPI_AT_ONCE int prap_view_is_working_day(const prap_calendar_view *view, prap_day day, int32_t *ret_is) {
    const uint32_t at = prap_view_place(view, day);
    if (at >= view->n_days) return 0;
    *ret_is = view->before[PRAPI_AS(size_t, at) + 1] - view->before[at];
    return 1;
}

/* prap_calendar_add_working_days: 1 with an answer, or 0 with none when the walk is not within known coverage. */
PRAPI_AT_ONCE int prap_view_add_working_days(const prap_calendar_view *view, prap_day from, int32_t n,
                                             prap_day *ret_day) {
    const uint32_t forwards = (0u - PRAPI_AS(uint32_t, n)) >> 31; /* 1 for n > 0 */
    if (n == 0) {
        if (prap_view_place(view, from) >= view->n_days) return 0;
        *ret_day = from;
        return 1;
    }
    return prap_view_step(view, from, forwards, PRAPI_AS(uint32_t, n) - forwards, ret_day);
}

/* prap_calendar_count_working_days: 1 with an answer, or 0 with none when either day is not known. */
PRAPI_AT_ONCE int prap_view_count_working_days(const prap_calendar_view *view, prap_day first, prap_day last,
                                               int32_t *ret_working_days) {
    const uint32_t from = prap_view_place(view, first);
    const uint32_t to = prap_view_place(view, last);
    if (from >= view->n_days || to >= view->n_days) return 0;
    *ret_working_days = view->before[PRAPI_AS(size_t, to) + 1] - view->before[PRAPI_AS(size_t, from) + 1];
    return 1;
}

/* Whether the arguments are such that an answer from the tables is the function's. */
PRAPI_AT_ONCE int prap_inline_may(const prap_calendar *calendar, const void *ret, uint32_t flags) {
    return calendar != NULL && ret != NULL && flags <= PRAP_CALENDAR_ALLOW_PROVISIONAL;
}

/* Hands on what the tables said, or what a function did, of which nothing is handed on unless it is PRAP_OK. */
PRAPI_AT_ONCE prap_status prap_inline_answer(prap_status status, int32_t answer, uint32_t quality,
                                             int32_t *ret_answer, uint32_t *ret_quality) {
    if (status != PRAP_OK) return status;
    *ret_answer = answer;
    if (ret_quality != NULL) *ret_quality = quality;
    return PRAP_OK;
}

/*
 * The functions of the same name in calendar.h. These are called with an output of our own in the place of the
 * caller's, so that the caller's may stay in a register. Since 0.1.
 */
PRAPI_AT_ONCE prap_status prap_inline_is_working_day(const prap_calendar *calendar, prap_day day, uint32_t flags,
                                                     int32_t *ret_is, uint32_t *ret_quality) {
    int32_t answer = 0;
    if (PRAPI_LIKELY(prap_inline_may(calendar, ret_is, flags) &&
                     prap_view_is_working_day(PRAPI_VIEW_OF(calendar), day, &answer))) {
        return prap_inline_answer(PRAP_OK, answer, PRAP_COVERAGE_KNOWN, ret_is, ret_quality);
    }
    int32_t told = 0;
    uint32_t quality = 0;
    const prap_status status =
        prap_calendar_is_working_day(calendar, day, flags, ret_is != NULL ? &told : NULL, &quality);
    return prap_inline_answer(status, told, quality, ret_is, ret_quality);
}

PRAPI_AT_ONCE prap_status prap_inline_add_working_days(const prap_calendar *calendar, prap_day from, int32_t n,
                                                       uint32_t flags, prap_day *ret_day, uint32_t *ret_quality) {
    int32_t answer = 0;
    if (PRAPI_LIKELY(prap_inline_may(calendar, ret_day, flags) &&
                     prap_view_add_working_days(PRAPI_VIEW_OF(calendar), from, n, &answer))) {
        return prap_inline_answer(PRAP_OK, answer, PRAP_COVERAGE_KNOWN, ret_day, ret_quality);
    }
    int32_t told = 0;
    uint32_t quality = 0;
    const prap_status status =
        prap_calendar_add_working_days(calendar, from, n, flags, ret_day != NULL ? &told : NULL, &quality);
    return prap_inline_answer(status, told, quality, ret_day, ret_quality);
}

PRAPI_AT_ONCE prap_status prap_inline_count_working_days(const prap_calendar *calendar, prap_day first,
                                                         prap_day last, uint32_t flags, int32_t *ret_working_days,
                                                         uint32_t *ret_quality) {
    int32_t answer = 0;
    if (PRAPI_LIKELY(prap_inline_may(calendar, ret_working_days, flags) &&
                     prap_view_count_working_days(PRAPI_VIEW_OF(calendar), first, last, &answer))) {
        return prap_inline_answer(PRAP_OK, answer, PRAP_COVERAGE_KNOWN, ret_working_days, ret_quality);
    }
    int32_t told = 0;
    uint32_t quality = 0;
    const prap_status status =
        prap_calendar_count_working_days(calendar, first, last, flags, ret_working_days != NULL ? &told : NULL,
                                         &quality);
    return prap_inline_answer(status, told, quality, ret_working_days, ret_quality);
}

PRAPI_AT_ONCE prap_status prap_inline_working_day_on_or_before(const prap_calendar *calendar, prap_day day,
                                                               uint32_t flags, prap_day *ret_day,
                                                               uint32_t *ret_quality) {
    int32_t answer = 0;
    if (PRAPI_LIKELY(prap_inline_may(calendar, ret_day, flags) &&
                     prap_view_step(PRAPI_VIEW_OF(calendar), day, 1, UINT32_MAX, &answer))) {
        return prap_inline_answer(PRAP_OK, answer, PRAP_COVERAGE_KNOWN, ret_day, ret_quality);
    }
    int32_t told = 0;
    uint32_t quality = 0;
    const prap_status status =
        prap_calendar_working_day_on_or_before(calendar, day, flags, ret_day != NULL ? &told : NULL, &quality);
    return prap_inline_answer(status, told, quality, ret_day, ret_quality);
}

PRAPI_AT_ONCE prap_status prap_inline_working_day_on_or_after(const prap_calendar *calendar, prap_day day,
                                                              uint32_t flags, prap_day *ret_day,
                                                              uint32_t *ret_quality) {
    int32_t answer = 0;
    if (PRAPI_LIKELY(prap_inline_may(calendar, ret_day, flags) &&
                     prap_view_step(PRAPI_VIEW_OF(calendar), day, 0, 0, &answer))) {
        return prap_inline_answer(PRAP_OK, answer, PRAP_COVERAGE_KNOWN, ret_day, ret_quality);
    }
    int32_t told = 0;
    uint32_t quality = 0;
    const prap_status status =
        prap_calendar_working_day_on_or_after(calendar, day, flags, ret_day != NULL ? &told : NULL, &quality);
    return prap_inline_answer(status, told, quality, ret_day, ret_quality);
}

#if !defined(PRAP_NO_INLINE)
#define prap_calendar_is_working_day(calendar, day, flags, ret_is, ret_quality) \
    prap_inline_is_working_day(calendar, day, flags, ret_is, ret_quality)
#define prap_calendar_add_working_days(calendar, from, n, flags, ret_day, ret_quality) \
    prap_inline_add_working_days(calendar, from, n, flags, ret_day, ret_quality)
#define prap_calendar_count_working_days(calendar, first, last, flags, ret_working_days, ret_quality) \
    prap_inline_count_working_days(calendar, first, last, flags, ret_working_days, ret_quality)
#define prap_calendar_working_day_on_or_before(calendar, day, flags, ret_day, ret_quality) \
    prap_inline_working_day_on_or_before(calendar, day, flags, ret_day, ret_quality)
#define prap_calendar_working_day_on_or_after(calendar, day, flags, ret_day, ret_quality) \
    prap_inline_working_day_on_or_after(calendar, day, flags, ret_day, ret_quality)
#endif

#undef PRAPI_AS
#undef PRAPI_VIEW_OF
#undef PRAPI_INLINE
#undef PRAPI_AT_ONCE
#undef PRAPI_LIKELY

#endif
