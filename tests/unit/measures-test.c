/*
 * measures-test.c: one case in each measure, from answers made by hand, so that every way a clock can stand is there.
 * shows IPES-3.23, IPES-3.32, IPES-3.56, IPES-3.19, IPES-LWC-2, IPES-3.70, IPES-3.23-N1, M08-BG-4
 */
#include "engine-cases.h"

#include "referral/answer.h"

static const prap_day made = 19482; /* 5 May 2023 */

/* A case of which nothing but its stage is known. */
static struct prap_answer standing(uint32_t stage) {
    struct prap_answer answer = {0};
    answer.summary = (prap_summary){.size = sizeof(prap_summary), .programme = PRAP_PROGRAMME_IPES, .stage = stage,
                                    .feed = PRAP_FEED_NOT_OPEN, .version = 1, .as_of = made + 30,
                                    .received_on = made, .made_on = made, .acknowledged_on = PRAP_DAY_NONE,
                                    .attended_on = PRAP_DAY_NONE, .start_on = PRAP_DAY_NONE,
                                    .ended_on = PRAP_DAY_NONE, .on = PRAP_DAY_NONE,
                                    .handed_over_on = PRAP_DAY_NONE, .work_on = PRAP_DAY_NONE,
                                    .needs_complete_on = PRAP_DAY_NONE, .channel = PRAP_CHANNEL_PRAP};
    return answer;
}

static void add_clock(struct prap_answer *answer, uint32_t deadline, uint32_t status, prap_day due, prap_day done) {
    answer->deadlines[answer->n_deadlines++] =
        (prap_deadline){.size = sizeof(prap_deadline), .deadline = deadline, .status = status, .due = due,
                        .done_on = done, .policy = PRAP_POLICY_CSS2_COUNT};
}

/* The clocks of both limbs of standard 2. */
static void add_limbs(struct prap_answer *answer, uint32_t meet, uint32_t record, prap_day done) {
    add_clock(answer, PRAP_DEADLINE_MEET, meet, made + 35, done);
    add_clock(answer, PRAP_DEADLINE_RECORD, record, made + 35, done);
}

static prap_measure measured(const struct test_host *host, const struct prap_answer *answer, uint32_t measure) {
    prap_measure one = {.size = sizeof one};
    assert_int_equal(prap_measure_case(answer, host->rulebook, measure, &one), PRAP_OK);
    assert_int_equal(one.size, sizeof one);
    assert_int_equal(one.measure, measure);
    assert_int_equal(one.rule, prap_word_by_number(PRAP_WORDS_MEASURE, measure)->rule);
    assert_true((one.result == PRAP_RESULT_EXCLUDED) == (one.exclusion != 0));
    assert_true(one.result == PRAP_RESULT_OPEN || one.working_days_left == 0);
    if (one.result == PRAP_RESULT_PRESENT || one.result == PRAP_RESULT_ABSENT) assert_int_equal(one.done_on, one.day);
    return one;
}

static void assert_result(const struct test_host *host, const struct prap_answer *answer, uint32_t measure,
                          uint32_t result, uint32_t exclusion) {
    const prap_measure one = measured(host, answer, measure);
    assert_int_equal(one.result, result);
    assert_int_equal(one.exclusion, exclusion);
}

