/* process-test.c: several processes on one store, and processes that are killed. */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "share.h"
#include "store-kit.h"

enum { PROCESSES = 4 };

/* Starts PROCESSES at once; the status each exits with must be 0. */
static void all_at_once(int (*work)(int which)) {
    int gate[2];
    pid_t children[PROCESSES];
    assert_int_equal(pipe(gate), 0);
    for (int i = 0; i < PROCESSES; i++) {
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (children[i] == 0) {
            char byte;
            close(gate[1]);
            if (read(gate[0], &byte, 1) != 0) _exit(99); /* ends when the gate is closed */
            _exit(work(i));
        }
    }
    close(gate[0]);
    close(gate[1]);
    for (int i = 0; i < PROCESSES; i++) {
        int how = 0;
        waitpid(children[i], &how, 0);
        assert_true(WIFEXITED(how));
        assert_int_equal(WEXITSTATUS(how), 0);
    }
}

static unsigned long appends_each;

/* Reads the version, writes the next, and begins again when another was quicker: what an engine does. */
static int append_many(int which) {
    kit_store *store = kit_open("a.db", 0);
    for (unsigned long i = 0; i < appends_each; i++) {
        char id[32];
        snprintf(id, sizeof id, "p%d-%lu", which, i);
        prap_status status = PRAP_CONFLICT;
        while (status == PRAP_CONFLICT || status == PRAP_RETRY) {
            status = kit_append(store, "A1", kit_version(store, "A1"), id);
        }
        if (status != PRAP_OK) return 1;
    }
    kit_close(store);
    return 0;
}

static void competing_processes_lose_nothing(void **state) {
    (void)state;
    appends_each = test_share(40);
    kit_store *store = kit_open("a.db", KIT_CREATE);
    kit_close(store);
    all_at_once(append_many);

    store = kit_open("a.db", 0);
    assert_int_equal(kit_version(store, "A1"), PROCESSES * appends_each);
    assert_int_equal(kit_check(store, NULL), PRAP_OK);
    unsigned long next[PROCESSES] = {0}; /* each process's own events stand in the order it wrote them */
    const prap_store *callbacks = kit_callbacks(store);
    const prap_key key = kit_key("", "A1");
    for (uint64_t from = 1; from <= PROCESSES * appends_each; from += SINK_ROWS) {
        prap_sink sink = {0};
        assert_int_equal(callbacks->read(callbacks->user, &key, from, SINK_ROWS, &sink), PRAP_OK);
        for (size_t i = 0; i < sink.n; i++) {
            int which = -1;
            unsigned long number = 0;
            assert_int_equal(sscanf(sink.rows[i].id, "p%d-%lu", &which, &number), 2);
            assert_true(which >= 0 && which < PROCESSES);
            assert_int_equal(number, next[which]);
            next[which]++;
        }
    }
    for (int i = 0; i < PROCESSES; i++)
        assert_int_equal(next[i], appends_each);
    kit_close(store);
}

static int create_and_append(int which) {
    char case_id[16];
    snprintf(case_id, sizeof case_id, "P%d", which);
    kit_store *store = kit_open("new.db", KIT_CREATE);
    const prap_status status = kit_append(store, case_id, 0, "e1");
    kit_close(store);
    return status;
}

static void processes_that_make_the_same_store_share_it(void **state) {
    (void)state;
    for (unsigned long round = test_share(12); round > 0; round--) {
        all_at_once(create_and_append);
        kit_store *store = kit_open("new.db", 0);
        for (int i = 0; i < PROCESSES; i++) {
            char case_id[16];
            snprintf(case_id, sizeof case_id, "P%d", i);
            assert_true(kit_is_whole(store, case_id));
        }
        kit_close(store);
        kit_remove("new.db");
    }
}

