/* store-open.c: what --store names. */
#include <stdio.h>
#include <string.h>

#include "session.h"

#define SQLITE_PREFIX     "sqlite:"
#define POSTGRESQL_PREFIX "postgresql:"
#define WAIT_MILLISECONDS 1000 /* for another's lock, at each of the engine's tries */

bool cli_is_store_failure(prap_status status) {
    return status == PRAP_RETRY || status == PRAP_CONFLICT || status == PRAP_UNKNOWN || status == PRAP_FAIL ||
           status == PRAP_NONE || status == PRAP_E_HOST;
}

int cli_exit_of(prap_status status) {
    const bool data = status == PRAP_E_DAMAGED || status == PRAP_E_FOREIGN || status == PRAP_E_VERSION;
    const bool ours = status == PRAP_E_NOMEM || status == PRAP_E_BUG || status == PRAP_E_SIZE;
    return cli_is_store_failure(status) || data || ours ? CLI_EXIT_FAILED : CLI_EXIT_UNREAD;
}

/* Why the store failed last, in its own words. */
static prap_status last_error(const struct cli_session *session, prap_error *reterr) {
#ifdef PRAP_CLI_POSTGRESQL
    if (session->postgresql != NULL) return prap_postgresql_last_error(session->postgresql, reterr);
#endif
    return session->sqlite == NULL ? PRAP_OK : prap_sqlite_last_error(session->sqlite, reterr);
}

const prap_store *cli_store_of(const struct cli_session *session) {
#ifdef PRAP_CLI_POSTGRESQL
    if (session->postgresql != NULL) return prap_postgresql_store(session->postgresql);
#endif
    return prap_sqlite_store(session->sqlite);
}

void cli_store_close(struct cli_session *session) {
#ifdef PRAP_CLI_POSTGRESQL
    prap_postgresql_close(session->postgresql);
#endif
    prap_sqlite_close(session->sqlite);
}

void cli_say_failure(const struct cli_session *session, const prap_error *error) {
    prap_error cause = {.size = sizeof cause};
    const prap_status last = last_error(session, &cause);
    /* A commit has no word for damage (prap/host.h): it failed, and the store knows why. */
    const bool same = last == error->status || (error->status == PRAP_FAIL && cli_exit_of(last) == CLI_EXIT_FAILED);
    const bool known = same && last != PRAP_OK && cause.message[0] != '\0';
    const bool ours = cli_exit_of(error->status) == CLI_EXIT_FAILED;
    fprintf(stderr, "prap %s: %s: %s (%s)\n", session->arguments->command->name,
            ours ? session->store_name : error->field, known ? cause.message : error->message,
            prap_status_name(error->status));
}

/* What opening answered: an exit status, after a message when it is not the one that says "go on". */
static int opened(const struct cli_session *session, prap_status status, const prap_error *error) {
    if (status == PRAP_OK) return CLI_EXIT_ANSWERED;
    if (status == PRAP_E_TEXT) {
        cli_wrong_use(session->arguments->command, "--store: %s", error->message);
        return CLI_EXIT_USE;
    }
    fprintf(stderr, "prap %s: %s: %s (%s)\n", session->arguments->command->name, session->store_name,
            error->message, prap_status_name(status));
    return CLI_EXIT_FAILED;
}

static int open_sqlite(struct cli_session *session, const char *path, uint32_t flags) {
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_sqlite_open(path, flags, &session->sqlite, &error);
    if (status == PRAP_OK) prap_sqlite_set_wait(session->sqlite, WAIT_MILLISECONDS);
    return opened(session, status, &error);
}

#ifdef PRAP_CLI_POSTGRESQL
static int open_postgresql(struct cli_session *session, const char *name, enum cli_access access) {
    prap_error error = {.size = sizeof error};
    const uint32_t flags = access == CLI_ACCESS_RECORD ? PRAP_POSTGRESQL_CREATE : PRAP_POSTGRESQL_READ_ONLY;
    session->store_name = "the PostgreSQL store"; /* there may be a password in the name */
    return opened(session, prap_postgresql_open(name, flags, &session->postgresql, &error), &error);
}
#else
static int open_postgresql(struct cli_session *session, const char *name, enum cli_access access) {
    (void)name;
    (void)access;
    cli_wrong_use(session->arguments->command, "this build has no PostgreSQL store, only sqlite:FILE");
    return CLI_EXIT_USE;
}
#endif

int cli_store_open(struct cli_session *session, enum cli_access access) {
    const struct cli_command_row *command = session->arguments->command;
    const char *name = cli_value(session->arguments, CLI_STORE);
    if (name == NULL) {
        session->store_name = "the store in memory";
        return access == CLI_ACCESS_PREVIEW ? CLI_EXIT_ANSWERED : open_sqlite(session, ":memory:", 0);
    }
    session->store_name = name;
    if (strncmp(name, POSTGRESQL_PREFIX, strlen(POSTGRESQL_PREFIX)) == 0) {
        return open_postgresql(session, name, access);
    }
    if (strncmp(name, SQLITE_PREFIX, strlen(SQLITE_PREFIX)) != 0 || name[strlen(SQLITE_PREFIX)] == '\0') {
        cli_wrong_use(command, "--store is sqlite:FILE or postgresql:CONNECTION");
        return CLI_EXIT_USE;
    }
    return open_sqlite(session, name + strlen(SQLITE_PREFIX),
                       access == CLI_ACCESS_RECORD ? PRAP_SQLITE_CREATE : PRAP_SQLITE_READ_ONLY);
}
