/* case.c: folding events into a case. */
#include <string.h>

#include "prap/vocabulary.h"

#include "referral/case.h"

void prapi_case_clear(prapi_case *state) {
    memset(state, 0, sizeof *state);
    state->feed = PRAP_FEED_NOT_OPEN;
    state->recorded = PRAP_DAY_NONE;
    state->received_on = PRAP_DAY_NONE;
    state->made_on = PRAP_DAY_NONE;
    state->acknowledged_on = PRAP_DAY_NONE;
    state->attended_on = PRAP_DAY_NONE;
    state->start_on = PRAP_DAY_NONE;
    state->entered_on = PRAP_DAY_NONE;
    state->plan_on = PRAP_DAY_NONE;
    state->ended_on = PRAP_DAY_NONE;
}

bool prapi_stage_is_ended(uint32_t stage) {
    const prap_word *word = prap_word_by_number(PRAP_WORDS_STATE, stage);
    return word != NULL && word->detail == 1;
}

bool prapi_stage_is_waiting(uint32_t stage) {
    return stage == PRAP_STATE_RECEIVED || stage == PRAP_STATE_ACCEPTED || stage == PRAP_STATE_CANCEL_REQUESTED ||
           stage == PRAP_STATE_ATTENDED;
}

/* An attempt counts as failed unless the person was reached; unsure ones are counted apart (AMB-48). */
static void count_attempt(prapi_case *state, const prapi_said *reached) {
    state->attempts++;
    if (reached->kind == PRAP_VALUE_UNKNOWN) {
        state->attempts_unsure++;
    } else if (reached->kind != PRAP_VALUE_YES) {
        state->attempts_failed++;
    }
}

/* The day that each event brings. */
static void apply_days(prapi_case *state, const prapi_event *event) {
    switch (event->event) {
    case PRAP_EVENT_REFERRAL_RECEIVED:
        state->received_on = event->on;
        state->made_on = event->said[PRAP_FACT_MADE].kind == PRAP_VALUE_DAY ? event->said[PRAP_FACT_MADE].value
                                                                            : event->on;
        break;
    case PRAP_EVENT_ACCEPT:
        state->acknowledged_on = event->on;
        break;
    case PRAP_EVENT_REJECT:
        state->acknowledged_on = event->on;
        state->ended_on = event->on;
        break;
    case PRAP_EVENT_CONTACT_ATTEMPTED:
        count_attempt(state, &event->said[PRAP_FACT_REACHED]);
        break;
    case PRAP_EVENT_MEETING_ATTENDED:
        state->attended_on = event->on;
        break;
    case PRAP_EVENT_START_RECORDED: /* retrospectively it brings the meeting too (3.28, T-I-20) */
        state->attended_on = event->on;
        state->start_on = event->on;
        state->entered_on = event->recorded;
        break;
    case PRAP_EVENT_DNA_RECORDED:
    case PRAP_EVENT_DNS_RECORDED:
    case PRAP_EVENT_CANCELLATION_REQUESTED:
    case PRAP_EVENT_CANCELLATION_CONFIRMED:
        state->reason = event->reason;
        if (prapi_stage_is_ended(event->to)) { /* a request that still waits enters no outcome (T-I-32) */
            state->entered_on = event->recorded;
            state->ended_on = event->on;
        }
        break;
    case PRAP_EVENT_PLAN_AGREED: /* a plan agreed again is a revision: the first agreement is the one of 3.56 */
        if (state->plan_on == PRAP_DAY_NONE) state->plan_on = event->on;
        break;
    case PRAP_EVENT_LEFT:
    case PRAP_EVENT_AUTO_DNA:
        state->ended_on = event->on;
        break;
    }
}

void prapi_case_apply(prapi_case *state, const prapi_event *event) {
    apply_days(state, event);
    for (uint32_t fact = 1; fact < PRAPI_FACT_END; fact++) {
        if (event->said[fact].kind != 0 && prapi_fact_lasts(fact)) state->said[fact] = event->said[fact];
    }
    state->programme = event->programme;
    state->stage = event->to;
    state->feed = event->feed;
    state->version = event->sequence;
    state->recorded = event->recorded;
    state->breaches += event->breaches;
}
