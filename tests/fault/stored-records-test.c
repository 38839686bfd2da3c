/*
 * stored-records-test.c: what a store gives back is not what it was given: a bit flipped, a part missing,
 * another case's record, an older one, a newer format, a row that is none. The engine says which, changes
 * nothing, and never takes it for an answer.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "answer-copy.h"
#include "record-bytes.h"
#include "test-host.h"

enum { EVENTS = 4 };

static void submit_as(struct test_host *host, const char *case_id, uint32_t event, prap_day on,
                      const char *id) {
    prap_command command = test_command(case_id, event, on);
    command.id = test_text(id);
    assert_int_equal(test_host_submit(host, &command), PRAP_OK);
    assert_int_equal(test_host_summary(host)->verdict, PRAP_VERDICT_PERMITTED);
}

/* A with four events, B with the same ones a day later. */
static struct memory_store *make_store(void) {
    struct test_host host;
    test_host_open(&host, NULL, 0);
    for (int i = 0; i < 2; i++) {
        const char *case_id = i == 0 ? "A" : "B";
        submit_as(&host, case_id, PRAP_EVENT_REFERRAL_RECEIVED, test_day(2023, 5, 4) + i, "e1");
        submit_as(&host, case_id, PRAP_EVENT_ACCEPT, test_day(2023, 5, 5) + i, "e2");
        submit_as(&host, case_id, PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 9) + i, "e3");
        submit_as(&host, case_id, PRAP_EVENT_MEETING_ATTENDED, test_day(2023, 5, 15) + i, "e4");
    }
    struct memory_store *store = memory_store_copy(host.store);
    assert_int_equal(test_host_close(&host), 0);
    return store;
}

static prap_status pass_event(void *user, const prap_event_view *event) {
    (void)user;
    return event->sequence > 0 ? PRAP_OK : PRAP_E_BUG;
}

static prap_status pass_case(void *user, prap_text case_id, const prap_answer *answer) {
    (void)user;
    return case_id.n > 0 && answer != NULL ? PRAP_OK : PRAP_E_BUG;
}

static prap_status history(struct test_host *host, prap_day as_of) {
    const prap_key key = test_key("A");
    return prap_engine_history(host->engine, &key, as_of, pass_event, NULL, NULL);
}

static prap_status show(struct test_host *host, prap_day as_of) {
    const prap_key key = test_key("A");
    return prap_engine_show(host->engine, &key, as_of, host->answer, NULL);
}

static prap_status submit_next(struct test_host *host) {
    const prap_command command = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 17));
    return test_host_submit(host, &command);
}

static prap_status submit_known(struct test_host *host) {
    prap_command command = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 9));
    command.id = test_text("e3");
    return test_host_submit(host, &command);
}

static void assert_unchanged(struct test_host *host, const struct memory_store *as_stored) {
    assert_true(memory_store_equal(host->store, as_stored));
    assert_null(memory_store_complaint(host->store));
}

/* Every function that reads the snapshot of A says status. */
static void assert_snapshot_refused(struct test_host *host, prap_status status) {
    struct memory_store *as_stored = memory_store_copy(host->store);
    const prap_day last = test_day(2023, 5, 16);
    assert_int_equal(show(host, last), status);
    struct answer_copy copy;
    answer_copy_take(&copy, host->answer);
    assert_true(answer_copy_is_empty(&copy));
    assert_int_equal(submit_next(host), status);
    assert_int_equal(submit_known(host), status);
    const prap_command command = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, last);
    assert_int_equal(test_host_preview(host, &command), status);
    const prap_status walked = prap_engine_walk(host->engine, test_text(""), PRAP_DAY_NONE, last,
                                                host->answer, pass_case, NULL, NULL);
    assert_int_equal(walked, status);
    prap_sweep_report report = {.size = sizeof report};
    const prap_status swept =
        prap_engine_sweep(host->engine, test_text(""), test_day(2023, 8, 1), &report, NULL);
    if (memory_store_snapshot(host->store, test_key("A")).n > PRAP_SNAPSHOT_BYTES) {
        assert_int_equal(swept, status); /* longer than any row may be: the scan itself is not taken */
    } else {
        assert_int_equal(swept, PRAP_OK);
        assert_int_equal(report.failed, 1);
        assert_int_equal(report.moved, 1); /* B, which is whole */
    }
    assert_true(memory_store_equal_case(host->store, as_stored, test_key("A")));
    memory_store_destroy(as_stored);
}

