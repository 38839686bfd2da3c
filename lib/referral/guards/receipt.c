/* receipt.c: a referral that has come: which kind of case it is, and its acknowledgement. */
#include "referral/guards/guards.h"

prapi_finding prapi_guard_NOT_FROM_HERE(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }
prapi_finding prapi_guard_CASE_EXISTS(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }
prapi_finding prapi_guard_CASE_ENDED(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }
prapi_finding prapi_guard_CASE_LEFT(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }

prapi_finding prapi_guard_NOT_SCR(prapi_judge *judge) {
    /* A referral that is seen in PRaP is no SCR case unless somebody says so: also when facts are strict (3.02). */
    if (judge->event->said[PRAP_FACT_SCR].kind == 0) return PRAPI_PASS;
    return needs(not(prapi_fact_is(judge, PRAP_FACT_SCR)));
}

prapi_finding prapi_guard_NOT_BEFORE_RECEIPT(prapi_judge *judge) {
    return not_before(judge, judge->event->on, judge->before->received_on);
}

/* The acknowledgement's due day depends on a setting, which is therefore looked at. */
static prap_day ack_due(prapi_judge *judge) {
    (void)prapi_policy_value(judge, PRAP_POLICY_ACK_NONWORKING);
    return judge->days->ack.due;
}

prapi_finding prapi_guard_ACK_NOT_PASSED(prapi_judge *judge) {
    if (judge->event->on <= ack_due(judge)) return PRAPI_PASS;
    return holds(prapi_policy_value(judge, PRAP_POLICY_LATE_ACK) == PRAP_CHOICE_ALLOW_WITH_BREACH);
}

prapi_finding prapi_guard_NOT_YET_ACKNOWLEDGED(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }
prapi_finding prapi_guard_NOT_ACKNOWLEDGED_AND_STARTED(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }

static prapi_finding acknowledged(prapi_judge *judge) {
    return holds(prapi_case_is_acknowledged(judge->before));
}

prapi_finding prapi_guard_ACKNOWLEDGED_FOR_MEETING(prapi_judge *judge) { return acknowledged(judge); }
prapi_finding prapi_guard_ACKNOWLEDGED_FOR_START(prapi_judge *judge) { return acknowledged(judge); }
prapi_finding prapi_guard_ACKNOWLEDGED_FOR_CANCELLATION(prapi_judge *judge) { return acknowledged(judge); }

prapi_finding prapi_guard_ACKNOWLEDGED_FOR_DNA(prapi_judge *judge) {
    if (acknowledged(judge) == PRAPI_PASS) return PRAPI_PASS;
    return holds(prapi_policy_value(judge, PRAP_POLICY_DNA_UNACKED) == PRAP_CHOICE_ALLOW_WITH_HINT);
}

/* T-I-24 to T-I-26 stand for a referral that is acknowledged or can still be; later only T-I-15, 27 and 28 do. */
prapi_finding prapi_guard_ACKNOWLEDGED_IN_TIME(prapi_judge *judge) {
    if (acknowledged(judge) == PRAPI_PASS) return PRAPI_PASS;
    return holds(judge->event->recorded <= ack_due(judge));
}

/* That the referral came outside PRaP says that it is an SCR case, unless somebody says otherwise. */
prapi_finding prapi_guard_SCR_FOR_CLERICAL(prapi_judge *judge) {
    if (said(judge, PRAP_FACT_SCR, 0)) return PRAPI_PASS;
    return is_said(judge, PRAP_FACT_SCR);
}

prapi_finding prapi_guard_NOT_CLERICAL(prapi_judge *judge) {
    return holds(!prapi_case_is_clerical(judge->before));
}

prapi_finding prapi_guard_IS_CLERICAL(prapi_judge *judge) {
    return holds(prapi_case_is_clerical(judge->before));
}

prapi_finding prapi_guard_ERROR_IS_NOTIFIED(prapi_judge *judge) {
    return holds(region(judge, PRAP_REGION_ERROR) == PRAP_ERROR_NOTIFIED);
}
