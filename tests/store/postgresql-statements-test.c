/*
 * postgresql-statements-test.c: what the server reads for each call: by an index, and no more of it than the answer
 * needs. A statement that read a whole table, or everything before what was asked for, would still be right, and slow
 * for a large caseload. The tables are never analysed here, as in a store that is new. A connection keeps what it has
 * planned, so one that begins with a store of a few cases is asked again when there are many.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "store-kit.h"

enum { FEW = 60, CASES = 2000, ENOUGH = 200 };

static kit_store *store;
static int base; /* the calls are about the cases behind this one */

/* The id of the case that is so many behind the base. */
static const char *id(int i) {
    static char ids[4][16];
    static unsigned turn;
    char *room = ids[turn++ % 4];
    snprintf(room, sizeof ids[0], "%05d", base + i);
    return room;
}

static void fill(int from, int to) {
    char sql[1024];
    snprintf(sql, sizeof sql,
             "INSERT INTO prap.case_ SELECT '', lpad(i::text, 5, '0'), 3, 1, 10, CASE WHEN i %% 2 = 0 THEN 1000 END,"
             " NULL, 'x' FROM generate_series(%d, %d) AS i;"
             " INSERT INTO prap.event SELECT '', lpad(i::text, 5, '0'), s, 0, 'e' || s, 'x'"
             " FROM generate_series(%d, %d) AS i, generate_series(1, 3) AS s;"
             " INSERT INTO prap.notice SELECT '', lpad(i::text, 5, '0'), s, 0, 1, 1, NULL, NULL,"
             " CASE WHEN i > 10 AND i < 1000 THEN now() END FROM generate_series(%d, %d) AS i, generate_series(1, 3) AS s",
             from, to, from, to, from, to);
    kit_sql("", sql);
}

/* Rows that the server read, whole tables and indexes together; its processes report when they end. */
static int64_t rows_read(void) {
    kit_settle();
    return kit_number("SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) FROM pg_stat_user_tables"
                      " WHERE schemaname = 'prap' AND relname <> 'form'") +
           kit_number("SELECT sum(idx_tup_read) FROM pg_stat_user_indexes WHERE schemaname = 'prap' AND"
                      " relname <> 'form'");
}

static prap_status ignore(void *user, const prap_postgresql_notice *notice) {
    (void)user;
    (void)notice;
    return PRAP_OK;
}

static void load(void) {
    assert_int_equal(kit_version(store, id(0)), 3);
}

static void read_journal(void) {
    const prap_store *callbacks = kit_callbacks(store);
    const prap_key key = kit_key("", id(0));
    prap_sink sink = {0};
    assert_int_equal(callbacks->read(callbacks->user, &key, 2, 9, &sink), PRAP_OK);
    assert_int_equal(sink.n, 2);
}

static void scan(prap_day due_by) {
    const prap_store *callbacks = kit_callbacks(store);
    const prap_scan query = {
        .size = sizeof query, .after = kit_text(id(0)), .due_by = due_by, .limit = 20};
    prap_sink sink = {0};
    assert_int_equal(callbacks->scan(callbacks->user, &query, &sink), PRAP_OK);
    assert_int_equal(sink.n, 20);
}

static void scan_all(void) {
    scan(PRAP_DAY_NONE);
}

static void scan_due(void) {
    scan(1000);
}

static void commit_one(void) {
    assert_int_equal(kit_append(store, id(0), 3, "e4"), PRAP_OK);
    assert_int_equal(kit_append(store, id(0), 3, "e4"), PRAP_DUPLICATE);
    assert_int_equal(kit_append(store, id(0), 3, "e5"), PRAP_CONFLICT);
    assert_int_equal(kit_append(store, id(90000), 0, "e1"), PRAP_OK);
}

static void commit_batch(void) {
    struct kit_change made[3];
    kit_change(&made[0], id(1), 3, 2, "e4");
    kit_change(&made[1], id(2), 3, 1, "e4");
    kit_change(&made[2], id(90001), 0, 1, "e1");
    const prap_change changes[3] = {made[0].change, made[1].change, made[2].change};
    prap_status each[3];
    const prap_store *callbacks = kit_callbacks(store);
    assert_int_equal(callbacks->commit(callbacks->user, changes, 3, each), PRAP_OK);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(each[i], PRAP_OK);
}

static void list_notices(void) {
    const prap_postgresql_notice after = {.key = kit_key("", id(0)), .sequence = 1};
    assert_int_equal(prap_postgresql_notices(store, &after, 9, ignore, NULL, NULL), PRAP_OK);
}

static void claim(void) {
    uint64_t n = 0;
    assert_int_equal(prap_postgresql_deliver(store, 5, 0, ignore, NULL, &n, NULL), PRAP_OK);
    assert_int_equal(n, 15);
}

static void lease(void) {
    uint64_t n = 0;
    assert_int_equal(prap_postgresql_deliver(store, 5, 9, ignore, NULL, &n, NULL), PRAP_OK);
    assert_int_equal(n, 15);
}

static void every_statement_reads_no_more_than_it_needs(void **state) {
    (void)state;
    static const struct {
        const char *name;
        void (*call)(void);
    } calls[] = {{"load", load},         {"read", read_journal},         {"scan", scan_all},
                 {"scan due", scan_due}, {"commit", commit_one},         {"batch", commit_batch},
                 {"claim", claim},       {"list notices", list_notices}, {"lease", lease}};
    for (size_t i = 0; i < 2 * sizeof calls / sizeof *calls; i++) {
        const bool planned_early = i % 2 == 1;
        const char *name = calls[i / 2].name;
        kit_remove("");
        kit_close(kit_open("", KIT_CREATE));
        fill(1, FEW);
        if (planned_early) {
            store = kit_open("", 0);
            base = 3;
            calls[i / 2].call();
        }
        fill(FEW + 1, CASES);
        const int64_t before = rows_read();
        if (!planned_early) store = kit_open("", 0);
        base = 1000;
        calls[i / 2].call();
        kit_close(store);
        int64_t read = 0;
        for (int tries = 0; tries < 50 && read == 0; tries++) { /* what is read is reported a little later */
            read = rows_read() - before;
        }
        print_message("%s%s reads %lld rows\n", name, planned_early ? ", planned early, twice" : "", (long long)read);
        assert_true(read > 0);
        if (read > (planned_early ? 2 : 1) * ENOUGH) fail_msg("%s reads %lld rows", name, (long long)read);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {KIT_TEST(every_statement_reads_no_more_than_it_needs)};
    return cmocka_run_group_tests_name("postgresql/statements", tests, NULL, NULL);
}