static void with_snapshot(const struct memory_store *store, const uint8_t *bytes, size_t n,
                          prap_status status) {
    struct test_host host;
    test_host_reopen(&host, memory_store_copy(store), NULL, 0);
    memory_store_set_snapshot(host.store, test_key("A"), (prap_bytes){bytes, n});
    assert_snapshot_refused(&host, status);
    assert_int_equal(test_host_close(&host), 0);
}

static void a_bit_of_a_snapshot_is_flipped(void **state) {
    (void)state;
    struct memory_store *store = make_store();
    const prap_bytes snapshot = memory_store_snapshot(store, test_key("A"));
    uint8_t bytes[PRAP_SNAPSHOT_BYTES];
    for (size_t bit = 0; bit < 8 * snapshot.n; bit++) {
        memcpy(bytes, snapshot.bytes, snapshot.n);
        bytes[bit / 8] ^= (uint8_t)(1u << bit % 8);
        with_snapshot(store, bytes, snapshot.n, bit < 32 ? PRAP_E_FOREIGN : PRAP_E_DAMAGED);
    }
    memory_store_destroy(store);
}

static void a_snapshot_has_another_length(void **state) {
    (void)state;
    struct memory_store *store = make_store();
    const prap_bytes snapshot = memory_store_snapshot(store, test_key("A"));
    uint8_t bytes[PRAP_SNAPSHOT_BYTES + 2] = {0};
    memcpy(bytes, snapshot.bytes, snapshot.n);
    for (size_t n = 0; n < snapshot.n; n++)
        with_snapshot(store, bytes, n, n < 4 ? PRAP_E_FOREIGN : PRAP_E_DAMAGED);
    with_snapshot(store, bytes, snapshot.n + 1, PRAP_E_DAMAGED);
    with_snapshot(store, bytes, PRAP_SNAPSHOT_BYTES, PRAP_E_DAMAGED);
    with_snapshot(store, bytes, PRAP_SNAPSHOT_BYTES + 1, PRAP_E_DAMAGED);
    memory_store_destroy(store);
}

static void a_snapshot_is_of_a_newer_format(void **state) {
    (void)state;
    struct memory_store *store = make_store();
    const prap_bytes snapshot = memory_store_snapshot(store, test_key("A"));
    uint8_t bytes[PRAP_SNAPSHOT_BYTES];
    memcpy(bytes, snapshot.bytes, snapshot.n);
    bytes[5] = 2;
    record_reseal(bytes, snapshot.n);
    with_snapshot(store, bytes, snapshot.n, PRAP_E_VERSION);
    memory_store_destroy(store);
}

static void a_snapshot_is_not_this_one(void **state) {
    (void)state;
    struct memory_store *store = make_store();
    const prap_bytes others = memory_store_snapshot(store, test_key("B"));
    with_snapshot(store, others.bytes, others.n, PRAP_E_DAMAGED);
    const prap_bytes event = memory_store_event(store, test_key("A"), 1);
    with_snapshot(store, event.bytes, event.n, PRAP_E_DAMAGED);
    static const char sqlite[] = "SQLite format 3";
    with_snapshot(store, (const uint8_t *)sqlite, sizeof sqlite, PRAP_E_FOREIGN);
    memory_store_destroy(store);

    /* An older snapshot of the same case: whole, but not of the version that the store says. */
    struct test_host host;
    test_host_open(&host, NULL, 0);
    submit_as(&host, "A", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2023, 5, 4), "e1");
    struct memory_store *older = memory_store_copy(host.store);
    submit_as(&host, "A", PRAP_EVENT_ACCEPT, test_day(2023, 5, 5), "e2");
    memory_store_set_snapshot(host.store, test_key("A"), memory_store_snapshot(older, test_key("A")));
    assert_int_equal(show(&host, test_day(2023, 5, 5)), PRAP_E_DAMAGED);
    assert_int_equal(submit_next(&host), PRAP_E_DAMAGED);
    memory_store_destroy(older);
    assert_int_equal(test_host_close(&host), 0);
}

