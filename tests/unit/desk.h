/*
 * desk.h: a question to the desk of Provider Direct in words, and its answer in words, for the tests of
 * include/prap/provider-direct.h.
 *
 *   desk("may-call", "2015-12-16", "mandated failed-on=2015-12-01 failure=took-no-part !mappa ?scr")
 *
 * A word alone is yes, !word is no, ?word is unknown; at=MOMENT, outage=FROM/TO, policy=NAME:VALUE, and of a code
 * step=STEP:DAY[:SPOC]. The answer is kept in static memory: one question at a time. Each is in the program's transcript.
 */
#ifndef TESTS_DESK_H
#define TESTS_DESK_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prap/prap.h"

#include "transcript.h"

#define DESK_ROOM 128

static struct {
    prap_desk_answer answer;
    prap_desk_finding findings[DESK_ROOM];
    uint32_t n;
    prap_error error;
    prap_status status;
    prap_status stop_with;
} told;

static prap_day desk_day(const char *text) {
    prap_day day = PRAP_DAY_NONE;
    if (prap_day_parse(text, 10, &day) != PRAP_OK) fail_msg("no day: %s", text);
    return day;
}

static prap_moment desk_moment(const char *text, size_t n) {
    prap_moment moment = PRAP_MOMENT_NONE;
    if (prap_moment_parse(text, n, &moment) != PRAP_OK) fail_msg("no moment: %s", text);
    return moment;
}

static const prap_word *desk_word(uint32_t kind, const char *name, size_t n) {
    const prap_word *word = prap_word_find(kind, name, n);
    if (word == NULL) fail_msg("no word: %.*s", (int)n, name);
    return word;
}

/* Of an option: a word may belong to several facts. */
static int64_t desk_option(uint32_t fact, const char *name) {
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_DESK_OPTION); i++) {
        const prap_word *word = prap_word_at(PRAP_WORDS_DESK_OPTION, i);
        if (word->detail == fact && strcmp(word->name, name) == 0) return word->number;
    }
    fail_msg("no option: %s", name);
    return 0;
}

static prap_fact desk_fact(const char *text) {
    const uint32_t kind = text[0] == '!' ? PRAP_VALUE_NO : text[0] == '?' ? PRAP_VALUE_UNKNOWN : PRAP_VALUE_YES;
    const char *name = kind == PRAP_VALUE_YES ? text : text + 1, *equals = strchr(text, '=');
    const prap_word *word = desk_word(PRAP_WORDS_DESK_FACT, name, equals == NULL ? strlen(name) : (size_t)(equals - name));
    prap_fact fact = {word->number, kind, 0};
    if (equals == NULL) return fact;
    if (word->detail == PRAP_FACT_TYPE_DAY) return (prap_fact){word->number, PRAP_VALUE_DAY, desk_day(equals + 1)};
    if (word->detail == PRAP_FACT_TYPE_NUMBER)
        return (prap_fact){word->number, PRAP_VALUE_NUMBER, strtoll(equals + 1, NULL, 10)};
    return (prap_fact){word->number, PRAP_VALUE_OPTION, desk_option(word->number, equals + 1)};
}

static prap_status hear_desk(void *user, const prap_desk_finding *finding) {
    const prap_word *word = prap_word_by_number(PRAP_WORDS_DESK_FINDING, finding->finding);
    (void)user;
    assert_true(told.n < DESK_ROOM);
    assert_int_equal(finding->size, sizeof *finding);
    assert_non_null(word);
    assert_non_null(prap_rule_by_number(finding->rule));
    if (word->rule != 0) assert_int_equal(finding->rule, word->rule);
    assert_non_null(prap_desk_finding_cure(finding->finding));
    told.findings[told.n++] = *finding;
    return told.stop_with;
}

static void desk_put(char *room, size_t room_bytes, const char *name, const char *value) {
    transcript_add(room, room_bytes, " %s=%s", name, value);
}

static void desk_put_number(char *room, size_t room_bytes, const char *name, int64_t number, int64_t none) {
    if (number != none) transcript_add(room, room_bytes, " %s=%lld", name, (long long)number);
}

static void desk_put_day(char *room, size_t room_bytes, const char *name, prap_day day) {
    char text[PRAP_DAY_TEXT_BYTES];
    if (day == PRAP_DAY_NONE) return;
    assert_int_equal(prap_day_format(day, text, sizeof text), PRAP_OK);
    desk_put(room, room_bytes, name, text);
}

static void desk_put_moment(char *room, size_t room_bytes, const char *name, prap_moment moment) {
    char text[PRAP_MOMENT_TEXT_BYTES];
    if (moment.day == PRAP_DAY_NONE) return;
    assert_int_equal(prap_moment_format(moment, text, sizeof text), PRAP_OK);
    desk_put(room, room_bytes, name, text);
}

