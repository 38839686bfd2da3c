/* question.h: what of a question is checked before anything is counted. Pure. */
#ifndef PRAPI_DATES_QUESTION_H
#define PRAPI_DATES_QUESTION_H

#include <stdbool.h>

#include "prap/dates.h"

/* D-14 and D-21, which need the one instant that a moment is. */
bool prapi_is_about_moments(uint32_t computation);

/*
 * Takes over the caller's question and checks it; moments with an offset become those of UK local time. The statuses of
 * prap_date_compute but for PRAP_E_TWICE and what a count comes to.
 */
prap_status prapi_question_take(prap_date_question *ours, const prap_date_question *theirs, prap_error *reterr);

/* The same of a question that is ours already. */
prap_status prapi_question_check(prap_date_question *ours, prap_error *reterr);

#endif
