/*
 * in-words.h: facts and events in words, for tests over every programme.
 *
 *   read_facts(facts, "referred-to=whp !started ?mandated-to-interview records=2 permitted-on=2021-01-01")
 *
 * A word alone is yes, !word is no, ?word is unknown; else a number, a day or an option. What is wrong aborts the test.
 */
#ifndef TEST_IN_WORDS_H
#define TEST_IN_WORDS_H

#include <stdio.h>
#include <stdlib.h>

#include "engine-cases.h"

static inline uint32_t number_of(uint32_t kind, const char *name, size_t n) {
    const prap_word *word = prap_word_find(kind, name, n);
    if (word == NULL) fail_msg("there is no word %.*s", (int)n, name);
    return word->number;
}

static inline prap_day day_of(const char *text) {
    prap_day day = PRAP_DAY_NONE;
    assert_int_equal(prap_day_parse(text, 10, &day), PRAP_OK);
    return day;
}

static inline prap_fact read_fact(const char *text, size_t n) {
    const char *equals = memchr(text, '=', n);
    const char *name = *text == '!' || *text == '?' ? text + 1 : text;
    const char *end = equals == NULL ? text + n : equals;
    prap_fact fact = {number_of(PRAP_WORDS_FACT, name, (size_t)(end - name)), PRAP_VALUE_YES, 0};
    if (*text == '!') fact.kind = PRAP_VALUE_NO;
    if (*text == '?') fact.kind = PRAP_VALUE_UNKNOWN;
    if (equals == NULL) return fact;
    const uint32_t type = prap_word_by_number(PRAP_WORDS_FACT, fact.fact)->detail;
    if (type == PRAP_FACT_TYPE_DAY) return (prap_fact){fact.fact, PRAP_VALUE_DAY, day_of(equals + 1)};
    if (type == PRAP_FACT_TYPE_NUMBER) return (prap_fact){fact.fact, PRAP_VALUE_NUMBER, atoi(equals + 1)};
    const uint32_t option = number_of(PRAP_WORDS_OPTION, equals + 1, (size_t)(text + n - equals - 1));
    return (prap_fact){fact.fact, PRAP_VALUE_OPTION, option};
}

/* Returns how many there are. */
static inline size_t read_facts(prap_fact facts[PRAP_FACTS_MAX], const char *text) {
    size_t n = 0;
    while (*text != '\0') {
        const size_t length = strcspn(text, " ");
        assert_true(n < PRAP_FACTS_MAX);
        if (length > 0) facts[n++] = read_fact(text, length);
        text += length + (text[length] == ' ');
    }
    return n;
}

/* Submits "event day facts" to a case of a programme; its verdict. */
static inline uint32_t submit_words(struct test_host *host, uint32_t programme, const char *case_id, const char *text) {
    prap_fact facts[PRAP_FACTS_MAX];
    const size_t name = strcspn(text, " ");
    prap_command command = test_command(case_id, number_of(PRAP_WORDS_EVENT, text, name), day_of(text + name + 1));
    command.programme = programme;
    command.facts = facts;
    command.n_facts = read_facts(facts, text + name + 11);
    assert_int_equal(test_host_submit(host, &command), PRAP_OK);
    return test_host_summary(host)->verdict;
}

/* The same of several that are separated by "; ", all of which must be permitted. */
static inline void submit_all(struct test_host *host, uint32_t programme, const char *case_id, const char *text) {
    char one[512];
    while (*text != '\0') {
        const size_t n = strcspn(text, ";");
        snprintf(one, sizeof one, "%.*s", (int)n, text);
        if (submit_words(host, programme, case_id, one) != PRAP_VERDICT_PERMITTED) fail_msg("not permitted: %s", one);
        text += n;
        while (*text == ';' || *text == ' ') text++;
    }
}

/* The names of an answer's reasons, separated by spaces; of those that are undecided, their facts with a "?". */
static inline const char *reasons_of(const prap_answer *answer) {
    static char text[1024];
    size_t n = 0;
    text[0] = '\0';
    for (uint32_t i = 0; i < prap_answer_reason_count(answer); i++) {
        const prap_reason *reason = prap_answer_reason_at(answer, i);
        const bool unknown = reason->severity == PRAP_SEVERITY_UNDECIDED;
        const prap_word *word = unknown ? prap_word_by_number(PRAP_WORDS_FACT, reason->fact)
                                        : prap_word_by_number(PRAP_WORDS_REASON, reason->reason);
        n += (size_t)snprintf(text + n, sizeof text - n, "%s%s%s", i == 0 ? "" : " ", unknown ? "?" : "", word->name);
    }
    return text;
}

#endif
