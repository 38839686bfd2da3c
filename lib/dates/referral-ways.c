/* referral-ways.c: D-01 to D-06, D-15 and D-16: the clocks of a referral. */
#include <stdbool.h>

#include "dates/way.h"
#include "prap/vocabulary.h"

/*
 * D-01: the day of receipt is day 1. Receipt on a non-working day rolls day 1 forward; the strict reading counts that
 * day itself as day 1, and is the prudent one (AMB-02). After a cut-off a receipt is the next day's (AMB-03).
 */
void prapi_count_RECEIPT(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                         prap_date_answer *ret) {
    const int32_t cut_off = setting(counter, PRAP_POLICY_DAY_CUTOFF);
    const bool next_day = cut_off != 0 && question->anchor.minute >= cut_off;
    const prap_day received = prapi_count_days(counter, question->anchor.day, next_day);
    const prap_day day_1 = prapi_count_on_or_after(counter, received);
    const prap_day rolled = prapi_count_working_days(counter, day_1, way->amount - 1);
    const prap_day strict = prapi_count_working_days(counter, received, way->amount - 1);
    const bool roll = chose(way, counter, PRAP_CHOICE_ROLL_FORWARD);
    read_as(ret, roll, rolled, strict);
    ret->first = roll ? day_1 : received;
    ret->prudent = prapi_count_working_days(counter, question->anchor.day, way->amount - 1);
}

/* D-02 and D-03: the n-th working day after the anchor; with the anchor as day 1, the one before it (AMB-05). */
void prapi_count_WORKING(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                         prap_date_answer *ret) {
    const prap_day excluding = prapi_count_working_days(counter, question->anchor.day, way->amount);
    const prap_day including = prapi_count_working_days(counter, question->anchor.day, way->amount - 1);
    read_as(ret, !chose(way, counter, PRAP_CHOICE_INCLUDE_DAY), excluding, including);
    ret->prudent = including;
}

/*
 * D-04: the last safe entry is the day before the conversion; the prudent day is the one under the strictest reading:
 * counted from the day made, that day being day 1 (AMB-09, AMB-10). The alternative is the other day of conversion.
 */
void prapi_count_AUTO60(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                        prap_date_answer *ret) {
    const bool from_received = setting(counter, PRAP_POLICY_AUTO60_ANCHOR) == PRAP_CHOICE_RECEIVED;
    const bool include_day = setting(counter, PRAP_POLICY_AUTO60_COUNT) == PRAP_CHOICE_INCLUDE_DAY;
    const int32_t day_60 = setting(counter, way->policy);
    if (from_received) ret->anchor = question->second.day;
    if (ret->anchor == PRAP_DAY_NONE) prapi_count_fail(counter, PRAP_E_REQUIRED);
    const prap_day start = prapi_count_days(counter, ret->anchor, include_day ? -1 : 0);
    ret->first = prapi_count_days(counter, start, day_60);
    ret->due = prapi_count_days(counter, start, day_60 - 1);
    ret->alternative = prapi_count_days(counter, start, 2 * way->amount + 1 - day_60);
    ret->prudent = prapi_count_days(counter, earlier(question->anchor.day, ret->anchor), way->amount - 2);
}

/* D-05: the start is day one. In work, the months of support are added (AMB-12). 15 months is its plain name (AMB-11). */
void prapi_count_ALLOTTED(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                          prap_date_answer *ret) {
    int32_t days = setting(counter, way->policy);
    if ((question->flags & PRAP_DATE_IN_WORK) != 0) {
        days += setting(counter, PRAP_POLICY_IWS_DAYS) + ((question->flags & PRAP_DATE_NIGHT_SHIFTS) != 0);
        ret->policy = PRAP_POLICY_IWS_DAYS;
    } else {
        ret->alternative = prapi_try_months(counter, ret->anchor, 15);
    }
    ret->due = prapi_count_days(counter, ret->anchor, days - 1);
    ret->first = prapi_count_days(counter, ret->anchor, days);
    ret->prudent = ret->due;
}

/* D-06: 638 full days have lapsed when the day that many days on begins (AMB-13). */
void prapi_count_LAPSED(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                        prap_date_answer *ret) {
    const int32_t days = way->amount + ((question->flags & PRAP_DATE_NIGHT_SHIFTS) != 0);
    const prap_day reached = prapi_count_days(counter, ret->anchor, days);
    const prap_day exceeded = prapi_count_days(counter, ret->anchor, days + 1);
    read_as(ret, chose(way, counter, PRAP_CHOICE_REACHED), reached, exceeded);
    ret->first = ret->due;
    ret->prudent = reached;
}

/* The 15 days of a hold, in working days: D-02's day, whichever that is. */
static prap_day hold_in_working_days(const prapi_way *way, const prapi_counter *counter) {
    return way->amount - (setting(counter, PRAP_POLICY_CSS2_COUNT) == PRAP_CHOICE_INCLUDE_DAY);
}

/*
 * D-15: working days and so the day of D-02, or calendar days (AMB-06). DNA may be entered on the last of them, or only
 * after it (AMB-07). The full 15 days are to be used, so no earlier day is prudent.
 */
void prapi_count_HOLD(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                      prap_date_answer *ret) {
    (void)question;
    const bool working = chose(way, counter, PRAP_CHOICE_WORKING);
    const int32_t n = hold_in_working_days(way, counter);
    const prap_day in_working_days = working ? prapi_count_working_days(counter, ret->anchor, n)
                                             : prapi_try_working_days(counter, ret->anchor, n);
    read_as(ret, working, in_working_days, prapi_count_days(counter, ret->anchor, way->amount));
    const bool after = setting(counter, PRAP_POLICY_MAPPA_DNA_FROM) == PRAP_CHOICE_AFTER_DAY_15;
    ret->first = prapi_count_days(counter, ret->due, after);
    ret->prudent = ret->due;
}

/* D-16: four weeks from the escalation; the route opens the day after (AMB-14). */
void prapi_count_WAIT(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                      prap_date_answer *ret) {
    (void)question;
    const bool working = chose(way, counter, PRAP_CHOICE_WORKING);
    const prap_day in_days = prapi_count_days(counter, ret->anchor, way->amount);
    const prap_day in_working_days = working ? prapi_count_working_days(counter, ret->anchor, way->amount)
                                             : prapi_try_working_days(counter, ret->anchor, way->amount);
    read_as(ret, working, in_working_days, in_days);
    ret->first = prapi_count_days(counter, ret->due, 1);
    ret->prudent = in_days;
}
