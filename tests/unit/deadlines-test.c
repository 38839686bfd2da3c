/*
 * deadlines-test.c: which clocks of a case an answer lists, how each stands, and what it says besides: the policy, whether
 * it is only to go by, and the earliest that is still to be met.
 */
#include "clock-cases.h"
#include "referral/answer.h"

enum { DAY = 19482 }; /* 2023-05-05, a Friday */

static prap_answer listed;

static prapi_case a_case(uint32_t stage) {
    prapi_case state;
    prapi_case_clear(&state);
    state.stage = stage;
    state.received_on = state.made_on = DAY;
    return state;
}

/* Lists the deadlines of a case as of a day, under a programme and one policy. */
static void list(uint32_t programme, const prapi_case *state, prap_day as_of, uint32_t policy, int32_t value) {
    struct clock_rules rules;
    prapi_clock_days days;
    clock_rules_open(&rules, programme, policy, value);
    memset(&listed, 0, sizeof listed);
    prapi_answer_clear(&listed);
    assert_int_equal(prapi_clocks_run(rules.rulebook, state, &days), PRAP_OK);
    assert_int_equal(prapi_deadlines_list(rules.rulebook, state, &days, as_of, &listed), PRAP_OK);
    clock_rules_close(&rules);
}

static const prap_deadline *deadline_of(uint32_t number) {
    const prap_deadline *found = NULL;
    for (uint32_t i = 0; i < listed.n_deadlines; i++) {
        if (listed.deadlines[i].deadline != number) continue;
        assert_null(found); /* once at most */
        found = &listed.deadlines[i];
    }
    return found;
}

static uint32_t status_of(uint32_t number) {
    const prap_deadline *deadline = deadline_of(number);
    return deadline == NULL ? 0 : deadline->status;
}

/* AMB-64: of a clerical referral they are dates to go by, of another one they count. */
static void dates_to_go_by(void **unused) {
    (void)unused;
    static const uint32_t numbers[] = {PRAP_DEADLINE_MEET, PRAP_DEADLINE_RECORD, PRAP_DEADLINE_PLAN};
    for (uint32_t clerical = 0; clerical < 2; clerical++) {
        prapi_case state = a_case(PRAP_STATE_STARTED);
        state.start_on = DAY;
        if (clerical == 1) state.regions[PRAP_REGION_CHANNEL] = PRAP_CHANNEL_CLERICAL;
        list(PRAP_PROGRAMME_IPES, &state, DAY, 0, 0);
        for (size_t i = 0; i < 3; i++) assert_int_equal(deadline_of(numbers[i])->advisory, clerical);
        assert_int_equal(deadline_of(PRAP_DEADLINE_ALLOT)->advisory, 0);
    }
}

/* Each names the policy that its day, or its status, follows from; where the documents alone decide it names none. */
static void the_policy_of_each(void **unused) {
    (void)unused;
    static const struct {
        uint32_t deadline, policy;
    } ours[] = {
        {PRAP_DEADLINE_ACK, PRAP_POLICY_ACK_NONWORKING}, {PRAP_DEADLINE_MEET, PRAP_POLICY_CSS2_COUNT},
        {PRAP_DEADLINE_RECORD, PRAP_POLICY_CSS2_COUNT},  {PRAP_DEADLINE_AUTO60, PRAP_POLICY_AUTO60_DAY},
        {PRAP_DEADLINE_PLAN, 0},                         {PRAP_DEADLINE_ALLOT, PRAP_POLICY_IWS_DAYS},
        {PRAP_DEADLINE_WEEKLY, PRAP_POLICY_WEEKLY_OFFER}, {PRAP_DEADLINE_F2F4, 0},
    }, theirs[] = {
        {PRAP_DEADLINE_ERASE, PRAP_POLICY_MONTH_NONWORKING}, {PRAP_DEADLINE_HOLDING_REPLY, 0},
        {PRAP_DEADLINE_FORWARD_DPO, 0},                      {PRAP_DEADLINE_CHASE_DPO, PRAP_POLICY_DPO_CHASE},
    };
    prapi_case state = a_case(PRAP_STATE_STARTED);
    state.start_on = DAY;
    list(PRAP_PROGRAMME_IPES, &state, DAY, 0, 0);
    for (size_t i = 0; i < sizeof ours / sizeof ours[0]; i++)
        assert_int_equal(deadline_of(ours[i].deadline)->policy, ours[i].policy);
    state = a_case(PRAP_STATE_RECEIVED);
    list(PRAP_PROGRAMME_ERASURE, &state, DAY, PRAP_POLICY_DPO_CHASE, 5);
    for (size_t i = 0; i < sizeof theirs / sizeof theirs[0]; i++)
        assert_int_equal(deadline_of(theirs[i].deadline)->policy, theirs[i].policy);
}

