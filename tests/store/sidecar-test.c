/*
 * sidecar-test.c: a person's data beside the journal: what is put is got, what is shredded is nowhere, whatever fails.
 * After a shredding every byte of the file, the write-ahead log and the rollback journal is searched.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "fault-vfs.h"
#include "store-kit.h"

static const char *const parts[] = {"", "-wal", "-journal", "-shm"};

enum { PIECE = 16 };

/* Data that can be told from all other: piece after piece of 16 bytes, each with the seed in it. */
static prap_bytes data_of(unsigned seed, size_t n) {
    static char room[1 << 17];
    for (size_t i = 0; i + PIECE <= n; i += PIECE) snprintf(room + i, PIECE + 1, "<Odegardh%03u%03zu>", seed % 1000, i / PIECE % 1000);
    return (prap_bytes){(const uint8_t *)room, n - n % PIECE};
}

static bool holds(const uint8_t *bytes, size_t n, const char *piece) {
    const size_t length = strlen(piece);
    for (size_t i = 0; i + length <= n; i++) {
        if (memcmp(bytes + i, piece, length) == 0) return true;
    }
    return false;
}

/* Whether anything of the data with this seed stands in any of the store's files. */
static bool is_anywhere(const char *name, unsigned seed) {
    char piece[16];
    snprintf(piece, sizeof piece, "Odegardh%03u", seed % 1000);
    bool found = false;
    for (size_t i = 0; i < 4; i++) {
        char part[64];
        size_t n = 0;
        snprintf(part, sizeof part, "%s%s", name, parts[i]);
        if (!kit_exists(part)) continue;
        uint8_t *bytes = kit_read(part, &n);
        found = found || holds(bytes, n, piece);
        sqlite3_free(bytes);
    }
    return found;
}

struct got {
    size_t n;
    uint32_t sum;
    prap_status stop_with;
};

static uint32_t sum_of(prap_bytes data) {
    uint32_t sum = 2166136261u;
    for (size_t i = 0; i < data.n; i++) sum = (sum ^ data.bytes[i]) * 16777619u;
    return sum;
}

static prap_status see(void *user, prap_bytes data) {
    struct got *got = user;
    got->n = data.n;
    got->sum = sum_of(data);
    return got->stop_with;
}

static prap_status put(prap_sqlite *store, const char *id, unsigned seed, size_t n) {
    return prap_sqlite_sidecar_put(store, kit_text(id), data_of(seed, n), NULL);
}

/* PRAP_OK: what is there is this and whole. PRAP_NONE: nothing is there. */
static prap_status got(prap_sqlite *store, const char *id, unsigned seed, size_t n) {
    struct got got = {0};
    const prap_status status = prap_sqlite_sidecar_get(store, kit_text(id), see, &got, NULL);
    if (status == PRAP_OK) {
        assert_int_equal(got.n, data_of(seed, n).n);
        assert_int_equal(got.sum, sum_of(data_of(seed, n)));
    }
    return status;
}

static void what_is_put_is_got(void **state) {
    (void)state;
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    assert_int_equal(got(store, "p1", 1, 0), PRAP_NONE);
    assert_int_equal(prap_sqlite_sidecar_shred(store, kit_text("p1"), NULL), PRAP_NONE);
    static const size_t sizes[] = {0, 16, 160, 4096, 5000, 65536};
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(put(store, "p1", (unsigned)i, sizes[i]), PRAP_OK);
        assert_int_equal(got(store, "p1", (unsigned)i, sizes[i]), PRAP_OK);
    }
    assert_int_equal(got(store, "p2", 1, 0), PRAP_NONE);
    assert_int_equal(prap_sqlite_check(store, NULL), PRAP_OK);
    prap_sqlite_close(store);
    store = kit_open("a.db", PRAP_SQLITE_READ_ONLY);
    assert_int_equal(got(store, "p1", 5, 65536), PRAP_OK);
    assert_int_equal(put(store, "p1", 1, 16), PRAP_FAIL);
    assert_int_equal(prap_sqlite_sidecar_shred(store, kit_text("p1"), NULL), PRAP_FAIL);
    prap_sqlite_close(store);
}

