/*
 * import-test.c: a case is taken over from another system at its stage, with what is known of it. What is not
 * known is said to be unknown; what contradicts itself, or could not have come yet, is refused.
 */
#include "engine-cases.h"

enum { FACTS = 16 };

struct facts {
    prap_fact list[FACTS];
    size_t n;
};

static void say(struct facts *facts, uint32_t fact, uint32_t kind, int32_t value) {
    facts->list[facts->n++] = (prap_fact){fact, kind, value};
}

static struct facts at(int32_t stage) {
    struct facts facts = {.n = 0};
    say(&facts, PRAP_FACT_STAGE, PRAP_VALUE_OPTION, stage);
    return facts;
}

static void on(struct facts *facts, uint32_t fact, int32_t month, int32_t day) {
    say(facts, fact, PRAP_VALUE_DAY, test_day(2023, month, day));
}

static prap_command import(const struct facts *facts) {
    prap_command command = test_command("A", PRAP_EVENT_CASE_IMPORTED, test_day(2023, 6, 30));
    command.facts = facts->list;
    command.n_facts = facts->n;
    return command;
}

static const prap_summary *import_permitted(struct test_host *host, const struct facts *facts) {
    const prap_command command = import(facts);
    submit_permitted(host, &command);
    assert_int_equal(test_host_summary(host)->imported, 1);
    return test_host_summary(host);
}

static bool is_unknown(const struct test_host *host, uint32_t fact) {
    for (uint32_t i = 0; i < prap_answer_notice_count(host->answer); i++) {
        const prap_notice *notice = prap_answer_notice_at(host->answer, i);
        if (notice->notice == PRAP_NOTICE_UNKNOWN_ON_IMPORT && notice->fact == fact) return true;
    }
    return false;
}

static uint32_t unknown_count(const struct test_host *host) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < prap_answer_notice_count(host->answer); i++)
        n += prap_answer_notice_at(host->answer, i)->notice == PRAP_NOTICE_UNKNOWN_ON_IMPORT;
    return n;
}

static const prap_deadline *deadline(const struct test_host *host, uint32_t number) {
    for (uint32_t i = 0; i < prap_answer_deadline_count(host->answer); i++)
        if (prap_answer_deadline_at(host->answer, i)->deadline == number)
            return prap_answer_deadline_at(host->answer, i);
    return NULL;
}

/* Imported, read back from its snapshot and from its journal, a case stands the same. */
static void assert_kept(struct test_host *host) {
    const prap_summary taken = *test_host_summary(host);
    const prap_key key = test_key("A");
    const prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 7, 3));
    for (int i = 0; i < 2; i++) {
        assert_int_equal(prap_engine_show(host->engine, &key, test_day(2023, 6, 30), host->answer, NULL), PRAP_OK);
        prap_summary shown = *test_host_summary(host);
        shown.verdict = taken.verdict; /* a case that is shown was asked nothing */
        shown.event = taken.event;
        shown.on = taken.on;
        assert_memory_equal(&shown, &taken, sizeof taken);
        if (i == 0) assert_int_equal(test_host_submit(host, &attempt), PRAP_OK);
    }
}

