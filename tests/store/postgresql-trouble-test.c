/*
 * postgresql-trouble-test.c: a server that others lock, that says "try again", that goes away and comes back: which
 * status, and what remains.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>
#include <libpq-fe.h>

#include "store-kit.h"

static kit_store *make_store(uint64_t versions) {
    kit_store *store = kit_open("", KIT_CREATE);
    for (uint64_t i = 0; i < versions; i++)
        assert_int_equal(kit_append(store, "A1", i, ""), PRAP_OK);
    return store;
}

static void assert_says(kit_store *store, prap_status status, const char *word) {
    prap_error error = {.size = sizeof error};
    assert_int_equal(kit_last_error(store, &error), status);
    assert_string_equal(error.field, "store");
    if (strstr(error.message, word) == NULL) fail_msg("\"%s\" does not say %s", error.message, word);
    assert_null(strstr(error.message, "A1"));
}

static PGconn *hold(const char *sql) {
    PGconn *other = PQconnectdb(kit_server(""));
    PGresult *result = PQexec(other, sql);
    assert_true(PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK);
    PQclear(result);
    return other;
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void a_case_that_another_holds_is_retry_after_the_wait(void **state) {
    (void)state;
    kit_store *store = make_store(1);
    assert_int_equal(kit_set_wait(store, 600001), PRAP_E_RANGE);
    assert_int_equal(kit_set_wait(store, 300), PRAP_OK);
    PGconn *other = hold("BEGIN; SELECT 1 FROM prap.case_ WHERE case_id = 'A1' FOR UPDATE");
    const double before = seconds();
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_RETRY);
    const double waited = seconds() - before;
    assert_true(waited > 0.25 && waited < 5);
    assert_says(store, PRAP_RETRY, "lock");
    assert_int_equal(kit_version(store, "A1"), 1);          /* a reader waits for nobody */
    assert_int_equal(kit_append(store, "B1", 0, "e1"), PRAP_OK); /* nor who writes another case */
    PQfinish(other);
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_OK);
    assert_int_equal(kit_set_wait(store, 0), PRAP_OK);
    other = hold("BEGIN; LOCK TABLE prap.case_");
    assert_int_equal(kit_append(store, "A1", 2, "e3"), PRAP_RETRY);
    PQfinish(other);
    kit_settle();
    assert_int_equal(kit_append(store, "A1", 2, "e3"), PRAP_OK);
    kit_close(store);
}

/* A distributed engine, and PostgreSQL at its strictest, may refuse any statement so. */
static void what_the_server_would_have_tried_again_is_retry(void **state) {
    (void)state;
    const char *const sqlstates[] = {"40001", "40P01", "55P03", "57014"};
    kit_store *store = make_store(1);
    for (size_t i = 0; i < sizeof sqlstates / sizeof *sqlstates; i++) {
        char sql[512];
        snprintf(sql, sizeof sql,
                 "CREATE OR REPLACE FUNCTION prap.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                 " RAISE EXCEPTION 'no' USING ERRCODE = '%s'; END $$; DROP TRIGGER IF EXISTS refuse ON prap.event;"
                 " CREATE TRIGGER refuse BEFORE INSERT ON prap.event EXECUTE FUNCTION prap.refuse()",
                 sqlstates[i]);
        kit_sql("", sql);
        assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_RETRY);
        assert_says(store, PRAP_RETRY, sqlstates[i]);
        struct kit_change made[2];
        kit_change(&made[0], "A1", 1, 1, "e2");
        kit_change(&made[1], "B1", 0, 1, "e1");
        const prap_change changes[2] = {made[0].change, made[1].change};
        prap_status each[2] = {PRAP_OK, PRAP_OK};
        const prap_store *callbacks = kit_callbacks(store);
        assert_int_equal(callbacks->commit(callbacks->user, changes, 2, each), PRAP_OK);
        assert_int_equal(each[0], PRAP_RETRY);
        assert_int_equal(each[1], PRAP_RETRY);
        assert_int_equal(kit_version(store, "A1"), 1);
        assert_int_equal(kit_version(store, "B1"), 0);
    }
    kit_sql("", "DROP TRIGGER refuse ON prap.event; DROP FUNCTION prap.refuse");
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_OK);
    kit_close(store);
}

