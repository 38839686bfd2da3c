/*
 * earnings-test.c: payments in whole pence, and the thresholds that they reach.
 * shows CH15-16, CH15-A-55, CH15-A-56, CH15-A-57, CH15-A-58, CH15-A-59, M08-BG-3b
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "earnings/earnings.h"
#include "prap/prap.h"

enum { D = 19000 }; /* a day of 2022 */

struct told {
    uint32_t n;
    prap_threshold_standing standings[PRAP_THRESHOLD_NATIONAL + 1]; /* by PRAP_THRESHOLD_* */
    prap_status stop_with;
};

static prap_status hear(void *user, const prap_threshold_standing *standing) {
    struct told *told = user;
    assert_int_equal(standing->size, sizeof *standing);
    assert_int_equal(standing->threshold, told->n + 1);
    told->standings[standing->threshold] = *standing;
    told->n++;
    return told->stop_with;
}

static prap_earnings ask(uint32_t programme, prap_day as_of, const prap_payment *payments, size_t n,
                         const prap_threshold *national, size_t n_national, struct told *told) {
    const prap_earnings_question question = {.size = sizeof question, .programme = programme, .as_of = as_of,
                                             .payments = payments, .n_payments = n, .national = national,
                                             .n_national = n_national};
    prap_earnings earnings = {.size = sizeof earnings};
    memset(told, 0, sizeof *told);
    assert_int_equal(prap_earnings_of(&question, hear, told, &earnings, NULL), PRAP_OK);
    assert_int_equal(told->n, 4);
    assert_int_equal(earnings.as_of, as_of);
    assert_int_equal(earnings.programme, programme);
    return earnings;
}

static const prap_threshold amounts[] = {{D, 0, 320000}};

static const char *rule_id(uint32_t rule) {
    return prap_rule_by_number(rule)->id;
}

static void each_programme_has_its_own(void **state) {
    (void)state;
    static const uint32_t none = PRAP_THRESHOLD_STATUS_NOT_APPLICABLE, silent = PRAP_THRESHOLD_STATUS_NOT_STATED;
    static const uint32_t given = PRAP_THRESHOLD_STATUS_NOT_KNOWN;
    static const struct {
        uint32_t programme, status[4], outcome;
        int64_t pence[4];
    } rows[] = {
        {PRAP_PROGRAMME_WHP, {0, 0, 0, given}, PRAP_THRESHOLD_NATIONAL, {1, 100000, 200000, 0}},
        {PRAP_PROGRAMME_JETS, {0, 0, none, none}, PRAP_THRESHOLD_POUNDS_1000, {1, 100000, 0, 0}},
        {PRAP_PROGRAMME_IPES, {silent, silent, silent, silent}, 0, {0, 0, 0, 0}},
    };
    for (size_t i = 0; i < 3; i++) {
        for (uint32_t j = 0; j < 4; j++) {
            const prap_threshold_row *row = prap_threshold_row_at(rows[i].programme, j);
            assert_int_equal(row->size, sizeof *row);
            assert_int_equal(row->programme, rows[i].programme);
            assert_int_equal(row->threshold, j + 1);
            assert_int_equal(row->status, rows[i].status[j]);
            assert_int_equal(row->pence, rows[i].pence[j]);
            assert_int_equal(row->outcome, rows[i].outcome == j + 1);
        }
        assert_null(prap_threshold_row_at(rows[i].programme, 4));
    }
    assert_null(prap_threshold_row_at(99, 0));
    assert_string_equal(rule_id(prap_threshold_row_at(PRAP_PROGRAMME_WHP, 3)->rule), "CH15-A-58");
}