static void desk_put_word(char *room, size_t room_bytes, const char *name, uint32_t kind, uint32_t number) {
    const prap_word *word = prap_word_by_number(kind, number);
    if (number != 0) desk_put(room, room_bytes, name, word == NULL ? "no-word" : word->name);
}

/* Everything that the answer says, a line of it and one for each finding, into an empty room. */
static void desk_write(char *room, size_t room_bytes) {
    const prap_desk_answer *answer = &told.answer;
    const prap_desk_answer untouched = {.size = sizeof untouched};
    if (told.status != PRAP_OK) {
        const bool is_written = memcmp(answer, &untouched, sizeof untouched) != 0;
        transcript_add(room, room_bytes, "  %s: %s: %s%s\n", prap_status_name(told.status), told.error.field, told.error.message,
                 is_written ? " (an answer was written)" : "");
        return;
    }
    transcript_add(room, room_bytes, "  answer:");
    desk_put_word(room, room_bytes, "outcome", PRAP_WORDS_DESK_OUTCOME, answer->outcome);
    desk_put_word(room, room_bytes, "verdict", PRAP_WORDS_VERDICT, answer->verdict);
    desk_put_word(room, room_bytes, "form", PRAP_WORDS_CALL_FORM, answer->form);
    desk_put_word(room, room_bytes, "recipient", PRAP_WORDS_RECIPIENT, answer->recipient);
    desk_put_number(room, room_bytes, "contact", answer->contact, 0);
    desk_put_number(room, room_bytes, "calls", answer->calls, 0);
    desk_put_number(room, room_bytes, "age-days", answer->age_days, -1);
    desk_put_day(room, room_bytes, "earliest", answer->earliest);
    desk_put_day(room, room_bytes, "due", answer->due);
    desk_put_day(room, room_bytes, "code-issued", answer->code_issued);
    desk_put_day(room, room_bytes, "code-from", answer->code_from);
    desk_put_day(room, room_bytes, "code-until", answer->code_until);
    desk_put_word(room, room_bytes, "code-state", PRAP_WORDS_CODE_STATE, answer->code_state);
    desk_put_number(room, room_bytes, "spocs", answer->spocs, 0);
    desk_put_number(room, room_bytes, "spocs-ready", answer->spocs_ready, 0);
    desk_put_moment(room, room_bytes, "opens", answer->opens);
    desk_put_moment(room, room_bytes, "last-usable", answer->last_usable);
    for (uint32_t i = 0; i < told.n; i++) {
        const prap_desk_finding *one = &told.findings[i];
        transcript_add(room, room_bytes, "\n    %s %s", prap_word_by_number(PRAP_WORDS_DESK_FINDING, one->finding)->name,
                       prap_rule_by_number(one->rule)->id);
        desk_put_word(room, room_bytes, "severity", PRAP_WORDS_SEVERITY, one->severity);
        desk_put_word(room, room_bytes, "fact", PRAP_WORDS_DESK_FACT, one->fact);
        desk_put_word(room, room_bytes, "policy", PRAP_WORDS_POLICY, one->policy);
        desk_put_word(room, room_bytes, "recipient", PRAP_WORDS_RECIPIENT, one->recipient);
        desk_put_number(room, room_bytes, "contact", one->contact, 0);
        desk_put_day(room, room_bytes, "day", one->day);
        desk_put_number(room, room_bytes, "at", one->at, PRAP_DESK_NO_STEP);
        desk_put_number(room, room_bytes, "spoc", one->spoc, 0);
    }
    transcript_add(room, room_bytes, "\n");
}

