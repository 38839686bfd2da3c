/*
 * clocks.c: the clocks of a case, and how each stands on a day. The days are those of lib/dates, counted here without
 * the questions' other answers, because every judgement needs them all; the property tests hold the two together.
 */
#include "prap/dates.h"
#include "prap/vocabulary.h"

#include "dates/counter.h"
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
    const prap_day day_1 = prapi_count_on_or_after(counter, received);
    const prap_day rolled = prapi_count_working_days(counter, day_1, days_after_day_1);
    const prap_day strict = prapi_count_working_days(counter, received, days_after_day_1);
    const bool roll = setting(rulebook, PRAP_POLICY_ACK_NONWORKING) == PRAP_CHOICE_ROLL_FORWARD;
    return (prapi_due){.anchor = received, .due = roll ? rolled : strict, .prudent = strict};
}

/* D-02 and D-03: the n-th working day after the anchor; with the anchor as day 1, the one before it (AMB-05). */
static prapi_due run_working_days(prapi_counter *counter, prap_day anchor, int32_t n, bool include_day) {
    const prap_day excluding = prapi_count_working_days(counter, anchor, n);
    const prap_day including = prapi_count_working_days(counter, anchor, n - 1);
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
        days->ack.last_working_day = prapi_count_on_or_before(counter, days->ack.due);
    }
    if (state->made_on == PRAP_DAY_NONE || clocks->record_working_days == 0) return;
    days->record = run_working_days(counter, state->made_on, clocks->record_working_days, include);
    days->record.last_working_day = prapi_count_on_or_before(counter, days->record.due);
    if (clerical || !clocks->has_day_60) return;
    days->auto60 = run_auto60(rulebook, state, &days->day_60);
    days->auto60.last_working_day = prapi_count_on_or_before(counter, days->auto60.due);
}

/* A due day so many days after an anchor. It may lie beyond the calendar, which then cannot say the working day. */
static prapi_due run_days(prapi_counter *counter, prap_day anchor, int32_t n, int32_t prudent) {
    return (prapi_due){.anchor = anchor, .due = anchor + n, .prudent = anchor + prudent,
                       .last_working_day = prapi_try_on_or_before(counter, anchor + n)};
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
    const bool sooner = agreed->kind == PRAP_VALUE_NUMBER && agreed->value < clocks->face_to_face_days;
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
    days->mappa28.due = prapi_count_working_days(counter, state->escalated_on, n);
    days->mappa28.last_working_day = days->mappa28.due;
}

/* A question of lib/dates, which has the readings of its policy. What leaves the calendar is not set. */
static prapi_due ask_dates(const prap_rulebook *rulebook, uint32_t computation, uint32_t policy, prap_day anchor) {
    const prap_setting setting = {policy, rulebook->settings[policy]};
    const prap_date_question question = {
        .size = sizeof question,
        .computation = computation,
        .anchor = {anchor, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE},
        .second = PRAP_MOMENT_NONE,
    };
    prap_date_answer answer = {.size = sizeof answer};
    if (prap_date_compute(rulebook->calendar, &setting, 1, &question, &answer, NULL) != PRAP_OK) {
        return (prapi_due){PRAP_DAY_NONE, PRAP_DAY_NONE, PRAP_DAY_NONE, PRAP_DAY_NONE};
    }
    return (prapi_due){anchor, answer.due, answer.prudent, answer.last_working_day};
}

bool prapi_outage_is_long(const prap_rulebook *rulebook, prap_day on, int32_t at, prap_day end_on, int32_t end_at) {
    const prap_setting setting = {PRAP_POLICY_OUTAGE_CLOCK, rulebook->settings[PRAP_POLICY_OUTAGE_CLOCK]};
    const prap_date_question question = {
        .size = sizeof question,
        .computation = PRAP_COMPUTATION_OUTAGE,
        .anchor = {on, at, PRAP_OFFSET_NONE},
        .second = {end_on, end_at, PRAP_OFFSET_NONE},
    };
    prap_date_answer answer = {.size = sizeof answer};
    const prap_status status = prap_date_compute(rulebook->calendar, &setting, 1, &question, &answer, NULL);
    return status != PRAP_OK || answer.holds == 1;
}

/* Promptly: as many working days after it as the policy says (AMB-25). */
static prapi_due run_prompt(const prap_rulebook *rulebook, prapi_counter *counter, prap_day anchor) {
    const prap_day due = prapi_count_working_days(counter, anchor, setting(rulebook, PRAP_POLICY_PROMPT));
    return (prapi_due){anchor, due, anchor, due};
}

