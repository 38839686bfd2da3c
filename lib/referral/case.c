/* case.c: folding events into a case. */
#include <string.h>

#include "prap/vocabulary.h"

#include "referral/case.h"

/* All but what is said, of a case before anything is known of it. */
static const prapi_case nothing_known = {
    .feed = PRAP_FEED_NOT_OPEN,
    .recorded = PRAP_DAY_NONE,
#define X(TAG, MEMBER) .MEMBER = PRAP_DAY_NONE,
#include "referral/case-days.def"
#undef X
};

static void clear_days(prapi_case *state) {
    memcpy(state, &nothing_known, offsetof(prapi_case, facts));
}

void prapi_case_clear(prapi_case *state) {
    memset(&state->facts, 0, sizeof *state - offsetof(prapi_case, facts));
    clear_days(state);
}

/* What was said is forgotten: said is all zeros again. */
static void unsay(prapi_facts *facts, prapi_said *said) {
    for (uint32_t fact = prapi_fact_after(facts, 0); fact != 0; fact = prapi_fact_after(facts, fact)) {
        said[fact] = (prapi_said){0, 0};
    }
    memset(facts->bits, 0, sizeof facts->bits);
}

static void say_all(prapi_facts *facts, prapi_said *said, const prapi_facts *more, const prapi_said *what) {
    for (uint32_t fact = prapi_fact_after(more, 0); fact != 0; fact = prapi_fact_after(more, fact)) {
        said[fact] = what[fact];
    }
    for (size_t i = 0; i < PRAPI_FACT_WORDS; i++) facts->bits[i] |= more->bits[i];
}

void prapi_case_reset(prapi_case *state) {
    unsay(&state->facts, state->said);
    memset(state->kept, 0, state->kept_bytes);
    clear_days(state);
}

void prapi_event_reset(prapi_event *event) {
    unsay(&event->facts, event->said);
    memset(event, 0, offsetof(prapi_event, facts));
    event->on = PRAP_DAY_NONE;
    event->recorded = PRAP_DAY_NONE;
}

void prapi_case_copy(prapi_case *ret_copy, const prapi_case *state) {
    unsay(&ret_copy->facts, ret_copy->said);
    memset(ret_copy->kept, 0, ret_copy->kept_bytes);
    memcpy(ret_copy, state, offsetof(prapi_case, facts));
    say_all(&ret_copy->facts, ret_copy->said, &state->facts, state->said);
    memcpy(ret_copy->kept, state->kept, state->kept_bytes);
}

