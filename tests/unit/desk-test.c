/*
 * desk-test.c: what the desk of Provider Direct takes and refuses to take: facts, options, moments, steps, sizes.
 * shows PD-12, PD-12-B1, PD-12-B2, PD-13, PD-21-B1, PD-21-B4, PD-24-N, PD-32-B1, PD-32-B2, PD-32-B3, PD-36-B1, PD-36-B2
 * shows PD-36-B3, PD-37-B1, PD-37-B2, PD-37-B3, PD-A-7, PD-A-8, PD-A-9, PD-A-10, PD-B-F1, PD-B-F4, PD-B-S
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "desk.h"

/* Each fact decides or is told of: said otherwise, the answer is another. Its rule is the one that asks for it. */
static void every_fact_makes_a_difference(void **state) {
    static const struct {
        const char *ask, *first, *second, *fact, *rule;
    } rows[] = {
        {"call", "company", "!company", "company", "PD-21-B1"},
        {"call", "caller", "!caller", "caller", "PD-21-B1"},
        {"call", "", "purpose=job-outcome", "purpose", "PD-21-B4"},
        {"checklist", "original-held", "!original-held", "original-held", "PD-24-N"},
        {"checklist", "ask-benefit", "!ask-benefit", "ask-benefit", "PD-A-7"},
        {"checklist", "ask-contact", "!ask-contact", "ask-contact", "PD-A-8"},
        {"checklist", "ask-work", "!ask-work", "ask-work", "PD-A-9"},
        {"checklist", "ask-other", "!ask-other", "ask-other", "PD-A-10"},
        {"advice", "in-receipt", "!in-receipt", "in-receipt", "PD-32-B3"},
        {"advice", "in-receipt contact-details=right", "in-receipt contact-details=changed", "contact-details", "PD-32-B1"},
        {"advice", "other-change", "!other-change", "other-change", "PD-13"},
        {"advice", "!in-receipt in-work employer-held", "!in-receipt in-work", "employer-held", "PD-36-B1"},
        {"advice", "!in-receipt in-work work-start-held", "!in-receipt in-work", "work-start-held", "PD-36-B2"},
        {"advice", "!in-receipt in-work job-title-held", "!in-receipt in-work", "job-title-held", "PD-36-B3"},
        {"security-event", "field-prime", "!field-prime", "field-prime", "PD-B-F1"},
        {"security-event", "field-reason", "!field-reason", "field-reason", "PD-B-F4"},
        {"security-event", "annex-sent-on=2015-12-01", "", "annex-sent-on", "PD-B-S"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const prap_word *fact = desk_word(PRAP_WORDS_DESK_FACT, rows[i].fact, strlen(rows[i].fact));
        assert_string_equal(prap_rule_by_number(fact->rule)->id, rows[i].rule);
        char first[4096];
        snprintf(first, sizeof first, "%s %s", desk(rows[i].ask, "2015-12-16", rows[i].first), all_found());
        char second[4096];
        snprintf(second, sizeof second, "%s %s", desk(rows[i].ask, "2015-12-16", rows[i].second), all_found());
        assert_string_not_equal(first, second);
    }
}

/* A field is 39 bytes: the name, or as much of it as has room. */
static bool names(const char *field, const char *name) {
    const size_t room = sizeof told.error.field - 1 - 9;
    return strlen(name) <= room ? strcmp(field, name) == 0 : strncmp(field, name, room) == 0;
}

/* desk-facts.def says which question takes which fact; any other is refused by name. */
static void a_question_takes_its_own_facts(void **state) {
    (void)state;
    uint32_t taken = 0;
    for (uint32_t a = 0; a < prap_word_count(PRAP_WORDS_DESK_ASK); a++) {
        const prap_word *ask = prap_word_at(PRAP_WORDS_DESK_ASK, a);
        for (uint32_t f = 0; f < prap_word_count(PRAP_WORDS_DESK_FACT); f++) {
            const prap_word *fact = prap_word_at(PRAP_WORDS_DESK_FACT, f);
            char facts[80];
            snprintf(facts, sizeof facts, "?%s", fact->name);
            const int takes = prap_desk_takes(ask->number, fact->number);
            assert_int_equal(try_desk(ask->name, "2015-12-16", facts), takes ? PRAP_OK : PRAP_E_RANGE);
            if (!takes) assert_true(strncmp(told.error.field, "facts[0].", 9) == 0 && names(told.error.field + 9, fact->name));
            taken += (uint32_t)takes;
        }
    }
    assert_true(taken >= prap_word_count(PRAP_WORDS_DESK_FACT));
    for (uint32_t ask = PRAP_DESK_ASK_OUTAGE + 1; ask < 300; ask++) { /* no such question, */
        for (uint32_t fact = 0; fact < 100; fact++) assert_int_equal(prap_desk_takes(ask, fact), 0);
    }
    for (uint32_t fact = PRAP_DESK_FACT_PARTICIPANTS; fact < 2000; fact++) { /* no such fact */
        if (prap_word_by_number(PRAP_WORDS_DESK_FACT, fact) != NULL) continue;
        for (uint32_t ask = 0; ask <= PRAP_DESK_ASK_OUTAGE; ask++) assert_int_equal(prap_desk_takes(ask, fact), 0);
    }
    assert_int_equal(prap_desk_takes(0, 1), 0);
    assert_int_equal(prap_desk_takes(PRAP_DESK_ASK_OUTAGE + 1, 1), 0);
    assert_int_equal(prap_desk_takes(PRAP_DESK_ASK_MAY_CALL, 0), 0);
    assert_int_equal(prap_desk_takes(PRAP_DESK_ASK_MAY_CALL, 1000), 0);
    assert_null(prap_desk_finding_cure(100000));
    assert_string_equal(prap_desk_finding_cure(PRAP_DESK_FINDING_MAPPA), "ask the nominated Jobcentre Plus contact");
}

static prap_status ask_with(prap_fact fact, uint32_t ask) {
    const prap_desk_question question = {.size = sizeof question, .ask = ask, .on = 16785, .at = PRAP_MOMENT_NONE,
                                         .facts = &fact, .n_facts = 1};
    told.answer = (prap_desk_answer){.size = sizeof told.answer};
    told.error = (prap_error){.size = sizeof told.error};
    return prap_desk_ask(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), NULL, 0, &question, NULL, NULL,
                         &told.answer, &told.error);
}

