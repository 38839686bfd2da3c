/* engine-path-test.c: how a case is closed from where it stands: memo 08 step by step, and the outcomes of IPES. */
#include "engine-cases.h"

enum { MOST_FACTS = 5, MOST_NEEDS = 4 };

#define E(NAME)            PRAP_EVENT_##NAME
#define S(NAME)            PRAP_STATE_##NAME
#define YES(NAME)          {PRAP_FACT_##NAME, PRAP_VALUE_YES, 0}
#define OPTION(NAME, WORD) {PRAP_FACT_##NAME, PRAP_VALUE_OPTION, PRAP_OPTION_##WORD}
#define DAY(NAME, N)       {PRAP_FACT_##NAME, PRAP_VALUE_DAY, N}
#define CODE(N)            {PRAP_FACT_CODE, PRAP_VALUE_NUMBER, N}

enum { MAY_5 = 19482, MAY_9 = 19486, MAY_12 = 19489, MAY_25 = 19502 }; /* of 2023, in days since 1970 */

struct seen_step {
    prap_step step;
    prap_fact facts[MOST_FACTS];
    uint32_t needs[MOST_NEEDS];
};

struct seen {
    unsigned n;
    struct seen_step steps[PRAP_PATH_MAX];
    prap_path path;
    prap_status stop_with;
};

static prap_status see(void *user, const prap_step *step, const prap_answer *answer) {
    struct seen *seen = user;
    assert_int_equal(step->size, sizeof *step);
    assert_int_equal(step->verdict, prap_answer_summary(answer)->verdict);
    assert_int_equal(step->event, prap_answer_summary(answer)->event);
    assert_non_null(prap_rule_by_number(step->rule));
    assert_true(step->move[0] == 'T');
    assert_true(seen->n < PRAP_PATH_MAX && step->n_facts <= MOST_FACTS && step->n_needs <= MOST_NEEDS);
    struct seen_step *kept = &seen->steps[seen->n++];
    kept->step = *step;
    for (size_t i = 0; i < step->n_facts; i++) kept->facts[i] = step->facts[i];
    for (size_t i = 0; i < step->n_needs; i++) kept->needs[i] = step->needs[i];
    return seen->stop_with;
}

static prap_question ask(const prap_fact *facts) {
    prap_question question = {.size = sizeof question, .as_of = MAY_25, .key = test_key("A"), .facts = facts};
    while (facts != NULL && question.n_facts < MOST_FACTS && facts[question.n_facts].fact != 0) question.n_facts++;
    return question;
}

static struct seen way(struct test_host *host, const prap_fact *facts, uint32_t end) {
    struct seen seen = {.path = {.size = sizeof seen.path}};
    const prap_question question = ask(facts);
    assert_int_equal(prap_engine_path(host->engine, &question, end, host->answer, see, &seen, &seen.path, NULL),
                     PRAP_OK);
    assert_int_equal(prap_answer_summary(host->answer)->verdict, 0); /* the room is empty again */
    assert_int_equal(seen.path.n_steps, seen.n);
    return seen;
}

static void assert_events(const struct seen *seen, const uint32_t *events) {
    unsigned n = 0;
    for (; events[n] != 0; n++) {
        assert_true(n < seen->n);
        assert_int_equal(seen->steps[n].step.event, events[n]);
    }
    assert_int_equal(seen->n, n);
    assert_int_equal(seen->path.found, 1);
}

static void happens(struct test_host *host, uint32_t event, prap_day on, const prap_fact *facts) {
    prap_command command = test_command("A", event, on);
    command.programme = PRAP_PROGRAMME_WHP;
    command.facts = facts;
    while (facts != NULL && command.n_facts < MOST_FACTS && facts[command.n_facts].fact != 0) command.n_facts++;
    submit_permitted(host, &command);
}

static void received_in_whp(struct test_host *host) {
    test_host_open_supplemented(host, PRAP_PROGRAMME_WHP, NULL);
    const prap_fact made[] = {DAY(MADE, MAY_5), {0, 0, 0}};
    happens(host, E(REFERRAL_RECEIVED), MAY_5, made);
}

static void started_in_whp(struct test_host *host) {
    received_in_whp(host);
    happens(host, E(ACCEPT), MAY_9, NULL);
    happens(host, E(START_RECORDED), MAY_12, NULL);
}

struct error {
    uint32_t option, code, reject;
    prap_fact grounds;
};