/* At least the amount: a penny less is not reached. */
static void to_reach_is_to_have_at_least(void **state) {
    (void)state;
    static const struct {
        int64_t pence;
        uint32_t reached; /* how many of the four */
    } rows[] = {{0, 0}, {1, 1}, {99999, 1}, {100000, 2}, {100001, 2}, {199999, 2}, {200000, 3}, {299999, 3},
                {300000, 3}, {319999, 3}, {320000, 4}, {INT64_MAX, 4}};
    struct told told;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const prap_payment payment = {D + 1, 0, rows[i].pence};
        const prap_earnings earnings = ask(PRAP_PROGRAMME_WHP, D + 1, &payment, 1, amounts, 1, &told);
        assert_int_equal(earnings.earned_pence, rows[i].pence);
        assert_int_equal(earnings.first_paid_on, rows[i].pence > 0 ? D + 1 : PRAP_DAY_NONE);
        for (uint32_t t = 1; t <= 4; t++) {
            const bool reached = t <= rows[i].reached;
            assert_int_equal(told.standings[t].status,
                             reached ? PRAP_THRESHOLD_STATUS_REACHED : PRAP_THRESHOLD_STATUS_NOT_REACHED);
            assert_int_equal(told.standings[t].reached_on, reached ? D + 1 : PRAP_DAY_NONE);
            assert_int_equal(told.standings[t].missing_pence,
                             reached ? 0 : told.standings[t].pence - rows[i].pence);
        }
        assert_int_equal(earnings.outcome, PRAP_THRESHOLD_NATIONAL);
        assert_int_equal(earnings.closes, rows[i].reached == 4 ? PRAP_VALUE_YES : PRAP_VALUE_NO);
        assert_string_equal(rule_id(earnings.rule), "M08-BG-3b");
    }
}

/* The days on which they are reached, whatever the order of the list; later payments are not seen. */
static void each_is_reached_on_its_day(void **state) {
    (void)state;
    static const prap_payment payments[] = {
        {D + 40, 0, 120000}, {D + 10, 0, 60000}, {D + 5, 0, 0}, {D + 20, 0, 40000}, {D + 30, 0, 100000}, {D + 50, 0, 1}};
    struct told told;
    prap_earnings earnings = ask(PRAP_PROGRAMME_WHP, D + 40, payments, 6, amounts, 1, &told);
    assert_int_equal(earnings.earned_pence, 320000);
    assert_int_equal(earnings.payments, 5);
    assert_int_equal(earnings.first_paid_on, D + 10);
    assert_int_equal(told.standings[PRAP_THRESHOLD_FIRST_PAY].reached_on, D + 10);
    assert_int_equal(told.standings[PRAP_THRESHOLD_POUNDS_1000].reached_on, D + 20);
    assert_int_equal(told.standings[PRAP_THRESHOLD_POUNDS_2000].reached_on, D + 30);
    assert_int_equal(told.standings[PRAP_THRESHOLD_NATIONAL].reached_on, D + 40);
    assert_int_equal(told.standings[PRAP_THRESHOLD_NATIONAL].outcome, 1);
    assert_int_equal(earnings.outcome_on, D + 40);
    earnings = ask(PRAP_PROGRAMME_WHP, D + 39, payments, 6, amounts, 1, &told);
    assert_int_equal(earnings.earned_pence, 200000);
    assert_int_equal(earnings.outcome_on, PRAP_DAY_NONE);
    assert_int_equal(earnings.outcome_status, PRAP_THRESHOLD_STATUS_NOT_REACHED);
    assert_int_equal(told.standings[PRAP_THRESHOLD_NATIONAL].missing_pence, 120000);
    earnings = ask(PRAP_PROGRAMME_WHP, D + 4, payments, 6, amounts, 1, &told);
    assert_int_equal(earnings.payments, 0);
}

static void jets_has_two_and_ends_at_the_second(void **state) {
    (void)state;
    static const prap_payment payments[] = {{D + 3, 0, 99999}, {D + 9, 0, 1}, {D + 12, 0, 900000}};
    struct told told;
    prap_earnings earnings = ask(PRAP_PROGRAMME_JETS, D + 8, payments, 3, amounts, 1, &told);
    assert_int_equal(earnings.outcome, PRAP_THRESHOLD_POUNDS_1000);
    assert_int_equal(earnings.closes, PRAP_VALUE_NO);
    earnings = ask(PRAP_PROGRAMME_JETS, D + 20, payments, 3, NULL, 0, &told);
    assert_int_equal(earnings.closes, PRAP_VALUE_YES);
    assert_int_equal(earnings.outcome_on, D + 9);
    for (uint32_t t = PRAP_THRESHOLD_POUNDS_2000; t <= PRAP_THRESHOLD_NATIONAL; t++) {
        assert_int_equal(told.standings[t].status, PRAP_THRESHOLD_STATUS_NOT_APPLICABLE);
        assert_int_equal(told.standings[t].reached_on, PRAP_DAY_NONE);
        assert_int_equal(told.standings[t].pence, 0);
    }
    assert_string_equal(rule_id(told.standings[PRAP_THRESHOLD_POUNDS_2000].rule), "CH15-A-57");
}

