/* call-steps.c: what a permitted step changes, and nothing else does. */
#include <string.h>

#include "provider-direct/call.h"

static prap_day day_of(const prapi_call_step *step, uint32_t fact) {
    return step->said[fact].kind == PRAP_VALUE_DAY ? step->said[fact].value : PRAP_DAY_NONE;
}

/* An option, or 0. */
static uint8_t option_of(const prapi_call_step *step, uint32_t fact) {
    return step->said[fact].kind == PRAP_VALUE_OPTION ? (uint8_t)step->said[fact].value : 0;
}

uint32_t prapi_call_questions_left(const prapi_participant *one) {
    if (!prapi_call_is_left(one)) return 0;
    uint32_t n = 0;
    for (uint32_t i = 1; i <= prap_word_count(PRAP_WORDS_QUESTION); i++) n += (one->unaskable >> i & 1) == 0 ? 1 : 0;
    return n;
}

static void list(prapi_call_state *now, const prapi_call_step *step) {
    prapi_participant *one = &now->participants[now->n];
    now->n++; /* nothing stands there: the session was zeroed, and so is the place of whom it takes off */
    one->standing = PRAP_CALL_PARTICIPANT_LISTED;
    one->has_original = (uint8_t)step->said[PRAP_CALL_FACT_ORIGINAL_HELD].kind;
    one->inappropriate = prapi_call_is_yes(step, PRAP_CALL_FACT_TOLD_IN_ADVANCE);
    one->received_on = day_of(step, PRAP_CALL_FACT_RECEIVED);
    one->failed_on = PRAP_DAY_NONE;
    one->recorded_on = PRAP_DAY_NONE;
    one->updated_on = PRAP_DAY_NONE;
    one->id_bytes = (uint8_t)step->id.n;
    memcpy(one->id, step->id.bytes, step->id.n);
}

static void take_off(prapi_call_state *now, uint32_t who) {
    now->n--;
    memmove(&now->participants[who], &now->participants[who + 1], (now->n - who) * sizeof now->participants[0]);
    memset(&now->participants[now->n], 0, sizeof now->participants[0]);
}

static void place(prap_call *call, const prapi_call_step *step) {
    call->now.day = step->at.day;
    for (uint32_t i = 0; i < call->now.n; i++) {
        prapi_participant *one = &call->now.participants[i];
        one->inappropriate = one->inappropriate || prapi_call_is_recent(call, one, step->at.day);
    }
}

static void check(const prapi_call_judge *judge, prapi_participant *one) {
    prapi_call_state *now = &judge->call->now;
    now->current = judge->is_failed ? PRAP_CALL_NOBODY : judge->step->who;
    one->standing = judge->is_failed ? PRAP_CALL_PARTICIPANT_FAILED_SECURITY : PRAP_CALL_PARTICIPANT_PASSED;
    const uint8_t choice = option_of(judge->step, PRAP_CALL_FACT_AGENT_CHOICE);
    one->call_back = judge->is_failed && choice != PRAP_AGENT_CHOICE_NEXT_PARTICIPANT;
}

/* Details told in the call stay noted; a record adds to them. */
static void note_details(prapi_participant *one, const prapi_call_step *step) {
    one->new_address = one->new_address || prapi_call_is_yes(step, PRAP_CALL_FACT_NEW_ADDRESS);
    one->new_phone = one->new_phone || prapi_call_is_yes(step, PRAP_CALL_FACT_NEW_PHONE);
    one->employment_details = one->employment_details || prapi_call_is_yes(step, PRAP_CALL_FACT_EMPLOYMENT_DETAILS);
    one->other_details = one->other_details || prapi_call_is_yes(step, PRAP_CALL_FACT_OTHER_DETAILS);
}

static void record(prapi_call_state *now, const prapi_call_step *step, prapi_participant *one) {
    const bool is_decided =
        one->standing == PRAP_CALL_PARTICIPANT_RAISED || one->standing == PRAP_CALL_PARTICIPANT_NOT_RAISED;
    if (!is_decided) one->standing = PRAP_CALL_PARTICIPANT_RECORDED;
    if (step->said[PRAP_CALL_FACT_ADVICE].kind == PRAP_VALUE_OPTION) one->advice = option_of(step, PRAP_CALL_FACT_ADVICE);
    one->why_not = option_of(step, PRAP_CALL_FACT_WHY_NOT);
    one->recorded_on = now->day;
    one->unrecorded = false;
    const prap_day updated = day_of(step, PRAP_CALL_FACT_UPDATED_ON);
    if (updated != PRAP_DAY_NONE) one->updated_on = updated;
    note_details(one, step);
}

