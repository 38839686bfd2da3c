/* start.c: the start date, what bars it, and day 60. */
#include "referral/guards/guards.h"

bool prapi_bars_start(uint32_t reason) {
    return reason == PRAP_OPTION_WORK || reason == PRAP_OPTION_JOB_OFFER || reason == PRAP_OPTION_HOSPITAL ||
           reason == PRAP_OPTION_WORSENING_HEALTH;
}

prap_day prapi_day_60(prapi_judge *judge) {
    (void)prapi_policy_value(judge, PRAP_POLICY_AUTO60_DAY);
    (void)prapi_policy_value(judge, PRAP_POLICY_AUTO60_COUNT);
    (void)prapi_policy_value(judge, PRAP_POLICY_AUTO60_ANCHOR);
    return judge->days->day_60;
}

static bool told_after_meeting(const prapi_judge *judge) {
    return judge->event->said[PRAP_FACT_TOLD].value == PRAP_OPTION_AFTER_MEETING;
}

static bool told_is_unknown(const prapi_judge *judge) {
    return judge->event->said[PRAP_FACT_TOLD].kind == PRAP_VALUE_UNKNOWN;
}

prapi_finding prapi_guard_NOT_STARTED(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }

prapi_finding prapi_guard_ENTRY_BEFORE_DAY_60(prapi_judge *judge) {
    return holds(judge->event->recorded < prapi_day_60(judge));
}

prapi_finding prapi_guard_NOT_AUTO_DNA(prapi_judge *judge) {
    (void)prapi_day_60(judge);
    return holds(judge->stage != PRAP_STATE_AUTO_DNA);
}

/* Told after the meeting is another question: TOLD_AT_MEETING puts it (AMB-46). */
prapi_finding prapi_guard_NO_BAR_TO_START(prapi_judge *judge) {
    if (judge->event->said[PRAP_FACT_REASON].kind == PRAP_VALUE_UNKNOWN) return PRAPI_UNDECIDED;
    return holds(!prapi_bars_start(judge->event->reason) || told_after_meeting(judge) || told_is_unknown(judge));
}

/* Told after the meeting and before the entry: a question of its own (AMB-46). */
static bool told_between(const prapi_judge *judge) {
    return prapi_bars_start(judge->event->reason) && told_after_meeting(judge);
}

/* Told at the meeting means DNS (3.67); told after it, before the start is entered, the text is silent (AMB-46). */
prapi_finding prapi_guard_TOLD_AT_MEETING(prapi_judge *judge) {
    if (prapi_bars_start(judge->event->reason) && told_is_unknown(judge)) return PRAPI_UNDECIDED;
    if (!told_between(judge)) return PRAPI_PASS;
    const int32_t choice = prapi_policy_value(judge, PRAP_POLICY_UNRECORDED_START);
    return choice == PRAP_CHOICE_ASK ? PRAPI_SILENT : PRAPI_PASS;
}

/* Where the policy has chosen between the two ways, the other one is closed (AMB-46). */
prapi_finding prapi_guard_ROUTE_CHOSEN(prapi_judge *judge) {
    if (!told_between(judge)) return PRAPI_PASS;
    const int32_t choice = prapi_policy_value(judge, PRAP_POLICY_UNRECORDED_START);
    const bool starts = judge->event->event == PRAP_EVENT_START_RECORDED;
    return holds(choice == PRAP_CHOICE_ASK || starts == (choice == PRAP_CHOICE_RECORD_THEN_PRAP14));
}

prapi_finding prapi_guard_DAY_60_REACHED(prapi_judge *judge) {
    if (prapi_day_60(judge) == PRAP_DAY_NONE) return PRAPI_FAIL; /* taken over without the day made: it cannot be said */
    return not_before(judge, judge->event->on, prapi_day_60(judge));
}

prapi_finding prapi_guard_NOTHING_ENTERED(prapi_judge *judge) {
    return holds(judge->before->start_on == PRAP_DAY_NONE); /* asked where a start is: no case that started lacks it */
}
