/* event-in.c: reads events. Every key is the envelope's or a fact of facts.def; there is no free text. */
#include "event-in.h"

#include <stdio.h>
#include <string.h>

static const char *const envelope[] = {"id", "case", "programme", "event", "on", "recorded"};

static bool is_envelope(const char *name) {
    for (size_t i = 0; i < sizeof envelope / sizeof envelope[0]; i++) {
        if (strcmp(envelope[i], name) == 0) return true;
    }
    return false;
}

static bool is_field(const char *name) {
    return is_envelope(name) || prap_word_find(PRAP_WORDS_FACT, name, strlen(name)) != NULL;
}

/* An integer id is kept as its decimal text, so 7 and "7" are the same key. */
static bool read_id(struct cli_event *event, struct cli_fault *ret_fault) {
    const json_t *id = json_object_get(event->object, "id");
    if (id == NULL) return true;
    if (json_is_integer(id)) {
        snprintf(event->id_text, sizeof event->id_text, "%" JSON_INTEGER_FORMAT, json_integer_value(id));
        event->command.id = (prap_text){event->id_text, strlen(event->id_text)};
        return true;
    }
    if (!json_is_string(id)) {
        cli_fault_set(ret_fault, prap_status_name(PRAP_E_TYPE), "id", "an id is a text or a whole number");
        return false;
    }
    event->command.id = (prap_text){json_string_value(id), json_string_length(id)};
    if (event->command.id.n ==
        0) { /* in the library an empty id means none; who writes one means something else */
        cli_fault_from_status(ret_fault, PRAP_E_TEXT, "id");
        return false;
    }
    return true;
}

static bool read_option(const prap_word *fact, const json_t *value, prap_fact *ret_fact,
                        struct cli_fault *ret_fault) {
    const char *text = json_string_value(value);
    const uint32_t kind = fact->kind == PRAP_WORDS_DESK_FACT   ? PRAP_WORDS_DESK_OPTION
                          : fact->kind == PRAP_WORDS_FORM_FACT ? PRAP_WORDS_FORM_OPTION
                                                               : PRAP_WORDS_OPTION;
    for (uint32_t i = 0; i < prap_word_count(kind); i++) {
        const prap_word *option = prap_word_at(kind, i);
        if (option->detail != fact->number || strcmp(option->name, text) != 0) continue;
        *ret_fact = (prap_fact){fact->number, PRAP_VALUE_OPTION, (int64_t)option->number};
        return true;
    }
    cli_fault_set(ret_fault, prap_status_name(PRAP_E_WORD), fact->name,
                  "the fact has no such option; prap schema lists them");
    return false;
}

static bool wrong_type(const char *name, const char *wanted, struct cli_fault *ret_fault) {
    cli_fault_set(ret_fault, prap_status_name(PRAP_E_TYPE), name, wanted);
    return false;
}

bool cli_fact_read(const prap_word *word, const json_t *value, prap_fact *ret_fact, struct cli_fault *ret_fault) {
    if (json_is_string(value) && strcmp(json_string_value(value), "unknown") == 0) {
        *ret_fact = (prap_fact){word->number, PRAP_VALUE_UNKNOWN, 0};
        return true;
    }
    if (word->detail == PRAP_FACT_TYPE_TRISTATE) {
        if (!json_is_boolean(value)) {
            return wrong_type(word->name, "true, false or \"unknown\" is wanted", ret_fault);
        }
        *ret_fact = (prap_fact){word->number, json_is_true(value) ? PRAP_VALUE_YES : PRAP_VALUE_NO, 0};
        return true;
    }
    if (word->detail == PRAP_FACT_TYPE_NUMBER) {
        if (!json_is_integer(value)) {
            return wrong_type(word->name, "a whole number or \"unknown\" is wanted", ret_fault);
        }
        *ret_fact = (prap_fact){word->number, PRAP_VALUE_NUMBER, json_integer_value(value)};
        return true;
    }
    if (!json_is_string(value)) {
        return wrong_type(word->name,
                          word->detail == PRAP_FACT_TYPE_DAY ? "a day, as \"YYYY-MM-DD\", is wanted"
                                                             : "a word is wanted",
                          ret_fault);
    }
    if (word->detail == PRAP_FACT_TYPE_OPTION)
        return read_option(word, value, ret_fact, ret_fault);
    prap_day day;
    const prap_status status = prap_day_parse(json_string_value(value), json_string_length(value), &day);
    if (status != PRAP_OK) {
        cli_fault_from_status(ret_fault, status, word->name);
        return false;
    }
    *ret_fact = (prap_fact){word->number, PRAP_VALUE_DAY, day};
    return true;
}

bool cli_has_fact(const prap_fact *facts, size_t n, uint32_t number) {
    for (size_t i = 0; i < n; i++) {
        if (facts[i].fact == number) return true;
    }
    return false;
}

static bool read_facts(struct cli_event *event, struct cli_fault *ret_fault) {
    void *at = json_object_iter(event->object);
    for (; at != NULL; at = json_object_iter_next(event->object, at)) {
        const char *name = json_object_iter_key(at);
        const prap_word *word =
            is_envelope(name) ? NULL : prap_word_find(PRAP_WORDS_FACT, name, strlen(name));
        if (word == NULL) continue;
        if (event->command.n_facts == PRAP_FACTS_MAX) {
            cli_fault_from_status(ret_fault, PRAP_E_LIMIT, name);
            return false;
        }
        if (!cli_fact_read(word, json_object_iter_value(at), &event->facts[event->command.n_facts], ret_fault))
            return false;
        event->command.n_facts++;
    }
    return true;
}

bool cli_event_read(const char *line, size_t n, prap_text tenant, struct cli_event *ret_event,
                    struct cli_fault *ret_fault) {
    prap_command *command = &ret_event->command;
    ret_event->object = NULL;
    *command = (prap_command){.size = sizeof *command, .recorded = PRAP_DAY_NONE, .on = PRAP_DAY_NONE};
    command->key.tenant = tenant;
    command->facts = ret_event->facts;
    if (!cli_json_read(line, n, is_field, &ret_event->object, ret_fault)) return false;
    const json_t *object = ret_event->object;
    return read_id(ret_event, ret_fault) &&
           cli_json_text(object, "case", true, &command->key.case_id, ret_fault) &&
           cli_json_word(object, "programme", PRAP_WORDS_PROGRAMME, false, &command->programme, ret_fault) &&
           cli_json_word(object, "event", PRAP_WORDS_EVENT, true, &command->event, ret_fault) &&
           cli_json_day(object, "on", true, &command->on, ret_fault) &&
           cli_json_day(object, "recorded", false, &command->recorded, ret_fault) &&
           read_facts(ret_event, ret_fault);
}

void cli_event_release(struct cli_event *event) {
    json_decref(event->object);
    event->object = NULL;
}
