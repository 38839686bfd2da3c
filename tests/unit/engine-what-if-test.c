/* engine-what-if-test.c: events tried on a copy, and the differences between two answers. */
#include "engine-cases.h"

enum { MOST_SEEN = 64 };

struct changes {
    unsigned n;
    prap_difference all[MOST_SEEN];
    uint32_t stop_after;
};

static prap_status see_change(void *user, const prap_difference *difference) {
    struct changes *changes = user;
    assert_int_equal(difference->size, sizeof *difference);
    assert_true(difference->from != difference->to);
    changes->all[changes->n++] = *difference;
    return changes->stop_after == changes->n ? PRAP_FAIL : PRAP_OK;
}

static void assert_change(const struct changes *changes, uint32_t what, uint32_t deadline, int64_t from, int64_t to) {
    for (unsigned i = 0; i < changes->n; i++) {
        const prap_difference *one = &changes->all[i];
        if (one->what == what && one->deadline == deadline && one->from == from && one->to == to) return;
    }
    fail_msg("no difference %u from %lld to %lld", (unsigned)what, (long long)from, (long long)to);
}

static void assert_no_change(const struct changes *changes, uint32_t what) {
    for (unsigned i = 0; i < changes->n; i++) assert_true(changes->all[i].what != what);
}

struct answers {
    size_t n;
    uint32_t verdicts[MOST_SEEN];
    uint32_t stages[MOST_SEEN];
    prap_status stop_with;
};

static prap_status see_answer(void *user, size_t i, const prap_answer *answer) {
    struct answers *answers = user;
    assert_int_equal(i, answers->n);
    answers->verdicts[answers->n] = prap_answer_summary(answer)->verdict;
    answers->stages[answers->n++] = prap_answer_summary(answer)->stage;
    return answers->stop_with;
}

static prap_answer *another_answer(struct test_host *host) {
    prap_answer *answer = NULL;
    assert_int_equal(prap_answer_create(&host->allocator.interface, &answer), PRAP_OK);
    return answer;
}

