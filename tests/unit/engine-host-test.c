/* engine-host-test.c: hosts that lack the optional callbacks, rulebooks that lack the programme, calendars
 * that end too soon. */
#include "calendar/holidays.h"
#include "engine-cases.h"
#include "engine/engine.h"

static void without_read_there_is_no_earlier_day(void **state) {
    (void)state;
    struct test_host host;
    prap_store store;
    open_without(&host, &store, false, true);
    prap_command first = received("A"), second = accepted("A");
    first.id = test_text("e1");
    submit_permitted(&host, &first);
    submit_permitted(&host, &second);
    const prap_key key = test_key("A");
    assert_int_equal(prap_engine_show(host.engine, &key, test_day(2023, 5, 9), host.answer, NULL), PRAP_OK);
    const prap_status shown =
        prap_engine_show(host.engine, &key, test_day(2023, 5, 8), host.answer, &host.error);
    assert_error(&host, shown, PRAP_E_NO_READ, "");
    assert_int_equal(prap_engine_history(host.engine, &key, test_day(2023, 5, 9), pass_event, NULL, NULL),
                     PRAP_E_NO_READ);
    const prap_command earlier = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 8));
    assert_error(&host, test_host_submit(&host, &earlier), PRAP_E_ORDER, "recorded");
    assert_error(&host, test_host_preview(&host, &earlier), PRAP_E_ORDER, "recorded");
    assert_int_equal(test_host_close(&host), 0);
}

/* The store knows the id; without a journal to read, the case as it stands is what can be shown. */
static void without_read_a_known_id_is_a_duplicate_all_the_same(void **state) {
    (void)state;
    struct test_host host;
    prap_store store;
    open_without(&host, &store, false, true);
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 9));
    attempt.id = test_text("e2");
    submit_permitted(&host, &attempt);
    submit_permitted(&host, &attempt);
    assert_int_equal(test_host_summary(&host)->duplicate, 1);
    assert_int_equal(test_host_summary(&host)->version, 2);
    assert_int_equal(memory_store_version(host.store, test_key("A")), 2);
    assert_int_equal(test_host_close(&host), 0);
}

/* And when the case cannot be loaded either, that is said. */
static void without_read_a_known_id_may_fail(void **state) {
    (void)state;
    struct test_host host;
    prap_store store;
    open_without(&host, &store, false, true);
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 9));
    attempt.id = test_text("e2");
    submit_permitted(&host, &attempt);
    const struct memory_store_trouble second_load = {
        .fault = MEMORY_STORE_STATUS_BEFORE, .status = PRAP_FAIL, .nth = 2, .only = MEMORY_STORE_LOAD};
    memory_store_order(host.store, &second_load);
    assert_error(&host, test_host_submit(&host, &attempt), PRAP_FAIL, "store");
    assert_int_equal(test_host_summary(&host)->version, 0);
    assert_int_equal(test_host_close(&host), 0);
}

static void without_scan_there_is_no_walk(void **state) {
    (void)state;
    struct test_host host;
    prap_store store;
    open_without(&host, &store, true, false);
    prap_sweep_report report = {.size = sizeof report};
    const prap_status walked = prap_engine_walk(host.engine, test_text(""), PRAP_DAY_NONE, 0, host.answer,
                                                pass_case, NULL, &host.error);
    assert_error(&host, walked, PRAP_E_NO_SCAN, "");
    assert_error(&host, prap_engine_sweep(host.engine, test_text(""), 0, &report, &host.error),
                 PRAP_E_NO_SCAN, "");
    assert_int_equal(test_host_close(&host), 0);
}

/* The observer hears of each commit, and of nothing else. */

struct heard {
    unsigned n;
    uint64_t version;
    uint32_t stage;
    size_t n_notices;
};

static void hear(void *user, const prap_change *change) {
    struct heard *heard = user;
    heard->n++;
    heard->version = change->new_version;
    heard->stage = change->stage;
    heard->n_notices = change->n_notices;
}

