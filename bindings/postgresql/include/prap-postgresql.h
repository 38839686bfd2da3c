/*
 * prap-postgresql.h: a ready-made store in a PostgreSQL database (decision 0002), a library of its own beside libprap,
 * over libpq.
 *
 * The schema "prap" of one database holds any number of tenants and cases: the snapshot and index columns of each case,
 * its journal, and the outbox of its notices; and, sealed, a person's data beside them. A change is one statement in one
 * round trip, and its own transaction; changes of several cases in one call travel together, and each is all or nothing.
 * What was answered PRAP_OK is as durable as the server makes a commit; synchronous_commit is turned on where it was off.
 *
 * A call that loses its connection opens another by itself. A question is then asked again; a commit whose answer was
 * lost is PRAP_UNKNOWN, for it may or may not have happened, and submitting the same id again finds out.
 *
 * Thread rule: a handle is for one thread at a time. A process that was forked while it was open makes a connection of its
 * own at the next call, and leaves the parent's as it is; not in the middle of a call. Different handles are independent, in
 * any number of processes on any number of machines. Memory: malloc. Errors name what failed and its SQLSTATE, never a
 * host, a user, a password or a stored value. The handle keeps the connection string for reconnecting, and wipes it
 * when it is closed.
 */
#ifndef PRAP_POSTGRESQL_H
#define PRAP_POSTGRESQL_H

#include <stddef.h>
#include <stdint.h>

#include "prap/export.h"
#include "prap/host.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct prap_postgresql prap_postgresql;

/* How to open; to be joined with |. CREATE and READ_ONLY exclude each other. */
enum {
    PRAP_POSTGRESQL_CREATE = 1,    /* make the tables when the database has none, and bring older ones up to date */
    PRAP_POSTGRESQL_READ_ONLY = 2, /* never write: commit answers PRAP_FAIL */
};

/* The newest form of the tables that this library knows: the greatest number in prap.form. */
#define PRAP_POSTGRESQL_FORM 3

/* How long a call waits for another's lock, or for a server that is starting again, before it answers PRAP_RETRY,
   unless set otherwise; and how long the server may take for the rest of a call. Both in milliseconds. */
#define PRAP_POSTGRESQL_WAIT_MILLISECONDS 5000
#define PRAP_POSTGRESQL_CALL_MILLISECONDS 10000

/*
 * Opens the store that name tells: a connection string of libpq ("host=/run/postgresql dbname=cases"), a URI
 * ("postgresql://…"), or a connection string after "postgresql:"; NUL-terminated. What it leaves out libpq takes from
 * its environment, its service file and its password file. The database's encoding must be UTF8. *ret_store is written
 * only on PRAP_OK; prap_postgresql_close gives it back. Returns PRAP_OK; PRAP_E_NULL; PRAP_E_TEXT (name is not a
 * connection string); PRAP_E_RANGE (flags); PRAP_E_FOREIGN (there are no tables of libprap's, and they were not to be
 * made; or the schema prap is another's); PRAP_E_VERSION (tables of a newer form, or of an older one without
 * PRAP_POSTGRESQL_CREATE); PRAP_E_DAMAGED; PRAP_RETRY (the server cannot be reached, is starting, or has too many
 * connections); PRAP_FAIL (it does not let us in, has no such database, or cannot make the tables); PRAP_E_NOMEM.
 * Since 0.1.
 */
PRAP_API prap_status prap_postgresql_open(const char *name, uint32_t flags, prap_postgresql **ret_store,
                                          prap_error *reterr);

/* NULL is allowed. Does nothing while a visit is running. Since 0.1. */
PRAP_API void prap_postgresql_close(prap_postgresql *store);

/*
 * The callbacks for prap_host, all four. Borrowed: they live as long as the handle. NULL for NULL.
 * Besides what host.h says: load and read answer PRAP_E_DAMAGED when a case's version and its journal do not agree or
 * the journal has a gap; commit then answers PRAP_FAIL, as for a change that contradicts itself or exceeds a limit. A
 * serialisation failure, a deadlock or a lock that was not to be had in time is PRAP_RETRY. Since 0.1.
 */
PRAP_API const prap_store *prap_postgresql_store(prap_postgresql *store);

/*
 * What the last call on this handle that did not succeed had to say; PRAP_OK and nothing written when there
 * was none. Refusals of the contract (PRAP_NONE, PRAP_CONFLICT, PRAP_DUPLICATE) are not failures. Returns the
 * status of that failure, or PRAP_E_NULL. Since 0.1.
 */
PRAP_API prap_status prap_postgresql_last_error(const prap_postgresql *store, prap_error *reterr);

