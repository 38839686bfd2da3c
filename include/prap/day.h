/*
 * day.h: civil days, borrowed text and borrowed bytes: the values that everything else is made of.
 *
 * A day is a count of days since 1970-01-01 in the proleptic Gregorian calendar, years 1 to 9999. There is no
 * time of day and no time zone in it: the guidance counts days, in UK civil dates (rules.md 3.0). No function
 * here reads a clock, a locale or an environment.
 *
 * Thread rule for the whole header: every function is pure and may be called from any thread at any time.
 */
#ifndef PRAP_DAY_H
#define PRAP_DAY_H

#include <stddef.h>
#include <stdint.h>

#include "prap/export.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Days since 1970-01-01. A frozen value type. */
typedef int32_t prap_day;

#define PRAP_DAY_NONE ((prap_day)INT32_MIN) /* no day: not known, not applicable */
#define PRAP_DAY_MIN ((prap_day)-719162)    /* 0001-01-01 */
#define PRAP_DAY_MAX ((prap_day)2932896)    /* 9999-12-31 */
#define PRAP_DAY_TEXT_BYTES 11              /* "YYYY-MM-DD" and the closing NUL */

/* Text that the caller keeps: UTF-8, not NUL-terminated. bytes may be NULL when n is 0. A frozen value type. */
typedef struct prap_text {
    const char *bytes;
    size_t n;
} prap_text;

/* Bytes that the caller keeps. bytes may be NULL when n is 0. A frozen value type. */
typedef struct prap_bytes {
    const uint8_t *bytes;
    size_t n;
} prap_bytes;

/*
 * The day of a civil date.
 * year 1..9999, month 1..12, day_of_month 1..the length of the month. *ret_day is written only on success.
 * Returns PRAP_OK, PRAP_E_NULL, or PRAP_E_DAY when there is no such date. Since 0.1.
 */
PRAP_API prap_status prap_day_from_civil(int32_t year, int32_t month, int32_t day_of_month, prap_day *ret_day);

/*
 * The civil date of a day. Each output may be NULL.
 * Returns PRAP_OK, or PRAP_E_DAY when day is PRAP_DAY_NONE or outside PRAP_DAY_MIN..PRAP_DAY_MAX. Since 0.1.
 */
PRAP_API prap_status prap_day_to_civil(prap_day day, int32_t *ret_year, int32_t *ret_month,
                                       int32_t *ret_day_of_month);

/*
 * Reads exactly "YYYY-MM-DD" (ISO 8601 extended calendar form, ASCII digits, four-digit year): nothing shorter,
 * nothing longer, no spaces, no other ISO form. text need not be NUL-terminated; text_bytes is its length.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_DAY_FORM when the text has another form; PRAP_E_DAY when the form is
 * right but there is no such date (2023-02-29, year 0000). *ret_day is written only on success. Since 0.1.
 */
PRAP_API prap_status prap_day_parse(const char *text, size_t text_bytes, prap_day *ret_day);

/*
 * Writes "YYYY-MM-DD" and a NUL: PRAP_DAY_TEXT_BYTES bytes.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_ROOM when room_bytes < PRAP_DAY_TEXT_BYTES; PRAP_E_DAY when day is
 * PRAP_DAY_NONE or out of range. Writes nothing unless PRAP_OK. Since 0.1.
 */
PRAP_API prap_status prap_day_format(prap_day day, char *ret_text, size_t room_bytes);

/* 1 Monday to 7 Sunday (ISO 8601), or 0 when day is PRAP_DAY_NONE or out of range. Since 0.1. */
PRAP_API int32_t prap_day_weekday(prap_day day);

#ifdef __cplusplus
}
#endif

#endif
