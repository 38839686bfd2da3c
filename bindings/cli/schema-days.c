/* schema-days.c: the questions of prap days and their answers. */
#include "days.h"
#include "json-out.h"
#include "output.h"
#include "schema.h"

static json_t *or_list(json_t *schema, json_t *items) {
    return cli_need(json_pack("{s:[oo]}", "anyOf", cli_need(schema), cli_schema_list(items)));
}

/* By its name, or by its number in the guidance's list. */
static json_t *computations(void) {
    json_t *schema = cli_schema_words(PRAP_WORDS_COMPUTATION), *names = json_object_get(schema, "enum");
    for (uint32_t i = 1; prap_computation_by_number(i) != NULL; i++) {
        const prap_computation *computation = prap_computation_by_number(i);
        if (prap_computation_find(computation->id, 4) == computation) cli_json_append(names, json_string(computation->id));
    }
    return schema;
}

/* A question about days: every field of every operation, as a list too where some operation takes one. */
json_t *cli_schema_days_in(void) {
    const struct cli_schema_member members[] = {{"id", REF("id"), false},
                                                {"op", cli_need(json_pack("{s:[]}", "enum")), true},
                                                {"division", WORDS(DIVISION), false},
                                                {"computation", computations(), false},
                                                {"service", WORDS(SERVICE), false},
                                                {"anchor", REF("moment"), false},
                                                {"second", REF("moment"), false},
                                                {"night_shifts", cli_schema_type("boolean", NULL), false},
                                                {"in_work", cli_schema_type("boolean", NULL), false},
                                                {"policies", cli_schema_type("object", NULL), false},
                                                {"outages", LIST(LIST(REF("moment"))), false}};
    json_t *schema = cli_schema_object(members, sizeof members / sizeof members[0]);
    json_t *properties = json_object_get(schema, "properties");
    json_t *ops = json_object_get(json_object_get(properties, "op"), "enum");
    for (size_t i = 0; cli_days_op_at(i) != NULL; i++) {
        const struct cli_days_op *op = cli_days_op_at(i);
        cli_json_append(ops, json_string(op->name));
        for (size_t j = 0; j < CLI_DAYS_FIELDS && op->fields[j].name != NULL; j++) {
            const bool is_day = op->fields[j].is_day;
            if (op->fields[j].is_text) continue;
            if (json_object_get(properties, op->fields[j].name) != NULL) continue;
            json_t *one = is_day ? REF("day") : INTEGER;
            if (op->run_each != NULL) one = or_list(one, is_day ? REF("day") : INTEGER);
            cli_json_set(properties, op->fields[j].name, one);
        }
    }
    return schema;
}

static json_t *or_null(json_t *schema) {
    return cli_need(json_pack("{s:[o{s:n}]}", "anyOf", cli_need(schema), "const"));
}

/* An answer about days; about a list, a list with null where there is no answer. */
void cli_schema_define_days(json_t *definitions) {
    DEFINE(definitions, "walked-day", {"day", REF("day"), true},
           {"kind", cli_need(json_pack("{s:[sss]}", "enum", "working-day", "weekend", "holiday")), true},
           {"number", INTEGER, true}, {"holiday", TEXT, false}, {"coverage", WORDS(COVERAGE), false});
    DEFINE(definitions, "moved-day", {"i", INTEGER, true}, {"before", REF("day"), false},
           {"after", REF("day"), false});
    DEFINE(definitions, "element-fault", {"i", INTEGER, true}, {"code", TEXT, true}, {"field", TEXT, true},
           {"message", TEXT, true});
    DEFINE(definitions, "days", {"v", REF("v"), true}, {"id", REF("id"), false},
           {"day", or_list(REF("day"), or_null(REF("day"))), false},
           {"working_days", or_list(INTEGER, or_null(INTEGER)), false},
           {"working",
            or_list(cli_schema_type("boolean", NULL), or_null(cli_schema_type("boolean", NULL))), false},
           {"holiday", or_list(TEXT, or_null(TEXT)), false},
           {"coverage", or_list(WORDS(COVERAGE), or_null(WORDS(COVERAGE))), false}, {"days", INTEGER, false},
           {"months", INTEGER, false}, {"why", LIST(REF("walked-day")), false},
           {"moved", LIST(REF("moved-day")), false}, {"errors", LIST(REF("element-fault")), false});
    DEFINE(definitions, "moved-due", {"before", REF("day"), false}, {"after", REF("day"), false});
    DEFINE(definitions, "date", {"v", REF("v"), true}, {"id", REF("id"), false},
           {"computation", WORDS(COMPUTATION), true}, {"d", TEXT, true}, {"rule", TEXT, true},
           {"setting", REF("setting"), false}, {"anchor", REF("day"), false}, {"first", REF("day"), false},
           {"due", REF("day"), false}, {"prudent", REF("day"), false}, {"alternative", REF("day"), false},
           {"last_working_day", REF("day"), false}, {"next_working_day", REF("day"), false},
           {"holds", cli_schema_type("boolean", NULL), false},
           {"bank_holiday", cli_need(json_pack("{s:b}", "const", 1)), false}, {"moment", REF("moment"), false},
           {"other_moment", REF("moment"), false}, {"last_usable", REF("moment"), false},
           {"coverage", WORDS(COVERAGE), false}, {"division", WORDS(DIVISION), true},
           {"calendar", REF("hash"), true}, {"edition", REF("day"), true}, {"moved", REF("moved-due"), false});
}
