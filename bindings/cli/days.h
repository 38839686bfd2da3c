/* days.h: the working-day questions, asked on the command line or as JSON Lines. */
#ifndef PRAP_CLI_DAYS_H
#define PRAP_CLI_DAYS_H

#include <stdbool.h>
#include <stdint.h>

#include "calendars.h"

/* Answers the lines of standard input. calendars: borrowed. division and flags hold for lines that do not say
 * otherwise. */
int cli_days_lines(const struct cli_calendars *calendars, uint32_t division, uint32_t flags);

/* Prints each day of a walk: counted, or skipped and why. from is excluded, as in a count; to is included. */
void cli_days_why(const prap_calendar *calendar, prap_day from, prap_day to, uint32_t flags);

/* Why a day is no working day: its holiday's title, or its weekday. */
const char *cli_days_not_working(const prap_calendar *calendar, prap_day day);

#endif
