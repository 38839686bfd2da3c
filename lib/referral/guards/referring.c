/* referring.c: how a referral comes to be made: signposting, the handover, the criteria of a Re-Referral. */
#include "dates/ways.h"
#include "referral/guards/guards.h"

prapi_finding prapi_guard_SO_APPROVED(prapi_judge *judge) { return is_said(judge, PRAP_FACT_SO_APPROVED); }
prapi_finding prapi_guard_ELIGIBLE(prapi_judge *judge) { return is_said(judge, PRAP_FACT_ELIGIBLE); }
prapi_finding prapi_guard_SUITABLE(prapi_judge *judge) { return is_said(judge, PRAP_FACT_SUITABLE); }
prapi_finding prapi_guard_VOLUNTEERS(prapi_judge *judge) { return is_said(judge, PRAP_FACT_VOLUNTEERS); }
prapi_finding prapi_guard_NOT_EMPLOYED_AT_HANDOVER(prapi_judge *judge) { return prapi_guard_NOT_EMPLOYED(judge); }

prapi_finding prapi_guard_HANDOVER_IN_JOBCENTRE(prapi_judge *judge) { return is_said(judge, PRAP_FACT_AT_JOBCENTRE); }
prapi_finding prapi_guard_HANDOVER_AGREED(prapi_judge *judge) { return is_said(judge, PRAP_FACT_THREE_AGREE); }
prapi_finding prapi_guard_HANDOVER_SPACE(prapi_judge *judge) { return is_said(judge, PRAP_FACT_SUITABLE_SPACE); }

prapi_finding prapi_guard_EXCEPTION_DOCUMENTED(prapi_judge *judge) {
    return is_said(judge, PRAP_FACT_EXCEPTION_DOCUMENTED);
}

prapi_finding prapi_guard_NO_REFERRAL_YET(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }

prapi_finding prapi_guard_NO_FAULT_ANNOUNCED(prapi_judge *judge) {
    return needs(not(prapi_fact_is(judge, PRAP_FACT_PRAP_FAULT_ANNOUNCED)));
}

/* 3.27 speaks of a visible referral; read with 3.24 it means one that cannot be seen (AMB-45). */
prapi_finding prapi_guard_NOT_VISIBLE(prapi_judge *judge) {
    const prapi_finding unseen = needs(not(prapi_fact_is(judge, PRAP_FACT_VISIBLE_IN_PRAP)));
    if (unseen == PRAPI_PASS) return PRAPI_PASS;
    return prapi_policy_value(judge, PRAP_POLICY_VISIBLE_327) == PRAP_CHOICE_LITERAL_BOTH ? PRAPI_PASS : unseen;
}

prapi_finding prapi_guard_REFERRED_BY_JOBCENTRE(prapi_judge *judge) {
    if (said(judge, PRAP_FACT_MADE_BY, PRAP_VALUE_UNKNOWN)) return PRAPI_UNDECIDED;
    return holds(!prapi_said_option(judge, PRAP_FACT_MADE_BY, PRAP_OPTION_BY_PROVIDER));
}

/* The four criteria of 3.77 and the assessment of 3.75 are asked of a Re-Referral. */
static bool is_rereferral(const prapi_judge *judge) {
    return prapi_said_option(judge, PRAP_FACT_REFERRAL_KIND, PRAP_OPTION_RE_REFERRAL);
}

static prapi_finding rereferral(prapi_judge *judge, prapi_tri criterion) {
    return is_rereferral(judge) ? needs(criterion) : PRAPI_PASS;
}

prapi_finding prapi_guard_REREF_ELIGIBLE(prapi_judge *judge) {
    return rereferral(judge, prapi_fact_is(judge, PRAP_FACT_STILL_ELIGIBLE));
}

prapi_finding prapi_guard_REREF_NO_OUTCOME(prapi_judge *judge) {
    return rereferral(judge, not(prapi_fact_is(judge, PRAP_FACT_OUTCOME_PAID_OR_DUE)));
}

/* D-06: the first day after the allotted time and the in-work support since the earlier start. */
static prap_day lapsed_on(prapi_judge *judge, bool nights) {
    (void)prapi_policy_value(judge, PRAP_POLICY_REREF);
    return prapi_date_due(judge->rulebook->calendar, judge->rulebook->settings, PRAP_COMPUTATION_RE_REFERRAL,
                          judge->event->said[PRAP_FACT_EARLIER_START_ON].value,
                          nights ? PRAP_DATE_NIGHT_SHIFTS : 0); /* MUT-EQUIV: 1 is for provisional years; none is looked at */
}

/* A night-shift worker's time is a day longer; whether it was one matters on one day only. */
prapi_finding prapi_guard_REREF_DAY_REACHED(prapi_judge *judge) {
    if (!is_rereferral(judge)) return PRAPI_PASS;
    if (!said(judge, PRAP_FACT_EARLIER_START_ON, PRAP_VALUE_DAY)) return PRAPI_UNDECIDED;
    const prapi_tri night = prapi_fact_is(judge, PRAP_FACT_NIGHT_SHIFTS);
    const prap_day from = lapsed_on(judge, night == PRAPI_YES);
    const prap_day made = said_day(judge, PRAP_FACT_MADE, judge->event->on);
    if (from == PRAP_DAY_NONE) return PRAPI_FAIL; /* there is no such day before the year 10000 */
    if (night == PRAPI_UNSURE && made == from) return lacks(judge, PRAP_FACT_NIGHT_SHIFTS);
    return not_before(judge, made, from);
}

prapi_finding prapi_guard_REREF_ONCE(prapi_judge *judge) {
    return rereferral(judge, not(prapi_fact_is(judge, PRAP_FACT_REREFERRED_BEFORE)));
}

prapi_finding prapi_guard_REREF_ASSESSED(prapi_judge *judge) {
    return rereferral(judge, prapi_fact_is(judge, PRAP_FACT_WORK_COACH_ASSESSED));
}
