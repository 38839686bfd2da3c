/* schema.c: what form a file has, and how it gets the tables (steps.c): step by step, from the form it has to the newest. */
#include "store.h"

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

prap_status prapi_sqlite_identify(prap_sqlite *store) {
    int64_t application_id = 0, form = 0, objects = 0;
    const prap_status status = read_marks(store, &application_id, &form, &objects);
    if (status != PRAP_OK) return status;

    store->form = 0;
    if (application_id == 0 && form == 0 && objects == 0) return PRAP_OK;
    if (application_id != PRAP_SQLITE_APPLICATION_ID) {
        return prapi_sqlite_say(store, PRAP_E_FOREIGN, "the database was not made by libprap");
    }
    if (form > PRAP_SQLITE_FORM) {
        return prapi_sqlite_say(store, PRAP_E_VERSION,
                                "the database was written by a newer form of the store");
    }
    if (form < 1) {
        return prapi_sqlite_say(store, PRAP_E_DAMAGED, "the database has an impossible form number");
    }
    store->form = (int)form;
    return PRAP_OK;
}

prap_status prapi_sqlite_bring_up_to_date(prap_sqlite *store) {
    prap_status status = prapi_sqlite_run(store, "begin to make the tables", "BEGIN IMMEDIATE");
    if (status != PRAP_OK) return status;
    /* Asked again now that nobody else can write: another process may have been quicker. */
    status = prapi_sqlite_identify(store);
    int form = store->form;
    for (const char *sql; status == PRAP_OK && (sql = prapi_sqlite_step_from(form)) != NULL; form++)
        status = prapi_sqlite_run(store, "make the tables", sql);
    if (status == PRAP_OK) status = prapi_sqlite_run(store, "make the tables", "COMMIT");
    if (status == PRAP_OK) store->form = form;
    if (!sqlite3_get_autocommit(store->db)) sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    return status;
}
