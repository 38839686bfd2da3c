/*
 * prap-postgresql.h: a ready-made store in a PostgreSQL database (decision 0002), a library of its own beside libprap,
 * over libpq.
 *
 * The schema "prap" of one database holds any number of tenants and cases: the snapshot and index columns of each case,
 * its journal, and the outbox of its notices. A change is one statement in one round trip, and its own transaction;
 * changes of several cases in one call travel together, and each is all or nothing. What was answered PRAP_OK is as
 * durable as the server makes a commit; synchronous_commit is turned on where it was off.
 *
 * A call that loses its connection opens another by itself. A question is then asked again; a commit whose answer was
 * lost is PRAP_UNKNOWN, for it may or may not have happened, and submitting the same id again finds out.
 *
 * Thread rule: a handle is for one thread at a time, and not for use across fork. Different handles are independent, in
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
#define PRAP_POSTGRESQL_FORM 2

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

#ifdef __cplusplus
}
#endif

#endif
