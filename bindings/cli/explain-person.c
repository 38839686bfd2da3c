/* explain-person.c: what one person's referrals amount to, as sentences. */
#include <stdlib.h>
#include <string.h>

#include "days-text.h"
#include "explain.h"

static void put_day(FILE *stream, enum cli_phrase phrase, const char *day) {
    char words[CLI_DAY_WORDS_BYTES];
    fputs("  ", stream);
    cli_say(stream, phrase, "day", cli_day_words_of(day, words), (char *)NULL);
    fputc('\n', stream);
}

/* The case's id where it has one, else its place in the list. */
static const char *case_of(const json_t *finding, const char *name, const char *at, char text[24]) {
    const char *id = cli_text_of(finding, name);
    snprintf(text, 24, "%" JSON_INTEGER_FORMAT, json_integer_value(json_object_get(finding, at)) + 1);
    return id[0] == '\0' ? text : id;
}

static void put_cases(FILE *stream, const json_t *finding) {
    char one[24], other[24];
    if (!json_is_integer(json_object_get(finding, "at"))) return;
    const bool beside = json_is_integer(json_object_get(finding, "other"));
    cli_say(stream, beside ? CLI_PHRASE_OF_CASE_BESIDE : CLI_PHRASE_OF_CASE, "case",
            case_of(finding, "case", "at", one), "other", case_of(finding, "other_case", "other", other),
            (char *)NULL);
}

static const char *result_words(const char *result) {
    if (strcmp(result, "met") == 0) return cli_phrase(CLI_PHRASE_CRITERION_MET);
    if (strcmp(result, "failed") == 0) return cli_phrase(CLI_PHRASE_CRITERION_FAILED);
    return cli_phrase(result[0] == '\0' ? CLI_PHRASE_NOTE : CLI_PHRASE_CRITERION_UNKNOWN);
}

static void put_finding(FILE *stream, const json_t *finding) {
    char words[CLI_DAY_WORDS_BYTES];
    const char *name = cli_text_of(finding, "finding"), *day = cli_text_of(finding, "day");
    fputs("  ", stream);
    cli_pad(stream, result_words(cli_text_of(finding, "result")), 8);
    fprintf(stream, " %s", cli_word(PRAP_WORDS_FINDING, name, CLI_PART_MEANING, cli_text_of(finding, "text")));
    if (day[0] != '\0') fprintf(stream, ": %s", cli_day_words_of(day, words));
    put_cases(stream, finding);
    cli_explain_rule(stream, cli_text_of(finding, "rule"));
    fputc('\n', stream);
}

static const char *verdict_words(const char *verdict) {
    if (strcmp(verdict, "permitted") == 0) return cli_phrase(CLI_PHRASE_PERMITTED);
    return cli_phrase(strcmp(verdict, "refused") == 0 ? CLI_PHRASE_REFUSED : CLI_PHRASE_UNDECIDED);
}

void cli_explain_person(FILE *stream, const json_t *object) {
    size_t i;
    const json_t *finding;
    char words[CLI_DAY_WORDS_BYTES];
    const char *earliest = cli_text_of(object, "earliest"), *sure = cli_text_of(object, "sure");
    const bool is_new = strcmp(cli_text_of(object, "next"), "new") == 0;
    cli_say(stream, is_new ? CLI_PHRASE_PERSON_NEW : CLI_PHRASE_PERSON_RE_REFERRAL, "day",
            cli_day_words_of(cli_text_of(object, "on"), words), "verdict",
            verdict_words(cli_text_of(object, "verdict")), (char *)NULL);
    cli_explain_id(stream, object);
    fputc('\n', stream);
    if (earliest[0] != '\0') put_day(stream, CLI_PHRASE_PERSON_EARLIEST, earliest);
    if (strcmp(earliest, sure) != 0) put_day(stream, CLI_PHRASE_PERSON_SURE, sure);
    json_array_foreach(json_object_get(object, "findings"), i, finding) {
        put_finding(stream, finding);
    }
}
