/*
 * clocks.c: the clocks of a case. The days are those of lib/dates, counted here without
 * the questions' other answers, because every judgement needs them all; the property tests hold the two together.
 */
#include "prap/dates.h"
#include "prap/vocabulary.h"

#include "dates/counter.h"
#include "dates/question.h"
#include "dates/ways.h"
#include "referral/clocks.h"
#include "referral/definitions.h"

static int32_t setting(const prap_rulebook *rulebook, uint32_t policy) {
    return rulebook->settings[policy];
}

/*
 * D-01: the day of receipt is day 1. Receipt on a non-working day rolls day 1 forward; the strict reading counts that
 * day itself as day 1, and is the prudent one (AMB-02). For a receipt on a working day both are the same.
 */
static prapi_due run_ack(const prap_rulebook *rulebook, prapi_counter *counter, prap_day received) {
    const int32_t days_after_day_1 = rulebook->programme->clocks.ack_working_days - 1;
    const prap_day day_1 = prapi_quick_on_or_after(counter, received);
    const prap_day rolled = prapi_quick_working_days(counter, day_1, days_after_day_1);
    const prap_day strict = prapi_quick_working_days(counter, received, days_after_day_1);
    const bool roll = setting(rulebook, PRAP_POLICY_ACK_NONWORKING) == PRAP_CHOICE_ROLL_FORWARD;
    return (prapi_due){.anchor = received, .due = roll ? rolled : strict, .prudent = strict};
}

/* D-02 and D-03: the n-th working day after the anchor; with the anchor as day 1, the one before it (AMB-05). */
static prapi_due run_working_days(prapi_counter *counter, prap_day anchor, int32_t n, bool include_day) {
    const prap_day excluding = prapi_quick_working_days(counter, anchor, n);
    const prap_day including = prapi_quick_working_days(counter, anchor, n - 1);
    return (prapi_due){.anchor = anchor, .due = include_day ? including : excluding, .prudent = including};
}

/*
 * D-04: calendar days. The last safe entry is the day before the conversion; the prudent day is the one under the
 * strictest reading: counted from the day made, that day being day 1 (AMB-09, AMB-10).
 */
static prapi_due run_auto60(const prap_rulebook *rulebook, const prapi_case *state, prap_day *ret_day_60) {
    const prap_policy *day = prap_policy_by_number(PRAP_POLICY_AUTO60_DAY);
    const bool from_received = setting(rulebook, PRAP_POLICY_AUTO60_ANCHOR) == PRAP_CHOICE_RECEIVED;
    const bool include_day = setting(rulebook, PRAP_POLICY_AUTO60_COUNT) == PRAP_CHOICE_INCLUDE_DAY;
    const prap_day anchor = from_received ? state->received_on : state->made_on;
    *ret_day_60 = anchor + setting(rulebook, PRAP_POLICY_AUTO60_DAY) - (include_day ? 1 : 0);
    return (prapi_due){.anchor = anchor, .due = *ret_day_60 - 1, .prudent = state->made_on + day->lowest - 2};
}

bool prapi_case_is_clerical(const prapi_case *state) {
    return state->regions[PRAP_REGION_CHANNEL] == PRAP_CHANNEL_CLERICAL;
}

/* A receipt after the cut-off of the policy, where its minute is known, is the next day's (AMB-03). */
static prap_day received(const prap_rulebook *rulebook, const prapi_case *state) {
    const int32_t cutoff = setting(rulebook, PRAP_POLICY_DAY_CUTOFF);
    const prapi_said *minute = &state->said[PRAP_FACT_RECEIVED_AT];
    const bool late = cutoff != 0 && minute->kind == PRAP_VALUE_NUMBER && minute->value >= cutoff;
    return state->received_on + (late ? 1 : 0);
}