/*
 * Sets how long a call waits for another's lock or for the server to come back; 0: as good as not at all. At most
 * 600,000 milliseconds. Returns PRAP_OK, PRAP_E_NULL, PRAP_E_RANGE or PRAP_E_REENTRY. Since 0.1.
 */
PRAP_API prap_status prap_postgresql_set_wait(prap_postgresql *store, uint32_t wait_milliseconds);

/*
 * Reads every table and looks for damage: that the journal of every case runs from 1 to its version without a gap, and
 * that no event is without its case and no notice without its event. It takes as long as it takes. What lies inside a
 * record is checksummed by libprap itself; pages are PostgreSQL's own matter (data_checksums, pg_amcheck). Returns
 * PRAP_OK; PRAP_E_NULL; PRAP_E_REENTRY; PRAP_E_DAMAGED (reterr says which check); PRAP_RETRY; PRAP_FAIL. Since 0.1.
 */
PRAP_API prap_status prap_postgresql_check(prap_postgresql *store, prap_error *reterr);

/* A notice of the outbox. Borrowed for the length of the visit. */
typedef struct prap_postgresql_notice {
    size_t size; /* sizeof(prap_postgresql_notice) as the library compiled it */
    prap_key key;
    uint64_t sequence; /* (key, sequence, ordinal) is the notice's permanent id */
    uint32_t ordinal;
    uint32_t notice;    /* PRAP_NOTICE_* */
    uint32_t recipient; /* PRAP_RECIPIENT_* */
    prap_day due;       /* or PRAP_DAY_NONE */
    uint32_t sent;      /* 1: a delivery has taken it */
    uint32_t reserved;  /* 0 */
} prap_postgresql_notice;

/* Returns PRAP_OK to go on; prap_postgresql_deliver says what else. */
typedef prap_status (*prap_postgresql_visit_notice)(void *user, const prap_postgresql_notice *notice);

/*
 * Visits the notices, sent or not, over all tenants in order of their permanent id, tenant and case compared as bytes:
 * those after the one given, of which key, sequence and ordinal count (NULL: from the beginning), at most limit of
 * them. While it visits, every other call on the same handle answers PRAP_E_REENTRY. What visit returns other than
 * PRAP_OK ends the walk and is returned by it. Returns also PRAP_E_NULL; PRAP_E_REENTRY; PRAP_RETRY; PRAP_FAIL;
 * PRAP_E_DAMAGED. Since 0.1.
 */
PRAP_API prap_status prap_postgresql_notices(prap_postgresql *store, const prap_postgresql_notice *after,
                                             uint32_t limit, prap_postgresql_visit_notice visit, void *user,
                                             prap_error *reterr);

/*
 * Claims cases with notices that were not sent, at most cases of them, visits of each at most
 * PRAP_POSTGRESQL_CASE_NOTICES in the order of their ids, and marks as sent those of which visit returned PRAP_OK.
 * Any number of relays may do so at once: a case is with one of them at a time, so its notices come in order. Every
 * notice comes at least once, and always under the same id: again when this process dies, or the connection is lost,
 * after a visit and before the mark, so a receiver must know an id that it had.
 *
 * lease_seconds 0: the claim is a row lock (FOR UPDATE SKIP LOCKED) and ends with the call or with the connection.
 * Otherwise it is a lease in the table, of 1 to 86,400 seconds, for engines without SKIP LOCKED, and for visits that
 * take longer than a transaction should: a relay that dies keeps its cases from the others for so long.
 *
 * visit returns PRAP_OK: delivered. PRAP_RETRY: not now, and nothing more of this case; the next case is visited. Any
 * other: the walk ends and returns it; what was delivered before is marked. While it visits, every other call on the
 * same handle answers PRAP_E_REENTRY. *ret_delivered, which may be NULL, is how many were marked as sent; 0 and PRAP_OK:
 * nothing was to be claimed. Returns PRAP_OK; PRAP_E_NULL; PRAP_E_REENTRY; PRAP_E_RANGE; PRAP_RETRY; PRAP_UNKNOWN (the
 * marks may or may not be there); PRAP_FAIL; PRAP_E_DAMAGED; what visit returned. Since 0.1.
 */
PRAP_API prap_status prap_postgresql_deliver(prap_postgresql *store, uint32_t cases, uint32_t lease_seconds,
                                             prap_postgresql_visit_notice visit, void *user, uint64_t *ret_delivered,
                                             prap_error *reterr);
#define PRAP_POSTGRESQL_CASE_NOTICES  32
#define PRAP_POSTGRESQL_DELIVER_CASES 1000 /* most cases in one call */

