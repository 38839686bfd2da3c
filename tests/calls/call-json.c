#include "call-json.h"

#include <string.h>

static bool fault(struct call_fault *ret, const char *code, const char *field) {
    *ret = (struct call_fault){code, field};
    return false;
}

static bool fault_of(struct call_fault *ret, prap_status status, const char *field) {
    return fault(ret, prap_status_name(status), field);
}

static bool read_text(const json_t *object, const char *field, const char **ret, struct call_fault *ret_fault) {
    const json_t *value = json_object_get(object, field);
    if (value == NULL) return true;
    if (!json_is_string(value)) return fault_of(ret_fault, PRAP_E_TYPE, field);
    *ret = json_string_value(value);
    return true;
}

static bool read_fact(const prap_word *word, const json_t *value, prap_call_fact *ret, struct call_fault *ret_fault) {
    const prap_call_fact_kind *kind = prap_call_fact_kind_by_number(word->number);
    const char *text = json_string_value(value);
    const bool is_number = kind->type == PRAP_FACT_TYPE_NUMBER;
    *ret = (prap_call_fact){word->number, PRAP_VALUE_UNKNOWN, 0};
    if (text != NULL && strcmp(text, "unknown") == 0) return true;
    if (kind->type == PRAP_FACT_TYPE_TRISTATE || is_number) {
        if (is_number ? !json_is_integer(value) : !json_is_boolean(value)) return fault_of(ret_fault, PRAP_E_TYPE, word->name);
        ret->kind = is_number ? PRAP_VALUE_NUMBER : json_is_true(value) ? PRAP_VALUE_YES : PRAP_VALUE_NO;
        ret->value = is_number ? json_integer_value(value) : 0;
        return true;
    }
    if (text == NULL) return fault_of(ret_fault, PRAP_E_TYPE, word->name);
    if (kind->type == PRAP_FACT_TYPE_OPTION) {
        const prap_word *option = prap_word_find(kind->words, text, strlen(text));
        if (option == NULL) return fault_of(ret_fault, PRAP_E_WORD, word->name);
        ret->kind = PRAP_VALUE_OPTION;
        ret->value = option->number;
        return true;
    }
    prap_day day = PRAP_DAY_NONE;
    const prap_status status = prap_day_parse(text, strlen(text), &day);
    if (status != PRAP_OK) return fault_of(ret_fault, status, word->name);
    ret->kind = PRAP_VALUE_DAY;
    ret->value = day;
    return true;
}

static bool is_envelope(const char *name) {
    static const char *const names[] = {"id", "call", "event", "participant", "at"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(names[i], name) == 0) return true;
    }
    return false;
}

/* Unknown members first: a line with one is no event, whatever else it says. */
static bool read_names(const json_t *object, struct call_fault *ret_fault) {
    const char *name;
    json_t *value;
    json_object_foreach((json_t *)object, name, value) {
        if (is_envelope(name) || prap_word_find(PRAP_WORDS_CALL_FACT, name, strlen(name)) != NULL) continue;
        return fault(ret_fault, "unknown-field", name);
    }
    return true;
}

static bool read_facts(const json_t *object, struct call_line *ret, struct call_fault *ret_fault) {
    const char *name;
    json_t *value;
    ret->event.facts = ret->facts;
    json_object_foreach((json_t *)object, name, value) {
        if (is_envelope(name)) continue;
        if (ret->event.n_facts == PRAP_CALL_FACTS_MAX) return fault_of(ret_fault, PRAP_E_LIMIT, name);
        const prap_word *word = prap_word_find(PRAP_WORDS_CALL_FACT, name, strlen(name));
        if (!read_fact(word, value, &ret->facts[ret->event.n_facts], ret_fault)) return false;
        ret->event.n_facts++;
    }
    return true;
}

static bool read_moment(const char *at, prap_moment *ret, struct call_fault *ret_fault) {
    if (at == NULL) return true;
    const size_t n = strlen(at);
    const prap_status status = n < PRAP_DAY_TEXT_BYTES ? prap_day_parse(at, n, &ret->day) : prap_moment_parse(at, n, ret);
    return status == PRAP_OK || fault_of(ret_fault, status, "at");
}

bool call_line_read(const json_t *object, struct call_line *ret, struct call_fault *ret_fault) {
    const char *event = NULL, *participant = NULL, *at = NULL;
    memset(ret, 0, sizeof *ret);
    ret->event = (prap_call_event){.size = sizeof ret->event, .at = PRAP_MOMENT_NONE};
    if (!read_names(object, ret_fault) || !read_text(object, "call", &ret->call, ret_fault)) return false;
    if (ret->call == NULL) return fault_of(ret_fault, PRAP_E_REQUIRED, "call");
    if (!read_text(object, "event", &event, ret_fault)) return false;
    if (event == NULL) return fault_of(ret_fault, PRAP_E_REQUIRED, "event");
    const prap_word *word = prap_word_find(PRAP_WORDS_CALL_EVENT, event, strlen(event));
    if (word == NULL) return fault_of(ret_fault, PRAP_E_WORD, "event");
    ret->event.event = word->number;
    if (!read_text(object, "participant", &participant, ret_fault) || !read_text(object, "at", &at, ret_fault)) return false;
    ret->event.participant = (prap_text){participant, participant == NULL ? 0 : strlen(participant)};
    return read_moment(at, &ret->event.at, ret_fault) && read_facts(object, ret, ret_fault);
}

