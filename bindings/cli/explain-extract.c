/* explain-extract.c: what is said of a referral extract, as sentences. */
#include <string.h>

#include "explain.h"
#include "redact.h"

static bool is(const char *text, const char *word) {
    return strcmp(text, word) == 0;
}

static void number_in(const json_t *object, const char *key, char room[24]) {
    snprintf(room, 24, "%" JSON_INTEGER_FORMAT, json_integer_value(json_object_get(object, key)));
}

static const char *severity_words(const char *severity) {
    if (is(severity, "forbidden")) return cli_phrase(CLI_PHRASE_DESK_BARS);
    if (is(severity, "undecided")) return cli_phrase(CLI_PHRASE_DESK_UNKNOWN);
    return cli_phrase(is(severity, "advice") ? CLI_PHRASE_DESK_ADVICE : CLI_PHRASE_NOTE);
}

static void put_place(FILE *stream, const json_t *finding) {
    char column[24];
    const char *item = cli_text_of(finding, "item");
    const bool placed = json_is_integer(json_object_get(finding, "column"));
    if (item[0] == '\0' && !placed) return;
    number_in(finding, "column", column);
    fputc(' ', stream);
    cli_say(stream,
            item[0] == '\0' ? CLI_PHRASE_EXTRACT_PLACE
            : placed        ? CLI_PHRASE_EXTRACT_COLUMN
                            : CLI_PHRASE_EXTRACT_ITEM,
            "item", cli_name(PRAP_WORDS_DATA_ITEM, item), "n", column, (char *)NULL);
}

static void put_finding(FILE *stream, const json_t *finding) {
    const char *name = cli_text_of(finding, "finding"), *severity = cli_text_of(finding, "severity");
    if (cli_is_redacted(finding) || is(cli_text_of(finding, "item"), CLI_REDACTED)) return;
    const char *cure = cli_word(PRAP_WORDS_DATA_FINDING, name, CLI_PART_CURE, cli_text_of(finding, "cure"));
    fputs("  ", stream);
    cli_pad(stream, severity_words(severity), 8);
    fprintf(stream, " %s",
            cli_word(PRAP_WORDS_DATA_FINDING, name, CLI_PART_MEANING, cli_text_of(finding, "text")));
    put_place(stream, finding);
    cli_explain_rule(stream, cli_text_of(finding, "rule"));
    fputc('\n', stream);
    if (cure[0] == '\0') return;
    fputs("           ", stream);
    cli_say(stream, is(severity, "undecided") ? CLI_PHRASE_FIND_OUT : CLI_PHRASE_TO_DO, "cure", cure,
            (char *)NULL);
    fputc('\n', stream);
}

static void put_difference(FILE *stream, const json_t *difference) {
    const char *item = cli_text_of(difference, "item"), *told_as = cli_text_of(difference, "told_as");
    if (is(item, CLI_REDACTED)) return;
    fputs("  ", stream);
    cli_say(stream, CLI_PHRASE_EXTRACT_DIFFERENCE, "item", cli_meaning(PRAP_WORDS_DATA_ITEM, item), "change",
            cli_meaning(PRAP_WORDS_DATA_CHANGE, cli_text_of(difference, "change")), (char *)NULL);
    if (told_as[0] != '\0' && !is(told_as, item) && !is(told_as, CLI_REDACTED)) {
        fputc(' ', stream);
        cli_say(stream, CLI_PHRASE_EXTRACT_TOLD_AS, "item", cli_meaning(PRAP_WORDS_DATA_ITEM, told_as),
                (char *)NULL);
    }
    if (cli_text_of(difference, "whp07")[0] != '\0')
        fprintf(stream, " %s", cli_phrase(CLI_PHRASE_EXTRACT_WHP07));
    cli_explain_rule(stream, cli_text_of(difference, "rule"));
    fputc('\n', stream);
}

static void put_summary(FILE *stream, const json_t *object) {
    char records[24], new[24], gone[24], changed[24], same[24], unread[24], refused[24], undecided[24];
    number_in(object, "records", records);
    number_in(object, "new", new);
    number_in(object, "gone", gone);
    number_in(object, "changed", changed);
    number_in(object, "same", same);
    number_in(object, "unread", unread);
    number_in(object, "refused", refused);
    number_in(object, "undecided", undecided);
    cli_say(stream, CLI_PHRASE_EXTRACT_SUMMARY, "records", records, "new", new, "gone", gone, "changed",
            changed, "same", same, "unread", unread, (char *)NULL);
    if (json_object_get(object, "refused") != NULL) {
        fputc(' ', stream);
        cli_say(stream, CLI_PHRASE_EXTRACT_NOT_TAKEN, "refused", refused, "undecided", undecided,
                (char *)NULL);
    }
    fputc('\n', stream);
}

static const char *outcome_of(const json_t *object) {
    const char *result = cli_text_of(object, "result"), *verdict = cli_text_of(object, "verdict");
    if (is(result, "new")) return cli_phrase(CLI_PHRASE_EXTRACT_NEW);
    if (is(result, "changed")) return cli_phrase(CLI_PHRASE_EXTRACT_CHANGED);
    if (is(result, "same")) return cli_phrase(CLI_PHRASE_EXTRACT_SAME);
    if (is(verdict, "refused")) return cli_phrase(CLI_PHRASE_EXTRACT_REFUSED);
    return cli_phrase(is(verdict, "undecided") ? CLI_PHRASE_EXTRACT_UNDECIDED : CLI_PHRASE_EXTRACT_PERMITTED);
}

static void put_record(FILE *stream, const json_t *object) {
    size_t i;
    const json_t *one;
    char number[24];
    const char *case_id = cli_text_of(object, "case");
    number_in(object, "record", number);
    cli_say(stream, CLI_PHRASE_EXTRACT_RECORD, "n", number, (char *)NULL);
    if (case_id[0] != '\0') cli_say(stream, CLI_PHRASE_EXTRACT_OF, "case", case_id, (char *)NULL);
    fprintf(stream, "%s\n", outcome_of(object));
    json_array_foreach(json_object_get(object, "findings"), i, one) {
        put_finding(stream, one);
    }
    json_array_foreach(json_object_get(object, "differences"), i, one) {
        put_difference(stream, one);
    }
}

void cli_explain_extract(FILE *stream, const json_t *object) {
    const char *what = cli_text_of(object, "extract"), *item = cli_text_of(object, "item");
    if (is(what, "summary")) {
        put_summary(stream, object);
    } else if (is(what, "item")) {
        if (is(item, CLI_REDACTED)) return;
        cli_say(stream, CLI_PHRASE_EXTRACT_LISTED, "item", cli_name(PRAP_WORDS_DATA_ITEM, item), "meaning",
                cli_meaning(PRAP_WORDS_DATA_ITEM, item), "type",
                cli_meaning(PRAP_WORDS_DATA_TYPE, cli_text_of(object, "type")), (char *)NULL);
        cli_explain_rule(stream, json_string_value(json_array_get(json_object_get(object, "rules"), 0)));
        fputc('\n', stream);
    } else if (is(cli_text_of(object, "result"), "gone")) {
        cli_say(stream,
                json_is_true(json_object_get(object, "unsure")) ? CLI_PHRASE_EXTRACT_UNSURE
                                                                : CLI_PHRASE_EXTRACT_GONE,
                "case", cli_text_of(object, "case"), (char *)NULL);
        fputc('\n', stream);
    } else {
        put_record(stream, object);
    }
}
