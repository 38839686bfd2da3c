/*
 * any-call.h: any call to Provider Direct between two steps, and any step as it is taken in (provider-direct/call-event.c):
 * facts have their types, and a participant is one who is listed or nobody.
 */
#ifndef PRAPI_PROOF_ANY_CALL_H
#define PRAPI_PROOF_ANY_CALL_H

#include "any-settings.h"

#include "provider-direct/call.h"

static prap_day call_day(void) {
    return any_of(PRAP_DAY_MIN, PRAP_DAY_MAX);
}

static prap_day call_day_or_none(void) {
    return maybe() ? call_day() : PRAP_DAY_NONE;
}

static void any_participant(prapi_participant *one) {
    ANY(*one);
    one->standing = (uint8_t)any_of(0, PRAP_CALL_PARTICIPANT_NOT_RAISED);
    one->id_bytes = (uint8_t)any_of(1, PRAP_ID_BYTES);
    one->inappropriate = maybe();
    one->call_back = maybe();
    one->new_address = maybe();
    one->new_phone = maybe();
    one->employment_details = maybe();
    one->other_details = maybe();
    one->unrecorded = maybe();
    one->received_on = call_day_or_none();
    one->failed_on = call_day_or_none();
    one->recorded_on = call_day_or_none();
    one->updated_on = call_day_or_none();
}

static void any_call(prap_call *call, uint32_t n) {
    memset(call, 0, sizeof *call);
    call->calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    any_settings(call->settings);
    call->now.stage = (uint32_t)any_of(PRAP_CALL_STAGE_BATCHED, PRAP_CALL_STAGE_RECORDED);
    call->now.n = n;
    call->now.current = maybe() || n == 0 ? PRAP_CALL_NOBODY : (uint32_t)any_of(0, (int)n - 1);
    call->now.ended = (uint32_t)any_of(PRAPI_ENDED_NOT, PRAPI_ENDED_AFTERWARDS);
    call->now.day = call_day_or_none();
    call->now.last_day = call_day_or_none();
    call->now.last = (int64_t)any_u64();
    for (size_t i = 0; i < n; i++) any_participant(&call->now.participants[i]);
}

/* No word of a fact of a call has a number above 7. */
static prapi_call_said any_call_said(uint32_t fact) {
    const prap_call_fact_kind *const kind = prap_call_fact_kind_by_number(fact);
    if (maybe()) return (prapi_call_said){kind->absent, 0};
    switch (kind->type) {
    case PRAP_FACT_TYPE_NUMBER: return (prapi_call_said){PRAP_VALUE_NUMBER, any_of(0, 3)};
    case PRAP_FACT_TYPE_DAY: return (prapi_call_said){PRAP_VALUE_DAY, call_day()};
    case PRAP_FACT_TYPE_OPTION: return (prapi_call_said){PRAP_VALUE_OPTION, any_of(1, 7)};
    }
    return (prapi_call_said){maybe() ? PRAP_VALUE_YES : maybe() ? PRAP_VALUE_NO : PRAP_VALUE_UNKNOWN, 0};
}

static void any_step(prapi_call_step *step, const prap_call *call) {
    memset(step, 0, sizeof *step);
    step->event = (uint32_t)any_of(1, PRAP_CALL_EVENT_PARTICIPANT_TAKEN_OFF);
    step->who = maybe() || call->now.n == 0 ? PRAP_CALL_NOBODY : (uint32_t)any_of(0, (int)call->now.n - 1);
    step->is_named = maybe();
    step->at.day = call_day_or_none();
    step->at.minute = maybe() ? PRAP_MINUTE_NONE : any_of(0, 1439);
    step->at.offset = maybe() ? PRAP_OFFSET_NONE : any_of(-1439, 1439);
    step->instant = (int64_t)any_u64();
    //@ loop unroll PRAPI_CALL_FACT_END;
    for (uint32_t fact = 1; fact < PRAPI_CALL_FACT_END; fact++) step->said[fact] = any_call_said(fact);
}

#endif
