/* schema-supplement.c: the file of --supplement, and the lines of prap presets. */
#include "json-out.h"
#include "output.h"
#include "schema.h"

static json_t *pence(void) {
    return cli_need(json_pack("{s:s,s:i}", "type", "integer", "minimum", 1));
}

static json_t *days(void) {
    return cli_need(json_pack("{s:s,s:i,s:i}", "type", "integer", "minimum", 0, "maximum", PRAP_DEFINITION_DAYS_MAX));
}

/* A list of at most so many. */
static json_t *at_most(json_t *list, int most) {
    cli_json_set_number(list, "maxItems", most);
    return list;
}

void cli_schema_define_supplement(json_t *definitions, json_t *any) {
    DEFINE(definitions, "suspension", {"from", REF("day"), true}, {"until", REF("day"), false});
    DEFINE(definitions, "threshold", {"from", REF("day"), true}, {"pence", pence(), true});
    DEFINE(definitions, "deadline-definition", {"name", cli_schema_name(), true}, {"source", TEXT, true},
           {"programme", WORDS(PROGRAMME), false}, {"fills", WORDS(DEADLINE), false}, {"anchor", WORDS(CASE_DAY), true},
           {"n", days(), true}, {"unit", WORDS(UNIT), true}, {"include_day", cli_schema_type("boolean", NULL), false},
           {"done_by", at_most(LIST(WORDS(CASE_DAY)), PRAP_DONE_BY_MAX), false}, {"valid_from", REF("day"), false},
           {"valid_until", REF("day"), false});
    DEFINE(definitions, "supplement", {"suspensions", at_most(LIST(REF("suspension")), PRAP_SUSPENSIONS_MAX), false},
           {"thresholds", at_most(LIST(REF("threshold")), PRAP_THRESHOLDS_MAX), false},
           {"deadlines", at_most(LIST(REF("deadline-definition")), PRAP_DEFINITIONS_MAX), false});
    DEFINE(definitions, "preset", {"v", REF("v"), true}, {"defined_by", WORDS(DEFINED_BY), true},
           {"definition", REF("deadline-definition"), true});
    cli_schema_offer(any, "supplement");
    cli_schema_offer(any, "preset");
}
