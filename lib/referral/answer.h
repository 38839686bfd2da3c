/* answer.h: the room that an answer is written into. */
#ifndef PRAPI_ANSWER_H
#define PRAPI_ANSWER_H

#include "prap/referral.h"
#include "prap/rulebook.h"
#include "prap/supplement.h"

#include "programmes/programme.h"
#include "referral/clocks.h"
#include "referral/command.h"

enum { PRAPI_NOTICES_MAX = 48, PRAPI_DEADLINES_MAX = 18 + PRAP_DEFINITIONS_MAX };

/* Of prap_may_send, which asks about a case that no engine holds. */
typedef struct prapi_message_room {
    prapi_command asked;
    prapi_event event;
    prapi_case before;
    prapi_case after;
} prapi_message_room;

/* Beside the answer room that a small stack has not, while it is made. */
struct prap_answer {
    const prap_allocator *allocator;
    const prapi_programme *programme; /* whose documents its notices may cite, and */
    uint32_t scenario;                /*   PRAP_SCENARIO_* whose paragraphs; NULL and 0 before they are known */
    prap_summary summary;
    prap_reason reasons[PRAPI_ROW_GUARDS];
    prap_deadline deadlines[PRAPI_DEADLINES_MAX];
    prap_notice notices[PRAPI_NOTICES_MAX];
    prap_setting settings[PRAPI_POLICY_END];
    uint32_t n_reasons;
    uint32_t n_deadlines;
    uint32_t n_notices;
    uint32_t n_settings;
    prapi_clock_days days;       /* room: of the case that is described or comes before the event, and */
    prapi_clock_days days_after; /*   after the event */
    prapi_message_room message;
};

/* Forgets everything but the allocator. What stands in the lists beyond their counts is never looked at. */
void prapi_answer_clear(prap_answer *answer);

/*
 * Adds a notice; fact 0 for none. Its rule is the notice's own, or the fact's where it has none; one whose rule is of
 * another programme's documents is not added.
 */
void prapi_answer_notice(prap_answer *answer, uint32_t notice, uint32_t fact, prap_day due);

#endif
