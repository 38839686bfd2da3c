/*
 * notices-test.c: a cancellation that waits for its confirmation tells nothing of an outcome; its confirmation does. What
 * is late in PRaP is not late of a clerical referral.
 */
#include "in-words.h"

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

/* The dates of a Special Customer Record are advice (AMB-64): nothing of it is late, and by the policy they are not shown. */
static void a_clerical_referral_is_late_for_nothing(void **state) {
    (void)state;
    static const char *const lives[] = {
        "referral-received 2023-05-05 made=2023-05-05; accept 2023-05-09; "
        "meeting-scheduled 2023-05-10 meeting-on=2023-05-31; meeting-attended 2023-05-15; start-recorded 2023-05-15; "
        "plan-agreed 2023-07-03",
        "clerical-referral-received 2023-05-05 scr made=2023-05-05; "
        "meeting-scheduled 2023-05-10 meeting-on=2023-05-31; meeting-attended 2023-05-15; clerical-start 2023-05-15; "
        "plan-agreed 2023-07-03",
    };
    for (uint32_t i = 0; i < 4; i++) {
        const bool clerical = i % 2 != 0, shown = i < 2 || !clerical;
        const prap_setting setting = {PRAP_POLICY_SCR_ADVISORY_DATES, i < 2 ? PRAP_CHOICE_ON : PRAP_CHOICE_OFF};
        struct test_host host;
        bool booked_late = false, plan_late = false;
        test_host_open(&host, &setting, 1);
        char life[512];
        snprintf(life, sizeof life, "%s", lives[i % 2]);
        for (char *event = strtok(life, ";"); event != NULL; event = strtok(NULL, ";")) {
            submit_all(&host, PRAP_PROGRAMME_IPES, "A", event + strspn(event, " "));
            booked_late = booked_late || is_told(&host, PRAP_NOTICE_MEETING_BOOKED_LATE);
            plan_late = plan_late || is_told(&host, PRAP_NOTICE_PLAN_LATE);
        }
        assert_int_equal(booked_late, !clerical);
        assert_int_equal(plan_late, !clerical);
        uint32_t plans = 0;
        for (uint32_t k = 0; k < prap_answer_deadline_count(host.answer); k++) {
            const prap_deadline *deadline = prap_answer_deadline_at(host.answer, k);
            if (deadline->deadline != PRAP_DEADLINE_PLAN) continue;
            assert_int_equal(deadline->advisory, clerical);
            plans++;
        }
        assert_int_equal(plans, shown);
        assert_int_equal(test_host_close(&host), 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cancellation_at_once_is_an_outcome),
        cmocka_unit_test(a_cancellation_that_waits_is_none_yet),
        cmocka_unit_test(a_clerical_referral_is_late_for_nothing),
    };
    return cmocka_run_group_tests_name("notices", tests, NULL, NULL);
}
