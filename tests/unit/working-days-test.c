/* working-days-test.c: every answer of the calendar against walking there a day at a time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "prap/prap.h"
#include "share.h"

enum { DIVISIONS = 3, MOST_DAYS = 12000, FURTHEST = 300, ALLOW = PRAP_CALENDAR_ALLOW_PROVISIONAL };

/* What a person would do with a list of holidays and a pencil. */
struct pencil {
    const prap_calendar *calendar;
    const prap_calendar_identity *span;
    prap_day first; /* the coverage that the flags allow */
    prap_day last;
    uint32_t flags;
    unsigned char working[MOST_DAYS]; /* by distance from provisional_first */
};

static void sharpen(struct pencil *pencil, uint32_t division, uint32_t flags) {
    memset(pencil, 0, sizeof *pencil);
    pencil->calendar = prap_calendar_built_in(division);
    pencil->span = prap_calendar_get_identity(pencil->calendar);
    pencil->flags = flags;
    pencil->first = flags == ALLOW ? pencil->span->provisional_first : pencil->span->known_first;
    pencil->last = flags == ALLOW ? pencil->span->provisional_last : pencil->span->known_last;
    for (prap_day day = pencil->span->provisional_first; day <= pencil->span->provisional_last; day++)
        pencil->working[day - pencil->span->provisional_first] = prap_day_weekday(day) <= 5;
    const prap_holiday *holiday = NULL;
    for (uint32_t i = 0; (holiday = prap_calendar_holiday_at(pencil->calendar, i)) != NULL; i++)
        pencil->working[holiday->day - pencil->span->provisional_first] = 0;
}

static int covered(const struct pencil *pencil, prap_day day) {
    return day >= pencil->first && day <= pencil->last;
}

static int is_working(const struct pencil *pencil, prap_day day) {
    return pencil->working[day - pencil->span->provisional_first];
}

static uint32_t quality_of(const struct pencil *pencil, prap_day one, prap_day other) {
    const prap_calendar_identity *span = pencil->span;
    const int known = one >= span->known_first && one <= span->known_last && other >= span->known_first &&
                      other <= span->known_last;
    return known ? PRAP_COVERAGE_KNOWN : PRAP_COVERAGE_PROVISIONAL;
}

/* An answer that is a day; PRAP_DAY_NONE where the walk leaves coverage. */
static void expect_day(const struct pencil *pencil, prap_status status, prap_day day, uint32_t quality,
                       prap_day from, prap_day expected) {
    if (expected == PRAP_DAY_NONE) {
        assert_int_equal(status, PRAP_E_COVERAGE);
        assert_int_equal(day, 4711);
        assert_int_equal(quality, 4711);
        return;
    }
    assert_int_equal(status, PRAP_OK);
    assert_int_equal(day, expected);
    assert_int_equal(quality, quality_of(pencil, from, expected));
}

static void expect_add(const struct pencil *pencil, prap_day from, int32_t n, prap_day expected) {
    prap_day day = 4711;
    uint32_t quality = 4711;
    const prap_status status =
        prap_calendar_add_working_days(pencil->calendar, from, n, pencil->flags, &day, &quality);
    expect_day(pencil, status, day, quality, from, expected);
}

static void expect_count(const struct pencil *pencil, prap_day first, prap_day last, int32_t expected) {
    int32_t n = 4711;
    uint32_t quality = 4711;
    assert_int_equal(
        prap_calendar_count_working_days(pencil->calendar, first, last, pencil->flags, &n, &quality),
        PRAP_OK);
    assert_int_equal(n, expected);
    assert_int_equal(quality, quality_of(pencil, first, last));
}

/* Walks from a day in one direction, asking for every n and every count on the way, and once past the end. */
static void walk(const struct pencil *pencil, prap_day from, int32_t step) {
    int32_t n = 0;
    int32_t counted = 0;
    for (prap_day day = from + step; n < FURTHEST; day += step) {
        if (!covered(pencil, day)) {
            expect_add(pencil, from, (n + 1) * step, PRAP_DAY_NONE);
            return;
        }
        /* A count has its last day and not its first: going back that is from, and not the day arrived at. */
        if (step > 0) counted += is_working(pencil, day);
        if (step < 0) counted -= is_working(pencil, day + 1);
        expect_count(pencil, from, day, counted);
        if (is_working(pencil, day)) {
            n++;
            expect_add(pencil, from, n * step, day);
        }
    }
}

