/* outcome.c: Did Not Attend, Did Not Start and the cancellation of a referral. */
#include "referral/guards/guards.h"

/* At least P-MIN-ATTEMPTS failed attempts; "several" are two or more (AMB-48). */
static prapi_tri enough_attempts(prapi_judge *judge) {
    const uint32_t least = (uint32_t)prapi_policy_value(judge, PRAP_POLICY_MIN_ATTEMPTS);
    if (judge->before->attempts_failed >= least) return PRAPI_YES;
    return judge->before->attempts_failed + judge->before->attempts_unsure >= least ? PRAPI_UNSURE : PRAPI_NO;
}

prapi_finding prapi_guard_NO_START_FOR_OUTCOME(prapi_judge *judge) {
    return holds(judge->before->start_on == PRAP_DAY_NONE);
}

prapi_finding prapi_guard_OUTCOME_NOT_BEFORE_REFERRAL(prapi_judge *judge) {
    return not_before(judge, judge->event->on, judge->before->made_on);
}

prapi_finding prapi_guard_ATTEMPTS_MADE(prapi_judge *judge) {
    return needs(enough_attempts(judge));
}

prapi_finding prapi_guard_REFUSAL_MET(prapi_judge *judge) {
    if (prapi_stands_for_mappa(judge)) return PRAPI_PASS;
    return needs(either(prapi_fact_is(judge, PRAP_FACT_CONCERNS_ADDRESSED), enough_attempts(judge)));
}

prapi_finding prapi_guard_RESCHEDULE_REFUSAL_MET(prapi_judge *judge) {
    const prapi_tri addressed = prapi_fact_is(judge, PRAP_FACT_CONCERNS_ADDRESSED);
    const prapi_tri attempts = enough_attempts(judge);
    const bool needs_both = prapi_policy_value(judge, PRAP_POLICY_RESCHEDULE_NEEDS_ATTEMPTS) == PRAP_CHOICE_YES;
    return needs(needs_both ? both(addressed, attempts) : either(addressed, attempts));
}

/* These three stand in rows that are only reached when no listed reason was given. */
static prapi_finding reason_listed(const prapi_judge *judge) {
    return judge->event->reason == 0 ? PRAPI_UNDECIDED : PRAPI_FAIL;
}

prapi_finding prapi_guard_DNA_REASON(prapi_judge *judge) { return reason_listed(judge); }
prapi_finding prapi_guard_DNS_REASON(prapi_judge *judge) { return reason_listed(judge); }
prapi_finding prapi_guard_CANCELLATION_REASON(prapi_judge *judge) { return reason_listed(judge); }

prapi_finding prapi_guard_NO_START_FOR_CANCELLATION(prapi_judge *judge) {
    return holds(judge->before->start_on == PRAP_DAY_NONE);
}

prapi_finding prapi_guard_NO_CONTACT_ALLOWED(prapi_judge *judge) {
    return holds(prapi_policy_value(judge, PRAP_POLICY_IPES_NO_CONTACT) == PRAP_CHOICE_WARN);
}

prapi_finding prapi_guard_CANCELLATION_IS_REQUESTED(prapi_judge *judge) {
    return holds(judge->before->stage == PRAP_STATE_CANCEL_REQUESTED);
}

prapi_finding prapi_guard_STAY_NOT_SHORT(prapi_judge *judge) {
    return needs(not(prapi_fact_is(judge, PRAP_FACT_SHORT_STAY)));
}

/* Employed on or before the day of the referral: an error of the referral; after it: Did Not Start (AMB-47). */
prapi_finding prapi_guard_EMPLOYED_ROUTE(prapi_judge *judge) {
    const int32_t choice = prapi_policy_value(judge, PRAP_POLICY_EMPLOYED_AT_IM);
    if (choice == PRAP_CHOICE_ASK) return PRAPI_SILENT;
    if (choice == PRAP_CHOICE_DNS) return PRAPI_PASS;
    if (!said(judge, PRAP_FACT_EMPLOYMENT_BEGAN_ON, PRAP_VALUE_DAY)) return PRAPI_UNDECIDED;
    if (judge->before->made_on == PRAP_DAY_NONE) return lacks(judge, PRAP_FACT_MADE);
    return holds(judge->event->said[PRAP_FACT_EMPLOYMENT_BEGAN_ON].value > judge->before->made_on);
}
