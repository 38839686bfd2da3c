/*
 * status.h: what a call or a callback returns. Printed from lib/base/status.def; do not edit.
 *
 * A status says whether a question could be answered, never what the answer is. Numbers are permanent.
 * Thread rule: any thread, any time.
 */
#ifndef PRAP_STATUS_H
#define PRAP_STATUS_H

#include <stdint.h>

#include "prap/export.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef int32_t prap_status;

enum {
    PRAP_OK          = 0, /* ok: it worked */
    PRAP_NONE        = 1, /* none: there is nothing under that key */
    PRAP_CONFLICT    = 2, /* conflict: the stored version is not the expected one */
    PRAP_DUPLICATE   = 3, /* duplicate: an event with this id is already in the case's journal */
    PRAP_RETRY       = 4, /* retry: the store could not do it now; nothing happened */
    PRAP_UNKNOWN     = 5, /* unknown: the commit may or may not have happened; reload to find out */
    PRAP_FAIL        = 6, /* store-failed: the store failed; nothing happened */
    PRAP_E_NULL      = 10, /* null-argument: a required pointer is NULL */
    PRAP_E_DAY       = 12, /* day: there is no such day in years 1 to 9999 */
    PRAP_E_DAY_FORM  = 13, /* day-form: a day is written YYYY-MM-DD */
    PRAP_E_RANGE     = 14, /* range: a number is outside its range */
    PRAP_E_WORD      = 15, /* unknown-word: the name or number is not in the vocabulary */
    PRAP_E_TYPE      = 16, /* type: the value has the wrong type */
    PRAP_E_TEXT      = 17, /* text: an identifier is too long, not UTF-8 or not printable */
    PRAP_E_REQUIRED  = 18, /* required: a required field is missing */
    PRAP_E_TWICE     = 19, /* twice: the same fact or setting is given twice */
    PRAP_E_ORDER     = 20, /* order: days are in an impossible order */
    PRAP_E_NO_CASE   = 21, /* no-such-case: there is no case with this id */
    PRAP_E_ID_REUSED = 22, /* id-reused: the id was already used in this case for another event */
    PRAP_E_REENTRY   = 23, /* re-entry: a callback called back into the handle that is calling it */
    PRAP_E_NO_READ   = 24, /* no-history: the store has no read callback, which this question needs */
    PRAP_E_NO_SCAN   = 25, /* no-scan: the store has no scan callback, which this question needs */
    PRAP_E_MOMENT_FORM = 26, /* moment-form: a moment is written YYYY-MM-DDTHH:MM, with Z or an offset after it when that is known */
    PRAP_E_GAP       = 27, /* no-such-moment: the clocks go forward over this moment */
    PRAP_E_REPEATED  = 28, /* repeated-moment: the clocks go back over this moment, so that it comes twice; the offset says which */
    PRAP_E_NOMEM     = 30, /* out-of-memory: the host's allocator returned NULL */
    PRAP_E_HOST      = 31, /* host-contract: a callback broke its contract */
    PRAP_E_RANDOM    = 32, /* random-source: the host's random source failed, or repeats itself */
    PRAP_E_DAMAGED   = 50, /* damaged: stored bytes do not match their checksum or their form */
    PRAP_E_FOREIGN   = 51, /* not-ours: the store or record was not written by libprap */
    PRAP_E_VERSION   = 52, /* newer-version: stored bytes were written by a newer format */
    PRAP_E_COVERAGE  = 58, /* coverage: the count leaves the days that the calendar knows */
    PRAP_E_LIMIT     = 70, /* limit: too many or too much */
    PRAP_E_ROOM      = 71, /* room: the caller's buffer is too small */
    PRAP_E_SIZE      = 80, /* struct-size: a struct's size is one this library cannot adopt */
    PRAP_E_BUG       = 90, /* bug: the library contradicted itself; please report it */
};

/* Who can mend it. */
enum {
    PRAP_CLASS_NONE   = 0,
    PRAP_CLASS_HOST   = 1,
    PRAP_CLASS_CALLER = 2,
    PRAP_CLASS_DATA   = 3,
    PRAP_CLASS_LIMIT  = 4,
    PRAP_CLASS_ABI    = 5,
    PRAP_CLASS_BUG    = 6,
};

/* The public name of a status ("coverage"), its meaning, and its PRAP_CLASS_*.
 * Static text, never freed. NULL, NULL and PRAP_CLASS_BUG for a number that is no status. Since 0.1. */
PRAP_API const char *prap_status_name(prap_status status);
PRAP_API const char *prap_status_meaning(prap_status status);
PRAP_API int32_t prap_status_class(prap_status status);

#ifdef __cplusplus
}
#endif

#endif