static void decide(const prapi_call_step *step, prapi_participant *one) {
    const bool raised = prapi_call_is_yes(step, PRAP_CALL_FACT_RAISED);
    one->standing = raised ? PRAP_CALL_PARTICIPANT_RAISED : PRAP_CALL_PARTICIPANT_NOT_RAISED;
    one->form = raised ? option_of(step, PRAP_CALL_FACT_FORM) : 0;
    one->unrecorded = one->recorded_on == PRAP_DAY_NONE;
}

static void go_on(prapi_call_state *now, const prapi_call_step *step) {
    now->current = step->is_named ? step->who : PRAP_CALL_NOBODY;
    if (step->is_named) now->participants[step->who].standing = PRAP_CALL_PARTICIPANT_CHECKING;
}

/* The events that are about one participant; the last of them is the decision. */
static void apply_to(const prapi_call_judge *judge, prapi_participant *one) {
    const prapi_call_step *step = judge->step;
    if (step->event == PRAP_CALL_EVENT_QUESTION_UNASKABLE) {
        judge->call->now.current = step->who;
        one->standing = PRAP_CALL_PARTICIPANT_CHECKING;
        one->unaskable |= (uint8_t)(1u << option_of(step, PRAP_CALL_FACT_QUESTION));
    } else if (step->event == PRAP_CALL_EVENT_PARTICIPANT_CHECKED) {
        check(judge, one);
    } else if (step->event == PRAP_CALL_EVENT_DETAILS_ASKED) {
        one->standing = PRAP_CALL_PARTICIPANT_ASKED;
        one->failed_on = day_of(step, PRAP_CALL_FACT_FAILED_ON);
    } else if (step->event == PRAP_CALL_EVENT_ADVICE_GIVEN) {
        one->standing = PRAP_CALL_PARTICIPANT_ADVISED;
        one->advice = option_of(step, PRAP_CALL_FACT_ADVICE);
        note_details(one, step);
    } else if (step->event == PRAP_CALL_EVENT_ADVICE_RECORDED) {
        record(&judge->call->now, step, one);
    } else if (step->event == PRAP_CALL_EVENT_RECORD_UPDATED) {
        one->updated_on = day_of(step, PRAP_CALL_FACT_UPDATED_ON);
    } else {
        decide(step, one);
    }
}

static void apply_end(const prapi_call_judge *judge) {
    static const uint8_t how[] = {[PRAP_CALL_STAGE_ELIGIBILITY] = PRAPI_ENDED_INELIGIBLE,
                                  [PRAP_CALL_STAGE_ACCESS_CODE] = PRAPI_ENDED_CODE_WRONG};
    prapi_call_state *now = &judge->call->now;
    now->current = PRAP_CALL_NOBODY;
    now->ended = judge->is_failed && now->stage < sizeof how ? how[now->stage] : PRAPI_ENDED_AFTERWARDS;
}

void prapi_call_apply(const prapi_call_judge *judge) {
    const prapi_call_step *step = judge->step;
    prap_call *call = judge->call;
    prapi_call_state *now = &call->now;
    if (step->event == PRAP_CALL_EVENT_PARTICIPANT_LISTED) {
        list(now, step);
    } else if (step->event == PRAP_CALL_EVENT_PARTICIPANT_TAKEN_OFF) {
        take_off(now, step->who);
    } else if (step->event == PRAP_CALL_EVENT_NEXT_PARTICIPANT) {
        go_on(now, step);
    } else if (step->event == PRAP_CALL_EVENT_CALL_PLACED) {
        place(call, step);
    } else if (step->who != PRAP_CALL_NOBODY) {
        apply_to(judge, &now->participants[step->who]);
    }
    if (now->stage < PRAP_CALL_STAGE_ENDED && judge->to == PRAP_CALL_STAGE_ENDED) apply_end(judge);
    now->stage = judge->to;
    if (step->at.day != PRAP_DAY_NONE) now->last_day = step->at.day;
    if (step->at.minute != PRAP_MINUTE_NONE) now->last = step->instant;
}