static const struct error errors[] = {
    {PRAP_OPTION_INELIGIBLE, 37, PRAP_OPTION_OTHER, YES(ON_DWP_PROVISION)},
    {PRAP_OPTION_FOUND_WORK, 1, PRAP_OPTION_DID_NOT_ATTEND, DAY(AROSE_ON, MAY_9)},
    {PRAP_OPTION_DUPLICATE, 10, PRAP_OPTION_OTHER, {0, 0, 0}},
};

static const uint32_t whole[] = {E(PRAP14_SENT), E(PRAP14_APPROVED), E(END_DATE_ENTERED), E(BACKED_OUT),
                                 E(CANCELLATION_REQUESTED), 0};

static bool says(const struct seen_step *seen, uint32_t fact, int64_t value) {
    for (size_t i = 0; i < seen->step.n_facts; i++) {
        if (seen->facts[i].fact == fact && seen->facts[i].value == value) return true;
    }
    return false;
}

/* T-W-07, T-W-09 to T-W-12, with the column of the scenario matrix. */
static void each_error_after_a_start(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++) {
        const struct error *error = &errors[i];
        struct test_host host;
        started_in_whp(&host);
        const prap_fact facts[] = {{PRAP_FACT_SCENARIO, PRAP_VALUE_OPTION, error->option}, error->grounds, {0, 0, 0}};
        const struct seen seen = way(&host, facts, 0);
        assert_events(&seen, whole);
        assert_true(says(&seen.steps[0], PRAP_FACT_SCENARIO, error->option));
        if (error->grounds.fact != 0) assert_true(says(&seen.steps[0], error->grounds.fact, error->grounds.value));
        assert_int_equal(seen.steps[0].step.stage, S(PRAP14_SENT));
        assert_int_equal(seen.steps[1].step.actor, PRAP_ACTOR_POST);
        assert_int_equal(seen.steps[1].step.otherwise, E(PRAP14_REFUSED));
        assert_int_equal(seen.steps[1].step.otherwise_stage, S(STARTED));
        assert_int_equal(seen.steps[1].step.otherwise_feed, PRAP_FEED_OPEN);
        assert_int_equal(seen.steps[2].step.n_facts, 2);
        assert_true(says(&seen.steps[2], PRAP_FACT_CODE, error->code));
        assert_true(says(&seen.steps[2], PRAP_FACT_END_ON, MAY_12 + 1));
        assert_int_equal(seen.steps[2].step.soon, PRAP_NOTICE_DUE_IMMEDIATELY);
        assert_int_equal(seen.steps[2].step.due, MAY_25);
        assert_int_equal(seen.steps[2].step.feed, PRAP_FEED_CLOSED);
        assert_int_equal(seen.steps[3].step.actor, PRAP_ACTOR_POST);
        assert_int_equal(seen.steps[3].step.otherwise, 0);
        assert_true(says(&seen.steps[4], PRAP_FACT_REASON, PRAP_OPTION_NO_CONTACT));
        assert_int_equal(seen.steps[4].step.soon, PRAP_NOTICE_DUE_PROMPTLY);
        assert_int_equal(seen.steps[4].step.deadline, PRAP_DEADLINE_CANCEL);
        assert_true(seen.steps[4].step.due > MAY_25);
        assert_int_equal(seen.path.stage, S(CANCELLED_NO_CONTACT));
        assert_int_equal(seen.path.feed, PRAP_FEED_CLOSED);
        assert_int_equal(test_host_close(&host), 0);
    }
}

/* T-W-04 to T-W-06. */
static void each_error_before_a_start(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++) {
        struct test_host host;
        received_in_whp(&host);
        const prap_fact facts[] = {{PRAP_FACT_SCENARIO, PRAP_VALUE_OPTION, errors[i].option}, errors[i].grounds,
                                   {0, 0, 0}};
        const struct seen seen = way(&host, facts, 0);
        assert_events(&seen, (const uint32_t[]){E(REJECT), 0});
        assert_true(says(&seen.steps[0], PRAP_FACT_REASON, errors[i].reject));
        assert_int_equal(seen.path.stage, S(REJECTED));
        assert_int_equal(test_host_close(&host), 0);
    }
}

