/*
 * schema.c: the tables, and how an empty file becomes a store.
 *
 * The primary key of event enforces the lock even if this library erred: two commits cannot both write a
 * sequence. id '' means none. part tells the events of one change apart, so that an id belongs to one change
 * of a case. case_open has the cases with an unmet deadline in the order of a walk: what is due is found
 * without sorting and without visiting closed cases. notice is the outbox; AUTOINCREMENT so that a position
 * is never used twice. Days count from 1970-01-01, NULL is none. Text is compared as bytes: SQLite's BINARY
 * collation over UTF-8.
 */
#include "store.h"

#define TEXT_OF(number) #number
#define LIMIT(name)     TEXT_OF(name)

/* The SQL is laid out by hand. */
/* clang-format off */
#define ID_CHECK(column) " CHECK (length(CAST(" column " AS BLOB)) <= " LIMIT(PRAP_ID_BYTES) ")"

static const char schema[] =
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
    "PRAGMA user_version = " LIMIT(PRAP_SQLITE_FORM) ";";
/* clang-format on */

prap_status prapi_sqlite_run(prap_sqlite *store, const char *what, const char *sql) {
    const int code = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
    return code == SQLITE_OK ? PRAP_OK : prapi_sqlite_failed(store, prapi_sqlite_status_of(code), what, code);
}

prap_status prapi_sqlite_number(prap_sqlite *store, const char *what, const char *sql, int64_t *ret_number) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL);
    if (code == SQLITE_OK) code = sqlite3_step(statement);
    if (code == SQLITE_ROW) *ret_number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return code == SQLITE_ROW ? PRAP_OK
                              : prapi_sqlite_failed(store, prapi_sqlite_status_of(code), what, code);
}

/* The savepoint makes one reading of the three: another process may be making the tables meanwhile. */
static prap_status read_marks(prap_sqlite *store, int64_t *application_id, int64_t *form, int64_t *objects) {
    static const char what[] = "read the database's marks";
    prap_status status = prapi_sqlite_run(store, what, "SAVEPOINT marks");
    if (status == PRAP_OK) status = prapi_sqlite_number(store, what, "PRAGMA application_id", application_id);
    if (status == PRAP_OK) status = prapi_sqlite_number(store, what, "PRAGMA user_version", form);
    if (status == PRAP_OK) {
        status = prapi_sqlite_number(store, what, "SELECT count(*) FROM sqlite_schema", objects);
    }
    if (status == PRAP_OK) status = prapi_sqlite_run(store, what, "RELEASE marks");
    return status;
}

prap_status prapi_sqlite_identify(prap_sqlite *store, bool *ret_empty) {
    int64_t application_id = 0, form = 0, objects = 0;
    const prap_status status = read_marks(store, &application_id, &form, &objects);
    if (status != PRAP_OK) return status;

    *ret_empty = application_id == 0 && form == 0 && objects == 0;
    if (*ret_empty) return PRAP_OK;
    if (application_id != PRAP_SQLITE_APPLICATION_ID) {
        return prapi_sqlite_say(store, PRAP_E_FOREIGN, "the database was not made by libprap");
    }
    if (form > PRAP_SQLITE_FORM) {
        return prapi_sqlite_say(store, PRAP_E_VERSION,
                                "the database was written by a newer form of the store");
    }
    if (form != PRAP_SQLITE_FORM) {
        return prapi_sqlite_say(store, PRAP_E_DAMAGED, "the database has an impossible form number");
    }
    return PRAP_OK;
}

prap_status prapi_sqlite_create(prap_sqlite *store) {
    bool empty = true;
    prap_status status = prapi_sqlite_run(store, "begin to make the tables", "BEGIN IMMEDIATE");
    if (status != PRAP_OK) return status;
    /* Asked again now that nobody else can write: another process may have been quicker. */
    status = prapi_sqlite_identify(store, &empty);
    if (status == PRAP_OK && empty) status = prapi_sqlite_run(store, "make the tables", schema);
    if (status == PRAP_OK) status = prapi_sqlite_run(store, "make the tables", "COMMIT");
    if (!sqlite3_get_autocommit(store->db)) sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    return status;
}
