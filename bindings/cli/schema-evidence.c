/* schema-evidence.c: the lines of checklist, records and notifications. */
#include "json-out.h"
#include "output.h"
#include "prap/prap.h"
#include "schema.h"

/* What a fact may be said to be: its words, days and numbers. */
static json_t *said_value(void) {
    return cli_need(json_pack("{s:[sss]}", "type", "boolean", "integer", "string"));
}

static void define_checklists(json_t *definitions) {
    DEFINE(definitions, "check", {"item", TEXT, true}, {"state", WORDS(CHECK), true}, {"rule", TEXT, true},
           {"required", cli_schema_type("boolean", NULL), true}, {"value", said_value(), false},
           {"by", WORDS(EVENT), false}, {"on", REF("day"), false}, {"recorded", REF("day"), false},
           {"sequence", INTEGER, false});
    DEFINE(definitions, "checklist", {"checklist", WORDS(CHECKLIST), true}, {"rule", TEXT, true},
           {"complete", cli_schema_type("boolean", NULL), true}, {"opened_by", WORDS(EVENT), false},
           {"opened_on", REF("day"), false}, {"sequence", INTEGER, false}, {"required", INTEGER, true},
           {"done", INTEGER, true}, {"not_done", INTEGER, true}, {"unknown", INTEGER, true},
           {"missing", INTEGER, true}, {"items", LIST(REF("check")), true});
    DEFINE(definitions, "checklists", {"v", REF("v"), true}, {"case", TEXT, true}, {"as_of", REF("day"), true},
           {"checklists", LIST(REF("checklist")), true});
    DEFINE(definitions, "checklist-item", {"item", TEXT, true}, {"or", WORDS(EVENT), false}, {"rule", TEXT, true},
           {"required", cli_schema_type("boolean", NULL), true}, {"when", cli_schema_type("object", NULL), false},
           {"text", TEXT, true});
    DEFINE(definitions, "checklist-kind", {"v", REF("v"), true}, {"checklist", WORDS(CHECKLIST), true},
           {"programme", WORDS(PROGRAMME), true}, {"rule", TEXT, true}, {"fields", WORDS(FIELDS), true},
           {"opened_by", LIST(WORDS(EVENT)), true}, {"items", LIST(REF("checklist-item")), true}, {"text", TEXT, true});
}

void cli_schema_define_evidence(json_t *definitions, json_t *any) {
    define_checklists(definitions);
    DEFINE(definitions, "kept", {"record", WORDS(RECORD), true}, {"rule", TEXT, true},
           {"retention", WORDS(RETENTION), true}, {"computation", WORDS(COMPUTATION), false},
           {"events", INTEGER, true}, {"first", INTEGER, true}, {"last", INTEGER, true},
           {"first_on", REF("day"), true}, {"last_on", REF("day"), true});
    DEFINE(definitions, "records", {"v", REF("v"), true}, {"case", TEXT, true}, {"as_of", REF("day"), true},
           {"records", LIST(REF("kept")), true});
    DEFINE(definitions, "record-kind", {"v", REF("v"), true}, {"record", WORDS(RECORD), true}, {"rules", TEXT, true},
           {"retention", WORDS(RETENTION), true}, {"computation", WORDS(COMPUTATION), false}, {"when", TEXT, true},
           {"content", TEXT, true}, {"events", LIST(WORDS(EVENT)), true}, {"text", TEXT, true});
    DEFINE(definitions, "notice-kind", {"v", REF("v"), true}, {"notice", WORDS(NOTICE), true},
           {"severity", WORDS(SEVERITY), true}, {"rule", TEXT, false}, {"to", WORDS(RECIPIENT), true},
           {"means", WORDS(MEANS), true}, {"due", WORDS(NOTICE_DUE), true}, {"checklist", WORDS(CHECKLIST), false},
           {"text", TEXT, true});
    cli_schema_offer(any, "checklists");
    cli_schema_offer(any, "checklist-kind");
    cli_schema_offer(any, "records");
    cli_schema_offer(any, "record-kind");
    cli_schema_offer(any, "notice-kind");
}
