/*
 * postgresql-fault-test.c: every call that the store makes to libpq, to the system and for memory fails once, in turn,
 * and then every one from there on. The linker puts the functions below in the place of the real ones (--wrap). After
 * each: what was answered is true, and what is stored is before or after, never between.
 */
#include <errno.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <libpq-fe.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include "keeper.h"
#include "share.h"
#include "store-kit.h"

static unsigned long until_failure; /* 0: never */
static bool sticky, after_effect, failed;

static bool fails(void) {
    if (until_failure == 0 || --until_failure > 0) return false;
    if (sticky) until_failure = 1;
    failed = true;
    return true;
}

static void arm(unsigned long nth, bool and_all_after, bool with_effect) {
    until_failure = nth;
    sticky = and_all_after;
    after_effect = with_effect;
    failed = false;
}

/* Disarms; returns whether the failure was reached. */
static bool disarm(void) {
    until_failure = 0;
    return failed;
}

#define WRAP(type, name, arguments, values, failure) \
    type __real_##name arguments;                    \
    type __wrap_##name arguments;                    \
    type __wrap_##name arguments {                   \
        return fails() ? failure : __real_##name values; \
    }

WRAP(PGconn *, PQconnectStartParams, (const char *const *k, const char *const *v, int e), (k, v, e), NULL)
WRAP(PostgresPollingStatusType, PQconnectPoll, (PGconn * c), (c), PGRES_POLLING_FAILED)
WRAP(int, PQsetnonblocking, (PGconn * c, int on), (c, on), -1)
WRAP(int, PQsendQuery, (PGconn * c, const char *q), (c, q), 0)
WRAP(int, PQsendPrepare, (PGconn * c, const char *n, const char *q, int p, const Oid *t), (c, n, q, p, t), 0)
WRAP(int, PQsendQueryPrepared,
     (PGconn * c, const char *s, int n, const char *const *v, const int *l, const int *f, int r), (c, s, n, v, l, f, r), 0)
WRAP(int, PQflush, (PGconn * c), (c), -1)
WRAP(int, PQconsumeInput, (PGconn * c), (c), 0)
WRAP(PQconninfoOption *, PQconninfoParse, (const char *i, char **e), (i, e), NULL)
WRAP(int, poll, (struct pollfd * fds, nfds_t n, int timeout), (fds, n, timeout), (errno = EINVAL, -1))
WRAP(void *, malloc, (size_t n), (n), NULL)
WRAP(void *, calloc, (size_t n, size_t size), (n, size), NULL)
WRAP(void *, realloc, (void *room, size_t n), (room, n), NULL)
WRAP(char *, strdup, (const char *text), (text), NULL)
WRAP(int, RAND_bytes, (unsigned char *bytes, int n), (bytes, n), 0)
WRAP(int, RAND_priv_bytes, (unsigned char *bytes, int n), (bytes, n), 0)
WRAP(EVP_CIPHER_CTX *, EVP_CIPHER_CTX_new, (void), (), NULL)
WRAP(int, EVP_CipherUpdate, (EVP_CIPHER_CTX * c, unsigned char *out, int *n, const unsigned char *in, int bytes),
     (c, out, n, in, bytes), 0)
WRAP(int, EVP_CipherFinal_ex, (EVP_CIPHER_CTX * c, unsigned char *out, int *n), (c, out, n), 0)
WRAP(int, EVP_CIPHER_CTX_ctrl, (EVP_CIPHER_CTX * c, int type, int n, void *room), (c, type, n, room), 0)

PGresult *__real_PQgetResult(PGconn *connection);
PGresult *__wrap_PQgetResult(PGconn *connection);
/* No result where one should be: before the server's answer was read, or instead of it. */
PGresult *__wrap_PQgetResult(PGconn *connection) {
    if (!fails()) return __real_PQgetResult(connection);
    if (after_effect) PQclear(__real_PQgetResult(connection));
    return NULL;
}

static const char server_of_test[] = "";

/* A1 at version 1, with one notice. */
static void make_base(void) {
    kit_store *store = kit_open("", KIT_CREATE);
    struct kit_change made;
    kit_change(&made, "A1", 0, 1, "e1");
    made.notices[0] = (prap_notice_record){.size = sizeof made.notices[0], .sequence = 1, .due = PRAP_DAY_NONE};
    made.change.n_notices = 1;
    assert_int_equal(kit_commit(store, &made.change), PRAP_OK);
    kit_close(store);
}