bool prapi_case_is_acknowledged(const prapi_case *state) {
    const prapi_said *taken_over = &state->said[PRAP_FACT_STAGE];
    return state->acknowledged_on != PRAP_DAY_NONE ||
           (taken_over->kind == PRAP_VALUE_OPTION && taken_over->value != PRAP_OPTION_AT_RECEIVED);
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

/* A day that is given as a fact, or another where it is not. */
static prap_day day_given(const prapi_event *event, uint32_t fact, prap_day otherwise) {
    return event->said[fact].kind == PRAP_VALUE_DAY ? event->said[fact].value : otherwise;
}

static void receive(prapi_case *state, const prapi_event *event) {
    state->received_on = event->on;
    state->made_on = day_given(event, PRAP_FACT_MADE, event->on);
}

/*
 * 3.28: the start date is the day of the meeting, so a start that is entered alone brings the meeting too (T-I-20). A
 * meeting on another day stays where it was: it is the day of engaging (AMB-88).
 */
static void start(prapi_case *state, const prapi_event *event) {
    if (state->attended_on == PRAP_DAY_NONE) state->attended_on = event->on;
    state->start_on = event->on;
    state->entered_on = event->recorded;
    state->face_to_face_on = state->said[PRAP_FACT_MODE].value == PRAP_OPTION_DIGITAL ||
                                     event->said[PRAP_FACT_MODE].value == PRAP_OPTION_DIGITAL
                                 ? PRAP_DAY_NONE
                                 : event->on;
}

static void end(prapi_case *state, const prapi_event *event) {
    state->reason = event->reason;
    if (!prapi_stage_is_ended(event->to)) return; /* a request that still waits enters no outcome (T-I-32) */
    state->entered_on = event->recorded;
    state->ended_on = event->on;
}

/* A case taken over in mid-life: what is known of its days, and nothing where it is not. */
static void import(prapi_case *state, const prapi_event *event) {
    state->received_on = day_given(event, PRAP_FACT_RECEIVED_ON, day_given(event, PRAP_FACT_MADE, PRAP_DAY_NONE));
    state->made_on = day_given(event, PRAP_FACT_MADE, state->received_on);
    state->acknowledged_on = day_given(event, PRAP_FACT_ACKNOWLEDGED_ON, PRAP_DAY_NONE);
    state->start_on = day_given(event, PRAP_FACT_START_ON, PRAP_DAY_NONE);
    state->attended_on = day_given(event, PRAP_FACT_ATTENDED_ON, state->start_on);
    state->entered_on = day_given(event, PRAP_FACT_ENTERED_ON, PRAP_DAY_NONE);
    state->plan_on = day_given(event, PRAP_FACT_PLAN_ON, PRAP_DAY_NONE);
    state->face_to_face_on = day_given(event, PRAP_FACT_FACE_TO_FACE_ON, PRAP_DAY_NONE);
    state->weekly_offer_on = day_given(event, PRAP_FACT_WEEKLY_OFFER_ON, PRAP_DAY_NONE);
    state->work_on = day_given(event, PRAP_FACT_WORK_STARTED_ON, PRAP_DAY_NONE);
    state->permitted_on = day_given(event, PRAP_FACT_PERMITTED_ON, PRAP_DAY_NONE);
    state->use_from_on = day_given(event, PRAP_FACT_USE_FROM, PRAP_DAY_NONE);
    state->ceases_on = day_given(event, PRAP_FACT_CEASES_ON, PRAP_DAY_NONE);
    if (event->said[PRAP_FACT_ATTEMPTS].kind != PRAP_VALUE_NUMBER) return;
    state->attempts = (uint32_t)event->said[PRAP_FACT_ATTEMPTS].value;
    state->attempts_failed = state->attempts;
}

/* The day that each event brings. */
static void apply_days(prapi_case *state, const prapi_event *event) {
    switch (event->event) {
    case PRAP_EVENT_HANDOVER_HELD:
    case PRAP_EVENT_HANDOVER_IMPOSSIBLE:
        state->handed_over_on = event->on;
        state->meeting_on = day_given(event, PRAP_FACT_MEETING_ON, state->meeting_on);
        break;
    case PRAP_EVENT_REFERRAL_RECEIVED:
    case PRAP_EVENT_CLERICAL_REFERRAL_RECEIVED:
        receive(state, event);
        break;
    case PRAP_EVENT_CASE_IMPORTED:
        import(state, event);
        break;
    case PRAP_EVENT_ACCEPT:
        state->acknowledged_on = event->on;
        break;
    case PRAP_EVENT_REJECT:
        state->acknowledged_on = event->on;
        state->ended_on = event->on;
        break;
    case PRAP_EVENT_CONTACT_ATTEMPTED:
        state->contact_on = event->on;
        count_attempt(state, &event->said[PRAP_FACT_REACHED]);
        break;
    case PRAP_EVENT_MEETING_SCHEDULED:
        state->contact_on = event->on;
        state->meeting_on = day_given(event, PRAP_FACT_MEETING_ON, state->meeting_on);
        break;
    case PRAP_EVENT_MEETING_ATTENDED:
        state->attended_on = event->on;
        break;
    case PRAP_EVENT_START_RECORDED:
    case PRAP_EVENT_CLERICAL_START:
        start(state, event);
        break;
    case PRAP_EVENT_DNA_RECORDED:
    case PRAP_EVENT_DNS_RECORDED:
    case PRAP_EVENT_CLERICAL_OUTCOME:
    case PRAP_EVENT_CANCELLATION_REQUESTED:
    case PRAP_EVENT_CANCELLATION_CONFIRMED:
        end(state, event);
        break;
    case PRAP_EVENT_PLAN_AGREED: /* a plan agreed again is a revision: the first agreement is the one of 3.56 */
        if (state->plan_on == PRAP_DAY_NONE) state->plan_on = event->on;
        break;
    case PRAP_EVENT_FACE_TO_FACE_HELD:
        state->face_to_face_on = event->on;
        break;
    case PRAP_EVENT_WEEKLY_SUPPORT_OFFERED:
        state->weekly_offer_on = event->on;
        break;
    case PRAP_EVENT_WORK_STARTED:
        state->work_on = event->on;
        break;
    case PRAP_EVENT_WORK_STOPPED:
        state->work_on = PRAP_DAY_NONE;
        break;
    case PRAP_EVENT_MAPPA_DISCLOSED:
        state->disclosed_on = event->on;
        break;
    case PRAP_EVENT_MAPPA_ESCALATED:
        state->escalated_on = event->on;
        state->continued_on = PRAP_DAY_NONE;
        break;
    case PRAP_EVENT_MAPPA_CONTINUED:
        state->continued_on = event->on;
        break;
    case PRAP_EVENT_PRAP14_SENT:
    case PRAP_EVENT_MAPPA_CANNOT_CONTINUE:
        state->prap14_on = event->on;
        break;
    case PRAP_EVENT_PRAP14_APPROVED:
        state->approved_on = event->on;
        break;
    case PRAP_EVENT_END_DATE_ENTERED:
        state->end_on = day_given(event, PRAP_FACT_END_ON, event->on);
        if (prapi_stage_is_ended(event->to)) state->ended_on = state->end_on;
        break;
    case PRAP_EVENT_BACKED_OUT:
        state->backed_out_on = event->on;
        if (prapi_stage_is_ended(event->to)) state->ended_on = event->on;
        break;
    case PRAP_EVENT_EMPLOYED_BY_PROVIDER:
        state->form_sent_on = PRAP_DAY_NONE;
        break;
    case PRAP_EVENT_EMPLOYMENT_FORM_SENT:
        state->form_sent_on = event->on;
        break;
    case PRAP_EVENT_ERASURE_REQUESTED:
        receive(state, event);
        break;
    case PRAP_EVENT_HOLDING_REPLY_SENT: /* the first is the one that was owed at once */
        if (state->holding_reply_on == PRAP_DAY_NONE) state->holding_reply_on = event->on;
        break;
    case PRAP_EVENT_FORWARDED_TO_DPO:
        state->forwarded_on = event->on;
        break;
    case PRAP_EVENT_RESPONSE_ISSUED:
        state->responded_on = event->on;
        break;
    case PRAP_EVENT_PERMISSION_GIVEN:
        state->permitted_on = event->on;
        break;
    case PRAP_EVENT_USE_AGREED:
        state->use_from_on = day_given(event, PRAP_FACT_USE_FROM, event->on);
        break;
    case PRAP_EVENT_WITHDRAWAL_DECIDED:
        state->withdrawn_on = event->on;
        break;
    case PRAP_EVENT_CEASE_AGREED:
        state->ceases_on = day_given(event, PRAP_FACT_CEASES_ON, state->ceases_on);
        break;
    case PRAP_EVENT_RESPONSE_FORWARDED:
    case PRAP_EVENT_USE_CEASED:
    case PRAP_EVENT_LEFT:
    case PRAP_EVENT_WITHDREW:
    case PRAP_EVENT_AUTO_DNA:
    case PRAP_EVENT_ALLOTTED_TIME_ENDED:
        state->ended_on = event->on;
        break;
    case PRAP_EVENT_PRAP14_ACTIONED:
        if (!prapi_stage_is_ended(event->to)) break;
        state->ended_on = event->on;
        state->backed_out_on = event->on;
        break;
    }
}

void prapi_case_pass(prapi_case *state, const prapi_event *event) {
    state->programme = event->programme;
    state->version = event->sequence;
    state->recorded = event->recorded;
}

void prapi_case_apply(prapi_case *state, const prapi_event *event) {
    apply_days(state, event);
    prapi_facts lasting;
    for (size_t i = 0; i < PRAPI_FACT_WORDS; i++) lasting.bits[i] = event->facts.bits[i] & prapi_facts_last[i];
    say_all(&state->facts, state->said, &lasting, event->said);
    /* The code of this leaving is PRaP's own, whatever code was said before (LC-45). */
    if (event->event == PRAP_EVENT_ALLOTTED_TIME_ENDED) prapi_unsay(&state->facts, state->said, PRAP_FACT_CODE);
    for (uint32_t region = 1; region < PRAPI_REGION_END; region++) {
        if (event->regions[region] != 0) state->regions[region] = event->regions[region];
    }
    if (event->stays == 0) state->stage = event->to;
    if (event->stays != PRAPI_STAYS) state->feed = event->feed;
    state->breaches += event->breaches;
    prapi_case_pass(state, event);
}