/* The clocks of a referral. A clerical one has no acknowledgement and no day 60: nothing of it is in PRaP (3.84). */
static void run_referral(const prap_rulebook *rulebook, const prapi_case *state, prapi_counter *counter,
                         prapi_clock_days *days) {
    const bool include = setting(rulebook, PRAP_POLICY_CSS2_COUNT) == PRAP_CHOICE_INCLUDE_DAY;
    const bool clerical = prapi_case_is_clerical(state);
    const prapi_clocks *clocks = &rulebook->programme->clocks;
    if (state->received_on != PRAP_DAY_NONE && !clerical && clocks->ack_working_days != 0) {
        days->ack = run_ack(rulebook, counter, received(rulebook, state));
        days->ack.anchor = state->received_on;
        days->ack.last_working_day = prapi_quick_on_or_before(counter, days->ack.due);
    }
    if (state->made_on == PRAP_DAY_NONE || clocks->record_working_days == 0) return;
    days->record = run_working_days(counter, state->made_on, clocks->record_working_days, include);
    days->record.last_working_day = prapi_quick_on_or_before(counter, days->record.due);
    if (clerical || !clocks->has_day_60) return;
    days->auto60 = run_auto60(rulebook, state, &days->day_60);
    days->auto60.last_working_day = prapi_quick_on_or_before(counter, days->auto60.due);
}

/* A due day so many days after an anchor. It may lie beyond the calendar, which then cannot say the working day. */
static prapi_due run_days(prapi_counter *counter, prap_day anchor, int32_t n, int32_t prudent) {
    return (prapi_due){.anchor = anchor, .due = anchor + n, .prudent = anchor + prudent,
                       .last_working_day = prapi_quick_try_on_or_before(counter, anchor + n)};
}

/* D-05: the start date is day one. Someone in work has the days of in-work support besides (AMB-12). */
static prapi_due run_allot(const prap_rulebook *rulebook, const prapi_case *state, prapi_counter *counter) {
    const bool in_work = state->stage == PRAP_STATE_IN_WORK || state->work_on != PRAP_DAY_NONE;
    const bool night = state->said[PRAP_FACT_NIGHT_SHIFTS].kind == PRAP_VALUE_YES;
    const int32_t pre_work = setting(rulebook, PRAP_POLICY_ALLOT_DAYS) - 1;
    const int32_t support = setting(rulebook, PRAP_POLICY_IWS_DAYS) + (night ? 1 : 0);
    const int32_t n = in_work ? pre_work + support : pre_work;
    return run_days(counter, state->start_on, n, n);
}

static prap_day first_of(prap_day a, prap_day b) {
    return a != PRAP_DAY_NONE ? a : b;
}

/* D-18. An interval agreed with the participant is the prudent one (3.81). */
static void run_contact_cycle(const prap_rulebook *rulebook, const prapi_case *state, prapi_counter *counter,
                              prapi_clock_days *days) {
    const prapi_clocks *clocks = &rulebook->programme->clocks;
    const prapi_said *agreed = &state->said[PRAP_FACT_AGREED_INTERVAL];
    const bool sooner = agreed->kind == PRAP_VALUE_NUMBER && agreed->value < clocks->face_to_face_days; /* MUT-EQUIV: or the same */
    const bool every_week = setting(rulebook, PRAP_POLICY_WEEKLY_OFFER) == PRAP_CHOICE_EVERY_WEEK;
    const prap_day offered = every_week ? first_of(state->weekly_offer_on, state->start_on) : state->start_on;
    days->f2f4 = run_days(counter, first_of(state->face_to_face_on, state->start_on), clocks->face_to_face_days,
                          sooner ? agreed->value : clocks->face_to_face_days);
    days->weekly = run_days(counter, offered, clocks->weekly_days, clocks->weekly_days);
}

/* D-15 is the day of D-02 unless the policy counts calendar days (AMB-06). All 15 are to be used: none is prudent. */
static void run_mappa15(const prap_rulebook *rulebook, const prapi_case *state, prapi_counter *counter,
                        prapi_clock_days *days) {
    const int32_t n = rulebook->programme->clocks.mappa_hold_days;
    const prapi_due calendar = run_days(counter, state->made_on, n, n);
    const bool working = setting(rulebook, PRAP_POLICY_MAPPA15_UNIT) == PRAP_CHOICE_WORKING;
    days->mappa15 = working ? days->record : calendar;
    days->mappa15.prudent = days->mappa15.due;
}

/* D-16: from the nominated officer's escalation, not the disclosure (AMB-14). */
static void run_mappa28(const prap_rulebook *rulebook, const prapi_case *state, prapi_counter *counter,
                        prapi_clock_days *days) {
    const int32_t n = rulebook->programme->clocks.mappa_wait_days;
    days->mappa28 = run_days(counter, state->escalated_on, n, n);
    if (setting(rulebook, PRAP_POLICY_MAPPA28_UNIT) == PRAP_CHOICE_CALENDAR) return;
    days->mappa28.due = prapi_quick_working_days(counter, state->escalated_on, n);
    days->mappa28.last_working_day = days->mappa28.due;
}