static void back_to_base(void) {
    kit_settle();
    kit_sql("", "DELETE FROM prap.event WHERE sequence > 1 OR case_id <> 'A1';"
                " DELETE FROM prap.notice WHERE sequence > 1 OR case_id <> 'A1';"
                " DELETE FROM prap.case_ WHERE case_id <> 'A1'; UPDATE prap.case_ SET version = 1,"
                " snapshot = 'A1 is at 1'; UPDATE prap.notice SET sent = NULL, lease_until = NULL");
}

/* What a commit answered against what there is. */
static void assert_true_of(prap_status status, uint64_t version, uint64_t before) {
    switch ((int)status) {
    case PRAP_OK: assert_int_equal(version, before + 1); break;
    case PRAP_RETRY:
    case PRAP_FAIL: assert_int_equal(version, before); break;
    case PRAP_UNKNOWN: assert_true(version == before || version == before + 1); break;
    default: fail_msg("commit answered %d", status);
    }
}

/*
 * Waits until no backend is left but those of handles that are connected: one whose client gave it up may have a
 * statement before it that it has not begun, and is idle until it does.
 */
static void settle_to(int64_t connected) {
    while (kit_number("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'libprap'") > connected)
        continue;
}

/* The same where the handle may have given up its connection: a question makes it have one. */
static void settle_beside(kit_store *store) {
    kit_version(store, "A1");
    settle_to(1);
}

struct kept {
    uint64_t version, notices, delivered;
    bool whole;
};

/* What there is, seen by a store that nothing befalls. */
static struct kept look(const char *case_id) {
    kit_settle();
    kit_store *store = kit_open("", 0);
    struct kept kept = {.version = kit_version(store, case_id), .notices = kit_count_notices(store)};
    kept.whole = kept.version == 0 || kit_is_whole(store, case_id);
    assert_int_equal(kit_check(store, NULL), PRAP_OK);
    kit_close(store);
    return kept;
}

typedef bool (*with_failure)(unsigned long nth);

static bool all_after, with_effect;

/* Tries every failure that passes, and some that last or come after the server's answer: all of them at night. */
static void at_every_call(with_failure run) {
    const unsigned long share = 100 / test_share(100);
    unsigned long points = 0;
    for (int variant = 0; variant < 3; variant++) {
        all_after = variant == 1;
        with_effect = variant == 2;
        const unsigned long step = variant == 0 || getenv("PRAP_TEST_NIGHTLY") != NULL ? share : share * 5;
        for (unsigned long nth = 1; run(nth); nth += step) {
            back_to_base();
            points++;
        }
        back_to_base();
    }
    print_message("%lu failures\n", points);
    assert_true(points > 3);
}

static bool open_with_failure(unsigned long nth) {
    static const prap_status expected[] = {PRAP_RETRY, PRAP_FAIL, PRAP_E_NOMEM};
    prap_postgresql *store = NULL;
    prap_error error = {.size = sizeof error};
    const char *name = kit_server("");
    arm(nth, all_after, with_effect);
    const prap_status status = prap_postgresql_open(name, 0, &store, &error);
    const bool reached = disarm();
    if (status != PRAP_OK) {
        bool known = false;
        for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
            known = known || status == expected[i];
        if (!known) fail_msg("open answered %d", status);
        assert_null(store);
        assert_string_not_equal(error.message, "");
    }
    prap_postgresql_close(store);
    return reached;
}

static void opening_is_whole_or_refused_whatever_fails(void **state) {
    (void)state;
    make_base();
    at_every_call(open_with_failure);
}

static bool create_with_failure(unsigned long nth) {
    kit_sql("", "DROP SCHEMA IF EXISTS prap CASCADE");
    prap_postgresql *store = NULL;
    const char *name = kit_server("");
    arm(nth, all_after, with_effect);
    const prap_status status = prap_postgresql_open(name, KIT_CREATE, &store, NULL);
    const bool reached = disarm();
    prap_postgresql_close(store);
    settle_to(0);
    const int64_t tables = kit_number("SELECT count(*) FROM pg_tables WHERE schemaname = 'prap'");
    assert_true(tables == 0 || tables == 5);
    if (status == PRAP_OK) assert_int_equal(tables, 5);
    kit_sql("", "DROP SCHEMA IF EXISTS prap CASCADE");
    make_base();
    return reached;
}

static void tables_are_made_whole_or_not_at_all(void **state) {
    (void)state;
    at_every_call(create_with_failure);
}

static kit_store *open_for_failures(void) {
    kit_store *store = kit_open(server_of_test, 0);
    assert_int_equal(kit_set_wait(store, 0), PRAP_OK); /* no second try after a while: this would only take time */
    return store;
}

