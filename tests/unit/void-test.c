/*
 * void-test.c: a mistake is voided by a later entry and stays in the history: what may be voided, what the case
 * is without it, and what was shown of the days before.
 */
#include "engine-cases.h"

/* Received, accepted, two attempts that reached nobody, the meeting: entries 1 to 5. */
static void open_attended(struct test_host *host, const prap_setting *settings, size_t n) {
    static const prap_fact reached[] = {{PRAP_FACT_REACHED, PRAP_VALUE_NO, 0}};
    test_host_open(host, settings, n);
    const prap_command first = received("A"), accept = accepted("A");
    submit_permitted(host, &first);
    submit_permitted(host, &accept);
    for (int32_t day = 10; day <= 11; day++) {
        prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, day));
        attempt.facts = reached;
        attempt.n_facts = 1;
        submit_permitted(host, &attempt);
    }
    const prap_command meeting = test_command("A", PRAP_EVENT_MEETING_ATTENDED, test_day(2023, 5, 12));
    submit_permitted(host, &meeting);
}

static prap_status void_on(struct test_host *host, int32_t sequence, prap_day on, const char *id) {
    const prap_fact facts[] = {{PRAP_FACT_VOIDS, PRAP_VALUE_NUMBER, sequence}};
    prap_command command = test_command("A", PRAP_EVENT_ENTRY_VOIDED, on);
    command.id = test_text(id);
    command.facts = facts;
    command.n_facts = 1;
    return test_host_submit(host, &command);
}

static prap_status void_entry(struct test_host *host, int32_t sequence) {
    return void_on(host, sequence, test_day(2023, 5, 15), "");
}

static void void_permitted(struct test_host *host, int32_t sequence) {
    assert_int_equal(void_entry(host, sequence), PRAP_OK);
    assert_int_equal(test_host_summary(host)->verdict, PRAP_VERDICT_PERMITTED);
}

/* The one reason of a refusal, and nothing stored. */
static void void_refused(struct test_host *host, int32_t sequence, uint32_t reason) {
    const uint64_t version = memory_store_version(host->store, test_key("A"));
    assert_int_equal(void_entry(host, sequence), PRAP_OK);
    assert_int_equal(test_host_summary(host)->verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(prap_answer_reason_count(host->answer), 1);
    assert_int_equal(prap_answer_reason_at(host->answer, 0)->reason, reason);
    assert_int_equal(prap_answer_reason_at(host->answer, 0)->fact, PRAP_FACT_VOIDS);
    assert_int_equal(memory_store_version(host->store, test_key("A")), version);
}

static bool has_notice(const struct test_host *host, uint32_t number) {
    for (uint32_t i = 0; i < prap_answer_notice_count(host->answer); i++)
        if (prap_answer_notice_at(host->answer, i)->notice == number) return true;
    return false;
}

static const prap_summary *shown(struct test_host *host, prap_day as_of) {
    const prap_key key = test_key("A");
    assert_int_equal(prap_engine_show(host->engine, &key, as_of, host->answer, NULL), PRAP_OK);
    return test_host_summary(host);
}

static void the_last_entry_is_voided(void **state) {
    (void)state;
    struct test_host host;
    open_attended(&host, NULL, 0);
    void_permitted(&host, 5);
    const prap_summary *summary = test_host_summary(&host);
    assert_int_equal(summary->stage, PRAP_STATE_ACCEPTED);
    assert_int_equal(summary->attended_on, PRAP_DAY_NONE);
    assert_int_equal(summary->attempts_failed, 2);
    assert_int_equal(summary->version, 6); /* the void is an entry too */
    assert_true(has_notice(&host, PRAP_NOTICE_ENTRY_VOIDED));
    assert_int_equal(memory_store_stage(host.store, test_key("A")), PRAP_STATE_ACCEPTED);
    assert_int_equal(memory_store_notice_count(host.store, test_key("A")) > 0, 1);
    const prap_command again = test_command("A", PRAP_EVENT_MEETING_ATTENDED, test_day(2023, 5, 15));
    submit_permitted(&host, &again); /* the case goes on from where it stood */
    assert_int_equal(test_host_summary(&host)->attended_on, test_day(2023, 5, 15));
    assert_int_equal(test_host_close(&host), 0);
}

static void one_in_the_middle_is_voided(void **state) {
    (void)state;
    struct test_host host;
    open_attended(&host, NULL, 0);
    void_permitted(&host, 3);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_ATTENDED);
    assert_int_equal(test_host_summary(&host)->attended_on, test_day(2023, 5, 12));
    assert_int_equal(test_host_summary(&host)->attempts_failed, 1);
    void_permitted(&host, 4); /* and the next, with a void in the journal already */
    assert_int_equal(test_host_summary(&host)->attempts_failed, 0);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_ATTENDED);
    assert_int_equal(test_host_summary(&host)->version, 7);
    assert_int_equal(test_host_close(&host), 0);
}