/* Opens a host that tells it. */
static void open_observed(struct test_host *host, prap_observer *ret_observer, struct heard *ret_heard) {
    test_host_open(host, NULL, 0);
    *ret_heard = (struct heard){0};
    *ret_observer = (prap_observer){sizeof *ret_observer, ret_heard, hear};
    host->host.observer = ret_observer;
    test_host_renew(host);
}

static void the_observer_hears_of_commits(void **state) {
    (void)state;
    struct test_host host;
    struct heard heard;
    prap_observer observer;
    open_observed(&host, &observer, &heard);
    const prap_command first = received("A"), accept = accepted("A");
    submit_permitted(&host, &first);
    assert_int_equal(heard.n, 1);
    assert_int_equal(heard.version, 1);
    assert_int_equal(heard.n_notices, prap_answer_notice_count(host.answer));
    assert_true(heard.n_notices > 0); /* the day made was not given */
    assert_int_equal(test_host_preview(&host, &accept), PRAP_OK);
    assert_int_equal(heard.n, 1);
    submit_permitted(&host, &accept);
    assert_int_equal(heard.n, 2);
    assert_int_equal(heard.stage, PRAP_STATE_ACCEPTED);
    assert_int_equal(test_host_submit(&host, &accept), PRAP_OK); /* refused */
    assert_int_equal(heard.n, 2);
    assert_int_equal(test_host_close(&host), 0);
}

/* Whatever the store answers, the observer never hears of what is not stored. */
static void the_observer_hears_of_nothing_that_failed(void **state) {
    (void)state;
    static const prap_status answers[] = {PRAP_CONFLICT, PRAP_DUPLICATE, PRAP_RETRY, PRAP_UNKNOWN, PRAP_FAIL};
    static const enum memory_store_fault faults[] = {MEMORY_STORE_STATUS_BEFORE, MEMORY_STORE_EACH_BEFORE};
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        for (size_t k = 0; k < sizeof faults / sizeof *faults; k++) {
            struct test_host host;
            struct heard heard;
            prap_observer observer;
            open_observed(&host, &observer, &heard);
            const struct memory_store_trouble trouble = {
                .fault = faults[k], .nth = 1, .sticky = true, .only = MEMORY_STORE_COMMIT, .status = answers[i]};
            memory_store_order(host.store, &trouble);
            const prap_command first = received("A");
            assert_int_not_equal(test_host_submit(&host, &first), PRAP_OK);
            assert_int_equal(heard.n, 0);
            assert_int_equal(memory_store_version(host.store, test_key("A")), 0);
            assert_int_equal(test_host_close(&host), 0);
        }
    }
}

/* A second programme, made of the first under another number: there is only one so far. */

struct second_programme {
    prapi_programme programme;
    struct prap_rulebook rulebook;
};

static void make_second(struct second_programme *second, const struct test_host *host) {
    second->programme = *host->rulebook->programme;
    second->programme.number = 2;
    second->rulebook = *host->rulebook;
    second->rulebook.programme = &second->programme;
}

static void an_engine_without_the_cases_rulebook(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prap_command first = received("A");
    first.id = test_text("e1");
    const prap_command accept = accepted("A");
    submit_permitted(&host, &first);
    submit_permitted(&host, &accept);
    struct second_programme second;
    make_second(&second, &host);
    const prap_rulebook *both[] = {host.rulebook, &second.rulebook}, *other[] = {&second.rulebook};
    test_host_renew_with(&host, both, 2);
    assert_int_equal(test_host_preview(&host, &accept), PRAP_OK);
    test_host_renew_with(&host, other, 1);
    const prap_key key = test_key("A");
    const prap_command later = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 12));
    assert_error(&host, test_host_submit(&host, &later), PRAP_E_WORD, "programme");
    assert_error(&host, test_host_preview(&host, &later), PRAP_E_WORD, "programme");
    assert_error(&host, test_host_submit(&host, &first), PRAP_E_WORD, "programme");
    const prap_status shown =
        prap_engine_show(host.engine, &key, test_day(2023, 5, 12), host.answer, &host.error);
    assert_error(&host, shown, PRAP_E_WORD, "programme");
    const prap_status walked =
        prap_engine_walk(host.engine, test_text(""), PRAP_DAY_NONE, test_day(2023, 5, 12), host.answer,
                         pass_case, NULL, &host.error);
    assert_error(&host, walked, PRAP_E_WORD, "programme");
    prap_sweep_report report = {.size = sizeof report};
    assert_int_equal(prap_engine_sweep(host.engine, test_text(""), test_day(2023, 8, 1), &report, NULL),
                     PRAP_OK);
    assert_int_equal(report.failed, 1);
    assert_int_equal(memory_store_version(host.store, key), 2);
    assert_int_equal(test_host_close(&host), 0);
}

