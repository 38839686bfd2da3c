/* supplement-in.c: see supplement-in.h. */
#include "supplement-in.h"

#include <stdio.h>
#include <string.h>

static bool fault(struct cli_fault *ret_fault, const char *code, const char *field, const char *message) {
    cli_fault_set(ret_fault, code, field, message);
    return false;
}

/* Every key is one of the given; there is no room for free text. */
static bool has_only(const json_t *object, const char *const *fields, struct cli_fault *ret_fault) {
    if (!json_is_object(object)) return fault(ret_fault, prap_status_name(PRAP_E_TYPE), "", "an object is wanted");
    for (void *at = json_object_iter((json_t *)object); at != NULL; at = json_object_iter_next((json_t *)object, at)) {
        size_t i = 0;
        while (fields[i] != NULL && strcmp(fields[i], json_object_iter_key(at)) != 0) i++;
        if (fields[i] != NULL) continue;
        return fault(ret_fault, "unknown-field", "", "there is no such field; prap schema lists them");
    }
    return true;
}

static bool read_suspension(const json_t *object, struct cli_supplement *into, size_t i, struct cli_fault *ret_fault) {
    static const char *const fields[] = {"from", "until", NULL};
    prap_suspension *one = &into->suspensions[i];
    *one = (prap_suspension){PRAP_DAY_NONE, PRAP_DAY_NONE};
    return has_only(object, fields, ret_fault) && cli_json_day(object, "from", true, &one->from, ret_fault) &&
           cli_json_day(object, "until", false, &one->until, ret_fault);
}

static bool read_threshold(const json_t *object, struct cli_supplement *into, size_t i, struct cli_fault *ret_fault) {
    static const char *const fields[] = {"from", "pence", NULL};
    prap_threshold *one = &into->thresholds[i];
    *one = (prap_threshold){PRAP_DAY_NONE, 0, 0};
    if (!has_only(object, fields, ret_fault) || !cli_json_day(object, "from", true, &one->from, ret_fault)) return false;
    const json_t *pence = json_object_get(object, "pence");
    if (pence == NULL) {
        cli_fault_from_status(ret_fault, PRAP_E_REQUIRED, "pence");
        return false;
    }
    if (!json_is_integer(pence)) {
        return fault(ret_fault, prap_status_name(PRAP_E_TYPE), "pence", "a whole number is wanted");
    }
    one->pence = json_integer_value(pence);
    return true;
}

static bool read_done_by(const json_t *object, prap_deadline_definition *one, struct cli_fault *ret_fault) {
    const json_t *list = json_object_get(object, "done_by");
    const size_t n = json_array_size(list);
    if (list == NULL) return true;
    if (!json_is_array(list)) {
        return fault(ret_fault, prap_status_name(PRAP_E_TYPE), "done_by", "a list of days is wanted");
    }
    if (n > PRAP_DONE_BY_MAX) {
        cli_fault_from_status(ret_fault, PRAP_E_LIMIT, "done_by");
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        const json_t *name = json_array_get(list, i);
        const prap_word *word = json_is_string(name) ? prap_word_find(PRAP_WORDS_CASE_DAY, json_string_value(name),
                                                                      json_string_length(name))
                                                     : NULL;
        if (word == NULL) {
            cli_fault_from_status(ret_fault, json_is_string(name) ? PRAP_E_WORD : PRAP_E_TYPE, "done_by");
            return false;
        }
        one->done_by[i] = word->number;
    }
    return true;
}

static bool read_include_day(const json_t *object, prap_deadline_definition *one, struct cli_fault *ret_fault) {
    const json_t *value = json_object_get(object, "include_day");
    if (value != NULL && !json_is_boolean(value)) {
        return fault(ret_fault, prap_status_name(PRAP_E_TYPE), "include_day", "true or false is wanted");
    }
    one->include_day = json_is_true(value) ? 1 : 0;
    return true;
}

