/*
 * memo-08.c: a referral that should not have been made: which error it is, and how it is closed step by step.
 *
 * Which action is the right one depends on the status of the referral in PRaP:
 * rule M08-INEL-4, M08-WORK-2, M08-DUP-2: decided by reason start-is-in-prap and reason no-start-for-prap14
 */
#include "referral/guards/guards.h"

/* It is addressed to providers of the Work and Health Programme; whether that is JETS too, a policy says (AMB-91). */
prapi_finding prapi_guard_MEMO_APPLIES(prapi_judge *judge) {
    const uint32_t policy = judge->rulebook->programme->memo_policy;
    if (policy == 0 || prapi_policy_value(judge, policy) == PRAP_CHOICE_ON) return PRAPI_PASS;
    return PRAPI_SILENT;
}

/* Where the memo does not bind, that is all there is to say: nothing of it is asked for, and nothing refused by it. */
static bool binds(prapi_judge *judge) { return prapi_guard_MEMO_APPLIES(judge) == PRAPI_PASS; }

prapi_finding prapi_guard_SCENARIO_GIVEN(prapi_judge *judge) {
    return judge->scenario == 0 && binds(judge) ? PRAPI_UNDECIDED : PRAPI_PASS;
}

/* What is known of a day: of the event, or of what the case remembers. */
static prap_day known_day(const prapi_judge *judge, uint32_t fact) {
    const prapi_said *now = &judge->event->said[fact];
    const prapi_said *known = now->kind != 0 ? now : &judge->before->said[fact];
    return known->kind == PRAP_VALUE_DAY ? known->value : PRAP_DAY_NONE;
}

/*
 * Before which day the person was employed "prior to referral": the interview, or the referral itself; the referral
 * also where the interview's day is not known, which is said in a notice (AMB-88).
 */
static prap_day boundary(prapi_judge *judge) {
    const prap_day interview = known_day(judge, PRAP_FACT_INTERVIEW_ON);
    const prap_day referral = judge->before->made_on;
    if (prapi_policy_value(judge, PRAP_POLICY_M08_BOUNDARY) == PRAP_CHOICE_REFERRAL) return referral;
    return interview != PRAP_DAY_NONE ? interview : referral;
}

/* Scenario A: other DWP-funded provision, or employment that began before the boundary (M08-INEL-2, M08-INEL-3). */
prapi_finding prapi_guard_INELIGIBLE_GROUNDS(prapi_judge *judge) {
    if (judge->scenario != PRAP_SCENARIO_INELIGIBLE || !binds(judge)) return PRAPI_PASS;
    const prapi_tri provision = prapi_fact_is(judge, PRAP_FACT_ON_DWP_PROVISION);
    if (provision == PRAPI_YES) return PRAPI_PASS;
    const prap_day began = known_day(judge, PRAP_FACT_EMPLOYMENT_BEGAN_ON);
    if (began == PRAP_DAY_NONE) return lacks(judge, provision == PRAPI_NO ? PRAP_FACT_EMPLOYMENT_BEGAN_ON : 0);
    const prap_day from = boundary(judge);
    if (from == PRAP_DAY_NONE) return lacks(judge, PRAP_FACT_INTERVIEW_ON);
    if (began < from) return PRAPI_PASS;
    return provision == PRAPI_UNSURE ? PRAPI_UNDECIDED : PRAPI_FAIL;
}

static bool is_found_work(prapi_judge *judge) {
    return judge->scenario == PRAP_SCENARIO_FOUND_WORK && binds(judge);
}

/* Was it an offer that came up? Only in scenario B does an offer count (AMB-88). */
static bool is_offer(const prapi_judge *judge) {
    return prapi_said_option(judge, PRAP_FACT_JOB_EVENT, PRAP_OPTION_OFFER);
}

/* The day is looked at by three guards, so that each says what it found; the first of them asks for it. */
static bool arose_before_interview(prapi_judge *judge, prap_day *ret_arose) {
    *ret_arose = known_day(judge, PRAP_FACT_AROSE_ON);
    const prap_day from = boundary(judge);
    return *ret_arose != PRAP_DAY_NONE && from != PRAP_DAY_NONE && *ret_arose < from;
}

prapi_finding prapi_guard_JOB_AFTER_INTERVIEW(prapi_judge *judge) {
    if (!is_found_work(judge)) return PRAPI_PASS;
    prap_day arose;
    const bool before = arose_before_interview(judge, &arose);
    if (arose == PRAP_DAY_NONE) return PRAPI_UNDECIDED;
    if (boundary(judge) == PRAP_DAY_NONE) return lacks(judge, PRAP_FACT_INTERVIEW_ON);
    return holds(!before || is_offer(judge));
}

prapi_finding prapi_guard_OFFER_AFTER_INTERVIEW(prapi_judge *judge) {
    prap_day arose;
    if (!is_found_work(judge) || !is_offer(judge)) return PRAPI_PASS;
    return arose_before_interview(judge, &arose) ? PRAPI_SILENT : PRAPI_PASS;
}

/* The day of engaging with the provider: as given, or the meeting, or the start; before one of them, not yet. */
static prap_day engaged_on(const prapi_judge *judge) {
    const prap_day given = known_day(judge, PRAP_FACT_ENGAGED_ON);
    if (given != PRAP_DAY_NONE) return given;
    return judge->before->attended_on; /* a start brings its meeting */
}