/* Each step is entered as the way says, and from the stage after it the way is the rest. */
static void the_rest_from_every_middle(void **state) {
    (void)state;
    struct test_host host;
    started_in_whp(&host);
    const prap_fact facts[] = {OPTION(SCENARIO, DUPLICATE), {0, 0, 0}};
    for (unsigned done = 0; whole[done] != 0; done++) {
        const struct seen seen = way(&host, done == 0 ? facts : NULL, 0);
        assert_events(&seen, whole + done);
        prap_command command = test_command("A", seen.steps[0].step.event, MAY_25);
        command.programme = PRAP_PROGRAMME_WHP;
        command.flags = PRAP_COMMAND_STRICT_FACTS;
        command.facts = seen.steps[0].facts;
        command.n_facts = seen.steps[0].step.n_facts;
        submit_permitted(&host, &command);
        assert_int_equal(test_host_summary(&host)->stage, seen.steps[0].step.stage);
        assert_int_equal(test_host_summary(&host)->feed, seen.steps[0].step.feed);
    }
    const struct seen closed = way(&host, NULL, 0);
    assert_int_equal(closed.path.found, 1);
    assert_int_equal(closed.n, 0);
    assert_int_equal(closed.path.stage, S(CANCELLED_NO_CONTACT));
    assert_int_equal(test_host_close(&host), 0);
}

/* T-W-13: the end date that is still owed comes first, then the cancellation. */
static void after_an_early_back_out(void **state) {
    (void)state;
    struct test_host host;
    started_in_whp(&host);
    const prap_fact facts[] = {OPTION(SCENARIO, DUPLICATE), {0, 0, 0}};
    happens(&host, E(PRAP14_SENT), MAY_25, facts);
    happens(&host, E(BACKED_OUT), MAY_25, NULL);
    const struct seen seen = way(&host, NULL, 0);
    assert_events(&seen, (const uint32_t[]){E(END_DATE_ENTERED), E(CANCELLATION_REQUESTED), 0});
    assert_true(says(&seen.steps[0], PRAP_FACT_CODE, 10));
    assert_int_equal(seen.path.feed, PRAP_FEED_CLOSED);
    assert_int_equal(test_host_close(&host), 0);
}

/* What is not known is named, and the way goes on from there. */
static void what_is_missing_is_named(void **state) {
    (void)state;
    struct test_host host;
    started_in_whp(&host);
    const prap_fact facts[] = {OPTION(SCENARIO, FOUND_WORK), {0, 0, 0}};
    const struct seen seen = way(&host, facts, 0);
    assert_events(&seen, whole);
    assert_int_equal(seen.steps[0].step.verdict, PRAP_VERDICT_UNDECIDED);
    assert_int_equal(seen.steps[0].step.n_needs, 1);
    assert_int_equal(seen.steps[0].needs[0], PRAP_FACT_AROSE_ON);
    assert_int_equal(seen.steps[1].step.verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(test_host_close(&host), 0);
}

/* IPES: the reason by the decision table, the leaver code by the facts. */
struct line {
    uint32_t stage;
    prap_fact facts[3];
    uint32_t events[6];
    uint32_t code;
    uint32_t end;
};

static const struct line lines[] = {
    {S(RECEIVED), {OPTION(REASON, WORK)}, {E(DNA_RECORDED)}, 0, S(DNA)},
    {S(ACCEPTED), {OPTION(REASON, WORK)}, {E(DNA_RECORDED)}, 0, S(DNA)},
    {S(ACCEPTED), {OPTION(REASON, UNREACHABLE)}, {E(CONTACT_ATTEMPTED), E(CONTACT_ATTEMPTED), E(DNA_RECORDED)}, 0, S(DNA)},
    {S(ATTENDED), {OPTION(REASON, CANNOT_COMMIT)}, {E(DNS_RECORDED)}, 0, S(DNS)},
    {S(PRE_WORK), {YES(DECEASED)}, {E(LEFT)}, 43, S(LEFT)},
    {S(PRE_WORK), {YES(MOVED_OUT)}, {E(LEFT)}, 46, S(LEFT)},
    {S(PRE_WORK), {OPTION(REASON, HOSPITAL)}, {E(PRAP14_SENT), E(PRAP14_ACCEPTED), E(PRAP14_ACTIONED)}, 0, S(BACKED_OUT)},
};

static void come_to(struct test_host *host, uint32_t stage) {
    prap_command command = test_command("A", E(REFERRAL_RECEIVED), MAY_5);
    submit_permitted(host, &command);
    if (stage == S(RECEIVED)) return;
    command = test_command("A", E(ACCEPT), MAY_9);
    submit_permitted(host, &command);
    if (stage == S(ACCEPTED)) return;
    command = test_command("A", E(MEETING_ATTENDED), MAY_12);
    submit_permitted(host, &command);
    if (stage == S(ATTENDED)) return;
    command = test_command("A", E(START_RECORDED), MAY_12);
    submit_permitted(host, &command);
}

static void in_ipes_the_facts_choose(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        struct test_host host;
        test_host_open(&host, NULL, 0);
        come_to(&host, lines[i].stage);
        const struct seen seen = way(&host, lines[i].facts, 0);
        assert_events(&seen, lines[i].events);
        assert_int_equal(seen.path.stage, lines[i].end);
        if (lines[i].code != 0) assert_true(says(&seen.steps[0], PRAP_FACT_CODE, lines[i].code));
        assert_int_equal(test_host_close(&host), 0);
    }
}

