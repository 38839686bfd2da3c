/* afterwards.c: after the call: the record of the advice, the participant's own record, and the decision. */
#include "provider-direct/guards/guards.h"

/* A record that does not say the day has the call's own. */
GUARD(RIGHT_CALL_DAY) {
    (void)who;
    const prapi_call_said *day = &judge->step->said[PRAP_CALL_FACT_CALL_DAY];
    return holds(day->kind != PRAP_VALUE_DAY || day->value == judge->call->now.day);
}

GUARD(SAME_ADVICE) {
    const prapi_participant *one = one_of(judge, who);
    if (one == NULL || one->advice == 0) return result(PRAP_RESULT_MET);
    return holds(prapi_call_recorded_advice(judge, who) == one->advice);
}

GUARD(WHY_NOT_TOLD) {
    if (prapi_call_recorded_advice(judge, who) != PRAP_CALL_ADVICE_DO_NOT_RAISE) return result(PRAP_RESULT_MET);
    return wants_known(judge, PRAP_CALL_FACT_WHY_NOT);
}

/* With the record of the call the participant's own may still be owed; said alone, its day is what is said. */
GUARD(UPDATED_SINCE) {
    (void)who;
    const prapi_call_said *day = &judge->step->said[PRAP_CALL_FACT_UPDATED_ON];
    if (day->kind == PRAP_VALUE_DAY) return holds(day->value >= judge->call->now.day);
    const bool is_alone = judge->step->event == PRAP_CALL_EVENT_RECORD_UPDATED;
    return result(is_alone ? PRAP_RESULT_UNKNOWN : PRAP_RESULT_MET);
}

static bool is_raised(const prapi_call_judge *judge) {
    return prapi_call_is_yes(judge->step, PRAP_CALL_FACT_RAISED);
}

/* PRE01 needs the call, unless calling was inappropriate (AMB-35). A call about them that came to no advice is none. */
GUARD(STEPS_TAKEN) {
    const prapi_participant *one = one_of(judge, who);
    const bool is_pre01 = is_raised(judge) && is_option(judge, PRAP_CALL_FACT_FORM, PRAP_CALL_FORM_PRE01);
    if (!is_pre01 || one == NULL) return result(PRAP_RESULT_MET);
    const bool needed = judge->call->settings[PRAP_POLICY_PRE01_NEEDS_CALL] == PRAP_CHOICE_YES;
    prapi_call_finding finding = holds(one->advice != 0 || one->inappropriate || !needed);
    finding.policy = PRAP_POLICY_PRE01_NEEDS_CALL;
    return finding;
}

GUARD(DECISION_TOLD) {
    (void)who;
    return wants_known(judge, PRAP_CALL_FACT_RAISED);
}

/* Who follows the advice needs no reason; who does otherwise keeps one. */
GUARD(DEVIATION_KEPT) {
    const prapi_participant *one = one_of(judge, who);
    if (one == NULL || judge->step->said[PRAP_CALL_FACT_RAISED].kind == PRAP_VALUE_UNKNOWN) {
        return result(PRAP_RESULT_MET);
    }
    const bool against = (one->advice == PRAP_CALL_ADVICE_RAISE && !is_raised(judge)) ||
                         (one->advice == PRAP_CALL_ADVICE_DO_NOT_RAISE && is_raised(judge));
    return against ? wants(judge, PRAP_CALL_FACT_REASON_KEPT, PRAP_VALUE_YES) : result(PRAP_RESULT_MET);
}

GUARD(FORM_NAMED) {
    (void)who;
    return is_raised(judge) ? wants_known(judge, PRAP_CALL_FACT_FORM) : result(PRAP_RESULT_MET);
}
