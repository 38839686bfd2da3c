/* civil-days-test.c: days and years on, differences, and weekdays of a month, against counting them off. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "test-host.h"

static void days_on(void **state) {
    (void)state;
    prap_day day = 4711;
    int32_t days = 4711;
    assert_int_equal(prap_day_add_days(test_day(2020, 2, 1), 28, &day), PRAP_OK);
    assert_int_equal(day, test_day(2020, 2, 29));
    assert_int_equal(prap_day_add_days(test_day(2021, 1, 4), -5, &day), PRAP_OK);
    assert_int_equal(day, test_day(2020, 12, 30));
    assert_int_equal(prap_day_add_days(PRAP_DAY_MIN, PRAP_DAY_MAX - PRAP_DAY_MIN, &day), PRAP_OK);
    assert_int_equal(day, PRAP_DAY_MAX);
    assert_int_equal(prap_day_count_days(PRAP_DAY_MAX, PRAP_DAY_MIN, &days), PRAP_OK);
    assert_int_equal(days, PRAP_DAY_MIN - PRAP_DAY_MAX);
    assert_int_equal(prap_day_count_days(test_day(2015, 12, 18), test_day(2016, 1, 2), &days), PRAP_OK);
    assert_int_equal(days, 15);

    day = 4711;
    assert_int_equal(prap_day_add_days(PRAP_DAY_MAX, 1, &day), PRAP_E_RANGE);
    assert_int_equal(prap_day_add_days(PRAP_DAY_MIN, -1, &day), PRAP_E_RANGE);
    assert_int_equal(prap_day_add_days(0, INT32_MAX, &day), PRAP_E_RANGE);
    assert_int_equal(prap_day_add_days(0, INT32_MIN, &day), PRAP_E_RANGE);
    assert_int_equal(prap_day_add_days(PRAP_DAY_NONE, 0, &day), PRAP_E_DAY);
    assert_int_equal(prap_day_add_days(0, 0, NULL), PRAP_E_NULL);
    assert_int_equal(day, 4711);
    assert_int_equal(prap_day_count_days(0, PRAP_DAY_MAX + 1, &days), PRAP_E_DAY);
    assert_int_equal(prap_day_count_days(PRAP_DAY_NONE, 0, &days), PRAP_E_DAY);
    assert_int_equal(prap_day_count_days(0, 0, NULL), PRAP_E_NULL);
    assert_int_equal(days, 15);
}

static void years_on(void **state) {
    (void)state;
    prap_day day = 4711;
    for (int32_t years = -1999; years <= 7900; years++) {
        const int32_t year = 2000 + years;
        const int leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        assert_int_equal(prap_day_add_years(test_day(2000, 2, 29), years, &day), PRAP_OK);
        assert_int_equal(day, test_day(year, 2, leap ? 29 : 28));
        assert_int_equal(prap_day_add_years(test_day(2000, 12, 31), years, &day), PRAP_OK);
        assert_int_equal(day, test_day(year, 12, 31));
    }
    day = 4711;
    static const int32_t far[] = {8000, -2000, 9999, 10000, -10000, INT32_MAX, INT32_MIN, 357913942};
    for (size_t i = 0; i < sizeof far / sizeof far[0]; i++)
        assert_int_equal(prap_day_add_years(test_day(2000, 1, 1), far[i], &day), PRAP_E_RANGE);
    assert_int_equal(prap_day_add_years(PRAP_DAY_NONE, 1, &day), PRAP_E_DAY);
    assert_int_equal(prap_day_add_years(0, 1, NULL), PRAP_E_NULL);
    assert_int_equal(prap_day_add_years(PRAP_DAY_NONE, INT32_MAX, &day), PRAP_E_DAY);
    assert_int_equal(prap_day_add_years(PRAP_DAY_NONE, INT32_MAX, NULL), PRAP_E_NULL);
    assert_int_equal(day, 4711);
}

/* Adding one month more until it is too many. */
static void months_between(void **state) {
    (void)state;
    const prap_day first_of_all = test_day(1999, 12, 25);
    for (prap_day first = first_of_all; first < first_of_all + 500; first++) {
        int32_t forth = 0, back = 0;
        for (prap_day last = first; last < first + 900; last++) {
            int32_t months = 4711, days = 4711;
            prap_day reached = 0;
            while (prap_day_add_months(first, forth + 1, &reached) == PRAP_OK && reached <= last) forth++;
            (void)prap_day_add_months(first, forth, &reached);
            assert_int_equal(prap_day_count_months(first, last, &months, &days), PRAP_OK);
            assert_int_equal(months, forth);
            assert_int_equal(days, last - reached);

            const prap_day earlier = first - (last - first);
            while (prap_day_add_months(first, back - 1, &reached) == PRAP_OK && reached >= earlier) back--;
            (void)prap_day_add_months(first, back, &reached);
            assert_int_equal(prap_day_count_months(first, earlier, &months, &days), PRAP_OK);
            assert_int_equal(months, back);
            assert_int_equal(days, earlier - reached);
        }
    }
    int32_t months = 4711;
    assert_int_equal(prap_day_count_months(PRAP_DAY_MIN, PRAP_DAY_MAX, &months, NULL), PRAP_OK);
    assert_int_equal(months, 12 * 9999 - 1);
    assert_int_equal(prap_day_count_months(PRAP_DAY_MAX, PRAP_DAY_MIN, &months, NULL), PRAP_OK);
    assert_int_equal(months, 1 - 12 * 9999);
    assert_int_equal(prap_day_count_months(PRAP_DAY_NONE, 0, &months, NULL), PRAP_E_DAY);
    assert_int_equal(prap_day_count_months(0, PRAP_DAY_NONE, &months, NULL), PRAP_E_DAY);
    assert_int_equal(prap_day_count_months(0, 0, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(months, 1 - 12 * 9999);
}

static void weekdays_of_a_month(void **state) {
    (void)state;
    for (int32_t number = 12 * 2019; number < 12 * 2048; number++) {
        const int32_t year = number / 12, month = number % 12 + 1;
        prap_day days[8][6] = {{0}};
        int32_t found[8] = {0};
        prap_day day = 0;
        for (int32_t of_month = 1; prap_day_from_civil(year, month, of_month, &day) == PRAP_OK; of_month++) {
            const int32_t weekday = prap_day_weekday(day);
            days[weekday][found[weekday]++] = day;
        }
        for (int32_t weekday = 1; weekday <= 7; weekday++) {
            for (int32_t n = 1; n <= 6; n++) {
                const prap_status expected = n <= found[weekday] ? PRAP_OK : PRAP_E_DAY;
                day = 4711;
                assert_int_equal(prap_day_nth_weekday(year, month, weekday, n, &day), expected);
                assert_int_equal(day, expected == PRAP_OK ? days[weekday][n - 1] : 4711);
                day = 4711;
                assert_int_equal(prap_day_nth_weekday(year, month, weekday, -n, &day), expected);
                assert_int_equal(day, expected == PRAP_OK ? days[weekday][found[weekday] - n] : 4711);
            }
        }
    }
    prap_day day = 4711;
    assert_int_equal(prap_day_nth_weekday(2020, 1, 0, 1, &day), PRAP_E_RANGE);
    assert_int_equal(prap_day_nth_weekday(2020, 1, 8, 1, &day), PRAP_E_RANGE);
    assert_int_equal(prap_day_nth_weekday(2020, 1, 1, 0, &day), PRAP_E_RANGE);
    assert_int_equal(prap_day_nth_weekday(2020, 13, 1, 1, &day), PRAP_E_DAY);
    assert_int_equal(prap_day_nth_weekday(0, 1, 1, 1, &day), PRAP_E_DAY);
    assert_int_equal(prap_day_nth_weekday(2020, 1, 1, INT32_MAX, &day), PRAP_E_DAY);
    assert_int_equal(prap_day_nth_weekday(2020, 1, 1, INT32_MIN, &day), PRAP_E_DAY);
    /* Seven times these numbers is a day of January again for whoever counts in 32 bits. */
    assert_int_equal(prap_day_nth_weekday(2020, 1, 1, 1840700271, &day), PRAP_E_DAY);
    assert_int_equal(prap_day_nth_weekday(2020, 1, 1, -1227133514, &day), PRAP_E_DAY);
    assert_int_equal(prap_day_nth_weekday(2020, 1, 1, 1, NULL), PRAP_E_NULL);
    assert_int_equal(prap_day_nth_weekday(2020, 1, 0, 1, NULL), PRAP_E_NULL);
    assert_int_equal(day, 4711);
    /* The last day that there is, a Friday. */
    assert_int_equal(prap_day_nth_weekday(9999, 12, 5, -1, &day), PRAP_OK);
    assert_int_equal(day, PRAP_DAY_MAX);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_on),
        cmocka_unit_test(years_on),
        cmocka_unit_test(months_between),
        cmocka_unit_test(weekdays_of_a_month),
    };
    return cmocka_run_group_tests_name("civil days", tests, NULL, NULL);
}
