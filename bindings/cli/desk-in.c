/* desk-in.c: see desk-in.h. */
#include "desk-in.h"

#include <string.h>

#include "event-in.h"

static const char *const own[] = {"id", "ask", "on", "at", "outages", "steps"};

static bool is_own(const char *name) {
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
        if (strcmp(own[i], name) == 0) return true;
    }
    return false;
}

bool cli_desk_is_field(const char *name) {
    return is_own(name) || prap_word_find(PRAP_WORDS_DESK_FACT, name, strlen(name)) != NULL;
}

static bool wrong(struct cli_fault *ret_fault, prap_status status, const char *field, const char *message) {
    cli_fault_set(ret_fault, prap_status_name(status), field, message);
    return false;
}

/* A field's name is no fact twice, so there are never more than there is room for. */
static bool read_facts(struct cli_desk_line *line, struct cli_fault *ret_fault) {
    const char *name;
    json_t *value;
    json_object_foreach(line->object, name, value) {
        if (is_own(name)) continue;
        const prap_word *word = prap_word_find(PRAP_WORDS_DESK_FACT, name, strlen(name));
        if (!prap_desk_takes(line->question.ask, word->number))
            return wrong(ret_fault, PRAP_E_RANGE, name, "this question does not take the fact; prap schema lists those that it takes");
        if (!cli_fact_read(word, value, &line->facts[line->question.n_facts], ret_fault)) return false;
        line->question.n_facts++;
    }
    line->question.facts = line->facts;
    return true;
}

/* [["2015-12-16T08:00", "2015-12-16T12:00"]] */
static bool read_outages(struct cli_desk_line *line, struct cli_fault *ret_fault) {
    const json_t *list = json_object_get(line->object, "outages"), *window;
    size_t i;
    if (list != NULL && (!json_is_array(list) || json_array_size(list) > CLI_DESK_OUTAGES))
        return wrong(ret_fault, PRAP_E_TYPE, "outages", "a list of at most 1024 outages is wanted");
    json_array_foreach(list, i, window) {
        prap_window *ours = &line->outages[i];
        if (json_array_size(window) != 2)
            return wrong(ret_fault, PRAP_E_TYPE, "outages", "an outage is a list of two moments");
        if (!cli_json_to_moment(json_array_get(window, 0), "outages", &ours->from, ret_fault) ||
            !cli_json_to_moment(json_array_get(window, 1), "outages", &ours->to, ret_fault))
            return false;
    }
    line->question.outages = line->outages;
    line->question.n_outages = json_array_size(list);
    return true;
}

static bool read_step(const json_t *value, prap_code_step *step, struct cli_fault *ret_fault) {
    const char *name;
    json_t *member;
    int32_t spoc = 0;
    json_object_foreach((json_t *)(uintptr_t)value, name, member) {
        if (strcmp(name, "step") == 0 || strcmp(name, "on") == 0 || strcmp(name, "spoc") == 0) continue;
        cli_fault_set(ret_fault, "unknown-field", "steps", "there is no such field; prap schema lists them");
        return false;
    }
    if (!cli_json_word(value, "step", PRAP_WORDS_CODE_STEP, true, &step->step, ret_fault) ||
        !cli_json_day(value, "on", true, &step->on, ret_fault) ||
        !cli_json_number(value, "spoc", false, &spoc, ret_fault))
        return false;
    if (spoc < 0) return wrong(ret_fault, PRAP_E_RANGE, "spoc", prap_status_meaning(PRAP_E_RANGE));
    step->spoc = (uint32_t)spoc;
    return true;
}

static bool read_steps(struct cli_desk_line *line, struct cli_fault *ret_fault) {
    const json_t *list = json_object_get(line->object, "steps"), *value;
    size_t i;
    if (list != NULL && !json_is_array(list)) return wrong(ret_fault, PRAP_E_TYPE, "steps", "a list of steps is wanted");
    if (json_array_size(list) > PRAP_DESK_STEPS_MAX)
        return wrong(ret_fault, PRAP_E_LIMIT, "steps", prap_status_meaning(PRAP_E_LIMIT));
    json_array_foreach(list, i, value) {
        if (!json_is_object(value)) return wrong(ret_fault, PRAP_E_TYPE, "steps", "a step is an object");
        if (!read_step(value, &line->steps[i], ret_fault)) return false;
    }
    line->question.steps = line->steps;
    line->question.n_steps = json_array_size(list);
    return true;
}

bool cli_desk_read(struct cli_desk_line *line, struct cli_fault *ret_fault) {
    prap_desk_question *question = &line->question;
    const json_t *at = json_object_get(line->object, "at");
    *question = (prap_desk_question){.size = sizeof *question, .on = PRAP_DAY_NONE, .at = PRAP_MOMENT_NONE};
    if (json_object_get(line->object, "id") != NULL && cli_json_id(line->object) == NULL)
        return wrong(ret_fault, PRAP_E_TYPE, "id", "an id is a text or a whole number");
    return cli_json_word(line->object, "ask", PRAP_WORDS_DESK_ASK, true, &question->ask, ret_fault) &&
           cli_json_day(line->object, "on", true, &question->on, ret_fault) &&
           (at == NULL || cli_json_to_moment(at, "at", &question->at, ret_fault)) && read_facts(line, ret_fault) &&
           read_outages(line, ret_fault) && read_steps(line, ret_fault);
}
