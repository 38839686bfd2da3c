/*
 * store-kit.h: what the tests of the SQLite store share: a directory for each test, stores and changes in one
 * call, and questions that abort the test when the store does not answer them.
 */
#ifndef STORE_KIT_H
#define STORE_KIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "prap-sqlite.h"
#include "sink-double.h"

/* A directory of its own for each test; made and removed by the setup and teardown. */
int kit_setup(void **state);
int kit_teardown(void **state);

/* The path of a file in that directory. Four of them are remembered at a time. */
const char *kit_path(const char *name);

/* Opens or aborts the test. */
prap_sqlite *kit_open(const char *name, uint32_t flags);
/* What opening answers; the handle, if any, is closed again. */
prap_status kit_try(const char *name, uint32_t flags);

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
prap_status kit_commit(prap_sqlite *store, const prap_change *change);
/* The same for a change of one event. */
prap_status kit_append(prap_sqlite *store, const char *case_id, uint64_t expected_version, const char *id);

/* The case's version, 0 when there is none; anything but that aborts the test. */
uint64_t kit_version(prap_sqlite *store, const char *case_id);
/* Whether version, snapshot and the whole journal of the case are what kit_change wrote; at most SINK_ROWS
 * events. */
bool kit_is_whole(prap_sqlite *store, const char *case_id);

/* Runs SQL on a database of the directory behind the store's back. Aborts the test when that fails. */
void kit_sql(const char *name, const char *sql);

/* Files: whole content in, whole content out. kit_read returns sqlite3_malloc'ed bytes. */
uint8_t *kit_read(const char *name, size_t *ret_bytes);
void kit_write(const char *name, const void *content, size_t bytes);
void kit_copy(const char *from, const char *to);
bool kit_exists(const char *name);

/* A row of the table of tests. */
#define KIT_TEST(name) cmocka_unit_test_setup_teardown(name, kit_setup, kit_teardown)

/* Runs work in a child process, as nobody when unprivileged; its return value, or -1 when it died. */
int kit_in_child(int (*work)(void *user), void *user, bool unprivileged);

#endif