static void a_clock_decides_standards_1_and_3(void **state) {
    (void)state;
    static const struct {
        uint32_t measure, deadline, status, result, exclusion;
    } rows[] = {
        {PRAP_MEASURE_CSS1, PRAP_DEADLINE_ACK, PRAP_DEADLINE_STATUS_OPEN, PRAP_RESULT_OPEN, 0},
        {PRAP_MEASURE_CSS1, PRAP_DEADLINE_ACK, PRAP_DEADLINE_STATUS_OVERDUE, PRAP_RESULT_MISSED, 0},
        {PRAP_MEASURE_CSS1, PRAP_DEADLINE_ACK, PRAP_DEADLINE_STATUS_MET, PRAP_RESULT_MET, 0},
        {PRAP_MEASURE_CSS1, PRAP_DEADLINE_ACK, PRAP_DEADLINE_STATUS_MISSED, PRAP_RESULT_MISSED, 0},
        {PRAP_MEASURE_CSS1, PRAP_DEADLINE_ACK, PRAP_DEADLINE_STATUS_CLEARED, PRAP_RESULT_EXCLUDED,
         PRAP_EXCLUSION_OUTCOME_FIRST},
        {PRAP_MEASURE_CSS3, PRAP_DEADLINE_PLAN, PRAP_DEADLINE_STATUS_OPEN, PRAP_RESULT_OPEN, 0},
        {PRAP_MEASURE_CSS3, PRAP_DEADLINE_PLAN, PRAP_DEADLINE_STATUS_MET, PRAP_RESULT_MET, 0},
        {PRAP_MEASURE_CSS3, PRAP_DEADLINE_PLAN, PRAP_DEADLINE_STATUS_CLEARED, PRAP_RESULT_EXCLUDED,
         PRAP_EXCLUSION_ENDED_FIRST},
    };
    struct test_host host;
    test_host_open(&host, NULL, 0);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct prap_answer answer = standing(PRAP_STATE_RECEIVED);
        add_clock(&answer, rows[i].deadline, rows[i].status, made + 35, made + 3);
        assert_result(&host, &answer, rows[i].measure, rows[i].result, rows[i].exclusion);
        const prap_measure one = measured(&host, &answer, rows[i].measure);
        assert_int_equal(one.day, made + 35);
        assert_int_equal(one.done_on, made + 3);
        assert_int_equal(one.policy, PRAP_POLICY_CSS2_COUNT);
    }
    assert_int_equal(test_host_close(&host), 0);
}

/* Standard 2 is met when both limbs are; one of them missed is enough to miss it (3.32, AMB-105). */
static void standard_2_has_two_limbs(void **state) {
    (void)state;
    enum { OPEN = PRAP_DEADLINE_STATUS_OPEN, OVERDUE, MET, MISSED, CLEARED };
    static const struct {
        uint32_t stage, meet, record, css2, meeting, entry;
    } rows[] = {
        {PRAP_STATE_ACCEPTED, OPEN, OPEN, PRAP_RESULT_OPEN, PRAP_RESULT_OPEN, PRAP_RESULT_OPEN},
        {PRAP_STATE_ACCEPTED, OVERDUE, OVERDUE, PRAP_RESULT_MISSED, PRAP_RESULT_MISSED, PRAP_RESULT_MISSED},
        {PRAP_STATE_ATTENDED, MET, OPEN, PRAP_RESULT_OPEN, PRAP_RESULT_MET, PRAP_RESULT_OPEN},
        {PRAP_STATE_ATTENDED, MISSED, OVERDUE, PRAP_RESULT_MISSED, PRAP_RESULT_MISSED, PRAP_RESULT_MISSED},
        {PRAP_STATE_PRE_WORK, MET, MET, PRAP_RESULT_MET, PRAP_RESULT_MET, PRAP_RESULT_MET},
        {PRAP_STATE_PRE_WORK, MET, MISSED, PRAP_RESULT_MISSED, PRAP_RESULT_MET, PRAP_RESULT_MISSED},
        {PRAP_STATE_PRE_WORK, MISSED, MET, PRAP_RESULT_MISSED, PRAP_RESULT_MISSED, PRAP_RESULT_MET},
        {PRAP_STATE_DNS, MET, MET, PRAP_RESULT_MET, PRAP_RESULT_MET, PRAP_RESULT_MET},
        {PRAP_STATE_DNA, CLEARED, MET, PRAP_RESULT_MET, PRAP_RESULT_EXCLUDED, PRAP_RESULT_MET},
        {PRAP_STATE_DNA, CLEARED, MISSED, PRAP_RESULT_MISSED, PRAP_RESULT_EXCLUDED, PRAP_RESULT_MISSED},
        {PRAP_STATE_AUTO_DNA, MISSED, MISSED, PRAP_RESULT_MISSED, PRAP_RESULT_MISSED, PRAP_RESULT_MISSED},
        {PRAP_STATE_REJECTED, CLEARED, CLEARED, PRAP_RESULT_EXCLUDED, PRAP_RESULT_EXCLUDED, PRAP_RESULT_EXCLUDED},
        {PRAP_STATE_LEFT, CLEARED, CLEARED, PRAP_RESULT_EXCLUDED, PRAP_RESULT_EXCLUDED, PRAP_RESULT_EXCLUDED},
    };
    struct test_host host;
    test_host_open(&host, NULL, 0);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct prap_answer answer = standing(rows[i].stage);
        add_limbs(&answer, rows[i].meet, rows[i].record, PRAP_DAY_NONE);
        assert_int_equal(measured(&host, &answer, PRAP_MEASURE_CSS2).result, rows[i].css2);
        assert_int_equal(measured(&host, &answer, PRAP_MEASURE_CSS2_MEETING).result, rows[i].meeting);
        assert_int_equal(measured(&host, &answer, PRAP_MEASURE_CSS2_RECORD).result, rows[i].entry);
        assert_int_equal(measured(&host, &answer, PRAP_MEASURE_CSS2).day, made + 35);
    }
    assert_int_equal(test_host_close(&host), 0);
}

