/*
 * postgresql-sidecar-test.c: a person's data beside the journal in PostgreSQL: what is put is got; nothing of it can be read
 * in the database, before and after; without its key nobody reads it again, whatever copy of the row is brought back. The
 * whole data directory is searched in tests/python/erasing-postgresql-test.py.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "keeper.h"

static struct keeper keeper;

static kit_store *open_with_keys(void) {
    kit_store *store = kit_open("", KIT_CREATE);
    keeper = (struct keeper){0};
    keeper_set(&keeper, store);
    return store;
}

static prap_bytes data_of(unsigned seed, size_t n) {
    static char room[1 << 17];
    for (size_t i = 0; i < n; i++)
        room[i] = "Odegardh"[i % 8];
    if (n > 0) room[0] = (char)seed;
    return (prap_bytes){(const uint8_t *)room, n};
}

static prap_status put(kit_store *store, const char *id, unsigned seed, size_t n) {
    return prap_postgresql_sidecar_put(store, kit_text(id), data_of(seed, n), NULL);
}

static prap_status shred(kit_store *store, const char *id) {
    return prap_postgresql_sidecar_shred(store, kit_text(id), NULL);
}

struct expected {
    unsigned seed;
    size_t n;
    unsigned visits;
    prap_status stop_with;
};

static prap_status see(void *user, prap_bytes data) {
    struct expected *expected = user;
    expected->visits++;
    assert_int_equal(data.n, expected->n);
    assert_memory_equal(data.bytes, data_of(expected->seed, expected->n).bytes, data.n);
    return expected->stop_with;
}

/* PRAP_OK: what is there is this and whole. */
static prap_status got(kit_store *store, const char *id, unsigned seed, size_t n) {
    struct expected expected = {.seed = seed, .n = n};
    const prap_status status = prap_postgresql_sidecar_get(store, kit_text(id), see, &expected, NULL);
    assert_int_equal(expected.visits, status == PRAP_OK ? 1 : 0);
    return status;
}

static int64_t readable(void) {
    return kit_number("SELECT count(*) FROM prap.side_car WHERE position('Odegardh'::bytea IN data) > 0");
}

static void what_is_put_is_got(void **state) {
    (void)state;
    kit_store *store = open_with_keys();
    assert_int_equal(got(store, "p1", 1, 0), PRAP_NONE);
    assert_int_equal(shred(store, "p1"), PRAP_NONE);
    static const size_t sizes[] = {0, 1, 16, 4096, 65536};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        assert_int_equal(put(store, "p1", (unsigned)i + 1, sizes[i]), PRAP_OK);
        assert_int_equal(got(store, "p1", (unsigned)i + 1, sizes[i]), PRAP_OK);
        assert_int_equal(readable(), 0);
    }
    assert_int_equal(keeper_count(&keeper), 1);
    assert_int_equal(got(store, "p2", 1, 0), PRAP_NONE);
    assert_int_equal(kit_check(store, NULL), PRAP_OK);
    kit_close(store);
    store = kit_open("", KIT_READ_ONLY);
    keeper_set(&keeper, store);
    assert_int_equal(got(store, "p1", 5, 65536), PRAP_OK);
    assert_int_equal(put(store, "p1", 1, 16), PRAP_FAIL);
    assert_int_equal(shred(store, "p1"), PRAP_FAIL); /* and its key is as it was */
    assert_int_equal(got(store, "p1", 5, 65536), PRAP_OK);
    kit_close(store);
}

/* The row is brought back, as from a backup: it does not open again. */
static void without_its_key_no_copy_can_be_read(void **state) {
    (void)state;
    kit_store *store = open_with_keys();
    assert_int_equal(put(store, "p1", 1, 160), PRAP_OK);
    assert_int_equal(put(store, "p2", 2, 320), PRAP_OK);
    kit_sql("", "CREATE TABLE public.backup AS SELECT * FROM prap.side_car");
    assert_int_equal(shred(store, "p1"), PRAP_OK);
    assert_int_equal(kit_number("SELECT count(*) FROM prap.side_car"), 1);
    assert_int_equal(got(store, "p1", 1, 160), PRAP_NONE);
    assert_int_equal(shred(store, "p1"), PRAP_NONE);
    kit_sql("", "INSERT INTO prap.side_car SELECT * FROM public.backup WHERE id = 'p1'");
    assert_int_equal(got(store, "p1", 1, 160), PRAP_NONE);
    /* The person comes back: another key, which opens nothing of before. */
    assert_int_equal(put(store, "p1", 3, 160), PRAP_OK);
    assert_int_equal(got(store, "p1", 3, 160), PRAP_OK);
    kit_sql("", "UPDATE prap.side_car AS s SET data = b.data FROM public.backup AS b WHERE b.id = 'p1' AND s.id = 'p1'");
    assert_int_equal(got(store, "p1", 1, 160), PRAP_E_DAMAGED);
    assert_int_equal(shred(store, "p1"), PRAP_OK);
    assert_int_equal(got(store, "p2", 2, 320), PRAP_OK);
    kit_sql("", "DROP TABLE public.backup");
    kit_close(store);
}

