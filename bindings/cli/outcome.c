/* outcome.c: prap outcome: which outcome is right for a participant who does not go on, and what it does to payment. */
#include <string.h>

#include "asking.h"
#include "commands.h"
#include "json-out.h"
#include "output.h"

struct listed {
    json_t *outcomes;
    json_t *contradictions;
};

static prap_status list_contradiction(void *user, const prap_contradiction *contradiction) {
    const struct listed *listed = user;
    const prap_word *word = prap_word_by_number(PRAP_WORDS_CONTRADICTION, contradiction->contradiction);
    json_t *object = cli_need(json_object());
    cli_json_set_word(object, "contradiction", PRAP_WORDS_CONTRADICTION, contradiction->contradiction);
    cli_json_set_rule(object, "rule", contradiction->rule);
    cli_json_set_word(object, "fact", PRAP_WORDS_FACT, contradiction->fact);
    cli_json_set_word(object, "other", PRAP_WORDS_FACT, contradiction->other);
    if (word != NULL) cli_json_set_text(object, "text", word->meaning);
    cli_json_append(listed->contradictions, object);
    return PRAP_OK;
}

static prap_status list_outcome(void *user, const prap_outcome *outcome, const prap_answer *answer) {
    const struct listed *listed = user;
    json_t *object = cli_need(json_object());
    cli_json_set_word(object, "event", PRAP_WORDS_EVENT, outcome->event);
    if (outcome->with.fact != 0) cli_json_set(object, "with", cli_json_with(&outcome->with));
    cli_json_set_word(object, "verdict", PRAP_WORDS_VERDICT, outcome->verdict);
    cli_json_set(object, "recommended", json_boolean(outcome->recommended != 0));
    cli_json_set_rule(object, "rule", outcome->rule);
    cli_json_set_word(object, "to", PRAP_WORDS_STATE, outcome->stage);
    cli_json_set_word(object, "feed", PRAP_WORDS_FEED, outcome->feed);
    cli_json_set_word(object, "payment", PRAP_WORDS_PAYMENT, outcome->payment);
    cli_json_set_rule(object, "risk", outcome->risk);
    cli_json_set(object, "needs", cli_json_needs(outcome->needs, outcome->n_needs));
    cli_json_set(object, "reasons", cli_json_reasons(answer));
    if (outcome->on != prap_answer_summary(answer)->as_of) cli_json_set_day(object, "on", outcome->on);
    cli_json_append(listed->outcomes, object);
    return PRAP_OK;
}

static int outcome_of_case(struct cli_session *session, const char *name, const prap_question *asked) {
    prap_error error = {.size = sizeof error};
    prap_question question = *asked;
    question.key = (prap_key){session->tenant, {name, strlen(name)}};
    struct listed listed = {cli_need(json_array()), cli_need(json_array())};
    prap_summary summary;
    prap_status status = cli_stand(session, &question, &summary, &error);
    if (status == PRAP_OK) {
        status = prap_engine_outcome(session->engine, &question, session->answer, list_outcome,
                                     list_contradiction, &listed, &error);
    }
    if (status != PRAP_OK) {
        json_decref(listed.outcomes);
        json_decref(listed.contradictions);
        return cli_put_case_error(session, question.key.case_id, status, &error);
    }
    json_t *object = cli_json_standing(question.key.case_id, &summary);
    cli_json_set(object, "contradictions", listed.contradictions);
    cli_json_set(object, "outcomes", listed.outcomes);
    cli_put_answer(object, cli_has(session->arguments, CLI_TEXT));
    return CLI_EXIT_ANSWERED;
}

int cli_outcome(const struct cli_arguments *arguments) {
    struct cli_session session;
    prap_fact facts[PRAP_FACTS_MAX];
    prap_question question;
    if (!cli_question_read(arguments, facts, &question)) return CLI_EXIT_USE;
    int worst = cli_session_open_asked(arguments, &session);
    const bool opened = worst == CLI_EXIT_ANSWERED || worst == CLI_EXIT_UNREAD;
    for (size_t i = 0; opened && i < arguments->n_operands; i++) {
        const int code = outcome_of_case(&session, arguments->operands[i], &question);
        if (code > worst) worst = code;
    }
    cli_session_close(&session);
    return worst;
}
