/* schema-lines.c: the members of each input and output line, in the order in which they are printed. */
#include "json-out.h"
#include "output.h"
#include "prap/prap.h"
#include "schema.h"
#include "trace.h"

static void define_simple_parts(json_t *definitions) {
    cli_json_set(definitions, "v", json_pack("{s:i}", "const", 1));
    cli_json_set(definitions, "id",
                 json_pack("{s:[ss],s:i,s:s}", "type", "string", "integer", "minLength", 1, "description",
                           "echoed as given; of an event its idempotency key"));
    cli_json_set(definitions, "key",
                 json_pack("{s:s,s:i,s:i}", "type", "string", "minLength", 1, "maxLength", PRAP_ID_BYTES));
    cli_json_set(definitions, "day",
                 json_pack("{s:s,s:s,s:s}", "type", "string", "format", "date", "pattern",
                           "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
    cli_json_set(definitions, "moment",
                 json_pack("{s:s,s:s,s:s}", "type", "string", "description",
                           "UK local time, with the offset when that is known; or a day", "pattern",
                           "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})?)?$"));
    cli_json_set(definitions, "hash", json_pack("{s:s,s:s}", "type", "string", "pattern", "^[0-9a-f]{8}$"));
}

/* The facts as an object of their own, as a history has them. */
static json_t *facts_object(void) {
    return cli_need(json_pack("{s:s,s:o,s:b}", "type", "object", "properties", cli_schema_facts(),
                              "additionalProperties", 0));
}

void cli_schema_define_parts(json_t *definitions) {
    define_simple_parts(definitions);
    cli_json_set(definitions, "facts", facts_object());
    DEFINE(definitions, "reason", {"rule", TEXT, false}, {"severity", WORDS(SEVERITY), true},
           {"fact", WORDS(FACT), false}, {"cure", TEXT, true}, {"earliest", REF("day"), false},
           {"reason", WORDS(REASON), true}, {"why", TEXT, true}, {"cure_event", WORDS(EVENT), false});
    DEFINE(definitions, "deadline", {"deadline", cli_schema_deadline(), true}, {"due", REF("day"), false},
           {"prudent", REF("day"), false}, {"rule", TEXT, false}, {"status", WORDS(DEADLINE_STATUS), true},
           {"last_working_day", REF("day"), false}, {"done", REF("day"), false},
           {"advisory", cli_need(json_pack("{s:b}", "const", 1)), false}, DEFINED);
    DEFINE(definitions, "notice", {"notice", WORDS(NOTICE), true}, {"rule", TEXT, true},
           {"severity", WORDS(SEVERITY), true}, {"to", WORDS(RECIPIENT), true}, {"fact", WORDS(FACT), false},
           {"due", REF("day"), false}, {"means", WORDS(MEANS), false}, {"text", TEXT, true});
    DEFINE(definitions, "regions", {"mappa", WORDS(MAPPA), false}, {"prap14", WORDS(PRAP14), false},
           {"error", WORDS(ERROR), false}, {"channel", WORDS(CHANNEL), false},
           {"referral-kind", WORDS(REFERRAL_KIND), false}, {"scenario", WORDS(SCENARIO), false},
           {"mandation", WORDS(MANDATION), false}, {"appointment", WORDS(APPOINTMENT), false},
           {"engagement", WORDS(ENGAGEMENT), false}, {"decision", WORDS(DECISION), false},
           {"reference", WORDS(REFERENCE), false}, {"outage", WORDS(OUTAGE), false},
           {"misdirection", WORDS(MISDIRECTION), false}, {"erasure", WORDS(ERASURE), false});
    DEFINE(definitions, "setting", {"policy", WORDS(POLICY), true},
           {"value", cli_need(json_pack("{s:[ooo]}", "anyOf", INTEGER, WORDS(CHOICE), REF("day"))), true});
    DEFINE(definitions, "days-of-case", {"received", REF("day"), false}, {"made", REF("day"), false},
           {"acknowledged", REF("day"), false}, {"attended", REF("day"), false}, {"start", REF("day"), false},
           {"ended", REF("day"), false}, {"entered", REF("day"), false}, {"plan", REF("day"), false},
           {"meeting", REF("day"), false}, {"handed-over", REF("day"), false}, {"work", REF("day"), false},
           {"face-to-face", REF("day"), false}, {"approved", REF("day"), false}, {"backed-out", REF("day"), false},
           {"end", REF("day"), false});
    DEFINE(definitions, "trial", {"event", WORDS(EVENT), true}, {"with", REF("facts"), false}, {"verdict", WORDS(VERDICT), true},
           {"needs", LIST(WORDS(FACT)), true}, {"reasons", LIST(REF("reason")), true},
           {"on", REF("day"), false});
    DEFINE(definitions, "fault", {"code", TEXT, true}, {"field", TEXT, true}, {"message", TEXT, true});
    DEFINE(definitions, "calendar", {"division", WORDS(DIVISION), true}, {"known_first", REF("day"), false},
           {"known_last", REF("day"), false}, {"provisional_first", REF("day"), false},
           {"provisional_last", REF("day"), false}, {"holidays", INTEGER, true}, {"hash", REF("hash"), true},
           {"edition", REF("day"), true});
}

void cli_schema_define_inputs(json_t *definitions, json_t *any) {
    DEFINE(definitions, "event-in", {"id", REF("id"), false}, {"case", REF("key"), true},
           {"programme", WORDS(PROGRAMME), false}, {"event", WORDS(EVENT), true}, {"on", REF("day"), true},
           {"recorded", REF("day"), false});
    json_t *properties = json_object_get(json_object_get(definitions, "event-in"), "properties"),
           *facts = cli_schema_facts();
    if (json_object_update_missing(properties, facts) != 0) cli_out_of_memory();
    json_decref(facts);
    cli_json_set(definitions, "days-in", cli_schema_days_in());
    cli_schema_offer(any, "event-in");
    cli_schema_offer(any, "days-in");
}

static void define_standing(json_t *definitions) {
    DEFINE(definitions, "answer", {"v", REF("v"), true}, {"id", REF("id"), false}, {"case", TEXT, true},
           {"verdict", WORDS(VERDICT), true}, {"stage", WORDS(STATE), true}, {"feed", WORDS(FEED), true},
           {"reasons", LIST(REF("reason")), true}, {"deadlines", LIST(REF("deadline")), true},
           {"notices", LIST(REF("notice")), true}, {"version", INTEGER, true},
           {"missing", LIST(WORDS(FACT)), true}, {"settings", LIST(REF("setting")), true},
           {"rulebook", REF("hash"), true}, {"calendar", REF("hash"), true}, {"as_of", REF("day"), true},
           {"outside", WORDS(OUTSIDE), false}, {"event", WORDS(EVENT), true}, {"on", REF("day"), true},
           {"duplicate", cli_need(json_pack("{s:b}", "const", 1)), false},
           {"regions", REF("regions"), false},
           {"orphan", cli_need(json_pack("{s:b}", "const", 1)), false});
    DEFINE(definitions, "broke", {"reason", WORDS(REASON), true}, {"rule", TEXT, false});
    DEFINE(definitions, "history-event", {"sequence", INTEGER, true}, {"event", WORDS(EVENT), true},
           {"on", REF("day"), true}, {"recorded", REF("day"), true}, {"id", TEXT, false},
           {"facts", REF("facts"), true}, {"stage", WORDS(STATE), false}, {"voided_by", INTEGER, false},
           {"broke", LIST(REF("broke")), false}, {"rulebook", REF("hash"), false},
           {"calendar", REF("hash"), false}, {"division", WORDS(DIVISION), false});
    DEFINE(definitions, "case", {"v", REF("v"), true}, {"case", TEXT, true}, {"stage", WORDS(STATE), true},
           {"feed", WORDS(FEED), true}, {"reasons", LIST(REF("reason")), true},
           {"deadlines", LIST(REF("deadline")), true}, {"notices", LIST(REF("notice")), true},
           {"version", INTEGER, true}, {"missing", LIST(WORDS(FACT)), true},
           {"settings", LIST(REF("setting")), true}, {"rulebook", REF("hash"), true},
           {"calendar", REF("hash"), true}, {"as_of", REF("day"), true},
           {"outside", WORDS(OUTSIDE), false}, {"regions", REF("regions"), false},
           {"orphan", cli_need(json_pack("{s:b}", "const", 1)), false},
           {"days", REF("days-of-case"), true},
           {"attempts", INTEGER, true}, {"breaches", INTEGER, true},
           {"attempts_failed", INTEGER, false}, {"imported", cli_need(json_pack("{s:b}", "const", 1)), false},
           {"outcome", WORDS(OPTION), false}, {"code", INTEGER, false},
           {"history", LIST(REF("history-event")), true});
}

static json_t *statuses_of_rules(void) {
    json_t *statuses = cli_need(json_array());
    for (uint32_t i = 0; cli_trace_status_at(i) != NULL; i++)
        cli_json_append(statuses, json_string(cli_trace_status_at(i)));
    return cli_need(json_pack("{s:o}", "enum", statuses));
}

void cli_schema_define_outputs(json_t *definitions, json_t *any) {
    define_standing(definitions);
    DEFINE(definitions, "error", {"v", REF("v"), true}, {"line", INTEGER, false}, {"id", REF("id"), false},
           {"case", TEXT, false}, {"record", INTEGER, false}, {"error", REF("fault"), true});
    DEFINE(definitions, "due", {"v", REF("v"), true}, {"case", TEXT, true},
           {"deadline", cli_schema_deadline(), true}, {"due", REF("day"), true}, {"prudent", REF("day"), true},
           {"status", WORDS(DEADLINE_STATUS), true}, {"days_left", INTEGER, true},
           {"working_days_left", INTEGER, false}, {"rule", TEXT, false}, {"stage", WORDS(STATE), true},
           {"last_working_day", REF("day"), false}, {"last_usable", REF("moment"), false}, DEFINED);
    DEFINE(definitions, "next", {"v", REF("v"), true}, {"case", TEXT, true}, {"stage", WORDS(STATE), true},
           {"as_of", REF("day"), true}, {"outside", WORDS(OUTSIDE), false},
           {"events", LIST(REF("trial")), true});
    cli_schema_define_days(definitions);
    DEFINE(definitions, "rule", {"v", REF("v"), true}, {"id", TEXT, true},
           {"document", WORDS(DOCUMENT), true}, {"title", TEXT, true}, {"paragraph", TEXT, true},
           {"lines", LIST(INTEGER), true}, {"kind", WORDS(KIND), true}, {"software", WORDS(SOFTWARE), true},
           {"text", TEXT, true}, {"status", statuses_of_rules(), true}, {"by", LIST(TEXT), true}, {"code", LIST(TEXT), true},
           {"tests", LIST(TEXT), true});
    DEFINE(definitions, "ambiguity", {"v", REF("v"), true}, {"id", TEXT, true}, {"rules", LIST(TEXT), true},
           {"concerns", TEXT, true}, {"unclear", TEXT, true}, {"readings", TEXT, true},
           {"recommended", TEXT, true}, {"policy", TEXT, true}, {"policies", LIST(TEXT), true});
    DEFINE(definitions, "policy", {"v", REF("v"), true}, {"id", TEXT, true}, {"default", TEXT, true},
           {"alternatives", TEXT, true}, {"serves", TEXT, true}, {"settable", WORDS(POLICY), false});
    DEFINE(definitions, "contact", {"v", REF("v"), true}, {"id", TEXT, true},
           {"status", WORDS(CONTACT_STATUS), true}, {"role", TEXT, true}, {"printed", TEXT, true},
           {"where", TEXT, true}, {"rules", LIST(TEXT), true}, {"note", TEXT, true});
    DEFINE(definitions, "document", {"v", REF("v"), true}, {"id", TEXT, true}, {"title", TEXT, true},
           {"first_day", REF("day"), false}, {"last_day", REF("day"), false}, {"policy", TEXT, false},
           {"state", TEXT, true});
    DEFINE(definitions, "version", {"v", REF("v"), true}, {"library", TEXT, true}, {"abi", TEXT, true},
           {"rules", REF("hash"), true}, {"calendars", LIST(REF("calendar")), true});
    static const char *const outputs[] = {"answer", "case",      "error",  "due",     "next",     "days", "date",
                                          "rule",   "ambiguity", "policy", "contact", "document", "version"};
    for (size_t i = 0; i < sizeof outputs / sizeof outputs[0]; i++)
        cli_schema_offer(any, outputs[i]);
    cli_schema_define_asking(definitions, any);
    cli_schema_define_measures(definitions, any);
    cli_schema_define_caseload(definitions, any);
    cli_schema_define_earnings(definitions, any);
    cli_schema_define_desk(definitions, any);
    cli_schema_define_data_protection(definitions, any);
    cli_schema_define_extract(definitions, any);
    cli_schema_define_forms(definitions, any);
    cli_schema_define_supplement(definitions, any);
    cli_schema_define_call(definitions, any);
    cli_schema_define_evidence(definitions, any);
    cli_schema_define_retain(definitions, any);
}