/* Each limb has its clock's policy, the whole the entry's, unless a policy decided instead of a meeting. */
static void what_decided_standard_2(void **state) {
    (void)state;
    static const prap_setting strict = {PRAP_POLICY_CSS2_DNA, PRAP_CHOICE_MISSED};
    struct test_host host;
    test_host_open(&host, &strict, 1);
    struct prap_answer answer = standing(PRAP_STATE_PRE_WORK);
    add_limbs(&answer, PRAP_DEADLINE_STATUS_MET, PRAP_DEADLINE_STATUS_MET, made + 20);
    answer.deadlines[0].policy = PRAP_POLICY_PROMPT; /* to be told from the other */
    assert_result(&host, &answer, PRAP_MEASURE_CSS2_MEETING, PRAP_RESULT_MET, 0);
    assert_int_equal(measured(&host, &answer, PRAP_MEASURE_CSS2_MEETING).policy, PRAP_POLICY_PROMPT);
    assert_int_equal(measured(&host, &answer, PRAP_MEASURE_CSS2).policy, PRAP_POLICY_CSS2_COUNT);
    /* What is not known of the meeting does not make good an entry that was missed. */
    answer.summary.imported = 1;
    answer.deadlines[0].status = PRAP_DEADLINE_STATUS_CLEARED;
    assert_result(&host, &answer, PRAP_MEASURE_CSS2, PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_UNKNOWN);
    answer.deadlines[1].status = PRAP_DEADLINE_STATUS_MISSED;
    assert_result(&host, &answer, PRAP_MEASURE_CSS2, PRAP_RESULT_MISSED, 0);
    /* A rejection is outside of the entry's limb too, and of the whole. */
    answer = standing(PRAP_STATE_REJECTED);
    add_limbs(&answer, PRAP_DEADLINE_STATUS_CLEARED, PRAP_DEADLINE_STATUS_CLEARED, PRAP_DAY_NONE);
    assert_result(&host, &answer, PRAP_MEASURE_CSS2_RECORD, PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_REJECTED);
    assert_result(&host, &answer, PRAP_MEASURE_CSS2, PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_REJECTED);
    assert_int_equal(test_host_close(&host), 0);
}

/* AMB-08: the needs assessment is only asked about where the plan itself was in time. */
static void needs_of_a_plan_that_is_no_longer_owed(void **state) {
    (void)state;
    static const prap_setting needs = {PRAP_POLICY_CSS3_NEEDS, PRAP_CHOICE_YES};
    struct test_host host;
    test_host_open(&host, &needs, 1);
    struct prap_answer answer = standing(PRAP_STATE_LEFT);
    add_clock(&answer, PRAP_DEADLINE_PLAN, PRAP_DEADLINE_STATUS_CLEARED, made + 5, PRAP_DAY_NONE);
    assert_result(&host, &answer, PRAP_MEASURE_CSS3, PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_ENDED_FIRST);
    assert_int_equal(test_host_close(&host), 0);
}

/* AMB-105 on both sides: a DNA recorded in time meets standard 2, or misses it for want of a meeting. */
static void a_dna_without_a_meeting_is_a_policy(void **state) {
    (void)state;
    static const prap_setting strict = {PRAP_POLICY_CSS2_DNA, PRAP_CHOICE_MISSED};
    for (size_t n = 0; n <= 1; n++) {
        struct test_host host;
        test_host_open(&host, &strict, n);
        struct prap_answer answer = standing(PRAP_STATE_DNA);
        add_clock(&answer, PRAP_DEADLINE_MEET, PRAP_DEADLINE_STATUS_CLEARED, made + 35, PRAP_DAY_NONE);
        add_clock(&answer, PRAP_DEADLINE_RECORD, PRAP_DEADLINE_STATUS_MET, made + 35, made + 20);
        const prap_measure whole = measured(&host, &answer, PRAP_MEASURE_CSS2);
        assert_int_equal(whole.result, n == 0 ? PRAP_RESULT_MET : PRAP_RESULT_MISSED);
        assert_int_equal(whole.policy, PRAP_POLICY_CSS2_DNA);
        assert_int_equal(whole.done_on, made + 20);
        assert_result(&host, &answer, PRAP_MEASURE_CSS2_MEETING, n == 0 ? PRAP_RESULT_EXCLUDED : PRAP_RESULT_MISSED,
                      n == 0 ? PRAP_EXCLUSION_NO_MEETING : 0);
        answer.summary.stage = PRAP_STATE_REJECTED; /* rejected is outside, whatever the policy */
        answer.deadlines[1].status = PRAP_DEADLINE_STATUS_CLEARED;
        assert_result(&host, &answer, PRAP_MEASURE_CSS2, PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_REJECTED);
        assert_result(&host, &answer, PRAP_MEASURE_CSS2_MEETING, PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_REJECTED);
        assert_int_equal(test_host_close(&host), 0);
    }
}