/* The caller may say by which event; with nothing known the shortest end is taken. */
static void the_end_may_be_named(void **state) {
    (void)state;
    struct test_host host;
    started_in_whp(&host);
    assert_events(&(struct seen[]){way(&host, NULL, 0)}[0], (const uint32_t[]){E(END_DATE_ENTERED), 0});
    const struct seen named = way(&host, NULL, E(CANCELLATION_REQUESTED));
    assert_events(&named, whole);
    assert_int_equal(named.steps[0].needs[0], PRAP_FACT_SCENARIO);
    const struct seen none = way(&host, NULL, E(HANDOVER_HELD));
    assert_int_equal(none.path.found, 0);
    assert_int_equal(none.path.cut, 0);
    assert_int_equal(none.path.stage, S(STARTED));
    assert_int_equal(none.path.feed, PRAP_FEED_OPEN);
    assert_int_equal(test_host_close(&host), 0);
}

/* What is refused is no step, also where it could be recorded over. */
static void nothing_is_recorded_over(void **state) {
    (void)state;
    struct test_host host;
    started_in_whp(&host);
    const prap_fact facts[] = {OPTION(SCENARIO, DUPLICATE), OPTION(OVERRIDE, PRAP_TOOK_IT), {0, 0, 0}};
    const struct seen seen = way(&host, facts, 0);
    assert_events(&seen, whole);
    assert_int_equal(test_host_close(&host), 0);
}

static prap_status asked(struct test_host *host, const prap_question *question, uint32_t end, uint32_t size) {
    struct seen seen = {.path = {.size = size}, .stop_with = PRAP_NONE};
    memset(&host->error, 0, sizeof host->error);
    host->error.size = sizeof host->error;
    return prap_engine_path(host->engine, question, end, host->answer, see, &seen, &seen.path, &host->error);
}