static void what_was_changed_does_not_open(void **state) {
    (void)state;
    static const char *const changes[] = {
        "data = set_byte(data, 0, 2)",                                              /* a form that is not known */
        "data = set_byte(data, 1, get_byte(data, 1) # 1)",                          /* nonce */
        "data = set_byte(data, 20, get_byte(data, 20) # 1)",                        /* what is sealed */
        "data = set_byte(data, length(data) - 1, get_byte(data, length(data) - 1) # 1)", /* tag */
        "data = substring(data from 1 for length(data) - 1)",
        "data = substring(data from 1 for 28)",
        "data = ''",
        "data = (SELECT o.data FROM prap.side_car AS o WHERE o.id = 'p2')", /* another's */
    };
    kit_store *store = open_with_keys();
    assert_int_equal(put(store, "p2", 2, 160), PRAP_OK);
    memcpy(&keeper.keys[1], &keeper.keys[0], sizeof keeper.keys[0]); /* with the same key, even */
    memcpy(keeper.keys[1].id, "p1", 3);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        char sql[256];
        assert_int_equal(put(store, "p1", 1, 160), PRAP_OK);
        assert_int_equal(got(store, "p1", 1, 160), PRAP_OK);
        snprintf(sql, sizeof sql, "UPDATE prap.side_car SET %s WHERE id = 'p1'", changes[i]);
        kit_sql("", sql);
        assert_int_equal(got(store, "p1", 1, 160), PRAP_E_DAMAGED);
    }
    kit_close(store);
}

static void no_two_rows_are_sealed_alike(void **state) {
    (void)state;
    kit_store *store = open_with_keys();
    kit_sql("", "CREATE TABLE public.seen (data bytea)");
    for (int i = 0; i < 20; i++) {
        assert_int_equal(put(store, i % 2 == 0 ? "p1" : "p2", 1, 160), PRAP_OK);
        kit_sql("", "INSERT INTO public.seen SELECT substring(data from 14 for 16) FROM prap.side_car");
    }
    /* Each put is seen once when it was made, and once more until the next of its id: 20 seals, 39 looks. */
    assert_int_equal(kit_number("SELECT count(DISTINCT data) FROM public.seen"), 20);
    kit_sql("", "DROP TABLE public.seen");
    kit_close(store);
}

