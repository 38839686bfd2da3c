/* engine-create-test.c: what an engine is made of, and which arguments its functions need. */
#include <stdlib.h>

#include "engine-cases.h"

static void an_engine_needs_all_of_a_host(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_rulebook *rulebooks[] = {host.rulebook};
    const prap_rulebook *hole[] = {NULL};
    prap_engine *engine = NULL;
    prap_host lacking = host.host;
    prap_store store = *host.host.store;
    prap_allocator allocator = host.allocator.interface;
    assert_int_equal(prap_engine_create(NULL, rulebooks, 1, &engine, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_create(&host.host, rulebooks, 1, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_create(&host.host, NULL, 1, &engine, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_create(&host.host, hole, 1, &engine, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_create(&host.host, rulebooks, 0, &engine, NULL), PRAP_E_LIMIT);
    assert_int_equal(prap_engine_create(&host.host, rulebooks, PRAP_ENGINE_RULEBOOKS + 1, &engine, NULL),
                     PRAP_E_LIMIT);
    lacking.store = NULL;
    assert_int_equal(prap_engine_create(&lacking, rulebooks, 1, &engine, NULL), PRAP_E_NULL);
    lacking = host.host;
    lacking.allocator = NULL;
    assert_int_equal(prap_engine_create(&lacking, rulebooks, 1, &engine, NULL), PRAP_E_NULL);
    lacking = host.host;
    lacking.store = &store;
    store.load = NULL;
    assert_int_equal(prap_engine_create(&lacking, rulebooks, 1, &engine, NULL), PRAP_E_NULL);
    store = *host.host.store;
    store.commit = NULL;
    assert_int_equal(prap_engine_create(&lacking, rulebooks, 1, &engine, NULL), PRAP_E_NULL);
    store = *host.host.store;
    lacking.allocator = &allocator;
    allocator.allocate = NULL;
    assert_int_equal(prap_engine_create(&lacking, rulebooks, 1, &engine, NULL), PRAP_E_NULL);
    allocator = host.allocator.interface;
    allocator.release = NULL;
    assert_int_equal(prap_engine_create(&lacking, rulebooks, 1, &engine, NULL), PRAP_E_NULL);
    assert_null(engine);
    assert_int_equal(test_host_close(&host), 0);
}

static void an_engine_adopts_only_known_sizes(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_rulebook *rulebooks[] = {host.rulebook};
    prap_engine *engine = NULL;
    prap_allocator allocator = host.allocator.interface;
    prap_store store = *host.host.store;
    prap_observer observer = {.size = sizeof observer - 1};
    prap_host ours = {sizeof ours, &allocator, &store, NULL};
    ours.size = offsetof(prap_host, observer) - 1;
    assert_int_equal(prap_engine_create(&ours, rulebooks, 1, &engine, NULL), PRAP_E_SIZE);
    ours.size = sizeof ours;
    allocator.size--;
    assert_int_equal(prap_engine_create(&ours, rulebooks, 1, &engine, NULL), PRAP_E_SIZE);
    allocator.size++;
    store.size = offsetof(prap_store, read) - 1;
    assert_int_equal(prap_engine_create(&ours, rulebooks, 1, &engine, NULL), PRAP_E_SIZE);
    store.size = sizeof store;
    ours.observer = &observer;
    assert_int_equal(prap_engine_create(&ours, rulebooks, 1, &engine, NULL), PRAP_E_SIZE);
    observer.size++; /* an observer that hears nothing is allowed */
    prap_error error = {.size = sizeof error, .status = PRAP_E_BUG};
    assert_int_equal(prap_engine_create(&ours, rulebooks, 1, &engine, &error), PRAP_OK);
    assert_int_equal(error.status, PRAP_E_BUG); /* and nothing is said against it */
    prap_engine_destroy(engine);
    assert_int_equal(test_host_close(&host), 0);
}

/* Any two of them, and eight are not too many to be told so. */
static void of_many_rulebooks_no_two_are_of_one_programme(void **state) {
    (void)state;
    struct test_host host;
    test_host_open_every(&host, NULL, 0, NULL);
    prap_engine *engine = NULL;
    prap_error error = {.size = sizeof error};
    assert_true(host.n_rulebooks >= 4);
    for (size_t first = 0; first < 4; first++) {
        for (size_t second = first + 1; second < 4; second++) {
            const prap_rulebook *rulebooks[4] = {host.rulebooks[0], host.rulebooks[1], host.rulebooks[2], host.rulebooks[3]};
            rulebooks[second] = rulebooks[first];
            assert_int_equal(prap_engine_create(&host.host, rulebooks, 4, &engine, &error), PRAP_E_TWICE);
            assert_string_equal(error.field, "rulebooks");
        }
    }
    const prap_rulebook *eight[PRAP_ENGINE_RULEBOOKS];
    for (size_t i = 0; i < PRAP_ENGINE_RULEBOOKS; i++) eight[i] = host.rulebook;
    assert_int_equal(prap_engine_create(&host.host, eight, PRAP_ENGINE_RULEBOOKS, &engine, NULL), PRAP_E_TWICE);
    assert_null(engine);
    assert_int_equal(test_host_close(&host), 0);
}

static bool released_clean;

static void *give(void *user, size_t bytes) {
    (void)user;
    return malloc(bytes);
}

static void take_clean(void *user, void *block, size_t bytes) {
    (void)user;
    released_clean = true;
    for (size_t i = 0; i < bytes; i++) released_clean = released_clean && ((const unsigned char *)block)[i] == 0;
    free(block);
}

/* No memory is no engine; and what is given back says nothing of what it was used for. */
static void memory_is_asked_for_once_and_given_back_empty(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_rulebook *rulebooks[] = {host.rulebook};
    prap_engine *engine = NULL;
    prap_error error = {.size = sizeof error};
    failing_allocator_fail(&host.allocator, 1, false);
    assert_int_equal(prap_engine_create(&host.host, rulebooks, 1, &engine, &error), PRAP_E_NOMEM);
    assert_int_equal(error.status, PRAP_E_NOMEM);
    assert_null(engine);
    failing_allocator_fail(&host.allocator, 0, false);
    const prap_allocator clean = {sizeof clean, NULL, give, take_clean};
    prap_host with = host.host;
    with.allocator = &clean;
    assert_int_equal(prap_engine_create(&with, rulebooks, 1, &engine, NULL), PRAP_OK);
    const prap_command command = received("A");
    assert_int_equal(prap_engine_submit(engine, &command, host.answer, NULL), PRAP_OK);
    released_clean = false;
    prap_engine_destroy(engine);
    assert_true(released_clean);
    assert_int_equal(test_host_close(&host), 0);
}

static void a_programme_has_one_rulebook(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_rulebook *twice[] = {host.rulebook, host.rulebook};
    prap_engine *engine = NULL;
    assert_int_equal(prap_engine_create(&host.host, twice, 2, &engine, NULL), PRAP_E_TWICE);
    assert_null(engine);
    prap_engine_destroy(NULL);
    prap_answer_destroy(NULL);
    assert_int_equal(test_host_close(&host), 0);
}

static void every_missing_argument_is_named(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command command = received("A");
    const prap_key key = test_key("A");
    const prap_text tenant = test_text("");
    prap_sweep_report report = {.size = sizeof report};
    prap_engine *e = host.engine;
    prap_answer *a = host.answer;
    assert_int_equal(prap_engine_submit(NULL, &command, a, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_submit(e, NULL, a, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_submit(e, &command, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_preview(NULL, &command, a, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_preview(e, NULL, a, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_preview(e, &command, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_show(NULL, &key, 0, a, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_show(e, NULL, 0, a, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_show(e, &key, 0, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_history(NULL, &key, 0, pass_event, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_history(e, NULL, 0, pass_event, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_history(e, &key, 0, NULL, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_walk(NULL, tenant, 0, 0, a, pass_case, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_walk(e, tenant, 0, 0, NULL, pass_case, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_walk(e, tenant, 0, 0, a, NULL, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_sweep(NULL, tenant, 0, &report, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_sweep(e, tenant, 0, NULL, NULL), PRAP_E_NULL);
    report.size--;
    assert_int_equal(prap_engine_sweep(e, tenant, 0, &report, NULL), PRAP_E_SIZE);
    assert_int_equal(memory_store_calls(host.store), 0); /* nothing was asked of the store */
    assert_int_equal(test_host_close(&host), 0);
}

static void days_and_keys_are_checked_first(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_key good = test_key("A"), none = test_key(""), bad = test_key("A\n");
    const prap_text bad_tenant = test_text("\x7f");
    prap_sweep_report report = {.size = sizeof report};
    host.error.size = sizeof host.error;
    prap_error *error = &host.error;
    assert_error(&host, prap_engine_show(host.engine, &none, 0, host.answer, error), PRAP_E_REQUIRED, "case");
    assert_error(&host, prap_engine_show(host.engine, &bad, 0, host.answer, error), PRAP_E_TEXT, "case");
    assert_error(&host, prap_engine_show(host.engine, &good, PRAP_DAY_NONE, host.answer, error),
                 PRAP_E_REQUIRED, "as_of");
    assert_error(&host, prap_engine_show(host.engine, &good, PRAP_DAY_MAX + 1, host.answer, error),
                 PRAP_E_DAY, "as_of");
    assert_error(&host, prap_engine_history(host.engine, &bad, 0, pass_event, NULL, error), PRAP_E_TEXT,
                 "case");
    assert_error(&host, prap_engine_history(host.engine, &good, PRAP_DAY_MIN - 1, pass_event, NULL, error),
                 PRAP_E_DAY, "as_of");
    assert_error(&host, prap_engine_walk(host.engine, bad_tenant, 0, 0, host.answer, pass_case, NULL, error),
                 PRAP_E_TEXT, "tenant");
    assert_error(&host,
                 prap_engine_walk(host.engine, test_text(""), PRAP_DAY_MAX + 1, 0, host.answer, pass_case,
                                  NULL, error),
                 PRAP_E_DAY, "due_by");
    assert_error(
        &host,
        prap_engine_walk(host.engine, test_text(""), 0, PRAP_DAY_NONE, host.answer, pass_case, NULL, error),
        PRAP_E_REQUIRED, "as_of");
    assert_error(&host, prap_engine_sweep(host.engine, bad_tenant, 0, &report, error), PRAP_E_TEXT, "tenant");
    assert_error(&host, prap_engine_sweep(host.engine, test_text(""), PRAP_DAY_NONE, &report, error),
                 PRAP_E_REQUIRED, "as_of");
    assert_int_equal(memory_store_calls(host.store), 0);
    assert_int_equal(test_host_close(&host), 0);
}

static void no_answer_answers_nothing(void **state) {
    (void)state;
    assert_null(prap_answer_summary(NULL));
    assert_int_equal(prap_answer_reason_count(NULL), 0);
    assert_int_equal(prap_answer_deadline_count(NULL), 0);
    assert_int_equal(prap_answer_notice_count(NULL), 0);
    assert_int_equal(prap_answer_setting_count(NULL), 0);
    struct test_host host;
    test_host_open(&host, NULL, 0);
    assert_null(prap_answer_reason_at(host.answer, 0));
    assert_null(prap_answer_deadline_at(host.answer, 0));
    assert_null(prap_answer_notice_at(host.answer, 0));
    assert_null(prap_answer_setting_at(host.answer, 0));
    prap_answer *answer = NULL;
    prap_allocator lacking = host.allocator.interface;
    assert_int_equal(prap_answer_create(NULL, &answer), PRAP_E_NULL);
    assert_int_equal(prap_answer_create(&lacking, NULL), PRAP_E_NULL);
    lacking.size--;
    assert_int_equal(prap_answer_create(&lacking, &answer), PRAP_E_SIZE);
    lacking.size++;
    lacking.allocate = NULL;
    assert_int_equal(prap_answer_create(&lacking, &answer), PRAP_E_NULL);
    lacking = host.allocator.interface;
    lacking.release = NULL;
    assert_int_equal(prap_answer_create(&lacking, &answer), PRAP_E_NULL);
    assert_null(answer);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_engine_needs_all_of_a_host),
        cmocka_unit_test(an_engine_adopts_only_known_sizes),
        cmocka_unit_test(a_programme_has_one_rulebook),
        cmocka_unit_test(of_many_rulebooks_no_two_are_of_one_programme),
        cmocka_unit_test(memory_is_asked_for_once_and_given_back_empty),
        cmocka_unit_test(every_missing_argument_is_named),
        cmocka_unit_test(days_and_keys_are_checked_first),
        cmocka_unit_test(no_answer_answers_nothing),
    };
    return cmocka_run_group_tests_name("engine create", tests, NULL, NULL);
}
