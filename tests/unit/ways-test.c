/* ways-test.c: one status for a whole chain of computations. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "dates.h"
#include "dates/ways.h"
#include "vocabulary/vocabulary.h"

static prapi_counter counting(int32_t settings[PRAPI_POLICY_END]) {
    assert_int_equal(prapi_settings_take(settings, NULL, 0, NULL), PRAP_OK);
    return prapi_counter_of(england(), settings, 0);
}

/* After the first failure nothing more is counted, and its status stands. */
static void a_chain_that_failed(void **state) {
    (void)state;
    int32_t settings[PRAPI_POLICY_END];
    prapi_counter counter = counting(settings);
    const prap_date_question beyond = ask("D-03", "2028-12-29", "");
    assert_int_equal(prapi_date_days(&counter, &beyond).due, PRAP_DAY_NONE);
    assert_int_equal(counter.status, PRAP_E_COVERAGE);
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_COMPUTATION); i++) {
        const uint32_t number = prap_word_at(PRAP_WORDS_COMPUTATION, i)->number;
        if (number == PRAP_COMPUTATION_OUTAGE || number == PRAP_COMPUTATION_DWP_OUTAGE ||
            number == PRAP_COMPUTATION_SERVICE_HOURS)
            continue; /* these count no days */
        const prap_date_question question = {.size = sizeof question,
                                             .computation = number,
                                             .anchor = moment_of("2023-05-05"),
                                             .second = moment_of("2023-05-05")};
        assert_int_equal(prapi_date_days(&counter, &question).due, PRAP_DAY_NONE);
        assert_int_equal(counter.status, PRAP_E_COVERAGE);
    }
    assert_int_equal(prapi_count_on_or_before(&counter, 0), PRAP_DAY_NONE);
    prapi_count_fail(&counter, PRAP_E_DAY);
    assert_int_equal(counter.status, PRAP_E_COVERAGE);
}

/* One due day: none where the count leaves known years, unless provisional ones are allowed; other flags are as asked. */
static void a_due_day_alone(void **state) {
    (void)state;
    int32_t settings[PRAPI_POLICY_END];
    const prap_day anchor = moment_of("2028-12-29").day;
    assert_int_equal(prapi_settings_take(settings, NULL, 0, NULL), PRAP_OK);
    assert_int_equal(prapi_date_due(england(), settings, PRAP_COMPUTATION_ACK, anchor, 0), PRAP_DAY_NONE);
    expect_day(prapi_date_due(england(), settings, PRAP_COMPUTATION_ACK, anchor, PRAP_DATE_ALLOW_PROVISIONAL), "2029-01-02");
    expect_day(prapi_date_due(england(), settings, PRAP_COMPUTATION_ACK, moment_of("2023-05-05").day, PRAP_DATE_IN_WORK),
               "2023-05-09");
    expect_day(prapi_date_due(england(), settings, PRAP_COMPUTATION_RE_REFERRAL, moment_of("2022-01-01").day,
                              PRAP_DATE_NIGHT_SHIFTS), "2023-10-02");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_chain_that_failed), cmocka_unit_test(a_due_day_alone)};
    return cmocka_run_group_tests_name("ways", tests, NULL, NULL);
}
