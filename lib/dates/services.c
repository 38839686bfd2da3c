/* services.c: D-21, whether a service is open at a moment and when it next opens. */
#include <stdbool.h>

#include "catalogue/rules.h"
#include "dates/moments.h"
#include "dates/way.h"
#include "prap/vocabulary.h"

enum { FRIDAY = 5 };

/* Half open: the opening minute is in, the closing one is not. */
static const struct hours {
    int32_t opens;
    int32_t closes;
    uint32_t rule;
} services[] = {
#define X(NUMBER, NAME, WORD_NAME, RULE, OPENS, CLOSES, MEANING) [NUMBER] = {OPENS, CLOSES, PRAPI_RULE_##RULE},
#include "vocabulary/services.def"
#undef X
};

/* One question about a service, under one reading of what a bank holiday does. */
struct desk {
    const struct hours *hours;
    const prap_date_question *question;
    prapi_counter *counter;
    bool open_on_holidays;
};

/* The text names weekdays only; on a bank holiday the policy decides (AMB-24). */
static bool serves_on(const struct desk *desk, prap_day day) {
    if (prap_day_weekday(day) > FRIDAY) return false;
    return desk->open_on_holidays || prapi_count_on_or_after(desk->counter, day) == day;
}

static prap_moment here(prapi_counter *counter, prap_instant instant) {
    prap_moment moment = PRAP_MOMENT_NONE;
    prapi_count_fail(counter, prap_moment_from_instant(instant, &moment));
    return moment;
}

/* The first instant from one on at which the service is open: the closures and the hours take turns to put it off. */
static prap_instant open_from(const struct desk *desk, prap_instant instant) {
    while (desk->counter->status == PRAP_OK) {
        instant = prapi_windows_after(desk->question->outages, desk->question->n_outages, instant);
        prap_moment at = here(desk->counter, instant);
        const bool serves = serves_on(desk, at.day);
        if (serves && at.minute >= desk->hours->opens && at.minute < desk->hours->closes) return instant;
        if (!serves || at.minute >= desk->hours->closes) at.day++;
        at.minute = desk->hours->opens;
        at.offset = PRAP_OFFSET_NONE; /* MUT-EQUIV: the clocks change on Sundays, when nothing opens */
        prapi_count_fail(desk->counter, prap_moment_to_instant(at, &instant));
    }
    return instant; /* MUT-EQUIV: the count has failed, and nobody looks at it */
}

static bool is_weekday_holiday(const prapi_counter *counter, prap_day day) {
    return prap_day_weekday(day) <= FRIDAY && prap_calendar_holiday_on(counter->calendar, day) != NULL;
}

void prapi_count_SERVICE(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                         prap_date_answer *ret) {
    prap_instant asked = 0; /* MUT-EQUIV: written, for the moment is one */
    (void)prap_moment_to_instant(question->anchor, &asked); /* it has been checked */
    const prap_moment at = here(counter, asked);
    const bool by_policy = counter->settings[way->policy] == PRAP_CHOICE_OPEN;
    const struct desk chosen = {&services[question->service], question, counter, by_policy};
    const prap_instant opens = open_from(&chosen, asked);
    prapi_counter attempt = *counter; /* with what has been learned of the quality */
    const struct desk other = {&services[question->service], question, &attempt, !by_policy};
    const prap_instant otherwise = open_from(&other, asked);
    ret->rule = services[question->service].rule;
    ret->holds = opens == asked;
    ret->holiday = is_weekday_holiday(counter, at.day);
    ret->moment = opens == asked ? ret->moment : here(counter, opens);
    ret->due = opens == asked ? at.day : ret->moment.day;
    ret->prudent = ret->due;
    if (attempt.status != PRAP_OK) return; /* the other reading needs days that the calendar does not have */
    const prap_moment other_opening = here(&attempt, otherwise);
    ret->other_moment = otherwise == asked ? ret->other_moment : other_opening;
    ret->alternative = other_opening.day;
    ret->prudent = earlier(ret->due, ret->alternative);
    counter->quality = attempt.quality;
}
