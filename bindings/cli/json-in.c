/* json-in.c: reads one line as a JSON object and its members by type. */
#include "json-in.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

void cli_fault_set(struct cli_fault *fault, const char *code, const char *field, const char *message) {
    snprintf(fault->code, sizeof fault->code, "%s", code);
    snprintf(fault->field, sizeof fault->field, "%s", field);
    snprintf(fault->message, sizeof fault->message, "%s", message);
}

void cli_fault_from_status(struct cli_fault *fault, prap_status status, const char *field) {
    cli_fault_set(fault, prap_status_name(status), field, prap_status_meaning(status));
}

void cli_fault_from_error(struct cli_fault *fault, const prap_error *error) {
    /* A line has its facts beside everything else: "facts[3].made" is its member "made". */
    const char *end = strncmp(error->field, "facts[", 6) == 0 ? strstr(error->field, "].") : NULL;
    cli_fault_set(fault, prap_status_name(error->status), end == NULL ? error->field : end + 2, error->message);
}

/* A name that is plainly a field's is repeated, because it helps; anything else could be about a person. */
static bool looks_like_field(const char *name) {
    const size_t n = strlen(name);
    for (size_t i = 0; i < n; i++) {
        if (!islower((unsigned char)name[i]) && name[i] != '-' && name[i] != '_') return false;
    }
    return n > 0 && n < 40;
}

/*
 * jansson tells where it stopped, not in which field. field gets the name before that place when is_field
 * knows it: the key itself after a repeated key, the key of the number after a number that is too big. Where
 * any name may stand it could as well be a person's.
 */
static void name_field(const char *line, size_t end, bool (*is_field)(const char *name), char field[48]) {
    while (end > 0 && line[end - 1] != '"')
        end--;
    if (end == 0) return;
    const size_t close = --end;
    while (end > 0 && line[end - 1] != '"')
        end--;
    const size_t n = close - end;
    if (end == 0 || n >= 48) return;
    memcpy(field, line + end, n);
    field[n] = '\0';
    if (!(is_field == NULL ? looks_like_field : is_field)(field)) field[0] = '\0';
}

static void fault_from_jansson(const char *line, size_t n, const json_error_t *error,
                               bool (*is_field)(const char *name), struct cli_fault *ret_fault) {
    char field[48] = "";
    const size_t at = error->position > 0 && (size_t)error->position < n ? (size_t)error->position : n;
    const enum json_error_code code = json_error_code(error);
    if (code == json_error_duplicate_key) {
        name_field(line, at, is_field, field);
        cli_fault_set(ret_fault, prap_status_name(PRAP_E_TWICE), field,
                      "the line gives the same field twice");
    } else if (code == json_error_numeric_overflow) {
        name_field(line, at, is_field, field);
        cli_fault_set(ret_fault, prap_status_name(PRAP_E_RANGE), field, "the number is too big");
    } else if (code == json_error_invalid_utf8) {
        cli_fault_set(ret_fault, "json", "", "the line is not UTF-8");
    } else if (code == json_error_null_character || code == json_error_null_byte_in_key) {
        cli_fault_set(ret_fault, "json", "", "the line has a NUL character in it");
    } else if (code == json_error_premature_end_of_input) {
        cli_fault_set(ret_fault, "json", "", "the line ends before its JSON object does");
    } else if (code == json_error_end_of_input_expected) {
        cli_fault_set(ret_fault, "json", "", "something stands after the JSON object");
    } else {
        cli_fault_set(ret_fault, "json", "", "the line is not a JSON object");
    }
}

bool cli_json_read(const char *line, size_t n, bool (*is_field)(const char *name), json_t **ret_object,
                   struct cli_fault *ret_fault) {
    json_error_t error;
    json_t *object = json_loadb(line, n, JSON_REJECT_DUPLICATES, &error);
    if (object == NULL) {
        fault_from_jansson(line, n, &error, is_field, ret_fault);
        return false;
    }
    if (!json_is_object(object)) {
        json_decref(object);
        cli_fault_set(ret_fault, "json", "", "the line is not a JSON object");
        return false;
    }
    *ret_object = object;
    for (void *at = json_object_iter(object); at != NULL; at = json_object_iter_next(object, at)) {
        const char *name = json_object_iter_key(at);
        if (is_field == NULL || is_field(name)) continue;
        cli_fault_set(ret_fault, "unknown-field", looks_like_field(name) ? name : "",
                      "there is no such field; prap schema lists them");
        return false;
    }
    return true;
}

