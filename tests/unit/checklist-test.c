/* checklist-test.c: the checklists of a case and the records it has made, from its journal, as of a day. */
#include "engine-cases.h"

enum { YES = PRAP_VALUE_YES, NO = PRAP_VALUE_NO, UNKNOWN = PRAP_VALUE_UNKNOWN, OPTION = PRAP_VALUE_OPTION };

static void say(struct test_host *host, uint32_t event, prap_day on, const prap_fact *facts, size_t n) {
    prap_command command = test_command("A", event, on);
    command.facts = facts;
    command.n_facts = n;
    submit_permitted(host, &command);
}

#define SAY(host, event, on, ...)                                                                            \
    do {                                                                                                     \
        const prap_fact facts_[] = {__VA_ARGS__};                                                            \
        say(host, PRAP_EVENT_##event, on, facts_, sizeof facts_ / sizeof facts_[0]);                         \
    } while (0)

/* The list that was seen last, its items, and how many were seen. */
struct seen {
    prap_checklist list;
    prap_check checks[32];
    unsigned n;
    uint32_t numbers[32];
    prap_status stop_with;
    prap_engine *engine; /* called from the visit, if there is one */
    prap_status inner;
};

static prap_status see(void *user, const prap_checklist *list) {
    struct seen *seen = user;
    seen->list = *list;
    assert_true(list->n_checks <= 32);
    memcpy(seen->checks, list->checks, list->n_checks * sizeof seen->checks[0]);
    seen->numbers[seen->n++] = list->checklist;
    const prap_key key = test_key("A");
    if (seen->engine != NULL) {
        seen->inner = prap_engine_checklist(seen->engine, &key, test_day(2023, 5, 9), 0, see, NULL, NULL);
    }
    return seen->stop_with;
}

static struct seen ask(struct test_host *host, uint32_t list, prap_day as_of) {
    struct seen seen = {0};
    const prap_key key = test_key("A");
    assert_int_equal(prap_engine_checklist(host->engine, &key, as_of, list, see, &seen, NULL), PRAP_OK);
    return seen;
}

/* The item of a fact or an event among those that apply, or NULL. */
static const prap_check *item_of(const struct seen *seen, uint32_t fact, uint32_t event) {
    for (size_t i = 0; i < seen->list.n_checks; i++) {
        if (seen->checks[i].fact == fact && seen->checks[i].event == event) return &seen->checks[i];
    }
    return NULL;
}

static uint32_t state_of(const struct seen *seen, uint32_t fact) {
    const prap_check *check = item_of(seen, fact, 0);
    return check == NULL ? 0 : check->state;
}

/* As far as the handover, held face to face, of which some was said. */
static void hold_handover(struct test_host *host) {
    const prap_day day = test_day(2023, 5, 3);
    prap_command first = test_command("A", PRAP_EVENT_WORK_COACH_SATISFIED, day);
    first.programme = PRAP_PROGRAMME_IPES;
    const prap_fact facts[] = {{PRAP_FACT_ELIGIBLE, YES, 0}, {PRAP_FACT_SUITABLE, YES, 0},
                               {PRAP_FACT_VOLUNTEERS, YES, 0}};
    first.facts = facts;
    first.n_facts = 3;
    submit_permitted(host, &first);
    SAY(host, HANDOVER_HELD, test_day(2023, 5, 4), {PRAP_FACT_HANDOVER_MODE, OPTION, PRAP_OPTION_IN_PERSON},
        {PRAP_FACT_INTRODUCED, YES, 0}, {PRAP_FACT_CONCERNS_DISCUSSED, NO, 0},
        {PRAP_FACT_ACCESS_NEEDS_RECORDED, UNKNOWN, 0}, {PRAP_FACT_AT_JOBCENTRE, YES, 0},
        {PRAP_FACT_THREE_AGREE, YES, 0}, {PRAP_FACT_SUITABLE_SPACE, YES, 0}, {PRAP_FACT_EMPLOYED, NO, 0});
}

static void a_handover_has_what_was_said_of_it(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    hold_handover(&host);
    const struct seen before = ask(&host, PRAP_CHECKLIST_HANDOVER, test_day(2023, 5, 3));
    assert_int_equal(before.n, 1);
    assert_int_equal(before.list.opened_by, 0);
    assert_int_equal(before.list.opened_on, PRAP_DAY_NONE);
    assert_int_equal(before.list.complete, 0);
    assert_int_equal(before.list.n_missing, before.list.n_required);
    assert_null(item_of(&before, PRAP_FACT_AT_JOBCENTRE, 0)); /* asked for only of a face-to-face handover */
    const struct seen seen = ask(&host, PRAP_CHECKLIST_HANDOVER, test_day(2023, 5, 4));
    assert_int_equal(seen.list.size, sizeof(prap_checklist));
    assert_int_equal(seen.list.opened_by, PRAP_EVENT_HANDOVER_HELD);
    assert_int_equal(seen.list.opened_on, test_day(2023, 5, 4));
    assert_int_equal(seen.list.sequence, 2);
    const prap_check *held = item_of(&seen, 0, PRAP_EVENT_HANDOVER_HELD);
    assert_int_equal(held->state, PRAP_CHECK_DONE);
    assert_int_equal(held->by, PRAP_EVENT_HANDOVER_HELD);
    assert_int_equal(held->said.fact, 0);
    assert_int_equal(state_of(&seen, PRAP_FACT_INTRODUCED), PRAP_CHECK_DONE);
    assert_int_equal(state_of(&seen, PRAP_FACT_CONCERNS_DISCUSSED), PRAP_CHECK_NOT_DONE);
    assert_int_equal(state_of(&seen, PRAP_FACT_ACCESS_NEEDS_RECORDED), PRAP_CHECK_UNKNOWN);
    assert_int_equal(state_of(&seen, PRAP_FACT_EXPECTATIONS_DISCUSSED), PRAP_CHECK_MISSING);
    assert_int_equal(state_of(&seen, PRAP_FACT_AT_JOBCENTRE), PRAP_CHECK_DONE); /* the case does not remember it */
    assert_int_equal(state_of(&seen, PRAP_FACT_EMPLOYED), PRAP_CHECK_DONE);     /* "no" is an answer */
    assert_int_equal(state_of(&seen, PRAP_FACT_MEETING_ON), PRAP_CHECK_MISSING);
    assert_int_equal(seen.list.n_required, 13);
    assert_int_equal(seen.list.n_done + seen.list.n_not_done + seen.list.n_unknown + seen.list.n_missing, 13);
    assert_int_equal(seen.list.n_not_done, 1);
    assert_int_equal(seen.list.n_unknown, 1);
    assert_int_equal(test_host_close(&host), 0);
}

/* What is said later counts too, and the day of the meeting is the case's. */
static void a_list_grows_complete(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    hold_handover(&host);
    SAY(&host, REFERRAL_RECEIVED, test_day(2023, 5, 5), {PRAP_FACT_CONCERNS_DISCUSSED, YES, 0},
        {PRAP_FACT_ACCESS_NEEDS_RECORDED, YES, 0}, {PRAP_FACT_EXPECTATIONS_DISCUSSED, YES, 0},
        {PRAP_FACT_MEETING_ARRANGED, YES, 0}, {PRAP_FACT_REPRESENTATIVE_READY, YES, 0},
        {PRAP_FACT_AT_JOBCENTRE, NO, 0}); /* said too late: the case does not remember it of the handover */
    SAY(&host, ACCEPT, test_day(2023, 5, 9), {PRAP_FACT_SCR, NO, 0});
    assert_int_equal(ask(&host, PRAP_CHECKLIST_HANDOVER, test_day(2023, 5, 9)).list.complete, 0);
    SAY(&host, MEETING_SCHEDULED, test_day(2023, 5, 9), {PRAP_FACT_MEETING_ON, PRAP_VALUE_DAY, test_day(2023, 5, 15)});
    const struct seen seen = ask(&host, PRAP_CHECKLIST_HANDOVER, test_day(2023, 5, 9));
    const prap_check *booked = item_of(&seen, PRAP_FACT_MEETING_ON, 0);
    assert_int_equal(booked->state, PRAP_CHECK_DONE);
    assert_int_equal(booked->by, PRAP_EVENT_MEETING_SCHEDULED);
    assert_int_equal(booked->sequence, 5);
    assert_int_equal(booked->on, test_day(2023, 5, 9));
    assert_int_equal(booked->recorded, test_day(2023, 5, 9));
    assert_int_equal(booked->said.kind, PRAP_VALUE_DAY);
    assert_int_equal(booked->said.value, test_day(2023, 5, 15));
    assert_int_equal(seen.list.complete, 1);
    SAY(&host, MEETING_SCHEDULED, test_day(2023, 5, 10),
        {PRAP_FACT_MEETING_ON, PRAP_VALUE_DAY, test_day(2023, 5, 16)});
    const struct seen moved = ask(&host, PRAP_CHECKLIST_HANDOVER, test_day(2023, 5, 10));
    assert_int_equal(item_of(&moved, PRAP_FACT_MEETING_ON, 0)->said.value, test_day(2023, 5, 16));
    assert_int_equal(item_of(&moved, PRAP_FACT_MEETING_ON, 0)->sequence, 6);
    assert_int_equal(test_host_close(&host), 0);
}

static void accept_a(struct test_host *host) {
    const prap_command first = received("A"), second = accepted("A");
    submit_permitted(host, &first);
    submit_permitted(host, &second);
}

/* A voided entry says nothing, and opens nothing; its day is gone from the case. */
static void what_was_voided_does_not_count(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    accept_a(&host);
    SAY(&host, MEETING_ATTENDED, test_day(2023, 5, 12), {PRAP_FACT_IDENTITY_CHECKED, YES, 0},
        {PRAP_FACT_MODE, OPTION, PRAP_OPTION_DIGITAL});
    const struct seen held = ask(&host, PRAP_CHECKLIST_INITIAL_MEETING, test_day(2023, 5, 12));
    assert_int_equal(held.list.opened_by, PRAP_EVENT_MEETING_ATTENDED);
    assert_int_equal(state_of(&held, PRAP_FACT_ATTENDED_ON), PRAP_CHECK_DONE);
    assert_int_equal(state_of(&held, PRAP_FACT_DIGITAL_REASON_RECORDED), PRAP_CHECK_MISSING); /* by exception */
    SAY(&host, ENTRY_VOIDED, test_day(2023, 5, 15), {PRAP_FACT_VOIDS, PRAP_VALUE_NUMBER, 3},
        {PRAP_FACT_REASON, OPTION, PRAP_OPTION_ENTERED_IN_ERROR});
    const struct seen seen = ask(&host, PRAP_CHECKLIST_INITIAL_MEETING, test_day(2023, 5, 15));
    assert_int_equal(seen.list.opened_by, 0);
    assert_int_equal(state_of(&seen, PRAP_FACT_ATTENDED_ON), PRAP_CHECK_MISSING);
    assert_int_equal(state_of(&seen, PRAP_FACT_IDENTITY_CHECKED), PRAP_CHECK_MISSING);
    assert_int_equal(state_of(&seen, PRAP_FACT_DIGITAL_REASON_RECORDED), 0);
    const struct seen then = ask(&host, PRAP_CHECKLIST_INITIAL_MEETING, test_day(2023, 5, 12));
    assert_int_equal(state_of(&then, PRAP_FACT_IDENTITY_CHECKED), PRAP_CHECK_DONE); /* as it stood that day */
    assert_int_equal(test_host_close(&host), 0);
}

static void start_a(struct test_host *host) {
    accept_a(host);
    SAY(host, START_RECORDED, test_day(2023, 5, 12), {PRAP_FACT_IDENTITY_CHECKED, YES, 0},
        {PRAP_FACT_EMPLOYMENT_CHECKED, YES, 0}, {PRAP_FACT_PLAN_SIGNED_BY_PARTICIPANT, YES, 0},
        {PRAP_FACT_PLAN_SIGNED_BY_PROVIDER, YES, 0}, {PRAP_FACT_NEEDS_ASSESSMENT_BEGUN, YES, 0});
}

/* A second PRaP14 begins anew: the first one's decision and reason are not its own. */
static void a_second_occasion_begins_anew(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    start_a(&host);
    SAY(&host, PRAP14_SENT, test_day(2023, 6, 1), {PRAP_FACT_REASON, OPTION, PRAP_OPTION_WORK},
        {PRAP_FACT_AROSE_ON, PRAP_VALUE_DAY, test_day(2023, 5, 11)});
    SAY(&host, PRAP14_NOT_ACCEPTED, test_day(2023, 6, 5), {PRAP_FACT_SCR, NO, 0});
    const struct seen first = ask(&host, PRAP_CHECKLIST_PRAP14, test_day(2023, 6, 5));
    assert_int_equal(first.list.complete, 1);
    assert_int_equal(first.list.n_required, 4);
    assert_int_equal(item_of(&first, 0, PRAP_EVENT_PRAP14_ACCEPTED)->by, PRAP_EVENT_PRAP14_NOT_ACCEPTED);
    assert_null(item_of(&first, 0, PRAP_EVENT_PRAP14_ACTIONED)); /* asked for only of an accepted one */
    SAY(&host, PRAP14_SENT, test_day(2023, 6, 6), {PRAP_FACT_REASON, OPTION, PRAP_OPTION_HOSPITAL},
        {PRAP_FACT_AROSE_ON, PRAP_VALUE_DAY, test_day(2023, 5, 11)});
    const struct seen second = ask(&host, PRAP_CHECKLIST_PRAP14, test_day(2023, 6, 6));
    assert_int_equal(second.list.sequence, 6);
    assert_int_equal(item_of(&second, 0, PRAP_EVENT_PRAP14_ACCEPTED)->state, PRAP_CHECK_MISSING);
    assert_null(item_of(&second, PRAP_FACT_AROSE_ON, 0)); /* asked for only of work and an offer */
    SAY(&host, PRAP14_ACCEPTED, test_day(2023, 6, 7), {PRAP_FACT_SCR, NO, 0});
    const struct seen third = ask(&host, PRAP_CHECKLIST_PRAP14, test_day(2023, 6, 7));
    assert_int_equal(item_of(&third, 0, PRAP_EVENT_PRAP14_ACTIONED)->state, PRAP_CHECK_MISSING);
    assert_int_equal(test_host_close(&host), 0);
}

/* An attempt before the outcome counts for it; a reason of another event does not. */
static void evidence_of_no_start(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    accept_a(&host);
    for (int32_t day = 10; day < 13; day++) {
        prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, day));
        submit_permitted(&host, &attempt);
    }
    const struct seen before = ask(&host, PRAP_CHECKLIST_NO_START_EVIDENCE, test_day(2023, 5, 12));
    assert_null(item_of(&before, 0, PRAP_EVENT_CONTACT_ATTEMPTED));
    SAY(&host, DNA_RECORDED, test_day(2023, 5, 26), {PRAP_FACT_REASON, OPTION, PRAP_OPTION_UNREACHABLE});
    const struct seen seen = ask(&host, PRAP_CHECKLIST_NO_START_EVIDENCE, test_day(2023, 5, 26));
    assert_int_equal(item_of(&seen, 0, PRAP_EVENT_CONTACT_ATTEMPTED)->state, PRAP_CHECK_DONE);
    assert_int_equal(item_of(&seen, 0, PRAP_EVENT_CONTACT_ATTEMPTED)->sequence, 5); /* the last of them */
    assert_int_equal(state_of(&seen, PRAP_FACT_REASON), PRAP_CHECK_DONE);
    assert_int_equal(state_of(&seen, PRAP_FACT_EVIDENCE_HELD), PRAP_CHECK_MISSING);
    assert_int_equal(state_of(&seen, PRAP_FACT_TOLD), PRAP_CHECK_MISSING); /* optional: not counted */
    assert_int_equal(seen.list.n_required, 3);
    assert_int_equal(seen.list.n_missing, 1);
    assert_int_equal(test_host_close(&host), 0);
}

