/*
 * person-test.c: one person's referrals: the kind of the next, the criteria of a Re-Referral, duplicates.
 * shows IPES-3.73b, IPES-3.74, IPES-3.75, IPES-3.76b, IPES-3.77, IPES-3.77-B1, IPES-3.77-B2, IPES-3.77-B3
 * shows M08-DUP-1, M08-DUP-3, IPES-3.77-B4, IPES-3.79, IPES-A31-5
 */
#include "engine-cases.h"

enum { ROOM = 64 };

struct told {
    uint32_t n;
    prap_finding findings[ROOM];
    prap_status stop_with;
};

static prap_status hear(void *user, const prap_finding *finding) {
    struct told *told = user;
    assert_true(told->n < ROOM);
    assert_int_equal(finding->size, sizeof *finding);
    const prap_word *word = prap_word_by_number(PRAP_WORDS_FINDING, finding->finding);
    assert_int_equal(finding->rule, word->rule);
    if (finding->result == 0) assert_int_equal(finding->severity, word->detail);
    assert_true(told->n == 0 || told->findings[told->n - 1].finding <= finding->finding);
    told->findings[told->n++] = *finding;
    return told->stop_with;
}

static const prap_finding *found(const struct told *told, uint32_t finding) {
    for (uint32_t i = 0; i < told->n; i++) {
        if (told->findings[i].finding == finding) return &told->findings[i];
    }
    return NULL;
}

static uint32_t count(const struct told *told, uint32_t finding) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < told->n; i++) n += told->findings[i].finding == finding;
    return n;
}

/* A case made and ended; started when start is a day. The facts say that a Re-Referral may come. */
static prap_person_case past(uint32_t stage, prap_day made, prap_day start) {
    return (prap_person_case){.size = sizeof(prap_person_case), .stage = stage,
                              .kind = PRAP_REFERRAL_KIND_NEW, .made_on = made, .start_on = start,
                              .ended_on = PRAP_DAY_NONE, .outcome_paid = PRAP_VALUE_NO,
                              .outcome_due = PRAP_VALUE_NO, .night_shifts = PRAP_VALUE_NO};
}

static prap_person asked(const struct test_host *host, prap_person_question *question,
                         const prap_person_case *cases, size_t n, struct told *told) {
    prap_person person = {.size = sizeof person};
    memset(told, 0, sizeof *told);
    question->size = sizeof *question;
    question->cases = cases;
    question->n = n;
    assert_int_equal(prap_person_of(question, host->rulebook, hear, told, &person), PRAP_OK);
    assert_int_equal(person.findings, told->n);
    assert_int_equal(person.size, sizeof person);
    return person;
}

static const prap_day began = 18993; /* 1 January 2022 */

static void without_a_start_the_next_is_new(void **state) {
    (void)state;
    static const uint32_t ends[] = {PRAP_STATE_DNA, PRAP_STATE_DNS, PRAP_STATE_AUTO_DNA, PRAP_STATE_REJECTED,
                                    PRAP_STATE_CANCELLED_NO_CONTACT};
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct told told;
    prap_person_question question = {.on = began + 90};
    prap_person person = asked(&host, &question, NULL, 0, &told);
    assert_int_equal(person.next, PRAP_REFERRAL_KIND_NEW);
    assert_int_equal(person.verdict, PRAP_VERDICT_PERMITTED);
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        const prap_person_case one = past(ends[i], began, PRAP_DAY_NONE);
        person = asked(&host, &question, &one, 1, &told);
        assert_int_equal(person.next, PRAP_REFERRAL_KIND_NEW);
        assert_int_equal(person.verdict, PRAP_VERDICT_PERMITTED);
        assert_int_equal(person.starts + person.open + person.re_referrals, 0);
        assert_int_equal(person.earliest, PRAP_DAY_NONE);
        assert_int_equal(told.n, 1);
        assert_int_equal(told.findings[0].finding, PRAP_FINDING_NEW_REFERRAL);
    }
    assert_int_equal(test_host_close(&host), 0);
}

