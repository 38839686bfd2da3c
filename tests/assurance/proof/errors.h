/*
 * errors.h: what the functions of base/error.c do to a caller's error, for the drivers that are not about them: each needs
 * texts that end, and writes texts that end within their room. base.c shows it of them.
 */
#ifndef PRAPI_PROOF_ERRORS_H
#define PRAPI_PROOF_ERRORS_H

#include <string.h>

#include "base/error.h"

/*@ requires reterr == \null || (\valid(reterr) && \initialized(&reterr->size));
    requires valid_read_string(field) && valid_read_string(message);
    assigns \result \from status;
    assigns reterr->status \from status;
    assigns reterr->field[0 .. 38], reterr->message[0 .. 214] \from \nothing;
    ensures \result == status; */
prap_status prapi_fail(prap_error *reterr, prap_status status, const char *field, const char *message);

/*@ requires reterr == \null || (\valid(reterr) && \initialized(&reterr->size));
    requires valid_read_string(list) && (reterr == \null || valid_read_string(&reterr->field[0]));
    assigns \result \from status;
    assigns reterr->field[0 .. 38] \from \nothing;
    ensures \result == status; */
prap_status prapi_fail_in_list(prap_error *reterr, prap_status status, const char *list, size_t i);

/*@ requires reterr == \null || (\valid(reterr) && \initialized(&reterr->size) && valid_read_string(&reterr->message[0]));
    requires valid_read_string(text);
    assigns reterr->message[0 .. 214] \from \nothing; */
void prapi_error_append(prap_error *reterr, const char *text);

/*@ requires reterr == \null || (\valid(reterr) && \initialized(&reterr->size) && valid_read_string(&reterr->message[0]));
    requires valid_read_string(word);
    assigns reterr->message[0 .. 214] \from \nothing; */
void prapi_error_append_word(prap_error *reterr, const char *word);

#endif
