/* nino.h: National Insurance numbers. Works on secrets (base/secret.h). */
#ifndef PRAPI_NINO_H
#define PRAPI_NINO_H

#include "prap/participant-check.h"

#include "base/secret.h"

enum { PRAPI_NINO_CHARACTERS = 9, PRAPI_NINO_BYTES = 32 }; /* with spaces, at the most */

/* Reads a number of at most PRAPI_NINO_BYTES, without spaces and in capitals. The mask of whether it has the
 * form. */
prapi_mask prapi_nino_read(prap_text text, uint32_t ret_characters[PRAPI_NINO_CHARACTERS]);

#endif