static void of_ipes_the_guidance_states_none(void **state) {
    (void)state;
    static const prap_payment payment = {D, 0, 5000000};
    struct told told;
    const prap_earnings earnings = ask(PRAP_PROGRAMME_IPES, D, &payment, 1, amounts, 1, &told);
    assert_int_equal(earnings.earned_pence, 5000000);
    assert_int_equal(earnings.outcome, 0);
    assert_int_equal(earnings.outcome_status, PRAP_THRESHOLD_STATUS_NOT_STATED);
    assert_int_equal(earnings.closes, PRAP_VALUE_UNKNOWN);
    for (uint32_t t = 1; t <= 4; t++)
        assert_int_equal(told.standings[t].status, PRAP_THRESHOLD_STATUS_NOT_STATED);
}

/* The host's figure of the day, never the 3,000 pounds of the guidance. */
static void without_a_figure_nobody_knows(void **state) {
    (void)state;
    static const prap_payment payment = {D + 5, 0, 900000};
    static const prap_threshold later[] = {{D + 9, 0, 330000}}, much_later[] = {{D + 99, 0, 330000}},
                                   high[] = {{D + 9, 0, 1000000}};
    struct told told;
    const prap_threshold_standing *national = &told.standings[PRAP_THRESHOLD_NATIONAL];
    prap_earnings earnings = ask(PRAP_PROGRAMME_WHP, D + 8, &payment, 1, NULL, 0, &told);
    assert_int_equal(national->status, PRAP_THRESHOLD_STATUS_NOT_KNOWN);
    assert_int_equal(national->unsure_from, D + 5);
    assert_int_equal(national->pence, 0);
    assert_int_equal(earnings.closes, PRAP_VALUE_UNKNOWN);
    assert_int_equal(earnings.outcome, PRAP_THRESHOLD_NATIONAL);
    assert_int_equal(told.standings[PRAP_THRESHOLD_POUNDS_2000].status, PRAP_THRESHOLD_STATUS_REACHED);
    ask(PRAP_PROGRAMME_WHP, D + 8, &payment, 1, much_later, 1, &told);
    assert_int_equal(national->status, PRAP_THRESHOLD_STATUS_NOT_KNOWN);
    ask(PRAP_PROGRAMME_WHP, D + 4, &payment, 1, NULL, 0, &told); /* nothing is paid yet, and still the figure is missing */
    assert_int_equal(national->status, PRAP_THRESHOLD_STATUS_NOT_KNOWN);
    assert_int_equal(national->unsure_from, PRAP_DAY_NONE);
    earnings = ask(PRAP_PROGRAMME_WHP, D + 20, &payment, 1, later, 1, &told); /* at the latest with the first figure */
    assert_int_equal(national->status, PRAP_THRESHOLD_STATUS_REACHED);
    assert_int_equal(national->reached_on, D + 9);
    assert_int_equal(national->unsure_from, D + 5);
    assert_int_equal(earnings.closes, PRAP_VALUE_YES);
    earnings = ask(PRAP_PROGRAMME_WHP, D + 20, &payment, 1, high, 1, &told); /* below it now; but was it before? */
    assert_int_equal(national->status, PRAP_THRESHOLD_STATUS_NOT_KNOWN);
    assert_int_equal(national->missing_pence, 0);
    assert_int_equal(earnings.closes, PRAP_VALUE_UNKNOWN);
}

