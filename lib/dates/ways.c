/* ways.c: which way each computation counts: the rows of lib/vocabulary/computations.def. */
#include "dates/ways.h"

#include "catalogue/rules.h"
#include "dates/way.h"
#include "prap/vocabulary.h"

enum { PRAP_POLICY_NONE = 0 };

static const prapi_way ways[] = {
#define X(NUMBER, NAME, WORD_NAME, ID, RULE, HOW, AMOUNT, POLICY, ANCHOR, SECOND, MEANING)                    \
    [NUMBER] = {prapi_count_##HOW, AMOUNT, PRAP_POLICY_##POLICY, PRAPI_RULE_##RULE},
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
    answer.policy_value = counter->settings[answer.policy];
    return answer;
}

prap_day prapi_date_due(const prap_calendar *calendar, const int32_t *settings, uint32_t computation, prap_day anchor,
                        uint32_t flags) {
    const prap_date_question question = {
        .size = sizeof question,
        .computation = computation,
        .anchor = {anchor, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE},
        .second = {PRAP_DAY_NONE, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE},
        .flags = flags,
    };
    prapi_counter counter = prapi_counter_of(calendar, settings, flags & PRAP_DATE_ALLOW_PROVISIONAL);
    const prap_date_answer answer = prapi_date_days(&counter, &question);
    return counter.status == PRAP_OK ? answer.due : PRAP_DAY_NONE;
}
