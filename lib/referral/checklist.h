/* checklist.h: what the events of a case have said of the items of its checklists, gathered one event at a time. Pure. */
#ifndef PRAPI_CHECKLIST_H
#define PRAPI_CHECKLIST_H

#include "prap/checklist.h"

#include "referral/case.h"

/* The entry that says something. */
typedef struct prapi_entry {
    uint32_t event; /* PRAP_EVENT_*, or 0: none does */
    prap_day on;
    prap_day recorded;
    uint64_t sequence;
} prapi_entry;

typedef struct prapi_gathered {
    prapi_entry opened[PRAPI_CHECKLIST_END]; /* by PRAP_CHECKLIST_*: the last that opened it */
    prapi_entry by[PRAPI_ITEMS];             /* the last that said the item */
    prap_fact said[PRAPI_ITEMS];             /* what it said */
    prapi_entry last;                        /* the last entry of all: whose doing the case is */
} prapi_gathered;

/* Nothing is said yet. */
void prapi_gather_begin(prapi_gathered *gathered);

/* Takes a day of the case that the last entry has moved. Call it before each entry is taken, and after the last. */
void prapi_gather_days(prapi_gathered *gathered, const prapi_case *state);

/* Takes what an entry says. One that voids, or is voided, says nothing. */
void prapi_gather_entry(prapi_gathered *gathered, const prap_event_view *entry);

/* The checklist as it stands. ret_checks has room for PRAPI_ITEMS. */
void prapi_gather_list(const prapi_gathered *gathered, uint32_t checklist, prap_check *ret_checks,
                       prap_checklist *ret_list);

#endif
