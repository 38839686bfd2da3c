/*
 * postgresql-deliver-test.c: the outbox is relayed by any number of relays at once: every notice at least once, under
 * its own id, those of a case in order; under row locks and under leases.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "share.h"
#include "store-kit.h"

enum { CASES = 12, EVENTS = 5, RELAYS = 4, EACH = 2 * EVENTS, LEASE = 30 };

/* Commits events with two notices each; the number of a notice is its place in its case, from 1. */
static void fill(kit_store *store, size_t cases, size_t events) {
    for (size_t c = 0; c < cases; c++) {
        char case_id[PRAP_ID_BYTES + 1];
        snprintf(case_id, sizeof case_id, "C%02zu", c);
        for (uint64_t e = 0; e < events; e++) {
            struct kit_change made;
            kit_change(&made, case_id, e, 1, "");
            for (uint32_t i = 0; i < 2; i++) {
                made.notices[i] = (prap_notice_record){.size = sizeof made.notices[i],
                                                       .sequence = e + 1,
                                                       .ordinal = i,
                                                       .notice = (uint32_t)(2 * e + i + 1),
                                                       .recipient = i + 1,
                                                       .due = i == 0 ? PRAP_DAY_NONE : -5};
            }
            made.change.n_notices = 2;
            assert_int_equal(kit_commit(store, &made.change), PRAP_OK);
        }
    }
}

/* What the receivers of all relays got, in memory that processes share: for each notice how often, and whether one
   ever came before an earlier one of its case had come. */
struct received {
    int times[CASES][EACH];
    int out_of_order;
    int wrong;
};