static void a_whole_life_from_nothing(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prap_answer *before = another_answer(&host);
    const prap_fact code[] = {{PRAP_FACT_CODE, PRAP_VALUE_NUMBER, 43}, {PRAP_FACT_DECEASED, PRAP_VALUE_YES, 0}};
    const prap_command first = received("A"), refused = test_command("A", PRAP_EVENT_LEFT, test_day(2023, 5, 8));
    const prap_command second = accepted("A");
    const prap_command third = test_command("A", PRAP_EVENT_MEETING_ATTENDED, test_day(2023, 5, 12));
    const prap_command fourth = test_command("A", PRAP_EVENT_START_RECORDED, test_day(2023, 5, 12));
    prap_command last = test_command("A", PRAP_EVENT_LEFT, test_day(2023, 5, 20));
    last.facts = code;
    last.n_facts = 2;
    const prap_command *commands[] = {&first, &refused, &second, &third, &fourth, &last};
    struct answers answers = {0};
    assert_int_equal(prap_engine_what_if(host.engine, test_day(2023, 5, 5), commands, 6, before, host.answer,
                                         see_answer, &answers, NULL), PRAP_OK);
    const uint32_t stages[] = {PRAP_STATE_RECEIVED, PRAP_STATE_RECEIVED, PRAP_STATE_ACCEPTED, PRAP_STATE_ATTENDED,
                               PRAP_STATE_PRE_WORK, PRAP_STATE_LEFT};
    assert_int_equal(answers.n, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(answers.stages[i], stages[i]);
        assert_int_equal(answers.verdicts[i], i == 1 ? PRAP_VERDICT_REFUSED : PRAP_VERDICT_PERMITTED);
    }
    assert_int_equal(prap_answer_summary(before)->version, 0);
    assert_int_equal(prap_answer_summary(before)->stage, PRAP_STATE_NONE);
    struct changes changes = {0};
    assert_int_equal(prap_answer_difference(before, host.answer, see_change, &changes), PRAP_OK);
    assert_change(&changes, PRAP_DIFFERENCE_STAGE, 0, PRAP_STATE_NONE, PRAP_STATE_LEFT);
    assert_change(&changes, PRAP_DIFFERENCE_FEED, 0, PRAP_FEED_NOT_OPEN, PRAP_FEED_CLOSED);
    assert_change(&changes, PRAP_DIFFERENCE_EVENTS, 0, 0, 5);
    assert_change(&changes, PRAP_DIFFERENCE_START, 0, PRAP_NOTHING, test_day(2023, 5, 12));
    assert_change(&changes, PRAP_DIFFERENCE_CODE, 0, PRAP_NOTHING, 43);
    assert_change(&changes, PRAP_DIFFERENCE_DEADLINE_APPEARED, PRAP_DEADLINE_ACK, PRAP_NOTHING, test_day(2023, 5, 9));
    assert_change(&changes, PRAP_DIFFERENCE_NOTICE, 0, PRAP_NOTHING, PRAP_NOTICE_REPAYMENT_RISK);
    assert_change(&changes, PRAP_DIFFERENCE_REFERRAL_KIND, 0, PRAP_NOTHING, PRAP_REFERRAL_KIND_NEW);
    struct changes back = {0};
    assert_int_equal(prap_answer_difference(host.answer, before, see_change, &back), PRAP_OK);
    assert_int_equal(back.n, changes.n);
    assert_change(&back, PRAP_DIFFERENCE_DEADLINE_GONE, PRAP_DEADLINE_ACK, test_day(2023, 5, 9), PRAP_NOTHING);
    assert_change(&back, PRAP_DIFFERENCE_NOTICE, 0, PRAP_NOTICE_REPAYMENT_RISK, PRAP_NOTHING);
    assert_int_equal(memory_store_version(host.store, test_key("A")), 0); /* nothing was stored */
    prap_answer_destroy(before);
    assert_int_equal(test_host_close(&host), 0);
}

