/* schema-asking.c: the lines of outcome, path and what-if. */
#include "json-out.h"
#include "output.h"
#include "prap/prap.h"
#include "schema.h"

/* What a case was and would be: a word, a day or a number. */
static json_t *change_value(void) {
    return cli_need(json_pack("{s:[ss]}", "type", "string", "integer"));
}

void cli_schema_define_asking(json_t *definitions, json_t *any) {
    DEFINE(definitions, "contradiction", {"contradiction", WORDS(CONTRADICTION), true}, {"rule", TEXT, true},
           {"fact", WORDS(FACT), true}, {"other", WORDS(FACT), false}, {"text", TEXT, true});
    DEFINE(definitions, "outcome-of-case", {"event", WORDS(EVENT), true}, {"with", REF("facts"), false},
           {"verdict", WORDS(VERDICT), true}, {"recommended", cli_schema_type("boolean", NULL), true},
           {"rule", TEXT, false}, {"to", WORDS(STATE), false}, {"feed", WORDS(FEED), false},
           {"payment", WORDS(PAYMENT), false}, {"risk", TEXT, false}, {"needs", LIST(WORDS(FACT)), true},
           {"reasons", LIST(REF("reason")), true}, {"on", REF("day"), false});
    DEFINE(definitions, "outcome", {"v", REF("v"), true}, {"case", TEXT, true}, {"stage", WORDS(STATE), true},
           {"as_of", REF("day"), true}, {"outside", WORDS(OUTSIDE), false},
           {"contradictions", LIST(REF("contradiction")), true},
           {"outcomes", LIST(REF("outcome-of-case")), true});
    DEFINE(definitions, "other-way", {"event", WORDS(EVENT), true}, {"to", WORDS(STATE), true},
           {"feed", WORDS(FEED), false});
    DEFINE(definitions, "step", {"event", WORDS(EVENT), true}, {"actor", WORDS(ACTOR), true},
           {"verdict", WORDS(VERDICT), true}, {"with", REF("facts"), false}, {"needs", LIST(WORDS(FACT)), true},
           {"assumed", WORDS(FACT), false}, {"rule", TEXT, true}, {"to", WORDS(STATE), true},
           {"feed", WORDS(FEED), false}, {"soon", WORDS(NOTICE_DUE), false}, {"deadline", WORDS(DEADLINE), false},
           {"due", REF("day"), false}, {"otherwise", REF("other-way"), false}, {"on", REF("day"), false});
    DEFINE(definitions, "path", {"v", REF("v"), true}, {"case", TEXT, true}, {"stage", WORDS(STATE), true},
           {"as_of", REF("day"), true}, {"outside", WORDS(OUTSIDE), false},
           {"found", cli_schema_type("boolean", NULL), true}, {"cut", cli_schema_type("boolean", NULL), false},
           {"steps", LIST(REF("step")), true}, {"to", WORDS(STATE), false}, {"feed", WORDS(FEED), false});
    DEFINE(definitions, "difference", {"what", WORDS(DIFFERENCE), true}, {"deadline", cli_schema_deadline(), false},
           {"from", change_value(), false}, {"to", change_value(), false});
    DEFINE(definitions, "what-if", {"v", REF("v"), true}, {"case", TEXT, true}, {"as_of", REF("day"), true},
           {"differences", LIST(REF("difference")), true});
    cli_schema_offer(any, "outcome");
    cli_schema_offer(any, "path");
    cli_schema_offer(any, "what-if");
}
