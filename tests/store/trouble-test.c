/* trouble-test.c: a database that others lock, that may not grow, that is damaged: which status, and what
 * remains. */
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "fault-vfs.h"
#include "share.h"
#include "store-kit.h"

static void make_store(const char *name, uint64_t versions) {
    prap_sqlite *store = kit_open(name, PRAP_SQLITE_CREATE);
    for (uint64_t i = 0; i < versions; i++)
        assert_int_equal(kit_append(store, "A1", i, ""), PRAP_OK);
    prap_sqlite_close(store);
}

static void assert_says(prap_sqlite *store, prap_status status, const char *word) {
    prap_error error = {.size = sizeof error};
    assert_int_equal(prap_sqlite_last_error(store, &error), status);
    assert_int_equal(error.status, status);
    assert_string_equal(error.field, "store");
    if (strstr(error.message, word) == NULL) fail_msg("\"%s\" does not say %s", error.message, word);
}

static sqlite3 *lock(const char *name, const char *sql) {
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(kit_path(name), &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    return db;
}

static void a_locked_database_is_retry(void **state) {
    (void)state;
    make_store("a.db", 1);
    prap_sqlite *store = kit_open("a.db", 0);
    assert_int_equal(prap_sqlite_set_wait(store, 0), PRAP_OK);
    assert_int_equal(prap_sqlite_set_wait(store, 600001), PRAP_E_RANGE);
    sqlite3 *other = lock("a.db", "BEGIN IMMEDIATE");
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_RETRY);
    assert_says(store, PRAP_RETRY, "locked");
    assert_int_equal(kit_version(store, "A1"), 1); /* in WAL form a reader need not wait for a writer */
    sqlite3_exec(other, "COMMIT", NULL, NULL, NULL);
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_OK);
    sqlite3_close(other);
    prap_sqlite_close(store);
}

static double seconds_to_retry(prap_sqlite *store) {
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_RETRY);
    clock_gettime(CLOCK_MONOTONIC, &to);
    return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

static void the_wait_for_a_lock_is_as_long_as_set(void **state) {
    (void)state;
    make_store("a.db", 1);
    prap_sqlite *store = kit_open("a.db", 0);
    sqlite3 *other = lock("a.db", "BEGIN IMMEDIATE");
    assert_int_equal(prap_sqlite_set_wait(store, 300), PRAP_OK);
    assert_true(seconds_to_retry(store) >= 0.25);
    sqlite3_close(other);
    prap_sqlite_close(store);
}

/* Not WAL form: a file system that cannot share memory, or a file that somebody turned back. A reader then
   keeps a writer from committing, after BEGIN IMMEDIATE. */
static void a_lock_that_shows_only_at_commit_is_retry(void **state) {
    (void)state;
    make_store("a.db", 1);
    prap_sqlite *store = kit_open("a.db", 0);
    prap_sqlite_close(store);
    kit_sql("a.db", "PRAGMA journal_mode = DELETE");
    /* A reader keeps the next opening from turning the file to WAL form. */
    sqlite3 *reader = lock("a.db", "BEGIN; SELECT count(*) FROM case_");
    const time_t before = time(NULL);
    store = kit_open("a.db", 0);
    assert_true(time(NULL) - before < 20);
    prap_sqlite_set_wait(store, 0);
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_RETRY);
    assert_says(store, PRAP_RETRY, "locked");
    assert_int_equal(kit_version(store, "A1"), 1);
    sqlite3_close(reader);
    assert_int_equal(kit_append(store, "A1", 1, "e2"), PRAP_OK);
    assert_true(kit_is_whole(store, "A1"));
    prap_sqlite_close(store);
}

static int append_when_files_may_not_grow(void *user) {
    prap_sqlite *store = kit_open(user, 0);
    size_t wal_bytes = 0;
    if (kit_append(store, "A1", 1, "e2") != PRAP_OK) return 1;
    sqlite3_free(kit_read("a.db-wal", &wal_bytes));
    signal(SIGXFSZ, SIG_IGN);
    const struct rlimit limit = {wal_bytes + 5000, RLIM_INFINITY}; /* room for one page and a piece */
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
    if (kit_append(store, "A1", 2, "e3") != PRAP_FAIL) return 3;
    prap_error error = {.size = sizeof error};
    if (prap_sqlite_last_error(store, &error) != PRAP_FAIL || strstr(error.message, "full") == NULL) return 4;
    if (kit_version(store, "A1") != 2 || !kit_is_whole(store, "A1")) return 5;
    const struct rlimit none = {RLIM_INFINITY, RLIM_INFINITY};
    if (setrlimit(RLIMIT_FSIZE, &none) != 0) return 6;
    if (kit_append(store, "A1", 2, "e3") != PRAP_OK) return 7;
    prap_sqlite_close(store);
    return 0;
}

