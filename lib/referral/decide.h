/* decide.h: what a case is, and what an event would make of it. Pure: nothing here can reach the host. */
#ifndef PRAPI_DECIDE_H
#define PRAPI_DECIDE_H

#include "referral/answer.h"
#include "referral/case.h"
#include "referral/clocks.h"
#include "referral/judge.h"
#include "referral/rulebook.h"

/*
 * Judges event against the case before it and fills the answer: verdict, reasons, and the case as it stands
 * afterwards, as of the day of recording. When the verdict is PERMITTED, event is completed with stage, feed, reason
 * and breaches, and *ret_after, which was cleared once, is the case after it; otherwise it is the case before. An event that was refused
 * and comes with an override is permitted all the same, its reasons being breaches (rules.md 2.0).
 * voiding: for entry-voided what the journal says of it, else NULL.
 * Returns PRAP_OK, PRAP_E_COVERAGE, or PRAP_E_BUG when the programme's rows contradict themselves.
 */
prap_status prapi_decide(const prap_rulebook *rulebook, const prapi_case *before, prapi_event *event,
                         const prapi_void *voiding, bool strict, prap_answer *answer, prapi_case *ret_after);

/* Fills the answer with the case as it stands on a day, without a verdict. Returns PRAP_OK or PRAP_E_COVERAGE. */
prap_status prapi_describe(const prap_rulebook *rulebook, const prapi_case *state, prap_day as_of,
                           prap_answer *answer);

/* The same when the clocks of the case have been run: one run serves any number of days. */
prap_status prapi_describe_with(const prap_rulebook *rulebook, const prapi_case *state, const prapi_clock_days *days,
                                prap_day as_of, prap_answer *answer);

/* The row that decides about an event of a case at a stage, or NULL when the programme has none. */
const prapi_row *prapi_row_find(const prap_rulebook *rulebook, const prapi_case *before, uint32_t stage,
                                const prapi_event *event);

/* Can a case begin with this event? */
bool prapi_programme_opens(const prapi_programme *programme, uint32_t event);

#endif
