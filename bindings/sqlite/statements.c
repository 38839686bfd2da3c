/* statements.c: the kept statements, and how values go in and come out. */
#include "store.h"

static const struct {
    int form;
    const char *what;
    const char *sql;
} rows[PRAPI_SQLITE_STATEMENTS] = {
#define X(name, form, what, sql) {form, what, sql},
#include "statements.def"
#undef X
};

const char *prapi_sqlite_what(int statement) {
    return rows[statement].what;
}

prap_status prapi_sqlite_prepare(prap_sqlite *store) {
    for (int i = 0; i < PRAPI_SQLITE_STATEMENTS; i++) {
        if (rows[i].form > store->form) continue;
        const int code = sqlite3_prepare_v3(store->db, rows[i].sql, -1, SQLITE_PREPARE_PERSISTENT,
                                            &store->statements[i], NULL);
        /* Marked as ours, and yet a table or column is missing. */
        if ((code & 0xff) == SQLITE_ERROR) {
            return prapi_sqlite_say(store, PRAP_E_DAMAGED, "the database's tables are not those of its form");
        }
        if (code != SQLITE_OK) {
            return prapi_sqlite_failed(store, prapi_sqlite_status_of(code), "prepare the statements", code);
        }
    }
    return PRAP_OK;
}

/* Empty text is '', not NULL, whatever its pointer. */
int prapi_sqlite_bind_text(sqlite3_stmt *statement, int at, prap_text text) {
    return sqlite3_bind_text64(statement, at, text.n == 0 ? "" : text.bytes, text.n, SQLITE_STATIC,
                               SQLITE_UTF8);
}

int prapi_sqlite_bind_bytes(sqlite3_stmt *statement, int at, prap_bytes bytes) {
    return sqlite3_bind_blob64(statement, at, bytes.n == 0 ? (const void *)"" : bytes.bytes, bytes.n,
                               SQLITE_STATIC);
}

int prapi_sqlite_bind_day(sqlite3_stmt *statement, int at, prap_day day) {
    return day == PRAP_DAY_NONE ? sqlite3_bind_null(statement, at) : sqlite3_bind_int(statement, at, day);
}

int prapi_sqlite_bind_key(sqlite3_stmt *statement, const prap_key *key) {
    const int code = prapi_sqlite_bind_text(statement, 1, key->tenant);
    return code != SQLITE_OK ? code : prapi_sqlite_bind_text(statement, 2, key->case_id);
}

prap_text prapi_sqlite_text(sqlite3_stmt *statement, int column) {
    const char *bytes = (const char *)sqlite3_column_text(statement, column);
    return (prap_text){.bytes = bytes, .n = (size_t)sqlite3_column_bytes(statement, column)};
}

prap_bytes prapi_sqlite_bytes(sqlite3_stmt *statement, int column) {
    const uint8_t *bytes = sqlite3_column_blob(statement, column);
    return (prap_bytes){.bytes = bytes, .n = (size_t)sqlite3_column_bytes(statement, column)};
}

prap_day prapi_sqlite_day(sqlite3_stmt *statement, int column) {
    if (sqlite3_column_type(statement, column) == SQLITE_NULL) return PRAP_DAY_NONE;
    return sqlite3_column_int(statement, column);
}

void prapi_sqlite_rest(sqlite3_stmt *statement) {
    sqlite3_reset(statement); /* repeats the code of the last step, which the caller has already */
    sqlite3_clear_bindings(statement);
}

int prapi_sqlite_step(prap_sqlite *store, int statement) {
    sqlite3_stmt *kept = store->statements[statement];
    const int code = sqlite3_step(kept);
    prapi_sqlite_rest(kept);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}
