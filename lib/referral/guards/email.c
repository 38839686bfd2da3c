/*
 * email.c: who may use unencrypted email for what and when, and what a message must be like (CH15-43 to 63; 2.6).
 *
 * The eight processes are the options of the fact process:
 * rule CH15-46-B1, CH15-46-B2, CH15-46-B3, CH15-46-B4, CH15-46-B5, CH15-46-B6, CH15-46-B7, CH15-46-B8: as CH15-46a
 * rule CH15-48: as CH15-46b
 * rule CH15-3c: as CH15-53
 * rule CH15-52: decided by reason new-subcontractor-not-listed and reason offshore-element
 * That the provider can exchange email at all is what the whole of it supposes:
 * rule CH15-43: shown only
 */
#include "referral/guards/guards.h"

static bool is_option(const prapi_judge *judge, uint32_t fact) {
    const prapi_said *now = &judge->event->said[fact];
    return (now->kind != 0 ? now : &judge->before->said[fact])->kind == PRAP_VALUE_OPTION;
}

static bool is_organisation(const prapi_judge *judge, uint32_t option) {
    return prapi_said_option(judge, PRAP_FACT_ORGANISATION, option);
}

prapi_finding prapi_guard_PROCESS_GIVEN(prapi_judge *judge) {
    return is_option(judge, PRAP_FACT_PROCESS) ? PRAPI_PASS : PRAPI_UNDECIDED;
}

prapi_finding prapi_guard_ORGANISATION_GIVEN(prapi_judge *judge) {
    return is_option(judge, PRAP_FACT_ORGANISATION) ? PRAPI_PASS : PRAPI_UNDECIDED;
}

/* One of the eight (46-B1 to B8), or what an exemption of chapter 8 covers (50). */
prapi_finding prapi_guard_PROCESS_LISTED(prapi_judge *judge) {
    if (prapi_guard_PROCESS_GIVEN(judge) == PRAPI_UNDECIDED) return PRAPI_UNDECIDED;
    const bool listed = !prapi_said_option(judge, PRAP_FACT_PROCESS, PRAP_OPTION_ERASURE_REQUESTS) &&
                        !prapi_said_option(judge, PRAP_FACT_PROCESS, PRAP_OPTION_OTHER_PROCESS);
    if (listed) return PRAPI_PASS;
    judge->lacks = PRAP_FACT_EXEMPTION;
    return is_said(judge, PRAP_FACT_EXEMPTION);
}

/* The permission is for this process and organisation, and from its day on (AMB-75). */
prapi_finding prapi_guard_PERMISSION_HELD(prapi_judge *judge) {
    const prap_day permitted_on = judge->before->permitted_on;
    return permitted_on == PRAP_DAY_NONE ? PRAPI_FAIL : not_before(judge, judge->event->on, permitted_on);
}

/* Agreed, and the day has come. Of a use taken over without its first day nothing can be said of that. */
prapi_finding prapi_guard_USE_HAS_BEGUN(prapi_judge *judge) {
    const prap_day use_from = judge->before->use_from_on;
    const bool begun = judge->stage != PRAP_STATE_NONE && judge->stage != PRAP_STATE_REQUESTED &&
                       judge->stage != PRAP_STATE_APPROVED;
    const prapi_finding finding = use_from == PRAP_DAY_NONE ? PRAPI_PASS : not_before(judge, judge->event->on, use_from);
    return begun ? finding : PRAPI_FAIL;
}

/* On the agreed day it can still be used; after it no more, nor once its use has ended (54b). */
prapi_finding prapi_guard_USE_NOT_CEASED(prapi_judge *judge) {
    const prap_day last = judge->before->ceases_on;
    return holds(judge->stage != PRAP_STATE_CEASED && (last == PRAP_DAY_NONE || judge->event->on <= last));
}

static bool outage_is(const prapi_judge *judge, uint32_t own) {
    const uint32_t outage = region(judge, PRAP_REGION_OUTAGE);
    return outage == own || outage == PRAP_OUTAGE_BOTH;
}

/* Of a use taken over without saying whose outage it is, it is one all the same. */
prapi_finding prapi_guard_NO_OWN_OUTAGE(prapi_judge *judge) {
    const uint32_t outage = region(judge, PRAP_REGION_OUTAGE);
    return holds(!outage_is(judge, PRAP_OUTAGE_OWN) && outage != PRAP_OUTAGE_NOTIFIED && outage != PRAP_OUTAGE_UNSTATED);
}