/* Whatever the stage, the least that must be said of it is enough, and all the rest is unknown. */
static void each_stage_with_the_least(void **state) {
    (void)state;
    static const struct {
        int32_t stage;
        uint32_t needs, to, feed, unknown;
    } rows[] = {
        {PRAP_OPTION_AT_RECEIVED, PRAP_FACT_RECEIVED_ON, PRAP_STATE_RECEIVED, PRAP_FEED_NOT_OPEN, 1},
        {PRAP_OPTION_AT_ACCEPTED, 0, PRAP_STATE_ACCEPTED, PRAP_FEED_NOT_OPEN, 3},
        {PRAP_OPTION_AT_ATTENDED, PRAP_FACT_ATTENDED_ON, PRAP_STATE_ATTENDED, PRAP_FEED_NOT_OPEN, 3},
        {PRAP_OPTION_AT_PRE_WORK, PRAP_FACT_START_ON, PRAP_STATE_PRE_WORK, PRAP_FEED_OPEN, 4},
        {PRAP_OPTION_AT_IN_WORK, PRAP_FACT_START_ON, PRAP_STATE_IN_WORK, PRAP_FEED_OPEN, 4},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct test_host host;
        test_host_open(&host, NULL, 0);
        struct facts facts = at(rows[i].stage);
        if (rows[i].needs != 0) {
            prap_command command = import(&facts);
            assert_int_equal(test_host_submit(&host, &command), PRAP_OK);
            assert_int_equal(test_host_summary(&host)->verdict, PRAP_VERDICT_UNDECIDED);
            assert_int_equal(prap_answer_reason_count(host.answer), 1);
            assert_int_equal(prap_answer_reason_at(host.answer, 0)->fact, rows[i].needs);
            assert_int_equal(memory_store_case_count(host.store), 0);
            on(&facts, rows[i].needs, 5, 12);
        }
        const prap_summary *summary = import_permitted(&host, &facts);
        assert_int_equal(summary->stage, rows[i].to);
        assert_int_equal(summary->feed, rows[i].feed);
        const bool waits = rows[i].needs == PRAP_FACT_RECEIVED_ON; /* and its deadlines are counted from that day */
        assert_int_equal(summary->received_on, waits ? test_day(2023, 5, 12) : PRAP_DAY_NONE);
        assert_int_equal(summary->acknowledged_on, PRAP_DAY_NONE);
        assert_int_equal(summary->referral_kind, PRAP_REFERRAL_KIND_NEW);
        assert_int_equal(summary->attended_on, rows[i].needs != 0 && !waits ? test_day(2023, 5, 12) : PRAP_DAY_NONE);
        assert_int_equal(unknown_count(&host), rows[i].unknown);
        assert_int_equal(deadline(&host, PRAP_DEADLINE_ACK) != NULL, waits);
        assert_int_equal(deadline(&host, PRAP_DEADLINE_AUTO60) != NULL, waits);
        assert_int_equal(deadline(&host, PRAP_DEADLINE_ALLOT) != NULL, rows[i].feed == PRAP_FEED_OPEN);
        assert_kept(&host);
        assert_int_equal(test_host_close(&host), 0);
    }
}

static struct facts everything(void) {
    struct facts facts = at(PRAP_OPTION_AT_IN_WORK);
    on(&facts, PRAP_FACT_MADE, 5, 4);
    on(&facts, PRAP_FACT_RECEIVED_ON, 5, 5);
    on(&facts, PRAP_FACT_ACKNOWLEDGED_ON, 5, 9);
    on(&facts, PRAP_FACT_ATTENDED_ON, 5, 15);
    on(&facts, PRAP_FACT_START_ON, 5, 15);
    on(&facts, PRAP_FACT_PLAN_ON, 5, 22);
    on(&facts, PRAP_FACT_ENTERED_ON, 5, 16);
    on(&facts, PRAP_FACT_FACE_TO_FACE_ON, 6, 12);
    on(&facts, PRAP_FACT_WEEKLY_OFFER_ON, 5, 17);
    on(&facts, PRAP_FACT_WORK_STARTED_ON, 6, 19);
    say(&facts, PRAP_FACT_ATTEMPTS, PRAP_VALUE_NUMBER, 3);
    return facts;
}

static void everything_that_is_known(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const struct facts facts = everything();
    const prap_summary *summary = import_permitted(&host, &facts);
    assert_int_equal(unknown_count(&host), 0);
    assert_int_equal(summary->made_on, test_day(2023, 5, 4));
    assert_int_equal(summary->received_on, test_day(2023, 5, 5));
    assert_int_equal(summary->acknowledged_on, test_day(2023, 5, 9));
    assert_int_equal(summary->attended_on, test_day(2023, 5, 15));
    assert_int_equal(summary->start_on, test_day(2023, 5, 15));
    assert_int_equal(summary->plan_on, test_day(2023, 5, 22));
    assert_int_equal(summary->entered_on, test_day(2023, 5, 16));
    assert_int_equal(summary->face_to_face_on, test_day(2023, 6, 12));
    assert_int_equal(summary->work_on, test_day(2023, 6, 19));
    assert_int_equal(summary->attempts, 3);
    assert_int_equal(summary->attempts_failed, 3);
    assert_int_equal(deadline(&host, PRAP_DEADLINE_ACK)->status, PRAP_DEADLINE_STATUS_MET);
    assert_int_equal(deadline(&host, PRAP_DEADLINE_WEEKLY)->status, PRAP_DEADLINE_STATUS_MET);
    assert_int_equal(deadline(&host, PRAP_DEADLINE_F2F4)->anchor, test_day(2023, 6, 12));
    assert_kept(&host);
    assert_int_equal(test_host_close(&host), 0);
}