/* The worked rows of D-06 for 1 January 2022: 1 October 2023, a day later for night shifts, another for "exceeded". */
static void the_period_ends_on_a_day(void **state) {
    (void)state;
    static const prap_setting exceeded = {PRAP_POLICY_REREF, PRAP_CHOICE_EXCEEDED};
    static const struct {
        uint32_t nights;
        prap_day earliest, sure;
    } rows[] = {{PRAP_VALUE_NO, 638, 638}, {PRAP_VALUE_YES, 639, 639}, {PRAP_VALUE_UNKNOWN, 638, 639}, {0, 638, 639}};
    assert_int_equal(began + 638, test_day(2023, 10, 1));
    for (prap_day more = 0; more <= 1; more++) {
        struct test_host host;
        test_host_open(&host, &exceeded, (size_t)more);
        for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
            prap_person_case one = past(PRAP_STATE_LEFT, began - 9, began);
            one.night_shifts = rows[i].nights;
            for (prap_day on = began + 636; on <= began + 642; on++) {
                struct told told;
                prap_person_question question = {.on = on, .eligible = PRAP_VALUE_YES};
                const prap_person person = asked(&host, &question, &one, 1, &told);
                const prap_finding *period = found(&told, PRAP_FINDING_PERIOD_LAPSED);
                const prap_day earliest = began + rows[i].earliest + more, sure = began + rows[i].sure + more;
                assert_int_equal(person.next, PRAP_REFERRAL_KIND_RE_REFERRAL);
                assert_int_equal(person.earlier_start, began);
                assert_int_equal(person.earliest, earliest);
                assert_int_equal(person.sure, sure);
                assert_int_equal(period->day, earliest);
                assert_int_equal(period->sure, sure);
                assert_int_equal(period->at, 0);
                assert_int_equal(period->policy, PRAP_POLICY_REREF);
                assert_int_equal(period->result, on < earliest ? PRAP_RESULT_FAILED
                                                 : on < sure   ? PRAP_RESULT_UNKNOWN
                                                               : PRAP_RESULT_MET);
                assert_int_equal(period->severity, on < earliest ? PRAP_SEVERITY_FORBIDDEN
                                                   : on < sure   ? PRAP_SEVERITY_UNDECIDED
                                                                 : 0);
                assert_int_equal(person.verdict, on < earliest ? PRAP_VERDICT_REFUSED
                                                 : on < sure   ? PRAP_VERDICT_UNDECIDED
                                                               : PRAP_VERDICT_PERMITTED);
            }
        }
        assert_int_equal(test_host_close(&host), 0);
    }
}

/* Each of the four criteria alone decides; the verdict is the worst of them. */
static void each_criterion_decides(void **state) {
    (void)state;
    static const uint32_t values[] = {0, PRAP_VALUE_UNKNOWN, PRAP_VALUE_NO, PRAP_VALUE_YES};
    static const uint32_t when_good_is_yes[] = {PRAP_RESULT_UNKNOWN, PRAP_RESULT_UNKNOWN, PRAP_RESULT_FAILED,
                                                PRAP_RESULT_MET};
    static const uint32_t when_good_is_no[] = {PRAP_RESULT_UNKNOWN, PRAP_RESULT_UNKNOWN, PRAP_RESULT_MET,
                                               PRAP_RESULT_FAILED};
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct told told;
    for (size_t i = 0; i < 4; i++) {
        prap_person_case one = past(PRAP_STATE_LEFT, began - 9, began);
        prap_person_question question = {.on = began + 700, .eligible = values[i]};
        const prap_person person = asked(&host, &question, &one, 1, &told);
        assert_int_equal(found(&told, PRAP_FINDING_STILL_ELIGIBLE)->result, when_good_is_yes[i]);
        assert_int_equal(person.verdict, when_good_is_yes[i] == PRAP_RESULT_MET      ? PRAP_VERDICT_PERMITTED
                                         : when_good_is_yes[i] == PRAP_RESULT_FAILED ? PRAP_VERDICT_REFUSED
                                                                                     : PRAP_VERDICT_UNDECIDED);
        question.eligible = PRAP_VALUE_YES;
        for (size_t j = 0; j < 4; j++) {
            one.outcome_paid = values[i];
            one.outcome_due = values[j];
            const uint32_t paid = when_good_is_no[i], due = when_good_is_no[j];
            const uint32_t both = paid == PRAP_RESULT_FAILED || due == PRAP_RESULT_FAILED ? PRAP_RESULT_FAILED
                                  : paid == PRAP_RESULT_MET && due == PRAP_RESULT_MET     ? PRAP_RESULT_MET
                                                                                          : PRAP_RESULT_UNKNOWN;
            asked(&host, &question, &one, 1, &told);
            const prap_finding *outcome = found(&told, PRAP_FINDING_NO_OUTCOME);
            assert_int_equal(outcome->result, both);
            assert_int_equal(outcome->at, both == PRAP_RESULT_MET ? PRAP_PERSON_NO_CASE : 0);
        }
    }
    assert_int_equal(test_host_close(&host), 0);
}

