/* outbox-test.c: notices are kept with their events, in the order of the commits, and read from any position.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "store-kit.h"

enum { ROOM = 32 };

struct read_notices {
    struct {
        prap_sqlite_notice notice;
        char tenant[PRAP_ID_BYTES + 1];
        char case_id[PRAP_ID_BYTES + 1];
    } rows[ROOM];
    size_t n;
    size_t stop_at;
    prap_status stop_with;
};

static prap_status keep(void *user, const prap_sqlite_notice *notice) {
    struct read_notices *kept = user;
    assert_true(kept->n < ROOM);
    assert_int_equal(notice->size, sizeof *notice);
    kept->rows[kept->n].notice = *notice;
    memcpy(kept->rows[kept->n].tenant, notice->key.tenant.bytes, notice->key.tenant.n);
    memcpy(kept->rows[kept->n].case_id, notice->key.case_id.bytes, notice->key.case_id.n);
    kept->n++;
    return kept->n == kept->stop_at ? kept->stop_with : PRAP_OK;
}

/* A change of n events that raises two notices with its last event; notice numbers tell them apart. */
static prap_status commit_with_notices(prap_sqlite *store, const char *case_id, uint64_t expected_version,
                                       uint32_t number) {
    struct kit_change made;
    kit_change(&made, case_id, expected_version, 2, "");
    for (uint32_t i = 0; i < 2; i++) {
        made.notices[i] = (prap_notice_record){.size = sizeof made.notices[i],
                                               .sequence = expected_version + 2,
                                               .ordinal = i,
                                               .notice = number,
                                               .recipient = i + 1,
                                               .due = i == 0 ? PRAP_DAY_NONE : -5};
    }
    made.change.n_notices = 2;
    return kit_commit(store, &made.change);
}

static void notices_come_in_the_order_of_their_commits(void **state) {
    (void)state;
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    assert_int_equal(commit_with_notices(store, "B1", 0, 7), PRAP_OK);
    assert_int_equal(commit_with_notices(store, "A1", 0, 8), PRAP_OK);
    assert_int_equal(commit_with_notices(store, "A1", 0, 9), PRAP_CONFLICT); /* its notices are not kept */
    assert_int_equal(commit_with_notices(store, "B1", 2, 10), PRAP_OK);
    prap_sqlite_close(store);

    store = kit_open("a.db", PRAP_SQLITE_READ_ONLY);
    struct read_notices all = {0};
    assert_int_equal(prap_sqlite_notices(store, 0, ROOM, keep, &all, NULL), PRAP_OK);
    assert_int_equal(all.n, 6);
    const struct {
        const char *case_id;
        uint64_t sequence;
        uint32_t number;
    } expected[3] = {{"B1", 2, 7}, {"A1", 2, 8}, {"B1", 4, 10}};
    for (size_t i = 0; i < 6; i++) {
        const prap_sqlite_notice *notice = &all.rows[i].notice;
        assert_string_equal(all.rows[i].tenant, "");
        assert_string_equal(all.rows[i].case_id, expected[i / 2].case_id);
        assert_int_equal(notice->sequence, expected[i / 2].sequence);
        assert_int_equal(notice->notice, expected[i / 2].number);
        assert_int_equal(notice->ordinal, i % 2);
        assert_int_equal(notice->recipient, i % 2 + 1);
        assert_int_equal(notice->due, i % 2 == 0 ? PRAP_DAY_NONE : -5);
        if (i > 0) assert_true(notice->position > all.rows[i - 1].notice.position);
    }
    /* A reader that goes on from the last position it dealt with sees every one once. */
    uint64_t after = 0;
    for (size_t i = 0; i < 6; i++) {
        struct read_notices one = {0};
        assert_int_equal(prap_sqlite_notices(store, after, 1, keep, &one, NULL), PRAP_OK);
        assert_int_equal(one.n, 1);
        assert_int_equal(one.rows[0].notice.position, all.rows[i].notice.position);
        after = one.rows[0].notice.position;
    }
    struct read_notices none = {0};
    assert_int_equal(prap_sqlite_notices(store, after, ROOM, keep, &none, NULL), PRAP_OK);
    assert_int_equal(prap_sqlite_notices(store, UINT64_MAX, ROOM, keep, &none, NULL), PRAP_OK);
    assert_int_equal(prap_sqlite_notices(store, 0, 0, keep, &none, NULL), PRAP_OK);
    assert_int_equal(none.n, 0);
    prap_sqlite_close(store);
}

