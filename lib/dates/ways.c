/* ways.c: how each computation counts. rules.md section 3; the rows are lib/vocabulary/computations.def. */
#include "dates/ways.h"

#include <stdbool.h>

#include "catalogue/rules.h"
#include "prap/vocabulary.h"
#include "vocabulary/vocabulary.h"

typedef struct prapi_way prapi_way;

struct prapi_way {
    void (*count)(const prapi_way *way, prapi_counter *counter, const prap_date_question *question, prap_date_answer *ret);
    int32_t amount;
    uint32_t policy;
    uint32_t rule;
};

static int32_t setting(const prapi_counter *counter, uint32_t policy) {
    return counter->settings[policy];
}

/* Has the way's policy this choice? */
static bool chose(const prapi_way *way, const prapi_counter *counter, int32_t choice) {
    return setting(counter, way->policy) == choice;
}

static prap_day earlier(prap_day a, prap_day b) {
    return a < b ? a : b;
}

static prap_day later(prap_day a, prap_day b) {
    return a > b ? a : b;
}

/* Two readings of one rule: the policy has one of them, the answer tells the other too. */
static void read_as(prap_date_answer *answer, bool first_reading, prap_day first, prap_day second) {
    answer->due = first_reading ? first : second;
    answer->alternative = first_reading ? second : first;
}

/*
 * D-01: the day of receipt is day 1. Receipt on a non-working day rolls day 1 forward; the strict reading counts that
 * day itself as day 1, and is the prudent one (AMB-02). After a cut-off a receipt is the next day's (AMB-03).
 */