/* A second Re-Referral is refused (F-I-29); one that came to nothing is followed by a new referral (AMB-54, T-I-53). */
static void a_re_referral_comes_once(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct told told;
    prap_person_question question = {.on = began + 3000, .eligible = PRAP_VALUE_YES};
    prap_person_case cases[] = {past(PRAP_STATE_LEFT, began - 9, began),
                                past(PRAP_STATE_LEFT, began + 700, began + 709),
                                past(PRAP_STATE_DNA, began + 1500, PRAP_DAY_NONE)};
    prap_person person = asked(&host, &question, cases, 2, &told); /* two starts, neither a Re-Referral */
    assert_int_equal(person.re_referrals, 0);
    assert_int_equal(person.starts, 2);
    assert_int_equal(person.earlier_start, began + 709);
    assert_int_equal(person.verdict, PRAP_VERDICT_PERMITTED);
    cases[1].kind = PRAP_REFERRAL_KIND_RE_REFERRAL;
    person = asked(&host, &question, cases, 2, &told);
    assert_int_equal(person.re_referrals, 1);
    assert_int_equal(found(&told, PRAP_FINDING_NOT_RE_REFERRED)->result, PRAP_RESULT_FAILED);
    assert_int_equal(person.verdict, PRAP_VERDICT_REFUSED);
    cases[1] = past(PRAP_STATE_AUTO_DNA, began + 700, PRAP_DAY_NONE);
    cases[1].kind = PRAP_REFERRAL_KIND_RE_REFERRAL;
    person = asked(&host, &question, cases, 2, &told);
    assert_int_equal(person.re_referrals, 0);
    assert_int_equal(person.next, PRAP_REFERRAL_KIND_NEW);
    cases[2].start_on = began + 1510; /* the referral in its stead has started */
    cases[2].stage = PRAP_STATE_LEFT;
    assert_int_equal(asked(&host, &question, cases, 2, &told).re_referrals, 0); /* which is not among the first two */
    person = asked(&host, &question, cases, 3, &told);
    assert_int_equal(person.re_referrals, 1);
    assert_int_equal(person.next, PRAP_REFERRAL_KIND_RE_REFERRAL);
    assert_int_equal(person.verdict, PRAP_VERDICT_REFUSED);
    cases[1].stage = PRAP_STATE_ACCEPTED; /* it is open */
    person = asked(&host, &question, cases, 2, &told);
    assert_int_equal(person.re_referrals, 1);
    assert_int_equal(person.open, 1);
    assert_int_equal(person.next, PRAP_REFERRAL_KIND_RE_REFERRAL);
    assert_non_null(found(&told, PRAP_FINDING_RE_REFERRAL));
    cases[1].stage = PRAP_STATE_PRE_WORK;
    cases[1].start_on = began + 720;
    person = asked(&host, &question, cases, 2, &told);
    assert_int_equal(person.next, PRAP_REFERRAL_KIND_RE_REFERRAL);
    assert_int_equal(person.open, 1);
    cases[2] = past(PRAP_STATE_DNA, began + 1500, PRAP_DAY_NONE); /* a new one after the start changes nothing */
    cases[1].stage = PRAP_STATE_LEFT;
    person = asked(&host, &question, cases, 3, &told);
    assert_int_equal(person.next, PRAP_REFERRAL_KIND_RE_REFERRAL);
    assert_int_equal(test_host_close(&host), 0);
}

static prap_person_case re_referral(uint32_t stage, prap_day made, prap_day start) {
    prap_person_case one = past(stage, made, start);
    one.kind = PRAP_REFERRAL_KIND_RE_REFERRAL;
    return one;
}

