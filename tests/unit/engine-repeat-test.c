/* engine-repeat-test.c: ids that are known already, and days that are past. */
#include "answer-copy.h"
#include "engine-cases.h"

static void a_known_id_gets_its_answer_again(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A");
    prap_command second = accepted("A");
    second.id = test_text("e2");
    submit_permitted(&host, &first);
    submit_permitted(&host, &second);
    static struct answer_copy then, now;
    answer_copy_take(&then, host.answer);
    const prap_command third = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 9));
    submit_permitted(&host, &third);
    submit_permitted(&host, &second);
    answer_copy_take(&now, host.answer);
    assert_int_equal(now.summary.duplicate, 1);
    now.summary.duplicate = 0;
    assert_true(answer_copy_equal(&then, &now));
    assert_int_equal(memory_store_version(host.store, test_key("A")), 3);
    assert_int_equal(test_host_close(&host), 0);
}

static void a_known_id_is_not_for_another_event(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prap_command first = received("A");
    first.id = test_text("e1");
    submit_permitted(&host, &first);
    prap_command other = accepted("A");
    other.id = test_text("e1");
    assert_error(&host, test_host_submit(&host, &other), PRAP_E_ID_REUSED, "id");
    prap_command other_fact = first;
    const prap_fact facts[] = {{PRAP_FACT_SCR, PRAP_VALUE_NO, 0}};
    other_fact.facts = facts;
    other_fact.n_facts = 1;
    assert_error(&host, test_host_submit(&host, &other_fact), PRAP_E_ID_REUSED, "id");
    prap_command other_day = first;
    other_day.on = test_day(2023, 5, 4);
    assert_error(&host, test_host_submit(&host, &other_day), PRAP_E_ID_REUSED, "id");
    const prap_fact made[] = {{PRAP_FACT_MADE, PRAP_VALUE_DAY, test_day(2023, 5, 3)}};
    prap_command with_made = received("M");
    with_made.id = test_text("m1");
    with_made.facts = made;
    with_made.n_facts = 1;
    submit_permitted(&host, &with_made);
    const prap_fact unknown_made[] = {{PRAP_FACT_MADE, PRAP_VALUE_UNKNOWN, 0}};
    with_made.facts = unknown_made;
    assert_error(&host, test_host_submit(&host, &with_made), PRAP_E_ID_REUSED, "id");
    const prap_fact other_made[] = {{PRAP_FACT_MADE, PRAP_VALUE_DAY, test_day(2023, 5, 4)}};
    with_made.facts = other_made;
    assert_error(&host, test_host_submit(&host, &with_made), PRAP_E_ID_REUSED, "id");
    prap_command entered_later = first;
    entered_later.recorded = test_day(2023, 5, 8);
    assert_error(&host, test_host_submit(&host, &entered_later), PRAP_E_ID_REUSED, "id");
    const prap_command same_id_elsewhere = received("B");
    submit_permitted(&host, &same_id_elsewhere);
    assert_int_equal(memory_store_version(host.store, test_key("A")), 1);
    assert_int_equal(test_host_close(&host), 0);
}

/* What was recorded stands, even when a stricter rulebook would refuse it now. */
static void a_known_id_under_a_stricter_rulebook(void **state) {
    (void)state;
    const prap_setting lenient[] = {{PRAP_POLICY_LATE_ACK, PRAP_CHOICE_ALLOW_WITH_BREACH}};
    struct test_host host;
    test_host_open(&host, lenient, 1);
    const prap_command first = received("A");
    prap_command late = test_command("A", PRAP_EVENT_ACCEPT, test_day(2023, 5, 15));
    late.id = test_text("late");
    submit_permitted(&host, &first);
    submit_permitted(&host, &late);
    assert_int_equal(test_host_summary(&host)->breaches, 1);
    struct memory_store *store = memory_store_copy(host.store);
    assert_int_equal(test_host_close(&host), 0);

    test_host_reopen(&host, store, NULL, 0);
    submit_permitted(&host, &late);
    assert_int_equal(test_host_summary(&host)->duplicate, 1);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_ACCEPTED);
    assert_int_equal(test_host_summary(&host)->breaches, 1);
    assert_int_equal(memory_store_version(host.store, test_key("A")), 2);
    assert_int_equal(test_host_close(&host), 0);
}

