/*
 * outside-the-tables-test.c: what the machine does with an event, a stage or a reason that stands in no row.
 * None can come in through the public functions; what is behind them must not go wrong over it all the same.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/asking.h"
#include "referral/answer.h"
#include "referral/judge.h"
#include "referral/notices.h"
#include "test-host.h"

enum { NO_SUCH_EVENT = 99 };

static void an_event_of_no_row_raises_nothing(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prapi_case before;
    prapi_case_clear(&before);
    prapi_event event = {.event = NO_SUCH_EVENT, .to = PRAP_STATE_RECEIVED};
    const prapi_row row = {.event = NO_SUCH_EVENT};
    const prapi_clock_days days = {.day_60 = PRAP_DAY_NONE};
    const prapi_judge judge = {.rulebook = host.rulebook, .before = &before, .event = &event, .days = &days};
    prapi_notices_raise(&judge, &row, &before, &days, &event, host.answer);
    assert_int_equal(prap_answer_notice_count(host.answer), 0);
    assert_int_equal(event.breaches, 0);
    assert_int_equal(test_host_close(&host), 0);
}

/* Where no row fits, the refusal is given without asking a guard; the guard of that name refuses too. */
static void the_guard_of_no_row_refuses(void **state) {
    (void)state;
    prapi_judge judge = {.earliest = 7};
    assert_int_equal(prapi_guard(&judge, PRAP_REASON_NOT_FROM_HERE), PRAPI_FAIL);
    assert_int_equal(judge.earliest, PRAP_DAY_NONE);
    assert_int_equal(prapi_guard(&judge, PRAP_REASON_NOT_IN_PROGRAMME), PRAPI_SILENT);
}

/* Two guards of one row could want the same fact, or find something unsaid that is no fact. */
static void a_fact_is_needed_once(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    static const prap_reason reasons[] = {
        {.severity = PRAP_SEVERITY_UNDECIDED, .fact = PRAP_FACT_EMPLOYED},
        {.severity = PRAP_SEVERITY_FORBIDDEN, .fact = PRAP_FACT_SCR},
        {.severity = PRAP_SEVERITY_UNDECIDED, .fact = 0},
        {.severity = PRAP_SEVERITY_UNDECIDED, .fact = PRAP_FACT_EMPLOYED},
        {.severity = PRAP_SEVERITY_UNDECIDED, .fact = PRAP_FACT_MADE},
    };
    uint32_t needs[5] = {0};
    for (size_t i = 0; i < 5; i++) host.answer->reasons[i] = reasons[i];
    host.answer->n_reasons = 5;
    assert_int_equal(prapi_answer_needs(host.answer, needs), 2);
    assert_int_equal(needs[0], PRAP_FACT_EMPLOYED);
    assert_int_equal(needs[1], PRAP_FACT_MADE);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_of_no_row_raises_nothing),
        cmocka_unit_test(the_guard_of_no_row_refuses),
        cmocka_unit_test(a_fact_is_needed_once),
    };
    return cmocka_run_group_tests_name("outside the tables", tests, NULL, NULL);
}
