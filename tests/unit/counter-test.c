/* counter-test.c: days counted in place against the same days counted by the calendar's functions (counter.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "prap/prap.h"

#include "dates/counter.h"

static const int32_t no_settings[1] = {0};

static prapi_counter a_counter(prap_status status) {
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    prapi_counter counter = prapi_counter_of(calendar, no_settings, 0);
    prapi_count_fail(&counter, status);
    return counter;
}

/* The same day, and the same status after it. */
static void expect_same(prap_day quick, const prapi_counter *after, prap_day plain, const prapi_counter *other) {
    assert_int_equal(quick, plain);
    assert_int_equal(after->status, other->status);
    assert_int_equal(after->quality, other->quality);
}

/* From before the calendar begins until after it ends, by counters that have failed and that have not. */
static void in_place_is_the_same(void **state) {
    (void)state;
    const prap_calendar_identity *span =
        prap_calendar_get_identity(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES));
    static const prap_status statuses[] = {PRAP_OK, PRAP_E_COVERAGE};
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
        for (prap_day day = span->known_first - 40; day <= span->known_last + 40; day += 3) {
            for (int32_t n = -20; n <= 20; n += 5) {
                prapi_counter quick = a_counter(statuses[i]), plain = a_counter(statuses[i]);
                const prap_day in_place = prapi_quick_working_days(&quick, day, n);
                expect_same(in_place, &quick, prapi_count_working_days(&plain, day, n), &plain);
            }
            prapi_counter quick = a_counter(statuses[i]), plain = a_counter(statuses[i]);
            const prap_day after = prapi_quick_on_or_after(&quick, day);
            expect_same(after, &quick, prapi_count_on_or_after(&plain, day), &plain);
            quick = a_counter(statuses[i]), plain = a_counter(statuses[i]);
            const prap_day before = prapi_quick_on_or_before(&quick, day);
            expect_same(before, &quick, prapi_count_on_or_before(&plain, day), &plain);
            quick = a_counter(statuses[i]), plain = a_counter(statuses[i]);
            const prap_day tried = prapi_quick_try_on_or_before(&quick, day);
            expect_same(tried, &quick, prapi_try_on_or_before(&plain, day), &plain);
            assert_int_equal(quick.status, statuses[i]);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(in_place_is_the_same)};
    return cmocka_run_group_tests_name("counter", tests, NULL, NULL);
}
