/*
 * far-days.c: the questions that known coverage does not answer: provisional years and errors. Between two holidays
 * there are plain weeks, so a rank is that of the nearest holiday and the weekdays from there.
 */
#include "calendar/tables.h"
#include "calendar/walk.h"

enum { DAYS = 7, WEEKDAYS = 5 }; /* of a week */

/* Weekdays before a day, from PRAP_DAY_MIN on, which is a Monday. */
static uint32_t weekdays_before(prap_day day) {
    const uint32_t days = (uint32_t)(day - PRAP_DAY_MIN);
    const uint32_t of_week = days % DAYS;
    return days / DAYS * WEEKDAYS + (of_week < WEEKDAYS ? of_week : WEEKDAYS);
}

uint32_t prapi_weekdays(prap_day first, prap_day last) {
    return weekdays_before(last) - weekdays_before(first);
}

/* The n-th weekday from a day on, from 0. */
static prap_day nth_weekday(prap_day first, uint32_t n) {
    const uint32_t weekday = weekdays_before(first) + n;
    return PRAP_DAY_MIN + (prap_day)(weekday / WEEKDAYS * DAYS + weekday % WEEKDAYS);
}

uint32_t prapi_far_rank(const prap_calendar *calendar, prap_day day) {
    const uint32_t place = prapi_holiday_place(calendar->holidays, calendar->identity.n_holidays, day);
    if (place == 0) return prapi_weekdays(calendar->identity.provisional_first, day);
    return calendar->holiday_ranks[place - 1] + prapi_weekdays(calendar->holidays[place - 1].day + 1, day);
}

/* The working day of a rank, which there is. */
static prap_day day_of_rank(const prap_calendar *calendar, uint32_t rank) {
    uint32_t low = 0; /* holidays that are before it */
    uint32_t high = calendar->identity.n_holidays;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2; /* MUT-EQUIV: any place between the two finds it */
        if (calendar->holiday_ranks[middle] <= rank) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == 0) return nth_weekday(calendar->identity.provisional_first, rank);
    return nth_weekday(calendar->holidays[low - 1].day + 1, rank - calendar->holiday_ranks[low - 1]);
}

prap_status prapi_far_reach(const prap_calendar *calendar, prap_day day, uint32_t flags) {
    const prap_calendar_identity *span = &calendar->identity;
    if (day < PRAP_DAY_MIN || day > PRAP_DAY_MAX) return PRAP_E_DAY;
    if (is_known(calendar, day)) return PRAP_OK;
    if (flags == 0) return PRAP_E_COVERAGE;
    return day < span->provisional_first || day > span->provisional_last ? PRAP_E_COVERAGE : PRAP_OK;
}

prap_status prapi_far_is(const prap_calendar *calendar, prap_day day, uint32_t flags, int32_t *ret_is,
                         uint32_t *ret_quality) {
    const prap_status status = prapi_far_reach(calendar, day, flags);
    if (status != PRAP_OK) return status;
    *ret_is = prap_calendar_holiday_on(calendar, day) == NULL && prapi_weekdays(day, day + 1) == 1;
    tell(ret_quality, PRAP_COVERAGE_PROVISIONAL);
    return PRAP_OK;
}

prap_status prapi_far_stay(const prap_calendar *calendar, prap_day day, uint32_t flags, prap_day *ret_day,
                           uint32_t *ret_quality) {
    const prap_status status = prapi_far_reach(calendar, day, flags);
    if (status != PRAP_OK) return status;
    *ret_day = day;
    tell(ret_quality, PRAP_COVERAGE_PROVISIONAL);
    return PRAP_OK;
}

prap_status prapi_far_step(const prap_calendar *calendar, prap_day day, walk_by by, uint32_t flags, prap_day *ret_day,
                           uint32_t *ret_quality) {
    const prap_status status = prapi_far_reach(calendar, day, flags);
    if (status != PRAP_OK) return status;
    if (flags == 0) return PRAP_E_COVERAGE; /* it begins in known coverage and has no end there */
    const uint32_t rank = prapi_far_rank(calendar, day + (prap_day)by.included) + by.shift;
    if (rank >= calendar->n_working_days) return PRAP_E_COVERAGE;
    *ret_day = day_of_rank(calendar, rank);
    tell(ret_quality, PRAP_COVERAGE_PROVISIONAL);
    return PRAP_OK;
}

prap_status prapi_far_count(const prap_calendar *calendar, prap_day first, prap_day last, uint32_t flags,
                            int32_t *ret_working_days, uint32_t *ret_quality) {
    prap_status status = prapi_far_reach(calendar, first, flags);
    if (status == PRAP_OK) status = prapi_far_reach(calendar, last, flags);
    if (status != PRAP_OK) return status;
    *ret_working_days = (int32_t)(prapi_far_rank(calendar, last + 1) - prapi_far_rank(calendar, first + 1));
    tell(ret_quality, PRAP_COVERAGE_PROVISIONAL);
    return PRAP_OK;
}
