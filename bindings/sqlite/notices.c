/* notices.c: reading the outbox. */
#include "store.h"

prap_sqlite_notice prapi_sqlite_notice_of(sqlite3_stmt *row) {
    return (prap_sqlite_notice){
        .size = sizeof(prap_sqlite_notice),
        .position = (uint64_t)sqlite3_column_int64(row, 0),
        .key = {.tenant = prapi_sqlite_text(row, 1), .case_id = prapi_sqlite_text(row, 2)},
        .sequence = (uint64_t)sqlite3_column_int64(row, 3),
        .ordinal = (uint32_t)sqlite3_column_int64(row, 4),
        .notice = (uint32_t)sqlite3_column_int64(row, 5),
        .recipient = (uint32_t)sqlite3_column_int64(row, 6),
        .due = prapi_sqlite_day(row, 7),
        .sent = (uint32_t)sqlite3_column_int64(row, 8)};
}

static prap_status visit_notices(prap_sqlite *store, uint64_t after, uint32_t limit, prap_sqlite_visit_notice visit, void *user,
                                 prap_error *reterr) {
    if (after > INT64_MAX) return PRAP_OK; /* no position is so high */
    const int statement = store->form == 1 ? PRAPI_SQLITE_NOTICES_OF_FORM_1 : PRAPI_SQLITE_NOTICES;
    sqlite3_stmt *read = store->statements[statement];
    prap_status status = PRAP_OK;
    int code = sqlite3_bind_int64(read, 1, (int64_t)after);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(read, 2, limit);
    if (code == SQLITE_OK) {
        while (status == PRAP_OK && (code = sqlite3_step(read)) == SQLITE_ROW) {
            const prap_sqlite_notice notice = prapi_sqlite_notice_of(read);
            status = visit(user, &notice);
        }
    }
    prapi_sqlite_rest(read);
    if (code == SQLITE_DONE || code == SQLITE_ROW) return status;
    status = prapi_sqlite_failed(store, prapi_sqlite_status_of(code), prapi_sqlite_what(statement), code);
    prapi_sqlite_report(&store->last, reterr);
    return status;
}

prap_status prap_sqlite_notices(prap_sqlite *store, uint64_t after, uint32_t limit,
                                prap_sqlite_visit_notice visit, void *user, prap_error *reterr) {
    if (store == NULL || visit == NULL) return PRAP_E_NULL;
    const prap_status entered = prapi_sqlite_enter(store, reterr);
    return entered != PRAP_OK ? entered : prapi_sqlite_leave(store, visit_notices(store, after, limit, visit, user, reterr));
}