prapi_finding prapi_guard_NO_DWP_OUTAGE(prapi_judge *judge) {
    if (region(judge, PRAP_REGION_OUTAGE) == PRAP_OUTAGE_UNSTATED) return lacks(judge, PRAP_FACT_SUSPENDED_BY);
    return holds(!outage_is(judge, PRAP_OUTAGE_DWP));
}

/* What is asked of every subcontractor, and of nobody else (45, 52). */
static prapi_finding of_subcontractor(prapi_judge *judge, uint32_t fact) {
    if (prapi_guard_ORGANISATION_GIVEN(judge) == PRAPI_UNDECIDED) return lacks(judge, PRAP_FACT_ORGANISATION);
    return is_organisation(judge, PRAP_OPTION_PRIME_PROVIDER) ? PRAPI_PASS : is_said(judge, fact);
}

prapi_finding prapi_guard_APPROVED_SUBCONTRACTOR(prapi_judge *judge) {
    return of_subcontractor(judge, PRAP_FACT_SUBCONTRACTOR_APPROVED);
}

prapi_finding prapi_guard_DILIGENCE_IS_DONE(prapi_judge *judge) { return of_subcontractor(judge, PRAP_FACT_DILIGENCE_DONE); }

/* To be confirmed of a subcontractor new to the supply chain; of the others a known offshore element bars it (F-U-04). */
prapi_finding prapi_guard_NOTHING_OFFSHORE(prapi_judge *judge) {
    const prapi_finding finding = of_subcontractor(judge, PRAP_FACT_NO_OFFSHORE);
    const bool known = judge->lacks == 0;
    if (finding != PRAPI_UNDECIDED || !known || is_organisation(judge, PRAP_OPTION_NEW_SUBCONTRACTOR)) return finding;
    return PRAPI_PASS;
}

/* What is asked of a subcontractor that was not on the first list: 51 asks it of one that was approved before, 52 of a new one. */
static prapi_finding has_list(prapi_judge *judge, uint32_t organisation) {
    return is_organisation(judge, organisation) ? is_said(judge, PRAP_FACT_LIST_SUPPLIED) : PRAPI_PASS;
}

static prapi_finding has_start_day(const prapi_judge *judge, uint32_t organisation) {
    const bool agreed = !is_organisation(judge, organisation) || said(judge, PRAP_FACT_USE_FROM, PRAP_VALUE_DAY);
    return agreed ? PRAPI_PASS : PRAPI_UNDECIDED;
}

prapi_finding prapi_guard_LIST_WITH_MANAGER(prapi_judge *judge) {
    return has_list(judge, PRAP_OPTION_EXISTING_SUBCONTRACTOR);
}

prapi_finding prapi_guard_LIST_OF_NEW_WITH_MANAGER(prapi_judge *judge) {
    return has_list(judge, PRAP_OPTION_NEW_SUBCONTRACTOR);
}

prapi_finding prapi_guard_START_DAY_AGREED(prapi_judge *judge) {
    return has_start_day(judge, PRAP_OPTION_EXISTING_SUBCONTRACTOR);
}

prapi_finding prapi_guard_START_DAY_OF_NEW_AGREED(prapi_judge *judge) {
    return has_start_day(judge, PRAP_OPTION_NEW_SUBCONTRACTOR);
}

prapi_finding prapi_guard_IS_SUBCONTRACTOR(prapi_judge *judge) {
    return holds(!is_organisation(judge, PRAP_OPTION_PRIME_PROVIDER));
}

/* One record or none; unknown, nothing can be said. */
static prapi_finding one_record(const prapi_judge *judge) {
    const prapi_said *records = &judge->event->said[PRAP_FACT_RECORDS];
    if (records->kind != PRAP_VALUE_NUMBER) return PRAPI_UNDECIDED;
    return holds(records->value <= 1);
}

/* But for what is shared between prime providers, supply chain and third parties (49-B1), and the list of 500, for
   which one record makes no sense (AMB-76). */
