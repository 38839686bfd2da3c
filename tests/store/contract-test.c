/* contract-test.c: the storage contract of host.h, callback by callback, over each store that libprap brings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "store-kit.h"

static prap_status load(kit_store *store, prap_key key, prap_sink *sink) {
    const prap_store *callbacks = kit_callbacks(store);
    return callbacks->load(callbacks->user, &key, sink);
}

static prap_status read_journal(kit_store *store, const char *case_id, uint64_t from, uint32_t max,
                                prap_sink *sink) {
    const prap_store *callbacks = kit_callbacks(store);
    const prap_key key = kit_key("", case_id);
    return callbacks->read(callbacks->user, &key, from, max, sink);
}

static prap_status scan(kit_store *store, const char *tenant, const char *after, prap_day due_by,
                        uint32_t limit, prap_sink *sink) {
    const prap_store *callbacks = kit_callbacks(store);
    const prap_scan query = {.size = sizeof query,
                             .tenant = kit_text(tenant),
                             .after = kit_text(after),
                             .due_by = due_by,
                             .limit = limit};
    return callbacks->scan(callbacks->user, &query, sink);
}

static void a_missing_case_is_none(void **state) {
    (void)state;
    kit_store *store = kit_open("a.db", KIT_CREATE);
    prap_sink sink = {0};
    assert_int_equal(load(store, kit_key("", "A1"), &sink), PRAP_NONE);
    assert_int_equal(read_journal(store, "A1", 1, 10, &sink), PRAP_OK);
    assert_int_equal(scan(store, "", "", PRAP_DAY_NONE, 10, &sink), PRAP_OK);
    assert_int_equal(sink.n, 0);
    kit_close(store);
}

static void what_was_committed_is_read_back_after_reopening(void **state) {
    (void)state;
    kit_store *store = kit_open("a.db", KIT_CREATE);
    struct kit_change change;
    kit_change(&change, "A1", 0, 3, "e1");
    assert_int_equal(kit_commit(store, &change.change), PRAP_OK);
    assert_int_equal(kit_append(store, "A1", 3, ""), PRAP_OK);
    kit_close(store);

    store = kit_open("a.db", 0);
    assert_int_equal(kit_version(store, "A1"), 4);
    assert_true(kit_is_whole(store, "A1"));
    prap_sink sink = {0};
    assert_int_equal(read_journal(store, "A1", 0, 10, &sink), PRAP_OK);
    assert_int_equal(sink.n, 4);
    assert_string_equal(sink.rows[2].id, "e1");
    assert_string_equal(sink.rows[3].id, "");
    kit_close(store);
}

static void the_journal_is_read_from_and_up_to(void **state) {
    (void)state;
    kit_store *store = kit_open("a.db", KIT_CREATE);
    for (uint64_t i = 0; i < 5; i++)
        assert_int_equal(kit_append(store, "A1", i, ""), PRAP_OK);
    const struct {
        uint64_t from;
        uint32_t max;
        size_t n;
        uint64_t first;
    } rows[] = {{1, 5, 5, 1}, {0, 9, 5, 1}, {3, 2, 2, 3},          {5, 9, 1, 5},
                {6, 9, 0, 0}, {2, 0, 0, 0}, {UINT64_MAX, 9, 0, 0}, {INT64_MAX, 9, 0, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        prap_sink sink = {0};
        assert_int_equal(read_journal(store, "A1", rows[i].from, rows[i].max, &sink), PRAP_OK);
        assert_int_equal(sink.n, rows[i].n);
        for (size_t at = 0; at < sink.n; at++)
            assert_int_equal(sink.rows[at].version, rows[i].first + at);
    }
    kit_close(store);
}

static void another_version_is_a_conflict_and_changes_nothing(void **state) {
    (void)state;
    kit_store *store = kit_open("a.db", KIT_CREATE);
    assert_int_equal(kit_append(store, "A1", 1, "e1"), PRAP_CONFLICT); /* there is no case yet */
    assert_int_equal(kit_version(store, "A1"), 0);
    assert_int_equal(kit_append(store, "A1", 0, "e1"), PRAP_OK);
    assert_int_equal(kit_append(store, "A1", 0, "e2"), PRAP_CONFLICT);
    assert_int_equal(kit_append(store, "A1", 2, "e2"), PRAP_CONFLICT);
    assert_int_equal(kit_version(store, "A1"), 1);
    assert_true(kit_is_whole(store, "A1"));
    prap_error error = {.size = sizeof error};
    assert_int_equal(kit_last_error(store, &error), PRAP_OK); /* a refusal is not a failure */
    kit_close(store);
}