/* D-10, and the day from which the missing reference is asked for (AMB-73). */
static void run_erasure(const prap_rulebook *rulebook, prap_day received_on, prapi_counter *counter,
                        prapi_clock_days *days) {
    const int32_t ahead = setting(rulebook, PRAP_POLICY_DPO_CHASE);
    days->at_once = (prapi_due){received_on, received_on, received_on, received_on};
    days->erase = ask_dates(rulebook, PRAP_COMPUTATION_ERASURE, PRAP_POLICY_MONTH_NONWORKING, received_on);
    if (ahead == 0 || days->erase.due == PRAP_DAY_NONE) return;
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

prap_status prapi_clocks_run(const prap_rulebook *rulebook, const prapi_case *state, prapi_clock_days *ret_days) {
    const prapi_due unset = {PRAP_DAY_NONE, PRAP_DAY_NONE, PRAP_DAY_NONE, PRAP_DAY_NONE};
    prapi_counter counter = prapi_counter_of(rulebook->calendar, rulebook->settings, 0);
    prapi_clock_days days = {unset, unset, unset, unset, unset, unset, unset, unset,
                             unset, unset, unset, unset, unset, unset, unset, unset, PRAP_DAY_NONE};
    const int32_t every = setting(rulebook, PRAP_POLICY_PRESTART_CONTACT_DAYS);
    const prap_day contact = first_of(state->contact_on, first_of(state->handed_over_on, state->received_on));
    run_referral(rulebook, state, &counter, &days);
    const prapi_said *salary = &state->said[PRAP_FACT_FIRST_SALARY_ON];
    if (salary->kind == PRAP_VALUE_DAY) {
        days.pay5 = ask_dates(rulebook, PRAP_COMPUTATION_EMPLOYMENT_FORM, PRAP_POLICY_PAY5, salary->value);
    }
    if (state->backed_out_on != PRAP_DAY_NONE) days.cancel = run_prompt(rulebook, &counter, state->backed_out_on);
    if (state->withdrawn_on != PRAP_DAY_NONE) days.withdrawn = run_prompt(rulebook, &counter, state->withdrawn_on);
    if (state->received_on != PRAP_DAY_NONE && rulebook->programme->clocks.has_month) {
        run_erasure(rulebook, state->received_on, &counter, &days);
    }
    if (state->start_on != PRAP_DAY_NONE && rulebook->programme->clocks.has_allotted_time) {
        days.plan = run_working_days(&counter, state->start_on, rulebook->programme->clocks.plan_working_days, false);
        days.plan.last_working_day = prapi_count_on_or_before(&counter, days.plan.due);
        days.allot = run_allot(rulebook, state, &counter);
        run_contact_cycle(rulebook, state, &counter, &days);
    }
    if (state->disclosed_on != PRAP_DAY_NONE && state->made_on != PRAP_DAY_NONE) {
        run_mappa15(rulebook, state, &counter, &days);
    }
    if (state->escalated_on != PRAP_DAY_NONE) run_mappa28(rulebook, state, &counter, &days);
    const bool meets = !rulebook->programme->clocks.has_month; /* a request to erase awaits no meeting */
    if (every != 0 && contact != PRAP_DAY_NONE && meets) days.contact = run_days(&counter, contact, every, every);
    *ret_days = days;
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

/* Done on its day or late. */
static uint32_t done_status(prap_day done, prap_day due) {
    return done <= due ? PRAP_DEADLINE_STATUS_MET : PRAP_DEADLINE_STATUS_MISSED;
}

static uint32_t waiting_status(prap_day as_of, prap_day due) {
    return as_of <= due ? PRAP_DEADLINE_STATUS_OPEN : PRAP_DEADLINE_STATUS_OVERDUE;
}

/* An outcome recorded without an acknowledgement does not stop this clock, it only ends the waiting: missed when the
   day had passed by then (AMB-106). */
static uint32_t ack_status(const prapi_case *state, uint32_t stage, prap_day as_of, prap_day due) {
    if (state->acknowledged_on != PRAP_DAY_NONE) return done_status(state->acknowledged_on, due);
    if (prapi_case_is_acknowledged(state)) return PRAP_DEADLINE_STATUS_CLEARED; /* on a day that is not known */
    if (!prapi_stage_is_ended(stage)) return waiting_status(as_of, due);
    return state->entered_on != PRAP_DAY_NONE && state->entered_on <= due ? PRAP_DEADLINE_STATUS_CLEARED
                                                                           : PRAP_DEADLINE_STATUS_MISSED;
}

/* No meeting is due once an outcome is recorded (AMB-105); one that PRaP had to record is missed (T-I-33). */
static uint32_t meet_status(const prapi_case *state, uint32_t stage, prap_day as_of, prap_day due) {
    if (state->attended_on != PRAP_DAY_NONE) return done_status(state->attended_on, due);
    if (stage == PRAP_STATE_AUTO_DNA) return PRAP_DEADLINE_STATUS_MISSED;
    if (prapi_stage_is_ended(stage)) return PRAP_DEADLINE_STATUS_CLEARED;
    return waiting_status(as_of, due);
}

static uint32_t entry_status(const prapi_case *state, uint32_t stage, prap_day as_of, prap_day due) {
    if (state->entered_on != PRAP_DAY_NONE) return done_status(state->entered_on, due);
    if (stage == PRAP_STATE_AUTO_DNA) return PRAP_DEADLINE_STATUS_MISSED;
    if (prapi_stage_is_ended(stage) || prapi_stage_is_started(stage)) return PRAP_DEADLINE_STATUS_CLEARED;
    return waiting_status(as_of, due);
}

/* A plan that was not yet due when the participant left is no longer owed. */
static uint32_t plan_status(const prapi_case *state, uint32_t stage, prap_day as_of, prap_day due) {
    if (state->plan_on != PRAP_DAY_NONE) return done_status(state->plan_on, due);
    if (!prapi_stage_is_ended(stage)) return waiting_status(as_of, due);
    return state->ended_on <= due ? PRAP_DEADLINE_STATUS_CLEARED : PRAP_DEADLINE_STATUS_MISSED;
}

/* Under the policy of one offer of a weekly cadence, that offer meets it; else the next one is always due (AMB-65). */
static uint32_t weekly_status(const prap_rulebook *rulebook, const prapi_case *state, prap_day as_of, prap_day due) {
    const bool once = setting(rulebook, PRAP_POLICY_WEEKLY_OFFER) == PRAP_CHOICE_ONCE;
    const bool agreed = state->said[PRAP_FACT_WEEKLY_SUPPORT_AGREED].kind == PRAP_VALUE_YES;
    if (once && state->weekly_offer_on != PRAP_DAY_NONE) return done_status(state->weekly_offer_on, due);
    return once && agreed ? PRAP_DEADLINE_STATUS_MET : waiting_status(as_of, due);
}

static prap_deadline *put(prap_answer *answer, uint32_t deadline, const prapi_due *days, uint32_t status,
                          prap_day done, uint32_t policy) {
    const prap_word *word = prap_word_by_number(PRAP_WORDS_DEADLINE, deadline);
    prap_deadline *row = &answer->deadlines[answer->n_deadlines++];
    *row = (prap_deadline){
        .size = sizeof(prap_deadline),
        .deadline = deadline,
        .status = status,
        .rule = word->rule,
        .anchor = days->anchor,
        .due = days->due,
        .prudent = days->prudent,
        .last_working_day = days->last_working_day,
        .done_on = done,
        .policy = policy,
        .defined_by = PRAP_DEFINED_BY_DOCUMENTS,
        .name = word->name,
        .source = "",
    };
    return row;
}

/* The clocks that the referral starts. For a clerical one they are dates to go by, outside every standard (AMB-64). */
static void list_referral(const prapi_case *state, const prapi_clock_days *days, uint32_t stage, prap_day as_of,
                          prap_answer *answer) {
    const uint32_t advisory = prapi_case_is_clerical(state) ? 1 : 0;
    if (days->ack.due != PRAP_DAY_NONE) {
        put(answer, PRAP_DEADLINE_ACK, &days->ack, ack_status(state, stage, as_of, days->ack.due),
            state->acknowledged_on, PRAP_POLICY_ACK_NONWORKING);
    }
    if (days->record.due != PRAP_DAY_NONE) {
        put(answer, PRAP_DEADLINE_MEET, &days->record, meet_status(state, stage, as_of, days->record.due),
            state->attended_on, PRAP_POLICY_CSS2_COUNT)
            ->advisory = advisory;
        put(answer, PRAP_DEADLINE_RECORD, &days->record, entry_status(state, stage, as_of, days->record.due),
            state->entered_on, PRAP_POLICY_CSS2_COUNT)
            ->advisory = advisory;
    }
    if (days->day_60 != PRAP_DAY_NONE) {
        put(answer, PRAP_DEADLINE_AUTO60, &days->auto60, entry_status(state, stage, as_of, days->auto60.due),
            state->entered_on, PRAP_POLICY_AUTO60_DAY);
    }
}

/* The clocks that run while the participant is on the programme. */
static void list_participation(const prap_rulebook *rulebook, const prapi_case *state, const prapi_clock_days *days,
                               uint32_t stage, prap_day as_of, prap_answer *answer) {
    put(answer, PRAP_DEADLINE_ALLOT, &days->allot,
        prapi_stage_is_ended(stage) ? PRAP_DEADLINE_STATUS_CLEARED : waiting_status(as_of, days->allot.due),
        PRAP_DAY_NONE, PRAP_POLICY_IWS_DAYS);
    if (prapi_stage_is_ended(stage)) return;
    const uint32_t weekly = weekly_status(rulebook, state, as_of, days->weekly.due);
    const prap_day offered = first_of(state->weekly_offer_on, state->start_on); /* at the meeting, when it was agreed */
    const bool waits = weekly == PRAP_DEADLINE_STATUS_OPEN || weekly == PRAP_DEADLINE_STATUS_OVERDUE;
    put(answer, PRAP_DEADLINE_WEEKLY, &days->weekly, weekly, waits ? PRAP_DAY_NONE : offered,
        PRAP_POLICY_WEEKLY_OFFER);
    put(answer, PRAP_DEADLINE_F2F4, &days->f2f4, waiting_status(as_of, days->f2f4.due), PRAP_DAY_NONE, 0);
}

/* The waiting for a notice of restrictions, before the start (3.90) and after it (3.98). */
static void list_mappa(const prapi_case *state, const prapi_clock_days *days, uint32_t stage, prap_day as_of,
                       prap_answer *answer) {
    if (prapi_stage_is_ended(stage)) return;
    const uint32_t mappa = prapi_region_as_of(state, days, PRAP_REGION_MAPPA, as_of);
    if (mappa == PRAP_MAPPA_HOLD && days->mappa15.due != PRAP_DAY_NONE) {
        put(answer, PRAP_DEADLINE_MAPPA15, &days->mappa15, waiting_status(as_of, days->mappa15.due), PRAP_DAY_NONE,
            PRAP_POLICY_MAPPA15_UNIT);
    }
    if (days->mappa28.due == PRAP_DAY_NONE || (mappa != PRAP_MAPPA_LIGHT_TOUCH && mappa != PRAP_MAPPA_REVIEW)) return;
    put(answer, PRAP_DEADLINE_MAPPA28, &days->mappa28,
        state->continued_on != PRAP_DAY_NONE ? PRAP_DEADLINE_STATUS_CLEARED : waiting_status(as_of, days->mappa28.due),
        state->continued_on, PRAP_POLICY_MAPPA28_UNIT);
}

/* Of an error that was found after the start, and of the provider's own employment business (memo 08, CH15-14). */
static void list_whp(const prapi_programme *programme, const prapi_case *state, const prapi_clock_days *days,
                     uint32_t stage, prap_day as_of, prap_answer *answer) {
    if (days->pay5.due != PRAP_DAY_NONE) {
        const bool sent = state->form_sent_on != PRAP_DAY_NONE;
        put(answer, PRAP_DEADLINE_PAY5, &days->pay5,
            sent ? done_status(state->form_sent_on, days->pay5.due) : waiting_status(as_of, days->pay5.due),
            state->form_sent_on, PRAP_POLICY_PAY5);
    }
    if (days->cancel.due == PRAP_DAY_NONE) return;
    const bool cancelled = stage == PRAP_STATE_CANCELLED_NO_CONTACT;
    if (!cancelled && stage != PRAP_STATE_BACKED_OUT) return; /* the end date comes first */
    const uint32_t status = cancelled ? done_status(state->ended_on, days->cancel.due)
                                      : waiting_status(as_of, days->cancel.due);
    prap_deadline *row = put(answer, PRAP_DEADLINE_CANCEL, &days->cancel, status,
                             cancelled ? state->ended_on : PRAP_DAY_NONE, PRAP_POLICY_PROMPT);
    (void)prapi_programme_cites(programme, PRAP_WORDS_DEADLINE, PRAP_DEADLINE_CANCEL,
                                state->regions[PRAP_REGION_SCENARIO], &row->rule);
}

/* Done on a day, or waited for until the request is closed without it. */
static void list_step(uint32_t deadline, const prapi_due *days, prap_day done, bool over, prap_day as_of, uint32_t policy,
                      prap_answer *answer) {
    uint32_t status = waiting_status(as_of, days->due);
    if (done != PRAP_DAY_NONE) status = done_status(done, days->due);
    else if (over) status = PRAP_DEADLINE_STATUS_CLEARED;
    put(answer, deadline, days, status, done, policy);
}

/* The clocks of a request to erase (2.5): two things at once, the reference, and the answer. */
static void list_erasure(const prapi_case *state, const prapi_clock_days *days, uint32_t stage, prap_day as_of,
                         prap_answer *answer) {
    const bool over = prapi_stage_is_ended(stage);
    const bool held = state->regions[PRAP_REGION_REFERENCE] == PRAP_REFERENCE_HELD;
    const bool taken_over = state->said[PRAP_FACT_STAGE].kind != 0 && stage != PRAP_STATE_RECEIVED;
    const bool answered = state->responded_on != PRAP_DAY_NONE || over || stage == PRAP_STATE_RESPONDED;
    list_step(PRAP_DEADLINE_ERASE, &days->erase, state->responded_on, answered, as_of, PRAP_POLICY_MONTH_NONWORKING,
              answer);
    /* Nobody is told that an answer will follow once it has. */
    list_step(PRAP_DEADLINE_HOLDING_REPLY, &days->at_once, state->holding_reply_on, answered || taken_over, as_of, 0, answer);
    list_step(PRAP_DEADLINE_FORWARD_DPO, &days->at_once, state->forwarded_on, over || taken_over, as_of, 0, answer);
    if (days->chase.due != PRAP_DAY_NONE && !held && !answered) {
        list_step(PRAP_DEADLINE_CHASE_DPO, &days->chase, PRAP_DAY_NONE, false, as_of, PRAP_POLICY_DPO_CHASE, answer);
    }
}

static bool awaits_meeting(uint32_t stage) {
    return stage == PRAP_STATE_HANDED_OVER || stage == PRAP_STATE_RECEIVED || stage == PRAP_STATE_ACCEPTED;
}

prap_status prapi_deadlines_list(const prap_rulebook *rulebook, const prapi_case *state, const prapi_clock_days *days,
                                 prap_day as_of, prap_answer *answer) {
    const uint32_t stage = prapi_stage_as_of(state, days, as_of);
    const bool hidden = prapi_case_is_clerical(state) &&
                        setting(rulebook, PRAP_POLICY_SCR_ADVISORY_DATES) == PRAP_CHOICE_OFF;
    if (!hidden) list_referral(state, days, stage, as_of, answer);
    if (days->plan.due != PRAP_DAY_NONE && !hidden) {
        put(answer, PRAP_DEADLINE_PLAN, &days->plan, plan_status(state, stage, as_of, days->plan.due),
            state->plan_on, 0)
            ->advisory = prapi_case_is_clerical(state) ? 1 : 0;
    }
    if (days->allot.due != PRAP_DAY_NONE) list_participation(rulebook, state, days, stage, as_of, answer);
    list_mappa(state, days, stage, as_of, answer);
    if (rulebook->programme->n_scenarios != 0) list_whp(rulebook->programme, state, days, stage, as_of, answer);
    if (days->erase.due != PRAP_DAY_NONE) list_erasure(state, days, stage, as_of, answer);
    if (days->contact.due != PRAP_DAY_NONE && awaits_meeting(stage)) {
        put(answer, PRAP_DEADLINE_CONTACT, &days->contact, waiting_status(as_of, days->contact.due), PRAP_DAY_NONE,
            PRAP_POLICY_PRESTART_CONTACT_DAYS);
    }
    return prapi_definitions_list(rulebook, state, days, stage, as_of, answer);
}

prap_day prapi_deadlines_next_due(const prap_answer *answer) {
    prap_day next = PRAP_DAY_NONE;
    for (uint32_t i = 0; i < answer->n_deadlines; i++) {
        const prap_deadline *deadline = &answer->deadlines[i];
        const bool unmet = deadline->status == PRAP_DEADLINE_STATUS_OPEN ||
                           deadline->status == PRAP_DEADLINE_STATUS_OVERDUE;
        if (unmet && (next == PRAP_DAY_NONE || deadline->due < next)) next = deadline->due;
    }
    return next;
}
