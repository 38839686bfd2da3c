/* mandation.c: appointments that were made mandatory, failures, doubts; and the voluntary participant (CH15-10 to 14). */
#include "referral/guards/guards.h"
#include "referral/supplement.h"

/* While it lasts, the last day of the suspension being known, the first day after it is the earliest. */
static prapi_finding not_suspended(prapi_judge *judge) {
    prap_day last;
    if (!prapi_rulebook_is_suspended(judge->rulebook, judge->event->on, &last)) return PRAPI_PASS;
    judge->earliest = last == PRAP_DAY_NONE ? PRAP_DAY_NONE : last + 1;
    return PRAPI_FAIL;
}

prapi_finding prapi_guard_NOT_SUSPENDED(prapi_judge *judge) { return not_suspended(judge); }

/* What the work coach made mandatory can always be recorded (T-J-01). */
prapi_finding prapi_guard_OWN_NOT_SUSPENDED(prapi_judge *judge) {
    if (!prapi_said_option(judge, PRAP_FACT_MANDATED_BY, PRAP_OPTION_OWN_MANDATION)) return PRAPI_PASS;
    return not_suspended(judge);
}

static bool mandation_is(const prapi_judge *judge, uint32_t value) {
    return region(judge, PRAP_REGION_MANDATION) == value;
}

prapi_finding prapi_guard_IS_MANDATED(prapi_judge *judge) {
    return holds(mandation_is(judge, PRAP_MANDATION_MANDATED));
}

/* An appointment that was missed in JETS is a failure too. */
prapi_finding prapi_guard_HAS_FAILED(prapi_judge *judge) {
    return holds(mandation_is(judge, PRAP_MANDATION_FAILED) ||
                 region(judge, PRAP_REGION_APPOINTMENT) == PRAP_APPOINTMENT_MISSED);
}

prapi_finding prapi_guard_DOUBT_IS_RAISED(prapi_judge *judge) {
    return holds(mandation_is(judge, PRAP_MANDATION_DOUBT_RAISED));
}

prapi_finding prapi_guard_DOUBT_IS_DECIDED(prapi_judge *judge) {
    return holds(mandation_is(judge, PRAP_MANDATION_DECIDED));
}

prapi_finding prapi_guard_APPOINTMENT_NOT_MADE(prapi_judge *judge) {
    return holds(region(judge, PRAP_REGION_APPOINTMENT) == 0);
}

prapi_finding prapi_guard_APPOINTMENT_IS_MISSED(prapi_judge *judge) {
    return holds(region(judge, PRAP_REGION_APPOINTMENT) == PRAP_APPOINTMENT_MISSED);
}

/* Whether Jobcentre Plus is to be told depends on it (CH15-10). */
prapi_finding prapi_guard_CLAIMANT_KNOWN(prapi_judge *judge) {
    return prapi_fact_is(judge, PRAP_FACT_BENEFIT_CLAIMANT) == PRAPI_UNSURE ? PRAPI_UNDECIDED : PRAPI_PASS;
}

prapi_finding prapi_guard_GROUP_KNOWN(prapi_judge *judge) {
    const prapi_said *now = &judge->event->said[PRAP_FACT_CUSTOMER_GROUP];
    const prapi_said *known = now->kind != 0 ? now : &judge->before->said[PRAP_FACT_CUSTOMER_GROUP];
    return known->kind == PRAP_VALUE_OPTION ? PRAPI_PASS : PRAPI_UNDECIDED;
}

prapi_finding prapi_guard_HAS_DISENGAGED(prapi_judge *judge) {
    return holds(region(judge, PRAP_REGION_ENGAGEMENT) == PRAP_ENGAGEMENT_DISENGAGED);
}

prapi_finding prapi_guard_FIRST_SALARY_GIVEN(prapi_judge *judge) {
    return said(judge, PRAP_FACT_FIRST_SALARY_ON, PRAP_VALUE_DAY) ? PRAPI_PASS : PRAPI_UNDECIDED;
}

prapi_finding prapi_guard_EMPLOYMENT_IS_TOLD(prapi_judge *judge) {
    return holds(judge->before->said[PRAP_FACT_FIRST_SALARY_ON].kind == PRAP_VALUE_DAY);
}

/* Annex A has items 1 to 59; a change is one of them (CH15-9). */
prapi_finding prapi_guard_ITEM_LISTED(prapi_judge *judge) {
    if (!said(judge, PRAP_FACT_ANNEX_A_ITEM, PRAP_VALUE_NUMBER)) return PRAPI_UNDECIDED;
    const int32_t item = judge->event->said[PRAP_FACT_ANNEX_A_ITEM].value;
    return holds(item >= 1 && item <= 59);
}
