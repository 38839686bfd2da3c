/*
 * prap-sqlite.h: a ready-made store in an SQLite database (decision 0002), a library of its own beside
 * libprap.
 *
 * One file holds any number of tenants and cases: the snapshot and index columns of each case, its journal,
 * and the outbox of its notices. A batch of changes is one transaction; within it each change is all or
 * nothing. The file is in WAL form and every commit is synced (synchronous=FULL) before it is answered, so
 * what was answered PRAP_OK survives a killed process and a lost power supply, as far as disk and file system
 * keep their promises.
 *
 * The database is recognised by its application_id. One that is not ours, or that was written by a newer
 * form, is refused and left untouched. Several processes, and several handles, may have the same file open;
 * not on a network file system, where SQLite cannot share its memory between machines.
 *
 * Thread rule: a handle is for one thread at a time, and not for use across fork. Different handles are
 * independent. Memory: SQLite's own allocator. Errors name what failed and SQLite's reason, never a path or a
 * stored value.
 */
#ifndef PRAP_SQLITE_H
#define PRAP_SQLITE_H

#include <stddef.h>
#include <stdint.h>

#include "prap/export.h"
#include "prap/host.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct prap_sqlite prap_sqlite;

/* How to open; to be joined with |. CREATE and READ_ONLY exclude each other. */
enum {
    PRAP_SQLITE_CREATE = 1,    /* make the database when the file is missing or empty */
    PRAP_SQLITE_READ_ONLY = 2, /* never write: commit answers PRAP_FAIL */
};

/* Marks of the file: the header field application_id ("PRaP"), and the newest user_version this library
 * knows. */
#define PRAP_SQLITE_APPLICATION_ID 0x50526150
#define PRAP_SQLITE_FORM           1

/* How long a call waits for another process's lock before it answers PRAP_RETRY, unless set otherwise. */
#define PRAP_SQLITE_WAIT_MILLISECONDS 5000

/*
 * Opens the database at path: a NUL-terminated file name, or ":memory:" for one that lives as long as the
 * handle (and needs no PRAP_SQLITE_CREATE). Names that begin with "file:" are refused, because SQLite may
 * read them as URIs: write "./file:…". *ret_store is written only on PRAP_OK; prap_sqlite_close gives it
 * back. Returns PRAP_OK; PRAP_E_NULL; PRAP_E_TEXT (path is empty or begins with "file:"); PRAP_E_RANGE
 * (flags); PRAP_E_FOREIGN (a file that is not a libprap store); PRAP_E_VERSION (a newer form);
 * PRAP_E_DAMAGED; PRAP_RETRY (locked); PRAP_FAIL (missing, not permitted, not writable, disk full or
 * failing); PRAP_E_NOMEM. Since 0.1.
 */
PRAP_API prap_status prap_sqlite_open(const char *path, uint32_t flags, prap_sqlite **ret_store,
                                      prap_error *reterr);

/* NULL is allowed. Does nothing while prap_sqlite_notices is visiting. Since 0.1. */
PRAP_API void prap_sqlite_close(prap_sqlite *store);

/*
 * The callbacks for prap_host, all four. Borrowed: they live as long as the handle. NULL for NULL.
 * Besides what host.h says: load and read answer PRAP_E_DAMAGED when a case's version and its journal do not
 * agree or the journal has a gap; commit then answers PRAP_FAIL, as for a change that contradicts itself.
 * PRAP_UNKNOWN is answered only when SQLite's own COMMIT failed in a way that may leave it on the disk. Since
 * 0.1.
 */
PRAP_API const prap_store *prap_sqlite_store(prap_sqlite *store);

/*
 * What the last call on this handle that did not succeed had to say; PRAP_OK and nothing written when there
 * was none. Refusals of the contract (PRAP_NONE, PRAP_CONFLICT, PRAP_DUPLICATE) are not failures. Returns the
 * status of that failure, or PRAP_E_NULL. Since 0.1.
 */
PRAP_API prap_status prap_sqlite_last_error(const prap_sqlite *store, prap_error *reterr);

/*
 * Sets how long a call waits for another's lock; 0: not at all. At most 600,000 milliseconds.
 * Returns PRAP_OK, PRAP_E_NULL, PRAP_E_RANGE or PRAP_E_REENTRY. Since 0.1.
 */
PRAP_API prap_status prap_sqlite_set_wait(prap_sqlite *store, uint32_t wait_milliseconds);

/*
 * Reads the whole file and looks for damage: SQLite's integrity and foreign key checks, and for every case
 * that its journal runs from 1 to its version without a gap. What lies inside a record is checksummed by
 * libprap itself. Returns PRAP_OK; PRAP_E_NULL; PRAP_E_REENTRY; PRAP_E_DAMAGED (reterr says which check);
 * PRAP_RETRY; PRAP_FAIL. Since 0.1.
 */