/* On a handle that must connect first, and prepare, and commit. */
static bool commit_with_failure(unsigned long nth) {
    kit_store *store = open_for_failures();
    arm(nth, all_after, with_effect);
    const prap_status status = kit_append(store, "A1", 1, "e2");
    const bool reached = disarm();
    settle_beside(store);
    const struct kept kept = look("A1");
    assert_true_of(status, kept.version, 1);
    assert_true(kept.whole);
    /* The same handle goes on, and the id says what became of it. */
    const prap_status again = kit_append(store, "A1", 1, "e2");
    assert_int_equal(again, kept.version == 2 ? PRAP_DUPLICATE : PRAP_OK);
    kit_close(store);
    return reached;
}

static void a_commit_is_before_or_after_whatever_fails(void **state) {
    (void)state;
    make_base();
    at_every_call(commit_with_failure);
}

/* Two rounds, and a refusal that must be explained. */
static bool batch_with_failure(unsigned long nth) {
    kit_store *store = open_for_failures();
    struct kit_change made[4];
    kit_change(&made[0], "A1", 1, 2, "e2");
    kit_change(&made[1], "B1", 0, 1, "e1");
    kit_change(&made[2], "C1", 5, 1, "e1"); /* conflict */
    kit_change(&made[3], "B1", 1, 1, "e2"); /* a round of its own */
    const prap_change changes[4] = {made[0].change, made[1].change, made[2].change, made[3].change};
    prap_status each[4] = {PRAP_E_BUG, PRAP_E_BUG, PRAP_E_BUG, PRAP_E_BUG};
    const prap_store *callbacks = kit_callbacks(store);
    arm(nth, all_after, with_effect);
    assert_int_equal(callbacks->commit(callbacks->user, changes, 4, each), PRAP_OK);
    const bool reached = disarm();
    settle_beside(store);
    const struct kept a = look("A1"), b = look("B1"), c = look("C1");
    if (each[0] == PRAP_OK) assert_int_equal(a.version, 3);
    else if (each[0] != PRAP_UNKNOWN) assert_int_equal(a.version, 1);
    else assert_true(a.version == 1 || a.version == 3);
    assert_true(each[2] == PRAP_CONFLICT || each[2] == PRAP_RETRY || each[2] == PRAP_FAIL || each[2] == PRAP_UNKNOWN);
    assert_int_equal(c.version, 0);
    if (each[1] == PRAP_OK && each[3] == PRAP_OK) assert_int_equal(b.version, 2);
    if (each[1] == PRAP_RETRY || each[1] == PRAP_FAIL) assert_int_equal(b.version, 0);
    if (each[1] == PRAP_OK && (each[3] == PRAP_RETRY || each[3] == PRAP_FAIL)) assert_int_equal(b.version, 1);
    if (!reached) assert_true(each[0] == PRAP_OK && each[1] == PRAP_OK && each[2] == PRAP_CONFLICT && each[3] == PRAP_OK);
    assert_true(a.whole && b.whole);
    kit_close(store);
    return reached;
}

static void each_change_of_a_batch_is_before_or_after_whatever_fails(void **state) {
    (void)state;
    make_base();
    at_every_call(batch_with_failure);
}

/* One failure is made good by asking again; what lasts is told, and what was pushed is true. */
static bool ask_with_failure(unsigned long nth) {
    kit_store *store = open_for_failures();
    const prap_store *callbacks = kit_callbacks(store);
    const prap_key key = kit_key("", "A1");
    const prap_scan all = {.size = sizeof all, .due_by = PRAP_DAY_NONE, .limit = 9};
    const prap_scan due = {.size = sizeof due, .due_by = PRAP_DAY_MAX, .limit = 9};
    static prap_sink sinks[4];
    memset(sinks, 0, sizeof sinks);
    arm(nth, all_after, with_effect);
    const prap_status statuses[4] = {callbacks->load(callbacks->user, &key, &sinks[0]),
                                     callbacks->read(callbacks->user, &key, 1, 9, &sinks[1]),
                                     callbacks->scan(callbacks->user, &all, &sinks[2]),
                                     callbacks->scan(callbacks->user, &due, &sinks[3])};
    const prap_status checked = kit_check(store, NULL);
    const bool reached = disarm();
    for (size_t i = 0; i < 4; i++) {
        assert_true(statuses[i] == PRAP_OK || statuses[i] == PRAP_RETRY || statuses[i] == PRAP_FAIL);
        if (statuses[i] == PRAP_OK) assert_int_equal(sinks[i].n, i == 3 ? 0 : 1);
        else assert_int_equal(sinks[i].n, 0);
    }
    assert_true(checked == PRAP_OK || checked == PRAP_RETRY || checked == PRAP_FAIL);
    assert_int_equal(kit_version(store, "A1"), 1); /* the handle goes on */
    assert_int_equal(kit_check(store, NULL), PRAP_OK);
    kit_close(store);
    return reached;
}