static void from_a_case_as_it_stood(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prap_answer *before = another_answer(&host);
    const prap_command first = received("A"), second = accepted("A"), rejected =
        test_command("A", PRAP_EVENT_REJECT, test_day(2023, 5, 9));
    submit_permitted(&host, &first);
    submit_permitted(&host, &second);
    const prap_command *commands[] = {&rejected};
    struct changes changes = {0};
    /* On the 8th it could still have been rejected. No visitor is needed. */
    assert_int_equal(prap_engine_what_if(host.engine, test_day(2023, 5, 8), commands, 1, before, host.answer, NULL,
                                         NULL, NULL), PRAP_OK);
    assert_int_equal(prap_answer_summary(before)->stage, PRAP_STATE_RECEIVED);
    assert_int_equal(prap_answer_difference(before, host.answer, see_change, &changes), PRAP_OK);
    assert_change(&changes, PRAP_DIFFERENCE_STAGE, 0, PRAP_STATE_RECEIVED, PRAP_STATE_REJECTED);
    assert_change(&changes, PRAP_DIFFERENCE_DEADLINE_STATUS, PRAP_DEADLINE_ACK, PRAP_DEADLINE_STATUS_OPEN,
                  PRAP_DEADLINE_STATUS_MET);
    assert_no_change(&changes, PRAP_DIFFERENCE_FEED);
    assert_no_change(&changes, PRAP_DIFFERENCE_DEADLINE_MOVED);
    /* Since the 9th it cannot: the copy stays, and nothing differs. */
    changes = (struct changes){0};
    assert_int_equal(prap_engine_what_if(host.engine, test_day(2023, 5, 9), commands, 1, before, host.answer, NULL,
                                         NULL, NULL), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(prap_answer_difference(before, host.answer, see_change, &changes), PRAP_OK);
    assert_int_equal(changes.n, 0);
    prap_answer_destroy(before);
    assert_int_equal(test_host_close(&host), 0);
}

/* The same case under two readings of the 60 days: a deadline that moved. */
static void a_deadline_moves(void **state) {
    (void)state;
    const prap_setting setting = {PRAP_POLICY_AUTO60_DAY, 61};
    struct test_host host, other;
    struct changes changes = {0};
    const prap_command first = received("A");
    test_host_open(&host, NULL, 0);
    test_host_open(&other, &setting, 1);
    submit_permitted(&host, &first);
    submit_permitted(&other, &first);
    assert_int_equal(prap_answer_difference(host.answer, other.answer, see_change, &changes), PRAP_OK);
    assert_int_equal(changes.n, 1);
    assert_change(&changes, PRAP_DIFFERENCE_DEADLINE_MOVED, PRAP_DEADLINE_AUTO60, test_day(2023, 7, 3),
                  test_day(2023, 7, 4));
    changes = (struct changes){.stop_after = 1};
    assert_int_equal(prap_answer_difference(host.answer, other.answer, see_change, &changes), PRAP_FAIL);
    assert_int_equal(prap_answer_difference(NULL, other.answer, see_change, &changes), PRAP_E_NULL);
    assert_int_equal(prap_answer_difference(host.answer, NULL, see_change, &changes), PRAP_E_NULL);
    assert_int_equal(prap_answer_difference(host.answer, other.answer, NULL, &changes), PRAP_E_NULL);
    assert_int_equal(test_host_close(&other), 0);
    assert_int_equal(test_host_close(&host), 0);
}

/* A visitor ends the walk at whatever it is told of. */
static void a_visitor_ends_a_difference_anywhere(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prap_answer *before = another_answer(&host);
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    struct changes all = {0};
    assert_int_equal(prap_answer_difference(before, host.answer, see_change, &all), PRAP_OK);
    assert_true(all.n > 8);
    for (unsigned n = 1; n <= all.n; n++) {
        struct changes some = {.stop_after = n};
        assert_int_equal(prap_answer_difference(before, host.answer, see_change, &some), PRAP_FAIL);
        assert_int_equal(some.n, n);
    }
    prap_answer_destroy(before);
    assert_int_equal(test_host_close(&host), 0);
}

static void assert_fails(struct test_host *host, prap_day as_of, const prap_command *const *commands, size_t n,
                         prap_answer *before, prap_status status, const char *field) {
    host->error = (prap_error){.size = sizeof host->error};
    assert_error(host, prap_engine_what_if(host->engine, as_of, commands, n, before, host->answer, NULL, NULL,
                                           &host->error), status, field);
    assert_int_equal(prap_answer_summary(before)->version, 0);
    assert_int_equal(test_host_summary(host)->verdict, 0);
}

static void wrong_questions(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prap_answer *before = another_answer(&host);
    const prap_day day = test_day(2023, 5, 9);
    const prap_command first = received("A"), other = received("B"), second = accepted("A"), nobody = accepted("N");
    prap_command tenant = second, wrong = second, foreign = received("N");
    tenant.key.tenant = test_text("T");
    wrong.event = 0;
    foreign.programme = 99;
    submit_permitted(&host, &first);
    const prap_command *good[] = {&second}, *two[] = {&second, &other}, *tenants[] = {&second, &tenant};
    const prap_command *missing[] = {&second, NULL}, *bad[] = {&wrong}, *none[] = {&nobody}, *early[] = {&second, &first};
    const prap_command *strange[] = {&foreign};
    assert_fails(&host, day, two, 2, before, PRAP_E_RANGE, "case");
    assert_fails(&host, day, tenants, 2, before, PRAP_E_RANGE, "case");
    assert_fails(&host, day, missing, 2, before, PRAP_E_NULL, "commands");
    assert_fails(&host, day, bad, 1, before, PRAP_E_REQUIRED, "event");
    assert_fails(&host, day, none, 1, before, PRAP_E_NO_CASE, "case");
    assert_fails(&host, day, early, 2, before, PRAP_E_ORDER, "recorded");
    assert_fails(&host, day, strange, 1, before, PRAP_E_WORD, "programme");
    assert_fails(&host, day, good, 0, before, PRAP_E_REQUIRED, "commands");
    assert_fails(&host, PRAP_DAY_NONE, good, 1, before, PRAP_E_REQUIRED, "as_of");
    const prap_fact first_entry = {PRAP_FACT_VOIDS, PRAP_VALUE_NUMBER, 1};
    prap_command voids = test_command("A", PRAP_EVENT_ENTRY_VOIDED, day);
    voids.facts = &first_entry;
    voids.n_facts = 1;
    const prap_command *too_late[] = {&second, &voids}, *in_time[] = {&voids};
    assert_fails(&host, day, too_late, 2, before, PRAP_E_ORDER, "voids");
    assert_int_equal(prap_engine_what_if(host.engine, day, in_time, 1, before, host.answer, NULL, NULL, NULL), PRAP_OK);
    struct answers answers = {.stop_with = PRAP_FAIL};
    prap_answer *room = host.answer;
    assert_int_equal(prap_engine_what_if(host.engine, day, good, 1, before, room, see_answer, &answers, NULL), PRAP_FAIL);
    assert_int_equal(prap_engine_what_if(NULL, day, good, 1, before, room, NULL, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_what_if(host.engine, day, NULL, 1, before, room, NULL, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_what_if(host.engine, day, good, 1, NULL, room, NULL, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_what_if(host.engine, day, good, 1, before, NULL, NULL, NULL, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_what_if(host.engine, day, good, 1, room, room, NULL, NULL, NULL), PRAP_E_TWICE);
    prap_answer_destroy(before);
    assert_int_equal(test_host_close(&host), 0);
}

static void a_region_is_read_by_its_number(void **state) {
    (void)state;
    const prap_summary summary = {.mappa = PRAP_MAPPA_LIGHT_TOUCH, .engagement = PRAP_ENGAGEMENT_DISENGAGED};
    const uint32_t last = prap_word_at(PRAP_WORDS_REGION, prap_word_count(PRAP_WORDS_REGION) - 1)->number;
    assert_int_equal(prap_summary_region(&summary, PRAP_REGION_MAPPA), PRAP_MAPPA_LIGHT_TOUCH);
    assert_int_equal(prap_summary_region(&summary, PRAP_REGION_ENGAGEMENT), PRAP_ENGAGEMENT_DISENGAGED);
    assert_int_equal(prap_summary_region(&summary, PRAP_REGION_ERROR), 0);
    assert_int_equal(prap_summary_region(&summary, 0), 0);
    assert_int_equal(prap_summary_region(&summary, last + 1), 0);
    assert_int_equal(prap_summary_region(NULL, PRAP_REGION_MAPPA), 0);
}

/* A trial that leads beyond the calendar says so, and both answers are empty. */
static void a_trial_beyond_the_calendar(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    prap_answer *before = another_answer(&host);
    const prap_command late = test_command("A", PRAP_EVENT_REFERRAL_RECEIVED, test_day(2090, 5, 5));
    const prap_command *commands[] = {&late};
    assert_int_equal(prap_engine_what_if(host.engine, test_day(2090, 5, 5), commands, 1, before, host.answer, NULL, NULL,
                                         NULL), PRAP_E_COVERAGE);
    assert_int_equal(prap_answer_deadline_count(host.answer), 0);
    assert_int_equal(prap_answer_summary(host.answer)->stage, PRAP_STATE_NONE);
    prap_answer_destroy(before);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_life_from_nothing),
        cmocka_unit_test(from_a_case_as_it_stood),
        cmocka_unit_test(a_deadline_moves),
        cmocka_unit_test(a_visitor_ends_a_difference_anywhere),
        cmocka_unit_test(wrong_questions),
        cmocka_unit_test(a_region_is_read_by_its_number),
        cmocka_unit_test(a_trial_beyond_the_calendar),
    };
    return cmocka_run_group_tests_name("engine-what-if", tests, NULL, NULL);
}
