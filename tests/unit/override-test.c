/*
 * override-test.c: what happened although a rule forbids it is recorded with an override, as a breach that names the
 * rule; what cannot have happened so is refused all the same.
 */
#include "engine-cases.h"

static prap_command with_override(uint32_t event, prap_day on) {
    static const prap_fact facts[] = {{PRAP_FACT_OVERRIDE, PRAP_VALUE_OPTION, PRAP_OPTION_PRAP_TOOK_IT}};
    prap_command command = test_command("A", event, on);
    command.facts = facts;
    command.n_facts = 1;
    return command;
}

static void open_received(struct test_host *host) {
    test_host_open(host, NULL, 0);
    const prap_command first = received("A");
    submit_permitted(host, &first);
}

static const prap_reason *reason(const struct test_host *host, uint32_t number) {
    for (uint32_t i = 0; i < prap_answer_reason_count(host->answer); i++)
        if (prap_answer_reason_at(host->answer, i)->reason == number) return prap_answer_reason_at(host->answer, i);
    return NULL;
}

static bool is_told(const struct test_host *host, uint32_t number) {
    for (uint32_t i = 0; i < prap_answer_notice_count(host->answer); i++)
        if (prap_answer_notice_at(host->answer, i)->notice == number) return true;
    return false;
}

struct seen_broke {
    uint64_t sequence; /* of the entry that is looked at */
    uint32_t broke[16];
    size_t n;
};

static prap_status see_broke(void *user, const prap_event_view *event) {
    struct seen_broke *seen = user;
    if (event->sequence != seen->sequence) return PRAP_OK;
    assert_in_range(event->n_broke, 0, 16);
    seen->n = event->n_broke;
    memcpy(seen->broke, event->broke, seen->n * sizeof *seen->broke);
    return PRAP_OK;
}

static struct seen_broke broke(const struct test_host *host, uint64_t sequence) {
    struct seen_broke seen = {.sequence = sequence, .n = 99};
    const prap_key key = test_key("A");
    assert_int_equal(prap_engine_history(host->engine, &key, test_day(2023, 7, 1), see_broke, &seen, NULL), PRAP_OK);
    return seen;
}

/* 3.23-N1: refused by default; what PRaP took all the same is a breach, counted once. */
static void a_late_acceptance_is_a_breach(void **state) {
    (void)state;
    struct test_host host;
    open_received(&host);
    prap_command late = test_command("A", PRAP_EVENT_ACCEPT, test_day(2023, 5, 12));
    assert_int_equal(test_host_submit(&host, &late), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(reason(&host, PRAP_REASON_ACK_NOT_PASSED)->severity, PRAP_SEVERITY_FORBIDDEN);
    assert_int_equal(test_host_summary(&host)->breaches, 0);

    late = with_override(PRAP_EVENT_ACCEPT, test_day(2023, 5, 12));
    submit_permitted(&host, &late);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_ACCEPTED);
    assert_int_equal(test_host_summary(&host)->breaches, 1);
    assert_int_equal(reason(&host, PRAP_REASON_ACK_NOT_PASSED)->severity, PRAP_SEVERITY_BREACH);
    assert_true(is_told(&host, PRAP_NOTICE_RECORDED_ANYWAY));
    const struct seen_broke of_accept = broke(&host, 2), of_receipt = broke(&host, 1);
    assert_int_equal(of_accept.n, 1);
    assert_int_equal(of_accept.broke[0], PRAP_REASON_ACK_NOT_PASSED);
    assert_int_equal(of_receipt.n, 0);

    /* The breach is in the journal: shown of that day after a later event, and gone with a void of the entry. */
    const prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 15));
    submit_permitted(&host, &attempt);
    const prap_key key = test_key("A");
    assert_int_equal(prap_engine_show(host.engine, &key, test_day(2023, 5, 12), host.answer, NULL), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->breaches, 1);
    for (int32_t sequence = 3; sequence >= 2; sequence--) {
        const prap_fact voids[] = {{PRAP_FACT_VOIDS, PRAP_VALUE_NUMBER, sequence}};
        prap_command command = test_command("A", PRAP_EVENT_ENTRY_VOIDED, test_day(2023, 5, 15));
        command.facts = voids;
        command.n_facts = 1;
        submit_permitted(&host, &command);
        assert_int_equal(test_host_summary(&host)->breaches, sequence == 3);
    }
    assert_int_equal(test_host_close(&host), 0);
}

