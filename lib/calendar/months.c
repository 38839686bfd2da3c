/* months.c: the same day some calendar months, or years, on (D-10, D-13, AMB-16). */
#include "prap/calendar.h"

#include <stddef.h>

#include "base/always.h"

static prap_status add(prap_day from, int64_t months, prap_day *ret_day) {
    if (ret_day == NULL) return PRAP_E_NULL;
    int32_t year = 0;         /* MUT-EQUIV: written before it is read */
    int32_t month = 0;        /* MUT-EQUIV: likewise */
    int32_t day_of_month = 0; /* MUT-EQUIV: likewise */
    const prap_status status = prap_day_to_civil(from, &year, &month, &day_of_month);
    if (status != PRAP_OK) return status;

    const int64_t total = (int64_t)year * 12 + (month - 1) + months; /* months since year 0 began */
    if (total < 12 || total >= 10000 * 12) return PRAP_E_RANGE;
    year = (int32_t)(total / 12);
    month = (int32_t)(total % 12) + 1;
    /* Clamped to the month's end: no month is shorter than 28 days, so that three steps back are enough. */
    while (prap_day_from_civil(year, month, day_of_month, ret_day) == PRAP_E_DAY && PRAPI_ALWAYS(day_of_month > 28)) {
        day_of_month--;
    }
    return PRAP_OK;
}

prap_status prap_day_add_months(prap_day from, int32_t months, prap_day *ret_day) {
    return add(from, months, ret_day);
}

prap_status prap_day_add_years(prap_day from, int32_t years, prap_day *ret_day) {
    return add(from, 12 * (int64_t)years, ret_day);
}