prap_status prapi_due_of(const prap_calendar *calendar, const int32_t settings[], uint32_t computation, prap_day anchor,
                         prapi_due *ret_due) {
    prap_date_question question = {
        .size = sizeof question,
        .computation = computation,
        .anchor = {anchor, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE},
        .second = PRAP_MOMENT_NONE,
    };
    prapi_counter counter = prapi_counter_of(calendar, settings, 0);
    const prap_status status = prapi_question_check(&question, NULL);
    if (status != PRAP_OK) return status;
    const prap_date_answer answer = prapi_date_days(&counter, &question);
    if (counter.status != PRAP_OK) return counter.status;
    *ret_due = (prapi_due){anchor, answer.due, answer.prudent, prapi_try_on_or_before(&counter, answer.due)};
    return PRAP_OK;
}

/* The same of a case: what leaves the calendar is not set. */
static prapi_due ask_dates(const prap_rulebook *rulebook, uint32_t computation, prap_day anchor) {
    prapi_due due = {PRAP_DAY_NONE, PRAP_DAY_NONE, PRAP_DAY_NONE, PRAP_DAY_NONE};
    (void)prapi_due_of(rulebook->calendar, rulebook->settings, computation, anchor, &due);
    return due;
}

bool prapi_outage_is_long(const prap_rulebook *rulebook, prap_day on, int32_t at, prap_day end_on, int32_t end_at) {
    prap_date_question question = {
        .size = sizeof question,
        .computation = PRAP_COMPUTATION_OUTAGE,
        .anchor = {on, at, PRAP_OFFSET_NONE},
        .second = {end_on, end_at, PRAP_OFFSET_NONE},
    };
    prapi_counter counter = prapi_counter_of(rulebook->calendar, rulebook->settings, 0); /* MUT-EQUIV: hours need no calendar */
    if (prapi_question_check(&question, NULL) != PRAP_OK) return false; /* MUT-EQUIV: what is no moment is not counted from either */
    return prapi_date_days(&counter, &question).holds == 1 && counter.status == PRAP_OK;
}

/* Promptly: as many working days after it as the policy says (AMB-25). */
static prapi_due run_prompt(const prap_rulebook *rulebook, prapi_counter *counter, prap_day anchor) {
    const prap_day due = prapi_quick_working_days(counter, anchor, setting(rulebook, PRAP_POLICY_PROMPT));
    return (prapi_due){anchor, due, anchor, due};
}

/* D-10, and the day from which the missing reference is asked for (AMB-73). */
static void run_erasure(const prap_rulebook *rulebook, prap_day received_on, prapi_counter *counter,
                        prapi_clock_days *days) {
    const int32_t ahead = setting(rulebook, PRAP_POLICY_DPO_CHASE);
    days->at_once = (prapi_due){received_on, received_on, received_on, received_on};
    days->erase = ask_dates(rulebook, PRAP_COMPUTATION_ERASURE, received_on);
    if (ahead == 0 || days->erase.due < PRAP_DAY_MIN) return; /* MUT-EQUIV: none, or a month after some day: never the first of all */
    days->chase = run_days(counter, days->erase.due - ahead, 0, 0);
}

/* What two things differ in, without a branch for each. */
static uint32_t said_differs(const prapi_said *a, const prapi_said *b) {
    return (uint32_t)(a->kind ^ b->kind) | (uint32_t)(a->value ^ b->value);
}

