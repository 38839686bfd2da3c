/* days-lists.c: the questions about days whose fields are lists: asked all at once, answered in the same
 * order. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "days.h"
#include "json-out.h"
#include "output.h"

static void *room_for(size_t n, size_t bytes) {
    void *room = calloc(n + 1, bytes);
    if (room == NULL) cli_out_of_memory();
    return room;
}

static void release(struct cli_elements *elements) {
    free(elements->values[0]);
    free(elements->values[1]);
    free(elements->answers);
    free(elements->qualities);
    free(elements->statuses);
}

/* How many elements there are: lists have the same length, and what is no list holds for each. */
static bool measure(struct cli_asked *asked, struct cli_elements *elements) {
    elements->n = 1;
    for (size_t i = 0; i < 2 && asked->op->fields[i].name != NULL; i++) {
        const json_t *list = json_object_get(asked->object, asked->op->fields[i].name);
        if (!json_is_array(list)) continue;
        if (elements->is_list && json_array_size(list) != elements->n) {
            cli_fault_set(&asked->fault, prap_status_name(PRAP_E_RANGE), asked->op->fields[i].name,
                          "the lists have different lengths");
            return false;
        }
        elements->n = json_array_size(list);
        elements->is_list = true;
    }
    return true;
}

static bool read_value(struct cli_asked *asked, const struct cli_days_field *field, const char *name,
                       const json_t *value, int32_t *ret) {
    if (value == NULL) cli_fault_from_status(&asked->fault, PRAP_E_REQUIRED, name);
    if (value == NULL) return false;
    return field->is_day ? cli_json_to_day(value, name, ret, &asked->fault)
                         : cli_json_to_number(value, name, ret, &asked->fault);
}

/* One field of every element. A fault names the element. */
static bool read_field(struct cli_asked *asked, const struct cli_days_field *field, size_t n,
                       int32_t *ret_values) {
    const json_t *given = json_object_get(asked->object, field->name);
    int32_t one = 0;
    if (!json_is_array(given)) {
        if (!read_value(asked, field, field->name, given, &one)) return false;
        for (size_t i = 0; i < n; i++)
            ret_values[i] = one;
        return true;
    }
    for (size_t i = 0; i < n; i++) {
        char name[sizeof asked->fault.field];
        snprintf(name, sizeof name, "%s[%zu]", field->name, i);
        if (!read_value(asked, field, name, json_array_get(given, i), &ret_values[i])) return false;
    }
    return true;
}

/* Says in errors which elements have no answer, and why. */
static void put_errors(struct cli_asked *asked, const struct cli_elements *elements) {
    json_t *errors = NULL;
    for (size_t i = 0; i < elements->n; i++) {
        struct cli_fault fault = {"", "", ""};
        char name[sizeof fault.field];
        if (elements->statuses[i] == PRAP_OK) continue;
        snprintf(name, sizeof name, "%s[%zu]", asked->op->fields[0].name, i);
        cli_fault_from_status(&fault, elements->statuses[i], name);
        if (errors == NULL) {
            errors = cli_need(json_array());
            asked->fault = fault;
        }
        json_t *error = cli_need(json_object());
        cli_json_set_number(error, "i", (int64_t)i);
        cli_json_set_text(error, "code", fault.code);
        cli_json_set_text(error, "field", fault.field);
        cli_json_set_text(error, "message", fault.message);
        cli_json_append(errors, error);
        asked->unanswered++;
    }
    if (errors != NULL) cli_json_set(asked->answer, "errors", errors);
}

/* How good each answer is, when not all are of published holidays. */
static void put_coverage(struct cli_asked *asked, const struct cli_elements *elements) {
    bool all_known = true;
    for (size_t i = 0; i < elements->n; i++)
        all_known = all_known && elements->qualities[i] != PRAP_COVERAGE_PROVISIONAL;
    if (all_known) return;
    json_t *list = cli_need(json_array());
    for (size_t i = 0; i < elements->n; i++) {
        const prap_word *word = elements->statuses[i] == PRAP_OK
                                    ? prap_word_by_number(PRAP_WORDS_COVERAGE, elements->qualities[i])
                                    : NULL;
        cli_json_append(list, word == NULL ? json_null() : json_string(word->name));
    }
    cli_json_set(asked->answer, "coverage", list);
}

static json_t *day_value(prap_day day) {
    char text[PRAP_DAY_TEXT_BYTES];
    return prap_day_format(day, text, sizeof text) == PRAP_OK ? json_string(text) : json_null();
}

typedef json_t *(*to_json)(int32_t answer);

static json_t *number_value(int32_t number) {
    return json_integer(number);
}

