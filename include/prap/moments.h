/*
 * moments.h: moments of the day, for the few rules that need one: service hours, the 48 hours of an outage, the last
 * moment before a system goes down.
 *
 * A moment is a day and a minute of UK local time. UK clocks go forward an hour at 01:00 UTC on the last Sunday of
 * March and back at 01:00 UTC on the last Sunday of October; this library knows that rule from 1996 on, and nothing
 * before it. Where the rule does not decide, the host says the offset, or there is a status and no answer: before
 * 1996 PRAP_E_COVERAGE, in the hour that is left out PRAP_E_GAP, in the hour that comes twice PRAP_E_REPEATED. No
 * function here reads a clock or a database of time zones.
 *
 * Thread rule for the whole header: every function is pure and may be called from any thread at any time.
 */
#ifndef PRAP_MOMENTS_H
#define PRAP_MOMENTS_H

#include <stddef.h>
#include <stdint.h>

#include "prap/day.h"
#include "prap/export.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Minutes since 1970-01-01T00:00Z. A frozen value type. */
typedef int64_t prap_instant;

#define PRAP_MINUTE_NONE (-1)         /* no time of day: only the day is known */
#define PRAP_OFFSET_NONE INT32_MIN    /* no offset given: by the rule for UK clocks */
#define PRAP_MOMENT_TEXT_BYTES 23     /* "YYYY-MM-DDTHH:MM+HH:MM" and the closing NUL */

/* A moment of local time. A frozen value type. */
typedef struct prap_moment {
    prap_day day;
    int32_t minute; /* of the day, 0 to 1439, or where a header says so PRAP_MINUTE_NONE */
    int32_t offset; /* minutes ahead of UTC, -1439 to 1439: 0 for GMT, 60 for BST; or PRAP_OFFSET_NONE */
} prap_moment;

#define PRAP_MOMENT_NONE {PRAP_DAY_NONE, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE} /* to begin one with: no moment */

#define PRAP_WINDOWS_MAX 1000 /* most windows in a list */

/* From one moment up to but without another: a closure, or an outage. A frozen value type. */
typedef struct prap_window {
    prap_moment from;
    prap_moment to;
} prap_window;

/*
 * Reads "YYYY-MM-DDTHH:MM", with "Z" or "+HH:MM" or "-HH:MM" after it when the offset is known, and nothing else.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_MOMENT_FORM; PRAP_E_DAY when there is no such day; PRAP_E_RANGE when there is no
 * such hour or minute, also of the offset. Since 0.1.
 */
PRAP_API prap_status prap_moment_parse(const char *text, size_t text_bytes, prap_moment *ret_moment);

/*
 * Writes a moment as prap_moment_parse reads it, with its offset when it has one ("Z" for 0). PRAP_OK; PRAP_E_NULL;
 * PRAP_E_ROOM when room_bytes < PRAP_MOMENT_TEXT_BYTES; PRAP_E_DAY or PRAP_E_RANGE when it is no moment. Since 0.1.
 */
PRAP_API prap_status prap_moment_format(prap_moment moment, char *ret_text, size_t room_bytes);

/*
 * The instant of a moment: by its offset, or by the rule for UK clocks when it has none. PRAP_OK; PRAP_E_NULL;
 * PRAP_E_DAY; PRAP_E_RANGE (minute or offset); without an offset also PRAP_E_COVERAGE before 1996, PRAP_E_GAP when
 * the clocks go forward over the moment, PRAP_E_REPEATED when they go back over it, so that it comes twice: the first
 * has offset 60 and the second 0. Since 0.1.
 */
PRAP_API prap_status prap_moment_to_instant(prap_moment moment, prap_instant *ret_instant);

/*
 * The moment of UK local time that an instant is, with its offset. PRAP_OK; PRAP_E_NULL; PRAP_E_COVERAGE before 1996;
 * PRAP_E_DAY when it leaves year 9999. Since 0.1.
 */
PRAP_API prap_status prap_moment_from_instant(prap_instant instant, prap_moment *ret_moment);

#ifdef __cplusplus
}
#endif

#endif
