/* wording.c: looks up phrases and words, and fills in the places of a phrase. */
#include "wording.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "output.h"
#include "text-stream.h"

const struct cli_phrase_row cli_phrase_rows[CLI_PHRASES] = {
#define X(NAME, id, english) {id, english},
#include "phrases.def"
#undef X
};

const char *const cli_part_names[CLI_PARTS] = {"name", "meaning", "cure"};

#define NAME    (1u << CLI_PART_NAME)
#define MEANING (1u << CLI_PART_MEANING)
#define CURE    (1u << CLI_PART_CURE)

const struct cli_kind_row cli_kind_rows[] = {
    {PRAP_WORDS_STATE, "stage", NAME | MEANING},       {PRAP_WORDS_EVENT, "event", NAME},
    {PRAP_WORDS_FACT, "fact", NAME | MEANING},         {PRAP_WORDS_OPTION, "option", NAME},
    {PRAP_WORDS_REASON, "reason", MEANING | CURE},     {PRAP_WORDS_NOTICE, "notice", MEANING},
    {PRAP_WORDS_DEADLINE, "deadline", NAME | MEANING}, {PRAP_WORDS_RECIPIENT, "recipient", NAME},
    {PRAP_WORDS_DIFFERENCE, "difference", MEANING},    {PRAP_WORDS_PAYMENT, "payment", MEANING},
    {PRAP_WORDS_CONTRADICTION, "contradiction", MEANING},
    {PRAP_WORDS_MEASURE, "measure", MEANING},         {PRAP_WORDS_EXCLUSION, "exclusion", MEANING},
    {PRAP_WORDS_FINDING, "finding", MEANING},
    {PRAP_WORDS_DESK_ASK, "desk-ask", NAME},           {PRAP_WORDS_DESK_OUTCOME, "desk-outcome", MEANING},
    {PRAP_WORDS_DESK_FACT, "desk-fact", NAME},         {PRAP_WORDS_DESK_FINDING, "desk-finding", MEANING | CURE},
    {PRAP_WORDS_CODE_STATE, "code-state", MEANING},
    {PRAP_WORDS_FORM, "form", NAME | MEANING},         {PRAP_WORDS_FORM_OUTCOME, "form-outcome", MEANING},
    {PRAP_WORDS_FORM_FACT, "form-fact", NAME | MEANING}, {PRAP_WORDS_FORM_FINDING, "form-finding", MEANING | CURE},
    {PRAP_WORDS_SERVICE_FINDING, "service-finding", MEANING | CURE},
    {PRAP_WORDS_MEANS, "means", MEANING},              {PRAP_WORDS_REGION, "region", MEANING},
    {PRAP_WORDS_MAPPA, "mappa", MEANING},              {PRAP_WORDS_PRAP14, "prap14", MEANING},
    {PRAP_WORDS_ERROR, "error", MEANING},              {PRAP_WORDS_CHANNEL, "channel", MEANING},
    {PRAP_WORDS_REFERRAL_KIND, "referral-kind", MEANING}, {PRAP_WORDS_FEED, "feed", MEANING},
    {PRAP_WORDS_THRESHOLD, "threshold", MEANING},      {PRAP_WORDS_THRESHOLD_STATUS, "threshold-status", MEANING},
    {PRAP_WORDS_CALL_STAGE, "call-stage", NAME | MEANING}, {PRAP_WORDS_CALL_EVENT, "call-event", NAME},
    {PRAP_WORDS_CALL_FACT, "call-fact", NAME},         {PRAP_WORDS_CALL_REASON, "call-reason", MEANING | CURE},
    {PRAP_WORDS_CALL_REMINDER, "call-reminder", MEANING},
    {PRAP_WORDS_DATA_ITEM, "data-item", NAME | MEANING}, {PRAP_WORDS_DATA_FINDING, "data-finding", MEANING | CURE},
    {PRAP_WORDS_DATA_CARE, "data-care", MEANING},      {PRAP_WORDS_DATA_TYPE, "data-type", MEANING},
    {PRAP_WORDS_DATA_CHANGE, "data-change", MEANING},
    {PRAP_WORDS_RETENTION_FINDING, "retention-finding", MEANING | CURE},
    {PRAP_WORDS_VERIFY_FAULT, "verify-fault", MEANING},
    {PRAP_WORDS_CONFORMANCE, "conformance", MEANING},  {PRAP_WORDS_CONFORMANCE_CHECK, "conformance-check", MEANING},
};

