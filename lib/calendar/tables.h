/* tables.h: what generate.py does for the built-in calendars, done for one that the host makes. */
#ifndef PRAPI_CALENDAR_TABLES_H
#define PRAPI_CALENDAR_TABLES_H

#include "calendar/holidays.h"

/* The place of the first holiday that is not before the day: n when there is none. */
uint32_t prapi_holiday_place(const prap_holiday *holidays, uint32_t n, prap_day day);

/*
 * Fills a calendar that has its spans, its name and its holidays: days, ranks and everything that is counted, and
 * the hash. days and ranks are the room that the calendar's own pointers are to: a byte for each day, and for each
 * weekday. PRAP_E_LIMIT when a distance from the line does not fit its byte.
 */
prap_status prapi_calendar_tables(prap_calendar *calendar, uint8_t *days, uint8_t *ranks);

#endif