/* Cases come in any order; days decide, and of one day the first that is listed. */
static void the_order_of_the_list_decides_nothing_else(void **state) {
    (void)state;
    const prap_person_case start = past(PRAP_STATE_LEFT, began - 9, began);
    const prap_person_case nothing = re_referral(PRAP_STATE_AUTO_DNA, began + 700, PRAP_DAY_NONE);
    const struct {
        prap_person_case cases[3];
        uint32_t re_referrals, next;
    } rows[] = {
        {{nothing, start, start}, 0, PRAP_REFERRAL_KIND_NEW}, /* the latest comes first */
        {{past(PRAP_STATE_LEFT, began + 1500, began + 1510), nothing, start}, 1, PRAP_REFERRAL_KIND_RE_REFERRAL},
        {{nothing, past(PRAP_STATE_LEFT, began + 690, began + 700), start}, 0, PRAP_REFERRAL_KIND_NEW}, /* not after it */
        {{start, re_referral(PRAP_STATE_LEFT, began + 700, began + 700), start}, 1, PRAP_REFERRAL_KIND_RE_REFERRAL},
        {{start, nothing, past(PRAP_STATE_DNA, began + 700, PRAP_DAY_NONE)}, 0, PRAP_REFERRAL_KIND_NEW},
        {{start, past(PRAP_STATE_DNA, began + 700, PRAP_DAY_NONE), nothing}, 0, PRAP_REFERRAL_KIND_RE_REFERRAL},
    };
    struct test_host host;
    struct told told;
    test_host_open(&host, NULL, 0);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        prap_person_question question = {.on = began + 3000, .eligible = PRAP_VALUE_YES};
        const prap_person person = asked(&host, &question, rows[i].cases, 3, &told);
        assert_int_equal(person.re_referrals, rows[i].re_referrals);
        assert_int_equal(person.next, rows[i].next);
    }
    assert_int_equal(test_host_close(&host), 0);
}

