/* date-agreement.h: the deadlines of a case against the date computations, which count them another way. */
#ifndef TEST_SUPPORT_DATE_AGREEMENT_H
#define TEST_SUPPORT_DATE_AGREEMENT_H

#include "answer-copy.h"

/* A complaint, or NULL: each deadline is the day that prap_date_compute gives for its anchor under the settings. */
const char *date_agreement_complaint(const struct answer_copy *copy, const prap_calendar *calendar,
                                     const prap_setting *settings, size_t n_settings);

#endif
