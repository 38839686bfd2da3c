/* asking.c: see asking.h. */
#include "asking.h"

#include <stdlib.h>
#include <string.h>

#include "event-in.h"
#include "json-out.h"
#include "output.h"

/* "46", "true" and "unknown" as JSON would give them. */
static json_t *fact_json(const prap_word *word, const char *text) {
    char *end = NULL;
    if (word->detail == PRAP_FACT_TYPE_TRISTATE && strcmp(text, "true") == 0) return json_true();
    if (word->detail == PRAP_FACT_TYPE_TRISTATE && strcmp(text, "false") == 0) return json_false();
    if (word->detail == PRAP_FACT_TYPE_NUMBER && text[0] >= '0' && text[0] <= '9') {
        const long long number = strtoll(text, &end, 10);
        if (*end == '\0') return cli_need(json_integer(number));
    }
    return cli_json_of_text((prap_text){text, strlen(text)});
}

static bool read_given(const struct cli_arguments *arguments, const char *text, prap_fact *ret_fact) {
    const size_t name_bytes = strcspn(text, "=");
    if (text[name_bytes] == '\0') return cli_wrong_use(arguments->command, "--fact is NAME=VALUE");
    const prap_word *word = prap_word_find(PRAP_WORDS_FACT, text, name_bytes);
    if (word == NULL) return cli_wrong_use(arguments->command, "--fact: there is no such fact; prap schema lists them");
    struct cli_fault fault = {0};
    json_t *value = fact_json(word, text + name_bytes + 1);
    const bool read = cli_fact_read(word, value, ret_fact, &fault);
    json_decref(value);
    return read || cli_wrong_use(arguments->command, "--fact: %s: %s", word->name, fault.message);
}

bool cli_question_read(const struct cli_arguments *arguments, prap_fact facts[PRAP_FACTS_MAX],
                       prap_question *ret_question) {
    *ret_question = (prap_question){.size = sizeof *ret_question, .facts = facts};
    if (!cli_day_value(arguments, CLI_AS_OF, &ret_question->as_of)) return false;
    const char *programme = cli_value(arguments, CLI_PROGRAMME);
    if (programme != NULL) {
        const prap_word *word = prap_word_find(PRAP_WORDS_PROGRAMME, programme, strlen(programme));
        if (word == NULL) return cli_wrong_use(arguments->command, "--programme: there is no such programme");
        ret_question->programme = word->number;
    }
    for (size_t i = 0; i < arguments->n_given; i++) {
        if (arguments->given[i].option != CLI_FACT) continue;
        if (ret_question->n_facts == PRAP_FACTS_MAX)
            return cli_wrong_use(arguments->command, "--fact: there are too many");
        const prap_fact *read = &facts[ret_question->n_facts];
        if (!read_given(arguments, arguments->given[i].value, &facts[ret_question->n_facts])) return false;
        if (cli_has_fact(facts, ret_question->n_facts, read->fact))
            return cli_wrong_use(arguments->command, "--fact: %s is given twice",
                                 prap_word_by_number(PRAP_WORDS_FACT, read->fact)->name);
        ret_question->n_facts++;
    }
    return true;
}

prap_status cli_stand(struct cli_session *session, const prap_question *question, prap_summary *ret_summary,
                      prap_error *reterr) {
    const prap_status status =
        prap_engine_show(session->engine, &question->key, question->as_of, session->answer, reterr);
    *ret_summary = *prap_answer_summary(session->answer);
    if (status != PRAP_E_NO_CASE || question->programme == 0) return status;
    ret_summary->as_of = question->as_of;
    return PRAP_OK;
}

json_t *cli_json_standing(prap_text case_id, const prap_summary *summary) {
    json_t *object = cli_json_new();
    cli_json_set_bytes(object, "case", case_id);
    const prap_word *stage = prap_word_by_number(PRAP_WORDS_STATE, summary->stage); /* "none" is number 0 */
    if (stage != NULL) cli_json_set_text(object, "stage", stage->name);
    cli_json_set_day(object, "as_of", summary->as_of);
    cli_json_set_word(object, "outside", PRAP_WORDS_OUTSIDE, summary->outside);
    return object;
}

json_t *cli_json_with(const prap_fact *with) {
    json_t *object = cli_need(json_object());
    const prap_word *word = prap_word_by_number(PRAP_WORDS_FACT, with->fact);
    if (word != NULL) cli_json_set(object, word->name, cli_json_fact(with));
    return object;
}

json_t *cli_json_needs(const uint32_t *needs, size_t n) {
    json_t *array = cli_need(json_array());
    for (size_t i = 0; i < n; i++) {
        const prap_word *word = prap_word_by_number(PRAP_WORDS_FACT, needs[i]);
        if (word != NULL) cli_json_append(array, json_string(word->name));
    }
    return array;
}

int cli_put_case_error(struct cli_session *session, prap_text case_id, prap_status status, const prap_error *error) {
    struct cli_fault fault;
    cli_fault_from_error(&fault, error);
    cli_say_failure(session, error);
    cli_put_answer(cli_json_case_error(case_id, &fault), cli_has(session->arguments, CLI_TEXT));
    return cli_exit_of(status);
}
