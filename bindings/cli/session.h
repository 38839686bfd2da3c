/* session.h: what the case commands have open: a store, the rulebooks with their settings, an engine, an
 * answer. */
#ifndef PRAP_CLI_SESSION_H
#define PRAP_CLI_SESSION_H

#include <stdbool.h>

#include "arguments.h"
#include "calendars.h"
#include "json-in.h"
#include "overlay-store.h"
#include "prap-sqlite.h"
#ifdef PRAP_CLI_POSTGRESQL
#include "prap-postgresql.h"
#endif

enum cli_access {
    CLI_ACCESS_READ,   /* the store must exist and is only read */
    CLI_ACCESS_RECORD, /* the store is made when it is missing; without --store it is in memory */
    CLI_ACCESS_PREVIEW /* an overlay in memory over a store that is only read, or over nothing */
};

struct cli_session {
    const struct cli_arguments *arguments;
    const char *store_name; /* as --store gave it, for messages */
    prap_text tenant;
    prap_sqlite *sqlite; /* NULL: none */
#ifdef PRAP_CLI_POSTGRESQL
    prap_postgresql *postgresql; /* NULL: none; there is one store at most */
#endif
    struct cli_overlay *overlay;
    struct cli_calendars calendars;
    prap_rulebook *rulebooks[PRAP_ENGINE_RULEBOOKS];
    size_t n_rulebooks;
    prap_host base_host;
    prap_host host;
    prap_engine *base_engine; /* of the overlay */
    prap_engine *engine;
    prap_answer *answer;
};

/* Reads each --policy NAME=VALUE into settings, which has room for all that are given. False after a message. */
bool cli_settings_read(const struct cli_arguments *arguments, prap_setting *settings, size_t *ret_n);

/* Returns CLI_EXIT_ANSWERED, or what to end with after a message. Whatever it returns, close the session. */
int cli_session_open(const struct cli_arguments *arguments, enum cli_access access,
                     struct cli_session *ret_session);

/*
 * The same for a question about a caseload: that of --store, which is only read, or without it the events on standard
 * input. CLI_EXIT_UNREAD: go on, and end with it, for some of them could not be read.
 */
int cli_session_open_asked(const struct cli_arguments *arguments, struct cli_session *ret_session);
/* Only the calendars and rulebooks that the arguments ask for: no store, no engine. Close it likewise. */
int cli_session_open_rulebooks(const struct cli_arguments *arguments, struct cli_session *ret_session);
void cli_session_close(struct cli_session *session);

/*
 * Opens what --store names, or nothing when it is absent and access allows that. Returns CLI_EXIT_ANSWERED,
 * or what to end with after a message.
 */
int cli_store_open(struct cli_session *session, enum cli_access access);

/* The callbacks of what was opened; NULL: nothing was. */
const prap_store *cli_store_of(const struct cli_session *session);
void cli_store_close(struct cli_session *session);

/* Was it the store as a whole that failed, so that going on is of no use? */
bool cli_is_store_failure(prap_status status);

/* Says on standard error why there is no answer: names the store when it failed, else the field. */
void cli_say_failure(const struct cli_session *session, const prap_error *error);

/* The exit status for a status that is no answer. */
int cli_exit_of(prap_status status);

/* Is the list of a walk not whole? Else its status is first_bad, that of the first bad case it visited. */
bool cli_walk_broke_off(prap_status status, prap_status first_bad, const prap_error *error);

/* Says on standard error that a case of a walk cannot be judged. */
void cli_say_bad_case(const struct cli_session *session, prap_text case_id, prap_status status);

/* Puts an error in the place of a case of a walk, says it on standard error, and returns the exit status. */
int cli_put_bad_case(const struct cli_session *session, prap_text case_id, prap_status status);

#endif
