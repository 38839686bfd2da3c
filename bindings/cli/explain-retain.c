/* explain-retain.c: how long records are kept and what a store's verification found, as sentences. */
#include <string.h>

#include "days-text.h"
#include "explain.h"
#include "redact.h"

static const char *verdict_words(const char *verdict) {
    if (strcmp(verdict, "permitted") == 0) return cli_phrase(CLI_PHRASE_MAY_GO);
    return cli_phrase(strcmp(verdict, "refused") == 0 ? CLI_PHRASE_STAYS : CLI_PHRASE_STAYS_UNKNOWN);
}

static const char *severity_words(const char *severity) {
    if (strcmp(severity, "forbidden") == 0) return cli_phrase(CLI_PHRASE_KEEPS);
    if (strcmp(severity, "undecided") == 0) return cli_phrase(CLI_PHRASE_DESK_UNKNOWN);
    return cli_phrase(strcmp(severity, "breach") == 0 ? CLI_PHRASE_DESK_BREACH : CLI_PHRASE_NOTE);
}

static void put_day(FILE *stream, enum cli_phrase phrase, const json_t *object, const char *key) {
    char words[CLI_DAY_WORDS_BYTES];
    const char *day = cli_text_of(object, key);
    if (day[0] == '\0') return;
    fputc(' ', stream);
    cli_say(stream, phrase, "day", cli_day_words_of(day, words), (char *)NULL);
}

static void put_finding(FILE *stream, const json_t *finding) {
    char words[CLI_DAY_WORDS_BYTES];
    const char *name = cli_text_of(finding, "finding"), *day = cli_text_of(finding, "day");
    const char *severity = cli_text_of(finding, "severity"), *row = cli_text_of(finding, "row");
    fputs("    ", stream);
    cli_pad(stream, severity_words(severity), 8);
    fprintf(stream, " %s", cli_word(PRAP_WORDS_RETENTION_FINDING, name, CLI_PART_MEANING, cli_text_of(finding, "text")));
    if (day[0] != '\0' && strcmp(cli_text_of(finding, "fact"), "actioned-on") != 0) { /* the others are periods */
        fputs(", ", stream);
        cli_say(stream, CLI_PHRASE_UNTIL, "day", cli_day_words_of(day, words), (char *)NULL);
    }
    cli_explain_rule(stream, cli_text_of(finding, "rule"));
    if (row[0] != '\0') fprintf(stream, " [%s]", row);
    fputc('\n', stream);
    const char *cure = cli_word(PRAP_WORDS_RETENTION_FINDING, name, CLI_PART_CURE, cli_text_of(finding, "cure"));
    if (strcmp(severity, "undecided") != 0 && strcmp(severity, "breach") != 0) return;
    fputs("             ", stream);
    cli_say(stream, CLI_PHRASE_TO_DO, "cure", cure, (char *)NULL);
    fputc('\n', stream);
}

static void number(const json_t *object, const char *key, char text[24]) {
    snprintf(text, 24, "%" JSON_INTEGER_FORMAT, json_integer_value(json_object_get(object, key)));
}

static void put_record(FILE *stream, const json_t *object) {
    size_t i;
    char over[24], of[24];
    const json_t *finding;
    fputs(verdict_words(cli_text_of(object, "verdict")), stream);
    fprintf(stream, ": %s.", cli_meaning(PRAP_WORDS_RECORD, cli_text_of(object, "record")));
    if (cli_text_of(object, "kept_until")[0] != '\0') put_day(stream, CLI_PHRASE_KEPT_UNTIL, object, "kept_until");
    else put_day(stream, CLI_PHRASE_KEPT_AT_LEAST, object, "at_least");
    put_day(stream, CLI_PHRASE_GOES_FROM, object, "disposal");
    cli_explain_rule(stream, cli_text_of(object, "rule"));
    cli_explain_id(stream, object);
    fputc('\n', stream);
    if (json_object_get(object, "events_over") != NULL) {
        number(object, "events", of);
        number(object, "events_over", over);
        fputs("    ", stream);
        cli_say(stream, CLI_PHRASE_SENDINGS_OVER, "n", over, "of", of, (char *)NULL);
        fputc('\n', stream);
    }
    json_array_foreach(json_object_get(object, "findings"), i, finding) {
        if (!cli_is_redacted(finding)) put_finding(stream, finding);
    }
}