static void what_the_tables_refuse_is_of_one_change_only(void **state) {
    (void)state;
    kit_store *store = make_store(1);
    struct kit_change made[3];
    kit_change(&made[0], "A1", 1, 1, "e2");
    kit_change(&made[1], "B1", 0, 1, "e1");
    made[1].change.key.tenant = kit_text("\xff"); /* not UTF-8 */
    kit_change(&made[2], "C1", 0, 1, "e1");
    const prap_change changes[3] = {made[0].change, made[1].change, made[2].change};
    prap_status each[3];
    const prap_store *callbacks = kit_callbacks(store);
    assert_int_equal(callbacks->commit(callbacks->user, changes, 3, each), PRAP_OK);
    assert_int_equal(each[0], PRAP_OK);
    assert_int_equal(each[1], PRAP_FAIL);
    assert_int_equal(each[2], PRAP_OK);
    kit_close(store);
}

static void a_batch_larger_than_a_round_is_all_there(void **state) {
    (void)state;
    enum { N = 300 };
    static struct kit_change made[N];
    static prap_change changes[N];
    static prap_status each[N];
    static char case_ids[N][16];
    kit_store *store = kit_open("", KIT_CREATE);
    const prap_store *callbacks = kit_callbacks(store);
    for (int round = 0; round < 3; round++) {
        for (size_t i = 0; i < N; i++) { /* the first ten cases twice in one batch */
            const uint64_t version = (uint64_t)round * (i < 10 || i >= 290 ? 2 : 1) + (i >= 290 ? 1 : 0);
            snprintf(case_ids[i], sizeof case_ids[i], "C%zu", i % 290);
            kit_change(&made[i], case_ids[i], version, 1, "");
            made[i].notices[0] =
                (prap_notice_record){.size = sizeof made[i].notices[0], .sequence = made[i].change.new_version};
            made[i].change.n_notices = i % 2;
            changes[i] = made[i].change;
        }
        assert_int_equal(callbacks->commit(callbacks->user, changes, N, each), PRAP_OK);
        for (size_t i = 0; i < N; i++)
            assert_int_equal(each[i], PRAP_OK);
    }
    assert_int_equal(kit_count_notices(store), 3 * N / 2);
    assert_int_equal(kit_check(store, NULL), PRAP_OK);
    for (size_t i = 0; i < 290; i++) {
        assert_int_equal(kit_version(store, case_ids[i]), i < 10 ? 6 : 3);
        assert_true(kit_is_whole(store, case_ids[i]));
    }
    kit_close(store);
}

static void a_journal_longer_than_a_page_is_read_whole(void **state) {
    (void)state;
    enum { EVENTS = 600 };
    kit_store *store = kit_open("", KIT_CREATE);
    for (uint64_t i = 0; i < EVENTS; i += 4) {
        struct kit_change made;
        kit_change(&made, "A1", i, 4, "");
        assert_int_equal(kit_commit(store, &made.change), PRAP_OK);
    }
    const prap_store *callbacks = kit_callbacks(store);
    const prap_key key = kit_key("", "A1");
    for (uint64_t from = 200; from < 300; from += 7) {
        prap_sink sink = {.stop_at = SINK_ROWS, .stop_with = PRAP_E_LIMIT};
        assert_int_equal(callbacks->read(callbacks->user, &key, from, UINT32_MAX, &sink), PRAP_OK);
        assert_int_equal(sink.n, SINK_ROWS);
        for (size_t i = 0; i < sink.n; i++)
            assert_int_equal(sink.rows[i].version, from + i);
    }
    prap_sink end = {0};
    assert_int_equal(callbacks->read(callbacks->user, &key, EVENTS - 9, UINT32_MAX, &end), PRAP_OK);
    assert_int_equal(end.n, 10);
    kit_close(store);
}

