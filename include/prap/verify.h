/*
 * verify.h: is what the store holds still what was written, and does it hang together?
 *
 * Every record has a checksum and names that of the record before it, and a snapshot must be what its journal amounts
 * to. So bytes that were changed, events that are missing, doubled, moved to another case or put in another order are
 * noticed, and each is told with its case and place. The journal holds no personal data: verifying needs none, and goes
 * on as before when a person's data were erased elsewhere.
 */
#ifndef PRAP_VERIFY_H
#define PRAP_VERIFY_H

#include <stdint.h>

#include "prap/engine.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One fault. Borrowed for the visit. New members are appended. */
typedef struct prap_verify_fault {
    uint32_t size;
    uint32_t fault;    /* PRAP_VERIFY_FAULT_*: its word says what is wrong */
    uint32_t severity; /* PRAP_SEVERITY_BREACH: damage; PRAP_SEVERITY_NOTICE: worth knowing, no damage */
    uint32_t reserved; /* 0 */
    uint64_t sequence; /* of the event; 0: of the snapshot, or the case as a whole */
    prap_text case_id;
} prap_verify_fault;

/* Returns PRAP_OK to go on; anything else ends the walk and is returned by it. */
typedef prap_status (*prap_visit_verify_fault)(void *user, const prap_verify_fault *fault);

/* What was looked at. The caller's memory; set size before the call. New members are appended. */
typedef struct prap_verify_report {
    uint32_t size;     /* sizeof(prap_verify_report) as compiled */
    uint32_t reserved; /* 0 */
    uint64_t cases;    /* cases looked at */
    uint64_t events;   /* events read, whole or not */
    uint64_t damaged;  /* cases with damage */
    uint64_t faults;   /* damage that was found */
    uint64_t notices;  /* things worth knowing */
} prap_verify_report;

/*
 * Reads every case of a tenant, in order of case id, or with case_id only that one: each event's checksum, sequence and
 * chain, the order in which they were recorded, what they void, the snapshot's checksum and version, whether it is what
 * the journal amounts to, and whether rulebook and calendar are those that judged the events (the first event of a case
 * for which they are not). A fault does not end the walk. visit: or NULL. *ret_report is filled on every outcome of the
 * walk. Nothing is written.
 * Returns PRAP_OK when all was read, also with faults; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_REENTRY; PRAP_E_TEXT (tenant,
 * case_id); PRAP_E_NO_CASE; PRAP_E_NO_SCAN (not needed for one case); PRAP_E_NO_READ; when the store broke it off its
 * status; what visit returned. Thread rule: as the engine's. Source: rules.md. Since 0.1.
 */
PRAP_API prap_status prap_engine_verify(prap_engine *engine, prap_text tenant, prap_text case_id,
                                        prap_visit_verify_fault visit, void *user, prap_verify_report *ret_report,
                                        prap_error *reterr);

#ifdef __cplusplus
}
#endif

#endif
