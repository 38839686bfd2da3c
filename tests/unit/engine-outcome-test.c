/* engine-outcome-test.c: which outcome: every row of the decision table of rules.md 1.5, and what contradicts itself. */
#include "engine-cases.h"

enum { MOST_FACTS = 4, MOST_SEEN = 64 };

/* How far the participant of a line has come. */
enum far { ACCEPTED, ATTENDED, STARTED, MAPPA_HOLD, LIGHT_TOUCH, IN_WORK };

struct line {
    const char *row;
    enum far far;
    int32_t month, day; /* of 2023 */
    prap_fact facts[MOST_FACTS];
    uint32_t event; /* recommended first, or 0: nothing is */
    uint32_t code;
    uint32_t payment;
    const char *rule;
};

#define YES(NAME)          {PRAP_FACT_##NAME, PRAP_VALUE_YES, 0}
#define NO(NAME)           {PRAP_FACT_##NAME, PRAP_VALUE_NO, 0}
#define OPTION(NAME, WORD) {PRAP_FACT_##NAME, PRAP_VALUE_OPTION, PRAP_OPTION_##WORD}
#define REASON(WORD)       OPTION(REASON, WORD)
#define DAY(NAME, N)       {PRAP_FACT_##NAME, PRAP_VALUE_DAY, N}
#define E(NAME)            PRAP_EVENT_##NAME
#define PAY(NAME)          PRAP_PAYMENT_##NAME

enum { MAY_1 = 19478, MAY_12 = MAY_1 + 11, MAY_20 = MAY_1 + 19 }; /* days since 1970 */