/* A server that was stopped and started while nothing was asked: no call notices. */
static void a_restart_between_calls_is_survived(void **state) {
    (void)state;
    kit_store *store = make_store(1);
    const prap_store *callbacks = kit_callbacks(store);
    const prap_scan all = {.size = sizeof all, .due_by = PRAP_DAY_NONE, .limit = 9};
    for (uint64_t i = 1; i < 4; i++) {
        kit_kill_server();
        kit_start_server();
        assert_int_equal(kit_append(store, "A1", i, "e"), i == 1 ? PRAP_OK : PRAP_DUPLICATE);
        if (i > 1) assert_int_equal(kit_append(store, "A1", i, ""), PRAP_OK);
        kit_kill_server();
        kit_start_server();
        prap_sink sink = {0};
        assert_int_equal(callbacks->scan(callbacks->user, &all, &sink), PRAP_OK);
        assert_int_equal(sink.n, 1);
    }
    kit_kill_server();
    kit_start_server();
    assert_true(kit_is_whole(store, "A1"));
    kit_kill_server();
    kit_start_server();
    assert_int_equal(kit_check(store, NULL), PRAP_OK);
    kit_close(store);
}

static void a_server_that_is_away_is_retry_and_nothing_else(void **state) {
    (void)state;
    kit_store *store = make_store(1);
    assert_int_equal(kit_set_wait(store, 400), PRAP_OK);
    const prap_store *callbacks = kit_callbacks(store);
    const prap_key key = kit_key("", "A1");
    const prap_scan all = {.size = sizeof all, .due_by = PRAP_DAY_NONE, .limit = 9};
    prap_sink sink = {0};
    assert_int_equal(kit_version(store, "A1"), 1); /* connected again */
    kit_kill_server();
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_RETRY); /* the line was closed before anything was sent */
    assert_says(store, PRAP_RETRY, "cannot be reached");
    assert_int_equal(callbacks->load(callbacks->user, &key, &sink), PRAP_RETRY);
    assert_int_equal(callbacks->read(callbacks->user, &key, 1, 9, &sink), PRAP_RETRY);
    assert_int_equal(callbacks->scan(callbacks->user, &all, &sink), PRAP_RETRY);
    assert_int_equal(kit_check(store, NULL), PRAP_RETRY);
    assert_int_equal(sink.n, 0);
    kit_start_server();
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_OK);
    kit_close(store);
}

/* Ends every backend but ours, while the store's is at work: `delay` is how long the statement lasts on the server. */
static pid_t end_backends_soon(unsigned milliseconds) {
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child > 0) return child;
    const struct timespec pause = {.tv_nsec = (long)milliseconds * 1000000};
    nanosleep(&pause, NULL);
    kit_sql("", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'libprap'");
    _exit(0);
}

static void wait_for(pid_t child) {
    int how = 0;
    waitpid(child, &how, 0);
    assert_int_equal(how, 0);
}

static void slow_down(const char *table) {
    char sql[512];
    snprintf(sql, sizeof sql,
             "CREATE OR REPLACE FUNCTION prap.slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
             " PERFORM pg_sleep(1); RETURN NEW; END $$;"
             " CREATE TRIGGER slow BEFORE INSERT ON prap.%s FOR EACH ROW EXECUTE FUNCTION prap.slow()",
             table);
    kit_sql("", sql);
}

static void a_connection_lost_in_a_commit_is_unknown_and_the_id_finds_out(void **state) {
    (void)state;
    kit_store *store = make_store(1);
    slow_down("event");
    const pid_t child = end_backends_soon(300);
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_UNKNOWN);
    assert_says(store, PRAP_UNKNOWN, "before the answer");
    wait_for(child);
    kit_sql("", "DROP TRIGGER slow ON prap.event");
    assert_int_equal(kit_version(store, "A1"), 1); /* the handle connects by itself */
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_OK);
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_DUPLICATE);
    assert_true(kit_is_whole(store, "A1"));
    kit_close(store);
}