static void a_known_id_is_a_duplicate_before_it_is_a_conflict(void **state) {
    (void)state;
    kit_store *store = kit_open("a.db", KIT_CREATE);
    assert_int_equal(kit_append(store, "A1", 0, "e1"), PRAP_OK);
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_OK);
    assert_int_equal(kit_append(store, "A1", 0, "e1"), PRAP_DUPLICATE); /* and a conflict too */
    assert_int_equal(kit_append(store, "A1", 2, "e1"), PRAP_DUPLICATE);
    assert_int_equal(kit_append(store, "A1", 2, "E1"), PRAP_OK); /* bytes, not letters */
    assert_int_equal(kit_append(store, "A2", 0, "e1"), PRAP_OK); /* an id belongs to its case */
    assert_int_equal(kit_append(store, "A1", 3, ""), PRAP_OK);   /* no id: never a duplicate */
    assert_int_equal(kit_append(store, "A1", 4, ""), PRAP_OK);
    assert_true(kit_is_whole(store, "A1"));
    kit_close(store);
}

static void each_change_of_a_batch_stands_alone(void **state) {
    (void)state;
    kit_store *store = kit_open("a.db", KIT_CREATE);
    assert_int_equal(kit_append(store, "A1", 0, "e1"), PRAP_OK);
    struct kit_change made[6];
    kit_change(&made[0], "A1", 1, 2, "e2"); /* good */
    kit_change(&made[1], "A1", 1, 1, "e3"); /* conflict: the one before moved the case */
    kit_change(&made[2], "A1", 9, 1, "e1"); /* duplicate */
    kit_change(&made[3], "B1", 0, 2, "e1"); /* breaks a limit in its second event */
    made[3].events[1].record.n = PRAP_EVENT_BYTES + 1;
    static const uint8_t too_long[PRAP_EVENT_BYTES + 1];
    made[3].events[1].record.bytes = too_long;
    kit_change(&made[4], "A1", 3, 1, "e2"); /* duplicate of the first of this very batch */
    kit_change(&made[5], "C1", 0, 1, "");   /* good */
    prap_change changes[6];
    for (size_t i = 0; i < 6; i++)
        changes[i] = made[i].change;

    prap_status each[6];
    const prap_store *callbacks = kit_callbacks(store);
    assert_int_equal(callbacks->commit(callbacks->user, changes, 6, each), PRAP_OK);
    const prap_status expected[6] = {PRAP_OK,   PRAP_CONFLICT,  PRAP_DUPLICATE,
                                     PRAP_FAIL, PRAP_DUPLICATE, PRAP_OK};
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(each[i], expected[i]);
    kit_close(store);

    store = kit_open("a.db", 0);
    assert_int_equal(kit_version(store, "A1"), 3);
    assert_int_equal(kit_version(store, "B1"), 0);
    assert_int_equal(kit_version(store, "C1"), 1);
    assert_true(kit_is_whole(store, "A1"));
    assert_int_equal(kit_check(store, NULL), PRAP_OK);
    kit_close(store);
}