/* clang-format off */
static const struct line lines[] = {
    {"0",   ACCEPTED,    7, 4,  {{0}},                                          E(AUTO_DNA),              0,  PAY(NONE),    "IPES-3.73a"},
    {"0",   ATTENDED,    7, 4,  {REASON(CANNOT_COMMIT)},                        E(AUTO_DNA),              0,  PAY(NONE),    "IPES-3.73a"},
    {"1",   ACCEPTED,    5, 15, {REASON(HOSPITAL), YES(SHORT_STAY), DAY(MEETING_ON, MAY_20)}, E(MEETING_SCHEDULED), 0, PAY(NONE), "IPES-3.71"},
    {"1",   ACCEPTED,    5, 15, {REASON(HOSPITAL)},                             0,                        0,  0,            NULL}, /* how long the stay is decides */
    {"2",   ACCEPTED,    5, 15, {REASON(WORK)},                                 E(DNA_RECORDED),          0,  PAY(NONE),    "IPES-3.66"},
    {"2",   ACCEPTED,    5, 15, {REASON(JOB_OFFER), OPTION(TOLD, BEFORE_MEETING)}, E(DNA_RECORDED),       0,  PAY(NONE),    "IPES-3.66"},
    {"2",   ACCEPTED,    5, 15, {REASON(WORSENING_HEALTH)},                     E(DNA_RECORDED),          0,  PAY(NONE),    "IPES-A31-3a"},
    {"3",   ACCEPTED,    5, 15, {REASON(HOSPITAL), NO(SHORT_STAY)},             E(DNA_RECORDED),          0,  PAY(NONE),    "IPES-3.72"},
    {"4",   ACCEPTED,    5, 15, {REASON(CANNOT_ATTEND), DAY(MEETING_ON, MAY_20)}, E(MEETING_SCHEDULED),   0,  PAY(NONE),    "IPES-3.62"},
    {"5",   ACCEPTED,    5, 15, {REASON(REFUSED_TO_ATTEND), YES(CONCERNS_ADDRESSED)}, E(DNA_RECORDED),    0,  PAY(NONE),    "IPES-3.63b"},
    {"5",   ACCEPTED,    5, 15, {REASON(REFUSED_TO_RESCHEDULE), YES(CONCERNS_ADDRESSED)}, E(DNA_RECORDED), 0, PAY(NONE),    "IPES-3.64"},
    {"5",   ACCEPTED,    5, 15, {REASON(UNREACHABLE)},                          0,                        0,  0,            NULL}, /* no attempt is logged */
    {"6",   ACCEPTED,    5, 15, {REASON(WITHDRAWN)},                            E(DNA_RECORDED),          0,  PAY(NONE),    "IPES-3.26"},
    {"7",   MAPPA_HOLD,  6, 20, {REASON(MAPPA_NO_NOTICE)},                      E(DNA_RECORDED),          0,  PAY(NONE),    "IPES-3.91"},
    {"7",   MAPPA_HOLD,  5, 15, {REASON(MAPPA_NO_NOTICE)},                      0,                        0,  0,            NULL}, /* the full 15 days (3.93) */
    {"8",   ATTENDED,    5, 15, {REASON(CANNOT_COMMIT)},                        E(DNS_RECORDED),          0,  PAY(NONE),    "IPES-3.44"},
    {"9",   ATTENDED,    5, 15, {REASON(WORK), OPTION(TOLD, AT_MEETING)},       E(DNS_RECORDED),          0,  PAY(NONE),    "IPES-3.67"},
    {"9",   ATTENDED,    5, 15, {REASON(WORSENING_HEALTH)},                     E(DNS_RECORDED),          0,  PAY(NONE),    "IPES-A31-3b"},
    {"9",   ATTENDED,    5, 15, {REASON(WORK), OPTION(TOLD, AFTER_MEETING)},    0,                        0,  0,            NULL}, /* the text is silent (AMB-46) */
    {"10",  ATTENDED,    5, 15, {REASON(EMPLOYED), DAY(EMPLOYMENT_BEGAN_ON, MAY_12)}, E(DNS_RECORDED),    0,  PAY(NONE),    "IPES-3.37-B2"},
    {"10",  ATTENDED,    5, 15, {REASON(EMPLOYED), DAY(EMPLOYMENT_BEGAN_ON, MAY_1)}, E(ERROR_SUSPECTED),  0,  PAY(NONE),    "IPES-3.37-B2"},
    {"10",  ATTENDED,    5, 15, {REASON(EMPLOYED)},                             0,                        0,  0,            NULL}, /* when it began decides */
    {"11",  ACCEPTED,    5, 15, {REASON(REFERRED_IN_ERROR)},                    E(ERROR_SUSPECTED),       0,  PAY(NONE),    "IPES-3.74"},
    {"12",  STARTED,     5, 25, {REASON(WORK), DAY(AROSE_ON, MAY_12)},          E(PRAP14_SENT),           0,  PAY(GOES_ON), "IPES-3.68"},
    {"12",  STARTED,     5, 25, {REASON(HOSPITAL)},                             E(PRAP14_SENT),           0,  PAY(GOES_ON), "IPES-3.68"},
    {"12",  STARTED,     5, 25, {REASON(WORK)},                                 0,                        0,  0,            NULL}, /* when it arose decides */
    {"12b", STARTED,     5, 25, {REASON(WORK), DAY(AROSE_ON, MAY_20)},          E(WORK_STARTED),          0,  PAY(GOES_ON), "IPES-3.43a"},
    {"13",  STARTED,     5, 25, {REASON(REFERRED_IN_ERROR)},                    E(ERROR_SUSPECTED),       0,  PAY(GOES_ON), "IPES-3.74"},
    {"13",  STARTED,     5, 25, {YES(POLICY_ADVICE)},                           E(LEFT),                  46, PAY(ENDS),    "IPES-LC-46a"},
    {"14",  LIGHT_TOUCH, 7, 20, {{0}},                                          E(MAPPA_CANNOT_CONTINUE), 0,  PAY(GOES_ON), "IPES-3.100"},
    {"15",  STARTED,     5, 25, {YES(DECEASED)},                                E(LEFT),                  43, PAY(ENDS),    "IPES-LC-43"},
    {"15",  STARTED,     5, 25, {YES(MOVED_OUT)},                               E(LEFT),                  46, PAY(ENDS),    "IPES-LC-46a"},
    {"15",  STARTED,     5, 25, {YES(TERMINAL_ILLNESS), YES(CHOOSES_TO_LEAVE)}, E(LEFT),                  46, PAY(ENDS),    "IPES-LC-46a"},
    {"15",  IN_WORK,     6, 20, {YES(NO_MORE_SUPPORT_NEEDED)},                  E(LEFT),                  39, PAY(GOES_ON), "IPES-LC-39a"},
};
/* clang-format on */

