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

#ifdef __cplusplus
}
#endif

#endif
