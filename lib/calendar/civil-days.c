/* civil-days.c: days on, what lies between two days, and weekdays of a month. No working days here. */
#include "prap/calendar.h"

#include <stdbool.h>
#include <stddef.h>

static bool is_day(int64_t day) {
    return day >= PRAP_DAY_MIN && day <= PRAP_DAY_MAX;
}

prap_status prap_day_add_days(prap_day from, int32_t days, prap_day *ret_day) {
    if (ret_day == NULL) return PRAP_E_NULL;
    if (!is_day(from)) return PRAP_E_DAY;
    const int64_t day = (int64_t)from + days;
    if (!is_day(day)) return PRAP_E_RANGE;
    *ret_day = (prap_day)day;
    return PRAP_OK;
}

prap_status prap_day_count_days(prap_day first, prap_day last, int32_t *ret_days) {
    if (ret_days == NULL) return PRAP_E_NULL;
    if (!is_day(first) || !is_day(last)) return PRAP_E_DAY;
    *ret_days = last - first;
    return PRAP_OK;
}

/* Months since year 0 began. */
static int32_t month_number(prap_day day) {
    int32_t year = 0;  /* MUT-EQUIV: written, for the day is one */
    int32_t month = 0; /* MUT-EQUIV: likewise */
    (void)prap_day_to_civil(day, &year, &month, NULL);
    return 12 * year + month;
}

prap_status prap_day_count_months(prap_day first, prap_day last, int32_t *ret_months, int32_t *ret_days) {
    if (ret_months == NULL) return PRAP_E_NULL;
    if (!is_day(first) || !is_day(last)) return PRAP_E_DAY;
    /* Right but for a month that is not whole: the day reached is in last's month, perhaps on its far side. */
    int32_t months = month_number(last) - month_number(first);
    prap_day reached = first;
    (void)prap_day_add_months(first, months, &reached);
    if (months > 0 && reached > last) months--;
    if (months < 0 && reached < last) months++;
    (void)prap_day_add_months(first, months, &reached);
    *ret_months = months;
    if (ret_days != NULL) *ret_days = last - reached;
    return PRAP_OK;
}

/* The day of the month of its last Monday to Sunday: tried from the first that can be. */
static int32_t last_of_month(int32_t year, int32_t month, int32_t first_one) {
    prap_day day = PRAP_DAY_NONE;
    return prap_day_from_civil(year, month, first_one + 28, &day) == PRAP_OK ? first_one + 28 : first_one + 21;
}

prap_status prap_day_nth_weekday(int32_t year, int32_t month, int32_t weekday, int32_t n, prap_day *ret_day) {
    if (ret_day == NULL) return PRAP_E_NULL;
    if (weekday < 1 || weekday > 7 || n == 0) return PRAP_E_RANGE;
    prap_day first = PRAP_DAY_NONE;
    if (prap_day_from_civil(year, month, 1, &first) != PRAP_OK) return PRAP_E_DAY;
    if (n < -5 || n > 5) return PRAP_E_DAY; /* MUT-EQUIV: no month has a sixth, which would be refused below */
    const int32_t first_one = 1 + (weekday - prap_day_weekday(first) + 7) % 7;
    const int32_t last_one = last_of_month(year, month, first_one);
    const int32_t none = n > 0 ? first_one - 7 : last_one + 7; /* MUT-EQUIV: n is not 0 */
    return prap_day_from_civil(year, month, none + 7 * n, ret_day);
}
