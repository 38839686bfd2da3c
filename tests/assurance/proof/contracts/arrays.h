/*
 * Of lib/calendar/arrays.c: runs of elements that known coverage answers, of any length. What counts() says of a view,
 * tests/unit shows of every built-in calendar.
 */
#include "calendar.h"

/* As in secret.h: proved by z3 (bits.smt2). */
/*@ axiomatic halves {
    axiom all_below: \forall uint32_t a, b, c; ((a | b | c) >> 31) == 0 ==>
        a < 2147483648 && b < 2147483648 && c < 2147483648 && (a >> 31) == 0 && (b >> 31) == 0 && (c >> 31) == 0;
    axiom less: \forall uint32_t a, b; (uint32_t)(a - b) == (b <= a ? a - b : 4294967296 + a - b);
} */

/*@ requires counts(view) && view->n_days > 0 && \valid_read(days + (0 .. 63));
    assigns \nothing;
    ensures \result ==> \forall integer j; 0 <= j < 64 ==> known(view, days[j]); */
static inline bool all_known(const prap_calendar_view *view, const prap_day *days);

/*@ requires counts(&view) && by_one(&view) && i <= n;
    requires \valid_read(days + (i .. n - 1)) && \valid(ret_are + (i .. n - 1));
    requires \separated(ret_are + (i .. n - 1), days + (i .. n - 1), view.before + (0 .. view.n_days));
    assigns ret_are[i .. n - 1];
    ensures \old(i) <= \result <= n; */
static size_t run_is(prap_calendar_view view, const prap_day *days, size_t i, size_t n, int32_t *ret_are);

/*@ requires counts(&view) && view.n_days > 0 && i <= n;
    requires \valid_read(first + (i .. n - 1)) && \valid_read(last + (i .. n - 1)) &&
             \valid(ret_working_days + (i .. n - 1));
    requires \separated(ret_working_days + (i .. n - 1), first + (i .. n - 1), last + (i .. n - 1),
                        view.before + (0 .. view.n_days), view.days + (0 .. view.n_working_days - 1));
    assigns ret_working_days[i .. n - 1];
    ensures \old(i) <= \result <= n; */
static size_t run_count(prap_calendar_view view, const prap_day *first, const prap_day *last, size_t i, size_t n,
                        int32_t *ret_working_days);
