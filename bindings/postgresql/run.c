/*
 * run.c: one statement out, one answer back, within a time.
 *
 * The connection does not block, so a server that is gone without a word holds nobody for longer than the deadline. The
 * server has the same limits of its own (connect.c), a little shorter: what it breaks off itself has an answer. Whatever
 * else goes wrong in between, the connection is given up, for what it would say next cannot be trusted.
 */
#include <stdio.h>
#include <string.h>

#include "store.h"

enum { GRACE_MILLISECONDS = 2000 }; /* by which our limit is longer than the server's */

int64_t prapi_postgresql_deadline(const prap_postgresql *store) {
    return prapi_postgresql_now() + store->wait_milliseconds + PRAP_POSTGRESQL_CALL_MILLISECONDS + GRACE_MILLISECONDS;
}

/* Hands everything to the system, reading what comes meanwhile. */
static bool flush(PGconn *connection, int64_t deadline) {
    int left;
    while ((left = PQflush(connection)) == 1) {
        if (!prapi_postgresql_wait(PQsocket(connection), true, deadline)) return false;
        if (PQconsumeInput(connection) == 0) return false;
    }
    return left == 0;
}

/* The next result, NULL after the last; *ret_lost: the connection or the time ran out instead. */
static PGresult *next_result(PGconn *connection, int64_t deadline, bool *ret_lost) {
    while (PQisBusy(connection) != 0) {
        *ret_lost = !prapi_postgresql_wait(PQsocket(connection), false, deadline) || PQconsumeInput(connection) == 0;
        if (*ret_lost) return NULL;
    }
    return PQgetResult(connection);
}

static bool is_good(const PGresult *result) {
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
}

/* A refusal is kept by its SQLSTATE; one without is libprap's reason to think that the connection is gone. */
static void keep_sqlstate(prap_postgresql *store, const PGresult *result) {
    const char *sqlstate = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    snprintf(store->sqlstate, sizeof store->sqlstate, "%s", sqlstate == NULL ? "" : sqlstate);
}

/* Reads all results to the end; keeps the last that has rows, and the first refusal. */
static prapi_outcome collect(prap_postgresql *store, int64_t deadline, PGresult **ret_result) {
    PGresult *kept = NULL, *result;
    bool lost = false, refused = false;
    size_t n = 0;
    store->sqlstate[0] = '\0';
    while ((result = next_result(store->connection, deadline, &lost)) != NULL) {
        n++;
        if (!is_good(result) && !refused) {
            refused = true;
            keep_sqlstate(store, result);
        }
        const bool keep = !refused && (kept == NULL || PQresultStatus(result) == PGRES_TUPLES_OK);
        PQclear(keep ? kept : result);
        if (keep) kept = result;
    }
    lost = lost || n == 0 || PQstatus(store->connection) != CONNECTION_OK || (refused && store->sqlstate[0] == '\0');
    if (lost || refused || ret_result == NULL) PQclear(kept);
    else *ret_result = kept;
    if (lost) prapi_postgresql_disconnect(store);
    if (lost) return PRAPI_LOST;
    return refused ? PRAPI_REFUSED : PRAPI_RAN;
}

/* After a PQsend…: 0 when libpq did not take it. What it took may be on its way whatever happens then. */
static prapi_outcome finish(prap_postgresql *store, int sent, int64_t deadline, PGresult **ret_result) {
    if (sent != 0 && flush(store->connection, deadline)) return collect(store, deadline, ret_result);
    prapi_postgresql_disconnect(store);
    return sent == 0 ? PRAPI_UNSENT : PRAPI_LOST;
}

prapi_outcome prapi_postgresql_query(prap_postgresql *store, const char *sql, int64_t deadline, PGresult **ret_result) {
    if (!prapi_postgresql_has_connection(store)) return PRAPI_UNSENT;
    return finish(store, PQsendQuery(store->connection, sql), deadline, ret_result);
}

static prapi_outcome prepare(prap_postgresql *store, int statement, const char *name) {
    const char *sql = prapi_postgresql_sql(statement);
    const prapi_outcome outcome = finish(store, PQsendPrepare(store->connection, name, sql, 0, NULL),
                                         prapi_postgresql_deadline(store), NULL);
    store->prepared[statement] = outcome == PRAPI_RAN;
    return outcome == PRAPI_LOST ? PRAPI_UNSENT : outcome; /* to prepare a statement does nothing */
}

/*
 * 26, 42P05: somebody between us and the server gave us another's connection, which has not our statements or has others of
 * their names. 0A000: the tables were altered. 25006: a standby that we were moved to, or a server that was turned down to
 * reading; the next call asks who writes.
 */
static bool is_to_begin_anew(const char *sqlstate) {
    return strncmp(sqlstate, "26", 2) == 0 || strcmp(sqlstate, "42P05") == 0 || strcmp(sqlstate, "0A000") == 0 ||
           strcmp(sqlstate, "25006") == 0;
}

prapi_outcome prapi_postgresql_run(prap_postgresql *store, int statement, PGresult **ret_result) {
    struct prapi_parameters *p = &store->parameters;
    char name[24];
    if (!prapi_postgresql_has_connection(store) || !prapi_parameters_end(p)) return PRAPI_UNSENT;
    snprintf(name, sizeof name, "prap_%d", statement);
    prapi_outcome outcome = store->prepared[statement] ? PRAPI_RAN : prepare(store, statement, name);
    if (outcome == PRAPI_RAN) {
        const int sent = PQsendQueryPrepared(store->connection, name, p->n, p->values, p->lengths, p->formats, 1);
        outcome = finish(store, sent, prapi_postgresql_deadline(store), ret_result);
    }
    if (outcome == PRAPI_REFUSED && is_to_begin_anew(store->sqlstate)) prapi_postgresql_disconnect(store);
    return outcome;
}

prap_status prapi_postgresql_ask(prap_postgresql *store, int statement, PGresult **ret_result) {
    for (int tries = 0;; tries++) {
        const prap_status status = prapi_postgresql_connect(store, false);
        if (status != PRAP_OK) return status;
        const prapi_outcome outcome = prapi_postgresql_run(store, statement, ret_result);
        if (outcome == PRAPI_RAN) return PRAP_OK;
        const bool gone = outcome != PRAPI_REFUSED && !store->parameters.failed;
        if (!gone || tries > 0) return prapi_postgresql_unanswered(store, outcome, prapi_postgresql_what(statement));
    }
}

prap_status prapi_postgresql_tell(prap_postgresql *store, const char *sql, const char *what) {
    const prapi_outcome outcome = prapi_postgresql_query(store, sql, prapi_postgresql_deadline(store), NULL);
    return outcome == PRAPI_RAN ? PRAP_OK : prapi_postgresql_unanswered(store, outcome, what);
}

prap_status prapi_postgresql_call(prap_postgresql *store, int statement, PGresult **ret_result) {
    const prapi_outcome outcome = prapi_postgresql_run(store, statement, ret_result);
    if (outcome == PRAPI_RAN) return PRAP_OK;
    return prapi_postgresql_unanswered(store, outcome, prapi_postgresql_what(statement));
}
