/* engine-walk-test.c: every case of a tenant: visited, and swept. */
#include "engine-cases.h"
#include "rival.h"

/* Walks and sweeps over more than one page, in order. */

struct seen_cases {
    unsigned n;
    char last[8];
    uint32_t stage;
    prap_status stop_with;
};

static prap_status see_case(void *user, prap_text case_id, const prap_answer *answer) {
    struct seen_cases *seen = user;
    char id[8] = "";
    memcpy(id, case_id.bytes, case_id.n);
    assert_true(seen->n == 0 || strcmp(seen->last, id) < 0);
    memcpy(seen->last, id, sizeof id);
    seen->stage = prap_answer_summary(answer)->stage;
    seen->n++;
    return seen->stop_with;
}

static void receive_many(struct test_host *host, unsigned n) {
    for (unsigned i = 0; i < n; i++) {
        char id[] = {'c', (char)('a' + i / 26), (char)('a' + i % 26), 'x', 'x', '\0'};
        id[3 + i % 3] = '\0'; /* of three lengths */
        prap_command command = received(id);
        command.on += (prap_day)(i % 3);
        submit_permitted(host, &command);
    }
}

static unsigned walk(struct test_host *host, prap_day due_by, prap_day as_of, struct seen_cases *seen) {
    memset(seen, 0, sizeof *seen);
    assert_int_equal(
        prap_engine_walk(host->engine, test_text(""), due_by, as_of, host->answer, see_case, seen, NULL),
        PRAP_OK);
    return seen->n;
}

static void a_walk_visits_every_case_in_order(void **state) {
    (void)state;
    for (unsigned n = 0; n <= 50; n++) {
        struct test_host host;
        test_host_open(&host, NULL, 0);
        receive_many(&host, n);
        struct seen_cases seen;
        assert_int_equal(walk(&host, PRAP_DAY_NONE, test_day(2023, 6, 1), &seen), n);
        assert_int_equal(walk(&host, PRAP_DAY_NONE, test_day(2023, 5, 5), &seen),
                         (n + 2) / 3); /* received by then */
        assert_int_equal(walk(&host, test_day(2023, 5, 8), test_day(2023, 6, 1), &seen),
                         0); /* none is due so early */
        assert_int_equal(walk(&host, test_day(2023, 5, 10), test_day(2023, 6, 1), &seen), n);
        prap_sweep_report report = {.size = sizeof report};
        assert_int_equal(prap_engine_sweep(host.engine, test_text(""), test_day(2023, 8, 1), &report, NULL),
                         PRAP_OK);
        assert_int_equal(report.moved, n);
        assert_int_equal(report.failed, 0);
        assert_int_equal(walk(&host, PRAP_DAY_NONE, test_day(2023, 8, 1), &seen), n);
        if (n > 0) assert_int_equal(seen.stage, PRAP_STATE_AUTO_DNA);
        assert_int_equal(test_host_close(&host), 0);
    }
}

static void a_visitor_ends_a_walk(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    receive_many(&host, 40); /* more than a page */
    struct seen_cases seen = {.stop_with = 4711};
    assert_int_equal(prap_engine_walk(host.engine, test_text(""), PRAP_DAY_NONE, test_day(2023, 6, 1),
                                      host.answer, see_case, &seen, NULL),
                     4711);
    assert_int_equal(seen.n, 1);
    assert_int_equal(test_host_close(&host), 0);
}

static void tenants_do_not_see_each_other(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prap_command command = received("A");
    submit_permitted(&host, &command);
    command.key.tenant = test_text("other");
    submit_permitted(&host, &command);
    assert_int_equal(test_host_summary(&host)->version, 1); /* another case of the same id */
    command = accepted("A");
    command.key.tenant = test_text("third");
    assert_error(&host, test_host_submit(&host, &command), PRAP_E_NO_CASE, "case");
    struct seen_cases seen;
    assert_int_equal(walk(&host, PRAP_DAY_NONE, test_day(2023, 6, 1), &seen), 1);
    assert_int_equal(test_host_close(&host), 0);
}