static void a_batch_of_none_and_a_batch_of_refusals_write_nothing(void **state) {
    (void)state;
    kit_store *store = kit_open("a.db", KIT_CREATE);
    assert_int_equal(kit_append(store, "A1", 0, "e1"), PRAP_OK);
    const uint64_t before = kit_written("a.db");
    const prap_store *callbacks = kit_callbacks(store);
    assert_int_equal(callbacks->commit(callbacks->user, NULL, 0, NULL), PRAP_OK);
    assert_int_equal(kit_append(store, "A1", 5, "e2"), PRAP_CONFLICT);
    struct kit_change undone; /* its case and first event are written and taken back */
    kit_change(&undone, "B1", 0, 2, "e1");
    static const uint8_t too_long[PRAP_EVENT_BYTES + 1];
    undone.events[1].record = (prap_bytes){too_long, sizeof too_long};
    assert_int_equal(kit_commit(store, &undone.change), PRAP_FAIL);
    assert_int_equal(kit_written("a.db"), before);
    kit_close(store);
}

/* Each way in which a change can contradict itself; none may leave a trace. */
static void a_change_that_contradicts_itself_fails(void **state) {
    (void)state;
    kit_store *store = kit_open("a.db", KIT_CREATE);
    assert_int_equal(kit_append(store, "A1", 0, "e1"), PRAP_OK);
    for (int fault = 0; fault < 12; fault++) {
        struct kit_change made;
        kit_change(&made, "A1", 1, 2, "e2");
        made.notices[0] =
            (prap_notice_record){.size = sizeof made.notices[0], .sequence = 2, .due = PRAP_DAY_NONE};
        made.change.n_notices = 1;
        if (fault == 0) made.events[1].sequence = 4;
        if (fault == 1) made.events[1].sequence = 2;
        if (fault == 2) made.change.new_version = 4;
        if (fault == 3) made.change.new_version = 1;
        if (fault == 4) made.change.new_version = UINT64_MAX;
        if (fault == 5) made.events[0].id = kit_text("other");
        if (fault == 6) made.notices[0].sequence = 1;
        if (fault == 7) made.notices[0].sequence = 4;
        if (fault == 8) made.events[0].size = sizeof made.events[0] - 8;
        if (fault == 9) made.notices[0].size = sizeof made.notices[0] - 8;
        if (fault == 10) made.change.size = sizeof made.change - 8;
        if (fault == 11) made.change.n_events = 0;
        assert_int_equal(kit_commit(store, &made.change), PRAP_FAIL);
        prap_error error = {.size = sizeof error};
        assert_int_equal(kit_last_error(store, &error), PRAP_FAIL);
        assert_string_not_equal(error.message, "");
        assert_null(strstr(error.message, "A1"));
    }
    struct kit_change nothing;
    kit_change(&nothing, "B1", 0, 0, "");
    assert_int_equal(kit_commit(store, &nothing.change), PRAP_FAIL); /* a case begins with an event */
    assert_int_equal(kit_version(store, "A1"), 1);
    assert_true(kit_is_whole(store, "A1"));
    kit_close(store);
}

static void a_limit_of_the_contract_is_kept_at_and_above(void **state) {
    (void)state;
    static const uint8_t room[PRAP_SNAPSHOT_BYTES + 1];
    char long_id[PRAP_ID_BYTES + 2];
    memset(long_id, 'x', sizeof long_id - 1);
    long_id[sizeof long_id - 1] = '\0';
    kit_store *store = kit_open("a.db", KIT_CREATE);
    for (size_t over = 0; over < 2; over++) {
        const prap_status expected = over == 0 ? PRAP_OK : PRAP_FAIL;
        struct kit_change made;
        kit_change(&made, over == 0 ? "a" : "b", 0, 1, "");
        made.change.snapshot = (prap_bytes){room, PRAP_SNAPSHOT_BYTES + over};
        made.events[0].record = (prap_bytes){room, PRAP_EVENT_BYTES};
        assert_int_equal(kit_commit(store, &made.change), expected);
        kit_change(&made, over == 0 ? "c" : "d", 0, 1, "");
        made.events[0].record = (prap_bytes){room, PRAP_EVENT_BYTES + over};
        assert_int_equal(kit_commit(store, &made.change), expected);
        kit_change(&made, over == 0 ? "e" : "f", 0, 1, "");
        made.change.key.case_id = (prap_text){long_id, PRAP_ID_BYTES + over};
        assert_int_equal(kit_commit(store, &made.change), expected);
        kit_change(&made, over == 0 ? "g" : "h", 0, 1, "");
        made.change.key.tenant = (prap_text){long_id, PRAP_ID_BYTES + over};
        assert_int_equal(kit_commit(store, &made.change), expected);
        kit_change(&made, over == 0 ? "i" : "j", 0, 1, "");
        made.change.id = made.events[0].id = (prap_text){long_id, PRAP_ID_BYTES + over};
        assert_int_equal(kit_commit(store, &made.change), expected);
    }
    struct kit_change empty;
    kit_change(&empty, "", 0, 1, "");
    assert_int_equal(kit_commit(store, &empty.change), PRAP_FAIL);
    kit_close(store);
}

