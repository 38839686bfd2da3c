/* copy-test.c: a copy of a store while others write, and what prap_sqlite_examine tells of a damaged file, row by row. */
#include <setjmp.h>
#include <signal.h>
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

static void make_store(const char *name, uint64_t versions) {
    prap_sqlite *store = kit_open(name, PRAP_SQLITE_CREATE);
    for (uint64_t i = 0; i < versions; i++)
        assert_int_equal(kit_append(store, "A1", i, ""), PRAP_OK);
    prap_sqlite_close(store);
}

static prap_status back_up(prap_sqlite *store, const char *name) {
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_sqlite_backup(store, kit_path(name), &error);
    if (status != PRAP_OK) assert_int_equal(error.status, status);
    return status;
}

static unsigned mode_of(const char *name) {
    struct stat found;
    assert_int_equal(stat(kit_path(name), &found), 0);
    return found.st_mode & 0777;
}

static void a_copy_has_everything_and_is_one_file(void **state) {
    (void)state;
    make_store("a.db", 5);
    const uint32_t flags[] = {0, PRAP_SQLITE_READ_ONLY};
    for (size_t i = 0; i < 2; i++) {
        prap_sqlite *store = kit_open("a.db", flags[i]);
        assert_int_equal(back_up(store, "copy.db"), PRAP_OK);
        assert_int_equal(back_up(store, "copy.db"), PRAP_FAIL); /* nothing is overwritten */
        prap_sqlite_close(store);
        assert_false(kit_exists("copy.db-wal"));
        assert_false(kit_exists("copy.db.partial"));
        assert_int_equal(mode_of("copy.db"), 0600);
        prap_sqlite *copy = kit_open("copy.db", PRAP_SQLITE_READ_ONLY);
        assert_int_equal(kit_version(copy, "A1"), 5);
        assert_true(kit_is_whole(copy, "A1"));
        assert_int_equal(prap_sqlite_check(copy, NULL), PRAP_OK);
        prap_sqlite_close(copy);
        assert_false(kit_exists("copy.db-wal")); /* a reader needed none */
        copy = kit_open("copy.db", 0);
        assert_int_equal(kit_append(copy, "A1", 5, "e"), PRAP_OK);
        prap_sqlite_close(copy);
        kit_remove("copy.db");
    }
}

static int read_where_nothing_may_be_written(void *user) {
    (void)user;
    prap_sqlite *store = NULL;
    if (prap_sqlite_open(kit_path("copy.db"), PRAP_SQLITE_READ_ONLY, &store, NULL) != PRAP_OK) return 1;
    const int whole = kit_version(store, "A1") == 3 && kit_is_whole(store, "A1") ? 0 : 2;
    prap_sqlite_close(store);
    if (whole != 0) return whole;
    prap_error error = {.size = sizeof error};
    if (prap_sqlite_open(kit_path("a.db"), PRAP_SQLITE_READ_ONLY, &store, &error) != PRAP_FAIL) return 3;
    return strstr(error.message, "prap_sqlite_backup") != NULL ? 0 : 4;
}

/* A store in WAL form cannot be read from a directory that may not be written; it says what can be done. A copy can. */
static void a_copy_can_be_read_from_anywhere(void **state) {
    (void)state;
    make_store("a.db", 3);
    prap_sqlite *store = kit_open("a.db", 0);
    assert_int_equal(back_up(store, "copy.db"), PRAP_OK);
    prap_sqlite_close(store);
    assert_int_equal(chmod(kit_path("copy.db"), 0444), 0);
    assert_int_equal(chmod(kit_path("a.db"), 0444), 0);
    assert_int_equal(chmod(kit_path("."), 0555), 0);
    assert_int_equal(kit_in_child(read_where_nothing_may_be_written, NULL, true), 0);
    assert_int_equal(chmod(kit_path("."), 0755), 0);
}

static void a_store_in_memory_can_be_kept(void **state) {
    (void)state;
    prap_sqlite *store = NULL;
    assert_int_equal(prap_sqlite_open(":memory:", 0, &store, NULL), PRAP_OK);
    assert_int_equal(kit_append(store, "A1", 0, "e1"), PRAP_OK);
    assert_int_equal(back_up(store, "copy.db"), PRAP_OK);
    prap_sqlite_close(store);
    store = kit_open("copy.db", 0);
    assert_true(kit_is_whole(store, "A1"));
    prap_sqlite_close(store);
}