static void what_cannot_be_asked(void **state) {
    (void)state;
    kit_store *store = kit_open("", KIT_CREATE);
    prap_error error = {.size = sizeof error};
    const prap_bytes none = {NULL, 1}, nothing = {NULL, 0};
    assert_int_equal(prap_postgresql_sidecar_put(store, kit_text("p"), nothing, &error), PRAP_FAIL);
    assert_string_equal(error.message, "the side-car has no keys: set them first");
    keeper = (struct keeper){0};
    keeper_set(&keeper, store);
    static const char *const ids[] = {"", "a b", "\x7f", "\xC3\x98",
                                      "01234567890123456789012345678901234567890123456789012345678901234"};
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(put(store, ids[i], 1, 16), PRAP_E_TEXT);
        assert_int_equal(got(store, ids[i], 1, 16), PRAP_E_TEXT);
        assert_int_equal(prap_postgresql_sidecar_shred(store, kit_text(ids[i]), &error), PRAP_E_TEXT);
        assert_int_equal(error.status, PRAP_E_TEXT);
    }
    assert_int_equal(keeper.calls, 0);
    assert_int_equal(prap_postgresql_sidecar_put(NULL, kit_text("p"), nothing, NULL), PRAP_E_NULL);
    assert_int_equal(prap_postgresql_sidecar_put(store, kit_text("p"), none, NULL), PRAP_E_NULL);
    assert_int_equal(prap_postgresql_sidecar_put(store, (prap_text){NULL, 1}, nothing, NULL), PRAP_E_NULL);
    assert_int_equal(prap_postgresql_sidecar_get(store, kit_text("p"), NULL, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_postgresql_sidecar_shred(NULL, kit_text("p"), NULL), PRAP_E_NULL);
    uint8_t *long_one = calloc(1, PRAP_POSTGRESQL_SIDECAR_BYTES + 1);
    prap_bytes longest = {long_one, PRAP_POSTGRESQL_SIDECAR_BYTES + 1};
    assert_int_equal(prap_postgresql_sidecar_put(store, kit_text("p"), longest, NULL), PRAP_E_LIMIT);
    longest.n--;
    assert_int_equal(prap_postgresql_sidecar_put(store, kit_text("p"), longest, NULL), PRAP_OK);
    free(long_one);
    prap_postgresql_keys keys = {.size = sizeof keys};
    assert_int_equal(prap_postgresql_set_keys(store, &keys), PRAP_E_NULL);
    keys.size--;
    assert_int_equal(prap_postgresql_set_keys(store, &keys), PRAP_E_SIZE);
    assert_int_equal(prap_postgresql_set_keys(NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_postgresql_set_keys(store, NULL), PRAP_OK);
    assert_int_equal(shred(store, "p"), PRAP_FAIL);
    kit_close(store);
}

static prap_status call_back(void *user, prap_bytes data) {
    kit_store *store = user;
    (void)data;
    assert_int_equal(put(store, "p1", 1, 16), PRAP_E_REENTRY);
    assert_int_equal(shred(store, "p1"), PRAP_E_REENTRY);
    assert_int_equal(got(store, "p1", 1, 16), PRAP_E_REENTRY);
    return PRAP_CONFLICT;
}

static void nobody_calls_back(void **state) {
    (void)state;
    kit_store *store = open_with_keys();
    keeper.store = store;
    assert_int_equal(put(store, "p1", 1, 16), PRAP_OK);
    assert_int_equal(got(store, "p1", 1, 16), PRAP_OK);
    assert_int_equal(prap_postgresql_sidecar_get(store, kit_text("p1"), call_back, store, NULL), PRAP_CONFLICT);
    assert_int_equal(shred(store, "p1"), PRAP_OK);
    assert_true(keeper.calls >= 4);
    kit_close(store);
}

/* What the keeper says is passed on, what it may not say is a failure; and nothing is written without a key. */
static void what_the_keeper_says_is_heard(void **state) {
    (void)state;
    static const struct {
        prap_status said, heard;
    } rows[] = {{PRAP_RETRY, PRAP_RETRY},   {PRAP_UNKNOWN, PRAP_UNKNOWN}, {PRAP_FAIL, PRAP_FAIL},
                {PRAP_CONFLICT, PRAP_FAIL}, {PRAP_E_BUG, PRAP_FAIL}};
    kit_store *store = open_with_keys();
    assert_int_equal(put(store, "p1", 1, 16), PRAP_OK);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        keeper.find_says = rows[i].said;
        assert_int_equal(put(store, "p1", 2, 16), rows[i].heard);
        assert_int_equal(put(store, "p2", 2, 16), rows[i].heard);
        assert_int_equal(got(store, "p1", 1, 16), rows[i].heard);
        keeper.find_says = PRAP_OK;
        keeper.add_says = rows[i].said;
        assert_int_equal(put(store, "p2", 2, 16), rows[i].heard);
        keeper.add_says = PRAP_OK;
        keeper.destroy_says = rows[i].said;
        assert_int_equal(shred(store, "p1"), rows[i].heard);
        keeper.destroy_says = PRAP_OK;
        assert_int_equal(got(store, "p1", 1, 16), PRAP_OK);
        assert_int_equal(kit_number("SELECT count(*) FROM prap.side_car"), 1);
    }
    keeper.find_says = PRAP_DUPLICATE;
    assert_int_equal(put(store, "p1", 2, 16), PRAP_FAIL);
    keeper.find_says = PRAP_OK;
    keeper.destroy_says = PRAP_DUPLICATE;
    assert_int_equal(shred(store, "p1"), PRAP_FAIL);
    keeper.destroy_says = PRAP_OK;
    keeper.add_says = PRAP_NONE;
    assert_int_equal(put(store, "p2", 2, 16), PRAP_FAIL);
    keeper.add_says = PRAP_DUPLICATE; /* somebody was quicker, and gone again */
    assert_int_equal(put(store, "p2", 2, 16), PRAP_RETRY);
    kit_close(store);
}