/* A later libprap may have longer structs: the arrays are walked by the size they bear. */
static void longer_structs_of_a_newer_library_are_understood(void **state) {
    (void)state;
    struct long_event {
        prap_event_record known;
        uint64_t later;
    } events[2] = {0};
    struct long_change {
        prap_change known;
        uint64_t later;
    } changes[2] = {0};
    struct kit_change first, second;
    kit_change(&first, "A1", 0, 2, "e1");
    kit_change(&second, "A2", 0, 1, "e1");
    for (size_t i = 0; i < 2; i++) {
        events[i].known = first.events[i];
        events[i].known.size = sizeof events[i];
    }
    first.change.events = &events[0].known;
    changes[0].known = first.change;
    changes[1].known = second.change;
    changes[0].known.size = changes[1].known.size = sizeof changes[0];

    kit_store *store = kit_open("a.db", KIT_CREATE);
    const prap_store *callbacks = kit_callbacks(store);
    prap_status each[2] = {PRAP_E_BUG, PRAP_E_BUG};
    assert_int_equal(callbacks->commit(callbacks->user, &changes[0].known, 2, each), PRAP_OK);
    assert_int_equal(each[0], PRAP_OK);
    assert_int_equal(each[1], PRAP_OK);
    assert_true(kit_is_whole(store, "A1"));
    assert_true(kit_is_whole(store, "A2"));
    kit_close(store);
}

static const char *const awkward[] = {"\"; DROP TABLE case_; --",
                                      "'",
                                      "''",
                                      "%",
                                      "A\\1",
                                      "Zo\xc3\xab",
                                      "\xe5\xb1\xb1",
                                      "\xf0\x9f\x92\xbc",
                                      "a",
                                      "A",
                                      "a b",
                                      "1",
                                      "10",
                                      "2",
                                      "01",
                                      "NULL",
                                      "x'41'",
                                      "?1",
                                      "-1"};
enum { AWKWARD = sizeof awkward / sizeof *awkward };

static void awkward_ids_are_only_bytes(void **state) {
    (void)state;
    kit_store *store = kit_open("a.db", KIT_CREATE);
    for (size_t i = 0; i < AWKWARD; i++) {
        assert_int_equal(kit_append(store, awkward[i], 0, awkward[i]), PRAP_OK);
        assert_int_equal(kit_append(store, awkward[i], 1, awkward[i]), PRAP_DUPLICATE);
    }
    prap_sink sink = {0};
    assert_int_equal(scan(store, "", "", PRAP_DAY_NONE, SINK_ROWS, &sink), PRAP_OK);
    assert_int_equal(sink.n, AWKWARD);
    for (size_t i = 1; i < sink.n; i++)
        assert_true(strcmp(sink.rows[i - 1].case_id, sink.rows[i].case_id) < 0);
    for (size_t i = 0; i < AWKWARD; i++)
        assert_true(kit_is_whole(store, awkward[i]));
    kit_close(store);
}

