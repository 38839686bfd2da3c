/* backup.c: prap backup: the store as it is at one moment, in a file of its own, while others go on. */
#include "commands.h"
#include "json-out.h"
#include "output.h"
#include "session.h"

static int copy(const struct cli_session *session, const char *file) {
    const struct cli_arguments *arguments = session->arguments;
    if (session->sqlite == NULL) {
        cli_wrong_use(arguments->command, "--store: a PostgreSQL store is copied by PostgreSQL's own tools, such as pg_dump");
        return CLI_EXIT_USE;
    }
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_sqlite_backup(session->sqlite, file, &error);
    if (status == PRAP_E_TEXT) {
        cli_wrong_use(arguments->command, "%s", error.message);
        return CLI_EXIT_USE;
    }
    if (status != PRAP_OK) {
        cli_say_failure(session, &error);
        return CLI_EXIT_FAILED;
    }
    json_t *object = cli_json_new();
    cli_json_set_text(object, "copied", file);
    cli_put_answer(object, cli_has(arguments, CLI_TEXT));
    return CLI_EXIT_ANSWERED;
}

int cli_backup(const struct cli_arguments *arguments) {
    struct cli_session session = {.arguments = arguments};
    if (!cli_has(arguments, CLI_STORE)) {
        cli_wrong_use(arguments->command, "--store STORE is missing");
        return CLI_EXIT_USE;
    }
    int code = cli_store_open(&session, CLI_ACCESS_READ);
    if (code == CLI_EXIT_ANSWERED) code = copy(&session, arguments->operands[0]);
    cli_store_close(&session);
    return code;
}
