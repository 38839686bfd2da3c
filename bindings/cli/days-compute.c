/* days-compute.c: the compute and open operations of prap days: a date computation, with the policies that choose. */
#include <stdlib.h>
#include <string.h>

#include "days.h"
#include "json-out.h"
#include "output.h"

enum { MOST_SETTINGS = 256, MOST_OUTAGES = 1024 };

/* What one question is made of. */
struct reading {
    prap_date_question question;
    prap_setting settings[MOST_SETTINGS];
    size_t n_settings;
    prap_window outages[MOST_OUTAGES];
};

static bool fault(struct cli_asked *asked, prap_status status, const char *field, const char *message) {
    cli_fault_set(&asked->fault, prap_status_name(status), field, message);
    return false;
}

static bool read_moment(struct cli_asked *asked, const char *field, bool need, prap_moment *ret) {
    const prap_moment none = PRAP_MOMENT_NONE;
    const json_t *value = json_object_get(asked->object, field);
    *ret = none;
    if (value == NULL && need) return fault(asked, PRAP_E_REQUIRED, field, prap_status_meaning(PRAP_E_REQUIRED));
    return value == NULL || cli_json_to_moment(value, field, ret, &asked->fault);
}

static bool read_flag(struct cli_asked *asked, const char *field, uint32_t flag, uint32_t *flags) {
    const json_t *value = json_object_get(asked->object, field);
    if (value != NULL && !json_is_boolean(value)) return fault(asked, PRAP_E_TYPE, field, "true or false is wanted");
    if (json_is_true(value)) *flags |= flag;
    return true;
}

/* {"pay5": "clear", "esf-years": 12} */
static bool read_policies(struct cli_asked *asked, struct reading *reading) {
    json_t *object = json_object_get(asked->object, "policies"), *value;
    const char *name;
    if (object != NULL && !json_is_object(object)) return fault(asked, PRAP_E_TYPE, "policies", "an object is wanted");
    json_object_foreach(object, name, value) {
        prap_error error = {.size = sizeof error};
        char *number = json_is_integer(value) ? json_dumps(value, JSON_ENCODE_ANY) : NULL;
        const char *text = number != NULL ? number : json_string_value(value);
        if (text == NULL) return fault(asked, PRAP_E_TYPE, "policies", "a value is a word, a day or a whole number");
        if (reading->n_settings == MOST_SETTINGS) {
            free(number);
            return fault(asked, PRAP_E_LIMIT, "policies", "these are more settings than policies");
        }
        const prap_status status =
            prap_setting_parse((prap_text){name, strlen(name)}, (prap_text){text, strlen(text)},
                               &reading->settings[reading->n_settings], &error);
        free(number);
        if (status != PRAP_OK) {
            cli_fault_from_error(&asked->fault, &error);
            return false;
        }
        reading->n_settings++;
    }
    return true;
}

/* [["2017-03-03T17:00", "2017-03-06T08:00"]] */
static bool read_outages(struct cli_asked *asked, struct reading *reading) {
    const json_t *list = json_object_get(asked->object, "outages"), *window;
    size_t i;
    if (list != NULL && (!json_is_array(list) || json_array_size(list) > MOST_OUTAGES))
        return fault(asked, PRAP_E_TYPE, "outages", "a list of at most 1024 outages is wanted");
    json_array_foreach(list, i, window) {
        prap_window *ours = &reading->outages[i];
        if (json_array_size(window) != 2)
            return fault(asked, PRAP_E_TYPE, "outages", "an outage is a list of two moments");
        if (!cli_json_to_moment(json_array_get(window, 0), "outages", &ours->from, &asked->fault) ||
            !cli_json_to_moment(json_array_get(window, 1), "outages", &ours->to, &asked->fault))
            return false;
    }
    reading->question.outages = reading->outages;
    reading->question.n_outages = json_array_size(list);
    return true;
}

static void put(json_t *object, const prap_date_answer *answer) {
    cli_json_set_word(object, "computation", PRAP_WORDS_COMPUTATION, answer->computation);
    cli_json_set_text(object, "d", prap_computation_by_number(answer->computation)->id);
    cli_json_set_rule(object, "rule", answer->rule);
    if (answer->policy != 0) {
        const prap_setting setting = {answer->policy, answer->policy_value};
        cli_json_set(object, "setting", cli_json_setting(&setting));
    }
    cli_json_set_day(object, "anchor", answer->anchor);
    cli_json_set_day(object, "first", answer->first);
    cli_json_set_day(object, "due", answer->due);
    cli_json_set_day(object, "prudent", answer->prudent);
    cli_json_set_day(object, "alternative", answer->alternative);
    cli_json_set_day(object, "last_working_day", answer->last_working_day);
    cli_json_set_day(object, "next_working_day", answer->next_working_day);
    if (answer->holds >= 0) cli_json_set(object, "holds", json_boolean(answer->holds));
    if (answer->holiday != 0) cli_json_set(object, "bank_holiday", json_true());
    cli_json_set_moment(object, "moment", answer->moment);
    cli_json_set_moment(object, "other_moment", answer->other_moment);
    cli_json_set_moment(object, "last_usable", answer->last_usable);
    if (answer->quality == PRAP_COVERAGE_PROVISIONAL)
        cli_json_set_word(object, "coverage", PRAP_WORDS_COVERAGE, answer->quality);
    cli_json_set_word(object, "division", PRAP_WORDS_DIVISION, answer->division);
    cli_json_set_hash(object, "calendar", answer->calendar_hash);
    cli_json_set_day(object, "edition", answer->edition);
}

