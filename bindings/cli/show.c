/* show.c: prap show: a case as it stood on a day, with the events that were recorded by then. */
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "json-out.h"
#include "output.h"
#include "session.h"

static prap_status visit(void *user, const prap_event_view *event) {
    cli_json_append(user, cli_json_history_event(event));
    return PRAP_OK;
}

/* The case's object, or an error in its place. */
static int show_case(struct cli_session *session, const prap_key *key, prap_day as_of, json_t **ret_object) {
    prap_error error = {.size = sizeof error};
    json_t *history = cli_need(json_array());
    prap_status status = prap_engine_show(session->engine, key, as_of, session->answer, &error);
    if (status == PRAP_OK) {
        *ret_object = cli_json_case(key->case_id, session->answer);
        status = prap_engine_history(session->engine, key, as_of, visit, history, &error);
        if (status == PRAP_OK) {
            cli_json_set(*ret_object, "history", history);
            return CLI_EXIT_ANSWERED;
        }
        json_decref(*ret_object);
    }
    struct cli_fault fault;
    cli_fault_from_error(&fault, &error);
    json_decref(history);
    cli_say_failure(session, &error);
    *ret_object = cli_json_case_error(key->case_id, &fault);
    return cli_exit_of(status);
}

int cli_show(const struct cli_arguments *arguments) {
    struct cli_session session;
    prap_day as_of;
    if (!cli_day_value(arguments, CLI_AS_OF, &as_of)) return CLI_EXIT_USE;
    int code = cli_session_open_asked(arguments, &session);
    if (code == CLI_EXIT_ANSWERED || code == CLI_EXIT_UNREAD) {
        const char *name = arguments->operands[0];
        const prap_key key = {session.tenant, {name, strlen(name)}};
        json_t *object = NULL;
        const int shown = show_case(&session, &key, as_of, &object);
        if (shown > code) code = shown;
        cli_put_answer(object, cli_has(arguments, CLI_TEXT));
    }
    cli_session_close(&session);
    return code;
}
