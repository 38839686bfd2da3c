/* walked-days.c: the days that a count goes over, one at a time, and why each was counted or not. */
#include "prap/calendar.h"

#include "calendar/walk.h"

prap_status prap_calendar_walk(const prap_calendar *calendar, prap_day from, prap_day to, uint32_t flags,
                               prap_walk *ret_walk) {
    prap_status status = check(calendar, ret_walk, flags);
    if (status == PRAP_OK) status = prapi_far_reach(calendar, from, flags);
    if (status == PRAP_OK) status = prapi_far_reach(calendar, to, flags);
    if (status != PRAP_OK) return status;
    *ret_walk = (prap_walk){calendar, from, to, to < from ? -1 : 1, 0}; /* MUT-EQUIV: of no days there is no step */
    return PRAP_OK;
}

prap_status prap_walk_next(prap_walk *walk, prap_walked_day *ret_day) {
    if (walk == NULL || ret_day == NULL) return PRAP_E_NULL;
    if (walk->at == walk->last) return PRAP_NONE;
    const prap_calendar *calendar = walk->calendar;
    const prap_day day = walk->at + walk->step;
    const prap_holiday *holiday = prap_calendar_holiday_on(calendar, day);
    const bool working = holiday == NULL && prapi_weekdays(day, day + 1) == 1;
    walk->at = day;
    if (working) walk->number += walk->step;
    *ret_day = (prap_walked_day){
        .day = day,
        .kind = working           ? PRAP_WALKED_WORKING_DAY
                : holiday != NULL ? PRAP_WALKED_HOLIDAY
                                  : PRAP_WALKED_WEEKEND,
        .number = walk->number,
        .quality = is_known(calendar, day) ? PRAP_COVERAGE_KNOWN : PRAP_COVERAGE_PROVISIONAL,
        .holiday = holiday,
    };
    return PRAP_OK;
}
