/* asking.c: what is asked about the day of the failure, what is advised, and whom the call goes on to. */
#include "base/always.h"
#include "provider-direct/guards/guards.h"

GUARD(FAILURE_PAST) {
    (void)who;
    const prapi_call_said *failed = &judge->step->said[PRAP_CALL_FACT_FAILED_ON];
    if (failed->kind == PRAP_VALUE_UNKNOWN) return result(PRAP_RESULT_UNKNOWN);
    return holds(failed->value <= judge->call->now.day);
}

GUARD(ASKS_ANYTHING) {
    (void)who;
    return holds(prapi_call_is_yes(judge->step, PRAP_CALL_FACT_ASKS_ADDRESS) ||
                 prapi_call_is_yes(judge->step, PRAP_CALL_FACT_ASKS_PHONE) ||
                 prapi_call_is_yes(judge->step, PRAP_CALL_FACT_ASKS_BENEFIT));
}

GUARD(NO_POLICY_ASKED) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_ASKS_POLICY, PRAP_VALUE_NO);
}

/* The advice that a record has: what it says, else what was noted in the call; 0: neither. */
uint32_t prapi_call_recorded_advice(const prapi_call_judge *judge, uint32_t who) {
    const prapi_call_said *said = &judge->step->said[PRAP_CALL_FACT_ADVICE];
    if (said->kind == PRAP_VALUE_OPTION) return (uint32_t)said->value;
    const prapi_participant *one = one_of(judge, who);
    const bool is_record = judge->step->event == PRAP_CALL_EVENT_ADVICE_RECORDED;
    return is_record && one != NULL ? one->advice : 0;
}

GUARD(ADVICE_TOLD) {
    return result(prapi_call_recorded_advice(judge, who) == 0 ? PRAP_RESULT_UNKNOWN : PRAP_RESULT_MET);
}

GUARD(IS_ADVISED) {
    (void)who;
    const prapi_participant *one = one_of(judge, judge->call->now.current);
    return holds(PRAPI_ALWAYS(one != NULL) && one->standing == PRAP_CALL_PARTICIPANT_ADVISED);
}

GUARD(OTHERS_LEFT) {
    (void)who;
    return holds(prapi_call_left_beside(judge->call, PRAP_CALL_NOBODY) > 0);
}

GUARD(NOBODY_LEFT) {
    (void)who;
    return holds(prapi_call_left_beside(judge->call, PRAP_CALL_NOBODY) == 0);
}