/* The day made stands for the day of receipt, and the other way about; what was done on no known day is not missed. */
static void one_day_stands_for_the_other(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct facts facts = at(PRAP_OPTION_AT_ACCEPTED);
    on(&facts, PRAP_FACT_MADE, 6, 1);
    const prap_summary *summary = import_permitted(&host, &facts);
    assert_int_equal(summary->received_on, test_day(2023, 6, 1));
    assert_true(is_unknown(&host, PRAP_FACT_RECEIVED_ON));
    assert_true(is_unknown(&host, PRAP_FACT_ACKNOWLEDGED_ON));
    assert_false(is_unknown(&host, PRAP_FACT_MADE));
    assert_int_equal(deadline(&host, PRAP_DEADLINE_ACK)->status, PRAP_DEADLINE_STATUS_CLEARED);
    assert_kept(&host);
    assert_int_equal(test_host_close(&host), 0);

    test_host_open(&host, NULL, 0);
    facts = at(PRAP_OPTION_AT_RECEIVED);
    on(&facts, PRAP_FACT_RECEIVED_ON, 6, 1);
    summary = import_permitted(&host, &facts);
    assert_int_equal(summary->made_on, test_day(2023, 6, 1));
    assert_int_equal(deadline(&host, PRAP_DEADLINE_ACK)->status, PRAP_DEADLINE_STATUS_OVERDUE);
    assert_int_equal(test_host_close(&host), 0);
}

static void a_stage_that_is_not_known_is_asked_for(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const prap_fact unknown[] = {{PRAP_FACT_STAGE, PRAP_VALUE_UNKNOWN, 0}};
    for (size_t n = 0; n < 2; n++) {
        prap_command command = test_command("A", PRAP_EVENT_CASE_IMPORTED, test_day(2023, 6, 30));
        command.facts = unknown;
        command.n_facts = n;
        assert_int_equal(test_host_submit(&host, &command), PRAP_OK);
        assert_int_equal(test_host_summary(&host)->verdict, PRAP_VERDICT_UNDECIDED);
        assert_int_equal(prap_answer_reason_at(host.answer, 0)->reason, PRAP_REASON_IMPORT_STAGE_KNOWN);
        assert_int_equal(prap_answer_reason_at(host.answer, 0)->fact, PRAP_FACT_STAGE);
    }
    assert_int_equal(memory_store_case_count(host.store), 0);
    assert_int_equal(test_host_close(&host), 0);
}

static void refused_for(struct test_host *host, const struct facts *facts, uint32_t reason) {
    const prap_command command = import(facts);
    const uint64_t version = memory_store_version(host->store, test_key("A"));
    assert_int_equal(test_host_submit(host, &command), PRAP_OK);
    assert_int_equal(test_host_summary(host)->verdict, PRAP_VERDICT_REFUSED);
    bool found = false;
    for (uint32_t i = 0; i < prap_answer_reason_count(host->answer); i++)
        found = found || prap_answer_reason_at(host->answer, i)->reason == reason;
    assert_true(found);
    assert_int_equal(memory_store_version(host->store, test_key("A")), version);
}

