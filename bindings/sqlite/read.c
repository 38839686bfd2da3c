/* read.c: load, read and scan: the questions of the storage contract. */
#include "store.h"

/* Ends a walk: what the sink or SQLite said, as the contract wants it. code is the last step's. */
static prap_status ended(prap_sqlite *store, int statement, prap_status status, int code) {
    prapi_sqlite_rest(store->statements[statement]);
    if (status == PRAP_E_LIMIT) return PRAP_OK; /* the sink has what it asked for */
    if (status != PRAP_OK) return status;
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return PRAP_OK;
    return prapi_sqlite_failed(store, prapi_sqlite_status_of(code), prapi_sqlite_what(statement), code);
}

static prap_status disagree(prap_sqlite *store) {
    return prapi_sqlite_say(store, PRAP_E_DAMAGED, "a case's version and its journal do not agree");
}

static prap_status load_case(prap_sqlite *store, const prap_key *key, prap_sink *sink) {
    sqlite3_stmt *load = store->statements[PRAPI_SQLITE_LOAD];
    prap_status status = PRAP_OK;
    int code = prapi_sqlite_bind_key(load, key);
    if (code == SQLITE_OK) code = sqlite3_step(load);
    if (code == SQLITE_DONE) status = PRAP_NONE;
    if (code == SQLITE_ROW) {
        const int64_t version = sqlite3_column_int64(load, 0);
        if (version < 1 || sqlite3_column_int64(load, 1) != version) {
            status = disagree(store);
        } else {
            const prap_row row = {.size = sizeof row,
                                  .version = (uint64_t)version,
                                  .case_id = key->case_id,
                                  .record = prapi_sqlite_bytes(load, 2)};
            status = prap_sink_push(sink, &row);
        }
    }
    return ended(store, PRAPI_SQLITE_LOAD, status, code);
}

prap_status prapi_sqlite_load(void *user, const prap_key *key, prap_sink *sink) {
    const prap_status entered = prapi_sqlite_enter_callback(user);
    return entered != PRAP_OK ? entered : prapi_sqlite_leave(user, load_case(user, key, sink));
}

/* The journal must run without a gap from where it was asked for to where it was cut off, or to the version.
 */
static prap_status read_journal(prap_sqlite *store, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink) {
    if (from > INT64_MAX) return PRAP_OK; /* no sequence is so high */
    int64_t next = from == 0 ? 1 : (int64_t)from;
    uint32_t pushed = 0;
    prap_status status = PRAP_OK;
    sqlite3_stmt *read = store->statements[PRAPI_SQLITE_READ];
    int code = prapi_sqlite_bind_key(read, key);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(read, 3, next);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(read, 4, max);
    int64_t version = 0;
    if (code == SQLITE_OK) {
        while (status == PRAP_OK && (code = sqlite3_step(read)) == SQLITE_ROW) {
            version = sqlite3_column_int64(read, 0);
            if (sqlite3_column_type(read, 1) == SQLITE_NULL) continue; /* the case, and no event that far */
            if (sqlite3_column_int64(read, 1) != next || next > version) {
                status = disagree(store);
                break;
            }
            const prap_row row = {.size = sizeof row,
                                  .version = (uint64_t)next,
                                  .id = prapi_sqlite_text(read, 2),
                                  .record = prapi_sqlite_bytes(read, 3)};
            status = prap_sink_push(sink, &row);
            next++;
            pushed++;
        }
    }
    if (code == SQLITE_DONE && pushed < max && next <= version) status = disagree(store);
    return ended(store, PRAPI_SQLITE_READ, status, code);
}

prap_status prapi_sqlite_read(void *user, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink) {
    const prap_status entered = prapi_sqlite_enter_callback(user);
    return entered != PRAP_OK ? entered : prapi_sqlite_leave(user, read_journal(user, key, from, max, sink));
}

static prap_status scan_cases(prap_sqlite *store, const prap_scan *query, prap_sink *sink) {
    if (query->size < sizeof *query) {
        return prapi_sqlite_say(store, PRAP_FAIL, "the query is shorter than this store knows it");
    }
    const bool due_only = query->due_by != PRAP_DAY_NONE;
    const int statement = due_only ? PRAPI_SQLITE_SCAN_DUE : PRAPI_SQLITE_SCAN_ALL;
    sqlite3_stmt *scan = store->statements[statement];
    prap_status status = PRAP_OK;
    int code = prapi_sqlite_bind_text(scan, 1, query->tenant);
    if (code == SQLITE_OK) code = prapi_sqlite_bind_text(scan, 2, query->after);
    if (code == SQLITE_OK) code = sqlite3_bind_int64(scan, 3, query->limit);
    if (code == SQLITE_OK && due_only) code = sqlite3_bind_int(scan, 4, query->due_by);
    if (code == SQLITE_OK) {
        while (status == PRAP_OK && (code = sqlite3_step(scan)) == SQLITE_ROW) {
            const prap_row row = {.size = sizeof row,
                                  .version = (uint64_t)sqlite3_column_int64(scan, 1),
                                  .case_id = prapi_sqlite_text(scan, 0),
                                  .record = prapi_sqlite_bytes(scan, 2)};
            status = prap_sink_push(sink, &row);
        }
    }
    return ended(store, statement, status, code);
}

prap_status prapi_sqlite_scan(void *user, const prap_scan *query, prap_sink *sink) {
    const prap_status entered = prapi_sqlite_enter_callback(user);
    return entered != PRAP_OK ? entered : prapi_sqlite_leave(user, scan_cases(user, query, sink));
}
