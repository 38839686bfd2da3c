/*
 * summary-test.c: what an answer says of a case in short: each day, count, region and lasting fact of a case made by hand is
 * said by its own member of the summary, and by no other.
 */
#include "base/error.h"
#include "clock-cases.h"
#include "referral/decide.h"

enum { FRIDAY = 19482, ANOTHER = 19500, AS_OF = 19510 }; /* from 2023-05-05 */

struct summaries {
    struct clock_rules rules;
    prap_answer *answer;
    prapi_case state;
};

static void open_summaries(struct summaries *on) {
    clock_rules_open(&on->rules, PRAP_PROGRAMME_IPES, 0, 0);
    assert_int_equal(prap_answer_create(&on->rules.allocator.interface, &on->answer), PRAP_OK);
    prapi_case_clear(&on->state);
    on->state.programme = PRAP_PROGRAMME_IPES;
    on->state.stage = PRAP_STATE_PRE_WORK;
    on->state.feed = PRAP_FEED_NOT_OPEN;
    on->state.version = 7;
}

static void close_summaries(struct summaries *on) {
    prap_answer_destroy(on->answer);
    clock_rules_close(&on->rules);
}

static prap_summary summary_of(struct summaries *on, const prapi_case *state) {
    assert_int_equal(prapi_describe(on->rules.rulebook, state, AS_OF, on->answer), PRAP_OK);
    return *prap_answer_summary(on->answer);
}

/* Of this case the summary is that of the plain one, but for one 32-bit member. */
static void says_only(struct summaries *on, const prapi_case *state, size_t member, uint32_t word) {
    prap_summary wanted = summary_of(on, &on->state);
    memcpy((char *)&wanted + member, &word, sizeof word);
    const prap_summary said = summary_of(on, state);
    assert_memory_equal(&said, &wanted, sizeof said);
}

#define BOTH(MEMBER) {offsetof(prapi_case, MEMBER), offsetof(prap_summary, MEMBER)}

static void each_day_and_count_is_said_by_its_own(void **unused) {
    (void)unused;
    static const struct {
        size_t in_case, in_summary;
    } rows[] = {
        BOTH(received_on),  BOTH(made_on),    BOTH(acknowledged_on), BOTH(attended_on),    BOTH(start_on),
        BOTH(ended_on),     BOTH(attempts),   BOTH(attempts_failed), BOTH(breaches),       BOTH(approved_on),
        BOTH(backed_out_on), BOTH(end_on),    BOTH(entered_on),      BOTH(plan_on),        BOTH(meeting_on),
        BOTH(work_on),      BOTH(handed_over_on), BOTH(face_to_face_on),
        {offsetof(prapi_case, reason), offsetof(prap_summary, outcome)},
    };
    struct summaries on;
    open_summaries(&on);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        prapi_case state = on.state;
        const int32_t value = ANOTHER;
        memcpy((char *)&state + rows[i].in_case, &value, sizeof value);
        says_only(&on, &state, rows[i].in_summary, (uint32_t)value);
    }
    close_summaries(&on);
}

static void each_region_is_said_by_its_own(void **unused) {
    (void)unused;
    struct summaries on;
    open_summaries(&on);
    for (uint32_t region = 1; region < PRAPI_REGION_END; region++) {
        prapi_case state = on.state;
        state.regions[region] = 1;
        const prap_summary said = summary_of(&on, &state);
        for (uint32_t other = 1; other < PRAPI_REGION_END; other++) {
            assert_int_equal(prap_summary_region(&said, other), other == region ? 1 : 0);
        }
    }
    close_summaries(&on);
}

/* A fact that is not known, or not in that way, is none. */
static void what_was_said_is_an_option_or_a_day(void **unused) {
    (void)unused;
    static const struct {
        uint32_t fact, kind;
        size_t member;
    } rows[] = {
        {PRAP_FACT_THRESHOLD, PRAP_VALUE_OPTION, offsetof(prap_summary, threshold)},
        {PRAP_FACT_MODE, PRAP_VALUE_OPTION, offsetof(prap_summary, meeting_mode)},
        {PRAP_FACT_HANDOVER_MODE, PRAP_VALUE_OPTION, offsetof(prap_summary, handover_mode)},
        {PRAP_FACT_NEEDS_COMPLETE_ON, PRAP_VALUE_DAY, offsetof(prap_summary, needs_complete_on)},
        {PRAP_FACT_CODE, PRAP_VALUE_NUMBER, offsetof(prap_summary, code)},
    };
    struct summaries on;
    open_summaries(&on);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        prapi_case state = on.state;
        state.said[rows[i].fact] = (prapi_said){rows[i].kind, 5};
        says_only(&on, &state, rows[i].member, 5);
        state.said[rows[i].fact] = (prapi_said){PRAP_VALUE_UNKNOWN, 5};
        const prap_summary said = summary_of(&on, &state), plain = summary_of(&on, &on.state);
        assert_memory_equal(&said, &plain, sizeof said);
    }
    static const uint32_t answers[] = {PRAP_VALUE_NO, PRAP_VALUE_YES, PRAP_VALUE_UNKNOWN};
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        prapi_case state = on.state;
        state.said[PRAP_FACT_NIGHT_SHIFTS] = (prapi_said){answers[i], 0};
        says_only(&on, &state, offsetof(prap_summary, night_shifts), answers[i]);
    }
    close_summaries(&on);
}