prapi_finding prapi_guard_ONE_RECORD(prapi_judge *judge) {
    const bool list = prapi_said_option(judge, PRAP_FACT_PROCESS, PRAP_OPTION_LIST_OF_500);
    const prapi_finding finding = one_record(judge);
    if (finding == PRAPI_PASS) return PRAPI_PASS;
    if (list && prapi_policy_value(judge, PRAP_POLICY_LIST_500_EXEMPT) == PRAP_CHOICE_YES) return PRAPI_PASS;
    const prapi_tri shared = prapi_fact_is(judge, PRAP_FACT_SUPPLY_CHAIN_SHARING);
    if (shared == PRAPI_YES) return PRAPI_PASS;
    return shared == PRAPI_NO ? finding : PRAPI_UNDECIDED;
}

/* What is asked of a message that is passed on, and of no other. */
static prapi_finding when_forwarded(prapi_judge *judge, prapi_finding finding) {
    const prapi_tri forwarded = prapi_fact_is(judge, PRAP_FACT_FORWARDED);
    if (forwarded == PRAPI_NO || finding == PRAPI_PASS) return PRAPI_PASS;
    return forwarded == PRAPI_YES ? finding : lacks(judge, PRAP_FACT_FORWARDED);
}

/* Passing on has no exception (53-B1). */
prapi_finding prapi_guard_ONE_RECORD_FORWARDED(prapi_judge *judge) { return when_forwarded(judge, one_record(judge)); }

prapi_finding prapi_guard_NEED_TO_FORWARD(prapi_judge *judge) {
    return when_forwarded(judge, is_said(judge, PRAP_FACT_BUSINESS_NEED));
}

prapi_finding prapi_guard_ENTITLED_RECIPIENT(prapi_judge *judge) {
    return when_forwarded(judge, is_said(judge, PRAP_FACT_RECIPIENT_ENTITLED));
}

prapi_finding prapi_guard_FORWARDED_BY_HAND(prapi_judge *judge) {
    return when_forwarded(judge, needs(not(prapi_fact_is(judge, PRAP_FACT_AUTOMATIC))));
}

prapi_finding prapi_guard_CONTENT_IS_STANDARD(prapi_judge *judge) { return is_said(judge, PRAP_FACT_STANDARD_CONTENT); }
prapi_finding prapi_guard_TEMPLATE_IS_INCLUDED(prapi_judge *judge) { return is_said(judge, PRAP_FACT_TEMPLATE_INCLUDED); }
prapi_finding prapi_guard_FROM_DESIGNATED(prapi_judge *judge) { return is_said(judge, PRAP_FACT_SENDER_DESIGNATED); }
prapi_finding prapi_guard_TO_DESIGNATED(prapi_judge *judge) { return is_said(judge, PRAP_FACT_RECIPIENT_DESIGNATED); }

prapi_finding prapi_guard_RESUME_IS_NOTIFIED(prapi_judge *judge) {
    return holds(judge->stage == PRAP_STATE_NOTIFIED_RESUME);
}

prapi_finding prapi_guard_RESUME_DAY_GIVEN(prapi_judge *judge) {
    return said(judge, PRAP_FACT_RESUMES_ON, PRAP_VALUE_DAY) ? PRAPI_PASS : PRAPI_UNDECIDED;
}

prapi_finding prapi_guard_CEASE_DAY_AGREED(prapi_judge *judge) {
    if (judge->event->event == PRAP_EVENT_USE_CEASED) return holds(judge->before->ceases_on != PRAP_DAY_NONE);
    return said(judge, PRAP_FACT_CEASES_ON, PRAP_VALUE_DAY) ? PRAPI_PASS : PRAPI_UNDECIDED;
}

/* No day is before PRAP_DAY_NONE: where none was agreed, what is missing is the agreement. */
prapi_finding prapi_guard_CEASE_DAY_COME(prapi_judge *judge) {
    return not_before(judge, judge->event->on, judge->before->ceases_on);
}

prapi_finding prapi_guard_DEPARTMENT_IS_TOLD(prapi_judge *judge) { return is_said(judge, PRAP_FACT_DEPARTMENT_TOLD); }

prapi_finding prapi_guard_IS_MISDIRECTED(prapi_judge *judge) {
    return holds(region(judge, PRAP_REGION_MISDIRECTION) == PRAP_MISDIRECTION_OPEN);
}

prapi_finding prapi_guard_IMPORT_PERMISSION_KNOWN(prapi_judge *judge) {
    return said(judge, PRAP_FACT_PERMITTED_ON, PRAP_VALUE_DAY) ? PRAPI_PASS : PRAPI_UNDECIDED;
}