/* What never started is no start, whatever came of it, and is not told of as backed out. */
static void a_referral_without_a_start_counts_for_nothing(void **state) {
    (void)state;
    const prap_person_case cases[] = {past(PRAP_STATE_LEFT, began - 9, began),
                                      past(PRAP_STATE_BACKED_OUT, began + 200, PRAP_DAY_NONE),
                                      past(PRAP_STATE_DNA, began + 650, PRAP_DAY_NONE)};
    struct test_host host;
    struct told told;
    test_host_open(&host, NULL, 0);
    prap_person_question question = {.on = began + 700, .eligible = PRAP_VALUE_YES};
    const prap_person person = asked(&host, &question, cases, 3, &told);
    assert_int_equal(person.earlier_start, began);
    assert_int_equal(person.verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(count(&told, PRAP_FINDING_BACKED_OUT), 0);
    assert_int_equal(test_host_close(&host), 0);
}

/* AMB-55 on both sides: the days run from the latest start that was not backed out, or from any. */
static void a_start_that_was_backed_out_is_passed_over(void **state) {
    (void)state;
    static const prap_setting counts = {PRAP_POLICY_REREF_BACKED_OUT, PRAP_CHOICE_COUNT};
    prap_person_case cases[] = {past(PRAP_STATE_LEFT, began - 9, began),
                                past(PRAP_STATE_BACKED_OUT, began + 100, began + 109)};
    prap_person_question question = {.on = began + 700, .eligible = PRAP_VALUE_YES};
    for (size_t n = 0; n <= 1; n++) {
        struct test_host host;
        struct told told;
        test_host_open(&host, &counts, n);
        cases[1].backed_out = 0;
        cases[1].outcome_paid = PRAP_VALUE_YES;
        prap_person person = asked(&host, &question, cases, 2, &told);
        assert_int_equal(person.earlier_start, n == 0 ? began : began + 109);
        assert_int_equal(found(&told, PRAP_FINDING_EARLIER_START)->at, n);
        assert_int_equal(found(&told, PRAP_FINDING_EARLIER_START)->day, person.earlier_start);
        assert_int_equal(count(&told, PRAP_FINDING_BACKED_OUT), 1 - n);
        assert_int_equal(person.verdict, n == 0 ? PRAP_VERDICT_PERMITTED : PRAP_VERDICT_REFUSED);
        cases[1].backed_out = PRAP_VALUE_NO; /* the host knows better than the stage */
        assert_int_equal(asked(&host, &question, cases, 2, &told).earlier_start, began + 109);
        cases[0].backed_out = PRAP_VALUE_YES;
        cases[1].backed_out = PRAP_VALUE_UNKNOWN;
        person = asked(&host, &question, cases, 2, &told);
        assert_int_equal(person.next, PRAP_REFERRAL_KIND_RE_REFERRAL); /* T-I-54: after IX7 too */
        assert_int_equal(count(&told, PRAP_FINDING_BACKED_OUT), n == 0 ? 2 : 0);
        if (n == 0) {
            assert_int_equal(found(&told, PRAP_FINDING_BACKED_OUT)->day, began);
            assert_int_equal(found(&told, PRAP_FINDING_BACKED_OUT)->policy, PRAP_POLICY_REREF_BACKED_OUT);
            assert_int_equal(found(&told, PRAP_FINDING_PERIOD_LAPSED)->result, PRAP_RESULT_MET);
            assert_int_equal(person.earliest, PRAP_DAY_NONE);
            assert_null(found(&told, PRAP_FINDING_EARLIER_START));
        }
        cases[0].backed_out = 0;
        assert_int_equal(test_host_close(&host), 0);
    }
}

static void work_is_told_of(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct told told;
    prap_person_case cases[] = {past(PRAP_STATE_LEFT, began, began + 9), past(PRAP_STATE_LEFT, began, began + 9),
                                past(PRAP_STATE_LEFT, began - 99, began - 90),
                                past(PRAP_STATE_BACKED_OUT, began - 99, began - 90)};
    for (size_t i = 0; i < 4; i++) cases[i].worked = PRAP_VALUE_YES;
    prap_person_question question = {.on = began + 700};
    asked(&host, &question, cases, 4, &told);
    assert_int_equal(count(&told, PRAP_FINDING_WORKED), 3); /* by day, then index; the backed-out one not */
    const prap_finding *worked = found(&told, PRAP_FINDING_WORKED);
    assert_int_equal(worked[0].at, 2);
    assert_int_equal(worked[0].policy, 0);
    assert_int_equal(worked[1].at, 0);
    assert_int_equal(worked[2].at, 1);
    assert_int_equal(found(&told, PRAP_FINDING_EARLIER_START)->at, 1); /* the last of the latest */
    cases[1].worked = PRAP_VALUE_NO;
    asked(&host, &question, cases, 2, &told);
    assert_int_equal(count(&told, PRAP_FINDING_WORKED), 1);
    assert_non_null(found(&told, PRAP_FINDING_WORK_COACH_ASSESSES));
    assert_non_null(found(&told, PRAP_FINDING_RESTARTS));
    assert_int_equal(test_host_close(&host), 0);
}

/* Open at once: the earliest is the first, the others are beside it (3.74, A31-5). */
static void duplicates_are_found(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct told told;
    prap_person_question question = {.on = began + 700};
    prap_person_case cases[] = {past(PRAP_STATE_RECEIVED, began + 5, PRAP_DAY_NONE),
                                past(PRAP_STATE_ACCEPTED, began, PRAP_DAY_NONE),
                                past(PRAP_STATE_REJECTED, began - 1, PRAP_DAY_NONE),
                                past(PRAP_STATE_ATTENDED, began + 5, PRAP_DAY_NONE),
                                past(PRAP_STATE_NONE, PRAP_DAY_NONE, PRAP_DAY_NONE)};
    prap_person person = asked(&host, &question, cases, 5, &told);
    assert_int_equal(person.open, 3);
    assert_int_equal(count(&told, PRAP_FINDING_DUPLICATE), 2);
    const prap_finding *duplicate = found(&told, PRAP_FINDING_DUPLICATE);
    assert_int_equal(duplicate[0].at, 0);
    assert_int_equal(duplicate[0].day, began + 5);
    assert_int_equal(duplicate[0].other, 1);
    assert_int_equal(duplicate[1].at, 3);
    assert_int_equal(duplicate[1].other, 1);
    assert_null(found(&told, PRAP_FINDING_ALREADY_STARTED));
    asked(&host, &question, cases, 1, &told);
    assert_null(found(&told, PRAP_FINDING_DUPLICATE));
    cases[2] = past(PRAP_STATE_PRE_WORK, began - 90, began - 80);
    person = asked(&host, &question, cases, 3, &told);
    assert_int_equal(count(&told, PRAP_FINDING_DUPLICATE), 1);
    assert_int_equal(count(&told, PRAP_FINDING_ALREADY_STARTED), 2);
    assert_int_equal(found(&told, PRAP_FINDING_ALREADY_STARTED)[0].at, 1);
    assert_int_equal(found(&told, PRAP_FINDING_ALREADY_STARTED)[1].at, 0);
    assert_int_equal(found(&told, PRAP_FINDING_ALREADY_STARTED)[1].other, 2);
    cases[0] = past(PRAP_STATE_PRE_WORK, began - 70, began - 60);
    asked(&host, &question, cases, 3, &told);
    assert_int_equal(count(&told, PRAP_FINDING_DUPLICATE), 1); /* two participations */
    assert_int_equal(found(&told, PRAP_FINDING_DUPLICATE)->at, 0);
    assert_int_equal(found(&told, PRAP_FINDING_DUPLICATE)->other, 2);
    assert_null(found(&told, PRAP_FINDING_STARTED_ELSEWHERE));
    question.elsewhere = PRAP_VALUE_YES;
    asked(&host, &question, cases, 3, &told);
    assert_non_null(found(&told, PRAP_FINDING_STARTED_ELSEWHERE));
    assert_int_equal(test_host_close(&host), 0);
}

static void a_visitor_ends_it(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_person_case one = past(PRAP_STATE_LEFT, began - 9, began);
    const prap_person_question question = {.size = sizeof question, .on = began, .cases = &one, .n = 1};
    prap_person person = {.size = sizeof person, .next = 77};
    struct told told = {.stop_with = PRAP_FAIL};
    assert_int_equal(prap_person_of(&question, host.rulebook, hear, &told, &person), PRAP_FAIL);
    assert_int_equal(told.n, 1);
    assert_int_equal(person.next, 77);
    assert_int_equal(prap_person_of(&question, host.rulebook, NULL, NULL, &person), PRAP_OK);
    assert_true(person.findings > 1);
    assert_int_equal(test_host_close(&host), 0);
}

static void assert_refused(const struct test_host *host, const prap_person_question *question, prap_status status) {
    prap_person person = {.size = sizeof person, .next = 77};
    assert_int_equal(prap_person_of(question, host->rulebook, NULL, NULL, &person), status);
    assert_int_equal(person.next, 77);
}

static void what_is_wrong_with_a_question_is_said(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_person_case good = past(PRAP_STATE_LEFT, began - 9, began);
    prap_person_case one = good;
    const prap_person_question right = {.size = sizeof right, .on = began, .cases = &one, .n = 1};
    prap_person_question question = right;
    prap_person person = {.size = sizeof person};
    assert_int_equal(prap_person_of(NULL, host.rulebook, NULL, NULL, &person), PRAP_E_NULL);
    assert_int_equal(prap_person_of(&question, NULL, NULL, NULL, &person), PRAP_E_NULL);
    assert_int_equal(prap_person_of(&question, host.rulebook, NULL, NULL, NULL), PRAP_E_NULL);
    person.size--;
    assert_int_equal(prap_person_of(&question, host.rulebook, NULL, NULL, &person), PRAP_E_SIZE);
    question.size--;
    assert_refused(&host, &question, PRAP_E_SIZE);
    question = right;
    question.cases = NULL;
    assert_refused(&host, &question, PRAP_E_NULL);
    question = right;
    question.n = PRAP_PERSON_CASES_MAX + 1;
    assert_refused(&host, &question, PRAP_E_LIMIT);
    question = right;
    question.on = PRAP_DAY_NONE;
    assert_refused(&host, &question, PRAP_E_DAY);
    question.on = PRAP_DAY_MAX + 1;
    assert_refused(&host, &question, PRAP_E_DAY);
    question.on = PRAP_DAY_MIN - 1;
    assert_refused(&host, &question, PRAP_E_DAY);
    question = right;
    question.eligible = PRAP_VALUE_YES + 1;
    assert_refused(&host, &question, PRAP_E_WORD);
    question = right;
    question.elsewhere = PRAP_VALUE_YES + 1;
    assert_refused(&host, &question, PRAP_E_WORD);
    question = right;
    one.size--;
    assert_refused(&host, &question, PRAP_E_SIZE);
    const size_t days[] = {offsetof(prap_person_case, made_on), offsetof(prap_person_case, start_on),
                           offsetof(prap_person_case, ended_on)};
    for (size_t i = 0; i < 3; i++) {
        static const prap_day too_late = PRAP_DAY_MAX + 1;
        one = good;
        memcpy((char *)&one + days[i], &too_late, sizeof too_late);
        assert_refused(&host, &question, PRAP_E_DAY);
        static const prap_day too_early = PRAP_DAY_MIN - 1;
        memcpy((char *)&one + days[i], &too_early, sizeof too_early);
        assert_refused(&host, &question, PRAP_E_DAY);
    }
    const prap_person_case two[] = {one, good}; /* the first that is wrong says what is wrong */
    question.cases = two;
    question.n = 2;
    assert_refused(&host, &question, PRAP_E_DAY);
    const prap_person_case other[] = {good, one};
    question.cases = other;
    assert_refused(&host, &question, PRAP_E_DAY);
    question = right;
    const size_t words[] = {offsetof(prap_person_case, stage),        offsetof(prap_person_case, kind),
                            offsetof(prap_person_case, backed_out),   offsetof(prap_person_case, outcome_paid),
                            offsetof(prap_person_case, outcome_due),  offsetof(prap_person_case, night_shifts),
                            offsetof(prap_person_case, worked)};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        static const uint32_t none = 9999;
        one = good;
        memcpy((char *)&one + words[i], &none, sizeof none);
        assert_refused(&host, &question, PRAP_E_WORD);
    }
    assert_int_equal(test_host_close(&host), 0);
}

