/* codes.c: prap codes: the leaver and end-reason codes, and what choosing one does to payment. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "json-out.h"
#include "output.h"

static const char *name_of(uint32_t kind, uint32_t number) {
    const prap_word *word = prap_word_by_number(kind, number);
    return word == NULL ? "" : word->name;
}

static const char *rule_of(uint32_t rule) {
    const prap_rule *row = prap_rule_by_number(rule);
    return row == NULL ? "" : row->id;
}

/* What is fixed about a code. */
static void set_code(json_t *object, const prap_code *code) {
    cli_json_set_text(object, "label", code->label);
    cli_json_set_word(object, "set_by", PRAP_WORDS_ACTOR, code->actor);
    cli_json_set_text(object, "needs", code->needs);
}

/* Where a policy decides whether the programme has the code. */
static void put_policy(const prap_code *code) {
    if (code->policy == 0) return;
    printf("  only under the policy %s %s: else the programme does not have it\n",
           name_of(PRAP_WORDS_POLICY, code->policy), name_of(PRAP_WORDS_CHOICE, code->choice));
}

static bool put_row(const prap_code *code, bool json) {
    if (!json) {
        printf("%s %d  %s\n  set by %s; needs %s\n  %s (%s)\n", name_of(PRAP_WORDS_PROGRAMME, code->programme),
               (int)code->code, code->label, name_of(PRAP_WORDS_ACTOR, code->actor), code->needs,
               code->feed == PRAP_FEED_CLOSED ? "ends the earnings feed" : "the earnings feed goes on",
               rule_of(code->feed_rule));
        put_policy(code);
        return cli_put("", 0);
    }
    json_t *object = cli_json_new();
    cli_json_set_word(object, "programme", PRAP_WORDS_PROGRAMME, code->programme);
    cli_json_set_number(object, "code", code->code);
    set_code(object, code);
    cli_json_set_word(object, "policy", PRAP_WORDS_POLICY, code->policy);
    cli_json_set_word(object, "choice", PRAP_WORDS_CHOICE, code->choice);
    cli_json_set_rule(object, "rule", code->rule);
    cli_json_set_word(object, "feed", PRAP_WORDS_FEED, code->feed);
    cli_json_set_rule(object, "feed_rule", code->feed_rule);
    cli_json_set_rule(object, "repayment_rule", code->repayment_rule);
    return cli_put_answer(object, false);
}

static prap_status hear(void *user, const prap_consequence *consequence) {
    json_t *object = cli_need(json_object());
    cli_json_set_word(object, "consequence", PRAP_WORDS_CONSEQUENCE, consequence->consequence);
    cli_json_set_word(object, "severity", PRAP_WORDS_SEVERITY, consequence->severity);
    cli_json_set_rule(object, "rule", consequence->rule);
    cli_json_set_text(object, "text",
                      prap_word_by_number(PRAP_WORDS_CONSEQUENCE, consequence->consequence)->meaning);
    cli_json_append(user, object);
    return PRAP_OK;
}

static json_t *programmes_of(const prap_code_choice *choice) {
    json_t *list = cli_need(json_array());
    const prap_word *word;
    for (uint32_t i = 0; (word = prap_word_at(PRAP_WORDS_PROGRAMME, i)) != NULL; i++) {
        if ((choice->programmes >> word->number & 1) != 0) cli_json_append(list, json_string(word->name));
    }
    return list;
}

