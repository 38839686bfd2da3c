/* measure-totals-test.c: measures added over a period, their rates, and the walk that adds a caseload's. */
#include "engine-cases.h"
#include "rival.h"

static const prap_day first = 19478, last = 19508; /* May 2023 */

static prap_measure one_of(uint32_t measure, uint32_t result, uint32_t exclusion, prap_day day) {
    return (prap_measure){.size = sizeof(prap_measure), .measure = measure, .result = result,
                          .exclusion = exclusion, .day = day, .done_on = PRAP_DAY_NONE};
}

static prap_measure_total empty(uint32_t measure) {
    return (prap_measure_total){.size = sizeof(prap_measure_total), .measure = measure};
}

static void each_result_has_its_place(void **state) {
    (void)state;
    prap_measure_total total = empty(PRAP_MEASURE_CSS1);
    for (uint32_t result = PRAP_RESULT_MET; result <= PRAP_RESULT_ABSENT; result++) {
        for (uint32_t times = 0; times < result; times++) {
            const uint32_t exclusion = result == PRAP_RESULT_EXCLUDED ? PRAP_EXCLUSION_REJECTED : 0;
            const prap_measure one = one_of(PRAP_MEASURE_CSS1, result, exclusion, first);
            assert_int_equal(prap_measure_add(&total, &one, first, last), PRAP_OK);
        }
    }
    assert_int_equal(total.numerator, PRAP_RESULT_MET + PRAP_RESULT_PRESENT);
    assert_int_equal(total.denominator, PRAP_RESULT_MET + PRAP_RESULT_MISSED + PRAP_RESULT_PRESENT + PRAP_RESULT_ABSENT);
    assert_int_equal(total.open, PRAP_RESULT_OPEN);
    for (uint32_t i = 0; i < PRAP_EXCLUSIONS_MAX; i++) {
        assert_int_equal(total.excluded[i], i == PRAP_EXCLUSION_REJECTED ? PRAP_RESULT_EXCLUDED : 0);
    }
}

/* Both ends belong to the period; what has no day belongs only to the endless one. */
static void a_case_counts_on_its_day(void **state) {
    (void)state;
    static const struct {
        prap_day from, to, day;
        uint64_t counted;
    } rows[] = {
        {first, last, first - 1, 0},   {first, last, first, 1},       {first, last, last, 1},
        {first, last, last + 1, 0},    {first, first, first, 1},      {PRAP_DAY_NONE, last, first - 900, 1},
        {PRAP_DAY_NONE, last, last + 1, 0}, {first, PRAP_DAY_NONE, last + 900, 1},
        {first, PRAP_DAY_NONE, first - 1, 0}, {PRAP_DAY_NONE, PRAP_DAY_NONE, first, 1},
        {first, PRAP_DAY_NONE, PRAP_DAY_NONE, 0}, {PRAP_DAY_NONE, last, PRAP_DAY_NONE, 0},
        {PRAP_DAY_NONE, PRAP_DAY_NONE, PRAP_DAY_NONE, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        prap_measure_total total = empty(PRAP_MEASURE_CSS3);
        const prap_measure one = one_of(PRAP_MEASURE_CSS3, PRAP_RESULT_MISSED, 0, rows[i].day);
        assert_int_equal(prap_measure_add(&total, &one, rows[i].from, rows[i].to), PRAP_OK);
        assert_int_equal(total.denominator, rows[i].counted);
        assert_int_equal(total.numerator, 0);
    }
}

static void what_cannot_be_added_is_said(void **state) {
    (void)state;
    prap_measure_total total = empty(PRAP_MEASURE_CSS1);
    prap_measure one = one_of(PRAP_MEASURE_CSS1, PRAP_RESULT_MET, 0, first);
    assert_int_equal(prap_measure_add(NULL, &one, first, last), PRAP_E_NULL);
    assert_int_equal(prap_measure_add(&total, NULL, first, last), PRAP_E_NULL);
    assert_int_equal(prap_measure_add(&total, &one, last, first), PRAP_E_ORDER);
    one.result = PRAP_RESULT_FAILED;
    assert_int_equal(prap_measure_add(&total, &one, first, last), PRAP_E_RANGE);
    one.result = 0;
    assert_int_equal(prap_measure_add(&total, &one, first, last), PRAP_E_RANGE);
    one.result = PRAP_RESULT_EXCLUDED;
    one.exclusion = PRAP_EXCLUSIONS_MAX;
    assert_int_equal(prap_measure_add(&total, &one, first, last), PRAP_E_RANGE);
    one.measure = PRAP_MEASURE_CSS2;
    assert_int_equal(prap_measure_add(&total, &one, first, last), PRAP_E_WORD);
    one.size--;
    assert_int_equal(prap_measure_add(&total, &one, first, last), PRAP_E_SIZE);
    one.size++;
    total.size--;
    assert_int_equal(prap_measure_add(&total, &one, first, last), PRAP_E_SIZE);
    assert_int_equal(total.denominator + total.open, 0);
}

static prap_measure_rate rate_of(const struct test_host *host, uint32_t measure, uint64_t numerator,
                                 uint64_t denominator) {
    prap_measure_total total = empty(measure);
    prap_measure_rate rate = {.size = sizeof rate};
    total.numerator = numerator;
    total.denominator = denominator;
    assert_int_equal(prap_measure_rate_of(&total, host->rulebook, &rate), PRAP_OK);
    return rate;
}

/* AMB-98: none is built in; a host's own is compared exactly, whatever the rounded rate says. */
static void a_target_is_the_hosts(void **state) {
    (void)state;
    static const prap_setting settings[] = {{PRAP_POLICY_CSS_TARGET, 995}, {PRAP_POLICY_F2F_HANDOVER_SHARE, 50}};
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prap_measure_rate rate = rate_of(&host, PRAP_MEASURE_CSS1, 2, 3);
    assert_int_equal(rate.per_10000, 6666);
    assert_int_equal(rate.target_per_1000, 0);
    assert_int_equal(rate.kept, PRAP_VALUE_UNKNOWN);
    assert_int_equal(rate.policy, PRAP_POLICY_CSS_TARGET);
    assert_int_equal(rate_of(&host, PRAP_MEASURE_CSS1, 0, 0).per_10000, -1);
    assert_int_equal(rate_of(&host, PRAP_MEASURE_CSS1, UINT32_MAX, UINT32_MAX).per_10000, 10000);
    assert_int_equal(rate_of(&host, PRAP_MEASURE_CSS1, UINT32_MAX - 1, UINT32_MAX).per_10000, 9999);
    assert_int_equal(test_host_close(&host), 0);
    test_host_open(&host, settings, 2);
    static const uint32_t standards[] = {PRAP_MEASURE_CSS1, PRAP_MEASURE_CSS2, PRAP_MEASURE_CSS3};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(rate_of(&host, standards[i], 199, 200).kept, PRAP_VALUE_YES);
        assert_int_equal(rate_of(&host, standards[i], 198, 199).kept, PRAP_VALUE_NO); /* 99.497 per cent */
        assert_int_equal(rate_of(&host, standards[i], 0, 0).kept, PRAP_VALUE_UNKNOWN);
        assert_int_equal(rate_of(&host, standards[i], 0, 0).target_per_1000, 995);
    }
    rate = rate_of(&host, PRAP_MEASURE_FACE_TO_FACE_HANDOVER, 1, 19);
    assert_int_equal(rate.kept, PRAP_VALUE_NO);
    assert_int_equal(rate.policy, PRAP_POLICY_F2F_HANDOVER_SHARE);
    assert_int_equal(rate_of(&host, PRAP_MEASURE_FACE_TO_FACE_HANDOVER, 1, 20).kept, PRAP_VALUE_YES);
    rate = rate_of(&host, PRAP_MEASURE_CSS2_RECORD, 1, 19);
    assert_int_equal(rate.policy, 0);
    assert_int_equal(rate.kept, PRAP_VALUE_UNKNOWN);
    assert_int_equal(test_host_close(&host), 0);
}