prapi_finding prapi_guard_JOB_BEFORE_ENGAGING(prapi_judge *judge) {
    const prap_day arose = known_day(judge, PRAP_FACT_AROSE_ON);
    const prap_day engaged = engaged_on(judge);
    if (!is_found_work(judge) || engaged == PRAP_DAY_NONE) return PRAPI_PASS;
    return holds(arose <= engaged); /* no day is before PRAP_DAY_NONE */
}

/* The column of the scenario matrix, or NULL while it is not known which error it is. */
static const prapi_scenario *column(const prapi_judge *judge) {
    return prapi_scenario_find(judge->rulebook->programme, judge->scenario);
}

prapi_finding prapi_guard_REJECT_REASON_FITS(prapi_judge *judge) {
    const prapi_scenario *scenario = column(judge);
    if (scenario == NULL || !binds(judge)) return PRAPI_PASS; /* SCENARIO_GIVEN asks for it */
    if (judge->event->reason == 0) return PRAPI_UNDECIDED;
    return holds(judge->event->reason == scenario->reject_reason);
}

/* "Started" is a start date in PRaP, unless the policy takes attendance (AMB-58). */
static bool has_started(prapi_judge *judge) {
    if (prapi_stage_is_started(judge->stage)) return true;
    return judge->before->attended_on != PRAP_DAY_NONE &&
           prapi_policy_value(judge, PRAP_POLICY_M08_STARTED) == PRAP_CHOICE_ATTENDED;
}

prapi_finding prapi_guard_START_NOT_IN_PRAP(prapi_judge *judge) {
    if (!prapi_stage_is_started(judge->stage) && !binds(judge)) return PRAPI_PASS;
    return holds(!has_started(judge));
}

prapi_finding prapi_guard_START_FOR_PRAP14(prapi_judge *judge) { return holds(has_started(judge)); }
prapi_finding prapi_guard_MEETING_ATTENDED_FIRST(prapi_judge *judge) {
    return holds(!binds(judge) || has_started(judge));
}

prapi_finding prapi_guard_REQUEST_APPROVED(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }
prapi_finding prapi_guard_BACKED_OUT_FIRST(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }
prapi_finding prapi_guard_REJECT_BY_CANCELLING(prapi_judge *judge) { return holds(!binds(judge)); }
prapi_finding prapi_guard_REJECT_OR_CANCEL(prapi_judge *judge) { return binds(judge) ? PRAPI_SILENT : PRAPI_PASS; }
prapi_finding prapi_guard_NOT_IN_PROGRAMME(prapi_judge *judge) { (void)judge; return PRAPI_SILENT; }

/* D-09: the day after the start date, whatever day the request was approved (AMB-23). */
static prap_day next_day(const prapi_case *before) {
    return (before->start_on != PRAP_DAY_NONE ? before->start_on : before->attended_on) + 1;
}

prapi_finding prapi_guard_END_IS_NEXT_DAY(prapi_judge *judge) {
    return holds(said_day(judge, PRAP_FACT_END_ON, judge->event->on) == next_day(judge->before));
}

prapi_finding prapi_guard_CODE_FITS(prapi_judge *judge) {
    const prapi_scenario *scenario = column(judge);
    if (!said(judge, PRAP_FACT_CODE, PRAP_VALUE_NUMBER) || scenario == NULL) return PRAPI_UNDECIDED;
    return holds((uint32_t)judge->event->said[PRAP_FACT_CODE].value == scenario->code);
}

/* Any other end date may come without a code: the documents name none for it (T-W-16). */
prapi_finding prapi_guard_CODE_OF_PROGRAMME(prapi_judge *judge) {
    const prapi_said *code = &judge->event->said[PRAP_FACT_CODE];
    if (code->kind == 0) return PRAPI_PASS;
    if (code->kind != PRAP_VALUE_NUMBER) return PRAPI_UNDECIDED;
    return holds(prapi_code_is_listed(judge->rulebook->programme->number, code->value));
}

prapi_finding prapi_guard_CANCEL_NO_CONTACT(prapi_judge *judge) {
    if (judge->event->reason == 0) return PRAPI_UNDECIDED;
    return holds(judge->event->reason == PRAP_OPTION_NO_CONTACT);
}

/* F-W-09: what would end the work with the person, when DWP has refused to back the referral out. */
prapi_finding prapi_guard_CARRY_ON(prapi_judge *judge) {
    return holds(region(judge, PRAP_REGION_PRAP14) != PRAP_PRAP14_REFUSED);
}

bool prapi_entered(const prapi_programme *programme, const prapi_case *before, uint32_t scenario, uint32_t reason,
                   prap_fact *ret_fact) {
    const prapi_scenario *found = prapi_scenario_find(programme, scenario);
    prap_fact fact = {0};
    if (reason == PRAP_REASON_END_IS_NEXT_DAY) {
        fact = (prap_fact){PRAP_FACT_END_ON, PRAP_VALUE_DAY, next_day(before)};
    } else if (reason == PRAP_REASON_CANCEL_NO_CONTACT) {
        fact = (prap_fact){PRAP_FACT_REASON, PRAP_VALUE_OPTION, PRAP_OPTION_NO_CONTACT};
    } else if (reason == PRAP_REASON_REJECT_REASON_FITS && found != NULL) {
        fact = (prap_fact){PRAP_FACT_REASON, PRAP_VALUE_OPTION, found->reject_reason};
    } else if (reason == PRAP_REASON_CODE_FITS && found != NULL) {
        fact = (prap_fact){PRAP_FACT_CODE, PRAP_VALUE_NUMBER, found->code};
    }
    *ret_fact = fact;
    return fact.fact != 0;
}
