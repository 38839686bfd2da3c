/* arrays-test.c: many days at once, against the same days one at a time; and which due days a calendar moves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "test-host.h"

enum { MOST = 4000, NOT_WRITTEN = 4711, ALLOW = PRAP_CALENDAR_ALLOW_PROVISIONAL };

static prap_day days[MOST], others[MOST];
static int32_t numbers[MOST], results[MOST];
static uint32_t qualities[MOST];
static prap_status each[MOST];

/* Days from before the calendar begins until after it ends, with some that are none. */
static void lay_out(const prap_calendar_identity *span) {
    for (size_t i = 0; i < MOST; i++) {
        days[i] = span->provisional_first - 10 + (prap_day)i * 3;
        others[i] = i % 11 == 0 ? PRAP_DAY_NONE : span->known_last - (prap_day)i;
        numbers[i] = (int32_t)(i % 41) - 20;
    }
}

static void clear(void) {
    for (size_t i = 0; i < MOST; i++) {
        results[i] = NOT_WRITTEN;
        qualities[i] = NOT_WRITTEN;
        each[i] = NOT_WRITTEN;
    }
}

static void expect_element(size_t i, prap_status status, int32_t result, uint32_t quality) {
    assert_int_equal(each[i], status);
    assert_int_equal(results[i], result);
    assert_int_equal(qualities[i], quality);
}

static void each_as_if_alone(void **state) {
    (void)state;
    for (uint32_t division = 1; division <= 3; division++) {
        const prap_calendar *calendar = prap_calendar_built_in(division);
        lay_out(prap_calendar_get_identity(calendar));
        for (uint32_t flags = 0; flags <= ALLOW; flags++) {
            clear();
            assert_int_equal(prap_calendar_are_working_days(calendar, days, MOST, flags, results, qualities, each),
                             PRAP_E_COVERAGE);
            for (size_t i = 0; i < MOST; i++) {
                int32_t result = NOT_WRITTEN;
                uint32_t quality = NOT_WRITTEN;
                const prap_status status = prap_calendar_is_working_day(calendar, days[i], flags, &result, &quality);
                expect_element(i, status, result, quality);
            }
            clear();
            assert_int_equal(prap_calendar_add_working_days_each(calendar, days, numbers, MOST, flags, results,
                                                                 qualities, each), PRAP_E_COVERAGE);
            for (size_t i = 0; i < MOST; i++) {
                int32_t result = NOT_WRITTEN;
                uint32_t quality = NOT_WRITTEN;
                const prap_status status =
                    prap_calendar_add_working_days(calendar, days[i], numbers[i], flags, &result, &quality);
                expect_element(i, status, result, quality);
            }
            clear();
            assert_int_equal(prap_calendar_count_working_days_each(calendar, others, days, MOST, flags, results,
                                                                   qualities, each), PRAP_E_DAY);
            for (size_t i = 0; i < MOST; i++) {
                int32_t result = NOT_WRITTEN;
                uint32_t quality = NOT_WRITTEN;
                const prap_status status =
                    prap_calendar_count_working_days(calendar, others[i], days[i], flags, &result, &quality);
                expect_element(i, status, result, quality);
            }
        }
    }
}

/* Counts over known days, which are answered in blocks, with one day in between that is not. */
static void one_that_is_not_known_among_many(void **state) {
    (void)state;
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_NORTHERN_IRELAND);
    const prap_calendar_identity *span = prap_calendar_get_identity(calendar);
    enum { MANY = 300 };
    const prap_day strangers[] = {PRAP_DAY_NONE, PRAP_DAY_MAX, INT32_MAX, 25000, 14700, span->known_last + 1,
                                  span->known_first - 1};
    for (size_t at = 0; at < 2 * MANY; at++) {
        for (size_t i = 0; i < MANY; i++) {
            days[i] = span->known_first + (prap_day)i * 21;
            others[i] = span->known_last - (prap_day)(i * i) % 5000;
        }
        const prap_day stranger = strangers[at % (sizeof strangers / sizeof strangers[0])];
        if (at < MANY) {
            days[at] = stranger;
        } else {
            others[at - MANY] = stranger;
        }
        clear();
        const prap_status status = prap_calendar_count_working_days_each(calendar, days, others, MANY, 0, results,
                                                                         qualities, each);
        assert_int_equal(status, each[at % MANY]);
        for (size_t i = 0; i < MANY; i++) {
            int32_t result = NOT_WRITTEN;
            uint32_t quality = NOT_WRITTEN;
            const prap_status alone =
                (prap_calendar_count_working_days)(calendar, days[i], others[i], 0, &result, &quality);
            expect_element(i, alone, result, quality);
        }
        assert_int_equal(results[MANY], NOT_WRITTEN);
        assert_int_equal(prap_calendar_count_working_days_each(calendar, days, others, MANY, 0, days, NULL, NULL), status);
        for (size_t i = 0; i < MANY; i++)
            if (i != at % MANY) assert_int_equal(days[i], results[i]);
    }
}

