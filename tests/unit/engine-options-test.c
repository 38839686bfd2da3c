/* engine-options-test.c: what now: every event and variant that a case could get, best first. */
#include "engine-cases.h"
#include "engine/engine.h"
#include "programmes/outcomes.h"

enum { MOST_SEEN = 128 };

struct seen {
    unsigned n;
    prap_option options[MOST_SEEN];
    uint32_t first_need[MOST_SEEN];
    uint32_t stop_after; /* 0: never */
};

static prap_status see(void *user, const prap_option *option, const prap_answer *answer) {
    struct seen *seen = user;
    assert_int_equal(option->size, sizeof *option);
    assert_int_equal(option->verdict, prap_answer_summary(answer)->verdict);
    assert_int_equal(option->event, prap_answer_summary(answer)->event);
    assert_true(seen->n < MOST_SEEN);
    seen->first_need[seen->n] = option->n_needs > 0 ? option->needs[0] : 0;
    seen->options[seen->n++] = *option;
    return seen->stop_after == seen->n ? PRAP_FAIL : PRAP_OK;
}

/* The option that was seen, or NULL. */
static const prap_option *find(const struct seen *seen, uint32_t event, uint32_t fact, int64_t value) {
    for (unsigned i = 0; i < seen->n; i++) {
        const prap_option *option = &seen->options[i];
        if (option->event == event && option->with.fact == fact && option->with.value == value) return option;
    }
    return NULL;
}

static prap_question ask(prap_day as_of) {
    return (prap_question){.size = sizeof(prap_question), .as_of = as_of, .key = test_key("A")};
}

static void open_case(struct test_host *host) {
    const prap_command first = received("A"), second = accepted("A");
    test_host_open(host, NULL, 0);
    submit_permitted(host, &first);
    submit_permitted(host, &second);
}

static unsigned place_of(uint32_t verdict) {
    switch (verdict) {
    case PRAP_VERDICT_PERMITTED: return 1;
    case PRAP_VERDICT_UNDECIDED: return 2;
    case PRAP_VERDICT_TEXT_SILENT: return 3;
    }
    return 4;
}