/* AMB-65: that weekly support was agreed meets an offer made once; under the other policy the next offer is due. */
static void weekly_support_that_was_agreed(void **unused) {
    (void)unused;
    prapi_case state = a_case(PRAP_STATE_STARTED);
    state.start_on = DAY;
    list(PRAP_PROGRAMME_IPES, &state, DAY, 0, 0);
    assert_int_equal(status_of(PRAP_DEADLINE_WEEKLY), PRAP_DEADLINE_STATUS_OPEN);
    state.said[PRAP_FACT_WEEKLY_SUPPORT_AGREED] = (prapi_said){PRAP_VALUE_YES, 0};
    list(PRAP_PROGRAMME_IPES, &state, DAY, 0, 0);
    assert_int_equal(status_of(PRAP_DEADLINE_WEEKLY), PRAP_DEADLINE_STATUS_MET);
    list(PRAP_PROGRAMME_IPES, &state, DAY, PRAP_POLICY_WEEKLY_OFFER, PRAP_CHOICE_EVERY_WEEK);
    assert_int_equal(status_of(PRAP_DEADLINE_WEEKLY), PRAP_DEADLINE_STATUS_OPEN);
}

/* IPES-3.90, IPES-3.98: a hold has its 15 days where the day that they run from is known, a wait its 28 while it is one. */
static void restrictions(void **unused) {
    (void)unused;
    prapi_case state = a_case(PRAP_STATE_RECEIVED);
    state.disclosed_on = DAY;
    state.regions[PRAP_REGION_MAPPA] = PRAP_MAPPA_HOLD;
    list(PRAP_PROGRAMME_IPES, &state, DAY, 0, 0);
    assert_int_equal(status_of(PRAP_DEADLINE_MAPPA15), PRAP_DEADLINE_STATUS_OPEN);
    state.made_on = PRAP_DAY_NONE;
    list(PRAP_PROGRAMME_IPES, &state, DAY, 0, 0);
    assert_int_equal(status_of(PRAP_DEADLINE_MAPPA15), 0);
    state = a_case(PRAP_STATE_STARTED);
    state.start_on = state.escalated_on = DAY;
    for (uint32_t region = 0; region <= prap_word_count(PRAP_WORDS_MAPPA); region++) {
        const bool waits = region == PRAP_MAPPA_LIGHT_TOUCH || region == PRAP_MAPPA_REVIEW;
        state.regions[PRAP_REGION_MAPPA] = (uint8_t)region;
        list(PRAP_PROGRAMME_IPES, &state, DAY, 0, 0);
        assert_int_equal(status_of(PRAP_DEADLINE_MAPPA28), waits ? PRAP_DEADLINE_STATUS_OPEN : 0);
        state.continued_on = DAY;
        list(PRAP_PROGRAMME_IPES, &state, DAY, 0, 0);
        assert_int_equal(status_of(PRAP_DEADLINE_MAPPA28), waits ? PRAP_DEADLINE_STATUS_CLEARED : 0);
        state.continued_on = PRAP_DAY_NONE;
    }
}