/* A sweep is dated day 60 and recorded on its day; a case with a later event, or a start, is left alone. */
static void a_sweep_moves_what_day_60_has_moved(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A"), second = received("B");
    submit_permitted(&host, &first);
    submit_permitted(&host, &second);
    prap_sweep_report report = {.size = sizeof report};
    assert_int_equal(prap_engine_sweep(host.engine, test_text(""), test_day(2023, 7, 3), &report, NULL),
                     PRAP_OK);
    assert_int_equal(report.moved, 0); /* day 59 */
    assert_int_equal(prap_engine_sweep(host.engine, test_text(""), test_day(2023, 7, 10), &report, NULL),
                     PRAP_OK);
    assert_int_equal(report.seen, 2);
    assert_int_equal(report.moved, 2);
    assert_int_equal(memory_store_stage(host.store, test_key("A")), PRAP_STATE_AUTO_DNA);
    struct seen_events seen = {0};
    const prap_key key = test_key("A");
    assert_int_equal(prap_engine_history(host.engine, &key, test_day(2023, 7, 10), see_event, &seen, NULL),
                     PRAP_OK);
    assert_int_equal(seen.events[1], PRAP_EVENT_AUTO_DNA);
    assert_int_equal(seen.days[1], test_day(2023, 7, 10));
    assert_int_equal(prap_engine_show(host.engine, &key, test_day(2023, 7, 10), host.answer, NULL), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->ended_on, test_day(2023, 7, 4));
    assert_int_equal(test_host_close(&host), 0);
}

static void a_tenant_is_walked_and_swept(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prap_command command = received("A");
    submit_permitted(&host, &command);
    command.key.tenant = test_text("north");
    submit_permitted(&host, &command);
    struct seen_cases seen = {0};
    assert_int_equal(prap_engine_walk(host.engine, test_text("north"), PRAP_DAY_NONE, test_day(2023, 6, 1),
                                      host.answer, see_case, &seen, NULL),
                     PRAP_OK);
    assert_int_equal(seen.n, 1);
    prap_sweep_report report = {.size = sizeof report};
    assert_int_equal(prap_engine_sweep(host.engine, test_text("north"), test_day(2023, 8, 1), &report, NULL),
                     PRAP_OK);
    assert_int_equal(report.moved, 1);
    assert_int_equal(memory_store_stage(host.store, command.key), PRAP_STATE_AUTO_DNA);
    assert_int_equal(memory_store_stage(host.store, test_key("A")), PRAP_STATE_RECEIVED);
    assert_int_equal(test_host_close(&host), 0);
}

/* Sweeps before the first commit of the other. */
struct sweeping_rival {
    struct test_host *host;
    bool waits;
};

static void sweep_before(void *user, enum memory_store_call call) {
    struct sweeping_rival *rival = user;
    if (call != MEMORY_STORE_COMMIT || !rival->waits) return;
    rival->waits = false;
    prap_sweep_report report = {.size = sizeof report};
    assert_int_equal(prap_engine_sweep(rival->host->engine, test_text(""), test_day(2023, 8, 1), &report, NULL), PRAP_OK);
    assert_int_equal(report.moved, 1);
}

/* A sweep between whose scan and commit somebody entered the start: the case stays started. */
static void a_sweep_that_comes_too_late(void **state) {
    (void)state;
    struct test_host host, other;
    test_host_open(&host, NULL, 0);
    test_host_reopen(&other, host.store, NULL, 0);
    const prap_command first = received("A"), accept = accepted("A");
    const prap_command meeting = test_command("A", PRAP_EVENT_MEETING_ATTENDED, test_day(2023, 5, 12));
    submit_permitted(&host, &first);
    submit_permitted(&host, &accept);
    submit_permitted(&host, &meeting);
    prap_command start = test_command("A", PRAP_EVENT_START_RECORDED, test_day(2023, 5, 12));
    start.recorded = test_day(2023, 7, 3);
    struct rival rival = {&other, &start, MEMORY_STORE_COMMIT, 0, 1, 1};
    memory_store_listen(host.store, interfere, &rival);
    prap_sweep_report report = {.size = sizeof report};
    assert_int_equal(prap_engine_sweep(host.engine, test_text(""), test_day(2023, 7, 4), &report, NULL),
                     PRAP_OK);
    assert_int_equal(report.seen, 1);
    assert_int_equal(report.moved, 0);
    assert_int_equal(report.failed, 0);
    assert_int_equal(memory_store_stage(host.store, test_key("A")), PRAP_STATE_PRE_WORK);
    memory_store_listen(host.store, NULL, NULL);
    close_rival(&other);
    assert_int_equal(test_host_close(&host), 0);
}

