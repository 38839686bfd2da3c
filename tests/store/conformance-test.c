/*
 * conformance-test.c: the conformance kit itself: what it takes and refuses, who ends a run, stores that fail at any call.
 * Over each broken store: conformance-stores-test.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "prap/prap.h"

#include "case-store.h"
#include "failing-allocator.h"
#include "heard.h"
#include "planted-store.h"
#include "share.h"

/* The share of a build that is only slow is a tenth; this test is quick enough for that. */
static bool under_valgrind(void) {
    return test_share(100) < 10;
}

/* Of a host that brings no way to see the index columns: what is due by a day tells of them. */
static void a_walk_tells_of_columns_that_nobody_shows(void **state) {
    (void)state;
    static const struct {
        enum planted_fault fault;
        const char *findings;
    } seen[] = {
        {PLANTED_SOUND, ""},
        {PLANTED_REFUSED_DAY_KEPT, "refusal-leaves"},
        {PLANTED_REFUSED_EMPTIES_DAYS, "refusal-leaves"},
        {PLANTED_COLUMNS_ONLY_AT_FIRST, "column-not-kept"},
        {PLANTED_COLUMN_DUE_ONLY_EARLIER, "column-not-kept"},
        {PLANTED_COLUMN_DUE_ONLY_LATER, "column-not-kept"},
        {PLANTED_DUE_STRICT, "scan-due"},
    };
    for (size_t i = 0; i < sizeof seen / sizeof *seen; i++) {
        static struct planted_host host;
        struct failing_allocator allocator;
        struct heard heard = {0};
        prap_conformance_report report = {.size = sizeof report};
        failing_allocator_init(&allocator);
        planted_host_open(&host, seen[i].fault, PLANTED_SOUND, &allocator.interface);
        host.conformance.columns = NULL;
        assert_int_equal(prap_conformance_run(&host.conformance, i, 0, heard_finding, &heard, &report, NULL), PRAP_OK);
        planted_host_close(&host);
        assert_string_equal(heard_names(&heard), seen[i].findings);
        assert_int_equal(report.unchecked, 1);
    }
}

/* What stands in the way of a run is told before anything is committed. */
static void what_cannot_be_run_is_refused(void **state) {
    (void)state;
    static struct planted_host host;
    struct failing_allocator allocator;
    prap_conformance_report report = {.size = sizeof report};
    const prap_store bare = {.size = sizeof bare};
    failing_allocator_init(&allocator);
    planted_host_open(&host, PLANTED_SOUND, PLANTED_SOUND, &allocator.interface);
    const prap_conformance good = host.conformance;
    const struct {
        prap_status status;
        uint32_t flags;
        prap_conformance given;
    } refused[] = {
        {PRAP_E_SIZE, 0, {.size = 8}},
        {PRAP_E_NULL, 0, {.size = sizeof good, .store = good.store, .prefix = good.prefix}},
        {PRAP_E_NULL, 0, {.size = sizeof good, .allocator = good.allocator, .prefix = good.prefix}},
        {PRAP_E_NULL, 0, {.size = sizeof good, .allocator = good.allocator, .store = &bare, .prefix = good.prefix}},
        {PRAP_E_NULL, 0, {.size = sizeof good, .allocator = good.allocator, .store = good.store, .second = &bare, .prefix = good.prefix}},
        {PRAP_E_RANGE, 2, good},
        {PRAP_E_TEXT, 0, {.size = sizeof good, .allocator = good.allocator, .store = good.store}},
        {PRAP_E_TEXT, 0, {.size = sizeof good, .allocator = good.allocator, .store = good.store,
                          .prefix = {"a prefix of 25 characters", 25}}},
        {PRAP_E_TEXT, 0, {.size = sizeof good, .allocator = good.allocator, .store = good.store, .prefix = {"\n", 1}}},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        prap_error error = {.size = sizeof error};
        assert_int_equal(prap_conformance_run(&refused[i].given, 0, refused[i].flags, NULL, NULL, &report, &error),
                         refused[i].status);
        assert_string_not_equal(error.message, "");
    }
    assert_int_equal(prap_conformance_run(NULL, 0, 0, NULL, NULL, &report, NULL), PRAP_E_NULL);
    assert_int_equal(prap_conformance_run(&good, 0, 0, NULL, NULL, NULL, NULL), PRAP_E_NULL);
    report.size = 8;
    assert_int_equal(prap_conformance_run(&good, 0, 0, NULL, NULL, &report, NULL), PRAP_E_SIZE);
    report.size = sizeof report;
    failing_allocator_fail(&allocator, 1, false);
    assert_int_equal(prap_conformance_run(&good, 0, 0, NULL, NULL, &report, NULL), PRAP_E_NOMEM);
    failing_allocator_fail(&allocator, 0, false);
    assert_int_equal(report.calls, 0);
    assert_int_equal(prap_conformance_run(&good, 0, 0, NULL, NULL, &report, NULL), PRAP_OK);
    const prap_conformance again = {.size = sizeof again, .allocator = good.allocator, .store = &host.first.interface, .prefix = good.prefix};
    assert_int_equal(prap_conformance_run(&again, 0, 0, NULL, NULL, &report, NULL), PRAP_E_ID_REUSED);
    assert_int_equal(prap_conformance_run(&again, 1, 0, NULL, NULL, &report, NULL), PRAP_OK);
    assert_null(prap_conformance_contract(0));
    assert_null(prap_conformance_contract(1000));
    planted_host_close(&host);
    assert_int_equal(allocator.outstanding_bytes, 0);
}