static void all_lists_come_in_order_and_a_visitor_may_stop(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    accept_a(&host);
    const struct seen seen = ask(&host, 0, test_day(2023, 5, 9));
    assert_int_equal(seen.n, prap_word_count(PRAP_WORDS_CHECKLIST));
    for (uint32_t i = 0; i < seen.n; i++) {
        assert_int_equal(seen.numbers[i], prap_word_at(PRAP_WORDS_CHECKLIST, i)->number);
    }
    struct seen stopped = {.stop_with = 4711};
    const prap_key key = test_key("A");
    const prap_day day = test_day(2023, 5, 9);
    assert_int_equal(prap_engine_checklist(host.engine, &key, day, 0, see, &stopped, NULL), 4711);
    assert_int_equal(stopped.n, 1);
    struct seen again = {.engine = host.engine, .stop_with = PRAP_OK};
    assert_int_equal(prap_engine_checklist(host.engine, &key, day, PRAP_CHECKLIST_PRAP14, see, &again, NULL), PRAP_OK);
    assert_int_equal(again.inner, PRAP_E_REENTRY);
    assert_int_equal(test_host_close(&host), 0);
}

static prap_status see_kept(void *user, const prap_kept *kept) {
    prap_kept *all = user;
    assert_int_equal(kept->size, sizeof *kept);
    all[kept->record] = *kept;
    return PRAP_OK;
}

