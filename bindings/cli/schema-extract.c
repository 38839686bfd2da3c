/* schema-extract.c: a record of an extract as JSON, and what is said of one. */
#include "json-out.h"
#include "output.h"
#include "prap/prap.h"
#include "schema.h"

static json_t *words(const char *const *list, size_t n) {
    json_t *names = cli_need(json_array());
    for (size_t i = 0; i < n; i++)
        cli_json_append(names, json_string(list[i]));
    return cli_need(json_pack("{s:o}", "enum", names));
}

/* A value: a text, a whole number, true, false, null, or a list of them. */
static json_t *value_schema(void) {
    json_t *one = cli_need(json_pack("{s:[sssss]}", "type", "string", "integer", "boolean", "null", "array"));
    return one;
}

/* Each item by its name. Other names are allowed: the list is not exhaustive (CH15-4-B1). */
static json_t *record_schema(void) {
    static const char *const own[] = {"case", "programme", "channel", "mappa", "scr", "partial", "on"};
    json_t *properties = cli_need(json_object());
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
        cli_json_set(properties, own[i], value_schema());
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_DATA_ITEM); i++) {
        const prap_word *word = prap_word_at(PRAP_WORDS_DATA_ITEM, i);
        json_t *value = value_schema();
        cli_json_set_text(value, "description", word->meaning);
        cli_json_set(properties, word->name, value);
    }
    return cli_need(json_pack("{s:s,s:o,s:o}", "type", "object", "properties", properties,
                              "additionalProperties", value_schema()));
}

static void define_parts(json_t *definitions) {
    DEFINE(definitions, "data-finding", {"finding", WORDS(DATA_FINDING), true}, {"rule", TEXT, true},
           {"severity", WORDS(SEVERITY), true}, {"item", WORDS(DATA_ITEM), false}, {"column", INTEGER, false},
           {"first_column", INTEGER, false}, {"text", TEXT, true}, {"cure", TEXT, false});
    DEFINE(definitions, "data-difference", {"change", WORDS(DATA_CHANGE), true},
           {"item", WORDS(DATA_ITEM), true}, {"occurrence", INTEGER, false},
           {"told_as", WORDS(DATA_ITEM), false}, {"rule", TEXT, true}, {"whp07", TEXT, false},
           {"care", WORDS(DATA_CARE), true});
}

#define WHAT(name)                                                                                           \
    {"v", REF("v"), true}, {                                                                                 \
        "extract", cli_need(json_pack("{s:s}", "const", name)), true                                         \
    }
#define PLACE                                                                                                \
    {"record", INTEGER, false}, {"line", INTEGER, false}, {                                                  \
        "case", TEXT, false                                                                                  \
    }
#define CHECKED                                                                                              \
    {"verdict", WORDS(VERDICT), true}, {"comes_by", WORDS(DATA_CHANNEL), false}, {"items", INTEGER, true},   \
        {"unknown", INTEGER, true}, {"health", INTEGER, true}, {"criminal", INTEGER, true},                  \
        {"may_tell", INTEGER, true}, {                                                                       \
        "findings", LIST(REF("data-finding")), true                                                          \
    }
#define BOOLEAN cli_schema_type("boolean", NULL)

void cli_schema_define_extract(json_t *definitions, json_t *any) {
    static const char *const results[] = {"new", "gone", "changed", "same", "refused", "undecided"};
    static const char *const roles[] = {"referral", "change", "earnings"}, *const sources[] = {"paragraph-4",
                                                                                               "annex-a"};
    define_parts(definitions);
    cli_json_set(definitions, "extract-record-in", record_schema());
    DEFINE(definitions, "extract-check", WHAT("check"), PLACE, CHECKED);
    DEFINE(definitions, "extract-matched", WHAT("import"), PLACE, CHECKED, {"matched", BOOLEAN, false},
           {"differences", LIST(REF("data-difference")), false}, {"result", words(results, 6), true});
    DEFINE(definitions, "extract-gone", WHAT("import"), {"case", TEXT, true}, {"unsure", BOOLEAN, false},
           {"result", words(results + 1, 1), true});
    DEFINE(definitions, "extract-diff", WHAT("diff"), PLACE, {"unsure", BOOLEAN, false},
           {"differences", LIST(REF("data-difference")), false}, {"result", words(results, 3), true});
    DEFINE(definitions, "extract-summary", WHAT("summary"), {"records", INTEGER, true},
           {"matched", INTEGER, true}, {"new", INTEGER, true}, {"gone", INTEGER, true},
           {"changed", INTEGER, true}, {"same", INTEGER, true}, {"refused", INTEGER, false},
           {"undecided", INTEGER, false}, {"unread", INTEGER, true}, {"events", INTEGER, false});
    DEFINE(definitions, "extract-item", WHAT("item"), {"item", WORDS(DATA_ITEM), true},
           {"meaning", TEXT, true}, {"type", WORDS(DATA_TYPE), true}, {"need", WORDS(DATA_NEED), true},
           {"about", WORDS(DATA_ABOUT), true}, {"roles", LIST(words(roles, 3)), true},
           {"sources", LIST(words(sources, 2)), true}, {"programmes", LIST(WORDS(PROGRAMME)), true},
           {"care", WORDS(DATA_CARE), true}, {"care_why", TEXT, false}, {"part_of", WORDS(DATA_ITEM), false},
           {"told_as", WORDS(DATA_ITEM), false}, {"repeats", BOOLEAN, true}, {"rules", LIST(TEXT), true},
           {"headings", LIST(TEXT), true});
    static const char *const lines[] = {"extract-check", "extract-matched", "extract-gone",
                                        "extract-diff",  "extract-summary", "extract-item"};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        cli_schema_offer(any, lines[i]);
}