static void what_later_entries_depend_on_stays(void **state) {
    (void)state;
    struct test_host host;
    open_attended(&host, NULL, 0);
    void_refused(&host, 2, PRAP_REASON_VOID_FREES_NONE); /* no meeting without an acceptance (F-I-04) */
    assert_int_equal(prap_answer_reason_at(host.answer, 0)->cure_event, PRAP_EVENT_ENTRY_VOIDED);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_ATTENDED);
    void_permitted(&host, 5); /* the cure: void what depends on it first */
    void_permitted(&host, 2);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_RECEIVED);
    assert_int_equal(test_host_summary(&host)->acknowledged_on, PRAP_DAY_NONE);
    assert_int_equal(test_host_summary(&host)->attempts_failed, 2); /* contact needs no acceptance (T-I-17) */
    assert_int_equal(test_host_close(&host), 0);
}

static void what_cannot_be_voided(void **state) {
    (void)state;
    struct test_host host;
    open_attended(&host, NULL, 0);
    void_refused(&host, 1, PRAP_REASON_VOID_IS_POSSIBLE); /* without it there is no case */
    void_permitted(&host, 3);
    void_refused(&host, 3, PRAP_REASON_VOID_IS_POSSIBLE); /* voided already */
    void_refused(&host, 6, PRAP_REASON_VOID_IS_POSSIBLE); /* a voiding */
    void_refused(&host, 7, PRAP_REASON_VOID_IS_POSSIBLE); /* itself */
    void_refused(&host, 99, PRAP_REASON_VOID_IS_POSSIBLE);
    void_refused(&host, 0, PRAP_REASON_VOID_IS_POSSIBLE);
    const prap_fact facts[] = {{PRAP_FACT_VOIDS, PRAP_VALUE_NUMBER, 1},
                               {PRAP_FACT_OVERRIDE, PRAP_VALUE_OPTION, PRAP_OPTION_DWP_SAID_SO}};
    prap_command command = test_command("A", PRAP_EVENT_ENTRY_VOIDED, test_day(2023, 5, 15));
    command.facts = facts;
    command.n_facts = 2;
    assert_int_equal(test_host_submit(&host, &command), PRAP_OK); /* nor with an override: it cannot have happened */
    assert_int_equal(test_host_summary(&host)->verdict, PRAP_VERDICT_REFUSED);
    command = test_command("N", PRAP_EVENT_ENTRY_VOIDED, test_day(2023, 5, 15));
    assert_error(&host, test_host_submit(&host, &command), PRAP_E_NO_CASE, "case");
    assert_int_equal(test_host_close(&host), 0);
}

