/*
 * clocks-test.c: what the clocks of a case are counted from: two cases that agree in it have the same clocks, and every
 * day or fact that they look at makes a difference; the clocks of a request to erase.
 */
#include "clock-cases.h"
#include "vocabulary/vocabulary.h"

enum { FRIDAY = 19482 }; /* 2023-05-05 */

static prapi_case a_case(void) {
    prapi_case state;
    prapi_case_clear(&state);
    state.stage = PRAP_STATE_PRE_WORK;
    state.received_on = FRIDAY;
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
        assert_true(prapi_clocks_agree(&other, &other));
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
        assert_int_equal(ack->anchor, test_day(2023, 5, 2)); /* the day itself */
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

static prapi_clock_days run(uint32_t programme, const prapi_case *state, uint32_t policy, int32_t value) {
    struct clock_rules rules;
    prapi_clock_days days;
    clock_rules_open(&rules, programme, policy, value);
    assert_int_equal(prapi_clocks_run(rules.rulebook, state, &days), PRAP_OK);
    clock_rules_close(&rules);
    return days;
}

/* D-15 runs when restrictions were disclosed of a referral whose day is known; IPES-3.21 from the last that was heard. */
static void what_sets_a_clock(void **unused) {
    (void)unused;
    prapi_case state = a_case();
    state.received_on = PRAP_DAY_NONE;
    assert_int_equal(run(PRAP_PROGRAMME_IPES, &state, PRAP_POLICY_PRESTART_CONTACT_DAYS, 10).contact.due, PRAP_DAY_NONE);
    state.contact_on = FRIDAY;
    assert_int_equal(run(PRAP_PROGRAMME_IPES, &state, PRAP_POLICY_PRESTART_CONTACT_DAYS, 10).contact.due, FRIDAY + 10);
    assert_int_equal(run(PRAP_PROGRAMME_IPES, &state, 0, 0).contact.due, PRAP_DAY_NONE);
    state.disclosed_on = FRIDAY;
    assert_int_equal(run(PRAP_PROGRAMME_IPES, &state, PRAP_POLICY_MAPPA15_UNIT, PRAP_CHOICE_CALENDAR).mappa15.due, PRAP_DAY_NONE);
    state.made_on = FRIDAY;
    assert_int_equal(run(PRAP_PROGRAMME_IPES, &state, PRAP_POLICY_MAPPA15_UNIT, PRAP_CHOICE_CALENDAR).mappa15.due, FRIDAY + 15);
    state.disclosed_on = PRAP_DAY_NONE;
    assert_int_equal(run(PRAP_PROGRAMME_IPES, &state, PRAP_POLICY_MAPPA15_UNIT, PRAP_CHOICE_CALENDAR).mappa15.due, PRAP_DAY_NONE);
    assert_int_equal(run(PRAP_PROGRAMME_EMAIL, &state, 0, 0).withdrawn.due, PRAP_DAY_NONE);
    state.withdrawn_on = FRIDAY;
    assert_int_equal(run(PRAP_PROGRAMME_EMAIL, &state, 0, 0).withdrawn.due, FRIDAY + 4); /* Monday was the coronation's */
    assert_int_equal(run(PRAP_PROGRAMME_EMAIL, &state, PRAP_POLICY_PROMPT, 0).withdrawn.due, FRIDAY);
}

/* A minute that is not known is none, whatever number comes with it. */
static void a_minute_that_is_not_known(void **unused) {
    (void)unused;
    static const uint32_t kinds[] = {0, PRAP_VALUE_UNKNOWN, PRAP_VALUE_NUMBER};
    for (size_t i = 0; i < 3; i++) {
        prapi_case state = a_case();
        state.said[PRAP_FACT_RECEIVED_AT] = (prapi_said){kinds[i], 1439};
        assert_int_equal(run(PRAP_PROGRAMME_IPES, &state, PRAP_POLICY_DAY_CUTOFF, 1020).ack.due, FRIDAY + (i == 2 ? 5 : 4));
    }
}

/* D-05, AMB-12: in work by the stage, or by the first day of it, there are 182 days more. */
static void time_in_work(void **unused) {
    (void)unused;
    prapi_case state = a_case();
    state.start_on = FRIDAY;
    state.stage = PRAP_STATE_STARTED;
    assert_int_equal(run(PRAP_PROGRAMME_IPES, &state, 0, 0).allot.due, FRIDAY + 455);
    state.stage = PRAP_STATE_IN_WORK;
    assert_int_equal(run(PRAP_PROGRAMME_IPES, &state, 0, 0).allot.due, FRIDAY + 637);
    state.stage = PRAP_STATE_STARTED;
    state.work_on = FRIDAY;
    assert_int_equal(run(PRAP_PROGRAMME_IPES, &state, 0, 0).allot.due, FRIDAY + 637);
}

/* A request to erase awaits no meeting, and where its month cannot be written nothing is chased before the end of it. */
static void clocks_of_a_request_to_erase(void **unused) {
    (void)unused;
    prapi_case state = a_case();
    prapi_clock_days days = run(PRAP_PROGRAMME_ERASURE, &state, PRAP_POLICY_PRESTART_CONTACT_DAYS, 10);
    assert_int_equal(days.at_once.due, FRIDAY);
    assert_int_equal(days.erase.due, FRIDAY + 31);
    assert_int_equal(days.contact.due, PRAP_DAY_NONE);
    state.received_on = PRAP_DAY_NONE;
    days = run(PRAP_PROGRAMME_ERASURE, &state, PRAP_POLICY_DPO_CHASE, 5);
    assert_true(days.at_once.due == PRAP_DAY_NONE && days.erase.due == PRAP_DAY_NONE && days.chase.due == PRAP_DAY_NONE);
    state.received_on = PRAP_DAY_MAX;
    days = run(PRAP_PROGRAMME_ERASURE, &state, PRAP_POLICY_DPO_CHASE, 5);
    assert_int_equal(days.at_once.due, PRAP_DAY_MAX);
    assert_true(days.erase.due == PRAP_DAY_NONE && days.chase.due == PRAP_DAY_NONE);
    int32_t settings[PRAPI_POLICY_END];
    prapi_due due = {1, 2, 3, 4};
    assert_int_equal(prapi_settings_take(settings, NULL, 0, NULL), PRAP_OK);
    assert_int_equal(prapi_due_of(prap_calendar_built_in(1), settings, PRAP_COMPUTATION_ERASURE, PRAP_DAY_MAX, &due),
                     PRAP_E_RANGE);
    assert_int_equal(prapi_due_of(prap_calendar_built_in(1), settings, PRAP_COMPUTATION_ERASURE, PRAP_DAY_NONE, &due),
                     PRAP_E_REQUIRED);
    assert_true(due.anchor == 1 && due.due == 2 && due.prudent == 3 && due.last_working_day == 4);
    /* A month is a month in every year; whether a day of a year that is not announced yet is worked on, nobody knows. */
    const prap_day provisional = test_day(2029, 5, 4);
    assert_int_equal(prapi_due_of(prap_calendar_built_in(1), settings, PRAP_COMPUTATION_ERASURE, provisional, &due), PRAP_OK);
    assert_true(due.anchor == provisional && due.due == test_day(2029, 6, 4) && due.last_working_day == PRAP_DAY_NONE);
}

static bool is_long(int32_t clock, prap_day on, int32_t at, prap_day end_on, int32_t end_at) {
    struct clock_rules rules;
    clock_rules_open(&rules, PRAP_PROGRAMME_EMAIL, PRAP_POLICY_OUTAGE_CLOCK, clock);
    const bool found = prapi_outage_is_long(rules.rulebook, on, at, end_on, end_at);
    clock_rules_close(&rules);
    return found;
}

/* CH15-59: 48 hours or longer; what cannot be counted, at the end of all days or from no moment, is not. */
static void an_outage_that_is_long(void **unused) {
    (void)unused;
    static const int32_t clocks[] = {PRAP_CHOICE_ELAPSED, PRAP_CHOICE_WALL};
    for (size_t i = 0; i < 2; i++) {
        assert_true(is_long(clocks[i], FRIDAY, 600, FRIDAY + 2, 600));
        assert_false(is_long(clocks[i], FRIDAY, 600, FRIDAY + 2, 599));
        assert_false(is_long(clocks[i], FRIDAY, 1440, FRIDAY + 3, 600));
        assert_false(is_long(clocks[i], FRIDAY, 600, FRIDAY + 3, 1440));
        assert_false(is_long(clocks[i], FRIDAY, -1, FRIDAY + 3, 600));
        assert_false(is_long(clocks[i], PRAP_DAY_NONE, 0, FRIDAY, 600));
        assert_false(is_long(clocks[i], FRIDAY, 600, PRAP_DAY_MAX + 1, 600));
        assert_false(is_long(clocks[i], PRAP_DAY_MAX, 0, PRAP_DAY_MAX, 60));
    }
}

/* IPES-3.98: only a light touch that nobody has gone on with becomes a review, and only after its last day. */
static void a_region_as_of_a_day(void **unused) {
    (void)unused;
    const prap_day none = PRAP_DAY_NONE;
    const struct {
        uint32_t recorded, told;
        prap_day due, continued_on, as_of;
    } rows[] = {
        {PRAP_MAPPA_LIGHT_TOUCH, PRAP_MAPPA_LIGHT_TOUCH, FRIDAY, none, FRIDAY},
        {PRAP_MAPPA_LIGHT_TOUCH, PRAP_MAPPA_REVIEW, FRIDAY, none, FRIDAY + 1},
        {PRAP_MAPPA_LIGHT_TOUCH, PRAP_MAPPA_LIGHT_TOUCH, FRIDAY, FRIDAY, FRIDAY + 1},
        {PRAP_MAPPA_LIGHT_TOUCH, PRAP_MAPPA_LIGHT_TOUCH, none, none, FRIDAY + 1},
        {PRAP_MAPPA_HOLD, PRAP_MAPPA_HOLD, FRIDAY, none, FRIDAY + 1},
        {0, 0, FRIDAY, none, FRIDAY + 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        prapi_case state = a_case();
        prapi_clock_days days = run(PRAP_PROGRAMME_IPES, &state, 0, 0);
        state.regions[PRAP_REGION_MAPPA] = (uint8_t)rows[i].recorded;
        state.continued_on = rows[i].continued_on;
        days.mappa28.due = rows[i].due;
        assert_int_equal(prapi_region_as_of(&state, &days, PRAP_REGION_MAPPA, rows[i].as_of), rows[i].told);
        state.regions[PRAP_REGION_CHANNEL] = (uint8_t)rows[i].recorded; /* the same number of another region */
        assert_int_equal(prapi_region_as_of(&state, &days, PRAP_REGION_CHANNEL, rows[i].as_of), rows[i].recorded);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_clocks_look_at),
        cmocka_unit_test(a_receipt_late_in_the_day),
        cmocka_unit_test(when_the_reference_is_asked_for),
        cmocka_unit_test(a_month_that_cannot_be_written),
        cmocka_unit_test(what_sets_a_clock),
        cmocka_unit_test(a_minute_that_is_not_known),
        cmocka_unit_test(time_in_work),
        cmocka_unit_test(clocks_of_a_request_to_erase),
        cmocka_unit_test(an_outage_that_is_long),
        cmocka_unit_test(a_region_as_of_a_day),
    };
    return cmocka_run_group_tests_name("clocks", tests, NULL, NULL);
}
