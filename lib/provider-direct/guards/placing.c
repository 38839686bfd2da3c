/* placing.c: whether the call may be made at all: its purpose, the hours, the code to hand, access to the service. */
#include "provider-direct/guards/guards.h"

GUARD(IN_ORDER) {
    (void)who;
    return holds(judge->row != NULL && judge->row->to != 0);
}

/* D-21. On a bank holiday the policy decides (AMB-24). */
GUARD(SERVICE_OPEN) {
    (void)who;
    prapi_call_finding finding = holds(judge->opening.holds == 1);
    finding.earliest = judge->opening.moment;
    finding.policy = judge->opening.holiday == 1 ? PRAP_POLICY_SERVICE_BH : 0;
    return finding;
}

/* The Monday after the day of issue: D-07, whatever month it is of. */
static prap_day begins_on(prap_day issued) {
    enum { WEEK_AND_A_DAY = 8 };
    return issued + WEEK_AND_A_DAY - prap_day_weekday(issued);
}

/* D-07: from its Monday on. One issued between two monthly ones is used when it comes. */
GUARD(CODE_BEGUN) {
    (void)who;
    const prapi_call_said *issued = &judge->step->said[PRAP_CALL_FACT_CODE_ISSUED];
    const bool off_cycle = prapi_call_is_yes(judge->step, PRAP_CALL_FACT_CODE_OFF_CYCLE);
    const prap_day monday = begins_on(issued->value);
    const bool is_last = monday > PRAP_DAY_MAX; /* MUT-EQUIV: the last day of all is no Monday */
    const prap_day since = off_cycle || is_last ? issued->value : monday;
    const prap_day from = issued->kind == PRAP_VALUE_DAY ? since : PRAP_DAY_MIN; /* DAY_OF_CODE_KNOWN asks for it */
    prapi_call_finding finding = holds(from <= judge->step->at.day);
    finding.earliest.day = finding.result == PRAP_RESULT_MET ? PRAP_DAY_NONE : from;
    return finding;
}

/* No monthly code has come into force since. */
GUARD(CODE_CURRENT) {
    (void)who;
    const prapi_call_said *issued = &judge->step->said[PRAP_CALL_FACT_CODE_ISSUED];
    const prapi_call_finding superseded = wants(judge, PRAP_CALL_FACT_CODE_SUPERSEDED, PRAP_VALUE_NO);
    if (superseded.result != PRAP_RESULT_MET || issued->kind != PRAP_VALUE_DAY) return superseded;
    return holds(issued->value >= judge->code.due);
}

GUARD(DAY_OF_CODE_KNOWN) {
    (void)who;
    return wants_known(judge, PRAP_CALL_FACT_CODE_ISSUED);
}

GUARD(PRIME_IS_KNOWN) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_PRIME_KNOWN, PRAP_VALUE_YES);
}

GUARD(NOT_JOB_OUTCOME) {
    (void)who;
    return holds(!is_option(judge, PRAP_CALL_FACT_PURPOSE, PRAP_CALL_PURPOSE_JOB_OUTCOME));
}

GUARD(NOT_POLICY) {
    (void)who;
    return holds(!is_option(judge, PRAP_CALL_FACT_PURPOSE, PRAP_CALL_PURPOSE_POLICY));
}

GUARD(PURPOSE_IS_DOUBT) {
    (void)who;
    if (is_option(judge, PRAP_CALL_FACT_PURPOSE, PRAP_CALL_PURPOSE_OTHER)) return result(PRAP_RESULT_FAILED);
    return wants_known(judge, PRAP_CALL_FACT_PURPOSE);
}

GUARD(NOT_WITHDRAWN) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_SERVICE_WITHDRAWN, PRAP_VALUE_NO);
}

GUARD(SECURITY_TOLD) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_SECURITY_EXPLAINED, PRAP_VALUE_YES);
}

GUARD(PLAN_TOLD) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_PLAN_CONFIRMED, PRAP_VALUE_YES);
}
