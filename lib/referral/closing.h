/*
 * closing.h: where the rows of a programme can end, and how many moves that takes at least, whatever the guards say.
 * Only the tables are asked; no programme and no event is named.
 */
#ifndef PRAPI_CLOSING_H
#define PRAPI_CLOSING_H

#include <stdbool.h>
#include <stdint.h>

#include "programmes/outcomes.h"
#include "referral/case.h"
#include "referral/rulebook.h"

enum { PRAPI_STAGES = 84, PRAPI_FAR = 255 };

/* Bit PRAP_EVENT_*. */
typedef struct prapi_events {
    uint64_t bits[PRAPI_EVENT_WORDS];
} prapi_events;

typedef struct prapi_closing {
    prapi_events by;               /* the way is to go by one of these; none: any way */
    uint8_t far[2][PRAPI_STAGES];  /* least moves to an end from PRAP_STATE_*: [1] once such an event was there */
} prapi_closing;

/*
 * end: PRAP_EVENT_* that the way is to go by, or 0: what the case and the known facts say, of the error that is to be
 * closed or of the reason in the decision table.
 */
void prapi_closing_find(const prap_rulebook *rulebook, const prapi_case *before, const prapi_event *known, uint32_t end,
                        prapi_closing *ret_closing);

/* May the way be any? Is the event one that it is to go by? Is the stage one that no move leads out of? */
bool prapi_closing_by_any(const prapi_closing *closing);
bool prapi_closing_by(const prapi_closing *closing, uint32_t event);
bool prapi_stage_is_final(const prapi_programme *programme, uint32_t stage);

/* The soonest that a row leading to this stage asks of the provider: PRAP_NOTICE_DUE_IMMEDIATELY, _PROMPTLY, or 0. */
uint32_t prapi_stage_urges(const prapi_programme *programme, uint32_t stage);

#endif