/* Nothing to measure: no referral, no start. Placed by the day of the referral, if there was one. */
static void what_has_not_happened_is_outside(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct prap_answer answer = standing(PRAP_STATE_NONE);
    answer.summary.made_on = PRAP_DAY_NONE;
    static const uint32_t unreferred[] = {PRAP_MEASURE_CSS1, PRAP_MEASURE_CSS2, PRAP_MEASURE_CSS2_MEETING,
                                          PRAP_MEASURE_CSS2_RECORD, PRAP_MEASURE_CSS3,
                                          PRAP_MEASURE_LATE_ACKNOWLEDGEMENT};
    for (size_t i = 0; i < sizeof unreferred / sizeof unreferred[0]; i++) {
        assert_result(&host, &answer, unreferred[i], PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_NOT_REFERRED);
        assert_int_equal(measured(&host, &answer, unreferred[i]).day, PRAP_DAY_NONE);
    }
    answer = standing(PRAP_STATE_ACCEPTED);
    add_clock(&answer, PRAP_DEADLINE_RECORD, PRAP_DEADLINE_STATUS_OPEN, made + 35, PRAP_DAY_NONE);
    assert_result(&host, &answer, PRAP_MEASURE_CSS3, PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_NOT_STARTED);
    assert_int_equal(measured(&host, &answer, PRAP_MEASURE_CSS3).day, made);
    assert_int_equal(test_host_close(&host), 0);
}

/* X-35, counted as due does: from 30 May, the 15th working day after 5 May, nothing is left. */
static void an_open_standard_has_days_left(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct prap_answer answer = standing(PRAP_STATE_ACCEPTED);
    add_clock(&answer, PRAP_DEADLINE_RECORD, PRAP_DEADLINE_STATUS_OPEN, test_day(2023, 5, 30), PRAP_DAY_NONE);
    answer.summary.as_of = test_day(2023, 5, 5);
    assert_int_equal(measured(&host, &answer, PRAP_MEASURE_CSS2_RECORD).working_days_left, 15);
    answer.summary.as_of = test_day(2023, 5, 26);
    assert_int_equal(measured(&host, &answer, PRAP_MEASURE_CSS2_RECORD).working_days_left, 1);
    answer.summary.as_of = test_day(2023, 5, 30);
    assert_int_equal(measured(&host, &answer, PRAP_MEASURE_CSS2_RECORD).working_days_left, 0);
    answer.deadlines[0].due = test_day(9000, 1, 1); /* of a calendar that reaches further than this one */
    prap_measure one = {.size = sizeof one, .measure = 77};
    assert_int_equal(prap_measure_case(&answer, host.rulebook, PRAP_MEASURE_CSS2_RECORD, &one), PRAP_E_COVERAGE);
    assert_int_equal(one.measure, 77);
    assert_int_equal(test_host_close(&host), 0);
}