static void which_entry_must_be_said(void **state) {
    (void)state;
    struct test_host host;
    open_attended(&host, NULL, 0);
    const prap_fact unknown[] = {{PRAP_FACT_VOIDS, PRAP_VALUE_UNKNOWN, 0}};
    for (size_t n = 0; n < 2; n++) {
        prap_command command = test_command("A", PRAP_EVENT_ENTRY_VOIDED, test_day(2023, 5, 15));
        command.facts = unknown;
        command.n_facts = n;
        assert_int_equal(test_host_submit(&host, &command), PRAP_OK);
        assert_int_equal(test_host_summary(&host)->verdict, PRAP_VERDICT_UNDECIDED);
        assert_int_equal(prap_answer_reason_count(host.answer), 1);
        assert_int_equal(prap_answer_reason_at(host.answer, 0)->reason, PRAP_REASON_VOID_IS_POSSIBLE);
        assert_int_equal(prap_answer_reason_at(host.answer, 0)->fact, PRAP_FACT_VOIDS);
        assert_int_equal(test_host_summary(&host)->version, 5);
    }
    assert_int_equal(test_host_close(&host), 0);
}

static void a_void_needs_the_journal(void **state) {
    (void)state;
    struct test_host host;
    prap_store store;
    open_without(&host, &store, false, true);
    const prap_command first = received("A"), accept = accepted("A");
    submit_permitted(&host, &first);
    submit_permitted(&host, &accept);
    assert_error(&host, void_entry(&host, 2), PRAP_E_NO_READ, "");
    const prap_fact facts[] = {{PRAP_FACT_VOIDS, PRAP_VALUE_NUMBER, 2}};
    prap_command command = test_command("A", PRAP_EVENT_ENTRY_VOIDED, test_day(2023, 5, 15));
    assert_int_equal(test_host_preview(&host, &command), PRAP_OK); /* nothing said, nothing to look up */
    assert_int_equal(test_host_summary(&host)->verdict, PRAP_VERDICT_UNDECIDED);
    command.facts = facts;
    command.n_facts = 1;
    assert_error(&host, test_host_preview(&host, &command), PRAP_E_NO_READ, "");
    assert_int_equal(memory_store_version(host.store, test_key("A")), 2);
    assert_int_equal(test_host_close(&host), 0);
}

/* 32 entries of a case can be voided; the journal then is several pages long. */
static void there_is_a_most(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    for (int n = 2; n <= 35; n++) {
        const prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 9));
        submit_permitted(&host, &attempt);
    }
    for (int32_t n = 2; n <= 33; n++)
        void_permitted(&host, n);
    assert_int_equal(test_host_summary(&host)->attempts, 2);
    assert_error(&host, void_entry(&host, 34), PRAP_E_LIMIT, "");
    assert_int_equal(shown(&host, test_day(2023, 5, 15))->version, 67);
    assert_int_equal(shown(&host, test_day(2023, 5, 9))->attempts, 34);
    unsigned seen = 0;
    const prap_key key = test_key("A");
    assert_int_equal(prap_engine_history(host.engine, &key, test_day(2023, 5, 15), pass_event, &seen, NULL), PRAP_OK);
    assert_int_equal(seen, 67);
    const prap_command accept = test_command("A", PRAP_EVENT_ACCEPT, test_day(2023, 5, 15));
    assert_int_equal(test_host_submit(&host, &accept), PRAP_OK); /* everything else goes on: judged, and too late */
    assert_int_equal(test_host_summary(&host)->verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(test_host_close(&host), 0);
}

