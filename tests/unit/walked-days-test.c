/* walked-days-test.c: first days that count, next and previous, and every day of a walk with its reason. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "test-host.h"

enum { DIVISIONS = 3, ALLOW = PRAP_CALENDAR_ALLOW_PROVISIONAL };

static prap_day added(const prap_calendar *calendar, prap_day from, int32_t n) {
    prap_day day = PRAP_DAY_NONE;
    (void)prap_calendar_add_working_days(calendar, from, n, ALLOW, &day, NULL);
    return day;
}

static void expect_nth(const prap_calendar *calendar, prap_day first, int32_t n, prap_day expected) {
    prap_day day = PRAP_DAY_NONE;
    const prap_status status = prap_calendar_nth_working_day(calendar, first, n, ALLOW, &day, NULL);
    assert_int_equal(status, expected == PRAP_DAY_NONE ? PRAP_E_COVERAGE : PRAP_OK);
    assert_int_equal(day, expected);
}

static void the_first_day_counts(void **state) {
    (void)state;
    for (uint32_t division = 1; division <= DIVISIONS; division++) {
        const prap_calendar *calendar = prap_calendar_built_in(division);
        const prap_calendar_identity *span = prap_calendar_get_identity(calendar);
        for (prap_day day = span->provisional_first; day <= span->provisional_last; day++) {
            int32_t is = 0;
            assert_int_equal(prap_calendar_is_working_day(calendar, day, ALLOW, &is, NULL), PRAP_OK);
            expect_nth(calendar, day, 1, is ? day : added(calendar, day, 1));
            expect_nth(calendar, day, -1, is ? day : added(calendar, day, -1));
            expect_nth(calendar, day, 15, added(calendar, day, 15 - is));
            expect_nth(calendar, day, -20, added(calendar, day, is - 20));
            prap_day next = PRAP_DAY_NONE, previous = PRAP_DAY_NONE;
            (void)prap_calendar_next_working_day(calendar, day, ALLOW, &next, NULL);
            (void)prap_calendar_previous_working_day(calendar, day, ALLOW, &previous, NULL);
            assert_int_equal(next, added(calendar, day, 1));
            assert_int_equal(previous, added(calendar, day, -1));
        }
        expect_nth(calendar, span->known_first, INT32_MAX, PRAP_DAY_NONE);
        expect_nth(calendar, span->known_first, INT32_MIN, PRAP_DAY_NONE);
    }
    const prap_calendar *calendar = prap_calendar_built_in(1);
    prap_day day = 4711;
    uint32_t quality = 4711;
    assert_int_equal(prap_calendar_nth_working_day(NULL, 19485, 1, 0, &day, &quality), PRAP_E_NULL);
    assert_int_equal(prap_calendar_nth_working_day(calendar, 19485, 1, 0, NULL, &quality), PRAP_E_NULL);
    assert_int_equal(prap_calendar_nth_working_day(calendar, 19485, 0, 0, &day, &quality), PRAP_E_RANGE);
    assert_int_equal(prap_calendar_nth_working_day(NULL, 19485, 0, 0, &day, &quality), PRAP_E_NULL);
    assert_int_equal(prap_calendar_nth_working_day(calendar, 25000, 0, 0, &day, &quality), PRAP_E_COVERAGE);
    assert_int_equal(prap_calendar_nth_working_day(calendar, 19485, 1, 2, &day, &quality), PRAP_E_RANGE);
    assert_int_equal(prap_calendar_nth_working_day(calendar, PRAP_DAY_NONE, 1, 0, &day, &quality), PRAP_E_DAY);
    assert_int_equal(prap_calendar_nth_working_day(calendar, 25000, 1, 0, &day, &quality), PRAP_E_COVERAGE);
    assert_int_equal(day, 4711);
    assert_int_equal(quality, 4711);
    assert_int_equal(prap_calendar_nth_working_day(calendar, 25000, 1, ALLOW, &day, &quality), PRAP_OK);
    assert_int_equal(quality, PRAP_COVERAGE_PROVISIONAL);
}

/* Over Easter and two holidays in May 2023: what a person would write beside each day. */
static void each_day_has_its_reason(void **state) {
    (void)state;
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    prap_walk walk;
    prap_walked_day day = {0};
    assert_int_equal(prap_calendar_walk(calendar, test_day(2023, 4, 6), test_day(2023, 4, 12), 0, &walk), PRAP_OK);
    static const struct {
        uint32_t kind;
        int32_t number;
        const char *title;
    } rows[] = {
        {PRAP_WALKED_HOLIDAY, 0, "Good Friday"},   {PRAP_WALKED_WEEKEND, 0, NULL},     {PRAP_WALKED_WEEKEND, 0, NULL},
        {PRAP_WALKED_HOLIDAY, 0, "Easter Monday"}, {PRAP_WALKED_WORKING_DAY, 1, NULL}, {PRAP_WALKED_WORKING_DAY, 2, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(prap_walk_next(&walk, &day), PRAP_OK);
        assert_int_equal(day.day, test_day(2023, 4, 7) + (prap_day)i);
        assert_int_equal(day.kind, rows[i].kind);
        assert_int_equal(day.number, rows[i].number);
        assert_int_equal(day.quality, PRAP_COVERAGE_KNOWN);
        assert_int_equal(day.holiday != NULL, rows[i].title != NULL);
        if (rows[i].title != NULL) assert_string_equal(day.holiday->title, rows[i].title);
    }
    day.day = 4711;
    assert_int_equal(prap_walk_next(&walk, &day), PRAP_NONE);
    assert_int_equal(prap_walk_next(&walk, &day), PRAP_NONE);
    assert_int_equal(day.day, 4711);
}

/* A walk to where add leads ends with the number that was added, and its numbers are those of add. */
static void a_walk_counts_as_add_does(void **state) {
    (void)state;
    for (uint32_t division = 1; division <= DIVISIONS; division++) {
        const prap_calendar *calendar = prap_calendar_built_in(division);
        const prap_calendar_identity *span = prap_calendar_get_identity(calendar);
        for (prap_day from = span->known_first - 40; from <= span->known_first + 600; from++) {
            for (int32_t n = -20; n <= 20; n += 10) {
                const prap_day to = added(calendar, from, n);
                prap_walk walk;
                prap_walked_day day = {.day = from};
                assert_int_equal(prap_calendar_walk(calendar, from, to, ALLOW, &walk), PRAP_OK);
                while (prap_walk_next(&walk, &day) == PRAP_OK) {
                    if (day.kind == PRAP_WALKED_WORKING_DAY)
                        assert_int_equal(day.day, added(calendar, from, day.number));
                    assert_int_equal(day.kind == PRAP_WALKED_HOLIDAY, day.holiday != NULL);
                    assert_int_equal(day.quality == PRAP_COVERAGE_KNOWN, day.day >= span->known_first);
                }
                assert_int_equal(day.day, to);
                assert_int_equal(day.number, n);
            }
        }
    }
}

static void no_walk(void **state) {
    (void)state;
    const prap_calendar *calendar = prap_calendar_built_in(1);
    const prap_day inside = 19485, outside = 25000;
    prap_walk walk = {NULL, 4711, 0, 0, 0};
    prap_walked_day day = {0};
    assert_int_equal(prap_calendar_walk(NULL, inside, inside, 0, &walk), PRAP_E_NULL);
    assert_int_equal(prap_calendar_walk(calendar, inside, inside, 0, NULL), PRAP_E_NULL);
    assert_int_equal(prap_calendar_walk(calendar, inside, inside, 2, &walk), PRAP_E_RANGE);
    assert_int_equal(prap_calendar_walk(calendar, PRAP_DAY_NONE, inside, 0, &walk), PRAP_E_DAY);
    assert_int_equal(prap_calendar_walk(calendar, inside, outside, 0, &walk), PRAP_E_COVERAGE);
    assert_int_equal(prap_calendar_walk(calendar, outside, inside, 0, &walk), PRAP_E_COVERAGE);
    assert_int_equal(walk.at, 4711);
    assert_int_equal(prap_calendar_walk(calendar, inside, inside, 0, &walk), PRAP_OK);
    assert_int_equal(prap_walk_next(&walk, &day), PRAP_NONE);
    assert_int_equal(prap_walk_next(NULL, &day), PRAP_E_NULL);
    assert_int_equal(prap_walk_next(&walk, NULL), PRAP_E_NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_day_counts),
        cmocka_unit_test(each_day_has_its_reason),
        cmocka_unit_test(a_walk_counts_as_add_does),
        cmocka_unit_test(no_walk),
    };
    return cmocka_run_group_tests_name("walked days", tests, NULL, NULL);
}