/* CH15-23: what nobody need do any more is cleared: the holding reply by the answer, and forwarding too by the end of it all. */
static void a_request_to_erase(void **unused) {
    (void)unused;
    const struct {
        uint32_t stage;
        prap_day responded_on;
        uint32_t erase, reply, forward;
    } rows[] = {
        {PRAP_STATE_RECEIVED, PRAP_DAY_NONE, PRAP_DEADLINE_STATUS_OPEN, PRAP_DEADLINE_STATUS_OPEN, PRAP_DEADLINE_STATUS_OPEN},
        {PRAP_STATE_RECEIVED, DAY, PRAP_DEADLINE_STATUS_MET, PRAP_DEADLINE_STATUS_CLEARED, PRAP_DEADLINE_STATUS_OPEN},
        {PRAP_STATE_RESPONDED, PRAP_DAY_NONE, PRAP_DEADLINE_STATUS_CLEARED, PRAP_DEADLINE_STATUS_CLEARED, PRAP_DEADLINE_STATUS_OPEN},
        {PRAP_STATE_CLOSED, PRAP_DAY_NONE, PRAP_DEADLINE_STATUS_CLEARED, PRAP_DEADLINE_STATUS_CLEARED, PRAP_DEADLINE_STATUS_CLEARED},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        prapi_case state = a_case(rows[i].stage);
        state.responded_on = rows[i].responded_on;
        list(PRAP_PROGRAMME_ERASURE, &state, DAY, PRAP_POLICY_DPO_CHASE, 5);
        assert_int_equal(status_of(PRAP_DEADLINE_ERASE), rows[i].erase);
        assert_int_equal(status_of(PRAP_DEADLINE_HOLDING_REPLY), rows[i].reply);
        assert_int_equal(status_of(PRAP_DEADLINE_FORWARD_DPO), rows[i].forward);
        assert_int_equal(status_of(PRAP_DEADLINE_CHASE_DPO), i == 0 ? PRAP_DEADLINE_STATUS_OPEN : 0);
    }
}

/* IPES-3.21: contact is kept until the meeting, from the handover on. */
static void contact_before_the_meeting(void **unused) {
    (void)unused;
    static const uint32_t waiting[] = {PRAP_STATE_HANDED_OVER, PRAP_STATE_RECEIVED, PRAP_STATE_ACCEPTED};
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_STATE); i++) {
        const uint32_t stage = prap_word_at(PRAP_WORDS_STATE, i)->number;
        const prapi_case state = a_case(stage);
        const bool waits = stage == waiting[0] || stage == waiting[1] || stage == waiting[2];
        list(PRAP_PROGRAMME_IPES, &state, DAY, PRAP_POLICY_PRESTART_CONTACT_DAYS, 10);
        assert_int_equal(status_of(PRAP_DEADLINE_CONTACT), waits ? PRAP_DEADLINE_STATUS_OPEN : 0);
    }
}

/* The earliest of what is listed and still to be met; what the room had before is nobody's. */
static void what_is_due_next(void **unused) {
    (void)unused;
    static prap_answer answer;
    static const struct {
        uint32_t statuses[3];
        prap_day dues[3];
        uint32_t n;
        prap_day next;
    } rows[] = {
        {{PRAP_DEADLINE_STATUS_OPEN, PRAP_DEADLINE_STATUS_OPEN, PRAP_DEADLINE_STATUS_OPEN}, {3, 2, 1}, 2, 2},
        {{PRAP_DEADLINE_STATUS_OPEN, PRAP_DEADLINE_STATUS_OPEN, PRAP_DEADLINE_STATUS_OPEN}, {1, 2, 3}, 3, 1},
        {{PRAP_DEADLINE_STATUS_MET, PRAP_DEADLINE_STATUS_OVERDUE, PRAP_DEADLINE_STATUS_OPEN}, {1, 2, 3}, 3, 2},
        {{PRAP_DEADLINE_STATUS_CLEARED, PRAP_DEADLINE_STATUS_MISSED, PRAP_DEADLINE_STATUS_MET}, {1, 2, 3}, 3, PRAP_DAY_NONE},
        {{PRAP_DEADLINE_STATUS_OPEN}, {1}, 0, PRAP_DAY_NONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        for (size_t k = 0; k < 3; k++)
            answer.deadlines[k] = (prap_deadline){.status = rows[i].statuses[k], .due = rows[i].dues[k]};
        answer.n_deadlines = rows[i].n;
        assert_int_equal(prapi_deadlines_next_due(&answer), rows[i].next);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_to_go_by),
        cmocka_unit_test(the_policy_of_each),
        cmocka_unit_test(weekly_support_that_was_agreed),
        cmocka_unit_test(restrictions),
        cmocka_unit_test(a_request_to_erase),
        cmocka_unit_test(contact_before_the_meeting),
        cmocka_unit_test(what_is_due_next),
    };
    return cmocka_run_group_tests_name("deadlines", tests, NULL, NULL);
}
