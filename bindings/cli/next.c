/* next.c: prap next: each event tried on each case, and what came of it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "asking.h"
#include "commands.h"
#include "json-out.h"
#include "output.h"
#include "session.h"

struct seen_case {
    char *name;
    prap_status status; /* not PRAP_OK: it cannot be judged */
};

struct seen {
    struct seen_case *cases;
    size_t n;
    size_t room;
    prap_status first_bad;
};

static prap_status keep_case(void *user, prap_text case_id, const prap_answer *answer) {
    struct seen *seen = user;
    if (seen->n == seen->room) {
        const size_t room = seen->room == 0 ? 64 : seen->room * 2;
        struct seen_case *grown = realloc(seen->cases, room * sizeof *grown);
        if (grown == NULL) cli_out_of_memory();
        seen->cases = grown;
        seen->room = room;
    }
    struct seen_case *one = &seen->cases[seen->n++];
    *one = (struct seen_case){strndup(case_id.bytes, case_id.n), prap_answer_summary(answer)->status};
    if (one->name == NULL) cli_out_of_memory();
    if (seen->first_bad == PRAP_OK) seen->first_bad = one->status;
    return PRAP_OK;
}

static json_t *option_object(const prap_option *option, const prap_answer *answer) {
    json_t *object = cli_need(json_object());
    cli_json_set_word(object, "event", PRAP_WORDS_EVENT, option->event);
    if (option->with.fact != 0) cli_json_set(object, "with", cli_json_with(&option->with));
    cli_json_set_word(object, "verdict", PRAP_WORDS_VERDICT, option->verdict);
    cli_json_set(object, "needs", cli_json_needs(option->needs, option->n_needs));
    cli_json_set(object, "reasons", cli_json_reasons(answer));
    if (option->on != prap_answer_summary(answer)->as_of) cli_json_set_day(object, "on", option->on);
    return object;
}

struct listed {
    json_t *events;
    bool variants;
};

static prap_status list_option(void *user, const prap_option *option, const prap_answer *answer) {
    const struct listed *listed = user;
    if (option->with.fact != 0 && !listed->variants) return PRAP_OK;
    cli_json_append(listed->events, option_object(option, answer));
    return PRAP_OK;
}

static int next_of_case(struct cli_session *session, const char *name, const prap_question *asked) {
    prap_error error = {.size = sizeof error};
    prap_question question = *asked;
    question.key = (prap_key){session->tenant, {name, strlen(name)}};
    struct listed listed = {cli_need(json_array()), cli_has(session->arguments, CLI_VARIANTS)};
    prap_summary summary;
    prap_status status = cli_stand(session, &question, &summary, &error);
    if (status == PRAP_OK) {
        status = prap_engine_options(session->engine, &question, session->answer, list_option, &listed, &error);
    }
    if (status != PRAP_OK) {
        json_decref(listed.events);
        return cli_put_case_error(session, question.key.case_id, status, &error);
    }
    json_t *object = cli_json_standing(question.key.case_id, &summary);
    cli_json_set(object, "events", listed.events);
    cli_put_answer(object, cli_has(session->arguments, CLI_TEXT));
    return CLI_EXIT_ANSWERED;
}

static int next_of_seen(struct cli_session *session, const struct seen_case *one, const prap_question *question) {
    if (one->status == PRAP_OK) return next_of_case(session, one->name, question);
    return cli_put_bad_case(session, (prap_text){one->name, strlen(one->name)}, one->status);
}

/* All cases of the tenant, by name first: the engine must not be asked while it walks. */
static int next_of_all(struct cli_session *session, const prap_question *question) {
    struct seen seen = {0};
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_engine_walk(session->engine, session->tenant, PRAP_DAY_NONE, question->as_of,
                                                session->answer, keep_case, &seen, &error);
    const bool broke_off = cli_walk_broke_off(status, seen.first_bad, &error);
    int worst = broke_off ? cli_exit_of(status) : CLI_EXIT_ANSWERED;
    if (broke_off) cli_say_failure(session, &error);
    for (size_t i = 0; i < seen.n; i++) {
        const int code = broke_off ? worst : next_of_seen(session, &seen.cases[i], question);
        if (code > worst) worst = code;
        free(seen.cases[i].name);
    }
    free(seen.cases);
    return worst;
}

int cli_next(const struct cli_arguments *arguments) {
    struct cli_session session;
    prap_fact facts[PRAP_FACTS_MAX];
    prap_question question;
    if (!cli_question_read(arguments, facts, &question)) return CLI_EXIT_USE;
    int worst = cli_session_open_asked(arguments, &session);
    const bool opened = worst == CLI_EXIT_ANSWERED || worst == CLI_EXIT_UNREAD;
    if (opened && arguments->n_operands == 0) {
        const int code = next_of_all(&session, &question);
        if (code > worst) worst = code;
    }
    for (size_t i = 0; opened && i < arguments->n_operands; i++) {
        const int code = next_of_case(&session, arguments->operands[i], &question);
        if (code > worst) worst = code;
    }
    cli_session_close(&session);
    return worst;
}