static prap_status end_at(void *user, const prap_conformance_finding *finding) {
    unsigned *left = user;
    (void)finding;
    return (*left)-- == 1 ? PRAP_E_ROOM : PRAP_OK;
}

/* Whoever is told may end the run at any finding; and what was not brought is said, each by its name. */
static void a_visitor_ends_the_run(void **state) {
    (void)state;
    for (unsigned nth = 1; nth <= 10; nth++) {
        static struct planted_host host;
        struct failing_allocator allocator;
        prap_conformance_report report = {.size = sizeof report};
        failing_allocator_init(&allocator);
        planted_host_open(&host, PLANTED_VERSION_IGNORED, PLANTED_SOUND, &allocator.interface);
        prap_store less = *host.conformance.store;
        less.read = NULL;
        less.scan = NULL;
        prap_conformance with = {.size = sizeof with, .allocator = &allocator.interface, .store = &less, .prefix = {"p", 1}};
        unsigned left = nth;
        const prap_status status =
            prap_conformance_run(&with, nth, PRAP_CONFORMANCE_SPARE_EMPTY_TENANT, end_at, &left, &report, NULL);
        planted_host_close(&host);
        assert_int_equal(allocator.outstanding_bytes, 0);
        assert_int_equal(report.breaches + report.unchecked, nth);
        assert_int_equal(status, PRAP_E_ROOM);
    }
}

static void what_was_not_looked_at_is_said(void **state) {
    (void)state;
    static struct planted_host host;
    struct failing_allocator allocator;
    struct heard heard = {0};
    prap_conformance_report report = {.size = sizeof report};
    failing_allocator_init(&allocator);
    planted_host_open(&host, PLANTED_SOUND, PLANTED_SOUND, &allocator.interface);
    prap_store less = *host.conformance.store;
    less.read = NULL;
    less.scan = NULL;
    prap_conformance with = {.size = sizeof with, .allocator = &allocator.interface, .store = &less, .prefix = {"p", 1}};
    assert_int_equal(prap_conformance_run(&with, 1, PRAP_CONFORMANCE_SPARE_EMPTY_TENANT, heard_finding, &heard, &report, NULL), PRAP_OK);
    assert_int_equal(report.breaches, 0);
    assert_int_equal(report.unchecked, 8); /* all but the rest */
    assert_int_equal(report.checks, 11);
    planted_host_close(&host);
}

/* A store that answers one call, or every call from it on, with something else. */
struct failing_store {
    const prap_store *inner;
    uint32_t calls;
    uint32_t at;
    bool sticky;
    prap_status status;
};

