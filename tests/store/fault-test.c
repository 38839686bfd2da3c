/*
 * fault-test.c: every call of the file system broken once, and from then on; every allocation likewise.
 * Whatever the store answered must be true of three states: of the handle itself, of the file as a killed
 * process leaves it, and of the file as a power cut leaves it (only what was synced).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "fault-vfs.h"
#include "share.h"
#include "store-kit.h"

static const struct {
    enum fault_call call;
    int code;
} faults[] = {
    {FAULT_OPEN, SQLITE_CANTOPEN},     {FAULT_READ, SQLITE_IOERR_READ},
    {FAULT_WRITE, SQLITE_IOERR_WRITE}, {FAULT_WRITE, SQLITE_FULL},
    {FAULT_SYNC, SQLITE_IOERR_FSYNC},  {FAULT_TRUNCATE, SQLITE_IOERR_TRUNCATE},
    {FAULT_SIZE, SQLITE_IOERR_FSTAT},  {FAULT_LOCK, SQLITE_IOERR_LOCK},
    {FAULT_LOCK, SQLITE_BUSY},         {FAULT_SHARE, SQLITE_IOERR_SHMLOCK},
    {FAULT_SHARE, SQLITE_BUSY},        {FAULT_DELETE, SQLITE_IOERR_DELETE},
};
enum { FAULTS = sizeof faults / sizeof *faults };

static const char *const parts[] = {"", "-wal", "-journal"};

static void remove_store(const char *name) {
    const char *const all[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < 4; i++) {
        char part[64];
        snprintf(part, sizeof part, "%s%s", name, all[i]);
        unlink(kit_path(part));
    }
}

/* The files as they are now, without the shared memory: what a killed process or a power cut leaves. */
static void copy_store(const char *from, const char *to) {
    remove_store(to);
    for (size_t i = 0; i < 3; i++) {
        char source[64], target[64];
        snprintf(source, sizeof source, "%s%s", from, parts[i]);
        snprintf(target, sizeof target, "%s%s", to, parts[i]);
        if (kit_exists(source)) kit_copy(source, target);
    }
}

/* Two changes in one batch: to a case that is there and to a new one. */
static prap_status commit_two(prap_sqlite *store) {
    struct kit_change old_case, new_case;
    kit_change(&old_case, "A1", 2, 2, "e3");
    kit_change(&new_case, "B1", 0, 1, "e1");
    old_case.notices[0] = (prap_notice_record){.size = sizeof old_case.notices[0], .sequence = 3, .due = 5};
    old_case.change.n_notices = 1;
    const prap_change changes[2] = {old_case.change, new_case.change};
    prap_status each[2] = {PRAP_E_BUG, PRAP_E_BUG};
    const prap_store *callbacks = prap_sqlite_store(store);
    const prap_status status = callbacks->commit(callbacks->user, changes, 2, each);
    assert_int_equal(each[0], each[1]);
    assert_int_equal(each[0], status);
    return status;
}

/* What a store answered of the batch, held against a state: 2 events before, 4 and a second case after. */
static void assert_true_of(prap_sqlite *store, prap_status answered) {
    const uint64_t version = kit_version(store, "A1");
    const bool after = version == 4;
    assert_true(after || version == 2);
    assert_int_equal(kit_version(store, "B1"), after ? 1 : 0);
    if (answered == PRAP_OK) assert_true(after);
    if (answered == PRAP_FAIL || answered == PRAP_RETRY) assert_false(after);
    assert_true(kit_is_whole(store, "A1"));
    assert_int_equal(prap_sqlite_check(store, NULL), PRAP_OK);
}

static void assert_true_of_file(const char *name, prap_status answered) {
    copy_store(name, "copy.db");
    prap_sqlite *store = kit_open("copy.db", 0);
    assert_true_of(store, answered);
    prap_sqlite_close(store);
}

