/* json-members.c: one member of a JSON object at a time. Out of memory ends the process (output.h). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* How many bytes the character takes that text begins with; 0: it begins with none. */
static size_t character_bytes(prap_text text) {
    for (size_t n = 1; n <= 4 && n <= text.n; n++) {
        json_t *character = json_stringn(text.bytes, n);
        json_decref(character);
        if (character != NULL) return n;
    }
    return 0;
}

static json_t *legible(prap_text text) {
    static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD */
    char *bytes = malloc(3 * text.n);
    size_t n = 0;
    if (bytes == NULL) cli_out_of_memory();
    while (text.n > 0) {
        const size_t whole = character_bytes(text), taken = whole == 0 ? 1 : whole;
        memcpy(bytes + n, whole == 0 ? replacement : text.bytes, whole == 0 ? 3 : whole);
        n += whole == 0 ? 3 : whole;
        text.bytes += taken, text.n -= taken;
    }
    json_t *string = cli_need(json_stringn(bytes, n));
    free(bytes);
    return string;
}

json_t *cli_json_of_text(prap_text text) {
    json_t *string = json_stringn(text.n == 0 ? "" : text.bytes, text.n);
    return string != NULL ? string : legible(text);
}

void cli_json_set_text(json_t *object, const char *key, const char *text) {
    cli_json_set(object, key, cli_json_of_text((prap_text){text, strlen(text)}));
}

void cli_json_set_bytes(json_t *object, const char *key, prap_text text) {
    cli_json_set(object, key, cli_json_of_text(text));
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