/* The system's own "no room", not a simulated one (fault-test.c has those, at every write). */
static void a_file_that_may_not_grow_fails_and_keeps_what_it_had(void **state) {
    (void)state;
    make_store("a.db", 1);
    assert_int_equal(kit_in_child(append_when_files_may_not_grow, "a.db", false), 0);
    prap_sqlite *store = kit_open("a.db", 0);
    assert_int_equal(kit_version(store, "A1"), 3);
    assert_true(kit_is_whole(store, "A1"));
    prap_sqlite_close(store);
}

/* A disk that is really full: a file system of 400 kB in a mount of the child's own. 77: it may not mount. */
static int fill_a_small_disk(void *user) {
    (void)user;
    if (unshare(CLONE_NEWNS) != 0 || mount("none", "/", "none", MS_REC | MS_PRIVATE, NULL) != 0) return 77;
    if (mkdir(kit_path("disk"), 0755) != 0 || mount("tmpfs", kit_path("disk"), "tmpfs", 0, "size=400k") != 0) return 77;
    prap_sqlite *store = kit_open("disk/a.db", PRAP_SQLITE_CREATE);
    uint64_t version = 0;
    prap_status status;
    while ((status = kit_append(store, "A1", version, "")) == PRAP_OK && version < 100000)
        version++;
    prap_error error = {.size = sizeof error};
    if (status != PRAP_FAIL || version < 10) return 1;
    if (prap_sqlite_last_error(store, &error) != PRAP_FAIL || strstr(error.message, "full") == NULL) return 2;
    if (kit_version(store, "A1") != version || prap_sqlite_check(store, NULL) != PRAP_OK) return 3;
    if (prap_sqlite_backup(store, kit_path("disk/copy.db"), NULL) != PRAP_FAIL || kit_exists("disk/copy.db")) return 4;
    prap_sqlite_close(store);
    store = kit_open("disk/a.db", 0); /* and opened again on the full disk */
    if (kit_version(store, "A1") != version) return 5;
    if (mount("tmpfs", kit_path("disk"), "tmpfs", MS_REMOUNT, "size=4m") != 0) return 6; /* there is room again */
    for (int i = 0; i < 20; i++)
        if (kit_append(store, "A1", version++, "") != PRAP_OK) return 7;
    if (prap_sqlite_check(store, NULL) != PRAP_OK) return 8;
    prap_sqlite_close(store);
    umount(kit_path("disk"));
    return 0;
}

static void a_full_disk_fails_and_is_used_again_when_there_is_room(void **state) {
    (void)state;
    const int code = kit_in_child(fill_a_small_disk, NULL, false);
    rmdir(kit_path("disk"));
    if (code == 77) skip();
    assert_int_equal(code, 0);
}

/* Whoever removes or replaces the file under a program that has it open is noticed before anything is acknowledged. */
static void a_file_that_was_removed_or_replaced_takes_nothing_more(void **state) {
    (void)state;
    for (int how = 0; how < 3; how++) {
        make_store("a.db", 1);
        make_store("other.db", 5);
        prap_sqlite *store = kit_open("a.db", 0);
        assert_int_equal(kit_append(store, "A1", 1, ""), PRAP_OK);
        if (how == 0) assert_int_equal(unlink(kit_path("a.db")), 0);
        if (how == 1) assert_int_equal(rename(kit_path("a.db"), kit_path("moved.db")), 0);
        if (how == 2) assert_int_equal(rename(kit_path("other.db"), kit_path("a.db")), 0);
        assert_int_equal(kit_append(store, "A1", 2, ""), PRAP_FAIL);
        assert_says(store, PRAP_FAIL, "removed, renamed or replaced");
        assert_int_equal(prap_sqlite_check(store, NULL), PRAP_FAIL);
        assert_int_equal(prap_sqlite_backup(store, kit_path("copy.db"), NULL), PRAP_FAIL);
        assert_int_equal(prap_sqlite_sidecar_put(store, kit_text("x"), (prap_bytes){0}, NULL), PRAP_FAIL);
        prap_sqlite_close(store);
        kit_remove("a.db");
        kit_remove("other.db");
        kit_remove("moved.db");
    }
}