/* One fault in one commit. Returns false when the fault was not reached: the loop is over. */
static bool commit_with(const struct fault *fault, unsigned *answers) {
    remove_store("a.db");
    remove_store("mirror/a.db");
    copy_store("base.db", "a.db");
    copy_store("base.db", "mirror/a.db");
    prap_sqlite *store = kit_open("a.db", 0);
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_OK); /* the WAL is in use */
    prap_sqlite_set_wait(store, 0);

    fault_order(fault);
    const prap_status status = commit_two(store);
    const bool reached = fault_happened();
    fault_order(NULL);
    answers[status]++;
    assert_true(status == PRAP_OK || status == PRAP_FAIL || status == PRAP_RETRY || status == PRAP_UNKNOWN);
    assert_true(reached || status == PRAP_OK);

    assert_true_of_file("a.db", status);
    assert_true_of_file("mirror/a.db", status);
    assert_true_of(store, status);
    /* The trouble is over: the same batch again finds out, and does it if need be. */
    const prap_status again = kit_append(store, "A1", 4, "e4");
    if (again == PRAP_CONFLICT) assert_int_equal(commit_two(store), PRAP_OK);
    if (again == PRAP_CONFLICT) assert_int_equal(kit_append(store, "A1", 4, "e4"), PRAP_OK);
    prap_sqlite_close(store);
    store = kit_open("a.db", 0);
    assert_int_equal(kit_version(store, "A1"), 5);
    assert_true(kit_is_whole(store, "A1"));
    prap_sqlite_close(store);
    return reached;
}

static void make_base(void) {
    assert_int_equal(mkdir(kit_path("mirror"), 0755), 0);
    fault_vfs_install();
    fault_mirror(kit_path("mirror/"));
    prap_sqlite *store = kit_open("base.db", PRAP_SQLITE_CREATE);
    assert_int_equal(kit_append(store, "A1", 0, "e1"), PRAP_OK);
    prap_sqlite_close(store);
}

static void remove_base(void) {
    fault_vfs_remove();
    remove_store("mirror/a.db");
    remove_store("mirror/base.db");
    remove_store("mirror/copy.db");
    assert_int_equal(rmdir(kit_path("mirror")), 0);
}

static void a_commit_is_before_or_after_whatever_fails(void **state) {
    (void)state;
    unsigned answers[8] = {0}, points = 0;
    make_base();
    for (size_t kind = 0; kind < FAULTS; kind++) {
        for (int sticky = 0; sticky < 2; sticky++) {
            /* SQLite tries a lock of the shared memory for ten seconds before it gives up. */
            if (sticky != 0 && faults[kind].call == FAULT_SHARE && faults[kind].code == SQLITE_BUSY) continue;
            struct fault fault = {faults[kind].call, 1, sticky != 0, faults[kind].code};
            while (commit_with(&fault, answers)) {
                fault.nth++;
                points++;
            }
        }
    }
    remove_base();
    print_message("%u points; answers: ok %u, retry %u, unknown %u, fail %u\n", points, answers[PRAP_OK],
                  answers[PRAP_RETRY], answers[PRAP_UNKNOWN], answers[PRAP_FAIL]);
    assert_true(answers[PRAP_RETRY] > 0 && answers[PRAP_UNKNOWN] > 0 && answers[PRAP_FAIL] > 0);
}

/* The mark of a commit is written and its sync fails: a recovery finds what the handle does not see. */
static void a_failed_sync_is_unknown(void **state) {
    (void)state;
    make_base();
    copy_store("base.db", "a.db");
    prap_sqlite *store = kit_open("a.db", 0);
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_OK);
    fault_order(&(struct fault){FAULT_SYNC, 1, false, SQLITE_IOERR_FSYNC});
    assert_int_equal(commit_two(store), PRAP_UNKNOWN);
    assert_true(fault_happened());
    fault_order(NULL);
    assert_int_equal(kit_version(store, "A1"), 2);
    copy_store("a.db", "copy.db");
    prap_sqlite *recovered = kit_open("copy.db", 0);
    assert_int_equal(kit_version(recovered, "A1"), 4);
    prap_sqlite_close(recovered);
    prap_sqlite_close(store);
    remove_base();
}