/* Where the host's calendar has moved the due day: what it is under the built-in one, and what under the host's. */
static void put_moved(struct cli_asked *asked, const struct reading *reading) {
    const prap_calendar *before = prap_calendar_built_in(asked->division);
    prap_moved_day moved;
    size_t n = 0;
    if (before == asked->calendar ||
        prap_dates_moved(before, asked->calendar, reading->settings, reading->n_settings, &reading->question, 1,
                         &moved, 1, &n, NULL) != PRAP_OK || n == 0)
        return;
    json_t *object = cli_need(json_object());
    cli_json_set_day(object, "before", moved.before);
    cli_json_set_day(object, "after", moved.after);
    cli_json_set(asked->answer, "moved", object);
}

static bool answer(struct cli_asked *asked, struct reading *reading) {
    prap_date_answer found = {.size = sizeof found};
    prap_error error = {.size = sizeof error};
    reading->question.size = sizeof reading->question;
    reading->question.flags = asked->flags & PRAP_CALENDAR_ALLOW_PROVISIONAL ? PRAP_DATE_ALLOW_PROVISIONAL : 0;
    if (!read_flag(asked, "night_shifts", PRAP_DATE_NIGHT_SHIFTS, &reading->question.flags) ||
        !read_flag(asked, "in_work", PRAP_DATE_IN_WORK, &reading->question.flags) ||
        !read_policies(asked, reading) || !read_outages(asked, reading))
        return false;
    if (prap_date_compute(asked->calendar, reading->settings, reading->n_settings, &reading->question, &found,
                          &error) == PRAP_OK) {
        put(asked->answer, &found);
        put_moved(asked, reading);
        return true;
    }
    cli_fault_from_error(&asked->fault, &error);
    return false;
}

/* The room is too much for a stack that other things live on. */
static bool with_reading(struct cli_asked *asked, bool (*read)(struct cli_asked *asked, struct reading *reading)) {
    struct reading *reading = calloc(1, sizeof *reading);
    if (reading == NULL) cli_out_of_memory();
    const bool answered = read(asked, reading) && answer(asked, reading);
    free(reading);
    return answered;
}

static bool read_computation(struct cli_asked *asked, struct reading *reading) {
    prap_text name = {NULL, 0};
    if (!cli_json_text(asked->object, "computation", true, &name, &asked->fault)) return false;
    const prap_computation *computation = prap_computation_find(name.bytes, name.n);
    if (computation == NULL)
        return fault(asked, PRAP_E_WORD, "computation", "there is no such computation: D-01 to D-22, or their names");
    reading->question.computation = computation->number;
    return read_moment(asked, "anchor", false, &reading->question.anchor) &&
           read_moment(asked, "second", false, &reading->question.second) &&
           cli_json_word(asked->object, "service", PRAP_WORDS_SERVICE, false, &reading->question.service,
                         &asked->fault);
}

static bool read_service(struct cli_asked *asked, struct reading *reading) {
    const prap_moment none = PRAP_MOMENT_NONE;
    reading->question.computation = PRAP_COMPUTATION_SERVICE_HOURS;
    reading->question.second = none;
    return cli_json_word(asked->object, "service", PRAP_WORDS_SERVICE, true, &reading->question.service,
                         &asked->fault) &&
           read_moment(asked, "anchor", true, &reading->question.anchor);
}

bool cli_days_compute(struct cli_asked *asked) {
    return with_reading(asked, read_computation);
}

bool cli_days_open(struct cli_asked *asked) {
    return with_reading(asked, read_service);
}

void cli_days_name_policies(json_t *object, const struct cli_arguments *arguments) {
    json_t *policies = cli_need(json_object());
    for (size_t i = 0; i < arguments->n_given; i++) {
        if (arguments->given[i].option != CLI_POLICY) continue;
        const char *text = arguments->given[i].value;
        const size_t n = strcspn(text, "=");
        char *name = strndup(text, n);
        if (name == NULL) cli_out_of_memory();
        cli_json_set_text(policies, name, text[n] == '=' ? text + n + 1 : "");
        free(name);
    }
    cli_json_set(object, "policies", policies);
}