static void what_is_there_is_not_added_to(void **state) {
    (void)state;
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    assert_int_equal(prap_sqlite_sidecar_add(store, kit_text("p1"), data_of(1, 160), NULL), PRAP_OK);
    assert_int_equal(prap_sqlite_sidecar_add(store, kit_text("p1"), data_of(2, 320), NULL), PRAP_DUPLICATE);
    assert_int_equal(got(store, "p1", 1, 160), PRAP_OK);
    assert_int_equal(prap_sqlite_sidecar_shred(store, kit_text("p1"), NULL), PRAP_OK);
    assert_int_equal(prap_sqlite_sidecar_add(store, kit_text("p1"), data_of(2, 320), NULL), PRAP_OK);
    assert_int_equal(got(store, "p1", 2, 320), PRAP_OK);
    assert_int_equal(prap_sqlite_sidecar_add(store, kit_text("p 1"), data_of(1, 16), NULL), PRAP_E_TEXT);
    assert_int_equal(prap_sqlite_sidecar_add(NULL, kit_text("p1"), data_of(1, 16), NULL), PRAP_E_NULL);
    prap_sqlite_close(store);
}

/* Hundreds of people come and go, so that pages are split, joined and used again; who has gone is nowhere. */
static void what_is_shredded_is_nowhere(void **state) {
    (void)state;
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    assert_int_equal(kit_append(store, "A1", 0, "e1"), PRAP_OK);
    bool there[200] = {false};
    uint32_t draw = 12345;
    for (unsigned step = 0; step < 600; step++) {
        draw = draw * 1664525 + 1013904223;
        const unsigned seed = draw >> 8 & 127;
        char id[16];
        snprintf(id, sizeof id, "r%u-%x", seed, seed * 7919u);
        if (there[seed]) {
            assert_true(is_anywhere("a.db", seed));
            assert_int_equal(prap_sqlite_sidecar_shred(store, kit_text(id), NULL), PRAP_OK);
            assert_false(is_anywhere("a.db", seed));
            assert_int_equal(got(store, id, seed, 0), PRAP_NONE);
        } else {
            assert_int_equal(put(store, id, seed, 48 + (draw >> 16 & 511) * 16), PRAP_OK);
        }
        there[seed] = !there[seed];
    }
    for (unsigned seed = 0; seed < 128; seed++) assert_int_equal(is_anywhere("a.db", seed), there[seed]);
    assert_int_equal(prap_sqlite_check(store, NULL), PRAP_OK);
    assert_true(kit_is_whole(store, "A1"));
    prap_sqlite_close(store);
    for (unsigned seed = 0; seed < 128; seed++) assert_int_equal(is_anywhere("a.db", seed), there[seed]);
}

