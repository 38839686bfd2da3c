/* explain-standards.c: measures as sentences: a total over a period, and a case in each measure. */
#include <stdlib.h>
#include <string.h>

#include "days-text.h"
#include "explain.h"

/* A number of the input; 0 for what is none. */
static json_int_t number_of(const json_t *object, const char *key) {
    return json_integer_value(json_object_get(object, key));
}

static void put_number(FILE *stream, enum cli_phrase phrase, json_int_t n) {
    char text[24];
    snprintf(text, sizeof text, "%" JSON_INTEGER_FORMAT, n);
    cli_say(stream, phrase, "n", text, (char *)NULL);
}

/* Parts of 10,000 as a percentage with two decimals, parts of 1,000 with one. */
static const char *percent(json_int_t parts, int of, char text[32]) {
    const int per_cent = of / 100, decimals = of == 10000 ? 2 : 1;
    snprintf(text, 32, "%" JSON_INTEGER_FORMAT ".%0*" JSON_INTEGER_FORMAT, parts / per_cent, decimals,
             parts % per_cent);
    return text;
}

static void put_rate(FILE *stream, const json_t *object) {
    char n[24], of[24], text[32];
    const json_t *rate = json_object_get(object, "rate"), *kept = json_object_get(object, "kept");
    if (!json_is_integer(rate)) {
        fputs(cli_phrase(CLI_PHRASE_NO_RATE), stream);
        return;
    }
    snprintf(n, sizeof n, "%" JSON_INTEGER_FORMAT, number_of(object, "numerator"));
    snprintf(of, sizeof of, "%" JSON_INTEGER_FORMAT, number_of(object, "denominator"));
    cli_say(stream, CLI_PHRASE_RATE, "n", n, "of", of, "percent", percent(json_integer_value(rate), 10000, text),
            (char *)NULL);
    if (!json_is_boolean(kept)) return;
    cli_say(stream, json_is_true(kept) ? CLI_PHRASE_TARGET_KEPT : CLI_PHRASE_TARGET_NOT_KEPT, "percent",
            percent(number_of(object, "target"), 1000, text), (char *)NULL);
}

static void explain_total(FILE *stream, const json_t *object) {
    size_t i;
    const json_t *left_out;
    const char *measure = cli_text_of(object, "measure");
    fprintf(stream, "%s: ", cli_meaning(PRAP_WORDS_MEASURE, measure));
    put_rate(stream, object);
    if (number_of(object, "open") != 0) put_number(stream, CLI_PHRASE_NOT_YET_DUE, number_of(object, "open"));
    json_array_foreach(json_object_get(object, "excluded"), i, left_out) {
        char n[24];
        snprintf(n, sizeof n, "%" JSON_INTEGER_FORMAT, number_of(left_out, "cases"));
        cli_say(stream, CLI_PHRASE_LEFT_OUT, "n", n, "why",
                cli_meaning(PRAP_WORDS_EXCLUSION, cli_text_of(left_out, "exclusion")), (char *)NULL);
    }
    cli_explain_rule(stream, cli_text_of(object, "rule"));
    fputc('\n', stream);
}

const char *cli_result_words(const char *result) {
    static const struct {
        const char *result;
        enum cli_phrase phrase;
    } rows[] = {{"met", CLI_PHRASE_MEASURED_MET},         {"missed", CLI_PHRASE_MEASURED_MISSED},
                {"open", CLI_PHRASE_MEASURED_OPEN},       {"excluded", CLI_PHRASE_MEASURED_EXCLUDED},
                {"present", CLI_PHRASE_MEASURED_PRESENT}, {"absent", CLI_PHRASE_MEASURED_ABSENT}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (strcmp(rows[i].result, result) == 0) return cli_phrase(rows[i].phrase);
    }
    return result;
}

static void explain_one(FILE *stream, const json_t *measure) {
    char words[CLI_DAY_WORDS_BYTES];
    const char *exclusion = cli_text_of(measure, "exclusion"), *day = cli_text_of(measure, "day");
    const json_t *left = json_object_get(measure, "working_days_left");
    fputs("  ", stream);
    cli_pad(stream, cli_result_words(cli_text_of(measure, "result")), 8);
    fputc(' ', stream);
    cli_pad(stream, cli_day_words_of(day, words), 27);
    fprintf(stream, " %s", cli_meaning(PRAP_WORDS_MEASURE, cli_text_of(measure, "measure")));
    if (exclusion[0] != '\0') fprintf(stream, ": %s", cli_meaning(PRAP_WORDS_EXCLUSION, exclusion));
    if (json_is_integer(left)) put_number(stream, CLI_PHRASE_DAYS_LEFT, json_integer_value(left));
    cli_explain_rule(stream, cli_text_of(measure, "rule"));
    fputc('\n', stream);
}

void cli_explain_standards(FILE *stream, const json_t *object) {
    size_t i;
    char words[CLI_DAY_WORDS_BYTES];
    const json_t *measure, *list = json_object_get(object, "measures");
    if (!json_is_array(list)) {
        explain_total(stream, object);
        return;
    }
    cli_say(stream, CLI_PHRASE_CASE_ON, "case", cli_text_of(object, "case"), "day",
            cli_day_words_of(cli_text_of(object, "as_of"), words), (char *)NULL);
    fputc('\n', stream);
    json_array_foreach(list, i, measure) {
        explain_one(stream, measure);
    }
}