static void a_waiting_case(void **state) {
    (void)state;
    struct test_host host;
    struct seen seen = {0};
    open_case(&host);
    const prap_question question = ask(test_day(2023, 5, 15));
    assert_int_equal(prap_engine_options(host.engine, &question, host.answer, see, &seen, NULL), PRAP_OK);
    assert_int_equal(prap_answer_summary(host.answer)->verdict, 0); /* the room is empty again */
    for (unsigned i = 1; i < seen.n; i++) {
        const unsigned last = place_of(seen.options[i - 1].verdict), place = place_of(seen.options[i].verdict);
        assert_true(place >= last); /* permitted, undecided, silent, refused, and in the vocabulary's order within */
        if (place == last) assert_true(seen.options[i].event >= seen.options[i - 1].event);
    }
    assert_int_equal(find(&seen, PRAP_EVENT_MEETING_ATTENDED, 0, 0)->verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(find(&seen, PRAP_EVENT_DNA_RECORDED, 0, 0)->verdict, PRAP_VERDICT_UNDECIDED);
    assert_int_equal(find(&seen, PRAP_EVENT_DNA_RECORDED, PRAP_FACT_REASON, PRAP_OPTION_WORK)->verdict,
                     PRAP_VERDICT_PERMITTED);
    assert_int_equal(find(&seen, PRAP_EVENT_DNA_RECORDED, PRAP_FACT_REASON, PRAP_OPTION_UNREACHABLE)->verdict,
                     PRAP_VERDICT_REFUSED);
    assert_int_equal(find(&seen, PRAP_EVENT_LEFT, 0, 0)->verdict, PRAP_VERDICT_REFUSED);
    assert_null(find(&seen, PRAP_EVENT_AUTO_DNA, 0, 0));          /* nobody enters it */
    assert_null(find(&seen, PRAP_EVENT_REFERRAL_RECEIVED, 0, 0)); /* it has come */
    assert_null(find(&seen, PRAP_EVENT_LEFT, PRAP_FACT_CODE, 43)); /* no row tells codes apart before a start */
    assert_int_equal(memory_store_version(host.store, test_key("A")), 2); /* nothing was stored */
    assert_int_equal(test_host_close(&host), 0);
}

/* Each option is the preview of the same event with the same facts, strictly. */
static void an_option_is_a_strict_preview(void **state) {
    (void)state;
    struct test_host host;
    struct seen seen = {0};
    open_case(&host);
    const prap_question question = ask(test_day(2023, 5, 15));
    assert_int_equal(prap_engine_options(host.engine, &question, host.answer, see, &seen, NULL), PRAP_OK);
    for (unsigned i = 0; i < seen.n; i++) {
        prap_command command = test_command("A", seen.options[i].event, seen.options[i].on);
        command.recorded = question.as_of;
        command.flags = PRAP_COMMAND_STRICT_FACTS;
        command.facts = &seen.options[i].with;
        command.n_facts = seen.options[i].with.fact == 0 ? 0 : 1;
        assert_int_equal(test_host_preview(&host, &command), PRAP_OK);
        assert_int_equal(test_host_summary(&host)->verdict, seen.options[i].verdict);
    }
    assert_int_equal(test_host_close(&host), 0);
}

static void what_the_caller_knows_counts(void **state) {
    (void)state;
    struct test_host host;
    struct seen seen = {0};
    open_case(&host);
    const prap_fact facts[] = {{PRAP_FACT_REASON, PRAP_VALUE_OPTION, PRAP_OPTION_REFUSED_TO_ATTEND},
                               {PRAP_FACT_CONCERNS_ADDRESSED, PRAP_VALUE_YES, 0}};
    prap_question question = ask(test_day(2023, 5, 15));
    question.facts = facts;
    question.n_facts = 1;
    assert_int_equal(prap_engine_options(host.engine, &question, host.answer, see, &seen, NULL), PRAP_OK);
    const prap_option *dna = find(&seen, PRAP_EVENT_DNA_RECORDED, 0, 0);
    assert_int_equal(dna->verdict, PRAP_VERDICT_UNDECIDED);
    assert_int_equal(seen.first_need[dna - seen.options], PRAP_FACT_CONCERNS_ADDRESSED);
    for (unsigned i = 0; i < seen.n; i++) assert_true(seen.options[i].with.fact != PRAP_FACT_REASON);
    seen = (struct seen){0};
    question.n_facts = 2;
    assert_int_equal(prap_engine_options(host.engine, &question, host.answer, see, &seen, NULL), PRAP_OK);
    assert_int_equal(find(&seen, PRAP_EVENT_DNA_RECORDED, 0, 0)->verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(test_host_close(&host), 0);
}

static void a_start_is_tried_on_the_day_of_the_meeting(void **state) {
    (void)state;
    struct test_host host;
    struct seen seen = {0};
    open_case(&host);
    const prap_command meeting = test_command("A", PRAP_EVENT_MEETING_ATTENDED, test_day(2023, 5, 12));
    submit_permitted(&host, &meeting);
    prap_question question = ask(test_day(2023, 5, 15));
    assert_int_equal(prap_engine_options(host.engine, &question, host.answer, see, &seen, NULL), PRAP_OK);
    assert_int_equal(find(&seen, PRAP_EVENT_START_RECORDED, 0, 0)->on, test_day(2023, 5, 12));
    assert_int_equal(find(&seen, PRAP_EVENT_DNS_RECORDED, 0, 0)->on, test_day(2023, 5, 15));
    seen = (struct seen){0};
    question.as_of = test_day(2023, 5, 10); /* as it stood: no meeting yet */
    assert_int_equal(prap_engine_options(host.engine, &question, host.answer, see, &seen, NULL), PRAP_OK);
    assert_int_equal(find(&seen, PRAP_EVENT_START_RECORDED, 0, 0)->on, question.as_of);
    assert_int_equal(find(&seen, PRAP_EVENT_MEETING_ATTENDED, 0, 0)->verdict, PRAP_VERDICT_PERMITTED);
    assert_int_equal(test_host_close(&host), 0);
}

static void a_case_that_is_not_there_yet(void **state) {
    (void)state;
    struct test_host host;
    struct seen seen = {0};
    test_host_open(&host, NULL, 0);
    prap_question question = ask(test_day(2023, 5, 15));
    host.error.size = sizeof host.error;
    assert_error(&host, prap_engine_options(host.engine, &question, host.answer, see, &seen, &host.error),
                 PRAP_E_NO_CASE, "case");
    question.programme = PRAP_PROGRAMME_IPES;
    assert_int_equal(prap_engine_options(host.engine, &question, host.answer, see, &seen, NULL), PRAP_OK);
    assert_int_equal(find(&seen, PRAP_EVENT_REFERRAL_RECEIVED, 0, 0)->verdict, PRAP_VERDICT_PERMITTED);
    assert_non_null(find(&seen, PRAP_EVENT_SIGNPOSTED, 0, 0));
    assert_null(find(&seen, PRAP_EVENT_ACCEPT, 0, 0));
    const prap_command signposted = test_command("A", PRAP_EVENT_SIGNPOSTED, test_day(2023, 5, 1));
    prap_command begun = signposted;
    begun.programme = PRAP_PROGRAMME_IPES;
    submit_permitted(&host, &begun);
    seen = (struct seen){0};
    question.programme = 0; /* its own; and the referral may still come */
    assert_int_equal(prap_engine_options(host.engine, &question, host.answer, see, &seen, NULL), PRAP_OK);
    assert_int_equal(find(&seen, PRAP_EVENT_REFERRAL_RECEIVED, 0, 0)->verdict, PRAP_VERDICT_PERMITTED);
    assert_null(find(&seen, PRAP_EVENT_SIGNPOSTED, 0, 0));
    assert_int_equal(test_host_close(&host), 0);
}

static void wrong_questions(void **state) {
    (void)state;
    struct test_host host;
    struct seen seen = {0};
    open_case(&host);
    host.error.size = sizeof host.error;
    const prap_question good = ask(test_day(2023, 5, 15));
    assert_int_equal(prap_engine_options(NULL, &good, host.answer, see, &seen, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_options(host.engine, NULL, host.answer, see, &seen, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_options(host.engine, &good, NULL, see, &seen, NULL), PRAP_E_NULL);
    assert_int_equal(prap_engine_options(host.engine, &good, host.answer, NULL, &seen, NULL), PRAP_E_NULL);
    prap_question question = good;
    question.size = 8;
    assert_error(&host, prap_engine_options(host.engine, &question, host.answer, see, &seen, &host.error), PRAP_E_SIZE,
                 "question");
    question = ask(PRAP_DAY_NONE);
    assert_error(&host, prap_engine_options(host.engine, &question, host.answer, see, &seen, &host.error),
                 PRAP_E_REQUIRED, "as_of");
    question = good;
    question.key = test_key("");
    assert_error(&host, prap_engine_options(host.engine, &question, host.answer, see, &seen, &host.error),
                 PRAP_E_REQUIRED, "case");
    const prap_fact wrong = {PRAP_FACT_REASON, PRAP_VALUE_YES, 0};
    question = good;
    question.facts = &wrong;
    question.n_facts = 1;
    assert_error(&host, prap_engine_options(host.engine, &question, host.answer, see, &seen, &host.error), PRAP_E_TYPE,
                 "reason");
    question = good;
    question.programme = 99;
    assert_error(&host, prap_engine_options(host.engine, &question, host.answer, see, &seen, &host.error), PRAP_E_WORD,
                 "programme");
    assert_int_equal(seen.n, 0);
    question = good;
    question.programme = PRAP_PROGRAMME_IPES; /* its own may be said */
    seen.stop_after = 3;
    assert_int_equal(prap_engine_options(host.engine, &question, host.answer, see, &seen, NULL), PRAP_FAIL);
    assert_int_equal(seen.n, 3);
    assert_int_equal(test_host_close(&host), 0);
}

static void an_earlier_day_needs_the_journal(void **state) {
    (void)state;
    struct test_host host;
    struct seen seen = {0};
    prap_store store;
    open_without(&host, &store, false, true);
    const prap_command first = received("A"), second = accepted("A");
    submit_permitted(&host, &first);
    submit_permitted(&host, &second);
    const prap_question question = ask(test_day(2023, 5, 8));
    assert_int_equal(prap_engine_options(host.engine, &question, host.answer, see, &seen, NULL), PRAP_E_NO_READ);
    assert_int_equal(test_host_close(&host), 0);
}

/* Another programme, made of the first under another number: there is only one so far. */
static void a_case_without_its_rulebook(void **state) {
    (void)state;
    struct test_host host;
    struct seen seen = {0};
    open_case(&host);
    prapi_programme programme = *host.rulebook->programme;
    programme.number = 2;
    struct prap_rulebook second = *host.rulebook;
    second.programme = &programme;
    const prap_rulebook *other[] = {&second};
    test_host_renew_with(&host, other, 1);
    prap_question question = ask(test_day(2023, 5, 15));
    host.error.size = sizeof host.error;
    assert_error(&host, prap_engine_options(host.engine, &question, host.answer, see, &seen, &host.error), PRAP_E_WORD,
                 "programme");
    question.key = test_key("N");
    question.programme = PRAP_PROGRAMME_IPES;
    assert_error(&host, prap_engine_options(host.engine, &question, host.answer, see, &seen, &host.error), PRAP_E_WORD,
                 "programme");
    prap_answer *before = NULL;
    assert_int_equal(prap_answer_create(&host.allocator.interface, &before), PRAP_OK);
    const prap_command attempt = test_command("A", PRAP_EVENT_CONTACT_ATTEMPTED, test_day(2023, 5, 15));
    const prap_command *commands[] = {&attempt};
    assert_error(&host, prap_engine_what_if(host.engine, question.as_of, commands, 1, before, host.answer, NULL, NULL,
                                            &host.error), PRAP_E_WORD, "programme");
    prap_answer_destroy(before);
    assert_int_equal(prapi_outcomes_find(2)->n_rows, 0); /* nor has it a decision table */
    assert_int_equal(test_host_close(&host), 0);
}

/* The calendar's last day: a start there cannot have a plan's due day, and a case cannot be described at all. */
static void out_of_coverage(void **state) {
    (void)state;
    struct test_host host;
    struct seen seen = {0};
    test_host_open(&host, NULL, 0);
    const prap_calendar_identity *identity =
        prap_calendar_get_identity(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES));
    prap_question question = ask(identity->known_last);
    question.programme = PRAP_PROGRAMME_IPES;
    assert_int_equal(prap_engine_options(host.engine, &question, host.answer, see, &seen, NULL), PRAP_E_COVERAGE);
    assert_int_equal(test_host_close(&host), 0);
}

/* The case decides whose rules they are. */
static void a_question_about_another_programme(void **state) {
    (void)state;
    struct test_host host;
    struct seen seen = {0};
    test_host_open_every(&host, NULL, 0, NULL);
    const prap_command first = received("A");
    submit_permitted(&host, &first);
    host.error.size = sizeof host.error;
    prap_question question = {.size = sizeof question, .programme = PRAP_PROGRAMME_WHP, .as_of = test_day(2023, 5, 8),
                              .key = test_key("A")};
    assert_error(&host, prap_engine_options(host.engine, &question, host.answer, see, &seen, &host.error),
                 PRAP_E_WORD, "programme");
    question.programme = PRAP_PROGRAMME_IPES;
    assert_int_equal(prap_engine_options(host.engine, &question, host.answer, see, &seen, &host.error), PRAP_OK);
    assert_int_equal(test_host_close(&host), 0);
}

/* A programme that is named, and known to the engine, with an event that no case of it begins with. */
static void no_case_begins_with_it(void **state) {
    (void)state;
    struct test_host host;
    test_host_open_every(&host, NULL, 0, NULL);
    host.error.size = sizeof host.error;
    prap_command command = accepted("N");
    command.programme = PRAP_PROGRAMME_WHP;
    assert_error(&host, test_host_submit(&host, &command), PRAP_E_NO_CASE, "case");
    command.programme = 0;
    assert_error(&host, test_host_submit(&host, &command), PRAP_E_NO_CASE, "case");
    assert_int_equal(test_host_close(&host), 0);
    test_host_open(&host, NULL, 0); /* IPES alone */
    host.error.size = sizeof host.error;
    command.programme = PRAP_PROGRAMME_WHP;
    assert_error(&host, test_host_submit(&host, &command), PRAP_E_WORD, "programme");
    assert_int_equal(test_host_close(&host), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_waiting_case),
        cmocka_unit_test(an_option_is_a_strict_preview),
        cmocka_unit_test(what_the_caller_knows_counts),
        cmocka_unit_test(a_start_is_tried_on_the_day_of_the_meeting),
        cmocka_unit_test(a_case_that_is_not_there_yet),
        cmocka_unit_test(wrong_questions),
        cmocka_unit_test(an_earlier_day_needs_the_journal),
        cmocka_unit_test(a_case_without_its_rulebook),
        cmocka_unit_test(out_of_coverage),
        cmocka_unit_test(a_question_about_another_programme),
        cmocka_unit_test(no_case_begins_with_it),
    };
    return cmocka_run_group_tests_name("engine-options", tests, NULL, NULL);
}
