/*
 * tables.c: the tables of a calendar that a host makes: of DAYS known days from each day of a week on, within as many
 * provisional ones before and after, with up to MOST holidays on any day.
 *
 * Part: calendar/tables.c
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 30 -eva-slevel-function prapi_holiday_place:200
 */
#include "any.h"

#include "calendar/tables.h"

enum { DAYS = 14, MOST = 2 };

static prap_holiday holidays[MOST];
static uint16_t before[DAYS + 1], days[DAYS], ranks[MOST];
static char title[3];

static void make(uint32_t n, prap_day first) {
    prap_calendar calendar = {.name = "made-up", .holidays = holidays};
    calendar.identity.known_first = first;
    calendar.identity.known_last = first + DAYS - 1;
    calendar.identity.provisional_first = first - DAYS;
    calendar.identity.provisional_last = first + 2 * DAYS - 1;
    calendar.identity.n_holidays = n;
    //@ loop unroll 2;
    for (uint32_t i = 0; i < MOST; i++) {
        holidays[i].size = sizeof holidays[i];
        holidays[i].day = any_of(PRAP_DAY_MIN, PRAP_DAY_MAX);
        holidays[i].substitute = any_u32();
        holidays[i].title = title;
    }
    const prapi_tables tables = {before, days, ranks};
    prapi_calendar_tables(&calendar, &tables);
}

int main(void) {
    ANY(title);
    title[sizeof title - 1] = '\0';
    for (uint32_t n = 0; n <= MOST; n++) {
        for (prap_day first = 0; first < 7; first++) make(n, first);
    }
    return 0;
}
