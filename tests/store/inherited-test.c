/* inherited-test.c: a process forks while a store is open. What the child does with it, or with one of its own, loses nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "store-kit.h"

static void set_up_case(const char *name) {
    prap_sqlite *store = kit_open(name, PRAP_SQLITE_CREATE);
    assert_int_equal(kit_append(store, "A1", 0, ""), PRAP_OK);
    prap_sqlite_close(store);
}

static prap_status see_notice(void *user, const prap_sqlite_notice *notice) {
    (void)user;
    (void)notice;
    return PRAP_OK;
}

static prap_status see_bytes(void *user, prap_bytes data) {
    (void)user;
    (void)data;
    return PRAP_OK;
}

static bool says_so(const prap_error *error) {
    return error->status == PRAP_FAIL && strstr(error->message, "before a fork") != NULL;
}

/* The place of the first call that did not refuse, 0 when each did. */
static int first_that_works(prap_sqlite *store) {
    const prap_store *callbacks = prap_sqlite_store(store);
    const prap_key key = kit_key("", "A1");
    const prap_scan scan = {.size = sizeof scan, .due_by = PRAP_DAY_NONE, .limit = 10};
    const prap_text id = kit_text("x");
    prap_error error = {.size = sizeof error};
    if (callbacks->load(callbacks->user, &key, NULL) != PRAP_FAIL) return 1;
    if (callbacks->read(callbacks->user, &key, 1, 10, NULL) != PRAP_FAIL) return 2;
    if (callbacks->scan(callbacks->user, &scan, NULL) != PRAP_FAIL) return 3;
    if (kit_append(store, "A1", 1, "") != PRAP_FAIL) return 4;
    if (prap_sqlite_last_error(store, &error) != PRAP_FAIL || !says_so(&error)) return 5;
    error = (prap_error){.size = sizeof error};
    if (prap_sqlite_notices(store, 0, 10, see_notice, NULL, &error) != PRAP_FAIL || !says_so(&error)) return 6;
    error = (prap_error){.size = sizeof error};
    if (prap_sqlite_deliver(store, 1, 1, see_notice, NULL, NULL, &error) != PRAP_FAIL || !says_so(&error)) return 7;
    error = (prap_error){.size = sizeof error};
    if (prap_sqlite_examine(store, 0, NULL, NULL, NULL, &error) != PRAP_FAIL || !says_so(&error)) return 8;
    error = (prap_error){.size = sizeof error};
    if (prap_sqlite_backup(store, kit_path("copy.db"), &error) != PRAP_FAIL || !says_so(&error)) return 9;
    error = (prap_error){.size = sizeof error};
    if (prap_sqlite_sidecar_get(store, id, see_bytes, NULL, &error) != PRAP_FAIL || !says_so(&error)) return 10;
    if (prap_sqlite_sidecar_put(store, id, (prap_bytes){(const uint8_t *)"y", 1}, &error) != PRAP_FAIL) return 11;
    return prap_sqlite_sidecar_shred(store, id, &error) == PRAP_FAIL ? 0 : 12;
}

static int use_what_was_inherited(void *user) {
    prap_sqlite *inherited = user;
    int wrong = first_that_works(inherited);
    if (wrong != 0) return wrong;
    prap_sqlite *own = kit_open("a.db", 0); /* the inherited one is let go of, and goes on refusing */
    if (kit_append(own, "A1", 1, "") != PRAP_OK) return 20;
    wrong = first_that_works(inherited);
    prap_sqlite_close(inherited);
    if (wrong == 0 && kit_append(own, "A1", 2, "") != PRAP_OK) wrong = 21;
    prap_sqlite_close(own);
    return wrong;
}

static void an_inherited_store_does_nothing(void **state) {
    (void)state;
    set_up_case("a.db");
    prap_sqlite *store = kit_open("a.db", 0);
    assert_int_equal(kit_in_child(use_what_was_inherited, store, false), 0);
    assert_false(kit_exists("copy.db"));
    assert_int_equal(kit_version(store, "A1"), 3);
    assert_int_equal(kit_append(store, "A1", 3, ""), PRAP_OK);
    assert_true(kit_is_whole(store, "A1"));
    prap_sqlite_close(store);
}

/* SQLite would take the new handle for one of the parent's: no locks, and the log gone from under it. */
static int commit_after_the_parent_closed(const int *gates, bool close_first, prap_sqlite *inherited) {
    char byte = 0;
    if (close_first) prap_sqlite_close(inherited);
    prap_sqlite *own = kit_open("a.db", 0);
    if (kit_append(own, "A1", 1, "") != PRAP_OK) return 1;
    if (write(gates[1], "x", 1) != 1 || read(gates[2], &byte, 1) != 1) return 2;
    for (uint64_t version = 2; version < 6; version++) {
        if (kit_append(own, "A1", version, "") != PRAP_OK) return 3;
    }
    return 0; /* it dies, and nothing is closed */
}

static void what_a_child_commits_stays_when_the_parent_closes(void **state) {
    (void)state;
    for (int close_first = 0; close_first < 2; close_first++) {
        int there[2], back[2], how = 0;
        char byte = 0;
        set_up_case("a.db");
        prap_sqlite *store = kit_open("a.db", 0);
        assert_int_equal(kit_version(store, "A1"), 1);
        assert_int_equal(pipe(there) | pipe(back), 0);
        const int gates[3] = {-1, there[1], back[0]};
        const pid_t child = fork();
        assert_true(child >= 0);
        if (child == 0) _exit(commit_after_the_parent_closed(gates, close_first == 1, store));
        close(there[1]);
        assert_int_equal(read(there[0], &byte, 1), 1);
        prap_sqlite_close(store);
        assert_int_equal(write(back[1], "x", 1), 1);
        waitpid(child, &how, 0);
        assert_true(WIFEXITED(how));
        assert_int_equal(WEXITSTATUS(how), 0);
        store = kit_open("a.db", 0);
        assert_int_equal(kit_version(store, "A1"), 6);
        assert_true(kit_is_whole(store, "A1"));
        assert_int_equal(prap_sqlite_check(store, NULL), PRAP_OK);
        prap_sqlite_close(store);
        kit_remove("a.db");
        close(there[0]), close(back[0]), close(back[1]);
    }
}

