/*
 * verifier-calls-test.c: every call that a verifier makes goes wrong, in every way and at every turn, once
 * and for good: the store, the source of random bytes, the allocator. Afterwards the stream is as before, or
 * after one of its entries, or after both of them, in their order; what was told is stored; and it can be
 * gone on.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "verifier-host.h"

enum { MONDAY = 19485, NOON = 28058400 };

static unsigned long points;

static prap_status ask(struct verifier_host *host) {
    return verifier_ask(host, MONDAY, NOON + 20); /* what waited has expired */
}

static prap_status ask_again(struct verifier_host *host) {
    return verifier_ask(host, MONDAY, NOON);
}

static prap_status ask_about_another_code(struct verifier_host *host) {
    return verifier_ask(host, MONDAY + 28, NOON);
}

static prap_status answer_right(struct verifier_host *host) {
    char answer[4];
    const prap_status status = verifier_look(host, NOON);
    if (status != PRAP_OK) return status;
    verifier_right_answer(host, answer);
    return verifier_answer(host, 2, answer, NOON);
}

static prap_status answer_wrong(struct verifier_host *host) {
    return verifier_answer(host, 2, "???", NOON);
}

static prap_status give_up(struct verifier_host *host) {
    return verifier_give_up(host, 2, NOON);
}

static prap_status record(struct verifier_host *host) {
    static const uint32_t positions[] = {1, 4, 8};
    return verifier_record(host, MONDAY, positions, PRAP_CHALLENGE_PASSED, "call-7", NOON);
}

static prap_status release(struct verifier_host *host) {
    return verifier_release(host, NOON);
}

static prap_status report(struct verifier_host *host) {
    return verifier_report(host, NOON);
}

static const struct action {
    prap_status (*run)(struct verifier_host *host);
    unsigned entries; /* that it stores when all goes well */
} actions[] = {{ask, 2},          {ask_again, 0},    {ask_about_another_code, 2},
               {answer_right, 2}, {answer_wrong, 1}, {give_up, 1},
               {record, 1},       {release, 1},      {report, 0}};

/* A stream with one failure, and a second challenge that waits. */
static struct memory_store *make_stream(void) {
    struct verifier_host host;
    verifier_host_open(&host, NULL);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
    assert_int_equal(verifier_answer(&host, 1, "???", NOON), PRAP_OK);
    assert_int_equal(verifier_ask(&host, MONDAY, NOON), PRAP_OK);
    assert_int_equal(verifier_host_leave(&host), 0);
    return host.store;
}

/* After whatever happened: the stream reads, keeps its counts, and can be gone on with to a pass. */
static void go_on(struct memory_store *store, const struct action *action, bool told, uint32_t result) {
    struct verifier_host host;
    char answer[4];
    verifier_host_join(&host, store, NULL, NULL, 0, 99);
    assert_int_equal(verifier_report(&host, NOON), PRAP_OK);
    if (host.exposure.code.in_force == MONDAY) assert_true(host.exposure.failures >= 1);
    if (told && result == PRAP_CHALLENGE_FAILED) assert_int_equal(host.exposure.failures, 2);
    if (told && result == PRAP_CHALLENGE_GIVEN_UP) assert_int_equal(host.exposure.given_up, 1);
    if (told && result == PRAP_CHALLENGE_PASSED && action->run == answer_right) {
        assert_int_equal(host.exposure.passed, 1);
        assert_int_equal(host.exposure.failures, 1);
    }
    assert_int_equal(verifier_ask(&host, MONDAY + 28, NOON + 30), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_ASKED);
    verifier_right_answer(&host, answer);
    assert_int_equal(verifier_answer(&host, host.challenge.number, answer, NOON + 30), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_PASSED);
    assert_null(memory_store_complaint(store));
    assert_int_equal(verifier_host_leave(&host), 0);
}