static void a_fact_has_its_own_kind_of_value(void **state) {
    static const struct {
        prap_fact fact;
        uint32_t ask;
        prap_status status;
    } rows[] = {
        {{PRAP_DESK_FACT_MAPPA, PRAP_VALUE_YES, 0}, PRAP_DESK_ASK_MAY_CALL, PRAP_OK},
        {{PRAP_DESK_FACT_MAPPA, PRAP_VALUE_DAY, 0}, PRAP_DESK_ASK_MAY_CALL, PRAP_E_TYPE},
        {{PRAP_DESK_FACT_MAPPA, 0, 0}, PRAP_DESK_ASK_MAY_CALL, PRAP_E_TYPE},
        {{PRAP_DESK_FACT_MAPPA, PRAP_VALUE_YES, 1}, PRAP_DESK_ASK_MAY_CALL, PRAP_E_RANGE},
        {{PRAP_DESK_FACT_MAPPA, PRAP_VALUE_NO, -1}, PRAP_DESK_ASK_MAY_CALL, PRAP_E_RANGE},
        {{PRAP_DESK_FACT_FAILURE, PRAP_VALUE_UNKNOWN, PRAP_DESK_OPTION_TOOK_NO_PART}, PRAP_DESK_ASK_MAY_CALL, PRAP_E_RANGE},
        {{PRAP_DESK_FACT_FAILURE, PRAP_VALUE_UNKNOWN, 0}, PRAP_DESK_ASK_MAY_CALL, PRAP_OK},
        {{PRAP_DESK_FACT_FAILED_ON, PRAP_VALUE_DAY, 16000}, PRAP_DESK_ASK_MAY_CALL, PRAP_OK},
        {{PRAP_DESK_FACT_FAILED_ON, PRAP_VALUE_DAY, (int64_t)PRAP_DAY_MAX + 1}, PRAP_DESK_ASK_MAY_CALL, PRAP_E_DAY},
        {{PRAP_DESK_FACT_FAILED_ON, PRAP_VALUE_DAY, (int64_t)PRAP_DAY_MIN - 1}, PRAP_DESK_ASK_MAY_CALL, PRAP_E_DAY},
        {{PRAP_DESK_FACT_FAILED_ON, PRAP_VALUE_YES, 0}, PRAP_DESK_ASK_MAY_CALL, PRAP_E_TYPE},
        {{PRAP_DESK_FACT_PARTICIPANTS, PRAP_VALUE_NUMBER, INT32_MAX}, PRAP_DESK_ASK_CALL, PRAP_OK},
        {{PRAP_DESK_FACT_PARTICIPANTS, PRAP_VALUE_NUMBER, (int64_t)INT32_MAX + 1}, PRAP_DESK_ASK_CALL, PRAP_E_RANGE},
        {{PRAP_DESK_FACT_PARTICIPANTS, PRAP_VALUE_NUMBER, -1}, PRAP_DESK_ASK_CALL, PRAP_E_RANGE},
        {{PRAP_DESK_FACT_PARTICIPANTS, PRAP_VALUE_DAY, 1}, PRAP_DESK_ASK_CALL, PRAP_E_TYPE},
        {{PRAP_DESK_FACT_FAILURE, PRAP_VALUE_OPTION, PRAP_DESK_OPTION_TOOK_NO_PART}, PRAP_DESK_ASK_MAY_CALL, PRAP_OK},
        {{PRAP_DESK_FACT_FAILURE, PRAP_VALUE_OPTION, PRAP_DESK_OPTION_JOB_OUTCOME}, PRAP_DESK_ASK_MAY_CALL, PRAP_E_WORD},
        {{PRAP_DESK_FACT_FAILURE, PRAP_VALUE_OPTION, 9999}, PRAP_DESK_ASK_MAY_CALL, PRAP_E_WORD},
        {{PRAP_DESK_FACT_FAILURE, PRAP_VALUE_OPTION, -1}, PRAP_DESK_ASK_MAY_CALL, PRAP_E_WORD},
        {{PRAP_DESK_FACT_FAILURE, PRAP_VALUE_OPTION, INT64_MAX}, PRAP_DESK_ASK_MAY_CALL, PRAP_E_WORD},
        {{PRAP_DESK_FACT_FAILURE, PRAP_VALUE_YES, 0}, PRAP_DESK_ASK_MAY_CALL, PRAP_E_TYPE},
        {{0, PRAP_VALUE_YES, 0}, PRAP_DESK_ASK_MAY_CALL, PRAP_E_WORD},
        {{1000, PRAP_VALUE_YES, 0}, PRAP_DESK_ASK_MAY_CALL, PRAP_E_WORD},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(ask_with(rows[i].fact, rows[i].ask), rows[i].status);
        if (rows[i].status == PRAP_OK) continue;
        const prap_word *word = prap_word_by_number(PRAP_WORDS_DESK_FACT, rows[i].fact.fact);
        assert_true(names(told.error.field + 9, word == NULL ? "fact" : word->name));
        if (word != NULL && rows[i].status == PRAP_E_TYPE) assert_non_null(strstr(told.error.message, "; it is a "));
        if (word != NULL && rows[i].status == PRAP_E_WORD) assert_non_null(strstr(told.error.message, "; it is one of: took-no-part"));
    }
}