/* Clerical cases are outside every standard, also where they have dates to go by (AMB-64). */
static void a_clerical_case_is_outside(void **state) {
    (void)state;
    static const uint32_t standards[] = {PRAP_MEASURE_CSS1, PRAP_MEASURE_CSS2, PRAP_MEASURE_CSS2_MEETING,
                                         PRAP_MEASURE_CSS2_RECORD, PRAP_MEASURE_CSS3,
                                         PRAP_MEASURE_LATE_ACKNOWLEDGEMENT};
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct prap_answer answer = standing(PRAP_STATE_PRE_WORK);
    answer.summary.channel = PRAP_CHANNEL_CLERICAL;
    add_clock(&answer, PRAP_DEADLINE_MEET, PRAP_DEADLINE_STATUS_MISSED, made + 35, made + 40);
    add_clock(&answer, PRAP_DEADLINE_RECORD, PRAP_DEADLINE_STATUS_MISSED, made + 35, made + 40);
    add_clock(&answer, PRAP_DEADLINE_PLAN, PRAP_DEADLINE_STATUS_MISSED, made + 60, made + 70);
    for (size_t i = 0; i < sizeof standards / sizeof standards[0]; i++) {
        assert_result(&host, &answer, standards[i], PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_CLERICAL);
    }
    assert_int_equal(test_host_close(&host), 0);
}

/* Of a case taken over in mid-life a day may not be known: that is no miss, and no other reason either. */
static void what_was_not_taken_over_is_unknown(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct prap_answer answer = standing(PRAP_STATE_PRE_WORK);
    answer.summary.imported = 1;
    assert_result(&host, &answer, PRAP_MEASURE_CSS1, PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_UNKNOWN);
    assert_result(&host, &answer, PRAP_MEASURE_CSS3, PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_UNKNOWN);
    add_clock(&answer, PRAP_DEADLINE_ACK, PRAP_DEADLINE_STATUS_CLEARED, made + 4, PRAP_DAY_NONE);
    add_clock(&answer, PRAP_DEADLINE_MEET, PRAP_DEADLINE_STATUS_MET, made + 35, made + 20);
    add_clock(&answer, PRAP_DEADLINE_RECORD, PRAP_DEADLINE_STATUS_CLEARED, made + 35, PRAP_DAY_NONE);
    assert_result(&host, &answer, PRAP_MEASURE_CSS1, PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_UNKNOWN);
    assert_result(&host, &answer, PRAP_MEASURE_CSS2, PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_UNKNOWN);
    answer.deadlines[1].status = PRAP_DEADLINE_STATUS_MISSED;
    assert_result(&host, &answer, PRAP_MEASURE_CSS2, PRAP_RESULT_MISSED, 0);
    answer.deadlines[1].status = PRAP_DEADLINE_STATUS_CLEARED;
    answer.deadlines[2].status = PRAP_DEADLINE_STATUS_MET;
    assert_result(&host, &answer, PRAP_MEASURE_CSS2, PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_UNKNOWN);
    assert_int_equal(test_host_close(&host), 0);
}

/* AMB-08 on both sides: the plan alone, or the needs assessment by the same day too. */
static void the_needs_assessment_is_a_policy(void **state) {
    (void)state;
    static const prap_setting with_needs = {PRAP_POLICY_CSS3_NEEDS, PRAP_CHOICE_YES};
    static const struct {
        uint32_t plan;
        prap_day complete, as_of;
        uint32_t result;
    } rows[] = {
        {PRAP_DEADLINE_STATUS_MET, made + 60, made + 90, PRAP_RESULT_MET},
        {PRAP_DEADLINE_STATUS_MET, made + 61, made + 90, PRAP_RESULT_MISSED},
        {PRAP_DEADLINE_STATUS_MET, PRAP_DAY_NONE, made + 60, PRAP_RESULT_OPEN},
        {PRAP_DEADLINE_STATUS_MET, PRAP_DAY_NONE, made + 61, PRAP_RESULT_MISSED},
        {PRAP_DEADLINE_STATUS_MISSED, made + 50, made + 90, PRAP_RESULT_MISSED},
        {PRAP_DEADLINE_STATUS_OPEN, made + 50, made + 55, PRAP_RESULT_OPEN},
    };
    for (size_t n = 0; n <= 1; n++) {
        struct test_host host;
        test_host_open(&host, &with_needs, n);
        for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
            struct prap_answer answer = standing(PRAP_STATE_PRE_WORK);
            add_clock(&answer, PRAP_DEADLINE_PLAN, rows[i].plan, made + 60, made + 30);
            answer.summary.needs_complete_on = rows[i].complete;
            answer.summary.as_of = rows[i].as_of;
            const prap_measure one = measured(&host, &answer, PRAP_MEASURE_CSS3);
            const uint32_t alone = rows[i].plan == PRAP_DEADLINE_STATUS_MET    ? PRAP_RESULT_MET
                                   : rows[i].plan == PRAP_DEADLINE_STATUS_OPEN ? PRAP_RESULT_OPEN
                                                                               : PRAP_RESULT_MISSED;
            assert_int_equal(one.result, n == 0 ? alone : rows[i].result);
            assert_int_equal(one.policy, n == 0 ? PRAP_POLICY_CSS2_COUNT : PRAP_POLICY_CSS3_NEEDS);
        }
        assert_int_equal(test_host_close(&host), 0);
    }
}