/* The first and the last of what can be asked: days, the start from which the period can still be counted, cases. */
static void the_ends_of_what_can_be_asked(void **state) {
    (void)state;
    static prap_person_case cases[PRAP_PERSON_CASES_MAX];
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prap_person_case one = past(PRAP_STATE_LEFT, PRAP_DAY_MIN, PRAP_DAY_MAX - 1000);
    one.ended_on = PRAP_DAY_MAX;
    prap_person person = {.size = sizeof person};
    prap_person_question question = {.size = sizeof question, .on = PRAP_DAY_MAX, .cases = &one, .n = 1};
    assert_int_equal(prap_person_of(&question, host.rulebook, NULL, NULL, &person), PRAP_OK);
    assert_int_equal(person.earlier_start, PRAP_DAY_MAX - 1000);
    one.start_on++;
    assert_refused(&host, &question, PRAP_E_DAY);
    for (size_t i = 0; i < PRAP_PERSON_CASES_MAX; i++) cases[i] = past(PRAP_STATE_DNA, began, PRAP_DAY_NONE);
    question.cases = cases;
    question.n = PRAP_PERSON_CASES_MAX;
    assert_int_equal(prap_person_of(&question, host.rulebook, NULL, NULL, &person), PRAP_OK);
    assert_int_equal(test_host_close(&host), 0);
}