/* Every function that reads the journal of A says status; the snapshot alone still answers. */
static void with_event(const struct memory_store *store, uint64_t sequence, prap_bytes record,
                       prap_status status) {
    struct test_host host;
    test_host_reopen(&host, memory_store_copy(store), NULL, 0);
    memory_store_set_event(host.store, test_key("A"), sequence, record);
    struct memory_store *as_stored = memory_store_copy(host.store);
    assert_int_equal(history(&host, test_day(2023, 5, 16)), status);
    if (sequence <= 3) assert_int_equal(submit_known(&host), status); /* its lookup ends at the third event */
    assert_int_equal(show(&host, test_day(2023, 5, 14)),
                     status); /* the fourth is read to see that it is later */
    assert_int_equal(show(&host, test_day(2023, 5, 16)), PRAP_OK);
    assert_unchanged(&host, as_stored);
    memory_store_destroy(as_stored);
    assert_int_equal(test_host_close(&host), 0);
}

static void a_bit_of_an_event_is_flipped(void **state) {
    (void)state;
    struct memory_store *store = make_store();
    uint8_t bytes[PRAP_EVENT_BYTES];
    for (uint64_t sequence = 1; sequence <= EVENTS; sequence++) {
        const prap_bytes event = memory_store_event(store, test_key("A"), sequence);
        for (size_t bit = 0; bit < 8 * event.n; bit++) {
            memcpy(bytes, event.bytes, event.n);
            bytes[bit / 8] ^= (uint8_t)(1u << bit % 8);
            with_event(store, sequence, (prap_bytes){bytes, event.n},
                       bit < 32 ? PRAP_E_FOREIGN : PRAP_E_DAMAGED);
        }
    }
    memory_store_destroy(store);
}

static void an_event_has_another_length(void **state) {
    (void)state;
    struct memory_store *store = make_store();
    uint8_t bytes[PRAP_SNAPSHOT_BYTES + 2] = {0};
    for (uint64_t sequence = 1; sequence <= EVENTS; sequence++) {
        const prap_bytes event = memory_store_event(store, test_key("A"), sequence);
        memcpy(bytes, event.bytes, event.n);
        for (size_t n = 0; n < event.n; n++)
            with_event(store, sequence, (prap_bytes){bytes, n}, n < 4 ? PRAP_E_FOREIGN : PRAP_E_DAMAGED);
        with_event(store, sequence, (prap_bytes){bytes, event.n + 1}, PRAP_E_DAMAGED);
        with_event(store, sequence, (prap_bytes){bytes, PRAP_EVENT_BYTES + 1}, PRAP_E_DAMAGED);
        with_event(store, sequence, (prap_bytes){bytes, PRAP_SNAPSHOT_BYTES + 1}, PRAP_E_DAMAGED);
    }
    memory_store_destroy(store);
}