static void round_off(const struct pencil *pencil, prap_day from) {
    prap_day before = from, after = from, day = 4711;
    uint32_t quality = 4711;
    while (covered(pencil, before) && !is_working(pencil, before))
        before--;
    while (covered(pencil, after) && !is_working(pencil, after))
        after++;
    prap_status status =
        prap_calendar_working_day_on_or_before(pencil->calendar, from, pencil->flags, &day, &quality);
    expect_day(pencil, status, day, quality, from, covered(pencil, before) ? before : PRAP_DAY_NONE);
    day = 4711;
    quality = 4711;
    status = prap_calendar_working_day_on_or_after(pencil->calendar, from, pencil->flags, &day, &quality);
    expect_day(pencil, status, day, quality, from, covered(pencil, after) ? after : PRAP_DAY_NONE);
}

static void every_covered_day(void **state) {
    (void)state;
    static struct pencil pencil;
    const prap_day stride = (prap_day)(MOST_DAYS / test_share(MOST_DAYS));
    for (uint32_t division = 1; division <= DIVISIONS; division++) {
        for (uint32_t flags = 0; flags <= ALLOW; flags += ALLOW) {
            sharpen(&pencil, division, flags);
            for (prap_day from = pencil.first; from <= pencil.last; from++) {
                int32_t is = 4711;
                uint32_t quality = 4711;
                assert_int_equal(prap_calendar_is_working_day(pencil.calendar, from, flags, &is, &quality),
                                 PRAP_OK);
                assert_int_equal(is, is_working(&pencil, from));
                assert_int_equal(quality, quality_of(&pencil, from, from));
                round_off(&pencil, from);
                expect_add(&pencil, from, 0, from);
                expect_count(&pencil, from, from, 0);
                const int at_an_end = from - pencil.first < 5 || pencil.last - from < 5;
                if (from % stride != 0 && !at_an_end) continue;
                walk(&pencil, from, 1);
                walk(&pencil, from, -1);
            }
        }
    }
}

/* From any day to any other, however far: both ways, and there and back. */
static void across_the_whole_span(void **state) {
    (void)state;
    static struct pencil pencil;
    for (uint32_t division = 1; division <= DIVISIONS; division++) {
        sharpen(&pencil, division, ALLOW);
        for (prap_day from = pencil.first; from <= pencil.last; from += 331) {
            int32_t counted = 0;
            for (prap_day day = from + 1; day <= pencil.last; day++) {
                counted += is_working(&pencil, day);
                if (day % 7 != 0 && day != pencil.last) continue;
                expect_count(&pencil, from, day, counted);
                expect_count(&pencil, day, from, -counted);
            }
            expect_add(&pencil, from, counted + 1, PRAP_DAY_NONE);
        }
    }
}

/* Every question about one day, where nothing must be written. */
static void expect_refused(const prap_calendar *calendar, prap_day day, uint32_t flags,
                           prap_status expected) {
    static const int32_t steps[] = {0, 1, -1, INT32_MAX, INT32_MIN};
    const prap_day good = prap_calendar_get_identity(prap_calendar_built_in(1))->known_first + 400;
    int32_t number = 4711;
    prap_day result = 4711;
    uint32_t quality = 4711;
    assert_int_equal(prap_calendar_is_working_day(calendar, day, flags, &number, &quality), expected);
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++)
        assert_int_equal(prap_calendar_add_working_days(calendar, day, steps[i], flags, &result, &quality),
                         expected);
    assert_int_equal(prap_calendar_count_working_days(calendar, day, good, flags, &number, &quality),
                     expected);
    assert_int_equal(prap_calendar_count_working_days(calendar, good, day, flags, &number, &quality),
                     expected);
    assert_int_equal(prap_calendar_count_working_days(calendar, day, day, flags, &number, &quality),
                     expected);
    assert_int_equal(prap_calendar_working_day_on_or_before(calendar, day, flags, &result, &quality),
                     expected);
    assert_int_equal(prap_calendar_working_day_on_or_after(calendar, day, flags, &result, &quality),
                     expected);
    assert_int_equal(number, 4711);
    assert_int_equal(result, 4711);
    assert_int_equal(quality, 4711);
}

