/* desk-ways.c: D-07 to D-09, D-18 to D-20 and D-22: calls, codes and what comes round again. */
#include <stdbool.h>

#include "base/always.h"
#include "dates/way.h"
#include "prap/vocabulary.h"

/* The last Wednesday of the month that is some months after a day's. */
static prap_day issued_in_month_of(prapi_counter *counter, prap_day day, int32_t months) {
    const prap_day within = prapi_count_months(counter, day, months);
    int32_t year = 0;  /* MUT-EQUIV: there is no month 0 of any year either */
    int32_t month = 0; /* MUT-EQUIV: nor any month of year 0, which is where a count that failed ends */
    prap_day issued = PRAP_DAY_NONE;
    (void)prap_day_to_civil(within, &year, &month, NULL);
    prapi_count_fail(counter, prap_day_nth_weekday(year, month, 3, -1, &issued));
    return issued;
}

static bool is_holiday(const prapi_counter *counter, prap_day day) {
    return prap_calendar_holiday_on(counter->calendar, day) != NULL;
}

/*
 * D-07: the code with the latest in-force Monday on or before the day. That is the code of the day's own month, or of
 * the one before, or, in the first days of a month, of the one before that. No day moves for a holiday (AMB-21).
 */
void prapi_count_CODE(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                      prap_date_answer *ret) {
    /* Ends at once when a count has failed: no day is before any other. */
    for (int32_t months = 0; PRAPI_ALWAYS(months >= -2); months--) { /* it has ended by then */
        ret->alternative = ret->first;
        ret->due = issued_in_month_of(counter, question->anchor.day, months);
        ret->first = prapi_count_days(counter, ret->due, way->amount);
        if (ret->first <= question->anchor.day) break;
    }
    if (ret->alternative == PRAP_DAY_NONE) {
        prapi_counter attempt = *counter;
        ret->alternative = prapi_count_days(&attempt, issued_in_month_of(&attempt, question->anchor.day, 1), way->amount);
    }
    ret->prudent = ret->due;
    ret->holiday = is_holiday(counter, ret->due) || is_holiday(counter, ret->first);
}

/* D-08: the provider's date is the day after DWP's; DWP's own is also accepted by default (AMB-22). */
void prapi_count_LMS(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                     prap_date_answer *ret) {
    ret->due = prapi_count_days(counter, ret->anchor, way->amount);
    ret->alternative = ret->anchor;
    ret->prudent = ret->due;
    if (question->second.day == PRAP_DAY_NONE) return;
    const bool either = chose(way, counter, PRAP_CHOICE_EITHER);
    ret->holds = question->second.day == ret->due || (either && question->second.day == ret->anchor);
}

/* D-19: 0 to 14 days after the receipt (AMB-26). */
void prapi_count_RECENT(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                        prap_date_answer *ret) {
    ret->due = prapi_count_days(counter, ret->anchor, setting(counter, way->policy));
    ret->prudent = ret->due;
    if (question->second.day == PRAP_DAY_NONE) return;
    ret->holds = question->second.day >= ret->anchor && question->second.day <= ret->due;
}

/* D-09, D-18, D-22: calendar days, not moved for a holiday. A policy says whether the host is to be reminded. */
void prapi_count_DAYS(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                      prap_date_answer *ret) {
    (void)question;
    ret->due = prapi_count_days(counter, ret->anchor, way->amount);
    ret->prudent = ret->due;
    if (way->policy != 0) ret->holds = chose(way, counter, PRAP_CHOICE_EVERY_WEEK) || chose(way, counter, PRAP_CHOICE_ON);
}

/* D-20: 30 days are not one month, which would at times be earlier and at times later (AMB-27). */
void prapi_count_AUDIT(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                       prap_date_answer *ret) {
    prapi_count_DAYS(way, counter, question, ret);
    ret->alternative = prapi_try_months(counter, ret->anchor, 1);
}

/* D-20: a year on, or at once when the system changed within it. */
void prapi_count_REVIEW(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                        prap_date_answer *ret) {
    const prap_day year_on = prapi_count_months(counter, ret->anchor, way->amount);
    const bool changed = question->second.day >= ret->anchor && question->second.day < year_on;
    ret->due = changed ? question->second.day : year_on;
    ret->prudent = ret->due;
    ret->holds = chose(way, counter, PRAP_CHOICE_ON);
}
