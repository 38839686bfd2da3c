/* calendars.h: the calendar of each division, with the days of --holidays and --closed put in. */
#ifndef PRAP_CLI_CALENDARS_H
#define PRAP_CLI_CALENDARS_H

#include <jansson.h>

#include "arguments.h"

#define CLI_DIVISIONS 4 /* numbered from 1 */

struct cli_calendars {
    const struct cli_arguments *arguments;
    json_t *holidays;                   /* the content of --holidays; NULL: not given */
    prap_calendar *ours[CLI_DIVISIONS]; /* NULL: as built in, or lacking */
    bool lacks[CLI_DIVISIONS];          /* --holidays is given and says nothing of the division */
};

/* What the library allocates with: where there is no memory the command ends. It stays for ever. */
extern const prap_allocator cli_allocator;

/*
 * Reads --holidays, a bank-holidays.json as GOV.UK publishes it, and --closed, and makes the calendar of
 * every division that the file has; it must have wanted. Returns CLI_EXIT_ANSWERED, or what to end with after
 * one message: CLI_EXIT_FAILED when the file cannot be read, CLI_EXIT_USE when it is no such file. Whatever
 * it returns, close.
 */
int cli_calendars_open(const struct cli_arguments *arguments, uint32_t wanted,
                       struct cli_calendars *ret_calendars);

/* NULL for an unknown division and for one that --holidays lacks. Borrowed. */
const prap_calendar *cli_calendar_of(const struct cli_calendars *calendars, uint32_t division);
void cli_calendars_close(struct cli_calendars *calendars);

#endif