/* From the store to the person: what the summary says, and nothing that it does not. */
static void a_summary_becomes_a_case(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command command = received("A");
    submit_permitted(&host, &command);
    prap_person_case one = {.size = sizeof one};
    assert_int_equal(prap_person_case_of(NULL, &one), PRAP_E_NULL);
    assert_int_equal(prap_person_case_of(test_host_summary(&host), NULL), PRAP_E_NULL);
    assert_int_equal(prap_person_case_of(test_host_summary(&host), &one), PRAP_OK);
    assert_int_equal(one.stage, PRAP_STATE_RECEIVED);
    assert_int_equal(one.made_on, test_day(2023, 5, 5));
    assert_int_equal(one.start_on, PRAP_DAY_NONE);
    assert_int_equal(one.ended_on, PRAP_DAY_NONE);
    assert_int_equal(one.outcome_paid + one.outcome_due + one.night_shifts + one.worked + one.backed_out, 0);
    prap_summary summary = *test_host_summary(&host);
    summary.work_on = test_day(2023, 9, 4);
    summary.referral_kind = PRAP_REFERRAL_KIND_RE_REFERRAL;
    summary.night_shifts = PRAP_VALUE_NO;
    assert_int_equal(prap_person_case_of(&summary, &one), PRAP_OK);
    assert_int_equal(one.worked, PRAP_VALUE_YES);
    assert_int_equal(one.kind, PRAP_REFERRAL_KIND_RE_REFERRAL);
    assert_int_equal(one.night_shifts, PRAP_VALUE_NO);
    one.size--;
    assert_int_equal(prap_person_case_of(test_host_summary(&host), &one), PRAP_E_SIZE);
    assert_int_equal(test_host_close(&host), 0);
}

static prap_person asked_of(prap_rulebook *rulebook, const prap_person_case *cases, size_t n, struct told *told) {
    const prap_person_question question = {.size = sizeof question, .on = began + 90, .cases = cases, .n = n};
    prap_person person = {.size = sizeof person};
    memset(told, 0, sizeof *told);
    assert_int_equal(prap_person_of(&question, rulebook, hear, told, &person), PRAP_OK);
    assert_int_equal(person.next, PRAP_REFERRAL_KIND_NEW);
    assert_int_equal(person.verdict, PRAP_VERDICT_PERMITTED);
    return person;
}

