/* notices.h: what a permitted event makes worth telling. */
#ifndef PRAPI_NOTICES_H
#define PRAPI_NOTICES_H

#include "referral/answer.h"
#include "referral/judge.h"

/*
 * Adds the notices of a permitted event: those of its row (NULL when it was recorded over a row that forbids it), then
 * those that follow from its days and facts.
 * days: the clocks of the case after it. event->breaches is written.
 */
void prapi_notices_raise(const prapi_judge *judge, const prapi_row *row, const prapi_case *after,
                         const prapi_clock_days *days, prapi_event *event, prap_answer *answer);

#endif
