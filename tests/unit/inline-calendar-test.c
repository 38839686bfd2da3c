/*
 * inline-calendar-test.c: what the names of calendar.h say in place is what the functions behind them say, in every
 * status, answer, quality and output left alone; and both say what a view with no tables leaves to the functions.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "calendar/holidays.h"
#include "share.h"
#include "test-host.h"

enum { DIVISIONS = 3, ALLOW = PRAP_CALENDAR_ALLOW_PROVISIONAL, NOT_WRITTEN = 4711, MOST_DAYS = 11400 };

static const int32_t steps[] = {0,  1,   -1,  2,    -2,   5,     -5,    15,        20,            60,       -60,
                                261, -261, 7000, -7000, 8000, -8000, INT32_MAX, INT32_MAX - 1, INT32_MIN, INT32_MIN + 1};
static const prap_day apart[] = {0, 1, -1, 7, 365, -365, 5000, -5000, 12000};

/* One answer, and what else a caller can see. */
struct said {
    prap_status status;
    int32_t answer;
    uint32_t quality;
};

static const struct said nothing = {PRAP_OK, NOT_WRITTEN, NOT_WRITTEN};

static void expect_same(struct said in_place, struct said by_function) {
    assert_int_equal(in_place.status, by_function.status);
    assert_int_equal(in_place.answer, by_function.answer);
    assert_int_equal(in_place.quality, by_function.quality);
}

/* Asks a function by its name and in parentheses, where the name is not a macro. */
#define ASK_BOTH(name, ...)                                                                                  \
    do {                                                                                                     \
        struct said in_place = nothing;                                                                      \
        struct said by_function = nothing;                                                                   \
        struct said unqualified = nothing;                                                                   \
        in_place.status = prap_calendar_##name(__VA_ARGS__, flags, &in_place.answer, &in_place.quality);     \
        by_function.status = (prap_calendar_##name)(__VA_ARGS__, flags, &by_function.answer,                 \
                                                    &by_function.quality);                                   \
        unqualified.status = prap_calendar_##name(__VA_ARGS__, flags, &unqualified.answer, NULL);            \
        expect_same(in_place, by_function);                                                                  \
        assert_int_equal(unqualified.status, in_place.status);                                               \
        assert_int_equal(unqualified.answer, in_place.answer);                                               \
        in_place.quality = NOT_WRITTEN;                                                                      \
        assert_int_equal(prap_calendar_##name(__VA_ARGS__, flags, NULL, &in_place.quality), PRAP_E_NULL);    \
        assert_int_equal(in_place.quality, NOT_WRITTEN);                                                     \
    } while (0)

static void ask_about(const prap_calendar *calendar, prap_day day, uint32_t flags) {
    ASK_BOTH(is_working_day, calendar, day);
    ASK_BOTH(working_day_on_or_before, calendar, day);
    ASK_BOTH(working_day_on_or_after, calendar, day);
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++)
        ASK_BOTH(add_working_days, calendar, day, steps[i]);
    for (size_t i = 0; i < sizeof apart / sizeof apart[0]; i++)
        ASK_BOTH(count_working_days, calendar, day, (prap_day)((uint32_t)day + (uint32_t)apart[i]));
}

static void ask_everything(const prap_calendar *calendar) {
    static const prap_day edges[] = {PRAP_DAY_NONE, PRAP_DAY_MIN - 1, PRAP_DAY_MIN, PRAP_DAY_MAX, PRAP_DAY_MAX + 1,
                                     INT32_MAX};
    const prap_calendar_identity *span = prap_calendar_get_identity(calendar);
    const prap_day stride = (prap_day)(MOST_DAYS / test_share(MOST_DAYS));
    for (uint32_t flags = 0; flags <= ALLOW; flags++) {
        for (prap_day day = span->provisional_first - 3; day <= span->provisional_last + 3; day++) {
            const int at_an_end = day - span->known_first < 9 || span->known_last - day < 9;
            if (day % stride == 0 || at_an_end) ask_about(calendar, day, flags);
        }
        for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++)
            ask_about(calendar, edges[i], flags);
    }
    for (uint32_t flags = ALLOW + 1; flags != 0; flags <<= 1) {
        int32_t answer = NOT_WRITTEN;
        uint32_t quality = NOT_WRITTEN;
        assert_int_equal(prap_calendar_is_working_day(calendar, span->known_first, flags, &answer, &quality), PRAP_E_RANGE);
        assert_int_equal(prap_calendar_add_working_days(calendar, span->known_first, 9, flags, &answer, &quality),
                         PRAP_E_RANGE);
        assert_int_equal(prap_calendar_count_working_days(calendar, span->known_first, span->known_last, flags, &answer,
                                                          &quality), PRAP_E_RANGE);
        assert_int_equal(answer, NOT_WRITTEN);
        assert_int_equal(quality, NOT_WRITTEN);
    }
}

