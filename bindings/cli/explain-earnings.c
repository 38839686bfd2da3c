/* explain-earnings.c: earnings and the earnings feed as sentences. */
#include <string.h>

#include "days-text.h"
#include "explain.h"

/* Whole pence as pounds: "3,200.00" is written 3200.00. */
static const char *pounds(const json_t *pence, char text[32]) {
    const json_int_t n = json_integer_value(pence);
    snprintf(text, 32, "%" JSON_INTEGER_FORMAT ".%02" JSON_INTEGER_FORMAT, n / 100, n < 0 ? 0 : n % 100);
    return text;
}

static void put_day(FILE *stream, enum cli_phrase phrase, const json_t *object, const char *key) {
    char words[CLI_DAY_WORDS_BYTES];
    const char *day = cli_text_of(object, key);
    if (day[0] != '\0') cli_say(stream, phrase, "day", cli_day_words_of(day, words), (char *)NULL);
}

static void put_threshold(FILE *stream, const json_t *one) {
    char text[32];
    const json_t *missing = json_object_get(one, "missing_pence");
    fprintf(stream, "  %s: %s", cli_meaning(PRAP_WORDS_THRESHOLD, cli_text_of(one, "threshold")),
            cli_meaning(PRAP_WORDS_THRESHOLD_STATUS, cli_text_of(one, "status")));
    put_day(stream, CLI_PHRASE_REACHED_ON, one, "reached_on");
    if (json_is_integer(missing)) cli_say(stream, CLI_PHRASE_MISSING, "pounds", pounds(missing, text), (char *)NULL);
    cli_explain_rule(stream, cli_text_of(one, "rule"));
    fputc('\n', stream);
}

void cli_explain_earnings(FILE *stream, const json_t *object) {
    size_t i;
    const json_t *one, *closes = json_object_get(object, "closes_feed");
    char words[CLI_DAY_WORDS_BYTES], text[32];
    cli_say(stream, CLI_PHRASE_EARNED, "day", cli_day_words_of(cli_text_of(object, "as_of"), words), "pounds",
            pounds(json_object_get(object, "earned_pence"), text), (char *)NULL);
    cli_explain_id(stream, object);
    fputc('\n', stream);
    json_array_foreach(json_object_get(object, "thresholds"), i, one) {
        put_threshold(stream, one);
    }
    if (!json_is_true(closes)) return;
    fprintf(stream, "  %s", cli_phrase(CLI_PHRASE_CLOSES_FEED));
    cli_explain_rule(stream, cli_text_of(object, "rule"));
    fputc('\n', stream);
}

static void put_period(FILE *stream, const json_t *period) {
    const char *closed_by = cli_text_of(period, "closed_by");
    fprintf(stream, "  %s", cli_name(PRAP_WORDS_EVENT, cli_text_of(period, "opened_by")));
    put_day(stream, CLI_PHRASE_OPENED_ON, period, "opened_on");
    if (closed_by[0] != '\0') {
        fprintf(stream, ", %s", cli_name(PRAP_WORDS_EVENT, closed_by));
        put_day(stream, CLI_PHRASE_CLOSED_ON, period, "closed_on");
        cli_explain_rule(stream, cli_text_of(period, "closed_rule"));
    }
    fputc('\n', stream);
}

void cli_explain_feed(FILE *stream, const json_t *object) {
    size_t i;
    const json_t *period, *orphan = json_object_get(object, "orphan");
    char words[CLI_DAY_WORDS_BYTES];
    cli_say(stream, CLI_PHRASE_FEED_ON, "case", cli_text_of(object, "case"), "day",
            cli_day_words_of(cli_text_of(object, "as_of"), words), "feed",
            cli_meaning(PRAP_WORDS_FEED, cli_text_of(object, "feed")), (char *)NULL);
    fputc('\n', stream);
    if (!json_is_false(orphan)) {
        fprintf(stream, "  %s", cli_phrase(json_is_true(orphan) ? CLI_PHRASE_ORPHAN : CLI_PHRASE_ORPHAN_NOT_STATED));
        cli_explain_rule(stream, cli_text_of(object, "rule"));
        fputc('\n', stream);
    }
    json_array_foreach(json_object_get(object, "periods"), i, period) {
        put_period(stream, period);
    }
}
