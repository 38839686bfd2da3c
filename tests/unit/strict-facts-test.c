/*
 * strict-facts-test.c: with PRAP_COMMAND_STRICT_FACTS nothing is assumed: a fact that is not given is
 * unknown, and the guard that needs it says so. Without the flag facts.def says what is taken instead.
 */
#include "engine-cases.h"

static void open_attended(struct test_host *host) {
    test_host_open(host, NULL, 0);
    const prap_command first = received("A"), accept = accepted("A");
    const prap_command meeting = test_command("A", PRAP_EVENT_MEETING_ATTENDED, test_day(2023, 5, 15));
    submit_permitted(host, &first);
    submit_permitted(host, &accept);
    submit_permitted(host, &meeting);
}

static bool has_undecided(const struct test_host *host, uint32_t fact) {
    for (uint32_t i = 0; i < prap_answer_reason_count(host->answer); i++) {
        const prap_reason *reason = prap_answer_reason_at(host->answer, i);
        if (reason->fact == fact && reason->severity == PRAP_SEVERITY_UNDECIDED) return true;
    }
    return false;
}

static bool is_owed(const struct test_host *host, uint32_t fact) {
    for (uint32_t i = 0; i < prap_answer_notice_count(host->answer); i++) {
        const prap_notice *notice = prap_answer_notice_at(host->answer, i);
        if (notice->notice == PRAP_NOTICE_EVIDENCE_OWED && notice->fact == fact) return true;
    }
    return false;
}

static const uint32_t needed[] = {PRAP_FACT_IDENTITY_CHECKED, PRAP_FACT_EMPLOYMENT_CHECKED,
                                  PRAP_FACT_PLAN_SIGNED_BY_PARTICIPANT, PRAP_FACT_PLAN_SIGNED_BY_PROVIDER,
                                  PRAP_FACT_NEEDS_ASSESSMENT_BEGUN};
enum { NEEDED = sizeof needed / sizeof *needed };

static void what_is_not_said_is_taken_as_done_and_owed(void **state) {
    (void)state;
    struct test_host host;
    open_attended(&host);
    const prap_command start = test_command("A", PRAP_EVENT_START_RECORDED, test_day(2023, 5, 15));
    assert_int_equal(test_host_preview(&host, &start), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->verdict, PRAP_VERDICT_PERMITTED);
    for (size_t i = 0; i < NEEDED; i++)
        assert_true(is_owed(&host, needed[i]));
    assert_int_equal(test_host_close(&host), 0);
}

static void strictly_it_is_unknown(void **state) {
    (void)state;
    struct test_host host;
    open_attended(&host);
    prap_command start = test_command("A", PRAP_EVENT_START_RECORDED, test_day(2023, 5, 15));
    start.flags = PRAP_COMMAND_STRICT_FACTS;
    const uint64_t before = memory_store_version(host.store, test_key("A"));
    assert_int_equal(test_host_submit(&host, &start), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->verdict, PRAP_VERDICT_UNDECIDED);
    for (size_t i = 0; i < NEEDED; i++)
        assert_true(has_undecided(&host, needed[i]));
    assert_true(has_undecided(&host, PRAP_FACT_EMPLOYED)); /* which is no, when not said otherwise */
    assert_int_equal(memory_store_version(host.store, test_key("A")), before);
    assert_int_equal(test_host_close(&host), 0);
}

static void what_is_said_strictly_is_enough(void **state) {
    (void)state;
    struct test_host host;
    open_attended(&host);
    prap_fact facts[NEEDED + 1];
    for (size_t i = 0; i < NEEDED; i++)
        facts[i] = (prap_fact){needed[i], PRAP_VALUE_YES, 0};
    facts[NEEDED] = (prap_fact){PRAP_FACT_EMPLOYED, PRAP_VALUE_NO, 0};
    prap_command start = test_command("A", PRAP_EVENT_START_RECORDED, test_day(2023, 5, 15));
    start.flags = PRAP_COMMAND_STRICT_FACTS;
    start.facts = facts;
    start.n_facts = NEEDED + 1;
    submit_permitted(&host, &start);
    for (size_t i = 0; i < NEEDED; i++)
        assert_false(is_owed(&host, needed[i]));
    assert_int_equal(test_host_close(&host), 0);
}

/* Did Not Attend has a usual reason; strictly, a reason must be given. */
static void a_reason_is_not_assumed(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A"), accept = accepted("A");
    submit_permitted(&host, &first);
    submit_permitted(&host, &accept);
    for (prap_day day = 10; day <= 11; day++) {
        const prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, day));
        submit_permitted(&host, &attempt);
    }
    prap_command dna = test_command("A", PRAP_EVENT_DNA_RECORDED, test_day(2023, 5, 12));
    dna.flags = PRAP_COMMAND_STRICT_FACTS;
    assert_int_equal(test_host_preview(&host, &dna), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->verdict, PRAP_VERDICT_UNDECIDED);
    assert_true(has_undecided(&host, PRAP_FACT_REASON));
    dna.flags = 0;
    assert_int_equal(test_host_preview(&host, &dna), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(test_host_close(&host), 0);
}

/* A referral that is seen in PRaP is no SCR case unless somebody says so, strictly or not (3.02). */
static void scr_is_as_it_is_said(void **state) {
    (void)state;
    static const struct {
        uint32_t kind; /* 0: not said */
        uint32_t verdict;
    } rows[] = {
        {0, PRAP_VERDICT_PERMITTED},
        {PRAP_VALUE_NO, PRAP_VERDICT_PERMITTED},
        {PRAP_VALUE_YES, PRAP_VERDICT_REFUSED},
        {PRAP_VALUE_UNKNOWN, PRAP_VERDICT_UNDECIDED},
    };
    struct test_host host;
    test_host_open(&host, NULL, 0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const prap_fact facts[] = {{PRAP_FACT_SCR, rows[i].kind, 0}};
        prap_command command = received("A");
        command.flags = PRAP_COMMAND_STRICT_FACTS;
        command.facts = facts;
        command.n_facts = rows[i].kind == 0 ? 0 : 1;
        assert_int_equal(test_host_preview(&host, &command), PRAP_OK);
        assert_int_equal(test_host_summary(&host)->verdict, rows[i].verdict);
    }
    assert_int_equal(test_host_close(&host), 0);
}

/* A day that the case remembers is told with it; not known, it is none. */
static void a_day_that_lasts(void **state) {
    (void)state;
    for (int known = 0; known < 2; known++) {
        struct test_host host;
        open_attended(&host);
        const prap_fact complete = {PRAP_FACT_NEEDS_COMPLETE_ON, known ? PRAP_VALUE_DAY : PRAP_VALUE_UNKNOWN,
                                    known ? test_day(2023, 5, 16) : 0};
        prap_command start = test_command("A", PRAP_EVENT_START_RECORDED, test_day(2023, 5, 15));
        start.facts = &complete;
        start.n_facts = 1;
        submit_permitted(&host, &start);
        assert_int_equal(test_host_summary(&host)->needs_complete_on, known ? test_day(2023, 5, 16) : PRAP_DAY_NONE);
        assert_int_equal(test_host_close(&host), 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_said_is_taken_as_done_and_owed),
        cmocka_unit_test(strictly_it_is_unknown),
        cmocka_unit_test(what_is_said_strictly_is_enough),
        cmocka_unit_test(a_reason_is_not_assumed),
        cmocka_unit_test(scr_is_as_it_is_said),
        cmocka_unit_test(a_day_that_lasts),
    };
    return cmocka_run_group_tests_name("strict facts", tests, NULL, NULL);
}
