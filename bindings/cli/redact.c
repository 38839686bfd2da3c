/*
 * redact.c: MAPPA, Special Customer Records, terminal illness and death do not appear unless asked for (rules.md X-42).
 * A line is known by its words alone, whatever it is an answer to.
 */
#include "redact.h"

#include <string.h>

#include "json-out.h"
#include "output.h"
#include "prap/prap.h"

/* Members that would give away a sensitive word that stands beside them. */
static const char *const telling[] = {
    "rule", "reason", "why",  "fact",  "cure",          "cure_event", "notice",  "to",   "means", "text",
    "deadline", "event",  "policy", "value", "contradiction", "other",  "payment", "risk", "from",  "outcome",
};

static bool is_telling(const char *key) {
    for (size_t i = 0; i < sizeof telling / sizeof telling[0]; i++) {
        if (strcmp(telling[i], key) == 0) return true;
    }
    return false;
}

/* A name alone is enough: no name stands for a sensitive word of one kind and a harmless one of another. */
static bool is_sensitive_name(const char *name) {
    static const uint32_t kinds[] = {PRAP_WORDS_FACT,   PRAP_WORDS_EVENT,     PRAP_WORDS_OPTION,
                                     PRAP_WORDS_REASON, PRAP_WORDS_NOTICE,    PRAP_WORDS_DEADLINE,
                                     PRAP_WORDS_POLICY, PRAP_WORDS_RECIPIENT, PRAP_WORDS_CONTRADICTION,
                                     PRAP_WORDS_REGION, PRAP_WORDS_CHANNEL,    PRAP_WORDS_CHECKLIST,
                                     PRAP_WORDS_RECORD, PRAP_WORDS_DESK_FACT,     PRAP_WORDS_DESK_FINDING,
                                     PRAP_WORDS_DESK_OUTCOME, PRAP_WORDS_CALL_FACT, PRAP_WORDS_CALL_REASON,
                                     PRAP_WORDS_DATA_ITEM, PRAP_WORDS_DATA_FINDING, PRAP_WORDS_DATA_CHANNEL,
                                     PRAP_WORDS_FORM, PRAP_WORDS_FORM_FACT, PRAP_WORDS_FORM_OPTION};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        const prap_word *word = prap_word_find(kinds[i], name, strlen(name));
        if (word != NULL && prap_word_is_sensitive(kinds[i], word->number) != 0) return true;
    }
    return false;
}

static bool is_sensitive(const char *key, const json_t *value) {
    if (!json_is_string(value) || strcmp(key, "case") == 0 || strcmp(key, "id") == 0) return false;
    return is_sensitive_name(json_string_value(value));
}

/* Leaver code 43 tells of a death, 46 perhaps of an illness; only a clerical case has advisory dates. */
static bool is_hidden(const char *key, const json_t *value) {
    if (strcmp(key, "advisory") == 0) return true;
    return strcmp(key, "code") == 0 && (json_integer_value(value) == 43 || json_integer_value(value) == 46);
}

/* The rule of a code says which code it is. */
static bool is_rule_of_hidden_code(const json_t *object, const char *key) {
    const json_t *code = json_object_get(object, "code");
    const size_t n = strlen(key);
    return code != NULL && is_hidden("code", code) && n >= 4 && strcmp(key + n - 4, "rule") == 0;
}

static bool tells(const json_t *object) {
    const char *key;
    json_t *value;
    json_t *with = json_object_get(object, "with");
    json_object_foreach(with, key, value) {
        if (is_sensitive_name(key) || is_hidden(key, value) || is_sensitive(key, value)) return true;
    }
    json_object_foreach((json_t *)object, key, value) {
        if (is_sensitive(key, value)) return true;
    }
    const char *what = json_string_value(json_object_get(object, "what"));
    return what != NULL && strcmp(what, "code") == 0;
}

static json_t *redact_members(const json_t *object) {
    const bool telltale = tells(object);
    const char *key;
    json_t *value;
    json_t *shown = cli_need(json_object());
    json_object_foreach((json_t *)object, key, value) {
        if (is_sensitive_name(key))
            cli_json_set_text(shown, CLI_REDACTED, CLI_REDACTED);
        else if (is_hidden(key, value) || is_sensitive(key, value) || (telltale && is_telling(key)) ||
                 is_rule_of_hidden_code(object, key))
            cli_json_set_text(shown, key, CLI_REDACTED);
        else
            cli_json_set(shown, key, cli_redact(value));
    }
    return shown;
}

json_t *cli_redact(const json_t *value) {
    size_t i;
    json_t *item;
    if (json_is_object(value)) return redact_members(value);
    if (!json_is_array(value)) return cli_need(json_deep_copy(value));
    json_t *shown = cli_need(json_array());
    json_array_foreach(value, i, item) {
        cli_json_append(shown, is_sensitive("", item) ? json_string(CLI_REDACTED) : cli_redact(item));
    }
    return shown;
}

bool cli_is_redacted(const json_t *row) {
    static const char *const named[] = {"reason", "notice", "deadline", "event", "contradiction", "finding"};
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++) {
        const char *name = json_string_value(json_object_get(row, named[i]));
        if (name != NULL && strcmp(name, CLI_REDACTED) == 0) return true;
    }
    return false;
}