/* 5.9, 9: a later entry changes no earlier day. */
static void the_days_before_a_void_stay_as_they_were(void **state) {
    (void)state;
    struct test_host host;
    open_attended(&host, NULL, 0);
    void_permitted(&host, 5);
    void_permitted(&host, 3);
    const prap_summary *summary = shown(&host, test_day(2023, 5, 14));
    assert_int_equal(summary->stage, PRAP_STATE_ATTENDED);
    assert_int_equal(summary->attended_on, test_day(2023, 5, 12));
    assert_int_equal(summary->attempts, 2);
    assert_int_equal(summary->version, 5);
    summary = shown(&host, test_day(2023, 5, 15));
    assert_int_equal(summary->stage, PRAP_STATE_ACCEPTED);
    assert_int_equal(summary->attempts, 1);
    assert_int_equal(summary->version, 7);
    /* A question about the earlier day is judged by it as well. */
    const prap_fact facts[] = {{PRAP_FACT_VOIDS, PRAP_VALUE_NUMBER, 4}};
    prap_command earlier = test_command("A", PRAP_EVENT_ENTRY_VOIDED, test_day(2023, 5, 11));
    earlier.facts = facts;
    earlier.n_facts = 1;
    assert_int_equal(test_host_preview(&host, &earlier), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(test_host_summary(&host)->version, 5); /* of the entries 1 to 4 and this one */
    assert_int_equal(test_host_summary(&host)->attempts, 1);
    assert_int_equal(test_host_close(&host), 0);
}

struct voided_by {
    uint64_t of[16];
    uint32_t events[16];
    size_t n;
};

static prap_status see_voided_by(void *user, const prap_event_view *event) {
    struct voided_by *seen = user;
    assert_int_equal(event->sequence, seen->n + 1);
    seen->events[seen->n] = event->event;
    seen->of[seen->n++] = event->voided_by;
    return PRAP_OK;
}

static void a_history_says_what_voids_what(void **state) {
    (void)state;
    struct test_host host;
    open_attended(&host, NULL, 0);
    void_permitted(&host, 5);
    assert_int_equal(void_on(&host, 3, test_day(2023, 5, 16), ""), PRAP_OK);
    const prap_key key = test_key("A");
    static const uint64_t at_the_end[] = {0, 0, 7, 0, 6, 0, 0};
    static const uint64_t a_day_earlier[] = {0, 0, 0, 0, 6, 0};
    struct voided_by seen = {.n = 0};
    assert_int_equal(prap_engine_history(host.engine, &key, test_day(2023, 5, 16), see_voided_by, &seen, NULL),
                     PRAP_OK);
    assert_int_equal(seen.n, 7);
    assert_memory_equal(seen.of, at_the_end, sizeof at_the_end);
    assert_int_equal(seen.events[5], PRAP_EVENT_ENTRY_VOIDED);
    assert_int_equal(seen.events[4], PRAP_EVENT_MEETING_ATTENDED); /* it stays */
    seen.n = 0;
    assert_int_equal(prap_engine_history(host.engine, &key, test_day(2023, 5, 15), see_voided_by, &seen, NULL),
                     PRAP_OK);
    assert_int_equal(seen.n, 6);
    assert_memory_equal(seen.of, a_day_earlier, sizeof a_day_earlier);
    assert_int_equal(test_host_close(&host), 0);
}

static void a_preview_voids_nothing(void **state) {
    (void)state;
    struct test_host host;
    open_attended(&host, NULL, 0);
    const prap_fact facts[] = {{PRAP_FACT_VOIDS, PRAP_VALUE_NUMBER, 5}};
    prap_command command = test_command("A", PRAP_EVENT_ENTRY_VOIDED, test_day(2023, 5, 15));
    command.facts = facts;
    command.n_facts = 1;
    memory_store_order(host.store, NULL);
    assert_int_equal(test_host_preview(&host, &command), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_ACCEPTED);
    assert_int_equal(test_host_summary(&host)->version, 6);
    assert_false(memory_store_committed(host.store));
    assert_int_equal(shown(&host, test_day(2023, 5, 15))->stage, PRAP_STATE_ATTENDED);
    assert_int_equal(test_host_close(&host), 0);
}

static void the_same_void_again_is_a_duplicate(void **state) {
    (void)state;
    struct test_host host;
    open_attended(&host, NULL, 0);
    const prap_day on = test_day(2023, 5, 15);
    assert_int_equal(void_on(&host, 5, on, "v5"), PRAP_OK);
    for (int i = 0; i < 2; i++) { /* as the last entry of the case, and with another after it */
        assert_int_equal(void_on(&host, 5, on, "v5"), PRAP_OK);
        const prap_summary *summary = test_host_summary(&host);
        assert_int_equal(summary->verdict, PRAP_VERDICT_PERMITTED);
        assert_int_equal(summary->duplicate, 1);
        assert_int_equal(summary->version, 6);
        assert_int_equal(summary->stage, PRAP_STATE_ACCEPTED);
        assert_int_equal(summary->attempts, 2);
        assert_error(&host, void_on(&host, 4, on, "v5"), PRAP_E_ID_REUSED, "id");
        if (i == 0) void_permitted(&host, 3);
        assert_int_equal(memory_store_version(host.store, test_key("A")), 7);
    }
    assert_int_equal(test_host_close(&host), 0);
}

/* Entered under settings by which one attempt was enough for a DNA; later three are wanted. */
static void what_was_recorded_under_other_settings_stands(void **state) {
    (void)state;
    static const prap_setting one[] = {{PRAP_POLICY_MIN_ATTEMPTS, 1}};
    static const prap_setting three[] = {{PRAP_POLICY_MIN_ATTEMPTS, 3}};
    struct test_host host;
    open_attended(&host, one, 1);
    void_permitted(&host, 5);
    void_permitted(&host, 4);
    prap_command dna = test_command("A", PRAP_EVENT_DNA_RECORDED, test_day(2023, 5, 15));
    submit_permitted(&host, &dna);
    void_refused(&host, 3, PRAP_REASON_VOID_FREES_NONE); /* the one attempt */
    struct memory_store *store = memory_store_copy(host.store);
    assert_int_equal(test_host_close(&host), 0);

    test_host_reopen(&host, store, three, 1);
    void_permitted(&host, 3); /* the DNA would not stand today either, so the void takes nothing from it */
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_DNA);
    assert_int_equal(test_host_summary(&host)->attempts, 0);
    assert_int_equal(test_host_close(&host), 0);
}

