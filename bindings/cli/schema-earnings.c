/* schema-earnings.c: the lines of earnings, codes and feed. */
#include "json-out.h"
#include "output.h"
#include "prap/prap.h"
#include "schema.h"

/* Yes, no or unknown. */
static json_t *known(void) {
    return cli_need(json_pack("{s:[bbs]}", "enum", 1, 0, "unknown"));
}

static void define_earnings(json_t *definitions) {
    DEFINE(definitions, "payment", {"on", REF("day"), true}, {"pence", INTEGER, true});
    DEFINE(definitions, "dated-amount", {"from", REF("day"), true}, {"pence", INTEGER, true});
    DEFINE(definitions, "earnings-in", {"id", REF("id"), false}, {"programme", WORDS(PROGRAMME), true},
           {"as_of", REF("day"), true}, {"payments", LIST(REF("payment")), false},
           {"national", LIST(REF("dated-amount")), false});
    DEFINE(definitions, "threshold", {"threshold", WORDS(THRESHOLD), true}, {"status", WORDS(THRESHOLD_STATUS), true},
           {"rule", TEXT, true}, {"pence", INTEGER, false}, {"reached_on", REF("day"), false},
           {"unsure_from", REF("day"), false}, {"missing_pence", INTEGER, false});
    DEFINE(definitions, "earnings", {"v", REF("v"), true}, {"id", REF("id"), false},
           {"programme", WORDS(PROGRAMME), true}, {"as_of", REF("day"), true}, {"earned_pence", INTEGER, true},
           {"payments", INTEGER, true}, {"first_paid_on", REF("day"), false}, {"outcome", WORDS(THRESHOLD), false},
           {"outcome_status", WORDS(THRESHOLD_STATUS), true}, {"outcome_on", REF("day"), false},
           {"closes_feed", known(), true}, {"rule", TEXT, true}, {"thresholds", LIST(REF("threshold")), true});
}

static void define_codes(json_t *definitions) {
    DEFINE(definitions, "code", {"v", REF("v"), true}, {"programme", WORDS(PROGRAMME), true}, {"code", INTEGER, true},
           {"label", TEXT, true}, {"set_by", WORDS(ACTOR), true}, {"needs", TEXT, true}, {"rule", TEXT, true},
           {"feed", WORDS(FEED), true}, {"feed_rule", TEXT, true}, {"repayment_rule", TEXT, false},
           {"policy", WORDS(POLICY), false}, {"choice", WORDS(CHOICE), false});
    DEFINE(definitions, "consequence", {"consequence", WORDS(CONSEQUENCE), true}, {"severity", WORDS(SEVERITY), true},
           {"rule", TEXT, true}, {"text", TEXT, true});
    DEFINE(definitions, "code-choice", {"v", REF("v"), true}, {"programme", WORDS(PROGRAMME), true},
           {"code", INTEGER, true}, {"verdict", WORDS(VERDICT), true}, {"rule", TEXT, true},
           {"severity", WORDS(SEVERITY), true}, {"defined_for", LIST(WORDS(PROGRAMME)), true}, {"label", TEXT, false},
           {"set_by", WORDS(ACTOR), false}, {"needs", TEXT, false}, {"feed_before", WORDS(FEED), true},
           {"feed_after", WORDS(FEED), true}, {"payment", WORDS(PAYMENT), false},
           {"consequences", LIST(REF("consequence")), true});
}

static void define_feed(json_t *definitions) {
    DEFINE(definitions, "feed-period", {"opened_by", WORDS(EVENT), true}, {"opened_at", INTEGER, true},
           {"opened_on", REF("day"), true}, {"opened_recorded", REF("day"), true}, {"opened_rule", TEXT, true},
           {"closed_by", WORDS(EVENT), false}, {"closed_at", INTEGER, false}, {"closed_on", REF("day"), false},
           {"closed_recorded", REF("day"), false}, {"trigger", WORDS(FEED_TRIGGER), false},
           {"closed_rule", TEXT, false}, {"code", INTEGER, false});
    DEFINE(definitions, "feed", {"v", REF("v"), true}, {"case", TEXT, true}, {"as_of", REF("day"), true},
           {"programme", WORDS(PROGRAMME), true}, {"stage", WORDS(STATE), true}, {"feed", WORDS(FEED), true},
           {"orphan", known(), true}, {"effect", WORDS(FEED_EFFECT), true}, {"rule", TEXT, false},
           {"start", REF("day"), false}, {"entered", REF("day"), false}, {"ended", REF("day"), false},
           {"code", INTEGER, false}, {"periods", LIST(REF("feed-period")), false});
}

void cli_schema_define_earnings(json_t *definitions, json_t *any) {
    define_earnings(definitions);
    define_codes(definitions);
    define_feed(definitions);
    cli_schema_offer(any, "earnings-in");
    cli_schema_offer(any, "earnings");
    cli_schema_offer(any, "code");
    cli_schema_offer(any, "code-choice");
    cli_schema_offer(any, "feed");
}