/* Each day of a whole case, moved before the one it follows or after the day of taking over. */
static void days_that_contradict_one_another(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const struct facts sound = everything();
    for (size_t i = 2; i + 1 < sound.n; i++) { /* between the stage and the day made, and the attempts: the days */
        struct facts facts = sound;
        facts.list[i].value = test_day(2023, 7, 1);
        refused_for(&host, &facts, PRAP_REASON_IMPORT_IN_ORDER);
        facts.list[i].value = test_day(2023, 5, 3);
        refused_for(&host, &facts, PRAP_REASON_IMPORT_IN_ORDER);
    }
    struct facts facts = sound;
    facts.list[1].value = test_day(2023, 5, 6); /* made a day after the receipt */
    refused_for(&host, &facts, PRAP_REASON_IMPORT_IN_ORDER);
    facts = sound;
    facts.list[4].value = test_day(2023, 5, 14); /* attended a day before the start, which is the same day (3.28) */
    refused_for(&host, &facts, PRAP_REASON_IMPORT_IN_ORDER);
    say(&facts, PRAP_FACT_OVERRIDE, PRAP_VALUE_OPTION, PRAP_OPTION_DWP_SAID_SO);
    refused_for(&host, &facts, PRAP_REASON_IMPORT_IN_ORDER); /* cannot have happened, whoever says so */
    assert_int_equal(test_host_close(&host), 0);
}

/* A day of what comes only later does not go with the stage. */
static void a_day_from_a_later_stage(void **state) {
    (void)state;
    static const struct {
        int32_t stage;
        uint32_t fact;
    } rows[] = {
        {PRAP_OPTION_AT_RECEIVED, PRAP_FACT_ACKNOWLEDGED_ON}, {PRAP_OPTION_AT_ACCEPTED, PRAP_FACT_ATTENDED_ON},
        {PRAP_OPTION_AT_ACCEPTED, PRAP_FACT_PLAN_ON},         {PRAP_OPTION_AT_ATTENDED, PRAP_FACT_START_ON},
        {PRAP_OPTION_AT_ATTENDED, PRAP_FACT_ENTERED_ON},      {PRAP_OPTION_AT_ATTENDED, PRAP_FACT_FACE_TO_FACE_ON},
        {PRAP_OPTION_AT_ATTENDED, PRAP_FACT_WEEKLY_OFFER_ON}, {PRAP_OPTION_AT_PRE_WORK, PRAP_FACT_WORK_STARTED_ON},
    };
    struct test_host host;
    test_host_open(&host, NULL, 0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct facts facts = at(rows[i].stage);
        on(&facts, rows[i].fact, 6, 1);
        refused_for(&host, &facts, PRAP_REASON_IMPORT_IN_ORDER);
    }
    assert_int_equal(test_host_close(&host), 0);
}

static void a_case_is_taken_over_once(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const struct facts facts = everything();
    (void)import_permitted(&host, &facts);
    refused_for(&host, &facts, PRAP_REASON_CASE_EXISTS);
    assert_int_equal(test_host_close(&host), 0);
}

