/* calls.h: calling the host, and believing only what its contract allows. Knows no rules. */
#ifndef PRAPI_CALLS_H
#define PRAPI_CALLS_H

#include <stdbool.h>
#include <stdint.h>

#include "prap/host.h"

/* The host's structs in our layout: slots that an older host does not have are NULL. */
typedef struct prapi_host {
    prap_allocator allocator;
    prap_store store;
    prap_observer observer;
} prapi_host;

/* Adopts a host. Returns PRAP_OK, PRAP_E_NULL or PRAP_E_SIZE; the error names what is missing. */
prap_status prapi_host_adopt(const prap_host *host, prapi_host *ret_host, prap_error *reterr);

/* One row, copied. */
typedef struct prapi_row_copy {
    uint64_t version;
    uint32_t case_id_bytes;
    uint32_t id_bytes;
    uint32_t record_bytes;
    char case_id[PRAP_ID_BYTES];
    char id[PRAP_ID_BYTES];
    uint8_t record[PRAP_SNAPSHOT_BYTES];
} prapi_row_copy;

/* Where a callback pushes rows. */
struct prap_sink {
    prapi_row_copy *rows;
    uint32_t room;
    uint32_t count;
    uint32_t pushes;    /* including those that could not be taken */
    prap_status status; /* the first push that could not be taken */
};

_Static_assert((int)PRAP_EVENT_BYTES <= (int)PRAP_SNAPSHOT_BYTES, "one room holds either record");

/* PRAP_OK: row holds the snapshot. PRAP_NONE: no such case. Else why not. */
prap_status prapi_host_load(const prapi_host *host, const prap_key *key, prapi_row_copy *row);

/* The outcome of one change: PRAP_OK, CONFLICT, DUPLICATE, RETRY, UNKNOWN or FAIL. A callback that answers anything
   else leaves the outcome unknown. */
prap_status prapi_host_commit(const prapi_host *host, const prap_change *change);

/* The same of n changes in one call: the outcome of each. */
void prapi_host_commit_all(const prapi_host *host, const prap_change *changes, size_t n, prap_status *ret_each);

/* Events from a sequence on. *ret_count may be less than room only at the journal's end. */
prap_status prapi_host_read(const prapi_host *host, const prap_key *key, uint64_t from, prapi_row_copy *rows,
                            uint32_t room, uint32_t *ret_count);

/* Cases after one. As read. */
prap_status prapi_host_scan(const prapi_host *host, prap_text tenant, prap_text after, prap_day due_by,
                            prapi_row_copy *rows, uint32_t room, uint32_t *ret_count);

#endif