static struct received *share_received(void) {
    void *room = mmap(NULL, sizeof(struct received), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(room != MAP_FAILED);
    memset(room, 0, sizeof(struct received));
    return room;
}

static prap_status receive(void *user, const prap_postgresql_notice *notice) {
    struct received *received = user;
    unsigned c = CASES;
    if (sscanf(notice->key.case_id.bytes, "C%2u", &c) != 1 || c >= CASES || notice->notice < 1 ||
        notice->notice > EACH || notice->size != sizeof *notice || notice->key.tenant.n != 0 || notice->sent != 0 ||
        notice->sequence != (notice->notice + 1) / 2 || notice->ordinal != (notice->notice - 1) % 2 ||
        notice->recipient != notice->ordinal + 1 || notice->due != (notice->ordinal == 0 ? PRAP_DAY_NONE : -5)) {
        __sync_fetch_and_add(&received->wrong, 1);
        return PRAP_OK;
    }
    const unsigned at = notice->notice - 1;
    if (at > 0 && __sync_fetch_and_add(&received->times[c][at - 1], 0) == 0)
        __sync_fetch_and_add(&received->out_of_order, 1);
    __sync_fetch_and_add(&received->times[c][at], 1);
    return PRAP_OK;
}

static void assert_each_came(const struct received *received, size_t cases, size_t events, bool once) {
    assert_int_equal(received->wrong, 0);
    assert_int_equal(received->out_of_order, 0);
    for (size_t c = 0; c < cases; c++) {
        for (size_t i = 0; i < 2 * events; i++) {
            if (once) assert_int_equal(received->times[c][i], 1);
            else assert_true(received->times[c][i] >= 1);
        }
    }
}

static uint64_t deliver(kit_store *store, uint32_t cases, uint32_t lease, void *received) {
    uint64_t n = 0;
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_postgresql_deliver(store, cases, lease, receive, received, &n, &error);
    if (status != PRAP_OK) kit_give_up("deliver", status, error.message);
    return n;
}

static int64_t unsent(void) {
    return kit_number("SELECT count(*) FROM prap.notice WHERE sent IS NULL");
}

static void one_relay_delivers_everything_in_order(void **state) {
    (void)state;
    for (uint32_t lease = 0; lease <= LEASE; lease += LEASE) {
        kit_store *store = kit_open("", KIT_CREATE);
        fill(store, CASES, EVENTS);
        struct received *received = share_received();
        uint64_t n, all = 0;
        while ((n = deliver(store, 5, lease, received)) > 0)
            all += n;
        assert_int_equal(all, CASES * EACH);
        assert_each_came(received, CASES, EVENTS, true);
        assert_int_equal(unsent(), 0);
        assert_int_equal(kit_count_notices(store), CASES * EACH); /* what was sent stays, to be looked up */
        assert_int_equal(deliver(store, 5, lease, received), 0);
        munmap(received, sizeof *received);
        kit_close(store);
        kit_remove("");
    }
}

static int relay_until_empty(struct received *received, uint32_t lease) {
    kit_store *store = kit_open("", 0);
    int idle = 0;
    while (idle < 20) {
        if (deliver(store, 3, lease, received) > 0) {
            idle = 0;
            continue;
        }
        const struct timespec pause = {.tv_nsec = 5000000};
        nanosleep(&pause, NULL);
        idle++;
    }
    kit_close(store);
    return 0;
}

static void relays_share_the_work_and_keep_the_order(void **state) {
    (void)state;
    for (uint32_t lease = 0; lease <= LEASE; lease += LEASE) {
        kit_store *store = kit_open("", KIT_CREATE);
        struct received *received = share_received();
        pid_t children[RELAYS];
        for (int i = 0; i < RELAYS; i++) {
            children[i] = fork();
            assert_true(children[i] >= 0);
            if (children[i] == 0) _exit(relay_until_empty(received, lease));
        }
        fill(store, CASES, EVENTS); /* while they are at it */
        for (int i = 0; i < RELAYS; i++) {
            int how = 0;
            waitpid(children[i], &how, 0);
            assert_int_equal(how, 0);
        }
        while (deliver(store, CASES, lease, received) > 0) {
        }
        assert_each_came(received, CASES, EVENTS, true);
        assert_int_equal(unsent(), 0);
        munmap(received, sizeof *received);
        kit_close(store);
        kit_remove("");
    }
}

/* Relays may wait for each other's rows; as each takes them in the order of the key, that ends. */
static void relays_lock_in_one_order(void **state) {
    (void)state;
    kit_store *store = kit_open("", KIT_CREATE);
    struct received *received = share_received();
    fill(store, CASES, EVENTS);
    kit_sql("", "CREATE TABLE prap.touched (n bigserial, marked boolean, tenant text, case_id text, sequence bigint,"
                " ordinal bigint);"
                " CREATE FUNCTION prap.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO prap.touched"
                " VALUES (DEFAULT, NEW.sent IS NOT NULL, NEW.tenant, NEW.case_id, NEW.sequence, NEW.ordinal); RETURN NEW;"
                " END $$; CREATE TRIGGER touch BEFORE UPDATE ON prap.notice FOR EACH ROW EXECUTE FUNCTION prap.touch()");
    assert_int_equal(deliver(store, CASES, LEASE, received), CASES * EACH);
    assert_int_equal(kit_number("SELECT count(*) FROM prap.touched WHERE NOT marked"), CASES);
    assert_int_equal(kit_number("SELECT count(*) FROM prap.touched WHERE marked"), CASES * EACH);
    assert_int_equal(kit_number("SELECT count(*) FROM (SELECT *, lag((tenant, case_id, sequence, ordinal)) OVER"
                                " (PARTITION BY marked ORDER BY n) AS before FROM prap.touched) AS t"
                                " WHERE before > (tenant, case_id, sequence, ordinal)"), 0);
    munmap(received, sizeof *received);
    kit_close(store);
}

static prap_status receive_and_die(void *user, const prap_postgresql_notice *notice) {
    receive(user, notice);
    if (notice->notice == 3) raise(SIGKILL);
    return PRAP_OK;
}

/* The mark was not made, so they come again, under the same ids and in the same order; nothing is lost. */
static void a_relay_that_dies_leaves_its_cases_to_the_others(void **state) {
    (void)state;
    for (uint32_t lease = 0; lease <= 1; lease++) {
        kit_store *store = kit_open("", KIT_CREATE);
        fill(store, 3, EVENTS);
        struct received *received = share_received();
        const pid_t child = fork();
        assert_true(child >= 0);
        if (child == 0) {
            kit_store *mine = kit_open("", 0);
            prap_postgresql_deliver(mine, 2, lease, receive_and_die, received, NULL, NULL);
            _exit(0);
        }
        int how = 0;
        waitpid(child, &how, 0);
        assert_true(WIFSIGNALED(how));
        assert_int_equal(received->times[0][2], 1);
        if (lease > 0) { /* until its lease has run out, nobody else has those two cases */
            assert_int_equal(deliver(store, 9, lease, received), EACH);
            assert_int_equal(received->times[0][0], 1);
            const struct timespec pause = {.tv_sec = 1, .tv_nsec = 100000000};
            nanosleep(&pause, NULL);
        } else {
            kit_settle(); /* until the server has noticed */
        }
        while (deliver(store, 9, lease, received) > 0) {
        }
        assert_each_came(received, 3, EVENTS, false);
        assert_int_equal(received->times[0][0], 2);
        assert_int_equal(received->times[0][3], 1);
        assert_int_equal(unsent(), 0);
        munmap(received, sizeof *received);
        kit_close(store);
        kit_remove("");
    }
}

static void a_lost_connection_undoes_the_marks_and_not_the_notices(void **state) {
    (void)state;
    kit_store *store = kit_open("", KIT_CREATE);
    fill(store, 2, EVENTS);
    struct received *received = share_received();
    kit_sql("", "CREATE FUNCTION prap.end_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                " PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;"
                " CREATE TRIGGER end_it BEFORE UPDATE OF sent ON prap.notice EXECUTE FUNCTION prap.end_it()");
    uint64_t n = 77;
    assert_int_equal(prap_postgresql_deliver(store, 2, 0, receive, received, &n, NULL), PRAP_RETRY);
    assert_int_equal(prap_postgresql_deliver(store, 2, 1, receive, received, &n, NULL), PRAP_UNKNOWN);
    assert_int_equal(n, 77);
    assert_int_equal(unsent(), 2 * EACH);
    kit_sql("", "DROP TRIGGER end_it ON prap.notice; UPDATE prap.notice SET lease_until = NULL");
    while (deliver(store, 2, 0, received) > 0) {
    }
    assert_int_equal(received->wrong, 0);
    for (size_t i = 0; i < EACH; i++)
        assert_int_equal(received->times[0][i], 3);
    assert_int_equal(unsent(), 0);
    munmap(received, sizeof *received);
    kit_close(store);
}

struct choosy {
    prap_status answer;
    unsigned at; /* the notice that gets it */
    unsigned seen;
};

static prap_status choose(void *user, const prap_postgresql_notice *notice) {
    struct choosy *choosy = user;
    choosy->seen++;
    const bool first_case = memcmp(notice->key.case_id.bytes, "C00", 3) == 0;
    return first_case && notice->notice == choosy->at ? choosy->answer : PRAP_OK;
}

static void the_receiver_decides_what_was_delivered(void **state) {
    (void)state;
    for (uint32_t lease = 0; lease <= LEASE; lease += LEASE) {
        kit_store *store = kit_open("", KIT_CREATE);
        fill(store, 2, EVENTS);
        uint64_t n = 0;
        struct choosy put_off = {.answer = PRAP_RETRY, .at = 4};
        assert_int_equal(prap_postgresql_deliver(store, 2, lease, choose, &put_off, &n, NULL), PRAP_OK);
        assert_int_equal(n, 3 + EACH); /* the other case went through */
        assert_int_equal(put_off.seen, 4 + EACH);
        assert_int_equal(unsent(), EACH - 3);
        struct choosy end = {.answer = PRAP_E_BUG, .at = 6};
        assert_int_equal(prap_postgresql_deliver(store, 2, lease, choose, &end, &n, NULL), PRAP_E_BUG);
        assert_int_equal(n, 2);
        assert_int_equal(unsent(), EACH - 5);
        kit_close(store);
        kit_remove("");
    }
}

/* More than one call takes of a case, and more cases than one call takes: in turn, so that none starves. */
static void a_long_outbox_is_worked_off_in_turns(void **state) {
    (void)state;
    kit_store *store = kit_open("", KIT_CREATE);
    fill(store, 6, 20);
    for (int turn = 0; turn < 3; turn++) {
        struct choosy all = {.at = 0};
        uint64_t n = 0;
        assert_int_equal(prap_postgresql_deliver(store, 2, 0, choose, &all, &n, NULL), PRAP_OK);
        assert_int_equal(n, 2 * PRAP_POSTGRESQL_CASE_NOTICES);
    }
    assert_int_equal(kit_number("SELECT count(DISTINCT case_id) FROM prap.notice WHERE sent IS NOT NULL"), 6);
    assert_int_equal(kit_number("SELECT max(n) FROM (SELECT count(*) AS n FROM prap.notice WHERE sent IS NULL"
                                " GROUP BY case_id) AS x"),
                     40 - PRAP_POSTGRESQL_CASE_NOTICES);
    kit_close(store);
}

static void wrong_arguments_are_told_apart(void **state) {
    (void)state;
    kit_store *store = kit_open("", KIT_CREATE);
    assert_int_equal(prap_postgresql_deliver(NULL, 1, 0, choose, NULL, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_postgresql_deliver(store, 1, 0, NULL, NULL, NULL, NULL), PRAP_E_NULL);
    const struct {
        uint32_t cases, lease_seconds;
        const char *named;
    } wrong[] = {{0, 0, "cases"}, {1001, 0, "cases"}, {1, 86401, "lease_seconds"}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        prap_error error = {.size = sizeof error};
        assert_int_equal(prap_postgresql_deliver(store, wrong[i].cases, wrong[i].lease_seconds, choose, NULL, NULL, &error), PRAP_E_RANGE);
        assert_int_equal(error.status, PRAP_E_RANGE);
        assert_ptr_equal(strstr(error.message, wrong[i].named), error.message);
    }
    assert_int_equal(prap_postgresql_notices(NULL, NULL, 1, choose, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_postgresql_notices(store, NULL, 1, NULL, NULL, NULL), PRAP_E_NULL);
    kit_close(store);
}

/* Everything that can be asked of a handle, from inside its own visit. */
static prap_status call_back(void *user, const prap_postgresql_notice *notice) {
    prap_postgresql *store = user;
    const prap_store *callbacks = prap_postgresql_store(store);
    const prap_key key = kit_key("", "C00");
    const prap_scan query = {.size = sizeof query, .due_by = PRAP_DAY_NONE, .limit = 1};
    prap_sink sink = {0};
    prap_error error = {.size = sizeof error};
    (void)notice;
    assert_int_equal(callbacks->load(callbacks->user, &key, &sink), PRAP_FAIL);
    assert_int_equal(callbacks->read(callbacks->user, &key, 1, 1, &sink), PRAP_FAIL);
    assert_int_equal(callbacks->scan(callbacks->user, &query, &sink), PRAP_FAIL);
    assert_int_equal(kit_append(store, "C00", 1, ""), PRAP_FAIL);
    assert_int_equal(prap_postgresql_last_error(store, &error), PRAP_E_REENTRY);
    assert_int_equal(prap_postgresql_set_wait(store, 1), PRAP_E_REENTRY);
    for (int call = 0; call < 3; call++) {
        error = (prap_error){.size = sizeof error};
        const prap_status status = call == 0   ? prap_postgresql_check(store, &error)
                                   : call == 1 ? prap_postgresql_notices(store, NULL, 1, call_back, store, &error)
                                               : prap_postgresql_deliver(store, 1, 0, call_back, store, NULL, &error);
        assert_int_equal(status, PRAP_E_REENTRY);
        assert_non_null(strstr(error.message, "called back"));
    }
    prap_postgresql_close(store); /* does nothing */
    assert_int_equal(sink.n, 0);
    return PRAP_OK;
}

static void a_visit_may_not_call_back(void **state) {
    (void)state;
    kit_store *store = kit_open("", KIT_CREATE);
    fill(store, 1, 1);
    assert_int_equal(prap_postgresql_notices(store, NULL, 9, call_back, store, NULL), PRAP_OK);
    assert_int_equal(prap_postgresql_deliver(store, 9, 0, call_back, store, NULL, NULL), PRAP_OK);
    assert_int_equal(kit_append(store, "C00", 1, ""), PRAP_OK);
    kit_close(store);
}

struct listed {
    size_t n;
    prap_postgresql_notice last;
    char last_case[PRAP_ID_BYTES];
    size_t stop_at;
};

static prap_status list(void *user, const prap_postgresql_notice *notice) {
    struct listed *listed = user;
    listed->last = *notice;
    memcpy(listed->last_case, notice->key.case_id.bytes, notice->key.case_id.n);
    listed->last.key.case_id.bytes = listed->last_case;
    listed->last.key.tenant.bytes = "";
    return ++listed->n == listed->stop_at ? PRAP_FAIL : PRAP_OK;
}

static void the_outbox_is_listed_from_any_id(void **state) {
    (void)state;
    kit_store *store = kit_open("", KIT_CREATE);
    fill(store, 30, 10); /* more than a page */
    struct listed all = {0}, one = {0}, stopped = {.stop_at = 7};
    assert_int_equal(prap_postgresql_notices(store, NULL, UINT32_MAX, list, &all, NULL), PRAP_OK);
    assert_int_equal(all.n, 600);
    for (size_t i = 0; i < 600; i++) {
        const prap_postgresql_notice after = one.last;
        assert_int_equal(prap_postgresql_notices(store, i == 0 ? NULL : &after, 1, list, &one, NULL), PRAP_OK);
        assert_int_equal(one.n, i + 1);
        assert_int_equal(one.last.notice, i % 20 + 1);
    }
    const prap_postgresql_notice end = one.last;
    assert_int_equal(prap_postgresql_notices(store, &end, 1, list, &one, NULL), PRAP_OK);
    assert_int_equal(prap_postgresql_notices(store, NULL, 0, list, &one, NULL), PRAP_OK);
    assert_int_equal(one.n, 600);
    assert_int_equal(prap_postgresql_notices(store, NULL, 99, list, &stopped, NULL), PRAP_FAIL);
    assert_int_equal(stopped.n, 7);
    kit_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        KIT_TEST(one_relay_delivers_everything_in_order),
        KIT_TEST(relays_share_the_work_and_keep_the_order),
        KIT_TEST(relays_lock_in_one_order),
        KIT_TEST(a_relay_that_dies_leaves_its_cases_to_the_others),
        KIT_TEST(a_lost_connection_undoes_the_marks_and_not_the_notices),
        KIT_TEST(the_receiver_decides_what_was_delivered),
        KIT_TEST(a_long_outbox_is_worked_off_in_turns),
        KIT_TEST(wrong_arguments_are_told_apart),
        KIT_TEST(a_visit_may_not_call_back),
        KIT_TEST(the_outbox_is_listed_from_any_id),
    };
    return cmocka_run_group_tests_name("postgresql/deliver", tests, NULL, NULL);
}