/* A child that commits without end and says, after each answer, which version was acknowledged. */
static pid_t start_committing(const char *name, uint64_t version, int *ret_acknowledged) {
    int acknowledged[2];
    assert_int_equal(pipe(acknowledged), 0);
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(acknowledged[0]);
        kit_store *store = kit_open(name, KIT_CREATE);
        for (;;) {
            struct kit_change change;
            kit_change(&change, "A1", version, 2, ""); /* two events: never one of them alone */
            change.notices[0] =
                (prap_notice_record){.size = sizeof change.notices[0], .sequence = version + 1};
            change.change.n_notices = 1;
            if (kit_commit(store, &change.change) != PRAP_OK) _exit(1);
            version += 2;
            if (write(acknowledged[1], &version, sizeof version) != sizeof version) _exit(2);
        }
    }
    close(acknowledged[1]);
    *ret_acknowledged = acknowledged[0];
    return child;
}

/* After a kill: acknowledged <= kept <= acknowledged + one change; nothing half-written. */
static uint64_t assert_kept(const char *name, uint64_t acknowledged) {
    kit_settle();
    kit_store *store = kit_open(name, KIT_CREATE);
    const uint64_t version = kit_version(store, "A1");
    assert_true(acknowledged <= version && version <= acknowledged + 2);
    assert_int_equal(version % 2, 0);
    if (version > 0) assert_true(kit_is_whole(store, "A1"));
    assert_int_equal(kit_count_notices(store), version / 2);
    assert_int_equal(kit_check(store, NULL), PRAP_OK);
    kit_close(store);
    return version;
}

/* Waits until the child has had an answer: a slow machine would else kill every one before it began. */
static uint64_t wait_for_one(int acknowledged) {
    uint64_t version = 0;
    assert_int_equal(read(acknowledged, &version, sizeof version), sizeof version);
    return version;
}

/* Kills the child after some microseconds; returns the last version it was told had been kept. */
static uint64_t kill_after(pid_t child, int acknowledged, uint64_t version, unsigned microseconds) {
    const struct timespec pause = {.tv_nsec = (long)microseconds * 1000};
    nanosleep(&pause, NULL);
    kill(child, SIGKILL);
    int how = 0;
    waitpid(child, &how, 0);
    assert_true(WIFSIGNALED(how) && WTERMSIG(how) == SIGKILL);
    while (read(acknowledged, &version, sizeof version) == sizeof version) {
    }
    close(acknowledged);
    return version;
}

static unsigned next_random(unsigned *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static unsigned first_seed(void) {
    const char *given = getenv("PRAP_TEST_SEED");
    const unsigned seed = given != NULL ? (unsigned)strtoul(given, NULL, 10) : 20230505;
    print_message("PRAP_TEST_SEED=%u\n", seed);
    return seed;
}

static void a_killed_process_loses_nothing_that_was_acknowledged(void **state) {
    (void)state;
    unsigned seed = first_seed();
    uint64_t version = 0;
    const unsigned long kills = test_share(150);
    for (unsigned long i = 0; i < kills; i++) {
        int acknowledged = -1;
        const pid_t child = start_committing("a.db", version, &acknowledged);
        if (i % 2 == 0) version = wait_for_one(acknowledged);
        version = assert_kept("a.db", kill_after(child, acknowledged, version, next_random(&seed) % 20000));
    }
    print_message("%lu kills, %llu events kept\n", kills, (unsigned long long)version);
    assert_true(version > 0);
}

/* The first moments: while the store is made and its tables are written. */
static void a_process_killed_while_making_the_store_leaves_a_usable_one(void **state) {
    (void)state;
    unsigned seed = first_seed();
    const unsigned long kills = test_share(75);
    for (unsigned long i = 0; i < kills; i++) {
        int acknowledged = -1;
        const pid_t child = start_committing("new.db", 0, &acknowledged);
        const uint64_t kept =
            assert_kept("new.db", kill_after(child, acknowledged, 0, next_random(&seed) % 6000));
        kit_store *store = kit_open("new.db", 0);
        assert_int_equal(kit_append(store, "A1", kept, "e"), PRAP_OK);
        kit_close(store);
        kit_remove("new.db");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        KIT_TEST(competing_processes_lose_nothing),
        KIT_TEST(processes_that_make_the_same_store_share_it),
        KIT_TEST(a_killed_process_loses_nothing_that_was_acknowledged),
        KIT_TEST(a_process_killed_while_making_the_store_leaves_a_usable_one),
    };
    return cmocka_run_group_tests_name(KIT_NAME "/process", tests, NULL, NULL);
}