static json_t *working_value(int32_t working) {
    return json_boolean(working);
}

static void put_answers(struct cli_asked *asked, const struct cli_elements *elements, const char *key,
                        to_json value_of) {
    json_t *list = cli_need(json_array());
    for (size_t i = 0; i < elements->n; i++)
        cli_json_append(list,
                        elements->statuses[i] == PRAP_OK ? value_of(elements->answers[i]) : json_null());
    cli_json_set(asked->answer, key, list);
}

static void put_holidays(struct cli_asked *asked, const struct cli_elements *elements) {
    json_t *list = cli_need(json_array());
    for (size_t i = 0; i < elements->n; i++) {
        const prap_holiday *holiday = prap_calendar_holiday_on(asked->calendar, elements->values[0][i]);
        const bool said = holiday != NULL && elements->statuses[i] == PRAP_OK;
        cli_json_append(list, said ? json_string(holiday->title) : json_null());
    }
    cli_json_set(asked->answer, "holiday", list);
}

static void put_each(struct cli_asked *asked, const struct cli_elements *elements, const char *key,
                     to_json value_of) {
    put_answers(asked, elements, key, value_of);
    put_coverage(asked, elements);
}

void cli_days_add_each(struct cli_asked *asked, struct cli_elements *elements) {
    (void)prap_calendar_add_working_days_each(asked->calendar, elements->values[0], elements->values[1],
                                              elements->n, asked->flags, elements->answers,
                                              elements->qualities, elements->statuses);
    put_each(asked, elements, "day", day_value);
}

void cli_days_count_each(struct cli_asked *asked, struct cli_elements *elements) {
    (void)prap_calendar_count_working_days_each(asked->calendar, elements->values[0], elements->values[1],
                                                elements->n, asked->flags, elements->answers,
                                                elements->qualities, elements->statuses);
    put_each(asked, elements, "working_days", number_value);
}

void cli_days_are_each(struct cli_asked *asked, struct cli_elements *elements) {
    (void)prap_calendar_are_working_days(asked->calendar, elements->values[0], elements->n, asked->flags,
                                         elements->answers, elements->qualities, elements->statuses);
    put_each(asked, elements, "working", working_value);
    put_holidays(asked, elements);
}

/* An element has no answer where neither calendar has one: then nobody knows whether it moves. */
void cli_days_moved_each(struct cli_asked *asked, struct cli_elements *elements) {
    const prap_calendar *before = prap_calendar_built_in(asked->division);
    const int32_t *from = elements->values[0], *working_days = elements->values[1];
    prap_moved_day *moved = room_for(elements->n, sizeof *moved);
    size_t n_moved = 0;
    (void)prap_calendar_moved_days(before, asked->calendar, from, working_days, elements->n, asked->flags,
                                   moved, elements->n, &n_moved);
    (void)prap_calendar_add_working_days_each(before, from, working_days, elements->n, asked->flags,
                                              elements->answers, NULL, elements->statuses);
    json_t *list = cli_need(json_array());
    for (size_t i = 0; i < n_moved; i++) {
        json_t *object = cli_need(json_object());
        cli_json_set_number(object, "i", (int64_t)moved[i].i);
        cli_json_set_day(object, "before", moved[i].before);
        cli_json_set_day(object, "after", moved[i].after);
        cli_json_append(list, object);
        elements->statuses[moved[i].i] = PRAP_OK;
    }
    cli_json_set(asked->answer, "moved", list);
    free(moved);
}

static bool ask(struct cli_asked *asked, struct cli_elements *elements) {
    for (size_t i = 0; i < 2 && asked->op->fields[i].name != NULL; i++) {
        if (!read_field(asked, &asked->op->fields[i], elements->n, elements->values[i])) return false;
    }
    asked->op->run_each(asked, elements);
    if (elements->is_list) put_errors(asked, elements);
    if (elements->is_list || elements->statuses[0] == PRAP_OK) return true;
    cli_fault_from_status(&asked->fault, elements->statuses[0], asked->op->fields[0].name);
    return false;
}

bool cli_days_ask_each(struct cli_asked *asked) {
    struct cli_elements elements = {0};
    if (!measure(asked, &elements)) return false;
    elements.values[0] = room_for(elements.n, sizeof *elements.values[0]);
    elements.values[1] = room_for(elements.n, sizeof *elements.values[1]);
    elements.answers = room_for(elements.n, sizeof *elements.answers);
    elements.qualities = room_for(elements.n, sizeof *elements.qualities);
    elements.statuses = room_for(elements.n, sizeof *elements.statuses);
    const bool answered = ask(asked, &elements);
    release(&elements);
    return answered;
}