static void flip_last_bit(void *user, enum memory_store_call call, prap_row *row, uint8_t *record, size_t room) {
    (void)user;
    (void)call;
    (void)room;
    record[row->record.n - 1] ^= 1;
}

/* Between two readings of the journal the store may fail, or show something else. */
static void a_journal_that_changes_while_it_is_read(void **state) {
    (void)state;
    struct test_host host;
    open_attended(&host, NULL, 0);
    struct memory_store_trouble trouble = {
        .fault = MEMORY_STORE_PUSH_NOTHING, .nth = 2, .only = MEMORY_STORE_READ, .status = PRAP_OK};
    memory_store_order(host.store, &trouble);
    assert_int_equal(void_entry(&host, 5), PRAP_E_DAMAGED);
    trouble.fault = MEMORY_STORE_PUSH_TWICE;
    memory_store_order(host.store, &trouble);
    assert_int_equal(void_entry(&host, 5), PRAP_E_DAMAGED);
    trouble.fault = MEMORY_STORE_ALTER;
    trouble.alter = flip_last_bit;
    memory_store_order(host.store, &trouble);
    assert_int_equal(void_entry(&host, 5), PRAP_E_DAMAGED);
    trouble.fault = MEMORY_STORE_STATUS_BEFORE;
    trouble.status = PRAP_FAIL;
    memory_store_order(host.store, &trouble);
    assert_int_equal(void_entry(&host, 5), PRAP_FAIL);
    memory_store_order(host.store, NULL);
    assert_int_equal(memory_store_version(host.store, test_key("A")), 5);
    void_permitted(&host, 5);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_entry_is_voided),
        cmocka_unit_test(one_in_the_middle_is_voided),
        cmocka_unit_test(what_later_entries_depend_on_stays),
        cmocka_unit_test(what_cannot_be_voided),
        cmocka_unit_test(which_entry_must_be_said),
        cmocka_unit_test(a_void_needs_the_journal),
        cmocka_unit_test(there_is_a_most),
        cmocka_unit_test(the_days_before_a_void_stay_as_they_were),
        cmocka_unit_test(a_history_says_what_voids_what),
        cmocka_unit_test(a_preview_voids_nothing),
        cmocka_unit_test(the_same_void_again_is_a_duplicate),
        cmocka_unit_test(what_was_recorded_under_other_settings_stands),
        cmocka_unit_test(a_journal_that_changes_while_it_is_read),
    };
    return cmocka_run_group_tests_name("void", tests, NULL, NULL);
}
