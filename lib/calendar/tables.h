/* tables.h: what generate.py does for the built-in calendars, done for one that the host makes. */
#ifndef PRAPI_CALENDAR_TABLES_H
#define PRAPI_CALENDAR_TABLES_H

#include "calendar/holidays.h"

/* The room that a calendar's own pointers are to, which are to constants. */
typedef struct prapi_tables {
    uint16_t *before;        /* as the view has it: one more than there are known days */
    uint16_t *days;          /* as the view has it: one for each known weekday, at most */
    uint16_t *holiday_ranks; /* one for each holiday */
} prapi_tables;

/* The place of the first holiday that is not before the day: n when there is none. */
uint32_t prapi_holiday_place(const prap_holiday *holidays, uint32_t n, prap_day day);

/*
 * Fills a calendar that has its spans, its name and its holidays: the view, the ranks of the holidays, everything that
 * is counted, and the hash.
 */
void prapi_calendar_tables(prap_calendar *calendar, const prapi_tables *tables);

#endif
