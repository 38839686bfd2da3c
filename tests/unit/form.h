/*
 * form.h: a question about a form in words, and its answer in words, for the tests of include/prap/form.h.
 *
 *   form("exit-report", "whp", "2021-05-10", "listed surname !nino ?prospects next-steps-words=9 policy=exit-min-words:10")
 *
 * A word alone is yes, !word is no, ?word is unknown; policy=NAME:VALUE, own=CONTACT. Programme "": not said. The answer
 * is "outcome verdict complete: finding[/fact]@rule …"; it is kept in static memory: one question at a time.
 */
#ifndef TESTS_FORM_H
#define TESTS_FORM_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prap/prap.h"

#define FORM_ROOM 64

static struct {
    prap_form_answer answer;
    prap_form_finding findings[FORM_ROOM];
    uint32_t n;
    prap_error error;
    prap_status status;
    prap_status stop_with;
} told;

static prap_day form_day(const char *text) {
    prap_day day = PRAP_DAY_NONE;
    if (prap_day_parse(text, 10, &day) != PRAP_OK) fail_msg("no day: %s", text);
    return day;
}

static const prap_word *form_word(uint32_t kind, const char *name, size_t n) {
    const prap_word *word = prap_word_find(kind, name, n);
    if (word == NULL) fail_msg("no word: %.*s", (int)n, name);
    return word;
}

static prap_fact form_fact(const char *text) {
    const uint32_t kind = text[0] == '!' ? PRAP_VALUE_NO : text[0] == '?' ? PRAP_VALUE_UNKNOWN : PRAP_VALUE_YES;
    const char *name = kind == PRAP_VALUE_YES ? text : text + 1, *equals = strchr(text, '=');
    const prap_word *word = form_word(PRAP_WORDS_FORM_FACT, name, equals == NULL ? strlen(name) : (size_t)(equals - name));
    const prap_fact fact = {word->number, kind, 0};
    if (equals == NULL) return fact;
    if (word->detail == PRAP_FACT_TYPE_DAY) return (prap_fact){word->number, PRAP_VALUE_DAY, form_day(equals + 1)};
    if (word->detail == PRAP_FACT_TYPE_NUMBER)
        return (prap_fact){word->number, PRAP_VALUE_NUMBER, strtoll(equals + 1, NULL, 10)};
    return (prap_fact){word->number, PRAP_VALUE_OPTION,
                       form_word(PRAP_WORDS_FORM_OPTION, equals + 1, strlen(equals + 1))->number};
}

static prap_status hear_form(void *user, const prap_form_finding *finding) {
    const prap_word *word = prap_word_by_number(PRAP_WORDS_FORM_FINDING, finding->finding);
    (void)user;
    assert_true(told.n < FORM_ROOM);
    assert_int_equal(finding->size, sizeof *finding);
    assert_non_null(word);
    assert_non_null(prap_rule_by_number(finding->rule));
    assert_non_null(prap_form_finding_cure(finding->finding));
    told.findings[told.n++] = *finding;
    return told.stop_with;
}

static prap_status try_form(const char *name, const char *programme, const char *on, const char *facts) {
    static prap_fact list[FORM_ROOM];
    prap_setting settings[4];
    size_t n_settings = 0;
    const prap_form *kind = prap_form_find(name, strlen(name));
    if (kind == NULL) fail_msg("no form: %s", name);
    prap_form_question question = {.size = sizeof question, .form = kind->form, .on = form_day(on), .facts = list};
    if (programme[0] != '\0') question.programme = form_word(PRAP_WORDS_PROGRAMME, programme, strlen(programme))->number;
    char text[1024];
    assert_true(strlen(facts) < sizeof text);
    strcpy(text, facts);
    for (char *word = strtok(text, " "); word != NULL; word = strtok(NULL, " ")) {
        char *value = strchr(word, '=') == NULL ? word : strchr(word, '=') + 1;
        if (strncmp(word, "policy=", 7) == 0) {
            const char *colon = strchr(value, ':');
            assert_int_equal(prap_setting_parse((prap_text){value, (size_t)(colon - value)},
                                                (prap_text){colon + 1, strlen(colon + 1)}, &settings[n_settings++], NULL),
                             PRAP_OK);
        } else if (strncmp(word, "own=", 4) == 0) {
            question.own_contacts |= UINT64_C(1) << (prap_contact_find(value, strlen(value))->number - 1);
        } else {
            list[question.n_facts++] = form_fact(word);
        }
    }
    told.n = 0;
    told.answer = (prap_form_answer){.size = sizeof told.answer};
    told.error = (prap_error){.size = sizeof told.error};
    told.status = prap_form_ask(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), settings, n_settings, &question,
                                hear_form, NULL, &told.answer, &told.error);
    return told.status;
}

static const char *form_name(uint32_t kind, uint32_t number) {
    const prap_word *word = prap_word_by_number(kind, number);
    return word == NULL ? "-" : word->name;
}

/* The answer in words. */
static const char *form(const char *name, const char *programme, const char *on, const char *facts) {
    static char text[4096];
    if (try_form(name, programme, on, facts) != PRAP_OK) fail_msg("%s: %s", told.error.field, told.error.message);
    assert_int_equal(told.answer.findings, told.n);
    assert_string_equal(told.error.field, ""); /* nothing is told of what went well */
    int n = snprintf(text, sizeof text, "%s %s %s:", form_name(PRAP_WORDS_FORM_OUTCOME, told.answer.outcome),
                     form_name(PRAP_WORDS_VERDICT, told.answer.verdict), form_name(PRAP_WORDS_VALUE, told.answer.complete));
    for (uint32_t i = 0; i < told.n; i++) {
        const prap_form_finding *one = &told.findings[i];
        n += snprintf(text + n, sizeof text - (size_t)n, " %s", form_name(PRAP_WORDS_FORM_FINDING, one->finding));
        if (one->fact != 0) n += snprintf(text + n, sizeof text - (size_t)n, "/%s", form_name(PRAP_WORDS_FORM_FACT, one->fact));
        n += snprintf(text + n, sizeof text - (size_t)n, "@%s", prap_rule_by_number(one->rule)->id);
    }
    return text;
}

/* The first finding of a name in the answer before, or NULL. */
static const prap_form_finding *form_told(const char *finding) {
    for (uint32_t i = 0; i < told.n; i++) {
        if (strcmp(form_name(PRAP_WORDS_FORM_FINDING, told.findings[i].finding), finding) == 0) return &told.findings[i];
    }
    return NULL;
}

#endif
