/*
 * way.h: how one computation counts: a function over the row's amount and policy. All have one form, so that the rows of
 * computations.def name them. Pure; a failure is the counter's. What a way does not write keeps the value of none.
 */
#ifndef PRAPI_DATES_WAY_H
#define PRAPI_DATES_WAY_H

#include <stdbool.h>

#include "dates/ways.h"

typedef struct prapi_way prapi_way;

typedef void prapi_count(const prapi_way *way, prapi_counter *counter, const prap_date_question *question,
                         prap_date_answer *ret);

struct prapi_way {
    prapi_count *count;
    int32_t amount;
    uint32_t policy;
    uint32_t rule;
};

prapi_count prapi_count_RECEIPT;
prapi_count prapi_count_WORKING;
prapi_count prapi_count_AUTO60;
prapi_count prapi_count_ALLOTTED;
prapi_count prapi_count_LAPSED;
prapi_count prapi_count_HOLD;
prapi_count prapi_count_WAIT;
prapi_count prapi_count_CODE;
prapi_count prapi_count_LMS;
prapi_count prapi_count_RECENT;
prapi_count prapi_count_DAYS;
prapi_count prapi_count_AUDIT;
prapi_count prapi_count_REVIEW;
prapi_count prapi_count_MONTH;
prapi_count prapi_count_KEEP;
prapi_count prapi_count_YEARS;
prapi_count prapi_count_BEFORE;
prapi_count prapi_count_HOURS;
prapi_count prapi_count_SERVICE;

static inline int32_t setting(const prapi_counter *counter, uint32_t policy) {
    return counter->settings[policy];
}

/* Has the way's policy this choice? */
static inline bool chose(const prapi_way *way, const prapi_counter *counter, int32_t choice) {
    return setting(counter, way->policy) == choice;
}

static inline prap_day earlier(prap_day a, prap_day b) {
    return a < b ? a : b; /* MUT-EQUIV: of two that are the same either will do */
}

static inline prap_day later(prap_day a, prap_day b) {
    return a > b ? a : b; /* MUT-EQUIV: likewise */
}

/* Two readings of one rule: the policy has one of them, the answer tells the other too. */
static inline void read_as(prap_date_answer *answer, bool first_reading, prap_day first, prap_day second) {
    answer->due = first_reading ? first : second;
    answer->alternative = first_reading ? second : first;
}

#endif