static prap_status stop_at_once(void *user, const prap_kept *kept) {
    unsigned *n = user;
    ++*n;
    return kept->record == PRAP_RECORD_REFERRAL ? 4711 : PRAP_OK;
}

static void records_are_what_the_events_made(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    start_a(&host);
    for (int32_t day = 15; day < 17; day++) {
        prap_command attempt = test_command("A", PRAP_EVENT_FACE_TO_FACE_HELD, test_day(2023, 5, day));
        submit_permitted(&host, &attempt);
    }
    SAY(&host, ENTRY_VOIDED, test_day(2023, 5, 17), {PRAP_FACT_VOIDS, PRAP_VALUE_NUMBER, 5},
        {PRAP_FACT_REASON, OPTION, PRAP_OPTION_ENTERED_IN_ERROR});
    prap_kept all[64] = {{0}};
    const prap_key key = test_key("A");
    assert_int_equal(prap_engine_records(host.engine, &key, test_day(2023, 5, 16), see_kept, all, NULL), PRAP_OK);
    assert_int_equal(all[PRAP_RECORD_CONTACT_LOG].n_events, 2);
    assert_int_equal(all[PRAP_RECORD_CONTACT_LOG].first, 4);
    assert_int_equal(all[PRAP_RECORD_CONTACT_LOG].last, 5);
    assert_int_equal(all[PRAP_RECORD_CONTACT_LOG].first_on, test_day(2023, 5, 15));
    assert_int_equal(all[PRAP_RECORD_CONTACT_LOG].last_on, test_day(2023, 5, 16));
    assert_int_equal(all[PRAP_RECORD_START_EVIDENCE].n_events, 1);
    assert_int_equal(all[PRAP_RECORD_PRAP14].n_events, 0);
    assert_int_equal(prap_engine_records(host.engine, &key, test_day(2023, 5, 17), see_kept, all, NULL), PRAP_OK);
    assert_int_equal(all[PRAP_RECORD_CONTACT_LOG].n_events, 1);
    unsigned n = 0;
    assert_int_equal(prap_engine_records(host.engine, &key, test_day(2023, 5, 17), stop_at_once, &n, NULL), 4711);
    assert_int_equal(n, 1);
    assert_int_equal(test_host_close(&host), 0);
}

