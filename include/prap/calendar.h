/*
 * calendar.h: working days. Monday to Friday except the bank holidays of a division (AMB-01).
 *
 * A calendar knows which days it covers. Within known coverage the holidays are as published; in provisional
 * coverage they are computed from the standing rules and a proclamation may still change them; outside there is no
 * answer. A count that leaves known coverage, even in the middle of the walk, is PRAP_E_COVERAGE unless the caller
 * passes PRAP_CALENDAR_ALLOW_PROVISIONAL; a count that leaves provisional coverage always is.
 *
 * Thread rule for the whole header: a calendar is immutable; any number of threads may use one.
 */
#ifndef PRAP_CALENDAR_H
#define PRAP_CALENDAR_H

#include <stdint.h>

#include "prap/day.h"
#include "prap/export.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct prap_calendar prap_calendar;

enum {
    PRAP_CALENDAR_ALLOW_PROVISIONAL = 1 /* let a count use provisional years; ret_quality says when it did */
};

/*
 * The built-in calendar of a division (PRAP_DIVISION_*), or NULL for an unknown division.
 * Borrowed: it lives as long as the library is loaded and is never destroyed. Since 0.1.
 */
PRAP_API const prap_calendar *prap_calendar_built_in(uint32_t division);

/* A calendar's identity and span. Library-owned, borrowed as long as the calendar. New members are appended. */
typedef struct prap_calendar_identity {
    uint32_t size;
    uint32_t division;              /* PRAP_DIVISION_* */
    prap_day known_first;           /* first and last day of published coverage */
    prap_day known_last;
    prap_day provisional_first;     /* first and last day of computed coverage, enclosing the known span */
    prap_day provisional_last;
    uint32_t hash;                  /* CRC-32C of the canonical holiday list: equal hash, equal answers */
    uint32_t n_holidays;
    prap_day edition;               /* the day as of which the list of holidays was taken; not part of the hash */
} prap_calendar_identity;

/* Never NULL for a calendar that is not NULL. Since 0.1. */
PRAP_API const prap_calendar_identity *prap_calendar_get_identity(const prap_calendar *calendar);

/*
 * Is the day a working day? *ret_is is 1 or 0. *ret_quality (may be NULL): PRAP_COVERAGE_KNOWN or
 * PRAP_COVERAGE_PROVISIONAL. Returns PRAP_OK, PRAP_E_NULL, PRAP_E_DAY, PRAP_E_RANGE (unknown flag),
 * PRAP_E_COVERAGE. Since 0.1.
 */
PRAP_API prap_status prap_calendar_is_working_day(const prap_calendar *calendar, prap_day day, uint32_t flags,
                                                  int32_t *ret_is, uint32_t *ret_quality);

/*
 * The n-th working day strictly after from (n > 0) or strictly before it (n < 0); from itself when n is 0, working
 * or not. from is never counted (D-02, D-03). Statuses as above. Since 0.1.
 */
PRAP_API prap_status prap_calendar_add_working_days(const prap_calendar *calendar, prap_day from, int32_t n,
                                                    uint32_t flags, prap_day *ret_day, uint32_t *ret_quality);

/*
 * Working days after first, up to and including last; negative and antisymmetric when last is earlier.
 * Statuses as above. Since 0.1.
 */
PRAP_API prap_status prap_calendar_count_working_days(const prap_calendar *calendar, prap_day first, prap_day last,
                                                      uint32_t flags, int32_t *ret_working_days,
                                                      uint32_t *ret_quality);

/* The last working day on or before day, and the first on or after it. Statuses as above. Since 0.1. */
PRAP_API prap_status prap_calendar_working_day_on_or_before(const prap_calendar *calendar, prap_day day,
                                                            uint32_t flags, prap_day *ret_day,
                                                            uint32_t *ret_quality);
PRAP_API prap_status prap_calendar_working_day_on_or_after(const prap_calendar *calendar, prap_day day,
                                                           uint32_t flags, prap_day *ret_day,
                                                           uint32_t *ret_quality);

/*
 * The n-th working day from first on when the first day counts as day 1: first itself if it is a working day, else the
 * next one (D-01). n < 0 counts backwards, with first or the working day before it as -1. Where the first day counts
 * though it is no working day, that is n - 1 working days added to it (AMB-02). PRAP_E_RANGE when n is 0; other
 * statuses as above. Since 0.1.
 */
PRAP_API prap_status prap_calendar_nth_working_day(const prap_calendar *calendar, prap_day first, int32_t n,
                                                   uint32_t flags, prap_day *ret_day, uint32_t *ret_quality);

/* The next working day after day, and the previous one before it; never day itself. Statuses as above. Since 0.1. */
PRAP_API prap_status prap_calendar_next_working_day(const prap_calendar *calendar, prap_day day, uint32_t flags,
                                                    prap_day *ret_day, uint32_t *ret_quality);
PRAP_API prap_status prap_calendar_previous_working_day(const prap_calendar *calendar, prap_day day, uint32_t flags,
                                                        prap_day *ret_day, uint32_t *ret_quality);

