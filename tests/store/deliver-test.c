/*
 * deliver-test.c: the outbox in an SQLite file is relayed by any number of relays at once: every notice at least once,
 * under its own id, those of a case in order; while writers write and readers read.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "share.h"
#include "store-kit.h"

enum { CASES = 8, EVENTS = 6, RELAYS = 3, WRITERS = 3, READERS = 2, MOST = 40 };

/* What the receivers of all relays got, in memory that processes share. A notice's number is its place in its case. */
struct received {
    int times[CASES][MOST];
    int out_of_order;
    int wrong;
    int done; /* writers that are */
};

static struct received *share_received(void) {
    void *room = mmap(NULL, sizeof(struct received), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(room != MAP_FAILED);
    memset(room, 0, sizeof(struct received));
    return room;
}

static void case_name(char *room, size_t c) {
    snprintf(room, 8, "C%02zu", c);
}

/* One event with one notice, from whatever version the case has: what an engine does. */
static prap_status commit_one(prap_sqlite *store, size_t c, const char *id) {
    char case_id[8];
    struct kit_change made;
    case_name(case_id, c);
    const uint64_t version = kit_version(store, case_id);
    kit_change(&made, case_id, version, 1, id);
    made.notices[0] = (prap_notice_record){.size = sizeof made.notices[0],
                                           .sequence = version + 1,
                                           .notice = (uint32_t)version + 1,
                                           .recipient = 2,
                                           .due = -5};
    made.change.n_notices = 1;
    return kit_commit(store, &made.change);
}

static void fill(prap_sqlite *store, size_t cases, size_t events) {
    for (size_t e = 0; e < events; e++)
        for (size_t c = 0; c < cases; c++)
            assert_int_equal(commit_one(store, c, ""), PRAP_OK);
}

static prap_status receive(void *user, const prap_sqlite_notice *notice) {
    struct received *received = user;
    char digits[3] = {0};
    unsigned c = CASES;
    memcpy(digits, notice->key.case_id.bytes + 1, 2);
    if (sscanf(digits, "%u", &c) != 1 || c >= CASES || notice->key.case_id.n != 3 || notice->notice < 1 ||
        notice->notice > MOST || notice->size != sizeof *notice || notice->key.tenant.n != 0 || notice->sent != 0 ||
        notice->sequence != notice->notice || notice->ordinal != 0 || notice->recipient != 2 || notice->due != -5) {
        __sync_fetch_and_add(&received->wrong, 1);
        return PRAP_OK;
    }
    const unsigned at = notice->notice - 1;
    if (at > 0 && __sync_fetch_and_add(&received->times[c][at - 1], 0) == 0)
        __sync_fetch_and_add(&received->out_of_order, 1);
    __sync_fetch_and_add(&received->times[c][at], 1);
    return PRAP_OK;
}

static uint64_t deliver(prap_sqlite *store, uint32_t cases, void *received) {
    uint64_t n = 0;
    prap_error error = {.size = sizeof error};
    prap_status status = PRAP_RETRY;
    while (status == PRAP_RETRY)
        status = prap_sqlite_deliver(store, cases, 60, receive, received, &n, &error);
    if (status != PRAP_OK) kit_give_up("deliver", status, error.message);
    return n;
}

static void assert_each_came_once(const struct received *received, size_t events) {
    assert_int_equal(received->wrong, 0);
    assert_int_equal(received->out_of_order, 0);
    for (size_t c = 0; c < CASES; c++)
        for (size_t i = 0; i < MOST; i++)
            assert_int_equal(received->times[c][i], i < events ? 1 : 0);
}

static void one_relay_delivers_everything_in_order(void **state) {
    (void)state;
    const uint32_t at_a_time[] = {1, 3, CASES, 1000};
    for (size_t i = 0; i < 4; i++) {
        prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
        fill(store, CASES, EVENTS);
        struct received *received = share_received();
        uint64_t n, all = 0;
        while ((n = deliver(store, at_a_time[i], received)) > 0)
            all += n;
        assert_int_equal(all, CASES * EVENTS);
        assert_each_came_once(received, EVENTS);
        assert_int_equal(kit_count_notices(store), CASES * EVENTS); /* what was sent stays, to be looked up */
        assert_int_equal(prap_sqlite_check(store, NULL), PRAP_OK);
        munmap(received, sizeof *received);
        prap_sqlite_close(store);
        kit_remove("a.db");
    }
}

/* More than a call hands over of one case: the rest comes with the next call. */
static void a_long_queue_comes_in_parts(void **state) {
    (void)state;
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    struct received *received = share_received();
    fill(store, 1, MOST);
    assert_int_equal(deliver(store, 5, received), PRAP_SQLITE_CASE_NOTICES);
    assert_int_equal(deliver(store, 5, received), MOST - PRAP_SQLITE_CASE_NOTICES);
    assert_int_equal(deliver(store, 5, received), 0);
    assert_int_equal(received->out_of_order, 0);
    munmap(received, sizeof *received);
    prap_sqlite_close(store);
}

static pid_t start(int (*work)(struct received *, int), struct received *received, int which) {
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) _exit(work(received, which));
    return child;
}