json_t *cli_json_id(const json_t *object) {
    json_t *id = json_object_get(object, "id");
    return json_is_string(id) || json_is_integer(id) ? id : NULL;
}

/* The member; NULL when it is absent, and then *ret_absent_ok says whether that is right. */
static const json_t *member(const json_t *object, const char *field, bool need, bool *ret_absent_ok,
                            struct cli_fault *ret_fault) {
    const json_t *value = json_object_get(object, field);
    *ret_absent_ok = !need;
    if (value == NULL && need) cli_fault_from_status(ret_fault, PRAP_E_REQUIRED, field);
    return value;
}

bool cli_json_text(const json_t *object, const char *field, bool need, prap_text *ret,
                   struct cli_fault *ret_fault) {
    bool absent_ok;
    const json_t *value = member(object, field, need, &absent_ok, ret_fault);
    if (value == NULL) return absent_ok;
    if (!json_is_string(value)) {
        cli_fault_set(ret_fault, prap_status_name(PRAP_E_TYPE), field, "a text is wanted");
        return false;
    }
    *ret = (prap_text){json_string_value(value), json_string_length(value)};
    return true;
}

bool cli_json_to_day(const json_t *value, const char *field, prap_day *ret, struct cli_fault *ret_fault) {
    if (!json_is_string(value)) {
        cli_fault_set(ret_fault, prap_status_name(PRAP_E_TYPE), field, "a day is wanted, as \"YYYY-MM-DD\"");
        return false;
    }
    const prap_status status = prap_day_parse(json_string_value(value), json_string_length(value), ret);
    if (status != PRAP_OK) cli_fault_from_status(ret_fault, status, field);
    return status == PRAP_OK;
}

bool cli_json_day(const json_t *object, const char *field, bool need, prap_day *ret,
                  struct cli_fault *ret_fault) {
    bool absent_ok;
    const json_t *value = member(object, field, need, &absent_ok, ret_fault);
    return value == NULL ? absent_ok : cli_json_to_day(value, field, ret, ret_fault);
}

bool cli_json_to_moment(const json_t *value, const char *field, prap_moment *ret, struct cli_fault *ret_fault) {
    const char *text = json_string_value(value);
    const size_t n = json_string_length(value);
    *ret = (prap_moment)PRAP_MOMENT_NONE;
    if (text == NULL) {
        cli_fault_set(ret_fault, prap_status_name(PRAP_E_TYPE), field, "a day or a moment is wanted, as text");
        return false;
    }
    const bool is_day = n < PRAP_DAY_TEXT_BYTES;
    const prap_status status = is_day ? prap_day_parse(text, n, &ret->day) : prap_moment_parse(text, n, ret);
    if (status != PRAP_OK) cli_fault_from_status(ret_fault, status, field);
    return status == PRAP_OK;
}

bool cli_json_to_number(const json_t *value, const char *field, int32_t *ret, struct cli_fault *ret_fault) {
    if (!json_is_integer(value)) {
        cli_fault_set(ret_fault, prap_status_name(PRAP_E_TYPE), field, "a whole number is wanted");
        return false;
    }
    const json_int_t number = json_integer_value(value);
    if (number < INT32_MIN || number > INT32_MAX) {
        cli_fault_from_status(ret_fault, PRAP_E_RANGE, field);
        return false;
    }
    *ret = (int32_t)number;
    return true;
}

bool cli_json_number(const json_t *object, const char *field, bool need, int32_t *ret,
                     struct cli_fault *ret_fault) {
    bool absent_ok;
    const json_t *value = member(object, field, need, &absent_ok, ret_fault);
    return value == NULL ? absent_ok : cli_json_to_number(value, field, ret, ret_fault);
}

bool cli_json_word(const json_t *object, const char *field, uint32_t kind, bool need, uint32_t *ret,
                   struct cli_fault *ret_fault) {
    prap_text text = {NULL, 0};
    if (!cli_json_text(object, field, need, &text, ret_fault)) return false;
    if (text.bytes == NULL) return true;
    const prap_word *word = prap_word_find(kind, text.bytes, text.n);
    if (word == NULL) {
        char message[64];
        snprintf(message, sizeof message, "there is no such %s; prap schema lists them", field);
        cli_fault_set(ret_fault, prap_status_name(PRAP_E_WORD), field, message);
        return false;
    }
    *ret = word->number;
    return true;
}
