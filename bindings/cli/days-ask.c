/* days-ask.c: a question about days as a JSON object of its fields, and its answer as another. */
#include "days.h"
#include "json-out.h"
#include "output.h"

/* Which operation, of which calendar. */
static bool read_op(struct cli_asked *asked) {
    prap_text op = {NULL, 0};
    if (!cli_json_word(asked->object, "division", PRAP_WORDS_DIVISION, false, &asked->division,
                       &asked->fault))
        return false;
    if (!cli_json_text(asked->object, "op", true, &op, &asked->fault)) return false;
    asked->calendar = cli_calendar_of(asked->calendars, asked->division);
    asked->op = cli_days_op_find(op.bytes);
    if (asked->calendar == NULL) {
        cli_fault_set(&asked->fault, prap_status_name(PRAP_E_COVERAGE), "division",
                      "the file of --holidays has nothing for this division");
    } else if (asked->op == NULL) {
        cli_fault_set(&asked->fault, prap_status_name(PRAP_E_WORD), "op",
                      "there is no such op; prap days --help lists them");
    }
    return asked->calendar != NULL && asked->op != NULL;
}

static bool has_list(const struct cli_asked *asked) {
    bool has = false;
    for (size_t i = 0; i < CLI_DAYS_FIELDS && asked->op->fields[i].name != NULL; i++)
        has = has || json_is_array(json_object_get(asked->object, asked->op->fields[i].name));
    return has;
}

static bool read_values(struct cli_asked *asked) {
    for (size_t i = 0; i < CLI_DAYS_FIELDS && asked->op->fields[i].name != NULL; i++) {
        const struct cli_days_field *field = &asked->op->fields[i];
        if (field->is_text) continue;
        if (field->is_day
                ? !cli_json_day(asked->object, field->name, true, &asked->values[i], &asked->fault)
                : !cli_json_number(asked->object, field->name, true, &asked->values[i], &asked->fault))
            return false;
    }
    return true;
}

bool cli_days_ask(struct cli_asked *asked) {
    const json_t *id = json_object_get(asked->object, "id");
    if (id != NULL && cli_json_id(asked->object) == NULL) {
        cli_fault_set(&asked->fault, prap_status_name(PRAP_E_TYPE), "id",
                      "an id is a text or a whole number");
        return false;
    }
    if (!read_op(asked)) return false;
    asked->answer = cli_json_new();
    asked->left_out = PRAP_DAY_NONE;
    if (id != NULL) cli_json_set(asked->answer, "id", json_deep_copy(id));
    const bool each = asked->op->run == NULL || (asked->op->run_each != NULL && has_list(asked));
    const bool answered = each ? cli_days_ask_each(asked) : read_values(asked) && asked->op->run(asked);
    if (answered) return true;
    json_decref(asked->answer);
    asked->answer = NULL;
    return false;
}
