/* postgresql-open-test.c: whose tables are they, may they be used, and are they left as they were when not? */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "keeper.h"

static void make_store(void) {
    kit_store *store = kit_open("", KIT_CREATE);
    assert_int_equal(kit_append(store, "A1", 0, "e1"), PRAP_OK);
    kit_close(store);
}

/* Opening answers this and says so, naming nothing of the connection string. */
static void refused(const char *name, uint32_t flags, prap_status expected, const char *word) {
    prap_postgresql *store = NULL;
    prap_error error = {.size = sizeof error};
    assert_int_equal(prap_postgresql_open(name, flags, &store, &error), expected);
    assert_null(store);
    assert_int_equal(error.status, expected);
    assert_string_equal(error.field, "store");
    if (strstr(error.message, word) == NULL) fail_msg("\"%s\" does not say %s", error.message, word);
    assert_null(strstr(error.message, "prap-pg-"));
    assert_null(strstr(error.message, "s3cret"));
}

static void wrong_arguments_are_told_apart(void **state) {
    (void)state;
    prap_postgresql *store = NULL;
    const uint32_t both = PRAP_POSTGRESQL_CREATE | PRAP_POSTGRESQL_READ_ONLY;
    assert_int_equal(prap_postgresql_open(NULL, 0, &store, NULL), PRAP_E_NULL);
    assert_int_equal(prap_postgresql_open(kit_server(""), 0, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_postgresql_open(kit_server(""), both, &store, NULL), PRAP_E_RANGE);
    assert_int_equal(prap_postgresql_open(kit_server(""), 4, &store, NULL), PRAP_E_RANGE);
    refused("", 0, PRAP_E_TEXT, "connection string");
    refused("cases.db", 0, PRAP_E_TEXT, "connection string");
    refused("postgresql:", 0, PRAP_E_TEXT, "connection string");
    refused("host=x password='s3cret", 0, PRAP_E_TEXT, "connection string");
    refused("no_such_word=1", 0, PRAP_E_TEXT, "connection string");
    assert_null(store);
    assert_null(prap_postgresql_store(NULL));
    prap_postgresql_close(NULL);
    assert_int_equal(prap_postgresql_set_wait(NULL, 1), PRAP_E_NULL);
    assert_int_equal(prap_postgresql_last_error(NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_postgresql_check(NULL, NULL), PRAP_E_NULL);
}

static void an_error_of_any_size_is_filled_within_it(void **state) {
    (void)state;
    for (uint32_t size = 0; size <= sizeof(prap_error); size++) {
        union {
            prap_error error;
            uint8_t bytes[sizeof(prap_error)];
        } room;
        memset(&room, 0x5a, sizeof room);
        room.error.size = size;
        prap_postgresql *store = NULL;
        assert_int_equal(prap_postgresql_open("", 0, &store, &room.error), PRAP_E_TEXT);
        for (size_t i = size < sizeof size ? sizeof size : size; i < sizeof room; i++)
            assert_int_equal(room.bytes[i], 0x5a);
    }
}

static void every_form_of_a_name_opens(void **state) {
    (void)state;
    make_store();
    const char *directory = strchr(kit_server(""), '=') + 1;
    char path[128], name[512];
    snprintf(path, sizeof path, "%.*s", (int)strcspn(directory, " "), directory);
    const char *const forms[] = {"host=%s user=prap dbname=postgres", "postgresql:host=%s user=prap dbname=postgres",
                                 "postgresql:///postgres?host=%s&user=prap", "postgres:///postgres?host=%s&user=prap"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        snprintf(name, sizeof name, forms[i], path);
#pragma GCC diagnostic pop
        assert_int_equal(kit_try(name, 0), PRAP_OK);
    }
}

static void nothing_is_made_that_was_not_asked_for(void **state) {
    (void)state;
    refused(kit_server(""), 0, PRAP_E_FOREIGN, "no tables");
    refused(kit_server(""), PRAP_POSTGRESQL_READ_ONLY, PRAP_E_FOREIGN, "no tables");
    assert_int_equal(kit_number("SELECT count(*) FROM pg_namespace WHERE nspname = 'prap'"), 0);
    make_store();
    assert_int_equal(kit_try(kit_server(""), 0), PRAP_OK);
    assert_int_equal(kit_number("SELECT max(form) FROM prap.form"), PRAP_POSTGRESQL_FORM);
}

static void a_schema_that_an_administrator_made_is_used(void **state) {
    (void)state;
    kit_sql("", "CREATE SCHEMA prap");
    refused(kit_server(""), 0, PRAP_E_FOREIGN, "no tables");
    make_store();
    kit_sql("", "DROP SCHEMA prap CASCADE; CREATE SCHEMA prap; CREATE TABLE prap.other (x integer)");
    refused(kit_server(""), KIT_CREATE, PRAP_E_FOREIGN, "not made by libprap");
    assert_int_equal(kit_number("SELECT count(*) FROM pg_tables WHERE schemaname = 'prap'"), 1);
}

static void an_older_form_is_brought_up_to_date_when_asked(void **state) {
    (void)state;
    make_store();
    /* As the tables of form 1 were. */
    kit_sql("", "DROP TABLE prap.notice, prap.side_car; DELETE FROM prap.form WHERE form > 1");
    refused(kit_server(""), 0, PRAP_E_VERSION, "older form");
    refused(kit_server(""), PRAP_POSTGRESQL_READ_ONLY, PRAP_E_VERSION, "older form");
    kit_store *store = kit_open("", KIT_CREATE);
    assert_int_equal(kit_number("SELECT max(form) FROM prap.form"), PRAP_POSTGRESQL_FORM);
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_OK);
    assert_true(kit_is_whole(store, "A1"));
    assert_int_equal(kit_count_notices(store), 0);
    kit_close(store);
}

/* A step that fails half-way leaves what was there. */
static void a_step_that_fails_leaves_the_form_it_found(void **state) {
    (void)state;
    make_store();
    kit_sql("", "DROP TABLE prap.notice, prap.side_car; DELETE FROM prap.form WHERE form > 1;"
                " CREATE TABLE prap.notice_open (x integer)"); /* in the way of an index of step 2 */
    prap_postgresql *store = NULL;
    assert_int_not_equal(prap_postgresql_open(kit_server(""), KIT_CREATE, &store, NULL), PRAP_OK);
    assert_int_equal(kit_number("SELECT max(form) FROM prap.form"), 1);
    assert_int_equal(kit_number("SELECT count(*) FROM pg_tables WHERE schemaname = 'prap' AND tablename = 'notice'"), 0);
    kit_sql("", "DROP TABLE prap.notice_open");
    assert_int_equal(kit_try(kit_server(""), KIT_CREATE), PRAP_OK);
}

static void another_form_is_refused_untouched(void **state) {
    (void)state;
    make_store();
    kit_sql("", "INSERT INTO prap.form (form) VALUES (4)");
    refused(kit_server(""), KIT_CREATE, PRAP_E_VERSION, "newer form");
    kit_sql("", "DELETE FROM prap.form");
    refused(kit_server(""), KIT_CREATE, PRAP_E_DAMAGED, "impossible form");
    kit_sql("", "INSERT INTO prap.form (form) VALUES (-1)");
    refused(kit_server(""), KIT_CREATE, PRAP_E_DAMAGED, "impossible form");
    kit_sql("", "ALTER TABLE prap.form RENAME form TO other");
    refused(kit_server(""), 0, PRAP_E_DAMAGED, "not those of their form");
    assert_int_equal(kit_number("SELECT count(*) FROM prap.case_"), 1);
}

static void a_table_that_is_gone_is_damage_when_it_is_needed(void **state) {
    (void)state;
    make_store();
    kit_sql("", "ALTER TABLE prap.case_ RENAME TO cases");
    kit_store *store = kit_open("", 0);
    const prap_store *callbacks = kit_callbacks(store);
    const prap_key key = kit_key("", "A1");
    prap_sink sink = {0};
    assert_int_equal(callbacks->load(callbacks->user, &key, &sink), PRAP_E_DAMAGED);
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_FAIL);
    kit_sql("", "ALTER TABLE prap.cases RENAME TO case_");
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_OK); /* the handle goes on */
    kit_close(store);
}

