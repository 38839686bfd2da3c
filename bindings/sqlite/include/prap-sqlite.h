/*
 * prap-sqlite.h: a ready-made store in an SQLite database (decision 0002), a library of its own beside
 * libprap. docs/guide/sqlite.md is its manual.
 *
 * One file holds any number of tenants and cases: the snapshot and index columns of each case, its journal,
 * and the outbox of its notices. A batch of changes is one transaction; within it each change is all or
 * nothing. The file is in WAL form and every commit is synced (synchronous=EXTRA) before it is answered, so
 * what was answered PRAP_OK survives a killed process and a lost power supply, as far as disk and file system
 * keep their promises.
 *
 * The database is recognised by its application_id. One that is not ours, or that was written by a newer
 * form, is refused and left untouched. One of an older form is brought up to date by the first that opens it for writing,
 * in one transaction, and is read as it is by those that open it for reading. Several processes, and several handles, may have the same file open;
 * not on a network file system, where SQLite cannot share its memory between machines.
 *
 * Thread rule: a handle is for one thread at a time. Different handles are independent. A process that was forked while
 * a handle of a file was open cannot use it: every call answers PRAP_FAIL and says so. It opens the file again; what it
 * inherited is let go of then, and the parent's is as it was. Only a fork in the middle of a visit, or of another thread's
 * call, leaves the child without a store: opening answers PRAP_FAIL. Memory: SQLite's own allocator. Errors name what
 * failed and SQLite's reason, never a path or a stored value.
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
    PRAP_SQLITE_CREATE = 1,    /* make the database when the file is missing or empty; a missing one for its owner only (0600) */
    PRAP_SQLITE_READ_ONLY = 2, /* never write: commit answers PRAP_FAIL */
};

/* Marks of the file: the header field application_id ("PRaP"), and the newest user_version this library
 * knows. */
#define PRAP_SQLITE_APPLICATION_ID 0x50526150
#define PRAP_SQLITE_FORM           2

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
 * Reads the whole file and looks for damage, up to the first that it finds; prap_sqlite_examine says what is looked for.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_REENTRY; PRAP_E_DAMAGED (reterr says what was found); PRAP_RETRY; PRAP_FAIL; PRAP_E_NOMEM.
 * Since 0.1.
 */
PRAP_API prap_status prap_sqlite_check(prap_sqlite *store, prap_error *reterr);

/* What is damaged. */
enum {
    PRAP_SQLITE_FINDING_PAGE = 1,         /* "page": SQLite cannot read a page, or finds it in two places */
    PRAP_SQLITE_FINDING_INDEX = 2,        /* "index": an index has other rows than its table (not with PRAP_SQLITE_QUICK) */
    PRAP_SQLITE_FINDING_ROW = 3,          /* "row": a row breaks the rules of its table */
    PRAP_SQLITE_FINDING_EVENT_ALONE = 4,  /* "event-alone": an event without its case */
    PRAP_SQLITE_FINDING_NOTICE_ALONE = 5, /* "notice-alone": a notice without its event */
    PRAP_SQLITE_FINDING_VERSION = 6,      /* "version": a case's version is not the sequence of its last event */
    PRAP_SQLITE_FINDING_GAP = 7,          /* "gap": the event before this one is missing */
};

/* One finding. Borrowed for the length of the visit. */
typedef struct prap_sqlite_finding {
    size_t size;       /* sizeof(prap_sqlite_finding) as the library compiled it */
    uint32_t finding;  /* PRAP_SQLITE_FINDING_* */
    uint32_t reserved; /* 0 */
    prap_key key;      /* of the case; empty for page, index and row */
    uint64_t sequence; /* of the event or notice; 0: the case as a whole, or none */
    const char *name;  /* the finding's word, as quoted above */
    const char *text;  /* the same in a sentence */
} prap_sqlite_finding;

/* Returns PRAP_OK to go on; anything else ends the reading and is returned by it. */
typedef prap_status (*prap_sqlite_visit_finding)(void *user, const prap_sqlite_finding *finding);

#define PRAP_SQLITE_QUICK 1 /* leave out whether each index has the rows of its table */

