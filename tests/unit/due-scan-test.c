/* due-scan-test.c: which of many cases are due, by their due days alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "prap/prap.h"

enum { CASES = 300, UNTOUCHED = 4711, DUE_BY = 19500 };

static prap_day next_due[CASES];
static size_t found[CASES + 2];

/* Days on both sides of the one asked about, none, and the first and last day that there is. */
static void lay_out(void) {
    for (size_t i = 0; i < CASES; i++) next_due[i] = DUE_BY - 20 + (prap_day)(i * 7 % 41);
    for (size_t i = 0; i < CASES; i += 5) next_due[i] = PRAP_DAY_NONE;
    next_due[1] = PRAP_DAY_MIN;
    next_due[2] = PRAP_DAY_MAX;
    next_due[3] = DUE_BY;
    next_due[4] = DUE_BY + 1;
    for (size_t i = 0; i < CASES + 2; i++) found[i] = UNTOUCHED;
}

static bool is_due(size_t i, prap_day due_by) {
    return next_due[i] != PRAP_DAY_NONE && next_due[i] <= due_by;
}

static void expect_first(prap_day due_by, size_t room, size_t n) {
    size_t at = 0;
    for (size_t i = 0; i < CASES; i++) {
        if (!is_due(i, due_by)) continue;
        if (at < room) assert_int_equal(found[at], i);
        at++;
    }
    assert_int_equal(n, at);
}

static void each_is_what_its_day_says(void **state) {
    (void)state;
    const prap_day days[] = {PRAP_DAY_MIN, DUE_BY - 1, DUE_BY, DUE_BY + 1, PRAP_DAY_MAX};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        size_t n = UNTOUCHED;
        lay_out();
        assert_int_equal(prap_due_scan(next_due, CASES, days[i], found, CASES, &n), PRAP_OK);
        expect_first(days[i], CASES, n);
        assert_int_equal(found[CASES], UNTOUCHED);
    }
}

/* Whatever the room, nothing is written past it, and all are counted. */
static void room_is_kept_to(void **state) {
    (void)state;
    lay_out();
    size_t all = 0;
    assert_int_equal(prap_due_scan(next_due, CASES, DUE_BY, NULL, 0, &all), PRAP_E_ROOM);
    assert_in_range(all, 50, CASES - 50);
    const size_t rooms[] = {CASES, CASES + 1}; /* beside every one up to a few more than are needed */
    for (size_t i = 0; i <= all + 3; i++) {
        const size_t room = i <= all + 1 ? i : rooms[i - all - 2];
        size_t n = UNTOUCHED;
        lay_out();
        const prap_status status = prap_due_scan(next_due, CASES, DUE_BY, found, room, &n);
        assert_int_equal(status, room < all ? PRAP_E_ROOM : PRAP_OK);
        expect_first(DUE_BY, room, n);
        assert_int_equal(found[room], UNTOUCHED);
    }
}

static void nobody_is_due_among_none(void **state) {
    (void)state;
    size_t n = UNTOUCHED;
    assert_int_equal(prap_due_scan(NULL, 0, DUE_BY, NULL, 0, &n), PRAP_OK);
    assert_int_equal(n, 0);
    for (size_t i = 0; i < CASES; i++) next_due[i] = PRAP_DAY_NONE;
    assert_int_equal(prap_due_scan(next_due, CASES, PRAP_DAY_MAX, NULL, 0, &n), PRAP_OK);
    assert_int_equal(n, 0);
}

static void what_cannot_be_asked_changes_nothing(void **state) {
    (void)state;
    size_t n = UNTOUCHED;
    lay_out();
    assert_int_equal(prap_due_scan(NULL, 1, DUE_BY, found, CASES, &n), PRAP_E_NULL);
    assert_int_equal(prap_due_scan(next_due, CASES, DUE_BY, NULL, 1, &n), PRAP_E_NULL);
    assert_int_equal(prap_due_scan(next_due, CASES, DUE_BY, found, CASES, NULL), PRAP_E_NULL);
    assert_int_equal(prap_due_scan(next_due, CASES, PRAP_DAY_NONE, found, CASES, &n), PRAP_E_DAY);
    assert_int_equal(prap_due_scan(next_due, CASES, PRAP_DAY_MIN - 1, found, CASES, &n), PRAP_E_DAY);
    assert_int_equal(prap_due_scan(next_due, CASES, PRAP_DAY_MAX + 1, found, CASES, &n), PRAP_E_DAY);
    assert_int_equal(n, UNTOUCHED);
    assert_int_equal(found[0], UNTOUCHED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_what_its_day_says),
        cmocka_unit_test(room_is_kept_to),
        cmocka_unit_test(nobody_is_due_among_none),
        cmocka_unit_test(what_cannot_be_asked_changes_nothing),
    };
    return cmocka_run_group_tests_name("due-scan", tests, NULL, NULL);
}
