/*
 * sidecar.c: a person's data beside the journal, so stored that they can be taken out without a trace.
 *
 * SQLite moves what stands on the leaf pages of a table when it splits and joins them, and a moved copy is not always
 * zeroed. So a page's worth of zeros goes before the data: what a leaf can hold of a row is less than a page, and the
 * data themselves stand on overflow pages of their own, which never move and which secure_delete zeroes when they
 * become free. The write-ahead log is then carried over and cut to nothing.
 */
#include <string.h>

#include "store.h"

static const char table[] = "CREATE TABLE IF NOT EXISTS side_car ("
                            " id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),"
                            " pad INTEGER NOT NULL CHECK (pad >= 0),"
                            " data BLOB NOT NULL) STRICT";

static prap_status check_id(prap_sqlite *store, prap_text id) {
    for (size_t i = 0; i < id.n && i < PRAP_ID_BYTES; i++) {
        if (id.bytes[i] > 0x20 && id.bytes[i] < 0x7f) continue;
        return prapi_sqlite_say(store, PRAP_E_TEXT, "an id of the side-car is 1 to 64 visible ASCII characters");
    }
    if (id.n > 0 && id.n <= PRAP_ID_BYTES) return PRAP_OK;
    return prapi_sqlite_say(store, PRAP_E_TEXT, "an id of the side-car is 1 to 64 visible ASCII characters");
}

/* What is deleted is zeroed, and nothing of it goes to a temporary file. Asked for at each call: a host may have its way
   with the connection's file, not with this. */
static prap_status make_safe(prap_sqlite *store) {
    static const char what[] = "have deleted data zeroed";
    int64_t on = 0;
    prap_status status = prapi_sqlite_run(store, what, "PRAGMA temp_store = MEMORY");
    if (status == PRAP_OK) status = prapi_sqlite_number(store, what, "PRAGMA secure_delete = ON", &on);
    if (status == PRAP_OK && on != 1) status = prapi_sqlite_say(store, PRAP_FAIL, "this SQLite cannot zero what it deletes");
    return status;
}

/* Is the table there? A store that never had a side-car has none. */
static prap_status find_table(prap_sqlite *store, bool *ret_there) {
    int64_t n = 0;
    const prap_status status = prapi_sqlite_number(
        store, "look for the side-car", "SELECT count(*) FROM sqlite_schema WHERE name = 'side_car'", &n);
    *ret_there = n == 1;
    return status;
}

static const char replace[] = "REPLACE INTO side_car (id, pad, data) VALUES (?1, ?2, ?3)";
static const char add[] = "INSERT INTO side_car (id, pad, data) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO NOTHING";

