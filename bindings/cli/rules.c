/* rules.c: prap rules: the catalogue. */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "guidance.h"
#include "json-out.h"
#include "output.h"
#include "trace.h"

static const char *meaning(uint32_t kind, uint32_t number) {
    const prap_word *word = prap_word_by_number(kind, number);
    return word == NULL ? "" : word->meaning;
}

/* "a.c b.c" as ["a.c","b.c"]; with commas between them, "row a, row b" as ["row a","row b"]. */
static json_t *names_in(const char *list, const char *between) {
    json_t *names = cli_need(json_array());
    while (*list != '\0') {
        const size_t bytes = strcspn(list, between);
        cli_json_append(names, json_stringn(list, bytes));
        list += bytes;
        list += strspn(list, ", ");
    }
    return names;
}

static bool put_json(const prap_rule *rule) {
    json_t *object = cli_json_new();
    json_t *lines = cli_need(json_array());
    const struct cli_trace *trace = cli_trace_of(rule->number);
    cli_json_set_text(object, "id", rule->id);
    cli_json_set_word(object, "document", PRAP_WORDS_DOCUMENT, rule->document);
    cli_json_set_text(object, "title", meaning(PRAP_WORDS_DOCUMENT, rule->document));
    cli_json_set_text(object, "paragraph", rule->paragraph);
    cli_json_append(lines, json_integer(rule->first_line));
    cli_json_append(lines, json_integer(rule->last_line));
    cli_json_set(object, "lines", lines);
    cli_json_set_word(object, "kind", PRAP_WORDS_KIND, rule->kind);
    cli_json_set_word(object, "software", PRAP_WORDS_SOFTWARE, rule->software);
    cli_json_set_text(object, "text", rule->text);
    cli_json_set_text(object, "status", trace->status);
    cli_json_set(object, "by", names_in(trace->by, ","));
    cli_json_set(object, "code", names_in(trace->code, " "));
    cli_json_set(object, "tests", names_in(trace->tests, " "));
    return cli_put_answer(object, false);
}

/* "  tests: acknowledgement, received" on a line of its own, or nothing. */
static void put_names(const char *what, const char *list) {
    if (*list == '\0') return;
    printf("\n  %s: ", what);
    for (; *list != '\0'; list++) {
        if (*list == ' ') printf(", ");
        else putchar(*list);
    }
}

/* The status as a person writes it: "not yet", "decided by reason too-few-attempts". */
static void put_status(const struct cli_trace *trace) {
    printf("\n  ");
    for (const char *at = trace->status; *at != '\0'; at++) putchar(*at == '-' ? ' ' : *at);
    if (trace->by[0] != '\0') printf(" by %s", trace->by);
}

static bool put_text(const prap_rule *rule) {
    const prap_word *kind = prap_word_by_number(PRAP_WORDS_KIND, rule->kind);
    printf("%s\n  %s", rule->id, meaning(PRAP_WORDS_DOCUMENT, rule->document));
    if (rule->paragraph[0] != '\0') printf(", paragraph %s", rule->paragraph);
    if (rule->first_line == rule->last_line) printf(", line %u", (unsigned)rule->first_line);
    else printf(", lines %u to %u", (unsigned)rule->first_line, (unsigned)rule->last_line);
    printf("\n  %s; for software: %s\n  %s", kind == NULL ? "" : kind->name,
           meaning(PRAP_WORDS_SOFTWARE, rule->software), rule->text);
    const struct cli_trace *trace = cli_trace_of(rule->number);
    put_status(trace);
    put_names("code", trace->code);
    put_names("tests", trace->tests);
    putchar('\n');
    return cli_put("", 0);
}

int cli_rules(const struct cli_arguments *arguments) {
    bool (*const put)(const prap_rule *rule) = cli_has(arguments, CLI_JSON) ? put_json : put_text;
    if (arguments->n_operands == 0) {
        for (uint32_t i = 0; i < prap_rule_count(); i++) {
            if (!put(prap_rule_at(i))) break;
        }
    }
    int code = CLI_EXIT_ANSWERED;
    for (size_t i = 0; i < arguments->n_operands; i++) {
        const char *id = arguments->operands[i];
        const prap_rule *rule = prap_rule_find(id, strlen(id));
        bool go_on = true;
        if (rule != NULL) {
            go_on = put(rule);
        } else if (!cli_guidance_put(id, cli_has(arguments, CLI_JSON), &go_on)) {
            cli_wrong_use(arguments->command, "there is no rule %s", id);
            code = CLI_EXIT_USE;
        }
        if (!go_on) break;
    }
    return code;
}
