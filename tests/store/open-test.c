/* open-test.c: whose file is it, may it be used, and is it left as it was when not? */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "store-kit.h"

/* Opening answers expected in each way of opening that may not, and the file and its neighbours stay the
 * same. */
static void refused_untouched(const char *name, prap_status expected) {
    size_t before_bytes = 0, after_bytes = 0;
    uint8_t *before = kit_read(name, &before_bytes);
    const uint32_t flags[] = {0, PRAP_SQLITE_CREATE, PRAP_SQLITE_READ_ONLY};
    for (size_t i = 0; i < 3; i++) {
        prap_sqlite *store = NULL;
        prap_error error = {.size = sizeof error};
        assert_int_equal(prap_sqlite_open(kit_path(name), flags[i], &store, &error), expected);
        assert_null(store);
        assert_int_equal(error.status, expected);
        assert_string_equal(error.field, "store");
        assert_string_not_equal(error.message, "");
        assert_null(strstr(error.message, name));
        uint8_t *after = kit_read(name, &after_bytes);
        assert_int_equal(after_bytes, before_bytes);
        assert_memory_equal(after, before, before_bytes);
        sqlite3_free(after);
    }
    sqlite3_free(before);
    char neighbour[64];
    snprintf(neighbour, sizeof neighbour, "%s-journal", name);
    assert_false(kit_exists(neighbour));
}

static void a_new_file_bears_our_marks(void **state) {
    (void)state;
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    assert_int_equal(kit_append(store, "A1", 0, "e1"), PRAP_OK);
    prap_sqlite_close(store);
    assert_false(kit_exists("a.db-wal")); /* the last one to close tidies up */

    size_t bytes = 0;
    uint8_t *file = kit_read("a.db", &bytes);
    assert_true(bytes > 100);
    assert_memory_equal(file, "SQLite format 3", 16);
    assert_memory_equal(file + 68, "PRaP", 4);                     /* application_id */
    assert_memory_equal(file + 60, ((uint8_t[4]){0, 0, 0, 2}), 4); /* user_version */
    assert_int_equal(file[18], 2);                                 /* WAL form */
    sqlite3_free(file);
}

static void a_missing_file_is_made_only_when_asked(void **state) {
    (void)state;
    assert_int_equal(kit_try("a.db", 0), PRAP_FAIL);
    assert_int_equal(kit_try("a.db", PRAP_SQLITE_READ_ONLY), PRAP_FAIL);
    assert_false(kit_exists("a.db"));
    assert_int_equal(kit_try("a.db", PRAP_SQLITE_CREATE), PRAP_OK);
    assert_int_equal(kit_try("a.db", 0), PRAP_OK);
    assert_int_equal(kit_try("a.db", PRAP_SQLITE_CREATE), PRAP_OK);
    assert_int_equal(kit_try("a.db", PRAP_SQLITE_READ_ONLY), PRAP_OK);
    assert_int_equal(kit_try("no-such-directory/a.db", PRAP_SQLITE_CREATE), PRAP_FAIL);
    assert_int_equal(kit_try(".", PRAP_SQLITE_CREATE), PRAP_FAIL); /* a directory */
}

static void an_empty_file_is_made_a_store_only_when_asked(void **state) {
    (void)state;
    kit_write("a.db", "", 0);
    assert_int_equal(kit_try("a.db", 0), PRAP_E_FOREIGN);
    assert_int_equal(kit_try("a.db", PRAP_SQLITE_READ_ONLY), PRAP_E_FOREIGN);
    assert_int_equal(kit_try("a.db", PRAP_SQLITE_CREATE), PRAP_OK);
    assert_int_equal(kit_try("a.db", 0), PRAP_OK);
}