/* The places of all the days that are asked for are even, and so is that of the last known day. */
static void among_days_that_are_all_alike(void **state) {
    (void)state;
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    const prap_calendar_identity *span = prap_calendar_get_identity(calendar);
    assert_int_equal((span->known_last - span->known_first) % 2, 0);
    for (size_t i = 0; i < 64; i++) days[i] = others[i] = span->known_first + 2 * (prap_day)i;
    assert_int_equal(prap_calendar_count_working_days_each(calendar, days, others, 64, 0, results, NULL, each), PRAP_OK);
    others[5] = span->known_last + 2;
    assert_int_equal(prap_calendar_count_working_days_each(calendar, days, others, 64, 0, results, NULL, each),
                     PRAP_E_COVERAGE);
    for (size_t i = 0; i < 64; i++) assert_int_equal(each[i], i == 5 ? PRAP_E_COVERAGE : PRAP_OK);
}

static void what_may_be_left_out(void **state) {
    (void)state;
    const prap_calendar *calendar = prap_calendar_built_in(1);
    prap_day in_place[] = {19485, 19486, PRAP_DAY_NONE, 19487};
    const int32_t two[] = {2, 2, 2, 2};
    assert_int_equal(prap_calendar_add_working_days_each(calendar, in_place, two, 4, 0, in_place, NULL, NULL),
                     PRAP_E_DAY);
    assert_int_equal(in_place[0], 19487);
    assert_int_equal(in_place[1], 19488);
    assert_int_equal(in_place[2], PRAP_DAY_NONE);
    assert_int_equal(in_place[3], 19489);
    int32_t written[] = {NOT_WRITTEN, NOT_WRITTEN};
    assert_int_equal(prap_calendar_are_working_days(calendar, in_place, 2, 0, written, NULL, NULL), PRAP_OK);
    assert_int_equal(written[0] + written[1], 2);
    assert_int_equal(prap_calendar_count_working_days_each(calendar, in_place, in_place + 1, 1, 0, written, NULL, NULL),
                     PRAP_OK);
    assert_int_equal(written[0], 1);
    assert_int_equal(prap_calendar_are_working_days(calendar, NULL, 0, 0, NULL, NULL, NULL), PRAP_OK);
    assert_int_equal(prap_calendar_add_working_days_each(calendar, NULL, NULL, 0, 0, NULL, NULL, NULL), PRAP_OK);
    assert_int_equal(prap_calendar_count_working_days_each(calendar, NULL, NULL, 0, 0, NULL, NULL, NULL), PRAP_OK);
}

/* Statuses without qualities. */
static void each_status_alone(void **state) {
    (void)state;
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_SCOTLAND);
    const prap_day some[] = {19485, 25000};
    const int32_t two[] = {2, 2};
    int32_t written[] = {NOT_WRITTEN, NOT_WRITTEN};
    prap_status statuses[] = {NOT_WRITTEN, NOT_WRITTEN};
    assert_int_equal(prap_calendar_are_working_days(calendar, some, 2, 0, written, NULL, statuses), PRAP_E_COVERAGE);
    assert_int_equal(statuses[0], PRAP_OK);
    assert_int_equal(statuses[1], PRAP_E_COVERAGE);
    assert_int_equal(written[0], 0); /* the coronation */
    memset(statuses, 0x55, sizeof statuses);
    assert_int_equal(prap_calendar_add_working_days_each(calendar, some, two, 2, 0, written, NULL, statuses),
                     PRAP_E_COVERAGE);
    assert_int_equal(statuses[0], PRAP_OK);
    assert_int_equal(statuses[1], PRAP_E_COVERAGE);
    assert_int_equal(written[0], 19487);
    memset(statuses, 0x55, sizeof statuses);
    assert_int_equal(prap_calendar_count_working_days_each(calendar, some, written, 2, 0, written, NULL, statuses),
                     PRAP_E_COVERAGE);
    assert_int_equal(statuses[0], PRAP_OK);
    assert_int_equal(statuses[1], PRAP_E_COVERAGE);
    assert_int_equal(written[0], 2);
    assert_int_equal(written[1], NOT_WRITTEN);
}

