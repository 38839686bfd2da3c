/* schema-form.c: the lines of form, forms, services and contacts: one input for each form, and the answers. */
#include <string.h>

#include "json-out.h"
#include "output.h"
#include "prap/prap.h"
#include "schema.h"

#define BOOLEAN cli_schema_type("boolean", NULL)

/* The value that a fact takes, or "unknown". */
static json_t *value_of(const prap_word *fact) {
    if (fact->detail == PRAP_FACT_TYPE_TRISTATE) return cli_need(json_pack("{s:[bbs]}", "enum", 1, 0, "unknown"));
    json_t *unknown = cli_need(json_pack("{s:s}", "const", "unknown"));
    json_t *options = cli_need(json_array());
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_FORM_OPTION); i++) {
        const prap_word *option = prap_word_at(PRAP_WORDS_FORM_OPTION, i);
        if (option->detail == fact->number) cli_json_append(options, json_string(option->name));
    }
    json_t *known = fact->detail == PRAP_FACT_TYPE_NUMBER ? INTEGER
                    : fact->detail == PRAP_FACT_TYPE_DAY  ? REF("day")
                                                          : cli_need(json_pack("{s:O}", "enum", options));
    json_decref(options);
    return cli_need(json_pack("{s:[oo]}", "anyOf", known, unknown));
}

static json_t *input_of(const prap_word *form) {
    json_t *properties = cli_need(json_object()), *names = cli_need(json_array());
    const char *alias;
    cli_json_append(names, json_string(form->name));
    cli_json_append(names, json_string(prap_form_by_number(form->number)->title));
    for (uint32_t i = 0; (alias = prap_form_alias_at(form->number, i)) != NULL; i++)
        cli_json_append(names, json_string(alias));
    cli_json_set(properties, "id", REF("id"));
    cli_json_set(properties, "form", json_pack("{s:o,s:s}", "enum", names, "description", form->meaning));
    cli_json_set(properties, "programme", WORDS(PROGRAMME));
    cli_json_set(properties, "on", REF("day"));
    cli_json_set(properties, "own_contacts", LIST(TEXT));
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_FORM_FACT); i++) {
        const prap_word *fact = prap_word_at(PRAP_WORDS_FORM_FACT, i);
        if (!prap_form_takes(form->number, fact->number)) continue;
        json_t *value = value_of(fact);
        cli_json_set_text(value, "description", fact->meaning);
        cli_json_set(properties, fact->name, value);
    }
    return cli_need(json_pack("{s:s,s:o,s:[ss],s:b}", "type", "object", "properties", properties, "required", "form",
                              "on", "additionalProperties", 0));
}

static json_t *finding_of(json_t *words) {
    const struct cli_schema_member members[] = {
        {"finding", words, true},         {"rule", TEXT, true},           {"severity", WORDS(SEVERITY), true},
        {"fact", WORDS(FORM_FACT), false}, {"form", WORDS(FORM), false},  {"policy", WORDS(POLICY), false},
        {"contact", TEXT, false},         {"index", INTEGER, false},         {"day", REF("day"), false},
        {"last_usable", REF("moment"), false}, {"text", TEXT, true},      {"cure", TEXT, false}};
    return cli_schema_object(members, sizeof members / sizeof members[0]);
}