/* The vocabulary has one programme, so a command of another comes only from inside. */
static void an_event_of_another_programme(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    prapi_command command = {.key = test_key("A")};
    command.programme = 2;
    command.event.event = PRAP_EVENT_ACCEPT;
    command.event.on = command.event.recorded = test_day(2023, 5, 9);
    host.error.size = sizeof host.error;
    assert_error(&host, prapi_engine_submit(host.engine, &command, host.answer, &host.error), PRAP_E_WORD,
                 "programme");
    assert_int_equal(memory_store_version(host.store, test_key("A")), 1);
    assert_int_equal(test_host_close(&host), 0);
}

/* A calendar that ends sooner than the one under which the case was recorded. */
static void a_case_past_the_end_of_a_calendar(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prap_command first = received("A"), accept = accepted("A");
    first.id = test_text("e1");
    accept.id = test_text("e2");
    submit_permitted(&host, &first);
    submit_permitted(&host, &accept);
    const prap_calendar shorter = {
        .identity = {.size = sizeof shorter.identity}}; /* it covers 1970-01-01 at most */
    struct prap_rulebook rulebook = *host.rulebook;
    rulebook.calendar = &shorter;
    const prap_rulebook *rulebooks[] = {&rulebook};
    test_host_renew_with(&host, rulebooks, 1);
    const prap_key key = test_key("A");
    host.error.size = sizeof host.error;
    const prap_status shown =
        prap_engine_show(host.engine, &key, test_day(2023, 5, 9), host.answer, &host.error);
    assert_error(&host, shown, PRAP_E_COVERAGE, "on");
    const prap_command later = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 12));
    assert_error(&host, test_host_submit(&host, &later), PRAP_E_COVERAGE, "on");
    assert_error(&host, test_host_preview(&host, &later), PRAP_E_COVERAGE, "on");
    assert_error(&host, test_host_submit(&host, &accept), PRAP_E_COVERAGE, "on");
    assert_error(&host, test_host_submit(&host, &first), PRAP_E_COVERAGE,
                 "on"); /* known, and looked up first */
    const prap_command earlier = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 8));
    assert_error(&host, test_host_submit(&host, &earlier), PRAP_E_COVERAGE, "on");
    prap_sweep_report report = {.size = sizeof report};
    assert_int_equal(prap_engine_sweep(host.engine, test_text(""), test_day(2023, 8, 1), &report, NULL),
                     PRAP_OK);
    assert_int_equal(report.failed, 1);
    unsigned seen = 0; /* what happened needs no calendar */
    assert_int_equal(prap_engine_history(host.engine, &key, test_day(2023, 5, 9), pass_event, &seen, NULL),
                     PRAP_OK);
    assert_int_equal(seen, 2);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_read_there_is_no_earlier_day),
        cmocka_unit_test(without_read_a_known_id_is_a_duplicate_all_the_same),
        cmocka_unit_test(without_read_a_known_id_may_fail),
        cmocka_unit_test(without_scan_there_is_no_walk),
        cmocka_unit_test(the_observer_hears_of_commits),
        cmocka_unit_test(the_observer_hears_of_nothing_that_failed),
        cmocka_unit_test(an_engine_without_the_cases_rulebook),
        cmocka_unit_test(an_event_of_another_programme),
        cmocka_unit_test(a_case_past_the_end_of_a_calendar),
    };
    return cmocka_run_group_tests_name("engine host", tests, NULL, NULL);
}
