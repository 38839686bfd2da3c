/* participation.c: after the start: in-work support, the allotted time and leaving with a code. */
#include "referral/guards/guards.h"

/* The last day of the allotted time of someone who is not in work. */
static prap_day last_pre_work_day(prapi_judge *judge) {
    return judge->before->start_on + prapi_policy_value(judge, PRAP_POLICY_ALLOT_DAYS) - 1;
}

prapi_finding prapi_guard_IN_PRE_WORK_TIME(prapi_judge *judge) {
    return holds(judge->event->on <= last_pre_work_day(judge));
}

/*
 * Work that arose by the start bars it, unless the Policy team was asked and did not accept (T-I-43). It arose at the
 * latest on its first day; without the day on which it did, a later first day decides nothing (AMB-107).
 */
prapi_finding prapi_guard_WORK_AFTER_START(prapi_judge *judge) {
    if (region(judge, PRAP_REGION_PRAP14) == PRAP_PRAP14_NOT_ACCEPTED) return PRAPI_PASS;
    const prap_day arose = said_day(judge, PRAP_FACT_AROSE_ON, judge->event->on);
    const prapi_finding finding = not_before(judge, arose, judge->before->start_on + 1);
    const bool known = said(judge, PRAP_FACT_AROSE_ON, PRAP_VALUE_DAY);
    return finding == PRAPI_PASS && !known ? PRAPI_UNDECIDED : finding;
}

prapi_finding prapi_guard_STOPPED_IN_TIME(prapi_judge *judge) {
    return judge->event->on <= last_pre_work_day(judge) ? PRAPI_PASS : PRAPI_SILENT;
}

prapi_finding prapi_guard_INTERVAL_WITHIN_28(prapi_judge *judge) {
    const prapi_said *agreed = &judge->event->said[PRAP_FACT_AGREED_INTERVAL];
    if (agreed->kind == PRAP_VALUE_UNKNOWN) return PRAPI_UNDECIDED;
    return holds(agreed->value <= judge->rulebook->programme->clocks.face_to_face_days);
}

prapi_finding prapi_guard_NOT_BEFORE_START(prapi_judge *judge) {
    return not_before(judge, judge->event->on, judge->before->start_on);
}

prapi_finding prapi_guard_START_FOR_CODE(prapi_judge *judge) {
    return holds(judge->before->start_on != PRAP_DAY_NONE);
}

prapi_finding prapi_guard_CODE_LISTED(prapi_judge *judge) {
    const prapi_said *code = &judge->event->said[PRAP_FACT_CODE];
    if (code->kind != PRAP_VALUE_NUMBER) return PRAPI_UNDECIDED;
    return holds(prapi_code_is_listed(judge->rulebook->programme->number, code->value));
}

prapi_finding prapi_guard_CODE_NOT_AUTOMATIC(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }

static bool moved_between(prapi_judge *judge) {
    return said(judge, PRAP_FACT_MOVED_BETWEEN_NATIONS, PRAP_VALUE_YES);
}

prapi_finding prapi_guard_CODE_39_IN_WORK(prapi_judge *judge) {
    return holds(judge->stage == PRAP_STATE_IN_WORK);
}

prapi_finding prapi_guard_DEATH_RECORDED(prapi_judge *judge) {
    return needs(prapi_fact_is(judge, PRAP_FACT_DECEASED));
}

/* The advice is on record: said so, given about an error, or in the acceptance of a PRaP14 (LC-46a). */
static prapi_tri advised(prapi_judge *judge) {
    const uint32_t prap14 = region(judge, PRAP_REGION_PRAP14);
    if (prap14 == PRAP_PRAP14_AT_POST || prap14 == PRAP_PRAP14_ACTIONED) return PRAPI_YES;
    if (prapi_said_option(judge, PRAP_FACT_ADVICE, PRAP_OPTION_USE_CODE_46)) return PRAPI_YES;
    return prapi_fact_is(judge, PRAP_FACT_POLICY_ADVICE);
}

