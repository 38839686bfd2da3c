/*
 * memo-08-kept-test.c: a case of memo 08 is read back as it was recorded, also where nobody knows a start or the day of
 * a back-out: a request made after attendance alone (AMB-58), one recorded although forbidden, one taken over.
 */
#include "engine-cases.h"

static const prap_setting attended = {PRAP_POLICY_M08_STARTED, PRAP_CHOICE_ATTENDED};

static prap_command with(uint32_t event, int32_t day, const prap_fact *facts, size_t n) {
    prap_command command = test_command("A", event, test_day(2021, 3, day));
    command.programme = PRAP_PROGRAMME_WHP;
    command.facts = facts;
    command.n_facts = n;
    return command;
}

static prap_status keep_summary(void *user, prap_text case_id, const prap_answer *answer) {
    assert_int_equal(case_id.n, 1);
    if (answer != NULL) *(prap_summary *)user = *prap_answer_summary(answer);
    return PRAP_OK;
}

/* As a walk reads it: from the bytes stored, not from what the engine still knows. */
static void assert_kept(struct test_host *host, uint32_t stage) {
    const prap_text tenant = {NULL, 0};
    const prap_summary recorded = *test_host_summary(host);
    prap_summary read = {.size = 0};
    assert_int_equal(recorded.stage, stage);
    assert_int_equal(prap_engine_walk(host->engine, tenant, PRAP_DAY_NONE, recorded.as_of, host->answer, keep_summary,
                                      &read, NULL),
                     PRAP_OK);
    assert_int_equal(read.stage, stage);
    assert_int_equal(read.version, recorded.version);
    assert_int_equal(read.start_on, recorded.start_on);
    assert_int_equal(read.ended_on, recorded.ended_on);
}

static void submit_each(struct test_host *host, const prap_command *commands, const uint32_t *stages, size_t n) {
    for (size_t i = 0; i < n; i++) {
        submit_permitted(host, &commands[i]);
        assert_kept(host, stages[i]);
    }
    assert_int_equal(test_host_close(host), 0);
}

static void a_request_after_attendance_alone(void **state) {
    (void)state;
    struct test_host host;
    test_host_open_every(&host, &attended, 1, NULL);
    const prap_fact duplicate = {PRAP_FACT_SCENARIO, PRAP_VALUE_OPTION, PRAP_OPTION_DUPLICATE};
    const prap_fact end[] = {{PRAP_FACT_CODE, PRAP_VALUE_NUMBER, 10},
                             {PRAP_FACT_END_ON, PRAP_VALUE_DAY, test_day(2021, 3, 4)}};
    const prap_command commands[] = {
        with(PRAP_EVENT_REFERRAL_RECEIVED, 1, NULL, 0), with(PRAP_EVENT_ACCEPT, 2, NULL, 0),
        with(PRAP_EVENT_MEETING_ATTENDED, 3, NULL, 0),  with(PRAP_EVENT_PRAP14_SENT, 5, &duplicate, 1),
        with(PRAP_EVENT_PRAP14_APPROVED, 8, NULL, 0),   with(PRAP_EVENT_END_DATE_ENTERED, 9, end, 2)};
    const uint32_t stages[] = {PRAP_STATE_RECEIVED,    PRAP_STATE_ACCEPTED,        PRAP_STATE_ACCEPTED,
                               PRAP_STATE_PRAP14_SENT, PRAP_STATE_PRAP14_APPROVED, PRAP_STATE_END_DATED};
    submit_each(&host, commands, stages, sizeof commands / sizeof *commands);
}

static void a_request_recorded_although_nobody_attended(void **state) {
    (void)state;
    struct test_host host;
    test_host_open_every(&host, &attended, 1, NULL);
    const prap_fact said[] = {{PRAP_FACT_SCENARIO, PRAP_VALUE_OPTION, PRAP_OPTION_DUPLICATE},
                              {PRAP_FACT_OVERRIDE, PRAP_VALUE_OPTION, PRAP_OPTION_PRAP_TOOK_IT}};
    const prap_command commands[] = {with(PRAP_EVENT_REFERRAL_RECEIVED, 1, NULL, 0), with(PRAP_EVENT_ACCEPT, 2, NULL, 0),
                                     with(PRAP_EVENT_PRAP14_SENT, 5, said, 2)};
    const uint32_t stages[] = {PRAP_STATE_RECEIVED, PRAP_STATE_ACCEPTED, PRAP_STATE_PRAP14_SENT};
    submit_each(&host, commands, stages, 3);
}

static void taken_over_after_the_back_out(void **state) {
    (void)state;
    struct test_host host;
    test_host_open_every(&host, NULL, 0, NULL);
    const prap_fact known[] = {{PRAP_FACT_STAGE, PRAP_VALUE_OPTION, PRAP_OPTION_AT_BACKED_OUT},
                               {PRAP_FACT_SCENARIO, PRAP_VALUE_OPTION, PRAP_OPTION_DUPLICATE},
                               {PRAP_FACT_START_ON, PRAP_VALUE_DAY, test_day(2021, 2, 1)}};
    const prap_command taken = with(PRAP_EVENT_CASE_IMPORTED, 1, known, 3);
    submit_permitted(&host, &taken);
    assert_int_equal(test_host_summary(&host)->ended_on, PRAP_DAY_NONE);
    assert_kept(&host, PRAP_STATE_BACKED_OUT);
    const prap_fact no_contact = {PRAP_FACT_REASON, PRAP_VALUE_OPTION, PRAP_OPTION_NO_CONTACT};
    const prap_command cancelled = with(PRAP_EVENT_CANCELLATION_REQUESTED, 2, &no_contact, 1);
    submit_permitted(&host, &cancelled);
    assert_kept(&host, PRAP_STATE_CANCELLED_NO_CONTACT);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_request_after_attendance_alone),
        cmocka_unit_test(a_request_recorded_although_nobody_attended),
        cmocka_unit_test(taken_over_after_the_back_out),
    };
    return cmocka_run_group_tests_name("memo-08-kept", tests, NULL, NULL);
}
