/*
 * store-kit.h: what the tests of the ready-made stores share: an empty place for each test, stores and changes in one
 * call, and questions that abort the test when the store does not answer them. A test that names only kit_… runs over
 * every store: it is compiled once for each, with KIT_POSTGRESQL for the one in PostgreSQL. A name such as "a.db" is
 * that of a file there, and of nothing here: a test has one database.
 */
#ifndef STORE_KIT_H
#define STORE_KIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef KIT_POSTGRESQL
#include "prap-postgresql.h"
typedef prap_postgresql kit_store;
#define KIT_NAME       "postgresql"
#define KIT_CREATE     PRAP_POSTGRESQL_CREATE
#define KIT_READ_ONLY  PRAP_POSTGRESQL_READ_ONLY
#define kit_close      prap_postgresql_close
#define kit_callbacks  prap_postgresql_store
#define kit_last_error prap_postgresql_last_error
#define kit_check      prap_postgresql_check
#define kit_set_wait   prap_postgresql_set_wait
#else
#include "prap-sqlite.h"
typedef prap_sqlite kit_store;
#define KIT_NAME       "store"
#define KIT_CREATE     PRAP_SQLITE_CREATE
#define KIT_READ_ONLY  PRAP_SQLITE_READ_ONLY
#define kit_close      prap_sqlite_close
#define kit_callbacks  prap_sqlite_store
#define kit_last_error prap_sqlite_last_error
#define kit_check      prap_sqlite_check
#define kit_set_wait   prap_sqlite_set_wait
#endif
#include "sink-double.h"

/* A place of its own for each test, a directory or an empty database; made and removed by the setup and teardown. */
int kit_setup(void **state);
int kit_teardown(void **state);

/* Opens or aborts the test. */
kit_store *kit_open(const char *name, uint32_t flags);
/* Removes what kit_open made. */
void kit_remove(const char *name);
/* How many notices the outbox has. */
uint64_t kit_count_notices(kit_store *store);
/* Something that grows whenever a transaction wrote. */
uint64_t kit_written(const char *name);
/* Waits until nobody else uses the store: a server may still be at the work of a client that was killed. */
void kit_settle(void);
/* In the process of the tests the test fails; in a child of it, which must not go on with the next, the child ends. */
void kit_give_up(const char *what, prap_status status, const char *message);

prap_text kit_text(const char *text);
prap_key kit_key(const char *tenant, const char *case_id);

/*
 * A change to a case: n events from expected_version on, each with the record "<case> <sequence>", a snapshot
 * "<case> is at <version>", no notice, next_due and hold_until none. What a test wants otherwise it sets.
 */
struct kit_change {
    prap_change change;
    prap_event_record events[4];
    prap_notice_record notices[4];
    char records[4][PRAP_ID_BYTES + 32];
    char snapshot[PRAP_ID_BYTES + 32];
};
void kit_change(struct kit_change *ret_change, const char *case_id, uint64_t expected_version,
                size_t n_events, const char *id);

/* Commits one change: what the function said, or when that is PRAP_OK what it said of the change. */
prap_status kit_commit(kit_store *store, const prap_change *change);
/* The same for a change of one event. */
prap_status kit_append(kit_store *store, const char *case_id, uint64_t expected_version, const char *id);

/* The case's version, 0 when there is none; anything but that aborts the test. */
uint64_t kit_version(kit_store *store, const char *case_id);
/* Whether version, snapshot and the whole journal of the case are what kit_change wrote; at most SINK_ROWS
 * events. */
bool kit_is_whole(kit_store *store, const char *case_id);

/* Runs SQL on the database behind the store's back. Aborts the test when that fails. */
void kit_sql(const char *name, const char *sql);

#ifdef KIT_POSTGRESQL
/* How the test's server is reached, and the same with more behind it. Two of them are remembered at a time. */
const char *kit_server(const char *more);
/* What opening the server answers; the handle, if any, is closed again. */
prap_status kit_try(const char *name, uint32_t flags);
/* The first column of the first row. Aborts the test when that fails. */
int64_t kit_number(const char *sql);
/* Kills every process of the server, as a power cut does; starts it again. */
void kit_kill_server(void);
void kit_start_server(void);
#else
/* The path of a file in the test's directory. Four of them are remembered at a time. */
const char *kit_path(const char *name);
/* What opening answers; the handle, if any, is closed again. */
prap_status kit_try(const char *name, uint32_t flags);
/* Files: whole content in, whole content out. kit_read returns sqlite3_malloc'ed bytes. */
uint8_t *kit_read(const char *name, size_t *ret_bytes);
void kit_write(const char *name, const void *content, size_t bytes);
void kit_copy(const char *from, const char *to);
bool kit_exists(const char *name);
#endif

/* A row of the table of tests. */
#define KIT_TEST(name) cmocka_unit_test_setup_teardown(name, kit_setup, kit_teardown)

/* Runs work in a child process, as nobody when unprivileged; its return value, or -1 when it died. */
int kit_in_child(int (*work)(void *user), void *user, bool unprivileged);

#endif
