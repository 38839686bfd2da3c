/*
 * due-scan.c: which of many cases have something to do by a day, by their due days alone. No branch depends on a day:
 * each index is written where the next one found belongs, and stays there if it is one.
 */
#include "prap/caseload.h"

#include "prap/day.h"

_Static_assert(PRAP_DAY_NONE == INT32_MIN, "one less than it is the greatest number without a sign");

/* Days in their order as numbers without a sign, no day being after every other. */
static uint32_t place(prap_day day) {
    return (uint32_t)day - (uint32_t)PRAP_DAY_NONE - 1;
}

/* The last place that is due: of no day, none is asked for. */
static size_t count(const prap_day *next_due, size_t n, uint32_t last) {
    size_t found = 0;
    for (size_t i = 0; i < n; i++) found += place(next_due[i]) <= last;
    return found;
}

prap_status prap_due_scan(const prap_day *next_due, size_t n, prap_day due_by, size_t *ret_cases, size_t room,
                          size_t *ret_n) {
    if (ret_n == NULL || (next_due == NULL && n > 0) || (ret_cases == NULL && room > 0)) return PRAP_E_NULL;
    if (due_by < PRAP_DAY_MIN || due_by > PRAP_DAY_MAX) return PRAP_E_DAY;
    const uint32_t last = place(due_by);
    size_t found = 0;
    size_t i = 0;
    /* As many cases at a time as there is room for, if all of them are due. */
    while (i < n && found < room) {
        const size_t end = n - i < room - found ? n : i + (room - found);
        for (; i < end; i++) {
            ret_cases[found] = i;
            found += place(next_due[i]) <= last;
        }
    }
    if (i != n) found += count(next_due + i, n - i, last); /* nothing is added to NULL, not even 0 */
    *ret_n = found;
    return found <= room ? PRAP_OK : PRAP_E_ROOM;
}
