/* Of lib/earnings/earnings.c: sums of amounts are what they are, or there is none. */
#include <stdint.h>

#include "prap/earnings.h"

/*@ requires ret_pence == \null || \valid(ret_pence);
    assigns *ret_pence;
    behavior null:
        assumes ret_pence == \null;
        assigns \nothing;
        ensures \result == 10;
    behavior none:
        assumes ret_pence != \null && (pence < 0 || more_pence < 0 || pence + more_pence > 9223372036854775807);
        assigns \nothing;
        ensures \result != 0;
    behavior sum:
        assumes ret_pence != \null && pence >= 0 && more_pence >= 0 && pence + more_pence <= 9223372036854775807;
        assigns *ret_pence;
        ensures \result == 0;
        ensures *ret_pence == pence + more_pence;
    complete behaviors;
    disjoint behaviors; */
prap_status prap_earnings_add(int64_t pence, int64_t more_pence, int64_t *ret_pence);
