/* schema.h: the parts of which the JSON Schema is put together. All objects are owned by the caller. */
#ifndef PRAP_CLI_SCHEMA_H
#define PRAP_CLI_SCHEMA_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cli_schema_member {
    const char *name;
    json_t *schema; /* taken over */
    bool always;
};

json_t *cli_schema_type(const char *type, const char *description);
json_t *cli_schema_ref(const char *name);
json_t *cli_schema_words(uint32_t kind); /* the names of a kind of word */
json_t *cli_schema_name(void);               /* of a definition of the host's */
json_t *cli_schema_deadline(void);           /* a clock of the documents, or a name of the host's own */
json_t *cli_schema_list(json_t *items);
json_t *cli_schema_object(const struct cli_schema_member *members, size_t n);
json_t *cli_schema_facts(void); /* the properties of all facts */

/* Parts that several lines share; and the lines themselves, each of which also goes into any. */
void cli_schema_define_parts(json_t *definitions);
void cli_schema_define_inputs(json_t *definitions, json_t *any);
void cli_schema_define_outputs(json_t *definitions, json_t *any);

json_t *cli_schema_days_in(void);                  /* a question of prap days */
void cli_schema_define_days(json_t *definitions); /* an answer to it, and its parts */
void cli_schema_define_asking(json_t *definitions, json_t *any);
void cli_schema_define_measures(json_t *definitions, json_t *any);
void cli_schema_define_caseload(json_t *definitions, json_t *any);
void cli_schema_define_call(json_t *definitions, json_t *any);
void cli_schema_define_earnings(json_t *definitions, json_t *any);
void cli_schema_define_evidence(json_t *definitions, json_t *any);
void cli_schema_define_supplement(json_t *definitions, json_t *any);
void cli_schema_define_extract(json_t *definitions, json_t *any);
void cli_schema_define_data_protection(json_t *definitions, json_t *any);
void cli_schema_define_desk(json_t *definitions, json_t *any);
void cli_schema_define_forms(json_t *definitions, json_t *any);
void cli_schema_define_retain(json_t *definitions, json_t *any);
void cli_schema_offer(json_t *any, const char *name);

#define DEFINE(definitions, name, ...)                                                                       \
    do {                                                                                                     \
        const struct cli_schema_member members[] = {__VA_ARGS__};                                            \
        cli_json_set(definitions, name, cli_schema_object(members, sizeof members / sizeof members[0]));     \
    } while (0)

#define TEXT        cli_schema_type("string", NULL)
#define INTEGER     cli_schema_type("integer", NULL)
#define REF(name)   cli_schema_ref(name)
#define WORDS(KIND) cli_schema_words(PRAP_WORDS_##KIND)
#define DEFINED                                                                                              \
    {"defined_by", WORDS(DEFINED_BY), false}, {"name", TEXT, false}, {"source", TEXT, false},                \
        {"ambiguity", TEXT, false}
#define LIST(items) cli_schema_list(items)

#endif
