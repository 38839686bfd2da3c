/* folding.h: names and answers as they are compared (include/prap/participant-check.h). Works on secrets
 * (base/secret.h). */
#ifndef PRAPI_FOLDING_H
#define PRAPI_FOLDING_H

#include "prap/participant-check.h"

#include "base/secret.h"

/* A text of which only what counts is left. All of it is secret; wipe it. */
typedef struct prapi_folded {
    uint32_t letters[PRAP_PARTICIPANT_TEXT_BYTES];  /* code points, and zeros after the last */
    uint32_t initials[PRAP_PARTICIPANT_TEXT_BYTES]; /* of each part of a name the first of them */
} prapi_folded;

/*
 * Reads a text of at most PRAP_PARTICIPANT_TEXT_BYTES. The mask of whether it is printable UTF-8 of which
 * something is left.
 */
prapi_mask prapi_fold(prap_text text, prapi_folded *ret_folded);

/* Is it the same? Of two texts of which something is left. */
prapi_mask prapi_is_same_text(const uint32_t left[PRAP_PARTICIPANT_TEXT_BYTES],
                              const uint32_t right[PRAP_PARTICIPANT_TEXT_BYTES]);

#endif
