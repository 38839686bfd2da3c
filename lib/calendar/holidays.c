/* holidays.c: which calendars there are, what they call themselves, and the holidays in them. */
#include "calendar/tables.h"

#include <stddef.h>

const prap_calendar *prap_calendar_built_in(uint32_t division) {
    if (division == 0 || division > PRAPI_CALENDAR_DIVISIONS) return NULL;
    return &prapi_calendars[division - 1];
}

const prap_calendar_identity *prap_calendar_get_identity(const prap_calendar *calendar) {
    return calendar != NULL ? &calendar->identity : NULL;
}

const prap_holiday *prap_calendar_holiday_at(const prap_calendar *calendar, uint32_t i) {
    if (calendar == NULL || i >= calendar->identity.n_holidays) return NULL;
    return &calendar->holidays[i];
}

uint32_t prapi_holiday_place(const prap_holiday *holidays, uint32_t n, prap_day day) {
    uint32_t low = 0;
    uint32_t high = n;
    /*@ loop invariant 0 <= low <= high <= n && (\forall integer i; 0 <= i < low ==> holidays[i].day < day) &&
            (\forall integer i; high <= i < n ==> holidays[i].day >= day);
        loop assigns low, high;
        loop variant high - low; */
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2; /* MUT-EQUIV: any place between the two finds it */
        if (holidays[middle].day < day) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const prap_holiday *prap_calendar_holiday_on(const prap_calendar *calendar, prap_day day) {
    if (calendar == NULL) return NULL;
    const uint32_t place = prapi_holiday_place(calendar->holidays, calendar->identity.n_holidays, day);
    const prap_holiday *holiday = prap_calendar_holiday_at(calendar, place);
    return holiday != NULL && holiday->day == day ? holiday : NULL;
}
