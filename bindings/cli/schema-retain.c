/* schema-retain.c: the lines of retain and verify. */
#include "json-out.h"
#include "output.h"
#include "prap/prap.h"
#include "schema.h"

#define BOOLEAN cli_schema_type("boolean", NULL)

/* A day, a number, or yes and no; or "unknown". */
static json_t *value_of(const prap_word *fact) {
    if (fact->detail == PRAP_FACT_TYPE_TRISTATE) return cli_need(json_pack("{s:[bbs]}", "enum", 1, 0, "unknown"));
    return cli_need(json_pack("{s:[oo]}", "anyOf", fact->detail == PRAP_FACT_TYPE_DAY ? REF("day") : INTEGER,
                              cli_need(json_pack("{s:s}", "const", "unknown"))));
}

static void set_facts(json_t *properties) {
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_RETENTION_FACT); i++) {
        const prap_word *fact = prap_word_at(PRAP_WORDS_RETENTION_FACT, i);
        json_t *value = value_of(fact);
        cli_json_set_text(value, "description", fact->meaning);
        cli_json_set(properties, fact->name, value);
    }
}

static void define_inputs(json_t *definitions) {
    json_t *asked = cli_need(json_object()), *given = cli_need(json_object()), *about = cli_need(json_object());
    cli_json_set(asked, "id", REF("id"));
    cli_json_set(asked, "record", WORDS(RECORD));
    cli_json_set(asked, "as_of", REF("day"));
    cli_json_set(asked, "programme", WORDS(PROGRAMME));
    set_facts(asked);
    set_facts(about);
    cli_json_set(definitions, "retain-in",
                 json_pack("{s:s,s:o,s:[ss],s:b}", "type", "object", "properties", asked, "required", "record", "as_of",
                           "additionalProperties", 0));
    cli_json_set(definitions, "retention-facts",
                 json_pack("{s:s,s:o,s:b}", "type", "object", "properties", about, "additionalProperties", 0));
    set_facts(given);
    cli_json_set(given, "cases", json_pack("{s:s,s:o}", "type", "object", "additionalProperties",
                                           REF("retention-facts")));
    cli_json_set(definitions, "retention-file",
                 json_pack("{s:s,s:o,s:b}", "type", "object", "properties", given, "additionalProperties", 0));
}

#define ANSWER                                                                                               \
    {"verdict", WORDS(VERDICT), true}, {"retention", WORDS(RETENTION), true}, {"rule", TEXT, true},          \
        {"kept_until", REF("day"), false}, {"at_least", REF("day"), false}, {"disposal", REF("day"), false}, \
        {"anchor", REF("day"), false}, {"policy", WORDS(POLICY), false}, {"on_hold", BOOLEAN, true},         \
        {"missing", LIST(WORDS(RETENTION_FACT)), true}, {"findings", LIST(REF("retention-finding")), true}

void cli_schema_define_retain(json_t *definitions, json_t *any) {
    define_inputs(definitions);
    DEFINE(definitions, "retention-finding", {"finding", WORDS(RETENTION_FINDING), true}, {"rule", TEXT, true},
           {"row", TEXT, false}, {"severity", WORDS(SEVERITY), true}, {"fact", WORDS(RETENTION_FACT), false},
           {"policy", WORDS(POLICY), false}, {"day", REF("day"), false}, {"text", TEXT, true}, {"cure", TEXT, true});
    DEFINE(definitions, "retain", {"v", REF("v"), true}, {"id", REF("id"), false}, {"record", WORDS(RECORD), true},
           {"as_of", REF("day"), true}, {"programme", WORDS(PROGRAMME), false}, ANSWER);
    DEFINE(definitions, "retained", {"record", WORDS(RECORD), true}, {"events", INTEGER, true},
           {"events_over", INTEGER, false}, {"first_on", REF("day"), true}, {"last_on", REF("day"), true}, ANSWER);
    DEFINE(definitions, "retain-case", {"v", REF("v"), true}, {"case", TEXT, true}, {"as_of", REF("day"), true},
           {"may_go", INTEGER, true}, {"kept", INTEGER, true}, {"undecided", INTEGER, true},
           {"retained", LIST(REF("retained")), true});
    DEFINE(definitions, "verify-fault", {"v", REF("v"), true}, {"case", TEXT, true}, {"sequence", INTEGER, false},
           {"fault", WORDS(VERIFY_FAULT), true}, {"severity", WORDS(SEVERITY), true}, {"text", TEXT, true});
    DEFINE(definitions, "verify-finding", {"v", REF("v"), true}, {"tenant", TEXT, false}, {"case", TEXT, false},
           {"sequence", INTEGER, false}, {"finding", TEXT, true}, {"severity", WORDS(SEVERITY), true}, {"text", TEXT, true});
    DEFINE(definitions, "verify", {"v", REF("v"), true}, {"verified", BOOLEAN, true}, {"cases", INTEGER, true},
           {"events", INTEGER, true}, {"damaged", INTEGER, true}, {"faults", INTEGER, true},
           {"notices", INTEGER, true});
    DEFINE(definitions, "backup", {"v", REF("v"), true}, {"copied", TEXT, true});
    DEFINE(definitions, "conformance-finding", {"v", REF("v"), true}, {"finding", WORDS(CONFORMANCE), true},
           {"severity", WORDS(SEVERITY), true}, {"check", WORDS(CONFORMANCE_CHECK), false}, {"tenant", TEXT, false},
           {"case", TEXT, false}, {"sequence", INTEGER, false}, {"wanted", TEXT, false}, {"got", TEXT, false},
           {"text", TEXT, true}, {"contract", TEXT, true});
    DEFINE(definitions, "conformance", {"v", REF("v"), true}, {"conforms", BOOLEAN, true}, {"tenant", TEXT, true},
           {"breaches", INTEGER, true}, {"unchecked", INTEGER, true}, {"checks", INTEGER, true},
           {"commits", INTEGER, true});
    cli_schema_offer(any, "conformance-finding");
    cli_schema_offer(any, "conformance");
    cli_schema_offer(any, "retain-in");
    cli_schema_offer(any, "retention-file");
    cli_schema_offer(any, "retain");
    cli_schema_offer(any, "retain-case");
    cli_schema_offer(any, "verify-fault");
    cli_schema_offer(any, "verify-finding");
    cli_schema_offer(any, "verify");
    cli_schema_offer(any, "backup");
}