/* Another sweep came in between: what it recorded is found under the sweep's own id, and is not recorded again. */
static void two_sweeps_at_once(void **state) {
    (void)state;
    struct test_host host, other;
    test_host_open(&host, NULL, 0);
    test_host_reopen(&other, host.store, NULL, 0);
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    struct sweeping_rival rival = {&other, true};
    memory_store_listen(host.store, sweep_before, &rival);
    prap_sweep_report report = {.size = sizeof report};
    assert_int_equal(prap_engine_sweep(host.engine, test_text(""), test_day(2023, 8, 1), &report, NULL), PRAP_OK);
    assert_false(rival.waits);
    assert_int_equal(report.seen, 1);
    assert_int_equal(report.moved, 0);
    assert_int_equal(report.failed, 0);
    assert_int_equal(memory_store_version(host.store, test_key("A")), 2);
    assert_int_equal(memory_store_stage(host.store, test_key("A")), PRAP_STATE_AUTO_DNA);
    memory_store_listen(host.store, NULL, NULL);
    close_rival(&other);
    assert_int_equal(test_host_close(&host), 0);
}

/* On a past day the list of what was due is that day's, though an index of today knows nothing of it. */
static void a_past_day_has_its_own_list(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command commands[] = {received("A"), accepted("A")};
    submit_permitted(&host, &commands[0]);
    submit_permitted(&host, &commands[1]);
    struct seen_cases seen;
    const prap_day ack_due = test_day(2023, 5, 9);
    assert_int_equal(walk(&host, ack_due, test_day(2023, 5, 8), &seen), 1);
    assert_int_equal(walk(&host, ack_due, ack_due, &seen), 0); /* accepted on that day */
    assert_int_equal(walk(&host, ack_due - 1, test_day(2023, 5, 8), &seen), 0);
    assert_int_equal(test_host_close(&host), 0);
}

struct seen_statuses {
    unsigned n;
    char ids[4];
    prap_status statuses[4];
};

static prap_status see_status(void *user, prap_text case_id, const prap_answer *answer) {
    struct seen_statuses *seen = user;
    seen->ids[seen->n] = case_id.bytes[0];
    seen->statuses[seen->n++] = prap_answer_summary(answer)->status;
    return PRAP_OK;
}

/* One damaged case is named and hides no other: neither of a walk of all, nor of one of what is due. */
static void a_bad_case_hides_no_other(void **state) {
    (void)state;
    const prap_day due_by[] = {PRAP_DAY_NONE, test_day(2023, 5, 9)};
    for (size_t i = 0; i < 2; i++) {
        struct test_host host;
        test_host_open(&host, NULL, 0);
        const prap_command commands[] = {received("A"), received("B"), received("C")};
        for (size_t k = 0; k < 3; k++) submit_permitted(&host, &commands[k]);
        const struct memory_store_trouble damage = {.fault = MEMORY_STORE_ALTER, .nth = 1, .sticky = true,
                                                    .only = MEMORY_STORE_SCAN, .alter = damage_b};
        memory_store_order(host.store, &damage);
        struct seen_statuses seen = {0};
        assert_int_equal(prap_engine_walk(host.engine, test_text(""), due_by[i], test_day(2023, 5, 8), host.answer,
                                          see_status, &seen, NULL),
                         PRAP_E_DAMAGED);
        assert_int_equal(seen.n, 3);
        assert_memory_equal(seen.ids, "ABC", 3);
        assert_int_equal(seen.statuses[0], PRAP_OK);
        assert_int_equal(seen.statuses[1], PRAP_E_DAMAGED);
        assert_int_equal(seen.statuses[2], PRAP_OK);
        assert_int_equal(test_host_close(&host), 0);
    }
}