/* AMB-92: the later and unstarted one; a started one is never proposed. */
static void of_memo_08_the_duplicate_is_proposed(void **state) {
    (void)state;
    static const prap_setting ask = {PRAP_POLICY_DUP_PICK, PRAP_CHOICE_ASK};
    const prap_person_case first = past(PRAP_STATE_ACCEPTED, began, PRAP_DAY_NONE),
                           later = past(PRAP_STATE_RECEIVED, began + 9, PRAP_DAY_NONE),
                           started = past(PRAP_STATE_STARTED, began + 5, began + 6),
                           gone = past(PRAP_STATE_REJECTED, began + 1, PRAP_DAY_NONE);
    struct test_host host;
    struct told told;
    test_host_open_supplemented(&host, PRAP_PROGRAMME_WHP, NULL);
    const prap_person_case waiting[] = {later, gone, first};
    asked_of(host.rulebook, waiting, 3, &told);
    assert_int_equal(told.n, 1);
    assert_int_equal(told.findings[0].finding, PRAP_FINDING_DUPLICATE_PROPOSED);
    assert_int_equal(told.findings[0].at, 0);
    assert_int_equal(told.findings[0].other, 2);
    assert_int_equal(told.findings[0].day, began + 9);
    assert_int_equal(told.findings[0].policy, PRAP_POLICY_DUP_PICK);
    const prap_person_case twins[] = {past(PRAP_STATE_REJECTED, began - 5, PRAP_DAY_NONE), first, first};
    asked_of(host.rulebook, twins, 3, &told);
    assert_int_equal(told.n, 1);
    assert_int_equal(told.findings[0].at, 2);
    assert_int_equal(told.findings[0].other, 1); /* the first listed, and none that has ended */
    const prap_person_case beside[] = {started, later};
    asked_of(host.rulebook, beside, 2, &told);
    assert_int_equal(told.findings[0].finding, PRAP_FINDING_DUPLICATE_PROPOSED);
    assert_int_equal(told.findings[0].at, 1);
    const prap_person_case earlier[] = {started, first}; /* the later one has started */
    asked_of(host.rulebook, earlier, 2, &told);
    assert_int_equal(told.n, 1);
    assert_int_equal(told.findings[0].finding, PRAP_FINDING_DUPLICATE_TO_BE_NAMED);
    assert_int_equal(told.findings[0].at, 0);
    asked_of(host.rulebook, &first, 1, &told);
    assert_int_equal(told.n, 0);
    asked_of(host.rulebook, &gone, 1, &told);
    assert_int_equal(told.n, 0);
    prap_person_case undated = started;
    undated.made_on = PRAP_DAY_NONE; /* its start places it */
    const prap_person_case both[] = {later, undated};
    asked_of(host.rulebook, both, 2, &told);
    assert_int_equal(told.findings[0].finding, PRAP_FINDING_DUPLICATE_PROPOSED);
    assert_int_equal(told.findings[0].other, 1);
    prap_rulebook *asking;
    assert_int_equal(prap_rulebook_create(host.host.allocator, PRAP_PROGRAMME_JETS, prap_rulebook_calendar(host.rulebook),
                                          &ask, 1, &asking, NULL),
                     PRAP_OK);
    asked_of(asking, waiting, 3, &told);
    assert_int_equal(told.n, 1);
    assert_int_equal(told.findings[0].finding, PRAP_FINDING_DUPLICATE_TO_BE_NAMED);
    prap_rulebook_destroy(asking);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_memo_08_the_duplicate_is_proposed),
        cmocka_unit_test(without_a_start_the_next_is_new),
        cmocka_unit_test(the_period_ends_on_a_day),
        cmocka_unit_test(each_criterion_decides),
        cmocka_unit_test(a_re_referral_comes_once),
        cmocka_unit_test(the_order_of_the_list_decides_nothing_else),
        cmocka_unit_test(a_referral_without_a_start_counts_for_nothing),
        cmocka_unit_test(a_start_that_was_backed_out_is_passed_over),
        cmocka_unit_test(work_is_told_of),
        cmocka_unit_test(duplicates_are_found),
        cmocka_unit_test(a_visitor_ends_it),
        cmocka_unit_test(what_is_wrong_with_a_question_is_said),
        cmocka_unit_test(the_ends_of_what_can_be_asked),
        cmocka_unit_test(a_summary_becomes_a_case),
    };
    return cmocka_run_group_tests_name("person", tests, NULL, NULL);
}