/* Moves that no row allows have what stands after them in the programme's table. */
static void a_forbidden_move_that_happened(void **state) {
    (void)state;
    struct test_host host;
    open_received(&host);
    const prap_command meeting = with_override(PRAP_EVENT_MEETING_ATTENDED, test_day(2023, 5, 12));
    submit_permitted(&host, &meeting);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_ATTENDED);
    assert_int_equal(test_host_summary(&host)->attended_on, test_day(2023, 5, 12));
    assert_int_equal(test_host_summary(&host)->breaches, 1);
    assert_int_equal(broke(&host, 2).broke[0], PRAP_REASON_ACKNOWLEDGED_FOR_MEETING);
    assert_int_equal(test_host_close(&host), 0);

    open_received(&host);
    const prap_command start = with_override(PRAP_EVENT_START_RECORDED, test_day(2023, 5, 12));
    submit_permitted(&host, &start);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_PRE_WORK);
    assert_int_equal(test_host_summary(&host)->feed, PRAP_FEED_OPEN);
    assert_int_equal(test_host_summary(&host)->breaches, 2); /* neither acknowledged nor fit for the meeting */
    assert_int_equal(broke(&host, 2).n, 2);
    assert_int_equal(test_host_close(&host), 0);
}

static void refused_all_the_same(struct test_host *host, const prap_command *command, uint32_t number) {
    const uint64_t version = memory_store_version(host->store, test_key("A"));
    assert_int_equal(test_host_submit(host, command), PRAP_OK);
    assert_int_equal(test_host_summary(host)->verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(test_host_summary(host)->breaches, 0);
    assert_int_equal(reason(host, number)->severity, PRAP_SEVERITY_FORBIDDEN);
    assert_int_equal(memory_store_version(host->store, test_key("A")), version);
}

static void what_cannot_have_happened_so(void **state) {
    (void)state;
    struct test_host host;
    open_received(&host);
    prap_command command = with_override(PRAP_EVENT_ACCEPT, test_day(2023, 5, 4));
    command.recorded = test_day(2023, 5, 12); /* late as well: one that is impossible is enough */
    refused_all_the_same(&host, &command, PRAP_REASON_NOT_BEFORE_RECEIPT);
    command = with_override(PRAP_EVENT_PLAN_AGREED, test_day(2023, 5, 9)); /* nothing stands after it */
    refused_all_the_same(&host, &command, PRAP_REASON_MEETING_FOR_PLAN);
    command = with_override(PRAP_EVENT_REFERRAL_NOT_SEEN, test_day(2023, 5, 9)); /* no row at all */
    refused_all_the_same(&host, &command, PRAP_REASON_NOT_FROM_HERE);
    assert_int_equal(test_host_close(&host), 0);
}

/* Who overrides must say why. */
static void an_override_needs_its_reason(void **state) {
    (void)state;
    struct test_host host;
    open_received(&host);
    const prap_fact unknown[] = {{PRAP_FACT_OVERRIDE, PRAP_VALUE_UNKNOWN, 0}};
    prap_command command = test_command("A", PRAP_EVENT_MEETING_ATTENDED, test_day(2023, 5, 9));
    command.facts = unknown;
    command.n_facts = 1;
    refused_all_the_same(&host, &command, PRAP_REASON_ACKNOWLEDGED_FOR_MEETING);
    assert_int_equal(test_host_close(&host), 0);
}

static void what_no_rule_forbids_is_no_breach(void **state) {
    (void)state;
    struct test_host host;
    open_received(&host);
    const prap_command accept = with_override(PRAP_EVENT_ACCEPT, test_day(2023, 5, 9));
    submit_permitted(&host, &accept);
    assert_int_equal(test_host_summary(&host)->breaches, 0);
    assert_int_equal(prap_answer_reason_count(host.answer), 0);
    assert_false(is_told(&host, PRAP_NOTICE_RECORDED_ANYWAY));
    assert_int_equal(broke(&host, 2).n, 0);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_late_acceptance_is_a_breach),
        cmocka_unit_test(a_forbidden_move_that_happened),
        cmocka_unit_test(what_cannot_have_happened_so),
        cmocka_unit_test(an_override_needs_its_reason),
        cmocka_unit_test(what_no_rule_forbids_is_no_breach),
    };
    return cmocka_run_group_tests_name("overrides", tests, NULL, NULL);
}