/* A bank holiday. Library-owned, borrowed as long as the calendar. */
typedef struct prap_holiday {
    uint32_t size;
    prap_day day;
    uint32_t quality;   /* PRAP_COVERAGE_KNOWN or PRAP_COVERAGE_PROVISIONAL */
    uint32_t substitute; /* 1 when it is listed as a substitute day, as for one that fell on a weekend */
    const char *title;  /* UTF-8 as published */
} prap_holiday;

/* The holiday on a day, or NULL when there is none, the day is a plain weekend, or out of coverage. Since 0.1. */
PRAP_API const prap_holiday *prap_calendar_holiday_on(const prap_calendar *calendar, prap_day day);

/* The i-th holiday in date order, or NULL past the end. Since 0.1. */
PRAP_API const prap_holiday *prap_calendar_holiday_at(const prap_calendar *calendar, uint32_t i);

/*
 * Calendar months after a day, clamped to the last day of the month: 31 January + 1 is 28 or 29 February (D-10).
 * Returns PRAP_OK, PRAP_E_NULL, PRAP_E_DAY, PRAP_E_RANGE when the result leaves years 1 to 9999. Since 0.1.
 */
PRAP_API prap_status prap_day_add_months(prap_day from, int32_t months, prap_day *ret_day);

/*
 * Days or calendar years after a day. A year on from 29 February is 28 February where there is no other. Statuses as
 * for months. Since 0.1.
 */
PRAP_API prap_status prap_day_add_days(prap_day from, int32_t days, prap_day *ret_day);
PRAP_API prap_status prap_day_add_years(prap_day from, int32_t years, prap_day *ret_day);

/* Days from first to last; negative when last is earlier. PRAP_OK, PRAP_E_NULL, PRAP_E_DAY. Since 0.1. */
PRAP_API prap_status prap_day_count_days(prap_day first, prap_day last, int32_t *ret_days);

/*
 * Whole calendar months from first to last, and the days that are left over (may be NULL): the most months that
 * prap_day_add_months can add to first without passing last. Both negative or 0 when last is earlier. Twelve are a
 * year. PRAP_OK, PRAP_E_NULL, PRAP_E_DAY. Since 0.1.
 */
PRAP_API prap_status prap_day_count_months(prap_day first, prap_day last, int32_t *ret_months, int32_t *ret_days);

/*
 * The n-th Monday (weekday 1) to Sunday (7) of a month, or with n < 0 the n-th from its end: (year, month, 3, -1) is
 * the last Wednesday (D-07). PRAP_OK; PRAP_E_NULL; PRAP_E_RANGE when weekday is not 1 to 7 or n is 0; PRAP_E_DAY when
 * there is no such month, or not so many of that weekday in it. Since 0.1.
 */
PRAP_API prap_status prap_day_nth_weekday(int32_t year, int32_t month, int32_t weekday, int32_t n,
                                          prap_day *ret_day);

/* Why a day was counted or skipped. */
enum {
    PRAP_WALKED_WORKING_DAY = 1,
    PRAP_WALKED_WEEKEND     = 2,
    PRAP_WALKED_HOLIDAY     = 3 /* holiday says which; also one that falls on a weekend */
};

/* A walk in progress. The caller's, to be copied or left at any time; its members are the library's. A frozen value
   type. */
typedef struct prap_walk {
    const prap_calendar *calendar;
    prap_day at;
    prap_day last;
    int32_t step;
    int32_t number;
} prap_walk;

/* One day of a walk. A frozen value type. */
typedef struct prap_walked_day {
    prap_day day;
    uint32_t kind;               /* PRAP_WALKED_* */
    int32_t number;              /* working days up to and including this one: 1, 2 …, or -1, -2 … going back */
    uint32_t quality;            /* PRAP_COVERAGE_KNOWN or PRAP_COVERAGE_PROVISIONAL */
    const prap_holiday *holiday; /* for PRAP_WALKED_HOLIDAY, else NULL; borrowed as long as the calendar */
} prap_walked_day;

/*
 * Begins a walk over the days after from, up to and including to, or, when to is earlier, back over the days before
 * from: the way that prap_calendar_add_working_days goes from a day to its answer. calendar: borrowed, must outlive
 * the walk. PRAP_E_NULL, PRAP_E_RANGE (unknown flag), PRAP_E_DAY or PRAP_E_COVERAGE as above. Since 0.1.
 */
PRAP_API prap_status prap_calendar_walk(const prap_calendar *calendar, prap_day from, prap_day to, uint32_t flags,
                                        prap_walk *ret_walk);

/* The walk's next day. PRAP_OK; PRAP_NONE at its end, when nothing is written; PRAP_E_NULL. Since 0.1. */
PRAP_API prap_status prap_walk_next(prap_walk *walk, prap_walked_day *ret_day);

#ifdef __cplusplus
}
#endif

#if !defined(PRAP_NO_INLINE)
#include "prap/inline-calendar.h" /* the commonest of these questions without a call */
#endif

#endif