/* LC-46a, b, c, d: advice; or a move out of both nations; or terminal illness and the choice to leave. */
prapi_finding prapi_guard_CODE_46_GROUNDS(prapi_judge *judge) {
    const prapi_tri illness = both(prapi_fact_is(judge, PRAP_FACT_TERMINAL_ILLNESS),
                                   prapi_fact_is(judge, PRAP_FACT_CHOOSES_TO_LEAVE));
    /* A move between the nations is no move out of both; whether it counts is MOVE_DECIDED's question (AMB-101). */
    if (moved_between(judge) && advised(judge) != PRAPI_YES && illness != PRAPI_YES &&
        prapi_policy_value(judge, PRAP_POLICY_MOVE_OUT) == PRAP_CHOICE_ASK) {
        return PRAPI_PASS;
    }
    const prapi_tri moved = prapi_fact_is(judge, PRAP_FACT_MOVED_OUT);
    return needs(either(advised(judge), either(moved, illness)));
}

prapi_finding prapi_guard_LEFT_NOT_BEFORE_START(prapi_judge *judge) {
    return not_before(judge, judge->event->on, judge->before->start_on);
}

prapi_finding prapi_guard_ALLOTTED_TIME_OVER(prapi_judge *judge) {
    (void)prapi_policy_value(judge, PRAP_POLICY_IWS_DAYS);
    return not_before(judge, judge->event->on, judge->days->allot.due + 1);
}

/* LC-39a: disengaged, after the pre-work period; LC-39b: no more support is needed, on any day of in-work support. */
prapi_finding prapi_guard_CODE_39_GROUNDS(prapi_judge *judge) {
    const prapi_tri no_more = prapi_fact_is(judge, PRAP_FACT_NO_MORE_SUPPORT_NEEDED);
    const prapi_tri disengaged = prapi_fact_is(judge, PRAP_FACT_DISENGAGED);
    const bool by_phase = prapi_policy_value(judge, PRAP_POLICY_CODE_39A) == PRAP_CHOICE_PHASE_ONLY;
    const prap_day from = last_pre_work_day(judge) + 1;
    const bool late = by_phase || judge->event->on >= from;
    if (disengaged == PRAPI_YES) judge->earliest = from; /* of a pass it is forgotten (judge.c) */
    if (!late || disengaged != PRAPI_UNSURE) judge->lacks = PRAP_FACT_NO_MORE_SUPPORT_NEEDED;
    return needs(either(no_more, late ? disengaged : PRAPI_NO));
}

/* Has the case another ground for code 46 than advice? */
static bool leaves_without_advice(prapi_judge *judge) {
    const prapi_tri illness = both(prapi_fact_is(judge, PRAP_FACT_TERMINAL_ILLNESS),
                                   prapi_fact_is(judge, PRAP_FACT_CHOOSES_TO_LEAVE));
    return either(prapi_fact_is(judge, PRAP_FACT_MOVED_OUT), illness) == PRAPI_YES;
}

/* The end date that goes with the advice; after a PRaP14 there is one (AMB-59), after other advice there may be. */
prapi_finding prapi_guard_END_DATE_ADVISED(prapi_judge *judge) {
    const uint32_t prap14 = region(judge, PRAP_REGION_PRAP14);
    const bool accepted = prap14 == PRAP_PRAP14_AT_POST || prap14 == PRAP_PRAP14_ACTIONED;
    const prapi_said *known = &judge->before->said[PRAP_FACT_ADVISED_END_ON];
    if (leaves_without_advice(judge)) return PRAPI_PASS;
    prap_day end = said_day(judge, PRAP_FACT_ADVISED_END_ON, PRAP_DAY_NONE);
    if (end == PRAP_DAY_NONE && known->kind == PRAP_VALUE_DAY) end = known->value;
    if (accepted && prapi_policy_value(judge, PRAP_POLICY_IPES_END_DATE) == PRAP_CHOICE_START_PLUS_1) {
        end = judge->before->start_on + 1;
    }
    if (end == PRAP_DAY_NONE) return accepted ? PRAPI_UNDECIDED : PRAPI_PASS;
    judge->earliest = end;
    return holds(judge->event->on == end);
}

/* The question is put only where nothing else is a ground: with the advice that was asked for, it is answered. */
prapi_finding prapi_guard_MOVE_DECIDED(prapi_judge *judge) {
    if (!moved_between(judge) || advised(judge) == PRAPI_YES || leaves_without_advice(judge)) return PRAPI_PASS;
    return prapi_policy_value(judge, PRAP_POLICY_MOVE_OUT) == PRAP_CHOICE_ASK ? PRAPI_SILENT : PRAPI_PASS;
}
