/*
 * conformance-calls-test.c: every call that the conformance run makes of the store goes wrong, once and for good, and
 * there is no memory. The run comes to its end, gives its one block back, does not pass over what cannot be, and finds
 * nothing wrong with the same store when the trouble is over. The run makes thousands of calls: a share of them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "failing-allocator.h"
#include "memory-store.h"
#include "prap/prap.h"
#include "share.h"

enum { ORDINARY_POINTS = 10 };

static unsigned long points;
static uint32_t unchecked; /* over a sound store: what the host brings no callback for */

struct run {
    struct failing_allocator allocator;
    struct memory_store *store;
    prap_conformance host;
    prap_conformance_report report;
    prap_error error;
};

static void open_run(struct run *run) {
    *run = (struct run){.store = memory_store_create()};
    failing_allocator_init(&run->allocator);
    run->host = (prap_conformance){.size = sizeof run->host,
                                   .allocator = &run->allocator.interface,
                                   .store = memory_store_interface(run->store),
                                   .prefix = {"fault", 5}};
    run->report.size = sizeof run->report;
    run->error.size = sizeof run->error;
}

static prap_status conform(struct run *run, uint64_t seed) {
    run->report = (prap_conformance_report){.size = sizeof run->report};
    run->error = (prap_error){.size = sizeof run->error};
    return prap_conformance_run(&run->host, seed, 0, NULL, NULL, &run->report, &run->error);
}

static void close_run(struct run *run) {
    assert_int_equal(run->allocator.outstanding_bytes, 0);
    assert_int_equal(run->allocator.wrong_releases, 0);
    memory_store_destroy(run->store);
}

static const struct {
    enum memory_store_fault fault;
    prap_status status;
    bool noticed; /* whatever the call */
} ways[] = {
    {MEMORY_STORE_STATUS_BEFORE, PRAP_FAIL, false},    {MEMORY_STORE_STATUS_BEFORE, PRAP_RETRY, false},
    {MEMORY_STORE_STATUS_BEFORE, PRAP_E_DAMAGED, false}, {MEMORY_STORE_STATUS_BEFORE, -77, true},
    {MEMORY_STORE_STATUS_AFTER, PRAP_FAIL, false},     {MEMORY_STORE_STATUS_AFTER, -77, true},
    {MEMORY_STORE_EACH_UNSET, PRAP_OK, true},          {MEMORY_STORE_EACH_AFTER, 99, true},
    {MEMORY_STORE_PUSH_NOTHING, PRAP_OK, false},       {MEMORY_STORE_PUSH_TWICE, PRAP_OK, false},
};

/* Whether there was such a call. */
static bool run_point(const struct memory_store_trouble *trouble, bool noticed) {
    struct run run;
    open_run(&run);
    memory_store_order(run.store, trouble);
    const prap_status status = conform(&run, 1);
    const bool came_about = memory_store_troubled(run.store);
    /* A store that fails is one that cannot be checked; the status of the run is not the store's. A lie may look like data
       of an earlier run. */
    assert_true(status == PRAP_OK || status == PRAP_E_ID_REUSED);
    if (status != PRAP_OK) assert_true(run.error.status == status && run.error.message[0] != '\0' && run.report.calls == 0);
    if (status == PRAP_OK) assert_true(run.report.calls > 0 && run.report.checks > 0);
    if (status == PRAP_OK && came_about && noticed) assert_true(run.report.breaches > 0 || run.report.unchecked > unchecked);
    assert_int_equal(run.allocator.outstanding_bytes, 0);
    memory_store_order(run.store, NULL);
    assert_int_equal(conform(&run, 2), PRAP_OK);
    assert_int_equal(run.report.breaches, 0);
    close_run(&run);
    points++;
    return came_about;
}

static void every_call_goes_wrong(void **state) {
    (void)state;
    struct run run;
    open_run(&run);
    assert_int_equal(conform(&run, 1), PRAP_OK);
    assert_int_equal(run.report.breaches, 0);
    const unsigned calls = memory_store_calls(run.store);
    unchecked = run.report.unchecked;
    close_run(&run);
    /* Each way at every so-many-th call, another of them for each way. */
    const unsigned step = 1 + (unsigned)(calls * (sizeof ways / sizeof *ways) / test_share(ORDINARY_POINTS));
    const size_t every = test_share(100) < 10 ? 4 : 1; /* under Valgrind, where a run takes seconds, some of the ways */
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i += every)
        for (unsigned nth = 1 + (unsigned)i % step; nth <= calls + step; nth += step)
            for (int sticky = 0; sticky < 2; sticky++) {
                const struct memory_store_trouble trouble = {
                    .fault = ways[i].fault, .nth = nth, .sticky = sticky == 1, .status = ways[i].status};
                run_point(&trouble, ways[i].noticed);
            }
    printf("%lu points of %u calls\n", points, calls);
}

static void there_is_no_memory(void **state) {
    (void)state;
    struct run run;
    open_run(&run);
    for (int sticky = 0; sticky < 2; sticky++) {
        failing_allocator_fail(&run.allocator, 1, sticky == 1);
        assert_int_equal(conform(&run, 1), PRAP_E_NOMEM);
        assert_int_equal(memory_store_case_count(run.store), 0);
        assert_int_equal(run.report.calls, 0);
    }
    failing_allocator_fail(&run.allocator, 2, true); /* there is one block, and no more is wanted */
    assert_int_equal(conform(&run, 1), PRAP_OK);
    assert_int_equal(run.allocator.calls, 1);
    assert_int_equal(run.report.breaches, 0);
    close_run(&run);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_call_goes_wrong),
        cmocka_unit_test(there_is_no_memory),
    };
    return cmocka_run_group_tests_name("conformance-calls", tests, NULL, NULL);
}
