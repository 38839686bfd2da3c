/*
 * clocks-test.c: what the clocks of a case are counted from: two cases that agree in it have the same clocks, and every
 * day or fact that they look at makes a difference; the clocks of a request to erase.
 */
#include "in-words.h"
#include "referral/clocks.h"

static prapi_case a_case(void) {
    prapi_case state;
    prapi_case_clear(&state);
    state.stage = PRAP_STATE_PRE_WORK;
    state.received_on = 19482;
    return state;
}

/* Changing any of these changes what is counted, alone and whatever else is the same. */
static void what_the_clocks_look_at(void **unused) {
    (void)unused;
    static const size_t days[] = {
        offsetof(prapi_case, received_on),    offsetof(prapi_case, made_on),         offsetof(prapi_case, start_on),
        offsetof(prapi_case, contact_on),     offsetof(prapi_case, handed_over_on),  offsetof(prapi_case, work_on),
        offsetof(prapi_case, face_to_face_on), offsetof(prapi_case, weekly_offer_on), offsetof(prapi_case, disclosed_on),
        offsetof(prapi_case, escalated_on),   offsetof(prapi_case, backed_out_on),   offsetof(prapi_case, withdrawn_on),
    };
    static const uint32_t facts[] = {PRAP_FACT_RECEIVED_AT, PRAP_FACT_NIGHT_SHIFTS, PRAP_FACT_AGREED_INTERVAL,
                                     PRAP_FACT_FIRST_SALARY_ON};
    const prapi_case one = a_case();
    assert_true(prapi_clocks_agree(&one, &one));
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        prapi_case other = one;
        const prap_day day = 19483;
        memcpy((char *)&other + days[i], &day, sizeof day);
        assert_false(prapi_clocks_agree(&one, &other));
        assert_false(prapi_clocks_agree(&other, &one));
        assert_true(prapi_clocks_agree(&other, &other));
    }
    for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++) {
        prapi_case other = one, third = one;
        other.said[facts[i]] = (prapi_said){PRAP_VALUE_NUMBER, 5};
        third.said[facts[i]] = (prapi_said){PRAP_VALUE_NUMBER, 6};
        assert_false(prapi_clocks_agree(&one, &other));
        assert_false(prapi_clocks_agree(&other, &third));
        third.said[facts[i]] = (prapi_said){PRAP_VALUE_DAY, 5};
        assert_false(prapi_clocks_agree(&other, &third));
    }
    prapi_case other = one;
    other.regions[PRAP_REGION_CHANNEL] = PRAP_CHANNEL_CLERICAL;
    assert_false(prapi_clocks_agree(&one, &other));
    assert_true(prapi_clocks_agree(&other, &other));
    other = one;
    other.stage = PRAP_STATE_IN_WORK;
    assert_false(prapi_clocks_agree(&one, &other));
    assert_false(prapi_clocks_agree(&other, &one));
    assert_true(prapi_clocks_agree(&other, &other));
    other.stage = PRAP_STATE_STARTED; /* of the stages only that one counts */
    assert_true(prapi_clocks_agree(&one, &other));
    other.plan_on = 19490; /* met or not, a deadline stays where it is */
    other.ended_on = 19490;
    assert_true(prapi_clocks_agree(&one, &other));
}

static const prap_deadline *deadline_of(const struct test_host *host, uint32_t number) {
    for (uint32_t i = 0; i < prap_answer_deadline_count(host->answer); i++) {
        const prap_deadline *deadline = prap_answer_deadline_at(host->answer, i);
        if (deadline->deadline == number) return deadline;
    }
    return NULL;
}

/* AMB-03: from the minute of the policy on a receipt is the next day's. */
static void a_receipt_late_in_the_day(void **unused) {
    (void)unused;
    static const struct {
        const char *received;
        int32_t cutoff;
        bool next_day;
    } rows[] = {{"received-at=1019", 1020, false}, {"received-at=1020", 1020, true}, {"received-at=1439", 1020, true},
                {"received-at=1439", 0, false},    {"", 1, false},                    {"?received-at", 1, false}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const prap_setting setting = {PRAP_POLICY_DAY_CUTOFF, rows[i].cutoff};
        struct test_host host;
        char event[128];
        test_host_open(&host, &setting, 1);
        snprintf(event, sizeof event, "referral-received 2023-05-02 made=2023-05-02 %s", rows[i].received);
        submit_all(&host, PRAP_PROGRAMME_IPES, "A", event);
        const prap_deadline *ack = deadline_of(&host, PRAP_DEADLINE_ACK);
        assert_int_equal(ack->due, test_day(2023, 5, rows[i].next_day ? 4 : 3));
        assert_int_equal(test_host_close(&host), 0);
    }
}

/* AMB-73: asked for so many days ahead as the policy says, and with 0 not at all. */
static void when_the_reference_is_asked_for(void **unused) {
    (void)unused;
    static const int32_t ahead[] = {0, 5, 10};
    for (size_t i = 0; i < 3; i++) {
        const prap_setting setting = {PRAP_POLICY_DPO_CHASE, ahead[i]};
        struct test_host host;
        test_host_open_every(&host, &setting, 1, NULL);
        submit_all(&host, PRAP_PROGRAMME_ERASURE, "E", "erasure-requested 2021-03-01");
        const prap_deadline *erase = deadline_of(&host, PRAP_DEADLINE_ERASE);
        const prap_deadline *chase = deadline_of(&host, PRAP_DEADLINE_CHASE_DPO);
        assert_int_equal(erase->due, test_day(2021, 4, 1));
        assert_int_equal(chase != NULL, ahead[i] != 0);
        if (chase != NULL) assert_int_equal(chase->due, erase->due - ahead[i]);
        assert_int_equal(test_host_close(&host), 0);
    }
}

/* Received so late that the month leaves the years that can be written: there is no answer day, and nothing is chased. */
static void a_month_that_cannot_be_written(void **unused) {
    (void)unused;
    struct test_host host;
    test_host_open_every(&host, NULL, 0, NULL);
    submit_all(&host, PRAP_PROGRAMME_ERASURE, "E", "erasure-requested 9999-12-15");
    assert_null(deadline_of(&host, PRAP_DEADLINE_ERASE));
    assert_null(deadline_of(&host, PRAP_DEADLINE_CHASE_DPO));
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_clocks_look_at),
        cmocka_unit_test(a_receipt_late_in_the_day),
        cmocka_unit_test(when_the_reference_is_asked_for),
        cmocka_unit_test(a_month_that_cannot_be_written),
    };
    return cmocka_run_group_tests_name("clocks", tests, NULL, NULL);
}
