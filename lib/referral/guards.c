/* guards.c: one predicate for each reason of reasons.def: short, pure, and named as its row is. */
#include "prap/vocabulary.h"

#include "base/always.h"
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
    judge->owed.bits[fact / 64] |= UINT64_C(1) << fact % 64;
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

/* The region as of the day on which the event is recorded. */
static uint32_t region(const prapi_judge *judge, uint32_t which) {
    return prapi_region_as_of(judge->before, judge->days, which, judge->event->recorded);
}

static bool said(const prapi_judge *judge, uint32_t fact, uint32_t kind) {
    return judge->event->said[fact].kind == kind;
}

/* The day that a fact gives, or another where it gives none. */
static prap_day said_day(const prapi_judge *judge, uint32_t fact, prap_day otherwise) {
    return said(judge, fact, PRAP_VALUE_DAY) ? judge->event->said[fact].value : otherwise;
}

static bool said_option(const prapi_judge *judge, uint32_t fact, uint32_t option) {
    const prapi_said *now = &judge->event->said[fact];
    const prapi_said *known = now->kind != 0 ? now : &judge->before->said[fact];
    return known->kind == PRAP_VALUE_OPTION && (uint32_t)known->value == option;
}

/* It cannot be said for want of a fact that is not the reason's own. */
static prapi_finding lacks(prapi_judge *judge, uint32_t fact) {
    judge->lacks = fact;
    return PRAPI_UNDECIDED;
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
    return holds(prapi_case_is_acknowledged(judge->before));
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

/* The first day on which DNA may be recorded for want of a MAPPA notice (3.93, AMB-07). */
static prap_day mappa_dna_from(prapi_judge *judge) {
    (void)prapi_policy_value(judge, PRAP_POLICY_MAPPA15_UNIT);
    const bool after = prapi_policy_value(judge, PRAP_POLICY_MAPPA_DNA_FROM) == PRAP_CHOICE_AFTER_DAY_15;
    return judge->days->mappa15.due + (after ? 1 : 0);
}

static prapi_finding guard_ATTEMPTS_MADE(prapi_judge *judge) {
    return needs(enough_attempts(judge));
}

/* A cancellation with the reason DNA may also stand for the want of a MAPPA notice, when its 15 days are used (3.91). */
static bool stands_for_mappa(prapi_judge *judge) {
    return judge->event->event == PRAP_EVENT_CANCELLATION_REQUESTED &&
           region(judge, PRAP_REGION_MAPPA) == PRAP_MAPPA_HOLD && judge->days->mappa15.due != PRAP_DAY_NONE &&
           judge->event->recorded >= mappa_dna_from(judge);
}

static prapi_finding guard_REFUSAL_MET(prapi_judge *judge) {
    if (stands_for_mappa(judge)) return PRAPI_PASS;
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

static bool moved_between(prapi_judge *judge) {
    return said(judge, PRAP_FACT_MOVED_BETWEEN_NATIONS, PRAP_VALUE_YES);
}

static prapi_finding guard_CODE_39_IN_WORK(prapi_judge *judge) {
    return holds(judge->stage == PRAP_STATE_IN_WORK);
}

static prapi_finding guard_DEATH_RECORDED(prapi_judge *judge) {
    return needs(prapi_fact_is(judge, PRAP_FACT_DECEASED));
}

/* The advice is on record: said so, given about an error, or in the acceptance of a PRaP14 (LC-46a). */
static prapi_tri advised(prapi_judge *judge) {
    const uint32_t prap14 = region(judge, PRAP_REGION_PRAP14);
    if (prap14 == PRAP_PRAP14_AT_POST || prap14 == PRAP_PRAP14_ACTIONED) return PRAPI_YES;
    if (said_option(judge, PRAP_FACT_ADVICE, PRAP_OPTION_USE_CODE_46)) return PRAPI_YES;
    return prapi_fact_is(judge, PRAP_FACT_POLICY_ADVICE);
}

/* LC-46a, b, c, d: advice; or a move out of both nations; or terminal illness and the choice to leave. */
static prapi_finding guard_CODE_46_GROUNDS(prapi_judge *judge) {
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

static prapi_finding guard_LEFT_NOT_BEFORE_START(prapi_judge *judge) {
    return not_before(judge, judge->event->on, judge->before->start_on);
}

static prapi_finding guard_DAY_60_REACHED(prapi_judge *judge) {
    if (day_60(judge) == PRAP_DAY_NONE) return PRAPI_FAIL; /* taken over without the day made: it cannot be said */
    return not_before(judge, judge->event->on, day_60(judge));
}

static prapi_finding guard_NOTHING_ENTERED(prapi_judge *judge) {
    return holds(judge->before->start_on == PRAP_DAY_NONE); /* asked where a start is: no case that started lacks it */
}

static prapi_finding is_said(prapi_judge *judge, uint32_t fact) {
    return needs(prapi_fact_is(judge, fact));
}

static prapi_finding guard_SO_APPROVED(prapi_judge *judge) { return is_said(judge, PRAP_FACT_SO_APPROVED); }
static prapi_finding guard_ELIGIBLE(prapi_judge *judge) { return is_said(judge, PRAP_FACT_ELIGIBLE); }
static prapi_finding guard_SUITABLE(prapi_judge *judge) { return is_said(judge, PRAP_FACT_SUITABLE); }
static prapi_finding guard_VOLUNTEERS(prapi_judge *judge) { return is_said(judge, PRAP_FACT_VOLUNTEERS); }
static prapi_finding guard_NOT_EMPLOYED_AT_HANDOVER(prapi_judge *judge) { return guard_NOT_EMPLOYED(judge); }

static prapi_finding guard_HANDOVER_IN_JOBCENTRE(prapi_judge *judge) { return is_said(judge, PRAP_FACT_AT_JOBCENTRE); }
static prapi_finding guard_HANDOVER_AGREED(prapi_judge *judge) { return is_said(judge, PRAP_FACT_THREE_AGREE); }
static prapi_finding guard_HANDOVER_SPACE(prapi_judge *judge) { return is_said(judge, PRAP_FACT_SUITABLE_SPACE); }

static prapi_finding guard_EXCEPTION_DOCUMENTED(prapi_judge *judge) {
    return is_said(judge, PRAP_FACT_EXCEPTION_DOCUMENTED);
}

static prapi_finding guard_NO_REFERRAL_YET(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }

static prapi_finding guard_NO_FAULT_ANNOUNCED(prapi_judge *judge) {
    return needs(not(prapi_fact_is(judge, PRAP_FACT_PRAP_FAULT_ANNOUNCED)));
}

/* 3.27 speaks of a visible referral; read with 3.24 it means one that cannot be seen (AMB-45). */
static prapi_finding guard_NOT_VISIBLE(prapi_judge *judge) {
    const prapi_finding unseen = needs(not(prapi_fact_is(judge, PRAP_FACT_VISIBLE_IN_PRAP)));
    if (unseen == PRAPI_PASS) return PRAPI_PASS;
    return prapi_policy_value(judge, PRAP_POLICY_VISIBLE_327) == PRAP_CHOICE_LITERAL_BOTH ? PRAPI_PASS : unseen;
}

static prapi_finding guard_REFERRED_BY_JOBCENTRE(prapi_judge *judge) {
    if (said(judge, PRAP_FACT_MADE_BY, PRAP_VALUE_UNKNOWN)) return PRAPI_UNDECIDED;
    return holds(!said_option(judge, PRAP_FACT_MADE_BY, PRAP_OPTION_BY_PROVIDER));
}

/* That the referral came outside PRaP says that it is an SCR case, unless somebody says otherwise. */
static prapi_finding guard_SCR_FOR_CLERICAL(prapi_judge *judge) {
    if (said(judge, PRAP_FACT_SCR, 0)) return PRAPI_PASS;
    return is_said(judge, PRAP_FACT_SCR);
}

static prapi_finding guard_NOT_CLERICAL(prapi_judge *judge) {
    return holds(!prapi_case_is_clerical(judge->before));
}

static prapi_finding guard_IS_CLERICAL(prapi_judge *judge) {
    return holds(prapi_case_is_clerical(judge->before));
}

static prapi_finding guard_NOT_ON_MAPPA_HOLD(prapi_judge *judge) {
    return holds(region(judge, PRAP_REGION_MAPPA) != PRAP_MAPPA_HOLD);
}

static prapi_finding guard_MEETING_DAY_GIVEN(prapi_judge *judge) {
    return said(judge, PRAP_FACT_MEETING_ON, PRAP_VALUE_DAY) ? PRAPI_PASS : PRAPI_UNDECIDED;
}

static prapi_finding guard_MEETING_BOOKED_AHEAD(prapi_judge *judge) {
    return holds(said_day(judge, PRAP_FACT_MEETING_ON, judge->event->on) >= judge->event->on);
}

/* Before the referral there is no day to be measured against. */
static prapi_finding guard_MEETING_WITHIN_15(prapi_judge *judge) {
    const prap_day due = judge->days->record.due;
    if (due == PRAP_DAY_NONE || said_day(judge, PRAP_FACT_MEETING_ON, due) <= due) return PRAPI_PASS;
    return holds(prapi_policy_value(judge, PRAP_POLICY_RESCHEDULE_PAST_15) == PRAP_CHOICE_WARN);
}

static prapi_finding guard_MEETING_BEFORE_DAY_60(prapi_judge *judge) {
    if (judge->days->day_60 == PRAP_DAY_NONE) return PRAPI_PASS;
    return holds(said_day(judge, PRAP_FACT_MEETING_ON, judge->event->on) < day_60(judge));
}

/* A stay whose length is not said is the imminent one of 3.66 for an outcome, the short one of 3.71 for a booking. */
static prapi_finding guard_STAY_IS_SHORT(prapi_judge *judge) {
    if (judge->event->reason != PRAP_OPTION_HOSPITAL || said(judge, PRAP_FACT_SHORT_STAY, 0)) return PRAPI_PASS;
    return is_said(judge, PRAP_FACT_SHORT_STAY);
}

static prapi_finding guard_STAY_NOT_SHORT(prapi_judge *judge) {
    return needs(not(prapi_fact_is(judge, PRAP_FACT_SHORT_STAY)));
}

static prapi_finding guard_MAPPA_ON_HOLD(prapi_judge *judge) {
    return holds(region(judge, PRAP_REGION_MAPPA) == PRAP_MAPPA_HOLD);
}

static prapi_finding guard_MAPPA_15_USED(prapi_judge *judge) {
    if (guard_MAPPA_ON_HOLD(judge) == PRAPI_FAIL) return PRAPI_PASS; /* which says so itself */
    if (judge->days->mappa15.due == PRAP_DAY_NONE) return lacks(judge, PRAP_FACT_MADE);
    return not_before(judge, judge->event->recorded, mappa_dna_from(judge));
}

static prapi_finding guard_MAPPA_NOT_KNOWN(prapi_judge *judge) {
    return holds(region(judge, PRAP_REGION_MAPPA) == 0);
}

static prapi_finding guard_MAPPA_LIGHT_TOUCH(prapi_judge *judge) {
    const uint32_t mappa = region(judge, PRAP_REGION_MAPPA);
    return holds(mappa == PRAP_MAPPA_LIGHT_TOUCH || mappa == PRAP_MAPPA_REVIEW);
}

static prapi_finding guard_MAPPA_IS_ESCALATED(prapi_judge *judge) {
    return holds(judge->before->escalated_on != PRAP_DAY_NONE);
}

/* Within the 28 days, the last of them included, the notice is awaited (AMB-14). */
static prapi_finding after_28(prapi_judge *judge) {
    if (judge->days->mappa28.due == PRAP_DAY_NONE) return PRAPI_PASS; /* not escalated, which MAPPA_IS_ESCALATED says */
    (void)prapi_policy_value(judge, PRAP_POLICY_MAPPA28_UNIT);
    return not_before(judge, judge->event->on, judge->days->mappa28.due + 1);
}

static prapi_finding guard_MAPPA_28_PASSED(prapi_judge *judge) { return after_28(judge); }
static prapi_finding guard_MAPPA_REVIEW_DUE(prapi_judge *judge) { return after_28(judge); }

static prapi_finding guard_PRAP14_WITH_POLICY(prapi_judge *judge) {
    return holds(region(judge, PRAP_REGION_PRAP14) == PRAP_PRAP14_AT_POLICY);
}

static prapi_finding guard_PRAP14_WITH_POST(prapi_judge *judge) {
    return holds(region(judge, PRAP_REGION_PRAP14) == PRAP_PRAP14_AT_POST);
}

/* One that was not accepted may be followed by another, on other circumstances. */
static prapi_finding guard_NO_PRAP14_PENDING(prapi_judge *judge) {
    const uint32_t prap14 = region(judge, PRAP_REGION_PRAP14);
    return holds(prap14 == 0 || prap14 == PRAP_PRAP14_NOT_ACCEPTED);
}

static prapi_finding guard_PRAP14_NOT_BEFORE_MEETING(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }
static prapi_finding guard_PRAP14_NOT_BEFORE_START(prapi_judge *judge) { (void)judge; return PRAPI_FAIL; }

static prapi_finding guard_PRAP14_REASON(prapi_judge *judge) {
    if (judge->event->reason == 0) return PRAPI_UNDECIDED;
    return holds(bars_start(judge->event->reason));
}

/* Hospital and worsening health are told as 3.68 is written; work and offers only if they arose by the start. */
static bool is_work(uint32_t reason) {
    return reason == PRAP_OPTION_WORK || reason == PRAP_OPTION_JOB_OFFER;
}

static prapi_finding guard_AROSE_BY_START(prapi_judge *judge) {
    if (!is_work(judge->event->reason)) return PRAPI_PASS;
    if (prapi_policy_value(judge, PRAP_POLICY_SCOPE_368) == PRAP_CHOICE_ANY_TIME) return PRAPI_PASS;
    if (!said(judge, PRAP_FACT_AROSE_ON, PRAP_VALUE_DAY)) return PRAPI_UNDECIDED;
    return holds(judge->event->said[PRAP_FACT_AROSE_ON].value <= judge->before->start_on);
}

static prapi_finding guard_ERROR_IS_NOTIFIED(prapi_judge *judge) {
    return holds(region(judge, PRAP_REGION_ERROR) == PRAP_ERROR_NOTIFIED);
}

static bool prap14_is_pending(const prapi_judge *judge) {
    const uint32_t prap14 = region(judge, PRAP_REGION_PRAP14);
    return prap14 == PRAP_PRAP14_AT_POLICY || prap14 == PRAP_PRAP14_AT_POST;
}

static prapi_finding guard_NO_PRAP14_HOLD(prapi_judge *judge) {
    if (!prap14_is_pending(judge)) return PRAPI_PASS;
    return holds(prapi_policy_value(judge, PRAP_POLICY_PENDING_WORK) == PRAP_CHOICE_NOTICE);
}

/* The last day of the allotted time of someone who is not in work. */
static prap_day last_pre_work_day(prapi_judge *judge) {
    return judge->before->start_on + prapi_policy_value(judge, PRAP_POLICY_ALLOT_DAYS) - 1;
}

static prapi_finding guard_IN_PRE_WORK_TIME(prapi_judge *judge) {
    return holds(judge->event->on <= last_pre_work_day(judge));
}

/*
 * Work that arose by the start bars it, unless the Policy team was asked and did not accept (T-I-43). It arose at the
 * latest on its first day; without the day on which it did, a later first day decides nothing (AMB-107).
 */
static prapi_finding guard_WORK_AFTER_START(prapi_judge *judge) {
    if (region(judge, PRAP_REGION_PRAP14) == PRAP_PRAP14_NOT_ACCEPTED) return PRAPI_PASS;
    const prap_day arose = said_day(judge, PRAP_FACT_AROSE_ON, judge->event->on);
    const prapi_finding finding = not_before(judge, arose, judge->before->start_on + 1);
    const bool known = said(judge, PRAP_FACT_AROSE_ON, PRAP_VALUE_DAY);
    return finding == PRAPI_PASS && !known ? PRAPI_UNDECIDED : finding;
}

static prapi_finding guard_STOPPED_IN_TIME(prapi_judge *judge) {
    return judge->event->on <= last_pre_work_day(judge) ? PRAPI_PASS : PRAPI_SILENT;
}

static prapi_finding guard_ALLOTTED_TIME_OVER(prapi_judge *judge) {
    (void)prapi_policy_value(judge, PRAP_POLICY_IWS_DAYS);
    return not_before(judge, judge->event->on, judge->days->allot.due + 1);
}

/* LC-39a: disengaged, after the pre-work period; LC-39b: no more support is needed, on any day of in-work support. */
static prapi_finding guard_CODE_39_GROUNDS(prapi_judge *judge) {
    const prapi_tri no_more = prapi_fact_is(judge, PRAP_FACT_NO_MORE_SUPPORT_NEEDED);
    const prapi_tri disengaged = prapi_fact_is(judge, PRAP_FACT_DISENGAGED);
    const bool by_phase = prapi_policy_value(judge, PRAP_POLICY_CODE_39A) == PRAP_CHOICE_PHASE_ONLY;
    const prap_day from = last_pre_work_day(judge) + 1;
    const bool late = by_phase || judge->event->on >= from;
    if (!late && disengaged == PRAPI_YES) judge->earliest = from;
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
static prapi_finding guard_END_DATE_ADVISED(prapi_judge *judge) {
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
static prapi_finding guard_MOVE_DECIDED(prapi_judge *judge) {
    if (!moved_between(judge) || advised(judge) == PRAPI_YES || leaves_without_advice(judge)) return PRAPI_PASS;
    return prapi_policy_value(judge, PRAP_POLICY_MOVE_OUT) == PRAP_CHOICE_ASK ? PRAPI_SILENT : PRAPI_PASS;
}

/* Employed on or before the day of the referral: an error of the referral; after it: Did Not Start (AMB-47). */
static prapi_finding guard_EMPLOYED_ROUTE(prapi_judge *judge) {
    const int32_t choice = prapi_policy_value(judge, PRAP_POLICY_EMPLOYED_AT_IM);
    if (choice == PRAP_CHOICE_ASK) return PRAPI_SILENT;
    if (choice == PRAP_CHOICE_DNS) return PRAPI_PASS;
    if (!said(judge, PRAP_FACT_EMPLOYMENT_BEGAN_ON, PRAP_VALUE_DAY)) return PRAPI_UNDECIDED;
    if (judge->before->made_on == PRAP_DAY_NONE) return lacks(judge, PRAP_FACT_MADE);
    return holds(judge->event->said[PRAP_FACT_EMPLOYMENT_BEGAN_ON].value > judge->before->made_on);
}

static bool is_digital(const prapi_judge *judge) {
    return said_option(judge, PRAP_FACT_SIGNATURE_METHOD, PRAP_OPTION_DIGITAL_SIGNATURE);
}

/* SIG-1: from the day of the page an annotation is no signature; the day is the host's to set (AMB-68). */
static prapi_finding guard_SIGNATURE_VALID(prapi_judge *judge) {
    if (!said_option(judge, PRAP_FACT_SIGNATURE_METHOD, PRAP_OPTION_ANNOTATION)) return PRAPI_PASS;
    return holds(judge->event->on < prapi_policy_value(judge, PRAP_POLICY_ANNOTATION_END));
}

static prapi_finding guard_SIGNATURE_REASONED(prapi_judge *judge) {
    return is_digital(judge) ? is_said(judge, PRAP_FACT_DIGITAL_SIGNATURE_REASON) : PRAPI_PASS;
}

static prapi_finding guard_SIGNATURE_ASSURED(prapi_judge *judge) {
    return is_digital(judge) ? is_said(judge, PRAP_FACT_DIGITAL_PROCESS_ASSURED) : PRAPI_PASS;
}

static prapi_finding guard_INTERVAL_WITHIN_28(prapi_judge *judge) {
    const prapi_said *agreed = &judge->event->said[PRAP_FACT_AGREED_INTERVAL];
    if (agreed->kind == PRAP_VALUE_UNKNOWN) return PRAPI_UNDECIDED;
    return holds(agreed->value <= judge->rulebook->programme->clocks.face_to_face_days);
}

/* The four criteria of 3.77 and the assessment of 3.75 are asked of a Re-Referral. */
static bool is_rereferral(const prapi_judge *judge) {
    return said_option(judge, PRAP_FACT_REFERRAL_KIND, PRAP_OPTION_RE_REFERRAL);
}

static prapi_finding rereferral(prapi_judge *judge, prapi_tri criterion) {
    return is_rereferral(judge) ? needs(criterion) : PRAPI_PASS;
}

static prapi_finding guard_REREF_ELIGIBLE(prapi_judge *judge) {
    return rereferral(judge, prapi_fact_is(judge, PRAP_FACT_STILL_ELIGIBLE));
}

static prapi_finding guard_REREF_NO_OUTCOME(prapi_judge *judge) {
    return rereferral(judge, not(prapi_fact_is(judge, PRAP_FACT_OUTCOME_PAID_OR_DUE)));
}

/* D-06: allotted time and in-work support have lapsed since the earlier start; a night-shift worker's is a day longer. */
static prapi_finding guard_REREF_DAY_REACHED(prapi_judge *judge) {
    if (!is_rereferral(judge)) return PRAPI_PASS;
    if (!said(judge, PRAP_FACT_EARLIER_START_ON, PRAP_VALUE_DAY)) return PRAPI_UNDECIDED;
    const prapi_tri night = prapi_fact_is(judge, PRAP_FACT_NIGHT_SHIFTS);
    const bool exceeded = prapi_policy_value(judge, PRAP_POLICY_REREF) == PRAP_CHOICE_EXCEEDED;
    const prap_day from = judge->event->said[PRAP_FACT_EARLIER_START_ON].value +
                          judge->rulebook->programme->clocks.rereferral_days + (exceeded ? 1 : 0);
    const prap_day made = said_day(judge, PRAP_FACT_MADE, judge->event->on);
    if (night == PRAPI_UNSURE && made == from) return lacks(judge, PRAP_FACT_NIGHT_SHIFTS);
    return not_before(judge, made, from + (night == PRAPI_YES ? 1 : 0));
}

static prapi_finding guard_REREF_ONCE(prapi_judge *judge) {
    return rereferral(judge, not(prapi_fact_is(judge, PRAP_FACT_REREFERRED_BEFORE)));
}

static prapi_finding guard_REREF_ASSESSED(prapi_judge *judge) {
    return rereferral(judge, prapi_fact_is(judge, PRAP_FACT_WORK_COACH_ASSESSED));
}

static prapi_finding guard_VOID_IS_POSSIBLE(prapi_judge *judge) {
    if (!said(judge, PRAP_FACT_VOIDS, PRAP_VALUE_NUMBER) || PRAPI_NEVER(judge->voiding == NULL)) return PRAPI_UNDECIDED;
    return holds(judge->voiding->possible);
}

static prapi_finding guard_VOID_FREES_NONE(prapi_judge *judge) {
    return holds(PRAPI_NEVER(judge->voiding == NULL) || judge->voiding->frees_none);
}

static prapi_finding guard_IMPORT_STAGE_KNOWN(prapi_judge *judge) { (void)judge; return PRAPI_UNDECIDED; }

/* Without it nobody can say by when the referral is to be acknowledged. */
static prapi_finding guard_IMPORT_RECEIPT_KNOWN(prapi_judge *judge) {
    const bool known = said(judge, PRAP_FACT_RECEIVED_ON, PRAP_VALUE_DAY) || said(judge, PRAP_FACT_MADE, PRAP_VALUE_DAY);
    return known ? PRAPI_PASS : PRAPI_UNDECIDED;
}

static prapi_finding guard_IMPORT_ATTENDED_KNOWN(prapi_judge *judge) {
    return said(judge, PRAP_FACT_ATTENDED_ON, PRAP_VALUE_DAY) ? PRAPI_PASS : PRAPI_UNDECIDED;
}

static prapi_finding guard_IMPORT_START_KNOWN(prapi_judge *judge) {
    return said(judge, PRAP_FACT_START_ON, PRAP_VALUE_DAY) ? PRAPI_PASS : PRAPI_UNDECIDED;
}

/* A day that a case taken over can bring: from which stage on, and whether it follows the one before it in the table. */
static const struct {
    uint16_t fact;
    uint16_t stage;
    bool follows;
} import_days[] = {
    {PRAP_FACT_MADE, PRAP_OPTION_AT_RECEIVED, true},
    {PRAP_FACT_RECEIVED_ON, PRAP_OPTION_AT_RECEIVED, true},
    {PRAP_FACT_ACKNOWLEDGED_ON, PRAP_OPTION_AT_ACCEPTED, true},
    {PRAP_FACT_ATTENDED_ON, PRAP_OPTION_AT_ATTENDED, true},
    {PRAP_FACT_START_ON, PRAP_OPTION_AT_PRE_WORK, true},
    {PRAP_FACT_PLAN_ON, PRAP_OPTION_AT_ATTENDED, false}, /* each of these only follows the start */
    {PRAP_FACT_ENTERED_ON, PRAP_OPTION_AT_PRE_WORK, false},
    {PRAP_FACT_FACE_TO_FACE_ON, PRAP_OPTION_AT_PRE_WORK, false},
    {PRAP_FACT_WEEKLY_OFFER_ON, PRAP_OPTION_AT_PRE_WORK, false},
    {PRAP_FACT_WORK_STARTED_ON, PRAP_OPTION_AT_IN_WORK, false},
};

/* The days that are given, in the order in which they can have come; the start date is the day of the meeting (3.28). */
static prapi_finding guard_IMPORT_IN_ORDER(prapi_judge *judge) {
    const int32_t stage = judge->event->said[PRAP_FACT_STAGE].value;
    prap_day last = PRAP_DAY_MIN;
    for (size_t i = 0; i < sizeof import_days / sizeof import_days[0]; i++) {
        if (!said(judge, import_days[i].fact, PRAP_VALUE_DAY)) continue;
        const prap_day day = judge->event->said[import_days[i].fact].value;
        if (day < last || day > judge->event->on || stage < import_days[i].stage) return PRAPI_FAIL;
        if (import_days[i].follows) last = day;
    }
    const prap_day start = said_day(judge, PRAP_FACT_START_ON, PRAP_DAY_NONE);
    return holds(start == PRAP_DAY_NONE || said_day(judge, PRAP_FACT_ATTENDED_ON, start) == start);
}

static prapi_finding guard_NOT_BEFORE_START(prapi_judge *judge) {
    return not_before(judge, judge->event->on, judge->before->start_on);
}

prapi_finding prapi_guard(prapi_judge *judge, uint32_t reason) {
    static prapi_finding (*const guards[])(prapi_judge *) = {
#define X(NUMBER, NAME, ...) [NUMBER] = guard_##NAME,
#include "vocabulary/reasons.def"
#undef X
    };
    judge->earliest = PRAP_DAY_NONE;
    judge->lacks = 0;
    const prapi_finding finding = guards[reason](judge);
    if (finding == PRAPI_PASS) judge->earliest = PRAP_DAY_NONE;
    return finding;
}