static void what_is_refused(void **state) {
    (void)state;
    struct test_host host;
    started_in_whp(&host);
    prap_path path = {.size = sizeof path};
    prap_question question = ask(NULL);
    assert_int_equal(asked(&host, &question, 0, sizeof path), PRAP_NONE); /* what the visitor returned */
    assert_error(&host, asked(&host, &question, 0, sizeof path - 1), PRAP_E_SIZE, "path");
    assert_error(&host, asked(&host, &question, 9999, sizeof path), PRAP_E_WORD, "end");
    prap_engine *const engine = host.engine;
    const prap_question *const q = &question;
    assert_int_equal(prap_engine_path(NULL, q, 0, host.answer, see, NULL, &path, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_path(engine, NULL, 0, host.answer, see, NULL, &path, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_path(engine, q, 0, NULL, see, NULL, &path, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_path(engine, q, 0, host.answer, NULL, NULL, &path, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_path(engine, q, 0, host.answer, see, NULL, NULL, NULL), PRAP_E_NULL);
    question.key = test_key("B");
    assert_error(&host, asked(&host, &question, 0, sizeof path), PRAP_E_NO_CASE, "case");
    question.size = 1;
    assert_error(&host, asked(&host, &question, 0, sizeof path), PRAP_E_SIZE, "question");
    assert_int_equal(test_host_close(&host), 0);
}

/*
 * T-W-15: the fact without which the feed would stay open is said; the one that changes nothing is not. Of what others
 * could do instead, an early back-out would leave an orphan (M08-BG-4), so it is no other answer.
 */
static void a_fact_that_only_the_feed_needs(void **state) {
    (void)state;
    struct test_host host;
    started_in_whp(&host);
    const prap_fact facts[] = {OPTION(THRESHOLD, NATIONAL), DAY(FIRST_PAID_ON, MAY_12), {0, 0, 0}};
    const struct seen seen = way(&host, facts, E(EARNINGS_REPORTED));
    assert_events(&seen, (const uint32_t[]){E(EARNINGS_REPORTED), E(END_DATE_ENTERED), 0});
    assert_int_equal(seen.steps[0].step.n_facts, 1);
    assert_true(says(&seen.steps[0], PRAP_FACT_THRESHOLD, PRAP_OPTION_NATIONAL));
    assert_int_equal(seen.steps[0].step.stage, S(STARTED));
    assert_int_equal(seen.steps[0].step.feed, PRAP_FEED_CLOSED);
    assert_int_equal(seen.steps[0].step.actor, PRAP_ACTOR_DWP);
    assert_int_equal(seen.steps[0].step.otherwise, 0);
    assert_int_equal(test_host_close(&host), 0);
}

/* A clock of the host's own is never the deadline of a step: it has no number to be named by. */
static void a_clock_of_the_hosts_own(void **state) {
    (void)state;
    prap_deadline_definition ours = {.size = sizeof ours, .anchor = PRAP_CASE_DAY_RECEIVED, .n = 30,
                                     .unit = PRAP_UNIT_CALENDAR_DAYS, .valid_from = PRAP_DAY_NONE,
                                     .valid_until = PRAP_DAY_NONE, .name = test_text("close"),
                                     .source = test_text("our own")};
    ours.done_by[0] = PRAP_CASE_DAY_ENDED;
    const prap_supplement supplement = {.size = sizeof supplement, .n_deadlines = 1, .deadlines = &ours};
    struct test_host host;
    test_host_open_supplemented(&host, PRAP_PROGRAMME_IPES, &supplement);
    come_to(&host, S(ATTENDED));
    const prap_fact facts[] = {OPTION(REASON, CANNOT_COMMIT), {0, 0, 0}};
    const struct seen seen = way(&host, facts, 0);
    assert_events(&seen, (const uint32_t[]){E(DNS_RECORDED), 0});
    assert_int_equal(seen.steps[0].step.deadline, PRAP_DEADLINE_RECORD);
    assert_int_equal(test_host_close(&host), 0);
}

/*
 * A deadline of the host's own that ends with the calendar when it is counted from the day that is given, and after it
 * from the day of the event: the step says the day, though without it it would come to the same stage.
 */
static void a_fact_that_only_the_calendar_needs(void **state) {
    (void)state;
    const prap_fact made[] = {DAY(MADE, MAY_5), {0, 0, 0}};
    int32_t n = 0;
    assert_int_equal(prap_calendar_count_working_days(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), MAY_5,
                                                      test_day(2028, 12, 29), 0, &n, NULL), PRAP_OK);
    const prap_deadline_definition ours = {.size = sizeof ours, .anchor = PRAP_CASE_DAY_MADE, .n = n,
                                           .unit = PRAP_UNIT_WORKING_DAYS, .valid_from = PRAP_DAY_NONE,
                                           .valid_until = PRAP_DAY_NONE, .name = test_text("archive"),
                                           .source = test_text("our own")};
    for (uint32_t own = 0; own < 2; own++) {
        const prap_supplement supplement = {.size = sizeof supplement, .n_deadlines = own, .deadlines = &ours};
        struct test_host host;
        struct seen seen = {.path = {.size = sizeof seen.path}};
        test_host_open_supplemented(&host, PRAP_PROGRAMME_IPES, &supplement);
        prap_question question = ask(made);
        question.programme = PRAP_PROGRAMME_IPES;
        assert_int_equal(prap_engine_path(host.engine, &question, E(REJECT), host.answer, see, &seen, &seen.path, NULL),
                         PRAP_OK);
        assert_events(&seen, (const uint32_t[]){E(REFERRAL_RECEIVED), E(REJECT), 0});
        assert_int_equal(seen.steps[0].step.n_facts, own);
        assert_int_equal(test_host_close(&host), 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_error_after_a_start),
        cmocka_unit_test(each_error_before_a_start),
        cmocka_unit_test(the_rest_from_every_middle),
        cmocka_unit_test(after_an_early_back_out),
        cmocka_unit_test(what_is_missing_is_named),
        cmocka_unit_test(in_ipes_the_facts_choose),
        cmocka_unit_test(the_end_may_be_named),
        cmocka_unit_test(nothing_is_recorded_over),
        cmocka_unit_test(what_is_refused),
        cmocka_unit_test(a_fact_that_only_the_feed_needs),
        cmocka_unit_test(a_clock_of_the_hosts_own),
        cmocka_unit_test(a_fact_that_only_the_calendar_needs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