static void happens(struct test_host *host, uint32_t event, int32_t month, int32_t day) {
    const prap_command command = test_command("A", event, test_day(2023, month, day));
    submit_permitted(host, &command);
}

static void come_far(struct test_host *host, enum far far) {
    happens(host, E(REFERRAL_RECEIVED), 5, 5);
    happens(host, E(ACCEPT), 5, 9);
    if (far == MAPPA_HOLD) happens(host, E(MAPPA_DISCLOSED), 5, 12);
    if (far == ACCEPTED || far == MAPPA_HOLD) return;
    happens(host, E(MEETING_ATTENDED), 5, 12);
    if (far == ATTENDED) return;
    happens(host, E(START_RECORDED), 5, 12);
    if (far == IN_WORK) {
        const prap_fact arose[] = {{PRAP_FACT_AROSE_ON, PRAP_VALUE_DAY, test_day(2023, 5, 20)}};
        prap_command work = test_command("A", E(WORK_STARTED), test_day(2023, 5, 30));
        work.facts = arose;
        work.n_facts = 1;
        submit_permitted(host, &work);
    }
    if (far == LIGHT_TOUCH) {
        happens(host, E(MAPPA_DISCLOSED), 5, 20);
        happens(host, E(MAPPA_ESCALATED), 5, 20);
    }
}

struct seen {
    unsigned n, clashes;
    prap_outcome outcomes[MOST_SEEN];
    prap_contradiction contradictions[MOST_SEEN];
    unsigned reasons[MOST_SEEN];
    prap_status stop_with;
};

static prap_status see(void *user, const prap_outcome *outcome, const prap_answer *answer) {
    struct seen *seen = user;
    assert_int_equal(outcome->size, sizeof *outcome);
    assert_int_equal(outcome->verdict, prap_answer_summary(answer)->verdict);
    assert_true(seen->n < MOST_SEEN);
    seen->reasons[seen->n] = prap_answer_reason_count(answer);
    seen->outcomes[seen->n++] = *outcome;
    return seen->stop_with;
}

static prap_status see_clash(void *user, const prap_contradiction *contradiction) {
    struct seen *seen = user;
    assert_int_equal(seen->n, 0); /* they come first */
    seen->contradictions[seen->clashes++] = *contradiction;
    return seen->stop_with;
}

static prap_question ask(prap_day as_of, const prap_fact *facts) {
    prap_question question = {.size = sizeof question, .as_of = as_of, .key = test_key("A"), .facts = facts};
    while (question.n_facts < MOST_FACTS && facts[question.n_facts].fact != 0) question.n_facts++;
    return question;
}

static void check_line(const struct line *line) {
    struct test_host host;
    struct seen seen = {0};
    test_host_open(&host, NULL, 0);
    come_far(&host, line->far);
    const prap_question question = ask(test_day(2023, line->month, line->day), line->facts);
    assert_int_equal(prap_engine_outcome(host.engine, &question, host.answer, see, see_clash, &seen, NULL), PRAP_OK);
    assert_true(seen.n > 0);
    const prap_outcome *first = &seen.outcomes[0];
    if (line->event == 0) {
        assert_int_equal(first->recommended, 0);
    } else {
        assert_int_equal(first->recommended, 1);
        assert_int_equal(first->verdict, PRAP_VERDICT_PERMITTED);
        assert_int_equal(first->event, line->event);
        assert_int_equal(first->payment, line->payment);
        assert_string_equal(prap_rule_by_number(first->rule)->id, line->rule);
        assert_int_equal(first->with.value, line->code);
        assert_int_equal(first->with.fact, line->code == 0 ? 0 : PRAP_FACT_CODE);
        assert_int_equal(first->risk != 0, line->code != 0);
        assert_true(first->stage != 0 && first->feed != 0);
    }
    /* Recommended ones come first; whatever is refused says why; whatever is undecided, what it needs. */
    for (unsigned i = 1; i < seen.n; i++) {
        assert_true(seen.outcomes[i].recommended <= seen.outcomes[i - 1].recommended);
        if (seen.outcomes[i].verdict != PRAP_VERDICT_PERMITTED) assert_true(seen.reasons[i] > 0);
    }
    assert_int_equal(prap_answer_summary(host.answer)->verdict, 0); /* the room is empty again */
    assert_int_equal(test_host_close(&host), 0);
}

