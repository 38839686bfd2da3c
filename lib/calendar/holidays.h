/*
 * holidays.h: what a calendar is inside, and the three built-in ones that generate.py prints.
 *
 * A working day's rank is the number of working days before it, so ranks run from 0. Known coverage has two tables,
 * day to rank and rank to day, two bytes an entry, so that no answer there needs a walk (prap/inline-calendar.h). In
 * provisional coverage a rank is counted from the nearest holiday before, whose own rank is kept: between two holidays
 * there are plain weeks. That needs a search among the holidays, and two bytes for each, which keeps a division with
 * all its years within 32 KiB.
 */
#ifndef PRAPI_CALENDAR_HOLIDAYS_H
#define PRAPI_CALENDAR_HOLIDAYS_H

#include <stddef.h>
#include <stdint.h>

#include "prap/calendar.h"
#include "prap/host.h"
#include "prap/inline-calendar.h"

struct prap_calendar {
    prap_calendar_view view; /* first, for ever: programs have its place compiled in */
    prap_calendar_identity identity;
    uint32_t n_working_days;         /* in provisional coverage */
    const prap_holiday *holidays;    /* in date order, identity.n_holidays of them */
    const uint16_t *holiday_ranks;   /* working days of provisional coverage before each */
    const char *name;                /* of the division, as its hash has it */
    const prap_allocator *allocator; /* of an overlay; NULL for a built-in calendar */
    size_t bytes;                    /* an overlay's one block */
};

/* In the order of PRAP_DIVISION_*, from 1. */
#define PRAPI_CALENDAR_DIVISIONS 3u
extern const prap_calendar prapi_calendars[PRAPI_CALENDAR_DIVISIONS];

#endif
