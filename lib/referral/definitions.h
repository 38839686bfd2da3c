/* definitions.h: a host's own deadlines, one by one: read from its array, counted on a case, listed in an answer. */
#ifndef PRAPI_DEFINITIONS_H
#define PRAPI_DEFINITIONS_H

#include "prap/supplement.h"

#include "referral/answer.h"
#include "referral/clocks.h"

/* The i-th definition of a supplement as we know it: PRAP_OK or PRAP_E_SIZE. */
prap_status prapi_definition_read(const prap_supplement *supplement, uint32_t i, prap_deadline_definition *ret_ours);

/* Is it for cases of the programme? */
bool prapi_definition_is_for(const prap_deadline_definition *definition, uint32_t programme);

/* Does the programme leave this clock to the host? */
bool prapi_programme_leaves_open(const prapi_programme *programme, uint32_t deadline);

/* A day of the case by PRAP_CASE_DAY_*, or PRAP_DAY_NONE. */
prap_day prapi_case_day(const prapi_case *state, uint32_t case_day);

/*
 * Adds to the answer the deadlines that the documents leave undefined while the case waits, and the host's own.
 * stage: as of that day. PRAP_OK, or PRAP_E_COVERAGE when a count leaves the calendar.
 */
prap_status prapi_definitions_list(const prap_rulebook *rulebook, const prapi_case *state,
                                   const prapi_clock_days *days, uint32_t stage, prap_day as_of, prap_answer *answer);

#endif
