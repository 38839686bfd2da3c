/* counter.c: see counter.h. */
#include "dates/counter.h"

#include <stdbool.h>

#include "prap/vocabulary.h"

prapi_counter prapi_counter_of(const prap_calendar *calendar, const int32_t *settings, uint32_t flags) {
    return (prapi_counter){calendar, settings, flags, PRAP_COVERAGE_KNOWN, PRAP_OK};
}

void prapi_count_fail(prapi_counter *counter, prap_status status) {
    if (counter->status == PRAP_OK) counter->status = status;
}

/* Takes the outcome of one count into the chain. Provisional once is provisional for good. */
static prap_day take(prapi_counter *counter, prap_status status, prap_day day, uint32_t quality) {
    prapi_count_fail(counter, status);
    if (quality == PRAP_COVERAGE_PROVISIONAL) counter->quality = quality;
    return status == PRAP_OK ? day : PRAP_DAY_NONE;
}

/* A chain of its own for a count that may fail: what it learned of the quality stays. */
static prap_day tried(prapi_counter *counter, prapi_counter *attempt, prap_day day) {
    counter->quality = attempt->quality;
    return day;
}

prap_day prapi_count_working_days(prapi_counter *counter, prap_day from, int32_t working_days) {
    if (counter->status != PRAP_OK) return PRAP_DAY_NONE;
    prap_day day = PRAP_DAY_NONE;
    uint32_t quality = PRAP_COVERAGE_KNOWN;
    const prap_status status = prap_calendar_add_working_days(counter->calendar, from, working_days,
                                                              counter->flags, &day, &quality);
    return take(counter, status, day, quality);
}

prap_day prapi_count_on_or_after(prapi_counter *counter, prap_day from) {
    if (counter->status != PRAP_OK) return PRAP_DAY_NONE;
    prap_day day = PRAP_DAY_NONE;
    uint32_t quality = PRAP_COVERAGE_KNOWN;
    const prap_status status = prap_calendar_working_day_on_or_after(counter->calendar, from, counter->flags, &day,
                                                                     &quality);
    return take(counter, status, day, quality);
}

prap_day prapi_count_on_or_before(prapi_counter *counter, prap_day from) {
    if (counter->status != PRAP_OK) return PRAP_DAY_NONE;
    prap_day day = PRAP_DAY_NONE;
    uint32_t quality = PRAP_COVERAGE_KNOWN;
    const prap_status status = prap_calendar_working_day_on_or_before(counter->calendar, from, counter->flags, &day,
                                                                      &quality);
    return take(counter, status, day, quality);
}

prap_day prapi_count_days(prapi_counter *counter, prap_day from, int32_t days) {
    if (counter->status != PRAP_OK) return PRAP_DAY_NONE;
    prap_day day = PRAP_DAY_NONE;
    const prap_status status = prap_day_add_days(from, days, &day);
    return take(counter, status, day, PRAP_COVERAGE_KNOWN);
}

prap_day prapi_count_months(prapi_counter *counter, prap_day from, int32_t months) {
    if (counter->status != PRAP_OK) return PRAP_DAY_NONE;
    prap_day day = PRAP_DAY_NONE;
    const prap_status status = prap_day_add_months(from, months, &day);
    return take(counter, status, day, PRAP_COVERAGE_KNOWN);
}

prap_day prapi_try_working_days(prapi_counter *counter, prap_day from, int32_t working_days) {
    prapi_counter attempt = *counter;
    return tried(counter, &attempt, prapi_count_working_days(&attempt, from, working_days));
}

prap_day prapi_try_on_or_after(prapi_counter *counter, prap_day from) {
    prapi_counter attempt = *counter;
    return tried(counter, &attempt, prapi_count_on_or_after(&attempt, from));
}

prap_day prapi_try_on_or_before(prapi_counter *counter, prap_day from) {
    prapi_counter attempt = *counter;
    return tried(counter, &attempt, prapi_count_on_or_before(&attempt, from));
}

prap_day prapi_try_months(prapi_counter *counter, prap_day from, int32_t months) {
    prapi_counter attempt = *counter;
    return tried(counter, &attempt, prapi_count_months(&attempt, from, months));
}