static void what_does_not_belong_is_refused(void **state) {
    static const struct {
        const char *ask, *on, *facts, *field;
        prap_status status;
    } rows[] = {
        {"advice", "2015-12-16", "at=2015-12-16T09:00", "at", PRAP_E_RANGE},
        {"advice", "2015-12-16", "outage=2015-12-16T08:00/2015-12-16T12:00", "outages", PRAP_E_RANGE},
        {"advice", "2015-12-16", "step=issued:2015-11-25", "steps", PRAP_E_RANGE},
        {"call", "2015-12-16", "at=2015-12-17T09:00", "at", PRAP_E_RANGE},
        {"call", "2016-03-26", "at=2016-03-27T01:30", "at", PRAP_E_GAP},
        {"call", "2015-12-16", "at=2015-12-16T09:00 outage=2015-12-17T08:00/2015-12-16T12:00", "outages", PRAP_E_ORDER},
        {"outage", "2015-12-16", "wanted-by=2015-12-16 outage=2015-12-17T08:00/2015-12-16T12:00", "outages", PRAP_E_ORDER},
        {"advice", "2015-12-16", "in-receipt !in-receipt", "facts[1].in-receipt", PRAP_E_TWICE},
        {"advice", "2015-12-16", "policy=stockpile:1 policy=stockpile:2", "policy", PRAP_E_TWICE},
        {"call", "9999-12-31", "", "on", PRAP_E_RANGE},
        {"call", "2990-12-16", "at=2990-12-16T09:00", "at", PRAP_E_COVERAGE},
        {"call", "9999-12-31", "at=9999-12-31T09:00", "at", PRAP_E_COVERAGE}, /* the first that fails is told */
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(try_desk(rows[i].ask, rows[i].on, rows[i].facts), rows[i].status);
        assert_string_equal(told.error.field, rows[i].field);
        assert_int_equal(told.answer.outcome, 0); /* nothing is written */
    }
}