static void a_question_is_answered_truly_or_not_at_all_whatever_fails(void **state) {
    (void)state;
    make_base();
    at_every_call(ask_with_failure);
}

static prap_status count_visit(void *user, const prap_postgresql_notice *notice) {
    (void)notice;
    ++*(unsigned *)user;
    return PRAP_OK;
}

static uint32_t lease;

static bool deliver_with_failure(unsigned long nth) {
    kit_store *store = open_for_failures();
    unsigned visits = 0;
    uint64_t delivered = 0;
    arm(nth, all_after, with_effect);
    const prap_status status = prap_postgresql_deliver(store, 9, lease, count_visit, &visits, &delivered, NULL);
    const bool reached = disarm();
    settle_beside(store);
    const int64_t sent = kit_number("SELECT count(*) FROM prap.notice WHERE sent IS NOT NULL");
    if (status == PRAP_OK) assert_true(visits == 1 && delivered == 1 && sent == 1);
    else assert_true((status == PRAP_RETRY || status == PRAP_FAIL || status == PRAP_UNKNOWN) && delivered == 0);
    if (status == PRAP_RETRY || status == PRAP_FAIL) assert_int_equal(sent, 0);
    if (sent == 1) assert_int_equal(visits, 1); /* never marked without having been delivered */
    kit_sql("", "UPDATE prap.notice SET lease_until = NULL");
    assert_int_equal(prap_postgresql_deliver(store, 9, lease, count_visit, &visits, &delivered, NULL), PRAP_OK);
    assert_int_equal(delivered, sent == 1 ? 0 : 1);
    assert_int_equal(prap_postgresql_notices(store, NULL, 9, count_visit, &visits, NULL), PRAP_OK);
    kit_close(store);
    return reached;
}

static void a_notice_is_marked_only_after_it_was_delivered_whatever_fails(void **state) {
    (void)state;
    make_base();
    for (lease = 0; lease < 2; lease++)
        at_every_call(deliver_with_failure);
}

static bool list_with_failure(unsigned long nth) {
    kit_store *store = open_for_failures();
    unsigned visits = 0;
    arm(nth, all_after, with_effect);
    const prap_status status = prap_postgresql_notices(store, NULL, 9, count_visit, &visits, NULL);
    const bool reached = disarm();
    assert_int_equal(visits, status == PRAP_OK ? 1 : 0);
    assert_true(status == PRAP_OK || status == PRAP_RETRY || status == PRAP_FAIL);
    kit_close(store);
    return reached;
}

static void the_outbox_is_listed_truly_whatever_fails(void **state) {
    (void)state;
    make_base();
    at_every_call(list_with_failure);
}

/* Which of two data is under the id, by their first byte; 0: none. */
static prap_status see_first(void *user, prap_bytes data) {
    *(uint8_t *)user = data.n == 0 ? 0 : data.bytes[0];
    return PRAP_OK;
}

static uint8_t aside(kit_store *store, prap_status *ret_status) {
    uint8_t first = 0;
    const prap_status status = prap_postgresql_sidecar_get(store, kit_text("p1"), see_first, &first, NULL);
    if (ret_status != NULL) *ret_status = status;
    else assert_true(status == PRAP_OK || status == PRAP_NONE);
    return first;
}

static const prap_bytes before = {(const uint8_t *)"b", 1}, after = {(const uint8_t *)"a", 1};

static kit_store *open_beside(struct keeper *keeper) {
    kit_store *store = open_for_failures();
    keeper_set(keeper, store);
    assert_int_equal(prap_postgresql_sidecar_put(store, kit_text("p1"), before, NULL), PRAP_OK);
    kit_close(store);
    store = open_for_failures();
    keeper_set(keeper, store);
    return store;
}

