/* person-in.c: see person-in.h. */
#include "person-in.h"

#include <stdlib.h>
#include <string.h>

#include "output.h"

static bool is_one_of(const char *name, const char *const *fields, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (strcmp(fields[i], name) == 0) return true;
    }
    return false;
}

bool cli_person_is_field(const char *name) {
    static const char *const fields[] = {"id", "on", "as_of", "programme", "eligible", "elsewhere", "cases"};
    return is_one_of(name, fields, sizeof fields / sizeof fields[0]);
}

static bool is_case_field(const char *name) {
    static const char *const fields[] = {"case",         "stage",       "kind",         "made",
                                         "start",        "ended",       "backed_out",   "outcome_paid",
                                         "outcome_due",  "night_shifts", "worked"};
    return is_one_of(name, fields, sizeof fields / sizeof fields[0]);
}

static bool wrong(struct cli_fault *ret_fault, prap_status status, const char *field, const char *message) {
    cli_fault_set(ret_fault, prap_status_name(status), field, message);
    return false;
}

/* Yes, no or unknown. */
static bool read_value(const json_t *object, const char *field, uint32_t *ret_value, struct cli_fault *ret_fault) {
    const json_t *value = json_object_get(object, field);
    if (value == NULL) return true;
    if (json_is_boolean(value)) {
        *ret_value = json_is_true(value) ? PRAP_VALUE_YES : PRAP_VALUE_NO;
    } else if (json_is_string(value) && strcmp(json_string_value(value), "unknown") == 0) {
        *ret_value = PRAP_VALUE_UNKNOWN;
    } else {
        return wrong(ret_fault, PRAP_E_TYPE, field, "true, false or \"unknown\" is wanted");
    }
    return true;
}

/* How the case stands in the store. */
static bool read_stored(struct cli_session *session, struct cli_person *person, prap_text case_id,
                        prap_person_case *one, struct cli_fault *ret_fault) {
    prap_error error = {.size = sizeof error};
    const prap_key key = {session->tenant, case_id};
    const prap_status status = prap_engine_show(session->engine, &key, person->as_of, session->answer, &error);
    if (status == PRAP_OK) {
        prap_person_case_of(prap_answer_summary(session->answer), one);
        return true;
    }
    person->failed = cli_exit_of(status) == CLI_EXIT_FAILED;
    cli_fault_from_error(ret_fault, &error);
    return false;
}

static bool read_case(struct cli_session *session, struct cli_person *person, const json_t *value,
                      prap_person_case *one, const json_t **ret_name, struct cli_fault *ret_fault) {
    *one = (prap_person_case){.size = sizeof *one, .made_on = PRAP_DAY_NONE, .start_on = PRAP_DAY_NONE,
                              .ended_on = PRAP_DAY_NONE};
    const json_t *name = json_is_string(value) ? value : json_object_get(value, "case");
    if (!json_is_string(value) && !json_is_object(value))
        return wrong(ret_fault, PRAP_E_TYPE, "cases", "a case is its id, or an object");
    for (void *at = json_object_iter((json_t *)value); at != NULL; at = json_object_iter_next((json_t *)value, at)) {
        if (!is_case_field(json_object_iter_key(at))) {
            cli_fault_set(ret_fault, "unknown-field", "cases", "there is no such field; prap schema lists them");
            return false;
        }
    }
    if (name != NULL && !json_is_string(name)) return wrong(ret_fault, PRAP_E_TYPE, "case", "a text is wanted");
    *ret_name = name;
    if (name != NULL &&
        !read_stored(session, person, (prap_text){json_string_value(name), json_string_length(name)}, one, ret_fault))
        return false;
    return cli_json_word(value, "stage", PRAP_WORDS_STATE, name == NULL, &one->stage, ret_fault) &&
           cli_json_word(value, "kind", PRAP_WORDS_REFERRAL_KIND, false, &one->kind, ret_fault) &&
           cli_json_day(value, "made", false, &one->made_on, ret_fault) &&
           cli_json_day(value, "start", false, &one->start_on, ret_fault) &&
           cli_json_day(value, "ended", false, &one->ended_on, ret_fault) &&
           read_value(value, "backed_out", &one->backed_out, ret_fault) &&
           read_value(value, "outcome_paid", &one->outcome_paid, ret_fault) &&
           read_value(value, "outcome_due", &one->outcome_due, ret_fault) &&
           read_value(value, "night_shifts", &one->night_shifts, ret_fault) &&
           read_value(value, "worked", &one->worked, ret_fault);
}

static bool read_cases(struct cli_session *session, struct cli_person *person, struct cli_fault *ret_fault) {
    const json_t *list = json_object_get(person->object, "cases");
    if (!json_is_array(list)) return wrong(ret_fault, PRAP_E_TYPE, "cases", "a list of cases is wanted");
    const size_t n = json_array_size(list);
    if (n > PRAP_PERSON_CASES_MAX) {
        cli_fault_from_status(ret_fault, PRAP_E_LIMIT, "cases");
        return false;
    }
    person->cases = calloc(n + 1, sizeof *person->cases);
    person->names = calloc(n + 1, sizeof *person->names);
    if (person->cases == NULL || person->names == NULL) cli_out_of_memory();
    for (size_t i = 0; i < n; i++) {
        if (!read_case(session, person, json_array_get(list, i), &person->cases[i], &person->names[i], ret_fault))
            return false;
    }
    person->question.cases = person->cases;
    person->question.n = n;
    return true;
}

bool cli_person_read(struct cli_session *session, struct cli_person *person, struct cli_fault *ret_fault) {
    prap_person_question *question = &person->question;
    *question = (prap_person_question){.size = sizeof *question, .on = PRAP_DAY_NONE};
    if (json_object_get(person->object, "id") != NULL && cli_json_id(person->object) == NULL)
        return wrong(ret_fault, PRAP_E_TYPE, "id", "an id is a text or a whole number");
    if (!cli_json_day(person->object, "on", true, &question->on, ret_fault)) return false;
    person->as_of = question->on;
    return cli_json_day(person->object, "as_of", false, &person->as_of, ret_fault) &&
           cli_json_word(person->object, "programme", PRAP_WORDS_PROGRAMME, false, &person->programme, ret_fault) &&
           read_value(person->object, "eligible", &question->eligible, ret_fault) &&
           read_value(person->object, "elsewhere", &question->elsewhere, ret_fault) &&
           read_cases(session, person, ret_fault);
}

void cli_person_release(struct cli_person *person) {
    free(person->cases);
    free(person->names);
    json_decref(person->object);
}
