/* erasure.h: a request to erase before there is a case of it: its facts, and what becomes of it. */
#ifndef PRAPI_ERASURE_H
#define PRAPI_ERASURE_H

#include "prap/data-protection.h"

#include "referral/case.h"
#include "referral/rulebook.h"

/*
 * What a referral's own events say of the six facts that decide; what is said already stays. Of a case that was taken
 * over, silence is no answer.
 */
void prapi_erasure_facts_of(const prapi_case *state, prapi_event *known);

/* The decision on what is known. ret_erasure: its size was adopted. Returns PRAP_OK or PRAP_E_COVERAGE. */
prap_status prapi_erasure_answer(const prap_calendar *calendar, const int32_t settings[], const prapi_event *known,
                                 prap_day received_on, prap_erasure *ret_erasure);

#endif