static void handovers_are_counted_by_how_they_were_held(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct prap_answer answer = standing(PRAP_STATE_HANDED_OVER);
    assert_result(&host, &answer, PRAP_MEASURE_FACE_TO_FACE_HANDOVER, PRAP_RESULT_EXCLUDED,
                  PRAP_EXCLUSION_NO_HANDOVER);
    answer.summary.handed_over_on = made - 3;
    assert_result(&host, &answer, PRAP_MEASURE_FACE_TO_FACE_HANDOVER, PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_UNKNOWN);
    answer.summary.handover_mode = PRAP_OPTION_BY_PHONE;
    assert_result(&host, &answer, PRAP_MEASURE_FACE_TO_FACE_HANDOVER, PRAP_RESULT_ABSENT, 0);
    answer.summary.handover_mode = PRAP_OPTION_IN_PERSON;
    assert_result(&host, &answer, PRAP_MEASURE_FACE_TO_FACE_HANDOVER, PRAP_RESULT_PRESENT, 0);
    assert_int_equal(measured(&host, &answer, PRAP_MEASURE_FACE_TO_FACE_HANDOVER).day, made - 3);
    assert_int_equal(test_host_close(&host), 0);
}

static void digital_meetings_are_counted(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct prap_answer answer = standing(PRAP_STATE_ATTENDED);
    assert_result(&host, &answer, PRAP_MEASURE_DIGITAL_MEETING, PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_NO_MEETING);
    answer.summary.attended_on = made + 9;
    assert_result(&host, &answer, PRAP_MEASURE_DIGITAL_MEETING, PRAP_RESULT_ABSENT, 0);
    assert_int_equal(measured(&host, &answer, PRAP_MEASURE_DIGITAL_MEETING).day, made + 9);
    answer.summary.meeting_mode = PRAP_OPTION_FACE_TO_FACE;
    assert_result(&host, &answer, PRAP_MEASURE_DIGITAL_MEETING, PRAP_RESULT_ABSENT, 0);
    answer.summary.meeting_mode = PRAP_OPTION_DIGITAL;
    assert_result(&host, &answer, PRAP_MEASURE_DIGITAL_MEETING, PRAP_RESULT_PRESENT, 0);
    assert_int_equal(test_host_close(&host), 0);
}

/* Only an outcome that rests on attempts is looked at; how many there must be is a policy (AMB-48). */
static void a_dna_without_enough_attempts_is_found(void **state) {
    (void)state;
    static const prap_setting three = {PRAP_POLICY_MIN_ATTEMPTS, 3};
    static const struct {
        uint32_t stage, reason;
        bool rests;
    } rows[] = {
        {PRAP_STATE_DNA, PRAP_OPTION_UNREACHABLE, true},
        {PRAP_STATE_DNA, PRAP_OPTION_DNA, true},
        {PRAP_STATE_CANCELLED_NO_CONTACT, PRAP_OPTION_NO_CONTACT, true},
        {PRAP_STATE_DNA, PRAP_OPTION_WORK, false},
        {PRAP_STATE_CANCEL_REQUESTED, PRAP_OPTION_NO_CONTACT, false},
        {PRAP_STATE_AUTO_DNA, 0, false},
    };
    for (size_t n = 0; n <= 1; n++) {
        struct test_host host;
        test_host_open(&host, &three, n);
        for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
            struct prap_answer answer = standing(rows[i].stage);
            answer.summary.outcome = rows[i].reason;
            answer.summary.ended_on = made + 12;
            for (uint32_t attempts = 0; attempts < 5; attempts++) {
                answer.summary.attempts_failed = attempts;
                const prap_measure one = measured(&host, &answer, PRAP_MEASURE_DNA_FEW_ATTEMPTS);
                const bool few = attempts < 2 + n;
                assert_int_equal(one.result, !rows[i].rests ? PRAP_RESULT_EXCLUDED
                                             : few          ? PRAP_RESULT_PRESENT
                                                            : PRAP_RESULT_ABSENT);
                assert_int_equal(one.day, rows[i].rests ? made + 12 : made);
                assert_int_equal(one.policy, PRAP_POLICY_MIN_ATTEMPTS);
            }
        }
        assert_int_equal(test_host_close(&host), 0);
    }
}