/* A disk that is full and stays so: nothing is written, and the words say why. */
static void a_full_disk_fails(void **state) {
    (void)state;
    make_base();
    copy_store("base.db", "a.db");
    prap_sqlite *store = kit_open("a.db", 0);
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_OK);
    fault_order(&(struct fault){FAULT_WRITE, 1, true, SQLITE_FULL});
    assert_int_equal(commit_two(store), PRAP_FAIL);
    prap_error error = {.size = sizeof error};
    assert_int_equal(prap_sqlite_last_error(store, &error), PRAP_FAIL);
    assert_non_null(strstr(error.message, "full"));
    assert_int_equal(kit_version(store, "A1"), 2); /* reading goes on */
    fault_order(NULL);
    assert_int_equal(commit_two(store), PRAP_OK);
    prap_sqlite_close(store);
    remove_base();
}

static prap_status visit_nothing(void *user, const prap_sqlite_notice *notice) {
    (void)user;
    (void)notice;
    return PRAP_OK;
}

static void a_question_that_cannot_be_read_fails_and_says_so(void **state) {
    (void)state;
    make_base();
    copy_store("base.db", "a.db");
    prap_sqlite *store = kit_open("a.db", 0);
    const prap_store *callbacks = prap_sqlite_store(store);
    const prap_key key = kit_key("", "A1");
    const prap_scan all = {.size = sizeof all, .due_by = PRAP_DAY_NONE, .limit = 8};
    const prap_scan due = {.size = sizeof due, .due_by = PRAP_DAY_MAX, .limit = 8};
    for (int question = 0; question < 6; question++) {
        prap_sink sink = {0};
        prap_error error = {.size = sizeof error};
        prap_status status = PRAP_OK;
        fault_order(&(struct fault){FAULT_SHARE, 1, true, SQLITE_IOERR_SHMLOCK});
        if (question == 0) status = callbacks->load(callbacks->user, &key, &sink);
        if (question == 1) status = callbacks->read(callbacks->user, &key, 1, 8, &sink);
        if (question == 2) status = callbacks->scan(callbacks->user, &all, &sink);
        if (question == 3) status = callbacks->scan(callbacks->user, &due, &sink);
        if (question == 4) status = prap_sqlite_notices(store, 0, 8, visit_nothing, NULL, &error);
        if (question == 5) status = prap_sqlite_check(store, &error);
        fault_order(NULL);
        assert_int_equal(status, PRAP_FAIL);
        assert_int_equal(sink.n, 0);
        if (question >= 4) assert_int_equal(error.status, PRAP_FAIL);
        error.message[0] = '\0';
        assert_int_equal(prap_sqlite_last_error(store, &error), PRAP_FAIL);
        assert_non_null(strstr(error.message, "disk I/O error"));
        assert_int_equal(kit_version(store, "A1"), 1); /* and goes on when the trouble is over */
    }
    prap_sqlite_close(store);
    remove_base();
}

