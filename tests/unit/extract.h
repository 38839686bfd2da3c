/*
 * extract.h: a record of data items in words, and what is found in it in words, for the tests of
 * include/prap/extract.h.
 *
 *   checked("whp prap scr=no mappa=no", "prap-referral-id=R1|nino=AB123456C|?shoe-size=7")
 *
 * The first text says what is known: a programme, a channel, scr=, mappa=, partial, on=DAY. The second gives
 * the values, an item and its text, "?" before one that the host has no item for. Kept in static memory: one
 * question at a time.
 */
#ifndef TESTS_EXTRACT_H
#define TESTS_EXTRACT_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prap/prap.h"

#define EXTRACT_ROOM 256

struct extract_record {
    prap_data_record record;
    prap_data_value values[EXTRACT_ROOM];
    char text[8192];
};

static struct {
    prap_data_answer answer;
    prap_data_comparison comparison;
    prap_data_finding findings[EXTRACT_ROOM];
    uint32_t n, told_as;
    prap_error error;
    prap_status status;
    prap_status stop_with;
    char words[8192];
} found;

static uint32_t number_of(uint32_t kind, const char *name, size_t n) {
    const prap_word *word = prap_word_find(kind, name, n);
    return word == NULL ? 0 : word->number;
}

static void take_known(prap_data_record *record, const char *known) {
    for (const char *at = known; *at != '\0';) {
        const size_t n = strcspn(at, " ");
        prap_day day = PRAP_DAY_NONE;
        if (strncmp(at, "scr=", 4) == 0) {
            record->scr = number_of(PRAP_WORDS_VALUE, at + 4, n - 4);
        } else if (strncmp(at, "mappa=", 6) == 0) {
            record->mappa = number_of(PRAP_WORDS_VALUE, at + 6, n - 6);
        } else if (strncmp(at, "on=", 3) == 0) {
            assert_int_equal(prap_day_parse(at + 3, n - 3, &day), PRAP_OK);
            record->on = day;
        } else if (strncmp(at, "partial", n) == 0) {
            record->partial = 1;
        } else if (number_of(PRAP_WORDS_DATA_CHANNEL, at, n) != 0) {
            record->channel = number_of(PRAP_WORDS_DATA_CHANNEL, at, n);
        } else {
            record->programme = number_of(PRAP_WORDS_PROGRAMME, at, n);
            if (record->programme == 0) fail_msg("what is %s?", at);
        }
        at += n + (at[n] == ' ');
    }
}

static void take_values(struct extract_record *ours, const char *values) {
    snprintf(ours->text, sizeof ours->text, "%s", values);
    for (char *at = ours->text; *at != '\0';) {
        const size_t n = strcspn(at, "|");
        const bool more = at[n] == '|';
        char *is = memchr(at, '=', n);
        if (is == NULL || ours->record.n == EXTRACT_ROOM) fail_msg("what is %s?", at);
        prap_data_value *value = &ours->values[ours->record.n++];
        value->text = (prap_text){is + 1, (size_t)(at + n - is - 1)};
        value->item = *at == '?' ? 0 : prap_data_item_find(at, (size_t)(is - at));
        if (*at != '?' && value->item == 0) fail_msg("no item: %s", at);
        at += n + (more ? 1 : 0);
    }
}

static prap_data_record *record_of(struct extract_record *ours, const char *known, const char *values) {
    memset(ours, 0, sizeof *ours);
    ours->record =
        (prap_data_record){.size = sizeof ours->record, .on = PRAP_DAY_NONE, .values = ours->values};
    take_known(&ours->record, known);
    take_values(ours, values);
    return &ours->record;
}

static const char *name_of(uint32_t kind, uint32_t number) {
    const prap_word *word = prap_word_by_number(kind, number);
    return word == NULL ? "" : word->name;
}

static void say(const char *format, const char *a, const char *b) {
    const size_t n = strlen(found.words);
    snprintf(found.words + n, sizeof found.words - n, format, a, b);
}

static prap_status hear(void *user, const prap_data_finding *finding) {
    assert_ptr_equal(user, &found);
    assert_int_equal(finding->size, sizeof *finding);
    assert_true(found.n < EXTRACT_ROOM);
    found.findings[found.n++] = *finding;
    /* The rule is that of the finding, or of the item, or what IPES says of the same. */
    const prap_word *word = prap_word_by_number(PRAP_WORDS_DATA_FINDING, finding->finding);
    const prap_data_item *item = prap_data_item_by_number(finding->item);
    const prap_rule *rule = prap_rule_by_number(finding->rule);
    assert_true(finding->rule == word->rule || (item != NULL && finding->rule == item->rules[0]) ||
                (rule != NULL && strcmp(rule->id, "IPES-3.84") == 0));
    say(finding->item == 0 ? " %s%s" : " %s[%s]", name_of(PRAP_WORDS_DATA_FINDING, finding->finding),
        name_of(PRAP_WORDS_DATA_ITEM, finding->item));
    return found.stop_with;
}

static void begin(void) {
    const prap_status stop_with = found.stop_with;
    memset(&found, 0, sizeof found);
    found.stop_with = stop_with;
    found.error.size = sizeof found.error;
    found.answer.size = sizeof found.answer;
    found.comparison.size = sizeof found.comparison;
}

/* "refused by clerical: scr-not-clerical missing[nino]" */
static const char *checked(const char *known, const char *values) {
    static struct extract_record ours;
    static char words[9000];
    begin();
    found.status =
        prap_data_check(record_of(&ours, known, values), hear, &found, &found.answer, &found.error);
    if (found.status != PRAP_OK) return prap_status_name(found.status);
    assert_int_equal(found.answer.findings, found.n);
    snprintf(words, sizeof words, "%s by %s:%s", name_of(PRAP_WORDS_VERDICT, found.answer.verdict),
             name_of(PRAP_WORDS_DATA_CHANNEL, found.answer.channel), found.words);
    return words;
}

static prap_status hear_difference(void *user, const prap_data_difference *difference) {
    assert_ptr_equal(user, &found);
    assert_int_equal(difference->size, sizeof *difference);
    const prap_rule *rule = prap_rule_by_number(difference->rule),
                    *whp07 = prap_rule_by_number(difference->whp07);
    assert_true(difference->whp07 == 0 || whp07 != NULL);
    found.n++;
    found.told_as += difference->told_as != 0;
    say(" %s[%s]", name_of(PRAP_WORDS_DATA_CHANGE, difference->change),
        name_of(PRAP_WORDS_DATA_ITEM, difference->item));
    if (difference->told_as != 0) say("=%s%s", name_of(PRAP_WORDS_DATA_ITEM, difference->told_as), "");
    say(":%s%s", rule->id, whp07 == NULL ? "" : "+");
    if (whp07 != NULL) say("%s%s", whp07->id, "");
    return found.stop_with;
}

/* "1 same: changed[postcode]:CH15-9" */
static const char *compared(const char *known, const char *before, const char *after) {
    static struct extract_record old, new;
    static char words[9000];
    begin();
    found.status = prap_data_compare(record_of(&old, known, before), record_of(&new, known, after),
                                     hear_difference, &found, &found.comparison, &found.error);
    if (found.status != PRAP_OK) return prap_status_name(found.status);
    assert_int_equal(found.comparison.appeared + found.comparison.gone + found.comparison.changed, found.n);
    assert_int_equal(found.comparison.told_as, found.told_as);
    snprintf(words, sizeof words, "%u same:%s", (unsigned)found.comparison.same, found.words);
    return words;
}

#endif
