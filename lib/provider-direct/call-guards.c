/*
 * call-guards.c: one predicate for each row of call-reasons.def, in its order. A guard looks at the call before the step
 * and at what the step says, and nothing else. A participant who is not listed is IS_LISTED's affair: the other guards
 * have nothing to say of them.
 */
#include "base/always.h"
#include "provider-direct/call.h"

static prapi_call_finding result(uint32_t value) {
    return (prapi_call_finding){.result = value, .earliest = PRAP_MOMENT_NONE};
}

static prapi_call_finding holds(bool condition) {
    return result(condition ? PRAP_RESULT_MET : PRAP_RESULT_FAILED);
}

/* What is wanted of a yes or no fact; not known is not failed. */
static prapi_call_finding wants(const prapi_call_judge *judge, uint32_t fact, uint32_t kind) {
    const uint32_t said = judge->step->said[fact].kind;
    if (said == PRAP_VALUE_UNKNOWN) return result(PRAP_RESULT_UNKNOWN);
    return holds(said == kind);
}

static prapi_call_finding wants_known(const prapi_call_judge *judge, uint32_t fact) {
    return result(judge->step->said[fact].kind == PRAP_VALUE_UNKNOWN ? PRAP_RESULT_UNKNOWN : PRAP_RESULT_MET);
}

/* Does an option say this? Of one that is not known: no. */
static bool is_option(const prapi_call_judge *judge, uint32_t fact, int32_t option) {
    const prapi_call_said *said = &judge->step->said[fact];
    return said->kind == PRAP_VALUE_OPTION && said->value == option;
}

static const prapi_participant *one_of(const prapi_call_judge *judge, uint32_t who) {
    return who == PRAP_CALL_NOBODY ? NULL : &judge->call->now.participants[who];
}

bool prapi_call_is_left(const prapi_participant *one) {
    return one->standing == PRAP_CALL_PARTICIPANT_LISTED || one->standing == PRAP_CALL_PARTICIPANT_CHECKING;
}

uint32_t prapi_call_left_beside(const prap_call *call, uint32_t who) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < call->now.n; i++) n += i != who && prapi_call_is_left(&call->now.participants[i]) ? 1 : 0;
    return n;
}

#define GUARD(NAME) static prapi_call_finding guard_##NAME(const prapi_call_judge *judge, uint32_t who)

GUARD(IN_ORDER) {
    (void)who;
    return holds(judge->row != NULL && judge->row->to != 0);
}

GUARD(NOT_MAPPA) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_MAPPA, PRAP_VALUE_NO);
}

GUARD(NOT_SCR) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_SCR, PRAP_VALUE_NO);
}

GUARD(NOT_UC) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_UNIVERSAL_CREDIT, PRAP_VALUE_NO);
}

GUARD(ROOM_IN_CALL) {
    (void)who;
    return holds(judge->call->now.n < PRAP_CALL_PARTICIPANTS_MAX);
}

GUARD(LISTED_ONCE) {
    return holds(one_of(judge, who) == NULL);
}

GUARD(ANYONE_LISTED) {
    (void)who;
    return holds(judge->call->now.n > 0);
}

/* D-21. On a bank holiday the policy decides (AMB-24). */
GUARD(SERVICE_OPEN) {
    (void)who;
    prapi_call_finding finding = holds(judge->opening.holds == 1);
    finding.earliest = judge->opening.moment;
    finding.policy = judge->opening.holiday == 1 ? PRAP_POLICY_SERVICE_BH : 0;
    return finding;
}

/* The Monday after the day of issue: D-07, whatever month it is of. */
static prap_day begins_on(prap_day issued) {
    enum { WEEK_AND_A_DAY = 8 };
    return issued + WEEK_AND_A_DAY - prap_day_weekday(issued);
}

/* D-07: from its Monday on. One issued between two monthly ones is used when it comes. */
GUARD(CODE_BEGUN) {
    (void)who;
    const prapi_call_said *issued = &judge->step->said[PRAP_CALL_FACT_CODE_ISSUED];
    if (issued->kind != PRAP_VALUE_DAY) return result(PRAP_RESULT_MET);
    const bool off_cycle = prapi_call_is_yes(judge->step, PRAP_CALL_FACT_CODE_OFF_CYCLE);
    const bool is_last = issued->value > PRAP_DAY_MAX - 7; /* no Monday comes after it */
    const prap_day from = off_cycle || is_last ? issued->value : begins_on(issued->value);
    prapi_call_finding finding = holds(from <= judge->step->at.day);
    finding.earliest.day = finding.result == PRAP_RESULT_MET ? PRAP_DAY_NONE : from;
    return finding;
}

