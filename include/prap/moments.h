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

/* From one moment up to but without another: a closure, or an outage. A frozen value type. */
typedef struct prap_window {
    prap_moment from;
    prap_moment to;
} prap_window;

#ifdef __cplusplus
}
#endif

#endif
