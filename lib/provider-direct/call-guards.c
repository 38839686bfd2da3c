/* call-guards.c: the predicate of each row of call-reasons.def, and who of a call is left to be asked about. */
#include "provider-direct/guards/guards.h"

static prapi_call_finding (*const guards[])(const prapi_call_judge *judge, uint32_t who) = {
#define X(NUMBER, NAME, ...) [NUMBER] = prapi_call_guard_##NAME,
#include "vocabulary/call-reasons.def"
#undef X
};

bool prapi_call_guard_is_of_each(uint32_t reason) {
    return reason == PRAP_CALL_REASON_ORIGINALS_HELD;
}

prapi_call_finding prapi_call_guard(const prapi_call_judge *judge, uint32_t reason, uint32_t who) {
    return guards[reason](judge, who);
}

bool prapi_call_is_left(const prapi_participant *one) {
    return one->standing == PRAP_CALL_PARTICIPANT_LISTED || one->standing == PRAP_CALL_PARTICIPANT_CHECKING;
}

uint32_t prapi_call_left_beside(const prap_call *call, uint32_t who) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < call->now.n; i++) n += i != who && prapi_call_is_left(&call->now.participants[i]) ? 1 : 0;
    return n;
}