static void what_is_missing_or_of_another_size_is_refused(void **state) {
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    static const prap_code_step steps[PRAP_DESK_STEPS_MAX + 1];
    const prap_desk_question question = {.size = sizeof question, .ask = PRAP_DESK_ASK_CODE, .on = 16785,
                                         .at = PRAP_MOMENT_NONE};
    prap_desk_answer answer = {.size = sizeof answer};
    (void)state;
    assert_int_equal(prap_desk_ask(NULL, NULL, 0, &question, NULL, NULL, &answer, NULL), PRAP_E_NULL);
    assert_int_equal(prap_desk_ask(calendar, NULL, 1, &question, NULL, NULL, &answer, NULL), PRAP_E_NULL);
    assert_int_equal(prap_desk_ask(calendar, NULL, 0, NULL, NULL, NULL, &answer, NULL), PRAP_E_NULL);
    assert_int_equal(prap_desk_ask(calendar, NULL, 0, &question, NULL, NULL, NULL, NULL), PRAP_E_NULL);
    answer.size--;
    assert_int_equal(prap_desk_ask(calendar, NULL, 0, &question, NULL, NULL, &answer, NULL), PRAP_E_SIZE);
    answer.size++;
    prap_desk_question other = question;
    other.size = 8;
    assert_int_equal(prap_desk_ask(calendar, NULL, 0, &other, NULL, NULL, &answer, NULL), PRAP_E_SIZE);
    other = question;
    other.n_facts = 1;
    assert_int_equal(prap_desk_ask(calendar, NULL, 0, &other, NULL, NULL, &answer, NULL), PRAP_E_NULL);
    other = question;
    other.n_outages = 1;
    assert_int_equal(prap_desk_ask(calendar, NULL, 0, &other, NULL, NULL, &answer, NULL), PRAP_E_NULL);
    static const prap_window outage = {{18628, 0, PRAP_OFFSET_NONE}, {18628, 60, PRAP_OFFSET_NONE}};
    other = question;
    other.outages = &outage;
    assert_int_equal(prap_desk_ask(calendar, NULL, 0, &other, NULL, NULL, &answer, NULL), PRAP_OK);
    other.n_outages = 1; /* this question has none */
    assert_int_equal(prap_desk_ask(calendar, NULL, 0, &other, NULL, NULL, &answer, NULL), PRAP_E_RANGE);
    other = question;
    other.n_steps = 1;
    assert_int_equal(prap_desk_ask(calendar, NULL, 0, &other, NULL, NULL, &answer, NULL), PRAP_E_NULL);
    other.steps = steps;
    assert_int_equal(prap_desk_ask(calendar, NULL, 0, &other, NULL, NULL, &answer, NULL), PRAP_E_WORD); /* no such step */
    prap_code_step no_day = {PRAP_CODE_STEP_ISSUED, PRAP_DAY_NONE, 0};
    other.steps = &no_day;
    prap_error error = {.size = sizeof error};
    assert_int_equal(prap_desk_ask(calendar, NULL, 0, &other, NULL, NULL, &answer, &error), PRAP_E_DAY);
    assert_string_equal(error.field, "steps[0].step");
    no_day.on = PRAP_DAY_MAX;
    no_day.on++;
    assert_int_equal(prap_desk_ask(calendar, NULL, 0, &other, NULL, NULL, &answer, NULL), PRAP_E_DAY);
    other.steps = steps;
    other.n_steps = PRAP_DESK_STEPS_MAX + 1;
    assert_int_equal(prap_desk_ask(calendar, NULL, 0, &other, NULL, NULL, &answer, NULL), PRAP_E_LIMIT);
    other = question;
    other.ask = 0;
    assert_int_equal(prap_desk_ask(calendar, NULL, 0, &other, NULL, NULL, &answer, NULL), PRAP_E_WORD);
    other.ask = 99;
    assert_int_equal(prap_desk_ask(calendar, NULL, 0, &other, NULL, NULL, &answer, NULL), PRAP_E_WORD);
    other = question;
    other.on = PRAP_DAY_NONE;
    assert_int_equal(prap_desk_ask(calendar, NULL, 0, &other, NULL, NULL, &answer, NULL), PRAP_E_DAY);
    other.on = PRAP_DAY_MAX;
    other.on++;
    assert_int_equal(prap_desk_ask(calendar, NULL, 0, &other, NULL, NULL, &answer, NULL), PRAP_E_DAY);
    const prap_setting unknown = {9999, 0};
    assert_int_equal(prap_desk_ask(calendar, &unknown, 1, &question, NULL, NULL, &answer, NULL), PRAP_E_WORD);
    assert_int_equal(prap_desk_ask(calendar, NULL, 0, &question, NULL, NULL, &answer, NULL), PRAP_OK);
}