/* What is reached stays reached when the figure rises; a lower figure can be reached without a payment. */
static void the_figure_of_the_day_counts(void **state) {
    (void)state;
    static const prap_payment payments[] = {{D + 1, 0, 310000}, {D + 30, 0, 1}};
    static const prap_threshold rising[] = {{D + 10, 0, 400000}, {D, 0, 310000}},
                                   falling[] = {{D, 0, 320000}, {D + 10, 0, 310000}},
                                   high[] = {{D, 0, 320000}}, mixed[] = {{D + 10, 0, 310001}, {D, 0, 400000}};
    struct told told;
    const prap_threshold_standing *national = &told.standings[PRAP_THRESHOLD_NATIONAL];
    ask(PRAP_PROGRAMME_WHP, D + 40, payments, 2, rising, 2, &told);
    assert_int_equal(national->status, PRAP_THRESHOLD_STATUS_REACHED);
    assert_int_equal(national->reached_on, D + 1);
    assert_int_equal(national->pence, 310000);
    ask(PRAP_PROGRAMME_WHP, D + 40, payments, 2, falling, 2, &told);
    assert_int_equal(national->reached_on, D + 10);
    ask(PRAP_PROGRAMME_WHP, D + 9, payments, 2, falling, 2, &told);
    assert_int_equal(national->status, PRAP_THRESHOLD_STATUS_NOT_REACHED);
    ask(PRAP_PROGRAMME_WHP, D + 40, payments, 2, high, 1, &told);
    assert_int_equal(national->missing_pence, 9999);
    /* The latest that has begun, wherever it stands in the list. */
    ask(PRAP_PROGRAMME_WHP, D + 40, payments, 2, mixed, 2, &told);
    assert_int_equal(national->reached_on, D + 30);
    assert_int_equal(national->pence, 310001);
    ask(PRAP_PROGRAMME_WHP, D + 9, payments, 2, mixed, 2, &told);
    assert_int_equal(national->missing_pence, 90000);
    /* Nobody gave an amount for the first two payments: from the first on it is not known. */
    const prap_threshold late = {D + 35, 0, 400000};
    ask(PRAP_PROGRAMME_WHP, D + 40, payments, 2, &late, 1, &told);
    assert_int_equal(national->status, PRAP_THRESHOLD_STATUS_NOT_KNOWN);
    assert_int_equal(national->unsure_from, D + 1);
}

/* By threshold alone it is what the standing says; of one that a programme does not have nothing is stated. */
static void each_threshold_by_itself(void **state) {
    (void)state;
    static const prap_payment payment = {D, 0, 150000};
    struct told told;
    for (uint32_t programme = PRAP_PROGRAMME_IPES; programme <= PRAP_PROGRAMME_JETS; programme++) {
        ask(programme, D, &payment, 1, amounts, 1, &told);
        for (uint32_t t = 1; t <= 4; t++)
            assert_int_equal(prapi_earnings_status(programme, t, 150000, 320000), told.standings[t].status);
        assert_int_equal(prapi_earnings_status(programme, 5, 150000, 320000), PRAP_THRESHOLD_STATUS_NOT_STATED);
    }
}

/* The first day and the last, and as many payments and amounts as may be given. */
static void what_can_just_be_asked(void **state) {
    (void)state;
    static prap_payment payments[PRAP_PAYMENTS_MAX];
    static prap_threshold figures[PRAP_THRESHOLDS_MAX];
    struct told told;
    for (size_t i = 0; i < PRAP_PAYMENTS_MAX; i++) payments[i] = (prap_payment){PRAP_DAY_MIN, 0, 1};
    for (size_t i = 0; i < PRAP_THRESHOLDS_MAX; i++) figures[i] = (prap_threshold){PRAP_DAY_MAX - (prap_day)i, 0, 1};
    figures[0].from = PRAP_DAY_MIN;
    payments[1].on = PRAP_DAY_MAX;
    prap_earnings earnings = ask(PRAP_PROGRAMME_WHP, PRAP_DAY_MAX, payments, PRAP_PAYMENTS_MAX, figures, PRAP_THRESHOLDS_MAX, &told);
    assert_int_equal(earnings.earned_pence, PRAP_PAYMENTS_MAX);
    assert_int_equal(earnings.first_paid_on, PRAP_DAY_MIN);
    earnings = ask(PRAP_PROGRAMME_WHP, PRAP_DAY_MIN, payments, PRAP_PAYMENTS_MAX, figures, PRAP_THRESHOLDS_MAX, &told);
    assert_int_equal(earnings.payments, PRAP_PAYMENTS_MAX - 1);
}