static unsigned mode_of(const char *name) {
    struct stat found;
    return stat(kit_path(name), &found) == 0 ? found.st_mode & 0777 : 0;
}

/* What the store makes is its owner's, whatever the umask; a host that wants otherwise makes the file first. */
static void a_new_file_is_its_owners_alone(void **state) {
    (void)state;
    const mode_t before = umask(0);
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    assert_int_equal(kit_append(store, "A1", 0, "e"), PRAP_OK);
    assert_int_equal(mode_of("a.db"), 0600);
    assert_int_equal(mode_of("a.db-wal"), 0600);
    assert_int_equal(mode_of("a.db-shm"), 0600);
    prap_sqlite_close(store);
    kit_write("shared.db", "", 0);
    assert_int_equal(chmod(kit_path("shared.db"), 0660), 0);
    store = kit_open("shared.db", PRAP_SQLITE_CREATE);
    assert_int_equal(kit_append(store, "A1", 0, "e"), PRAP_OK);
    assert_int_equal(mode_of("shared.db"), 0660);
    assert_int_equal(mode_of("shared.db-wal"), 0660);
    prap_sqlite_close(store);
    umask(before);
}

static long bytes_of(const char *name) {
    struct stat found;
    return stat(kit_path(name), &found) == 0 ? (long)found.st_size : 0;
}

/* Never a moment without a reader of the log: one transaction begins before the other ends. */
static int read_without_end(void *user) {
    sqlite3 *readers[2] = {NULL, NULL};
    (void)user;
    for (int i = 0;; i++) {
        sqlite3 **reader = &readers[i % 2];
        if (*reader != NULL) sqlite3_exec(*reader, "COMMIT", NULL, NULL, NULL);
        if (*reader == NULL && sqlite3_open(kit_path("a.db"), reader) != SQLITE_OK) return 1;
        sqlite3_exec(*reader, "BEGIN; SELECT count(*) FROM case_", NULL, NULL, NULL);
        if (i == 2) kit_write("reading", "", 0);
        usleep(3000);
    }
}

enum { WRITES = 4000, ATTEMPTS = 4 };

/* The longest that the log was while so much was written, or -1 when a write failed; and what it was in the end. Nothing is
   asserted before the reader is gone. */
static long longest_log(prap_sqlite *store, long *ret_last) {
    long longest = 0;
    const uint64_t from = kit_version(store, "A1");
    for (uint64_t i = from; i < from + WRITES; i++) {
        if (kit_append(store, "A1", i, "") != PRAP_OK) return -1;
        *ret_last = bytes_of("a.db-wal");
        if (*ret_last > longest) longest = *ret_last;
    }
    return longest;
}

static long write_beside_a_reader(void) {
    make_store("a.db", 1);
    const pid_t child = fork();
    if (child == 0) _exit(read_without_end(NULL));
    while (child > 0 && !kit_exists("reading"))
        usleep(1000);
    prap_sqlite *store = kit_open("a.db", 0);
    long last = 0;
    const long longest = longest_log(store, &last);
    if (child > 0) kill(child, SIGKILL);
    waitpid(child, NULL, 0);
    print_message("the log was %ld bytes at most, and is %ld\n", longest, last);
    assert_true(child > 0);
    prap_sqlite_close(store);
    assert_int_equal(bytes_of("a.db-wal"), 0); /* the last to close carries it over */
    kit_remove("a.db");
    kit_remove("reading");
    return longest;
}

/* Longer than without readers in the way, shorter than without the wait: it would hold all that was written then, some 16,000
   pages. */
static bool was_kept_short(long longest) {
    return longest > 1000 * 4096L && longest < 10000 * 4152L;
}

/* How often the wait is in vain depends on how busy the machine is, each time is a thousand pages, and a reader that is not let
   run for a second costs ten, or stands in nobody's way: so it is tried again. */
static void the_log_stays_short_although_somebody_always_reads(void **state) {
    (void)state;
    fault_vfs_install(); /* for its speed */
    long longest = write_beside_a_reader();
    for (int i = 1; !was_kept_short(longest) && i < ATTEMPTS; i++)
        longest = write_beside_a_reader();
    assert_true(was_kept_short(longest));
    fault_vfs_remove();
}

enum { EAGER_WRITERS = 5 };