void cli_explain_retained(FILE *stream, const json_t *object) {
    size_t i;
    char words[CLI_DAY_WORDS_BYTES];
    const json_t *record, *records = json_object_get(object, "retained");
    if (!json_is_array(records)) {
        put_record(stream, object);
        return;
    }
    cli_say(stream, CLI_PHRASE_CASE_ON, "case", cli_text_of(object, "case"), "day",
            cli_day_words_of(cli_text_of(object, "as_of"), words), (char *)NULL);
    fputc('\n', stream);
    json_array_foreach(records, i, record) {
        if (cli_is_redacted(record)) continue;
        fputs("  ", stream);
        put_record(stream, record);
    }
}

/* A fault, a finding in the file, or the sum of the faults. */
void cli_explain_verify(FILE *stream, const json_t *object) {
    char cases[24], events[24], damaged[24], sequence[24];
    const json_t *verified = json_object_get(object, "verified");
    if (json_is_boolean(verified)) {
        number(object, "cases", cases);
        number(object, "events", events);
        number(object, "damaged", damaged);
        cli_say(stream, json_is_true(verified) ? CLI_PHRASE_VERIFIED : CLI_PHRASE_NOT_VERIFIED, "cases", cases,
                "events", events, "damaged", damaged, (char *)NULL);
    } else {
        const bool of_file = json_object_get(object, "finding") != NULL;
        const char *fault = of_file ? cli_text_of(object, "text")
                                    : cli_meaning(PRAP_WORDS_VERIFY_FAULT, cli_text_of(object, "fault"));
        const bool of_case = json_object_get(object, "case") != NULL;
        const enum cli_phrase place = json_object_get(object, "sequence") != NULL ? CLI_PHRASE_FAULT_AT
                                      : of_case                                   ? CLI_PHRASE_FAULT_OF_CASE
                                                                                  : CLI_PHRASE_FAULT_OF_FILE;
        number(object, "sequence", sequence);
        fprintf(stream, "%s: ", severity_words(cli_text_of(object, "severity")));
        cli_say(stream, place, "case", cli_text_of(object, "case"), "sequence", sequence, "fault", fault, (char *)NULL);
    }
    fputc('\n', stream);
}

void cli_explain_copied(FILE *stream, const json_t *object) {
    cli_say(stream, CLI_PHRASE_COPIED, "file", cli_text_of(object, "copied"), (char *)NULL);
    fputc('\n', stream);
}

/* A finding of the conformance kit, or the sum of them. */
void cli_explain_conformance(FILE *stream, const json_t *object) {
    char breaches[24], unchecked[24], commits[24];
    const json_t *conforms = json_object_get(object, "conforms");
    if (json_is_boolean(conforms)) {
        number(object, "breaches", breaches);
        number(object, "unchecked", unchecked);
        number(object, "commits", commits);
        cli_say(stream, json_is_true(conforms) ? CLI_PHRASE_CONFORMS : CLI_PHRASE_CONFORMS_NOT, "breaches", breaches,
                "unchecked", unchecked, "commits", commits, "tenant", cli_text_of(object, "tenant"), (char *)NULL);
        fputc('\n', stream);
        return;
    }
    fprintf(stream, "%s: ", severity_words(cli_text_of(object, "severity")));
    cli_say(stream, CLI_PHRASE_CONFORMANCE_FOUND, "finding",
            cli_meaning(PRAP_WORDS_CONFORMANCE, cli_text_of(object, "finding")), "contract",
            cli_text_of(object, "contract"), (char *)NULL);
    if (json_object_get(object, "case") != NULL) {
        fputs("\n  ", stream);
        cli_say(stream, CLI_PHRASE_CONFORMANCE_IN, "check",
                cli_meaning(PRAP_WORDS_CONFORMANCE_CHECK, cli_text_of(object, "check")), "tenant",
                cli_text_of(object, "tenant"), "case", cli_text_of(object, "case"), (char *)NULL);
    }
    fputc('\n', stream);
}
