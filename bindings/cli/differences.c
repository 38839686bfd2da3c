/* differences.c: what is not the same in two answers, as what-if and recompute list it. */
#include "json-out.h"
#include "output.h"

static json_t *change_value(const prap_difference *difference, int64_t value) {
    char text[PRAP_DAY_TEXT_BYTES];
    const prap_word *word;
    if (value == PRAP_NOTHING) return NULL;
    switch (difference->kind) {
    case PRAP_VALUE_DAY:
        return prap_day_format((prap_day)value, text, sizeof text) == PRAP_OK ? json_string(text) : NULL;
    case PRAP_VALUE_OPTION:
        word = prap_word_by_number(difference->words, (uint32_t)value);
        return word == NULL ? NULL : json_string(word->name);
    }
    return json_integer(value);
}

static prap_status list_difference(void *user, const prap_difference *difference) {
    json_t *object = cli_need(json_object());
    json_t *from = change_value(difference, difference->from), *to = change_value(difference, difference->to);
    cli_json_set_word(object, "what", PRAP_WORDS_DIFFERENCE, difference->what);
    cli_json_set_deadline(object, difference->deadline, difference->name.bytes);
    if (from != NULL) cli_json_set(object, "from", from);
    if (to != NULL) cli_json_set(object, "to", to);
    cli_json_append(user, object);
    return PRAP_OK;
}

json_t *cli_json_differences(const prap_answer *before, const prap_answer *after) {
    json_t *differences = cli_need(json_array());
    prap_answer_difference(before, after, list_difference, differences);
    return differences;
}
