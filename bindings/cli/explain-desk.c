/* explain-desk.c: what the desk of Provider Direct answers, as sentences. */
#include <string.h>

#include "days-text.h"
#include "explain.h"
#include "redact.h"

static const char *severity_words(const char *severity) {
    static const struct {
        const char *severity;
        enum cli_phrase phrase;
    } rows[] = {{"forbidden", CLI_PHRASE_DESK_BARS},
                {"undecided", CLI_PHRASE_DESK_UNKNOWN},
                {"text-silent", CLI_PHRASE_DESK_SILENT},
                {"breach", CLI_PHRASE_DESK_BREACH},
                {"advice", CLI_PHRASE_DESK_ADVICE}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (strcmp(rows[i].severity, severity) == 0) return cli_phrase(rows[i].phrase);
    }
    return cli_phrase(CLI_PHRASE_NOTE);
}

/* " : field-prime, 10 December 2015 [security-team, contact 2, step 3]" as far as there is any. */
static void put_about(FILE *stream, const json_t *finding, uint32_t fact_kind) {
    char words[CLI_DAY_WORDS_BYTES], number[24];
    const char *fact = cli_text_of(finding, "fact"), *day = cli_text_of(finding, "day");
    const char *to = cli_text_of(finding, "to"), *contact = cli_text_of(finding, "contact");
    const char *form = cli_text_of(finding, "form"), *usable = cli_text_of(finding, "last_usable");
    const json_t *at = json_object_get(finding, "at"), *spoc = json_object_get(finding, "spoc");
    if (fact[0] != '\0') fprintf(stream, " [%s]", cli_name(fact_kind, fact));
    if (day[0] != '\0') fprintf(stream, ": %s", cli_day_words_of(day, words));
    if (usable[0] != '\0') {
        fputc(' ', stream);
        cli_say(stream, CLI_PHRASE_DUE_LAST_USABLE, "moment", usable, (char *)NULL);
    }
    if (form[0] != '\0') fprintf(stream, " [%s]", cli_name(PRAP_WORDS_FORM, form));
    if (to[0] != '\0') {
        fputc(' ', stream);
        cli_say(stream, contact[0] == '\0' ? CLI_PHRASE_DESK_TO : CLI_PHRASE_DESK_TO_AT, "recipient",
                cli_name(PRAP_WORDS_RECIPIENT, to), "contact", contact, (char *)NULL);
    }
    if (json_is_integer(spoc)) {
        snprintf(number, sizeof number, "%" JSON_INTEGER_FORMAT, json_integer_value(spoc));
        fputc(' ', stream);
        cli_say(stream, CLI_PHRASE_DESK_SPOC, "n", number, (char *)NULL);
    }
    if (json_is_integer(at)) {
        snprintf(number, sizeof number, "%" JSON_INTEGER_FORMAT, json_integer_value(at) + 1);
        fputc(' ', stream);
        cli_say(stream, CLI_PHRASE_DESK_STEP, "n", number, (char *)NULL);
    }
}

void cli_explain_finding(FILE *stream, const json_t *finding, uint32_t kind, uint32_t fact_kind) {
    if (cli_is_redacted(finding)) return;
    const char *name = cli_text_of(finding, "finding");
    const char *cure = cli_word(kind, name, CLI_PART_CURE, cli_text_of(finding, "cure"));
    const char *severity = cli_text_of(finding, "severity");
    fputs("  ", stream);
    cli_pad(stream, severity_words(severity), 8);
    fprintf(stream, " %s", cli_word(kind, name, CLI_PART_MEANING, cli_text_of(finding, "text")));
    put_about(stream, finding, fact_kind);
    cli_explain_rule(stream, cli_text_of(finding, "rule"));
    fputc('\n', stream);
    if (cure[0] == '\0') return;
    fputs("           ", stream);
    cli_say(stream, strcmp(severity, "undecided") == 0 ? CLI_PHRASE_FIND_OUT : CLI_PHRASE_TO_DO, "cure", cure,
            (char *)NULL);
    fputc('\n', stream);
}

static void put_line(FILE *stream, enum cli_phrase phrase, const char *name, const char *value) {
    if (value[0] == '\0') return;
    fputs("  ", stream);
    cli_say(stream, phrase, name, value, (char *)NULL);
    fputc('\n', stream);
}

static void put_day(FILE *stream, enum cli_phrase phrase, const char *day) {
    char words[CLI_DAY_WORDS_BYTES];
    put_line(stream, phrase, "day", day[0] == '\0' ? "" : cli_day_words_of(day, words));
}

static void put_number(FILE *stream, enum cli_phrase phrase, const json_t *value) {
    char number[24];
    if (!json_is_integer(value)) return;
    snprintf(number, sizeof number, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    put_line(stream, phrase, "n", number);
}

void cli_explain_desk(FILE *stream, const json_t *object) {
    size_t i;
    const json_t *finding;
    char words[CLI_DAY_WORDS_BYTES];
    const char *outcome = cli_text_of(object, "outcome"), *state = cli_text_of(object, "code_state");
    cli_say(stream, CLI_PHRASE_DESK_ANSWER, "ask", cli_name(PRAP_WORDS_DESK_ASK, cli_text_of(object, "ask")), "day",
            cli_day_words_of(cli_text_of(object, "on"), words), "outcome",
            cli_meaning(PRAP_WORDS_DESK_OUTCOME, outcome), (char *)NULL);
    if (cli_text_of(object, "participant")[0] != '\0') {
        cli_say(stream, CLI_PHRASE_ABOUT_PARTICIPANT, "participant", cli_text_of(object, "participant"), (char *)NULL);
    }
    cli_explain_id(stream, object);
    fputc('\n', stream);
    put_number(stream, CLI_PHRASE_DESK_CALLS, json_object_get(object, "calls"));
    put_number(stream, CLI_PHRASE_DESK_AGE, json_object_get(object, "age_days"));
    put_line(stream, CLI_PHRASE_DESK_CODE, "state",
             state[0] == '\0' ? "" : cli_word(PRAP_WORDS_CODE_STATE, state, CLI_PART_MEANING, state));
    put_day(stream, CLI_PHRASE_DESK_CODE_FROM, cli_text_of(object, "code_from"));
    put_day(stream, CLI_PHRASE_DESK_CODE_UNTIL, cli_text_of(object, "code_until"));
    put_line(stream, CLI_PHRASE_DESK_OPENS, "moment", cli_text_of(object, "opens"));
    put_line(stream, CLI_PHRASE_DESK_LAST_USABLE, "moment", cli_text_of(object, "last_usable"));
    put_day(stream, CLI_PHRASE_DESK_DUE, cli_text_of(object, "due"));
    json_array_foreach(json_object_get(object, "findings"), i, finding) {
        cli_explain_finding(stream, finding, PRAP_WORDS_DESK_FINDING, PRAP_WORDS_DESK_FACT);
    }
}
