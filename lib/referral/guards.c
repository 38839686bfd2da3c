/* guards.c: one predicate for each reason of reasons.def: short, pure, and named as its row is. */
#include "prap/vocabulary.h"

#include "referral/judge.h"

int32_t prapi_policy_value(prapi_judge *judge, uint32_t policy) {
    judge->policies |= UINT64_C(1) << policy;
    return judge->rulebook->settings[policy];
}

static prapi_tri absent(prapi_judge *judge, uint32_t fact) {
    if (judge->strict) return PRAPI_UNSURE;
    const prap_word *word = prap_word_by_number(PRAP_WORDS_FACT, fact);
    if (word->absent == PRAP_ABSENT_UNKNOWN) return PRAPI_UNSURE;
    if (word->absent != PRAP_ABSENT_OWED) return PRAPI_NO;
    judge->owed |= UINT32_C(1) << fact;
    return PRAPI_YES;
}

prapi_tri prapi_fact_is(prapi_judge *judge, uint32_t fact) {
    uint32_t kind = judge->event->said[fact].kind;
    if (kind == 0) kind = judge->before->said[fact].kind;
    if (kind == 0) return absent(judge, fact);
    if (kind == PRAP_VALUE_YES) return PRAPI_YES;
    return kind == PRAP_VALUE_NO ? PRAPI_NO : PRAPI_UNSURE;
}

static prapi_tri both(prapi_tri a, prapi_tri b) {
    return a < b ? a : b;
}

static prapi_tri either(prapi_tri a, prapi_tri b) {
    return a > b ? a : b;
}

static prapi_tri not(prapi_tri a) {
    return (prapi_tri)(PRAPI_YES - a);
}

static prapi_finding needs(prapi_tri a) {
    if (a == PRAPI_YES) return PRAPI_PASS;
    return a == PRAPI_NO ? PRAPI_FAIL : PRAPI_UNDECIDED;
}

static prapi_finding holds(bool condition) {
    return condition ? PRAPI_PASS : PRAPI_FAIL;
}

/* The day must be on or after another, which is then the earliest on which it could pass. */
static prapi_finding not_before(prapi_judge *judge, prap_day day, prap_day limit) {
    judge->earliest = limit;
    return holds(day >= limit);
}

/* At least P-MIN-ATTEMPTS failed attempts; "several" are two or more (AMB-48). */
static prapi_tri enough_attempts(prapi_judge *judge) {
    const uint32_t least = (uint32_t)prapi_policy_value(judge, PRAP_POLICY_MIN_ATTEMPTS);
    if (judge->before->attempts_failed >= least) return PRAPI_YES;
    return judge->before->attempts_failed + judge->before->attempts_unsure >= least ? PRAPI_UNSURE : PRAPI_NO;
}

/* Is the event's reason one that bars a start (3.65)? */
static bool bars_start(uint32_t reason) {
    return reason == PRAP_OPTION_WORK || reason == PRAP_OPTION_JOB_OFFER || reason == PRAP_OPTION_HOSPITAL ||
           reason == PRAP_OPTION_WORSENING_HEALTH;
}

static bool told_after_meeting(const prapi_judge *judge) {
    return judge->event->said[PRAP_FACT_TOLD].value == PRAP_OPTION_AFTER_MEETING;
}

static bool told_is_unknown(const prapi_judge *judge) {
    return judge->event->said[PRAP_FACT_TOLD].kind == PRAP_VALUE_UNKNOWN;
}

/* The guards, in the order of reasons.def. */

static prapi_finding guard_NOT_FROM_HERE(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }
static prapi_finding guard_CASE_EXISTS(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }
static prapi_finding guard_CASE_ENDED(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }
static prapi_finding guard_CASE_LEFT(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }

static prapi_finding guard_NOT_SCR(prapi_judge *judge) {
    /* A referral that is seen in PRaP is no SCR case unless somebody says so: also when facts are strict (3.02). */
    if (judge->event->said[PRAP_FACT_SCR].kind == 0) return PRAPI_PASS;
    return needs(not(prapi_fact_is(judge, PRAP_FACT_SCR)));
}

static prapi_finding guard_NOT_BEFORE_RECEIPT(prapi_judge *judge) {
    return not_before(judge, judge->event->on, judge->before->received_on);
}