/* Commits without a pause for a second; answers how often, or 255 when it was told to try again. */
static int write_eagerly(void *user) {
    struct timespec from, now;
    uint64_t n = 0;
    prap_sqlite *store = kit_open("a.db", 0);
    clock_gettime(CLOCK_MONOTONIC, &from);
    do {
        if (kit_append(store, user, n, "") != PRAP_OK) return 255;
        n++;
        clock_gettime(CLOCK_MONOTONIC, &now);
    } while (now.tv_sec - from.tv_sec < 1 || (now.tv_sec - from.tv_sec == 1 && now.tv_nsec < from.tv_nsec));
    prap_sqlite_close(store);
    return n > 250 ? 250 : (int)n;
}

/* Answers whether the slowest writer had a tenth of an equal share. None may be told to try again. */
static bool each_has_its_turn(void) {
    static char names[EAGER_WRITERS][8];
    pid_t children[EAGER_WRITERS];
    make_store("a.db", 1);
    for (int i = 0; i < EAGER_WRITERS; i++) {
        snprintf(names[i], sizeof names[i], "W%d", i);
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (children[i] == 0) _exit(write_eagerly(names[i]));
    }
    int least = 255, all = 0;
    for (int i = 0; i < EAGER_WRITERS; i++) {
        int how = 0;
        waitpid(children[i], &how, 0);
        assert_true(WIFEXITED(how));
        assert_int_not_equal(WEXITSTATUS(how), 255);
        all += WEXITSTATUS(how);
        if (WEXITSTATUS(how) < least) least = WEXITSTATUS(how);
    }
    kit_remove("a.db");
    print_message("%d commits, the slowest writer %d\n", all, least);
    return least > 0 && least * EAGER_WRITERS * 10 >= all;
}

/* A writer that the system does not let run for most of the second is no fault of the store's: it is tried again. */
static void no_writer_starves(void **state) {
    (void)state;
    bool fair = each_has_its_turn();
    for (int i = 1; !fair && i < ATTEMPTS; i++)
        fair = each_has_its_turn();
    assert_true(fair);
}

/* Everything that can be asked of a store, as one number: FNV-1a over what it answered. *ret_damage: it
 * noticed. */
static uint64_t answers_of(const char *name, bool *ret_damage) {
    uint64_t hash = 14695981039346656037u;
    prap_sqlite *store = NULL;
    prap_status status = prap_sqlite_open(kit_path(name), 0, &store, NULL);
    *ret_damage = status != PRAP_OK;
    if (status != PRAP_OK) return 0;
    const prap_store *callbacks = prap_sqlite_store(store);
    static prap_sink sink;
    sink = (prap_sink){0};
    const prap_scan all = {.size = sizeof all, .due_by = PRAP_DAY_NONE, .limit = 8};
    const prap_scan due = {.size = sizeof due, .due_by = PRAP_DAY_MAX, .limit = 8};
    const prap_key keys[2] = {kit_key("", "A1"), kit_key("", "B1")};
    prap_status statuses[7] = {0};
    statuses[0] = callbacks->scan(callbacks->user, &all, &sink);
    statuses[1] = callbacks->scan(callbacks->user, &due, &sink);
    for (size_t i = 0; i < 2; i++) {
        statuses[2 + i] = callbacks->load(callbacks->user, &keys[i], &sink);
        statuses[4 + i] = callbacks->read(callbacks->user, &keys[i], 1, 8, &sink);
    }
    statuses[6] = prap_sqlite_check(store, NULL);
    for (size_t i = 0; i < 7; i++) {
        const prap_status said = statuses[i];
        if (said != PRAP_OK && said != PRAP_NONE && said != PRAP_E_DAMAGED)
            fail_msg("question %zu: %d", i, said);
        *ret_damage = *ret_damage || said == PRAP_E_DAMAGED;
    }
    prap_sqlite_close(store);
    for (size_t i = 0; i < sizeof sink.rows; i++)
        hash = (hash ^ ((const uint8_t *)sink.rows)[i]) * 1099511628211u;
    return hash;
}

/* Only SQLite's own check can know this: a row that breaks a constraint of its table. */
static void a_row_that_breaks_its_tables_rules_is_found_by_the_check(void **state) {
    (void)state;
    make_store("a.db", 2);
    kit_sql("a.db", "PRAGMA ignore_check_constraints = ON; UPDATE event SET part = -1");
    prap_sqlite *store = kit_open("a.db", 0);
    assert_int_equal(prap_sqlite_check(store, NULL), PRAP_E_DAMAGED);
    assert_says(store, PRAP_E_DAMAGED, "integrity");
    prap_sqlite_close(store);
}

