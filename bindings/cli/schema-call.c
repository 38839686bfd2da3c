/* schema-call.c: the lines of prap call. */
#include "json-out.h"
#include "output.h"
#include "prap/prap.h"
#include "schema.h"

/* What a fact of a call may be: "unknown", or a value of its type. */
static json_t *fact_schema(const prap_call_fact_kind *kind) {
    const prap_word *word = prap_word_by_number(PRAP_WORDS_CALL_FACT, kind->fact);
    json_t *values = cli_need(json_array());
    json_t *schema = cli_need(json_pack("{s:s}", "description", word->meaning));
    if (kind->type == PRAP_FACT_TYPE_DAY || kind->type == PRAP_FACT_TYPE_NUMBER) {
        json_t *value = cli_schema_ref("day");
        if (kind->type == PRAP_FACT_TYPE_NUMBER) {
            json_decref(value);
            value = cli_need(json_pack("{s:s,s:i,s:i}", "type", "integer", "minimum", 0, "maximum", 3));
        }
        cli_json_append(values, value);
        cli_json_append(values, json_pack("{s:s}", "const", "unknown"));
        cli_json_set(schema, "anyOf", values);
        return schema;
    }
    if (kind->type == PRAP_FACT_TYPE_TRISTATE) {
        cli_json_append(values, json_true());
        cli_json_append(values, json_false());
    }
    for (uint32_t i = 0; kind->words != 0 && i < prap_word_count(kind->words); i++)
        cli_json_append(values, json_string(prap_word_at(kind->words, i)->name));
    cli_json_append(values, json_string("unknown"));
    cli_json_set(schema, "enum", values);
    return schema;
}

void cli_schema_define_call(json_t *definitions, json_t *any) {
    DEFINE(definitions, "call-event-in", {"id", REF("id"), false}, {"call", REF("key"), true},
           {"event", WORDS(CALL_EVENT), true}, {"participant", REF("key"), false}, {"at", REF("moment"), false});
    json_t *properties = json_object_get(json_object_get(definitions, "call-event-in"), "properties");
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_CALL_FACT); i++) {
        const prap_word *fact = prap_word_at(PRAP_WORDS_CALL_FACT, i);
        cli_json_set(properties, fact->name, fact_schema(prap_call_fact_kind_by_number(fact->number)));
    }
    DEFINE(definitions, "call-reason", {"rule", TEXT, true}, {"severity", WORDS(SEVERITY), true},
           {"fact", WORDS(CALL_FACT), false}, {"cure", TEXT, true}, {"earliest", REF("moment"), false},
           {"reason", WORDS(CALL_REASON), true}, {"why", TEXT, true}, {"cure_event", WORDS(CALL_EVENT), false},
           {"policy", WORDS(POLICY), false}, {"participant", REF("key"), false});
    DEFINE(definitions, "call-reminder", {"reminder", WORDS(CALL_REMINDER), true}, {"rule", TEXT, true},
           {"severity", WORDS(SEVERITY), true}, {"policy", WORDS(POLICY), false}, {"participant", REF("key"), false},
           {"text", TEXT, true});
    DEFINE(definitions, "call-answer", {"v", REF("v"), true}, {"id", REF("id"), false}, {"call", TEXT, true},
           {"verdict", WORDS(VERDICT), true}, {"stage", WORDS(CALL_STAGE), true}, {"participant", REF("key"), false},
           {"standing", WORDS(CALL_PARTICIPANT), false}, {"reasons", LIST(REF("call-reason")), true},
           {"reminders", LIST(REF("call-reminder")), true}, {"missing", LIST(WORDS(CALL_FACT)), true},
           {"listed", INTEGER, true}, {"left", INTEGER, true}, {"questions", INTEGER, false},
           {"event", WORDS(CALL_EVENT), true}, {"rule", TEXT, true}, {"row", TEXT, false});
    json_t *plan_in = cli_need(json_deep_copy(json_object_get(definitions, "desk-may-call-in")));
    json_t *plan_members = json_object_get(plan_in, "properties");
    static const char *const set_by_plan[] = {"ask", "on", "at", "outages", "steps"};
    for (size_t i = 0; i < sizeof set_by_plan / sizeof set_by_plan[0]; i++) json_object_del(plan_members, set_by_plan[i]);
    cli_json_set(plan_members, "participant", cli_schema_ref("key"));
    cli_json_set(plan_in, "required", json_pack("[s]", "participant"));
    cli_json_set(definitions, "call-plan-in", plan_in);
    DEFINE(definitions, "call-batch", {"v", REF("v"), true}, {"batch", INTEGER, true}, {"of", INTEGER, true},
           {"rule", TEXT, true}, {"participants", LIST(REF("key")), true});
    cli_schema_offer(any, "call-plan-in");
    cli_schema_offer(any, "call-batch");
    cli_schema_offer(any, "call-event-in");
    cli_schema_offer(any, "call-answer");
}