/* One action with one trouble. Returns whether the trouble came about. */
static bool try_with(const struct action *action, const struct memory_store_trouble *trouble,
                     unsigned random_fails) {
    struct memory_store *const store = make_stream();
    const uint64_t before = memory_store_version(store, verifier_stream());
    struct verifier_host host;
    verifier_host_join(&host, store, NULL, NULL, 0, 2);
    if (trouble != NULL) memory_store_order(store, trouble);
    host.random.fail_at = random_fails;
    const prap_status status = action->run(&host);
    const uint32_t result = status == PRAP_OK ? host.challenge.result : 0;
    const bool troubled = trouble != NULL ? memory_store_troubled(store) : host.random.calls >= random_fails;
    const uint64_t entries = memory_store_version(store, verifier_stream()) - before;
    memory_store_order(store, NULL);
    assert_true(entries <= action->entries);
    if (status == PRAP_OK && !troubled) assert_int_equal(entries, action->entries);
    if (status != PRAP_OK) {
        assert_int_equal(host.challenge.result, 0);
        assert_int_equal(host.challenge.number, 0);
        assert_int_equal(host.challenge.positions[0], 0);
        assert_int_equal(host.error.status, status);
        assert_true(host.error.message[0] != '\0');
    }
    if (random_fails != 0 && troubled) {
        assert_int_equal(status, PRAP_E_RANDOM);
        assert_string_equal(host.error.field, "random");
    }
    const bool told = status == PRAP_OK && host.challenge.size != 0;
    assert_int_equal(verifier_host_leave(&host), 0);
    go_on(store, action, told && !troubled, result);
    memory_store_destroy(store);
    points++;
    return troubled;
}

static void the_store_goes_wrong(void **state) {
    (void)state;
    static const prap_status statuses[] = {PRAP_CONFLICT, PRAP_DUPLICATE, PRAP_RETRY, PRAP_UNKNOWN,
                                           PRAP_FAIL,     PRAP_NONE,      PRAP_E_BUG, PRAP_E_DAMAGED};
    for (size_t a = 0; a < sizeof actions / sizeof actions[0]; a++) {
        for (unsigned fault = MEMORY_STORE_STATUS_BEFORE; fault <= MEMORY_STORE_PUSH_TWICE; fault++) {
            for (size_t s = 0; s < sizeof statuses / sizeof statuses[0]; s++) {
                for (unsigned sticky = 0; sticky < 2; sticky++) {
                    struct memory_store_trouble trouble = {
                        .fault = fault, .nth = 1, .sticky = sticky != 0, .status = statuses[s]};
                    while (try_with(&actions[a], &trouble, 0))
                        trouble.nth++;
                }
            }
        }
    }
    printf("%lu points\n", points);
}

static void the_source_goes_wrong(void **state) {
    (void)state;
    for (size_t a = 0; a < sizeof actions / sizeof actions[0]; a++) {
        unsigned nth = 1;
        while (try_with(&actions[a], NULL, nth))
            nth++;
        assert_true((actions[a].entries != 0) == (nth > 1));
    }
}

