/* holidays.c: which calendars there are, what they call themselves, and the holidays in them. */
#include "calendar/holidays.h"

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

const prap_holiday *prap_calendar_holiday_on(const prap_calendar *calendar, prap_day day) {
    if (calendar == NULL) return NULL;
    /* The first holiday that is not before the day, by halving. */
    uint32_t low = 0;
    uint32_t high = calendar->identity.n_holidays;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (calendar->holidays[middle].day < day) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    const prap_holiday *holiday = prap_calendar_holiday_at(calendar, low);
    return holiday != NULL && holiday->day == day ? holiday : NULL;
}
