/*
 * upgrade-test.c: a file that form 1 of the store wrote (fixtures/form-1.db, made by the library of 2026-11-22): read as it
 * is, brought up to date by whoever writes first, whole whatever stops that, and then as good as a new one.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "fault-vfs.h"
#include "store-kit.h"

static const char old_file[] = TEST_FIXTURES "/form-1.db";

/* What is in the fixture: cases with their versions, and three notices. */
static const struct {
    const char *tenant, *case_id;
    uint64_t version;
} cases[] = {{"", "A1", 4}, {"", "B1", 2}, {"", "C1", 1}, {"north", "A1", 1}};
enum { CASES = sizeof cases / sizeof *cases, NOTICES = 3 };

static void put_old(const char *name) {
    char bytes[65536];
    FILE *file = fopen(old_file, "rb");
    assert_non_null(file);
    const size_t n = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    assert_true(n > 4096 && n < sizeof bytes);
    kit_remove(name);
    kit_write(name, bytes, n);
}

static int64_t number_in(const char *name, const char *sql) {
    sqlite3 *db = NULL;
    sqlite3_stmt *find = NULL;
    assert_int_equal(sqlite3_open(kit_path(name), &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &find, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(find), SQLITE_ROW);
    const int64_t number = sqlite3_column_int64(find, 0);
    sqlite3_finalize(find);
    sqlite3_close(db);
    return number;
}

static prap_status keep_data(void *user, prap_bytes data) {
    *(bool *)user = data.n == 11 && memcmp(data.bytes, "data beside", 11) == 0;
    return PRAP_OK;
}

/* Everything that the old library wrote is there. */
static void assert_all_there(prap_sqlite *store) {
    const prap_store *callbacks = prap_sqlite_store(store);
    for (size_t i = 0; i < CASES; i++) {
        const prap_key key = kit_key(cases[i].tenant, cases[i].case_id);
        prap_sink loaded = {0}, journal = {0};
        assert_int_equal(callbacks->load(callbacks->user, &key, &loaded), PRAP_OK);
        assert_int_equal(loaded.rows[0].version, cases[i].version);
        assert_int_equal(callbacks->read(callbacks->user, &key, 1, SINK_ROWS, &journal), PRAP_OK);
        assert_int_equal(journal.n, cases[i].version);
    }
    assert_int_equal(kit_count_notices(store), NOTICES);
    bool same = false;
    assert_int_equal(prap_sqlite_sidecar_get(store, kit_text("x1"), keep_data, &same, NULL), PRAP_OK);
    assert_true(same);
    assert_int_equal(prap_sqlite_check(store, NULL), PRAP_OK);
}

static prap_status take(void *user, const prap_sqlite_notice *notice) {
    (void)notice;
    ++*(unsigned *)user;
    return PRAP_OK;
}

static void reading_leaves_an_old_file_as_it_is(void **state) {
    (void)state;
    put_old("a.db");
    size_t before_bytes = 0, after_bytes = 0;
    uint8_t *before = kit_read("a.db", &before_bytes);
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_READ_ONLY);
    assert_all_there(store);
    unsigned taken = 0;
    assert_int_equal(prap_sqlite_deliver(store, 1, 1, take, &taken, NULL, NULL), PRAP_FAIL);
    assert_int_equal(kit_append(store, "Z1", 0, "e"), PRAP_FAIL);
    assert_int_equal(taken, 0);
    prap_sqlite_close(store);
    uint8_t *after = kit_read("a.db", &after_bytes);
    assert_int_equal(after_bytes, before_bytes);
    assert_memory_equal(after, before, before_bytes);
    sqlite3_free(before);
    sqlite3_free(after);
}

static void the_first_writer_brings_it_up_to_date(void **state) {
    (void)state;
    const uint32_t flags[] = {0, PRAP_SQLITE_CREATE};
    for (size_t i = 0; i < 2; i++) {
        put_old("a.db");
        prap_sqlite *reader = kit_open("a.db", PRAP_SQLITE_READ_ONLY); /* of the old form, and open meanwhile */
        prap_sqlite *store = kit_open("a.db", flags[i]);
        assert_all_there(store);
        assert_all_there(reader);
        assert_int_equal(kit_append(store, "Z1", 0, "e"), PRAP_OK);
        unsigned taken = 0;
        uint64_t delivered = 0;
        assert_int_equal(prap_sqlite_deliver(store, 10, 60, take, &taken, &delivered, NULL), PRAP_OK);
        assert_int_equal(delivered, NOTICES); /* what form 1 did not know to be sent is not sent */
        assert_int_equal(taken, NOTICES);
        prap_sqlite_close(reader);
        prap_sqlite_close(store);
        assert_int_equal(number_in("a.db", "PRAGMA user_version"), PRAP_SQLITE_FORM);
        store = kit_open("a.db", 0);
        assert_all_there(store);
        prap_sqlite_close(store);
    }
}