bool prapi_clocks_agree(const prapi_case *a, const prapi_case *b) {
    const prap_day days = (a->received_on ^ b->received_on) | (a->made_on ^ b->made_on) |
                          (a->start_on ^ b->start_on) | (a->contact_on ^ b->contact_on) |
                          (a->handed_over_on ^ b->handed_over_on) | (a->work_on ^ b->work_on) |
                          (a->face_to_face_on ^ b->face_to_face_on) | (a->weekly_offer_on ^ b->weekly_offer_on) |
                          (a->disclosed_on ^ b->disclosed_on) | (a->escalated_on ^ b->escalated_on) |
                          (a->backed_out_on ^ b->backed_out_on) | (a->withdrawn_on ^ b->withdrawn_on);
    const uint32_t facts = said_differs(&a->said[PRAP_FACT_RECEIVED_AT], &b->said[PRAP_FACT_RECEIVED_AT]) |
                           said_differs(&a->said[PRAP_FACT_NIGHT_SHIFTS], &b->said[PRAP_FACT_NIGHT_SHIFTS]) |
                           said_differs(&a->said[PRAP_FACT_AGREED_INTERVAL], &b->said[PRAP_FACT_AGREED_INTERVAL]) |
                           said_differs(&a->said[PRAP_FACT_FIRST_SALARY_ON], &b->said[PRAP_FACT_FIRST_SALARY_ON]);
    const uint32_t channel = a->regions[PRAP_REGION_CHANNEL] ^ b->regions[PRAP_REGION_CHANNEL];
    const bool works = a->stage == PRAP_STATE_IN_WORK;
    return ((uint32_t)days | facts | channel) == 0 && works == (b->stage == PRAP_STATE_IN_WORK);
}

#define UNSET {PRAP_DAY_NONE, PRAP_DAY_NONE, PRAP_DAY_NONE, PRAP_DAY_NONE}
static const prapi_clock_days none_set = {UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET,
                                          UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, UNSET, PRAP_DAY_NONE};

prap_status prapi_clocks_run(const prap_rulebook *rulebook, const prapi_case *state, prapi_clock_days *ret_days) {
    prapi_counter counter = prapi_counter_of(rulebook->calendar, rulebook->settings, 0);
    *ret_days = none_set;
    const int32_t every = setting(rulebook, PRAP_POLICY_PRESTART_CONTACT_DAYS);
    const prap_day contact = first_of(state->contact_on, first_of(state->handed_over_on, state->received_on));
    run_referral(rulebook, state, &counter, ret_days);
    const prapi_said *salary = &state->said[PRAP_FACT_FIRST_SALARY_ON];
    if (salary->kind == PRAP_VALUE_DAY) {
        ret_days->pay5 = ask_dates(rulebook, PRAP_COMPUTATION_EMPLOYMENT_FORM, salary->value);
    }
    if (state->backed_out_on != PRAP_DAY_NONE) ret_days->cancel = run_prompt(rulebook, &counter, state->backed_out_on);
    if (state->withdrawn_on != PRAP_DAY_NONE) ret_days->withdrawn = run_prompt(rulebook, &counter, state->withdrawn_on);
    if (rulebook->programme->clocks.has_month) run_erasure(rulebook, state->received_on, &counter, ret_days);
    if (state->start_on != PRAP_DAY_NONE && rulebook->programme->clocks.has_allotted_time) {
        ret_days->plan = run_working_days(&counter, state->start_on, rulebook->programme->clocks.plan_working_days, false);
        ret_days->plan.last_working_day = prapi_quick_on_or_before(&counter, ret_days->plan.due);
        ret_days->allot = run_allot(rulebook, state, &counter);
        run_contact_cycle(rulebook, state, &counter, ret_days);
    }
    if (state->disclosed_on != PRAP_DAY_NONE && state->made_on != PRAP_DAY_NONE) {
        run_mappa15(rulebook, state, &counter, ret_days);
    }
    if (state->escalated_on != PRAP_DAY_NONE) run_mappa28(rulebook, state, &counter, ret_days);
    const bool meets = !rulebook->programme->clocks.has_month; /* a request to erase awaits no meeting */
    if (every != 0 && contact != PRAP_DAY_NONE && meets) ret_days->contact = run_days(&counter, contact, every, every);
    return counter.status;
}

uint32_t prapi_stage_as_of(const prapi_case *state, const prapi_clock_days *days, prap_day as_of) {
    const bool lost = days->day_60 != PRAP_DAY_NONE && as_of >= days->day_60;
    return lost && prapi_stage_is_waiting(state->stage) ? PRAP_STATE_AUTO_DNA : state->stage;
}

uint32_t prapi_region_as_of(const prapi_case *state, const prapi_clock_days *days, uint32_t region, prap_day as_of) {
    const uint32_t recorded = state->regions[region];
    const bool waits = region == PRAP_REGION_MAPPA && recorded == PRAP_MAPPA_LIGHT_TOUCH &&
                       days->mappa28.due != PRAP_DAY_NONE && state->continued_on == PRAP_DAY_NONE;
    return waits && as_of > days->mappa28.due ? PRAP_MAPPA_REVIEW : recorded;
}