/* The acknowledgement's due day, and day 60: both depend on settings, which are therefore looked at. */
static prap_day ack_due(prapi_judge *judge) {
    (void)prapi_policy_value(judge, PRAP_POLICY_ACK_NONWORKING);
    return judge->days->ack.due;
}

static prap_day day_60(prapi_judge *judge) {
    (void)prapi_policy_value(judge, PRAP_POLICY_AUTO60_DAY);
    (void)prapi_policy_value(judge, PRAP_POLICY_AUTO60_COUNT);
    (void)prapi_policy_value(judge, PRAP_POLICY_AUTO60_ANCHOR);
    return judge->days->day_60;
}

static prapi_finding guard_ACK_NOT_PASSED(prapi_judge *judge) {
    if (judge->event->on <= ack_due(judge)) return PRAPI_PASS;
    return holds(prapi_policy_value(judge, PRAP_POLICY_LATE_ACK) == PRAP_CHOICE_ALLOW_WITH_BREACH);
}

static prapi_finding guard_NOT_YET_ACKNOWLEDGED(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }
static prapi_finding guard_NOT_ACKNOWLEDGED_AND_STARTED(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }

static prapi_finding acknowledged(prapi_judge *judge) {
    return holds(judge->before->acknowledged_on != PRAP_DAY_NONE);
}

static prapi_finding guard_ACKNOWLEDGED_FOR_MEETING(prapi_judge *judge) { return acknowledged(judge); }
static prapi_finding guard_ACKNOWLEDGED_FOR_START(prapi_judge *judge) { return acknowledged(judge); }
static prapi_finding guard_ACKNOWLEDGED_FOR_CANCELLATION(prapi_judge *judge) { return acknowledged(judge); }

static prapi_finding guard_ACKNOWLEDGED_FOR_DNA(prapi_judge *judge) {
    if (acknowledged(judge) == PRAPI_PASS) return PRAPI_PASS;
    return holds(prapi_policy_value(judge, PRAP_POLICY_DNA_UNACKED) == PRAP_CHOICE_ALLOW_WITH_HINT);
}

/* T-I-24 to T-I-26 stand for a referral that is acknowledged or can still be; later only T-I-15, 27 and 28 do. */
static prapi_finding guard_ACKNOWLEDGED_IN_TIME(prapi_judge *judge) {
    if (acknowledged(judge) == PRAPI_PASS) return PRAPI_PASS;
    return holds(judge->event->recorded <= ack_due(judge));
}

static prapi_finding guard_MEETING_NOT_BEFORE_ACK(prapi_judge *judge) {
    return not_before(judge, judge->event->on, judge->before->acknowledged_on);
}

static prapi_finding not_in_future(prapi_judge *judge) {
    judge->earliest = judge->event->on;
    return holds(judge->event->recorded >= judge->event->on);
}

static prapi_finding guard_MEETING_NOT_IN_FUTURE(prapi_judge *judge) { return not_in_future(judge); }
static prapi_finding guard_START_NOT_IN_FUTURE(prapi_judge *judge) { return not_in_future(judge); }

static prapi_finding guard_START_IS_MEETING_DAY(prapi_judge *judge) {
    return holds(judge->event->on == judge->before->attended_on);
}

static prapi_finding guard_NOT_STARTED(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }

static prapi_finding guard_ENTRY_BEFORE_DAY_60(prapi_judge *judge) {
    return holds(judge->event->recorded < day_60(judge));
}

static prapi_finding guard_NOT_AUTO_DNA(prapi_judge *judge) {
    (void)day_60(judge);
    return holds(judge->stage != PRAP_STATE_AUTO_DNA);
}

static prapi_finding guard_IDENTITY_CHECKED(prapi_judge *judge) {
    return needs(prapi_fact_is(judge, PRAP_FACT_IDENTITY_CHECKED));
}

static prapi_finding guard_EMPLOYMENT_CHECKED(prapi_judge *judge) {
    return needs(prapi_fact_is(judge, PRAP_FACT_EMPLOYMENT_CHECKED));
}

static prapi_finding guard_NOT_EMPLOYED(prapi_judge *judge) {
    return needs(not(prapi_fact_is(judge, PRAP_FACT_EMPLOYED)));
}

static prapi_finding guard_SIGNED_BY_PARTICIPANT(prapi_judge *judge) {
    return needs(prapi_fact_is(judge, PRAP_FACT_PLAN_SIGNED_BY_PARTICIPANT));
}

