/*
 * read.c: load, read and scan: the questions of the storage contract. Long answers come in pages, so that the memory
 * they take does not grow with the caseload, and each page is a question of its own.
 */
#include <string.h>

#include "store.h"

enum { PAGE_ROWS = 256 };

static prap_status disagree(prap_postgresql *store) {
    return prapi_postgresql_say(store, PRAP_E_DAMAGED, "a case's version and its journal do not agree");
}

static prap_status push_loaded(prap_postgresql *store, const PGresult *result, const prap_key *key, prap_sink *sink) {
    const int64_t version = prapi_postgresql_number(result, 0, 0);
    if (version < 1 || prapi_postgresql_number(result, 0, 1) != version) return disagree(store);
    const prap_row row = {.size = sizeof row,
                          .version = (uint64_t)version,
                          .case_id = key->case_id,
                          .record = prapi_postgresql_bytes(result, 0, 2)};
    const prap_status status = prap_sink_push(sink, &row);
    return status == PRAP_E_LIMIT ? PRAP_OK : status;
}

prap_status prapi_postgresql_load(void *user, const prap_key *key, prap_sink *sink) {
    prap_postgresql *store = user;
    const prap_status entered = prapi_postgresql_enter_callback(store);
    if (entered != PRAP_OK) return entered;
    PGresult *result = NULL;
    prapi_parameters_begin(&store->parameters);
    prapi_put_text(&store->parameters, key->tenant);
    prapi_put_text(&store->parameters, key->case_id);
    prap_status status = prapi_postgresql_ask(store, PRAPI_POSTGRESQL_LOAD, &result);
    if (status != PRAP_OK) return status;
    status = PQntuples(result) == 0 ? PRAP_NONE : push_loaded(store, result, key, sink);
    PQclear(result);
    return status;
}

static uint32_t page_of(uint32_t left) {
    return left < PAGE_ROWS ? left : PAGE_ROWS;
}

/* Pushes a page of the journal; PRAP_E_LIMIT: the sink has what it asked for, or the journal ended. */
static prap_status push_events(prap_postgresql *store, const PGresult *result, uint32_t asked, int64_t *next,
                               prap_sink *sink) {
    const int n = PQntuples(result);
    int64_t version = 0;
    int pushed = 0;
    for (int i = 0; i < n; i++) {
        version = prapi_postgresql_number(result, i, 0);
        if (PQgetisnull(result, i, 1)) continue; /* the case, and no event that far */
        if (prapi_postgresql_number(result, i, 1) != *next || *next > version) return disagree(store);
        const prap_row row = {.size = sizeof row,
                              .version = (uint64_t)*next,
                              .id = prapi_postgresql_text(result, i, 2),
                              .record = prapi_postgresql_bytes(result, i, 3)};
        const prap_status status = prap_sink_push(sink, &row);
        if (status != PRAP_OK) return status;
        *next += 1;
        pushed++;
    }
    if ((uint32_t)pushed == asked) return PRAP_OK;
    return *next <= version ? disagree(store) : PRAP_E_LIMIT;
}

/* The journal must run without a gap from where it was asked for to where it was cut off, or to the version. */
prap_status prapi_postgresql_read(void *user, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink) {
    prap_postgresql *store = user;
    const prap_status entered = prapi_postgresql_enter_callback(store);
    if (entered != PRAP_OK) return entered;
    if (from > INT64_MAX - UINT32_MAX) return PRAP_OK; /* no sequence is so high */
    int64_t next = from == 0 ? 1 : (int64_t)from;
    prap_status status = PRAP_OK;
    for (uint32_t left = max; left > 0 && status == PRAP_OK;) {
        const uint32_t asked = page_of(left);
        PGresult *result = NULL;
        prapi_parameters_begin(&store->parameters);
        prapi_put_text(&store->parameters, key->tenant);
        prapi_put_text(&store->parameters, key->case_id);
        prapi_put_number(&store->parameters, next);
        prapi_put_number(&store->parameters, asked);
        status = prapi_postgresql_ask(store, PRAPI_POSTGRESQL_READ, &result);
        if (status != PRAP_OK) return status;
        status = push_events(store, result, asked, &next, sink);
        PQclear(result);
        left -= asked;
    }
    return status == PRAP_E_LIMIT ? PRAP_OK : status;
}

/* Where a walk goes on. */
struct after {
    char bytes[PRAP_ID_BYTES];
    size_t n;
};

static void go_on_after(struct after *after, prap_text case_id) {
    after->n = case_id.n < sizeof after->bytes ? case_id.n : sizeof after->bytes;
    if (after->n > 0) memcpy(after->bytes, case_id.bytes, after->n);
}

static prap_status push_cases(const PGresult *result, uint32_t asked, struct after *after, prap_sink *sink) {
    const int n = PQntuples(result);
    for (int i = 0; i < n; i++) {
        const prap_row row = {.size = sizeof row,
                              .version = (uint64_t)prapi_postgresql_number(result, i, 1),
                              .case_id = prapi_postgresql_text(result, i, 0),
                              .record = prapi_postgresql_bytes(result, i, 2)};
        const prap_status status = prap_sink_push(sink, &row);
        if (status != PRAP_OK) return status;
        if (i == n - 1) go_on_after(after, row.case_id);
    }
    return (uint32_t)n == asked ? PRAP_OK : PRAP_E_LIMIT;
}

prap_status prapi_postgresql_scan(void *user, const prap_scan *query, prap_sink *sink) {
    prap_postgresql *store = user;
    const prap_status entered = prapi_postgresql_enter_callback(store);
    if (entered != PRAP_OK) return entered;
    if (query->size < sizeof *query) {
        return prapi_postgresql_say(store, PRAP_FAIL, "the query is shorter than this store knows it");
    }
    const bool due_only = query->due_by != PRAP_DAY_NONE;
    const int statement = due_only ? PRAPI_POSTGRESQL_SCAN_DUE : PRAPI_POSTGRESQL_SCAN_ALL;
    struct after after;
    go_on_after(&after, query->after);
    prap_status status = PRAP_OK;
    for (uint32_t left = query->limit; left > 0 && status == PRAP_OK;) {
        const uint32_t asked = page_of(left);
        PGresult *result = NULL;
        prapi_parameters_begin(&store->parameters);
        prapi_put_text(&store->parameters, query->tenant);
        prapi_put_text(&store->parameters, (prap_text){after.bytes, after.n});
        prapi_put_number(&store->parameters, asked);
        if (due_only) prapi_put_day(&store->parameters, query->due_by);
        status = prapi_postgresql_ask(store, statement, &result);
        if (status != PRAP_OK) return status;
        status = push_cases(result, asked, &after, sink);
        PQclear(result);
        left -= asked;
    }
    return status == PRAP_E_LIMIT ? PRAP_OK : status;
}
