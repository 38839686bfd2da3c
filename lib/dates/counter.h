/*
 * counter.h: counting days with one status for a whole chain: once a count has failed, the rest is passed over and
 * every day is PRAP_DAY_NONE. Pure.
 */
#ifndef PRAPI_DATES_COUNTER_H
#define PRAPI_DATES_COUNTER_H

#include "calendar/holidays.h"

typedef struct prapi_counter {
    const prap_calendar *calendar;
    const int32_t *settings; /* by PRAP_POLICY_*, all of them */
    uint32_t flags;          /* PRAP_CALENDAR_* */
    uint32_t quality;        /* of all that was counted with the calendar: starts as PRAP_COVERAGE_KNOWN */
    prap_status status;      /* the first that is not PRAP_OK: starts as that */
} prapi_counter;

prapi_counter prapi_counter_of(const prap_calendar *calendar, const int32_t *settings, uint32_t flags);

/* The counter fails with a status, unless it has failed already. PRAP_OK changes nothing. */
void prapi_count_fail(prapi_counter *counter, prap_status status);

/* prap_calendar_* and prap_day_* of the same names. */
prap_day prapi_count_working_days(prapi_counter *counter, prap_day from, int32_t working_days);
prap_day prapi_count_on_or_after(prapi_counter *counter, prap_day from);
prap_day prapi_count_on_or_before(prapi_counter *counter, prap_day from);
prap_day prapi_count_days(prapi_counter *counter, prap_day from, int32_t days);
prap_day prapi_count_months(prapi_counter *counter, prap_day from, int32_t months);

/*
 * The same for a day that is only told beside the answer: where it cannot be counted it is PRAP_DAY_NONE and the
 * counter does not fail. from may be PRAP_DAY_NONE.
 */
prap_day prapi_try_working_days(prapi_counter *counter, prap_day from, int32_t working_days);
prap_day prapi_try_on_or_after(prapi_counter *counter, prap_day from);
prap_day prapi_try_on_or_before(prapi_counter *counter, prap_day from);
prap_day prapi_try_months(prapi_counter *counter, prap_day from, int32_t months);

/*
 * The same where the counter has a calendar: made in place where the walk is within known coverage, and else by the
 * functions above.
 */
static inline prap_day prapi_quick_working_days(prapi_counter *counter, prap_day from, int32_t working_days) {
    prap_day day = PRAP_DAY_NONE;
    if (counter->status != PRAP_OK) return PRAP_DAY_NONE;
    if (prap_view_add_working_days(&counter->calendar->view, from, working_days, &day)) return day; /* MUT-EQUIV: only sooner */
    return prapi_count_working_days(counter, from, working_days);
}

static inline prap_day prapi_quick_on_or_after(prapi_counter *counter, prap_day from) {
    prap_day day = PRAP_DAY_NONE;
    if (counter->status != PRAP_OK) return PRAP_DAY_NONE;
    return prap_view_step(&counter->calendar->view, from, 0, 0, &day) ? day : prapi_count_on_or_after(counter, from);
}

static inline prap_day prapi_quick_on_or_before(prapi_counter *counter, prap_day from) {
    prap_day day = PRAP_DAY_NONE;
    if (counter->status != PRAP_OK) return PRAP_DAY_NONE;
    return prap_view_step(&counter->calendar->view, from, 1, UINT32_MAX, &day) ? day : prapi_count_on_or_before(counter, from);
}

static inline prap_day prapi_quick_try_on_or_before(prapi_counter *counter, prap_day from) {
    prap_day day = PRAP_DAY_NONE;
    if (counter->status != PRAP_OK) return PRAP_DAY_NONE;
    return prap_view_step(&counter->calendar->view, from, 1, UINT32_MAX, &day) ? day : prapi_try_on_or_before(counter, from);
}

#endif