static prapi_finding guard_SIGNED_BY_PROVIDER(prapi_judge *judge) {
    return needs(prapi_fact_is(judge, PRAP_FACT_PLAN_SIGNED_BY_PROVIDER));
}

static prapi_finding guard_NEEDS_BEGUN(prapi_judge *judge) {
    return needs(prapi_fact_is(judge, PRAP_FACT_NEEDS_ASSESSMENT_BEGUN));
}

/* Told after the meeting is another question: TOLD_AT_MEETING puts it (AMB-46). */
static prapi_finding guard_NO_BAR_TO_START(prapi_judge *judge) {
    if (judge->event->said[PRAP_FACT_REASON].kind == PRAP_VALUE_UNKNOWN) return PRAPI_UNDECIDED;
    return holds(!bars_start(judge->event->reason) || told_after_meeting(judge) || told_is_unknown(judge));
}

static prapi_finding guard_NOT_ATTENDED(prapi_judge *judge) {
    return holds(judge->before->attended_on == PRAP_DAY_NONE);
}

static prapi_finding guard_ATTENDED(prapi_judge *judge) {
    return holds(judge->before->attended_on != PRAP_DAY_NONE);
}

static prapi_finding guard_NO_START_FOR_OUTCOME(prapi_judge *judge) {
    return holds(judge->before->start_on == PRAP_DAY_NONE);
}

static prapi_finding guard_OUTCOME_NOT_BEFORE_REFERRAL(prapi_judge *judge) {
    return not_before(judge, judge->event->on, judge->before->made_on);
}

static prapi_finding guard_ATTEMPTS_MADE(prapi_judge *judge) {
    return needs(enough_attempts(judge));
}

static prapi_finding guard_REFUSAL_MET(prapi_judge *judge) {
    return needs(either(prapi_fact_is(judge, PRAP_FACT_CONCERNS_ADDRESSED), enough_attempts(judge)));
}

static prapi_finding guard_RESCHEDULE_REFUSAL_MET(prapi_judge *judge) {
    const prapi_tri addressed = prapi_fact_is(judge, PRAP_FACT_CONCERNS_ADDRESSED);
    const prapi_tri attempts = enough_attempts(judge);
    const bool needs_both = prapi_policy_value(judge, PRAP_POLICY_RESCHEDULE_NEEDS_ATTEMPTS) == PRAP_CHOICE_YES;
    return needs(needs_both ? both(addressed, attempts) : either(addressed, attempts));
}

/* Not the other way round of SIGNED_BY_PARTICIPANT: when nothing was said, no signature is assumed here. */
static prapi_finding guard_PLAN_NOT_SIGNED(prapi_judge *judge) {
    const uint32_t fact = PRAP_FACT_PLAN_SIGNED_BY_PARTICIPANT;
    if (judge->event->said[fact].kind == 0 && judge->before->said[fact].kind == 0) return PRAPI_PASS;
    return needs(not(prapi_fact_is(judge, fact)));
}

/* Told after the meeting and before the entry: a question of its own (AMB-46). */
static bool told_between(const prapi_judge *judge) {
    return bars_start(judge->event->reason) && told_after_meeting(judge);
}

/* Told at the meeting means DNS (3.67); told after it, before the start is entered, the text is silent (AMB-46). */
static prapi_finding guard_TOLD_AT_MEETING(prapi_judge *judge) {
    if (bars_start(judge->event->reason) && told_is_unknown(judge)) return PRAPI_UNDECIDED;
    if (!told_between(judge)) return PRAPI_PASS;
    const int32_t choice = prapi_policy_value(judge, PRAP_POLICY_UNRECORDED_START);
    return choice == PRAP_CHOICE_ASK ? PRAPI_SILENT : PRAPI_PASS;
}

/* Where the policy has chosen between the two ways, the other one is closed (AMB-46). */
static prapi_finding guard_ROUTE_CHOSEN(prapi_judge *judge) {
    if (!told_between(judge)) return PRAPI_PASS;
    const int32_t choice = prapi_policy_value(judge, PRAP_POLICY_UNRECORDED_START);
    const bool starts = judge->event->event == PRAP_EVENT_START_RECORDED;
    return holds(choice == PRAP_CHOICE_ASK || starts == (choice == PRAP_CHOICE_RECORD_THEN_PRAP14));
}

