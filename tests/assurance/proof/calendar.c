/*
 * calendar.c: the questions of the built-in calendars, with any day, number and flags.
 *
 * Part: calendar/working-days.c calendar/far-days.c calendar/civil-days.c calendar/walked-days.c calendar/months.c
 *   calendar/arrays.c calendar/holidays.c calendar/holidays-data.c
 * Deduced: all_known run_count
 * Options: -eva-split-return-function prapi_far_reach:0:12:58,prap_calendar_walk:0
 *   -eva-slevel-function day_of_rank:2000,prapi_holiday_place:2000,arrays:10,prap_calendar_moved_days:20
 *   -eva-slevel-function prap_calendar_are_working_days:20,prap_calendar_add_working_days_each:20
 *   -eva-slevel-function prap_calendar_count_working_days_each:20
 */
#include "any.h"

static void ask(const prap_calendar *calendar) {
    int32_t number;
    uint32_t quality;
    prap_day day;
    (void)prap_calendar_get_identity(calendar);
    (void)prap_calendar_is_working_day(calendar, any_int(), any_u32(), MAYBE(number), MAYBE(quality));
    (void)prap_calendar_add_working_days(calendar, any_int(), any_int(), any_u32(), MAYBE(day), MAYBE(quality));
    (void)prap_calendar_count_working_days(calendar, any_int(), any_int(), any_u32(), MAYBE(number), MAYBE(quality));
    (void)prap_calendar_working_day_on_or_before(calendar, any_int(), any_u32(), MAYBE(day), MAYBE(quality));
    (void)prap_calendar_working_day_on_or_after(calendar, any_int(), any_u32(), MAYBE(day), MAYBE(quality));
    (void)prap_calendar_nth_working_day(calendar, any_int(), any_int(), any_u32(), MAYBE(day), MAYBE(quality));
    (void)prap_calendar_next_working_day(calendar, any_int(), any_u32(), MAYBE(day), MAYBE(quality));
    (void)prap_calendar_previous_working_day(calendar, any_int(), any_u32(), MAYBE(day), MAYBE(quality));
    (void)prap_calendar_holiday_on(calendar, any_int());
    (void)prap_calendar_holiday_at(calendar, any_u32());
}

/* The first step of a walk, and one in the midst of any: what it is like between two calls is the library's to keep. */
static void walk(const prap_calendar *calendar) {
    prap_walk steps;
    prap_walked_day day;
    if (prap_calendar_walk(calendar, any_int(), any_int(), any_u32(), MAYBE(steps)) != PRAP_OK) return;
    (void)prap_walk_next(&steps, MAYBE(day));
    steps.at = any_of(PRAP_DAY_MIN + 1, PRAP_DAY_MAX - 1);
    steps.last = any_of(PRAP_DAY_MIN, PRAP_DAY_MAX);
    steps.number = any_of(-30000, 30000);
    (void)prap_walk_next(&steps, &day);
    (void)prap_walk_next(NULL, &day);
}

enum { MOST = 2 };

static void arrays(const prap_calendar *calendar, const prap_calendar *other) {
    prap_day from[MOST], to[MOST], days[MOST];
    int32_t numbers[MOST], answers[MOST];
    uint32_t qualities[MOST];
    prap_status each[MOST];
    prap_moved_day moved[MOST];
    size_t n_moved;
    ANY(from);
    ANY(to);
    ANY(numbers);
    for (size_t n = 0; n <= MOST; n++) {
        uint32_t *const q = maybe() ? LAST(qualities, n) : NULL;
        prap_status *const e = maybe() ? LAST(each, n) : NULL;
        (void)prap_calendar_are_working_days(calendar, LAST(from, n), n, any_u32(), LAST(answers, n), q, e);
        (void)prap_calendar_add_working_days_each(calendar, LAST(from, n), LAST(numbers, n), n, any_u32(), LAST(days, n),
                                                  q, e);
        (void)prap_calendar_count_working_days_each(calendar, LAST(from, n), LAST(to, n), n, any_u32(),
                                                    LAST(answers, n), q, e);
        (void)prap_calendar_moved_days(calendar, other, LAST(from, n), LAST(numbers, n), n, any_u32(), LAST(moved, n), n,
                                       MAYBE(n_moved));
    }
}

static void days(void) {
    prap_day day;
    int32_t number, more;
    (void)prap_day_add_months(any_int(), any_int(), MAYBE(day));
    (void)prap_day_add_days(any_int(), any_int(), MAYBE(day));
    (void)prap_day_add_years(any_int(), any_int(), MAYBE(day));
    (void)prap_day_count_days(any_int(), any_int(), MAYBE(number));
    (void)prap_day_count_months(any_int(), any_int(), MAYBE(number), MAYBE(more));
    (void)prap_day_nth_weekday(any_int(), any_int(), any_int(), any_int(), MAYBE(day));
}

/* Less than main, and enough for a fault to be seen (planted.py). */
static void one_calendar(void) {
    ask(prap_calendar_built_in(1));
}

int main(void) {
    for (uint32_t division = 1; division <= 3; division++) {
        const prap_calendar *const calendar = prap_calendar_built_in(division);
        ask(calendar);
        walk(calendar);
        arrays(calendar, calendar);
    }
    ask(NULL);
    walk(NULL);
    (void)prap_calendar_built_in(any_u32());
    days();
    return 0;
}