static int put_row(prap_sqlite *store, const char *sql, prap_text id, prap_bytes data, int64_t page) {
    sqlite3_stmt *put = NULL;
    const size_t n = (size_t)page + data.n;
    uint8_t *bytes = sqlite3_malloc64(n);
    if (bytes == NULL) return SQLITE_NOMEM;
    memset(bytes, 0, (size_t)page);
    if (data.n > 0) memcpy(bytes + page, data.bytes, data.n);
    int code = sqlite3_prepare_v2(store->db, sql, -1, &put, NULL);
    if (code == SQLITE_OK) code = prapi_sqlite_bind_text(put, 1, id);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(put, 2, page);
    if (code == SQLITE_OK) code = sqlite3_bind_blob64(put, 3, bytes, n, SQLITE_STATIC);
    if (code == SQLITE_OK) code = sqlite3_step(put);
    sqlite3_finalize(put);
    memset(bytes, 0, n);
    sqlite3_free(bytes);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

static int delete_row(prap_sqlite *store, prap_text id) {
    sqlite3_stmt *gone = NULL;
    int code = sqlite3_prepare_v2(store->db, "DELETE FROM side_car WHERE id = ?1", -1, &gone, NULL);
    if (code == SQLITE_OK) code = prapi_sqlite_bind_text(gone, 1, id);
    if (code == SQLITE_OK) code = sqlite3_step(gone);
    sqlite3_finalize(gone);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

/* Ends the transaction: written, or as it was. */
static prap_status end(prap_sqlite *store, prap_status status) {
    if (status == PRAP_OK) status = prapi_sqlite_end(store);
    prapi_sqlite_roll_back(store);
    return status;
}

static prap_status report(const prap_sqlite *store, prap_status status, prap_error *reterr) {
    if (status != PRAP_OK && status != PRAP_NONE && status != PRAP_DUPLICATE) prapi_sqlite_report(&store->last, reterr);
    return status;
}

static prap_status write_row(prap_sqlite *store, const char *sql, prap_text id, prap_bytes data) {
    int64_t page = 0;
    prap_status status = check_id(store, id);
    if (status == PRAP_OK && data.n > PRAP_SQLITE_SIDECAR_BYTES) {
        status = prapi_sqlite_say(store, PRAP_E_LIMIT, "the data are longer than a side-car takes");
    }
    if (status == PRAP_OK) status = make_safe(store);
    if (status == PRAP_OK) status = prapi_sqlite_number(store, "ask for the page size", "PRAGMA page_size", &page);
    if (status == PRAP_OK) status = prapi_sqlite_begin(store);
    if (status == PRAP_OK) status = prapi_sqlite_run(store, "make the side-car", table);
    const int code = status == PRAP_OK ? put_row(store, sql, id, data, page) : SQLITE_OK;
    if (code != SQLITE_OK) status = prapi_sqlite_failed(store, prapi_sqlite_status_of(code), "write the side-car", code);
    const bool there = status == PRAP_OK && sqlite3_changes(store->db) == 0;
    status = end(store, status);
    return status == PRAP_OK && there ? PRAP_DUPLICATE : status;
}

static prap_status enter_and_write(prap_sqlite *store, const char *sql, prap_text id, prap_bytes data, prap_error *reterr) {
    if (store == NULL || (data.bytes == NULL && data.n > 0) || (id.bytes == NULL && id.n > 0)) return PRAP_E_NULL;
    const prap_status entered = prapi_sqlite_enter(store, reterr);
    return entered != PRAP_OK ? entered : report(store, prapi_sqlite_leave(store, write_row(store, sql, id, data)), reterr);
}

prap_status prap_sqlite_sidecar_put(prap_sqlite *store, prap_text id, prap_bytes data, prap_error *reterr) {
    return enter_and_write(store, replace, id, data, reterr);
}

prap_status prap_sqlite_sidecar_add(prap_sqlite *store, prap_text id, prap_bytes data, prap_error *reterr) {
    return enter_and_write(store, add, id, data, reterr);
}

/* What stands there, to visit; a failure of the store is reported, the visit's status is only returned. */
static prap_status get_row(prap_sqlite *store, prap_text id, prap_sqlite_visit_sidecar visit, void *user, prap_error *reterr) {
    bool there = false;
    sqlite3_stmt *get = NULL;
    prap_status status = check_id(store, id);
    if (status == PRAP_OK) status = find_table(store, &there);
    if (status != PRAP_OK) return report(store, status, reterr);
    if (!there) return PRAP_NONE;
    int code = sqlite3_prepare_v2(store->db, "SELECT pad, data FROM side_car WHERE id = ?1", -1, &get, NULL);
    if (code == SQLITE_OK) code = prapi_sqlite_bind_text(get, 1, id);
    if (code == SQLITE_OK) code = sqlite3_step(get);
    status = code == SQLITE_DONE ? PRAP_NONE : PRAP_OK;
    if (code == SQLITE_ROW) {
        const int64_t pad = sqlite3_column_int64(get, 0);
        const prap_bytes all = prapi_sqlite_bytes(get, 1);
        if (pad < 0 || (uint64_t)pad > all.n) {
            status = prapi_sqlite_say(store, PRAP_E_DAMAGED, "a row of the side-car is shorter than its padding");
        } else if (all.bytes == NULL && all.n > 0) {
            status = prapi_sqlite_failed(store, PRAP_E_NOMEM, "read the side-car", SQLITE_NOMEM);
        } else {
            status = visit(user, (prap_bytes){all.bytes + pad, all.n - (size_t)pad});
            sqlite3_finalize(get);
            return status;
        }
    } else if (code != SQLITE_DONE) {
        status = prapi_sqlite_failed(store, prapi_sqlite_status_of(code), "read the side-car", code);
    }
    sqlite3_finalize(get);
    return report(store, status, reterr);
}

prap_status prap_sqlite_sidecar_get(prap_sqlite *store, prap_text id, prap_sqlite_visit_sidecar visit, void *user,
                                    prap_error *reterr) {
    if (store == NULL || visit == NULL || (id.bytes == NULL && id.n > 0)) return PRAP_E_NULL;
    const prap_status entered = prapi_sqlite_enter(store, reterr);
    return entered != PRAP_OK ? entered : prapi_sqlite_leave(store, get_row(store, id, visit, user, reterr));
}

static prap_status shred_row(prap_sqlite *store, prap_text id) {
    bool there = false;
    prap_status status = check_id(store, id);
    if (status == PRAP_OK) status = make_safe(store);
    if (status == PRAP_OK) status = find_table(store, &there);
    if (status == PRAP_OK && there) status = prapi_sqlite_begin(store);
    int gone = 0;
    if (status == PRAP_OK && there) {
        const int code = delete_row(store, id);
        gone = sqlite3_changes(store->db);
        if (code != SQLITE_OK) status = prapi_sqlite_failed(store, prapi_sqlite_status_of(code), "erase", code);
        status = end(store, status);
    }
    prapi_sqlite_roll_back(store);
    if (status == PRAP_OK) status = prapi_sqlite_cut_log(store);
    return status == PRAP_OK && gone == 0 ? PRAP_NONE : status;
}

prap_status prap_sqlite_sidecar_shred(prap_sqlite *store, prap_text id, prap_error *reterr) {
    if (store == NULL || (id.bytes == NULL && id.n > 0)) return PRAP_E_NULL;
    const prap_status entered = prapi_sqlite_enter(store, reterr);
    return entered != PRAP_OK ? entered : report(store, prapi_sqlite_leave(store, shred_row(store, id)), reterr);
}