/* Both cases are written in one batch, so they have the same version in every copy. */
static int write_pairs(void) {
    prap_sqlite *store = kit_open("a.db", 0);
    const prap_store *callbacks = prap_sqlite_store(store);
    for (uint64_t version = 0;; version++) {
        struct kit_change one, other;
        prap_status each[2];
        kit_change(&one, "A1", version, 1, "");
        kit_change(&other, "B1", version, 1, "");
        const prap_change changes[2] = {one.change, other.change};
        if (callbacks->commit(callbacks->user, changes, 2, each) != PRAP_OK || each[0] != PRAP_OK) return 1;
    }
}

static void a_copy_is_of_one_moment_while_a_writer_writes(void **state) {
    (void)state;
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    const pid_t writer = fork();
    assert_true(writer >= 0);
    if (writer == 0) _exit(write_pairs());
    uint64_t before = 0;
    for (int i = 0; i < 12; i++) {
        while (kit_version(store, "A1") == before) usleep(1000); /* the writer is not kept waiting for ever */
        before = kit_version(store, "A1");
        assert_int_equal(back_up(store, "copy.db"), PRAP_OK);
        prap_sqlite *copy = kit_open("copy.db", PRAP_SQLITE_READ_ONLY);
        assert_true(kit_version(copy, "A1") >= before);
        assert_int_equal(kit_version(copy, "A1"), kit_version(copy, "B1"));
        assert_int_equal(prap_sqlite_check(copy, NULL), PRAP_OK);
        prap_sqlite_close(copy);
        kit_remove("copy.db");
    }
    kill(writer, SIGKILL);
    waitpid(writer, NULL, 0);
    prap_sqlite_close(store);
}

static int copy_at_once(int start) {
    char byte;
    prap_sqlite *store = kit_open("a.db", 0);
    if (read(start, &byte, 1) != 0) return 99; /* until it is closed */
    const prap_status status = prap_sqlite_backup(store, kit_path("copy.db"), NULL);
    prap_sqlite_close(store);
    return (int)status;
}

/* Of several who copy to one place one does, and the others say that they did not; none spoils it. */
static void copies_to_one_place_do_not_spoil_each_other(void **state) {
    (void)state;
    enum { COPIERS = 4, ROUNDS = 15 };
    make_store("a.db", 200);
    for (int round = 0; round < ROUNDS; round++) {
        int start[2], made = 0;
        pid_t children[COPIERS];
        assert_int_equal(pipe(start), 0);
        for (int i = 0; i < COPIERS; i++) {
            children[i] = fork();
            assert_true(children[i] >= 0);
            if (children[i] > 0) continue;
            close(start[1]);
            _exit(copy_at_once(start[0]));
        }
        close(start[0]);
        close(start[1]);
        for (int i = 0; i < COPIERS; i++) {
            int how = 0;
            waitpid(children[i], &how, 0);
            assert_true(WIFEXITED(how));
            const prap_status status = (prap_status)WEXITSTATUS(how);
            assert_true(status == PRAP_OK || status == PRAP_RETRY || status == PRAP_FAIL);
            made += status == PRAP_OK;
        }
        assert_int_equal(made, 1);
        assert_false(kit_exists("copy.db.partial"));
        prap_sqlite *copy = kit_open("copy.db", PRAP_SQLITE_READ_ONLY);
        assert_int_equal(kit_version(copy, "A1"), 200);
        assert_int_equal(prap_sqlite_check(copy, NULL), PRAP_OK);
        prap_sqlite_close(copy);
        kit_remove("copy.db");
    }
}

