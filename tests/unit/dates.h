/* dates.h: asking for a date computation in words, for the tests of include/prap/dates.h. */
#ifndef TESTS_DATES_H
#define TESTS_DATES_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "prap/prap.h"

static inline const prap_calendar *england(void) {
    return prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
}

/* A day, or a moment when it has a time; "" is none. */
static inline prap_moment moment_of(const char *text) {
    prap_moment moment = PRAP_MOMENT_NONE;
    if (text[0] == '\0') return moment;
    if (strlen(text) == PRAP_DAY_TEXT_BYTES - 1) {
        assert_int_equal(prap_day_parse(text, strlen(text), &moment.day), PRAP_OK);
    } else {
        assert_int_equal(prap_moment_parse(text, strlen(text), &moment), PRAP_OK);
    }
    return moment;
}

static inline prap_date_question ask(const char *computation, const char *anchor, const char *second) {
    const prap_computation *found = prap_computation_find(computation, strlen(computation));
    assert_non_null(found);
    return (prap_date_question){.size = sizeof(prap_date_question), .computation = found->number,
                                .anchor = moment_of(anchor), .second = moment_of(second)};
}

/* One policy "late-ack=refuse", or NULL for the defaults. */
static inline prap_status try_question(const prap_date_question *question, const char *policy, prap_date_answer *ret,
                                       prap_error *reterr) {
    prap_setting setting = {0, 0};
    if (policy != NULL) {
        const char *value = strchr(policy, '=') + 1;
        assert_int_equal(prap_setting_parse((prap_text){policy, (size_t)(value - policy) - 1},
                                            (prap_text){value, strlen(value)}, &setting, NULL), PRAP_OK);
    }
    *reterr = (prap_error){.size = sizeof *reterr};
    ret->size = sizeof *ret;
    return prap_date_compute(england(), &setting, policy != NULL, question, ret, reterr);
}

static inline prap_date_answer answer_to(prap_date_question question, const char *policy) {
    prap_date_answer answer;
    prap_error error;
    const prap_status status = try_question(&question, policy, &answer, &error);
    if (status != PRAP_OK) fail_msg("%s: %s", error.field, error.message);
    assert_true(error.status == 0 && error.field[0] == '\0' && error.message[0] == '\0'); /* nothing is said of a success */
    /* A due day has a prudent one, never after it, and a last moment, unless it is itself a moment. */
    const bool about_moments = question.computation == PRAP_COMPUTATION_OUTAGE ||
                               question.computation == PRAP_COMPUTATION_DWP_OUTAGE ||
                               question.computation == PRAP_COMPUTATION_SERVICE_HOURS;
    assert_int_equal(answer.prudent == PRAP_DAY_NONE, answer.due == PRAP_DAY_NONE);
    assert_true(answer.prudent <= answer.due);
    assert_int_equal(answer.last_usable.day == PRAP_DAY_NONE, answer.due == PRAP_DAY_NONE || about_moments);
    assert_int_equal(answer.last_usable.minute == PRAP_MINUTE_NONE, answer.due == PRAP_DAY_NONE || about_moments);
    return answer;
}

static inline prap_date_answer answered(const char *computation, const char *anchor, const char *second,
                                        const char *policy) {
    return answer_to(ask(computation, anchor, second), policy);
}

static inline void expect_day(prap_day day, const char *expected) {
    char text[PRAP_DAY_TEXT_BYTES] = "";
    if (day != PRAP_DAY_NONE) assert_int_equal(prap_day_format(day, text, sizeof text), PRAP_OK);
    assert_string_equal(text, expected);
}

static inline void expect_moment(prap_moment moment, const char *expected) {
    char text[PRAP_MOMENT_TEXT_BYTES];
    memset(text, '#', sizeof text);
    if (moment.day == PRAP_DAY_NONE) text[0] = '\0';
    if (moment.day != PRAP_DAY_NONE) assert_int_equal(prap_moment_format(moment, text, sizeof text), PRAP_OK);
    assert_string_equal(text, expected);
}

#endif
