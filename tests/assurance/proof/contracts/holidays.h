/* Of lib/calendar/holidays.c: the look-up of a holiday in a table that is in the order of its days. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "calendar/holidays.h"
#include "prap/calendar.h"

/*@ predicate in_order{L}(prap_holiday *holidays, integer n) =
        \valid_read(holidays + (0 .. n - 1)) &&
        (\forall integer i, j; 0 <= i < j < n ==> holidays[i].day < holidays[j].day);
*/

/*@ requires in_order(holidays, n);
    assigns \nothing;
    ensures \result <= n;
    ensures \forall integer i; 0 <= i < \result ==> holidays[i].day < day;
    ensures \forall integer i; \result <= i < n ==> holidays[i].day >= day; */
uint32_t prapi_holiday_place(const prap_holiday *holidays, uint32_t n, prap_day day);