/* PRaP turns nobody to Did Not Attend who has started, whether or not it is known when that was entered. */
static void a_case_that_has_started_is_no_automatic_dna(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct facts facts = at(PRAP_OPTION_AT_PRE_WORK);
    on(&facts, PRAP_FACT_START_ON, 5, 15);
    (void)import_permitted(&host, &facts);
    const prap_command auto_dna = test_command("A", PRAP_EVENT_AUTO_DNA, test_day(2023, 7, 4));
    assert_int_equal(test_host_submit(&host, &auto_dna), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(prap_answer_reason_at(host.answer, 0)->reason, PRAP_REASON_NOTHING_ENTERED);
    assert_int_equal(test_host_close(&host), 0);
}

/* Taken over without the day it was made, the day on which PRaP enters the DNA by itself is not known. */
static void no_automatic_dna_without_the_day_it_was_made(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    const struct facts facts = at(PRAP_OPTION_AT_ACCEPTED);
    import_permitted(&host, &facts);
    const prap_command dna = test_command("A", PRAP_EVENT_AUTO_DNA, test_day(2024, 6, 30));
    assert_int_equal(test_host_submit(&host, &dna), PRAP_OK);
    assert_int_equal(test_host_summary(&host)->verdict, PRAP_VERDICT_REFUSED);
    assert_int_equal(prap_answer_reason_at(host.answer, 0)->reason, PRAP_REASON_DAY_60_REACHED);
    assert_int_equal(prap_answer_reason_at(host.answer, 0)->earliest, PRAP_DAY_NONE);
    assert_int_equal(test_host_close(&host), 0);
}

static void its_kind_and_restrictions_come_along(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct facts facts = at(PRAP_OPTION_AT_ACCEPTED);
    say(&facts, PRAP_FACT_REFERRAL_KIND, PRAP_VALUE_OPTION, PRAP_OPTION_RE_REFERRAL);
    say(&facts, PRAP_FACT_MAPPA_KNOWN, PRAP_VALUE_YES, 0);
    const prap_summary *summary = import_permitted(&host, &facts);
    assert_int_equal(summary->referral_kind, PRAP_REFERRAL_KIND_RE_REFERRAL);
    assert_int_equal(summary->mappa, PRAP_MAPPA_KNOWN);
    assert_kept(&host);
    assert_int_equal(test_host_close(&host), 0);
}

/* What follows goes on from the stage: work in the allotted time, and leaving. */
static void a_case_taken_over_goes_on(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct facts facts = at(PRAP_OPTION_AT_PRE_WORK);
    on(&facts, PRAP_FACT_START_ON, 5, 15);
    (void)import_permitted(&host, &facts);
    const prap_fact arose[] = {{PRAP_FACT_AROSE_ON, PRAP_VALUE_DAY, test_day(2023, 6, 26)}};
    prap_command work = test_command("A", PRAP_EVENT_WORK_STARTED, test_day(2023, 7, 3));
    work.facts = arose;
    work.n_facts = 1;
    submit_permitted(&host, &work);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_IN_WORK);
    const prap_fact voids[] = {{PRAP_FACT_VOIDS, PRAP_VALUE_NUMBER, 2}};
    prap_command entry_voided = test_command("A", PRAP_EVENT_ENTRY_VOIDED, test_day(2023, 7, 4));
    entry_voided.facts = voids;
    entry_voided.n_facts = 1;
    submit_permitted(&host, &entry_voided);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_PRE_WORK);
    assert_int_equal(test_host_summary(&host)->imported, 1);
    assert_int_equal(test_host_close(&host), 0);
}

/* A code that was said of something else does not stay for the leaving that PRaP itself makes (LC-45). */
static void the_code_of_allotted_time_is_praps_own(void **state) {
    (void)state;
    struct test_host host;
    test_host_open(&host, NULL, 0);
    struct facts facts = at(PRAP_OPTION_AT_PRE_WORK);
    on(&facts, PRAP_FACT_START_ON, 5, 12);
    import_permitted(&host, &facts);
    const prap_fact code = {PRAP_FACT_CODE, PRAP_VALUE_NUMBER, 43};
    prap_command ended = test_command("A", PRAP_EVENT_ALLOTTED_TIME_ENDED, test_day(2024, 8, 12));
    ended.facts = &code;
    ended.n_facts = 1;
    submit_permitted(&host, &ended);
    assert_int_equal(test_host_summary(&host)->stage, PRAP_STATE_LEFT);
    assert_int_equal(test_host_summary(&host)->code, 45);
    assert_int_equal(test_host_summary(&host)->feed, PRAP_FEED_OPEN);
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_stage_with_the_least),
        cmocka_unit_test(everything_that_is_known),
        cmocka_unit_test(one_day_stands_for_the_other),
        cmocka_unit_test(a_stage_that_is_not_known_is_asked_for),
        cmocka_unit_test(days_that_contradict_one_another),
        cmocka_unit_test(a_day_from_a_later_stage),
        cmocka_unit_test(a_case_is_taken_over_once),
        cmocka_unit_test(a_case_that_has_started_is_no_automatic_dna),
        cmocka_unit_test(no_automatic_dna_without_the_day_it_was_made),
        cmocka_unit_test(its_kind_and_restrictions_come_along),
        cmocka_unit_test(a_case_taken_over_goes_on),
        cmocka_unit_test(the_code_of_allotted_time_is_praps_own),
    };
    return cmocka_run_group_tests_name("import", tests, NULL, NULL);
}