static void questions_that_cannot_be_answered(void **state) {
    (void)state;
    struct test_host host;
    prap_store store;
    open_without(&host, &store, false, false);
    const prap_key key = test_key("A"), none = test_key("");
    const prap_day day = test_day(2023, 5, 9);
    struct seen seen = {0};
    prap_kept all[64];
    prap_error *reterr = &host.error;
    prap_engine *engine = host.engine;
    assert_error(&host, prap_engine_checklist(NULL, &key, day, 0, see, &seen, reterr), PRAP_E_NULL, "");
    assert_error(&host, prap_engine_checklist(engine, NULL, day, 0, see, &seen, reterr), PRAP_E_NULL, "");
    assert_error(&host, prap_engine_checklist(engine, &key, day, 0, NULL, &seen, reterr), PRAP_E_NULL, "");
    assert_error(&host, prap_engine_records(engine, &key, day, NULL, all, reterr), PRAP_E_NULL, "");
    assert_error(&host, prap_engine_checklist(engine, &key, day, 999, see, &seen, reterr), PRAP_E_WORD, "checklist");
    assert_error(&host, prap_engine_checklist(engine, &none, day, 0, see, &seen, reterr), PRAP_E_REQUIRED, "case");
    assert_error(&host, prap_engine_checklist(engine, &key, INT32_MAX, 0, see, &seen, reterr), PRAP_E_DAY, "as_of");
    assert_int_equal(prap_engine_checklist(engine, &key, day, 0, see, &seen, reterr), PRAP_E_NO_READ);
    assert_int_equal(prap_engine_records(engine, &key, day, see_kept, all, reterr), PRAP_E_NO_READ);
    assert_int_equal(test_host_close(&host), 0);
    test_host_open(&host, NULL, 0);
    host.error.size = sizeof host.error;
    assert_error(&host, prap_engine_checklist(host.engine, &key, day, 0, see, &seen, reterr), PRAP_E_NO_CASE, "case");
    assert_error(&host, prap_engine_records(host.engine, &key, day, see_kept, all, reterr), PRAP_E_NO_CASE, "case");
    assert_int_equal(seen.n, 0);
    assert_int_equal(test_host_close(&host), 0);
}