/* No monthly code has come into force since. */
GUARD(CODE_CURRENT) {
    (void)who;
    const prapi_call_said *issued = &judge->step->said[PRAP_CALL_FACT_CODE_ISSUED];
    const prapi_call_finding superseded = wants(judge, PRAP_CALL_FACT_CODE_SUPERSEDED, PRAP_VALUE_NO);
    if (superseded.result != PRAP_RESULT_MET || issued->kind != PRAP_VALUE_DAY) return superseded;
    return holds(issued->value >= judge->code.due);
}

GUARD(PRIME_IS_KNOWN) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_PRIME_KNOWN, PRAP_VALUE_YES);
}

/* Of one who is put on the list in mid-call, what is said then; before a call, of each who is listed. */
GUARD(ORIGINALS_HELD) {
    if (judge->step->event == PRAP_CALL_EVENT_PARTICIPANT_LISTED) {
        return wants(judge, PRAP_CALL_FACT_ORIGINAL_HELD, PRAP_VALUE_YES);
    }
    const uint32_t said = judge->call->now.participants[who].has_original;
    return result(said == PRAP_VALUE_UNKNOWN ? PRAP_RESULT_UNKNOWN
                                             : said == PRAP_VALUE_YES ? PRAP_RESULT_MET : PRAP_RESULT_FAILED);
}

GUARD(NOT_JOB_OUTCOME) {
    (void)who;
    return holds(!is_option(judge, PRAP_CALL_FACT_PURPOSE, PRAP_CALL_PURPOSE_JOB_OUTCOME));
}

GUARD(NOT_POLICY) {
    (void)who;
    return holds(!is_option(judge, PRAP_CALL_FACT_PURPOSE, PRAP_CALL_PURPOSE_POLICY));
}

GUARD(PURPOSE_IS_DOUBT) {
    (void)who;
    if (is_option(judge, PRAP_CALL_FACT_PURPOSE, PRAP_CALL_PURPOSE_OTHER)) return result(PRAP_RESULT_FAILED);
    return wants_known(judge, PRAP_CALL_FACT_PURPOSE);
}

GUARD(NOT_WITHDRAWN) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_SERVICE_WITHDRAWN, PRAP_VALUE_NO);
}

GUARD(SECURITY_TOLD) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_SECURITY_EXPLAINED, PRAP_VALUE_YES);
}

GUARD(PLAN_TOLD) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_PLAN_CONFIRMED, PRAP_VALUE_YES);
}

GUARD(COMPANY_IS_GIVEN) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_COMPANY_GIVEN, PRAP_VALUE_YES);
}

GUARD(CALLER_IS_NAMED) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_CALLER_NAMED, PRAP_VALUE_YES);
}

GUARD(PRIME_IS_GIVEN) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_PRIME_GIVEN, PRAP_VALUE_YES);
}

GUARD(IS_ON_LIST) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_ON_LIST, PRAP_VALUE_YES);
}

GUARD(REASON_IS_VALID) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_REASON_VALID, PRAP_VALUE_YES);
}

/* Any wrong answer fails (AMB-29). */
GUARD(ALL_THREE_RIGHT) {
    enum { ALL = 3 };
    (void)who;
    const prapi_call_said *right = &judge->step->said[PRAP_CALL_FACT_CHARACTERS_RIGHT];
    if (right->kind == PRAP_VALUE_UNKNOWN) return result(PRAP_RESULT_UNKNOWN);
    return holds(right->value == ALL);
}

GUARD(CODE_PASSED) {
    (void)who;
    return holds(judge->call->now.ended != PRAPI_ENDED_CODE_WRONG);
}

GUARD(WAS_ELIGIBLE) {
    (void)who;
    return holds(judge->call->now.ended != PRAPI_ENDED_INELIGIBLE);
}

GUARD(USES_ORIGINAL) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_FROM_ORIGINAL, PRAP_VALUE_YES);
}

GUARD(NINO_IS_RIGHT) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_NINO_RIGHT, PRAP_VALUE_YES);
}

GUARD(NAME_IS_RIGHT) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_NAME_RIGHT, PRAP_VALUE_YES);
}

GUARD(QUESTION_NAMED) {
    (void)who;
    return wants_known(judge, PRAP_CALL_FACT_QUESTION);
}

GUARD(ANSWER_IS_RIGHT) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_ANSWER_RIGHT, PRAP_VALUE_YES);
}

