/* notices-test.c: a cancellation that waits for its confirmation tells nothing of an outcome; its
 * confirmation does. */
#include "engine-cases.h"

static bool is_told(const struct test_host *host, uint32_t notice) {
    for (uint32_t i = 0; i < prap_answer_notice_count(host->answer); i++)
        if (prap_answer_notice_at(host->answer, i)->notice == notice) return true;
    return false;
}

static void open_to_cancel(struct test_host *host, int32_t effect) {
    const prap_setting settings[] = {{PRAP_POLICY_CANCEL_EFFECT, effect}};
    test_host_open(host, settings, 1);
    const prap_command first = received("A"), accept = accepted("A");
    submit_permitted(host, &first);
    submit_permitted(host, &accept);
    for (prap_day day = 10; day <= 11; day++) {
        const prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, day));
        submit_permitted(host, &attempt);
    }
}

static void request(struct test_host *host) {
    const prap_fact facts[] = {{PRAP_FACT_REASON, PRAP_VALUE_OPTION, PRAP_OPTION_NO_CONTACT}};
    /* After the 15 working days, so that an entry would be late. */
    prap_command command = test_command("A", PRAP_EVENT_CANCELLATION_REQUESTED, test_day(2023, 6, 5));
    command.facts = facts;
    command.n_facts = 1;
    submit_permitted(host, &command);
}

static void a_cancellation_at_once_is_an_outcome(void **state) {
    (void)state;
    struct test_host host;
    open_to_cancel(&host, PRAP_CHOICE_IMMEDIATE);
    request(&host);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_CANCELLED_NO_CONTACT);
    assert_true(is_told(&host, PRAP_NOTICE_RECORD_LATE));
    assert_true(is_told(&host, PRAP_NOTICE_EVIDENCE_OWED));
    assert_int_equal(test_host_close(&host), 0);
}

static void a_cancellation_that_waits_is_none_yet(void **state) {
    (void)state;
    struct test_host host;
    open_to_cancel(&host, PRAP_CHOICE_ON_CONFIRMATION);
    request(&host);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_CANCEL_REQUESTED);
    assert_false(is_told(&host, PRAP_NOTICE_RECORD_LATE));
    assert_false(is_told(&host, PRAP_NOTICE_EVIDENCE_OWED));
    const prap_command confirmed = test_command("A", PRAP_EVENT_CANCELLATION_CONFIRMED, test_day(2023, 6, 6));
    submit_permitted(&host, &confirmed);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_CANCELLED_NO_CONTACT);
    assert_true(is_told(&host, PRAP_NOTICE_RECORD_LATE));
    assert_true(is_told(&host, PRAP_NOTICE_EVIDENCE_OWED));
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cancellation_at_once_is_an_outcome),
        cmocka_unit_test(a_cancellation_that_waits_is_none_yet),
    };
    return cmocka_run_group_tests_name("notices", tests, NULL, NULL);
}