static void a_copy_that_fails_leaves_nothing(void **state) {
    (void)state;
    make_store("a.db", 5);
    const struct fault kinds[] = {{FAULT_WRITE, 0, true, SQLITE_FULL},
                                  {FAULT_WRITE, 0, false, SQLITE_IOERR_WRITE},
                                  {FAULT_SYNC, 0, true, SQLITE_IOERR_FSYNC},
                                  {FAULT_OPEN, 0, true, SQLITE_CANTOPEN},
                                  {FAULT_READ, 0, false, SQLITE_IOERR_READ}};
    unsigned failed = 0;
    fault_vfs_install();
    for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++) {
        struct fault fault = kinds[kind];
        for (bool reached = true; reached;) {
            fault.nth++;
            prap_sqlite *store = kit_open("a.db", 0);
            fault_order(&fault);
            const prap_status status = back_up(store, "copy.db");
            reached = fault_happened();
            fault_order(NULL);
            assert_false(kit_exists("copy.db.partial"));
            assert_false(kit_exists("copy.db.partial-journal"));
            assert_int_equal(kit_exists("copy.db"), status == PRAP_OK);
            if (status == PRAP_OK) kit_remove("copy.db");
            else failed++;
            if (status == PRAP_OK) assert_true(true);
            else assert_true(status == PRAP_FAIL || status == PRAP_E_NOMEM);
            assert_int_equal(kit_append(store, "B1", kit_version(store, "B1"), ""), PRAP_OK);
            prap_sqlite_close(store);
        }
    }
    fault_vfs_remove();
    assert_true(failed > 5);
    make_store("new.db", 1);
    prap_sqlite *store = kit_open("new.db", 0);
    assert_int_equal(back_up(store, "no-such-directory/copy.db"), PRAP_FAIL);
    assert_int_equal(prap_sqlite_backup(NULL, "x", NULL), PRAP_E_NULL);
    assert_int_equal(prap_sqlite_backup(store, NULL, NULL), PRAP_E_NULL);
    const char *const wrong[] = {"", ":memory:", "file:x"};
    for (size_t i = 0; i < 3; i++) {
        prap_error error = {.size = sizeof error};
        assert_int_equal(prap_sqlite_backup(store, wrong[i], &error), PRAP_E_TEXT);
        assert_int_equal(error.status, PRAP_E_TEXT);
    }
    /* What a killed process left of its copy is in nobody's way. */
    kit_write("copy.db.partial", "left", 4);
    assert_int_equal(back_up(store, "copy.db"), PRAP_OK);
    prap_sqlite_close(store);
}

struct findings {
    size_t n;
    struct {
        uint32_t finding;
        char name[24];
        char case_id[PRAP_ID_BYTES + 1];
        uint64_t sequence;
    } rows[16];
    prap_status answer;
};

static prap_status keep(void *user, const prap_sqlite_finding *finding) {
    struct findings *all = user;
    assert_int_equal(finding->size, sizeof *finding);
    assert_true(finding->finding >= PRAP_SQLITE_FINDING_PAGE && finding->finding <= PRAP_SQLITE_FINDING_GAP);
    assert_true(strlen(finding->text) > 10);
    assert_true(all->n < 16);
    all->rows[all->n].finding = finding->finding;
    snprintf(all->rows[all->n].name, sizeof all->rows[0].name, "%s", finding->name);
    memcpy(all->rows[all->n].case_id, finding->key.case_id.bytes, finding->key.case_id.n);
    all->rows[all->n].sequence = finding->sequence;
    all->n++;
    return all->answer;
}

static void make_three_cases(void) {
    static const char *const names[] = {"A1", "B1", "C1"};
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    for (size_t c = 0; c < 3; c++) {
        for (uint64_t version = 0; version < 4; version++) {
            struct kit_change made;
            kit_change(&made, names[c], version, 1, "");
            made.notices[0] = (prap_notice_record){.size = sizeof made.notices[0], .sequence = version + 1};
            made.change.n_notices = 1;
            made.change.next_due = 100;
            assert_int_equal(kit_commit(store, &made.change), PRAP_OK);
        }
    }
    prap_sqlite_close(store);
}