GUARD(QUESTION_ASKABLE) {
    const prapi_participant *one = one_of(judge, who);
    const prapi_call_said *question = &judge->step->said[PRAP_CALL_FACT_QUESTION];
    if (one == NULL || question->kind != PRAP_VALUE_OPTION) return result(PRAP_RESULT_MET);
    return holds((one->unaskable >> question->value & 1) == 0);
}

GUARD(MAY_BE_MISSING) {
    (void)who;
    const bool may_not_exist = is_option(judge, PRAP_CALL_FACT_QUESTION, PRAP_QUESTION_QUALIFICATIONS) ||
                               is_option(judge, PRAP_CALL_FACT_QUESTION, PRAP_QUESTION_EMPLOYMENT_HISTORY);
    if (may_not_exist || judge->step->said[PRAP_CALL_FACT_QUESTION].kind == PRAP_VALUE_UNKNOWN) {
        return result(PRAP_RESULT_MET);
    }
    return wants(judge, PRAP_CALL_FACT_LMS_UNCLEAR, PRAP_VALUE_YES);
}

/* Only after a check that was not passed does the agent choose. */
GUARD(CHOICE_TOLD) {
    (void)who;
    const uint32_t checks[] = {PRAP_CALL_FACT_NINO_RIGHT, PRAP_CALL_FACT_NAME_RIGHT, PRAP_CALL_FACT_ANSWER_RIGHT};
    bool failed = false;
    for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++) {
        failed = failed || judge->step->said[checks[i]].kind == PRAP_VALUE_NO;
    }
    return failed ? wants_known(judge, PRAP_CALL_FACT_AGENT_CHOICE) : result(PRAP_RESULT_MET);
}

GUARD(IS_LISTED) {
    return holds(who != PRAP_CALL_NOBODY || !judge->step->is_named);
}

GUARD(NOT_YET_DONE) {
    const prapi_participant *one = one_of(judge, who);
    if (one == NULL) return result(PRAP_RESULT_MET);
    if (judge->step->event != PRAP_CALL_EVENT_DOUBT_DECIDED) return holds(prapi_call_is_left(one));
    return holds(one->standing != PRAP_CALL_PARTICIPANT_RAISED && one->standing != PRAP_CALL_PARTICIPANT_NOT_RAISED);
}

GUARD(IS_THE_ONE) {
    const uint32_t current = judge->call->now.current;
    return holds(who == PRAP_CALL_NOBODY || current == PRAP_CALL_NOBODY || who == current);
}

GUARD(FAILURE_PAST) {
    (void)who;
    const prapi_call_said *failed = &judge->step->said[PRAP_CALL_FACT_FAILED_ON];
    if (failed->kind == PRAP_VALUE_UNKNOWN) return result(PRAP_RESULT_UNKNOWN);
    return holds(failed->value <= judge->call->now.day);
}

GUARD(ASKS_ANYTHING) {
    (void)who;
    return holds(prapi_call_is_yes(judge->step, PRAP_CALL_FACT_ASKS_ADDRESS) ||
                 prapi_call_is_yes(judge->step, PRAP_CALL_FACT_ASKS_PHONE) ||
                 prapi_call_is_yes(judge->step, PRAP_CALL_FACT_ASKS_BENEFIT));
}

GUARD(NO_POLICY_ASKED) {
    (void)who;
    return wants(judge, PRAP_CALL_FACT_ASKS_POLICY, PRAP_VALUE_NO);
}

/* The advice that a record has: what it says, else what was noted in the call; 0: neither. */
static uint32_t recorded_advice(const prapi_call_judge *judge, uint32_t who) {
    const prapi_call_said *said = &judge->step->said[PRAP_CALL_FACT_ADVICE];
    if (said->kind == PRAP_VALUE_OPTION) return (uint32_t)said->value;
    const prapi_participant *one = one_of(judge, who);
    const bool is_record = judge->step->event == PRAP_CALL_EVENT_ADVICE_RECORDED;
    return is_record && one != NULL ? one->advice : 0;
}

GUARD(ADVICE_TOLD) {
    return result(recorded_advice(judge, who) == 0 ? PRAP_RESULT_UNKNOWN : PRAP_RESULT_MET);
}

GUARD(IS_ADVISED) {
    (void)who;
    const prapi_participant *one = one_of(judge, judge->call->now.current);
    return holds(PRAPI_ALWAYS(one != NULL) && one->standing == PRAP_CALL_PARTICIPANT_ADVISED);
}