static void in_place_as_by_function(void **state) {
    (void)state;
    for (uint32_t division = 1; division <= DIVISIONS; division++)
        ask_everything(prap_calendar_built_in(division));
    struct said said = nothing;
    assert_int_equal(prap_calendar_is_working_day(NULL, 19485, 0, &said.answer, &said.quality), PRAP_E_NULL);
    assert_int_equal(prap_calendar_add_working_days(NULL, 19485, 1, 0, &said.answer, &said.quality), PRAP_E_NULL);
    assert_int_equal(prap_calendar_count_working_days(NULL, 19485, 19486, 0, &said.answer, &said.quality), PRAP_E_NULL);
    assert_int_equal(prap_calendar_working_day_on_or_before(NULL, 19485, 0, &said.answer, &said.quality), PRAP_E_NULL);
    assert_int_equal(prap_calendar_working_day_on_or_after(NULL, 19485, 0, &said.answer, &said.quality), PRAP_E_NULL);
    expect_same(said, nothing);
}

/* A host's own: closed on Wednesdays, for all of May 2024 and on a Sunday, and known for a year more. */
static prap_calendar *own(const prap_allocator *allocator) {
    static prap_calendar_change changes[2000];
    const prap_calendar *base = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    const prap_day last = prap_calendar_get_identity(base)->known_last;
    size_t n = 0;
    changes[n++] = (prap_calendar_change){PRAP_CALENDAR_REPLACE_YEAR, last + 1, 0, 0, {NULL, 0}};
    for (prap_day day = test_day(2013, 1, 1); day <= last + 365; day++) {
        const int closed = prap_day_weekday(day) == 3 || (day >= test_day(2024, 5, 1) && day <= test_day(2024, 5, 31)) ||
                           day == test_day(2025, 6, 1);
        if (!closed || (prap_calendar_holiday_on(base, day) != NULL && day <= last)) continue;
        changes[n++] = (prap_calendar_change){PRAP_CALENDAR_ADD_DAY, day, 0, 0, test_text("Closed")};
    }
    prap_calendar *calendar = NULL;
    assert_int_equal(prap_calendar_create(allocator, base, changes, n, &calendar, NULL), PRAP_OK);
    return calendar;
}

static void a_hosts_own_calendar_too(void **state) {
    (void)state;
    struct failing_allocator allocator;
    failing_allocator_init(&allocator);
    prap_calendar *calendar = own(&allocator.interface);
    ask_everything(calendar);
    prap_calendar_destroy(calendar);
    assert_int_equal(allocator.outstanding_bytes, 0);
}

/* What a program reads that was compiled with this header. */
static void a_view_says_what_it_is(void **state) {
    (void)state;
    for (uint32_t division = 1; division <= DIVISIONS; division++) {
        const prap_calendar *calendar = prap_calendar_built_in(division);
        const prap_calendar_identity *span = prap_calendar_get_identity(calendar);
        const prap_calendar_view *view = (const prap_calendar_view *)(const void *)calendar;
        assert_int_equal(view->first, span->known_first);
        assert_int_equal(view->n_days, span->known_last - span->known_first + 1);
        assert_int_equal(view->reserved, 0);
        assert_int_equal(view->before[0], 0);
        assert_int_equal(view->before[view->n_days], view->n_working_days);
        for (uint32_t i = 0; i < view->n_days; i++) {
            const prap_day day = view->first + (prap_day)i;
            const int working = prap_day_weekday(day) <= 5 && prap_calendar_holiday_on(calendar, day) == NULL;
            assert_int_equal(view->before[i + 1] - view->before[i], working);
            if (working) assert_int_equal(view->days[view->before[i]], i);
        }
    }
}

/* A later library's, which has no tables to show: programs of today ask its functions. */
static void a_view_without_days_asks_the_functions(void **state) {
    (void)state;
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_SCOTLAND);
    const prap_calendar_view none = {NULL, NULL, calendar->view.first, 0, 0, 0};
    prap_day day = NOT_WRITTEN;
    assert_int_equal(prap_view_is_working_day(&none, none.first, &day), 0);
    assert_int_equal(prap_view_add_working_days(&none, none.first, 0, &day), 0);
    assert_int_equal(prap_view_add_working_days(&none, none.first, 9, &day), 0);
    assert_int_equal(prap_view_count_working_days(&none, none.first, none.first, &day), 0);
    assert_int_equal(prap_view_step(&none, none.first, 0, 0, &day), 0);
    assert_int_equal(day, NOT_WRITTEN);
}

/* The names are functions all the same: they have addresses, and may be parameters. */
static void the_functions_have_addresses(void **state) {
    (void)state;
    prap_status (*is)(const prap_calendar *, prap_day, uint32_t, int32_t *, uint32_t *) = prap_calendar_is_working_day;
    int32_t answer = NOT_WRITTEN;
    assert_int_equal(is(prap_calendar_built_in(1), 19485, 0, &answer, NULL), PRAP_OK);
    assert_int_equal(answer, 0); /* the coronation */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_place_as_by_function),
        cmocka_unit_test(a_hosts_own_calendar_too),
        cmocka_unit_test(a_view_says_what_it_is),
        cmocka_unit_test(a_view_without_days_asks_the_functions),
        cmocka_unit_test(the_functions_have_addresses),
    };
    return cmocka_run_group_tests_name("inline calendar", tests, NULL, NULL);
}