static json_t *choice_object(uint32_t programme, int32_t code, const prap_code_choice *choice, json_t *consequences) {
    json_t *object = cli_json_new();
    cli_json_set_word(object, "programme", PRAP_WORDS_PROGRAMME, programme);
    cli_json_set_number(object, "code", code);
    cli_json_set_word(object, "verdict", PRAP_WORDS_VERDICT, choice->verdict);
    cli_json_set_rule(object, "rule", choice->rule);
    cli_json_set_word(object, "severity", PRAP_WORDS_SEVERITY, choice->severity);
    cli_json_set(object, "defined_for", programmes_of(choice));
    if (choice->code != NULL) set_code(object, choice->code);
    cli_json_set_word(object, "feed_before", PRAP_WORDS_FEED, choice->feed_before);
    cli_json_set_word(object, "feed_after", PRAP_WORDS_FEED, choice->feed);
    cli_json_set_word(object, "payment", PRAP_WORDS_PAYMENT, choice->payment);
    cli_json_set(object, "consequences", consequences);
    return object;
}

/* "37 is defined for whp and jets, not for ipes". */
static void put_elsewhere(const json_t *object, const char *programme) {
    size_t i;
    const json_t *name;
    const json_t *list = json_object_get(object, "defined_for");
    if (json_array_size(list) == 0) fputs("is defined for no programme", stdout);
    json_array_foreach(list, i, name) {
        printf("%s%s", i == 0 ? "is defined for " : " and ", json_string_value(name));
    }
    if (json_array_size(list) != 0) printf(", not for %s", programme);
}

static void put_choice_text(const json_t *object, const prap_code_choice *choice, const char *programme, int32_t code) {
    size_t i;
    const json_t *one;
    printf("%s %d  ", programme, (int)code);
    if (choice->code == NULL) put_elsewhere(object, programme);
    else fputs(choice->code->label, stdout);
    printf("\n  %s (%s)\n", choice->verdict == PRAP_VERDICT_REFUSED ? "REFUSED" : "permitted", rule_of(choice->rule));
    if (choice->code != NULL) {
        printf("  set by %s; needs %s\n", name_of(PRAP_WORDS_ACTOR, choice->code->actor), choice->code->needs);
        put_policy(choice->code);
    }
    json_array_foreach(json_object_get(object, "consequences"), i, one) {
        printf("  %s: %s (%s)\n", json_string_value(json_object_get(one, "severity")),
               json_string_value(json_object_get(one, "text")), json_string_value(json_object_get(one, "rule")));
    }
}

static int put_choice(const struct cli_arguments *arguments, const prap_word *programme) {
    const char *text = arguments->operands[1];
    errno = 0;
    const long code = strtol(text, NULL, 10);
    if (!cli_is_digits(text[0] == '-' ? text + 1 : text) || errno != 0 || code < INT32_MIN || code > INT32_MAX) {
        cli_wrong_use(arguments->command, "CODE is a whole number");
        return CLI_EXIT_USE;
    }
    prap_code_choice choice = {.size = sizeof choice};
    json_t *consequences = cli_need(json_array());
    prap_code_consequences(programme->number, (int32_t)code, 0, hear, consequences, &choice);
    json_t *object = choice_object(programme->number, (int32_t)code, &choice, consequences);
    if (cli_has(arguments, CLI_JSON)) {
        cli_put_answer(object, false);
        return CLI_EXIT_ANSWERED;
    }
    put_choice_text(object, &choice, programme->name, (int32_t)code);
    json_decref(object);
    cli_put("", 0);
    return CLI_EXIT_ANSWERED;
}

int cli_codes(const struct cli_arguments *arguments) {
    const prap_word *programme = NULL;
    if (arguments->n_operands > 0) {
        const char *name = arguments->operands[0];
        programme = prap_word_find(PRAP_WORDS_PROGRAMME, name, strlen(name));
        if (programme == NULL) {
            cli_wrong_use(arguments->command, "there is no programme %s", name);
            return CLI_EXIT_USE;
        }
    }
    if (arguments->n_operands > 1) return put_choice(arguments, programme);
    const prap_code *code;
    for (uint32_t i = 0; (code = prap_code_at(programme == NULL ? 0 : programme->number, i)) != NULL; i++) {
        if (!put_row(code, cli_has(arguments, CLI_JSON))) break;
    }
    return CLI_EXIT_ANSWERED;
}