static void a_form_that_changes_under_a_handle_is_noticed_when_it_reconnects(void **state) {
    (void)state;
    make_store();
    kit_store *store = kit_open("", 0);
    kit_sql("", "INSERT INTO prap.form (form) VALUES (4)");
    assert_int_equal(prap_postgresql_set_wait(store, 1000), PRAP_OK);
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_FAIL);
    prap_error error = {.size = sizeof error};
    assert_int_equal(prap_postgresql_last_error(store, &error), PRAP_E_VERSION);
    kit_close(store);
}

static void read_only_reads_and_refuses_to_write(void **state) {
    (void)state;
    make_store();
    const uint64_t before = kit_written("");
    kit_store *store = kit_open("", KIT_READ_ONLY);
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_FAIL);
    prap_error error = {.size = sizeof error};
    assert_int_equal(prap_postgresql_last_error(store, &error), PRAP_FAIL);
    assert_non_null(strstr(error.message, "only reads"));
    assert_int_equal(kit_version(store, "A1"), 1);
    assert_int_equal(kit_check(store, NULL), PRAP_OK);
    kit_close(store);
    assert_int_equal(kit_written(""), before);
}

/* What the guide tells an administrator to grant is enough, and less is refused in words. */
static void a_role_needs_what_the_guide_says_and_no_more(void **state) {
    (void)state;
    make_store();
    kit_sql("", "DROP ROLE IF EXISTS prap_worker; DROP ROLE IF EXISTS prap_relay; CREATE ROLE prap_worker LOGIN;"
                " DROP ROLE IF EXISTS prap_person; CREATE ROLE prap_relay LOGIN; CREATE ROLE prap_person LOGIN");
    refused(kit_server("user=prap_worker"), 0, PRAP_FAIL, "may not");
    refused(kit_server("user=prap_worker"), KIT_CREATE, PRAP_FAIL, "may not");
    kit_sql("", "GRANT USAGE ON SCHEMA prap TO prap_worker, prap_relay;"
                " GRANT SELECT ON prap.form TO prap_worker, prap_relay;"
                " GRANT SELECT, INSERT, UPDATE ON prap.case_ TO prap_worker;"
                " GRANT SELECT, INSERT ON prap.event TO prap_worker; GRANT INSERT ON prap.notice TO prap_worker;"
                " GRANT SELECT, UPDATE ON prap.notice TO prap_relay;"
                " GRANT USAGE ON SCHEMA prap TO prap_person; GRANT SELECT ON prap.form TO prap_person;"
                " GRANT SELECT, INSERT, UPDATE, DELETE ON prap.side_car TO prap_person");
    prap_postgresql *store = NULL;
    assert_int_equal(prap_postgresql_open(kit_server("user=prap_worker"), 0, &store, NULL), PRAP_OK);
    struct kit_change made;
    kit_change(&made, "A1", 1, 1, "e2");
    made.notices[0] = (prap_notice_record){.size = sizeof made.notices[0], .sequence = 2, .due = PRAP_DAY_NONE};
    made.change.n_notices = 1;
    assert_int_equal(kit_commit(store, &made.change), PRAP_OK);
    assert_int_equal(kit_append(store, "B1", 0, "e1"), PRAP_OK);
    assert_true(kit_is_whole(store, "A1"));
    assert_int_equal(prap_postgresql_notices(store, NULL, 1, NULL, NULL, NULL), PRAP_E_NULL);
    prap_postgresql_close(store);
    assert_int_equal(prap_postgresql_open(kit_server("user=prap_relay"), 0, &store, NULL), PRAP_OK);
    assert_int_equal(kit_count_notices(store), 1);
    assert_int_equal(kit_append(store, "A1", 2, "e3"), PRAP_FAIL);
    prap_postgresql_close(store);
    struct keeper keeper = {0};
    assert_int_equal(prap_postgresql_open(kit_server("user=prap_person"), 0, &store, NULL), PRAP_OK);
    keeper_set(&keeper, store);
    const prap_bytes none = {NULL, 0};
    assert_int_equal(prap_postgresql_sidecar_put(store, kit_text("p1"), none, NULL), PRAP_OK);
    assert_int_equal(prap_postgresql_sidecar_shred(store, kit_text("p1"), NULL), PRAP_OK);
    assert_int_equal(kit_append(store, "A1", 2, "e3"), PRAP_FAIL);
    prap_postgresql_close(store);
    kit_sql("", "DROP OWNED BY prap_worker, prap_relay, prap_person; DROP ROLE prap_worker, prap_relay, prap_person");
}

