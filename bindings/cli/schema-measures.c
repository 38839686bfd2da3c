/* schema-measures.c: the lines of standards and person. */
#include "json-out.h"
#include "output.h"
#include "prap/prap.h"
#include "schema.h"

static void define_standards(json_t *definitions) {
    DEFINE(definitions, "exclusion", {"exclusion", WORDS(EXCLUSION), true}, {"cases", INTEGER, true});
    DEFINE(definitions, "measured", {"measure", WORDS(MEASURE), true}, {"rule", TEXT, true},
           {"result", WORDS(RESULT), true}, {"exclusion", WORDS(EXCLUSION), false}, {"day", REF("day"), false},
           {"done", REF("day"), false}, {"working_days_left", INTEGER, false}, {"policy", WORDS(POLICY), false});
    DEFINE(definitions, "measure", {"v", REF("v"), true}, {"measure", WORDS(MEASURE), true}, {"rule", TEXT, true},
           {"as_of", REF("day"), true}, {"from", REF("day"), false}, {"to", REF("day"), false},
           {"numerator", INTEGER, true}, {"denominator", INTEGER, true}, {"rate", INTEGER, false},
           {"open", INTEGER, true}, {"excluded", LIST(REF("exclusion")), true}, {"target", INTEGER, false},
           {"kept", cli_schema_type("boolean", NULL), false});
    DEFINE(definitions, "case-measures", {"v", REF("v"), true}, {"case", TEXT, true}, {"as_of", REF("day"), true},
           {"measures", LIST(REF("measured")), true});
}

/* Yes, no or unknown. */
static json_t *known(void) {
    return cli_need(json_pack("{s:[bbs]}", "enum", 1, 0, "unknown"));
}

static void define_person(json_t *definitions) {
    DEFINE(definitions, "person-case-in", {"case", REF("key"), false}, {"stage", WORDS(STATE), false},
           {"kind", WORDS(REFERRAL_KIND), false}, {"made", REF("day"), false}, {"start", REF("day"), false},
           {"ended", REF("day"), false}, {"backed_out", known(), false}, {"outcome_paid", known(), false},
           {"outcome_due", known(), false}, {"night_shifts", known(), false}, {"worked", known(), false});
    DEFINE(definitions, "person-in", {"id", REF("id"), false}, {"on", REF("day"), true}, {"as_of", REF("day"), false},
           {"programme", WORDS(PROGRAMME), false}, {"eligible", known(), false}, {"elsewhere", known(), false},
           {"cases", LIST(cli_need(json_pack("{s:[oo]}", "anyOf", REF("key"), REF("person-case-in")))), true});
    DEFINE(definitions, "finding", {"finding", WORDS(FINDING), true}, {"rule", TEXT, true},
           {"severity", WORDS(SEVERITY), false}, {"result", WORDS(RESULT), false}, {"policy", WORDS(POLICY), false},
           {"day", REF("day"), false}, {"sure", REF("day"), false}, {"at", INTEGER, false}, {"case", TEXT, false},
           {"other", INTEGER, false}, {"other_case", TEXT, false}, {"text", TEXT, true});
    DEFINE(definitions, "person", {"v", REF("v"), true}, {"id", REF("id"), false}, {"on", REF("day"), true},
           {"next", WORDS(REFERRAL_KIND), true}, {"verdict", WORDS(VERDICT), true}, {"open", INTEGER, true},
           {"starts", INTEGER, true}, {"re_referrals", INTEGER, true}, {"earlier_start", REF("day"), false},
           {"earliest", REF("day"), false}, {"sure", REF("day"), false}, {"findings", LIST(REF("finding")), true});
}

void cli_schema_define_measures(json_t *definitions, json_t *any) {
    define_standards(definitions);
    define_person(definitions);
    cli_schema_offer(any, "person-in");
    cli_schema_offer(any, "measure");
    cli_schema_offer(any, "case-measures");
    cli_schema_offer(any, "person");
}