static void an_event_is_not_this_one(void **state) {
    (void)state;
    struct memory_store *store = make_store();
    uint8_t bytes[PRAP_EVENT_BYTES];
    for (uint64_t sequence = 1; sequence <= EVENTS; sequence++) {
        with_event(store, sequence, memory_store_event(store, test_key("B"), sequence), PRAP_E_DAMAGED);
        with_event(store, sequence, memory_store_event(store, test_key("A"), sequence % EVENTS + 1),
                   PRAP_E_DAMAGED);
        const prap_bytes event = memory_store_event(store, test_key("A"), sequence);
        memcpy(bytes, event.bytes, event.n);
        bytes[5] = 2;
        record_reseal(bytes, event.n);
        with_event(store, sequence, (prap_bytes){bytes, event.n}, PRAP_E_VERSION);
    }
    memory_store_destroy(store);
}

/* An event that was changed and sealed again is found out by the next one, which names its checksum. */
static void a_resealed_event_breaks_the_chain(void **state) {
    (void)state;
    struct memory_store *store = make_store();
    uint8_t bytes[PRAP_EVENT_BYTES];
    for (uint64_t sequence = 1; sequence < EVENTS; sequence++) {
        const prap_bytes event = memory_store_event(store, test_key("A"), sequence);
        memcpy(bytes, event.bytes, event.n);
        bytes[6] = 1; /* a minor format: readable */
        record_reseal(bytes, event.n);
        struct test_host host;
        test_host_reopen(&host, memory_store_copy(store), NULL, 0);
        memory_store_set_event(host.store, test_key("A"), sequence, (prap_bytes){bytes, event.n});
        assert_int_equal(history(&host, test_day(2023, 5, 16)), PRAP_E_DAMAGED);
        assert_int_equal(test_host_close(&host), 0);
    }
    memory_store_destroy(store);
}

/* Rows that break host.h. */
static void row_of_a_wrong_size(void *user, enum memory_store_call call, prap_row *row, uint8_t *record,
                                size_t room) {
    (void)user, (void)call, (void)record, (void)room;
    row->size = sizeof *row - 1;
}

static void row_without_bytes(void *user, enum memory_store_call call, prap_row *row, uint8_t *record,
                              size_t room) {
    (void)user, (void)call, (void)record, (void)room;
    row->record.bytes = NULL;
}

static void row_of_another_version(void *user, enum memory_store_call call, prap_row *row, uint8_t *record,
                                   size_t room) {
    (void)user, (void)call, (void)record, (void)room;
    row->version++;
}

static void row_of_a_long_id(void *user, enum memory_store_call call, prap_row *row, uint8_t *record,
                             size_t room) {
    (void)user, (void)call, (void)room;
    memset(record + PRAP_SNAPSHOT_BYTES, 'x', PRAP_ID_BYTES + 1);
    row->id = (prap_text){(const char *)record + PRAP_SNAPSHOT_BYTES, PRAP_ID_BYTES + 1};
}

static void rows_break_the_contract(void **state) {
    (void)state;
    static const struct {
        memory_store_alter alter;
        prap_status status;
    } ways[] = {
        {row_of_a_wrong_size, PRAP_E_HOST},
        {row_without_bytes, PRAP_E_HOST},
        {row_of_another_version, PRAP_E_DAMAGED},
        {row_of_a_long_id, PRAP_E_DAMAGED},
    };
    struct memory_store *store = make_store();
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        struct test_host host;
        test_host_reopen(&host, memory_store_copy(store), NULL, 0);
        struct memory_store_trouble trouble = {.fault = MEMORY_STORE_ALTER, .nth = 1, .sticky = true};
        trouble.alter = ways[i].alter;
        memory_store_order(host.store, &trouble);
        assert_int_equal(show(&host, test_day(2023, 5, 16)), ways[i].status);
        assert_int_equal(show(&host, test_day(2023, 5, 8)), ways[i].status);
        assert_int_equal(history(&host, test_day(2023, 5, 16)), ways[i].status);
        assert_int_equal(submit_next(&host), ways[i].status);
        const prap_status walked =
            prap_engine_walk(host.engine, test_text(""), PRAP_DAY_NONE, test_day(2023, 5, 16), host.answer,
                             pass_case, NULL, NULL);
        assert_int_equal(walked, ways[i].status);
        assert_true(memory_store_equal(host.store, store));
        memory_store_order(host.store, NULL);
        assert_int_equal(submit_next(&host), PRAP_OK);
        assert_int_equal(test_host_close(&host), 0);
    }
    memory_store_destroy(store);
}