/* A new file has the same tables as one that was brought up to date, word for word. */
static void an_upgraded_file_is_like_a_new_one(void **state) {
    (void)state;
    put_old("a.db");
    prap_sqlite_close(kit_open("a.db", 0));
    prap_sqlite_close(kit_open("new.db", PRAP_SQLITE_CREATE));
    kit_sql("a.db", "DROP TABLE side_car");
    char sql[512];
    snprintf(sql, sizeof sql,
             "ATTACH '%s' AS other; CREATE TEMP TABLE differs AS SELECT type, name, sql FROM main.sqlite_schema"
             " EXCEPT SELECT type, name, sql FROM other.sqlite_schema; INSERT INTO differs SELECT type, name, sql FROM"
             " other.sqlite_schema EXCEPT SELECT type, name, sql FROM main.sqlite_schema;"
             " CREATE TABLE main.result AS SELECT count(*) AS n FROM differs", kit_path("new.db"));
    kit_sql("a.db", sql);
    assert_int_equal(number_in("a.db", "SELECT n FROM result"), 0);
    assert_int_equal(number_in("a.db", "SELECT count(*) FROM sqlite_schema WHERE name = 'notice_open'"), 1);
}

static void processes_that_open_it_at_once_upgrade_it_once(void **state) {
    (void)state;
    for (int round = 0; round < 5; round++) {
        pid_t children[5];
        put_old("a.db");
        for (int i = 0; i < 5; i++) {
            children[i] = fork();
            assert_true(children[i] >= 0);
            if (children[i] == 0) {
                char case_id[16];
                snprintf(case_id, sizeof case_id, "P%d", i);
                prap_sqlite *store = kit_open("a.db", 0);
                const prap_status status = kit_append(store, case_id, 0, "e");
                prap_sqlite_close(store);
                _exit(status == PRAP_OK ? 0 : 1);
            }
        }
        for (int i = 0; i < 5; i++) {
            int how = 0;
            waitpid(children[i], &how, 0);
            assert_true(WIFEXITED(how) && WEXITSTATUS(how) == 0);
        }
        prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_READ_ONLY);
        assert_all_there(store);
        for (int i = 0; i < 5; i++) {
            char case_id[16];
            snprintf(case_id, sizeof case_id, "P%d", i);
            assert_int_equal(kit_version(store, case_id), 1);
        }
        prap_sqlite_close(store);
    }
}

/* Every write, sync and truncation of the upgrade fails once: the old form whole, or the new one. */
static void an_upgrade_that_fails_leaves_the_old_form_whole(void **state) {
    (void)state;
    const struct fault kinds[] = {{FAULT_WRITE, 0, true, SQLITE_FULL},
                                  {FAULT_WRITE, 0, true, SQLITE_IOERR_WRITE},
                                  {FAULT_SYNC, 0, true, SQLITE_IOERR_FSYNC},
                                  {FAULT_SHARE, 0, false, SQLITE_IOERR_SHMLOCK},
                                  {FAULT_READ, 0, false, SQLITE_IOERR_READ}};
    unsigned old = 0, new = 0;
    fault_vfs_install();
    for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++) {
        struct fault fault = kinds[kind];
        for (bool reached = true; reached;) {
            fault.nth++;
            put_old("a.db");
            prap_sqlite *store = NULL;
            fault_order(&fault);
            const prap_status status = prap_sqlite_open(kit_path("a.db"), 0, &store, NULL);
            reached = fault_happened();
            if (status == PRAP_OK) prap_sqlite_close(store);
            fault_order(NULL);
            const int64_t form = number_in("a.db", "PRAGMA user_version");
            assert_true(form == 1 || form == PRAP_SQLITE_FORM);
            if (status == PRAP_OK) assert_int_equal(form, PRAP_SQLITE_FORM);
            if (form == 1) old++;
            else new++;
            store = kit_open("a.db", PRAP_SQLITE_READ_ONLY);
            assert_all_there(store);
            prap_sqlite_close(store);
            store = kit_open("a.db", 0);
            assert_all_there(store);
            prap_sqlite_close(store);
        }
    }
    fault_vfs_remove();
    print_message("%u left in the old form, %u in the new one\n", old, new);
    assert_true(old > 10 && new > 0);
}

static void an_upgrade_waits_for_a_writer_of_the_old_form(void **state) {
    (void)state;
    put_old("a.db");
    sqlite3 *other = NULL;
    int gate[2];
    assert_int_equal(pipe(gate), 0);
    const pid_t child = fork(); /* before anything of SQLite is open: its locks do not go along */
    assert_true(child >= 0);
    if (child == 0) {
        char byte;
        if (read(gate[0], &byte, 1) != 1) _exit(2);
        _exit(kit_try("a.db", 0) == PRAP_OK ? 0 : 1);
    }
    assert_int_equal(sqlite3_open(kit_path("a.db"), &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(write(gate[1], "g", 1), 1);
    usleep(200000);
    assert_int_equal(number_in("a.db", "PRAGMA user_version"), 1);
    assert_int_equal(sqlite3_exec(other, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
    int how = 0;
    waitpid(child, &how, 0);
    assert_true(WIFEXITED(how) && WEXITSTATUS(how) == 0);
    sqlite3_close(other);
    assert_int_equal(number_in("a.db", "PRAGMA user_version"), PRAP_SQLITE_FORM);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        KIT_TEST(reading_leaves_an_old_file_as_it_is),
        KIT_TEST(the_first_writer_brings_it_up_to_date),
        KIT_TEST(an_upgraded_file_is_like_a_new_one),
        KIT_TEST(processes_that_open_it_at_once_upgrade_it_once),
        KIT_TEST(an_upgrade_that_fails_leaves_the_old_form_whole),
        KIT_TEST(an_upgrade_waits_for_a_writer_of_the_old_form),
    };
    return cmocka_run_group_tests_name("store/upgrade", tests, NULL, NULL);
}