static bool put_with_failure(unsigned long nth) {
    struct keeper keeper = {0};
    kit_store *store = open_beside(&keeper);
    arm(nth, all_after, with_effect);
    const prap_status status = prap_postgresql_sidecar_put(store, kit_text("p1"), after, NULL);
    const bool reached = disarm();
    settle_beside(store);
    const uint8_t left = aside(store, NULL);
    if (status == PRAP_OK) assert_int_equal(left, 'a');
    else if (status == PRAP_UNKNOWN) assert_true(left == 'a' || left == 'b');
    else assert_int_equal(left, 'b');
    assert_true(status == PRAP_OK || status == PRAP_RETRY || status == PRAP_FAIL || status == PRAP_UNKNOWN ||
                status == PRAP_E_NOMEM);
    assert_int_equal(prap_postgresql_sidecar_put(store, kit_text("p1"), after, NULL), PRAP_OK); /* the handle goes on */
    kit_close(store);
    return reached;
}

static void a_side_car_is_before_or_after_whatever_fails(void **state) {
    (void)state;
    make_base();
    at_every_call(put_with_failure);
}

static bool add_with_failure(unsigned long nth) {
    struct keeper keeper = {0};
    kit_store *store = open_for_failures();
    keeper_set(&keeper, store);
    assert_true(prap_postgresql_sidecar_shred(store, kit_text("p1"), NULL) <= PRAP_NONE);
    arm(nth, all_after, with_effect);
    const prap_status status = prap_postgresql_sidecar_put(store, kit_text("p1"), after, NULL);
    const bool reached = disarm();
    settle_beside(store);
    const uint8_t left = aside(store, NULL);
    assert_true(left == (status == PRAP_OK ? 'a' : 0) || (status == PRAP_UNKNOWN && left == 'a'));
    kit_close(store);
    return reached;
}

static void a_person_s_first_data_are_there_or_not_whatever_fails(void **state) {
    (void)state;
    make_base();
    at_every_call(add_with_failure);
}

static bool get_with_failure(unsigned long nth) {
    struct keeper keeper = {0};
    kit_store *store = open_beside(&keeper);
    prap_status status = PRAP_OK;
    arm(nth, all_after, with_effect);
    const uint8_t seen = aside(store, &status);
    const bool reached = disarm();
    assert_int_equal(seen, status == PRAP_OK ? 'b' : 0);
    assert_true(status == PRAP_OK || status == PRAP_RETRY || status == PRAP_FAIL || status == PRAP_E_NOMEM ||
                status == PRAP_E_DAMAGED); /* libcrypto does not say why it does not open */
    assert_int_equal(aside(store, NULL), 'b');
    kit_close(store);
    return reached;
}

static void a_side_car_is_read_truly_or_not_at_all_whatever_fails(void **state) {
    (void)state;
    make_base();
    at_every_call(get_with_failure);
}

static bool shred_with_failure(unsigned long nth) {
    struct keeper keeper = {0};
    kit_store *store = open_beside(&keeper);
    arm(nth, all_after, with_effect);
    const prap_status status = prap_postgresql_sidecar_shred(store, kit_text("p1"), NULL);
    const bool reached = disarm();
    settle_beside(store);
    assert_true(status == PRAP_OK || status == PRAP_RETRY || status == PRAP_FAIL || status == PRAP_UNKNOWN);
    assert_int_equal(keeper_count(&keeper), 0); /* not to be read any more, whatever became of the row */
    assert_int_equal(aside(store, NULL), 0);
    const prap_status again = prap_postgresql_sidecar_shred(store, kit_text("p1"), NULL);
    assert_true(again == PRAP_NONE || (again == PRAP_OK && status != PRAP_OK));
    assert_int_equal(kit_number("SELECT count(*) FROM prap.side_car"), 0);
    kit_close(store);
    return reached;
}

static void what_was_to_be_shredded_can_not_be_read_whatever_fails(void **state) {
    (void)state;
    make_base();
    at_every_call(shred_with_failure);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        KIT_TEST(opening_is_whole_or_refused_whatever_fails),
        KIT_TEST(tables_are_made_whole_or_not_at_all),
        KIT_TEST(a_commit_is_before_or_after_whatever_fails),
        KIT_TEST(each_change_of_a_batch_is_before_or_after_whatever_fails),
        KIT_TEST(a_question_is_answered_truly_or_not_at_all_whatever_fails),
        KIT_TEST(a_notice_is_marked_only_after_it_was_delivered_whatever_fails),
        KIT_TEST(the_outbox_is_listed_truly_whatever_fails),
        KIT_TEST(a_side_car_is_before_or_after_whatever_fails),
        KIT_TEST(a_person_s_first_data_are_there_or_not_whatever_fails),
        KIT_TEST(a_side_car_is_read_truly_or_not_at_all_whatever_fails),
        KIT_TEST(what_was_to_be_shredded_can_not_be_read_whatever_fails),
    };
    return cmocka_run_group_tests_name("postgresql/fault", tests, NULL, NULL);
}
