/* schema-caseload.c: the lines of forecast and recompute. */
#include "json-out.h"
#include "output.h"
#include "prap/prap.h"
#include "schema.h"

/* A deadline of the documents, or "own": the host's clocks together. */
static json_t *counted_deadline(void) {
    json_t *words = WORDS(DEADLINE);
    cli_json_append(json_object_get(words, "enum"), json_string("own"));
    return words;
}

void cli_schema_define_caseload(json_t *definitions, json_t *any) {
    DEFINE(definitions, "miss", {"deadline", cli_schema_deadline(), true}, {"on", REF("day"), true},
           {"due", REF("day"), true}, {"prudent", REF("day"), true}, {"rule", TEXT, false},
           {"policy", WORDS(POLICY), false}, DEFINED);
    DEFINE(definitions, "turned-measure", {"measure", WORDS(MEASURE), true}, {"rule", TEXT, true},
           {"result", WORDS(RESULT), true}, {"then", WORDS(RESULT), true});
    DEFINE(definitions, "forecast", {"v", REF("v"), true}, {"case", TEXT, true}, {"as_of", REF("day"), true},
           {"until", REF("day"), true}, {"stage", WORDS(STATE), true}, {"then", WORDS(STATE), true},
           {"payment", WORDS(PAYMENT), false}, {"misses", LIST(REF("miss")), true},
           {"measures", LIST(REF("turned-measure")), true});
    DEFINE(definitions, "missed-deadline", {"deadline", counted_deadline(), true}, {"rule", TEXT, false},
           {"cases", INTEGER, true});
    DEFINE(definitions, "missed-day", {"v", REF("v"), true}, {"day", REF("day"), true},
           {"misses", LIST(REF("missed-deadline")), true});
    DEFINE(definitions, "deadline-forecast", {"v", REF("v"), true}, {"deadline", counted_deadline(), true},
           {"rule", TEXT, false}, {"as_of", REF("day"), true}, {"until", REF("day"), true},
           {"overdue", INTEGER, true}, {"misses", INTEGER, true});
    DEFINE(definitions, "forecast-sum", {"v", REF("v"), true}, {"as_of", REF("day"), true},
           {"until", REF("day"), true}, {"cases", INTEGER, true}, {"missing", INTEGER, true},
           {"turned", INTEGER, true}, {"unread", INTEGER, true});
    DEFINE(definitions, "recomputed", {"v", REF("v"), true}, {"case", TEXT, true}, {"as_of", REF("day"), true},
           {"until", REF("day"), false}, {"stage", WORDS(STATE), true},
           {"differences", LIST(REF("difference")), true}, {"misses", LIST(REF("miss")), false},
           {"new_misses", LIST(REF("miss")), false});
    DEFINE(definitions, "deadline-recomputed", {"v", REF("v"), true}, {"deadline", counted_deadline(), true},
           {"rule", TEXT, false}, {"as_of", REF("day"), true}, {"until", REF("day"), false},
           {"later", INTEGER, true}, {"earlier", INTEGER, true}, {"appeared", INTEGER, true},
           {"gone", INTEGER, true}, {"restated", INTEGER, true}, {"misses", INTEGER, false},
           {"new_misses", INTEGER, false});
    DEFINE(definitions, "recompute-sum", {"v", REF("v"), true}, {"as_of", REF("day"), true},
           {"until", REF("day"), false}, {"cases", INTEGER, true}, {"differing", INTEGER, true},
           {"unread", INTEGER, true});
    cli_schema_offer(any, "forecast");
    cli_schema_offer(any, "missed-day");
    cli_schema_offer(any, "deadline-forecast");
    cli_schema_offer(any, "forecast-sum");
    cli_schema_offer(any, "recomputed");
    cli_schema_offer(any, "deadline-recomputed");
    cli_schema_offer(any, "recompute-sum");
}
