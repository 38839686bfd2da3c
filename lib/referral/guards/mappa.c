/* mappa.c: the hold before the start, the light touch after it, and their days. */
#include "referral/guards/guards.h"

/* The first day on which DNA may be recorded for want of a MAPPA notice (3.93, AMB-07). */
static prap_day mappa_dna_from(prapi_judge *judge) {
    (void)prapi_policy_value(judge, PRAP_POLICY_MAPPA15_UNIT);
    const bool after = prapi_policy_value(judge, PRAP_POLICY_MAPPA_DNA_FROM) == PRAP_CHOICE_AFTER_DAY_15;
    return judge->days->mappa15.due + (after ? 1 : 0);
}

bool prapi_stands_for_mappa(prapi_judge *judge) {
    return judge->event->event == PRAP_EVENT_CANCELLATION_REQUESTED &&
           region(judge, PRAP_REGION_MAPPA) == PRAP_MAPPA_HOLD && judge->days->mappa15.due != PRAP_DAY_NONE &&
           judge->event->recorded >= mappa_dna_from(judge);
}

prapi_finding prapi_guard_NOT_ON_MAPPA_HOLD(prapi_judge *judge) {
    return holds(region(judge, PRAP_REGION_MAPPA) != PRAP_MAPPA_HOLD);
}

prapi_finding prapi_guard_MAPPA_ON_HOLD(prapi_judge *judge) {
    return holds(region(judge, PRAP_REGION_MAPPA) == PRAP_MAPPA_HOLD);
}

prapi_finding prapi_guard_MAPPA_15_USED(prapi_judge *judge) {
    if (prapi_guard_MAPPA_ON_HOLD(judge) == PRAPI_FAIL) return PRAPI_PASS; /* which says so itself */
    if (judge->days->mappa15.due == PRAP_DAY_NONE) return lacks(judge, PRAP_FACT_MADE);
    return not_before(judge, judge->event->recorded, mappa_dna_from(judge));
}

prapi_finding prapi_guard_MAPPA_NOT_KNOWN(prapi_judge *judge) {
    return holds(region(judge, PRAP_REGION_MAPPA) == 0);
}

prapi_finding prapi_guard_MAPPA_LIGHT_TOUCH(prapi_judge *judge) {
    const uint32_t mappa = region(judge, PRAP_REGION_MAPPA);
    return holds(mappa == PRAP_MAPPA_LIGHT_TOUCH || mappa == PRAP_MAPPA_REVIEW);
}

prapi_finding prapi_guard_MAPPA_IS_ESCALATED(prapi_judge *judge) {
    return holds(judge->before->escalated_on != PRAP_DAY_NONE);
}

/* Within the 28 days, the last of them included, the notice is awaited (AMB-14). */
static prapi_finding after_28(prapi_judge *judge) {
    if (judge->days->mappa28.due == PRAP_DAY_NONE) return PRAPI_PASS; /* not escalated, which MAPPA_IS_ESCALATED says */
    (void)prapi_policy_value(judge, PRAP_POLICY_MAPPA28_UNIT);
    return not_before(judge, judge->event->on, judge->days->mappa28.due + 1);
}

prapi_finding prapi_guard_MAPPA_28_PASSED(prapi_judge *judge) { return after_28(judge); }
prapi_finding prapi_guard_MAPPA_REVIEW_DUE(prapi_judge *judge) { return after_28(judge); }