static void wrong_arguments_are_named(void **state) {
    (void)state;
    prap_sqlite *store = NULL;
    prap_error error = {.size = sizeof error};
    const char *path = kit_path("a.db");
    assert_int_equal(prap_sqlite_open(NULL, 0, &store, &error), PRAP_E_NULL);
    assert_int_equal(error.status, PRAP_E_NULL);
    assert_int_equal(prap_sqlite_open(path, PRAP_SQLITE_CREATE, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_sqlite_open("", PRAP_SQLITE_CREATE, &store, NULL), PRAP_E_TEXT);
    assert_int_equal(prap_sqlite_open("file::memory:", PRAP_SQLITE_CREATE, &store, NULL), PRAP_E_TEXT);
    assert_int_equal(prap_sqlite_open(path, 4, &store, NULL), PRAP_E_RANGE);
    assert_int_equal(prap_sqlite_open(path, PRAP_SQLITE_CREATE | PRAP_SQLITE_READ_ONLY, &store, NULL),
                     PRAP_E_RANGE);
    assert_int_equal(prap_sqlite_open(":memory:", PRAP_SQLITE_READ_ONLY, &store, NULL), PRAP_E_RANGE);
    assert_null(store);
    assert_false(kit_exists("a.db"));
    assert_null(prap_sqlite_store(NULL));
    assert_int_equal(prap_sqlite_last_error(NULL, &error), PRAP_E_NULL);
    assert_int_equal(prap_sqlite_set_wait(NULL, 0), PRAP_E_NULL);
    assert_int_equal(prap_sqlite_check(NULL, NULL), PRAP_E_NULL);
    prap_sqlite_close(NULL);
}

/* An older host's prap_error is shorter: nothing is written past its size. */
static void an_error_is_written_only_within_its_size(void **state) {
    (void)state;
    for (uint32_t size = 0; size <= sizeof(prap_error); size++) {
        union {
            prap_error error;
            uint8_t bytes[sizeof(prap_error)];
        } room;
        memset(&room, 0xa5, sizeof room);
        room.error.size = size;
        prap_sqlite *store = NULL;
        assert_int_equal(prap_sqlite_open(kit_path("a.db"), 0, &store, &room.error), PRAP_FAIL);
        assert_int_equal(room.error.size, size);
        for (size_t i = size < 4 ? 4 : size; i < sizeof room; i++)
            assert_int_equal(room.bytes[i], 0xa5);
        if (size >= 8) assert_int_equal(room.error.status, PRAP_FAIL);
        if (size > offsetof(prap_error, message)) {
            assert_non_null(memchr(room.error.message, '\0', size - offsetof(prap_error, message)));
        }
    }
}

static void a_text_file_is_not_ours(void **state) {
    (void)state;
    char text[600];
    memset(text, 'x', sizeof text);
    const size_t lengths[] = {1, 15, 16, 99, 100, 101, 512, 600};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        kit_write("notes.txt", text, lengths[i]);
        refused_untouched("notes.txt", PRAP_E_FOREIGN);
    }
}

static void what_it_is_instead_is_said(void **state) {
    (void)state;
    prap_sqlite *store = NULL;
    prap_error error = {.size = sizeof error};
    kit_write("notes.txt", "notes", 5);
    assert_int_equal(prap_sqlite_open(kit_path("notes.txt"), 0, &store, &error), PRAP_E_FOREIGN);
    assert_string_equal(error.message, "the file is not an SQLite database");
    kit_sql("other.db", "CREATE TABLE people (name TEXT)");
    assert_int_equal(prap_sqlite_open(kit_path("other.db"), 0, &store, &error), PRAP_E_FOREIGN);
    assert_string_equal(error.message, "the database was not made by libprap");
    assert_int_equal(prap_sqlite_open(kit_path("none.db"), 0, &store, &error), PRAP_FAIL);
    assert_string_equal(error.message, "there is no such file or directory");
}

static void another_programs_database_is_not_ours(void **state) {
    (void)state;
    kit_sql("other.db", "CREATE TABLE people (name TEXT); INSERT INTO people VALUES ('x')");
    refused_untouched("other.db", PRAP_E_FOREIGN);
    kit_sql("marked.db", "PRAGMA application_id = 42; CREATE TABLE case_ (x)");
    refused_untouched("marked.db", PRAP_E_FOREIGN);
    kit_sql("empty-but-marked.db", "PRAGMA application_id = 42");
    refused_untouched("empty-but-marked.db", PRAP_E_FOREIGN);
    kit_sql("wal.db", "PRAGMA journal_mode = WAL; CREATE TABLE case_ (x)");
    refused_untouched("wal.db", PRAP_E_FOREIGN);
}

static void make_store(const char *name) {
    prap_sqlite *store = kit_open(name, PRAP_SQLITE_CREATE);
    assert_int_equal(kit_append(store, "A1", 0, "e1"), PRAP_OK);
    prap_sqlite_close(store);
}

/* Another program was killed, or a newer library: SQLite would roll its journal back on reading. We do not
 * read. */
static void a_journal_that_is_not_ours_is_left_alone(void **state) {
    (void)state;
    static const uint8_t journal[16] = {0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, 0, 0, 0, 1};
    kit_sql("other.db", "CREATE TABLE people (name TEXT)");
    make_store("newer.db");
    kit_sql("newer.db", "PRAGMA journal_mode = DELETE; PRAGMA user_version = 3");
    const char *const names[] = {"other.db", "newer.db"};
    for (size_t i = 0; i < 2; i++) {
        const prap_status expected = i == 0 ? PRAP_E_FOREIGN : PRAP_E_VERSION;
        char name[32];
        snprintf(name, sizeof name, "%s-journal", names[i]);
        kit_write(name, journal, sizeof journal);
        assert_int_equal(kit_try(names[i], PRAP_SQLITE_CREATE), expected);
        assert_int_equal(kit_try(names[i], 0), expected);
        size_t bytes = 0;
        uint8_t *after = kit_read(name, &bytes);
        assert_int_equal(bytes, sizeof journal);
        assert_memory_equal(after, journal, sizeof journal);
        sqlite3_free(after);
    }
}

