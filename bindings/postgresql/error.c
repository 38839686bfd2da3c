/*
 * error.c: PostgreSQL's codes as statuses, and failures in words.
 *
 * PostgreSQL's own messages are not quoted: they may hold a host, a user, a piece of a statement or a stored value. Its
 * SQLSTATE says what happened, and the server's log has the rest.
 */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "store.h"

/* The first row whose code begins a SQLSTATE decides. */
static const struct {
    const char *code;
    prap_status status;
    const char *why;
} rows[] = {
    {"40", PRAP_RETRY, "another transaction was in the way"},
    {"55P03", PRAP_RETRY, "another holds the lock for too long"},
    {"57014", PRAP_RETRY, "it took too long"},
    {"57P03", PRAP_RETRY, "the server is starting or stopping"},
    {"57P", PRAP_RETRY, "the server is being stopped"},
    {"53300", PRAP_RETRY, "the server has too many connections"},
    {"08P01", PRAP_FAIL, "the server did not understand us"},
    {"08", PRAP_RETRY, "the connection was lost"},
    {"26", PRAP_RETRY, "the connection was given to somebody else meanwhile"},
    {"42P05", PRAP_RETRY, "the connection was given to somebody else meanwhile"},
    {"0A000", PRAP_RETRY, "the tables were changed meanwhile"},
    {"25006", PRAP_FAIL, "the server, or this handle, only reads"},
    {"28", PRAP_FAIL, "the server does not let us in"},
    {"3D", PRAP_FAIL, "there is no such database"},
    {"3F", PRAP_E_DAMAGED, "the tables are not those of their form"},
    {"42501", PRAP_FAIL, "the role may not do this"},
    {"42", PRAP_E_DAMAGED, "the tables are not those of their form"},
    {"53100", PRAP_FAIL, "the server's disk is full"},
    {"53", PRAP_FAIL, "the server has not the means"},
    {"58", PRAP_FAIL, "the server's system failed"},
    {"XX", PRAP_E_DAMAGED, "the server found damage"},
    {"23", PRAP_FAIL, "it breaks a constraint of the tables"},
    {"22", PRAP_FAIL, "a value is not one that the tables take"},
};

static size_t row_of(const char *sqlstate) {
    size_t i = 0;
    while (i < sizeof rows / sizeof *rows && strncmp(rows[i].code, sqlstate, strlen(rows[i].code)) != 0)
        i++;
    return i;
}

prap_status prapi_postgresql_status_of(const char *sqlstate) {
    const size_t row = row_of(sqlstate);
    return row < sizeof rows / sizeof *rows ? rows[row].status : PRAP_FAIL;
}

static prap_status remember(prap_postgresql *store, prap_status status) {
    store->last.size = sizeof store->last;
    store->last.status = status;
    memset(store->last.field, 0, sizeof store->last.field);
    memcpy(store->last.field, "store", sizeof "store");
    return status;
}

prap_status prapi_postgresql_say(prap_postgresql *store, prap_status status, const char *sentence) {
    memset(store->last.message, 0, sizeof store->last.message);
    snprintf(store->last.message, sizeof store->last.message, "%s", sentence);
    return remember(store, status);
}

prap_status prapi_postgresql_failed(prap_postgresql *store, prap_status status, const char *what, const char *why) {
    memset(store->last.message, 0, sizeof store->last.message);
    snprintf(store->last.message, sizeof store->last.message, "could not %s: %s", what, why);
    return remember(store, status);
}

prap_status prapi_postgresql_refused(prap_postgresql *store, const char *what) {
    const size_t row = row_of(store->sqlstate);
    const bool known = row < sizeof rows / sizeof *rows;
    memset(store->last.message, 0, sizeof store->last.message);
    snprintf(store->last.message, sizeof store->last.message, "could not %s: %s (SQLSTATE %s)", what,
             known ? rows[row].why : "PostgreSQL refused it", store->sqlstate);
    return remember(store, known ? rows[row].status : PRAP_FAIL);
}

prap_status prapi_postgresql_unanswered(prap_postgresql *store, prapi_outcome outcome, const char *what) {
    if (outcome == PRAPI_REFUSED) return prapi_postgresql_refused(store, what);
    if (store->parameters.failed) return prapi_postgresql_failed(store, PRAP_FAIL, what, "there is no memory");
    return prapi_postgresql_failed(store, PRAP_RETRY, what, "the connection was lost");
}

prap_status prapi_postgresql_enter(prap_postgresql *store, prap_error *reterr) {
    if (!store->visiting) return PRAP_OK;
    prapi_postgresql_say(store, PRAP_E_REENTRY, "a visit called back into the store that is visiting");
    prapi_postgresql_report(&store->last, reterr);
    return PRAP_E_REENTRY;
}

prap_status prapi_postgresql_enter_callback(prap_postgresql *store) {
    return prapi_postgresql_enter(store, NULL) == PRAP_OK ? PRAP_OK : PRAP_FAIL;
}

void prapi_postgresql_report(const prap_error *from, prap_error *reterr) {
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

prap_status prap_postgresql_last_error(const prap_postgresql *store, prap_error *reterr) {
    if (store == NULL || reterr == NULL) return PRAP_E_NULL;
    if (store->last.status != PRAP_OK) prapi_postgresql_report(&store->last, reterr);
    return store->last.status;
}
