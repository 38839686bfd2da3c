/* engine-show-test.c: a case as of a day, and its history. */
#include "engine-cases.h"
#include "referral/record.h"

static void a_case_is_shown_as_of_a_day(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A"), second = accepted("A");
    submit_permitted(&host, &first);
    submit_permitted(&host, &second);
    const prap_key key = test_key("A"), other = test_key("B");
    host.error.size = sizeof host.error;
    assert_int_equal(prap_engine_show(host.engine, &key, test_day(2023, 5, 8), host.answer, NULL), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_RECEIVED);
    assert_int_equal(test_host_summary(&host)->version, 1);
    assert_int_equal(prap_engine_show(host.engine, &key, test_day(2023, 5, 9), host.answer, NULL), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_ACCEPTED);
    assert_int_equal(prap_engine_show(host.engine, &key, test_day(2023, 7, 4), host.answer, NULL), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_AUTO_DNA); /* day 60 has come (3.73a) */
    assert_int_equal(test_host_summary(&host)->version, 2);
    const prap_status before =
        prap_engine_show(host.engine, &key, test_day(2023, 5, 4), host.answer, &host.error);
    assert_error(&host, before, PRAP_E_NO_CASE, "case");
    const prap_status nobody =
        prap_engine_show(host.engine, &other, test_day(2023, 5, 9), host.answer, &host.error);
    assert_error(&host, nobody, PRAP_E_NO_CASE, "case");
    assert_int_equal(test_host_close(&host), 0);
}

static void a_history_is_what_was_said(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_fact facts[] = {{PRAP_FACT_MADE, PRAP_VALUE_DAY, test_day(2023, 5, 4)}};
    prap_command first = received("A");
    first.facts = facts;
    first.n_facts = 1;
    first.id = test_text("e1");
    const prap_command second = accepted("A");
    submit_permitted(&host, &first);
    submit_permitted(&host, &second);
    const prap_key key = test_key("A"), other = test_key("B");
    struct seen_events seen = {0};
    assert_int_equal(prap_engine_history(host.engine, &key, test_day(2023, 5, 8), see_event, &seen, NULL),
                     PRAP_OK);
    assert_int_equal(seen.n, 1);
    assert_int_equal(seen.first_fact.fact, PRAP_FACT_MADE);
    assert_int_equal(seen.first_fact.kind, PRAP_VALUE_DAY);
    assert_int_equal(seen.first_fact.value, test_day(2023, 5, 4));
    assert_string_equal(seen.id, "e1");
    seen.n = 0;
    assert_int_equal(prap_engine_history(host.engine, &key, test_day(2023, 5, 9), see_event, &seen, NULL),
                     PRAP_OK);
    assert_int_equal(seen.n, 2);
    assert_int_equal(seen.events[0], PRAP_EVENT_REFERRAL_RECEIVED);
    assert_int_equal(seen.events[1], PRAP_EVENT_ACCEPT);
    assert_int_equal(seen.days[1], test_day(2023, 5, 9));
    assert_int_equal(prap_engine_history(host.engine, &key, test_day(2023, 5, 4), see_event, &seen, NULL),
                     PRAP_E_NO_CASE);
    assert_int_equal(prap_engine_history(host.engine, &other, test_day(2023, 5, 9), see_event, &seen, NULL),
                     PRAP_E_NO_CASE);
    seen.n = 0;
    seen.stop_with = 4711; /* a visitor's own status ends the walk and comes back */
    assert_int_equal(prap_engine_history(host.engine, &key, test_day(2023, 5, 9), see_event, &seen, &host.error), 4711);
    assert_int_equal(host.error.status, 4711);
    assert_int_equal(seen.n, 1);
    assert_int_equal(test_host_close(&host), 0);
}

/* A history of more than one page. */
static void a_long_history_is_whole(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    for (unsigned n = 2; n <= 64; n++) {
        prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 8));
        char id[] = {'#', (char)('0' + n % 10), (char)('a' + n / 10), '\0'};
        attempt.id = test_text(id);
        submit_permitted(&host, &attempt);
        unsigned seen = 0;
        const prap_key key = test_key("A");
        assert_int_equal(
            prap_engine_history(host.engine, &key, test_day(2023, 5, 8), pass_event, &seen, NULL), PRAP_OK);
        assert_int_equal(seen, n);
        assert_int_equal(test_host_submit(&host, &attempt), PRAP_OK); /* and its last id is found */
        assert_int_equal(memory_store_version(host.store, test_key("A")), n);
    }
    assert_int_equal(test_host_summary(&host)->attempts, 63);
    assert_int_equal(test_host_close(&host), 0);
}

