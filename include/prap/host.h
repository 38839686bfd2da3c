/*
 * host.h: what the host brings: memory, a store, and an observer.
 *
 * The library owns no file, clock, thread or hidden malloc (decision 0002). Every struct here begins with its own
 * size as the host compiled it; the slots that follow are pointer-sized and are only ever appended to. A library
 * newer than the host treats the slots it does not find as NULL; a library older than the host accepts a longer
 * struct only when every byte past the part it knows is zero, and answers PRAP_E_SIZE otherwise.
 *
 * A host struct and whatever it points at must live and stay unchanged as long as any handle created with it.
 * Callbacks must return normally: neither longjmp nor a C++ exception may pass through the library. A callback
 * that calls back into the handle that is calling it gets PRAP_E_REENTRY.
 */
#ifndef PRAP_HOST_H
#define PRAP_HOST_H

#include <stddef.h>
#include <stdint.h>

#include "prap/day.h"
#include "prap/export.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Where an error is explained. The caller's memory. Set size before the call; the library writes only within size.
 * Written only when the function does not return PRAP_OK. field and message are NUL-terminated UTF-8. They name
 * fields, vocabulary words and limits: never a value that came in, so no personal data can be in them.
 */
typedef struct prap_error {
    uint32_t size;     /* sizeof(prap_error) as compiled */
    int32_t status;    /* the status that was returned */
    char field[40];    /* the field at fault, as JSON spells it ("on", "reason"), or "" */
    char message[216]; /* one plain English sentence */
} prap_error;

/* Memory. allocate returns max_align-aligned memory or NULL; release gets the size that was asked for. */
typedef struct prap_allocator {
    size_t size; /* sizeof(prap_allocator) as compiled */
    void *user;
    void *(*allocate)(void *user, size_t bytes);
    void (*release)(void *user, void *block, size_t bytes);
} prap_allocator;

/* Which case. Both are opaque identifiers, 1..PRAP_ID_BYTES bytes of printable UTF-8; tenant may be empty. */
typedef struct prap_key {
    prap_text tenant;
    prap_text case_id;
} prap_key;

#define PRAP_ID_BYTES 64 /* longest tenant, case id or idempotency key */

/* One event of a change, or of a journal. It stands in arrays, so it never grows. */
typedef struct prap_event_record {
    uint32_t size;     /* sizeof(prap_event_record) */
    uint32_t reserved; /* 0 */
    uint64_t sequence;  /* 1, 2, 3 … within the case, without gaps */
    prap_text id;       /* idempotency key of the change that brought it; may be empty */
    prap_bytes record;  /* canonical bytes, checksummed; at most PRAP_EVENT_BYTES */
} prap_event_record;

#define PRAP_EVENT_BYTES 1536    /* longest event record */
#define PRAP_SNAPSHOT_BYTES 2048 /* longest snapshot */

/* One notice: a row of the outbox, kept in the same commit. Its permanent id is (tenant, case, sequence, ordinal).
   It stands in arrays, so it never grows. */
typedef struct prap_notice_record {
    uint32_t size;     /* sizeof(prap_notice_record) */
    uint32_t reserved; /* 0 */
    uint64_t sequence;   /* of the event that raised it */
    uint32_t ordinal;    /* 0, 1, 2 … within the event */
    uint32_t notice;     /* PRAP_NOTICE_* */
    uint32_t recipient;  /* PRAP_RECIPIENT_* */
    prap_day due;        /* day by which to act, or PRAP_DAY_NONE */
} prap_notice_record;

/* One all-or-nothing change to one case. Everything is borrowed for the length of the callback. It stands in arrays,
   so it never grows. */
typedef struct prap_change {
    uint32_t size;     /* sizeof(prap_change) as the library compiled it */
    uint32_t reserved; /* 0 */
    prap_key key;
    uint64_t expected_version;          /* sequence of the last event now stored; 0: the case must not exist */
    uint64_t new_version;               /* sequence of the last event after the change */
    prap_text id;                       /* idempotency key, unique within the case; empty: none */
    const prap_event_record *events;
    size_t n_events;
    prap_bytes snapshot;                /* replaces the case's snapshot */
    uint32_t programme;                 /* index columns: PRAP_PROGRAMME_*, */
    uint32_t stage;                     /*   PRAP_STATE_*, */
    prap_day next_due;                  /*   earliest due day of an unmet deadline, or PRAP_DAY_NONE, */
    prap_day hold_until;                /*   day until which the case must be kept, or PRAP_DAY_NONE */
    const prap_notice_record *notices;
    size_t n_notices;
} prap_change;

/* What to walk. Rows come in ascending order of case id, compared as bytes. */
typedef struct prap_scan {
    size_t size;       /* sizeof(prap_scan) */
    prap_text tenant;
    prap_text after;   /* only case ids greater than this; empty: from the beginning */
    prap_day due_by;   /* only cases with next_due <= this; PRAP_DAY_NONE: every case */
    uint32_t limit;    /* at most this many rows */
} prap_scan;

/* Where load, read and scan put what they find. The library copies; the host keeps its memory. */
typedef struct prap_sink prap_sink;

