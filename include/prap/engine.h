/*
 * engine.h: load, decide, commit over the host's store; and the walks over a caseload.
 *
 * Thread rule: an engine is for one thread at a time; different engines are independent. While the engine calls a
 * callback, every call on the same engine returns PRAP_E_REENTRY, and prap_engine_destroy does nothing.
 * Memory: one block, taken at creation; nothing afterwards.
 */
#ifndef PRAP_ENGINE_H
#define PRAP_ENGINE_H

#include <stddef.h>
#include <stdint.h>

#include "prap/export.h"
#include "prap/host.h"
#include "prap/referral.h"
#include "prap/rulebook.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct prap_engine prap_engine;

/*
 * host and rulebooks are borrowed and must outlive the engine; at most one rulebook for each programme.
 * Returns PRAP_OK; PRAP_E_NULL (host, its allocator, its store, load, commit, or a rulebook is missing); PRAP_E_SIZE;
 * PRAP_E_LIMIT (no rulebook, or more than PRAP_ENGINE_RULEBOOKS); PRAP_E_TWICE; PRAP_E_NOMEM. Since 0.1.
 */
PRAP_API prap_status prap_engine_create(const prap_host *host, const prap_rulebook *const *rulebooks, size_t n,
                                        prap_engine **ret_engine, prap_error *reterr);
#define PRAP_ENGINE_RULEBOOKS 8

/* NULL is allowed. Since 0.1. */
PRAP_API void prap_engine_destroy(prap_engine *engine);

/*
 * Records an event if the guidance permits it. On PRAP_OK *answer holds the verdict; only "permitted" changed the
 * store, in one commit. A command whose id is already in the case's journal changes nothing and gets the answer it
 * got then, with duplicate set. On any other status nothing was stored and the answer is empty, except PRAP_UNKNOWN:
 * then the commit may have happened, and submitting the same id again finds out.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_REENTRY; for the command's fields PRAP_E_WORD, PRAP_E_TYPE,
 * PRAP_E_TEXT, PRAP_E_DAY, PRAP_E_RANGE, PRAP_E_REQUIRED, PRAP_E_TWICE, PRAP_E_LIMIT, PRAP_E_ORDER (recorded before
 * on or before the case's last recorded day; made after on), PRAP_E_NO_CASE, PRAP_E_ID_REUSED; PRAP_E_COVERAGE;
 * from the store PRAP_RETRY (still, after several tries), PRAP_CONFLICT (likewise), PRAP_UNKNOWN, PRAP_FAIL,
 * PRAP_E_HOST, PRAP_E_DAMAGED, PRAP_E_FOREIGN, PRAP_E_VERSION; PRAP_E_BUG. Since 0.1.
 */
PRAP_API prap_status prap_engine_submit(prap_engine *engine, const prap_command *command, prap_answer *answer,
                                        prap_error *reterr);

/* The same answer, storing nothing and looking up no id. Statuses as prap_engine_submit. Since 0.1. */
PRAP_API prap_status prap_engine_preview(prap_engine *engine, const prap_command *command, prap_answer *answer,
                                         prap_error *reterr);

/*
 * How a case stands as of a day, from what was recorded by then. The verdict is 0. Needs the store's read when as_of
 * is before the case's last recorded day. PRAP_E_NO_CASE when nothing was recorded by then. Since 0.1.
 */
PRAP_API prap_status prap_engine_show(prap_engine *engine, const prap_key *key, prap_day as_of, prap_answer *answer,
                                      prap_error *reterr);

/* One event of a case's history. Borrowed for the length of the visit. */
typedef struct prap_event_view {
    uint32_t size;
    uint32_t event;     /* PRAP_EVENT_* */
    uint64_t sequence;
    prap_day on;
    prap_day recorded;
    prap_text id;
    const prap_fact *facts;
    size_t n_facts;
    uint32_t stage;          /* PRAP_STATE_* after it, as it was judged when it was recorded */
    uint32_t division;       /* what judged it: its PRAP_DIVISION_*, */
    uint64_t voided_by;      /* sequence of the entry that voids it, or 0 */
    uint32_t rulebook_hash;  /* prap_rulebook_hash */
    uint32_t calendar_hash;  /*   and the hash of prap_calendar_get_identity */
    const uint32_t *broke;   /* PRAP_REASON_* that it failed and was recorded over, by an override */
    size_t n_broke;
    uint32_t feed;           /* PRAP_FEED_* after it; entries that were voided by the day asked about do not move it */
    uint32_t reserved;       /* 0 */
} prap_event_view;

/* Returns PRAP_OK to go on; anything else ends the walk and is returned by it. */
typedef prap_status (*prap_visit_event)(void *user, const prap_event_view *event);

/* Visits the events recorded on or before as_of, in order. Needs the store's read. Since 0.1. */
PRAP_API prap_status prap_engine_history(prap_engine *engine, const prap_key *key, prap_day as_of,
                                         prap_visit_event visit, void *user, prap_error *reterr);

/* Returns PRAP_OK to go on; anything else ends the walk and is returned by it. case_id is borrowed for the visit. */
typedef prap_status (*prap_visit_case)(void *user, prap_text case_id, const prap_answer *answer);

/*
 * Visits every case of a tenant as it stood on as_of, in order of case id. due_by: only cases that then had an unmet
 * deadline due on or before that day; PRAP_DAY_NONE: every case. Cases with nothing recorded by as_of are passed
 * over. A case that cannot be judged (damaged, from a newer version, out of the calendar's coverage, of a programme
 * without a rulebook) is visited with an empty answer whose summary says so in status; the walk goes on and returns
 * the first such status at its end, so that one bad case hides no other. When it was the store that broke the walk off,
 * the error's field is "store". answer is the room that is used; its content belongs to the current visit. Needs the
 * store's scan. Since 0.1.
 */
PRAP_API prap_status prap_engine_walk(prap_engine *engine, prap_text tenant, prap_day due_by, prap_day as_of,
                                      prap_answer *answer, prap_visit_case visit, void *user, prap_error *reterr);

/* What a sweep did. The caller's memory; set size before the call. */
typedef struct prap_sweep_report {
    uint32_t size;     /* sizeof(prap_sweep_report) as compiled */
    uint32_t reserved;
    uint64_t seen;     /* cases looked at */
    uint64_t moved;    /* cases turned to automatic DNA */
    uint64_t failed;   /* cases that could not be judged or stored; the walk went on */
} prap_sweep_report;

/*
 * Records what the passing of time did: every unstarted referral whose day 60 is on or before as_of is turned to
 * automatic DNA (T-I-33), dated its day 60 and recorded on as_of. Repeating a sweep changes nothing more. Needs the
 * store's scan. Returns PRAP_OK even when single cases failed; see the report. Since 0.1.
 */
PRAP_API prap_status prap_engine_sweep(prap_engine *engine, prap_text tenant, prap_day as_of,
                                       prap_sweep_report *ret_report, prap_error *reterr);

#ifdef __cplusplus
}
#endif

#endif