static void nothing_is_recorded_before_the_last_event(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A"), second = accepted("A");
    submit_permitted(&host, &first);
    submit_permitted(&host, &second);
    const prap_command earlier = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 8));
    assert_error(&host, test_host_submit(&host, &earlier), PRAP_E_ORDER, "recorded");
    assert_int_equal(test_host_preview(&host, &earlier),
                     PRAP_OK); /* but it can be asked about: as of that day */
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_RECEIVED);
    assert_int_equal(test_host_summary(&host)->version, 2);
    const prap_command before_all = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 1));
    assert_error(&host, test_host_preview(&host, &before_all), PRAP_E_ORDER, "recorded");
    assert_error(&host, test_host_submit(&host, &before_all), PRAP_E_ORDER, "recorded");
    assert_int_equal(memory_store_version(host.store, test_key("A")), 2);
    assert_int_equal(test_host_close(&host), 0);
}

/* A repeat of what was refused then is answered from that day, not from what came later. */
static void an_earlier_refusal_is_given_again(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A"), second = accepted("A");
    submit_permitted(&host, &first);
    prap_command meeting = test_command("A", PRAP_EVENT_MEETING_ATTENDED, test_day(2023, 5, 8));
    meeting.id = test_text("m1");
    assert_int_equal(test_host_submit(&host, &meeting), PRAP_OK);
    static struct answer_copy then, now;
    answer_copy_take(&then, host.answer);
    assert_int_equal(then.summary.verdict, PRAP_VERDICT_REFUSED);
    submit_permitted(&host, &second);
    assert_int_equal(test_host_submit(&host, &meeting), PRAP_OK);
    answer_copy_take(&now, host.answer);
    assert_true(answer_copy_equal(&then, &now));
    assert_int_equal(test_host_close(&host), 0);
}

/* The same event with another answer to the same question is another event. */
static void a_known_id_with_another_fact(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    static const uint32_t kinds[] = {PRAP_VALUE_NO, PRAP_VALUE_YES, PRAP_VALUE_UNKNOWN};
    for (size_t i = 0; i < 3; i++) {
        const prap_fact reached[] = {{PRAP_FACT_REACHED, kinds[i], 0}};
        prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 8));
        attempt.id = test_text("c1");
        attempt.facts = reached;
        attempt.n_facts = 1;
        const prap_status status = test_host_submit(&host, &attempt);
        if (i > 0) assert_error(&host, status, PRAP_E_ID_REUSED, "id");
        assert_int_equal(memory_store_version(host.store, test_key("A")), 2);
    }
    assert_int_equal(test_host_close(&host), 0);
}

/* A store that calls an event without id a duplicate, whether or not its journal can be read: nothing may say it is stored. */
static void a_duplicate_of_no_id(void **state) {
    (void)state;
    for (int reads = 0; reads < 2; reads++) {
        struct test_host host;
        prap_store store;
        open_without(&host, &store, reads != 0, true);
        const struct memory_store_trouble trouble = {.fault = MEMORY_STORE_EACH_BEFORE, .nth = 1,
                                                     .only = MEMORY_STORE_COMMIT, .status = PRAP_DUPLICATE};
        const prap_command first = received("A");
        memory_store_order(host.store, &trouble);
        assert_int_equal(test_host_submit(&host, &first), PRAP_E_HOST);
        assert_true(memory_store_troubled(host.store));
        memory_store_order(host.store, NULL);
        assert_int_equal(memory_store_case_count(host.store), 0);
        assert_int_equal(test_host_close(&host), 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_known_id_gets_its_answer_again),
        cmocka_unit_test(a_known_id_is_not_for_another_event),
        cmocka_unit_test(a_known_id_with_another_fact),
        cmocka_unit_test(a_known_id_under_a_stricter_rulebook),
        cmocka_unit_test(nothing_is_recorded_before_the_last_event),
        cmocka_unit_test(an_earlier_refusal_is_given_again),
        cmocka_unit_test(a_duplicate_of_no_id),
    };
    return cmocka_run_group_tests_name("engine repeat", tests, NULL, NULL);
}
