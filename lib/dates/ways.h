/*
 * ways.h: the ways of counting that the rows of computations.def have, as the rest of the library uses them. Pure.
 */
#ifndef PRAPI_DATES_WAYS_H
#define PRAPI_DATES_WAYS_H

#include "dates/counter.h"
#include "prap/dates.h"

/*
 * The days of a computation: anchor, first, due, prudent, alternative, holds, policy and its value, rule; not the
 * working days around due, nor what needs outages or a service. question: checked before; moments are D-14's and D-21's
 * own affair. Fails through the counter: PRAP_E_COVERAGE, PRAP_E_RANGE when days leave the years 1 to 9999, PRAP_E_DAY
 * when one is none, PRAP_E_REQUIRED when the policy counts from a second day that is not there.
 */
prap_date_answer prapi_date_days(prapi_counter *counter, const prap_date_question *question);

/*
 * The due day of a computation that counts from one whole day. flags: PRAP_DATE_*. PRAP_DAY_NONE where that cannot be
 * counted: beyond the calendar, or beyond the year 9999.
 */
prap_day prapi_date_due(const prap_calendar *calendar, const int32_t *settings, uint32_t computation, prap_day anchor,
                        uint32_t flags);

#endif
