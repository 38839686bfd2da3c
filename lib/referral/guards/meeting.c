/* meeting.c: the initial meeting: its booking, its checks, the action plan and its signatures. */
#include "referral/guards/guards.h"

prapi_finding prapi_guard_MEETING_NOT_BEFORE_ACK(prapi_judge *judge) {
    return not_before(judge, judge->event->on, judge->before->acknowledged_on);
}

static prapi_finding not_in_future(prapi_judge *judge) {
    judge->earliest = judge->event->on;
    return holds(judge->event->recorded >= judge->event->on);
}

prapi_finding prapi_guard_MEETING_NOT_IN_FUTURE(prapi_judge *judge) { return not_in_future(judge); }
prapi_finding prapi_guard_START_NOT_IN_FUTURE(prapi_judge *judge) { return not_in_future(judge); }

prapi_finding prapi_guard_START_IS_MEETING_DAY(prapi_judge *judge) {
    return holds(judge->event->on == judge->before->attended_on);
}

prapi_finding prapi_guard_IDENTITY_CHECKED(prapi_judge *judge) {
    return needs(prapi_fact_is(judge, PRAP_FACT_IDENTITY_CHECKED));
}

prapi_finding prapi_guard_EMPLOYMENT_CHECKED(prapi_judge *judge) {
    return needs(prapi_fact_is(judge, PRAP_FACT_EMPLOYMENT_CHECKED));
}

prapi_finding prapi_guard_NOT_EMPLOYED(prapi_judge *judge) {
    return needs(not(prapi_fact_is(judge, PRAP_FACT_EMPLOYED)));
}

prapi_finding prapi_guard_NEEDS_BEGUN(prapi_judge *judge) {
    return needs(prapi_fact_is(judge, PRAP_FACT_NEEDS_ASSESSMENT_BEGUN));
}

prapi_finding prapi_guard_NOT_ATTENDED(prapi_judge *judge) {
    return holds(judge->before->attended_on == PRAP_DAY_NONE);
}

prapi_finding prapi_guard_ATTENDED(prapi_judge *judge) {
    return holds(judge->before->attended_on != PRAP_DAY_NONE);
}

prapi_finding prapi_guard_MEETING_DAY_GIVEN(prapi_judge *judge) {
    return said(judge, PRAP_FACT_MEETING_ON, PRAP_VALUE_DAY) ? PRAPI_PASS : PRAPI_UNDECIDED;
}

prapi_finding prapi_guard_MEETING_BOOKED_AHEAD(prapi_judge *judge) {
    return holds(said_day(judge, PRAP_FACT_MEETING_ON, judge->event->on) >= judge->event->on);
}

/* Before the referral there is no day to be measured against. */
prapi_finding prapi_guard_MEETING_WITHIN_15(prapi_judge *judge) {
    const prap_day due = judge->days->record.due;
    if (due == PRAP_DAY_NONE || said_day(judge, PRAP_FACT_MEETING_ON, due) <= due) return PRAPI_PASS;
    return holds(prapi_policy_value(judge, PRAP_POLICY_RESCHEDULE_PAST_15) == PRAP_CHOICE_WARN);
}

prapi_finding prapi_guard_MEETING_BEFORE_DAY_60(prapi_judge *judge) {
    if (judge->days->day_60 == PRAP_DAY_NONE) return PRAPI_PASS;
    return holds(said_day(judge, PRAP_FACT_MEETING_ON, judge->event->on) < prapi_day_60(judge));
}

/* A stay whose length is not said is the imminent one of 3.66 for an outcome, the short one of 3.71 for a booking. */
prapi_finding prapi_guard_STAY_IS_SHORT(prapi_judge *judge) {
    if (judge->event->reason != PRAP_OPTION_HOSPITAL || said(judge, PRAP_FACT_SHORT_STAY, 0)) return PRAPI_PASS;
    return is_said(judge, PRAP_FACT_SHORT_STAY);
}

prapi_finding prapi_guard_SIGNED_BY_PARTICIPANT(prapi_judge *judge) {
    return needs(prapi_fact_is(judge, PRAP_FACT_PLAN_SIGNED_BY_PARTICIPANT));
}

prapi_finding prapi_guard_SIGNED_BY_PROVIDER(prapi_judge *judge) {
    return needs(prapi_fact_is(judge, PRAP_FACT_PLAN_SIGNED_BY_PROVIDER));
}

/* Not the other way round of SIGNED_BY_PARTICIPANT: when nothing was said, no signature is assumed here. */
prapi_finding prapi_guard_PLAN_NOT_SIGNED(prapi_judge *judge) {
    const uint32_t fact = PRAP_FACT_PLAN_SIGNED_BY_PARTICIPANT;
    if (judge->event->said[fact].kind == 0 && judge->before->said[fact].kind == 0) return PRAPI_PASS;
    return needs(not(prapi_fact_is(judge, fact)));
}

prapi_finding prapi_guard_MEETING_FOR_PLAN(prapi_judge *judge) {
    return holds(judge->before->attended_on != PRAP_DAY_NONE);
}

prapi_finding prapi_guard_PLAN_NOT_BEFORE_START(prapi_judge *judge) {
    return not_before(judge, judge->event->on, judge->before->attended_on);
}

prapi_finding prapi_guard_PLAN_SIGNED_BY_BOTH(prapi_judge *judge) {
    return needs(prapi_fact_is(judge, PRAP_FACT_PLAN_FULLY_SIGNED));
}

static bool is_digital(const prapi_judge *judge) {
    return prapi_said_option(judge, PRAP_FACT_SIGNATURE_METHOD, PRAP_OPTION_DIGITAL_SIGNATURE);
}

/* SIG-1: from the day of the page an annotation is no signature; the day is the host's to set (AMB-68). */
prapi_finding prapi_guard_SIGNATURE_VALID(prapi_judge *judge) {
    if (!prapi_said_option(judge, PRAP_FACT_SIGNATURE_METHOD, PRAP_OPTION_ANNOTATION)) return PRAPI_PASS;
    return holds(judge->event->on < prapi_policy_value(judge, PRAP_POLICY_ANNOTATION_END));
}

prapi_finding prapi_guard_SIGNATURE_REASONED(prapi_judge *judge) {
    return is_digital(judge) ? is_said(judge, PRAP_FACT_DIGITAL_SIGNATURE_REASON) : PRAPI_PASS;
}

prapi_finding prapi_guard_SIGNATURE_ASSURED(prapi_judge *judge) {
    return is_digital(judge) ? is_said(judge, PRAP_FACT_DIGITAL_PROCESS_ASSURED) : PRAPI_PASS;
}