static prap_status try_desk(const char *ask, const char *on, const char *facts) {
    static prap_fact list[DESK_ROOM];
    /* Before those that are given stands one that is not, and may not be looked at. */
    static prap_code_step room[DESK_ROOM + 1] = {{PRAP_CODE_STEP_ISSUED, PRAP_DAY_MAX, 0}};
    prap_code_step *steps = room + 1;
    static prap_window outages[8];
    prap_setting settings[4];
    size_t n_settings = 0;
    prap_desk_question question = {.size = sizeof question, .ask = desk_word(PRAP_WORDS_DESK_ASK, ask, strlen(ask))->number,
                                   .on = desk_day(on), .at = PRAP_MOMENT_NONE, .facts = list, .outages = outages,
                                   .steps = steps};
    char text[1024];
    assert_true(strlen(facts) < sizeof text);
    strcpy(text, facts);
    for (char *word = strtok(text, " "); word != NULL; word = strtok(NULL, " ")) {
        char *value = strchr(word, '=') == NULL ? word : strchr(word, '=') + 1;
        if (strncmp(word, "at=", 3) == 0) {
            question.at = desk_moment(value, strlen(value));
        } else if (strncmp(word, "outage=", 7) == 0) {
            const size_t from = (size_t)(strchr(value, '/') - value);
            outages[question.n_outages++] = (prap_window){desk_moment(value, from),
                                                          desk_moment(value + from + 1, strlen(value + from + 1))};
        } else if (strncmp(word, "policy=", 7) == 0) {
            const char *colon = strchr(value, ':');
            assert_int_equal(prap_setting_parse((prap_text){value, (size_t)(colon - value)},
                                                (prap_text){colon + 1, strlen(colon + 1)}, &settings[n_settings++], NULL),
                             PRAP_OK);
        } else if (strncmp(word, "step=", 5) == 0) {
            const char *colon = strchr(value, ':');
            steps[question.n_steps++] = (prap_code_step){
                desk_word(PRAP_WORDS_CODE_STEP, value, (size_t)(colon - value))->number, desk_day(colon + 1),
                colon[11] == ':' ? (uint32_t)atoi(colon + 12) : 0};
        } else {
            list[question.n_facts++] = desk_fact(word);
        }
    }
    told.n = 0;
    told.answer = (prap_desk_answer){.size = sizeof told.answer};
    told.error = (prap_error){.size = sizeof told.error, .status = PRAP_E_BUG};
    told.status = prap_desk_ask(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), settings, n_settings, &question,
                                hear_desk, NULL, &told.answer, &told.error);
    if (told.status == PRAP_OK) assert_int_equal(told.error.status, PRAP_E_BUG); /* untouched */
    static char asked[1200], answered[16384];
    answered[0] = '\0';
    snprintf(asked, sizeof asked, "%s %s %s", ask, on, facts);
    desk_write(answered, sizeof answered);
    transcript(asked, answered);
    return told.status;
}

/* The outcome in a word. */
static const char *desk(const char *ask, const char *on, const char *facts) {
    if (try_desk(ask, on, facts) != PRAP_OK) fail_msg("%s: %s: %s", ask, told.error.field, told.error.message);
    assert_int_equal(told.answer.findings, told.n);
    return prap_word_by_number(PRAP_WORDS_DESK_OUTCOME, told.answer.outcome)->name;
}

static inline const char *verdict_word(void) {
    return prap_word_by_number(PRAP_WORDS_VERDICT, told.answer.verdict)->name;
}

static const prap_desk_finding *found(const char *name) {
    const uint32_t finding = desk_word(PRAP_WORDS_DESK_FINDING, name, strlen(name))->number;
    for (uint32_t i = 0; i < told.n; i++) {
        if (told.findings[i].finding == finding) return &told.findings[i];
    }
    return NULL;
}

static inline uint32_t count_of(const char *name) {
    const uint32_t finding = desk_word(PRAP_WORDS_DESK_FINDING, name, strlen(name))->number;
    uint32_t n = 0;
    for (uint32_t i = 0; i < told.n; i++) n += told.findings[i].finding == finding;
    return n;
}

/* The finding is told, with this severity and rule; "" is whatever. */
static inline const prap_desk_finding *expect_found(const char *name, const char *severity, const char *rule) {
    const prap_desk_finding *finding = found(name);
    if (finding == NULL) fail_msg("not told: %s", name);
    if (severity[0] != '\0')
        assert_string_equal(prap_word_by_number(PRAP_WORDS_SEVERITY, finding->severity)->name, severity);
    if (rule[0] != '\0') assert_string_equal(prap_rule_by_number(finding->rule)->id, rule);
    return finding;
}

/* All findings in order, "name:severity name:severity"; static. */
static inline const char *all_found(void) {
    static char text[4096];
    text[0] = '\0';
    for (uint32_t i = 0; i < told.n; i++) {
        const prap_desk_finding *finding = &told.findings[i];
        snprintf(text + strlen(text), sizeof text - strlen(text), "%s%s:%s", i == 0 ? "" : " ",
                 prap_word_by_number(PRAP_WORDS_DESK_FINDING, finding->finding)->name,
                 prap_word_by_number(PRAP_WORDS_SEVERITY, finding->severity)->name);
    }
    return text;
}

static inline const char *day_text(prap_day day) {
    static char text[4][PRAP_DAY_TEXT_BYTES];
    static int next;
    char *room = text[next++ & 3];
    if (day == PRAP_DAY_NONE) return "none";
    assert_int_equal(prap_day_format(day, room, PRAP_DAY_TEXT_BYTES), PRAP_OK);
    return room;
}

#endif
