/*
 * blocks.c: counting working days of so many pairs at once that they are looked at by blocks (calendar/arrays.c). That a
 * block's days are all known is found by arithmetic over all of them, which EVA cannot follow to each: its alarms here are
 * open, and what is said of them rests on the tests.
 *
 * Part: calendar/arrays.c
 */
#include "any.h"

enum { BLOCK = 64 };

int main(void) {
    prap_day from[BLOCK], to[BLOCK];
    int32_t answers[BLOCK];
    ANY(from);
    ANY(to);
    (void)prap_calendar_count_working_days_each(prap_calendar_built_in(1), from, to, BLOCK, any_u32(), answers, NULL, NULL);
    return 0;
}