static bool read_deadline(const json_t *object, struct cli_supplement *into, size_t i, struct cli_fault *ret_fault) {
    static const char *const fields[] = {"name",        "source",  "programme",  "fills",       "anchor", "n", "unit",
                                         "include_day", "done_by", "valid_from", "valid_until", NULL};
    prap_deadline_definition *one = &into->deadlines[i];
    *one = (prap_deadline_definition){.size = sizeof *one, .valid_from = PRAP_DAY_NONE, .valid_until = PRAP_DAY_NONE};
    return has_only(object, fields, ret_fault) && cli_json_text(object, "name", true, &one->name, ret_fault) &&
           cli_json_text(object, "source", true, &one->source, ret_fault) &&
           cli_json_word(object, "programme", PRAP_WORDS_PROGRAMME, false, &one->programme, ret_fault) &&
           cli_json_word(object, "fills", PRAP_WORDS_DEADLINE, false, &one->fills, ret_fault) &&
           cli_json_word(object, "anchor", PRAP_WORDS_CASE_DAY, true, &one->anchor, ret_fault) &&
           cli_json_number(object, "n", true, &one->n, ret_fault) &&
           cli_json_word(object, "unit", PRAP_WORDS_UNIT, true, &one->unit, ret_fault) &&
           read_include_day(object, one, ret_fault) && read_done_by(object, one, ret_fault) &&
           cli_json_day(object, "valid_from", false, &one->valid_from, ret_fault) &&
           cli_json_day(object, "valid_until", false, &one->valid_until, ret_fault);
}

typedef bool (*read_one)(const json_t *object, struct cli_supplement *into, size_t i, struct cli_fault *ret_fault);

/* The field of a member of a list: "anchor" becomes "deadlines[2].anchor". */
static void place(struct cli_fault *ret_fault, const char *list, size_t i) {
    char field[sizeof ret_fault->field] = ""; /* all of it is copied: nothing of the stack goes along */
    snprintf(field, sizeof field, "%s[%zu]%s%.24s", list, i, ret_fault->field[0] == '\0' ? "" : ".", ret_fault->field);
    memcpy(ret_fault->field, field, sizeof field);
}

static bool read_list(const json_t *object, const char *name, size_t most, read_one read, struct cli_supplement *into,
                      uint32_t *ret_n, struct cli_fault *ret_fault) {
    const json_t *list = json_object_get(object, name);
    const size_t n = json_array_size(list);
    if (list != NULL && !json_is_array(list)) {
        return fault(ret_fault, prap_status_name(PRAP_E_TYPE), name, "a list is wanted");
    }
    if (n > most) {
        cli_fault_from_status(ret_fault, PRAP_E_LIMIT, name);
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        if (read(json_array_get(list, i), into, i, ret_fault)) continue;
        place(ret_fault, name, i);
        return false;
    }
    *ret_n = (uint32_t)n;
    return true;
}

bool cli_supplement_read(const json_t *object, struct cli_supplement *ret_supplement, struct cli_fault *ret_fault) {
    static const char *const fields[] = {"suspensions", "thresholds", "deadlines", NULL};
    prap_supplement *given = &ret_supplement->given;
    *given = (prap_supplement){.size = sizeof *given,
                               .suspensions = ret_supplement->suspensions,
                               .thresholds = ret_supplement->thresholds,
                               .deadlines = ret_supplement->deadlines};
    return has_only(object, fields, ret_fault) &&
           read_list(object, "suspensions", PRAP_SUSPENSIONS_MAX, read_suspension, ret_supplement,
                     &given->n_suspensions, ret_fault) &&
           read_list(object, "thresholds", PRAP_THRESHOLDS_MAX, read_threshold, ret_supplement, &given->n_thresholds,
                     ret_fault) &&
           read_list(object, "deadlines", PRAP_DEFINITIONS_MAX, read_deadline, ret_supplement, &given->n_deadlines,
                     ret_fault);
}