/*
 * What a host pushes. load: version and record (the snapshot). read: version (the event's sequence), id, record.
 * scan: case_id, version, record (the snapshot).
 */
typedef struct prap_row {
    uint32_t size;     /* sizeof(prap_row) as compiled */
    uint32_t reserved; /* 0 */
    uint64_t version;  /* 0 to 2^62: a greater one is damage */
    prap_text case_id;
    prap_text id;
    prap_bytes record;
} prap_row;

/*
 * Called by a store's callback, any number of times. Returns PRAP_OK: go on. PRAP_E_LIMIT: the sink has what it
 * asked for, stop and return PRAP_OK. Anything else: stop and return that status unchanged. PRAP_E_NULL and
 * PRAP_E_SIZE say that the arguments are unusable. Since 0.1.
 */
PRAP_API prap_status prap_sink_push(prap_sink *sink, const prap_row *row);

/*
 * The store. Outcomes are statuses:
 *   load    PRAP_OK with exactly one row pushed; PRAP_NONE: no such case.
 *   commit  writes ret_each[i] for each change: PRAP_OK; PRAP_CONFLICT (the stored version is not expected_version);
 *           PRAP_DUPLICATE (an event with this id is already in the case's journal; checked before the version);
 *           PRAP_RETRY (nothing happened, try again); PRAP_UNKNOWN (it may or may not have happened); PRAP_FAIL.
 *           The function itself returns PRAP_OK when ret_each tells everything, else one of RETRY, UNKNOWN, FAIL,
 *           which then holds for every change.
 *   read    pushes the journal's events with sequence >= from, ascending, at most max of them. PRAP_OK even if none.
 *   scan    pushes the rows asked for.
 * load and commit are required, read and scan optional: without read there is no history and no day earlier than
 * the last event; without scan there is no sweep and no walk. A failure of load, read or scan is PRAP_RETRY or
 * PRAP_FAIL, or a status of the data class (PRAP_E_DAMAGED, PRAP_E_FOREIGN, PRAP_E_VERSION) which is passed to the
 * caller unchanged.
 *
 * What comes of it, paragraph by paragraph; prap_conformance_run (conformance.h) tries each:
 *   Kept. A change answered PRAP_OK is there, whole, for every later call: its events, its snapshot, its index columns,
 *   its notices, its id. It is there on every handle of the same data, and after the data are opened again.
 *   Refused. A change answered PRAP_CONFLICT, PRAP_DUPLICATE, PRAP_RETRY or PRAP_FAIL left nothing, not even its id; of
 *   one answered PRAP_UNKNOWN all is there or nothing, and sent again under its id it is a duplicate or is made.
 *   A change that has nothing against it is made.
 *   Locked. Of two changes that expect the same version of a case at most one is answered PRAP_OK, whichever handle they
 *   come by. Versions and sequences are whole numbers up to 2^62, compared as such.
 *   Batch. Changes are judged in their order, each on what those before it left, so that one case may come more than
 *   once; a refusal of one leaves the others alone. n may be 0: PRAP_OK, and nothing happens. The function writes
 *   ret_each[0] to ret_each[n - 1] and nothing else.
 *   Bytes. Tenants, case ids and ids are compared as bytes: two that differ in any byte are two. A case is known by its
 *   tenant and its case id, not by the two run together; an id by its case and itself. The empty tenant is a tenant
 *   like others; the empty id is none. A record has 0 to PRAP_EVENT_BYTES bytes and a snapshot 0 to PRAP_SNAPSHOT_BYTES,
 *   of any value, and they come back as they were given.
 *   Asking. The same question gets the same rows in the same order until a commit changes them. load and scan give the
 *   version and the snapshot of the last change, read the sequence, id and record of each event. from, max and limit
 *   hold as they are said; from is at least 1, and a max or limit of 0 asks for nothing.
 *   Borrowed. No pointer that a callback is given, the sink included, is used after it returns.
 */
typedef struct prap_store {
    size_t size; /* sizeof(prap_store) as compiled */
    void *user;
    prap_status (*load)(void *user, const prap_key *key, prap_sink *sink);
    prap_status (*commit)(void *user, const prap_change *changes, size_t n, prap_status *ret_each);
    prap_status (*read)(void *user, const prap_key *key, uint64_t from, uint32_t max, prap_sink *sink);
    prap_status (*scan)(void *user, const prap_scan *query, prap_sink *sink);
} prap_store;

/*
 * A store that holds nothing and stores nothing (commit fails), for an engine that is asked about arrays only. Static,
 * for any number of engines and threads. Since 0.1.
 */
PRAP_API const prap_store *prap_store_nothing(void);

/* Told after a commit, best effort, never during one. It has no veto. */
typedef struct prap_observer {
    size_t size; /* sizeof(prap_observer) as compiled */
    void *user;
    void (*committed)(void *user, const prap_change *change);
} prap_observer;

/* Everything the host brings. allocator is required; store is required by the engine; observer may be NULL. */
typedef struct prap_host {
    size_t size; /* sizeof(prap_host) as compiled */
    const prap_allocator *allocator;
    const prap_store *store;
    const prap_observer *observer;
} prap_host;

#ifdef __cplusplus
}
#endif

#endif