/* Only the round that was under way is unknown; what came before stands, and of what comes after nothing was sent. */
static void a_connection_lost_in_a_batch_leaves_each_its_own_outcome(void **state) {
    (void)state;
    kit_store *store = make_store(1);
    slow_down("notice"); /* the second round alone has one */
    struct kit_change made[3];
    kit_change(&made[0], "A1", 1, 1, "e2");
    kit_change(&made[1], "A1", 2, 1, "e3");
    kit_change(&made[2], "A1", 3, 1, "e4");
    made[1].notices[0] = (prap_notice_record){.size = sizeof made[1].notices[0], .sequence = 3};
    made[1].change.n_notices = 1;
    const prap_change changes[3] = {made[0].change, made[1].change, made[2].change};
    prap_status each[3];
    const prap_store *callbacks = kit_callbacks(store);
    const pid_t child = end_backends_soon(400);
    assert_int_equal(callbacks->commit(callbacks->user, changes, 3, each), PRAP_OK);
    wait_for(child);
    assert_int_equal(each[0], PRAP_OK);
    assert_int_equal(each[1], PRAP_UNKNOWN);
    assert_int_equal(each[2], PRAP_RETRY);
    assert_int_equal(kit_version(store, "A1"), 2);
    kit_close(store);
}

static void a_question_whose_connection_is_lost_is_asked_again(void **state) {
    (void)state;
    kit_store *store = make_store(3);
    PGconn *other = hold("BEGIN; LOCK TABLE prap.case_");
    const pid_t child = end_backends_soon(300);
    const pid_t second = fork();
    if (second == 0) {
        const struct timespec pause = {.tv_nsec = 700000000};
        nanosleep(&pause, NULL);
        kit_sql("", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name <> 'libprap'"
                    " AND state = 'idle in transaction'");
        _exit(0);
    }
    assert_int_equal(kit_version(store, "A1"), 3);
    wait_for(child);
    wait_for(second);
    PQfinish(other);
    assert_true(kit_is_whole(store, "A1"));
    kit_close(store);
}

/* The server stops answering without closing the line: SIGSTOP, as a machine that hangs. */
static void a_server_that_hangs_does_not_hold_a_call_for_ever(void **state) {
    (void)state;
    kit_store *store = make_store(1);
    assert_int_equal(kit_set_wait(store, 0), PRAP_OK);
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_OK);
    const int64_t backend = kit_number("SELECT pid FROM pg_stat_activity WHERE application_name = 'libprap'");
    char command[64];
    snprintf(command, sizeof command, "kill -STOP %lld", (long long)backend);
    assert_int_equal(system(command), 0);
    const double before = seconds();
    assert_int_equal(kit_append(store, "A1", 2, "e3"), PRAP_UNKNOWN);
    const double waited = seconds() - before;
    snprintf(command, sizeof command, "kill -CONT %lld", (long long)backend);
    assert_int_equal(system(command), 0);
    const double limit = (PRAP_POSTGRESQL_CALL_MILLISECONDS + 5000) / 1000.0;
    assert_true(waited < limit);
    kit_settle();
    const prap_status status = kit_append(store, "A1", 2, "e3"); /* the statement may have been on its way */
    assert_true(status == PRAP_OK || status == PRAP_DUPLICATE);
    assert_int_equal(kit_version(store, "A1"), 3);
    assert_true(kit_is_whole(store, "A1"));
    kit_close(store);
}

static void statements_that_somebody_forgot_are_prepared_again(void **state) {
    (void)state;
    kit_store *store = make_store(1);
    /* What a pool between us and the server does that hands out another connection. */
    kit_sql("", "ALTER TABLE prap.case_ ALTER COLUMN stage TYPE numeric");
    assert_int_equal(kit_version(store, "A1"), 1);
    kit_sql("", "ALTER TABLE prap.case_ ALTER COLUMN stage TYPE bigint");
    const prap_status status = kit_append(store, "A1", 1, "e2");
    assert_true(status == PRAP_OK || status == PRAP_RETRY);
    assert_int_equal(kit_append(store, "A1", 1, "e2"), status == PRAP_OK ? PRAP_DUPLICATE : PRAP_OK);
    kit_close(store);
}

