/* record-ways.c: D-10 to D-13 and D-17: requests, forms and what is kept. */
#include <stdbool.h>

#include "dates/way.h"
#include "prap/vocabulary.h"

/* D-10: the corresponding day of the next month, clamped to its end; a policy moves it off holidays (AMB-16). */
void prapi_count_MONTH(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                       prap_date_answer *ret) {
    (void)question;
    const bool keep = chose(way, counter, PRAP_CHOICE_KEEP);
    const prap_day kept = prapi_count_months(counter, ret->anchor, way->amount);
    const prap_day moved = keep ? prapi_try_on_or_after(counter, kept) : prapi_count_on_or_after(counter, kept);
    read_as(ret, keep, kept, moved);
    ret->prudent = kept;
}

/*
 * D-11 and D-12: kept through a day, disposed of from the next. Nothing is owed by that day, so none earlier is more
 * prudent. The 13 months run from the later of notice and decision (AMB-17); a decision that is not known is taken to
 * have come before its notice.
 */
void prapi_count_KEEP(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                      prap_date_answer *ret) {
    const prap_day notified = question->anchor.day;
    const prap_day decided = question->second.day;
    if (chose(way, counter, PRAP_CHOICE_DECISION)) {
        ret->anchor = decided;
    } else if (chose(way, counter, PRAP_CHOICE_LATER)) {
        ret->anchor = later(notified, decided);
    }
    if (ret->anchor == PRAP_DAY_NONE) prapi_count_fail(counter, PRAP_E_REQUIRED);
    ret->due = prapi_count_months(counter, ret->anchor, way->amount);
    ret->first = prapi_count_days(counter, ret->due, 1);
    ret->prudent = ret->due;
    ret->alternative = prapi_try_months(counter, ret->anchor == notified ? decided : notified, way->amount);
}

/* D-13: both days are needed; while one is unknown everything is kept, and there is no day of disposal (AMB-19). */
void prapi_count_YEARS(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                       prap_date_answer *ret) {
    const prap_day ended = question->anchor.day;
    const prap_day paid = question->second.day;
    ret->anchor = ended == PRAP_DAY_NONE || paid == PRAP_DAY_NONE ? PRAP_DAY_NONE : later(ended, paid);
    if (ret->anchor == PRAP_DAY_NONE) return;
    ret->due = prapi_count_months(counter, ret->anchor, 12 * setting(counter, way->policy));
    ret->first = prapi_count_days(counter, ret->due, 1);
    ret->prudent = ret->due;
}

/* D-17: days before the pay. Clear days are one more, and prudent (AMB-15). */
void prapi_count_BEFORE(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                        prap_date_answer *ret) {
    (void)question;
    const prap_day days = prapi_count_days(counter, ret->anchor, -way->amount);
    const prap_day clear = prapi_count_days(counter, ret->anchor, -way->amount - 1);
    read_as(ret, !chose(way, counter, PRAP_CHOICE_CLEAR), days, clear);
    if (chose(way, counter, PRAP_CHOICE_WORKING)) {
        ret->due = prapi_count_working_days(counter, ret->anchor, -way->amount);
    }
    ret->prudent = earlier(clear, ret->due);
}