/* Received long after it was made: the meeting, and even day 60, are due before the acknowledgement. */
static void the_next_due_day_is_the_earliest(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_fact made[] = {{PRAP_FACT_MADE, PRAP_VALUE_DAY, test_day(2023, 3, 31)}};
    prap_command first = received("A");
    first.facts = made;
    first.n_facts = 1;
    submit_permitted(&host, &first);
    assert_int_equal(prap_answer_deadline_at(host.answer, 0)->due, test_day(2023, 5, 9));
    assert_int_equal(prap_answer_deadline_at(host.answer, 1)->due, test_day(2023, 4, 25));
    assert_int_equal(memory_store_next_due(host.store, test_key("A")), test_day(2023, 4, 25));
    assert_int_equal(test_host_close(&host), 0);
}

/* A journal whose second event was recorded before its first: well sealed, well chained, and not ours. */
static void a_journal_that_goes_back_in_time(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A"), accept = accepted("A");
    submit_permitted(&host, &first);
    submit_permitted(&host, &accept);
    const prap_key key = test_key("A");
    const uint32_t hash = prapi_key_hash(&key);
    prapi_event event = {.event = 0};
    uint32_t chain;
    assert_int_equal(prapi_event_decode(memory_store_event(host.store, key, 2), hash, &event, &chain),
                     PRAP_OK);
    event.recorded = test_day(2023, 5, 4);
    uint8_t bytes[PRAP_EVENT_BYTES];
    size_t n = 0;
    prapi_event_encode(&event, hash, bytes, &n, &chain);
    memory_store_set_event(host.store, key, 2, (prap_bytes){bytes, n});
    assert_int_equal(prap_engine_history(host.engine, &key, test_day(2023, 5, 9), pass_event, NULL, NULL),
                     PRAP_E_DAMAGED);
    assert_int_equal(test_host_close(&host), 0);
}

/* What was read last is remembered, by its key and all its bytes: another case with the same bytes is not it, nor is a bad
   one good when it is asked for again. */
static void what_was_read_last_is_no_other_case(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command commands[] = {received("A"), received("B")};
    for (size_t i = 0; i < 2; i++) submit_permitted(&host, &commands[i]);
    const prap_key a = test_key("A"), b = test_key("B");
    const prap_bytes of_b = memory_store_snapshot(host.store, b);
    uint8_t bytes[PRAP_SNAPSHOT_BYTES];
    memcpy(bytes, of_b.bytes, of_b.n);
    const prap_bytes copy = {bytes, of_b.n};
    memory_store_set_snapshot(host.store, a, copy);
    assert_int_equal(prap_engine_show(host.engine, &b, test_day(2023, 5, 9), host.answer, NULL), PRAP_OK);
    for (int again = 0; again < 2; again++)
        assert_int_equal(prap_engine_show(host.engine, &a, test_day(2023, 5, 9), host.answer, NULL), PRAP_E_DAMAGED);
    assert_int_equal(prap_engine_show(host.engine, &b, test_day(2023, 5, 9), host.answer, NULL), PRAP_OK);
    bytes[of_b.n / 2] ^= 1;
    memory_store_set_snapshot(host.store, b, copy);
    for (int again = 0; again < 2; again++)
        assert_int_equal(prap_engine_show(host.engine, &b, test_day(2023, 5, 9), host.answer, NULL), PRAP_E_DAMAGED);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_case_is_shown_as_of_a_day),
        cmocka_unit_test(a_history_is_what_was_said),
        cmocka_unit_test(a_long_history_is_whole),
        cmocka_unit_test(the_next_due_day_is_the_earliest),
        cmocka_unit_test(a_journal_that_goes_back_in_time),
        cmocka_unit_test(what_was_read_last_is_no_other_case),
    };
    return cmocka_run_group_tests_name("engine show", tests, NULL, NULL);
}