static void the_decision_table(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) check_line(&lines[i]);
}

/* What is recommended can be entered, and what is refused cannot: asked again by submit. */
static void what_is_recommended_can_be_entered(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        const struct line *line = &lines[i];
        if (line->event == 0) continue;
        struct test_host host;
        test_host_open(&host, NULL, 0);
        come_far(&host, line->far);
        const prap_question question = ask(test_day(2023, line->month, line->day), line->facts);
        prap_fact facts[MOST_FACTS + 1] = {{0}};
        memcpy(facts, line->facts, sizeof line->facts);
        prap_command command = test_command("A", line->event, question.as_of);
        command.facts = facts;
        command.n_facts = question.n_facts;
        if (line->code != 0) facts[command.n_facts++] = (prap_fact){PRAP_FACT_CODE, PRAP_VALUE_NUMBER, line->code};
        submit_permitted(&host, &command);
        assert_int_equal(test_host_close(&host), 0);
    }
}

static void check_clash(enum far far, prap_fact first, prap_fact second, uint32_t contradiction) {
    struct test_host host;
    struct seen seen = {0};
    test_host_open(&host, NULL, 0);
    come_far(&host, far);
    const prap_fact facts[MOST_FACTS] = {first, second};
    const prap_question question = ask(test_day(2023, 5, 25), facts);
    assert_int_equal(prap_engine_outcome(host.engine, &question, host.answer, see, see_clash, &seen, NULL), PRAP_OK);
    assert_int_equal(seen.clashes, contradiction == 0 ? 0 : 1);
    if (contradiction != 0) {
        assert_int_equal(seen.contradictions[0].contradiction, contradiction);
        assert_int_equal(seen.contradictions[0].fact, first.fact);
        assert_non_null(prap_rule_by_number(seen.contradictions[0].rule));
        assert_non_null(prap_word_by_number(PRAP_WORDS_CONTRADICTION, contradiction));
    }
    const unsigned outcomes = seen.n;
    seen = (struct seen){0};
    assert_int_equal(prap_engine_outcome(host.engine, &question, host.answer, see, NULL, &seen, NULL), PRAP_OK);
    assert_int_equal(seen.n, outcomes);
    assert_int_equal(test_host_close(&host), 0);
}

static void contradictions_are_named(void **state) {
    (void)state;
    const prap_fact none = {0}, told_after = OPTION(TOLD, AFTER_MEETING), told_before = OPTION(TOLD, BEFORE_MEETING);
    const prap_fact dead = YES(DECEASED), chooses = YES(CHOOSES_TO_LEAVE), not_ill = NO(TERMINAL_ILLNESS);
    const prap_fact moved = YES(MOVED_OUT), between = YES(MOVED_BETWEEN_NATIONS), ill = YES(TERMINAL_ILLNESS);
    const prap_fact unreachable = REASON(UNREACHABLE), undecided = REASON(CANNOT_COMMIT);
    const prap_fact signed_it = YES(PLAN_SIGNED_BY_PARTICIPANT);
    check_clash(STARTED, dead, chooses, PRAP_CONTRADICTION_DEATH_AND_CHOICE);
    check_clash(STARTED, chooses, not_ill, PRAP_CONTRADICTION_CHOICE_WITHOUT_ILLNESS);
    check_clash(STARTED, chooses, ill, 0);
    check_clash(STARTED, moved, between, PRAP_CONTRADICTION_MOVED_WITHIN_AND_OUT);
    check_clash(ACCEPTED, dead, none, PRAP_CONTRADICTION_DEATH_WITHOUT_START);
    check_clash(STARTED, dead, none, 0);
    check_clash(ATTENDED, unreachable, none, PRAP_CONTRADICTION_ABSENT_AND_ATTENDED);
    check_clash(STARTED, unreachable, none, PRAP_CONTRADICTION_BEFORE_A_START);
    check_clash(ACCEPTED, unreachable, none, 0);
    check_clash(ACCEPTED, undecided, none, PRAP_CONTRADICTION_MEETING_NOT_ATTENDED);
    check_clash(ATTENDED, undecided, none, 0);
    check_clash(ATTENDED, undecided, signed_it, PRAP_CONTRADICTION_UNDECIDED_AND_SIGNED);
    check_clash(ACCEPTED, told_after, none, PRAP_CONTRADICTION_MEETING_NOT_ATTENDED);
    check_clash(STARTED, told_before, none, PRAP_CONTRADICTION_BEFORE_A_START);
    check_clash(ATTENDED, told_before, none, 0);
}