static void late_acknowledgements_are_counted(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct prap_answer answer = standing(PRAP_STATE_ACCEPTED);
    add_clock(&answer, PRAP_DEADLINE_ACK, PRAP_DEADLINE_STATUS_OVERDUE, made + 4, PRAP_DAY_NONE);
    assert_result(&host, &answer, PRAP_MEASURE_LATE_ACKNOWLEDGEMENT, PRAP_RESULT_EXCLUDED,
                  PRAP_EXCLUSION_NOT_ACKNOWLEDGED);
    answer.deadlines[0].done_on = made + 4;
    assert_result(&host, &answer, PRAP_MEASURE_LATE_ACKNOWLEDGEMENT, PRAP_RESULT_ABSENT, 0);
    answer.deadlines[0].done_on = made + 5;
    assert_result(&host, &answer, PRAP_MEASURE_LATE_ACKNOWLEDGEMENT, PRAP_RESULT_PRESENT, 0);
    assert_int_equal(measured(&host, &answer, PRAP_MEASURE_LATE_ACKNOWLEDGEMENT).day, made + 5);
    assert_int_equal(measured(&host, &answer, PRAP_MEASURE_LATE_ACKNOWLEDGEMENT).policy, PRAP_POLICY_CSS2_COUNT); /* its clock's */
    assert_int_equal(test_host_close(&host), 0);
}

/* A feed that runs on after the end is an orphan, unless the leaver code leaves it open by right. */
static void an_orphan_feed_is_found(void **state) {
    (void)state;
    static const struct {
        uint32_t stage, code, feed, result;
    } rows[] = {
        {PRAP_STATE_LEFT, 46, PRAP_FEED_CLOSED, PRAP_RESULT_ABSENT},
        {PRAP_STATE_LEFT, 46, PRAP_FEED_OPEN, PRAP_RESULT_PRESENT},
        {PRAP_STATE_LEFT, 39, PRAP_FEED_OPEN, PRAP_RESULT_ABSENT},
        {PRAP_STATE_LEFT, 45, PRAP_FEED_OPEN, PRAP_RESULT_ABSENT},
        {PRAP_STATE_LEFT, 0, PRAP_FEED_OPEN, PRAP_RESULT_PRESENT},
        {PRAP_STATE_BACKED_OUT, 0, PRAP_FEED_OPEN, PRAP_RESULT_PRESENT},
        {PRAP_STATE_BACKED_OUT, 39, PRAP_FEED_OPEN, PRAP_RESULT_PRESENT}, /* it is not that code that ended it */
        {PRAP_STATE_BACKED_OUT, 0, PRAP_FEED_CLOSED, PRAP_RESULT_ABSENT},
    };
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct prap_answer answer = standing(PRAP_STATE_PRE_WORK);
    assert_result(&host, &answer, PRAP_MEASURE_ORPHAN_FEED, PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_NOT_STARTED);
    answer.summary.start_on = made + 9;
    assert_result(&host, &answer, PRAP_MEASURE_ORPHAN_FEED, PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_NOT_ENDED);
    answer.summary.ended_on = made + 99;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        answer.summary.stage = rows[i].stage;
        answer.summary.code = rows[i].code;
        answer.summary.feed = rows[i].feed;
        assert_result(&host, &answer, PRAP_MEASURE_ORPHAN_FEED, rows[i].result, 0);
        assert_int_equal(measured(&host, &answer, PRAP_MEASURE_ORPHAN_FEED).day, made + 99);
    }
    assert_int_equal(test_host_close(&host), 0);
}