PRAP_API prap_status prap_sqlite_check(prap_sqlite *store, prap_error *reterr);

/* A notice of the outbox. Borrowed for the length of the visit. */
typedef struct prap_sqlite_notice {
    size_t size;       /* sizeof(prap_sqlite_notice) as the library compiled it */
    uint64_t position; /* in the outbox of the whole file: grows with every notice, is never used twice */
    prap_key key;
    uint64_t sequence; /* (key, sequence, ordinal) is the notice's permanent id */
    uint32_t ordinal;
    uint32_t notice;    /* PRAP_NOTICE_* */
    uint32_t recipient; /* PRAP_RECIPIENT_* */
    prap_day due;       /* or PRAP_DAY_NONE */
} prap_sqlite_notice;

/* Returns PRAP_OK to go on; anything else ends the walk and is returned by it. */
typedef prap_status (*prap_sqlite_visit_notice)(void *user, const prap_sqlite_notice *notice);

/*
 * Visits the notices whose position is greater than after, in order of position, at most limit of them, over
 * all tenants. A reader that keeps the last position it has dealt with and passes it as after misses none:
 * positions become visible in their order. While it visits, every other call on the same handle answers
 * PRAP_E_REENTRY. Returns PRAP_OK; PRAP_E_NULL; PRAP_E_REENTRY; PRAP_E_DAMAGED; PRAP_RETRY; PRAP_FAIL; what
 * visit returned. Since 0.1.
 */
PRAP_API prap_status prap_sqlite_notices(prap_sqlite *store, uint64_t after, uint32_t limit,
                                         prap_sqlite_visit_notice visit, void *user, prap_error *reterr);

/*
 * The side-car: a person's data beside the journal, which holds none. The host keys them by a random id of its own
 * making that says nothing about anyone, and uses the same id, or one that leads to it, as the case id. When they are to be
 * erased the side-car is shredded, and the journal goes on being whole: prap_engine_verify passes as before.
 */
#define PRAP_SQLITE_SIDECAR_BYTES (1 << 20) /* the longest data */

/*
 * Puts data under an id, in the place of what was there: 1 to 64 visible ASCII characters. What was there before is
 * zeroed in the file, and may stand in the write-ahead log until the next shredding. Written in one transaction.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_TEXT (id); PRAP_E_LIMIT (data); PRAP_E_REENTRY; PRAP_RETRY; PRAP_UNKNOWN (it may
 * have happened); PRAP_FAIL; PRAP_E_DAMAGED. Since 0.1.
 */
PRAP_API prap_status prap_sqlite_sidecar_put(prap_sqlite *store, prap_text id, prap_bytes data, prap_error *reterr);

/* The same where nothing is under the id yet; PRAP_DUPLICATE: something is, and stays. So may a key be kept for a person,
   of which there must be one whoever is quickest (prap_postgresql_keys). Since 0.1. */
PRAP_API prap_status prap_sqlite_sidecar_add(prap_sqlite *store, prap_text id, prap_bytes data, prap_error *reterr);

/* Returns PRAP_OK, or what prap_sqlite_sidecar_get is to return. data is borrowed for the visit. */
typedef prap_status (*prap_sqlite_visit_sidecar)(void *user, prap_bytes data);

/* Visits the data under an id. Returns what visit returned; PRAP_NONE (no such id); PRAP_E_NULL; PRAP_E_TEXT;
   PRAP_E_REENTRY; PRAP_RETRY; PRAP_FAIL; PRAP_E_NOMEM; PRAP_E_DAMAGED. Since 0.1. */
PRAP_API prap_status prap_sqlite_sidecar_get(prap_sqlite *store, prap_text id, prap_sqlite_visit_sidecar visit, void *user,
                                             prap_error *reterr);

/*
 * Takes the data under an id out, and every trace of them: zeroed in the file, the write-ahead log cut to nothing. Only
 * the id may stand in some unused corner. Copies that the host made (backups, replicas, file system snapshots) are the
 * host's to deal with. Returns PRAP_OK: they are gone. PRAP_NONE: nothing was there, and the log is cut likewise, so
 * asking again finishes what a killed process began. PRAP_RETRY: a lock stood in the way; they are there, or no longer to
 * be read but perhaps still in the log: ask again. PRAP_UNKNOWN, PRAP_FAIL: they are there whole, or not to be read any
 * more: ask again. PRAP_E_NULL; PRAP_E_TEXT; PRAP_E_REENTRY; PRAP_E_DAMAGED. Since 0.1.
 */
PRAP_API prap_status prap_sqlite_sidecar_shred(prap_sqlite *store, prap_text id, prap_error *reterr);

#ifdef __cplusplus
}
#endif

#endif