static bool fails(struct failing_store *store) {
    store->calls++;
    return store->sticky ? store->calls >= store->at : store->calls == store->at;
}

static prap_status load(void *user, const prap_key *key, prap_sink *sink) {
    struct failing_store *store = user;
    return fails(store) ? store->status : store->inner->load(store->inner->user, key, sink);
}

static prap_status commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    struct failing_store *store = user;
    return fails(store) ? store->status : store->inner->commit(store->inner->user, changes, n, ret_each);
}

static prap_status read_journal(void *user, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink) {
    struct failing_store *store = user;
    return fails(store) ? store->status : store->inner->read(store->inner->user, key, from, max, sink);
}

static prap_status scan(void *user, const prap_scan *query, prap_sink *sink) {
    struct failing_store *store = user;
    return fails(store) ? store->status : store->inner->scan(store->inner->user, query, sink);
}

static uint32_t run_failing(uint32_t at, bool sticky, prap_status status) {
    static struct planted_host host;
    struct failing_allocator allocator;
    prap_conformance_report report = {.size = sizeof report};
    failing_allocator_init(&allocator);
    planted_host_open(&host, PLANTED_SOUND, PLANTED_SOUND, &allocator.interface);
    struct failing_store failing = {.inner = host.conformance.store, .at = at, .sticky = sticky, .status = status};
    const prap_store store = {
        .size = sizeof store, .user = &failing, .load = load, .commit = commit, .read = read_journal, .scan = scan};
    prap_conformance with = host.conformance;
    with.store = &store;
    with.reopen = NULL;
    assert_int_equal(prap_conformance_run(&with, at, 0, NULL, NULL, &report, NULL), PRAP_OK);
    assert_int_equal(allocator.outstanding_bytes, 0);
    /* One call that is to be tried again breaks nothing. */
    if (!sticky && status == PRAP_RETRY) assert_int_equal(report.breaches, 0);
    if (sticky && at <= failing.calls) assert_true(report.breaches > 0);
    planted_host_close(&host);
    return failing.calls;
}

static void a_store_that_fails_at_any_call_ends_nothing_else(void **state) {
    (void)state;
    static const prap_status statuses[] = {PRAP_RETRY, PRAP_FAIL, PRAP_UNKNOWN, PRAP_OK, PRAP_NONE, PRAP_E_DAMAGED, 4711};
    const uint32_t calls = run_failing(UINT32_MAX, false, PRAP_OK);
    assert_true(calls > 2000);
    uint32_t step = 1, run = 0;
    for (uint32_t at = 1; at <= calls; at += step) {
        const prap_status status = statuses[run % 7];
        run_failing(at, run++ / 7 % 2 == 1, status);
        if (at > 40) step = under_valgrind() ? 1997 : 149;
    }
}

/* docs/examples/c/case-store.c says that it keeps the whole contract. */
static void the_store_of_the_examples_keeps_the_contract(void **state) {
    (void)state;
    struct failing_allocator allocator;
    struct heard heard = {0};
    prap_conformance_report report = {.size = sizeof report};
    struct case_store *store = case_store_create();
    failing_allocator_init(&allocator);
    const prap_conformance host = {.size = sizeof host,
                                   .allocator = &allocator.interface,
                                   .store = case_store_interface(store),
                                   .second = case_store_interface(store),
                                   .prefix = {"example", 7}};
    assert_int_equal(prap_conformance_run(&host, 1, 0, heard_finding, &heard, &report, NULL), PRAP_OK);
    assert_int_equal(report.breaches, 0);
    assert_int_equal(report.unchecked, 4); /* columns, outbox, failures, opening again */
    case_store_destroy(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_store_of_the_examples_keeps_the_contract),
        cmocka_unit_test(what_cannot_be_run_is_refused),
        cmocka_unit_test(a_walk_tells_of_columns_that_nobody_shows),
        cmocka_unit_test(a_visitor_ends_the_run),
        cmocka_unit_test(what_was_not_looked_at_is_said),
        cmocka_unit_test(a_store_that_fails_at_any_call_ends_nothing_else),
    };
    return cmocka_run_group_tests_name("conformance", tests, NULL, NULL);
}
