/* store.h: what the files of the PostgreSQL store share. Nothing here is exported. */
#ifndef PRAPI_POSTGRESQL_STORE_H
#define PRAPI_POSTGRESQL_STORE_H

#include <libpq-fe.h>
#include <stdbool.h>

#include "parameters.h"
#include "prap-postgresql.h"

enum {
#define X(name, what, sql) PRAPI_POSTGRESQL_##name,
#include "statements.def"
#undef X
    PRAPI_POSTGRESQL_STATEMENTS
};

struct prap_postgresql {
    prap_store store;
    PGconn *connection; /* NULL: the next call opens one */
    char *name;         /* as libpq takes it */
    uint32_t flags;
    uint32_t wait_milliseconds;
    bool prepared[PRAPI_POSTGRESQL_STATEMENTS]; /* on this connection */
    struct prapi_parameters parameters;         /* of the statement in hand */
    prap_error last;                            /* status PRAP_OK: nothing failed yet */
    int64_t connected_by;                       /* the process that has the connection: a fork shares it, and must not */
    bool visiting;                              /* a caller's visit is running: nothing else may use the connection */
    char sqlstate[6];                           /* of the last statement that the server refused */
    /* The case that the last delivery claimed last: the next goes on behind it, so that none starves. */
    char claimed_tenant[PRAP_ID_BYTES];
    char claimed_case[PRAP_ID_BYTES];
    size_t claimed_tenant_bytes;
    size_t claimed_case_bytes;
    prap_postgresql_keys keys; /* of the side-car; size 0: none were set */
};

/* What became of a statement. */
typedef enum prapi_outcome {
    PRAPI_RAN,     /* the result is there */
    PRAPI_REFUSED, /* the server said no, and nothing happened: store->sqlstate */
    PRAPI_UNSENT,  /* there was no connection, or it broke before the server had the statement: nothing happened */
    PRAPI_LOST     /* the connection broke, or time ran out, before the answer: it may have happened */
} prapi_outcome;

/* error.c */
prap_status prapi_postgresql_status_of(const char *sqlstate);
/* Remembers a failure in words and returns its status. what finishes "could not …". */
prap_status prapi_postgresql_refused(prap_postgresql *store, const char *what);
prap_status prapi_postgresql_failed(prap_postgresql *store, prap_status status, const char *what, const char *why);
/* The same as a sentence of its own. */
prap_status prapi_postgresql_say(prap_postgresql *store, prap_status status, const char *sentence);
/* What a question answers after an outcome that is not PRAPI_RAN. */
prap_status prapi_postgresql_unanswered(prap_postgresql *store, prapi_outcome outcome, const char *what);
/* Before a callback, and before any other call: PRAP_OK, or a visit called back. A callback's outcomes have no PRAP_E_REENTRY. */
prap_status prapi_postgresql_enter_callback(prap_postgresql *store);
prap_status prapi_postgresql_enter(prap_postgresql *store, prap_error *reterr);
/* Copies an error to the caller's, writing only within its size; NULL is allowed. */
void prapi_postgresql_report(const prap_error *from, prap_error *reterr);

/* clock.c */
/* Milliseconds of a clock that only goes forward. */
int64_t prapi_postgresql_now(void);
void prapi_postgresql_sleep(int64_t milliseconds);
/* Waits until the socket can be read (or written). False: not by the deadline. */
bool prapi_postgresql_wait(int descriptor, bool for_writing, int64_t deadline);

/* connect.c */
/* A connection that is set up and whose tables are ours: the one there is, or a new one. */
prap_status prapi_postgresql_connect(prap_postgresql *store, bool opening);
void prapi_postgresql_disconnect(prap_postgresql *store);
/* Whether there is one, and it is this process's own: after a fork it is the parent's. */
bool prapi_postgresql_has_connection(const prap_postgresql *store);

/* run.c */
/* Runs SQL without parameters, one statement or several; *ret_result (the last's, in text) may be NULL. */
prapi_outcome prapi_postgresql_query(prap_postgresql *store, const char *sql, int64_t deadline, PGresult **ret_result);
/* Runs a kept statement, named by PRAPI_POSTGRESQL_*, with store->parameters, on the connection there is. */
prapi_outcome prapi_postgresql_run(prap_postgresql *store, int statement, PGresult **ret_result);
/* The same for a question: connects when needed, and asks once more over a new connection when one was lost. */
prap_status prapi_postgresql_ask(prap_postgresql *store, int statement, PGresult **ret_result);
/* Inside a transaction, on the connection there is: SQL without parameters, and a kept statement. */
prap_status prapi_postgresql_tell(prap_postgresql *store, const char *sql, const char *what);
prap_status prapi_postgresql_call(prap_postgresql *store, int statement, PGresult **ret_result);
/* When a call that begins now must have ended. */
int64_t prapi_postgresql_deadline(const prap_postgresql *store);

/* statements.c */
const char *prapi_postgresql_what(int statement);
const char *prapi_postgresql_sql(int statement);
int64_t prapi_postgresql_number(const PGresult *result, int row, int column);
prap_day prapi_postgresql_day(const PGresult *result, int row, int column);
prap_text prapi_postgresql_text(const PGresult *result, int row, int column);
prap_bytes prapi_postgresql_bytes(const PGresult *result, int row, int column);

/* schema.c */
/* What of the tables is there: *ret_form 0: no schema of that name. */
prap_status prapi_postgresql_identify(prap_postgresql *store, int *ret_form);
/* Makes what is missing, in one transaction that others wait for. */
prap_status prapi_postgresql_create(prap_postgresql *store);

/* steps.c */
/* What leads from a form to the next; NULL: it is the newest. */
const char *prapi_postgresql_step(int form);

/* change.c */
/* The arrays are walked by the size that their writer gave, so that a newer libprap's longer structs fit. */
const prap_change *prapi_postgresql_change_at(const prap_change *changes, size_t i);
const prap_event_record *prapi_postgresql_event_at(const prap_change *change, size_t i);
const prap_notice_record *prapi_postgresql_notice_at(const prap_change *change, size_t i);
/* NULL, or what is wrong with a change: a sentence. */
const char *prapi_postgresql_fault_of(const prap_change *change);
/* How many changes from the first on are of different cases: one statement can make them together. */
size_t prapi_postgresql_round_of(const prap_change *changes, size_t n);
/* Puts a change of one event, or a round, into store->parameters. */
void prapi_postgresql_put_one(prap_postgresql *store, const prap_change *changes);
void prapi_postgresql_put_round(prap_postgresql *store, const prap_change *changes, size_t n);

/* The store's callbacks: read.c, commit.c */
prap_status prapi_postgresql_load(void *user, const prap_key *key, prap_sink *sink);
prap_status prapi_postgresql_read(void *user, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink);
prap_status prapi_postgresql_scan(void *user, const prap_scan *query, prap_sink *sink);
prap_status prapi_postgresql_commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each);

/* outbox.c */
prap_postgresql_notice prapi_postgresql_notice_of(const PGresult *result, int row);

#endif