/* A reader that holds the log: erased, and said to be perhaps still in the log, until it can be cut. */
static void a_reader_in_the_way(void **state) {
    (void)state;
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    assert_int_equal(put(store, "p1", 1, 160), PRAP_OK);
    sqlite3 *reader = NULL;
    assert_int_equal(sqlite3_open(kit_path("a.db"), &reader), SQLITE_OK);
    assert_int_equal(sqlite3_exec(reader, "BEGIN; SELECT count(*) FROM case_", NULL, NULL, NULL), SQLITE_OK);
    prap_sqlite_set_wait(store, 0);
    prap_error error = {.size = sizeof error};
    assert_int_equal(prap_sqlite_sidecar_shred(store, kit_text("p1"), &error), PRAP_RETRY);
    assert_int_equal(error.status, PRAP_RETRY);
    assert_int_equal(got(store, "p1", 1, 160), PRAP_NONE);
    assert_int_equal(sqlite3_exec(reader, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(reader);
    assert_int_equal(prap_sqlite_sidecar_shred(store, kit_text("p1"), NULL), PRAP_NONE);
    assert_false(is_anywhere("a.db", 1));
    prap_sqlite_close(store);
}

static prap_status call_back(void *user, prap_bytes data) {
    prap_sqlite *store = user;
    (void)data;
    assert_int_equal(put(store, "p1", 1, 16), PRAP_E_REENTRY);
    assert_int_equal(prap_sqlite_sidecar_shred(store, kit_text("p1"), NULL), PRAP_E_REENTRY);
    assert_int_equal(got(store, "p1", 1, 16), PRAP_E_REENTRY);
    return PRAP_CONFLICT;
}

static void what_cannot_be_asked(void **state) {
    (void)state;
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    prap_error error = {.size = sizeof error};
    static const char *const ids[] = {"", "a b", "\x7f", "\xC3\x98",
                                      "01234567890123456789012345678901234567890123456789012345678901234"};
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(put(store, ids[i], 1, 16), PRAP_E_TEXT);
        assert_int_equal(got(store, ids[i], 1, 16), PRAP_E_TEXT);
        assert_int_equal(prap_sqlite_sidecar_shred(store, kit_text(ids[i]), &error), PRAP_E_TEXT);
        assert_int_equal(error.status, PRAP_E_TEXT);
    }
    const prap_bytes none = {NULL, 1}, nothing = {NULL, 0};
    assert_int_equal(prap_sqlite_sidecar_put(NULL, kit_text("p"), nothing, NULL), PRAP_E_NULL);
    assert_int_equal(prap_sqlite_sidecar_put(store, kit_text("p"), none, NULL), PRAP_E_NULL);
    assert_int_equal(prap_sqlite_sidecar_get(store, kit_text("p"), NULL, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_sqlite_sidecar_shred(NULL, kit_text("p"), NULL), PRAP_E_NULL);
    uint8_t *long_one = calloc(1, PRAP_SQLITE_SIDECAR_BYTES + 1);
    assert_int_equal(prap_sqlite_sidecar_put(store, kit_text("p"), (prap_bytes){long_one, PRAP_SQLITE_SIDECAR_BYTES + 1}, NULL),
                     PRAP_E_LIMIT);
    assert_int_equal(prap_sqlite_sidecar_put(store, kit_text("p"), (prap_bytes){long_one, PRAP_SQLITE_SIDECAR_BYTES}, NULL),
                     PRAP_OK);
    free(long_one);
    assert_int_equal(put(store, "p", 1, 16), PRAP_OK);
    assert_int_equal(prap_sqlite_sidecar_get(store, kit_text("p"), call_back, store, NULL), PRAP_CONFLICT);
    kit_sql("a.db", "UPDATE side_car SET pad = 1000000");
    assert_int_equal(got(store, "p", 1, 16), PRAP_E_DAMAGED);
    prap_sqlite_close(store);
}

static const struct {
    enum fault_call call;
    int code;
} faults[] = {
    {FAULT_OPEN, SQLITE_CANTOPEN},     {FAULT_READ, SQLITE_IOERR_READ},         {FAULT_WRITE, SQLITE_IOERR_WRITE},
    {FAULT_WRITE, SQLITE_FULL},        {FAULT_SYNC, SQLITE_IOERR_FSYNC},        {FAULT_TRUNCATE, SQLITE_IOERR_TRUNCATE},
    {FAULT_SIZE, SQLITE_IOERR_FSTAT},  {FAULT_LOCK, SQLITE_IOERR_LOCK},         {FAULT_LOCK, SQLITE_BUSY},
    {FAULT_SHARE, SQLITE_IOERR_SHMLOCK}, {FAULT_DELETE, SQLITE_IOERR_DELETE},
};

static void remove_store(const char *name) {
    for (size_t i = 0; i < 4; i++) {
        char part[64];
        snprintf(part, sizeof part, "%s%s", name, parts[i]);
        unlink(kit_path(part));
    }
}

static void copy_store(const char *from, const char *to) {
    remove_store(to);
    for (size_t i = 0; i < 3; i++) {
        char source[64], target[64];
        snprintf(source, sizeof source, "%s%s", from, parts[i]);
        snprintf(target, sizeof target, "%s%s", to, parts[i]);
        if (kit_exists(source)) kit_copy(source, target);
    }
}

/* What is left is there whole or not to be read, and asking again finishes it: nothing of it is anywhere. */
static void assert_can_be_finished(const char *name) {
    copy_store(name, "copy.db");
    prap_sqlite *store = kit_open("copy.db", 0);
    const prap_status left = got(store, "p1", 1, 9600);
    assert_true(left == PRAP_OK || left == PRAP_NONE);
    assert_int_equal(got(store, "p2", 2, 320), PRAP_OK);
    const prap_status again = prap_sqlite_sidecar_shred(store, kit_text("p1"), NULL);
    assert_int_equal(again, left);
    assert_false(is_anywhere("copy.db", 1));
    assert_int_equal(got(store, "p2", 2, 320), PRAP_OK);
    assert_true(kit_is_whole(store, "A1"));
    assert_int_equal(prap_sqlite_check(store, NULL), PRAP_OK);
    prap_sqlite_close(store);
}

static bool shred_with(const struct fault *fault, unsigned *answers) {
    copy_store("base.db", "a.db");
    prap_sqlite *store = kit_open("a.db", 0);
    prap_sqlite_set_wait(store, 0);
    assert_int_equal(put(store, "p1", 1, 9600), PRAP_OK);
    fault_order(fault);
    const prap_status status = prap_sqlite_sidecar_shred(store, kit_text("p1"), NULL);
    const bool reached = fault_happened();
    fault_order(NULL);
    answers[status]++;
    assert_true(status == PRAP_OK || status == PRAP_FAIL || status == PRAP_RETRY || status == PRAP_UNKNOWN);
    assert_true(reached || status == PRAP_OK);
    if (status == PRAP_OK) assert_false(is_anywhere("a.db", 1));
    assert_can_be_finished("a.db"); /* as a killed process leaves it */
    const prap_status left = got(store, "p1", 1, 9600);
    if (status == PRAP_OK) assert_int_equal(left, PRAP_NONE);
    assert_int_equal(prap_sqlite_sidecar_shred(store, kit_text("p1"), NULL), left);
    assert_false(is_anywhere("a.db", 1));
    prap_sqlite_close(store);
    return reached;
}

static void shredding_is_whole_or_not_at_all_whatever_fails(void **state) {
    (void)state;
    unsigned answers[8] = {0}, points = 0;
    prap_sqlite *store = kit_open("base.db", PRAP_SQLITE_CREATE);
    assert_int_equal(kit_append(store, "A1", 0, "e1"), PRAP_OK);
    assert_int_equal(put(store, "p2", 2, 320), PRAP_OK);
    prap_sqlite_close(store);
    fault_vfs_install();
    for (size_t kind = 0; kind < sizeof faults / sizeof faults[0]; kind++) {
        for (int sticky = 0; sticky < 2; sticky++) {
            struct fault fault = {faults[kind].call, 1, sticky != 0, faults[kind].code};
            while (shred_with(&fault, answers)) {
                fault.nth++;
                points++;
            }
        }
    }
    fault_vfs_remove();
    print_message("%u points; answers: ok %u, retry %u, unknown %u, fail %u\n", points, answers[PRAP_OK],
                  answers[PRAP_RETRY], answers[PRAP_UNKNOWN], answers[PRAP_FAIL]);
    assert_true(points > 20 && answers[PRAP_FAIL] > 0);
}

/* Puts and shreds until it is killed. */
static void work_until_killed(void) {
    prap_sqlite *store = kit_open("a.db", 0);
    for (;;) {
        if (put(store, "p1", 1, 9600) != PRAP_OK) _exit(1);
        if (prap_sqlite_sidecar_shred(store, kit_text("p1"), NULL) != PRAP_OK) _exit(1);
    }
}

static void a_killed_process_leaves_what_can_be_finished(void **state) {
    (void)state;
    unsigned left[2] = {0, 0};
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    assert_int_equal(kit_append(store, "A1", 0, "e1"), PRAP_OK);
    assert_int_equal(put(store, "p2", 2, 320), PRAP_OK);
    prap_sqlite_close(store);
    for (unsigned i = 0; i < 40; i++) {
        const pid_t child = fork();
        if (child == 0) work_until_killed();
        usleep(3000 + i * 700);
        kill(child, SIGKILL);
        int how = 0;
        assert_int_equal(waitpid(child, &how, 0), child);
        assert_true(WIFSIGNALED(how));
        store = kit_open("a.db", 0);
        const prap_status there = got(store, "p1", 1, 9600);
        assert_true(there == PRAP_OK || there == PRAP_NONE);
        left[there == PRAP_OK]++;
        assert_int_equal(prap_sqlite_sidecar_shred(store, kit_text("p1"), NULL), there);
        assert_false(is_anywhere("a.db", 1));
        assert_int_equal(got(store, "p2", 2, 320), PRAP_OK);
        assert_true(kit_is_whole(store, "A1"));
        assert_int_equal(prap_sqlite_check(store, NULL), PRAP_OK);
        prap_sqlite_close(store);
    }
    print_message("found %u times, and %u times not\n", left[1], left[0]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        KIT_TEST(what_is_put_is_got),
        KIT_TEST(what_is_there_is_not_added_to),
        KIT_TEST(what_is_shredded_is_nowhere),
        KIT_TEST(a_reader_in_the_way),
        KIT_TEST(what_cannot_be_asked),
        KIT_TEST(shredding_is_whole_or_not_at_all_whatever_fails),
        KIT_TEST(a_killed_process_leaves_what_can_be_finished),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