/* Opening, making and closing under faults: refused, or usable, and what was there stays there. */
static bool open_with(const struct fault *fault, bool create, unsigned *ret_opened) {
    remove_store("a.db");
    remove_store("mirror/a.db");
    if (!create) copy_store("base.db", "a.db");
    prap_sqlite *store = NULL;
    prap_error error = {.size = sizeof error};
    fault_order(fault);
    const prap_status status =
        prap_sqlite_open(kit_path("a.db"), create ? PRAP_SQLITE_CREATE : 0, &store, &error);
    const bool reached = fault_happened();
    fault_order(NULL);
    if (status == PRAP_OK) {
        (*ret_opened)++;
        assert_int_equal(kit_append(store, "A1", create ? 0 : 1, "e2"), PRAP_OK);
        fault_order(fault); /* and once more while closing, which tidies the WAL away */
        prap_sqlite_close(store);
        fault_order(NULL);
    } else {
        assert_true(status == PRAP_FAIL || status == PRAP_RETRY);
        assert_null(store);
        assert_string_not_equal(error.message, "");
    }
    copy_store("a.db", "copy.db");
    store = kit_open("copy.db", create ? PRAP_SQLITE_CREATE : 0);
    assert_int_equal(kit_version(store, "A1"), (create ? 0 : 1) + (status == PRAP_OK ? 1 : 0));
    if (kit_version(store, "A1") > 0) assert_true(kit_is_whole(store, "A1"));
    assert_int_equal(prap_sqlite_check(store, NULL), PRAP_OK);
    prap_sqlite_close(store);
    assert_true(reached || status == PRAP_OK);
    return reached;
}

static void opening_is_whole_or_refused_whatever_fails(void **state) {
    (void)state;
    unsigned points = 0, opened = 0;
    make_base();
    for (size_t kind = 0; kind < FAULTS; kind++) {
        if (faults[kind].code == SQLITE_BUSY)
            continue; /* would be waited for; process-test.c has real locks */
        for (int variant = 0; variant < 4; variant++) {
            struct fault fault = {faults[kind].call, 1, (variant & 1) != 0, faults[kind].code};
            while (open_with(&fault, (variant & 2) != 0, &opened)) {
                fault.nth++;
                points++;
            }
        }
    }
    remove_base();
    print_message("%u points, of which %u left the store usable\n", points, opened);
}

/* Allocations. SQLite's own allocator with a call that fails. */
static sqlite3_mem_methods real_memory;
static unsigned long until_failure; /* 0: never */
static bool memory_failed, memory_sticky;

static bool memory_fails(void) {
    if (until_failure == 0 || --until_failure > 0) return false;
    if (memory_sticky) until_failure = 1;
    memory_failed = true;
    return true;
}

static void *failing_malloc(int bytes) {
    return memory_fails() ? NULL : real_memory.xMalloc(bytes);
}

static void *failing_realloc(void *block, int bytes) {
    return memory_fails() ? NULL : real_memory.xRealloc(block, bytes);
}

/* What a call may answer that wants memory and does not get it, while perhaps a file fails too. */
static bool may_fail_so(prap_status status, bool with_file) {
    return status == PRAP_FAIL || status == PRAP_E_NOMEM || (with_file && (status == PRAP_RETRY || status == PRAP_E_DAMAGED));
}

/* The whole life of a store under one failing allocation, and the failure of a file or NULL. Returns whether the allocation
   was reached. */
static bool live_with(unsigned long nth, bool sticky, const struct fault *fault) {
    remove_store("a.db");
    copy_store("base.db", "a.db");
    prap_sqlite *store = NULL;
    prap_status status = PRAP_E_BUG;
    until_failure = nth;
    memory_sticky = sticky;
    memory_failed = false;
    fault_order(fault);
    const prap_status opened = prap_sqlite_open(kit_path("a.db"), 0, &store, NULL);
    if (opened == PRAP_OK) {
        const prap_store *callbacks = prap_sqlite_store(store);
        const prap_key key = kit_key("", "A1");
        prap_sink sink = {0};
        const prap_status loaded = callbacks->load(callbacks->user, &key, &sink);
        assert_true(loaded == PRAP_OK || may_fail_so(loaded, fault != NULL));
        status = kit_append(store, "A1", 1, "e2");
        assert_true(status == PRAP_OK || status == PRAP_UNKNOWN || may_fail_so(status, fault != NULL));
    } else {
        assert_true(may_fail_so(opened, fault != NULL));
        assert_null(store);
    }
    const bool reached = memory_failed;
    until_failure = 0;
    fault_order(NULL);
    prap_sqlite_close(store);
    store = kit_open("a.db", 0);
    const uint64_t version = kit_version(store, "A1");
    assert_true(version == 1 || version == 2);
    if (status == PRAP_OK) assert_int_equal(version, 2);
    if (opened != PRAP_OK || (status != PRAP_OK && status != PRAP_UNKNOWN)) assert_int_equal(version, 1);
    assert_true(kit_is_whole(store, "A1"));
    prap_sqlite_close(store);
    assert_int_equal(sqlite3_memory_used(), 0);
    return reached;
}

