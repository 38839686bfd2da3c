/*
 * conformance.h: does a host's own store keep the contract of host.h?
 *
 * A host that wrote a prap_store runs this once in its own tests, and is told by name what its callbacks get wrong, each
 * with the sentence of host.h that it breaks and the case in which it showed; and what was not looked at, because the
 * host did not bring what it takes. Nothing is taken on trust: what is committed is read back, lent memory is written
 * over as soon as a callback returns, sinks stop at every row.
 *
 * It writes cases and leaves them, since a store has no way to remove any: under tenants that begin with the host's
 * prefix, and, unless told to spare it, one case under the empty tenant. Their records are bytes without meaning, which
 * no engine can read. It is for a database of its own; one with cases in it is not disturbed, but keeps the rows.
 *
 * It runs in one thread: it shows what two handles make of each other's commits in turn, not what they do at the same
 * instant. A callback that never returns stops it, as it would stop any caller.
 */
#ifndef PRAP_CONFORMANCE_H
#define PRAP_CONFORMANCE_H

#include <stddef.h>
#include <stdint.h>

#include "prap/day.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What a finding is about. Borrowed for the visit. New members are appended. */
typedef struct prap_conformance_finding {
    uint32_t size;
    uint32_t finding;   /* PRAP_CONFORMANCE_*: its word says what is wrong, or what was not checked */
    uint32_t severity;  /* PRAP_SEVERITY_BREACH: the contract is broken; PRAP_SEVERITY_NOTICE: not checked */
    uint32_t check;     /* PRAP_CONFORMANCE_CHECK_*: what was tried when it showed; 0: nothing, it was not checked */
    uint64_t sequence;  /* the event or version in which it showed, or 0 */
    prap_status wanted; /* the status that the contract wants here, and */
    prap_status got;    /*   the one that came; both PRAP_OK where it is not about a status */
    prap_key key;       /* the case in which it showed; of no bytes: none in particular */
} prap_conformance_finding;

/* Returns PRAP_OK to go on; anything else ends the run and is returned by it. */
typedef prap_status (*prap_visit_conformance)(void *user, const prap_conformance_finding *finding);

/* Takes one notice of an outbox. Returns PRAP_OK to go on; else stop, and return that. */
typedef prap_status (*prap_visit_outbox)(void *user, const prap_notice_record *notice);

/* The index columns of a case as they are stored. A frozen value type. */
typedef struct prap_conformance_columns {
    uint32_t programme;
    uint32_t stage;
    prap_day next_due;   /* or PRAP_DAY_NONE */
    prap_day hold_until; /* or PRAP_DAY_NONE */
} prap_conformance_columns;

/*
 * The store, and what the host can bring so that more is looked at. allocator, store and prefix are required; the rest
 * may be NULL. Every callback but those of the stores gets user.
 */
typedef struct prap_conformance {
    size_t size; /* sizeof(prap_conformance) as compiled */
    void *user;
    const prap_allocator *allocator;
    const prap_store *store;
    const prap_store *second; /* another handle on the same data, as another process would have; not the same one */
    prap_text prefix;         /* 1..24 bytes of printable UTF-8: what the tenants begin with */
    /* Closes store and second and opens the same data again. The new store, which lives until the run is over; NULL when
       it could not be opened. */
    const prap_store *(*reopen)(void *user);
    /* Makes the nth write (1, 2, 3 …) of the next commit fail, in whatever way it can fail: a full disk, a lost
       connection, a killed process. PRAP_OK: it is arranged, for the next commit and no other. PRAP_NONE: a commit has no
       such write. What the commit then answers is the store's business, and must be true. */
    prap_status (*fail_next)(void *user, uint32_t nth);
    /* Visits the outbox of one case, in the order in which a relay would send it. What visit returned, or a failure. */
    prap_status (*notices)(void *user, const prap_key *key, prap_visit_outbox visit, void *visiting);
    /* Reads the index columns of one case. PRAP_OK, or a failure. */
    prap_status (*columns)(void *user, const prap_key *key, prap_conformance_columns *ret_columns);
} prap_conformance;

enum {
    PRAP_CONFORMANCE_PREFIX_BYTES = 24,       /* longest prefix */
    PRAP_CONFORMANCE_SPARE_EMPTY_TENANT = 1,  /* a flag: commit nothing under the empty tenant */
};

/* What was done. The caller's memory; set size before the call. New members are appended. */
typedef struct prap_conformance_report {
    uint32_t size;      /* sizeof(prap_conformance_report) as compiled */
    uint32_t breaches;  /* findings that break the contract, each counted once */
    uint32_t unchecked; /* findings of something that was not checked */
    uint32_t checks;    /* PRAP_CONFORMANCE_CHECK_* that were run */
    uint64_t calls;     /* of callbacks of the store */
    uint64_t commits;   /* changes that the store says it made */
} prap_conformance_report;

/*
 * Runs every check that the host's callbacks allow, in the order of PRAP_CONFORMANCE_CHECK_*. visit (or NULL) is told each
 * finding once, where it shows first. The store keeps the contract when the run returns PRAP_OK and ret_report says no
 * breaches; what unchecked counts was not looked at. seed draws names and bytes: the same one on a fresh database makes
 * the same calls. A prefix may be used again with another seed. flags: 0 or PRAP_CONFORMANCE_SPARE_EMPTY_TENANT. Memory:
 * one block of about a megabyte from the allocator, given back before the end. *ret_report is filled on PRAP_OK and when visit
 * ended the run.
 * Returns PRAP_OK, also with findings; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_RANGE (flags); PRAP_E_TEXT (prefix);
 * PRAP_E_ID_REUSED when prefix and seed were used on these data before; PRAP_E_NOMEM; what visit returned. Thread rule:
 * one thread, that of the store. Source: host.h; rules.md X-20. Since 0.1.
 */
PRAP_API prap_status prap_conformance_run(const prap_conformance *host, uint64_t seed, uint32_t flags,
                                          prap_visit_conformance visit, void *user,
                                          prap_conformance_report *ret_report, prap_error *reterr);

/* The sentence of host.h that a PRAP_CONFORMANCE_* breaks, or that it says was not checked. Static text; NULL for a number
   that is no finding. Any thread. Since 0.1. */
PRAP_API const char *prap_conformance_contract(uint32_t finding);

#ifdef __cplusplus
}
#endif

#endif