static void a_server_that_does_not_let_us_in_is_told_apart(void **state) {
    (void)state;
    refused(kit_server("dbname=nobody_made_this password=s3cret"), 0, PRAP_FAIL, "no such database");
    refused(kit_server("user=nobody_made_this password=s3cret"), 0, PRAP_FAIL, "does not let us in");
    refused("host=/tmp/prap-pg-not-there dbname=x", 0, PRAP_RETRY, "cannot be reached");
    refused("host=127.0.0.1 port=1 dbname=x", 0, PRAP_RETRY, "cannot be reached");
    kit_sql("", "DROP DATABASE IF EXISTS latin");
    kit_sql("", "CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0");
    refused(kit_server("dbname=latin"), KIT_CREATE, PRAP_E_FOREIGN, "not UTF8");
    kit_sql("", "DROP DATABASE latin");
}

static void a_full_server_is_retry(void **state) {
    (void)state;
    make_store();
    kit_sql("", "DROP ROLE IF EXISTS one_at_a_time; CREATE ROLE one_at_a_time LOGIN CONNECTION LIMIT 1");
    kit_sql("", "GRANT USAGE ON SCHEMA prap TO one_at_a_time; GRANT SELECT ON prap.form TO one_at_a_time");
    prap_postgresql *first = NULL;
    assert_int_equal(prap_postgresql_open(kit_server("user=one_at_a_time"), 0, &first, NULL), PRAP_OK);
    refused(kit_server("user=one_at_a_time"), 0, PRAP_RETRY, "too many connections");
    prap_postgresql_close(first);
    kit_settle();
    kit_sql("", "DROP OWNED BY one_at_a_time; DROP ROLE one_at_a_time");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        KIT_TEST(wrong_arguments_are_told_apart),
        KIT_TEST(an_error_of_any_size_is_filled_within_it),
        KIT_TEST(every_form_of_a_name_opens),
        KIT_TEST(nothing_is_made_that_was_not_asked_for),
        KIT_TEST(a_schema_that_an_administrator_made_is_used),
        KIT_TEST(an_older_form_is_brought_up_to_date_when_asked),
        KIT_TEST(a_step_that_fails_leaves_the_form_it_found),
        KIT_TEST(another_form_is_refused_untouched),
        KIT_TEST(a_table_that_is_gone_is_damage_when_it_is_needed),
        KIT_TEST(a_form_that_changes_under_a_handle_is_noticed_when_it_reconnects),
        KIT_TEST(read_only_reads_and_refuses_to_write),
        KIT_TEST(a_role_needs_what_the_guide_says_and_no_more),
        KIT_TEST(a_server_that_does_not_let_us_in_is_told_apart),
        KIT_TEST(a_full_server_is_retry),
    };
    return cmocka_run_group_tests_name("postgresql/open", tests, NULL, NULL);
}