static int use_memory(void *user) {
    return kit_append(user, "A1", 1, "") == PRAP_OK && kit_is_whole(user, "A1") ? 0 : 1;
}

static void a_store_in_memory_is_the_childs_own(void **state) {
    (void)state;
    prap_sqlite *store = NULL;
    assert_int_equal(prap_sqlite_open(":memory:", 0, &store, NULL), PRAP_OK);
    assert_int_equal(kit_append(store, "A1", 0, ""), PRAP_OK);
    assert_int_equal(kit_in_child(use_memory, store, false), 0);
    assert_int_equal(kit_version(store, "A1"), 1);
    prap_sqlite_close(store);
}

static int open_in_the_middle(void *user) {
    (void)user;
    prap_error error = {.size = sizeof error};
    prap_sqlite *own = NULL;
    if (prap_sqlite_open(kit_path("a.db"), 0, &own, &error) != PRAP_FAIL) return 1;
    return strstr(error.message, "forked in the middle") != NULL ? 0 : 2;
}

static prap_status fork_in_a_visit(void *user, const prap_sqlite_notice *notice) {
    (void)notice;
    *(int *)user = kit_in_child(open_in_the_middle, NULL, false);
    return PRAP_OK;
}

static void a_visit_in_the_middle_of_which_a_process_forks_goes_on(void **state) {
    (void)state;
    struct kit_change change;
    prap_sqlite *store = kit_open("a.db", PRAP_SQLITE_CREATE);
    kit_change(&change, "A1", 0, 1, "");
    change.notices[0] = (prap_notice_record){.size = sizeof change.notices[0], .sequence = 1, .notice = 1, .recipient = 1, .due = PRAP_DAY_NONE};
    change.change.notices = change.notices;
    change.change.n_notices = 1;
    assert_int_equal(kit_commit(store, &change.change), PRAP_OK);
    int child = -1;
    assert_int_equal(prap_sqlite_notices(store, 0, 10, fork_in_a_visit, &child, NULL), PRAP_OK);
    assert_int_equal(child, 0);
    child = -1;
    uint64_t delivered = 0;
    assert_int_equal(prap_sqlite_deliver(store, 10, 10, fork_in_a_visit, &child, &delivered, NULL), PRAP_OK);
    assert_int_equal(child, 0);
    assert_int_equal(delivered, 1);
    prap_sqlite_close(store);
}

/* -1: the next commit forks a child, and this becomes what it says; -2: the next opening does. */
static int of_the_child;

static void fork_a_child(int when) {
    if (of_the_child != when) return;
    of_the_child = 0; /* in the child too, which forks none */
    of_the_child = kit_in_child(open_in_the_middle, NULL, false);
}

static int fork_in_a_commit(void *user) {
    (void)user;
    fork_a_child(-1);
    return 0;
}

static int hook_commits(sqlite3 *db, char **message, const struct sqlite3_api_routines *routines) {
    (void)message;
    (void)routines;
    sqlite3_commit_hook(db, fork_in_a_commit, NULL);
    fork_a_child(-2);
    return SQLITE_OK;
}

/* As when another thread forks just then: the child has the half of a transaction, and may not even close it. */
static void a_commit_in_the_middle_of_which_a_process_forks_is_done(void **state) {
    (void)state;
    set_up_case("a.db");
    of_the_child = 0;
    sqlite3_auto_extension((void (*)(void))hook_commits);
    prap_sqlite *store = kit_open("a.db", 0);
    sqlite3_reset_auto_extension();
    of_the_child = -1;
    assert_int_equal(kit_append(store, "A1", 1, ""), PRAP_OK);
    assert_int_equal(of_the_child, 0);
    assert_int_equal(kit_version(store, "A1"), 2);
    assert_true(kit_is_whole(store, "A1"));
    prap_sqlite_close(store);
}

static void an_opening_in_the_middle_of_which_a_process_forks_is_done(void **state) {
    (void)state;
    set_up_case("a.db");
    of_the_child = -2;
    sqlite3_auto_extension((void (*)(void))hook_commits);
    prap_sqlite *store = kit_open("a.db", 0);
    sqlite3_reset_auto_extension();
    assert_int_equal(of_the_child, 0);
    assert_int_equal(kit_append(store, "A1", 1, ""), PRAP_OK);
    assert_true(kit_is_whole(store, "A1"));
    prap_sqlite_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        KIT_TEST(an_inherited_store_does_nothing),
        KIT_TEST(what_a_child_commits_stays_when_the_parent_closes),
        KIT_TEST(a_store_in_memory_is_the_childs_own),
        KIT_TEST(a_visit_in_the_middle_of_which_a_process_forks_goes_on),
        KIT_TEST(a_commit_in_the_middle_of_which_a_process_forks_is_done),
        KIT_TEST(an_opening_in_the_middle_of_which_a_process_forks_is_done),
    };
    return cmocka_run_group_tests_name("store/inherited", tests, NULL, NULL);
}
