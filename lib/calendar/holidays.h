/*
 * holidays.h: what a calendar is inside, and the three built-in ones that generate.py prints.
 *
 * A day's position is its distance from provisional_first. A working day's rank is the number of working days
 * before it, so ranks run from 0. Two tables turn one into the other without a walk. Both run so nearly along
 * a straight line that only the distance from it is kept, one byte each, which keeps a division within 32
 * KiB:
 *
 *   rank     = (position * rank_slope >> 16)     + (days[position] >> 1) + rank_base
 *   position = (rank     * position_slope >> 16) + ranks[rank]           + position_base
 *
 * Bit 0 of days[position] is 1 on a working day. A day that is no working day has the rank of the next one.
 */
#ifndef PRAPI_CALENDAR_HOLIDAYS_H
#define PRAPI_CALENDAR_HOLIDAYS_H

#include <stddef.h>
#include <stdint.h>

#include "prap/calendar.h"
#include "prap/host.h"

struct prap_calendar {
    prap_calendar_identity identity;
    uint32_t known_days;         /* from identity.known_first */
    uint32_t known_first_rank;   /* of the first working day in known coverage */
    uint32_t known_working_days; /* from there */
    uint32_t n_working_days;     /* in provisional coverage */
    uint32_t rank_slope;         /* working days for each day, in 65536ths */
    uint32_t position_slope;     /* days for each working day, in 65536ths */
    int32_t rank_base;
    int32_t position_base;
    const uint8_t *days;          /* by position, one for each day of provisional coverage */
    const uint8_t *ranks;         /* by rank, n_working_days of them */
    const prap_holiday *holidays; /* in date order, identity.n_holidays of them */
    const char *name;             /* of the division, as its hash has it */
    const prap_allocator *allocator; /* of an overlay; NULL for a built-in calendar */
    size_t bytes;                    /* an overlay's one block */
};

/* In the order of PRAP_DIVISION_*, from 1. */
#define PRAPI_CALENDAR_DIVISIONS 3u
extern const prap_calendar prapi_calendars[PRAPI_CALENDAR_DIVISIONS];

#endif
