/*
 * connect.c: getting a connection, setting it up, and getting another when it was lost.
 *
 * The settings make the server keep the same limits of time as we do, find every row by an index whatever it has learnt
 * of the tables so far (all our statements look for keys; prap_postgresql_check says otherwise for itself), and look up
 * no name in a schema that somebody else could have put in the way.
 */
#define _POSIX_C_SOURCE 200809L
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store.h"

/* PostgreSQL would write warnings to standard error. */
static void be_quiet(void *unused, const PGresult *notice) {
    (void)unused;
    (void)notice;
}

bool prapi_postgresql_has_connection(const prap_postgresql *store) {
    return store->connection != NULL && store->connected_by == (int64_t)getpid();
}

/* The line is the parent's too: the goodbye that libpq would say on it would end the parent's session. It goes nowhere. */
static void turn_away(PGconn *connection) {
    const int socket = PQsocket(connection), nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (socket >= 0 && nowhere >= 0) dup2(nowhere, socket);
    else if (socket >= 0) close(socket);
    if (nowhere >= 0) close(nowhere);
}

void prapi_postgresql_disconnect(prap_postgresql *store) {
    if (store->connection == NULL) return;
    if (!prapi_postgresql_has_connection(store)) turn_away(store->connection);
    PQfinish(store->connection);
    store->connection = NULL;
    memset(store->prepared, 0, sizeof store->prepared);
}

static PGconn *start(const prap_postgresql *store) {
    static const char *const keywords[] = {"fallback_application_name", "dbname", "client_encoding", NULL};
    const char *values[] = {"libprap", store->name, "UTF8", NULL};
    return PQconnectStartParams(keywords, values, 1);
}

/* False: not connected; store->connection is whatever there is of it. */
static bool dial(prap_postgresql *store, int64_t deadline) {
    store->connection = start(store);
    store->connected_by = getpid();
    if (store->connection == NULL || PQstatus(store->connection) == CONNECTION_BAD) return false;
    PQsetNoticeReceiver(store->connection, be_quiet, NULL);
    PQsetErrorVerbosity(store->connection, PQERRORS_SQLSTATE);
    PostgresPollingStatusType wanted = PGRES_POLLING_WRITING;
    while (wanted == PGRES_POLLING_READING || wanted == PGRES_POLLING_WRITING) {
        const bool for_writing = wanted == PGRES_POLLING_WRITING;
        if (!prapi_postgresql_wait(PQsocket(store->connection), for_writing, deadline)) return false;
        wanted = PQconnectPoll(store->connection);
    }
    return wanted == PGRES_POLLING_OK && PQsetnonblocking(store->connection, 1) == 0;
}

/*
 * libpq gives a refused connection's SQLSTATE only in its message, and with this verbosity as the last word of it. A
 * message without one is not the server's: it was not reached, or broke off.
 */
static void keep_sqlstate(prap_postgresql *store) {
    static const char letters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const char *message = store->connection == NULL ? "" : PQerrorMessage(store->connection);
    size_t n = strlen(message);
    while (n > 0 && message[n - 1] == '\n')
        n--;
    store->sqlstate[0] = '\0';
    if (n < 6 || message[n - 6] != ' ' || strspn(message + n - 5, letters) != 5) return;
    memcpy(store->sqlstate, message + n - 5, 5);
    store->sqlstate[5] = '\0';
}

static prap_status not_connected(prap_postgresql *store) {
    const bool secret = store->connection != NULL && PQconnectionNeedsPassword(store->connection) != 0;
    keep_sqlstate(store);
    prapi_postgresql_disconnect(store);
    if (store->sqlstate[0] != '\0') return prapi_postgresql_refused(store, "connect");
    if (secret) return prapi_postgresql_failed(store, PRAP_FAIL, "connect", "the server wants a password");
    return prapi_postgresql_failed(store, PRAP_RETRY, "connect", "the server cannot be reached");
}

static prap_status set_up(prap_postgresql *store) {
    char sql[1024];
    const unsigned wait = store->wait_milliseconds == 0 ? 1 : (unsigned)store->wait_milliseconds;
    snprintf(sql, sizeof sql,
             "SET search_path = pg_catalog; SET client_min_messages = error;"
             " SET lock_timeout = %u; SET statement_timeout = %u; SET idle_in_transaction_session_timeout = 600000;"
             " SET default_transaction_isolation = 'read committed'; SET default_transaction_read_only = %s;"
             " SET plan_cache_mode = force_generic_plan; SET jit = off;"
             " SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_hashjoin = off;"
             " SET enable_mergejoin = off; SET enable_sort = off; SET enable_material = off;"
             " SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'",
             wait, wait + PRAP_POSTGRESQL_CALL_MILLISECONDS,
             (store->flags & PRAP_POSTGRESQL_READ_ONLY) != 0 ? "on" : "off");
    const prapi_outcome outcome = prapi_postgresql_query(store, sql, prapi_postgresql_deadline(store), NULL);
    if (outcome == PRAPI_RAN) return PRAP_OK;
    return prapi_postgresql_unanswered(store, outcome, "set up the connection");
}

static prap_status look_at_tables(prap_postgresql *store, bool opening) {
    int form = 0;
    const prap_status status = prapi_postgresql_identify(store, &form);
    if (status != PRAP_OK || form == PRAP_POSTGRESQL_FORM) return status;
    const bool may_create = opening && (store->flags & PRAP_POSTGRESQL_CREATE) != 0;
    if (may_create) return prapi_postgresql_create(store);
    if (form == 0) return prapi_postgresql_say(store, PRAP_E_FOREIGN, "the database has no tables of libprap's");
    return prapi_postgresql_say(store, PRAP_E_VERSION, "the tables are of an older form of the store");
}

static prap_status connect_once(prap_postgresql *store, bool opening) {
    const int64_t deadline = prapi_postgresql_now() + store->wait_milliseconds + PRAP_POSTGRESQL_CALL_MILLISECONDS;
    if (!dial(store, deadline)) return not_connected(store);
    prap_status status = set_up(store);
    if (status == PRAP_OK) status = look_at_tables(store, opening);
    if (status != PRAP_OK) prapi_postgresql_disconnect(store);
    return status;
}

/*
 * A server that goes away while nothing is asked says goodbye, or closes the line: either can be read without waiting.
 * What else it might say unasked is rare, and costs another connection.
 */
static bool is_alive(PGconn *connection) {
    return !prapi_postgresql_wait(PQsocket(connection), false, prapi_postgresql_now());
}

prap_status prapi_postgresql_connect(prap_postgresql *store, bool opening) {
    if (prapi_postgresql_has_connection(store) && is_alive(store->connection)) return PRAP_OK;
    prapi_postgresql_disconnect(store);
    const int64_t deadline = prapi_postgresql_now() + store->wait_milliseconds;
    for (int64_t pause = 20;; pause *= 2) {
        const prap_status status = connect_once(store, opening);
        const bool again = status == PRAP_RETRY && !opening && prapi_postgresql_now() + pause <= deadline;
        if (!again) return status;
        prapi_postgresql_sleep(pause);
        if (pause > 250) pause = 250;
    }
}