static void begin_failing_memory(void) {
    prap_sqlite *store = kit_open("base.db", PRAP_SQLITE_CREATE);
    assert_int_equal(kit_append(store, "A1", 0, "e1"), PRAP_OK);
    prap_sqlite_close(store);

    sqlite3_shutdown();
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real_memory);
    sqlite3_mem_methods failing = real_memory;
    failing.xMalloc = failing_malloc;
    failing.xRealloc = failing_realloc;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &failing);
    sqlite3_initialize();
    fault_vfs_install(); /* for its speed, and its failures */
}

static void end_failing_memory(void) {
    fault_vfs_remove();
    sqlite3_shutdown();
    sqlite3_config(SQLITE_CONFIG_MALLOC, &real_memory);
}

static void no_allocation_is_indispensable(void **state) {
    (void)state;
    begin_failing_memory();
    const unsigned long step = 1000 / test_share(1000); /* every one, or a part of them under Valgrind */
    unsigned long points = 0;
    for (int sticky = 0; sticky < 2; sticky++) {
        unsigned long nth = 1;
        while (live_with(nth, sticky != 0, NULL)) {
            nth += step;
            points++;
        }
    }
    end_failing_memory();
    print_message("%lu allocations failed\n", points);
    assert_true(points > 10);
}

/* Pairs: each file operation of a life fails, once or for good, and then an allocation after it or before. */
static void memory_and_files_fail_together(void **state) {
    static const struct fault kinds[] = {
        {FAULT_OPEN, 0, false, SQLITE_CANTOPEN},      {FAULT_READ, 0, false, SQLITE_IOERR_READ},
        {FAULT_WRITE, 0, false, SQLITE_IOERR_WRITE},  {FAULT_WRITE, 0, true, SQLITE_FULL},
        {FAULT_SYNC, 0, true, SQLITE_IOERR_FSYNC},    {FAULT_SIZE, 0, false, SQLITE_IOERR_FSTAT},
        {FAULT_LOCK, 0, false, SQLITE_IOERR_LOCK},    {FAULT_SHARE, 0, true, SQLITE_IOERR_SHMLOCK},
    };
    enum { OPERATIONS = 6, STRIDE = 97 };
    (void)state;
    begin_failing_memory();
    unsigned long pairs = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        for (unsigned at = 1; at <= OPERATIONS; at += (unsigned)(1000 / test_share(1000))) {
            struct fault fault = kinds[i];
            fault.nth = at;
            for (unsigned long nth = 1 + (i * OPERATIONS + at) % STRIDE; live_with(nth, at % 2 == 0, &fault); nth += STRIDE)
                pairs++;
        }
    }
    end_failing_memory();
    print_message("%lu pairs\n", pairs);
    assert_true(pairs > 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        KIT_TEST(a_commit_is_before_or_after_whatever_fails),
        KIT_TEST(a_failed_sync_is_unknown),
        KIT_TEST(a_full_disk_fails),
        KIT_TEST(a_question_that_cannot_be_read_fails_and_says_so),
        KIT_TEST(opening_is_whole_or_refused_whatever_fails),
        KIT_TEST(no_allocation_is_indispensable),
        KIT_TEST(memory_and_files_fail_together),
    };
    return cmocka_run_group_tests_name("store/fault", tests, NULL, NULL);
}
