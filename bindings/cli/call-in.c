/* call-in.c: reads events of a call. Every key is the envelope's or a fact of a call; there is no free text. */
#include "call-in.h"

#include <string.h>

static const char *const envelope[] = {"id", "call", "event", "participant", "at"};

static bool is_envelope(const char *name) {
    for (size_t i = 0; i < sizeof envelope / sizeof envelope[0]; i++) {
        if (strcmp(envelope[i], name) == 0) return true;
    }
    return false;
}

static bool is_field(const char *name) {
    return is_envelope(name) || prap_word_find(PRAP_WORDS_CALL_FACT, name, strlen(name)) != NULL;
}

static bool wrong(struct cli_fault *ret_fault, prap_status status, const char *field, const char *message) {
    cli_fault_set(ret_fault, prap_status_name(status), field, message);
    return false;
}

/* The value of a fact that is neither unknown nor yes or no. */
static bool read_value(const prap_call_fact_kind *kind, const char *name, const json_t *value, prap_call_fact *ret,
                       struct cli_fault *ret_fault) {
    if (kind->type == PRAP_FACT_TYPE_NUMBER) {
        if (!json_is_integer(value)) return wrong(ret_fault, PRAP_E_TYPE, name, "a whole number or \"unknown\" is wanted");
        *ret = (prap_call_fact){kind->fact, PRAP_VALUE_NUMBER, json_integer_value(value)};
        return true;
    }
    if (!json_is_string(value)) {
        const bool is_day = kind->type == PRAP_FACT_TYPE_DAY;
        return wrong(ret_fault, PRAP_E_TYPE, name, is_day ? "a day, as \"YYYY-MM-DD\", is wanted" : "a word is wanted");
    }
    if (kind->type == PRAP_FACT_TYPE_OPTION) {
        const prap_word *word = prap_word_find(kind->words, json_string_value(value), json_string_length(value));
        if (word == NULL) return wrong(ret_fault, PRAP_E_WORD, name, "the fact has no such option; prap schema lists them");
        *ret = (prap_call_fact){kind->fact, PRAP_VALUE_OPTION, (int64_t)word->number};
        return true;
    }
    prap_day day = PRAP_DAY_NONE;
    const prap_status status = prap_day_parse(json_string_value(value), json_string_length(value), &day);
    if (status != PRAP_OK) cli_fault_from_status(ret_fault, status, name);
    *ret = (prap_call_fact){kind->fact, PRAP_VALUE_DAY, day};
    return status == PRAP_OK;
}

static bool read_fact(const char *name, const json_t *value, prap_call_fact *ret, struct cli_fault *ret_fault) {
    const uint32_t fact = prap_word_find(PRAP_WORDS_CALL_FACT, name, strlen(name))->number;
    const prap_call_fact_kind *kind = prap_call_fact_kind_by_number(fact);
    if (json_is_string(value) && strcmp(json_string_value(value), "unknown") == 0) {
        *ret = (prap_call_fact){fact, PRAP_VALUE_UNKNOWN, 0};
        return true;
    }
    if (kind->type != PRAP_FACT_TYPE_TRISTATE) return read_value(kind, name, value, ret, ret_fault);
    if (!json_is_boolean(value)) return wrong(ret_fault, PRAP_E_TYPE, name, "true, false or \"unknown\" is wanted");
    *ret = (prap_call_fact){fact, json_is_true(value) ? PRAP_VALUE_YES : PRAP_VALUE_NO, 0};
    return true;
}

static bool read_facts(struct cli_call_event *event, struct cli_fault *ret_fault) {
    void *at = json_object_iter(event->object);
    for (; at != NULL; at = json_object_iter_next(event->object, at)) {
        const char *name = json_object_iter_key(at);
        if (is_envelope(name)) continue;
        if (event->event.n_facts == PRAP_CALL_FACTS_MAX) {
            cli_fault_from_status(ret_fault, PRAP_E_LIMIT, name);
            return false;
        }
        prap_call_fact *fact = &event->facts[event->event.n_facts];
        if (!read_fact(name, json_object_iter_value(at), fact, ret_fault)) return false;
        event->event.n_facts++;
    }
    return true;
}

bool cli_call_event_read(const char *line, size_t n, struct cli_call_event *ret_event, struct cli_fault *ret_fault) {
    prap_call_event *event = &ret_event->event;
    *ret_event = (struct cli_call_event){.object = NULL};
    *event = (prap_call_event){.size = sizeof *event, .at = PRAP_MOMENT_NONE, .facts = ret_event->facts};
    if (!cli_json_read(line, n, is_field, &ret_event->object, ret_fault)) return false;
    const json_t *object = ret_event->object, *at = json_object_get(object, "at");
    if (json_object_get(object, "id") != NULL && cli_json_id(object) == NULL) {
        return wrong(ret_fault, PRAP_E_TYPE, "id", "an id is a text or a whole number");
    }
    return cli_json_text(object, "call", true, &ret_event->call, ret_fault) &&
           cli_json_word(object, "event", PRAP_WORDS_CALL_EVENT, true, &event->event, ret_fault) &&
           cli_json_text(object, "participant", false, &event->participant, ret_fault) &&
           (at == NULL || cli_json_to_moment(at, "at", &event->at, ret_fault)) && read_facts(ret_event, ret_fault);
}

void cli_call_event_release(struct cli_call_event *event) {
    json_decref(event->object);
    event->object = NULL;
}
