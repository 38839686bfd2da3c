/*
 * error.c: SQLite's codes as statuses, and failures in words.
 *
 * Only sqlite3_errstr is quoted, never sqlite3_errmsg: the first has a fixed text for each code, the second
 * may hold pieces of a schema, a path or a value.
 */
#include <string.h>

#include "store.h"

prap_status prapi_sqlite_status_of(int code) {
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: /* lost the race for the WAL's locks too often */
        return PRAP_RETRY;
    case SQLITE_CORRUPT:
        return PRAP_E_DAMAGED;
    case SQLITE_NOTADB:
        return PRAP_E_FOREIGN;
    default: /* SQLite's codes, not ours: full, read-only, I/O, memory and what it may add */
        return PRAP_FAIL;
    }
}

static prap_status remember(prap_sqlite *store, prap_status status) {
    store->last.size = sizeof store->last;
    store->last.status = status;
    memset(store->last.field, 0, sizeof store->last.field);
    memcpy(store->last.field, "store", sizeof "store");
    return status;
}

prap_status prapi_sqlite_failed(prap_sqlite *store, prap_status status, const char *what, int code) {
    memset(store->last.message, 0, sizeof store->last.message);
    sqlite3_snprintf((int)sizeof store->last.message, store->last.message,
                     "could not %s: %s (SQLite result %d)", what, sqlite3_errstr(code), code);
    return remember(store, status);
}

prap_status prapi_sqlite_say(prap_sqlite *store, prap_status status, const char *sentence) {
    memset(store->last.message, 0, sizeof store->last.message);
    sqlite3_snprintf((int)sizeof store->last.message, store->last.message, "%s", sentence);
    return remember(store, status);
}

void prapi_sqlite_report(const prap_error *from, prap_error *reterr) {
    if (reterr == NULL) return;
    const size_t size = reterr->size;
    if (size >= offsetof(prap_error, field)) reterr->status = from->status;
    if (size >= offsetof(prap_error, message)) memcpy(reterr->field, from->field, sizeof reterr->field);
    if (size > offsetof(prap_error, message)) {
        size_t room = size - offsetof(prap_error, message);
        if (room > sizeof reterr->message) room = sizeof reterr->message;
        memcpy(reterr->message, from->message, room - 1);
        reterr->message[room - 1] = '\0';
    }
}

prap_status prap_sqlite_last_error(const prap_sqlite *store, prap_error *reterr) {
    if (store == NULL || reterr == NULL) return PRAP_E_NULL;
    if (store->last.status != PRAP_OK) prapi_sqlite_report(&store->last, reterr);
    return store->last.status;
}
