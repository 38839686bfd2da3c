/* json-members.c: one member of a JSON object at a time. Out of memory ends the process (output.h). */
#include <stdio.h>

#include "json-out.h"
#include "output.h"

void cli_json_set(json_t *object, const char *key, json_t *value) {
    if (json_object_set_new(object, key, cli_need(value)) != 0) cli_out_of_memory();
}

void cli_json_append(json_t *array, json_t *value) {
    if (json_array_append_new(array, cli_need(value)) != 0) cli_out_of_memory();
}

json_t *cli_json_new(void) {
    json_t *object = cli_need(json_object());
    cli_json_set_number(object, "v", 1);
    return object;
}

void cli_json_set_text(json_t *object, const char *key, const char *text) {
    cli_json_set(object, key, json_string(text));
}

void cli_json_set_bytes(json_t *object, const char *key, prap_text text) {
    cli_json_set(object, key, json_stringn(text.n == 0 ? "" : text.bytes, text.n));
}

void cli_json_set_number(json_t *object, const char *key, int64_t number) {
    cli_json_set(object, key, json_integer(number));
}

void cli_json_set_day(json_t *object, const char *key, prap_day day) {
    char text[PRAP_DAY_TEXT_BYTES];
    if (prap_day_format(day, text, sizeof text) == PRAP_OK) cli_json_set_text(object, key, text);
}

void cli_json_set_moment(json_t *object, const char *key, prap_moment moment) {
    char text[PRAP_MOMENT_TEXT_BYTES];
    if (moment.day == PRAP_DAY_NONE) return;
    if (prap_moment_format(moment, text, sizeof text) == PRAP_OK) cli_json_set_text(object, key, text);
}

void cli_json_set_word(json_t *object, const char *key, uint32_t kind, uint32_t number) {
    const prap_word *word = number == 0 ? NULL : prap_word_by_number(kind, number);
    if (word != NULL) cli_json_set_text(object, key, word->name);
}

void cli_json_set_rule(json_t *object, const char *key, uint32_t rule) {
    const prap_rule *row = prap_rule_by_number(rule);
    if (row != NULL) cli_json_set_text(object, key, row->id);
}

void cli_json_set_hash(json_t *object, const char *key, uint32_t hash) {
    char text[9];
    snprintf(text, sizeof text, "%08x", (unsigned)hash);
    cli_json_set_text(object, key, text);
}
