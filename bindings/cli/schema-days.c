/* schema-days.c: the questions of prap days and their answers. */
#include "days.h"
#include "json-out.h"
#include "output.h"
#include "schema.h"

static json_t *or_list(json_t *schema, json_t *items) {
    return cli_need(json_pack("{s:[oo]}", "anyOf", cli_need(schema), cli_schema_list(items)));
}

/* A question about days: every field of every operation, as a list too where some operation takes one. */
json_t *cli_schema_days_in(void) {
    const struct cli_schema_member members[] = {{"id", REF("id"), false},
                                                {"op", cli_need(json_pack("{s:[]}", "enum")), true},
                                                {"division", WORDS(DIVISION), false}};
    json_t *schema = cli_schema_object(members, sizeof members / sizeof members[0]);
    json_t *properties = json_object_get(schema, "properties");
    json_t *ops = json_object_get(json_object_get(properties, "op"), "enum");
    for (size_t i = 0; cli_days_op_at(i) != NULL; i++) {
        const struct cli_days_op *op = cli_days_op_at(i);
        cli_json_append(ops, json_string(op->name));
        for (size_t j = 0; j < CLI_DAYS_FIELDS && op->fields[j].name != NULL; j++) {
            const bool is_day = op->fields[j].is_day;
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
}