static void a_newer_form_is_refused(void **state) {
    (void)state;
    make_store("a.db");
    kit_sql("a.db", "PRAGMA user_version = 3; CREATE TABLE later (x)");
    refused_untouched("a.db", PRAP_E_VERSION);
    kit_sql("a.db", "PRAGMA user_version = 2147483647");
    refused_untouched("a.db", PRAP_E_VERSION);
}

/* A newer library was killed: the file's own header is the old one, the marks of its WAL count. */
static void marks_that_stand_only_in_the_wal_count(void **state) {
    (void)state;
    const struct {
        const char *sql;
        prap_status expected;
    } rows[] = {{"PRAGMA user_version = 3", PRAP_E_VERSION}, {"PRAGMA application_id = 42", PRAP_E_FOREIGN}};
    for (size_t i = 0; i < 2; i++) {
        sqlite3 *other = NULL;
        make_store("a.db");
        assert_int_equal(sqlite3_open(kit_path("a.db"), &other), SQLITE_OK);
        assert_int_equal(sqlite3_exec(other, rows[i].sql, NULL, NULL, NULL), SQLITE_OK);
        size_t bytes = 0;
        uint8_t *file = kit_read("a.db", &bytes);
        assert_memory_equal(file + 60, ((uint8_t[12]){0, 0, 0, 2, 0, 0, 0, 0, 'P', 'R', 'a', 'P'}), 12);
        sqlite3_free(file);
        assert_int_equal(kit_try("a.db", PRAP_SQLITE_CREATE), rows[i].expected);
        assert_int_equal(kit_try("a.db", PRAP_SQLITE_READ_ONLY), rows[i].expected);
        sqlite3_close(other);
        assert_int_equal(unlink(kit_path("a.db")), 0);
    }
}

static void an_impossible_form_is_damage(void **state) {
    (void)state;
    make_store("a.db");
    kit_sql("a.db", "PRAGMA user_version = 0");
    refused_untouched("a.db", PRAP_E_DAMAGED);
}

static void our_mark_without_our_tables_is_damage(void **state) {
    (void)state;
    make_store("a.db");
    kit_sql("a.db", "DROP TABLE notice");
    refused_untouched("a.db", PRAP_E_DAMAGED);
    make_store("b.db");
    kit_sql("b.db", "ALTER TABLE event RENAME COLUMN record TO rec");
    refused_untouched("b.db", PRAP_E_DAMAGED);
}

/* A trigger is not in our form: a file with our mark may come from anybody. */
static void what_is_hidden_in_a_schema_does_not_run(void **state) {
    (void)state;
    make_store("a.db");
    kit_sql("a.db", "CREATE TRIGGER spy AFTER UPDATE ON case_ BEGIN DELETE FROM event; END");
    prap_sqlite *store = kit_open("a.db", 0);
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_OK);
    assert_true(kit_is_whole(store, "A1"));
    prap_sqlite_close(store);
}

static void read_only_reads_and_refuses_to_write(void **state) {
    (void)state;
    make_store("a.db");
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_READ_ONLY);
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_FAIL);
    prap_error error = {.size = sizeof error};
    assert_int_equal(prap_sqlite_last_error(store, &error), PRAP_FAIL);
    assert_non_null(strstr(error.message, "readonly"));
    assert_true(kit_is_whole(store, "A1"));
    assert_int_equal(kit_version(store, "A1"), 1);
    prap_sqlite *writer = kit_open("a.db", 0);
    assert_int_equal(kit_append(writer, "A1", 1, "e2"), PRAP_OK);
    assert_int_equal(kit_version(store, "A1"), 2); /* and sees what others write */
    assert_int_equal(prap_sqlite_check(store, NULL), PRAP_OK);
    prap_sqlite_close(writer);
    prap_sqlite_close(store);
}

static int open_for_writing(void *user) {
    return kit_try(user, 0) == PRAP_FAIL && kit_try(user, PRAP_SQLITE_CREATE) == PRAP_FAIL ? 0 : 1;
}

static int open_for_reading(void *user) {
    return kit_try(user, PRAP_SQLITE_READ_ONLY);
}