static int write_some(struct received *received, int which) {
    prap_sqlite *store = kit_open("a.db", 0);
    for (int i = 0; i < EVENTS; i++) {
        for (size_t c = 0; c < CASES; c++) {
            char id[32];
            snprintf(id, sizeof id, "w%d-%d", which, i);
            prap_status status;
            while ((status = commit_one(store, c, id)) == PRAP_CONFLICT || status == PRAP_RETRY) {
            }
            if (status != PRAP_OK) return 1;
        }
    }
    prap_sqlite_close(store);
    __sync_fetch_and_add(&received->done, 1);
    return 0;
}

static int relay_until_done(struct received *received, int which) {
    (void)which;
    prap_sqlite *store = kit_open("a.db", 0);
    for (;;) {
        const bool last = __sync_fetch_and_add(&received->done, 0) == WRITERS;
        if (deliver(store, 3, received) == 0 && last) break;
    }
    prap_sqlite_close(store);
    return 0;
}

static int read_until_done(struct received *received, int which) {
    uint64_t seen[CASES] = {0};
    (void)which;
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_READ_ONLY);
    const prap_store *callbacks = prap_sqlite_store(store);
    while (__sync_fetch_and_add(&received->done, 0) < WRITERS) {
        for (size_t c = 0; c < CASES; c++) {
            char case_id[8];
            case_name(case_id, c);
            const uint64_t version = kit_version(store, case_id);
            if (version < seen[c]) return 1;
            seen[c] = version;
            const prap_key key = kit_key("", case_id);
            prap_sink sink = {0};
            if (callbacks->read(callbacks->user, &key, 1, SINK_ROWS, &sink) != PRAP_OK) return 2;
            if (sink.n < version) return 3;
        }
    }
    prap_sqlite_close(store);
    return 0;
}

/* The exact count at the end: every event and every notice of three writers, each once, and none twice by three relays. */
static void writers_readers_and_relays_work_together(void **state) {
    (void)state;
    prap_sqlite_close(kit_open("a.db", PRAP_SQLITE_CREATE));
    struct received *received = share_received();
    pid_t children[WRITERS + READERS + RELAYS];
    size_t n = 0;
    for (int i = 0; i < WRITERS; i++) children[n++] = start(write_some, received, i);
    for (int i = 0; i < READERS; i++) children[n++] = start(read_until_done, received, i);
    for (int i = 0; i < RELAYS; i++) children[n++] = start(relay_until_done, received, i);
    for (size_t i = 0; i < n; i++) {
        int how = 0;
        waitpid(children[i], &how, 0);
        assert_true(WIFEXITED(how));
        assert_int_equal(WEXITSTATUS(how), 0);
    }
    prap_sqlite *store = kit_open("a.db", 0);
    deliver(store, 1000, received); /* what came between the last look and the last lease */
    assert_each_came_once(received, WRITERS * EVENTS);
    for (size_t c = 0; c < CASES; c++) {
        char case_id[8];
        case_name(case_id, c);
        assert_int_equal(kit_version(store, case_id), WRITERS * EVENTS);
        assert_true(kit_is_whole(store, case_id));
    }
    assert_int_equal(prap_sqlite_check(store, NULL), PRAP_OK);
    munmap(received, sizeof *received);
    prap_sqlite_close(store);
}

struct killing {
    struct received *received;
    int after;
};

static prap_status receive_and_die(void *user, const prap_sqlite_notice *notice) {
    struct killing *killing = user;
    const prap_status status = receive(killing->received, notice);
    if (--killing->after == 0) raise(SIGKILL);
    return status;
}

/* Its cases are with nobody until its lease has run out, and come again then, from the first that was not marked. */
static void what_a_killed_relay_had_comes_again_after_its_lease(void **state) {
    (void)state;
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    fill(store, CASES, EVENTS);
    prap_sqlite_close(store);
    struct received *received = share_received();
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct killing killing = {received, EVENTS + 2}; /* in the middle of the second of three cases */
        store = kit_open("a.db", 0);
        prap_sqlite_deliver(store, 3, 60, receive_and_die, &killing, NULL, NULL);
        _exit(0);
    }
    int how = 0;
    waitpid(child, &how, 0);
    assert_true(WIFSIGNALED(how));
    store = kit_open("a.db", 0);
    while (deliver(store, CASES, received) > 0) {
    }
    for (size_t c = 0; c < CASES; c++)
        assert_int_equal(received->times[c][EVENTS - 1], c == 0 || c > 2 ? 1 : 0);
    kit_sql("a.db", "UPDATE notice SET lease_until = lease_until - 61"); /* a minute later */
    while (deliver(store, CASES, received) > 0) {
    }
    assert_int_equal(received->out_of_order, 0);
    assert_int_equal(received->times[0][0], 2);
    assert_int_equal(received->times[1][1], 2);
    assert_int_equal(received->times[1][2], 1);
    assert_int_equal(received->times[2][0], 1);
    prap_sqlite_close(store);
    munmap(received, sizeof *received);
}