/* What a failure is called, exactly. */
static void a_failure_is_called_what_it_is(void **state) {
    (void)state;
    static const struct {
        uint32_t call, fault;
        prap_status status, expected;
    } rows[] = {
        {MEMORY_STORE_LOAD, MEMORY_STORE_STATUS_BEFORE, PRAP_RETRY, PRAP_RETRY},
        {MEMORY_STORE_LOAD, MEMORY_STORE_STATUS_BEFORE, PRAP_E_DAMAGED, PRAP_E_DAMAGED},
        {MEMORY_STORE_LOAD, MEMORY_STORE_STATUS_BEFORE, PRAP_UNKNOWN, PRAP_E_HOST},
        {MEMORY_STORE_LOAD, MEMORY_STORE_PUSH_TWICE, PRAP_OK, PRAP_E_HOST},
        {MEMORY_STORE_COMMIT, MEMORY_STORE_STATUS_BEFORE, PRAP_RETRY, PRAP_RETRY},
        {MEMORY_STORE_COMMIT, MEMORY_STORE_STATUS_BEFORE, PRAP_FAIL, PRAP_FAIL},
        {MEMORY_STORE_COMMIT, MEMORY_STORE_STATUS_BEFORE, PRAP_UNKNOWN, PRAP_UNKNOWN},
        {MEMORY_STORE_COMMIT, MEMORY_STORE_EACH_BEFORE, PRAP_CONFLICT, PRAP_CONFLICT},
        {MEMORY_STORE_COMMIT, MEMORY_STORE_EACH_BEFORE, PRAP_DUPLICATE, PRAP_E_HOST},
        {MEMORY_STORE_COMMIT, MEMORY_STORE_EACH_UNSET, PRAP_OK, PRAP_UNKNOWN},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct memory_store *const store = make_stream();
        const struct memory_store_trouble trouble = {
            .fault = rows[i].fault, .nth = 1, .sticky = true, .only = rows[i].call, .status = rows[i].status};
        struct verifier_host host;
        verifier_host_join(&host, store, NULL, NULL, 0, 2);
        memory_store_order(store, &trouble);
        assert_int_equal(answer_wrong(&host), rows[i].expected);
        assert_string_equal(host.error.field, "store");
        assert_int_equal(give_up(&host), rows[i].expected);
        assert_int_equal(ask(&host), rows[i].expected);
        if (rows[i].expected != PRAP_E_HOST || rows[i].call == MEMORY_STORE_LOAD) {
            assert_int_equal(release(&host), rows[i].expected);
            const bool duplicate = rows[i].status == PRAP_DUPLICATE;
            if (!duplicate) assert_int_equal(record(&host), rows[i].expected);
        }
        memory_store_order(store, NULL);
        assert_int_equal(verifier_host_leave(&host), 0);
        memory_store_destroy(store);
    }
}

/* The commit happened, and nobody could say so, twice: the second time the store knows the id. */
static void an_unknown_commit_is_found_out(void **state) {
    (void)state;
    struct memory_store *const store = make_stream();
    const struct memory_store_trouble trouble = {
        .fault = MEMORY_STORE_STATUS_AFTER, .nth = 1, .only = MEMORY_STORE_COMMIT, .status = PRAP_UNKNOWN};
    struct verifier_host host;
    verifier_host_join(&host, store, NULL, NULL, 0, 2);
    memory_store_order(store, &trouble);
    const uint64_t before = memory_store_version(store, verifier_stream());
    assert_int_equal(answer_wrong(&host), PRAP_OK);
    assert_int_equal(host.challenge.result, PRAP_CHALLENGE_FAILED);
    assert_int_equal(memory_store_version(store, verifier_stream()), before + 1);
    /* It may have happened, and then the store fails: that is not "nothing happened". */
    const struct memory_store_trouble then_fails = {.fault = MEMORY_STORE_STATUS_BEFORE,
                                                    .nth = 2,
                                                    .sticky = true,
                                                    .only = MEMORY_STORE_COMMIT,
                                                    .status = PRAP_FAIL};
    memory_store_order(store, &then_fails);
    assert_int_equal(ask_again(&host), PRAP_OK); /* one commit, which is the first */
    assert_int_equal(verifier_host_leave(&host), 0);
    memory_store_destroy(store);
}

static void memory_runs_out(void **state) {
    (void)state;
    struct verifier_host host;
    verifier_host_open(&host, NULL);
    prap_verifier *second = NULL;
    prap_error error = {.size = sizeof error};
    failing_allocator_fail(&host.allocator, 1, false);
    assert_int_equal(prap_verifier_create(&host.host, &host.random.interface, NULL, 0, NULL, &second, &error),
                     PRAP_E_NOMEM);
    assert_null(second);
    failing_allocator_fail(&host.allocator, 1, true); /* and nothing is allocated afterwards */
    assert_int_equal(ask(&host), PRAP_OK);
    assert_int_equal(answer_wrong(&host), PRAP_OK);
    assert_int_equal(host.allocator.calls, 0);
    assert_int_equal(verifier_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_store_goes_wrong),
        cmocka_unit_test(the_source_goes_wrong),
        cmocka_unit_test(a_failure_is_called_what_it_is),
        cmocka_unit_test(an_unknown_commit_is_found_out),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