const size_t cli_kind_count = sizeof cli_kind_rows / sizeof cli_kind_rows[0];

static json_t *wording; /* NULL: English */

void cli_wording_use(json_t *object) {
    json_decref(wording);
    wording = object;
}

const char *cli_phrase(enum cli_phrase phrase) {
    const struct cli_phrase_row *row = &cli_phrase_rows[phrase];
    const char *worded = json_string_value(json_object_get(json_object_get(wording, "phrases"), row->id));
    return worded == NULL ? row->english : worded;
}

/* The value of the place that n bytes name. The command gives one for each place that the English has. */
static const char *value_of(const char *place, size_t n, va_list places) {
    va_list rest;
    const char *name, *found = "";
    va_copy(rest, places);
    while ((name = va_arg(rest, const char *)) != NULL) {
        const char *value = va_arg(rest, const char *);
        if (strlen(name) == n && memcmp(name, place, n) == 0) found = value;
    }
    va_end(rest);
    return found;
}

static void say(FILE *stream, enum cli_phrase phrase, va_list places) {
    const char *at = cli_phrase(phrase);
    while (*at != '\0') {
        const size_t plain = strcspn(at, "{");
        fwrite(at, 1, plain, stream);
        at += plain;
        if (*at == '\0') break;
        const size_t n = strcspn(at + 1, "}");
        fputs(value_of(at + 1, n, places), stream);
        at += n + 2; /* the reader has seen that each place is closed */
    }
}

void cli_say(FILE *stream, enum cli_phrase phrase, ...) {
    va_list places;
    va_start(places, phrase);
    say(stream, phrase, places);
    va_end(places);
}

char *cli_said(enum cli_phrase phrase, ...) {
    struct cli_text text;
    va_list places;
    FILE *stream = cli_text_open(&text);
    va_start(places, phrase);
    say(stream, phrase, places);
    va_end(places);
    cli_text_close(&text, stream);
    return text.bytes;
}

const char *cli_word(uint32_t kind, const char *name, enum cli_part part, const char *otherwise) {
    const json_t *words = json_object_get(wording, "words");
    const prap_word *word = prap_word_find(kind, name, strlen(name));
    if (word == NULL) return otherwise;
    for (size_t i = 0; words != NULL && i < cli_kind_count; i++) {
        if (cli_kind_rows[i].kind != kind) continue;
        const json_t *parts = json_object_get(json_object_get(words, cli_kind_rows[i].name), name);
        const char *worded = json_string_value(json_object_get(parts, cli_part_names[part]));
        if (worded != NULL) return worded;
    }
    if (part == CLI_PART_NAME) return word->name;
    if (part == CLI_PART_MEANING) return word->meaning;
    if (kind == PRAP_WORDS_CALL_REASON) return prap_call_reason_cure(word->number);
    if (kind == PRAP_WORDS_DATA_FINDING) return prap_data_finding_cure(word->number);
    if (kind == PRAP_WORDS_FORM_FINDING) return prap_form_finding_cure(word->number);
    if (kind == PRAP_WORDS_SERVICE_FINDING) return prap_service_finding_cure(word->number);
    if (kind == PRAP_WORDS_RETENTION_FINDING) return prap_retention_finding_cure(word->number);
    return kind == PRAP_WORDS_DESK_FINDING ? prap_desk_finding_cure(word->number) : prap_reason_cure(word->number);
}

void cli_pad(FILE *stream, const char *text, size_t characters) {
    size_t seen = 0;
    for (size_t i = 0; text[i] != '\0'; i++) {
        if (((unsigned char)text[i] & 0xC0) != 0x80) seen++; /* not within a character of UTF-8 */
    }
    fputs(text, stream);
    for (; seen < characters; seen++)
        fputc(' ', stream);
}