/* Taken over in mid-life (a stage was said), and backed out with the feed still open (M08-BG-4). */
static void taken_over_and_orphan(void **unused) {
    (void)unused;
    struct summaries on;
    open_summaries(&on);
    prapi_case state = on.state;
    state.said[PRAP_FACT_STAGE] = (prapi_said){PRAP_VALUE_OPTION, PRAP_OPTION_AT_RECEIVED};
    says_only(&on, &state, offsetof(prap_summary, imported), 1);
    on.state.backed_out_on = ANOTHER;
    state = on.state;
    state.feed = PRAP_FEED_OPEN;
    assert_int_equal(summary_of(&on, &on.state).orphan, 0);
    assert_int_equal(summary_of(&on, &state).orphan, 1);
    assert_int_equal(summary_of(&on, &state).feed, PRAP_FEED_OPEN);
    state.backed_out_on = PRAP_DAY_NONE;
    assert_int_equal(summary_of(&on, &state).orphan, 0);
    close_summaries(&on);
}

/* Who has left has the code that was said, or the programme's own; nobody else has one that was not said. */
static void a_code_of_who_has_left(void **unused) {
    (void)unused;
    struct summaries on;
    open_summaries(&on);
    on.state.stage = PRAP_STATE_LEFT;
    const uint32_t automatic = summary_of(&on, &on.state).code;
    assert_int_not_equal(automatic, 0);
    prapi_case state = on.state;
    state.said[PRAP_FACT_CODE] = (prapi_said){PRAP_VALUE_NUMBER, (int32_t)automatic + 1};
    says_only(&on, &state, offsetof(prap_summary, code), automatic + 1);
    on.state.stage = PRAP_STATE_IN_WORK;
    assert_int_equal(summary_of(&on, &on.state).code, 0);
    close_summaries(&on);
}

/* Lost at day 60 although nobody recorded it (IPES-3.73a, D-04): ended on that day, whatever else is said. */
static void lost_at_day_60(void **unused) {
    (void)unused;
    struct summaries on;
    open_summaries(&on);
    on.state.stage = PRAP_STATE_RECEIVED;
    on.state.received_on = on.state.made_on = FRIDAY;
    on.state.ended_on = ANOTHER;
    prap_summary said = summary_of(&on, &on.state);
    assert_int_equal(said.stage, PRAP_STATE_RECEIVED);
    assert_int_equal(said.ended_on, ANOTHER);
    assert_int_equal(said.as_of, AS_OF);
    assert_int_equal(said.version, 7);
    for (prap_day as_of = FRIDAY + 59; as_of <= FRIDAY + 100; as_of++) {
        assert_int_equal(prapi_describe(on.rules.rulebook, &on.state, as_of, on.answer), PRAP_OK);
        said = *prap_answer_summary(on.answer);
        assert_int_equal(said.stage, as_of < FRIDAY + 60 ? PRAP_STATE_RECEIVED : PRAP_STATE_AUTO_DNA);
        assert_int_equal(said.ended_on, as_of < FRIDAY + 60 ? ANOTHER : FRIDAY + 60);
        assert_int_equal(said.as_of, as_of);
    }
    close_summaries(&on);
}

/* An answer that was used before says nothing of that: not of another case, nor when the clocks cannot be run. */
static void nothing_is_left_of_the_answer_before(void **unused) {
    (void)unused;
    struct summaries on;
    open_summaries(&on);
    prapi_case state = on.state;
    state.start_on = ANOTHER;
    const prap_summary plain = summary_of(&on, &on.state);
    (void)summary_of(&on, &state);
    assert_true(prap_answer_deadline_count(on.answer) > 0);
    const prap_summary said = summary_of(&on, &on.state);
    assert_memory_equal(&said, &plain, sizeof said);
    (void)summary_of(&on, &state);
    const uint32_t deadlines = prap_answer_deadline_count(on.answer);
    (void)summary_of(&on, &state);
    assert_int_equal(prap_answer_deadline_count(on.answer), deadlines);
    close_summaries(&on);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_day_and_count_is_said_by_its_own),
        cmocka_unit_test(each_region_is_said_by_its_own),
        cmocka_unit_test(what_was_said_is_an_option_or_a_day),
        cmocka_unit_test(taken_over_and_orphan),
        cmocka_unit_test(a_code_of_who_has_left),
        cmocka_unit_test(lost_at_day_60),
        cmocka_unit_test(nothing_is_left_of_the_answer_before),
    };
    return cmocka_run_group_tests_name("summary", tests, NULL, NULL);
}