/* As behind a pool that hands out connections by transaction: what we would prepare is there, and another's. */
static void another_s_statements_are_no_damage(void **state) {
    (void)state;
    kit_store *store = make_store(1);
    kit_sql("", "CREATE FUNCTION public.take_names() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN FOR i IN 0..40 LOOP"
                " BEGIN EXECUTE 'PREPARE prap_' || i || ' AS SELECT 1'; EXCEPTION WHEN duplicate_prepared_statement THEN NULL; END;"
                " END LOOP; RETURN NULL; END $$;"
                "CREATE TRIGGER take_names AFTER INSERT ON prap.case_ EXECUTE FUNCTION public.take_names()");
    assert_int_equal(kit_append(store, "A2", 0, "e1"), PRAP_OK);
    kit_sql("", "DROP FUNCTION public.take_names CASCADE");
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_RETRY);
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_OK);
    kit_close(store);
}

enum { SIDE_BY_SIDE = 20 };

static int append_side_by_side(void *user) {
    for (uint64_t version = 0; version < SIDE_BY_SIDE; version++) {
        if (kit_append(user, "B1", version, "") != PRAP_OK) return 1;
    }
    kit_close(user); /* as a binding does at its end */
    return 0;
}

/* The line would be shared: answers to the wrong one, and the child's goodbye would end the parent's session. */
static void a_forked_process_has_a_connection_of_its_own(void **state) {
    (void)state;
    static const char session[] = "SELECT coalesce(min(pid), 0) FROM pg_stat_activity WHERE application_name = 'libprap'";
    kit_store *store = make_store(1);
    const int64_t before = kit_number(session);
    assert_true(before > 0);
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) _exit(append_side_by_side(store));
    for (uint64_t version = 1; version < SIDE_BY_SIDE; version++)
        assert_int_equal(kit_append(store, "A1", version, ""), PRAP_OK);
    int how = 0;
    waitpid(child, &how, 0);
    assert_true(WIFEXITED(how));
    assert_int_equal(WEXITSTATUS(how), 0);
    /* One that never used it closes it too. */
    const pid_t other = fork();
    assert_true(other >= 0);
    if (other == 0) {
        kit_close(store);
        _exit(0);
    }
    waitpid(other, &how, 0);
    kit_settle();
    char same[160];
    snprintf(same, sizeof same, "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'libprap' AND pid = %lld", (long long)before);
    assert_int_equal(kit_number(same), 1);
    assert_int_equal(kit_version(store, "A1"), SIDE_BY_SIDE);
    assert_true(kit_is_whole(store, "A1"));
    assert_true(kit_is_whole(store, "B1"));
    kit_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        KIT_TEST(a_case_that_another_holds_is_retry_after_the_wait),
        KIT_TEST(a_forked_process_has_a_connection_of_its_own),
        KIT_TEST(what_the_server_would_have_tried_again_is_retry),
        KIT_TEST(what_the_tables_refuse_is_of_one_change_only),
        KIT_TEST(a_batch_larger_than_a_round_is_all_there),
        KIT_TEST(a_journal_longer_than_a_page_is_read_whole),
        KIT_TEST(a_restart_between_calls_is_survived),
        KIT_TEST(a_server_that_is_away_is_retry_and_nothing_else),
        KIT_TEST(a_connection_lost_in_a_commit_is_unknown_and_the_id_finds_out),
        KIT_TEST(a_connection_lost_in_a_batch_leaves_each_its_own_outcome),
        KIT_TEST(a_question_whose_connection_is_lost_is_asked_again),
        KIT_TEST(a_server_that_hangs_does_not_hold_a_call_for_ever),
        KIT_TEST(statements_that_somebody_forgot_are_prepared_again),
        KIT_TEST(another_s_statements_are_no_damage),
    };
    return cmocka_run_group_tests_name("postgresql/trouble", tests, NULL, NULL);
}