/*
 * The side-car: a person's data beside the journal, which holds none. The host keys them by a random id of its own making
 * that says nothing about anyone, and uses the same id, or one that leads to it, as the case id.
 *
 * PostgreSQL keeps what was deleted until a vacuum and a later row come by, and for longer in its log, in replicas and in
 * backups. So it is given nothing that can be read: the data are sealed (AES-256-GCM, in this process) under a key of the
 * person's own, which the host keeps somewhere that can destroy it for good and that is not copied with the database; the
 * side-car of an SQLite store is such a place. Once the key is destroyed no copy of the data can be read, wherever it is.
 * What can still be seen is that there was a row under that id, and how long it was.
 */
#define PRAP_POSTGRESQL_SIDECAR_BYTES (1 << 20) /* the longest data */
#define PRAP_POSTGRESQL_KEY_BYTES     32

/* The keeper of the keys. Each is called with an id of the side-car; while it runs, every other call on the store's handle
   answers PRAP_E_REENTRY. A key that was answered PRAP_OK is one that will be found again, whatever is killed. */
typedef struct prap_postgresql_keys {
    size_t size; /* sizeof(prap_postgresql_keys) as the host compiled it */
    void *user;  /* handed back, never read */
    /* Writes the key that is kept under the id. PRAP_OK; PRAP_NONE (none is); PRAP_RETRY; PRAP_FAIL. */
    prap_status (*find)(void *user, prap_text id, uint8_t ret_key[PRAP_POSTGRESQL_KEY_BYTES]);
    /* Keeps a key. PRAP_OK; PRAP_DUPLICATE (one is kept already, and stays); PRAP_RETRY; PRAP_UNKNOWN; PRAP_FAIL. */
    prap_status (*add)(void *user, prap_text id, const uint8_t key[PRAP_POSTGRESQL_KEY_BYTES]);
    /* Destroys it for good. PRAP_OK; PRAP_NONE (none was kept); PRAP_RETRY; PRAP_UNKNOWN; PRAP_FAIL. */
    prap_status (*destroy)(void *user, prap_text id);
} prap_postgresql_keys;

/* Copies keys, whose user must live as long as they are set; NULL takes them away. Until they are set the side-car answers
   PRAP_FAIL. Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE (size); PRAP_E_REENTRY. Since 0.1. */
PRAP_API prap_status prap_postgresql_set_keys(prap_postgresql *store, const prap_postgresql_keys *keys);

/*
 * Puts data under an id, in the place of what was there: 1 to 64 visible ASCII characters; sealed with the key of that id,
 * which is drawn and kept when there is none. What was there before stays sealed with the same key. Written in one
 * transaction. Returns PRAP_OK; PRAP_E_NULL; PRAP_E_TEXT (id); PRAP_E_LIMIT (data); PRAP_E_REENTRY; PRAP_E_NOMEM;
 * PRAP_RETRY; PRAP_UNKNOWN (it may have happened); PRAP_FAIL; PRAP_E_DAMAGED. Since 0.1.
 */
PRAP_API prap_status prap_postgresql_sidecar_put(prap_postgresql *store, prap_text id, prap_bytes data, prap_error *reterr);

/* Returns PRAP_OK, or what prap_postgresql_sidecar_get is to return. data is borrowed for the visit, and wiped after it. */
typedef prap_status (*prap_postgresql_visit_sidecar)(void *user, prap_bytes data);

/* Visits the data under an id. Returns what visit returned; PRAP_NONE (no such id, or its key is destroyed); PRAP_E_NULL;
   PRAP_E_TEXT; PRAP_E_REENTRY; PRAP_RETRY; PRAP_FAIL; PRAP_E_NOMEM; PRAP_E_DAMAGED (they do not open with their key).
   Since 0.1. */
PRAP_API prap_status prap_postgresql_sidecar_get(prap_postgresql *store, prap_text id, prap_postgresql_visit_sidecar visit,
                                                 void *user, prap_error *reterr);

/*
 * Destroys the key of an id, and deletes its row. Returns PRAP_OK: what was there cannot be read any more, here or in any
 * copy of the database. PRAP_NONE: there was neither key nor row. PRAP_RETRY, PRAP_UNKNOWN, PRAP_FAIL: the data are there
 * whole, or not to be read any more, and asking again finishes it. PRAP_E_NULL; PRAP_E_TEXT; PRAP_E_REENTRY;
 * PRAP_E_DAMAGED. Since 0.1.
 */
PRAP_API prap_status prap_postgresql_sidecar_shred(prap_postgresql *store, prap_text id, prap_error *reterr);

#ifdef __cplusplus
}
#endif

#endif