static void every_row_that_is_damaged_is_told(void **state) {
    (void)state;
    static const struct {
        const char *sql;
        size_t n, n_quick;
        const char *names[4];
        const char *cases[4];
        uint64_t sequences[4];
    } rows[] = {
        {"SELECT 1", 0, 0, {0}, {0}, {0}},
        {"DELETE FROM case_ WHERE case_id = 'B1'", 4, 4, {"event-alone", "event-alone", "event-alone", "event-alone"},
         {"B1", "B1", "B1", "B1"}, {1, 2, 3, 4}},
        {"DELETE FROM event WHERE sequence = 2", 6, 6, {"notice-alone", "notice-alone", "notice-alone", "gap"},
         {"A1", "B1", "C1", "A1"}, {2, 2, 2, 3}},
        {"UPDATE case_ SET version = 9 WHERE case_id <> 'A1'", 2, 2, {"version", "version"}, {"B1", "C1"}, {0, 0}},
        {"DELETE FROM notice; DELETE FROM event WHERE sequence = 4 AND case_id = 'C1'", 1, 1, {"version"}, {"C1"}, {0}},
        {"PRAGMA ignore_check_constraints = ON; UPDATE event SET part = -1 WHERE case_id = 'A1' AND sequence = 1", 1, 1,
         {"row"}, {""}, {0}},
        {"PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'id <> ', 'id = ') WHERE name = 'event_id'",
         13, 0, {"index", "index", "index", "index"}, {"", "", "", ""}, {0}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        make_three_cases();
        kit_sql("a.db", rows[i].sql);
        prap_sqlite *store = kit_open("a.db", 0);
        for (uint32_t quick = 0; quick <= PRAP_SQLITE_QUICK; quick += PRAP_SQLITE_QUICK) {
            struct findings all = {0};
            uint64_t n = 77;
            assert_int_equal(prap_sqlite_examine(store, quick, keep, &all, &n, NULL), PRAP_OK);
            const size_t expected = quick != 0 ? rows[i].n_quick : rows[i].n;
            assert_int_equal(all.n, expected);
            assert_int_equal(n, all.n);
            for (size_t at = 0; at < expected && at < 4; at++) {
                assert_string_equal(all.rows[at].name, rows[i].names[at]);
                assert_string_equal(all.rows[at].case_id, rows[i].cases[at]);
                assert_int_equal(all.rows[at].sequence, rows[i].sequences[at]);
            }
            assert_int_equal(prap_sqlite_examine(store, quick, NULL, NULL, &n, NULL), PRAP_OK);
            assert_int_equal(n, all.n);
        }
        assert_int_equal(prap_sqlite_check(store, NULL), rows[i].n == 0 ? PRAP_OK : PRAP_E_DAMAGED);
        prap_sqlite_close(store);
        kit_remove("a.db");
    }
}

static void the_visit_decides_when_to_stop(void **state) {
    (void)state;
    make_three_cases();
    kit_sql("a.db", "DELETE FROM case_");
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_READ_ONLY);
    struct findings one = {.answer = PRAP_E_LIMIT};
    uint64_t n = 77;
    assert_int_equal(prap_sqlite_examine(store, 0, keep, &one, &n, NULL), PRAP_E_LIMIT);
    assert_int_equal(one.n, 1);
    assert_int_equal(n, 77);
    assert_int_equal(prap_sqlite_examine(NULL, 0, keep, &one, &n, NULL), PRAP_E_NULL);
    prap_error error = {.size = sizeof error};
    assert_int_equal(prap_sqlite_examine(store, 2, keep, &one, &n, &error), PRAP_E_RANGE);
    assert_non_null(strstr(error.message, "flags"));
    prap_sqlite_close(store);
}

/* A page of zeros in the middle of the file. */
static void a_page_that_was_lost_is_told(void **state) {
    (void)state;
    make_three_cases();
    size_t bytes = 0;
    uint8_t *content = kit_read("a.db", &bytes);
    unsigned told = 0;
    for (size_t at = 4096; at + 4096 <= bytes; at += 4096) {
        uint8_t page[4096];
        memcpy(page, content + at, sizeof page);
        memset(content + at, 0, sizeof page);
        kit_write("holed.db", content, bytes);
        memcpy(content + at, page, sizeof page);
        prap_sqlite *store = NULL;
        if (prap_sqlite_open(kit_path("holed.db"), 0, &store, NULL) == PRAP_OK) {
            uint64_t n = 0;
            const prap_status status = prap_sqlite_examine(store, 0, NULL, NULL, &n, NULL);
            assert_true(status == PRAP_E_DAMAGED || (status == PRAP_OK && n > 0));
            if (status == PRAP_OK) told++;
            prap_sqlite_close(store);
        }
        kit_remove("holed.db");
    }
    sqlite3_free(content);
    assert_true(told > 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        KIT_TEST(a_copy_has_everything_and_is_one_file),
        KIT_TEST(a_copy_can_be_read_from_anywhere),
        KIT_TEST(a_store_in_memory_can_be_kept),
        KIT_TEST(a_copy_is_of_one_moment_while_a_writer_writes),
        KIT_TEST(copies_to_one_place_do_not_spoil_each_other),
        KIT_TEST(a_copy_that_fails_leaves_nothing),
        KIT_TEST(every_row_that_is_damaged_is_told),
        KIT_TEST(the_visit_decides_when_to_stop),
        KIT_TEST(a_page_that_was_lost_is_told),
    };
    return cmocka_run_group_tests_name("store/copy", tests, NULL, NULL);
}
