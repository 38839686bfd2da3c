/* schema-data-protection.c: the lines of erase and may-send. */
#include "json-out.h"
#include "output.h"
#include "prap/prap.h"
#include "schema.h"

static json_t *properties_of(const json_t *definitions, const char *name) {
    return json_object_get(json_object_get(definitions, name), "properties");
}

/* The facts that decide: all those that are missing while nothing is known. */
static void add_deciding_facts(json_t *properties) {
    json_t *facts = cli_schema_facts();
    const prap_erasure_question nothing = {.size = sizeof nothing, .received_on = PRAP_DAY_NONE};
    prap_erasure erasure = {.size = sizeof erasure};
    if (prap_erasure_decide(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), NULL, 0, &nothing, &erasure, NULL) !=
        PRAP_OK) {
        cli_out_of_memory();
    }
    for (uint32_t i = 0; i < erasure.n_missing; i++) {
        const char *name = prap_word_by_number(PRAP_WORDS_FACT, erasure.missing[i])->name;
        cli_json_set(properties, name, json_incref(json_object_get(facts, name)));
    }
    json_decref(facts);
}

/* The stages at which a use of email can be taken over. */
static json_t *stages_of_use(void) {
    json_t *stages = cli_need(json_array());
    prap_move move = {.size = sizeof move};
    for (uint32_t i = 0; prap_move_get(PRAP_PROGRAMME_EMAIL, i, &move) == PRAP_OK; i++) {
        if (move.fact != PRAP_FACT_STAGE) continue;
        cli_json_append(stages, json_string(prap_word_by_number(PRAP_WORDS_OPTION, (uint32_t)move.value)->name));
    }
    return cli_need(json_pack("{s:o}", "enum", stages));
}

void cli_schema_define_data_protection(json_t *definitions, json_t *any) {
    DEFINE(definitions, "erase-in", {"id", REF("id"), false}, {"case", REF("key"), false}, {"as_of", REF("day"), false},
           {"received", REF("day"), false});
    add_deciding_facts(properties_of(definitions, "erase-in"));
    DEFINE(definitions, "erase", {"v", REF("v"), true}, {"id", REF("id"), false}, {"case", REF("key"), false},
           {"erasure", WORDS(ERASURE_OUTCOME), true}, {"row", TEXT, true}, {"rules", LIST(TEXT), true},
           {"missing", LIST(WORDS(FACT)), true}, {"facts", REF("facts"), true}, {"letter", WORDS(OPTION), false},
           {"keep_evidence", cli_need(json_pack("{s:b}", "const", 1)), false}, {"due", REF("day"), false},
           {"prudent", REF("day"), false}, {"last_working_day", REF("day"), false}, {"chase", REF("day"), false},
           {"setting", REF("setting"), false});
    DEFINE(definitions, "may-send-in", {"id", REF("id"), false}, {"case", REF("key"), false}, {"on", REF("day"), true},
           {"stage", stages_of_use(), false});
    json_t *facts = cli_schema_facts();
    if (json_object_update_missing(properties_of(definitions, "may-send-in"), facts) != 0) cli_out_of_memory();
    json_decref(facts);
    DEFINE(definitions, "may-send", {"v", REF("v"), true}, {"id", REF("id"), false}, {"case", REF("key"), false},
           {"may_send", cli_need(json_pack("{s:[bbs]}", "enum", 1, 0, "unknown")), true},
           {"verdict", WORDS(VERDICT), true}, {"reasons", LIST(REF("reason")), true},
           {"missing", LIST(WORDS(FACT)), true}, {"settings", LIST(REF("setting")), true});
    static const char *const lines[] = {"erase-in", "erase", "may-send-in", "may-send"};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) cli_schema_offer(any, lines[i]);
}