/* A store may break off with the very status of a bad case: the error says which of the two it was. */
static void a_store_that_breaks_off_is_told_from_a_bad_case(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    receive_many(&host, 30);
    const prap_command command = received("B");
    submit_permitted(&host, &command);
    struct memory_store_trouble trouble = {.fault = MEMORY_STORE_ALTER, .nth = 1, .sticky = true,
                                           .only = MEMORY_STORE_SCAN, .alter = damage_b};
    struct seen_cases seen = {0};
    prap_error error = {.size = sizeof error};
    memory_store_order(host.store, &trouble);
    assert_int_equal(prap_engine_walk(host.engine, test_text(""), PRAP_DAY_NONE, test_day(2023, 6, 1), host.answer,
                                      see_case, &seen, &error),
                     PRAP_E_DAMAGED);
    assert_int_equal(seen.n, 31);
    assert_string_equal(error.field, "case");
    trouble = (struct memory_store_trouble){.fault = MEMORY_STORE_STATUS_BEFORE, .nth = 1, .sticky = true,
                                            .only = MEMORY_STORE_SCAN, .status = PRAP_E_DAMAGED};
    memory_store_order(host.store, &trouble);
    assert_int_equal(prap_engine_walk(host.engine, test_text(""), PRAP_DAY_NONE, test_day(2023, 6, 1), host.answer,
                                      see_case, &seen, &error),
                     PRAP_E_DAMAGED);
    assert_string_equal(error.field, "store");
    prap_sweep_report report = {.size = sizeof report};
    assert_int_equal(prap_engine_sweep(host.engine, test_text(""), test_day(2023, 6, 1), &report, &error),
                     PRAP_E_DAMAGED);
    assert_string_equal(error.field, "store");
    assert_int_equal(test_host_close(&host), 0);
}

/* A store that gives a case twice, or gives cases in another order, would be walked for ever: it breaks its contract. */
static void a_case_that_comes_twice_ends_a_walk(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    receive_many(&host, 3);
    const struct memory_store_trouble twice = {.fault = MEMORY_STORE_PUSH_TWICE, .nth = 1, .sticky = true, .only = MEMORY_STORE_SCAN};
    memory_store_order(host.store, &twice);
    unsigned seen = 0;
    prap_error error = {.size = sizeof error};
    assert_int_equal(prap_engine_walk(host.engine, test_text(""), PRAP_DAY_NONE, test_day(2023, 6, 1), host.answer, pass_case, &seen,
                                      &error), PRAP_E_HOST);
    assert_int_equal(seen, 1);
    assert_string_equal(error.field, "store");
    prap_sweep_report report = {.size = sizeof report};
    assert_int_equal(prap_engine_sweep(host.engine, test_text(""), test_day(2023, 8, 1), &report, &error), PRAP_E_HOST);
    assert_int_equal(report.moved, 1);
    assert_int_equal(test_host_close(&host), 0);
}

/* A list of what is due leaves out the case that nothing is due of, whatever the day. */
static void an_ended_case_is_due_for_nothing(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A"), other = received("B");
    const prap_command reject = test_command("A", PRAP_EVENT_REJECT, test_day(2023, 5, 9));
    submit_permitted(&host, &first);
    submit_permitted(&host, &other);
    submit_permitted(&host, &reject);
    for (int due_only = 0; due_only < 2; due_only++) {
        unsigned seen = 0;
        const prap_day due_by = due_only ? test_day(2025, 5, 9) : PRAP_DAY_NONE;
        assert_int_equal(prap_engine_walk(host.engine, test_text(""), due_by, test_day(2023, 5, 9), host.answer,
                                          pass_case, &seen, NULL),
                         PRAP_OK);
        assert_int_equal(seen, due_only ? 1 : 2);
    }
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_walk_visits_every_case_in_order),
        cmocka_unit_test(a_visitor_ends_a_walk),
        cmocka_unit_test(an_ended_case_is_due_for_nothing),
        cmocka_unit_test(a_case_that_comes_twice_ends_a_walk),
        cmocka_unit_test(tenants_do_not_see_each_other),
        cmocka_unit_test(a_sweep_moves_what_day_60_has_moved),
        cmocka_unit_test(a_tenant_is_walked_and_swept),
        cmocka_unit_test(a_sweep_that_comes_too_late),
        cmocka_unit_test(two_sweeps_at_once),
        cmocka_unit_test(a_past_day_has_its_own_list),
        cmocka_unit_test(a_bad_case_hides_no_other),
        cmocka_unit_test(a_store_that_breaks_off_is_told_from_a_bad_case),
    };
    return cmocka_run_group_tests_name("engine walk", tests, NULL, NULL);
}