static void a_sum_that_does_not_fit_is_refused(void **state) {
    (void)state;
    int64_t sum = 7;
    assert_int_equal(prap_earnings_add(1, 2, &sum), PRAP_OK);
    assert_int_equal(sum, 3);
    assert_int_equal(prap_earnings_add(INT64_MAX - 1, 1, &sum), PRAP_OK);
    assert_true(sum == INT64_MAX);
    assert_int_equal(prap_earnings_add(INT64_MAX, 1, &sum), PRAP_E_RANGE);
    assert_int_equal(prap_earnings_add(1, INT64_MAX, &sum), PRAP_E_RANGE);
    assert_int_equal(prap_earnings_add(-1, 5, &sum), PRAP_E_RANGE);
    assert_int_equal(prap_earnings_add(5, -1, &sum), PRAP_E_RANGE);
    assert_int_equal(prap_earnings_add(5, INT64_MIN, &sum), PRAP_E_RANGE);
    assert_true(sum == INT64_MAX);
    assert_int_equal(prap_earnings_add(1, 2, NULL), PRAP_E_NULL);
}

static void refuse(prap_earnings_question question, prap_status wanted, const char *field) {
    prap_error error = {.size = sizeof error};
    prap_earnings earnings = {.size = sizeof earnings, .rule = 77};
    assert_int_equal(prap_earnings_of(&question, NULL, NULL, &earnings, &error), wanted);
    assert_string_equal(error.field, field);
    assert_int_equal(earnings.rule, 77);
}

