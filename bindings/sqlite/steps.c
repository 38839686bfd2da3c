/*
 * steps.c: the tables, form by form.
 *
 * The primary key of event enforces the lock even if this library erred: two commits cannot both write a
 * sequence. id '' means none. part tells the events of one change apart, so that an id belongs to one change
 * of a case. case_open has the cases with an unmet deadline in the order of a walk: what is due is found
 * without sorting and without visiting closed cases. notice is the outbox; AUTOINCREMENT so that a position
 * is never used twice; notice_open has what was not sent, oldest first, so that it grows at its end only. Days
 * count from 1970-01-01, NULL is none; lease_until and sent are seconds since then. Text is compared as bytes:
 * SQLite's BINARY collation over UTF-8.
 *
 * A step that was released is never edited: files made by it are out there. A new form is a step at the end, and a
 * file of the form before it goes to tests/store/fixtures/.
 */
#include "store.h"

#define TEXT_OF(number) #number
#define LIMIT(name)     TEXT_OF(name)

/* The SQL is laid out by hand. */
/* clang-format off */
#define ID_CHECK(column) " CHECK (length(CAST(" column " AS BLOB)) <= " LIMIT(PRAP_ID_BYTES) ")"

static const char *const steps[PRAP_SQLITE_FORM] = {
    /* 1: cases, their journals, and the outbox by position */
    "CREATE TABLE case_ ("
    " tenant TEXT NOT NULL" ID_CHECK("tenant") ","
    " case_id TEXT NOT NULL CHECK (case_id <> '')" ID_CHECK("case_id") ","
    " version INTEGER NOT NULL CHECK (version >= 1),"
    " programme INTEGER NOT NULL,"
    " stage INTEGER NOT NULL,"
    " next_due INTEGER,"
    " hold_until INTEGER,"
    " snapshot BLOB NOT NULL CHECK (length(snapshot) <= " LIMIT(PRAP_SNAPSHOT_BYTES) "),"
    " PRIMARY KEY (tenant, case_id)) STRICT;"
    "CREATE INDEX case_open ON case_ (tenant, case_id, next_due) WHERE next_due IS NOT NULL;"

    "CREATE TABLE event ("
    " tenant TEXT NOT NULL,"
    " case_id TEXT NOT NULL,"
    " sequence INTEGER NOT NULL CHECK (sequence >= 1),"
    " part INTEGER NOT NULL CHECK (part >= 0),"
    " id TEXT NOT NULL" ID_CHECK("id") ","
    " record BLOB NOT NULL CHECK (length(record) <= " LIMIT(PRAP_EVENT_BYTES) "),"
    " PRIMARY KEY (tenant, case_id, sequence),"
    " FOREIGN KEY (tenant, case_id) REFERENCES case_) STRICT, WITHOUT ROWID;"
    "CREATE UNIQUE INDEX event_id ON event (tenant, case_id, id, part) WHERE id <> '';"

    "CREATE TABLE notice ("
    " position INTEGER PRIMARY KEY AUTOINCREMENT,"
    " tenant TEXT NOT NULL,"
    " case_id TEXT NOT NULL,"
    " sequence INTEGER NOT NULL,"
    " ordinal INTEGER NOT NULL CHECK (ordinal >= 0),"
    " notice INTEGER NOT NULL,"
    " recipient INTEGER NOT NULL,"
    " due INTEGER,"
    " UNIQUE (tenant, case_id, sequence, ordinal),"
    " FOREIGN KEY (tenant, case_id, sequence) REFERENCES event) STRICT;"
    "PRAGMA application_id = " LIMIT(PRAP_SQLITE_APPLICATION_ID) ";"
    "PRAGMA user_version = 1;",

    /* 2: an outbox that several relays may share */
    "ALTER TABLE notice ADD COLUMN lease_until INTEGER;"
    "ALTER TABLE notice ADD COLUMN sent INTEGER;"
    "CREATE INDEX notice_open ON notice (position) WHERE sent IS NULL;"
    "PRAGMA user_version = 2;",
};
/* clang-format on */

const char *prapi_sqlite_step_from(int form) {
    return form < PRAP_SQLITE_FORM ? steps[form] : NULL;
}
