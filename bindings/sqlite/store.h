/* store.h: what the files of the SQLite store share. Nothing here is exported. */
#ifndef PRAPI_SQLITE_STORE_H
#define PRAPI_SQLITE_STORE_H

#include <sqlite3.h>
#include <stdbool.h>

#include "prap-sqlite.h"

enum {
#define X(name, what, sql) PRAPI_SQLITE_##name,
#include "statements.def"
#undef X
    PRAPI_SQLITE_STATEMENTS
};

struct prap_sqlite {
    prap_store store;
    sqlite3 *db;
    sqlite3_stmt *statements[PRAPI_SQLITE_STATEMENTS];
    prap_error last; /* status PRAP_OK: nothing failed yet */
    bool visiting;   /* a caller's visit is running: nothing else may use the statements */
    bool powersafe;  /* see commit.c: a write beside the commit mark cannot be needed after it */
};

/* error.c */
prap_status prapi_sqlite_status_of(int code);
/* Remembers the failure in words and returns its status. what finishes "could not …"; code is SQLite's. */
prap_status prapi_sqlite_failed(prap_sqlite *store, prap_status status, const char *what, int code);
/* The same where SQLite has nothing to say. */
prap_status prapi_sqlite_say(prap_sqlite *store, prap_status status, const char *sentence);
/* A callback was called from inside a visit: PRAP_FAIL, since a callback's outcomes have no PRAP_E_REENTRY.
 */
prap_status prapi_sqlite_reentered(prap_sqlite *store);
/* Copies an error to the caller's, writing only within its size; NULL is allowed. */
void prapi_sqlite_report(const prap_error *from, prap_error *reterr);

/* header.c */
/* Whose file it is, without locking, recovering or changing it. *ret_empty: there is nothing in it yet. */
prap_status prapi_sqlite_recognise(prap_sqlite *store, bool *ret_empty);

/* schema.c */
/* Makes the tables if the file is still empty, in one transaction; then turns it to WAL form. */
prap_status prapi_sqlite_create(prap_sqlite *store);
/* Reads application_id and user_version as SQLite sees them. *ret_empty: no schema and no mark. */
prap_status prapi_sqlite_identify(prap_sqlite *store, bool *ret_empty);
prap_status prapi_sqlite_run(prap_sqlite *store, const char *what, const char *sql);
prap_status prapi_sqlite_number(prap_sqlite *store, const char *what, const char *sql, int64_t *ret_number);

/* statements.c */
prap_status prapi_sqlite_prepare(prap_sqlite *store);
/* One of the kept statements, named by PRAPI_SQLITE_*; and the words of its def row. */
const char *prapi_sqlite_what(int statement);
/* Binds ?1 and ?2. */
int prapi_sqlite_bind_key(sqlite3_stmt *statement, const prap_key *key);
int prapi_sqlite_bind_text(sqlite3_stmt *statement, int at, prap_text text);
int prapi_sqlite_bind_bytes(sqlite3_stmt *statement, int at, prap_bytes bytes);
int prapi_sqlite_bind_day(sqlite3_stmt *statement, int at, prap_day day);
prap_text prapi_sqlite_text(sqlite3_stmt *statement, int column);
prap_bytes prapi_sqlite_bytes(sqlite3_stmt *statement, int column);
prap_day prapi_sqlite_day(sqlite3_stmt *statement, int column);
/* Ends a statement: nothing borrowed stays bound, no lock stays held. */
void prapi_sqlite_rest(sqlite3_stmt *statement);
/* Steps a statement that gives no rows, and rests it. Returns SQLite's code, SQLITE_OK when done. */
int prapi_sqlite_step(prap_sqlite *store, int statement);

/* The store's callbacks: read.c, commit.c */
prap_status prapi_sqlite_load(void *user, const prap_key *key, prap_sink *sink);
prap_status prapi_sqlite_read(void *user, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink);
prap_status prapi_sqlite_scan(void *user, const prap_scan *query, prap_sink *sink);
prap_status prapi_sqlite_commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each);

#endif