static void what_cannot_be_measured_is_said(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct prap_answer answer = standing(PRAP_STATE_RECEIVED);
    prap_measure one = {.size = sizeof one, .measure = 77};
    assert_int_equal(prap_measure_case(NULL, host.rulebook, PRAP_MEASURE_CSS1, &one), PRAP_E_NULL);
    assert_int_equal(prap_measure_case(&answer, NULL, PRAP_MEASURE_CSS1, &one), PRAP_E_NULL);
    assert_int_equal(prap_measure_case(&answer, host.rulebook, PRAP_MEASURE_CSS1, NULL), PRAP_E_NULL);
    assert_int_equal(prap_measure_case(&answer, host.rulebook, 0, &one), PRAP_E_WORD);
    assert_int_equal(prap_measure_case(&answer, host.rulebook, prap_word_count(PRAP_WORDS_MEASURE) + 1, &one),
                     PRAP_E_WORD);
    one.size--;
    assert_int_equal(prap_measure_case(&answer, host.rulebook, PRAP_MEASURE_CSS1, &one), PRAP_E_SIZE);
    one.size++;
    answer.summary.programme++;
    assert_int_equal(prap_measure_case(&answer, host.rulebook, PRAP_MEASURE_CSS1, &one), PRAP_E_RANGE);
    answer.summary.programme--;
    answer.summary.version = 0;
    assert_int_equal(prap_measure_case(&answer, host.rulebook, PRAP_MEASURE_CSS1, &one), PRAP_E_RANGE);
    assert_int_equal(one.measure, 77);
    assert_int_equal(test_host_close(&host), 0);
}

/* AMB-95: the standards of IPES are not borrowed; memo 08's orphan feed is Work and Health Programme's own. */
static void another_programme_has_no_such_standard(void **state) {
    (void)state;
    struct test_host host;
    test_host_open_supplemented(&host, PRAP_PROGRAMME_WHP, NULL);
    struct prap_answer answer = standing(PRAP_STATE_COMPLETED);
    answer.summary.programme = PRAP_PROGRAMME_WHP;
    answer.summary.start_on = made;
    answer.summary.ended_on = made + 1;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_MEASURE); i++) {
        const uint32_t measure = prap_word_at(PRAP_WORDS_MEASURE, i)->number;
        if (measure == PRAP_MEASURE_ORPHAN_FEED) continue;
        assert_result(&host, &answer, measure, PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_NOT_SET);
    }
    assert_result(&host, &answer, PRAP_MEASURE_ORPHAN_FEED, PRAP_RESULT_ABSENT, 0);
    answer.summary.feed = PRAP_FEED_OPEN;
    assert_result(&host, &answer, PRAP_MEASURE_ORPHAN_FEED, PRAP_RESULT_PRESENT, 0);
    assert_int_equal(test_host_close(&host), 0);
}

/* A clock that the documents leave undefined measures nothing, nor does one that the host made of it (AMB-95). */
static void only_the_documents_clock_measures(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct prap_answer answer = standing(PRAP_STATE_RECEIVED);
    add_clock(&answer, PRAP_DEADLINE_ACK, PRAP_DEADLINE_STATUS_NOT_DEFINED, made + 35, PRAP_DAY_NONE);
    assert_result(&host, &answer, PRAP_MEASURE_CSS1, PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_NOT_REFERRED);
    answer.deadlines[0].status = PRAP_DEADLINE_STATUS_OPEN;
    answer.deadlines[0].defined_by = PRAP_DEFINED_BY_HOST;
    assert_result(&host, &answer, PRAP_MEASURE_CSS1, PRAP_RESULT_EXCLUDED, PRAP_EXCLUSION_NOT_REFERRED);
    answer.deadlines[0].defined_by = PRAP_DEFINED_BY_DOCUMENTS;
    assert_result(&host, &answer, PRAP_MEASURE_CSS1, PRAP_RESULT_OPEN, 0);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_clock_decides_standards_1_and_3),
        cmocka_unit_test(standard_2_has_two_limbs),
        cmocka_unit_test(a_dna_without_a_meeting_is_a_policy),
        cmocka_unit_test(what_decided_standard_2),
        cmocka_unit_test(needs_of_a_plan_that_is_no_longer_owed),
        cmocka_unit_test(what_has_not_happened_is_outside),
        cmocka_unit_test(an_open_standard_has_days_left),
        cmocka_unit_test(a_clerical_case_is_outside),
        cmocka_unit_test(what_was_not_taken_over_is_unknown),
        cmocka_unit_test(the_needs_assessment_is_a_policy),
        cmocka_unit_test(handovers_are_counted_by_how_they_were_held),
        cmocka_unit_test(digital_meetings_are_counted),
        cmocka_unit_test(a_dna_without_enough_attempts_is_found),
        cmocka_unit_test(late_acknowledgements_are_counted),
        cmocka_unit_test(an_orphan_feed_is_found),
        cmocka_unit_test(what_cannot_be_measured_is_said),
        cmocka_unit_test(another_programme_has_no_such_standard),
        cmocka_unit_test(only_the_documents_clock_measures),
    };
    return cmocka_run_group_tests_name("measures", tests, NULL, NULL);
}