/* A day without a minute is no moment: whether the service is open then cannot be said. */
static void a_day_is_no_moment(void **state) {
    (void)state;
    prap_desk_answer answer = {.size = sizeof answer};
    const prap_desk_question question = {.size = sizeof question, .ask = PRAP_DESK_ASK_OUTAGE, .on = 16785,
                                         .at = {16785, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE}};
    assert_int_equal(prap_desk_ask(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), NULL, 0, &question, NULL, NULL,
                                   &answer, NULL), PRAP_OK);
    assert_int_equal(answer.outcome, PRAP_DESK_OUTCOME_UNDECIDED);
    prap_desk_question no_day = question; /* nor is an hour of no day */
    no_day.at = (prap_moment){PRAP_DAY_NONE, 600, PRAP_OFFSET_NONE};
    assert_int_equal(prap_desk_ask(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), NULL, 0, &no_day, NULL, NULL,
                                   &answer, NULL), PRAP_OK);
    assert_int_equal(answer.outcome, PRAP_DESK_OUTCOME_UNDECIDED);
}

/* The visit that ends the answer is the last one, and its status comes back. */
static void a_visit_may_end_it(void **state) {
    (void)state;
    told.stop_with = PRAP_FAIL;
    assert_int_equal(try_desk("may-call", "2015-12-16", ""), PRAP_FAIL);
    assert_int_equal(told.n, 1);
    assert_int_equal(try_desk("code", "2015-12-16", "step=acknowledged:2015-11-25:1 step=acknowledged:2015-11-25:1"), PRAP_FAIL);
    assert_int_equal(told.n, 1);
    assert_int_equal(try_desk("call", "2015-12-16", "!company at=2015-12-16T09:00"), PRAP_FAIL);
    assert_int_equal(told.n, 1);
    assert_int_equal(try_desk("outage", "2015-12-25", "at=2015-12-25T09:00 wanted-by=2015-12-25"), PRAP_FAIL);
    told.stop_with = PRAP_OK;
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_fact_makes_a_difference),
        cmocka_unit_test(a_question_takes_its_own_facts),
        cmocka_unit_test(a_fact_has_its_own_kind_of_value),
        cmocka_unit_test(what_does_not_belong_is_refused),
        cmocka_unit_test(what_is_missing_or_of_another_size_is_refused),
        cmocka_unit_test(a_day_is_no_moment),
        cmocka_unit_test(a_visit_may_end_it),
    };
    return transcript_end(cmocka_run_group_tests(tests, NULL, NULL), argc, argv);
}
