/*
 * form.c: every form on each programme and on none, with each fact that it takes said to be anything or not known, all of them at
 * once, and none; by any settings of those that decide.
 *
 * Part: office/form.c office/form-due.c office/form-situation.c
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 60 -eva-ilevel 64 -eva-slevel-function prap_word_by_number:400,prap_rule_by_number:3000
 *   -eva-slevel-function prapi_settings_take:200,look_at_fields:300,look_at_conditions:200,find_route:200
 *   -eva-slevel-function prapi_form_is_called_for:100
 */
#include "any.h"

#include "prap/form.h"
#include "vocabulary/vocabulary.h"

enum { PROGRAMMES = 3 };

static prap_fact facts[PRAPI_FORM_FACT_END];
static prap_error error;
static prap_setting settings[] = {{PRAP_POLICY_EXIT_MIN_WORDS, 0}, {PRAP_POLICY_PAY5, 0}};

enum { SETTINGS = sizeof settings / sizeof settings[0] };

static prap_status hears(void *user, const prap_form_finding *finding) {
    (void)user;
    (void)*finding;
    return any_int();
}

/* A word of the fact's, whichever. */
static int64_t any_form_option(uint32_t fact) {
    int64_t option = 0;
    const uint32_t n = prap_word_count(PRAP_WORDS_FORM_OPTION);
    for (uint32_t i = 0; i < n; i++) {
        const prap_word *const word = prap_word_at(PRAP_WORDS_FORM_OPTION, i);
        if (word->detail == fact && (option == 0 || maybe())) option = word->number;
    }
    return option;
}

/* knows: options are said, and not that they are unknown. */
static prap_fact any_form_fact(uint32_t fact, bool knows) {
    switch (prap_word_by_number(PRAP_WORDS_FORM_FACT, fact)->detail) {
    case PRAP_FACT_TYPE_NUMBER:
        return (prap_fact){fact, maybe() ? PRAP_VALUE_NUMBER : PRAP_VALUE_UNKNOWN, any_of(0, INT32_MAX)};
    case PRAP_FACT_TYPE_DAY:
        return (prap_fact){fact, maybe() ? PRAP_VALUE_DAY : PRAP_VALUE_UNKNOWN, any_of(PRAP_DAY_MIN, PRAP_DAY_MAX)};
    case PRAP_FACT_TYPE_OPTION:
        return knows ? (prap_fact){fact, PRAP_VALUE_OPTION, any_form_option(fact)} : (prap_fact){fact, PRAP_VALUE_UNKNOWN, 0};
    }
    return (prap_fact){fact, maybe() ? PRAP_VALUE_YES : maybe() ? PRAP_VALUE_NO : PRAP_VALUE_UNKNOWN, 0};
}

static void put(uint32_t number, uint32_t programme, size_t n) {
    prap_form_question question;
    prap_form_answer answer;
    ANY(question);
    question.size = sizeof question;
    question.form = number;
    question.programme = programme;
    question.facts = facts;
    question.n_facts = n;
    answer.size = sizeof answer;
    (void)prap_form_ask(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), settings, SETTINGS, &question,
                        maybe() ? hears : NULL, NULL, &answer, MAYBE(error));
}

static size_t fill(uint32_t number, bool knows) {
    size_t n = 0;
    for (uint32_t fact = 1; fact < PRAPI_FORM_FACT_END; fact++) {
        if (prap_form_takes(number, fact)) facts[n++] = any_form_fact(fact, knows);
    }
    return n;
}

static void ask(uint32_t number) {
    put(number, (uint32_t)any_of(0, PROGRAMMES), 0);
    put(number, (uint32_t)any_of(0, PROGRAMMES), fill(number, false));
    const size_t n = fill(number, true);
    for (uint32_t programme = 0; programme <= PROGRAMMES; programme++) put(number, programme, n);
}

static void wrong(void) {
    prap_form_question question;
    prap_form_answer answer;
    ANY(question);
    question.size = (uint32_t)any_of(0, sizeof question);
    question.form = UINT32_MAX;
    question.facts = NULL;
    answer.size = any_u32();
    (void)prap_form_ask(NULL, NULL, any_u64(), MAYBE(question), NULL, NULL, MAYBE(answer), NULL);
    (void)prap_form_ask(prap_calendar_built_in(1), NULL, 0, &question, NULL, NULL, &answer, &error);
    (void)prap_form_finding_cure(any_u32());
    facts[0] = (prap_fact){UINT32_MAX, any_u32(), (int64_t)any_u64()};
    put(1, 0, 1);
}

int main(void) {
    error.size = sizeof error;
    settings[0].value = any_of(0, INT16_MAX);
    settings[1].value = any_of(0, INT16_MAX);
    for (uint32_t number = 1; prap_form_by_number(number) != NULL; number++) ask(number);
    wrong();
    return 0;
}
