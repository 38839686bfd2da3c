/* prap14.c: the account of facts that goes to the Policy team after a start. */
#include "referral/guards/guards.h"

prapi_finding prapi_guard_PRAP14_WITH_POLICY(prapi_judge *judge) {
    return holds(region(judge, PRAP_REGION_PRAP14) == PRAP_PRAP14_AT_POLICY);
}

prapi_finding prapi_guard_PRAP14_WITH_POST(prapi_judge *judge) {
    return holds(region(judge, PRAP_REGION_PRAP14) == PRAP_PRAP14_AT_POST);
}

/* One that was not accepted may be followed by another, on other circumstances. */
prapi_finding prapi_guard_NO_PRAP14_PENDING(prapi_judge *judge) {
    const uint32_t prap14 = region(judge, PRAP_REGION_PRAP14);
    return holds(prap14 == 0 || prap14 == PRAP_PRAP14_NOT_ACCEPTED);
}

prapi_finding prapi_guard_PRAP14_NOT_BEFORE_MEETING(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }
prapi_finding prapi_guard_PRAP14_NOT_BEFORE_START(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }

prapi_finding prapi_guard_PRAP14_REASON(prapi_judge *judge) {
    if (judge->event->reason == 0) return PRAPI_UNDECIDED;
    return holds(prapi_bars_start(judge->event->reason));
}

/* Hospital and worsening health are told as 3.68 is written; work and offers only if they arose by the start. */
static bool is_work(uint32_t reason) {
    return reason == PRAP_OPTION_WORK || reason == PRAP_OPTION_JOB_OFFER;
}

prapi_finding prapi_guard_AROSE_BY_START(prapi_judge *judge) {
    if (!is_work(judge->event->reason)) return PRAPI_PASS;
    if (prapi_policy_value(judge, PRAP_POLICY_SCOPE_368) == PRAP_CHOICE_ANY_TIME) return PRAPI_PASS;
    if (!said(judge, PRAP_FACT_AROSE_ON, PRAP_VALUE_DAY)) return PRAPI_UNDECIDED;
    return holds(judge->event->said[PRAP_FACT_AROSE_ON].value <= judge->before->start_on);
}

static bool prap14_is_pending(const prapi_judge *judge) {
    const uint32_t prap14 = region(judge, PRAP_REGION_PRAP14);
    return prap14 == PRAP_PRAP14_AT_POLICY || prap14 == PRAP_PRAP14_AT_POST;
}

prapi_finding prapi_guard_NO_PRAP14_HOLD(prapi_judge *judge) {
    if (!prap14_is_pending(judge)) return PRAPI_PASS;
    return holds(prapi_policy_value(judge, PRAP_POLICY_PENDING_WORK) == PRAP_CHOICE_NOTICE);
}
