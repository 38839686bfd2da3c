/*
 * statements-test.c: how SQLite means to run each row of statements.def: by an index, in its order. A
 * statement that sorted or read a whole table would still be right, and slow for a large caseload.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "store-kit.h"

static const struct {
    const char *name;
    const char *sql;
} rows[] = {
#define X(name, form, what, sql) {#name, sql},
#include "statements.def"
#undef X
};

static void every_statement_uses_an_index_and_none_sorts(void **state) {
    (void)state;
    sqlite3 *db = NULL;
    size_t steps = 0;
    prap_sqlite_close(kit_open("a.db", PRAP_SQLITE_CREATE));
    assert_int_equal(sqlite3_open(kit_path("a.db"), &db), SQLITE_OK);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char explain[1024];
        sqlite3_stmt *plan = NULL;
        snprintf(explain, sizeof explain, "EXPLAIN QUERY PLAN %s", rows[i].sql);
        assert_int_equal(sqlite3_prepare_v2(db, explain, -1, &plan, NULL), SQLITE_OK);
        while (sqlite3_step(plan) == SQLITE_ROW) {
            const char *step = (const char *)sqlite3_column_text(plan, 3);
            if (strncmp(step, "SCAN", 4) == 0 && strcmp(step, "SCAN CONSTANT ROW") != 0) {
                fail_msg("%s reads a whole table: %s", rows[i].name, step);
            }
            if (strstr(step, "TEMP B-TREE") != NULL) fail_msg("%s sorts: %s", rows[i].name, step);
            if (strstr(step, "AUTOMATIC") != NULL) fail_msg("%s makes an index: %s", rows[i].name, step);
            steps++;
        }
        sqlite3_finalize(plan);
    }
    sqlite3_close(db);
    assert_true(steps >= 8);
}

int main(void) {
    const struct CMUnitTest tests[] = {KIT_TEST(every_statement_uses_an_index_and_none_sorts)};
    return cmocka_run_group_tests_name("store/statements", tests, NULL, NULL);
}
