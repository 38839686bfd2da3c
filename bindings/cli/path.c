/* path.c: prap path: how a case is closed correctly from where it stands, step by step. */
#include <string.h>

#include "asking.h"
#include "commands.h"
#include "json-out.h"
#include "output.h"

static json_t *otherwise_of(const prap_step *step) {
    json_t *object = cli_need(json_object());
    cli_json_set_word(object, "event", PRAP_WORDS_EVENT, step->otherwise);
    cli_json_set_word(object, "to", PRAP_WORDS_STATE, step->otherwise_stage);
    cli_json_set_word(object, "feed", PRAP_WORDS_FEED, step->otherwise_feed);
    return object;
}

static json_t *facts_of(const prap_step *step) {
    json_t *object = cli_need(json_object());
    for (size_t i = 0; i < step->n_facts; i++) {
        const prap_word *word = prap_word_by_number(PRAP_WORDS_FACT, step->facts[i].fact);
        if (word != NULL) cli_json_set(object, word->name, cli_json_fact(&step->facts[i]));
    }
    return object;
}

static prap_status list_step(void *user, const prap_step *step, const prap_answer *answer) {
    json_t *object = cli_need(json_object());
    cli_json_set_word(object, "event", PRAP_WORDS_EVENT, step->event);
    cli_json_set_word(object, "actor", PRAP_WORDS_ACTOR, step->actor);
    cli_json_set_word(object, "verdict", PRAP_WORDS_VERDICT, step->verdict);
    if (step->n_facts != 0) cli_json_set(object, "with", facts_of(step));
    cli_json_set(object, "needs", cli_json_needs(step->needs, step->n_needs));
    cli_json_set_word(object, "assumed", PRAP_WORDS_FACT, step->assumed);
    cli_json_set_rule(object, "rule", step->rule);
    cli_json_set_word(object, "to", PRAP_WORDS_STATE, step->stage);
    cli_json_set_word(object, "feed", PRAP_WORDS_FEED, step->feed);
    cli_json_set_word(object, "soon", PRAP_WORDS_NOTICE_DUE, step->soon);
    cli_json_set_word(object, "deadline", PRAP_WORDS_DEADLINE, step->deadline);
    cli_json_set_day(object, "due", step->due);
    if (step->otherwise != 0) cli_json_set(object, "otherwise", otherwise_of(step));
    if (step->on != prap_answer_summary(answer)->as_of) cli_json_set_day(object, "on", step->on);
    cli_json_append(user, object);
    return PRAP_OK;
}

static int path_of_case(struct cli_session *session, const char *name, const prap_question *asked, uint32_t end) {
    prap_error error = {.size = sizeof error};
    prap_question question = *asked;
    question.key = (prap_key){session->tenant, {name, strlen(name)}};
    json_t *steps = cli_need(json_array());
    prap_summary summary;
    prap_path path = {.size = sizeof path};
    prap_status status = cli_stand(session, &question, &summary, &error);
    if (status == PRAP_OK) {
        status = prap_engine_path(session->engine, &question, end, session->answer, list_step, steps, &path, &error);
    }
    if (status != PRAP_OK) {
        json_decref(steps);
        return cli_put_case_error(session, question.key.case_id, status, &error);
    }
    json_t *object = cli_json_standing(question.key.case_id, &summary);
    cli_json_set(object, "found", json_boolean(path.found != 0));
    if (path.cut != 0) cli_json_set(object, "cut", json_true());
    cli_json_set(object, "steps", steps);
    cli_json_set_word(object, "to", PRAP_WORDS_STATE, path.stage);
    cli_json_set_word(object, "feed", PRAP_WORDS_FEED, path.feed);
    cli_put_answer(object, cli_has(session->arguments, CLI_TEXT));
    return CLI_EXIT_ANSWERED;
}

static bool read_end(const struct cli_arguments *arguments, uint32_t *ret_end) {
    const char *name = cli_value(arguments, CLI_END);
    *ret_end = 0;
    if (name == NULL) return true;
    const prap_word *word = prap_word_find(PRAP_WORDS_EVENT, name, strlen(name));
    if (word == NULL) return cli_wrong_use(arguments->command, "--end: there is no such event");
    *ret_end = word->number;
    return true;
}

int cli_path(const struct cli_arguments *arguments) {
    struct cli_session session;
    prap_fact facts[PRAP_FACTS_MAX];
    prap_question question;
    uint32_t end;
    if (!cli_question_read(arguments, facts, &question) || !read_end(arguments, &end)) return CLI_EXIT_USE;
    int worst = cli_session_open_asked(arguments, &session);
    const bool opened = worst == CLI_EXIT_ANSWERED || worst == CLI_EXIT_UNREAD;
    for (size_t i = 0; opened && i < arguments->n_operands; i++) {
        const int code = path_of_case(&session, arguments->operands[i], &question, end);
        if (code > worst) worst = code;
    }
    cli_session_close(&session);
    return worst;
}