static void somebody_adds_first(struct keeper *k) {
    k->before_add = NULL;
    k->keys[9].there = true;
    memcpy(k->keys[9].id, "p1", 3);
    memset(k->keys[9].key, 0x5a, sizeof k->keys[9].key);
}

static void the_key_of_who_was_quicker_is_taken(void **state) {
    (void)state;
    kit_store *store = open_with_keys();
    keeper.before_add = somebody_adds_first;
    assert_int_equal(put(store, "p1", 1, 160), PRAP_OK);
    assert_int_equal(keeper_count(&keeper), 1);
    assert_int_equal(got(store, "p1", 1, 160), PRAP_OK);
    kit_close(store);
}

/* Another puts the same id and is not done: it is waited for, and at last told as retry. */
static void another_put_is_waited_for(void **state) {
    (void)state;
    kit_store *store = open_with_keys();
    assert_int_equal(put(store, "p1", 1, 160), PRAP_OK);
    kit_sql("", "BEGIN; UPDATE prap.side_car SET data = data");
    assert_int_equal(kit_set_wait(store, 50), PRAP_OK);
    assert_int_equal(put(store, "p1", 2, 160), PRAP_RETRY);
    assert_int_equal(got(store, "p1", 1, 160), PRAP_OK);
    kit_sql("", "ROLLBACK");
    assert_int_equal(put(store, "p1", 2, 160), PRAP_OK);
    assert_int_equal(got(store, "p1", 2, 160), PRAP_OK);
    kit_close(store);
}

static void work_until_killed(struct keeper *shared, unsigned seed) {
    kit_store *store = kit_open("", 0);
    keeper_set(shared, store);
    for (;;) {
        const prap_status status = put(store, "p1", seed, 9600);
        if (status != PRAP_OK && status != PRAP_RETRY) _exit(1);
    }
}

/* Killed in the middle: what is there is whole, under a key that is kept; shredding finishes it. */
static void a_killed_process_leaves_what_can_be_read_or_shredded(void **state) {
    (void)state;
    struct keeper *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(shared != MAP_FAILED);
    unsigned left[2] = {0, 0};
    kit_store *store = kit_open("", KIT_CREATE);
    kit_close(store);
    for (unsigned i = 0; i < 25; i++) {
        memset(shared, 0, sizeof *shared);
        const pid_t child = fork();
        if (child == 0) work_until_killed(shared, 7);
        /* Some of the calls to the keeper later: the first is in the middle of the first put. */
        for (int waited = 0; *(volatile unsigned *)&shared->calls < 1 + i / 2 && waited < 20000; waited++)
            usleep(500);
        usleep(i % 5 * 300);
        kill(child, SIGKILL);
        int how = 0;
        assert_int_equal(waitpid(child, &how, 0), child);
        assert_true(WIFSIGNALED(how));
        kit_settle();
        store = kit_open("", 0);
        keeper_set(shared, store);
        const prap_status there = got(store, "p1", 7, 9600);
        assert_true(there == PRAP_OK || there == PRAP_NONE);
        left[there == PRAP_OK]++;
        const prap_status shredded = shred(store, "p1");
        assert_true(shredded == PRAP_OK || shredded == PRAP_NONE);
        if (there == PRAP_OK) assert_int_equal(shredded, PRAP_OK);
        assert_int_equal(got(store, "p1", 7, 9600), PRAP_NONE);
        assert_int_equal(keeper_count(shared), 0);
        assert_int_equal(kit_number("SELECT count(*) FROM prap.side_car"), 0);
        kit_close(store);
    }
    print_message("found %u times, and %u times not\n", left[1], left[0]);
    assert_true(left[1] > 0);
    munmap(shared, sizeof *shared);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        KIT_TEST(what_is_put_is_got),
        KIT_TEST(without_its_key_no_copy_can_be_read),
        KIT_TEST(what_was_changed_does_not_open),
        KIT_TEST(no_two_rows_are_sealed_alike),
        KIT_TEST(what_cannot_be_asked),
        KIT_TEST(nobody_calls_back),
        KIT_TEST(what_the_keeper_says_is_heard),
        KIT_TEST(the_key_of_who_was_quicker_is_taken),
        KIT_TEST(another_put_is_waited_for),
        KIT_TEST(a_killed_process_leaves_what_can_be_read_or_shredded),
    };
    return cmocka_run_group_tests_name("postgresql/sidecar", tests, NULL, NULL);
}