GUARD(OTHERS_LEFT) {
    (void)who;
    return holds(prapi_call_left_beside(judge->call, PRAP_CALL_NOBODY) > 0);
}

GUARD(NOBODY_LEFT) {
    (void)who;
    return holds(prapi_call_left_beside(judge->call, PRAP_CALL_NOBODY) == 0);
}

/* A record that does not say the day has the call's own. */
GUARD(RIGHT_CALL_DAY) {
    (void)who;
    const prapi_call_said *day = &judge->step->said[PRAP_CALL_FACT_CALL_DAY];
    return holds(day->kind != PRAP_VALUE_DAY || day->value == judge->call->now.day);
}

GUARD(SAME_ADVICE) {
    const prapi_participant *one = one_of(judge, who);
    if (one == NULL || one->advice == 0) return result(PRAP_RESULT_MET);
    return holds(recorded_advice(judge, who) == one->advice);
}

GUARD(WHY_NOT_TOLD) {
    if (recorded_advice(judge, who) != PRAP_CALL_ADVICE_DO_NOT_RAISE) return result(PRAP_RESULT_MET);
    return wants_known(judge, PRAP_CALL_FACT_WHY_NOT);
}

/* With the record of the call the participant's own may still be owed; said alone, its day is what is said. */
GUARD(UPDATED_SINCE) {
    (void)who;
    const prapi_call_said *day = &judge->step->said[PRAP_CALL_FACT_UPDATED_ON];
    if (day->kind == PRAP_VALUE_DAY) return holds(day->value >= judge->call->now.day);
    const bool is_alone = judge->step->event == PRAP_CALL_EVENT_RECORD_UPDATED;
    return result(is_alone ? PRAP_RESULT_UNKNOWN : PRAP_RESULT_MET);
}

static bool is_raised(const prapi_call_judge *judge) {
    return prapi_call_is_yes(judge->step, PRAP_CALL_FACT_RAISED);
}

/* PRE01 needs the call, unless calling was inappropriate (AMB-35). A call about them that came to no advice is none. */
GUARD(STEPS_TAKEN) {
    const prapi_participant *one = one_of(judge, who);
    const bool is_pre01 = is_raised(judge) && is_option(judge, PRAP_CALL_FACT_FORM, PRAP_CALL_FORM_PRE01);
    if (!is_pre01 || one == NULL) return result(PRAP_RESULT_MET);
    const bool needed = judge->call->settings[PRAP_POLICY_PRE01_NEEDS_CALL] == PRAP_CHOICE_YES;
    prapi_call_finding finding = holds(one->advice != 0 || one->inappropriate || !needed);
    finding.policy = PRAP_POLICY_PRE01_NEEDS_CALL;
    return finding;
}

GUARD(DECISION_TOLD) {
    (void)who;
    return wants_known(judge, PRAP_CALL_FACT_RAISED);
}

/* Who follows the advice needs no reason; who does otherwise keeps one. */
GUARD(DEVIATION_KEPT) {
    const prapi_participant *one = one_of(judge, who);
    if (one == NULL || judge->step->said[PRAP_CALL_FACT_RAISED].kind == PRAP_VALUE_UNKNOWN) {
        return result(PRAP_RESULT_MET);
    }
    const bool against = (one->advice == PRAP_CALL_ADVICE_RAISE && !is_raised(judge)) ||
                         (one->advice == PRAP_CALL_ADVICE_DO_NOT_RAISE && is_raised(judge));
    return against ? wants(judge, PRAP_CALL_FACT_REASON_KEPT, PRAP_VALUE_YES) : result(PRAP_RESULT_MET);
}

GUARD(FORM_NAMED) {
    (void)who;
    return is_raised(judge) ? wants_known(judge, PRAP_CALL_FACT_FORM) : result(PRAP_RESULT_MET);
}

GUARD(DAY_OF_CODE_KNOWN) {
    (void)who;
    return wants_known(judge, PRAP_CALL_FACT_CODE_ISSUED);
}

static prapi_call_finding (*const guards[])(const prapi_call_judge *judge, uint32_t who) = {
#define X(NUMBER, NAME, WORD_NAME, RULE, FACT, CURE, WHY, HOW) [NUMBER] = guard_##NAME,
#include "vocabulary/call-reasons.def"
#undef X
};

bool prapi_call_guard_is_of_each(uint32_t reason) {
    return reason == PRAP_CALL_REASON_ORIGINALS_HELD;
}

prapi_call_finding prapi_call_guard(const prapi_call_judge *judge, uint32_t reason, uint32_t who) {
    return guards[reason](judge, who);
}