static void tenants_do_not_see_each_other(void **state) {
    (void)state;
    kit_store *store = kit_open("a.db", KIT_CREATE);
    struct kit_change made;
    kit_change(&made, "A1", 0, 1, "e1");
    assert_int_equal(kit_commit(store, &made.change), PRAP_OK);
    made.change.key.tenant = kit_text("north");
    assert_int_equal(kit_commit(store, &made.change), PRAP_OK); /* the same case id, the same event id */
    made.change.key.tenant = (prap_text){NULL, 0}; /* no tenant, without a pointer: the first again */
    assert_int_equal(kit_commit(store, &made.change), PRAP_DUPLICATE);
    prap_sink sink = {0};
    assert_int_equal(load(store, kit_key("south", "A1"), &sink), PRAP_NONE);
    assert_int_equal(scan(store, "south", "", PRAP_DAY_NONE, 9, &sink), PRAP_OK);
    assert_int_equal(sink.n, 0);
    assert_int_equal(scan(store, "north", "", PRAP_DAY_NONE, 9, &sink), PRAP_OK);
    assert_int_equal(sink.n, 1);
    kit_close(store);
}

/* Cases 00 to 29; every third has no unmet deadline, the others are due on day 1000 + number. */
static kit_store *open_thirty(void) {
    kit_store *store = kit_open("a.db", KIT_CREATE);
    for (int i = 29; i >= 0; i--) {
        char case_id[8];
        snprintf(case_id, sizeof case_id, "%02d", i);
        struct kit_change made;
        kit_change(&made, case_id, 0, 1, "");
        made.change.next_due = i % 3 == 0 ? PRAP_DAY_NONE : 1000 + i;
        assert_int_equal(kit_commit(store, &made.change), PRAP_OK);
    }
    return store;
}

/* Walks in pages and counts; checks the order and that every case wanted comes once. */
static size_t walk(kit_store *store, prap_day due_by, uint32_t limit) {
    char after[PRAP_ID_BYTES + 1] = "";
    size_t seen = 0;
    for (;;) {
        prap_sink sink = {0};
        assert_int_equal(scan(store, "", after, due_by, limit, &sink), PRAP_OK);
        assert_true(sink.n <= limit);
        if (sink.n == 0) return seen;
        for (size_t i = 0; i < sink.n; i++) {
            char snapshot[PRAP_ID_BYTES + 32];
            snprintf(snapshot, sizeof snapshot, "%s is at 1", sink.rows[i].case_id);
            assert_true(strcmp(after, sink.rows[i].case_id) < 0);
            assert_memory_equal(sink.rows[i].record, snapshot, strlen(snapshot));
            assert_int_equal(sink.rows[i].version, 1);
            strcpy(after, sink.rows[i].case_id);
        }
        seen += sink.n;
    }
}

static void a_scan_is_walked_in_pages_of_any_size(void **state) {
    (void)state;
    kit_store *store = open_thirty();
    for (uint32_t limit = 1; limit <= 31; limit++) {
        assert_int_equal(walk(store, PRAP_DAY_NONE, limit), 30);
        assert_int_equal(walk(store, PRAP_DAY_MAX, limit), 20);
        assert_int_equal(walk(store, 1010, limit), 7); /* 1 2 4 5 7 8 10 */
        assert_int_equal(walk(store, 1000, limit), 0);
        assert_int_equal(walk(store, PRAP_DAY_MIN, limit), 0);
    }
    prap_sink sink = {0};
    assert_int_equal(scan(store, "", "", PRAP_DAY_NONE, 0, &sink), PRAP_OK);
    assert_int_equal(sink.n, 0);
    kit_close(store);
}

static void a_query_shorter_than_known_fails(void **state) {
    (void)state;
    kit_store *store = open_thirty();
    const prap_store *callbacks = kit_callbacks(store);
    const prap_scan query = {.size = sizeof query - 8, .due_by = PRAP_DAY_NONE, .limit = 8};
    prap_sink sink = {0};
    assert_int_equal(callbacks->scan(callbacks->user, &query, &sink), PRAP_FAIL);
    assert_int_equal(sink.n, 0);
    kit_close(store);
}