/* A host may empty the outbox; a position is not used again, or a reader would pass over what follows. */
static void a_position_is_never_used_twice(void **state) {
    (void)state;
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    assert_int_equal(commit_with_notices(store, "A1", 0, 7), PRAP_OK);
    kit_sql("a.db", "DELETE FROM notice");
    assert_int_equal(commit_with_notices(store, "A1", 2, 8), PRAP_OK);
    struct read_notices later = {0};
    assert_int_equal(prap_sqlite_notices(store, 2, ROOM, keep, &later, NULL), PRAP_OK);
    assert_int_equal(later.n, 2);
    prap_sqlite_close(store);
}

static void a_change_with_the_same_notice_twice_fails_whole(void **state) {
    (void)state;
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    struct kit_change made;
    kit_change(&made, "A1", 0, 1, "");
    for (size_t i = 0; i < 2; i++) {
        made.notices[i] = (prap_notice_record){.size = sizeof made.notices[i], .sequence = 1, .notice = 7};
    }
    made.change.n_notices = 2;
    assert_int_equal(kit_commit(store, &made.change), PRAP_FAIL);
    prap_error error = {.size = sizeof error};
    assert_int_equal(prap_sqlite_last_error(store, &error), PRAP_FAIL); /* and the store is not damaged */
    assert_non_null(strstr(error.message, "write a notice"));
    assert_int_equal(kit_version(store, "A1"), 0);
    struct read_notices none = {0};
    assert_int_equal(prap_sqlite_notices(store, 0, ROOM, keep, &none, NULL), PRAP_OK);
    assert_int_equal(none.n, 0);
    prap_sqlite_close(store);
}

static void the_visit_decides_when_to_stop(void **state) {
    (void)state;
    const prap_status answers[] = {PRAP_NONE, PRAP_FAIL, PRAP_E_LIMIT, PRAP_E_BUG};
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    assert_int_equal(commit_with_notices(store, "A1", 0, 7), PRAP_OK);
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        struct read_notices one = {.stop_at = 1, .stop_with = answers[i]};
        assert_int_equal(prap_sqlite_notices(store, 0, ROOM, keep, &one, NULL), answers[i]);
        assert_int_equal(one.n, 1);
    }
    assert_int_equal(prap_sqlite_notices(NULL, 0, 1, keep, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_sqlite_notices(store, 0, 1, NULL, NULL, NULL), PRAP_E_NULL);
    prap_sqlite_close(store);
}

/* Everything that can be asked of a handle, from inside its own visit. */
static prap_status call_back(void *user, const prap_sqlite_notice *notice) {
    prap_sqlite *store = user;
    const prap_store *callbacks = prap_sqlite_store(store);
    const prap_key key = kit_key("", "A1");
    const prap_scan query = {.size = sizeof query, .due_by = PRAP_DAY_NONE, .limit = 1};
    prap_sink sink = {0};
    prap_error error = {.size = sizeof error};
    assert_int_equal(notice->notice, 7);
    assert_int_equal(callbacks->load(callbacks->user, &key, &sink), PRAP_FAIL);
    assert_int_equal(callbacks->read(callbacks->user, &key, 1, 1, &sink), PRAP_FAIL);
    assert_int_equal(callbacks->scan(callbacks->user, &query, &sink), PRAP_FAIL);
    assert_int_equal(kit_append(store, "A1", 2, ""), PRAP_FAIL);
    assert_int_equal(prap_sqlite_last_error(store, &error), PRAP_E_REENTRY);
    error = (prap_error){.size = sizeof error};
    assert_int_equal(prap_sqlite_check(store, &error), PRAP_E_REENTRY);
    assert_non_null(strstr(error.message, "called back"));
    assert_int_equal(prap_sqlite_set_wait(store, 1), PRAP_E_REENTRY);
    assert_int_equal(prap_sqlite_notices(store, 0, 1, call_back, store, NULL), PRAP_E_REENTRY);
    prap_sqlite_close(store); /* does nothing */
    assert_int_equal(sink.n, 0);
    return PRAP_OK;
}

static void a_visit_may_not_call_back(void **state) {
    (void)state;
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    assert_int_equal(commit_with_notices(store, "A1", 0, 7), PRAP_OK);
    assert_int_equal(prap_sqlite_notices(store, 0, ROOM, call_back, store, NULL), PRAP_OK);
    assert_int_equal(kit_append(store, "A1", 2, ""), PRAP_OK);
    prap_sqlite_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        KIT_TEST(notices_come_in_the_order_of_their_commits),
        KIT_TEST(a_position_is_never_used_twice),
        KIT_TEST(a_change_with_the_same_notice_twice_fails_whole),
        KIT_TEST(the_visit_decides_when_to_stop),
        KIT_TEST(a_visit_may_not_call_back),
    };
    return cmocka_run_group_tests_name("store/outbox", tests, NULL, NULL);
}
