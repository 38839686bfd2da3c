#include "scenario-in.h"

#include <stdio.h>
#include <string.h>

static bool fault(struct scenario_fault *ret_fault, const char *code, const char *field) {
    *ret_fault = (struct scenario_fault){code, field};
    return false;
}

static bool fault_of(struct scenario_fault *ret_fault, prap_status status, const char *field) {
    return fault(ret_fault, prap_status_name(status), field);
}

static bool is_envelope(const char *name) {
    static const char *const names[] = {"id", "case", "programme", "event", "on", "recorded"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(names[i], name) == 0) return true;
    }
    return false;
}

/* A key that is neither the envelope's nor a fact's could be free text about a person. */
static bool read_keys(const json_t *object, struct scenario_fault *ret_fault) {
    void *at = json_object_iter((json_t *)object);
    for (; at != NULL; at = json_object_iter_next((json_t *)object, at)) {
        const char *name = json_object_iter_key(at);
        if (is_envelope(name)) continue;
        if (prap_word_find(PRAP_WORDS_FACT, name, strlen(name)) == NULL)
            return fault(ret_fault, "unknown-field", "");
    }
    return true;
}

static bool read_id(const json_t *object, struct scenario_command *ret, struct scenario_fault *ret_fault) {
    const json_t *id = json_object_get(object, "id");
    if (id == NULL) return true;
    if (json_is_integer(id)) {
        const int n =
            snprintf(ret->id_text, sizeof ret->id_text, "%" JSON_INTEGER_FORMAT, json_integer_value(id));
        ret->command.id = (prap_text){ret->id_text, (size_t)n};
        return true;
    }
    if (!json_is_string(id)) return fault_of(ret_fault, PRAP_E_TYPE, "id");
    ret->command.id = (prap_text){json_string_value(id), json_string_length(id)};
    return true;
}

static bool read_text(const json_t *object, const char *field, prap_text *ret,
                      struct scenario_fault *ret_fault) {
    const json_t *value = json_object_get(object, field);
    if (value == NULL) return true;
    if (!json_is_string(value)) return fault_of(ret_fault, PRAP_E_TYPE, field);
    *ret = (prap_text){json_string_value(value), json_string_length(value)};
    return true;
}

static bool read_word(const json_t *object, const char *field, uint32_t kind, uint32_t *ret,
                      struct scenario_fault *ret_fault) {
    prap_text text = {NULL, 0};
    if (!read_text(object, field, &text, ret_fault)) return false;
    if (text.bytes == NULL) return true;
    const prap_word *word = prap_word_find(kind, text.bytes, text.n);
    if (word == NULL) return fault_of(ret_fault, PRAP_E_WORD, field);
    *ret = word->number;
    return true;
}

static bool read_day(const json_t *value, const char *field, prap_day *ret,
                     struct scenario_fault *ret_fault) {
    if (value == NULL) return true;
    if (!json_is_string(value)) return fault_of(ret_fault, PRAP_E_TYPE, field);
    const prap_status status = prap_day_parse(json_string_value(value), json_string_length(value), ret);
    return status == PRAP_OK || fault_of(ret_fault, status, field);
}

static bool read_option(const prap_word *fact, const json_t *value, prap_fact *ret,
                        struct scenario_fault *ret_fault) {
    if (!json_is_string(value)) return fault_of(ret_fault, PRAP_E_TYPE, fact->name);
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_OPTION); i++) {
        const prap_word *option = prap_word_at(PRAP_WORDS_OPTION, i);
        if (option->detail != fact->number || strcmp(option->name, json_string_value(value)) != 0) continue;
        *ret = (prap_fact){fact->number, PRAP_VALUE_OPTION, (int64_t)option->number};
        return true;
    }
    return fault_of(ret_fault, PRAP_E_WORD, fact->name);
}

static bool read_fact(const prap_word *fact, const json_t *value, prap_fact *ret,
                      struct scenario_fault *ret_fault) {
    if (json_is_string(value) && strcmp(json_string_value(value), "unknown") == 0) {
        *ret = (prap_fact){fact->number, PRAP_VALUE_UNKNOWN, 0};
        return true;
    }
    if (fact->detail == PRAP_FACT_TYPE_OPTION) return read_option(fact, value, ret, ret_fault);
    if (fact->detail == PRAP_FACT_TYPE_DAY) {
        prap_day day = PRAP_DAY_NONE;
        const bool read = read_day(value, fact->name, &day, ret_fault);
        *ret = (prap_fact){fact->number, PRAP_VALUE_DAY, day};
        return read;
    }
    const bool number = fact->detail == PRAP_FACT_TYPE_NUMBER;
    if (number ? !json_is_integer(value) : !json_is_boolean(value)) {
        return fault_of(ret_fault, PRAP_E_TYPE, fact->name);
    }
    const uint32_t kind = number ? PRAP_VALUE_NUMBER : json_is_true(value) ? PRAP_VALUE_YES : PRAP_VALUE_NO;
    *ret = (prap_fact){fact->number, kind, number ? json_integer_value(value) : 0};
    return true;
}

static bool read_facts(const json_t *object, struct scenario_command *ret, struct scenario_fault *ret_fault) {
    ret->command.facts = ret->facts;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_FACT); i++) {
        const prap_word *fact = prap_word_at(PRAP_WORDS_FACT, i);
        const json_t *value = json_object_get(object, fact->name);
        if (value == NULL) continue;
        if (!read_fact(fact, value, &ret->facts[ret->command.n_facts], ret_fault)) return false;
        ret->command.n_facts++;
    }
    return true;
}

bool scenario_read(const json_t *object, struct scenario_command *ret, struct scenario_fault *ret_fault) {
    prap_command *command = &ret->command;
    *command = (prap_command){.size = sizeof *command, .on = PRAP_DAY_NONE, .recorded = PRAP_DAY_NONE};
    static const char *const required[] = {"case", "event", "on"};
    for (size_t i = 0; i < sizeof required / sizeof required[0]; i++) {
        if (json_object_get(object, required[i]) == NULL)
            return fault_of(ret_fault, PRAP_E_REQUIRED, required[i]);
    }
    return read_keys(object, ret_fault) && read_id(object, ret, ret_fault) &&
           read_text(object, "case", &command->key.case_id, ret_fault) &&
           read_word(object, "programme", PRAP_WORDS_PROGRAMME, &command->programme, ret_fault) &&
           read_word(object, "event", PRAP_WORDS_EVENT, &command->event, ret_fault) &&
           read_day(json_object_get(object, "on"), "on", &command->on, ret_fault) &&
           read_day(json_object_get(object, "recorded"), "recorded", &command->recorded, ret_fault) &&
           read_facts(object, ret, ret_fault);
}

int scenario_read_policies(const json_t *policies, prap_setting *ret_settings, size_t room) {
    size_t n = 0;
    void *at = json_object_iter((json_t *)policies);
    for (; at != NULL; at = json_object_iter_next((json_t *)policies, at), n++) {
        const char *name = json_object_iter_key(at);
        const json_t *value = json_object_iter_value(at);
        char text[24];
        snprintf(text, sizeof text, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        const char *word = json_is_string(value) ? json_string_value(value) : text;
        if (n == room || prap_setting_parse((prap_text){name, strlen(name)}, (prap_text){word, strlen(word)},
                                            &ret_settings[n], NULL) != PRAP_OK) {
            return -1;
        }
    }
    return (int)n;
}
