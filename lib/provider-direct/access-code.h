/* access-code.h: the comparison of three characters. Works on secrets (base/secret.h). */
#ifndef PRAPI_ACCESS_CODE_H
#define PRAPI_ACCESS_CODE_H

#include "prap/challenge.h"

#include "base/secret.h"

enum {
    PRAPI_CODE_BYTES = 4 * PRAP_CODE_LENGTH_MAX
}; /* longest text of a code: UTF-8 has at most four bytes a character */

/*
 * Has the code length characters and the answer three, all of them to be seen, and none a space? PRAP_OK, or
 * PRAP_E_NULL or PRAP_E_TEXT and which of the two it is.
 */
prap_status prapi_code_check_form(prap_text code, uint32_t length, prap_text answer, prap_error *reterr);

/* Are the characters at the positions (a mask of three) those of the answer? Both were found to have their
 * form. */
bool prapi_code_is_right(prap_text code, uint32_t length, uint32_t positions, prap_text answer);

#endif