static void outside_coverage_there_is_no_answer(void **state) {
    (void)state;
    for (uint32_t division = 1; division <= DIVISIONS; division++) {
        const prap_calendar *calendar = prap_calendar_built_in(division);
        const prap_calendar_identity *span = prap_calendar_get_identity(calendar);
        const prap_day unknown[] = {span->known_first - 1, span->known_last + 1, span->provisional_first,
                                    span->provisional_last};
        for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++)
            expect_refused(calendar, unknown[i], 0, PRAP_E_COVERAGE);
        const prap_day outside[] = {span->provisional_first - 1, span->provisional_last + 1, PRAP_DAY_MIN,
                                    PRAP_DAY_MAX};
        for (size_t i = 0; i < sizeof outside / sizeof outside[0]; i++) {
            expect_refused(calendar, outside[i], 0, PRAP_E_COVERAGE);
            expect_refused(calendar, outside[i], ALLOW, PRAP_E_COVERAGE);
        }
    }
}

static void bad_arguments(void **state) {
    (void)state;
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    static const prap_day no_days[] = {PRAP_DAY_NONE, PRAP_DAY_NONE + 1, PRAP_DAY_MIN - 1, PRAP_DAY_MAX + 1,
                                       INT32_MAX};
    for (size_t i = 0; i < sizeof no_days / sizeof no_days[0]; i++) {
        expect_refused(calendar, no_days[i], 0, PRAP_E_DAY);
        expect_refused(calendar, no_days[i], ALLOW, PRAP_E_DAY);
    }
    static const uint32_t unknown_flags[] = {2, 3, 4, 0x80000000u, UINT32_MAX};
    for (size_t i = 0; i < sizeof unknown_flags / sizeof unknown_flags[0]; i++)
        expect_refused(calendar, 19485, unknown_flags[i], PRAP_E_RANGE);
    expect_refused(NULL, 19485, 0, PRAP_E_NULL);

    uint32_t quality = 4711;
    assert_int_equal(prap_calendar_is_working_day(calendar, 19485, 0, NULL, &quality), PRAP_E_NULL);
    assert_int_equal(prap_calendar_add_working_days(calendar, 19485, 1, 0, NULL, &quality), PRAP_E_NULL);
    assert_int_equal(prap_calendar_count_working_days(calendar, 19485, 19486, 0, NULL, &quality),
                     PRAP_E_NULL);
    assert_int_equal(prap_calendar_working_day_on_or_before(calendar, 19485, 0, NULL, &quality), PRAP_E_NULL);
    assert_int_equal(prap_calendar_working_day_on_or_after(calendar, 19485, 0, NULL, &quality), PRAP_E_NULL);
    assert_int_equal(quality, 4711);
}

static void far_steps_do_not_wrap_round(void **state) {
    (void)state;
    static struct pencil pencil;
    static const int32_t far[] = {INT32_MIN, INT32_MIN + 1, -1000000,      -8000,
                                  8000,      1000000,       INT32_MAX - 1, INT32_MAX};
    for (uint32_t division = 1; division <= DIVISIONS; division++) {
        sharpen(&pencil, division, ALLOW);
        for (prap_day from = pencil.first; from <= pencil.last; from += 97) {
            for (size_t i = 0; i < sizeof far / sizeof far[0]; i++)
                expect_add(&pencil, from, far[i], PRAP_DAY_NONE);
        }
    }
}

static void quality_may_be_left_out(void **state) {
    (void)state;
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_SCOTLAND);
    int32_t number = 0;
    prap_day day = 0;
    assert_int_equal(prap_calendar_is_working_day(calendar, 19485, 0, &number, NULL), PRAP_OK);
    assert_int_equal(number, 0); /* the coronation */
    assert_int_equal(prap_calendar_add_working_days(calendar, 19485, 0, 0, &day, NULL), PRAP_OK);
    assert_int_equal(day, 19485);
    assert_int_equal(prap_calendar_add_working_days(calendar, 19485, 1, 0, &day, NULL), PRAP_OK);
    assert_int_equal(day, 19486);
    assert_int_equal(prap_calendar_count_working_days(calendar, 19485, 19486, 0, &number, NULL), PRAP_OK);
    assert_int_equal(number, 1);
    assert_int_equal(prap_calendar_working_day_on_or_before(calendar, 19485, 0, &day, NULL), PRAP_OK);
    assert_int_equal(day, 19482);
    assert_int_equal(prap_calendar_working_day_on_or_after(calendar, 19485, 0, &day, NULL), PRAP_OK);
    assert_int_equal(day, 19486);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_covered_day),
        cmocka_unit_test(across_the_whole_span),
        cmocka_unit_test(outside_coverage_there_is_no_answer),
        cmocka_unit_test(bad_arguments),
        cmocka_unit_test(far_steps_do_not_wrap_round),
        cmocka_unit_test(quality_may_be_left_out),
    };
    return cmocka_run_group_tests_name("working days", tests, NULL, NULL);
}
