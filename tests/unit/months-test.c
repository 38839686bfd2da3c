/* months-test.c: adding calendar months, against counting them off one at a time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "prap/calendar.h"

static prap_day on(int32_t year, int32_t month, int32_t day_of_month) {
    prap_day day = PRAP_DAY_NONE;
    assert_int_equal(prap_day_from_civil(year, month, day_of_month, &day), PRAP_OK);
    return day;
}

/* The day of that number in the month, or the month's last: tried from the top, without knowing lengths. */
static prap_day clamped(int32_t year, int32_t month, int32_t day_of_month) {
    prap_day day = PRAP_DAY_NONE;
    while (prap_day_from_civil(year, month, day_of_month, &day) != PRAP_OK)
        day_of_month--;
    return day;
}

static void every_day_of_nine_years_by_up_to_five(void **state) {
    (void)state;
    for (prap_day from = on(1996, 1, 1); from <= on(2004, 12, 31); from++) {
        int32_t year = 0, month = 0, day_of_month = 0;
        assert_int_equal(prap_day_to_civil(from, &year, &month, &day_of_month), PRAP_OK);
        int32_t back_year = year, back_month = month;
        for (int32_t months = 0; months <= 60; months++) {
            prap_day day = PRAP_DAY_NONE;
            assert_int_equal(prap_day_add_months(from, months, &day), PRAP_OK);
            assert_int_equal(day, clamped(year, month, day_of_month));
            assert_int_equal(prap_day_add_months(from, -months, &day), PRAP_OK);
            assert_int_equal(day, clamped(back_year, back_month, day_of_month));
            if (++month > 12) month = 1, year++;
            if (--back_month < 1) back_month = 12, back_year--;
        }
    }
}

static void the_ends_of_time(void **state) {
    (void)state;
    prap_day day = 4711;
    assert_int_equal(prap_day_add_months(PRAP_DAY_MIN, 9999 * 12 - 1, &day), PRAP_OK);
    assert_int_equal(day, on(9999, 12, 1));
    assert_int_equal(prap_day_add_months(PRAP_DAY_MAX, -(9999 * 12 - 1), &day), PRAP_OK);
    assert_int_equal(day, on(1, 1, 31));
    day = 4711;
    assert_int_equal(prap_day_add_months(PRAP_DAY_MIN, -1, &day), PRAP_E_RANGE);
    assert_int_equal(prap_day_add_months(PRAP_DAY_MAX, 1, &day), PRAP_E_RANGE);
    assert_int_equal(prap_day_add_months(PRAP_DAY_MAX, INT32_MAX, &day), PRAP_E_RANGE);
    assert_int_equal(prap_day_add_months(PRAP_DAY_MAX, INT32_MIN, &day), PRAP_E_RANGE);
    assert_int_equal(prap_day_add_months(PRAP_DAY_MIN, INT32_MAX, &day), PRAP_E_RANGE);
    assert_int_equal(prap_day_add_months(PRAP_DAY_MIN, INT32_MIN, &day), PRAP_E_RANGE);
    assert_int_equal(day, 4711);
}

static void bad_arguments(void **state) {
    (void)state;
    prap_day day = 4711;
    assert_int_equal(prap_day_add_months(0, 1, NULL), PRAP_E_NULL);
    assert_int_equal(prap_day_add_months(PRAP_DAY_NONE, 1, NULL), PRAP_E_NULL);
    assert_int_equal(prap_day_add_months(PRAP_DAY_NONE, 1, &day), PRAP_E_DAY);
    assert_int_equal(prap_day_add_months(PRAP_DAY_MIN - 1, 0, &day), PRAP_E_DAY);
    assert_int_equal(prap_day_add_months(PRAP_DAY_MAX + 1, 0, &day), PRAP_E_DAY);
    assert_int_equal(day, 4711);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_of_nine_years_by_up_to_five),
        cmocka_unit_test(the_ends_of_time),
        cmocka_unit_test(bad_arguments),
    };
    return cmocka_run_group_tests_name("months", tests, NULL, NULL);
}
