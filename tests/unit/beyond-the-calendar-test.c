/*
 * beyond-the-calendar-test.c: a case of another year than the calendar knows, as a host with another calendar left it:
 * every question about it says so, and nothing is stored.
 */
#include "journal-bytes.h"

/* Received and tried to reach, entries 1 to 3; the day of receipt then becomes one that no calendar here knows. */
static void open_beyond(struct test_host *host, bool snapshot) {
    test_host_open(host, NULL, 0);
    const prap_key key = test_key("A");
    const prap_command first = received("A");
    submit_permitted(host, &first);
    for (int i = 0; i < 2; i++) {
        const prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 9));
        submit_permitted(host, &attempt);
    }
    if (snapshot) {
        prapi_case state;
        prapi_case_clear(&state);
        const uint32_t hash = prapi_key_hash(&key);
        assert_int_equal(prapi_case_decode(memory_store_snapshot(host->store, key), hash, &state), PRAP_OK);
        state.received_on = state.made_on = test_day(2090, 5, 5);
        uint8_t bytes[PRAP_SNAPSHOT_BYTES];
        size_t n = 0;
        prapi_case_encode(&state, hash, bytes, &n);
        memory_store_set_snapshot(host->store, key, (prap_bytes){bytes, n});
    } else {
        prapi_event event = journal_event(host, key, 1);
        event.on = test_day(2090, 5, 5);
        journal_replace(host, key, event);
    }
    memory_store_order(host->store, NULL);
}

static void close_unchanged(struct test_host *host) {
    assert_false(memory_store_committed(host->store));
    assert_int_equal(test_host_close(host), 0);
}

static prap_status pass_option(void *user, const prap_option *option, const prap_answer *answer) {
    (void)user;
    return option != NULL && answer != NULL ? PRAP_OK : PRAP_E_BUG;
}

static prap_status pass_step(void *user, const prap_step *step, const prap_answer *answer) {
    (void)user;
    return step != NULL && answer != NULL ? PRAP_OK : PRAP_E_BUG;
}

static prap_status pass_outcome(void *user, const prap_outcome *outcome, const prap_answer *answer) {
    (void)user;
    return outcome != NULL && answer != NULL ? PRAP_OK : PRAP_E_BUG;
}

static void every_question_says_so(void **state) {
    (void)state;
    struct test_host host;
    open_beyond(&host, true);
    const prap_key key = test_key("A");
    const prap_day on = test_day(2023, 5, 10);
    const prap_question question = {.size = sizeof question, .as_of = on, .key = key};
    const prap_command accept = test_command("A", PRAP_EVENT_ACCEPT, on);
    const prap_command *commands[] = {&accept};
    prap_answer *before = NULL;
    assert_int_equal(prap_answer_create(&host.allocator.interface, &before), PRAP_OK);
    assert_int_equal(prap_engine_show(host.engine, &key, on, host.answer, NULL), PRAP_E_COVERAGE);
    assert_int_equal(test_host_submit(&host, &accept), PRAP_E_COVERAGE);
    assert_int_equal(test_host_preview(&host, &accept), PRAP_E_COVERAGE);
    assert_int_equal(prap_engine_options(host.engine, &question, host.answer, pass_option, NULL, NULL),
                     PRAP_E_COVERAGE);
    assert_int_equal(prap_engine_outcome(host.engine, &question, host.answer, pass_outcome, NULL, NULL, NULL),
                     PRAP_E_COVERAGE);
    prap_path path = {.size = sizeof path};
    assert_int_equal(prap_engine_path(host.engine, &question, 0, host.answer, pass_step, NULL, &path, NULL),
                     PRAP_E_COVERAGE);
    assert_int_equal(
        prap_engine_what_if(host.engine, on, commands, 1, before, host.answer, NULL, NULL, NULL), PRAP_E_COVERAGE);
    prap_answer_destroy(before);
    close_unchanged(&host);
}

/* The trial without an entry judges those after it, from the journal. */
static void a_void_says_so(void **state) {
    (void)state;
    struct test_host host;
    open_beyond(&host, false);
    const prap_fact voids[] = {{PRAP_FACT_VOIDS, PRAP_VALUE_NUMBER, 2}};
    prap_command command = test_command("A", PRAP_EVENT_ENTRY_VOIDED, test_day(2023, 5, 10));
    command.facts = voids;
    command.n_facts = 1;
    assert_int_equal(test_host_submit(&host, &command), PRAP_E_COVERAGE);
    close_unchanged(&host);
}

/* A deadline of the host's own, which is shown beside the others, can count beyond the calendar where they do not. */
static void a_hosts_deadline_says_so(void **state) {
    (void)state;
    const prap_deadline_definition ours = {.size = sizeof ours, .programme = PRAP_PROGRAMME_IPES,
                                           .anchor = PRAP_CASE_DAY_RECEIVED, .n = 3000, .unit = PRAP_UNIT_WORKING_DAYS,
                                           .valid_from = PRAP_DAY_NONE, .valid_until = PRAP_DAY_NONE,
                                           .name = test_text("look-again"), .source = test_text("our office manual")};
    const prap_supplement supplement = {.size = sizeof supplement, .n_deadlines = 1, .deadlines = &ours};
    struct test_host host, own;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    test_host_open_supplemented(&own, PRAP_PROGRAMME_IPES, &supplement);
    prap_host with = own.host;
    with.store = memory_store_interface(host.store);
    const prap_rulebook *rulebooks[] = {own.rulebook};
    prap_engine *engine = NULL;
    const prap_key key = test_key("A");
    assert_int_equal(prap_engine_create(&with, rulebooks, 1, &engine, NULL), PRAP_OK);
    assert_int_equal(prap_engine_show(host.engine, &key, test_day(2023, 5, 10), host.answer, NULL), PRAP_OK);
    assert_int_equal(prap_engine_show(engine, &key, test_day(2023, 5, 10), own.answer, NULL), PRAP_E_COVERAGE);
    assert_int_equal(prap_answer_deadline_count(own.answer), 0);
    assert_int_equal(prap_answer_summary(own.answer)->stage, PRAP_STATE_NONE);
    prap_engine_destroy(engine);
    assert_int_equal(test_host_close(&own), 0);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_question_says_so),
        cmocka_unit_test(a_void_says_so),
        cmocka_unit_test(a_hosts_deadline_says_so),
    };
    return cmocka_run_group_tests_name("beyond the calendar", tests, NULL, NULL);
}
