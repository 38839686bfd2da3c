/*
 * damaged-journal-test.c: journals that hold together byte for byte and that no case can have: voids of what cannot be
 * voided, more voids than there can be, and a beginning that opens no case.
 */
#include "journal-bytes.h"

/* Received, and attempts to reach the person: n entries. */
static void open_attempts(struct test_host *host, int n) {
    test_host_open(host, NULL, 0);
    const prap_command first = received("A");
    submit_permitted(host, &first);
    for (int i = 2; i <= n; i++) {
        const prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 9));
        submit_permitted(host, &attempt);
    }
}

static prap_status read_history(const struct test_host *host) {
    const prap_key key = test_key("A");
    return prap_engine_history(host->engine, &key, test_day(2023, 5, 9), pass_event, NULL, NULL);
}

/* The last of n entries voids one that it cannot; the rest of the journal is sound. */
static void assert_no_such_void(int n, int32_t target) {
    struct test_host host;
    open_attempts(&host, n);
    assert_int_equal(read_history(&host), PRAP_OK);
    journal_replace_by_void(&host, test_key("A"), (uint64_t)n, target);
    assert_int_equal(read_history(&host), PRAP_E_DAMAGED);
    assert_int_equal(test_host_close(&host), 0);
}

static void a_void_of_what_comes_after_it(void **state) {
    (void)state;
    assert_no_such_void(4, 5);
    assert_no_such_void(4, 4); /* itself */
}

static void a_void_of_nothing_or_of_the_first(void **state) {
    (void)state;
    assert_no_such_void(4, 0);
    assert_no_such_void(4, 1);
}

static void a_void_of_a_void_and_a_second_one(void **state) {
    (void)state;
    for (int32_t target = 2; target <= 4; target++) {
        struct test_host host;
        open_attempts(&host, 5);
        const prap_key key = test_key("A");
        journal_replace_by_void(&host, key, 4, 2);
        assert_int_equal(read_history(&host), PRAP_OK);
        journal_replace_by_void(&host, key, 5, target);
        assert_int_equal(read_history(&host), target == 3 ? PRAP_OK : PRAP_E_DAMAGED);
        assert_int_equal(test_host_close(&host), 0);
    }
}

static void more_voids_than_there_can_be(void **state) {
    (void)state;
    struct test_host host;
    open_attempts(&host, 67); /* 2 to 34 are voided by 35 to 67: one too many */
    const prap_key key = test_key("A");
    for (int32_t n = 2; n <= 33; n++)
        journal_replace_by_void(&host, key, (uint64_t)n + 33, n);
    assert_int_equal(read_history(&host), PRAP_OK);
    journal_replace_by_void(&host, key, 67, 34);
    assert_int_equal(read_history(&host), PRAP_E_DAMAGED);
    assert_int_equal(test_host_close(&host), 0);
}

static void a_beginning_that_opens_no_case(void **state) {
    (void)state;
    struct test_host host;
    open_attempts(&host, 3);
    const prap_key key = test_key("A");
    prapi_event event = journal_event(&host, key, 1);
    event.event = PRAP_EVENT_ACCEPT;
    journal_replace(&host, key, event);
    assert_int_equal(read_history(&host), PRAP_E_DAMAGED);
    event.event = PRAP_EVENT_ENTRY_VOIDED; /* as no void can */
    prapi_say(&event.facts, event.said, PRAP_FACT_VOIDS, (prapi_said){PRAP_VALUE_NUMBER, 1});
    journal_replace(&host, key, event);
    assert_int_equal(read_history(&host), PRAP_E_DAMAGED);
    assert_int_equal(test_host_close(&host), 0);
}

/* What can come only later is no beginning, whatever the store holds; what opens a case is. */
static void only_what_opens_a_case_begins_a_journal(void **state) {
    (void)state;
    unsigned opening = 0;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_EVENT); i++) {
        struct test_host host;
        open_attempts(&host, 1);
        const prap_key key = test_key("A");
        prapi_event event = journal_event(&host, key, 1);
        event.event = prap_word_at(PRAP_WORDS_EVENT, i)->number;
        journal_replace(&host, key, event);
        const prap_command first = test_command("N", event.event, test_day(2023, 5, 9));
        const bool opens = test_host_preview(&host, &first) != PRAP_E_NO_CASE;
        assert_int_equal(read_history(&host), opens ? PRAP_OK : PRAP_E_DAMAGED);
        opening += opens;
        assert_int_equal(test_host_close(&host), 0);
    }
    assert_in_range(opening, 2, prap_word_count(PRAP_WORDS_EVENT) - 1);
}

struct seen_broke {
    size_t n;
    uint32_t last;
};

static prap_status see_broke(void *user, const prap_event_view *event) {
    struct seen_broke *seen = user;
    if (event->sequence == 2) *seen = (struct seen_broke){event->n_broke, event->broke[event->n_broke - 1]};
    return PRAP_OK;
}

/* As many rules as a record has room for: each is shown. */
static void an_entry_that_broke_everything(void **state) {
    (void)state;
    struct test_host host;
    open_attempts(&host, 3);
    const prap_key key = test_key("A");
    prapi_event event = journal_event(&host, key, 2);
    for (uint32_t i = 0; i < PRAPI_BROKE; i++)
        event.broke[i] = (uint8_t)prap_word_at(PRAP_WORDS_REASON, i)->number;
    journal_replace(&host, key, event);
    struct seen_broke seen = {0, 0};
    assert_int_equal(prap_engine_history(host.engine, &key, test_day(2023, 5, 9), see_broke, &seen, NULL), PRAP_OK);
    assert_int_equal(seen.n, PRAPI_BROKE);
    assert_int_equal(seen.last, event.broke[PRAPI_BROKE - 1]);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_void_of_what_comes_after_it),
        cmocka_unit_test(a_void_of_nothing_or_of_the_first),
        cmocka_unit_test(a_void_of_a_void_and_a_second_one),
        cmocka_unit_test(more_voids_than_there_can_be),
        cmocka_unit_test(a_beginning_that_opens_no_case),
        cmocka_unit_test(an_entry_that_broke_everything),
        cmocka_unit_test(only_what_opens_a_case_begins_a_journal),
    };
    return cmocka_run_group_tests_name("damaged journals", tests, NULL, NULL);
}