static void what_is_no_rate_is_said(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prap_measure_total total = empty(PRAP_MEASURE_CSS1);
    prap_measure_rate rate = {.size = sizeof rate, .per_10000 = 77};
    assert_int_equal(prap_measure_rate_of(NULL, host.rulebook, &rate), PRAP_E_NULL);
    assert_int_equal(prap_measure_rate_of(&total, NULL, &rate), PRAP_E_NULL);
    assert_int_equal(prap_measure_rate_of(&total, host.rulebook, NULL), PRAP_E_NULL);
    total.numerator = 1;
    assert_int_equal(prap_measure_rate_of(&total, host.rulebook, &rate), PRAP_E_RANGE);
    total.denominator = UINT64_C(1) << 32;
    assert_int_equal(prap_measure_rate_of(&total, host.rulebook, &rate), PRAP_E_RANGE);
    total.measure = 0;
    assert_int_equal(prap_measure_rate_of(&total, host.rulebook, &rate), PRAP_E_WORD);
    rate.size--;
    assert_int_equal(prap_measure_rate_of(&total, host.rulebook, &rate), PRAP_E_SIZE);
    total.size--;
    rate.size++;
    assert_int_equal(prap_measure_rate_of(&total, host.rulebook, &rate), PRAP_E_SIZE);
    assert_int_equal(rate.per_10000, 77);
    assert_int_equal(test_host_close(&host), 0);
}

/* What a visitor of measures saw. */
struct seen_measures {
    unsigned cases, measures, bad;
    prap_status stop_with;
};

static prap_status see_measures(void *user, prap_text case_id, const prap_answer *answer,
                                const prap_measure *measures, uint32_t n) {
    struct seen_measures *seen = user;
    assert_int_equal(case_id.n, 1);
    const prap_status status = prap_answer_summary(answer)->status;
    assert_true((n == 0) == (status != PRAP_OK));
    for (uint32_t i = 1; i < n; i++) assert_true(measures[i - 1].measure < measures[i].measure);
    seen->cases++;
    seen->measures += n;
    seen->bad += status != PRAP_OK;
    return seen->stop_with;
}