static void what_cannot_be_asked_is_said(void **state) {
    (void)state;
    static const prap_payment good = {D, 0, 1}, negative[] = {{D, 0, 1}, {D, 0, -1}},
                              too_much[] = {{D, 0, INT64_MAX}, {D + 9, 0, 1}}, no_day = {PRAP_DAY_NONE, 0, 1},
                              late_day = {PRAP_DAY_MAX + 1, 0, 1};
    static const prap_threshold next_to[] = {{D, 0, 1}, {D + 1, 0, 2}, {D + 1, 0, 3}};
    static const prap_threshold zero = {D, 0, 0}, twice[] = {{D, 0, 1}, {D + 1, 0, 2}, {D, 0, 3}},
                                   nowhen = {PRAP_DAY_MIN - 1, 0, 1};
    const prap_earnings_question fine = {.size = sizeof fine, .programme = PRAP_PROGRAMME_WHP, .as_of = D,
                                         .payments = &good, .n_payments = 1, .national = amounts, .n_national = 1};
    prap_earnings_question question = fine;
    question.programme = 0;
    refuse(question, PRAP_E_WORD, "programme");
    question = fine;
    question.as_of = PRAP_DAY_NONE;
    refuse(question, PRAP_E_DAY, "as_of");
    question.as_of = PRAP_DAY_MAX + 1;
    refuse(question, PRAP_E_DAY, "as_of");
    question = fine;
    question.payments = NULL;
    refuse(question, PRAP_E_NULL, "");
    question = fine;
    question.national = NULL;
    refuse(question, PRAP_E_NULL, "");
    question = fine;
    question.n_payments = PRAP_PAYMENTS_MAX + 1;
    refuse(question, PRAP_E_LIMIT, "payments");
    question = fine;
    question.n_national = PRAP_THRESHOLDS_MAX + 1;
    refuse(question, PRAP_E_LIMIT, "national");
    question = fine;
    question.payments = &no_day;
    refuse(question, PRAP_E_DAY, "payments[0].on");
    question.payments = &late_day;
    refuse(question, PRAP_E_DAY, "payments[0].on");
    question.payments = negative;
    question.n_payments = 2;
    refuse(question, PRAP_E_RANGE, "payments[1].pence");
    question.payments = too_much; /* also what is paid after the day asked about */
    refuse(question, PRAP_E_RANGE, "payments[1].pence");
    question = fine;
    question.national = &zero;
    refuse(question, PRAP_E_RANGE, "national[0].pence");
    question.national = &nowhen;
    refuse(question, PRAP_E_DAY, "national[0].from");
    question.national = twice;
    question.n_national = 3;
    refuse(question, PRAP_E_TWICE, "national[2].from");
    question.national = next_to;
    refuse(question, PRAP_E_TWICE, "national[2].from");
    question = fine;
    question.size--;
    refuse(question, PRAP_E_SIZE, "");
    prap_earnings earnings = {.size = sizeof earnings - 1};
    assert_int_equal(prap_earnings_of(&fine, NULL, NULL, &earnings, NULL), PRAP_E_SIZE);
    assert_int_equal(prap_earnings_of(&fine, NULL, NULL, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_earnings_of(NULL, NULL, NULL, &earnings, NULL), PRAP_E_NULL);
    earnings.size++;
    struct told told = {.stop_with = PRAP_FAIL};
    assert_int_equal(prap_earnings_of(&fine, hear, &told, &earnings, NULL), PRAP_FAIL);
    assert_int_equal(told.n, 1);
    assert_int_equal(earnings.programme, 0);
}

static void a_list_that_is_empty_need_not_be_there(void **state) {
    (void)state;
    const prap_earnings_question nothing = {.size = sizeof nothing, .programme = PRAP_PROGRAMME_JETS, .as_of = D};
    prap_earnings earnings = {.size = sizeof earnings};
    assert_int_equal(prap_earnings_of(&nothing, NULL, NULL, &earnings, NULL), PRAP_OK); /* nor a visitor */
    assert_int_equal(earnings.earned_pence, 0);
    assert_int_equal(earnings.outcome, PRAP_THRESHOLD_POUNDS_1000);
    assert_int_equal(earnings.outcome_status, PRAP_THRESHOLD_STATUS_NOT_REACHED);
    assert_int_equal(earnings.closes, PRAP_VALUE_NO);
}

/* Every programme with an outcome has a feed that closes by it; of a threshold or an outcome that there is not, nothing. */
static void an_outcome_closes_the_feed(void **state) {
    (void)state;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_PROGRAMME); i++) {
        const uint32_t programme = prap_word_at(PRAP_WORDS_PROGRAMME, i)->number;
        uint32_t threshold = 77;
        const uint32_t status = prapi_earnings_outcome(programme, 1, 0, &threshold);
        if (threshold == 0) {
            assert_int_equal(status, PRAP_THRESHOLD_STATUS_NOT_STATED);
            continue;
        }
        assert_int_equal(prap_feed_effect(programme, PRAP_FEED_TRIGGER_OUTCOME_EARNINGS, NULL),
                         PRAP_FEED_EFFECT_CLOSES);
    }
    assert_int_equal(prapi_earnings_status(PRAP_PROGRAMME_WHP, 99, 1, 1), PRAP_THRESHOLD_STATUS_NOT_STATED);
    assert_int_equal(prapi_earnings_status(PRAP_PROGRAMME_WHP, PRAP_THRESHOLD_NATIONAL, 5, 5),
                     PRAP_THRESHOLD_STATUS_REACHED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_programme_has_its_own),
        cmocka_unit_test(to_reach_is_to_have_at_least),
        cmocka_unit_test(each_is_reached_on_its_day),
        cmocka_unit_test(jets_has_two_and_ends_at_the_second),
        cmocka_unit_test(of_ipes_the_guidance_states_none),
        cmocka_unit_test(without_a_figure_nobody_knows),
        cmocka_unit_test(the_figure_of_the_day_counts),
        cmocka_unit_test(each_threshold_by_itself),
        cmocka_unit_test(what_can_just_be_asked),
        cmocka_unit_test(a_sum_that_does_not_fit_is_refused),
        cmocka_unit_test(what_cannot_be_asked_is_said),
        cmocka_unit_test(a_list_that_is_empty_need_not_be_there),
        cmocka_unit_test(an_outcome_closes_the_feed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