/* A lease that ends in ten years was made by a wrong clock. */
static void a_clock_that_ran_ahead_keeps_no_case(void **state) {
    (void)state;
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    struct received *received = share_received();
    fill(store, 1, 2);
    kit_sql("a.db", "UPDATE notice SET lease_until = strftime('%s', 'now') + 3600 WHERE position = 1");
    assert_int_equal(deliver(store, 5, received), 0);
    kit_sql("a.db", "UPDATE notice SET lease_until = strftime('%s', 'now') + 315360000 WHERE position = 1");
    assert_int_equal(deliver(store, 5, received), 2);
    munmap(received, sizeof *received);
    prap_sqlite_close(store);
}

static prap_status not_now_for_the_first_case(void *user, const prap_sqlite_notice *notice) {
    return notice->key.case_id.bytes[2] == '0' ? PRAP_RETRY : receive(user, notice);
}

static prap_status break_off(void *user, const prap_sqlite_notice *notice) {
    return notice->key.case_id.bytes[2] == '1' && notice->sequence == 2 ? PRAP_E_BUG : receive(user, notice);
}

static void the_receiver_decides_what_is_sent(void **state) {
    (void)state;
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    struct received *received = share_received();
    uint64_t n = 7;
    fill(store, 3, 2);
    assert_int_equal(prap_sqlite_deliver(store, 4, 60, break_off, received, &n, NULL), PRAP_E_BUG);
    assert_int_equal(n, 3); /* both of C00 and the first of C01 */
    assert_int_equal(prap_sqlite_deliver(store, 4, 60, not_now_for_the_first_case, received, &n, NULL), PRAP_OK);
    assert_int_equal(n, 3);
    fill(store, 1, 1);
    assert_int_equal(prap_sqlite_deliver(store, 4, 60, not_now_for_the_first_case, received, &n, NULL), PRAP_OK);
    assert_int_equal(n, 0);
    assert_int_equal(deliver(store, 3, received), 1); /* at once: its lease ended with the call */
    for (size_t c = 0; c < 3; c++)
        for (size_t i = 0; i < 3; i++)
            assert_int_equal(received->times[c][i], c == 0 || i < 2 ? 1 : 0);
    munmap(received, sizeof *received);
    prap_sqlite_close(store);
}

static prap_status call_back(void *user, const prap_sqlite_notice *notice) {
    prap_sqlite *store = user;
    (void)notice;
    assert_int_equal(prap_sqlite_deliver(store, 1, 1, call_back, store, NULL, NULL), PRAP_E_REENTRY);
    assert_int_equal(prap_sqlite_backup(store, "b.db", NULL), PRAP_E_REENTRY);
    assert_int_equal(prap_sqlite_examine(store, 0, NULL, NULL, NULL, NULL), PRAP_E_REENTRY);
    assert_int_equal(kit_append(store, "C00", 1, ""), PRAP_FAIL);
    prap_sqlite_close(store); /* does nothing */
    return PRAP_OK;
}

static void wrong_arguments_are_named(void **state) {
    (void)state;
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    fill(store, 1, 1);
    assert_int_equal(prap_sqlite_deliver(NULL, 1, 1, call_back, NULL, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_sqlite_deliver(store, 1, 1, NULL, NULL, NULL, NULL), PRAP_E_NULL);
    const struct {
        uint32_t cases, lease_seconds;
        const char *named;
    } wrong[] = {{0, 1, "cases"}, {1001, 1, "cases"}, {1, 0, "lease_seconds"}, {1, 86401, "lease_seconds"}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        prap_error error = {.size = sizeof error};
        assert_int_equal(prap_sqlite_deliver(store, wrong[i].cases, wrong[i].lease_seconds, call_back, store, NULL, &error), PRAP_E_RANGE);
        assert_int_equal(error.status, PRAP_E_RANGE);
        assert_ptr_equal(strstr(error.message, wrong[i].named), error.message);
    }
    assert_int_equal(prap_sqlite_deliver(store, 1000, 86400, call_back, store, NULL, NULL), PRAP_OK);
    prap_sqlite_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        KIT_TEST(one_relay_delivers_everything_in_order),
        KIT_TEST(a_long_queue_comes_in_parts),
        KIT_TEST(writers_readers_and_relays_work_together),
        KIT_TEST(what_a_killed_relay_had_comes_again_after_its_lease),
        KIT_TEST(a_clock_that_ran_ahead_keeps_no_case),
        KIT_TEST(the_receiver_decides_what_is_sent),
        KIT_TEST(wrong_arguments_are_named),
    };
    return cmocka_run_group_tests_name("store/deliver", tests, NULL, NULL);
}