/* A is acknowledged in time, B is not, C is received on another day. */
static void three_cases(struct test_host *host) {
    test_host_open(host, NULL, 0);
    static const char *const names[] = {"A", "B", "C"};
    for (size_t i = 0; i < 3; i++) {
        prap_command command = received(names[i]);
        if (i == 2) command.on = test_day(2023, 7, 3);
        submit_permitted(host, &command);
    }
    const prap_command command = accepted("A");
    submit_permitted(host, &command);
}

static prap_status measure(struct test_host *host, prap_day from, prap_day to, prap_measure_total *totals, size_t n,
                           struct seen_measures *seen) {
    host->error = (prap_error){.size = sizeof host->error};
    return prap_engine_measure(host->engine, test_text(""), test_day(2023, 7, 4), from, to, host->answer, totals, n,
                               seen == NULL ? NULL : see_measures, seen, &host->error);
}

static void a_caseload_is_measured(void **state) {
    (void)state;
    struct test_host host;
    three_cases(&host);
    prap_measure_total totals[] = {empty(PRAP_MEASURE_CSS1), empty(PRAP_MEASURE_CSS2)};
    struct seen_measures seen = {0};
    assert_int_equal(measure(&host, first, last, totals, 2, &seen), PRAP_OK);
    assert_int_equal(totals[0].numerator, 1);
    assert_int_equal(totals[0].denominator, 2);
    assert_int_equal(totals[1].numerator, 0);
    assert_int_equal(totals[1].denominator, 2);
    assert_int_equal(seen.cases, 2);
    assert_int_equal(seen.measures, 4);
    assert_int_equal(measure(&host, PRAP_DAY_NONE, PRAP_DAY_NONE, totals, 2, NULL), PRAP_OK); /* added to the rest */
    assert_int_equal(totals[0].denominator, 4);
    assert_int_equal(totals[0].open, 1);
    totals[1] = empty(PRAP_MEASURE_CSS2);
    assert_int_equal(measure(&host, last + 1, PRAP_DAY_NONE, &totals[1], 1, NULL), PRAP_OK); /* C, and no end */
    assert_int_equal(totals[1].denominator + totals[1].open, 1);
    seen = (struct seen_measures){.stop_with = PRAP_FAIL};
    assert_int_equal(measure(&host, first, last, totals, 2, &seen), PRAP_FAIL);
    assert_int_equal(seen.cases, 1);
    assert_int_equal(test_host_close(&host), 0);
}

static void a_case_that_cannot_be_judged_is_not_measured(void **state) {
    (void)state;
    struct test_host host;
    three_cases(&host);
    struct memory_store_trouble damage = {.fault = MEMORY_STORE_ALTER, .nth = 1, .sticky = true,
                                          .only = MEMORY_STORE_SCAN, .alter = damage_b};
    memory_store_order(host.store, &damage);
    prap_measure_total total = empty(PRAP_MEASURE_CSS1);
    struct seen_measures seen = {0};
    assert_int_equal(measure(&host, first, last, &total, 1, &seen), PRAP_E_DAMAGED);
    assert_int_equal(total.denominator, 1);
    assert_int_equal(seen.cases, 2);
    assert_int_equal(seen.bad, 1);
    assert_int_equal(measure(&host, first, last, &total, 1, NULL), PRAP_E_DAMAGED);
    assert_int_equal(test_host_close(&host), 0);
}

static void what_is_wrong_with_a_measuring_is_said(void **state) {
    (void)state;
    struct test_host host;
    three_cases(&host);
    prap_measure_total totals[PRAP_MEASURES_MAX + 1] = {empty(PRAP_MEASURE_CSS1)};
    assert_error(&host, measure(&host, first, last, NULL, 1, NULL), PRAP_E_NULL, "totals");
    assert_error(&host, measure(&host, first, last, totals, PRAP_MEASURES_MAX + 1, NULL), PRAP_E_LIMIT, "totals");
    assert_error(&host, measure(&host, first, last, totals, 2, NULL), PRAP_E_SIZE, "totals");
    totals[1] = empty(99);
    assert_error(&host, measure(&host, first, last, totals, 2, NULL), PRAP_E_WORD, "measure");
    assert_error(&host, measure(&host, last, first, totals, 1, NULL), PRAP_E_ORDER, "last");
    assert_int_equal(prap_engine_measure(NULL, test_text(""), last, first, last, host.answer, totals, 1, NULL, NULL,
                                         NULL),
                     PRAP_E_NULL);
    assert_int_equal(totals[0].denominator, 0);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_result_has_its_place),
        cmocka_unit_test(a_case_counts_on_its_day),
        cmocka_unit_test(what_cannot_be_added_is_said),
        cmocka_unit_test(a_target_is_the_hosts),
        cmocka_unit_test(what_is_no_rate_is_said),
        cmocka_unit_test(a_caseload_is_measured),
        cmocka_unit_test(a_case_that_cannot_be_judged_is_not_measured),
        cmocka_unit_test(what_is_wrong_with_a_measuring_is_said),
    };
    return cmocka_run_group_tests_name("measure totals", tests, NULL, NULL);
}