static void what_must_be_there(void **state) {
    (void)state;
    const prap_calendar *calendar = prap_calendar_built_in(1);
    const prap_day day[] = {19485};
    int32_t one[] = {1};
    assert_int_equal(prap_calendar_are_working_days(NULL, day, 1, 0, one, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_calendar_are_working_days(calendar, NULL, 1, 0, one, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_calendar_are_working_days(calendar, day, 1, 0, NULL, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_calendar_are_working_days(calendar, day, 1, 2, one, NULL, NULL), PRAP_E_RANGE);
    assert_int_equal(prap_calendar_add_working_days_each(calendar, day, NULL, 1, 0, one, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_calendar_add_working_days_each(calendar, NULL, one, 1, 0, one, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_calendar_add_working_days_each(calendar, day, one, 1, 0, NULL, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_calendar_add_working_days_each(calendar, day, one, 1, 4, one, NULL, NULL), PRAP_E_RANGE);
    assert_int_equal(prap_calendar_count_working_days_each(calendar, NULL, day, 1, 0, one, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_calendar_count_working_days_each(calendar, day, NULL, 1, 0, one, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_calendar_count_working_days_each(NULL, day, day, 1, 0, one, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(one[0], 1);
}

/* The state funeral of 19 September 2022, as it would have come to a calendar without it. */
static void a_proclamation_moves_due_days(void **state) {
    (void)state;
    struct failing_allocator allocator;
    failing_allocator_init(&allocator);
    const prap_calendar *known = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    const prap_calendar_change change = {PRAP_CALENDAR_REMOVE_DAY, test_day(2022, 9, 19), 0, 0, {NULL, 0}};
    prap_calendar *unaware = NULL;
    assert_int_equal(prap_calendar_create(&allocator.interface, known, &change, 1, &unaware, NULL), PRAP_OK);

    const prap_day last = prap_calendar_get_identity(known)->known_last;
    const prap_day from[] = {test_day(2022, 9, 16), test_day(2022, 9, 19), test_day(2022, 9, 20),
                             test_day(2022, 9, 2), PRAP_DAY_NONE, last};
    const int32_t n[] = {1, 0, 15, 15, 2, 2};
    prap_moved_day moved[3] = {{0, 0, 0}};
    size_t count = NOT_WRITTEN;
    assert_int_equal(prap_calendar_moved_days(unaware, known, from, n, 6, 0, moved, 3, &count), PRAP_OK);
    assert_int_equal(count, 2);
    assert_int_equal(moved[0].i, 0);
    assert_int_equal(moved[0].before, test_day(2022, 9, 19));
    assert_int_equal(moved[0].after, test_day(2022, 9, 20));
    assert_int_equal(moved[1].i, 3);
    assert_int_equal(moved[1].before, test_day(2022, 9, 23));
    assert_int_equal(moved[1].after, test_day(2022, 9, 26));
    assert_int_equal(moved[2].before, 0);

    assert_int_equal(prap_calendar_moved_days(unaware, known, from, n, 6, 0, moved, 1, &count), PRAP_E_ROOM);
    assert_int_equal(count, 2);
    assert_int_equal(prap_calendar_moved_days(unaware, known, from, n, 6, 0, NULL, 0, &count), PRAP_E_ROOM);
    assert_int_equal(count, 2);
    assert_int_equal(prap_calendar_moved_days(known, known, from, n, 6, ALLOW, NULL, 0, &count), PRAP_OK);
    assert_int_equal(count, 0);

    /* A day that only one of them can tell moves too. */
    const prap_calendar_change year = {PRAP_CALENDAR_REPLACE_YEAR, last + 1, 0, 0, {NULL, 0}};
    prap_calendar *longer = NULL;
    assert_int_equal(prap_calendar_create(&allocator.interface, known, &year, 1, &longer, NULL), PRAP_OK);
    assert_int_equal(prap_calendar_moved_days(known, longer, from, n, 6, 0, moved, 3, &count), PRAP_OK);
    assert_int_equal(count, 1);
    assert_int_equal(moved[0].i, 5);
    assert_int_equal(moved[0].before, PRAP_DAY_NONE);
    assert_int_equal(moved[0].after, test_day(2029, 1, 2));

    count = NOT_WRITTEN;
    assert_int_equal(prap_calendar_moved_days(NULL, known, from, n, 6, 0, moved, 3, &count), PRAP_E_NULL);
    assert_int_equal(prap_calendar_moved_days(known, NULL, from, n, 6, 0, moved, 3, &count), PRAP_E_NULL);
    assert_int_equal(prap_calendar_moved_days(known, known, NULL, n, 6, 0, moved, 3, &count), PRAP_E_NULL);
    assert_int_equal(prap_calendar_moved_days(known, known, from, n, 6, 0, NULL, 1, &count), PRAP_E_NULL);
    assert_int_equal(prap_calendar_moved_days(known, known, from, n, 6, 0, moved, 3, NULL), PRAP_E_NULL);
    assert_int_equal(prap_calendar_moved_days(known, known, from, n, 6, 2, moved, 3, &count), PRAP_E_RANGE);
    assert_int_equal(count, NOT_WRITTEN);
    prap_calendar_destroy(longer);
    prap_calendar_destroy(unaware);
    assert_int_equal(allocator.outstanding_bytes, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_as_if_alone),
        cmocka_unit_test(one_that_is_not_known_among_many),
        cmocka_unit_test(among_days_that_are_all_alike),
        cmocka_unit_test(what_may_be_left_out),
        cmocka_unit_test(each_status_alone),
        cmocka_unit_test(what_must_be_there),
        cmocka_unit_test(a_proclamation_moves_due_days),
    };
    return cmocka_run_group_tests_name("arrays", tests, NULL, NULL);
}
