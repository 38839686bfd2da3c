/* error.h: how a failure is explained to the caller. */
#ifndef PRAPI_ERROR_H
#define PRAPI_ERROR_H

#include <stddef.h>

#include "prap/host.h"

/*
 * Fills the caller's error, if there is one and its size holds the status, and returns status, so that a failing
 * line reads: return prapi_fail(reterr, PRAP_E_DAY, "on", "there is no such day");
 * field and message are ours: a value that came in is never repeated (threat S11 of the reliability notes). A message of NULL,
 * as prap_status_meaning has it for a callback's own status, says that it is one.
 */
prap_status prapi_fail(prap_error *reterr, prap_status status, const char *field, const char *message);

/* Says of which of a list the field is: "day" becomes "changes[3].day". What does not fit is left out. */
prap_status prapi_fail_in_list(prap_error *reterr, prap_status status, const char *list, size_t i);

/* Adds to the message that prapi_fail wrote; what does not fit is left out. */
void prapi_error_append(prap_error *reterr, const char *text);

/* Adds one word of a list, whole or not at all: when words are left out the message ends in " ...". */
void prapi_error_append_word(prap_error *reterr, const char *word);

#endif
