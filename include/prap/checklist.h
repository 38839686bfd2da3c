/*
 * checklist.h: how far the checklists of a case are, and which records it has made, as of a day.
 *
 * Answered from the journal alone, so that what a case does not remember is still found where it was said. What was
 * recorded later than the day is not seen; what was voided by then counts for nothing.
 *
 * Thread rule: as the engine's. A visitor that calls the same engine gets PRAP_E_REENTRY.
 */
#ifndef PRAP_CHECKLIST_H
#define PRAP_CHECKLIST_H

#include <stddef.h>
#include <stdint.h>

#include "prap/day.h"
#include "prap/engine.h"
#include "prap/evidence.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/referral.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How an item of a checklist stands. Borrowed for the length of the visit. */
typedef struct prap_check {
    uint32_t size;
    uint32_t state;    /* PRAP_CHECK_* */
    uint32_t fact;     /* as of prap_checklist_item: the fact, or what the day is named after; 0: an event */
    uint32_t event;    /* as of prap_checklist_item: the first of the two that will do; 0: a fact or a day */
    uint32_t required; /* 1: the list is not complete without it */
    uint32_t rule;     /* for prap_rule_by_number */
    uint32_t by;       /* PRAP_EVENT_* of the entry that said it last; 0: none did */
    prap_day on;       /* the day that entry is of, */
    uint64_t sequence; /*   its sequence, */
    prap_day recorded; /*   the day on which it was recorded: PRAP_DAY_NONE, 0, PRAP_DAY_NONE when none did */
    uint32_t reserved; /* 0 */
    prap_fact said;    /* what it said: of a fact or a day; fact 0: nothing */
} prap_check;

/* How a checklist stands. Borrowed for the length of the visit. The counts are of the required items that apply. */
typedef struct prap_checklist {
    uint32_t size;
    uint32_t checklist;  /* PRAP_CHECKLIST_* */
    uint32_t complete;   /* 1: opened, and every required item is done */
    uint32_t n_required;
    uint32_t n_done;
    uint32_t n_not_done;
    uint32_t n_unknown;
    uint32_t n_missing;
    uint32_t opened_by;  /* PRAP_EVENT_* that opened it last, or 0: the occasion has not come */
    prap_day opened_on;  /* the day of that event, or PRAP_DAY_NONE */
    uint64_t sequence;   /* its sequence, or 0 */
    const prap_check *checks; /* the items that apply, in the list's order */
    size_t n_checks;
} prap_checklist;

/* Returns PRAP_OK to go on; anything else ends the walk and is returned by it. */
typedef prap_status (*prap_visit_checklist)(void *user, const prap_checklist *list);

/*
 * Visits a checklist (PRAP_CHECKLIST_*), or with 0 every checklist in the order of the vocabulary, opened or not, as the
 * case stood on as_of. A checklist of another programme than the case's is not visited. Items that only an exception asks for are left out unless the exception was said.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_REENTRY; PRAP_E_WORD (no such checklist); PRAP_E_REQUIRED, PRAP_E_TEXT and
 * PRAP_E_DAY for the key and the day; PRAP_E_NO_READ; PRAP_E_NO_CASE (nothing recorded by as_of); PRAP_E_DAMAGED; what
 * the store gives, as prap_engine_submit lists it; what visit returned. Since 0.1.
 */
PRAP_API prap_status prap_engine_checklist(prap_engine *engine, const prap_key *key, prap_day as_of,
                                           uint32_t checklist, prap_visit_checklist visit, void *user,
                                           prap_error *reterr);

/* A record that the events of a case have made. Borrowed for the length of the visit. */
typedef struct prap_kept {
    uint32_t size;
    uint32_t record;   /* PRAP_RECORD_*: prap_record_kind_by_number says how long it is kept */
    uint32_t n_events; /* how many events made it or added to it; those voided are left out */
    uint32_t rule;     /* of the record in this programme, for prap_rule_by_number */
    uint64_t first;    /* sequence of the first of them, */
    uint64_t last;     /*   and of the last */
    prap_day first_on; /* the day of the first of them, */
    prap_day last_on;  /*   and of the last */
} prap_kept;

/* Returns PRAP_OK to go on; anything else ends the walk and is returned by it. */
typedef prap_status (*prap_visit_kept)(void *user, const prap_kept *kept);

/* Visits each record that the events of a case had made by as_of and that its programme's documents ask for, in the
   order of the vocabulary. Statuses as prap_engine_checklist. Since 0.1. */
PRAP_API prap_status prap_engine_records(prap_engine *engine, const prap_key *key, prap_day as_of,
                                         prap_visit_kept visit, void *user, prap_error *reterr);

#ifdef __cplusplus
}
#endif

#endif