static void say_found(struct test_host *host, uint32_t event, uint32_t fact, int64_t option) {
    const prap_fact made[] = {{PRAP_FACT_MADE, PRAP_VALUE_DAY, test_day(2023, 3, 1)}};
    const prap_fact facts[] = {{fact, OPTION, option}, {PRAP_FACT_ON_DWP_PROVISION, YES, 0}};
    prap_command command = test_command("A", event, test_day(2023, 3, 1));
    command.programme = PRAP_PROGRAMME_WHP;
    command.facts = fact == 0 ? made : facts;
    command.n_facts = fact != 0 ? 2 : event == PRAP_EVENT_REFERRAL_RECEIVED;
    submit_permitted(host, &command);
}

/* AMB-95: what IPES asks for is nobody's duty there; what is kept has the rule of memo 08 and chapter 15. */
static void another_programme_keeps_by_its_own_rules(void **state) {
    (void)state;
    static const struct {
        uint32_t option;
        const char *rule;
    } rows[] = {{PRAP_OPTION_INELIGIBLE, "M08-INEL-6"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct test_host host;
        const prap_key key = test_key("A");
        prap_kept all[64] = {{0}};
        test_host_open_supplemented(&host, PRAP_PROGRAMME_WHP, NULL);
        say_found(&host, PRAP_EVENT_REFERRAL_RECEIVED, 0, 0);
        say_found(&host, PRAP_EVENT_ACCEPT, 0, 0);
        say_found(&host, PRAP_EVENT_START_RECORDED, 0, 0);
        say_found(&host, PRAP_EVENT_ERROR_FOUND, PRAP_FACT_SCENARIO, rows[i].option);
        say_found(&host, PRAP_EVENT_PRAP14_SENT, 0, 0);
        assert_int_equal(ask(&host, 0, test_day(2023, 5, 9)).n, 0);
        assert_int_equal(ask(&host, PRAP_CHECKLIST_PRAP14, test_day(2023, 5, 9)).n, 0);
        assert_int_equal(prap_engine_records(host.engine, &key, test_day(2023, 5, 9), see_kept, all, NULL), PRAP_OK);
        assert_string_equal(prap_rule_by_number(all[PRAP_RECORD_REFERRAL].rule)->id, "CH15-38-N-a");
        assert_string_equal(prap_rule_by_number(all[PRAP_RECORD_PRAP14].rule)->id, rows[i].rule);
        assert_int_equal(all[PRAP_RECORD_ACKNOWLEDGEMENT].n_events, 0);
        assert_int_equal(all[PRAP_RECORD_START_EVIDENCE].n_events, 0);
        assert_int_equal(test_host_close(&host), 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_handover_has_what_was_said_of_it),
        cmocka_unit_test(a_list_grows_complete),
        cmocka_unit_test(what_was_voided_does_not_count),
        cmocka_unit_test(a_second_occasion_begins_anew),
        cmocka_unit_test(evidence_of_no_start),
        cmocka_unit_test(all_lists_come_in_order_and_a_visitor_may_stop),
        cmocka_unit_test(records_are_what_the_events_made),
        cmocka_unit_test(questions_that_cannot_be_answered),
        cmocka_unit_test(another_programme_keeps_by_its_own_rules),
    };
    return cmocka_run_group_tests_name("checklist", tests, NULL, NULL);
}
