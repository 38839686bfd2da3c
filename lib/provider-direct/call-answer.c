/* call-answer.c: what a session says of itself, and what its words say beside their names. */
#include <string.h>

#include "provider-direct/call.h"

enum { PRAP_CALL_FACT_NONE = 0, PRAP_CALL_EVENT_NONE = 0 };

static const struct {
    const char *why;
    const char *cure;
    uint8_t fact;
    uint8_t cure_event;
} reasons[] = {
#define X(NUMBER, NAME, WORD_NAME, RULE, FACT, CURE, WHY, HOW)                                                \
    [NUMBER] = {WHY, HOW, PRAP_CALL_FACT_##FACT, PRAP_CALL_EVENT_##CURE},
#include "vocabulary/call-reasons.def"
#undef X
};
_Static_assert(sizeof reasons / sizeof reasons[0] == PRAPI_CALL_REASON_END, "reasons run from 1 without gaps");

const char *prap_call_reason_why(uint32_t reason) {
    return reason < PRAPI_CALL_REASON_END ? reasons[reason].why : NULL; /* MUT-EQUIV: of <=: only a sanitizer sees it */
}

const char *prap_call_reason_cure(uint32_t reason) {
    return reason < PRAPI_CALL_REASON_END ? reasons[reason].cure : NULL; /* MUT-EQUIV: of <=: only a sanitizer sees it */
}

uint32_t prapi_call_reason_fact(uint32_t reason) {
    return reasons[reason].fact;
}

uint32_t prapi_call_reason_cure_event(uint32_t reason) {
    return reasons[reason].cure_event;
}

const prap_call_reason *prap_call_reason_at(const prap_call *call, uint32_t i) {
    return call != NULL && i < call->n_reasons ? &call->reasons[i] : NULL;
}

const prap_call_reminder *prap_call_reminder_at(const prap_call *call, uint32_t i) {
    return call != NULL && i < call->n_reminders ? &call->reminders[i] : NULL;
}

uint32_t prap_call_stage(const prap_call *call) {
    return call == NULL ? 0 : call->now.stage;
}

uint32_t prap_call_participant_count(const prap_call *call) {
    return call == NULL ? 0 : call->now.n;
}

prap_status prap_call_participant_at(const prap_call *call, uint32_t i, prap_call_view *ret_view) {
    if (call == NULL || ret_view == NULL) return PRAP_E_NULL;
    const uint32_t size = ret_view->size;
    if (size < sizeof *ret_view) return PRAP_E_SIZE;
    if (i >= call->now.n) return PRAP_E_RANGE;
    const prapi_participant *one = &call->now.participants[i];
    memset(ret_view, 0, size);
    *ret_view = (prap_call_view){
        .size = size,
        .standing = one->standing,
        .participant = {one->id, one->id_bytes},
        .failed_on = one->failed_on,
        .call_on = call->now.day,
        .recorded_on = one->recorded_on,
        .updated_on = one->updated_on,
        .unaskable = one->unaskable,
        .advice = one->advice,
        .why_not = one->why_not,
        .form = one->form,
        .call_back = one->call_back,
        .new_address = one->new_address,
        .new_phone = one->new_phone,
        .employment_details = one->employment_details,
        .other_details = one->other_details,
        .unrecorded = one->unrecorded,
    };
    return PRAP_OK;
}