/* What cannot be said of who has not come, of who has come and not started, of who has started. */
static void how_far_they_came_contradicts(void **state) {
    (void)state;
    static const enum far far[] = {ACCEPTED, ATTENDED, STARTED};
    static const uint32_t absent = PRAP_CONTRADICTION_ABSENT_AND_ATTENDED, before = PRAP_CONTRADICTION_BEFORE_A_START,
                          missed = PRAP_CONTRADICTION_MEETING_NOT_ATTENDED, dead = PRAP_CONTRADICTION_DEATH_WITHOUT_START;
    const struct {
        prap_fact said;
        uint32_t contradictions[3];
    } rows[] = {
        {REASON(UNREACHABLE), {0, absent, before}},       {REASON(REFUSED_TO_ATTEND), {0, absent, before}},
        {REASON(REFUSED_TO_RESCHEDULE), {0, absent, before}}, {REASON(CANNOT_COMMIT), {missed, 0, before}},
        {REASON(EMPLOYED), {missed, 0, 0}},               {REASON(MAPPA_NO_NOTICE), {0, 0, before}},
        {REASON(WITHDRAWN), {0, 0, before}},              {OPTION(TOLD, BEFORE_MEETING), {0, 0, before}},
        {OPTION(TOLD, AT_MEETING), {missed, 0, before}},  {OPTION(TOLD, AFTER_MEETING), {missed, 0, 0}},
        {YES(DECEASED), {dead, dead, 0}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        for (size_t k = 0; k < 3; k++) check_clash(far[k], rows[i].said, (prap_fact){0}, rows[i].contradictions[k]);
    }
}

/* Two facts that are not true together are not, however far the participant came (LC-43, LC-46b, LC-46c, 3.44). */
static void two_facts_contradict_each_other_anywhere(void **state) {
    (void)state;
    static const struct {
        prap_fact facts[MOST_FACTS];
        uint32_t contradiction;
        const char *rule;
    } rows[] = {
        {{YES(DECEASED), YES(CHOOSES_TO_LEAVE)}, PRAP_CONTRADICTION_DEATH_AND_CHOICE, "IPES-LC-43"},
        {{YES(CHOOSES_TO_LEAVE), NO(TERMINAL_ILLNESS)}, PRAP_CONTRADICTION_CHOICE_WITHOUT_ILLNESS, "IPES-LC-46c"},
        {{YES(MOVED_OUT), YES(MOVED_BETWEEN_NATIONS)}, PRAP_CONTRADICTION_MOVED_WITHIN_AND_OUT, "IPES-LC-46b"},
        {{REASON(CANNOT_COMMIT), YES(PLAN_SIGNED_BY_PARTICIPANT)}, PRAP_CONTRADICTION_UNDECIDED_AND_SIGNED, "IPES-3.44"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        for (enum far far = ACCEPTED; far <= STARTED; far++) {
            struct test_host host;
            struct seen seen = {0};
            unsigned found = 0;
            test_host_open(&host, NULL, 0);
            come_far(&host, far);
            const prap_question question = ask(test_day(2023, 5, 25), rows[i].facts);
            assert_int_equal(prap_engine_outcome(host.engine, &question, host.answer, see, see_clash, &seen, NULL), PRAP_OK);
            for (unsigned k = 0; k < seen.clashes; k++) {
                const prap_contradiction *one = &seen.contradictions[k];
                if (one->contradiction != rows[i].contradiction) continue;
                assert_int_equal(one->fact, rows[i].facts[0].fact);
                assert_int_equal(one->other, rows[i].facts[1].fact);
                assert_string_equal(prap_rule_by_number(one->rule)->id, rows[i].rule);
                found++;
            }
            assert_int_equal(found, 1);
            assert_int_equal(test_host_close(&host), 0);
        }
    }
}

/* A reason that was not given is assumed by each outcome that asks for one, and none is recommended for it. */
static void what_is_assumed_is_not_recommended(void **state) {
    (void)state;
    struct test_host host;
    struct seen seen = {0};
    const prap_fact none[MOST_FACTS] = {{0}};
    test_host_open(&host, NULL, 0);
    come_far(&host, ACCEPTED);
    const prap_question question = ask(test_day(2023, 5, 15), none);
    assert_int_equal(prap_engine_outcome(host.engine, &question, host.answer, see, see_clash, &seen, NULL), PRAP_OK);
    bool work = false, cancellation = false;
    for (unsigned i = 0; i < seen.n; i++) {
        assert_int_equal(seen.outcomes[i].recommended, 0);
        if (seen.outcomes[i].verdict != PRAP_VERDICT_PERMITTED) continue;
        work = work || seen.outcomes[i].with.value == PRAP_OPTION_WORK;
        cancellation = cancellation || seen.outcomes[i].event == E(CANCELLATION_REQUESTED);
    }
    assert_true(work);
    assert_false(cancellation);
    assert_int_equal(test_host_close(&host), 0);
}

static void a_visitor_ends_it(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    come_far(&host, STARTED);
    const prap_fact facts[MOST_FACTS] = {YES(DECEASED), YES(CHOOSES_TO_LEAVE)};
    const prap_question question = ask(test_day(2023, 5, 25), facts);
    struct seen seen = {.stop_with = PRAP_FAIL};
    assert_int_equal(prap_engine_outcome(host.engine, &question, host.answer, see, see_clash, &seen, NULL), PRAP_FAIL);
    assert_int_equal(seen.clashes, 1);
    assert_int_equal(seen.n, 0);
    seen = (struct seen){.stop_with = PRAP_FAIL};
    assert_int_equal(prap_engine_outcome(host.engine, &question, host.answer, see, NULL, &seen, NULL), PRAP_FAIL);
    assert_int_equal(seen.n, 1);
    assert_int_equal(prap_engine_outcome(NULL, &question, host.answer, see, NULL, &seen, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_outcome(host.engine, NULL, host.answer, see, NULL, &seen, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_outcome(host.engine, &question, NULL, see, NULL, &seen, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_outcome(host.engine, &question, host.answer, NULL, NULL, &seen, NULL), PRAP_E_NULL);
    prap_question nobody = question;
    nobody.key = test_key("B");
    assert_int_equal(prap_engine_outcome(host.engine, &nobody, host.answer, see, NULL, &seen, NULL), PRAP_E_NO_CASE);
    assert_int_equal(test_host_close(&host), 0);
}

/* An outcome whose day leaves the calendar cannot be judged, neither on the lines nor after them. */
static void coverage_ends_it(void **state) {
    (void)state;
    struct test_host host;
    struct seen seen = {0};
    const prap_fact none[MOST_FACTS] = {{0}};
    test_host_open(&host, NULL, 0);
    prap_question question = ask(test_day(2029, 12, 1), none);
    question.programme = PRAP_PROGRAMME_IPES;
    assert_int_equal(prap_engine_outcome(host.engine, &question, host.answer, see, NULL, &seen, NULL), PRAP_OK);
    assert_int_equal(seen.n, 0); /* nothing ends a case that is not there */
    assert_int_equal(test_host_close(&host), 0);
}

/* What the text leaves to a person is not decided by the next line (AMB-47); a line of another fact is not kept back. */
static void a_silent_line_keeps_the_later_ones_back(void **state) {
    (void)state;
    const prap_setting asks = {PRAP_POLICY_EMPLOYED_AT_IM, PRAP_CHOICE_ASK};
    const prap_fact employed[MOST_FACTS] = {REASON(EMPLOYED), DAY(EMPLOYMENT_BEGAN_ON, MAY_1)};
    struct test_host host;
    struct seen seen = {0};
    test_host_open(&host, &asks, 1);
    come_far(&host, ATTENDED);
    prap_question question = ask(test_day(2023, 5, 15), employed);
    assert_int_equal(prap_engine_outcome(host.engine, &question, host.answer, see, see_clash, &seen, NULL), PRAP_OK);
    bool silent = false, suspected = false;
    for (unsigned i = 0; i < seen.n; i++) {
        const prap_outcome *outcome = &seen.outcomes[i];
        assert_int_equal(outcome->recommended, 0);
        silent = silent || (outcome->event == E(DNS_RECORDED) && outcome->verdict == PRAP_VERDICT_TEXT_SILENT);
        suspected = suspected || (outcome->event == E(ERROR_SUSPECTED) && outcome->verdict == PRAP_VERDICT_PERMITTED);
    }
    assert_true(silent && suspected);
    assert_int_equal(test_host_close(&host), 0);

    const prap_fact moved[MOST_FACTS] = {REASON(WORK), YES(MOVED_OUT)};
    test_host_open(&host, NULL, 0);
    come_far(&host, STARTED);
    question = ask(test_day(2023, 5, 25), moved);
    seen = (struct seen){0};
    assert_int_equal(prap_engine_outcome(host.engine, &question, host.answer, see, see_clash, &seen, NULL), PRAP_OK);
    assert_int_equal(seen.outcomes[0].event, E(LEFT));
    assert_int_equal(seen.outcomes[0].recommended, 1);
    assert_int_equal(seen.outcomes[0].with.value, 46);
    assert_int_equal(test_host_close(&host), 0);
}

/* A deadline of the host's own is counted from the end, so that the first outcome leaves the calendar. */
static void an_outcome_beyond_the_calendar(void **state) {
    (void)state;
    const prap_deadline_definition ours = {.size = sizeof ours, .anchor = PRAP_CASE_DAY_ENDED, .n = 3660,
                                           .unit = PRAP_UNIT_WORKING_DAYS, .valid_from = PRAP_DAY_NONE,
                                           .valid_until = PRAP_DAY_NONE, .name = test_text("archive"),
                                           .source = test_text("our own")};
    const prap_supplement supplement = {.size = sizeof supplement, .n_deadlines = 1, .deadlines = &ours};
    const prap_fact work[MOST_FACTS] = {REASON(WORK)};
    struct test_host host;
    struct seen seen = {0};
    test_host_open_supplemented(&host, PRAP_PROGRAMME_IPES, &supplement);
    const prap_command first = test_command("A", E(REFERRAL_RECEIVED), test_day(2023, 5, 5));
    const prap_command second = test_command("A", E(ACCEPT), test_day(2023, 5, 9));
    submit_permitted(&host, &first);
    submit_permitted(&host, &second);
    const prap_question question = ask(test_day(2023, 5, 15), work);
    host.error.size = sizeof host.error;
    assert_int_equal(prap_engine_outcome(host.engine, &question, host.answer, see, NULL, &seen, &host.error),
                     PRAP_E_COVERAGE);
    assert_int_equal(host.error.status, PRAP_E_COVERAGE);
    assert_int_equal(seen.n, 0);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_decision_table),
        cmocka_unit_test(what_is_recommended_can_be_entered),
        cmocka_unit_test(contradictions_are_named),
        cmocka_unit_test(how_far_they_came_contradicts),
        cmocka_unit_test(two_facts_contradict_each_other_anywhere),
        cmocka_unit_test(what_is_assumed_is_not_recommended),
        cmocka_unit_test(a_visitor_ends_it),
        cmocka_unit_test(coverage_ends_it),
        cmocka_unit_test(a_silent_line_keeps_the_later_ones_back),
        cmocka_unit_test(an_outcome_beyond_the_calendar),
    };
    return cmocka_run_group_tests_name("engine-outcome", tests, NULL, NULL);
}
