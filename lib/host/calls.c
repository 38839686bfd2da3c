/* calls.c: every call into the host's store, and what its answers are taken to mean. */
#include <string.h>

#include "base/adopt.h"
#include "base/text.h"
#include "host/calls.h"

/* What a row had at 0.1. */
enum { ROW_LEAST = sizeof(prap_row) };

static prap_status take_row(prapi_row_copy *copy, const prap_row *row) {
    const bool missing = (row->case_id.bytes == NULL && row->case_id.n > 0) ||
                         (row->id.bytes == NULL && row->id.n > 0) ||
                         (row->record.bytes == NULL && row->record.n > 0);
    if (missing) return PRAP_E_NULL;
    if (row->case_id.n > PRAP_ID_BYTES || row->id.n > PRAP_ID_BYTES) return PRAP_E_DAMAGED;
    if (row->record.n > PRAP_SNAPSHOT_BYTES) return PRAP_E_DAMAGED;
    copy->version = row->version;
    copy->case_id_bytes = (uint32_t)row->case_id.n;
    copy->id_bytes = (uint32_t)row->id.n;
    copy->record_bytes = (uint32_t)row->record.n;
    /* memcpy may not be told NULL, though no store's NULL is looked at where there are no bytes. */
    if (row->case_id.n > 0) memcpy(copy->case_id, row->case_id.bytes, row->case_id.n); /* MUT-EQUIV: copies nothing */
    if (row->id.n > 0) memcpy(copy->id, row->id.bytes, row->id.n);                     /* MUT-EQUIV: copies nothing */
    if (row->record.n > 0) memcpy(copy->record, row->record.bytes, row->record.n);     /* MUT-EQUIV: copies nothing */
    return PRAP_OK;
}

prap_status prap_sink_push(prap_sink *sink, const prap_row *row) {
    if (sink == NULL || row == NULL) return PRAP_E_NULL;
    sink->pushes++;
    if (sink->status != PRAP_OK) return sink->status;
    prap_row ours;
    prap_status status = prapi_adopt(&ours, sizeof ours, row, row->size, ROW_LEAST);
    if (status == PRAP_OK && sink->count == sink->room) return PRAP_E_LIMIT;
    if (status == PRAP_OK) status = take_row(&sink->rows[sink->count], &ours);
    sink->status = status;
    if (status == PRAP_OK) sink->count++;
    return status;
}

/* A failure that load, read and scan may report; anything else breaks the contract. */
static prap_status failure_of(prap_status status) {
    switch (status) {
    case PRAP_RETRY:
    case PRAP_FAIL:
    case PRAP_E_DAMAGED:
    case PRAP_E_FOREIGN:
    case PRAP_E_VERSION:
        return status;
    }
    return PRAP_E_HOST;
}

/* The greatest version or sequence that there is (host.h, "Locked"): one can always be added to it. */
#define VERSION_MAX (UINT64_C(1) << 62)

static bool versions_are_possible(const prap_sink *sink) {
    for (uint32_t i = 0; i < sink->count; i++) {
        if (sink->rows[i].version > VERSION_MAX) return false;
    }
    return true;
}

/* What a pushing callback amounts to: its own failure, else that of a push which it did not pass on. */
static prap_status pushed(prap_status returned, const prap_sink *sink) {
    if (returned != PRAP_OK && returned != PRAP_NONE) return failure_of(returned);
    if (sink->status == PRAP_E_DAMAGED || !versions_are_possible(sink)) return PRAP_E_DAMAGED;
    return sink->status == PRAP_OK ? returned : PRAP_E_HOST;
}

prap_status prapi_host_load(const prapi_host *host, const prap_key *key, prapi_row_copy *row) {
    prap_sink sink = {.rows = row, .room = 1};
    const prap_status status = pushed(host->store.load(host->store.user, key, &sink), &sink);
    if (status == PRAP_OK) return sink.pushes == 1 ? PRAP_OK : PRAP_E_HOST; /* and it was taken */
    if (status == PRAP_NONE) return sink.count == 0 ? PRAP_NONE : PRAP_E_HOST;
    return status;
}

/* One that is known: PRAP_UNKNOWN is what everything else is taken for. */
static bool is_outcome(prap_status status) {
    return status == PRAP_OK || status == PRAP_CONFLICT || status == PRAP_DUPLICATE || status == PRAP_RETRY ||
           status == PRAP_FAIL;
}

void prapi_host_commit_all(const prapi_host *host, const prap_change *changes, size_t n, prap_status *ret_each) {
    for (size_t i = 0; i < n; i++) ret_each[i] = PRAP_E_BUG; /* not an outcome: one that is not written is found out */
    const prap_status status = host->store.commit(host->store.user, changes, n, ret_each);
    const prap_status all = status == PRAP_RETRY || status == PRAP_FAIL ? status : PRAP_UNKNOWN;
    for (size_t i = 0; i < n; i++) {
        if (status != PRAP_OK || !is_outcome(ret_each[i])) ret_each[i] = all;
    }
}

prap_status prapi_host_commit(const prapi_host *host, const prap_change *change) {
    prap_status each;
    prapi_host_commit_all(host, change, 1, &each);
    return each;
}

prap_status prapi_host_read(const prapi_host *host, const prap_key *key, uint64_t from, prapi_row_copy *rows,
                            uint32_t room, uint32_t *ret_count) {
    prap_sink sink = {.rows = rows, .room = room};
    const prap_status status = pushed(host->store.read(host->store.user, key, from, room, &sink), &sink);
    *ret_count = sink.count;
    return status == PRAP_NONE ? PRAP_E_HOST : status;
}

prap_status prapi_host_scan(const prapi_host *host, prap_text tenant, prap_text after, prap_day due_by,
                            prapi_row_copy *rows, uint32_t room, uint32_t *ret_count) {
    const prap_scan query = {.size = sizeof query, .tenant = tenant, .after = after, .due_by = due_by, .limit = room};
    prap_sink sink = {.rows = rows, .room = room};
    const prap_status status = pushed(host->store.scan(host->store.user, &query, &sink), &sink);
    *ret_count = sink.count;
    return status == PRAP_NONE ? PRAP_E_HOST : status;
}
