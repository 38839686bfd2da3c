/* explain-call.c: the steps of a Provider Direct call as sentences. */
#include <stdlib.h>
#include <string.h>

#include "days-text.h"
#include "explain.h"
#include "redact.h"

static const char *verdict_words(const char *verdict) {
    if (strcmp(verdict, "permitted") == 0) return cli_phrase(CLI_PHRASE_PERMITTED);
    return cli_phrase(strcmp(verdict, "refused") == 0 ? CLI_PHRASE_REFUSED : CLI_PHRASE_UNDECIDED);
}

/* Whom it is about, where that is not the one the line is about anyway. */
static void put_whom(FILE *stream, const json_t *row, const char *of_line) {
    const char *whom = cli_text_of(row, "participant");
    if (whom[0] == '\0' || strcmp(whom, of_line) == 0) return;
    cli_say(stream, CLI_PHRASE_ABOUT_PARTICIPANT, "participant", whom, (char *)NULL);
}

/* A day in words; a moment with its hour. */
static void put_earliest(FILE *stream, const char *earliest) {
    char words[CLI_DAY_WORDS_BYTES], day[PRAP_DAY_TEXT_BYTES] = "", at[CLI_DAY_WORDS_BYTES + 8];
    if (earliest[0] == '\0') return;
    snprintf(day, sizeof day, "%.10s", earliest);
    snprintf(at, sizeof at, "%s%s%.5s", cli_day_words_of(day, words), strlen(earliest) > 15 ? " " : "",
             strlen(earliest) > 15 ? earliest + 11 : "");
    fputs("    ", stream);
    cli_say(stream, CLI_PHRASE_POSSIBLE_FROM, "day", at, (char *)NULL);
    fputc('\n', stream);
}

static void put_reason(FILE *stream, const json_t *reason, const char *of_line) {
    const char *name = cli_text_of(reason, "reason"), *event = cli_text_of(reason, "cure_event");
    const char *fact = cli_text_of(reason, "fact");
    const bool unknown = strcmp(cli_text_of(reason, "severity"), "undecided") == 0 && fact[0] != '\0';
    const char *cure = cli_word(PRAP_WORDS_CALL_REASON, name, CLI_PART_CURE, cli_text_of(reason, "cure"));
    fputs("  ", stream);
    if (unknown) {
        cli_say(stream, CLI_PHRASE_NOT_KNOWN, "fact", cli_name(PRAP_WORDS_CALL_FACT, fact), (char *)NULL);
    } else {
        cli_explain_sentence(stream, cli_word(PRAP_WORDS_CALL_REASON, name, CLI_PART_MEANING, cli_text_of(reason, "why")));
    }
    put_whom(stream, reason, of_line);
    cli_explain_rule(stream, cli_text_of(reason, "rule"));
    fputs("\n    ", stream);
    enum cli_phrase phrase = unknown ? CLI_PHRASE_FIND_OUT : CLI_PHRASE_TO_DO;
    if (event[0] != '\0') phrase = unknown ? CLI_PHRASE_FIND_OUT_EVENT : CLI_PHRASE_TO_DO_EVENT;
    cli_say(stream, phrase, "cure", cure, "event", cli_name(PRAP_WORDS_CALL_EVENT, event), (char *)NULL);
    fputc('\n', stream);
    put_earliest(stream, cli_text_of(reason, "earliest"));
}

static void put_reminder(FILE *stream, const json_t *reminder, const char *of_line) {
    fputs("  ", stream);
    cli_pad(stream, cli_phrase(CLI_PHRASE_NOTE), 8);
    fprintf(stream, " %s", cli_word(PRAP_WORDS_CALL_REMINDER, cli_text_of(reminder, "reminder"), CLI_PART_MEANING,
                                    cli_text_of(reminder, "text")));
    put_whom(stream, reminder, of_line);
    cli_explain_rule(stream, cli_text_of(reminder, "rule"));
    fputc('\n', stream);
}

void cli_explain_call(FILE *stream, const json_t *object) {
    size_t i;
    const json_t *row;
    const char *verdict = cli_text_of(object, "verdict"), *who = cli_text_of(object, "participant");
    const char *stage = cli_text_of(object, "stage");
    const bool permitted = strcmp(verdict, "permitted") == 0;
    fputs(cli_text_of(object, "call"), stream);
    cli_explain_id(stream, object);
    fprintf(stream, ": %s", cli_name(PRAP_WORDS_CALL_EVENT, cli_text_of(object, "event")));
    put_whom(stream, object, "");
    fprintf(stream, ": %s\n", verdict_words(verdict));
    json_array_foreach(json_object_get(object, "reasons"), i, row) {
        if (!cli_is_redacted(row)) put_reason(stream, row, who);
    }
    fputs("  ", stream);
    cli_say(stream, permitted ? CLI_PHRASE_CALL_NOW : CLI_PHRASE_CALL_STAYS, "stage",
            cli_name(PRAP_WORDS_CALL_STAGE, stage), "meaning", cli_meaning(PRAP_WORDS_CALL_STAGE, stage), (char *)NULL);
    fputc('\n', stream);
    json_array_foreach(json_object_get(object, "reminders"), i, row) {
        put_reminder(stream, row, who);
    }
}

void cli_explain_batch(FILE *stream, const json_t *object) {
    size_t i;
    const json_t *one;
    char n[24], of[24];
    snprintf(n, sizeof n, "%" JSON_INTEGER_FORMAT, json_integer_value(json_object_get(object, "batch")));
    snprintf(of, sizeof of, "%" JSON_INTEGER_FORMAT, json_integer_value(json_object_get(object, "of")));
    cli_say(stream, CLI_PHRASE_CALL_BATCH, "n", n, "of", of, (char *)NULL);
    json_array_foreach(json_object_get(object, "participants"), i, one) {
        fprintf(stream, "%s%s", i == 0 ? "" : ", ", cli_plain(one));
    }
    cli_explain_rule(stream, cli_text_of(object, "rule"));
    fputc('\n', stream);
}
