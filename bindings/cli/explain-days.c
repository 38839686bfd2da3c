/* explain-days.c: the sentences of the answers of prap days. The answer to a list has a sentence for each
 * element. */
#include <stdio.h>
#include <string.h>

#include "days-text.h"
#include "explain.h"

static void put_number(FILE *stream, enum cli_phrase phrase, const json_t *number) {
    char text[24];
    snprintf(text, sizeof text, "%" JSON_INTEGER_FORMAT, json_integer_value(number));
    cli_say(stream, phrase, "n", text, (char *)NULL);
    fputc('\n', stream);
}

static void put_day(FILE *stream, const json_t *day) {
    char words[CLI_DAY_WORDS_BYTES];
    fprintf(stream, "%s\n", cli_day_words_of(cli_plain(day), words));
}

static void put_working(FILE *stream, const json_t *working, const json_t *title) {
    const char *holiday = cli_plain(title);
    fprintf(stream, "%s%s%s\n",
            cli_phrase(json_is_true(working) ? CLI_PHRASE_WORKING_DAY : CLI_PHRASE_NOT_A_WORKING_DAY),
            holiday[0] == '\0' ? "" : ": ", holiday);
}

static void put_months(FILE *stream, const json_t *object) {
    char months[24], days[24];
    snprintf(months, sizeof months, "%" JSON_INTEGER_FORMAT,
             json_integer_value(json_object_get(object, "months")));
    snprintf(days, sizeof days, "%" JSON_INTEGER_FORMAT, json_integer_value(json_object_get(object, "days")));
    cli_say(stream, CLI_PHRASE_MONTHS_AND_DAYS, "months", months, "days", days, (char *)NULL);
    fputc('\n', stream);
}

/* A day that was counted with its number, or what it was skipped for. */
static void put_walked(FILE *stream, const json_t *walked) {
    char words[CLI_DAY_WORDS_BYTES], number[24];
    const char *day = cli_day_words_of(cli_text_of(walked, "day"), words),
               *kind = cli_text_of(walked, "kind");
    snprintf(number, sizeof number, "%" JSON_INTEGER_FORMAT,
             json_integer_value(json_object_get(walked, "number")));
    fputs("  ", stream);
    if (strcmp(kind, "working-day") == 0)
        cli_say(stream, CLI_PHRASE_WALKED_COUNTED, "day", day, "n", number, (char *)NULL);
    else if (strcmp(kind, "weekend") == 0)
        cli_say(stream, CLI_PHRASE_WALKED_WEEKEND, "day", day, (char *)NULL);
    else
        cli_say(stream, CLI_PHRASE_WALKED_HOLIDAY, "day", day, "holiday", cli_text_of(walked, "holiday"),
                (char *)NULL);
    fputc('\n', stream);
}

/* From when to when; where a calendar has no answer, that. */
static void put_moved(FILE *stream, const json_t *moved) {
    size_t i;
    const json_t *one;
    char before_words[CLI_DAY_WORDS_BYTES], after_words[CLI_DAY_WORDS_BYTES];
    if (json_array_size(moved) == 0) fprintf(stream, "%s\n", cli_phrase(CLI_PHRASE_NOTHING_MOVES));
    json_array_foreach(moved, i, one) {
        const char *before = cli_text_of(one, "before"), *after = cli_text_of(one, "after");
        const char *none = cli_phrase(CLI_PHRASE_NO_ANSWER);
        cli_say(stream, CLI_PHRASE_MOVES, "before",
                before[0] != '\0' ? cli_day_words_of(before, before_words) : none, "after",
                after[0] != '\0' ? cli_day_words_of(after, after_words) : none, (char *)NULL);
        fputc('\n', stream);
    }
}

/* One value of "day", "working_days" or "working"; false when it is none. */
static bool put_value(FILE *stream, const char *key, const json_t *value, const json_t *holiday) {
    if (json_is_string(value) && strcmp(key, "day") == 0)
        put_day(stream, value);
    else if (json_is_integer(value) && strcmp(key, "working_days") == 0)
        put_number(stream, CLI_PHRASE_WORKING_DAYS, value);
    else if (json_is_boolean(value) && strcmp(key, "working") == 0)
        put_working(stream, value, holiday);
    else
        return false;
    return true;
}

static void put_due(FILE *stream, enum cli_phrase phrase, const json_t *object, const char *key) {
    char words[CLI_DAY_WORDS_BYTES];
    if (!json_is_string(json_object_get(object, key))) return;
    cli_say(stream, phrase, "computation", cli_text_of(object, "d"), "rule", cli_text_of(object, "rule"), "day",
            cli_day_words_of(cli_text_of(object, key), words), (char *)NULL);
    fputc('\n', stream);
}

/* A date computation: its due day and the days to plan by, or what it says to the question that it is. */
static bool put_computed(FILE *stream, const json_t *object) {
    const json_t *holds = json_object_get(object, "holds"), *moved = json_object_get(object, "moved");
    char words[CLI_DAY_WORDS_BYTES];
    if (!json_is_string(json_object_get(object, "d"))) return false;
    put_due(stream, CLI_PHRASE_COMPUTED_DUE, object, "due");
    if (json_is_boolean(holds)) {
        cli_say(stream, json_is_true(holds) ? CLI_PHRASE_COMPUTED_YES : CLI_PHRASE_COMPUTED_NO, "computation",
                cli_text_of(object, "d"), "rule", cli_text_of(object, "rule"), (char *)NULL);
        fputc('\n', stream);
    }
    put_due(stream, CLI_PHRASE_COMPUTED_PRUDENT, object, "prudent");
    put_due(stream, CLI_PHRASE_COMPUTED_PLAN, object, "last_working_day");
    if (json_is_string(json_object_get(moved, "before"))) {
        cli_say(stream, CLI_PHRASE_COMPUTED_MOVED, "before",
                cli_day_words_of(cli_text_of(moved, "before"), words), (char *)NULL);
        fputc('\n', stream);
    }
    return true;
}

bool cli_explain_days(FILE *stream, const json_t *object) {
    static const char *const keys[] = {"day", "working_days", "working"};
    size_t i;
    const json_t *one, *holiday = json_object_get(object, "holiday"),
                       *moved = json_object_get(object, "moved");
    if (put_computed(stream, object)) return true;
    bool known = json_is_array(moved) || json_is_integer(json_object_get(object, "days"));
    for (size_t k = 0; k < sizeof keys / sizeof keys[0]; k++) {
        const json_t *value = json_object_get(object, keys[k]);
        known = known || json_is_array(value);
        known = put_value(stream, keys[k], value, holiday) || known;
        json_array_foreach(value, i, one) {
            if (!put_value(stream, keys[k], one, json_array_get(holiday, i)))
                fprintf(stream, "%s\n", cli_phrase(CLI_PHRASE_NO_ANSWER));
        }
    }
    if (json_is_array(moved)) put_moved(stream, moved);
    if (json_is_integer(json_object_get(object, "months")))
        put_months(stream, object);
    else if (json_is_integer(json_object_get(object, "days")))
        put_number(stream, CLI_PHRASE_CALENDAR_DAYS, json_object_get(object, "days"));
    json_array_foreach(json_object_get(object, "why"), i, one) {
        put_walked(stream, one);
    }
    return known;
}