/*
 * Reads the whole file, as it was at one moment, and visits each damage that it finds: SQLite's integrity check (at most
 * 100 of its findings), events and notices that stand alone, versions and gaps of journals. What lies inside a record is
 * checksummed by libprap itself: prap_engine_verify. flags: 0 or PRAP_SQLITE_QUICK. visit: or NULL. *ret_findings, which
 * may be NULL, is how many there are: 0, and PRAP_OK, of a file that is sound. While it visits, every other call on the
 * same handle answers PRAP_E_REENTRY. Returns PRAP_OK, also with findings; PRAP_E_NULL; PRAP_E_REENTRY; PRAP_E_RANGE (flags);
 * PRAP_E_DAMAGED (so damaged that it cannot be read); PRAP_RETRY; PRAP_FAIL; what visit returned. Since 0.1.
 */
PRAP_API prap_status prap_sqlite_examine(prap_sqlite *store, uint32_t flags, prap_sqlite_visit_finding visit, void *user,
                                         uint64_t *ret_findings, prap_error *reterr);

/*
 * Copies the store, as it is at one moment, into a file that must not exist, for its owner only (0600), while others go
 * on reading and writing. path: NUL-terminated, in a directory that can be written; the copy grows in path with ".partial"
 * behind it (one that a killed process left there is removed) and takes its name when it is whole and on the disk. It is
 * one file, which can be read from anywhere. Returns PRAP_OK; PRAP_E_NULL; PRAP_E_TEXT (path is empty, ":memory:" or begins
 * with "file:"); PRAP_E_REENTRY; PRAP_E_DAMAGED; PRAP_RETRY (locked, or somebody else is copying to path); PRAP_FAIL (the file
 * is there already; the disk is full or failing); PRAP_E_NOMEM. Since 0.1.
 */
PRAP_API prap_status prap_sqlite_backup(prap_sqlite *store, const char *path, prap_error *reterr);

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
    uint32_t sent;      /* 1: prap_sqlite_deliver has handed it over */
    uint32_t reserved;  /* 0 */
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
 * Claims cases with notices that were not sent, at most cases of them (1 to 1,000), oldest notice first, visits of each at
 * most PRAP_SQLITE_CASE_NOTICES in their order, and marks as sent those of which visit returned PRAP_OK. Any number of
 * relays, in any number of processes, may do so at once: a case is with one of them at a time, so its notices come in
 * order. The claim is a lease of lease_seconds (1 to PRAP_SQLITE_LEASE_SECONDS) by the clock of the system, which ends
 * with the call; a relay that dies keeps its cases from the others for so long. No lock is held while it visits. Every
 * notice comes at least once, and always under the same id: again when this process dies, or the mark cannot be written,
 * after a visit, or when a visit outlasts its lease; so a receiver must know an id that it had.
 *
 * visit returns PRAP_OK: delivered. PRAP_RETRY: not now, and nothing more of this case; the next case is visited. Any
 * other: the walk ends and returns it; what was delivered before is marked. While it visits, every other call on the same
 * handle answers PRAP_E_REENTRY. *ret_delivered, which may be NULL, is how many were marked as sent; 0 and PRAP_OK: nothing
 * was to be claimed, or no receiver took anything. Returns PRAP_OK; PRAP_E_NULL; PRAP_E_REENTRY; PRAP_E_RANGE; PRAP_E_NOMEM;
 * PRAP_RETRY; PRAP_UNKNOWN (leases or marks may or may not be there); PRAP_FAIL; PRAP_E_DAMAGED; what visit returned.
 * Since 0.1.
 */
PRAP_API prap_status prap_sqlite_deliver(prap_sqlite *store, uint32_t cases, uint32_t lease_seconds,
                                         prap_sqlite_visit_notice visit, void *user, uint64_t *ret_delivered,
                                         prap_error *reterr);
#define PRAP_SQLITE_CASE_NOTICES  32
#define PRAP_SQLITE_DELIVER_CASES 1000  /* most cases in one call */
#define PRAP_SQLITE_LEASE_SECONDS 86400 /* longest lease */

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
