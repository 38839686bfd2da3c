/* erase.c: prap erase: what becomes of a request to erase, by its facts or by the referral's own events. */
#include <string.h>

#include "commands.h"
#include "json-out.h"
#include "output.h"
#include "questions.h"
#include "session.h"

struct erase {
    struct cli_session session;
    prap_setting *settings;
    size_t n_settings;
};

static const char *const envelope[] = {"id", "case", "as_of", "received", NULL};

static bool is_field(const char *name) {
    return cli_is_listed(name, envelope) || prap_word_find(PRAP_WORDS_FACT, name, strlen(name)) != NULL;
}

static json_t *rules_of(const prap_erasure *erasure) {
    json_t *rules = cli_need(json_array());
    for (size_t i = 0; i < 2 && erasure->rules[i] != 0; i++) {
        cli_json_append(rules, cli_need(json_string(prap_rule_by_number(erasure->rules[i])->id)));
    }
    return rules;
}

static json_t *object_of(const json_t *question, prap_text case_id, const prap_erasure *erasure) {
    json_t *object = cli_json_new();
    if (cli_json_id(question) != NULL) cli_json_set(object, "id", json_deep_copy(cli_json_id(question)));
    if (case_id.n != 0) cli_json_set_bytes(object, "case", case_id);
    cli_json_set_word(object, "erasure", PRAP_WORDS_ERASURE_OUTCOME, erasure->outcome);
    cli_json_set_text(object, "row", erasure->row);
    cli_json_set(object, "rules", rules_of(erasure));
    json_t *missing = cli_need(json_array());
    for (uint32_t i = 0; i < erasure->n_missing; i++) {
        cli_json_append(missing, cli_need(json_string(prap_word_by_number(PRAP_WORDS_FACT, erasure->missing[i])->name)));
    }
    cli_json_set(object, "missing", missing);
    json_t *facts = cli_need(json_object());
    for (uint32_t i = 0; i < erasure->n_facts; i++) {
        const prap_word *word = prap_word_by_number(PRAP_WORDS_FACT, erasure->facts[i].fact);
        cli_json_set(facts, word->name, cli_json_fact(&erasure->facts[i]));
    }
    cli_json_set(object, "facts", facts);
    cli_json_set_word(object, "letter", PRAP_WORDS_OPTION, erasure->letter);
    if (erasure->keeps_evidence != 0) cli_json_set(object, "keep_evidence", json_true());
    cli_json_set_day(object, "due", erasure->due);
    cli_json_set_day(object, "prudent", erasure->prudent);
    cli_json_set_day(object, "last_working_day", erasure->last_working_day);
    cli_json_set_day(object, "chase", erasure->chase);
    if (erasure->policy != 0) {
        const prap_setting setting = {erasure->policy, erasure->policy_value};
        cli_json_set(object, "setting", cli_json_setting(&setting));
    }
    return object;
}

static prap_status ask(struct erase *erase, const prap_question *question, prap_day received, prap_erasure *ret_erasure,
                       prap_error *reterr) {
    if (question->key.case_id.n != 0) {
        return prap_engine_erasure(erase->session.engine, question, received, erase->session.answer, ret_erasure, reterr);
    }
    const prap_erasure_question asked = {
        .size = sizeof asked, .received_on = received, .facts = question->facts, .n_facts = question->n_facts};
    const prap_calendar *calendar = cli_calendar_of(&erase->session.calendars, PRAP_DIVISION_ENGLAND_AND_WALES);
    return prap_erasure_decide(calendar, erase->settings, erase->n_settings, &asked, ret_erasure, reterr);
}

static bool answer(void *user, json_t *object, json_t **ret_answer, struct cli_fault *ret_fault) {
    struct erase *erase = user;
    prap_fact facts[PRAP_FACTS_MAX];
    prap_question question = {.size = sizeof question, .as_of = PRAP_DAY_NONE, .facts = facts};
    prap_day received = PRAP_DAY_NONE;
    question.key.tenant = erase->session.tenant;
    if (!cli_json_text(object, "case", false, &question.key.case_id, ret_fault) ||
        !cli_json_day(object, "as_of", question.key.case_id.n != 0, &question.as_of, ret_fault) ||
        !cli_json_day(object, "received", false, &received, ret_fault) ||
        !cli_question_facts(object, envelope, facts, &question.n_facts, ret_fault)) {
        return false;
    }
    if (question.key.case_id.n == 0 && question.as_of != PRAP_DAY_NONE) {
        cli_fault_set(ret_fault, prap_status_name(PRAP_E_REQUIRED), "case", "as_of is of a case");
        return false;
    }
    prap_erasure erasure = {.size = sizeof erasure};
    prap_error error = {.size = sizeof error};
    if (ask(erase, &question, received, &erasure, &error) != PRAP_OK) {
        cli_fault_from_error(ret_fault, &error);
        return false;
    }
    *ret_answer = object_of(object, question.key.case_id, &erasure);
    return true;
}

int cli_erase(const struct cli_arguments *arguments) {
    struct erase erase = {.settings = calloc(arguments->n_given + 1, sizeof(prap_setting))};
    if (erase.settings == NULL) cli_out_of_memory();
    int code = cli_settings_read(arguments, erase.settings, &erase.n_settings) ? CLI_EXIT_ANSWERED : CLI_EXIT_USE;
    if (code == CLI_EXIT_ANSWERED) {
        code = cli_session_open(arguments, cli_has(arguments, CLI_STORE) ? CLI_ACCESS_READ : CLI_ACCESS_PREVIEW,
                                &erase.session);
        if (code == CLI_EXIT_ANSWERED) code = cli_answer_questions(arguments, is_field, answer, &erase);
        cli_session_close(&erase.session);
    }
    free(erase.settings);
    return code;
}
