/* store.h: what the files of the SQLite store share. Nothing here is exported. */
#ifndef PRAPI_SQLITE_STORE_H
#define PRAPI_SQLITE_STORE_H

#include <sqlite3.h>
#include <stdbool.h>

#include "prap-sqlite.h"

enum {
#define X(name, form, what, sql) PRAPI_SQLITE_##name,
#include "statements.def"
#undef X
    PRAPI_SQLITE_STATEMENTS
};

struct prap_sqlite {
    prap_store store;
    sqlite3 *db;
    sqlite3_stmt *statements[PRAPI_SQLITE_STATEMENTS];
    prap_error last;             /* status PRAP_OK: nothing failed yet */
    int form;                    /* of the file's tables; less than the newest only when it was opened for reading */
    bool read_only;              /* opened so */
    bool at_work;                /* a call is under way, or one of its visits: nothing else may use the statements */
    int64_t opened_by;           /* the process; 0: it has no file */
    prap_sqlite *next;           /* inherited.c: another that has a file */
    bool powersafe;              /* see commit.c: a write beside the commit mark cannot be needed after it */
    uint32_t wait_milliseconds;  /* for another's lock */
    int64_t wait_ends;           /* of the wait that is going on, on wait.c's clock */
    int64_t crowded_until;       /* on that clock: others write too; 0: not that we know */
    int64_t wrote_at;            /* on that clock, while it is crowded */
    int log_pages_to_restart_at; /* wal.c */
    uint64_t relayed_position;   /* deliver.c: where the next claim begins */
};

/* error.c */
prap_status prapi_sqlite_status_of(int code);
/* Remembers the failure in words and returns its status. what finishes "could not …"; code is SQLite's. */
prap_status prapi_sqlite_failed(prap_sqlite *store, prap_status status, const char *what, int code);
/* The same where SQLite has nothing to say. */
prap_status prapi_sqlite_say(prap_sqlite *store, prap_status status, const char *sentence);
/* Copies an error to the caller's, writing only within its size; NULL is allowed. */
void prapi_sqlite_report(const prap_error *from, prap_error *reterr);

/* header.c */
/* Whose file it is, without locking, recovering or changing it. *ret_empty: there is nothing in it yet. */
prap_status prapi_sqlite_recognise(prap_sqlite *store, bool *ret_empty);

/* steps.c */
/* The SQL that leads from a form to the next, or NULL from the newest; 0: from an empty file. */
const char *prapi_sqlite_step_from(int form);

/* schema.c */
/* Reads the marks as SQLite sees them into store->form; 0: no schema and no mark. */
prap_status prapi_sqlite_identify(prap_sqlite *store);
/* Makes the tables, or those of a later form, in one transaction that takes the file from what it is to the newest. */
prap_status prapi_sqlite_bring_up_to_date(prap_sqlite *store);
prap_status prapi_sqlite_run(prap_sqlite *store, const char *what, const char *sql);
prap_status prapi_sqlite_number(prap_sqlite *store, const char *what, const char *sql, int64_t *ret_number);

/* wait.c */
/* Has the connection wait for others' locks for store->wait_milliseconds. */
void prapi_sqlite_wait_for_locks(prap_sqlite *store);
/* Before a turn, and after it. */
void prapi_sqlite_give_way(prap_sqlite *store);
void prapi_sqlite_had_its_turn(prap_sqlite *store);

/* wal.c */
prap_status prapi_sqlite_turn_to_wal(prap_sqlite *store);
/* Carries the log over and cuts it to nothing; what it held of before is gone then. */
prap_status prapi_sqlite_cut_log(prap_sqlite *store);

/* file.c */
/* Makes an empty file that only its owner may read; one that is there stays as it is. Returns 0 or why it made none. */
int prapi_sqlite_make_private(const char *path);
/* Makes, or empties, a file that only its owner may read, and keeps everybody else from claiming it until what is returned
   is closed. -1: it cannot be, and errno says why; EWOULDBLOCK: somebody else has it. */
int prapi_sqlite_claim(const char *path);
/* PRAP_FAIL when the file is no longer the one that its name leads to: what is written to it would be lost. */
prap_status prapi_sqlite_still_there(prap_sqlite *store);
/* Carries a file's name over from another, so that a power cut leaves the one or the other. Returns errno, or 0. */
int prapi_sqlite_rename(const char *from, const char *to);
int prapi_sqlite_exists(const char *path);

/* Whether something else than a file stands there: opening a pipe would wait for somebody at its other end. */
bool prapi_sqlite_is_no_file(const char *path);

/* inherited.c */
/* PRAP_FAIL when the store was opened by another process, before a fork. */
prap_status prapi_sqlite_is_of_this_process(prap_sqlite *store);
/* Lets go of those that were inherited. False: one of them, in the middle of something, is in the way of any other. */
bool prapi_sqlite_let_go_of_inherited(void);
/* Into the list of those that have a file. */
void prapi_sqlite_enlist(prap_sqlite *store);
/* Out of it. False: it is the parent's and in the middle of something; it must stay as it is. */
bool prapi_sqlite_delist(prap_sqlite *store);

/* open.c: gives the connection back. */
void prapi_sqlite_disconnect(prap_sqlite *store);
/* Before a callback, and before any other call: PRAP_OK, or why nothing can be done. */
prap_status prapi_sqlite_enter_callback(prap_sqlite *store);
prap_status prapi_sqlite_enter(prap_sqlite *store, prap_error *reterr);
/* After a call that was entered. Returns the status. */
prap_status prapi_sqlite_leave(prap_sqlite *store, prap_status status);

/* statements.c */
/* The statements of the file's form; the others stay NULL. */
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

/* notices.c: the notice in a row of NOTICES or CLAIMED; its key is SQLite's until the next step. */
prap_sqlite_notice prapi_sqlite_notice_of(sqlite3_stmt *row);

/* commit.c: BEGIN, once the file is found still to be there; COMMIT, and what its failure means. */
prap_status prapi_sqlite_begin(prap_sqlite *store);
prap_status prapi_sqlite_end(prap_sqlite *store);
/* Nothing of a transaction that was not ended stays. */
void prapi_sqlite_roll_back(prap_sqlite *store);

/* The store's callbacks: read.c, commit.c */
prap_status prapi_sqlite_load(void *user, const prap_key *key, prap_sink *sink);
prap_status prapi_sqlite_read(void *user, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink);
prap_status prapi_sqlite_scan(void *user, const prap_scan *query, prap_sink *sink);
prap_status prapi_sqlite_commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each);

#endif