static void a_file_that_was_cut_is_damage(void **state) {
    (void)state;
    make_store("a.db", 3);
    bool damage = false;
    const uint64_t sound = answers_of("a.db", &damage);
    assert_false(damage);
    size_t bytes = 0, noticed = 0;
    uint8_t *content = kit_read("a.db", &bytes);
    for (size_t kept = 100; kept < bytes; kept += 1024) {
        kit_write("cut.db", content, kept);
        const uint64_t hash = answers_of("cut.db", &damage);
        /* A last page that holds nothing may be cut without loss. */
        if (!damage && hash != sound) fail_msg("cut at %zu of %zu bytes and not noticed", kept, bytes);
        noticed += damage;
    }
    assert_true(noticed > bytes / 1024 / 2);
    sqlite3_free(content);
}

/*
 * Bits flipped one at a time over the whole file. None may crash or hang the store, and what changes an
 * answer must be noticed, or lie inside a record or snapshot (which libprap checksums) or in index columns
 * that no answer shows.
 */
static void a_flipped_bit_never_passes_for_another_case_or_event(void **state) {
    (void)state;
    fault_vfs_install(); /* for its speed */
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    struct kit_change made;
    for (uint64_t i = 0; i < 3; i++) {
        kit_change(&made, "A1", i, 1, "");
        made.change.next_due = 100;
        assert_int_equal(kit_commit(store, &made.change), PRAP_OK);
    }
    assert_int_equal(kit_append(store, "B1", 0, "e1"), PRAP_OK);
    prap_sqlite_close(store);

    bool damage = false;
    const uint64_t sound = answers_of("a.db", &damage);
    assert_false(damage);
    size_t bytes = 0;
    uint8_t *content = kit_read("a.db", &bytes);
    static const char *const checksummed[] = {"A1 is at 3", "B1 is at 1", "A1 1", "A1 2", "A1 3", "B1 1"};
    uint8_t *inside = sqlite3_malloc64(bytes);
    memset(inside, 0, bytes);
    for (size_t i = 0; i < sizeof checksummed / sizeof *checksummed; i++) {
        const size_t n = strlen(checksummed[i]);
        for (size_t at = 0; at + n <= bytes; at++) {
            if (memcmp(content + at, checksummed[i], n) == 0) memset(inside + at, 1, n);
        }
    }
    size_t noticed = 0, unseen = 0, in_records = 0;
    const size_t step = 199 * (1000 / test_share(1000));
    for (size_t bit = 5; bit < bytes * 8; bit += step) {
        content[bit / 8] ^= (uint8_t)(1u << bit % 8);
        kit_write("flipped.db", content, bytes);
        const uint64_t hash = answers_of("flipped.db", &damage);
        content[bit / 8] ^= (uint8_t)(1u << bit % 8);
        if (damage) {
            noticed++;
        } else if (hash == sound) {
            unseen++;
        } else if (inside[bit / 8] != 0) {
            in_records++;
        } else {
            fail_msg("byte %zu, bit %zu: another answer and no damage noticed", bit / 8, bit % 8);
        }
    }
    print_message("%zu noticed, %zu without effect, %zu inside checksummed records\n", noticed, unseen,
                  in_records);
    assert_true(noticed > 0);
    sqlite3_free(content);
    sqlite3_free(inside);
    fault_vfs_remove();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        KIT_TEST(a_locked_database_is_retry),
        KIT_TEST(the_wait_for_a_lock_is_as_long_as_set),
        KIT_TEST(a_lock_that_shows_only_at_commit_is_retry),
        KIT_TEST(a_file_that_may_not_grow_fails_and_keeps_what_it_had),
        KIT_TEST(a_full_disk_fails_and_is_used_again_when_there_is_room),
        KIT_TEST(a_file_that_was_removed_or_replaced_takes_nothing_more),
        KIT_TEST(a_new_file_is_its_owners_alone),
        KIT_TEST(the_log_stays_short_although_somebody_always_reads),
        KIT_TEST(no_writer_starves),
        KIT_TEST(a_row_that_breaks_its_tables_rules_is_found_by_the_check),
        KIT_TEST(a_file_that_was_cut_is_damage),
        KIT_TEST(a_flipped_bit_never_passes_for_another_case_or_event),
    };
    return cmocka_run_group_tests_name("store/trouble", tests, NULL, NULL);
}
