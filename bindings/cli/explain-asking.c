/* explain-asking.c: the sentences of outcome and what-if. */
#include <string.h>

#include "days-text.h"
#include "explain.h"
#include "redact.h"

void cli_explain_with(FILE *stream, const json_t *event) {
    json_t *with = json_object_get(event, "with");
    for (void *at = json_object_iter(with); at != NULL; at = json_object_iter_next(with, at)) {
        const json_t *value = json_object_iter_value(at);
        fprintf(stream, " (%s ", cli_name(PRAP_WORDS_FACT, cli_plain_text(json_object_iter_key(at))));
        if (json_is_integer(value))
            fprintf(stream, "%" JSON_INTEGER_FORMAT ")", json_integer_value(value));
        else if (json_is_boolean(value))
            fprintf(stream, "%s)", cli_phrase(json_is_true(value) ? CLI_PHRASE_YES : CLI_PHRASE_NO));
        else
            fprintf(stream, "%s)", cli_name(PRAP_WORDS_OPTION, cli_plain(value)));
    }
}

/* What it leads to and does to payment; or which facts decide it; or why not. */
static void put_outcome(FILE *stream, const json_t *outcome) {
    size_t i;
    const json_t *need, *first = json_array_get(json_object_get(outcome, "reasons"), 0);
    const char *verdict = cli_text_of(outcome, "verdict"), *payment = cli_text_of(outcome, "payment");
    fprintf(stream, "    %s", cli_name(PRAP_WORDS_EVENT, cli_text_of(outcome, "event")));
    cli_explain_with(stream, outcome);
    if (strcmp(verdict, "permitted") == 0) {
        if (payment[0] != '\0') fprintf(stream, ": %s", cli_meaning(PRAP_WORDS_PAYMENT, payment));
        cli_explain_rule(stream, cli_text_of(outcome, "rule"));
        if (cli_text_of(outcome, "risk")[0] != '\0') {
            fprintf(stream, "; %s", cli_phrase(CLI_PHRASE_REPAYABLE));
            cli_explain_rule(stream, cli_text_of(outcome, "risk"));
        }
    } else if (strcmp(verdict, "undecided") == 0) {
        json_array_foreach(json_object_get(outcome, "needs"), i, need) {
            fprintf(stream, "%s%s", i == 0 ? ": " : ", ", cli_name(PRAP_WORDS_FACT, cli_plain(need)));
        }
    } else {
        fprintf(stream, ": %s", cli_is_redacted(first) ? cli_phrase(CLI_PHRASE_HIDDEN) : cli_why(first));
        if (!cli_is_redacted(first)) cli_explain_rule(stream, cli_text_of(first, "rule"));
    }
    fputc('\n', stream);
}

static void put_outcomes(FILE *stream, const json_t *outcomes, bool recommended, const char *verdict,
                         enum cli_phrase heading) {
    size_t i;
    const json_t *outcome;
    bool any = false;
    json_array_foreach(outcomes, i, outcome) {
        const bool is_recommended = json_is_true(json_object_get(outcome, "recommended"));
        if (is_recommended != recommended || strcmp(cli_text_of(outcome, "verdict"), verdict) != 0) continue;
        if (cli_is_redacted(outcome)) continue;
        if (!any) fprintf(stream, "  %s\n", cli_phrase(heading));
        any = true;
        put_outcome(stream, outcome);
    }
}

static void put_contradictions(FILE *stream, const json_t *contradictions) {
    size_t i;
    const json_t *one;
    json_array_foreach(contradictions, i, one) {
        if (cli_is_redacted(one)) continue;
        if (i == 0) fprintf(stream, "  %s\n", cli_phrase(CLI_PHRASE_CONTRADICTIONS));
        fprintf(stream, "    %s", cli_word(PRAP_WORDS_CONTRADICTION, cli_text_of(one, "contradiction"),
                                           CLI_PART_MEANING, cli_text_of(one, "text")));
        cli_explain_rule(stream, cli_text_of(one, "rule"));
        fputc('\n', stream);
    }
}

void cli_explain_outcome(FILE *stream, const json_t *object) {
    char words[CLI_DAY_WORDS_BYTES];
    const json_t *outcomes = json_object_get(object, "outcomes");
    cli_say(stream, CLI_PHRASE_CASE_ON, "case", cli_text_of(object, "case"), "day",
            cli_day_words_of(cli_text_of(object, "as_of"), words), (char *)NULL);
    fputs("\n  ", stream);
    cli_explain_stage(stream, CLI_PHRASE_CASE_AT, object);
    cli_explain_outside(stream, object);
    put_contradictions(stream, json_object_get(object, "contradictions"));
    put_outcomes(stream, outcomes, true, "permitted", CLI_PHRASE_RECOMMENDED);
    put_outcomes(stream, outcomes, false, "permitted", CLI_PHRASE_ALSO_POSSIBLE);
    put_outcomes(stream, outcomes, false, "undecided", CLI_PHRASE_NEXT_UNDECIDED);
    put_outcomes(stream, outcomes, false, "text-silent", CLI_PHRASE_NEXT_SILENT);
    put_outcomes(stream, outcomes, false, "refused", CLI_PHRASE_NEXT_REFUSED);
}

/* A value of a change: a word by its kind, a day, a number, or that there is none. */
static const char *change_words(const json_t *value, const char *what, char *room, size_t room_bytes) {
    if (value == NULL) return cli_phrase(CLI_PHRASE_NONE);
    if (json_is_integer(value)) {
        snprintf(room, room_bytes, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        return room;
    }
    const char *text = cli_plain(value);
    if (strcmp(text, CLI_REDACTED) == 0) return cli_phrase(CLI_PHRASE_HIDDEN);
    if (strcmp(what, "stage") == 0) return cli_name(PRAP_WORDS_STATE, text);
    return strcmp(what, "notice") == 0 ? cli_meaning(PRAP_WORDS_NOTICE, text) : text;
}

void cli_explain_differences(FILE *stream, const json_t *object, enum cli_phrase heading) {
    size_t i;
    const json_t *difference, *differences = json_object_get(object, "differences");
    char words[CLI_DAY_WORDS_BYTES], from[CLI_DAY_WORDS_BYTES], to[CLI_DAY_WORDS_BYTES];
    cli_say(stream, heading, "case", cli_text_of(object, "case"), "day",
            cli_day_words_of(cli_text_of(object, "as_of"), words), (char *)NULL);
    fputc('\n', stream);
    if (json_array_size(differences) == 0) fprintf(stream, "  %s\n", cli_phrase(CLI_PHRASE_NOTHING_CHANGES));
    json_array_foreach(differences, i, difference) {
        const char *what = cli_text_of(difference, "what"), *deadline = cli_text_of(difference, "deadline");
        fputs("  ", stream);
        if (deadline[0] != '\0') fprintf(stream, "%s: ", cli_name(PRAP_WORDS_DEADLINE, deadline));
        cli_say(stream, CLI_PHRASE_FROM_TO, "what", cli_meaning(PRAP_WORDS_DIFFERENCE, what), "from",
                change_words(json_object_get(difference, "from"), what, from, sizeof from), "to",
                change_words(json_object_get(difference, "to"), what, to, sizeof to), (char *)NULL);
        fputc('\n', stream);
    }
}