/* A store that answers every scan from the beginning would be walked for ever. */
static prap_status scan_from_the_beginning(void *user, const prap_scan *query, prap_sink *sink) {
    const prap_store *real = user;
    prap_scan altered = *query;
    altered.after = (prap_text){NULL, 0};
    return real->scan(real->user, &altered, sink);
}

static prap_status load_really(void *user, const prap_key *key, prap_sink *sink) {
    const prap_store *real = user;
    return real->load(real->user, key, sink);
}

static prap_status commit_really(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    const prap_store *real = user;
    return real->commit(real->user, changes, n, ret_each);
}

static void a_scan_that_never_goes_on_ends(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    for (char id[] = "A"; id[0] <= 'z'; id[0]++) /* more than a page */
        submit_as(&host, id, PRAP_EVENT_REFERRAL_RECEIVED, test_day(2023, 5, 4), "e1");
    const prap_store *real = memory_store_interface(host.store);
    const prap_store endless = {.size = sizeof endless,
                                .user = (void *)(uintptr_t)real,
                                .load = load_really,
                                .commit = commit_really,
                                .scan = scan_from_the_beginning};
    host.host.store = &endless;
    test_host_renew(&host);
    assert_int_equal(prap_engine_walk(host.engine, test_text(""), PRAP_DAY_NONE, test_day(2023, 5, 16),
                                      host.answer, pass_case, NULL, NULL),
                     PRAP_E_HOST);
    assert_int_equal(test_host_close(&host), 0);
}

/* Rows that do not ascend: a longer id does not make a later one. */
static prap_status scan_downwards(void *user, const prap_scan *query, prap_sink *sink) {
    const struct memory_store *store = user;
    static const char *const ids[] = {"B", "AA"};
    assert_int_equal(query->due_by, PRAP_DAY_NONE);
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        const prap_key key = test_key(ids[i]);
        const prap_row row = {.size = sizeof row,
                              .version = memory_store_version(store, key),
                              .case_id = key.case_id,
                              .record = memory_store_snapshot(store, key)};
        const prap_status status = prap_sink_push(sink, &row);
        if (status != PRAP_OK) return status;
    }
    return PRAP_OK;
}

static void a_scan_out_of_order_is_not_walked(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    submit_as(&host, "B", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2023, 5, 4), "e1");
    submit_as(&host, "AA", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2023, 5, 4), "e1");
    prap_store store = *memory_store_interface(host.store);
    store.user = host.store;
    store.scan = scan_downwards;
    host.host.store = &store;
    test_host_renew(&host);
    assert_int_equal(prap_engine_walk(host.engine, test_text(""), PRAP_DAY_NONE, test_day(2023, 5, 16),
                                      host.answer, pass_case, NULL, NULL),
                     PRAP_E_HOST);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bit_of_a_snapshot_is_flipped),
        cmocka_unit_test(a_snapshot_has_another_length),
        cmocka_unit_test(a_snapshot_is_of_a_newer_format),
        cmocka_unit_test(a_snapshot_is_not_this_one),
        cmocka_unit_test(a_bit_of_an_event_is_flipped),
        cmocka_unit_test(an_event_has_another_length),
        cmocka_unit_test(an_event_is_not_this_one),
        cmocka_unit_test(a_resealed_event_breaks_the_chain),
        cmocka_unit_test(rows_break_the_contract),
        cmocka_unit_test(a_scan_that_never_goes_on_ends),
        cmocka_unit_test(a_scan_out_of_order_is_not_walked),
    };
    return cmocka_run_group_tests_name("stored records", tests, NULL, NULL);
}
