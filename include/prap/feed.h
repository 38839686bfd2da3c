/*
 * feed.h: the Real Time Earnings feed of a case as a region with its own history (M08-BG-1 to 4, rules.md 2.7).
 *
 * The feed opens when a start date is entered in PRaP. What closes it depends on the programme: of WHP and JETS the end of
 * the allotted time, outcome earnings, or any end date; of IPES the leaver code. Backing a referral out closes nothing, so
 * a feed can be left open: an orphan, which spoils later referrals.
 *
 * Thread rule: as the engine's; a visitor that calls the same engine gets PRAP_E_REENTRY. prap_feed_of and
 * prap_feed_effect are pure.
 */
#ifndef PRAP_FEED_H
#define PRAP_FEED_H

#include <stdint.h>

#include "prap/day.h"
#include "prap/engine.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/referral.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A cell of the table: what a PRAP_FEED_TRIGGER_* does to the feed of a programme, PRAP_FEED_EFFECT_*, and by which rule.
 * ret_rule: or NULL. 0 and rule 0 for a programme or a trigger that there is not. Any thread. Since 0.1.
 */
PRAP_API uint32_t prap_feed_effect(uint32_t programme, uint32_t trigger, uint32_t *ret_rule);

/* How the feed of a case stands on a day. The caller's memory; set size before the call. */
typedef struct prap_feed {
    uint32_t size;      /* sizeof(prap_feed) as compiled */
    uint32_t programme; /* PRAP_PROGRAMME_* */
    uint32_t stage;     /* PRAP_STATE_* on that day */
    uint32_t feed;      /* PRAP_FEED_* on that day */
    uint32_t orphan;    /* PRAP_VALUE_YES: open although the referral was backed out. _UNKNOWN: the same, and the guidance
                           does not state for the programme that it should not. _NO: neither */
    uint32_t effect;    /* PRAP_FEED_EFFECT_*: why the feed stands so, */
    uint32_t rule;      /*   by this rule; 0: closed, and only the history, which prap_engine_feed reads, tells by which */
    uint32_t periods;   /* how many were visited; 0 of prap_feed_of */
    prap_day start_on;   /* the start date, or PRAP_DAY_NONE */
    prap_day entered_on; /* the day it, or the outcome, was entered in PRaP, or PRAP_DAY_NONE */
    prap_day ended_on;   /* the day the case ended, or PRAP_DAY_NONE */
    int32_t code;        /* the leaver code that it ended with, or 0 */
} prap_feed;

/*
 * What an answer of prap_engine_show or prap_engine_walk says of the feed, without its periods. Returns PRAP_OK;
 * PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_RANGE (the answer is empty). Any thread. Since 0.1.
 */
PRAP_API prap_status prap_feed_of(const prap_answer *answer, prap_feed *ret_feed);

/* A time during which the feed was open. Borrowed for the visit. */
typedef struct prap_feed_period {
    uint32_t size;
    uint32_t opened_by;        /* PRAP_EVENT_* */
    uint64_t opened_at;        /* its sequence in the case's history */
    prap_day opened_on;        /* the day it happened: the start date */
    prap_day opened_recorded;  /* the day it was entered */
    uint32_t opened_rule;      /* for prap_rule_by_number */
    uint32_t closed_by;        /* PRAP_EVENT_*, or 0: it is open */
    uint64_t closed_at;        /* 0: it is open */
    prap_day closed_on;        /* PRAP_DAY_NONE: it is open */
    prap_day closed_recorded;  /* PRAP_DAY_NONE: it is open */
    uint32_t trigger;          /* PRAP_FEED_TRIGGER_* that closed it, or 0 */
    uint32_t closed_rule;      /* for prap_rule_by_number, or 0 */
    int32_t code;              /* the code of the end date, or 0 */
    uint32_t reserved;         /* 0 */
} prap_feed_period;

/* Returns PRAP_OK to go on; anything else ends it and is returned. */
typedef prap_status (*prap_visit_feed_period)(void *user, const prap_feed_period *period);

/*
 * The feed of a case as it stood on a day, from what was recorded by then, and each time it was open, in order; entries
 * that were voided by then count for nothing. visit: or NULL. Needs the store's read.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_REENTRY; PRAP_E_NO_CASE; PRAP_E_REQUIRED; PRAP_E_TEXT; PRAP_E_DAY; PRAP_E_WORD (no
 * rulebook for the programme); PRAP_E_NO_READ; PRAP_E_COVERAGE; what the store gives, as prap_engine_submit lists it; what
 * visit returned. Since 0.1.
 */
PRAP_API prap_status prap_engine_feed(prap_engine *engine, const prap_key *key, prap_day as_of,
                                      prap_visit_feed_period visit, void *user, prap_feed *ret_feed,
                                      prap_error *reterr);

/* Returns PRAP_OK to go on; anything else ends the walk and is returned by it. Both are borrowed for the visit. A case that
   cannot be judged comes with a feed whose programme is 0, and with its status. */
typedef prap_status (*prap_visit_feed)(void *user, prap_text case_id, const prap_feed *feed, prap_status status);

/*
 * The feeds of a caseload as they stood on a day, in order of case id, without their periods; with orphans 1 only those
 * whose orphan is YES or UNKNOWN. It is a walk: answer, the statuses and the needs are those of prap_engine_walk. Since 0.1.
 */
PRAP_API prap_status prap_engine_feeds(prap_engine *engine, prap_text tenant, prap_day as_of, uint32_t orphans,
                                       prap_answer *answer, prap_visit_feed visit, void *user, prap_error *reterr);

#ifdef __cplusplus
}
#endif

#endif