static void set_text(json_t *object, const char *key, const char *text) {
    if (text != NULL && text[0] != '\0') json_object_set_new(object, key, json_string(text));
}

static void set_word(json_t *object, const char *key, uint32_t kind, uint32_t number) {
    const prap_word *word = prap_word_by_number(kind, number);
    if (word != NULL) set_text(object, key, word->name);
}

static void set_rule(json_t *object, uint32_t rule) {
    set_text(object, "rule", prap_rule_by_number(rule)->id);
}

static void set_moment(json_t *object, const char *key, prap_moment moment) {
    char text[PRAP_MOMENT_TEXT_BYTES] = "";
    if (moment.day == PRAP_DAY_NONE) return;
    if (moment.minute == PRAP_MINUTE_NONE) prap_day_format(moment.day, text, sizeof text);
    else prap_moment_format(moment, text, sizeof text);
    set_text(object, key, text);
}

static void set_whom(json_t *object, const prap_call *call, uint32_t i) {
    prap_call_view view = {.size = sizeof view};
    if (prap_call_participant_at(call, i, &view) != PRAP_OK) return;
    json_object_set_new(object, "participant", json_stringn(view.participant.bytes, view.participant.n));
}

static json_t *reasons(const prap_call *call) {
    json_t *list = json_array();
    const prap_call_reason *reason;
    for (uint32_t i = 0; (reason = prap_call_reason_at(call, i)) != NULL; i++) {
        json_t *row = json_object();
        set_rule(row, reason->rule);
        set_word(row, "severity", PRAP_WORDS_SEVERITY, reason->severity);
        set_word(row, "fact", PRAP_WORDS_CALL_FACT, reason->fact);
        set_text(row, "cure", prap_call_reason_cure(reason->reason));
        set_moment(row, "earliest", reason->earliest);
        set_word(row, "reason", PRAP_WORDS_CALL_REASON, reason->reason);
        set_text(row, "why", prap_call_reason_why(reason->reason));
        set_word(row, "cure_event", PRAP_WORDS_CALL_EVENT, reason->cure_event);
        set_word(row, "policy", PRAP_WORDS_POLICY, reason->policy);
        set_whom(row, call, reason->participant);
        json_array_append_new(list, row);
    }
    return list;
}

static json_t *reminders(const prap_call *call) {
    json_t *list = json_array();
    const prap_call_reminder *reminder;
    for (uint32_t i = 0; (reminder = prap_call_reminder_at(call, i)) != NULL; i++) {
        json_t *row = json_object();
        set_word(row, "reminder", PRAP_WORDS_CALL_REMINDER, reminder->reminder);
        set_rule(row, reminder->rule);
        set_word(row, "severity", PRAP_WORDS_SEVERITY, reminder->severity);
        set_word(row, "policy", PRAP_WORDS_POLICY, reminder->policy);
        set_whom(row, call, reminder->participant);
        set_text(row, "text", prap_word_by_number(PRAP_WORDS_CALL_REMINDER, reminder->reminder)->meaning);
        json_array_append_new(list, row);
    }
    return list;
}

static json_t *missing(const prap_call *call) {
    json_t *list = json_array();
    bool seen[128] = {false};
    const prap_call_reason *reason;
    for (uint32_t i = 0; (reason = prap_call_reason_at(call, i)) != NULL; i++) {
        if (reason->severity != PRAP_SEVERITY_UNDECIDED || seen[reason->fact]) continue;
        seen[reason->fact] = true;
        json_array_append_new(list, json_string(prap_word_by_number(PRAP_WORDS_CALL_FACT, reason->fact)->name));
    }
    return list;
}

json_t *call_json(const json_t *id, const char *call_id, const prap_call *call, const prap_call_answer *answer,
                  prap_text participant) {
    json_t *object = json_pack("{s:i}", "v", 1);
    if (json_is_string(id) || json_is_integer(id)) json_object_set(object, "id", (json_t *)id);
    json_object_set_new(object, "call", json_string(call_id));
    set_word(object, "verdict", PRAP_WORDS_VERDICT, answer->verdict);
    set_word(object, "stage", PRAP_WORDS_CALL_STAGE, answer->stage);
    if (answer->participant != PRAP_CALL_NOBODY) set_whom(object, call, answer->participant);
    else if (participant.n != 0) json_object_set_new(object, "participant", json_stringn(participant.bytes, participant.n));
    set_word(object, "standing", PRAP_WORDS_CALL_PARTICIPANT, answer->standing);
    json_object_set_new(object, "reasons", reasons(call));
    json_object_set_new(object, "reminders", reminders(call));
    json_object_set_new(object, "missing", missing(call));
    json_object_set_new(object, "listed", json_integer(answer->listed));
    json_object_set_new(object, "left", json_integer(answer->left));
    if (answer->questions != 0) json_object_set_new(object, "questions", json_integer(answer->questions));
    set_word(object, "event", PRAP_WORDS_CALL_EVENT, answer->event);
    set_rule(object, answer->rule);
    set_text(object, "row", answer->row);
    return object;
}
