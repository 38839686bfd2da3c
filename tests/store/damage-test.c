/* damage-test.c: tables that were altered behind the store's back: which question notices, and what goes on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "store-kit.h"

static void make_store(const char *name, uint64_t versions) {
    kit_store *store = kit_open(name, KIT_CREATE);
    for (uint64_t i = 0; i < versions; i++)
        assert_int_equal(kit_append(store, "A1", i, ""), PRAP_OK);
    kit_close(store);
}

static void assert_says(kit_store *store, prap_status status, const char *word) {
    prap_error error = {.size = sizeof error};
    assert_int_equal(kit_last_error(store, &error), status);
    assert_int_equal(error.status, status);
    assert_string_equal(error.field, "store");
    if (strstr(error.message, word) == NULL) fail_msg("\"%s\" does not say %s", error.message, word);
}

/* What rows can say that the tables' constraints cannot forbid; each is found by the question that meets it.
 */
static void a_version_and_a_journal_that_disagree_are_damage(void **state) {
    (void)state;
    const struct {
        const char *sql;
        bool load;         /* met when loading and committing; reading the whole journal meets every one */
        size_t n_readable; /* events before it */
    } rows[] = {
        {"UPDATE case_ SET version = 4", true, 3},
        {"UPDATE case_ SET version = 2", true, 2},
        {"DELETE FROM event WHERE sequence = 3", true, 2},
        {"DELETE FROM event WHERE sequence = 2", false, 1},
        {"DELETE FROM event WHERE sequence = 1", false, 0},
        {"DELETE FROM event", true, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        make_store("a.db", 3);
        kit_sql("a.db", rows[i].sql);
        kit_store *store = kit_open("a.db", 0);
        const prap_store *callbacks = kit_callbacks(store);
        const prap_key key = kit_key("", "A1");
        prap_sink loaded = {0}, journal = {0};
        assert_int_equal(callbacks->load(callbacks->user, &key, &loaded),
                         rows[i].load ? PRAP_E_DAMAGED : PRAP_OK);
        assert_int_equal(loaded.n, rows[i].load ? 0 : 1);
        assert_int_equal(callbacks->read(callbacks->user, &key, 1, 10, &journal), PRAP_E_DAMAGED);
        assert_int_equal(journal.n, rows[i].n_readable);
        for (size_t at = 0; at < journal.n; at++)
            assert_int_equal(journal.rows[at].version, at + 1);
        if (rows[i].load) {
            assert_int_equal(kit_append(store, "A1", 3, "e4"), PRAP_FAIL);
            assert_says(store, PRAP_E_DAMAGED, "do not agree");
        }
        assert_int_equal(kit_append(store, "B1", 0, "e1"), PRAP_OK); /* other cases go on */
        prap_error error = {.size = sizeof error};
        assert_int_equal(kit_check(store, &error), PRAP_E_DAMAGED);
        assert_int_equal(error.status, PRAP_E_DAMAGED);
        assert_non_null(strstr(error.message, "do not agree"));
        kit_close(store);
        kit_remove("a.db");
    }
}

static void an_orphan_is_found_by_the_check(void **state) {
    (void)state;
    make_store("a.db", 2);
    kit_sql("a.db", "DELETE FROM case_"); /* foreign keys are off in that connection */
    kit_store *store = kit_open("a.db", 0);
    assert_int_equal(kit_version(store, "A1"), 0);
    /* The case begins anew and its place in the journal is taken. */
    assert_int_equal(kit_append(store, "A1", 0, "e9"), PRAP_FAIL);
    assert_says(store, PRAP_E_DAMAGED, ""); /* in words of its own */
    assert_int_equal(kit_version(store, "A1"), 0);
    assert_int_equal(kit_check(store, NULL), PRAP_E_DAMAGED);
    assert_says(store, PRAP_E_DAMAGED, "without its case");
    kit_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        KIT_TEST(a_version_and_a_journal_that_disagree_are_damage),
        KIT_TEST(an_orphan_is_found_by_the_check),
    };
    return cmocka_run_group_tests_name(KIT_NAME "/damage", tests, NULL, NULL);
}
