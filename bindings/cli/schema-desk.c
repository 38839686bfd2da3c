/* schema-desk.c: the lines of the desk of Provider Direct: one input for each question, and the answer. */
#include <string.h>

#include "json-out.h"
#include "output.h"
#include "prap/prap.h"
#include "schema.h"

/* The value that a fact takes, or "unknown". */
static json_t *value_of(const prap_word *fact) {
    if (fact->detail == PRAP_FACT_TYPE_TRISTATE) return cli_need(json_pack("{s:[bbs]}", "enum", 1, 0, "unknown"));
    json_t *unknown = cli_need(json_pack("{s:s}", "const", "unknown"));
    json_t *options = cli_need(json_array());
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_DESK_OPTION); i++) {
        const prap_word *option = prap_word_at(PRAP_WORDS_DESK_OPTION, i);
        if (option->detail == fact->number) cli_json_append(options, json_string(option->name));
    }
    json_t *known = fact->detail == PRAP_FACT_TYPE_NUMBER ? INTEGER
                    : fact->detail == PRAP_FACT_TYPE_DAY  ? REF("day")
                                                          : cli_need(json_pack("{s:O}", "enum", options));
    json_decref(options);
    return cli_need(json_pack("{s:[oo]}", "anyOf", known, unknown));
}

static json_t *input_of(const prap_word *ask) {
    json_t *properties = cli_need(json_object());
    cli_json_set(properties, "id", REF("id"));
    cli_json_set(properties, "ask", json_pack("{s:s,s:s}", "const", ask->name, "description", ask->meaning));
    cli_json_set(properties, "on", REF("day"));
    if (ask->number == PRAP_DESK_ASK_CALL || ask->number == PRAP_DESK_ASK_OUTAGE) {
        cli_json_set(properties, "at", REF("moment"));
        cli_json_set(properties, "outages",
                     LIST(LIST(REF("moment"))));
    }
    if (ask->number == PRAP_DESK_ASK_CODE) cli_json_set(properties, "steps", LIST(REF("code-step")));
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_DESK_FACT); i++) {
        const prap_word *fact = prap_word_at(PRAP_WORDS_DESK_FACT, i);
        if (!prap_desk_takes(ask->number, fact->number)) continue;
        json_t *value = value_of(fact);
        cli_json_set_text(value, "description", fact->meaning);
        cli_json_set(properties, fact->name, value);
    }
    return cli_need(json_pack("{s:s,s:o,s:[ss],s:b}", "type", "object", "properties", properties, "required", "ask", "on",
                              "additionalProperties", 0));
}

void cli_schema_define_desk(json_t *definitions, json_t *any) {
    DEFINE(definitions, "code-step", {"step", WORDS(CODE_STEP), true}, {"on", REF("day"), true},
           {"spoc", INTEGER, false});
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_DESK_ASK); i++) {
        const prap_word *ask = prap_word_at(PRAP_WORDS_DESK_ASK, i);
        char name[64];
        snprintf(name, sizeof name, "desk-%s-in", ask->name);
        cli_json_set(definitions, name, input_of(ask));
        cli_schema_offer(any, name);
    }
    DEFINE(definitions, "desk-finding", {"finding", WORDS(DESK_FINDING), true}, {"rule", TEXT, true},
           {"severity", WORDS(SEVERITY), true}, {"fact", WORDS(DESK_FACT), false}, {"policy", WORDS(POLICY), false},
           {"to", WORDS(RECIPIENT), false}, {"contact", TEXT, false}, {"day", REF("day"), false},
           {"at", INTEGER, false}, {"spoc", INTEGER, false}, {"text", TEXT, true}, {"cure", TEXT, false});
    DEFINE(definitions, "desk", {"v", REF("v"), true}, {"id", REF("id"), false}, {"ask", WORDS(DESK_ASK), true},
           {"participant", REF("key"), false},
           {"on", REF("day"), true}, {"outcome", WORDS(DESK_OUTCOME), true}, {"verdict", WORDS(VERDICT), true},
           {"form", WORDS(CALL_FORM), false}, {"to", WORDS(RECIPIENT), false}, {"contact", TEXT, false},
           {"calls", INTEGER, false}, {"age_days", INTEGER, false}, {"earliest", REF("day"), false},
           {"due", REF("day"), false}, {"code_state", WORDS(CODE_STATE), false}, {"code_issued", REF("day"), false},
           {"code_from", REF("day"), false}, {"code_until", REF("day"), false}, {"spocs", INTEGER, false},
           {"spocs_ready", INTEGER, false}, {"opens", REF("moment"), false}, {"last_usable", REF("moment"), false},
           {"findings", LIST(REF("desk-finding")), true});
    cli_schema_offer(any, "desk");
}