/* These three stand in rows that are only reached when no listed reason was given. */
static prapi_finding reason_listed(const prapi_judge *judge) {
    return judge->event->reason == 0 ? PRAPI_UNDECIDED : PRAPI_FAIL;
}

static prapi_finding guard_DNA_REASON(prapi_judge *judge) { return reason_listed(judge); }
static prapi_finding guard_DNS_REASON(prapi_judge *judge) { return reason_listed(judge); }
static prapi_finding guard_CANCELLATION_REASON(prapi_judge *judge) { return reason_listed(judge); }

static prapi_finding guard_NO_START_FOR_CANCELLATION(prapi_judge *judge) {
    return holds(judge->before->start_on == PRAP_DAY_NONE);
}

static prapi_finding guard_NO_CONTACT_ALLOWED(prapi_judge *judge) {
    return holds(prapi_policy_value(judge, PRAP_POLICY_IPES_NO_CONTACT) == PRAP_CHOICE_WARN);
}

static prapi_finding guard_CANCELLATION_IS_REQUESTED(prapi_judge *judge) {
    return holds(judge->before->stage == PRAP_STATE_CANCEL_REQUESTED);
}

static prapi_finding guard_MEETING_FOR_PLAN(prapi_judge *judge) {
    return holds(judge->before->attended_on != PRAP_DAY_NONE);
}

static prapi_finding guard_PLAN_NOT_BEFORE_START(prapi_judge *judge) {
    return not_before(judge, judge->event->on, judge->before->attended_on);
}

static prapi_finding guard_PLAN_SIGNED_BY_BOTH(prapi_judge *judge) {
    return needs(prapi_fact_is(judge, PRAP_FACT_PLAN_FULLY_SIGNED));
}

static prapi_finding guard_START_FOR_CODE(prapi_judge *judge) {
    return holds(judge->before->start_on != PRAP_DAY_NONE);
}

static prapi_finding guard_CODE_LISTED(prapi_judge *judge) {
    const prapi_said *code = &judge->event->said[PRAP_FACT_CODE];
    if (code->kind != PRAP_VALUE_NUMBER) return PRAPI_UNDECIDED;
    return holds(prapi_code_is_listed(judge->rulebook->programme->number, code->value));
}

static prapi_finding guard_CODE_NOT_AUTOMATIC(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }

static prapi_finding guard_CODE_39_IN_WORK(prapi_judge *judge) {
    return holds(judge->stage == PRAP_STATE_IN_WORK);
}

static prapi_finding guard_DEATH_RECORDED(prapi_judge *judge) {
    return needs(prapi_fact_is(judge, PRAP_FACT_DECEASED));
}

/* LC-46a, b, c: advice; or a move out of both nations; or terminal illness and the choice to leave. */
static prapi_finding guard_CODE_46_GROUNDS(prapi_judge *judge) {
    const prapi_tri illness = both(prapi_fact_is(judge, PRAP_FACT_TERMINAL_ILLNESS),
                                   prapi_fact_is(judge, PRAP_FACT_CHOOSES_TO_LEAVE));
    const prapi_tri moved = prapi_fact_is(judge, PRAP_FACT_MOVED_OUT);
    return needs(either(prapi_fact_is(judge, PRAP_FACT_POLICY_ADVICE), either(moved, illness)));
}

static prapi_finding guard_LEFT_NOT_BEFORE_START(prapi_judge *judge) {
    return not_before(judge, judge->event->on, judge->before->start_on);
}

static prapi_finding guard_DAY_60_REACHED(prapi_judge *judge) {
    return not_before(judge, judge->event->on, day_60(judge));
}

static prapi_finding guard_NOTHING_ENTERED(prapi_judge *judge) {
    return holds(judge->before->entered_on == PRAP_DAY_NONE);
}

prapi_finding prapi_guard(prapi_judge *judge, uint32_t reason) {
    static prapi_finding (*const guards[])(prapi_judge *) = {
#define X(NUMBER, NAME, ...) [NUMBER] = guard_##NAME,
#include "vocabulary/reasons.def"
#undef X
    };
    judge->earliest = PRAP_DAY_NONE;
    const prapi_finding finding = guards[reason](judge);
    if (finding == PRAPI_PASS) judge->earliest = PRAP_DAY_NONE;
    return finding;
}
