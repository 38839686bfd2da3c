/* schema.c: prap schema: the JSON Schema of every input and output, made from the tables of the library. */
#include "schema.h"

#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "json-out.h"
#include "output.h"

json_t *cli_schema_type(const char *type, const char *description) {
    json_t *schema = cli_need(json_object());
    cli_json_set_text(schema, "type", type);
    if (description != NULL) cli_json_set_text(schema, "description", description);
    return schema;
}

json_t *cli_schema_ref(const char *name) {
    return cli_need(json_pack("{s:s+}", "$ref", "#/$defs/", name));
}

json_t *cli_schema_words(uint32_t kind) {
    json_t *words = cli_need(json_array());
    for (uint32_t i = 0; i < prap_word_count(kind); i++)
        cli_json_append(words, json_string(prap_word_at(kind, i)->name));
    return cli_need(json_pack("{s:o}", "enum", words));
}

json_t *cli_schema_name(void) {
    return cli_need(json_pack("{s:s,s:s,s:i}", "type", "string", "pattern", "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
                              "maxLength", PRAP_DEFINITION_NAME_BYTES));
}

json_t *cli_schema_deadline(void) {
    return cli_need(json_pack("{s:[oo]}", "anyOf", cli_schema_words(PRAP_WORDS_DEADLINE), cli_schema_name()));
}

json_t *cli_schema_list(json_t *items) {
    return cli_need(json_pack("{s:s,s:o}", "type", "array", "items", cli_need(items)));
}

json_t *cli_schema_object(const struct cli_schema_member *members, size_t n) {
    json_t *properties = cli_need(json_object());
    json_t *required = cli_need(json_array());
    for (size_t i = 0; i < n; i++) {
        cli_json_set(properties, members[i].name, members[i].schema);
        if (members[i].always) cli_json_append(required, json_string(members[i].name));
    }
    return cli_need(json_pack("{s:s,s:o,s:o,s:b}", "type", "object", "properties", properties, "required",
                              required, "additionalProperties", 0));
}

void cli_schema_offer(json_t *any, const char *name) {
    cli_json_append(any, cli_schema_ref(name));
}

/* What a fact may be: "unknown", or a value of its type. */
static json_t *fact_schema(const prap_word *fact) {
    json_t *schema = cli_need(json_object());
    json_t *values = cli_need(json_array());
    cli_json_set_text(schema, "description", fact->meaning);
    if (fact->detail == PRAP_FACT_TYPE_DAY || fact->detail == PRAP_FACT_TYPE_NUMBER) {
        json_t *value =
            fact->detail == PRAP_FACT_TYPE_DAY ? cli_schema_ref("day") : cli_schema_type("integer", NULL);
        cli_json_append(values, value);
        cli_json_append(values, json_pack("{s:s}", "const", "unknown"));
        cli_json_set(schema, "anyOf", values);
        return schema;
    }
    if (fact->detail == PRAP_FACT_TYPE_TRISTATE) {
        cli_json_append(values, json_true());
        cli_json_append(values, json_false());
    }
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_OPTION); i++) {
        const prap_word *option = prap_word_at(PRAP_WORDS_OPTION, i);
        if (option->detail == fact->number) cli_json_append(values, json_string(option->name));
    }
    cli_json_append(values, json_string("unknown"));
    cli_json_set(schema, "enum", values);
    return schema;
}

json_t *cli_schema_facts(void) {
    json_t *properties = cli_need(json_object());
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_FACT); i++) {
        const prap_word *fact = prap_word_at(PRAP_WORDS_FACT, i);
        cli_json_set(properties, fact->name, fact_schema(fact));
    }
    return properties;
}

int cli_schema(const struct cli_arguments *arguments) {
    (void)arguments;
    json_t *schema = cli_need(json_object());
    cli_json_set_text(schema, "$schema", "https://json-schema.org/draft/2020-12/schema");
    cli_json_set_text(schema, "title", "The inputs and outputs of the prap command, each a line of JSON");
    json_t *definitions = cli_need(json_object());
    json_t *any = cli_need(json_array());
    cli_schema_define_parts(definitions);
    cli_schema_define_inputs(definitions, any);
    cli_schema_define_outputs(definitions, any);
    cli_json_set(schema, "anyOf", any);
    cli_json_set(schema, "$defs", definitions);
    char *text = json_dumps(schema, JSON_INDENT(2));
    if (text == NULL) cli_out_of_memory();
    const size_t n = strlen(text);
    text[n] = '\n'; /* in the place of its closing NUL */
    cli_put(text, n + 1);
    free(text);
    json_decref(schema);
    return CLI_EXIT_ANSWERED;
}