static void what_is_due_follows_each_commit(void **state) {
    (void)state;
    kit_store *store = kit_open("a.db", KIT_CREATE);
    const prap_day days[] = {PRAP_DAY_NONE, 500, 400, PRAP_DAY_NONE, 600};
    for (uint64_t i = 0; i < sizeof days / sizeof *days; i++) {
        struct kit_change made;
        kit_change(&made, "A1", i, 1, "");
        made.change.next_due = days[i];
        assert_int_equal(kit_commit(store, &made.change), PRAP_OK);
        for (prap_day by = 300; by <= 600; by += 50) {
            prap_sink sink = {0};
            assert_int_equal(scan(store, "", "", by, 9, &sink), PRAP_OK);
            assert_int_equal(sink.n, days[i] != PRAP_DAY_NONE && days[i] <= by ? 1 : 0);
        }
    }
    kit_close(store);
}

static void the_sink_decides_when_to_stop(void **state) {
    (void)state;
    const prap_status answers[] = {PRAP_E_LIMIT, PRAP_E_NOMEM, PRAP_E_DAMAGED, PRAP_E_SIZE};
    kit_store *store = open_thirty();
    for (uint64_t i = 1; i < 6; i++)
        assert_int_equal(kit_append(store, "07", i, ""), PRAP_OK);
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        const prap_status expected = answers[i] == PRAP_E_LIMIT ? PRAP_OK : answers[i];
        prap_sink one = {.stop_at = 1, .stop_with = answers[i]};
        assert_int_equal(load(store, kit_key("", "07"), &one), expected);
        prap_sink journal = {.stop_at = 3, .stop_with = answers[i]};
        assert_int_equal(read_journal(store, "07", 1, 10, &journal), expected);
        assert_int_equal(journal.n, 3);
        prap_sink all = {.stop_at = 2, .stop_with = answers[i]};
        assert_int_equal(scan(store, "", "", PRAP_DAY_NONE, 10, &all), expected);
        assert_int_equal(all.n, 2);
        prap_sink due = {.stop_at = 2, .stop_with = answers[i]};
        assert_int_equal(scan(store, "", "", PRAP_DAY_MAX, 10, &due), expected);
        assert_int_equal(due.n, 2);
    }
    assert_int_equal(kit_append(store, "07", 6, ""), PRAP_OK); /* no statement was left open */
    kit_close(store);
}

static void a_snapshot_alone_may_be_renewed(void **state) {
    (void)state;
    kit_store *store = kit_open("a.db", KIT_CREATE);
    assert_int_equal(kit_append(store, "A1", 0, "e1"), PRAP_OK);
    struct kit_change made;
    kit_change(&made, "A1", 1, 0, "");
    made.change.snapshot = (prap_bytes){(const uint8_t *)"new", 3};
    assert_int_equal(kit_commit(store, &made.change), PRAP_OK);
    prap_sink sink = {0};
    assert_int_equal(load(store, kit_key("", "A1"), &sink), PRAP_OK);
    assert_int_equal(sink.rows[0].version, 1);
    assert_memory_equal(sink.rows[0].record, "new", 3);
    kit_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        KIT_TEST(a_missing_case_is_none),
        KIT_TEST(what_was_committed_is_read_back_after_reopening),
        KIT_TEST(the_journal_is_read_from_and_up_to),
        KIT_TEST(another_version_is_a_conflict_and_changes_nothing),
        KIT_TEST(a_known_id_is_a_duplicate_before_it_is_a_conflict),
        KIT_TEST(each_change_of_a_batch_stands_alone),
        KIT_TEST(a_batch_of_none_and_a_batch_of_refusals_write_nothing),
        KIT_TEST(a_change_that_contradicts_itself_fails),
        KIT_TEST(a_limit_of_the_contract_is_kept_at_and_above),
        KIT_TEST(longer_structs_of_a_newer_library_are_understood),
        KIT_TEST(awkward_ids_are_only_bytes),
        KIT_TEST(tenants_do_not_see_each_other),
        KIT_TEST(a_scan_is_walked_in_pages_of_any_size),
        KIT_TEST(a_query_shorter_than_known_fails),
        KIT_TEST(what_is_due_follows_each_commit),
        KIT_TEST(the_sink_decides_when_to_stop),
        KIT_TEST(a_snapshot_alone_may_be_renewed),
    };
    return cmocka_run_group_tests_name(KIT_NAME "/contract", tests, NULL, NULL);
}
