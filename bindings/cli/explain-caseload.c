/* explain-caseload.c: what becomes of a caseload, as sentences. */
#include <string.h>

#include "days-text.h"
#include "explain.h"
#include "redact.h"

enum { NUMBER_BYTES = 24 };

static const char *number_in(const json_t *object, const char *key, char text[NUMBER_BYTES]) {
    snprintf(text, NUMBER_BYTES, "%" JSON_INTEGER_FORMAT, json_integer_value(json_object_get(object, key)));
    return text;
}

/* What has to be done, or that it is not told here. */
static const char *clock_of(const json_t *object) {
    if (cli_is_redacted(object)) return cli_phrase(CLI_PHRASE_HIDDEN);
    return cli_meaning(PRAP_WORDS_DEADLINE, cli_text_of(object, "deadline"));
}

static void put_misses(FILE *stream, const json_t *misses, enum cli_phrase phrase) {
    size_t i;
    const json_t *miss;
    char on[CLI_DAY_WORDS_BYTES], due[CLI_DAY_WORDS_BYTES];
    json_array_foreach(misses, i, miss) {
        const char *last = cli_text_of(miss, "due"), *prudent = cli_text_of(miss, "prudent");
        fputs("  ", stream);
        cli_say(stream, phrase, "day", cli_day_words_of(cli_text_of(miss, "on"), on), "due",
                cli_day_words_of(last, due), "what", clock_of(miss), (char *)NULL);
        if (strcmp(last, prudent) != 0) {
            fputc(' ', stream);
            cli_say(stream, CLI_PHRASE_FORECAST_PRUDENT, "day", cli_day_words_of(prudent, on), (char *)NULL);
        }
        if (!cli_is_redacted(miss)) cli_explain_rule(stream, cli_text_of(miss, "rule"));
        fputc('\n', stream);
    }
}

static void explain_case(FILE *stream, const json_t *object) {
    size_t i;
    const json_t *measure;
    char day[CLI_DAY_WORDS_BYTES], until[CLI_DAY_WORDS_BYTES];
    const char *payment = cli_text_of(object, "payment");
    cli_say(stream, CLI_PHRASE_FORECAST_CASE, "case", cli_text_of(object, "case"), "day",
            cli_day_words_of(cli_text_of(object, "as_of"), day), "stage",
            cli_name(PRAP_WORDS_STATE, cli_text_of(object, "stage")), "until",
            cli_day_words_of(cli_text_of(object, "until"), until), "then",
            cli_name(PRAP_WORDS_STATE, cli_text_of(object, "then")), (char *)NULL);
    fputc('\n', stream);
    put_misses(stream, json_object_get(object, "misses"), CLI_PHRASE_FORECAST_MISS);
    json_array_foreach(json_object_get(object, "measures"), i, measure) {
        fputs("  ", stream);
        cli_say(stream, CLI_PHRASE_FORECAST_MEASURE, "measure",
                cli_meaning(PRAP_WORDS_MEASURE, cli_text_of(measure, "measure")), "from",
                cli_result_words(cli_text_of(measure, "result")), "to", cli_result_words(cli_text_of(measure, "then")),
                (char *)NULL);
        fputc('\n', stream);
    }
    if (payment[0] == '\0') return;
    fputs("  ", stream);
    cli_say(stream, CLI_PHRASE_FORECAST_PAYMENT, "payment", cli_meaning(PRAP_WORDS_PAYMENT, payment), (char *)NULL);
    fputc('\n', stream);
}

static void explain_day(FILE *stream, const json_t *object) {
    size_t i;
    const json_t *miss;
    char day[CLI_DAY_WORDS_BYTES], n[NUMBER_BYTES];
    cli_say(stream, CLI_PHRASE_FORECAST_DAY, "day", cli_day_words_of(cli_text_of(object, "day"), day), (char *)NULL);
    json_array_foreach(json_object_get(object, "misses"), i, miss) {
        fprintf(stream, "%s %s %s", i == 0 ? "" : ",", number_in(miss, "cases", n),
                cli_is_redacted(miss) ? cli_phrase(CLI_PHRASE_HIDDEN)
                                      : cli_name(PRAP_WORDS_DEADLINE, cli_text_of(miss, "deadline")));
    }
    fputc('\n', stream);
}

static void explain_deadline(FILE *stream, const json_t *object) {
    char a[NUMBER_BYTES], b[NUMBER_BYTES], c[NUMBER_BYTES], d[NUMBER_BYTES], e[NUMBER_BYTES];
    if (json_is_integer(json_object_get(object, "overdue"))) {
        cli_say(stream, CLI_PHRASE_TOTAL_MISSES, "overdue", number_in(object, "overdue", a), "misses",
                number_in(object, "misses", b), "deadline", clock_of(object), (char *)NULL);
    } else {
        cli_say(stream, CLI_PHRASE_TOTAL_MOVED, "later", number_in(object, "later", a), "earlier",
                number_in(object, "earlier", b), "appeared", number_in(object, "appeared", c), "gone",
                number_in(object, "gone", d), "restated", number_in(object, "restated", e), "deadline", clock_of(object),
                (char *)NULL);
        if (json_is_integer(json_object_get(object, "misses"))) {
            cli_say(stream, CLI_PHRASE_TOTAL_NEW_MISSES, "misses", number_in(object, "misses", a), "new",
                    number_in(object, "new_misses", b), (char *)NULL);
        }
    }
    if (!cli_is_redacted(object)) cli_explain_rule(stream, cli_text_of(object, "rule"));
    fputc('\n', stream);
}

static void explain_sum(FILE *stream, const json_t *object) {
    char a[NUMBER_BYTES], b[NUMBER_BYTES], c[NUMBER_BYTES], d[NUMBER_BYTES], e[NUMBER_BYTES];
    const bool forecast = json_is_integer(json_object_get(object, "missing"));
    cli_say(stream, forecast ? CLI_PHRASE_SUM_FORECAST : CLI_PHRASE_SUM_RECOMPUTE, "cases",
            number_in(object, "cases", a), "missing", number_in(object, "missing", b), "turned",
            number_in(object, "turned", c), "differing", number_in(object, "differing", e), "unread",
            number_in(object, "unread", d), (char *)NULL);
    fputc('\n', stream);
}

static void explain_recomputed(FILE *stream, const json_t *object) {
    cli_explain_differences(stream, object, CLI_PHRASE_RECOMPUTED);
    put_misses(stream, json_object_get(object, "misses"), CLI_PHRASE_FORECAST_MISS);
    put_misses(stream, json_object_get(object, "new_misses"), CLI_PHRASE_FORECAST_NEW_MISS);
}

bool cli_explain_caseload(FILE *stream, const json_t *object) {
    const bool is_case = json_is_string(json_object_get(object, "case"));
    const json_t *misses = json_object_get(object, "misses");
    if (is_case && json_is_array(json_object_get(object, "differences")) && json_object_get(object, "stage") != NULL) {
        explain_recomputed(stream, object);
    } else if (is_case && json_is_array(misses)) {
        explain_case(stream, object);
    } else if (json_is_string(json_object_get(object, "day")) && json_is_array(misses)) {
        explain_day(stream, object);
    } else if (!is_case && json_is_string(json_object_get(object, "deadline")) &&
               (json_is_integer(misses) || json_is_integer(json_object_get(object, "later")))) {
        explain_deadline(stream, object);
    } else if (json_is_integer(json_object_get(object, "cases")) &&
               json_is_integer(json_object_get(object, "unread")) && json_object_get(object, "as_of") != NULL) {
        explain_sum(stream, object);
    } else {
        return false;
    }
    return true;
}
