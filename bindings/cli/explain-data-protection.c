/* explain-data-protection.c: what becomes of a request to erase, and whether an email may be sent, as sentences. */
#include <string.h>

#include "days-text.h"
#include "explain.h"

static void put_day(FILE *stream, enum cli_phrase phrase, const char *day) {
    char words[CLI_DAY_WORDS_BYTES];
    if (day[0] == '\0') return;
    fputs("  ", stream);
    cli_say(stream, phrase, "day", cli_day_words_of(day, words), (char *)NULL);
    fputc('\n', stream);
}

static void put_case(FILE *stream, const json_t *object, enum cli_phrase phrase, enum cli_phrase of_case,
                     const char *outcome) {
    size_t i;
    const json_t *rule;
    const char *case_id = cli_text_of(object, "case");
    cli_say(stream, case_id[0] == '\0' ? phrase : of_case, "case", case_id, "outcome", outcome, (char *)NULL);
    cli_explain_id(stream, object);
    json_array_foreach(json_object_get(object, "rules"), i, rule) {
        cli_explain_rule(stream, cli_plain(rule));
    }
    fputc('\n', stream);
}

static void put_missing(FILE *stream, const json_t *missing) {
    size_t i;
    const json_t *fact;
    json_array_foreach(missing, i, fact) {
        fputs("  ", stream);
        cli_explain_unknown_fact(stream, cli_plain(fact));
        fputc('\n', stream);
    }
}

void cli_explain_erasure(FILE *stream, const json_t *object) {
    const char *letter = cli_text_of(object, "letter"), *due = cli_text_of(object, "due");
    const char *last = cli_text_of(object, "last_working_day");
    put_case(stream, object, CLI_PHRASE_ERASURE, CLI_PHRASE_ERASURE_OF,
             cli_meaning(PRAP_WORDS_ERASURE_OUTCOME, cli_text_of(object, "erasure")));
    put_missing(stream, json_object_get(object, "missing"));
    if (letter[0] != '\0') {
        fputs("  ", stream);
        cli_say(stream, CLI_PHRASE_ERASURE_LETTER, "letter", cli_meaning(PRAP_WORDS_OPTION, letter), (char *)NULL);
        fputc('\n', stream);
    }
    if (json_is_true(json_object_get(object, "keep_evidence"))) {
        fprintf(stream, "  %s\n", cli_phrase(CLI_PHRASE_ERASURE_KEEP));
    }
    put_day(stream, CLI_PHRASE_ERASURE_DUE, due);
    if (strcmp(due, last) != 0) put_day(stream, CLI_PHRASE_ERASURE_LAST, last);
    put_day(stream, CLI_PHRASE_ERASURE_CHASE, cli_text_of(object, "chase"));
}

void cli_explain_sending(FILE *stream, const json_t *object) {
    const json_t *may = json_object_get(object, "may_send");
    const enum cli_phrase outcome = json_is_true(may)    ? CLI_PHRASE_SENDING_YES
                                    : json_is_false(may) ? CLI_PHRASE_SENDING_NO
                                                         : CLI_PHRASE_SENDING_UNKNOWN;
    put_case(stream, object, CLI_PHRASE_SENDING, CLI_PHRASE_SENDING_OF, cli_phrase(outcome));
    cli_explain_reasons(stream, json_object_get(object, "reasons"));
}