static void define_forms(json_t *definitions, json_t *any) {
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_FORM); i++) {
        const prap_word *form = prap_word_at(PRAP_WORDS_FORM, i);
        char name[64];
        snprintf(name, sizeof name, "form-%s-in", form->name);
        cli_json_set(definitions, name, input_of(form));
        cli_schema_offer(any, name);
    }
    cli_json_set(definitions, "form-finding", finding_of(WORDS(FORM_FINDING)));
    DEFINE(definitions, "form", {"v", REF("v"), true}, {"id", REF("id"), false}, {"form", WORDS(FORM), true},
           {"programme", WORDS(PROGRAMME), false}, {"on", REF("day"), true}, {"outcome", WORDS(FORM_OUTCOME), true},
           {"verdict", WORDS(VERDICT), true}, {"complete", WORDS(VALUE), false}, {"missing", INTEGER, false},
           {"unknown", INTEGER, false}, {"to", WORDS(RECIPIENT), false}, {"contact", TEXT, false},
           {"contact_status", WORDS(CONTACT_STATUS), false}, {"means", WORDS(MEANS), false},
           {"when", WORDS(NOTICE_DUE), false}, {"due", REF("day"), false}, {"prudent", REF("day"), false},
           {"plan_by", REF("day"), false}, {"late", BOOLEAN, false}, {"record", WORDS(RECORD), false},
           {"retention", WORDS(RETENTION), false}, {"keep_until", REF("day"), false},
           {"findings", LIST(REF("form-finding")), true});
    DEFINE(definitions, "form-route", {"programmes", LIST(WORDS(PROGRAMME)), true},
           {"occasion", WORDS(FORM_OPTION), false}, {"rule", TEXT, true}, {"to", WORDS(RECIPIENT), true},
           {"contact", TEXT, false}, {"contact_status", WORDS(CONTACT_STATUS), false}, {"means", WORDS(MEANS), true},
           {"when", WORDS(NOTICE_DUE), true});
    DEFINE(definitions, "form-field", {"field", WORDS(FORM_FACT), true}, {"need", WORDS(NEED), true},
           {"personal", BOOLEAN, true}, {"type", WORDS(FACT_TYPE), true}, {"rule", TEXT, true}, {"text", TEXT, true});
    DEFINE(definitions, "form-fact", {"fact", WORDS(FORM_FACT), true}, {"type", WORDS(FACT_TYPE), true},
           {"options", LIST(WORDS(FORM_OPTION)), false}, {"absent", WORDS(ABSENT), true}, {"rule", TEXT, true},
           {"text", TEXT, true});
    DEFINE(definitions, "form-kind", {"v", REF("v"), true}, {"form", WORDS(FORM), true}, {"title", TEXT, true},
           {"aliases", LIST(TEXT), true}, {"rule", TEXT, true}, {"programmes", LIST(WORDS(PROGRAMME)), true},
           {"by", WORDS(ACTOR), true}, {"printed", WORDS(FIELDS), true}, {"own_template", WORDS(OWN_TEMPLATE), true},
           {"record", WORDS(RECORD), false}, {"retention", WORDS(RETENTION), false}, {"copies", TEXT, false},
           {"routes", LIST(REF("form-route")), true}, {"fields", LIST(REF("form-field")), true},
           {"facts", LIST(REF("form-fact")), true}, {"text", TEXT, true});
    cli_schema_offer(any, "form");
    cli_schema_offer(any, "form-kind");
}

static json_t *service(void) {
    json_t *names = cli_need(json_pack("[s]", "prap"));
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_SERVICE); i++)
        cli_json_append(names, json_string(prap_word_at(PRAP_WORDS_SERVICE, i)->name));
    return cli_need(json_pack("{s:o}", "enum", names));
}

static json_t *tristate(void) {
    return cli_need(json_pack("{s:[bbs]}", "enum", 1, 0, "unknown"));
}

void cli_schema_define_forms(json_t *definitions, json_t *any) {
    define_forms(definitions, any);
    DEFINE(definitions, "service-in", {"id", REF("id"), false}, {"service", service(), true}, {"at", REF("moment"), true},
           {"subject", WORDS(HELP_SUBJECT), false}, {"route", WORDS(ACCESS_ROUTE), false},
           {"programme", WORDS(PROGRAMME), false}, {"duties", tristate(), false}, {"standards", tristate(), false},
           {"audited", REF("day"), false}, {"reviewed", REF("day"), false}, {"changed", REF("day"), false},
           {"outages", LIST(LIST(REF("moment"))), false}, {"announced", BOOLEAN, false}, {"days", LIST(REF("day")), false});
    cli_json_set(definitions, "service-finding", finding_of(WORDS(SERVICE_FINDING)));
    DEFINE(definitions, "service", {"v", REF("v"), true}, {"id", REF("id"), false}, {"service", service(), true},
           {"at", REF("moment"), true}, {"open", BOOLEAN, true}, {"verdict", WORDS(VERDICT), true},
           {"opens", REF("moment"), false}, {"other_opens", REF("moment"), false}, {"phone", TEXT, false},
           {"email", TEXT, false}, {"audit_due", REF("day"), false}, {"review_due", REF("day"), false},
           {"remind", BOOLEAN, false}, {"findings", LIST(REF("service-finding")), true});
    DEFINE(definitions, "contact-line", {"v", REF("v"), true}, {"contact", TEXT, true},
           {"contact_status", WORDS(CONTACT_STATUS), true}, {"role", TEXT, true}, {"own", TEXT, false},
           {"printed", TEXT, true}, {"where", TEXT, true}, {"rules", LIST(TEXT), true}, {"note", TEXT, true});
    cli_schema_offer(any, "service-in");
    cli_schema_offer(any, "service");
    cli_schema_offer(any, "contact-line");
}