static void a_file_that_may_not_be_written_is_refused_for_writing(void **state) {
    (void)state;
    make_store("a.db");
    size_t before_bytes = 0, after_bytes = 0;
    uint8_t *before = kit_read("a.db", &before_bytes);
    assert_int_equal(chmod(kit_path("a.db"), 0444), 0);
    assert_int_equal(kit_in_child(open_for_writing, "a.db", true), 0);
    assert_int_equal(chmod(kit_path("."), 0777), 0);
    assert_int_equal(kit_in_child(open_for_writing, "a.db", true), 0);
    assert_int_equal(kit_in_child(open_for_reading, "a.db", true), PRAP_OK);
    /* A directory that may not be written either: no new file, and no old one. */
    assert_int_equal(chmod(kit_path("."), 0555), 0);
    assert_int_equal(kit_in_child(open_for_writing, "a.db", true), 0);
    assert_int_equal(kit_in_child(open_for_writing, "new.db", true), 0);
    /* Reading needs the WAL's shared memory, which cannot be made there; an error, not an old answer. */
    const int reading = kit_in_child(open_for_reading, "a.db", true);
    assert_true(reading == PRAP_FAIL || reading == PRAP_OK);
    assert_int_equal(chmod(kit_path("."), 0755), 0);
    uint8_t *after = kit_read("a.db", &after_bytes);
    assert_int_equal(after_bytes, before_bytes);
    assert_memory_equal(after, before, before_bytes);
    assert_false(kit_exists("new.db"));
    sqlite3_free(before);
    sqlite3_free(after);
}

static int open_it(void *user) {
    return kit_try(user, 0);
}

static void a_file_that_may_not_be_read_fails(void **state) {
    (void)state;
    make_store("a.db");
    assert_int_equal(chmod(kit_path("a.db"), 0), 0);
    assert_int_equal(kit_in_child(open_it, "a.db", true), PRAP_FAIL);
}

static void a_database_in_memory_keeps_the_same_contract(void **state) {
    (void)state;
    prap_sqlite *store = NULL, *other = NULL;
    assert_int_equal(prap_sqlite_open(":memory:", 0, &store, NULL), PRAP_OK);
    assert_int_equal(prap_sqlite_open(":memory:", PRAP_SQLITE_CREATE, &other, NULL), PRAP_OK);
    assert_int_equal(kit_append(store, "A1", 0, "e1"), PRAP_OK);
    assert_int_equal(kit_append(store, "A1", 0, "e1"), PRAP_DUPLICATE);
    assert_int_equal(kit_append(store, "A1", 0, "e2"), PRAP_CONFLICT);
    assert_true(kit_is_whole(store, "A1"));
    assert_int_equal(prap_sqlite_check(store, NULL), PRAP_OK);
    assert_int_equal(kit_version(other, "A1"), 0);
    prap_sqlite_close(store);
    prap_sqlite_close(other);
    assert_false(kit_exists(":memory:"));
}

static int open_a_pipe(void *user) {
    (void)user;
    const uint32_t flags[] = {0, PRAP_SQLITE_CREATE, PRAP_SQLITE_READ_ONLY};
    for (int i = 0; i < 3; i++) {
        prap_error error = {.size = sizeof error};
        prap_sqlite *store = NULL;
        alarm(60); /* who opens a pipe for reading waits for a writer */
        if (prap_sqlite_open(kit_path("pipe"), flags[i], &store, &error) != PRAP_FAIL) return 1;
        if (strcmp(error.message, "what is there is no file") != 0) return 2;
    }
    return 0;
}

static void a_pipe_is_no_store(void **state) {
    (void)state;
    assert_int_equal(mkfifo(kit_path("pipe"), 0600), 0);
    assert_int_equal(kit_in_child(open_a_pipe, NULL, false), 0);
    kit_remove("pipe");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        KIT_TEST(a_new_file_bears_our_marks),
        KIT_TEST(a_missing_file_is_made_only_when_asked),
        KIT_TEST(an_empty_file_is_made_a_store_only_when_asked),
        KIT_TEST(wrong_arguments_are_named),
        KIT_TEST(an_error_is_written_only_within_its_size),
        KIT_TEST(a_text_file_is_not_ours),
        KIT_TEST(what_it_is_instead_is_said),
        KIT_TEST(another_programs_database_is_not_ours),
        KIT_TEST(a_journal_that_is_not_ours_is_left_alone),
        KIT_TEST(a_newer_form_is_refused),
        KIT_TEST(marks_that_stand_only_in_the_wal_count),
        KIT_TEST(an_impossible_form_is_damage),
        KIT_TEST(our_mark_without_our_tables_is_damage),
        KIT_TEST(what_is_hidden_in_a_schema_does_not_run),
        KIT_TEST(read_only_reads_and_refuses_to_write),
        KIT_TEST(a_file_that_may_not_be_written_is_refused_for_writing),
        KIT_TEST(a_file_that_may_not_be_read_fails),
        KIT_TEST(a_pipe_is_no_store),
        KIT_TEST(a_database_in_memory_keeps_the_same_contract),
    };
    return cmocka_run_group_tests_name("store/open", tests, NULL, NULL);
}
