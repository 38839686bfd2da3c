/*
 * overlay.h: a calendar of the host's own: another calendar and changes to it. For a holiday proclaimed after this
 * library was built, for the days on which a provider is closed, and for a later list of bank holidays.
 *
 * An overlay is a prap_calendar like any other, for every question and for a rulebook, and as fast. Its base is only
 * read while it is made. Its identity is its own: known and provisional span, number of holidays and hash are those of
 * the days that it has, so that a deadline counted with it can be told from one counted with its base. Changes that
 * come to the same list of days in the same span come to the same hash.
 *
 * Thread rule for the whole header: an overlay is immutable once created; any number of threads may use one. Destroy
 * is for one thread, after the last use.
 */
#ifndef PRAP_OVERLAY_H
#define PRAP_OVERLAY_H

#include <stddef.h>
#include <stdint.h>

#include "prap/calendar.h"
#include "prap/day.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What a change does. They are made in the order given. */
enum {
    PRAP_CALENDAR_ADD_DAY      = 1, /* day is no working day from now on; title says why */
    PRAP_CALENDAR_REMOVE_DAY   = 2, /* day is a holiday no longer */
    PRAP_CALENDAR_REPLACE_YEAR = 3, /* every holiday of the year of day goes, and the year is known: what is added
                                       afterwards is all there is. Whole years are replaced, never merged. */
    PRAP_CALENDAR_SET_EDITION  = 4  /* day is the overlay's edition: the day as of which its list was taken. Without
                                       this it is its base's */
};

/*
 * One change. A frozen value type.
 * day: SET_EDITION any day; else in coverage, for REPLACE_YEAR also in the year next to it, by which the coverage grows.
 * A known year stays next to another known year: replace 2029 before 2030.
 * substitute: ADD_DAY 1 when it is listed as a substitute day, else 0; otherwise 0.
 * title: ADD_DAY the reason, copied; 1 to PRAP_TITLE_BYTES bytes of printable UTF-8. Otherwise empty.
 */
typedef struct prap_calendar_change {
    uint32_t kind; /* PRAP_CALENDAR_ADD_DAY and so on */
    prap_day day;
    uint32_t substitute;
    uint32_t reserved; /* 0 */
    prap_text title;
} prap_calendar_change;

#define PRAP_TITLE_BYTES 64  /* longest title of a day that is added */
#define PRAP_COVERED_YEARS 64 /* most years that a calendar covers */

/*
 * A calendar of base and n changes. One allocation, whose size is known before it is made. allocator: borrowed, must
 * outlive the overlay. base: borrowed for the call; may be an overlay. changes: n of them, may be NULL when n is 0;
 * nothing of them is kept.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_WORD (unknown kind); PRAP_E_DAY; PRAP_E_COVERAGE (a day outside
 * coverage, or a year not next to it); PRAP_E_TEXT (title); PRAP_E_RANGE (substitute or reserved, or a day to remove
 * that is no holiday); PRAP_E_TWICE (a day to add that is one already); PRAP_E_LIMIT (more than PRAP_COVERED_YEARS
 * years, or more changes than days); PRAP_E_NOMEM. The error names which change and its field, as "changes[3].day", and
 * not the value. Destroy with prap_calendar_destroy. Since 0.1.
 */
PRAP_API prap_status prap_calendar_create(const prap_allocator *allocator, const prap_calendar *base,
                                          const prap_calendar_change *changes, size_t n, prap_calendar **ret_calendar,
                                          prap_error *reterr);

/* NULL is allowed, and a built-in calendar is left alone. No rulebook may still use it. Since 0.1. */
PRAP_API void prap_calendar_destroy(prap_calendar *calendar);

#ifdef __cplusplus
}
#endif

#endif
