/* holidays.h: a bank-holidays.json as GOV.UK publishes it, as changes to a calendar. */
#ifndef PRAP_CLI_HOLIDAYS_H
#define PRAP_CLI_HOLIDAYS_H

#include <jansson.h>
#include <stdbool.h>

#include "prap/prap.h"

/* Changes to a calendar. items: NULL or allocated with malloc. Titles are borrowed. */
struct cli_changes {
    prap_calendar_change *items;
    size_t n;
};

/* What is wrong with a file: where in it, and one sentence. No part of it repeats a value that came in. */
struct cli_holidays_fault {
    char field[64];
    const char *message;
};

enum cli_holidays_read { CLI_HOLIDAYS_READ, CLI_HOLIDAYS_NO_FILE, CLI_HOLIDAYS_WRONG };

/* Reads a file. NO_FILE: errno says why it cannot be read. WRONG: it is no JSON object. *ret_object is the
 * caller's. */
enum cli_holidays_read cli_holidays_read(const char *path, json_t **ret_object,
                                         struct cli_holidays_fault *ret_fault);

/*
 * The changes that replace every year in which the file has a holiday of a division of base by exactly what
 * it has there. Years after base's known span come in order, years before it in reverse, because a known year
 * has to touch another one. Returns false with the fault when the file has another shape. ret_changes is the
 * caller's to free.
 */
bool cli_holidays_changes(const json_t *object, const char *division, const prap_calendar *base,
                          struct cli_changes *ret_changes, struct cli_holidays_fault *ret_fault);

/*
 * Puts what prap_calendar_create said of the changes into a fault: its "changes[7].day" becomes the field of the
 * file, "scotland.events[3].date", of the event that the change came from.
 */
void cli_holidays_fault_from(const json_t *object, const char *division, const struct cli_changes *changes,
                             const prap_error *error, struct cli_holidays_fault *ret_fault);

/* The change that prap_calendar_create named, or NULL when it named none; *ret_member is its field. */
const prap_calendar_change *cli_changes_named(const struct cli_changes *changes, const prap_error *error,
                                              const char **ret_member);

#endif
