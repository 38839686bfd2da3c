/* clocks.c: D-01 to D-04, and how each clock stands on a day. */
#include "prap/vocabulary.h"

#include "base/always.h"
#include "referral/clocks.h"

/* prap_calendar_* with one status for a whole chain: once a count has left the calendar, the rest is passed over. */
typedef struct counter {
    const prap_calendar *calendar;
    prap_status status;
} counter;

static prap_day add(counter *count, prap_day from, int32_t working_days) {
    prap_day day = PRAP_DAY_NONE;
    if (count->status == PRAP_OK) {
        count->status = prap_calendar_add_working_days(count->calendar, from, working_days, 0, &day, NULL);
    }
    return day;
}

static prap_day on_or_after(counter *count, prap_day from) {
    prap_day day = PRAP_DAY_NONE;
    if (PRAPI_ALWAYS(count->status == PRAP_OK)) { /* the chain begins with it */
        count->status = prap_calendar_working_day_on_or_after(count->calendar, from, 0, &day, NULL);
    }
    return day;
}

static prap_day on_or_before(counter *count, prap_day from) {
    prap_day day = PRAP_DAY_NONE;
    if (count->status == PRAP_OK) {
        count->status = prap_calendar_working_day_on_or_before(count->calendar, from, 0, &day, NULL);
    }
    return day;
}

static int32_t setting(const prap_rulebook *rulebook, uint32_t policy) {
    return rulebook->settings[policy];
}

/*
 * D-01: the day of receipt is day 1. Receipt on a non-working day rolls day 1 forward; the strict reading counts that
 * day itself as day 1, and is the prudent one (AMB-02). For a receipt on a working day both are the same.
 */
static prapi_due run_ack(const prap_rulebook *rulebook, counter *count, prap_day received) {
    const int32_t days_after_day_1 = rulebook->programme->clocks.ack_working_days - 1;
    const prap_day day_1 = on_or_after(count, received);
    const prap_day rolled = add(count, day_1, days_after_day_1);
    const prap_day strict = add(count, received, days_after_day_1);
    const bool roll = setting(rulebook, PRAP_POLICY_ACK_NONWORKING) == PRAP_CHOICE_ROLL_FORWARD;
    return (prapi_due){.anchor = received, .due = roll ? rolled : strict, .prudent = strict};
}

/* D-02 and D-03: the n-th working day after the anchor; with the anchor as day 1, the one before it (AMB-05). */
static prapi_due run_working_days(counter *count, prap_day anchor, int32_t n, bool include_day) {
    const prap_day excluding = add(count, anchor, n);
    const prap_day including = add(count, anchor, n - 1);
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

prap_status prapi_clocks_run(const prap_rulebook *rulebook, const prapi_case *state, prapi_clock_days *ret_days) {
    const prapi_due unset = {PRAP_DAY_NONE, PRAP_DAY_NONE, PRAP_DAY_NONE, PRAP_DAY_NONE};
    const prapi_clocks *clocks = &rulebook->programme->clocks;
    counter count = {rulebook->calendar, PRAP_OK};
    prapi_clock_days days = {unset, unset, unset, unset, PRAP_DAY_NONE};
    if (state->received_on != PRAP_DAY_NONE) {
        const bool include = setting(rulebook, PRAP_POLICY_CSS2_COUNT) == PRAP_CHOICE_INCLUDE_DAY;
        days.ack = run_ack(rulebook, &count, state->received_on);
        days.record = run_working_days(&count, state->made_on, clocks->record_working_days, include);
        days.auto60 = run_auto60(rulebook, state, &days.day_60);
        days.ack.last_working_day = on_or_before(&count, days.ack.due);
        days.record.last_working_day = on_or_before(&count, days.record.due);
        days.auto60.last_working_day = on_or_before(&count, days.auto60.due);
    }
    if (state->start_on != PRAP_DAY_NONE) {
        days.plan = run_working_days(&count, state->start_on, clocks->plan_working_days, false);
        days.plan.last_working_day = on_or_before(&count, days.plan.due);
    }
    *ret_days = days;
    return count.status;
}

uint32_t prapi_stage_as_of(const prapi_case *state, const prapi_clock_days *days, prap_day as_of) {
    return prapi_stage_is_waiting(state->stage) && as_of >= days->day_60 ? PRAP_STATE_AUTO_DNA : state->stage;
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
    if (prapi_stage_is_ended(stage)) return PRAP_DEADLINE_STATUS_CLEARED;
    return waiting_status(as_of, due);
}

/* A plan that was not yet due when the participant left is no longer owed. */
static uint32_t plan_status(const prapi_case *state, uint32_t stage, prap_day as_of, prap_day due) {
    if (state->plan_on != PRAP_DAY_NONE) return done_status(state->plan_on, due);
    if (!prapi_stage_is_ended(stage)) return waiting_status(as_of, due);
    return state->ended_on <= due ? PRAP_DEADLINE_STATUS_CLEARED : PRAP_DEADLINE_STATUS_MISSED;
}

static void put(prap_answer *answer, uint32_t deadline, const prapi_due *days, uint32_t status, prap_day done,
                uint32_t policy) {
    answer->deadlines[answer->n_deadlines++] = (prap_deadline){
        .size = sizeof(prap_deadline),
        .deadline = deadline,
        .status = status,
        .rule = prap_word_by_number(PRAP_WORDS_DEADLINE, deadline)->rule,
        .anchor = days->anchor,
        .due = days->due,
        .prudent = days->prudent,
        .last_working_day = days->last_working_day,
        .done_on = done,
        .policy = policy,
    };
}

void prapi_deadlines_list(const prapi_case *state, const prapi_clock_days *days, prap_day as_of,
                          prap_answer *answer) {
    const uint32_t stage = prapi_stage_as_of(state, days, as_of);
    if (state->received_on != PRAP_DAY_NONE) {
        put(answer, PRAP_DEADLINE_ACK, &days->ack, ack_status(state, stage, as_of, days->ack.due),
            state->acknowledged_on, PRAP_POLICY_ACK_NONWORKING);
        put(answer, PRAP_DEADLINE_MEET, &days->record, meet_status(state, stage, as_of, days->record.due),
            state->attended_on, PRAP_POLICY_CSS2_COUNT);
        put(answer, PRAP_DEADLINE_RECORD, &days->record, entry_status(state, stage, as_of, days->record.due),
            state->entered_on, PRAP_POLICY_CSS2_COUNT);
        put(answer, PRAP_DEADLINE_AUTO60, &days->auto60, entry_status(state, stage, as_of, days->auto60.due),
            state->entered_on, PRAP_POLICY_AUTO60_DAY);
    }
    if (state->start_on != PRAP_DAY_NONE) {
        put(answer, PRAP_DEADLINE_PLAN, &days->plan, plan_status(state, stage, as_of, days->plan.due),
            state->plan_on, 0);
    }
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