static void count_RECEIPT(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                          prap_date_answer *ret) {
    const int32_t cut_off = setting(counter, PRAP_POLICY_DAY_CUTOFF);
    const bool next_day = cut_off > 0 && question->anchor.minute >= cut_off;
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
static void count_WORKING(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
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
static void count_AUTO60(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
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
static void count_ALLOTTED(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
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
static void count_LAPSED(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                         prap_date_answer *ret) {
    const int32_t days = way->amount + ((question->flags & PRAP_DATE_NIGHT_SHIFTS) != 0);
    const prap_day reached = prapi_count_days(counter, ret->anchor, days);
    const prap_day exceeded = prapi_count_days(counter, ret->anchor, days + 1);
    read_as(ret, chose(way, counter, PRAP_CHOICE_REACHED), reached, exceeded);
    ret->first = ret->due;
    ret->prudent = reached;
}

/* The last Wednesday of the month that is some months after a day's. */
static prap_day issued_in_month_of(prapi_counter *counter, prap_day day, int32_t months) {
    const prap_day within = prapi_count_months(counter, day, months);
    int32_t year = 0;
    int32_t month = 0;
    prap_day issued = PRAP_DAY_NONE;
    prapi_count_fail(counter, prap_day_to_civil(within, &year, &month, NULL));
    if (counter->status == PRAP_OK) prapi_count_fail(counter, prap_day_nth_weekday(year, month, 3, -1, &issued));
    return issued;
}

static bool is_holiday(const prapi_counter *counter, prap_day day) {
    return prap_calendar_holiday_on(counter->calendar, day) != NULL;
}

/*
 * D-07: the code with the latest in-force Monday on or before the day. That is the code of the day's own month, or of
 * the one before, or, in the first days of a month, of the one before that. No day moves for a holiday (AMB-21).
 */
static void count_CODE(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                       prap_date_answer *ret) {
    for (int32_t months = 0; counter->status == PRAP_OK; months--) {
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
static void count_LMS(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                      prap_date_answer *ret) {
    ret->due = prapi_count_days(counter, ret->anchor, way->amount);
    ret->alternative = ret->anchor;
    ret->prudent = ret->due;
    if (question->second.day == PRAP_DAY_NONE) return;
    const bool either = chose(way, counter, PRAP_CHOICE_EITHER);
    ret->holds = question->second.day == ret->due || (either && question->second.day == ret->anchor);
}

/* D-09, D-18, D-22: calendar days, not moved for a holiday. A policy says whether the host is to be reminded. */
static void count_DAYS(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                       prap_date_answer *ret) {
    (void)question;
    ret->due = prapi_count_days(counter, ret->anchor, way->amount);
    ret->prudent = ret->due;
    if (way->policy != 0) ret->holds = chose(way, counter, PRAP_CHOICE_EVERY_WEEK) || chose(way, counter, PRAP_CHOICE_ON);
}

/* D-20: 30 days are not one month, which would at times be earlier and at times later (AMB-27). */
static void count_AUDIT(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                        prap_date_answer *ret) {
    count_DAYS(way, counter, question, ret);
    ret->alternative = prapi_try_months(counter, ret->anchor, 1);
}

/* D-20: a year on, or at once when the system changed within it. */
static void count_REVIEW(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                         prap_date_answer *ret) {
    const prap_day year_on = prapi_count_months(counter, ret->anchor, 12 * way->amount);
    const bool changed = question->second.day >= ret->anchor && question->second.day < year_on;
    ret->due = changed ? question->second.day : year_on;
    ret->prudent = ret->due;
    ret->holds = chose(way, counter, PRAP_CHOICE_ON);
}

/* D-10: the corresponding day of the next month, clamped to its end; a policy moves it off holidays (AMB-16). */
static void count_MONTH(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
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
static void count_KEEP(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
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
    const prap_day other = ret->anchor == notified ? decided : notified;
    if (way->policy != 0 && other != PRAP_DAY_NONE) ret->alternative = prapi_try_months(counter, other, way->amount);
}

/* D-13: both days are needed; while one is unknown everything is kept, and there is no day of disposal (AMB-19). */
static void count_YEARS(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                        prap_date_answer *ret) {
    const prap_day ended = question->anchor.day;
    const prap_day paid = question->second.day;
    ret->anchor = ended == PRAP_DAY_NONE || paid == PRAP_DAY_NONE ? PRAP_DAY_NONE : later(ended, paid);
    if (ret->anchor == PRAP_DAY_NONE) return;
    ret->due = prapi_count_months(counter, ret->anchor, 12 * setting(counter, way->policy));
    ret->first = prapi_count_days(counter, ret->due, 1);
    ret->prudent = ret->due;
}

/* The 15 days of a hold, in working days: D-02's day, whichever that is. */
static prap_day hold_in_working_days(const prapi_way *way, const prapi_counter *counter) {
    return way->amount - (setting(counter, PRAP_POLICY_CSS2_COUNT) == PRAP_CHOICE_INCLUDE_DAY);
}

/*
 * D-15: working days and so the day of D-02, or calendar days (AMB-06). DNA may be entered on the last of them, or only
 * after it (AMB-07). The full 15 days are to be used, so no earlier day is prudent.
 */
static void count_HOLD(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
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
static void count_WAIT(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
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

/* D-17: days before the pay. Clear days are one more, and prudent (AMB-15). */
static void count_BEFORE(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
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

/* D-19: 0 to 14 days after the receipt (AMB-26). */
static void count_RECENT(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                         prap_date_answer *ret) {
    ret->due = prapi_count_days(counter, ret->anchor, setting(counter, way->policy));
    ret->prudent = ret->due;
    if (question->second.day == PRAP_DAY_NONE) return;
    ret->holds = question->second.day >= ret->anchor && question->second.day <= ret->due;
}

/* D-14 and D-21 are about moments, and are counted where those are. */
static void count_HOURS(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                        prap_date_answer *ret) {
    (void)way;
    (void)counter;
    (void)question;
    (void)ret;
}

#define count_SERVICE count_HOURS

enum { PRAP_POLICY_NONE = 0 };

static const prapi_way ways[] = {
#define X(NUMBER, NAME, WORD_NAME, ID, RULE, HOW, AMOUNT, POLICY, ANCHOR, SECOND, MEANING)                    \
    [NUMBER] = {count_##HOW, AMOUNT, PRAP_POLICY_##POLICY, PRAPI_RULE_##RULE},
#include "vocabulary/computations.def"
#undef X
};

prap_date_answer prapi_date_days(prapi_counter *counter, const prap_date_question *question) {
    const prapi_way *way = &ways[question->computation];
    const prap_moment none = {PRAP_DAY_NONE, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE};
    prap_date_answer answer = {
        .size = sizeof answer,
        .computation = question->computation,
        .rule = way->rule,
        .policy = way->policy,
        .anchor = question->anchor.day,
        .first = PRAP_DAY_NONE,
        .due = PRAP_DAY_NONE,
        .prudent = PRAP_DAY_NONE,
        .alternative = PRAP_DAY_NONE,
        .last_working_day = PRAP_DAY_NONE,
        .next_working_day = PRAP_DAY_NONE,
        .holds = -1,
        .moment = none,
        .other_moment = none,
        .last_usable = none,
    };
    way->count(way, counter, question, &answer);
    answer.policy_value = setting(counter, answer.policy);
    return answer;
}

prap_date_answer prapi_date_of(prapi_counter *counter, uint32_t computation, prap_day anchor, prap_day second,
                               uint32_t flags) {
    const prap_date_question question = {
        .size = sizeof question,
        .computation = computation,
        .anchor = {anchor, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE},
        .second = {second, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE},
        .flags = flags,
    };
    prap_date_answer answer = prapi_date_days(counter, &question);
    answer.last_working_day = prapi_count_on_or_before(counter, answer.due);
    return answer;
}

int32_t prapi_date_amount(uint32_t computation) {
    return ways[computation].amount;
}
