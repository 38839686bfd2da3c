/*
 * Of include/prap/inline-calendar.h, which is what working days are added and counted with inside known coverage, and of
 * the look-up of a holiday. What a view is like, tests/unit shows of every built-in calendar.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "prap/calendar.h"
#include "prap/inline-calendar.h"

/* As in secret.h: proved by z3 (bits.smt2). */
/*@ axiomatic bits {
    axiom apart: \forall int32_t a, b; (uint32_t)((uint32_t)a - (uint32_t)b) == (b <= a ? a - b : 4294967296 + a - b);
    axiom forwards: \forall uint32_t n; 0 < n && n < 2147483648 ==>
        ((uint32_t)(0 - n) >> 31) == 1 && (uint32_t)(n - ((uint32_t)(0 - n) >> 31)) == n - 1;
    axiom wraps: \forall uint32_t a, b; a + b >= 4294967296 ==> (uint32_t)(a + b) == a + b - 4294967296;
} */

/*@ // before counts, by none or one a day; days says where each of those stands.
    predicate counts{L}(prap_calendar_view *v) =
        \valid_read(v) && \valid_read(v->before + (0 .. v->n_days)) && \valid_read(v->days + (0 .. v->n_working_days - 1)) &&
        v->n_days < 65536 && -719162 <= v->first <= 2932896 - v->n_days && v->before[v->n_days] == v->n_working_days &&
        (\forall integer r; 0 <= r < v->n_working_days ==> v->days[r] < v->n_days &&
            v->before[v->days[r]] == r && v->before[v->days[r] + 1] == r + 1);
    predicate by_one{L}(prap_calendar_view *v) =
        \forall integer i, next; 0 <= i < v->n_days && next == i + 1 ==> v->before[i] <= v->before[next] <= v->before[i] + 1;

    predicate known{L}(prap_calendar_view *v, integer day) = v->first <= day < v->first + v->n_days;

    // The tables stay as they are: what is said of a day that was written reads them as they were before.
    // Working days up to and including a day.
    logic integer through{L}(prap_calendar_view *v, integer day) = v->before[day - v->first + 1];
    predicate works{L}(prap_calendar_view *v, integer day) = through(v, day) == v->before[day - v->first] + 1;
*/

/*@ requires counts(view);
    assigns \nothing;
    ensures known(view, day) ==> \result == day - view->first;
    ensures !known(view, day) ==> \result >= view->n_days; */
static inline uint32_t prap_view_place(const prap_calendar_view *view, prap_day day);

/*@ requires counts(view) && by_one(view) && \valid(ret_is) && \separated(ret_is, view, view->before + (0 .. view->n_days));
    assigns *ret_is;
    ensures \result == 1 <==> known(view, day);
    ensures known{Pre}(view, day) ==> *ret_is == through{Pre}(view, day) - \at(view->before[day - view->first], Pre);
    ensures known{Pre}(view, day) ==> 0 <= *ret_is <= 1; */
static inline int prap_view_is_working_day(const prap_calendar_view *view, prap_day day, int32_t *ret_is);

/*@ requires counts(view) && \valid(ret_day) && included <= 1;
    requires \separated(ret_day, view, view->before + (0 .. view->n_days), view->days + (0 .. view->n_working_days - 1));
    assigns *ret_day;
    ensures \result == 1 ==> known{Pre}(view, day);
    ensures \result == 1 && shift < 2147483648 ==> known{Pre}(view, *ret_day);
    ensures \result == 1 && shift < 2147483648 ==> works{Pre}(view, *ret_day);
    ensures \result == 1 && shift < 2147483648 ==>
        through{Pre}(view, *ret_day) == \at(view->before[day - view->first + included], Pre) + shift + 1;
    ensures \result == 1 && shift < 2147483648 && included == 1 ==>
        through{Pre}(view, *ret_day) == through{Pre}(view, day) + shift + 1; */
static inline int prap_view_step(const prap_calendar_view *view, prap_day day, uint32_t included, uint32_t shift,
                                 prap_day *ret_day);

/*@ requires counts(view) && \valid(ret_day);
    requires \separated(ret_day, view, view->before + (0 .. view->n_days), view->days + (0 .. view->n_working_days - 1));
    assigns *ret_day;
    ensures n == 0 && \result == 1 ==> *ret_day == from;
    ensures n != 0 && \result == 1 ==> known{Pre}(view, from);
    ensures n > 0 && \result == 1 ==> known{Pre}(view, *ret_day) && works{Pre}(view, *ret_day);
    ensures n > 0 && \result == 1 ==> through{Pre}(view, *ret_day) == through{Pre}(view, from) + n; */
static inline int prap_view_add_working_days(const prap_calendar_view *view, prap_day from, int32_t n, prap_day *ret_day);

/*@ requires counts(view) && \valid(ret_working_days) && \separated(ret_working_days, view, view->before + (0 .. view->n_days));
    assigns *ret_working_days;
    ensures \result == 1 <==> known(view, first) && known(view, last);
    ensures \result == 1 ==> *ret_working_days == through(view, last) - through(view, first); */
static inline int prap_view_count_working_days(const prap_calendar_view *view, prap_day first, prap_day last,
                                               int32_t *ret_working_days);
